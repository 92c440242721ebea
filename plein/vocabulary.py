"""The closed vocabularies: every word that plein's programs and people choose from, once. An organisation's relations and phases are its own.

They are plain strings, so that they go into JSON, files and scripts as they are; the types let an editor and a type checker know them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Literal, TypeVar, get_args

from plein.language import LANGUAGES, Language, LanguageCode
from plein.terms import term

__all__ = [
    "ActName",
    "BuiltIn",
    "ContributionKind",
    "Decided",
    "LanguageCode",
    "OutcomeName",
    "Place",
    "PlaceStatus",
    "Role",
    "Space",
    "SuggestedKind",
    "SuggestionKind",
    "SuggestionStatus",
    "Terms",
    "meant",
]

ActName = Literal[
    "read",
    "set-topics",
    "contribute",
    "support",
    "link",
    "nudge",
    "hide",
    "import-contributions",
    "see-candidates",
    "appoint-host",
    "invite",
    "answer-invitation",
    "remove-member",
    "read-drafts",
    "save-draft",
    "comment",
    "suggest",
    "import-suggestions",
    "withdraw",
    "decide",
    "merge",
    "publish-decisions",
    "correct",
    "write-report",
    "promise",
    "avoid",
    "extend",
]
"""What can be done in a cycle; :data:`plein.workflow.ACTS` says of each what it is."""

BuiltIn = Literal["plein66", "focus-group"]
"""The definitions that come with plein."""

ContributionKind = Literal["opinion", "position", "experience", "question", "idea"]
"""What somebody says in the inventory."""

SuggestionKind = Literal["suggestion", "refinement"]
"""How a change of the text is meant: a refinement is a small wording."""

SuggestedKind = Literal["suggestion", "refinement", "tip"]
"""What a suggestion turns out to be; a tip changes nothing."""

SuggestionStatus = Literal["open", "carried", "collided", "orphaned", "already-in", "withdrawn", "decided"]
"""How a suggestion stands."""

Decided = Literal["adopted", "adapted", "rejected", "covered", "noted"]
"""What a group can decide."""

OutcomeName = Literal["adopted", "adapted", "rejected", "covered", "withdrawn", "noted"]
"""What can become of a suggestion; its author alone withdraws it."""

Place = Literal["drafter", "adviser"]
"""As what somebody is invited into the circle."""

Role = Literal["host", "drafter", "adviser", "public"]
"""In which role somebody acts."""

PlaceStatus = Literal["invited", "accepted", "declined", "withdrawn", "removed", "expired", "ended"]
"""How it stands with somebody's place in the circle."""

Space = Literal["open", "closed"]
"""Whether everybody can follow a phase, or the circle alone."""

Terms = Mapping[str, Mapping[str, str]]
"""An organisation's words in place of ours, by language."""

Name = TypeVar("Name", bound=str)

CONTRIBUTION_KINDS: Final[tuple[ContributionKind, ...]] = get_args(ContributionKind)
SUGGESTION_KINDS: Final[tuple[SuggestionKind, ...]] = get_args(SuggestionKind)
PLACES: Final[tuple[Place, ...]] = get_args(Place)


def meant(word: str, names: Iterable[Name], own: Terms | None = None) -> Name | None:
    """The name that a word stands for: the name itself, or what people call it in their organisation's words or in a language of ours.

    Args:
        word: What somebody typed; capitals and blanks around it do not matter.
        names: The names there are.
        own: The organisation's words, by language.

    Returns:
        The name; None where the word stands for none of them, or for two.

    >>> meant("Ervaring", CONTRIBUTION_KINDS), meant("experience", CONTRIBUTION_KINDS), meant("rant", CONTRIBUTION_KINDS)
    ('experience', 'experience', None)
    """
    known, asked = tuple(names), word.strip().casefold()
    for name in known:
        if name.casefold() == asked:
            return name
    for words in (own or {}, {}):  # ours too, where nobody calls it so any more
        languages = [Language(code, words.get(code)) for code in LANGUAGES]
        called = {name for name in known for language in languages if language.say(term(name)).casefold() == asked}
        if called:
            return called.pop() if len(called) == 1 else None
    return None
