"""What the public wants changed and what the group answered, as people see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from plein.documents import Astray
from plein.vocabulary import OutcomeName, SuggestedKind, SuggestionStatus


@dataclass(frozen=True, slots=True)
class NewPlace:
    """The passage that a suggestion takes the place of because the group said so: ``quote``, which stands in version ``version``.

    One that was chosen by hand stands there once; of a text that was put together it is the lines it takes the place of, empty where lines are
    put in.
    """

    version: int
    quote: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What the group decided on one suggestion, and why. ``text``: what stands in place of the quote when it was adapted.

    ``place`` is the passage the group chose by hand for it, None where it goes where it was made. ``put_together_from``: the suggestions whose
    words ``text`` was put together from, this one among them; empty where it was not.
    """

    suggestion: int
    outcome: OutcomeName
    because: str | None
    by: str | None
    published: bool
    text: str | None
    covered_by: int | None
    merged_in: int | None
    at: datetime
    place: NewPlace | None = None
    put_together_from: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Undone:
    """An answer that was public and was taken back: what it was and its reason, ``why`` it holds no longer, and when it was taken back."""

    outcome: OutcomeName
    because: str | None
    why: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Here:
    """Where a suggestion stands in the newest published version; ``start`` and ``end`` are code points into it, ``quote`` is between them."""

    version: int
    paragraph: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Context:
    """What stood around a suggestion in the version it was made on: at most :data:`AROUND` code points on each side, in whole words."""

    before: str
    after: str


