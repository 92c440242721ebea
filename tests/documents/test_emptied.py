"""When all words of something go, its sign goes too: nobody wants an empty item, number or heading."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import apply, canonical, diff, replace_quote
from plein.documents.diff.emptied import emptied, hanging

from .strategies import edited, texts

TEXT = """\
# Haven

Vooraf.

- Kranen
- Kades
  - Noordkade
- Loodsen

1. Enig besluit

## Oude plannen

> Zo was het.

> Eerst dit.
>
> Daarna dat.

- [ ] bellen
- schrijven

| wat | waar |
|---|---|
| kraan | west |
| loods | oost |

**Vervalt geheel**

Een **grote** kade met een [plan](https://voorbeeld.nl/plan) erbij.

Zie de noot[^1].

[^1]: Uit het archief.

Ten slotte
----------

Einde.
"""


@pytest.mark.parametrize(
    ("quote", "gone"),
    [
        ("Kranen", "- Kranen\n"),
        ("Loodsen", "- Loodsen\n"),
        ("Noordkade", "  - Noordkade\n"),
        ("Kades\n  - Noordkade", "- Kades\n  - Noordkade\n"),
        ("Loodsen\n", "- Loodsen\n"),
        ("Enig besluit", "1. Enig besluit\n\n"),
        ("Oude plannen", "## Oude plannen\n\n"),
        ("Oude plannen\n", "## Oude plannen\n\n"),
        ("Ten slotte", "Ten slotte\n----------\n\n"),
        ("Zo was het.", "> Zo was het.\n\n"),
        ("Eerst dit.", "> Eerst dit.\n>\n"),
        ("Daarna dat.", ">\n> Daarna dat.\n"),
        ("Eerst dit.\n>\n> Daarna dat.", "> Eerst dit.\n>\n> Daarna dat.\n\n"),
        ("bellen", "- [ ] bellen\n"),
        ("kraan | west", "| kraan | west |\n"),
        ("Vervalt geheel", "**Vervalt geheel**\n\n"),
        ("grote", " **grote**"),
        ("Uit het archief.", "[^1]: Uit het archief.\n\n"),
    ],
)
def test_the_sign_goes_with_the_words(quote: str, gone: str) -> None:
    """As a paragraph goes with its line end."""
    assert TEXT.count(gone) == 1
    assert apply(TEXT, replace_quote(TEXT, quote, "")[1]) == TEXT.replace(gone, "")


def test_the_words_of_a_link_go_with_its_address() -> None:
    """An address without words is nothing to click on."""
    base = "Lees het [rapport](https://voorbeeld.nl/r) nog eens.\n"
    assert apply(base, replace_quote(base, "rapport", "")[1]) == "Lees het nog eens.\n"


def test_an_item_in_which_others_stand_is_left_and_named() -> None:
    """Without it they would hang in the air; with it they would be lost."""
    edits = replace_quote(TEXT, "Kades", "")[1]
    item = hanging(TEXT, edits)
    assert item is not None
    assert TEXT[item.start : item.end] == "- Kades"
    assert apply(TEXT, edits) == TEXT.replace("- Kades", "-")
    assert hanging(TEXT, replace_quote(TEXT, "Kades\n  - Noordkade", "")[1]) is None


@pytest.mark.parametrize(
    ("proposed", "meant"),
    [
        (TEXT.replace("- Kranen", "-"), TEXT.replace("- Kranen\n", "")),
        (TEXT.replace("Kades", "").replace("Noordkade", ""), TEXT.replace("- Kades\n  - Noordkade\n", "")),
        (TEXT.replace("Oude plannen", "").replace("Einde", "Slot"), TEXT.replace("## Oude plannen\n\n", "").replace("Einde", "Slot")),
        (TEXT.replace("| kraan | west |", "|  |  |"), TEXT.replace("| kraan | west |\n", "")),
        (TEXT.replace("| wat | waar |", "|  |  |"), TEXT.replace("| wat | waar |", "|  |  |")),
        (TEXT.replace("Kades", ""), TEXT.replace("Kades", "")),
        (TEXT.replace("**Vervalt geheel**", "****"), TEXT.replace("**Vervalt geheel**\n\n", "")),
    ],
)
def test_a_sign_left_behind_in_a_whole_text_goes_too(proposed: str, meant: str) -> None:
    """The same wish, whichever way it is handed in."""
    assert apply(TEXT, emptied(TEXT, diff(TEXT, canonical(proposed)))) == canonical(meant)


def test_deleting_the_last_item_leaves_the_next_paragraph_apart() -> None:
    """Else it would become a line of the item before."""
    base = "- Kranen\n- Loodsen\n\nEinde.\n"
    assert apply(base, replace_quote(base, "- Loodsen", "")[1]) == "- Kranen\n\nEinde.\n"
    assert apply(base, replace_quote(base, "Loodsen", "")[1]) == "- Kranen\n\nEinde.\n"


def test_a_quotation_behind_a_list_stands_in_no_item_of_it() -> None:
    """So the item goes; one that a quotation does stand in stays."""
    base = "- Kranen\n- Loodsen\n\n> Zo was het.\n"
    assert apply(base, replace_quote(base, "Loodsen", "")[1]) == "- Kranen\n\n> Zo was het.\n"
    assert apply(base, replace_quote(base, "Loodsen", "", exact=True)[1]) == "- Kranen\n-\n\n> Zo was het.\n"  # as it was written in then
    held = "- Loodsen\n\n  > Zo was het.\n"
    assert hanging(held, replace_quote(held, "Loodsen", "")[1]) is not None
    quoted = "> - Kranen\n>   - Kade\n> - Loods\n"
    assert hanging(quoted, replace_quote(quoted, "Kranen", "")[1]) is not None
    assert apply(quoted, replace_quote(quoted, "Kade", "")[1]) == "> - Kranen\n> - Loods\n"


@given(st.data())
def test_no_word_goes_that_was_to_stay(data: st.DataObject) -> None:
    """Only signs are taken along."""
    base = data.draw(texts())
    proposed = data.draw(edited(base))
    after = apply(base, emptied(base, diff(base, proposed)))
    assert _letters(after) == _letters(proposed)


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, re.sub(r"\]\([^()]*\)", "]", text)))
