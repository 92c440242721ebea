"""Answers about a text, remembered."""

from __future__ import annotations

from plein.documents.text.remembered import remembered


class Loud(str):
    """A text that counts how often it is compared by its letters."""

    compared = 0
    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        Loud.compared += 1
        return str.__eq__(self, other)

    __hash__ = str.__hash__


def test_one_answer_for_equal_texts_and_never_another_texts() -> None:
    """A text read anew is the same text; one letter more makes another."""
    asked: list[str] = []

    @remembered(8)
    def size(text: str) -> int:
        asked.append(text)
        return len(text)

    texts = ["home", "".join(["ho", "me"]), "homes"]
    assert [size(text) for text in texts * 3] == [4, 4, 5] * 3
    assert asked == ["home", "homes"]


def test_the_texts_at_hand_are_not_compared_letter_by_letter() -> None:
    """Thousands of suggestions on one text ask about it thousands of times, and a programme has half a million letters."""
    size = remembered(8)(len)
    size(Loud("home"))
    again, other = Loud("home"), Loud("house")
    size(again)
    size(other)
    Loud.compared = 0
    assert [size(text) for text in (again, other) * 100] == [4, 5] * 100
    assert Loud.compared == 0


def test_what_is_no_longer_remembered_is_found_out_anew() -> None:
    """Memory stays small, and right."""
    size = remembered(2)(len)
    texts = ["x" * number for number in range(50)]
    assert [size(text) for text in texts * 2] == list(range(50)) * 2
