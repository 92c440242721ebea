"""A suggestion that reaches far is short on the page: its two ends, what changes, and how many paragraphs lie between."""

from __future__ import annotations

from dataclasses import replace

from plein.publication.brief import Gap, brief
from plein.publication.material import Material
from plein.publication.pages import make_pages
from plein.publication.redline import lines

FAR = "\n\n".join(f"Part {n} begins. Here {n} homes are built! And so it ends, {n}." for n in range(1, 1000)) + "\n"


def words(old: str, new: str) -> list[str | Gap]:
    return [one if isinstance(one, Gap) else "".join(run.text for run in one.runs) for one in brief(lines(old, new))]


def test_two_ends_far_apart_are_shown_with_what_stands_beside_them() -> None:
    told = words(FAR, FAR.replace("Here 1 homes", "Here one home").replace("ends, 999", "stays, 999"))

    assert [one for one in told if isinstance(one, Gap)] == [Gap(995, gone=False)]
    assert len(told) == 5


def test_of_what_goes_the_ends_are_shown() -> None:
    told = words(FAR, "Nothing is left.\n")

    (gap,) = [one for one in told if isinstance(one, Gap)]
    assert gap.gone
    assert gap.paragraphs > 990


def test_what_is_put_in_is_whole() -> None:
    """Everybody reads what would be taken over."""
    told = words("We build.\n", "We build.\n\n" + FAR)

    assert not [one for one in told if isinstance(one, Gap)]


def test_what_is_read_at_a_glance_is_as_it_was() -> None:
    old, new = "One.\n\nTwo.\n\nThree.\n", "One.\n\n2.\n\nThree.\n"

    assert brief(lines(old, new)) == lines(old, new)


def test_a_page_shows_the_two_ends(finished: Material) -> None:
    """And not the hundreds of paragraphs that lie between; who asks for a rewrite still gets all of it."""
    far = replace(
        finished.suggestions[0], quote=FAR, replace=FAR.replace("ends, 999", "stays, 999").replace("Part 1 ", "Piece 1 "), sweeping=False
    )

    page = make_pages(replace(finished, suggestions=(far,)))["response.html"].decode()
    whole = make_pages(replace(finished, suggestions=(replace(far, sweeping=True),)))["response.html"].decode()

    assert "… 995 alinea" in page
    assert page.count("homes are built") == 4
    assert whole.count("homes are built") == 999
