"""Runs of words as the lines and tables a reader knows: headings, items of lists, quotations, code. What changed is told by ``marks``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from plein.publication.marks import Run, worded
from plein.publication.signs import HEADING, ITEM, PIPE, QUOTE, RULE, lone
from plein.publication.tables import Table, kind_of, side, table

_SIDES = ("del", "ins")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_ALONE = re.compile(r"[ \t]*(?:<|(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$)")
_UNDERLINE = re.compile(r"[ ]{0,3}(=+|-+)[ \t]*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text, or all lines of one paragraph, without the signs of Markdown that did not change.

    ``style``: ``h1`` to ``h6``, ``item``, ``quote``, ``code``, ``row``, ``text``, or ``blank``. ``depth``: how deep an item lies in
    others, from 0.
    """

    runs: tuple[Run, ...]
    style: str
    depth: int = 0

    @property
    def changed(self) -> bool:
        """Whether anything in it was put in or taken out."""
        return any(run.kind != "same" for run in self.runs)


def read(runs: Iterable[Run]) -> Iterator[Line | Table]:
    """The text that runs of words make, from top to bottom."""
    cut = list(_cut(runs))
    in_table, in_code = _of_tables(cut), _of_code(cut)
    found: list[list[Line] | Table] = []  # the lines of a paragraph together
    indents: list[int] = []
    at = 0
    while at < len(cut):
        if in_table[at] and not in_code[at]:
            end = next((n for n in range(at, len(cut)) if not in_table[n] or in_code[n]), len(cut))
            made = table(cut[at:end])
            found += [made] if made else [[_row(row)] for row in cut[at:end]]
            at = end
            continue
        line = _code(cut[at]) if in_code[at] else _line(cut[at], indents)
        at += 1
        before = found[-1] if found else None
        if not isinstance(before, list):
            found.append([line])
        elif _is_underline(found, line):
            before[0] = replace(before[0], style="h1" if "=" in line.runs[0].text else "h2")
        elif _goes_on(before, line):
            before.append(line)
        else:
            found.append([line])
    yield from (_joined(one) if isinstance(one, list) else one for one in found)


