"""The closed catalogue of what can be done in a cycle. Who may do it, and when, is not here: a definition says that.

The names are promises: they stand in the definitions that running cycles were begun with, and in organisations' own TOML files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from plein.vocabulary import ActName


@dataclass(frozen=True, slots=True)
class Act:
    """Something a person can do.

    Attributes:
        name: As written in a definition, e.g. ``"publish-decisions"``.
        description: One line for the rules table.
        verb: What fits after "may", e.g. ``"publish decisions"``.
        command: The command that does it, with CYCLE where the cycle goes; empty where there is none (yet).
    """

    name: ActName
    description: str
    verb: str
    command: str


_CATALOGUE: Final = (
    Act("read", "read what is open: question, inventory, published versions, suggestions, published decisions", "read the open pages",
        "plein cycle show CYCLE"),
    Act("set-topics", "add a topic with its host and its context note, open it, close it", "set topics",
        "plein topic add CYCLE NAME --title T"),
    Act("contribute", "add an opinion, position, experience, question or idea, or reply to one", "contribute",
        "plein inventory add CYCLE TEXT"),
    Act("support", "support somebody's contribution", "support contributions", "plein inventory support CYCLE N"),
    Act("link", "say that two contributions belong together", "link contributions", "plein inventory link CYCLE N M"),
    Act("nudge", "call somebody to order, with a reason, on the record", "nudge", "plein inventory nudge CYCLE N --because T"),
    Act("hide", "hide a contribution; its place and the public reason stay", "hide contributions",
        "plein inventory hide CYCLE N --because T"),
    Act("import-contributions", "bring in what was said elsewhere, with its source", "import contributions",
        "plein inventory import CYCLE FILE.csv"),
    Act("see-candidates", "see who might be invited, ranked from contributions, with reasons", "see the candidates",
        "plein group candidates CYCLE"),
    Act("appoint-host", "make somebody a host, or let one go, with a reason", "appoint hosts",
        "plein group host CYCLE PERSON --because T"),
    Act("invite", "invite a drafter or an adviser, with a reason", "invite people",
        "plein group invite CYCLE PERSON --role drafter --because T"),
    Act("answer-invitation", "accept or decline an invitation to oneself", "answer an invitation", "plein group accept TOKEN"),
    Act("remove-member", "take somebody out of the working group, with a reason", "remove members",
        "plein group remove CYCLE PERSON --because T"),
    Act("read-drafts", "read the drafts that are not published", "read the drafts", "plein draft list CYCLE"),
    Act("save-draft", "save a new version of the draft", "save a draft", "plein draft save CYCLE FILE"),
    Act("comment", "comment inside the closed circle", "comment inside the circle", "plein comment add CYCLE TEXT"),
    Act("suggest", "suggest a change, a refinement or a tip on the published version", "make suggestions",
        "plein suggestion add CYCLE FILE --why T"),
    Act("import-suggestions", "bring in other people's suggestions from files", "import suggestions", "plein suggestion import CYCLE PATH"),
    Act("withdraw", "take back a suggestion of one's own", "withdraw suggestions", "plein suggestion withdraw CYCLE N"),
    Act("decide", "adopt, adapt, reject, cover or note a suggestion, with a reason", "decide on suggestions",
        "plein decision set CYCLE N --adopt"),
    Act("merge", "make a new version from the decisions taken", "merge decisions into the text", "plein draft merge CYCLE"),
    Act("publish-decisions", "make the decisions and their reasons public", "publish decisions", "plein decision publish CYCLE"),
    Act("correct", "publish a corrected final version, with the reason; only where it is final", "correct the final version",
        "plein draft correct CYCLE FILE --because T"),
    Act("write-report", "write the report a cycle without a document ends in", "write the report", "plein report save CYCLE FILE"),
    Act("promise", "promise something to everyone for later, on the record", "make promises", "plein cycle promise CYCLE TEXT"),
    Act("avoid", "set the words to avoid in this cycle", "set words to avoid", "plein words avoid CYCLE WORD --better T"),
    Act("extend", "set a new deadline for the running phase", "set a new deadline", "plein cycle extend CYCLE --closes WHEN"),
)  # fmt: skip

ACTS: Final[Mapping[str, Act]] = MappingProxyType({act.name: act for act in _CATALOGUE})
"""Every act by name, in the order in which they are listed."""
