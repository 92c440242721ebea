"""When two wordings say the same. Knows texts only, not who wrote them nor where they collide.

They say the same if they read the same, sign for sign: no word, no number, no stop, comma, bracket or sign is in one and not in the other, nor
in another place. What may differ is how a text is set, never what it says:

- which blanks stand between words, and how many; where a paragraph is wrapped, and how a table is padded;
- curly or straight quotes and apostrophes, a long or a short dash between blanks, ``…`` or ``...``, letters of full width, what nobody sees
  (soft hyphens), and how Unicode composes an accent;
- ``*``, ``-`` or ``+`` before a list item, ``_`` or ``*`` around what is stressed;
- the case of the first letter of a sentence, a paragraph, a heading or an item.

A text with code or HTML in it says the same as its equal to the letter only. Where it is not sure what a sign is for, it counts: two
wordings too many on a screen cost a group a glance, one too few costs somebody their vote.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from plein.documents.text.signs import DOTS, DOUBLE, HYPHENS, SINGLE, UNSEEN

_SHORT = 40
_CODE = re.compile("[`<]|~~~")
_SET = (
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code - 0xFEE0) not in "*_`~[]<>|\\"}
    | dict.fromkeys(DOUBLE, '"')
    | dict.fromkeys(SINGLE, "'")
    | dict.fromkeys(HYPHENS, "-")
    | {DOTS: "...", "￥": "¥", "￡": "£", "￠": "¢"}
)
_SETTABLE = re.compile(f"[{''.join(_SET)}]")
_DROPPABLE = re.compile(f"[{UNSEEN}]+")
_PIECE = re.compile(rf"([\s{UNSEEN}]*)([^\s{UNSEEN}]\S*)")
_MARK = re.compile(r"[-*+]|#{1,6}|(\d{1,9})[.)]|>+|\|.*")
_UNDERLINE = re.compile(r"=+|-+")
_STRESS = re.compile(r"^([^\w\\]*)(_{1,3})(?=[^\s_])|(?<=[^\s_\\])(_{1,3})([^\w\\]*)$")
_FIRST_WORD = re.compile(r"""["'(\[{*_¿¡«»‹›]*([^\W\d_]+)(?!\w|@|://)""")
_NO_WORD = re.compile(r"[^\w.]")
_VOWEL = re.compile("[aeiouy]|[^a-z]")
_SHORTENED = (
    "abs afd approx apr apt art assoc aug ave bijv bzw ca capt cf corp dec dept dir eds enz esp est etc evt evtl excl feb fig gem gest ggf gov "
    "hon inc incl ing ingek inkl ir jan jl jul jun max mej mevr min nov obs oct okt pag par pres prof prov ref rep resp rev sen sep sept stat "
    "tel toel uitg univ usw verg vgl vol voorz zgn"
)
_SHORTENED_WORDS = frozenset(_SHORTENED.split())

_BEGIN, _OPEN, _FIRST, _LINE, _ITEM, _BAR = 1, 2, 4, 8, 16, 32
"""What is known where a run begins: the text does; the block does, of which only marks were read; a sentence does; the block ends with the line;
it is an item of a list; the bar of a table was the last."""


def signature(text: str) -> str:
    """The one form of everything that says the same as this.

    >>> signature("- We  build “homes”") == signature('* we build\\n"homes"')
    True
    >>> signature("We build.") == signature("We build"), signature("1.5") == signature("15"), signature("the Us") == signature("the us")
    (False, False, False)
    """
    return _signature(text, _BEGIN)


def signature_within(text: str) -> str:
    """The same for a piece out of the middle of a line: its first word begins nothing."""
    return _signature(text, 0)


def signature_with(passage: str, edits: Sequence[tuple[int, int, str]]) -> str:
    """The signature of a passage with edits (sorted, disjoint, not empty) in it. What they leave alone is looked at once for all who ask.

    >>> signature_with("We build homes.", [(9, 9, "more ")]) == signature("We build more homes.")
    True
    """
    known = _signed(passage)
    if known is None:
        return signature(within(passage, edits, 0, len(passage)))
    whole, starts, ends, parts, states = known
    first, last = max(bisect_right(starts, edits[0][0]) - 1, 0), bisect_right(starts, edits[-1][1])
    lo, hi = ends[first - 1] if first else 0, ends[last] if last < len(ends) else len(passage)
    window = within(passage, edits, lo, hi)
    if _CODE.search(window):
        return signature(within(passage, edits, 0, len(passage)))
    said, state = _signed_pieces(window, states[first])
    last = min(last + 1, len(starts))
    rest = whole[parts[last] :] if state == states[last] else _signed_rest(passage, hi, state)
    return f"{whole[: parts[first]]}{said}{rest}"


@lru_cache(maxsize=64)
def has_code(text: str) -> bool:
    """Whether there is code or HTML in a text, where every sign and every blank may matter."""
    return _CODE.search(text) is not None


def _signature(text: str, state: int) -> str:
    return unicodedata.normalize("NFC", text.strip()) if _CODE.search(text) else _signed_pieces(text, state)[0]