AROUND = 160


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One place that somebody wants changed, or remarks on.

    ``paragraph`` counts the smallest blocks of version ``version`` from 1; ``start`` and ``end`` are code points into it, and the text between
    them is ``quote``. ``replace`` is how it would read, None for a tip. ``collides_with`` and ``same_as`` name other living suggestions.
    ``moved_to``: for a passage that is to stand elsewhere, the number of the paragraph of that version behind which it comes, 0 for the top of
    the text; ``quote`` is then the passage where it stands, and ``replace`` the same words as they stand there. None for everything else.
    ``erased``: its author's words were erased at their request; ``replace`` stays only where it was merged into the text for all to know.
    ``contribution`` is the number of the one it comes from, if its author named one. ``edited_from`` is the version its author edited: an older
    one than ``version`` where it was carried when it was handed in. ``replaced_by`` are the suggestions in which its author said it anew, so
    that this one is withdrawn; ``instead_of`` those that this one took the place of, and ``changed`` is when: of the old one and of the new.
    ``fell``: what the group had decided on it, or on what it took the place of, fell away with those words, and nothing was decided since;
    for the circle alone, always False to others.
    ``decision`` is None while there is none that this person may see. ``here`` and ``context`` are looked up for one that is shown by itself
    (``suggestions.show``), and left out of lists; ``here`` is None, too, for what has no place in the newest published version. ``unsound``
    says why it cannot be placed: its changes do not fit the version they are made in. None where they do, or where it needs no place any more.
    ``undone`` are the answers that were public and were taken back, oldest first. ``entered_by`` is the host who typed it for its author,
    ``entered_because`` how it came, ``received`` when; all None where the author handed it in. ``late``: a host took it in after the review
    had closed.
    """

    id: int
    author: str
    submission: int
    kind: SuggestedKind
    status: SuggestionStatus
    version: int
    paragraph: int
    start: int
    end: int
    quote: str
    replace: str | None
    why: str | None
    collides_with: tuple[int, ...]
    same_as: tuple[int, ...]
    sweeping: bool
    decision: Decision | None
    at: datetime
    here: Here | None = None
    context: Context | None = None
    moved_to: int | None = None
    erased: bool = False
    contribution: int | None = None
    unsound: str | None = None
    edited_from: int = 0
    replaced_by: tuple[int, ...] = ()
    undone: tuple[Undone, ...] = ()
    entered_by: str | None = None
    entered_because: str | None = None
    received: datetime | None = None
    late: bool = False
    instead_of: tuple[int, ...] = ()
    changed: datetime | None = None
    fell: bool = False


@dataclass(frozen=True, slots=True)
class Submission:
    """What became of all that one person handed in at once. ``new`` is False where the very same was handed in before.

    ``layout``: nothing was taken in, because the text differs from the version in layout alone. ``edited_from`` is the version that was edited,
    which may be older than ``version``, the one before the public. ``typography`` is how many places the text sets in another way than that
    version, which was left out. ``replaced`` are the suggestions of the same person that it takes the place of, and
    ``rivals`` those that collide with it.
    """

    id: int
    author: str
    version: int
    sweeping: bool
    new: bool
    suggestions: tuple[Suggestion, ...]
    layout: bool = False
    edited_from: int = 0
    typography: int = 0
    replaced: tuple[int, ...] = ()
    rivals: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Comment:
    """One remark for the circle alone. It stays with the version it was made on; it is not carried to later ones.

    Attributes:
        id: Its number in the cycle, from 1.
        author: Whose it is.
        text: What it says.
        version: The version it is on; None where it is on none.
        paragraph: The paragraph of that version, counted from 1; None where it is on the whole.
        suggestion: The suggestion it is on.
        reply_to: The comment it answers; it stands where that one does.
        at: When it was written.
    """

    id: int
    author: str
    text: str
    version: int | None
    paragraph: int | None
    suggestion: int | None
    reply_to: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class BlameRun:
    """A stretch of a version that came in at once.

    ``start`` and ``end`` are code points into the text, from 0; ``version`` is the number in which the words appeared (to an outsider: in
    which they became public). ``suggestion`` asked for them, None where the circle wrote them itself; ``suggestions`` and ``authors`` name all
    who asked for the very same, that one first; ``contributions`` those that the suggestions, or else the version, began with. ``adapted``:
    the decision put them in other words. ``author`` is None where somebody in the circle wrote them and that is not for this person to know.
    ``corrects``: the words came in with a correction of that final version, and ``because`` says why it was made; else both are None.
    """

    start: int
    end: int
    text: str
    version: int
    suggestion: int | None
    author: str | None
    suggestions: tuple[int, ...]
    authors: tuple[str, ...]
    adapted: bool
    decision: Decision | None
    contributions: tuple[int, ...] = ()
    corrects: int | None = None
    because: str | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way a passage might read, with all who want it.

    ``same`` are those of its suggestions that are to the letter as the first; the others say the same, but differ in blanks, layout,
    typography or the capital of a sentence. ``like``: the first suggestion of an alternative in nearly the same words, with more people behind
    it; it may say the opposite. ``whys``: each motivation once.
    ``decision``: the outcome on the first, where there is one that this person may see. ``moved_to``: behind which paragraph the passage
    stands afterwards, 0 for the top; None where it is not moved.
    """

    suggestions: tuple[int, ...]
    same: tuple[int, ...]
    authors: tuple[str, ...]
    support: int
    paragraph: int
    last_paragraph: int
    quote: str
    replace: str
    whys: tuple[str, ...]
    like: int | None
    decision: str | None
    moved_to: int | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A ready text for a place where suggestions collide, made of nothing but what they say.

    ``text`` is how the passage would read, whole lines of version ``version`` of the place, in which it stands between the code points ``start``
    and ``end``; ``quote`` is what stands there now. ``takes``: the suggestions of which something is in it, with their ``authors``, each once.
    ``leaves``: those of which something is left out; who stands in both is taken over in part.
    """

    text: str
    takes: tuple[int, ...]
    leaves: tuple[int, ...]
    authors: tuple[str, ...]
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Collision:
    """A place where suggestions cannot all stand: one paragraph, or a run of them; ``quote`` is the passage.

    ``id`` is its name: the lowest number of a suggestion that stands there, as if nothing had been decided. It is the same for everybody, and
    stays while the group decides and while others suggest something further up. ``also`` names suggestions of earlier places that reach into
    this one. ``agreed``: nothing is in dispute, all that collides here says the same. ``proposals``: at most four ready texts, best first;
    none where nothing is in dispute.
    """

    id: int
    kind: str
    suggestions: tuple[int, ...]
    paragraph: int
    quote: str
    last_paragraph: int = 0
    version: int = 0
    alternatives: tuple[Alternative, ...] = ()
    also: tuple[int, ...] = ()
    agreed: bool = False
    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class Compatible:
    """The largest set of suggestions that goes together, by the people behind it; ``exact`` says whether that is certain.

    ``covered`` are those that say the same as one in it, set in another way, with that one; ``left`` those that collide with one in it.
    """

    suggestions: tuple[int, ...]
    covered: Mapping[int, int]
    left: tuple[int, ...]
    support: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """What settling a place gave. ``place`` is None where what collides with nothing was settled together.

    ``adapted`` are those that stand for a text put together from them and others. ``covered`` goes from each suggestion to the one that
    settles it, because it says the same, or because that text has its words too. ``rejected`` cannot stand beside what was taken over; those
    of them that do not stand at this place, but reach into it or are reached from it, are ``elsewhere`` too. ``open`` can stand beside it, and
    waits for a decision of its own.
    """

    place: int | None
    adopted: tuple[int, ...]
    covered: Mapping[int, int]
    rejected: tuple[int, ...]
    open: tuple[int, ...]
    elsewhere: tuple[int, ...] = ()
    adapted: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reread:
    """A place at which changes that went in came near each other, and which somebody should read again: two good ones can make nonsense.

    ``before`` is the sentence, or the sentences, as they read in the version merged into, ``after`` as they read now; it is empty where the
    passage moved away or went. ``paragraph`` counts in the version merged into, from 1.
    """

    suggestions: tuple[int, ...]
    paragraph: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge of the decisions gives. ``version`` is the number it got, or would get; ``held`` are adopted ones that did not go in.

    ``near`` are the numbers of those that came near each other; ``reread`` is what reads otherwise there, in the same order.
    ``astray``: which references of the text lead elsewhere than they did.
    """

    version: int
    base: int
    digest: str
    applied: tuple[int, ...]
    held: tuple[int, ...]
    reasons: Mapping[int, str]
    collisions: tuple[Collision, ...]
    near: tuple[tuple[int, ...], ...]
    text: str
    saved: bool
    reread: tuple[Reread, ...] = ()
    astray: tuple[Astray, ...] = ()
