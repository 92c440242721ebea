"""The outcomes a suggestion can have, as one table: what each asks of those who decide, and what it does to the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, get_args

from plein.sentences import Sentence, sentence
from plein.terms import term
from plein.vocabulary import Decided, OutcomeName


@dataclass(frozen=True, slots=True)
class Outcome:
    """What can become of a suggestion.

    Attributes:
        name: What the engine and scripts call it.
        told: What it means, as a clause for everybody.
        sign: What stands before it on pages, for those who look over many.
        option: How the group says it on the command line; empty for what only the author can do.
        needs: What has to come with it: the text that is to stand there, or the suggestion that settles this one.
        needs_reason: Whether the group has to say why, for everybody to read.
        changes_text: Whether the text changes. Where it does not, the suggestion collides with nothing any more.
    """

    name: OutcomeName
    told: Sentence
    sign: str
    option: str = ""
    needs: Literal["text", "suggestion"] | None = None
    needs_reason: bool = True
    changes_text: bool = False

    @property
    def word(self) -> str:
        """What people call it, to be said in any language.

        >>> OUTCOMES["covered"].word
        'covered'
        """
        return term(self.name)


OUTCOMES: Final[Mapping[str, Outcome]] = MappingProxyType(
    {
        one.name: one
        for one in (
            Outcome("adopted", sentence("taken over as it was suggested"), "✓", "--adopt", needs_reason=False, changes_text=True),
            Outcome("adapted", sentence("taken over in other words"), "≈", "--adapt TEXT", "text", changes_text=True),
            Outcome("rejected", sentence("not taken over, with the reason"), "✕", "--reject"),
            Outcome("covered", sentence("settled by the answer to another suggestion"), "→", "--covered-by M", "suggestion"),
            Outcome("withdrawn", sentence("taken back by its author"), "↩", needs_reason=False),
            Outcome("noted", sentence("read and answered; the text does not change"), "•", "--noted"),
        )
    }
)
"""By name, in the order in which people read them."""

DECIDED: Final[tuple[Decided, ...]] = get_args(Decided)
"""What the group can decide."""
CHANGING: Final = tuple(one.name for one in OUTCOMES.values() if one.changes_text)
"""What changes the text."""
SETTLED: Final = tuple(one.name for one in OUTCOMES.values() if not one.changes_text)
"""After which a suggestion changes nothing, and so collides with nothing."""
REASONED: Final = tuple(one.name for one in OUTCOMES.values() if one.needs_reason)
"""What needs a reason."""
