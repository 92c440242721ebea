"""A block written anew without some of its items and with others: no blank too many is left behind, no empty mark and no half of one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plein.documents.text.seen import Seen

_AROUND = 64
"""So many items before and behind what changes are looked at: more than there are marks and blanks in a row."""


@dataclass(slots=True)
class _Bit:
    """A piece of the block.

    Attributes:
        kind: As of an item; ``blank`` for a sign that is one, ``gap`` where something went.
        text: How it is written.
        pair: Which mark it opens or closes.
        loose: Of a blank, whether it came, or lost its neighbour.
    """

    kind: str
    text: str = ""
    pair: int = -1
    loose: bool = False


def mended(text: str, block: Seen, goes: Collection[int], comes: Mapping[int, Sequence[str]]) -> str:
    r"""How a block is written without some of its items, and with words put in before some.

    Args:
        text: The text it stands in.
        block: The block.
        goes: The numbers of the items that go.
        comes: What is put in, by the number of the item behind it.

    >>> from plein.documents.text.shown import leaves
    >>> from plein.documents.text.seen import seen
    >>> text = "We **plant green** trees.\n"
    >>> block = seen(text, leaves(text)[0])
    >>> block and mended(text, block, range(10, 15), {16: [" old"]})
    'We **plant** old trees.'
    """
    items, touched = block.items, sorted({*goes, *comes})
    if not touched:
        return text[items[0].start : items[-1].end]
    first, last = max(touched[0] - _AROUND, 0), min(touched[-1] + _AROUND, len(items))
    bits = [_Bit("sign", text[items[0].start : items[first].start])] if first else []
    for number, item in enumerate(items[first:last], first):
        for words in comes.get(number, ()):
            bits += _put_in(words)
        kind = "blank" if item.kind == "sign" and item.says.isspace() else item.kind
        bits.append(_Bit("gap") if number in goes else _Bit(kind, text[item.start : item.end], item.pair))
    for words in comes.get(len(items), ()):
        bits += _put_in(words)
    if last < len(items):
        bits.append(_Bit("sign", text[items[last].start : items[-1].end]))
    while any(rule(bits) for rule in (_loosened, _unpaired, _moved_out, _single)):
        pass
    return "".join(bit.text for bit in bits)


def _put_in(words: str) -> Iterator[_Bit]:
    """What comes, its blanks apart."""
    bare = words.strip()
    if words[:1].isspace():
        yield _Bit("blank", " ", loose=True)
    if bare:
        yield _Bit("sign", bare)
    if bare and words[-1].isspace():
        yield _Bit("blank", " ", loose=True)


def _loosened(bits: Sequence[_Bit]) -> bool:
    """A blank beside a gap is loose."""
    for number, bit in enumerate(bits):
        for near in (number - 1, number + 1) if bit.kind == "gap" else ():
            if 0 <= near < len(bits) and bits[near].kind == "blank" and not bits[near].loose:
                bits[near].loose = True
                return True
    return False


def _unpaired(bits: list[_Bit]) -> bool:
    """A mark that held words goes with the last of them; a note in it stays."""
    for number, bit in enumerate(bits):
        if bit.kind == "open":
            inner = number + 1
            while bits[inner].kind in ("gap", "note") or bits[inner].loose:
                inner += 1
            if bits[inner].kind == "close" and any(one.kind == "gap" for one in bits[number:inner]):
                bits[number], bits[inner] = _Bit("gap"), _Bit("gap")
                return True
    return False


def _moved_out(bits: list[_Bit]) -> bool:
    """A loose blank at the inner edge of a mark stands outside it."""
    for number, bit in enumerate(bits):
        if bit.loose:
            before, behind = _next(bits, number, -1), _next(bits, number, 1)
            to = behind if bits[behind : behind + 1] and bits[behind].kind == "close" else number
            to = before if before >= 0 and bits[before].kind == "open" else to
            if to != number:
                bits.insert(to, bits.pop(number))
                return True
    return False


def _single(bits: list[_Bit]) -> bool:
    """Of two blanks one is enough, the end of a line sooner than another; at the ends of a block or a cell none is needed."""
    for number, bit in enumerate(bits):
        if bit.kind != "blank":
            continue
        before, behind = _next(bits, number, -1), _next(bits, number, 1)
        ends = before < 0 or behind == len(bits) or "cell" in (bits[before].kind, bits[behind].kind)
        if bit.loose and ends:
            bits[number] = _Bit("gap")
            return True
        if behind < len(bits) and bits[behind].kind == "blank" and (bit.loose or bits[behind].loose):
            bits[number if bit.loose and "\n" not in bit.text else behind] = _Bit("gap")
            return True
    return False


def _next(bits: Sequence[_Bit], number: int, step: int) -> int:
    """The nearest bit that is no gap; -1, or how many there are, if there is none."""
    number += step
    while 0 <= number < len(bits) and bits[number].kind == "gap":
        number += step
    return number
