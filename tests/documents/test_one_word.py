"""One date, amount, number, article, account, address or path is one word, whatever signs and blanks stand in it."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plein.documents import diff, merge, merge3, redline
from plein.documents.diff.soft import is_soft
from plein.documents.text.tokens import _full, _plain, blank_after, blank_before, tokens
from tests.laws import looks

ONE_WORD = [
    ("Het voorstel haalde {} van de stemmen.", "2/3", "3/3", "2/5"),
    ("De huur gaat in op {} en niet eerder.", "1-2-2027", "1-3-2027", "1-2-2028"),
    ("The lease begins on {} and not before.", "2027-02-01", "2027-03-01", "2027-02-15"),
    ("Reacties zijn welkom tot {} bij de griffie.", "01/02/2027", "08/02/2027", "01/02/2028"),
    ("Er komen {} bomen bij in de stad.", "1 000 000", "2 000 000", "1 000 500"),
    ("Er komen {} bomen bij in de stad.", "1\u00a0000\u00a0000", "2\u00a0000\u00a0000", "1\u00a0000\u00a0500"),
    ("Er komen {} bomen bij in de stad.", "1\u202f000\u202f000", "2\u202f000\u202f000", "1\u202f000\u202f500"),
    ("Er komen {} bomen bij in de stad.", "1\u2009000\u2009000", "2\u2009000\u2009000", "1\u2009000\u2009500"),
    ("Er komen {} bomen bij in de stad.", "1 000", "1 500", "2 000"),
    ("The fund holds {} at present.", "1.000.000", "2.000.000", "1.000.500"),
    ("Een plek kost {} per maand.", "€ 1.000,-", "€ 1.200,-", "$ 1.000,-"),
    ("Een plek kost {} per maand.", "€ 15", "€ 20", "£ 15"),
    ("Het saldo is {} na een jaar.", "€ -15", "€ -20", "€ 15"),
    ("Het saldo is {} na een jaar.", "-€ 15", "-€ 20", "€ 15"),
    ("The ticket costs {} for everybody.", "EUR 15", "EUR 20", "CHF 15"),
    ("Das Heft kostet {} am Schalter.", "15 €", "20 €", "15 $"),
    ("Een kaartje kost {} voor kinderen.", "€5-€7", "€6-€7", "€5-€8"),
    ("Door de wijk rijdt men {} en niet harder.", "30 km/h", "20 km/h", "30 m/s"),
    ("Door de wijk rijdt men {} en niet harder.", "30km/u", "20km/u", "30km/h"),
    ("Bel de balie op {} tijdens kantooruren.", "020-1234567", "030-1234567", "020-1234568"),
    ("Bel de balie op {} tijdens kantooruren.", "+31 20 123 45 67", "+32 20 123 45 67", "+31 20 123 45 99"),
    ("Bel de balie op {} tijdens kantooruren.", "06 12 34 56 78", "06 13 34 56 78", "06 12 34 56 99"),
    ("Bel de balie op {} tijdens kantooruren.", "(020) 123 45 67", "(030) 123 45 67", "(020) 123 45 99"),
    ("Schrijf naar {} voor een afspraak.", "info@wijk.example", "balie@wijk.example", "info@stad.example"),
    ("Schrijf naar {} voor een afspraak.", "jan.de-boer@wijk.example", "piet.de-boer@wijk.example", "jan.de-boer@stad.example"),
    ("Look at {} before the meeting.", "http://wijk.example/x?y=1", "https://wijk.example/x?y=1", "http://wijk.example/x?y=2"),
    ("Look at the [plan]{} before the meeting.", "(docs/a/plan.md)", "(docs/b/plan.md)", "(docs/a/map.md)"),
    (
        "Look at the [plan]{} before the meeting.",
        "(https://wijk.example/en/plans/rent)",
        "(https://wijk.example/plans/rent)",
        "(https://wijk.example/en/plans/sale)",
    ),
    ("In de winter is het {} buiten.", "-5", "5", "-6"),
    ("In de winter is het {} buiten.", "−5 °C", "−6 °C", "5 °C"),
    ("The index went {} this year.", "+5", "+6", "-5"),
    ("Zie ook {} van de regeling.", "§ 3.2", "§ 4.2", "§ 3.3"),
    ("Zie ook {} van de regeling.", "art. 3.2", "art. 4.2", "art. 3.3"),
    ("Zie ook {} van de regeling.", "artikel 7.1.2", "artikel 7.1.3", "artikel 8.1.2"),
    ("Zie ook {} van de regeling.", "3:15a BW", "3:15b BW", "3:16a BW"),
    ("Zie ook {} over de huren.", "Stb. 2021, 123", "Stb. 2022, 123", "Stb. 2021, 456"),
    ("Zie ook {} over de huren.", "2016/679", "2017/679", "2016/680"),
    ("Zie ook {} over de huren.", "ECLI:NL:HR:2019:1234", "ECLI:NL:RVS:2019:1234", "ECLI:NL:HR:2020:1234"),
    ("Zie ook {} over de huren.", "32016R0679", "32017R0679", "32016R0680"),
    ("Zie ook {} over de huren.", "№ 5/12", "№ 6/12", "№ 5/13"),
    ("We plan {} more green in the centre.", "10%", "20%", "10‰"),
    ("We plan {} more green in the centre.", "10 %", "20 %", "10 ‰"),
    ("We plan {} more green in the centre.", "5%-10%", "6%-10%", "5%-12%"),
    ("Boven {} gaat de school dicht.", "35 °C", "38 °C", "35 °F"),
    ("The model counts {} journeys.", "1e6", "2e6", "1e7"),
    ("De balie is open van {} op dinsdag.", "12:30-14:00", "13:30-14:00", "12:30-15:00"),
    ("De balie is open vanaf {} op dinsdag.", "12.30u", "13.30u", "12.45u"),
    ("The budget of {} is closed.", "2024/25", "2023/25", "2024/26"),
    ("Maak het over naar {} van de buurt.", "NL91 ABNA 0417 1643 00", "NL91 INGB 0417 1643 00", "NL91 ABNA 0417 1643 99"),
    ("Maak het over naar {} van de buurt.", "NL91ABNA0417164300", "NL91INGB0417164300", "NL91ABNA0417164399"),
    ("Stuur een brief aan {} in de stad.", "1234 AB", "1235 AB", "1234 AC"),
    ("This holds from {} of the program.", "v1.2.3", "v1.3.3", "v1.2.4"),
    ("The list stands in {} of the project.", "docs/rules/homes.md", "docs/laws/homes.md", "docs/rules/flats.md"),
    ("The list stands in {} of the project.", "../rules/homes.md", "../../rules/homes.md", "../rules/flats.md"),
    ("De groep telt {} mensen.", "5-7", "6-7", "5-8"),
    ("The plan of {} has ended.", "2019–2024", "2018–2024", "2019–2025"),
    ("Een pan met {} liter.", "2½", "3½", "2¼"),
    ("Een pan met {} liter.", "1 ½", "2 ½", "1 ¼"),
    ("She came in {} of all.", "21st", "22nd", "31st"),
    ("Hij werd {} van allen.", "2e-3e", "1e-3e", "2e-4e"),
    ("After {} the rules were other ones.", "COVID-19", "COVID-20", "SARS-19"),
    ("ราคา {} บาท", "๑๒/๒๕๖๗", "๑๑/๒๕๖๗", "๑๒/๒๕๖๘"),
    ("医療費は{}です。", "1,000-2,000", "1,500-2,000", "1,000-2,500"),
]


@pytest.mark.parametrize(("sentence", "thing", "ours", "theirs"), ONE_WORD, ids=[thing for _, thing, _, _ in ONE_WORD])
def test_two_who_change_parts_of_one_thing_collide(sentence: str, thing: str, ours: str, theirs: str) -> None:
    """Put together, their halves are a date, an amount or an address that nobody asked for."""
    base, one, two = (sentence.format(put) + "\n" for put in (thing, ours, theirs))

    result = merge(base, {"anna": diff(base, one), "piet": diff(base, two)})

    assert (result.text, result.held) == (base, {"anna", "piet"})
    assert [collision.kind for collision in result.collisions] == ["overlap"]
    assert not merge3(base, one, two).clean


APART = [
    ("Er komen 10 woningen.", "Er komen 20 woningen.", "Er komen 10 huizen.", "Er komen 20 huizen."),
    ("We add in 2027 300 homes.", "We add in 2028 300 homes.", "We add in 2027 400 homes.", "We add in 2028 400 homes."),
    ("Op 1 mei 2027 begint het.", "Op 1 mei 2028 begint het.", "Op 2 mei 2027 begint het.", "Op 2 mei 2028 begint het."),
    ("Een goed-bedoeld plan.", "Een goed-bedacht plan.", "Een slecht-bedoeld plan.", "Een slecht-bedacht plan."),
    ("Alle 18-jarigen mogen.", "Alle 16-jarigen mogen.", "Alle 18-plussers mogen.", "Alle 16-plussers mogen."),
    ("De CO2-uitstoot daalt.", "De CO2-emissie daalt.", "De NOx-uitstoot daalt.", "De NOx-emissie daalt."),
    ("Huur en/of koop is goed.", "Huur en/of pacht is goed.", "Lease en/of koop is goed.", "Lease en/of pacht is goed."),
    ("- 5 items for us", "- 6 items for us", "- 5 points for us", "- 6 points for us"),
    ("1. 5 items for us", "1. 6 items for us", "1. 5 points for us", "1. 6 points for us"),
    ("Zone a-5 is vol.", "Zone a-6 is vol.", "Zone b-5 is vol.", "Zone b-6 is vol."),
    ("Een tot 3, 4 tot 6 jaar.", "Een tot 2, 4 tot 6 jaar.", "Een tot 3, 5 tot 6 jaar.", "Een tot 2, 5 tot 6 jaar."),
    ("Dat kost € 15 per jaar.", "Dat kost € 20 per jaar.", "Dat kost € 15 per maand.", "Dat kost € 20 per maand."),
    ("We zijn met 7. 8 komen later.", "We zijn met 6. 8 komen later.", "We zijn met 7. 9 komen later.", "We zijn met 6. 9 komen later."),
    ("Sinds 2027 EU-geld.", "Sinds 2028 EU-geld.", "Sinds 2027 VN-geld.", "Sinds 2028 VN-geld."),
    ("Mail info@a.example, bel 112.", "Mail info@b.example, bel 112.", "Mail info@a.example, bel 144.", "Mail info@b.example, bel 144."),
    ("[plan](a/b.md) van 2027", "[map](a/b.md) van 2027", "[plan](a/c.md) van 2027", "[map](a/c.md) van 2027"),
]  # fmt: skip


@pytest.mark.parametrize(("base", "ours", "theirs", "both"), APART, ids=[base for base, *_ in APART])
def test_words_beside_a_number_are_words_of_their_own(base: str, ours: str, theirs: str, both: str) -> None:
    """Who counts the homes and who calls them flats are not in each other's way."""
    result = merge(base + "\n", {"anna": diff(base + "\n", ours + "\n"), "piet": diff(base + "\n", theirs + "\n")})

    assert (result.text, result.held) == (both + "\n", frozenset())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Een", ["1", ".", " ", "Een"]),
        ("- 5", ["-", " ", "5"]),
        ("5 - 7", ["5", " ", "-", " ", "7"]),
        ("(5) [^1] **2**", ["(", "5", ")", " ", "[", "^", "1", "]", " ", "**", "2", "**"]),
        ("10 000 en 10 0000", ["10 000", " ", "en", " ", "10", " ", "0000"]),
        ("Kies 5/7. 9 %, € 8.", ["Kies", " ", "5/7", ".", " ", "9 %", ",", " ", "€ 8", "."]),
        ("2/3 € 15", ["2/3", " ", "€ 15"]),
        ("2/3-meerderheid", ["2/3", "-", "meerderheid"]),
        ("--5 x--5", ["--", "5", " ", "x", "--", "5"]),
        ("piet@a.example. @piet", ["piet@a.example", ".", " ", "@", "piet"]),
        ("kart. 5", ["kart", ".", " ", "5"]),
        ("$x=5$ en", ["$", "x", "=", "5", "$", " ", "en"]),
        ("-5️⃣ 1/2\u0301", ["-", "5️⃣", " ", "1", "/", "2\u0301"]),
        ("2027年3月", ["2027", "年", "3", "月"]),
        ("€\n15", ["€", "\n", "15"]),
    ],
)
def test_what_is_one_word_ends_where_a_reader_ends_it(text: str, expected: list[str]) -> None:
    """A list marker, a full stop, a mark or a line end belongs to no number."""
    assert tokens(text) == expected


