"""What many changes come to together that none of them comes to alone: signs left alone, shapes, labels, numbers, neighbours."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from plein.documents import Edit, diff, merge, merge3
from tests.laws import looks

from .blocks import Text, known_texts

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SENTENCE = "De raad laat elk besluit voortaan in het openbaar lezen.\n"


def marked(text: str, words: str, opens: str, closes: str) -> str:
    """A text with signs around some words."""
    return text.replace(words, opens + words + closes, 1)


SIGNS = [
    ("**", "**"),
    ("*", "*"),
    ("~~", "~~"),
    ("[", "](https://voorbeeld.nl/a)"),
    ("(", ")"),
    ("“", "”"),
    ("«", "»"),
    ('"', '"'),
    ("`", "`"),
]


@pytest.mark.parametrize("two", SIGNS, ids=lambda signs: signs[0])
@pytest.mark.parametrize("one", SIGNS, ids=lambda signs: signs[0])
def test_pairs_that_cross_are_for_people(one: tuple[str, str], two: tuple[str, str]) -> None:
    """Marks that begin in each other and end outside nest into nonsense."""
    texts = {"a": marked(SENTENCE, "laat elk besluit", *one), "b": marked(SENTENCE, "besluit voortaan", *two)}

    assert merge(SENTENCE, {who: diff(SENTENCE, text) for who, text in texts.items()}).held == {"a", "b"}
    assert not merge3(SENTENCE, texts["a"], texts["b"]).clean


@pytest.mark.parametrize("two", SIGNS, ids=lambda signs: signs[0])
@pytest.mark.parametrize("one", SIGNS[:-1], ids=lambda signs: signs[0])
def test_pairs_inside_each_other_go_in(one: tuple[str, str], two: tuple[str, str]) -> None:
    """Words marked inside marked words are no quarrel."""
    texts = {"a": marked(SENTENCE, "laat elk besluit voortaan", *one), "b": marked(SENTENCE, "elk besluit", *two)}

    merged = merge(SENTENCE, {who: diff(SENTENCE, text) for who, text in texts.items()})

    if one == two or {one[0], two[0]} <= {"**", "*"}:  # equal signs say nothing of what they open
        assert not merged.held or not merged.applied
    else:
        assert merged.text == marked(texts["a"], "elk besluit", *two)


@pytest.mark.parametrize(("opens", "closes"), SIGNS, ids=lambda sign: sign)
def test_half_a_pair_is_not_shared(opens: str, closes: str) -> None:
    """One drops the signs, one puts the closing one elsewhere: neither may leave the other's half alone."""
    base = marked(SENTENCE, "elk besluit", opens, closes)
    longer = marked(SENTENCE, "elk besluit voortaan", opens, closes)

    merged = merge(base, {"drop": diff(base, SENTENCE), "stretch": diff(base, longer)})

    assert merged.text == base
    assert merged.held == {"drop", "stretch"}


