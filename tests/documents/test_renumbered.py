"""New numbers of articles and sub-numbers go with what gave them: who puts one article in suggests one thing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import apply, diff, merge, places, rebase
from plein.documents.diff.noted import adapted
from plein.documents.diff.numbered import ITEM, _Typed, numbered_lists
from tests.laws import looks

STATUTES = """# Statuten

## Artikel 1 Naam

De vereniging heet Overwaard.

## Artikel 2 Leden

2.1 Lid is wie betaalt.

2.2 Lid is ook:
a. wie woont;
b. wie werkt;
c. wie helpt.

## Artikel 3 Contributie

3.1 Leden betalen per jaar.
"""
ABOUT = {
    "naam": "De vereniging heet Overwaard.",
    "zetel": "Zij zetelt aan de haven van de stad.",
    "leden": "Lid is wie ieder jaar betaalt en meedoet.",
    "geld": "Een penningmeester beheert wat er binnenkomt.",
    "bestuur": "Vijf mensen besturen, voor telkens drie jaar.",
    "vergadering": "Ieder voorjaar komen allen bijeen.",
    "kascommissie": "Twee anderen kijken de boeken na.",
    "geschil": "Wie het oneens is, vraagt een wijs iemand.",
    "slot": "Dit geldt vanaf nu.",
}


def statutes(*what: str) -> str:
    return "\n".join(f"## Artikel {number} {one}\n\n{number}.1 {ABOUT[one]}\n" for number, one in enumerate(what, 1))


def articles(*what: str) -> str:
    """The same without sub-numbers."""
    return re.sub(r"(?m)^\d\.1 ", "", statutes(*what))


def merged_of(base: str, *texts: str) -> tuple[str, frozenset[tuple[int, int]]]:
    """How all places of some texts come together, and which are held."""
    handed = {(who, at): one.edits for who, text in enumerate(texts) for at, one in enumerate(places(base, text))}
    found = merge(base, handed)
    return found.text, found.held


def agrees(text: str) -> bool:
    """Whether every sub-number begins with the number of the article it stands in."""
    article = ""
    for line in text.splitlines():
        article = line.split()[2] if line.startswith("## Artikel") else article
        if re.match(r"\d", line) and line.partition(".")[0] != article:
            return False
    return True


def headings(text: str) -> list[str]:
    return [line.removeprefix("## Artikel ") for line in text.splitlines() if line.startswith("## Artikel")]


SEAT = "## Artikel 2 Zetel\n\nZij zetelt in de stad.\n\n"


def told(old: str, new: str) -> list[tuple[str, str]]:
    return [(one.quote, one.replace) for one in places(old, new)]


def with_seat() -> str:
    text = STATUTES.replace("Artikel 3", "Artikel 4").replace("Artikel 2", "Artikel 3").replace("\n3.", "\n4.").replace("\n2.", "\n3.")
    return text.replace("## Artikel 3 Leden", SEAT + "## Artikel 3 Leden")


def test_an_article_that_is_put_in_is_one_thing_with_all_numbers_behind_it() -> None:
    (place,) = places(STATUTES, with_seat())
    assert (place.quote, place.replace) == ("", SEAT.strip())
    assert apply(STATUTES, place.edits) == with_seat()


def test_one_that_is_taken_out_likewise() -> None:
    (place,) = places(with_seat(), STATUTES)
    assert place.replace == ""
    assert "Zetel" in place.quote
    assert apply(with_seat(), place.edits) == STATUTES


def test_a_sub_number_that_is_put_in_goes_with_the_letters_behind_it() -> None:
    new = STATUTES.replace("b. wie werkt;\nc. wie", "b. wie leert;\nc. wie werkt;\nd. wie")
    assert told(STATUTES, new) == [("", "b. wie leert;")]


def test_other_words_in_between_are_a_wish_of_their_own() -> None:
    new = with_seat().replace("wie betaalt", "wie bijdraagt").replace("per jaar", "per maand")
    assert [one.replace for one in places(STATUTES, new)] == [SEAT.strip(), "3.1 Lid is wie bijdraagt.", "4.1 Leden betalen per maand."]


def test_letters_go_with_letters_and_articles_with_articles() -> None:
    new = with_seat().replace("b. wie werkt;\nc. wie", "b. wie leert;\nc. wie werkt;\nd. wie")
    found = places(STATUTES, new)
    assert [one.replace for one in found] == [SEAT.strip(), "b. wie leert;"]
    assert [apply(STATUTES, one.edits).count("Artikel 4") for one in found] == [1, 0]


@pytest.mark.parametrize(
    "new",
    [STATUTES.replace("Artikel 3", "Artikel 5"), STATUTES.replace("c. wie", "d. wie"), STATUTES.replace("3.1", "3.2")],
)
def test_another_number_that_nothing_explains_is_a_wish(new: str) -> None:
    assert len(places(STATUTES, new)) == 1


def test_a_number_with_other_words_is_a_wish() -> None:
    new = with_seat().replace("Artikel 4 Contributie", "Artikel 4 Bijdrage")
    assert [one.replace for one in places(STATUTES, new)] == [SEAT.strip(), "## Artikel 4 Bijdrage"]


@looks(200)
@given(st.integers(1, 8), st.lists(st.integers(0, 8), max_size=4), st.sets(st.integers(0, 7), max_size=2))
def test_all_places_together_are_the_whole(number: int, put: list[int], gone: set[int]) -> None:
    """However many articles come and go; and each place applies without the others."""

    def text(articles: list[str]) -> str:
        return (
            "".join(f"## Artikel {at} Over {what}\n\n{at}.1 Dit gaat over {what}.\n\n" for at, what in enumerate(articles, 1)).rstrip("\n")
            + "\n"
        )

    articles = [f"punt {chr(97 + at)}" for at in range(number)]
    after = [one for at, one in enumerate(articles) if at not in gone]
    for turn, at in enumerate(put):
        after.insert(min(at, len(after)), f"nieuw {turn}")
    old, new = text(articles), text(after) if after else "Niets.\n"
    found = places(old, new)
    merged = merge(old, dict(enumerate(one.edits for one in found)))
    assert merged.text == new or merged.held
    assert apply(old, sorted(edit for one in found for edit in one.edits)) == new
    for one in found:
        apply(old, one.edits)


@pytest.mark.parametrize("several", [True, False])
def test_an_article_that_is_moved_is_moved_with_all_numbers(several: bool) -> None:
    """Its own, those behind it, and its sub-numbers: nobody took it out."""
    made = statutes if several else articles
    old, new = made("naam", "leden", "geld", "bestuur", "slot"), made("naam", "geld", "bestuur", "leden", "slot")
    (place,) = places(old, new)
    assert place.moved_to is not None
    assert place.quote.startswith("## Artikel 2 leden")
    assert place.replace.startswith("## Artikel 4 leden")
    assert apply(old, place.edits) == new


def test_words_in_an_article_go_with_it_when_another_moves_it() -> None:
    old, new = articles("naam", "leden", "geld", "bestuur", "slot"), articles("naam", "geld", "bestuur", "leden", "slot")
    text, held = merged_of(old, new, old.replace("meedoet", "meehelpt"))
    assert held == frozenset()
    assert text == new.replace("meedoet", "meehelpt")


def test_an_article_put_in_beside_a_move_counts_on() -> None:
    old = articles("naam", "leden", "geld", "bestuur", "slot")
    put_in = articles("naam", "zetel", "leden", "geld", "bestuur", "slot")
    text, held = merged_of(old, articles("naam", "geld", "bestuur", "leden", "slot"), put_in)
    assert held == frozenset()
    assert headings(text) == ["1 naam", "2 zetel", "3 geld", "4 bestuur", "5 leden", "6 slot"]
    text, held = merged_of(old, articles("leden", "geld", "bestuur", "slot", "naam"), put_in)
    assert headings(text) == ["1 zetel", "2 leden", "3 geld", "4 bestuur", "5 slot", "6 naam"]


@looks(150)
@given(st.permutations(sorted(ABOUT)), st.integers(0, 4), st.integers(0, 4), st.integers(1, 4))
def test_no_number_stands_twice_whatever_is_moved_and_put_in(names: list[str], out: int, to: int, put: int) -> None:
    """Or those who did it wait."""
    what, moved, wider = names[:5], names[:5], names[:5]
    moved.insert(to, moved.pop(out))
    wider.insert(put, names[5])
    text, held = merged_of(articles(*what), articles(*moved), articles(*wider))
    numbers = [int(line.split()[0]) for line in headings(text)]
    assert numbers == list(range(1, len(numbers) + 1))
    if not held:
        assert sorted(line.split()[1] for line in headings(text)) == sorted(wider)
    assert agrees(merged_of(statutes(*what), statutes(*moved), statutes(*wider))[0])


# What several people number.


def test_two_who_each_put_an_article_in_have_no_number_twice() -> None:
    base = statutes("naam", "leden", "geld", "slot")
    one, two = statutes("naam", "zetel", "leden", "geld", "slot"), statutes("naam", "leden", "geld", "bestuur", "slot")
    text, held = merged_of(base, one, two)
    assert held == frozenset()
    assert headings(text) == ["1 naam", "2 zetel", "3 leden", "4 geld", "5 bestuur", "6 slot"]
    assert agrees(text)


def test_one_who_puts_an_article_in_and_one_who_takes_one_out() -> None:
    base = articles("naam", "leden", "geld", "slot")
    one, two = articles("naam", "geld", "slot"), articles("naam", "leden", "geld", "bestuur", "slot")
    text, held = merged_of(base, one, two)
    assert held == frozenset()
    assert headings(text) == ["1 naam", "2 geld", "3 bestuur", "4 slot"]


def test_sub_numbers_that_would_belong_to_two_articles_wait() -> None:
    """They begin with the number of the article they stand in: one wants 3.1 there, the other 5.1."""
    base = statutes("naam", "leden", "geld", "slot")
    text, held = merged_of(base, statutes("naam", "geld", "slot"), statutes("naam", "leden", "geld", "bestuur", "slot"))
    assert (text, len(held)) == (base, 2)


def test_sub_numbers_follow_their_article() -> None:
    """Also where somebody took an article out and left the numbers behind it as they were."""
    base, put_in = statutes("naam", "leden", "geld"), statutes("naam", "leden", "bestuur", "geld")
    gap = base.replace(f"## Artikel 2 leden\n\n2.1 {ABOUT['leden']}\n\n", "")
    text, held = merged_of(base, gap, put_in)
    assert held == frozenset()
    assert headings(text) == ["1 naam", "2 bestuur", "3 geld"]
    assert agrees(text)


def test_sub_numbers_of_one_article_count_on() -> None:
    base = "## Artikel 1 Naam\n\n1.1 Een.\n\n1.2 Twee.\n\n1.3 Drie.\n\n## Artikel 2 Leden\n\n2.1 Vier.\n"
    one = base.replace("1.2 Twee.\n\n1.3 Drie", "1.2 Nieuw.\n\n1.3 Twee.\n\n1.4 Drie")
    two = base.replace("1.3 Drie", "1.3 Anders.\n\n1.4 Drie")
    text, held = merged_of(base, one, two)
    assert held == frozenset()
    assert text == base.replace("1.2 Twee.\n\n1.3 Drie", "1.2 Nieuw.\n\n1.3 Twee.\n\n1.4 Anders.\n\n1.5 Drie")


@looks(150)
@given(st.sets(st.sampled_from(sorted(ABOUT)), min_size=2, max_size=6), st.data())
def test_articles_of_several_people_count_on_whoever_came_first(there: set[str], data: st.DataObject) -> None:
    """Each puts one in somewhere else."""
    what, others = sorted(there), [one for one in ABOUT if one not in there]
    base = statutes(*what)
    put = data.draw(st.lists(st.integers(1, len(what) - 1), min_size=1, max_size=3, unique=True))
    new = dict(zip(put, others, strict=False))
    texts = [statutes(*what[:at], one, *what[at:]) for at, one in new.items()]
    text, held = merged_of(base, *texts)
    assert held == frozenset()
    every = [one for at, old in enumerate(what) for one in ([new[at]] if at in new else []) + [old]]
    assert headings(text) == [f"{at} {one}" for at, one in enumerate(every, 1)]
    assert agrees(text)
    assert merged_of(base, *reversed(texts))[0] == text


def test_two_who_give_one_article_other_numbers_wait() -> None:
    """Nothing explains those, so that neither gives way."""
    base = statutes("naam", "leden", "slot")
    text, held = merged_of(base, base.replace("Artikel 3", "Artikel 5"), base.replace("Artikel 3", "Artikel 7"))
    assert (text, held) == (base, {(0, 0), (1, 0)})


@looks(100)
@given(st.sets(st.sampled_from(sorted(ABOUT)), min_size=3, max_size=6), st.data())
def test_what_goes_in_later_counts_on_as_at_once(there: set[str], data: st.DataObject) -> None:
    """Merging some and carrying the rest gives what merging all gives, or waits."""
    what, others = sorted(there), [one for one in ABOUT if one not in there]
    base = articles(*what)
    put = data.draw(st.lists(st.integers(1, len(what) - 1), min_size=2, max_size=3, unique=True))
    new = dict(zip(put, others, strict=False))
    texts = [articles(*what[:at], one, *what[at:]) for at, one in new.items()]
    handed = {who: places(base, text)[0].edits for who, text in enumerate(texts)}
    first = data.draw(st.sets(st.sampled_from(sorted(handed)), min_size=1))
    then = merge(base, {who: handed[who] for who in first})
    carried = {who: rebase(edits, base, then.text) for who, edits in handed.items() if who not in first}
    assert {one.status for one in carried.values()} <= {"carried"}
    after = merge(then.text, {who: one.edits for who, one in carried.items()})
    assert (after.text, after.held) == (merge(base, handed).text, frozenset())


@pytest.mark.parametrize("sign", ["", "## "])
def test_what_is_put_into_an_article_goes_with_it_or_waits(sign: str) -> None:
    """Also where nobody made the article a heading: its sub-number would come to stand in another."""
    old = f"{sign}Artikel 1 Naam\n\n1.1 Een.\n\n{sign}Artikel 2 Leden\n\n2.1 Twee.\n\n{sign}Artikel 3 Geld\n\n3.1 Drie.\n"
    gone = old.replace(f"{sign}Artikel 2 Leden\n\n2.1 Twee.\n\n", "")
    found = merge(old, {1: diff(old, gone), 2: diff(old, old.replace("Twee.\n", "Twee.\n\n2.2 Erbij.\n"))})
    assert [one.kind for one in found.collisions] == ["contrary"]
    beside = merge(old, {1: diff(old, gone), 2: diff(old, old.replace("Drie.\n", "Drie.\n\n3.2 Erbij.\n"))})
    assert beside.held == frozenset()


@pytest.mark.parametrize("sign", ["", "# "])
def test_an_article_put_into_a_chapter_goes_with_it_or_waits(sign: str) -> None:
    """An article stands in its chapter, whether or not anybody made either of them a heading."""
    said = ("Wonen", "De huur is laag."), ("Werk", "Het loon is eerlijk."), ("Zorg", "Een arts is dichtbij.")
    under = sign and "## "
    chapters = [f"{sign}Hoofdstuk {at} {what}\n\n{under}Artikel {at} Over {what}\n\n{body}\n" for at, (what, body) in enumerate(said, 1)]
    old, gone = "\n".join(chapters), "\n".join([chapters[0], chapters[2]])
    put_in = old.replace("eerlijk.\n", f"eerlijk.\n\n{under}Artikel 3 Rust\n\nDe zondag is vrij.\n")
    assert [one.kind for one in merge(old, {1: diff(old, gone), 2: diff(old, put_in)}).collisions] == ["contrary"]
    beside = old.replace("eerlijk.\n", f"eerlijk.\n\n{sign}Hoofdstuk 3 Rust\n\nDe zondag is vrij.\n")
    assert merge(old, {1: diff(old, gone), 2: diff(old, beside)}).held == frozenset()


FORMS = {
    "article": "**Artikel {1}** {what}",
    "dotted heading": "### 2.{1} {what}",
    "section sign": "§ {1} {what}",
    "article with a dot": "Artikel {1}. {what}",
    "chapter": "## Chapter {1}: {what}",
    "Roman chapter": "# Hoofdstuk {I} {what}",
    "numbered heading": "## {1}. {what}",
    "numbered heading without a dot": "## {1} {what}",
    "lettered heading": "## {A}. {what}",
    "Roman heading": "### {I}. {what}",
    "dotted": "1.{1} {what}",
    "dotted twice": "1.2.{1}. {what}",
    "letters": "{a}. {what}",
    "letters with a bracket": "{a}) {what}",
    "letters in brackets": "({a}) {what}",
    "indented letters": "  {a}. {what}",
    "quoted letters": "> {a}. {what}",
    "Roman numbers": "{i}. {what}",
    "Roman numbers in brackets": "({i}) {what}",
    "padded": "1.{pad} {what}",
}
ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]


def line(form: str, at: int, what: str) -> str:
    signs = {"1": at, "pad": f"{at:02}", "a": chr(96 + at), "A": chr(64 + at), "i": ROMAN[at - 1], "I": ROMAN[at - 1].upper()}
    return FORMS[form].format(at, at, what=what, **signs)


def numbered(form: str, apart: str, what: list[str]) -> str:
    """What they are about, numbered in one way, under each other or with blank lines between."""
    sign = "> " if form.startswith("quoted") else ""
    lines = [line(form, at, ABOUT[one]) for at, one in enumerate(what, 1)]
    return f"{sign}Hierover gaat het:\n{sign}\n".replace(" \n", "\n") + apart.replace("|", sign.strip()).join(lines) + "\n"


@pytest.mark.parametrize("form", FORMS)
def test_whatever_people_number_with_counts_on(form: str) -> None:
    for apart in ("\n|\n", "\n"):
        base = numbered(form, apart, ["naam", "leden", "geld", "slot"])
        one = numbered(form, apart, ["naam", "zetel", "leden", "geld", "slot"])
        two = numbered(form, apart, ["naam", "leden", "geld", "bestuur", "slot"])
        both = numbered(form, apart, ["naam", "zetel", "leden", "geld", "bestuur", "slot"])
        assert merged_of(base, one, two) == (both, frozenset())


WAYS = st.lists(
    st.tuples(st.sampled_from(["in", "out", "move"]), st.integers(0, 4), st.integers(0, 4)),
    min_size=2,
    max_size=3,
    unique_by=lambda one: one[1],
)


def others_of(names: list[str], does: list[tuple[str, int, int]]) -> list[list[str]]:
    """What becomes of the first five where one puts the next in, another takes one out or moves it."""
    texts: list[list[str]] = []
    for turn, (way, at, to) in enumerate(does):
        text = names[:5]
        if way == "in":
            text.insert(at, names[5 + turn])
        else:
            one = text.pop(at)
            text[to:to] = [one] if way == "move" else []
        texts.append(text)
    return texts


def standing(text: str) -> list[str]:
    return sorted((one for one in ABOUT if ABOUT[one] in text), key=lambda one: text.index(ABOUT[one]))


@looks(400)
@given(st.sampled_from(sorted(FORMS)), st.sampled_from(["\n|\n", "\n"]), st.permutations(sorted(ABOUT)), WAYS)
def test_no_number_stands_twice_whatever_people_number_with(
    form: str, apart: str, names: list[str], does: list[tuple[str, int, int]]
) -> None:
    """Or those who did it wait."""
    texts = others_of(names, does)
    base = numbered(form, apart, names[:5])
    text, held = merged_of(base, *(numbered(form, apart, one) for one in texts))
    stand = standing(text)
    assert text == numbered(form, apart, stand)
    if not held:
        gone = {names[at] for way, at, _ in does if way == "out"}
        assert set(stand) == set(names[:5]).union(*texts) - gone


@looks(200)
@given(st.sampled_from(sorted(FORMS)), st.sampled_from(["\n|\n", "\n"]), st.permutations(sorted(ABOUT)), WAYS, st.integers(0, 2))
def test_what_goes_in_later_counts_on_too(form: str, apart: str, names: list[str], does: list[tuple[str, int, int]], first: int) -> None:
    """One is merged, the others are carried into what came of it; or wait."""
    base = numbered(form, apart, names[:5])
    handed = [places(base, numbered(form, apart, one)) for one in others_of(names, does)]
    then = apply(base, [edit for one in handed.pop(first % len(handed)) for edit in one.edits])
    carried = [rebase(one.edits, base, then) for those in handed for one in those]
    found = merge(then, dict(enumerate(one.edits for one in carried if one.status == "carried")))
    assert found.text == numbered(form, apart, standing(found.text))


@pytest.mark.parametrize("form", ["letters", "Roman numbers"])
def test_a_list_in_another_place_keeps_its_own_count(form: str) -> None:
    """What stands behind other words, or in another list, begins anew with its own first number."""
    base = numbered(form, "\n", ["naam", "leden", "slot"]) + "\n" + numbered(form, "\n", ["geld"]) + "\n"
    base += numbered(form, "\n", ["bestuur", "geschil"])
    one = base.replace(line(form, 2, ABOUT["leden"]), line(form, 2, ABOUT["zetel"]) + "\n" + line(form, 3, ABOUT["leden"]))
    one = one.replace(line(form, 3, ABOUT["slot"]), line(form, 4, ABOUT["slot"]))
    two = base.replace(line(form, 2, ABOUT["geschil"]), line(form, 2, ABOUT["vergadering"]) + "\n" + line(form, 3, ABOUT["geschil"]))
    three = base.replace(line(form, 2, ABOUT["geschil"]), line(form, 2, ABOUT["geschil"]) + "\n" + line(form, 3, ABOUT["kascommissie"]))
    both = numbered(form, "\n", ["naam", "zetel", "leden", "slot"]) + "\n" + numbered(form, "\n", ["geld"]) + "\n"
    both += numbered(form, "\n", ["bestuur", "vergadering", "geschil", "kascommissie"])
    assert merged_of(base, one, two, three) == (both, frozenset())


def test_letters_and_roman_numbers_are_told_apart_by_what_they_go_on_with() -> None:
    """An *i* behind h goes on with the letters, one behind a colon begins Roman numbers."""
    words = ["naam", "zetel", "leden", "geld", "bestuur", "vergadering", "kascommissie", "geschil", "slot"]
    base = numbered("letters", "\n", words)
    one = numbered("letters", "\n", ["slot", *words[:-1]])
    assert merged_of(base, one, base.replace("i. Dit", "i. Nieuw is dit.\nj. Dit"))[0].count("\ni. ") == 1
    long = "Eerst dit:\n\na. een;\nb. twee.\n\nDan verder:\n\ni. negen;\nj. tien;\nk. elf.\n"
    text, held = merged_of(long, long.replace("j. tien;\nk.", "j. nieuw;\nk. tien;\nl."), long.replace("k. elf", "k. anders;\nl. elf"))
    assert (text.partition("verder:\n\n")[2], held) == ("i. negen;\nj. nieuw;\nk. tien;\nl. anders;\nm. elf.\n", frozenset())
    sub = "Lid is wie:\na. woont:\ni. in de stad;\nii. in de haven;\nb. werkt:\ni. bij de stad;\nii. voor zichzelf.\n"
    put, wider = sub.replace("ii. in de haven", "ii. in het dorp;\niii. in de haven"), sub.replace("b. werkt", "b. leert;\nc. werkt")
    other = sub.replace("i. in de stad;\nii.", "i. op een boot;\nii. in de stad;\niii.")
    assert merged_of(sub, put, wider, other)[0] == (
        "Lid is wie:\na. woont:\ni. op een boot;\nii. in de stad;\niii. in het dorp;\niv. in de haven;\nb. leert;\nc. werkt:\n"
        "i. bij de stad;\nii. voor zichzelf.\n"
    )


def test_a_sub_number_of_a_sub_number_follows_what_it_stands_in() -> None:
    """1.2.1 stands in 1.2, and that in article 1."""

    def text(*articles: tuple[str, ...]) -> str:
        return "\n".join(
            f"## Artikel {at}\n\n" + "\n".join(f"{at}.{sub} {ABOUT[one]}\n\n{at}.{sub}.1 Over {one}.\n" for sub, one in enumerate(those, 1))
            for at, those in enumerate(articles, 1)
        )

    base = text(("naam", "leden", "slot"), ("geld",))
    one, two = text(("naam", "zetel", "leden", "slot"), ("geld",)), text(("naam", "leden", "bestuur", "slot"), ("geld",))
    assert merged_of(base, one, two) == (text(("naam", "zetel", "leden", "bestuur", "slot"), ("geld",)), frozenset())


def test_chapters_of_one_article_each_count_by_themselves() -> None:
    """The articles of every chapter begin with 1."""

    def text(*chapters: tuple[str, ...]) -> str:
        return "\n".join(f"# Hoofdstuk {at}\n\n{articles(*those)}" for at, those in enumerate(chapters, 1))

    base = text(("naam",), ("geld",), ("leden", "slot"))
    one, two = text(("naam",), ("geld",), ("zetel", "leden", "slot")), text(("naam",), ("geld",), ("leden", "bestuur", "slot"))
    assert merged_of(base, one, two) == (text(("naam",), ("geld",), ("zetel", "leden", "bestuur", "slot")), frozenset())


def test_numbers_go_with_the_nearest_that_gave_them() -> None:
    """Of two articles that are put in, those behind the second go with the second."""
    base = articles("naam", "leden", "geld", "bestuur", "slot")
    first, second = places(base, articles("naam", "zetel", "leden", "geld", "geschil", "bestuur", "slot"))
    assert apply(base, first.edits).count("## Artikel 3 leden") == 1
    assert "bestuur" not in "".join(line for line in apply(base, first.edits).splitlines() if line.startswith("## Artikel 6"))
    assert apply(base, second.edits).count("## Artikel 7 slot") == 1


def test_numbers_that_begin_anew_count_by_themselves() -> None:
    """The articles of every chapter begin with 1: two that are put into the first change none of the second."""
    behind = "\n# B\n\n" + articles("bestuur", "vergadering", "slot")
    base, one, two, both = (
        "# A\n\n" + articles(*what) + behind
        for what in (
            ("naam", "leden", "geld"),
            ("naam", "zetel", "leden", "geld"),
            ("naam", "leden", "kascommissie", "geld"),
            ("naam", "zetel", "leden", "kascommissie", "geld"),
        )
    )
    assert merged_of(base, one, two) == (both, frozenset())


def test_what_goes_in_after_an_article_went_out_counts_on() -> None:
    """Its numbers were those of another text; they follow from what it puts in."""
    base = articles("naam", "leden", "geld", "bestuur", "slot")
    gone, put_in = articles("naam", "geld", "bestuur", "slot"), articles("naam", "leden", "geld", "vergadering", "bestuur", "slot")
    carried = rebase(places(base, put_in)[0].edits, base, gone)
    assert carried.status == "carried"
    assert apply(gone, carried.edits) == articles("naam", "geld", "vergadering", "bestuur", "slot")


def test_other_words_take_the_place_of_what_is_put_in_and_of_no_number() -> None:
    """Also where a number that goes with it stands before it."""
    base = articles("naam", "leden", "slot")
    (place,) = places(
        base, base.replace("Artikel 1", "Artikel 2").replace("\n## Artikel 3", "\n## Artikel 3 zetel\n\nHier.\n\n## Artikel 4")
    )
    assert place.edits[0].text == "2"
    text = apply(base, adapted(base, place.edits, (place.start, place.end), place.replace, "## Artikel 3 zetel\n\nDaar."))
    assert text == apply(base, place.edits).replace("Hier.", "Daar.")


def carried_onto(form: str, first: tuple[str, int, int], then: tuple[str, int, int], apart: str = "\n|\n") -> str:
    """What comes of one wish that is carried into the text that another made."""
    names = list(ABOUT)
    base, (one, two) = numbered(form, apart, names[:5]), others_of(names, [first, then])
    text = apply(base, [edit for place in places(base, numbered(form, apart, one)) for edit in place.edits])
    carried = [rebase(place.edits, base, text) for place in places(base, numbered(form, apart, two))]
    assert {one.status for one in carried} == {"carried"}
    return merge(text, dict(enumerate(one.edits for one in carried))).text


@pytest.mark.parametrize("form", ["chapter", "quoted letters"])
def test_what_comes_before_the_first_is_counted_when_it_is_carried(form: str) -> None:
    """Above a blank line, also in a quotation."""
    text = carried_onto(form, ("in", 1, 0), ("in", 0, 0))
    assert text == numbered(form, "\n|\n", standing(text))
    assert len(standing(text)) == 7


def test_what_is_moved_keeps_its_own_number_where_others_gave_it_another() -> None:
    """It was counted with the place it came from; what it is to be follows from where it goes."""
    text = carried_onto("Roman numbers in brackets", ("out", 0, 0), ("move", 1, 4))
    assert text == numbered("Roman numbers in brackets", "\n|\n", standing(text))


def test_a_line_that_is_moved_in_a_quotation_is_one_place() -> None:
    """Also where a line with nothing but the sign of the quotation stands above."""
    what = ["naam", "leden", "geld", "slot"]
    found = places(numbered("quoted letters", "\n", what), numbered("quoted letters", "\n", [what[-1], *what[:-1]]))
    assert [one.moved_to is not None for one in found] == [True]


def test_numbers_of_ever_other_kinds_end_each_other() -> None:
    """Each was looked at for every paragraph behind it, so that a text of a megabyte took minutes."""
    text = "".join(f"{at}.1 x\n\ny\n\n" for at in range(1, 1_000)) + "1.2 z\n"
    assert len(set(map(id, numbered_lists(text).values()))) == 999
    assert len(kinds_within(text)) <= 16


def kinds_within(text: str) -> list[str]:
    typed = _Typed()
    for at, found in enumerate(ITEM.finditer(text)):
        typed.stands(typed.kind(found, text, found.end())[0], at)
    return typed.within
