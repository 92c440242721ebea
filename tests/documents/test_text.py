"""Canonical text: one form, whatever program and whatever alphabet it was written in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import canonical, decode, digest
from plein.errors import BrokenText
from tests.laws import looks

from .strategies import texts, wild_texts


@given(st.one_of(texts(), wild_texts()))
def test_a_canonical_text_stays_as_it_is(text: str) -> None:
    """Offsets are stored against it; a second reading must not move them."""
    assert canonical(text) == text
    assert text == "" or (text.endswith("\n") and not text.endswith("\n\n") and "\r" not in text)


@given(texts())
def test_a_canonical_text_comes_back_from_its_bytes(text: str) -> None:
    """What one person saves another reads."""
    if text:
        assert decode(text.encode()) == text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("", ""),
        ("\n\n", ""),
        ("  \t\n ", ""),
        ("\ufeff", ""),
        ("\ufeffWij.", "Wij.\n"),
        ("a\r\nb\rc", "a\nb\nc\n"),
        ("a\n\n\n", "a\n"),
        ("hard  \nbreak\n", "hard  \nbreak\n"),
        ("e\u0301e\u0301n", "één\n"),
        ("bladzij een\fbladzij twee", "bladzij een\nbladzij twee\n"),
    ],
)
def test_a_text_has_one_form(raw: str, expected: str) -> None:
    """Two people who type the same words must hand in the same text."""
    assert canonical(raw) == expected


@pytest.mark.parametrize("raw", ["a\0b", "a\x1b[31mb", "a\ud800b", "\x07"])
def test_a_text_with_what_is_no_text_is_refused(raw: str) -> None:
    """Control characters are invisible in a redline and do harm in a terminal."""
    with pytest.raises(BrokenText):
        canonical(raw)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"caf\xe9", "is not UTF-8 (byte 3 is 0xE9)"),
        (b"ab\0cd", "NUL at byte 2"),
        (b"PK\x03\x04\x00\x00", "a Word or other zipped document"),
        (b"%PDF-1.7", "a PDF"),
        (b"{\\rtf1\\ansi Wij bouwen.}", "an RTF document"),
        (b"\xef\xbb\xbf\r\n{\\rtf1", "an RTF document"),
        (b"\xff\xfea\x00", "UTF-16"),
        (b"ok\nno\x07", "U+0007) in line 2, byte 5"),
        (b"x" * 101, "has 101 bytes, more than the 100 allowed"),
    ],
)
def test_bytes_that_are_no_text_are_refused_in_one_clear_line(data: bytes, words: str) -> None:
    """Somebody exported the wrong file; the line tells which byte and what to do."""
    with pytest.raises(BrokenText) as refusal:
        decode(data, name="plan.md", limit=100)

    sentence = str(refusal.value)
    assert sentence.startswith("plan.md ")
    assert words in sentence
    assert "\n" not in sentence


def test_ten_megabytes_are_refused_before_they_are_read() -> None:
    """A large file by mistake must not stop the others' work."""
    with pytest.raises(BrokenText):
        decode(b"\0" * 10_000_000)


def test_a_digest_is_the_identity_of_a_text() -> None:
    """The record is checked with it years later, so it may never change."""
    assert digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    with pytest.raises(BrokenText):
        digest("\ud800")


@looks(200)
@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_what_no_text_may_hold_is_found_wherever_it_stands(text: str) -> None:
    """Control characters but tab and line ends, and halves of surrogate pairs."""
    lines = text.replace("\r\n", "\n").translate(dict.fromkeys(map(ord, "\r\f\v"), "\n"))
    wrong = [sign for sign in lines if (ord(sign) < 32 and sign not in "\t\n") or 0xD800 <= ord(sign) <= 0xDFFF]
    if not wrong:
        assert canonical(text) == canonical(lines)
        return
    with pytest.raises(BrokenText, match=f"U\\+{ord(wrong[0]):04X}"):
        canonical(text)