def test_a_number_wrapped_at_its_blank_changes_no_word() -> None:
    """Editors wrap lines as they like, and whoever changes the number is not in their way."""
    base, wrapped = "Een plek kost nu € 15 per maand.\n", "Een plek kost nu €\n15 per maand.\n"
    layout = diff(base, wrapped)

    assert all(is_soft(base, edit.start, edit.end, edit.text) for edit in layout)
    assert not any(word in redline(wrapped, base) for word in ("[-15", "{+15"))
    result = merge(base, {1: layout, 2: diff(base, base.replace("15", "20"))})
    assert (result.text, result.held) == (base.replace("15", "20"), frozenset())


_PIECES = (
    "0 1 2 7 06 12 15 000 2027 ½ - – − + / . , : € $ % ‰ ° °C § № @ ( ) ' ’ ` * | ~ _ = # e a B EUR EUR. NL91 ABNA km/h kWh Stb. art. ECLI: v1 "
    "http://a.nl/x a.md ../ 10% -5 homes ABC ,- +31 (0) (020) 年 の ก็ ๑ 🇳🇱 \u0301 é"
)
scraps = st.lists(
    st.sampled_from([*_PIECES.split(), " ", " ", " ", "\u00a0", "\u202f", "\u2009", "  ", "\n", "\t"]), max_size=24
).map("".join)  # fmt: skip


