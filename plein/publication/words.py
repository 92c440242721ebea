"""The words of the pages: every name that the engine uses, and the sentences it writes by itself. English is the source language.

Other languages are the catalogues' (:mod:`plein.language`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from plein.sentences import N_, Sentence, counted

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
KINDS_COUNTED: Final[Mapping[str, Callable[[int], Sentence]]] = {
    "opinion": lambda n: counted("{n} opinion", "{n} opinions", n=n),
    "position": lambda n: counted("{n} position", "{n} positions", n=n),
    "experience": lambda n: counted("{n} experience", "{n} experiences", n=n),
    "question": lambda n: counted("{n} question", "{n} questions", n=n),
    "idea": lambda n: counted("{n} idea", "{n} ideas", n=n),
    "suggestion": lambda n: counted("{n} suggestion", "{n} suggestions", n=n),
    "refinement": lambda n: counted("{n} refinement", "{n} refinements", n=n),
    "tip": lambda n: counted("{n} tip", "{n} tips", n=n),
}
CORRECTED: Final = N_("Corrected final version")
FINAL: Final = N_("Final version")
NUMBERED: Final = N_("Version %(number)d")
"""What the versions of the text are called."""

WAITING: Final = N_("waits for a decision")
WAITING_TOLD: Final = N_("not decided yet, or the decision is not published yet")
STANDINGS: Final[Mapping[str, str]] = {
    "collided": N_("The passage has been changed since. The group decides what becomes of this suggestion."),
    "orphaned": N_("The passage is no longer in the text. The group still answers this suggestion."),
    "already-in": N_("The newer version already reads like this."),
    "unsound": N_("Its changes do not fit the text they were made in, so that it cannot be placed. The group looks at it by hand."),
}
ROLES: Final[Mapping[str, str]] = {"host": N_("host"), "drafter": N_("drafter"), "adviser": N_("adviser")}

PSEUDONYM: Final = N_("pseudonym")
ERASED_PERSON: Final = N_("somebody who was erased")

OWN: Final = (N_("began the cycle"), N_("hosted the cycle before"), N_("Erased at the person's request."), N_("Withdrawn by its author."))
"""What the engine itself writes where else a person gives a reason: of the first host, of one who stays for the next cycle, of words that are
gone.
"""

ACTS: Final[Mapping[str, str]] = {
    "new-cycle": N_("the cycle began"),
    "move": N_("the cycle moved to another phase"),
    "extend": N_("a new deadline was set"),
    "change-cycle": N_("the title, the question or the rules were changed"),
    "promise": N_("something was promised"),
    "avoid": N_("a word to avoid was set"),
    "allow": N_("a word to avoid was dropped"),
    "add-topic": N_("a topic was prepared"),
    "change-topic": N_("a topic was changed"),
    "open-topic": N_("a topic opened"),
    "close-topic": N_("a topic closed"),
    "contribute": N_("somebody contributed"),
    "contribute-for": N_("a host entered a contribution for somebody"),
    "support": N_("somebody supported a contribution"),
    "link": N_("two contributions were linked"),
    "unlink": N_("a link between two contributions was taken back"),
    "nudge": N_("somebody was called to order"),
    "hide": N_("a host hid a contribution"),
    "hide-nudge": N_("a host hid the words of a call to order"),
    "change-contribution": N_("somebody said a contribution of theirs in other words"),
    "withdraw-contribution": N_("somebody withdrew a contribution of theirs"),
    "unhide": N_("a host showed a hidden contribution again"),
    "unhide-nudge": N_("a host showed the words of a call to order again"),
    "import-contributions": N_("contributions from elsewhere were taken in"),
    "appoint-host": N_("somebody became a host"),
    "end-host": N_("somebody ceased to be a host"),
    "invite": N_("somebody was invited"),
    "invite-board": N_("a sounding board was invited"),
    "accepted": N_("an invitation was accepted"),
    "declined": N_("an invitation was declined"),
    "remove-member": N_("somebody's place in the working group ended"),
    "comment": N_("somebody commented inside the working group"),
    "suggest": N_("somebody made a suggestion"),
    "suggest-for": N_("a host entered a suggestion for somebody"),
    "change-suggestion": N_("somebody said a suggestion of theirs in other words"),
    "change-suggestion-for": N_("a host entered other words for a suggestion of somebody"),
    "import-suggestions": N_("suggestions that people handed in were taken in"),
    "withdraw": N_("a suggestion was withdrawn"),
    "save-draft": N_("the working group saved a version"),
    "set-draft-aside": N_("a text that collided with a newer version was set aside"),
    "decide": N_("the working group decided"),
    "undo-decision": N_("the working group took a decision back"),
    "merge": N_("the working group worked decisions into the text"),
    "publish-decisions": N_("decisions were published"),
    "correct-version": N_("the final version was corrected"),
    "write-report": N_("the working group saved a report"),
    "erase": N_("somebody was erased"),
    "closed": N_("not public"),
}


def spelled(name: str) -> str:
    """A name that is in no list here (an organisation's own phase, say), as words.

    >>> spelled("second-reading")
    'Second reading'
    """
    return name.replace("-", " ").replace("_", " ").capitalize()
