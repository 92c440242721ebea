"""The measures that decide what people see, each held from both sides: who moves one finds a test that tells what it did."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plein.documents import Edit, crowd, diff, is_sweeping, merge, merge3, merge_step, moves, rebase_all, recognise, trace

WORDS = [f"{chr(97 + number // 26)}{chr(97 + number % 26)}xen" for number in range(400)]
"""Words of five letters that have nothing in common."""


def same_paragraph(kept: int) -> bool:
    """Of two paragraphs one is left, with so many of twenty words as they were in the first: it is that one, changed."""
    old = f"Alpha beta.\n\n{' '.join(WORDS[:20])}.\n\n{' '.join(WORDS[40:60])}.\n\nOmega.\n"
    changed = " ".join([*WORDS[:kept], *WORDS[300 : 320 - kept]])
    return len(diff(old, f"Alpha beta.\n\n{changed}.\n\nOmega.\n")) > 1


def cut_short(kept: int) -> bool:
    """Of two paragraphs of forty words one is left in ten, so many of them as they were in the first: it is that one, cut short."""
    old = f"Alpha beta.\n\n{' '.join(WORDS[:40])}.\n\n{' '.join(WORDS[40:80])}.\n\nOmega.\n"
    changed = " ".join([*WORDS[:kept], *WORDS[300 : 310 - kept]])
    return len(diff(old, f"Alpha beta.\n\n{changed}.\n\nOmega.\n")) > 1


def kept_in_part(kept: int) -> bool:
    """A paragraph of twenty words of which so many stay, each between new ones, is changed and not replaced whole."""
    changed = [word if number % 2 == 0 and number < 2 * kept else WORDS[200 + number] for number, word in enumerate(WORDS[:20])]
    return len(diff(f"{' '.join(WORDS[:20])}\n", f"{' '.join(changed)}\n")) > 1


def seams_alone(parts: int) -> bool:
    """A paragraph split into so many is its seams and nothing else."""
    parted = [f"Sentence {WORDS[number]} stands here." for number in range(parts)]
    edits = diff(f"Alpha.\n\n{' '.join(parted)}\n\nOmega.\n", "Alpha.\n\n" + "\n\n".join(parted) + "\n\nOmega.\n")
    return all(edit.text.isspace() for edit in edits)


def swept(paragraphs: int, touched: int) -> bool:
    """So many of so many paragraphs of one length, written anew."""
    old = [f"Paragraph {number} here." for number in range(paragraphs)]
    new = ["Zzzzzzz qqqqqqqq rrr." if number < touched else text for number, text in enumerate(old)]
    base = "\n\n".join(old) + "\n"
    return is_sweeping(base, diff(base, "\n\n".join(new) + "\n"))


def moved(letters: int) -> bool:
    """A line of so many letters, taken to the end."""
    line = "q" * letters
    old = f"{line}\n\nAlpha beta gamma.\n\nDelta epsilon.\n"
    return bool(moves(old, diff(old, f"Alpha beta gamma.\n\nDelta epsilon.\n\n{line}\n")))


def held_as_twice(letters: int) -> bool:
    """The same new line of so many letters, put in at two places by two people."""
    base, line = "Alpha.\n\nBeta.\n\nGamma.\n", "k" * letters
    two = (f"Alpha.\n\n{line}\n\nBeta.\n\nGamma.\n", f"Alpha.\n\nBeta.\n\n{line}\n\nGamma.\n")
    return bool(merge(base, dict(enumerate(diff(base, text) for text in two))).held)


def survives(words: int) -> bool:
    """A paragraph of twenty words of which so many stay: what was suggested on the others has collided, and is not orphaned."""
    mine = [word[:3] for word in WORDS[:20]]
    old, new = (
        f"# Title\n\n{' '.join(some)}\n\nEnd.\n" for some in (mine, [*(word[:3] for word in WORDS[300 : 320 - words]), *mine[-words:]])
    )
    start, stop = old.index(mine[0]), old.index(mine[20 - words])
    change = [Edit(start, stop, new[start : new.index(mine[20 - words])])]
    return rebase_all(old, new, {1: [Edit(start, start + 3, "zzz")]}, change=change)[1].status == "collided"


def stays_whose(letters: int) -> bool:
    """Somebody takes a word of so many letters from one paragraph to the next: it stays the first author's."""
    word = "m" * letters
    base = f"Alpha {word} beta.\n\nGamma delta.\n"
    step = merge_step(base, {"bea": [Edit(6, 7 + letters, ""), Edit(len(base) - 2, len(base) - 2, f" {word}")]})
    return all(run.sources == {"anna"} for run in trace(base, "anna", [step]) if run.end - run.start > 1)


def goes_with_a_rewrite(taken_out: int) -> bool:
    """One takes so many of twenty words out, the other changes the last."""
    base = " ".join(WORDS[:20]) + "\n"
    mine = " ".join([WORDS[0], *WORDS[1 + taken_out : 20]]) + "\n"
    return merge3(base, mine, base.replace(WORDS[19], "zzz")).clean


