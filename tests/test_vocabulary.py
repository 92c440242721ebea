"""The closed vocabularies: each has one home, and the words people use for it are understood."""

from __future__ import annotations

from itertools import combinations
from typing import get_args

import pytest

from plein import vocabulary
from plein.language import LANGUAGES, Language
from plein.organisation import RELATIONS
from plein.terms import TERMS, term
from plein.vocabulary import CONTRIBUTION_KINDS, meant
from plein.workflow import ACTS, BUILT_IN, ROLES
from plein.workflow.outcomes import DECIDED, OUTCOMES

CHOSEN = {
    name: get_args(getattr(vocabulary, name))
    for name in ("ContributionKind", "SuggestionKind", "Decided", "OutcomeName", "Place", "Role", "BuiltIn", "ActName")
} | {"relation": tuple(RELATIONS)}


def test_each_vocabulary_is_the_table_it_names() -> None:
    """A word that a type checker lets through is one that plein knows, and the other way round."""
    assert set(CHOSEN["ActName"]) == set(ACTS)
    assert set(CHOSEN["BuiltIn"]) == set(BUILT_IN)
    assert set(CHOSEN["OutcomeName"]) == set(OUTCOMES)
    assert set(CHOSEN["Decided"]) == set(DECIDED) == {one.name for one in OUTCOMES.values() if one.option}
    assert set(CHOSEN["Role"]) == set(ROLES)
    assert set(CHOSEN["relation"]) <= set(TERMS)


@pytest.mark.parametrize("vocabulary_name", [name for name in CHOSEN if name not in ("ActName", "BuiltIn")])
def test_what_people_call_it_is_understood_in_every_language(vocabulary_name: str) -> None:
    """Staff type the words that they read on the screen."""
    names = CHOSEN[vocabulary_name]
    for code in LANGUAGES:
        called = {name: Language(code).say(term(name)) for name in names}
        assert all(one != other for one, other in combinations(called.values(), 2))
        assert {name: meant(f" {word.title()} ", names) for name, word in called.items()} == {name: name for name in names}


def test_an_organisations_own_word_is_understood_and_nonsense_is_not() -> None:
    own = {"nl": {"ervaring": "belevenis"}}
    assert meant("belevenis", CONTRIBUTION_KINDS, own) == "experience"
    assert meant("belevenis", CONTRIBUTION_KINDS) is None
    assert meant("", CONTRIBUTION_KINDS) is None


def test_a_word_that_could_be_either_is_neither() -> None:
    """Nothing is chosen by guess."""
    own = {"nl": {"ervaring": "inbreng", "mening": "inbreng"}}
    assert meant("inbreng", CONTRIBUTION_KINDS, own) is None