def _cut(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """The runs of each line of the text."""
    line: list[Run] = []
    for run in runs:
        first, *rest = run.text.split("\n")
        begun = bool(first) or not run.text.strip("\n")
        if first and line and run.kind == line[-1].kind == "same":
            line[-1] = replace(line[-1], text=line[-1].text + first)
        elif first:
            line.append(replace(run, text=first))
        elif run.kind != "same" and not run.text.strip("\n"):
            line.append(replace(run, text="¶"))  # only line ends: a split or a join
        for text in rest:
            yield line
            line = [replace(run, text=text, first=run.first and not begun)] if text else []
            begun = begun or bool(text)
    if line:
        yield line


def _of_tables(cut: Sequence[Sequence[Run]]) -> list[bool]:
    """For every line whether it is one of a table."""
    found = [all(side(runs, way).lstrip()[:1] in ("|", "") for way in _SIDES) and bool(_written(runs)) for runs in cut]
    for at, runs in enumerate(cut):
        if at and RULE.fullmatch(side(runs, "ins") or side(runs, "del")) and PIPE.search(_written(cut[at - 1])):
            end = next((n for n in range(at, len(cut)) if not PIPE.search(_written(cut[n]))), len(cut))
            found[at - 1 : end] = [True] * (end - at + 1)
    return found


def _of_code(cut: Sequence[Sequence[Run]]) -> list[bool]:
    """For every line whether it is one of a block of code, fences included, before or now."""
    opened = dict.fromkeys(_SIDES, "")
    found: list[bool] = []
    for runs in cut:
        inside = False
        for way in _SIDES:
            text = side(runs, way)
            fence = _FENCE.match(text)
            inside = inside or bool(opened[way] and text) or fence is not None
            if fence and not opened[way]:
                opened[way] = fence[1]
            elif fence and fence[1].startswith(opened[way]) and not text[fence.end() :].strip():
                opened[way] = ""
        found.append(inside)
    return found


def _written(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs).strip()


def _row(runs: Sequence[Run]) -> Line:
    rule = RULE.fullmatch(_written(runs)) and all(run.kind == "same" for run in runs)
    return Line((), "blank") if rule else Line(worded(runs), "row")


def _code(runs: Sequence[Run]) -> Line:
    hidden = _FENCE.match(_written(runs)) and all(run.kind == "same" for run in runs)
    return Line((), "blank") if hidden else Line(tuple(runs), "code")


def _line(runs: Sequence[Run], indents: list[int]) -> Line:
    if not _written(runs):
        marked = tuple(replace(run, text="¶") for run in runs if run.kind != "same")  # blanks alone, which nobody would see
        return Line(marked, "text" if marked else "blank")
    runs, shifts = _shifted(runs)
    style, depth, runs = _styled(runs, indents)
    return Line((*shifts, *worded(runs)), style, depth)


def _shifted(runs: Sequence[Run]) -> tuple[Sequence[Run], list[Run]]:
    """A change of the blanks before a line, which puts an item deeper or less deep, as arrows; and the rest."""
    at = 0
    while at < len(runs) and not runs[at].text.strip():
        at += 1
    if all(run.kind == "same" for run in runs[:at]):
        return runs, []
    blanks = "".join(run.text for run in runs[:at] if run.kind != "del")
    shifts = [replace(run, text="⇥ ") for run in runs[:at] if run.kind != "same"]
    return [replace(runs[at], text=blanks + runs[at].text), *runs[at + 1 :]], shifts


def _styled(runs: Sequence[Run], indents: list[int]) -> tuple[str, int, Sequence[Run]]:
    """Style and depth of a line, and its runs without the sign that says so, where that did not change by itself."""
    head, *tail = runs
    if any(HEADING.match(side(runs, way)) for way in _SIDES):
        indents.clear()
        return _heading(runs)
    firm = head.kind == "same" or kind_of(runs) == head.kind
    item = ITEM.match(head.text) if firm else None
    if item:
        depth = _depth(len(item[1].expandtabs(4)), indents)
        marker = item[2] if item[2][0].isdigit() else "•"
        return "item", depth, [replace(head, text=f"{marker} {head.text[item.end() :]}"), *tail]
    quote = QUOTE.match(head.text) if firm else None
    if quote:
        indents.clear()
        return "quote", 0, [replace(head, text=head.text[quote.end() :]), *tail]
    written = head.text.lstrip() if firm else head.text
    if written == head.text:
        indents.clear()
        changed_item = any(ITEM.match(side(runs, way)) for way in _SIDES)
        return "item" if changed_item else "text", 0, runs
    return "text", len(indents), [replace(head, text=written), *tail]


def _depth(indent: int, indents: list[int]) -> int:
    """How deep an item lies, and remember it for the next ones."""
    while indents and indents[-1] > indent:
        indents.pop()
    if not indents or indents[-1] < indent:
        indents.append(indent)
    return len(indents) - 1


def _heading(runs: Sequence[Run]) -> tuple[str, int, Sequence[Run]]:
    """A heading: without its signs, or with its levels as words of their own where they changed."""
    found = HEADING.match(side(runs, "ins")) or HEADING.match(side(runs, "del"))
    style = f"h{len(found[1])}" if found else "text"
    head, *tail = runs
    sign = HEADING.match(head.text)
    if sign and (head.kind == "same" or kind_of(runs) == head.kind):
        return style, 0, [replace(head, text=head.text[sign.end() :]), *tail]
    kept: list[Run] = []
    begins = True  # whether only signs came before
    for run in runs:
        sign = HEADING.match(run.text) if begins and run.kind != "same" else None
        if sign:
            level, name = lone(sign[0])
            kept.append(replace(run, text=level, sign=name))
            run = replace(run, text=run.text[sign.end() :], first=False)
        elif begins and run.kind == "same":
            begins = False
            run = replace(run, text=run.text.lstrip()) if all(one.sign for one in kept) else run
        kept += [run] if run.text else []
    return style, 0, kept


def _is_underline(found: Sequence[list[Line] | Table], line: Line) -> bool:
    """Whether a line makes the paragraph before it a heading."""
    paragraph = found[-1]
    above = found[-2] if len(found) > 1 else None
    alone = above is None or (isinstance(above, list) and above[0].style == "blank")
    if not alone or not isinstance(paragraph, list) or paragraph[0].style != "text":
        return False
    return len(line.runs) == 1 and line.runs[0].kind == "same" and _UNDERLINE.fullmatch(line.runs[0].text) is not None


def _goes_on(before: Sequence[Line], line: Line) -> bool:
    """Whether a line goes on with the paragraph before it, on at least one side."""
    style, last = before[0].style, before[-1]
    follows = line.style == "text" and style in ("text", "item", "quote")
    if not (follows or line.style == style == "quote") or not last.runs or not line.runs:
        return False
    one, two = ({run.kind for run in runs} for runs in (last.runs, line.runs))
    apart = "same" not in one | two and one.isdisjoint(two)
    return not apart and not any(_ALONE.match(runs[0].text) for runs in (last.runs, line.runs)) and last.runs[-1].text != "¶"


def _joined(parts: Sequence[Line]) -> Line:
    """The lines of one paragraph as one."""
    if len(parts) == 1:
        return parts[0]
    kept = list(parts[0].runs)
    for part in parts[1:]:
        last, first = kept[-1], part.runs[0]
        end = "\n" if last.text.endswith(("  ", "\\")) else " "
        if last.kind == "same":
            kept[-1] = replace(last, text=last.text.rstrip(" \\"))
        glue = replace(last, first=False) if _alike(last) == _alike(first) else Run("same", "")
        kept += [replace(glue, text=end), *part.runs]
    told: list[Run] = []
    for sign, group in groupby(kept, key=_alike):
        runs = list(group)
        told += runs if sign[2] else [replace(runs[0], text="".join(run.text for run in runs))]
    return replace(parts[0], runs=tuple(told))


def _alike(run: Run) -> tuple[str, int, str]:
    return run.kind, run.change, run.sign