def goes_with_a_moved_passage(words: int) -> bool:
    """One moves so many words further on in a paragraph, the other changes another word."""
    passage, others = ["alpha", "bravo", "charlie", "delta", "echoes", "foxtrot"][:words], WORDS[:20]
    base = " ".join([*passage, *others[:10], "Middle", *others[10:]]) + "\n"
    mine = " ".join([*others[:10], "Middle", *others[10:15], *passage, *others[15:]]) + "\n"
    return merge3(base, mine, base.replace(others[18], "zzzzz")).clean


def goes_with_a_grown_sentence(letters: int) -> bool:
    """Into a sentence of forty characters one puts so many, blank included; the other changes a word of it."""
    base = "The town keeps a list of those who wait.\n"
    return merge3(base, base.replace("town ", f"town {'y' * (letters - 1)} "), base.replace("those", "people")).clean


def alike(one: str, two: str, stands: str) -> bool:
    """Whether two wordings of one passage are shown as nearly the same."""
    found = crowd(f"{stands} end\n", {1: [Edit(0, len(stands), one)], 2: [Edit(0, len(stands), two)]})
    return any(each.like is not None for each in found.screens[0].alternatives)


def wordings_alike(other: int) -> bool:
    """Two wordings of a hundred letters that differ in so many."""
    return alike("q" * 100, "q" * (100 - other) + "r" * other, "stays")


def wordings_close(more: int) -> bool:
    """Of two hundred letters one person changes forty, the other the same and so many more."""
    return alike("r" * 40 + "q" * 160, "r" * (40 + more) + "q" * (160 - more), "q" * 200)


def near(characters: int) -> bool:
    """Two changes with so many characters between them, and no end of a sentence."""
    base = f"ab {'x' * (characters - 2)} cd\n"
    return bool(merge(base, {1: [Edit(0, 2, "ef")], 2: [Edit(len(base) - 3, len(base) - 1, "gh")]}).near)


def held_as_fence(characters: int) -> bool:
    """Two people put in a fence each, with so many characters of others' text between them: together they would make code of it."""
    between = "x" * characters
    base = f"Top.\n\n{between}\n\nEnd.\n"
    after = 6 + characters + 1
    return bool(merge(base, {1: [Edit(6, 6, "```\n")], 2: [Edit(after, after, "```\n")]}).held)


def told_apart(kept: int) -> bool:
    """Ten words differ between two versions; a text has so many of the older's, and of the rest the newer's."""
    older, newer = ([f"{word}. Stays {WORDS[50 + n]}." for n, word in enumerate(WORDS[at : at + 10])] for at in (0, 10))
    text = " ".join([*older[:kept], *newer[kept:]])
    return recognise(f"{text}\n", {1: f"{' '.join(older)}\n", 2: f"{' '.join(newer)}\n"}) == (1,)


@pytest.mark.parametrize(
    ("reads_so", "last", "first"),
    [
        pytest.param(same_paragraph, 5, 6, id="SAME_PARAGRAPH"),
        pytest.param(cut_short, 5, 6, id="PARAGRAPH_INSIDE"),
        pytest.param(kept_in_part, 5, 6, id="REPLACED_PARAGRAPH"),
        pytest.param(lambda parts: not seams_alone(parts), 24, 25, id="SPLIT_AT_MOST"),
        pytest.param(lambda count: swept(count, count), 4, 5, id="SWEEPING_PARAGRAPHS"),
        pytest.param(lambda count: swept(10, count), 6, 7, id="SWEEPING_SHARE"),
        pytest.param(moved, 3, 4, id="MOVED_LETTERS"),
        pytest.param(held_as_twice, 15, 16, id="PASSAGE_LETTERS"),
        pytest.param(survives, 6, 7, id="PARAGRAPH_SURVIVES"),
        pytest.param(stays_whose, 19, 20, id="WORDS_STAY_WHOSE"),
        pytest.param(lambda count: not goes_with_a_rewrite(count), 16, 17, id="PASSAGE_ANEW"),
        pytest.param(lambda count: not goes_with_a_moved_passage(count), 3, 4, id="PASSAGE_MOVED"),
        pytest.param(lambda count: not goes_with_a_grown_sentence(count), 20, 21, id="SENTENCE_GROWN"),
        pytest.param(lambda count: not wordings_alike(count), 9, 10, id="WORDINGS_ALIKE"),
        pytest.param(lambda count: not wordings_close(count), 14, 15, id="WORDINGS_APART"),
        pytest.param(lambda count: not near(count), 2000, 2001, id="NEAR_CHARACTERS"),
        pytest.param(lambda count: not held_as_fence(count), 3998, 3999, id="SHAPE_CHARACTERS"),
        pytest.param(told_apart, 6, 7, id="TOLD_APART"),
    ],
)
def test_every_measure_is_where_it_is_said_to_be(reads_so: Callable[[int], bool], last: int, first: int) -> None:
    """A value that drifts changes what thousands of people see, and nothing else would fail."""
    assert not reads_so(last)
    assert reads_so(first)
