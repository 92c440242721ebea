"""Which names could be taken for each other: laws first, then what people have typed."""

from __future__ import annotations

import unicodedata

import pytest
from confusable_homoglyphs.confusables import confusables_data, is_confusable
from hypothesis import assume, given
from hypothesis import strategies as st

from plein.likeness import _PLAIN, alike, has_letters

names = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
letters = st.text(st.characters(categories=("Lu", "Ll"), max_codepoint=0x24F), min_size=1, max_size=12)


@given(names)
def test_a_name_is_like_itself_in_every_normal_form(name: str) -> None:
    """A Mac writes é in two characters, and Windows in one; nobody sees which."""
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert alike(name, unicodedata.normalize(form, name))


@given(names, names)
def test_likeness_has_no_direction(one: str, other: str) -> None:
    """Who came first makes no difference."""
    assert alike(one, other) == alike(other, one)


@given(letters)
def test_capitals_and_blanks_make_no_difference(name: str) -> None:
    """They are typed as the shift key has it."""
    assert alike(name, name.casefold())
    assert alike(name, f"  {name[:1]} {name[1:]}. ")


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_numbers_that_stand_apart_stay_apart(one: int, two: int, three: int, four: int) -> None:
    """Desk 1, place 12 is not desk 11, place 2."""
    assume((one, two) != (three, four))
    assert not alike(f"desk-{one}-{two}", f"desk-{three}-{four}")


def test_every_letter_the_library_knows_is_like_what_it_looks_like() -> None:
    """The table is used whole, and not only for what we thought of."""
    letters = sorted(one for one in confusables_data if len(one) == 1 and one.isalpha() and one.isprintable())
    pairs = [(one, other["c"].replace("\u200e", "")) for one in letters for other in is_confusable(one, greedy=True)[0]["homoglyphs"]]

    assert len(pairs) > 5_000
    assert [(one, other) for one, other in pairs if has_letters(other) and not alike(f"x{one}x", f"x{other}x")] == []


def test_what_is_written_here_of_ascii_is_what_the_library_says() -> None:
    """Two tables that differ would take one name for another on some days."""
    says = {one: confusables_data[one][0]["c"] for one in map(chr, range(33, 127)) if len(confusables_data.get(one, ())) == 1}

    assert {chr(one): looks_like for one, looks_like in _PLAIN.items()} == {one: says[one] for one in says if one.isalnum() or one == "|"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("jan", "Jan"),
        ("jan", "j\u0430n"),  # Cyrillic а
        ("jan", "\u0458an"),  # Cyrillic ј
        ("zo\u00eb", "zoe\u0308"),
        ("zoë", "zoe"),
        ("piet", "ｐｉｅｔ"),
        ("Kees de Wit", "kees-de-wit"),
        ("Kees de Wit", "KeesdeWit"),
        ("Bob", "\u0412ob"),  # Cyrillic В
        ("Ilse", "llse"),
        ("otto", "0tt0"),
        ("Van Dam", "Van Darn"),
        ("straße", "STRASSE"),
        ("jan", "ja\ufe0fn"),
        ("piet@example.org", "Piet@Example.org"),
    ],
)
def test_these_could_be_taken_for_each_other(one: str, other: str) -> None:
    """On a page, in a list, at a glance."""
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("jan", "jans"), ("piet", "peter"), ("राम", "रीम"), ("😀", "😎"), ("emp-1-12", "emp-11-2"), ("佐藤", "佐々木"), ("!", "?")],
)
def test_these_could_not(one: str, other: str) -> None:
    """A person who is refused for somebody else's name would be right to be cross."""
    assert not alike(one, other)