@lru_cache(maxsize=64)
def _signed(passage: str) -> tuple[str, list[int], list[int], list[int], list[int]] | None:
    """The signature of a passage; where its runs without white space begin and end; and where the part of each begins in the signature, and in
    which state it is read. None for a passage with code in it."""
    if _CODE.search(passage):
        return None
    starts, ends, parts, states = [], [], [0], [_BEGIN]
    whole = []
    for piece in _PIECE.finditer(passage):
        said, state = _piece(piece[1], piece[2], states[-1])
        whole.append(said)
        starts.append(piece.start(2))
        ends.append(piece.end())
        parts.append(parts[-1] + len(said))
        states.append(state)
    return "".join(whole), starts, ends, parts, states


@lru_cache(maxsize=256)
def _signed_rest(passage: str, at: int, state: int) -> str:
    """The signature of what comes after a change, if it is read in another way because of it."""
    return _signed_pieces(passage[at:], state)[0]


def _signed_pieces(text: str, state: int) -> tuple[str, int]:
    """The signature of whole runs without white space, and the state after them."""
    said = []
    for gap, run in _PIECE.findall(text):
        if state & ~(_LINE | _ITEM) == 0 and "\n" not in gap and run.isascii() and run.isalpha():
            said.append(f" {run}")
            continue
        part, state = _known(gap, run, state) if len(run) <= _SHORT and len(gap) <= _SHORT else _piece(gap, run, state)
        said.append(part)
    return "".join(said), state


def _piece(gap: str, run: str, state: int) -> tuple[str, int]:
    """What a run without white space says behind its gap, and the state after it."""
    if not run.isascii():
        run = unicodedata.normalize("NFC", _DROPPABLE.sub("", run))
    sign = " "
    if state & _BEGIN or "\n" in gap:
        sign, state = _begun(gap, run, state)
    if state & _OPEN and run[0] != "|":
        mark = _MARK.fullmatch(run)
        if mark is not None:
            return _marked(sign, mark, state)
    if sign == " " and (state & _BAR or run[0] == "|"):
        sign = ""
    said = _typography(run)
    if said in ("–", "—") and not state & (_OPEN | _BAR):
        said = "-"
    if state & _FIRST:
        said = _uncapitalised(said)
    after = state & (_LINE | _ITEM)
    if "|" in said:
        after |= _LINE | (_BAR if said[-1] == "|" else 0)
    if _ends_a_sentence(said) or (state & _FIRST and not any(map(str.isalnum, said))):
        after |= _FIRST
    return sign + said, after


def _begun(gap: str, run: str, state: int) -> tuple[str, int]:
    """The sign before the first run of a line, and the state in which it is read: does it begin a block, underline one, or go on with it?"""
    block = state & (_BEGIN | _LINE) or gap.count("\n") > 1
    mark = _MARK.fullmatch(run)
    if mark is not None and mark[1] not in (None, "1") and not block and not state & _ITEM:
        mark = None  # "… since\n2027." is no second item
    if block or mark is not None:
        indent = len(_DROPPABLE.sub("", gap[gap.rfind("\n") + 1 :]).expandtabs(4))
        return "\n" + (" " * indent if mark is not None or indent >= 4 else ""), _OPEN | _FIRST
    return "\v" if _UNDERLINE.fullmatch(run) else " ", state


def _marked(sign: str, mark: re.Match[str], state: int) -> tuple[str, int]:
    """What the mark of a heading, a quotation or an item says, and the state after it."""
    run = mark[0]
    if run[0] == "#":
        return f"{sign}{run}\t", state | _LINE
    if run[0] == ">":
        return f"{sign}{run}\t", state
    return f"{sign}{run if mark[1] else '-'}\t", state | _ITEM


_known = lru_cache(maxsize=8_192)(_piece)


def _typography(run: str) -> str:
    """A run in the signs of a typewriter; an address stays as it is."""
    if "://" in run:
        return run
    if not run.isascii():
        run = unicodedata.normalize("NFC", _SETTABLE.sub(lambda found: _SET[found[0]], run))
    if "_" in run:
        run = _STRESS.sub(lambda found: found[0].replace("_", "*"), run)
    return run


def _uncapitalised(run: str) -> str:
    """The first word of a sentence as it would read further on; a word with more capitals, or with digits, is a name."""
    found = _FIRST_WORD.match(run)
    if found is None:
        return run
    word, at = found[1], found.start(1)
    first, rest = word[0].lower(), word[1:]
    if word[:2] == "IJ" and rest[1:].islower():
        first, rest = "i", "j" + rest[1:]
    if first.upper() != word[0] or rest != rest.lower():
        return run
    return run[:at] + first + rest + run[at + len(word) :]


def _ends_a_sentence(run: str) -> bool:
    """Whether a new sentence surely begins behind it: a stop may belong to a shortened word, to a number or to dots; a quote may go on."""
    bare = run.rstrip("*_")
    if bare[-1:] in ("!", "?"):
        return True
    if bare[-1:] != "." or bare[-2:] == "..":
        return False
    word = _NO_WORD.split(bare[-_SHORT:-1])[-1].lower()
    if not word:
        return True
    return len(word) > 1 and "." not in word and not word[-1].isdigit() and word not in _SHORTENED_WORDS and _VOWEL.search(word) is not None


def within(base: str, edits: Sequence[tuple[int, int, str]], lo: int, hi: int) -> str:
    """How ``base[lo:hi]`` reads with the edits in it."""
    if len(edits) == 1:
        start, end, text = edits[0]
        return base[lo:start] + text + base[end:hi]
    parts, at = [], lo
    for start, end, text in edits:
        parts += [base[at:start], text]
        at = end
    return "".join([*parts, base[at:hi]])