SHAPES = {
    "row into a table that loses a column": (
        "| a | b |\n|---|---|\n| 1 | 2 |\n",
        "| a |\n|---|\n| 1 |\n",
        "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n",
    ),
    "row into a table that gets a column": (
        "| a | b |\n|---|---|\n| 1 | 2 |\n",
        "| a | b | c |\n|---|---|---|\n| 1 | 2 | 5 |\n",
        "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n",
    ),
    "row into a table whose columns change places": (
        "| wat | wie |\n|---|---|\n| kaas | Els |\n",
        "| wie | wat |\n|---|---|\n| Els | kaas |\n",
        "| wat | wie |\n|---|---|\n| kaas | Els |\n| brood | Jan |\n",
    ),
    "item under another sign": ("Nodig:\n\n- zout\n- peper\n", "Nodig:\n\n* zout\n* peper\n", "Nodig:\n\n- zout\n- peper\n- olie\n"),
    "line into a paragraph that becomes a heading": (
        "Eerst dit.\n\nDan dat.\n",
        "## Eerst dit.\n\nDan dat.\n",
        "Eerst dit.\nEn meer.\n\nDan dat.\n",
    ),
    "item into a list that is indented": ("- een\n- twee\n- drie\n", "- een\n  - twee\n  - drie\n", "- een\n- twee\n- nieuw\n- drie\n"),
    "a label for two notes": ("Kaas.\n\nBrood.\n", "Kaas.[^1]\n\n[^1]: Gouds.\n\nBrood.\n", "Kaas.\n\nBrood.[^1]\n\n[^1]: Wit.\n"),
    "a note that goes while its mark comes": (
        "Kaas.[^1]\n\nBrood.\n\n[^1]: Gouds.\n",
        "Kaas.\n\nBrood.\n",
        "Kaas.[^1]\n\nBrood.[^1]\n\n[^1]: Gouds.\n",
    ),
    "a label renamed while it is used again": (
        "Zie [hier][plan].\n\nEn daar.\n\n[plan]: https://voorbeeld.nl/a\n",
        "Zie [hier][nota].\n\nEn daar.\n\n[nota]: https://voorbeeld.nl/a\n",
        "Zie [hier][plan].\n\nEn [daar][plan].\n\n[plan]: https://voorbeeld.nl/a\n",
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_nobody_asked_for_is_for_people(name: str) -> None:
    """Two good changes may make one bad table."""
    base, one, two = SHAPES[name]

    merged = merge(base, {"one": diff(base, one), "two": diff(base, two)})

    assert merged.held == {"one", "two"}
    assert merged.text == base


def census(text: str) -> Counter[str]:
    """How many blocks of each kind a text has, seen by a parser that is not ours."""
    return Counter(token.type for token in PARSER.parse(text) if token.nesting >= 0 and token.type.endswith("_open"))


@st.composite
def reshaped(draw: st.DrawFn, text: Text) -> str:
    """A text of which somebody made something else of one block, or put a unit into it."""
    base = text.written()
    at = draw(st.integers(0, len(text.blocks) - 1))
    block = text.blocks[at]
    old, unit = block.written(), draw(st.sampled_from(block.units))
    act = draw(st.sampled_from(("drop", "unit", "line", "sign", "quote", "bold", "blank", "child", "note")))
    new = old
    if act == "drop":
        return text.without(*((at, number) for number in range(len(block.units))))
    if act == "unit" and block.kind in ("bullets", "rows", "loose"):
        line = next(line for line in old.split("\n") if unit in line)
        new = old.replace(line, line + ("\n" if block.kind != "loose" else "\n\n") + line.replace(unit, unit.replace("wijk", "buurt")), 1)
    elif act == "line":
        new = old + "\nen nog een regel"
    elif act == "sign":
        new = old.replace("- ", "* ") if block.kind in ("bullets", "loose") else "# " + old if block.kind == "paragraph" else old
    elif act == "quote":
        new = "\n".join("> " + line for line in old.split("\n"))
    elif act == "bold":
        word = unit.split()[0]
        new = old.replace(word, f"**{word}**", 1)
    elif act == "blank":
        new = old.replace(". ", ".\n\n", 1)
    elif act == "child" and block.kind == "bullets":
        line = next(line for line in old.split("\n") if unit in line)
        new = old.replace(line, line + "\n  - onder " + unit, 1)
    elif act == "note":
        new = old.replace(unit, unit.rstrip(".") + "[^7]", 1)
    return base.replace(old, new, 1)


@looks(250)
@given(known_texts(), st.data())
def test_blocks_add_up(text: Text, data: st.DataObject) -> None:
    """What is merged without a word has the blocks that everybody asked for, and no others."""
    base = text.written()
    texts = [data.draw(reshaped(text)) for _ in range(data.draw(st.integers(2, 3)))]
    edits = {number: diff(base, new) for number, new in enumerate(texts)}
    merged = merge(base, edits)
    stands = census(base)
    expected = Counter(stands)
    several = set()
    for number in merged.applied:
        if edits[number] in several or not several.isdisjoint({edits[number]}):
            continue
        several.add(edits[number])
        expected.update(census(texts[number]))
        expected.subtract(stands)
    got = census(merged.text)

    lists = ("bullet_list_open", "ordered_list_open", "blockquote_open", "table_open", "thead_open", "tbody_open")
    # what stood between two lists went, and one of the lists, or one of them became another kind or plain words and so stays by itself
    drops = sum(len(one) < len(base) for one in texts)
    joined = drops > 1 or (drops > 0 and any(one.count(sign) > base.count(sign) for one in texts for sign in ("* ", "> ", "\n\n")))
    assert {kind for kind in got if got[kind] > expected[kind] and not (joined and kind in lists)} == set()
    assert {kind for kind in expected if expected[kind] > got[kind] and kind not in lists} == set()


@pytest.mark.parametrize("sign", ["   1.", "-", "2.", "#"])
def test_what_is_joined_to_a_line_that_another_takes_out_is_for_people(sign: str) -> None:
    """Else its words would be left without the sign of their line, and without the line they were to go on with."""
    base = f"1. huur\n2. koop\n{sign} dak\n"
    gone, joined = Edit(8, 16, ""), Edit(15, 16 + len(sign), "")
    merged = merge(base, {"bob": [gone], "kees": [joined]})
    assert merged.held == {"bob", "kees"}
    assert merged.text == base


@pytest.mark.parametrize(
    ("base", "one", "two", "text"),
    [
        ("1. een\n2. twee\n3. drie\n", "1. twee\n2. drie\n", "1. een\n2. drie\n", "1. drie\n"),
        ("1. een\n2. twee\n", "1. een\n2. anderhalf\n3. twee\n", "1. een\n2. twee\n3. drie\n", "1. een\n2. anderhalf\n3. twee\n4. drie\n"),
        (
            "4. vier\n5. vijf\n6. zes\n",
            "4. vijf\n5. zes\n",
            "4. vier\n5. vijf\n6. vijfenhalf\n7. zes\n",
            "4. vijf\n5. vijfenhalf\n6. zes\n",
        ),
        ("1) een\n2) twee\n", "1) nul\n2) een\n3) twee\n", "1) een\n2) twee\n3) drie\n", "1) nul\n2) een\n3) twee\n4) drie\n"),
        ("- a\n  1. een\n  2. twee\n", "- a\n  1. twee\n", "- a\n  1. een\n  2. twee\n  3. drie\n", "- a\n  1. twee\n  2. drie\n"),
    ],
)
def test_numbers_count_on(base: str, one: str, two: str, text: str) -> None:
    """Two people who change a numbered list in two places leave no number twice and none out."""
    assert merge(base, {"one": diff(base, one), "two": diff(base, two)}).text == text


def test_who_numbers_every_item_one_is_left_alone() -> None:
    """Some write 1. before every item on purpose."""
    base, ones = "1. een\n2. twee\n3. drie\n", "1. een\n1. twee\n1. drie\n"
    more = "1. een\n2. twee\n3. drie\n\nSlot.\n"

    assert merge(base, {"ones": diff(base, ones), "more": diff(base, more)}).text == ones + "\nSlot.\n"


@pytest.mark.parametrize(
    ("base", "one", "two", "near"),
    [
        ("Wij bouwen huizen hier.\n", "Wij bouwen huizen.\n", "Wij bouwen huizen hier nu.\n", True),
        ("- brood hier\n- kaas\n", "- brood\n- kaas\n", "- brood hier nu\n- kaas\n", True),
        ("# Brood. Kaas.\n", "# Broden. Kaas.\n", "# Brood. Kazen.\n", True),
        ("- Brood. Kaas.\n", "- Broden. Kaas.\n", "- Brood. Kazen.\n", True),
        ("| Brood. | Kaas. |\n|---|---|\n", "| Broden. | Kaas. |\n|---|---|\n", "| Brood. | Kazen. |\n|---|---|\n", True),
        ("Brood. Kaas.\n", "Broden. Kaas.\n", "Brood. Kazen.\n", False),
        ("Brood.[^1] Kaas.\n", "Broden.[^1] Kaas.\n", "Brood.[^1] Kazen.\n", False),
        ("Brood.\n\nKaas.\n\nMelk.\n", "Brood. En boter.\n\nKaas.\n\nMelk.\n", "Brood.\n\nJam.\n\nKaas.\n\nMelk.\n", True),
        ("Brood.\n\nKaas.\n\nMelk.\n", "Broden.\n\nKaas.\n\nMelk.\n", "Brood.\n\nKaas.\n\nMelk. En thee.\n", False),
        ("Op 3 mei 2027 komt de tram.\n", "Op 4 mei 2027 komt de tram.\n", "Op 3 juni 2027 komt de tram.\n", True),
    ],
)
def test_near_is_who_meets_in_one_sentence_row_heading_or_item(base: str, one: str, two: str, near: bool) -> None:
    """Worth reading once; and nothing else is."""
    merged = merge(base, {"one": diff(base, one), "two": diff(base, two)})

    assert bool(merged.near or merged.held) is near


def test_touching_changes_are_always_near() -> None:
    """Without an unchanged sign between them, two changes are read together whatever they are."""
    base = "De tram rijdt. De bus ook. De veerpont niet.\n"
    out = {"bus": diff(base, base.replace(" De bus ook.", "")), "pont": diff(base, base.replace(" De veerpont niet.", ""))}

    assert [near.suggestions for near in merge(base, out).near] == [("bus", "pont")]


def test_alike_beginnings_of_what_is_put_in_are_shared() -> None:
    """Who asks for one thing, and who asks for that and another, do not stand against each other."""
    base = "Wij willen:\n\n- brood\n\nDat is alles.\n"
    one, two = base.replace("- brood\n", "- brood\n- kaas\n"), base.replace("- brood\n", "- brood\n- kaas\n- melk\n")

    assert merge(base, {"one": diff(base, one), "two": diff(base, two)}).text == two


@pytest.mark.parametrize(
    ("one", "two", "text"),
    [
        ("brood[^2] eten", "brood met kaas eten", "brood[^2] met kaas eten"),
        ("**brood** eten", "brood met kaas eten", "**brood** met kaas eten"),
        ("brood, eten", "brood met kaas eten", "brood met kaas, eten"),
        ("[brood](https://voorbeeld.nl) eten", "brood met kaas eten", "[brood](https://voorbeeld.nl) met kaas eten"),
    ],
)
def test_only_one_order_makes_sense(one: str, two: str, text: str) -> None:
    """What is glued to a word stays at the word; words go behind it, and a comma behind those."""
    base = "Laten wij brood eten.\n"
    texts = {"one": base.replace("brood eten", one), "two": base.replace("brood eten", two)}

    assert merge(base, {who: diff(base, wish) for who, wish in texts.items()}).text == base.replace("brood eten", text)


@pytest.mark.parametrize("parts", [2, 3, 5, 7])
def test_a_split_is_its_seams(parts: int) -> None:
    """However many paragraphs one becomes, only blanks change, and what others change in it stays theirs."""
    sentences = [f"Zin nummer {number} gaat over wijk {number}{number}." for number in range(parts)]
    base, split = " ".join(sentences) + "\n", "\n\n".join(sentences) + "\n"

    assert {(base[e.start : e.end], e.text) for e in diff(base, split)} == {(" ", "\n\n")}
    assert {(split[e.start : e.end], e.text) for e in diff(split, base)} == {("\n\n", " ")}
    word = diff(base, base.replace(sentences[-1], sentences[-1].replace("gaat", "handelt")))
    assert merge(base, {"split": diff(base, split), "word": word}).text == split.replace(
        sentences[-1], sentences[-1].replace("gaat", "handelt")
    )
    three = merge3(base, split, base.replace(sentences[-1], sentences[-1].replace("gaat", "handelt")))
    assert three.clean
    assert re.sub(r"\s+", " ", three.text).count("handelt") == 1
    assert three.text.count("\n\n") == parts - 1
