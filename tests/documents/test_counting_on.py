"""What several people number counts on, whoever came first: no number stands twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import apply, diff, merge, places, rebase
from plein.documents.diff.items import ITEM
from plein.documents.diff.numbered import _Typed, numbered_lists
from tests.documents.statutes import ABOUT, FORMS, agrees, articles, headings, line, merged_of, numbered, others_of, standing, statutes
from tests.laws import looks


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


def test_sub_numbers_that_two_give_another_article_follow_the_one_they_stand_in() -> None:
    """One made 2.1 of them and the other 4.1: neither is what they are to be."""
    base = statutes("naam", "leden", "geld", "slot")
    text, held = merged_of(base, statutes("naam", "geld", "slot"), statutes("naam", "leden", "geld", "bestuur", "slot"))
    assert (text, held) == (statutes("naam", "geld", "bestuur", "slot"), frozenset())


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


def test_a_list_that_goes_on_behind_other_words_counts_on_there() -> None:
    """Two who each put an item in before the words both make 4 of 3: it is 5."""

    def text(*what: str, then: int) -> str:
        items = "\n".join(f"{at}. {ABOUT[one]}" for at, one in enumerate(what, 1))
        return f"{items}\n\nVerder nog dit:\n\n{then}. {ABOUT['slot']}\n{then + 1}. {ABOUT['geschil']}\n"

    base, one, two = text("naam", "leden", then=3), text("naam", "zetel", "leden", then=4), text("naam", "leden", "geld", then=4)
    assert merged_of(base, one, two) == (text("naam", "zetel", "leden", "geld", then=5), frozenset())


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


def test_numbers_of_ever_other_kinds_end_each_other() -> None:
    """Each was looked at for every paragraph behind it, so that a text of a megabyte took minutes."""
    text = "".join(f"{at}.1 x\n\ny\n\n" for at in range(1, 1_000)) + "1.2 z\n"
    assert len(set(map(id, numbered_lists(text).values()))) == 1_000
    assert len(kinds_within(text)) <= 16


def kinds_within(text: str) -> list[str]:
    typed = _Typed()
    for at, found in enumerate(ITEM.finditer(text)):
        typed.stands(typed.kind(found, text, found.end())[0], at)
    return typed.within
