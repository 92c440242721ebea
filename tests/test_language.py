"""What plein says, in another language and in an organisation's own words; what people say is never touched."""

from __future__ import annotations

import copy
import pickle

import pytest

from plein.language import Language
from plein.sentences import Sentence, clause, counted, sentence


def test_a_sentence_is_english_text() -> None:
    """Whoever knows nothing of languages reads it, compares it and stores it as a str."""
    said = sentence("There is no cycle “{slug}”.", slug="homes")

    assert said == "There is no cycle “homes”."
    assert isinstance(said, str)
    assert str(said) == said


def test_braces_in_a_value_are_only_braces() -> None:
    """People's words may look like anything."""
    assert sentence("You said {text}.", text="{slug} {0} %s") == "You said {slug} {0} %s."
    assert sentence("100 % {done}", done=True) == "100 % True"


@pytest.mark.parametrize(("n", "said"), [(0, "0 votes"), (1, "1 vote"), (2, "2 votes")])
def test_numbers_choose_the_form(n: int, said: str) -> None:
    """One is one, none are many."""
    assert counted("{n} vote", "{n} votes", n=n) == said


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_a_sentence_survives_copying(again: object) -> None:
    """Errors travel between processes."""
    said = counted("{n} vote for {who}", "{n} votes for {who}", n=2, who=sentence("everyone"))
    found = again(said)  # type: ignore[operator]

    assert isinstance(found, Sentence)
    assert (found, found.template, found.many, found.values) == (said, said.template, said.many, said.values)


def test_parts_that_are_sentences_are_said_in_the_language_too() -> None:
    """A refusal lists reasons; all of it is Dutch or nothing is."""
    parts = (sentence("rejected"), "kees", sentence("adopted"))

    assert Language("nl").say(sentence("{what}", what=parts)) == "niet overgenomen; kees; overgenomen"


def test_an_organisation_says_some_things_otherwise() -> None:
    """Whole words, with their capital; not the names of values, options, tags or what people said."""
    language = Language("en", {"suggestion": "idea", "suggestions": "ideas", "slug": "name"})

    assert language.say(sentence("Suggestion {slug}: see --suggestion, or <a href='suggestion'>suggestions</a>.", slug="suggestion")) == (
        "Idea suggestion: see --suggestion, or <a href='suggestion'>ideas</a>."
    )


def test_a_brace_in_a_term_is_a_brace() -> None:
    """Somebody's settings must not break every sentence."""
    assert Language("en", {"suggestion": "{n} {idea"}).say(sentence("Suggestion {number}.", number=3)) == "{n} {idea 3."
    assert Language("en", {"suggestion": "{idea}"}).gettext("suggestion") == "{idea}"


def test_an_unknown_language_is_english() -> None:
    """Nothing breaks for somebody whose machine speaks Frisian."""
    assert Language("fy").say(sentence("rejected")) == "rejected"


def test_a_clause_has_no_full_stop_in_any_language() -> None:
    """It stands inside another sentence, which has one."""
    said = clause(sentence("{name} is empty.", name="a.md"))

    assert said == "a.md is empty"
    assert said.again(lambda one, many, n: "{name} is leeg.", str) == "a.md is leeg"  # type: ignore[attr-defined]
    assert copy.copy(said) == said
    assert clause("piet said so.") == "piet said so"