@looks(500)
@given(scraps)
@example("1 000 000 000")
@example("+31 (0)20 123 45 67")
def test_numbers_signs_and_blanks_joined_are_the_text(text: str) -> None:
    """Nothing is lost, no word reaches over a line end, and no mark stands without what it belongs to."""
    found = tokens(text)
    assert "".join(found) == text
    assert all(token == "\n" or "\n" not in token for token in found)
    assert all(before == "\n" or after != "\u0301" for before, after in pairwise(found))
    lines = text.split("\n")
    assert found == [token for line in lines for token in [*tokens(line), "\n"]][:-1]


@looks(300)
@given(scraps.map(lambda text: "".join(c for c in text if c < "\u0300" or c in "–−€‰№’\u202f\u2009")))
def test_a_text_is_cut_alike_by_the_short_pattern_and_the_long_one(text: str) -> None:
    """Which of the two is taken depends on what else stands in a text."""
    assert _plain().findall(text) == _full().findall(text)


@looks(300)
@given(scraps.map(lambda text: text.replace("`", "")), st.integers(0, 60))
@example("NL91 ABNA 0417 1643 00", 8)
@example("a 1 000 000 b", 6)
@example("x € -15 y", 5)
def test_where_words_surely_part_no_word_reaches_across(text: str, at: int) -> None:
    """Of a long paragraph only the words near a change are cut; they must be the same words."""
    at = min(at, len(text))
    for cut in (blank_before(text, at), blank_after(text, at)):
        assert tokens(text[:cut]) + tokens(text[cut:]) == tokens(text)


_ROWS = "1 1/ 1- 1: 1. |000_ a@ a. a/ a+ a- ../ € €- 1%- AB- ECLI: NL91_AB12_ 06_12_ +1_ +31_20_ (020)_ art._ ](a 1' a' -1 1,- Stb._2021,_"


@pytest.mark.parametrize("piece", _ROWS.split())
@pytest.mark.parametrize("end", ["", "\u0301", "x"])
def test_no_text_is_looked_at_again_and_again(piece: str, end: str) -> None:
    """Nobody may bring a server down with a row of signs."""
    text = piece.replace("_", " ").replace("|", " ") * (100_000 // len(piece)) + end
    before = time.process_time()
    found = tokens(text)
    assert time.process_time() - before < 3
    assert "".join(found) == text
