"""A change that gives articles other numbers leaves references behind: each is told with what it means now, and no other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents.diff.astray import Astray, astray
from tests.laws import looks

STATUTES = """# Statuten

## Artikel 1 Naam

De vereniging heet Overwaard.

## Artikel 2 Leden

Lid is wie betaalt, zie artikel 3. Wie niet betaalt, zie artikelen 1, 2 en 3.

## Artikel 3 Contributie

3.1 Leden betalen per jaar.

3.2 Wie lid is volgens art. 2 betaalt wat punt 3.1 zegt.
"""
SEAT = "## Artikel 2 Zetel\n\nZij zetelt in de stad.\n\n"


def shifted() -> str:
    """With an article put in before the second, and all numbers behind it one higher; the references as they were."""
    text = STATUTES.replace("Artikel 3", "Artikel 4").replace("Artikel 2", "Artikel 3").replace("\n3.", "\n4.")
    return text.replace("## Artikel 3 Leden", SEAT + "## Artikel 3 Leden")


def told(old: str, new: str) -> list[tuple[int, str, str | None]]:
    return [(one.line, one.says, one.now) for one in astray(old, new)]


def test_each_reference_is_told_with_the_number_that_is_meant() -> None:
    assert told(STATUTES, shifted()) == [
        (13, "artikel 3", "4"),
        (13, "artikelen 2", "3"),
        (13, "artikelen 3", "4"),
        (19, "art. 2", "3"),
        (19, "punt 3.1", "4.1"),
    ]


def test_who_mends_one_is_told_of_the_others() -> None:
    mended = shifted().replace("zie artikel 3", "zie artikel 4").replace("art. 2", "art. 3")
    assert [one.says for one in astray(STATUTES, mended)] == ["artikelen 2", "artikelen 3", "punt 3.1"]


def test_what_is_gone_has_no_number() -> None:
    assert told(STATUTES, STATUTES.replace("## Artikel 1 Naam\n\nDe vereniging heet Overwaard.\n\n", "")) == [(5, "artikelen 1", None)]


def test_articles_that_change_places_are_followed_by_their_titles() -> None:
    old = "Artikel 1 Naam\n\nA.\n\nArtikel 2 Zetel\n\nB.\n\nZie artikel 1.\n"
    assert told(old, "Artikel 1 Zetel\n\nB.\n\nArtikel 2 Naam\n\nA.\n\nZie artikel 1.\n") == [(9, "artikel 1", "2")]


def test_articles_without_titles_are_followed_by_what_stands_under_them() -> None:
    old = "## Article 1\n\nWe are one.\n\n## Article 2\n\nMembers pay.\n\nSee Article 2.\n"
    new = "## Article 1\n\nWe are one.\n\n## Article 2\n\nWe sit here.\n\n## Article 3\n\nMembers pay.\n\nSee Article 2.\n"
    assert told(old, new) == [(13, "Article 2", "3")]


def test_numbered_headings_and_chapters() -> None:
    old = "# Hoofdstuk 1 Wonen\n\n## 1.1 Huur\n\nZie paragraaf 1.2 en hoofdstuk 2.\n\n## 1.2 Koop\n\nx\n\n# Hoofdstuk 2 Werk\n\ny\n"
    new = old.replace("## 1.2 Koop", "## 1.2 Lenen\n\nz\n\n## 1.3 Koop").replace("Hoofdstuk 2", "Hoofdstuk 3")
    assert told(old, new) == [(5, "paragraaf 1.2", "1.3"), (5, "hoofdstuk 2", "3")]


@pytest.mark.parametrize(
    "words",
    [
        "zie artikel 3 van de Huurwet",
        "zie artikel 3 BW",
        "volgens artikel 3 van het Burgerlijk Wetboek",
        "under article 3 of the Housing Act",
        "artikel 3, tweede lid, van de gemeentewet",
        "volgens artikel 3 Awb",
        "volgens artikel 3, eerste lid, Awb",
        "volgens artikel 3 lid 1 onder b Awb",
        "volgens artikel 3 van de Wet ruimtelijke ordening",
        "volgens artikel 3 van boek 7 BW",
        "volgens artikel 3 van genoemde wet",
        "under article 3 Housing Act 1988",
        "zie `artikel 3`",
        "in 3 artikelen",
        "zie artikel 3/4",
        "zie artikel 33",
        "zie kartikel 3",
    ],
)
def test_a_law_and_what_is_no_reference_are_left_alone(words: str) -> None:
    old = (
        STATUTES.replace("zie artikel 3. Wie niet betaalt, zie artikelen 1, 2 en 3.", f"{words}.")
        .replace("art. 2", "zo")
        .replace("punt", "")
    )
    new = old.replace("## Artikel 3", "## Artikel 3 Zetel\n\nHier.\n\n## Artikel 4")
    assert astray(old, new) == ()


@pytest.mark.parametrize(
    "words",
    [
        "kan het bestuur van de Stichting volgens artikel 3",
        "volgens artikel 3 kan het bestuur van de Stichting besluiten",
        "artikel 3 van de Statuten",
        "artikel 3 geldt in de Spoorzone",
        "article 3 and the board of the Association",
        "artikel 3 van het Huishoudelijk Reglement",
    ],
)
def test_the_rules_of_the_document_are_no_law(words: str) -> None:
    old = (
        STATUTES.replace("zie artikel 3. Wie niet betaalt, zie artikelen 1, 2 en 3.", f"{words}.")
        .replace("art. 2", "zo")
        .replace("punt", "")
    )
    new = old.replace("## Artikel 3", "## Artikel 3 Zetel\n\nHier.\n\n## Artikel 4")
    assert [one.now for one in astray(old, new)] == ["4"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("## Artikel 2 Zetel\n\nHier.\n\nZie artikel 2.\n", "## Artikel 2 De plaats\n\nHier.\n\nZie artikel 2.\n"),
        ("## 3.2 Rent\n\nx\n\nSee section 3.2.\n", "## 3.2 Costs of homes\n\nx\n\nSee section 3.2.\n"),
        ("## Article 1\n\nWe build.\n\nSee article 1.\n", "## Article 1\n\nNow we build.\n\nSee article 1.\n"),
        ("1.2 De bouw gaat door.\n\nZie punt 1.2.\n", "1.2 Het bouwen gaat door.\n\nZie punt 1.2.\n"),
        ("Artikel 4 bepaalt de huur.\n\nZoals artikel 4 zegt.\n", "In artikel 4 staat de huur.\n\nZoals artikel 4 zegt.\n"),
    ],
)
def test_what_reads_otherwise_and_keeps_its_number_is_the_same(old: str, new: str) -> None:
    assert astray(old, new) == ()


def test_a_sentence_that_begins_with_an_article_is_not_that_article() -> None:
    old = "## Artikel 7 Huur\n\nTekst.\n\nArtikel 7 geldt niet voor leden.\n\nZie artikel 7.\n"
    assert [one.now for one in astray(old, old.replace("## Artikel 7", "## Artikel 8"))] == ["8", "8"]


@pytest.mark.parametrize("new", [STATUTES, STATUTES.replace("heet", "is"), STATUTES + "\nEn zie artikel 9.\n", "Iets anders.\n"])
def test_where_no_number_moves_nothing_is_told(new: str) -> None:
    assert astray(STATUTES, new) == ()


@looks(200)
@given(st.lists(st.integers(1, 6), min_size=1, max_size=5), st.integers(1, 6), st.integers(2, 6))
def test_an_article_put_in_sends_those_behind_it_astray(meant: list[int], at: int, number: int) -> None:
    """And no other; whoever renumbers the references too has none."""

    def text(articles: list[int], refer: dict[int, int]) -> str:
        body = "".join(f"## Artikel {where} Over {what}\n\nDit gaat over {what}.\n\n" for where, what in enumerate(articles, 1))
        return body + "".join(f"Regel {line}: zie artikel {refer.get(what, what)}.\n\n" for line, what in enumerate(meant))

    articles = list(range(1, number + 1))
    put = min(at, number)
    wider = [*articles[: put - 1], 99, *articles[put - 1 :]]
    new = {what: wider.index(what) + 1 for what in articles}
    old = text(articles, {})
    assert [(one.says, one.now) for one in astray(old, text(wider, {}))] == [
        (f"artikel {what}", str(new[what])) for what in meant if what <= number and new[what] != what
    ]
    if all(what <= number for what in meant):
        assert astray(old, text(wider, new)) == ()


def test_a_long_text_is_looked_through_quickly() -> None:
    """As much work as there is text."""
    old = "".join(f"## Artikel {n} Over {n}\n\nZie artikel {n % 3_000 + 1} en artikelen 1, 2 en 3.\n\n" for n in range(1, 3_001))
    new = old.replace("## Artikel 2 ", "## Artikel 2 Nieuw\n\nx\n\n## Artikel 2 ")
    assert all(isinstance(one, Astray) for one in astray(old, new))


def test_a_number_that_another_took_is_no_longer_the_first_one_s() -> None:
    """Though something in the text has it: the article that was meant is gone."""
    new = STATUTES.replace("## Artikel 2 Leden\n\n", "").replace("## Artikel 3", "## Artikel 2").replace("Lid is wie betaalt, zie", "Zie")
    assert (7, "artikelen 2", None) in told(STATUTES, new)


def test_a_passage_that_is_moved_keeps_its_references() -> None:
    """It was taken out and put in, and nobody wrote its references anew."""
    long = "".join(f"In jaar {year} bouwen wij {year * 7} huizen aan de rand van de stad.\n\n" for year in range(1, 9))
    moved = "Zie voor de plaats artikel 2.\n\n"
    old = f"## Artikel 1 Naam\n\n{moved}{long}## Artikel 2 Zetel\n\nB.\n"
    new = f"## Artikel 1 Naam\n\n{long}{moved}## Artikel 2 Leden\n\nC.\n\n## Artikel 3 Zetel\n\nB.\n"
    assert [(one.says, one.now) for one in astray(old, new)] == [("artikel 2", "3")]


def test_roman_numbers_are_references_too() -> None:
    old = "# Hoofdstuk I Wonen\n\nZie hoofdstuk II en III.\n\n# Hoofdstuk II Werk\n\nArbeid loont.\n\n# Hoofdstuk III Zorg\n\nZorg is dichtbij.\n"
    new = old.replace("Hoofdstuk III", "Hoofdstuk IV").replace("Hoofdstuk II ", "Hoofdstuk III ")
    new = new.replace("# Hoofdstuk III Werk", "# Hoofdstuk II Leren\n\nSchool is vrij.\n\n# Hoofdstuk III Werk")
    assert [(one.says, one.now) for one in astray(old, new)] == [("hoofdstuk II", "III"), ("hoofdstuk III", "IV")]
