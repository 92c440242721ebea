"""The words of the pages: every name that the engine uses, in the language of the cycle. English is the source language.

The catalogues are gettext's, read with the standard library; ``python -m tests.publication.catalogue`` makes them anew.
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

DOMAIN: Final = "plein"


def N_(message: str) -> str:
    """Mark a message for the catalogue; it is translated where it is shown."""
    return message


PHASES: Final[Mapping[str, str]] = {
    "preparation": N_("Preparation"),
    "inventory": N_("Inventory"),
    "invitation": N_("Invitation"),
    "drafting": N_("Drafting"),
    "review": N_("Review"),
    "conversation": N_("Conversation"),
    "final": N_("Final version"),
    "stopped": N_("Stopped"),
}
CONCLUSION: Final = N_("Conclusion")
"""What the last phase is called where no text is written."""

MEANINGS: Final[Mapping[str, str]] = {
    "preparation": N_("The host sets out the question and what will happen with the answers."),
    "inventory": N_("Everyone can say what they think, before anything is written."),
    "invitation": N_("People are invited into the working group because of what they contributed."),
    "drafting": N_("The working group writes, in a closed circle. After that, the text comes back to everyone."),
    "review": N_("Everyone can react to the version: with tips, suggestions and refinements."),
    "conversation": N_("The people who were invited talk on, in a closed circle."),
    "final": N_("The text is done, and every suggestion has an answer."),
    "stopped": N_("The cycle has ended early."),
}
CONCLUDED: Final = N_("The conversation is over.")

SPACES: Final[Mapping[str, str]] = {"open": N_("open to everyone"), "closed": N_("closed circle")}

KINDS: Final[Mapping[str, str]] = {
    "opinion": N_("Opinion"),
    "position": N_("Position"),
    "experience": N_("Experience"),
    "question": N_("Question"),
    "idea": N_("Idea"),
    "suggestion": N_("Suggestion"),
    "refinement": N_("Refinement"),
    "tip": N_("Tip"),
}
OUTCOMES: Final[Mapping[str, str]] = {
    "adopted": N_("adopted"),
    "adapted": N_("adapted"),
    "rejected": N_("rejected"),
    "covered": N_("covered"),
    "withdrawn": N_("withdrawn"),
    "noted": N_("noted"),
    "waiting": N_("waits for a decision"),
}
OUTCOMES_TOLD: Final[Mapping[str, str]] = {
    "adopted": N_("taken over as it was suggested"),
    "adapted": N_("taken over in other words"),
    "rejected": N_("not taken over, with the reason"),
    "covered": N_("settled by the answer to another suggestion"),
    "withdrawn": N_("taken back by its author"),
    "noted": N_("read and answered; the text does not change"),
    "waiting": N_("not decided yet, or the decision is not published yet"),
}
STANDINGS: Final[Mapping[str, str]] = {
    "collided": N_("The passage has been changed since. The group decides what becomes of this suggestion."),
    "orphaned": N_("The passage is no longer in the text. The group still answers this suggestion."),
    "already-in": N_("The newer version already reads like this."),
}
ROLES: Final[Mapping[str, str]] = {"host": N_("host"), "drafter": N_("drafter"), "adviser": N_("adviser")}

BEGAN: Final = N_("began the cycle")
"""What the engine writes as the reason of the first host's place."""

ACTS: Final[Mapping[str, str]] = {
    "new-cycle": N_("the cycle began"),
    "move": N_("the cycle moved to another phase"),
    "extend": N_("a new deadline was set"),
    "contribute": N_("somebody contributed"),
    "support": N_("somebody supported a contribution"),
    "nudge": N_("somebody was called to order"),
    "hide": N_("a host hid a contribution"),
    "import-contributions": N_("contributions from elsewhere were taken in"),
    "invite": N_("somebody was invited"),
    "accepted": N_("an invitation was accepted"),
    "declined": N_("an invitation was declined"),
    "remove-member": N_("somebody's place in the working group ended"),
    "suggest": N_("somebody made a suggestion"),
    "import-suggestions": N_("suggestions that people handed in were taken in"),
    "withdraw": N_("a suggestion was withdrawn"),
    "save-draft": N_("the working group saved a version"),
    "decide": N_("the working group decided"),
    "undo-decision": N_("the working group took a decision back"),
    "merge": N_("the working group worked decisions into the text"),
    "publish-decisions": N_("decisions were published"),
    "closed": N_("inside the working group"),
}


@cache
def translations(language: str) -> gettext.NullTranslations:
    """The catalogue of a language; English, and any language there is none of, is as the source says.

    >>> translations("nl").gettext("adopted")
    'overgenomen'
    """
    short = language.replace("_", "-").split("-")[0].lower()
    found = files("plein").joinpath("locale", short, "LC_MESSAGES", f"{DOMAIN}.mo") if short.isalpha() else None
    if found is None or not found.is_file():
        return gettext.NullTranslations()
    with found.open("rb") as catalogue:
        return gettext.GNUTranslations(catalogue)


def spelled(name: str) -> str:
    """A name that is in no list here (an organisation's own phase, say), as words.

    >>> spelled("second-reading")
    'Second reading'
    """
    return name.replace("-", " ").replace("_", " ").capitalize()
