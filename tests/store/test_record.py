"""Laws of the record: any change in any link is found, at the first place where it was made."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from plein.store import record
from plein.store.record import Link

facts = st.dictionaries(st.text(max_size=5), st.one_of(st.none(), st.integers(), st.text(max_size=20), st.lists(st.integers(), max_size=3)))
chains = st.lists(facts, min_size=1, max_size=12)
words = st.one_of(st.none(), st.text(max_size=10))


def links(bodies: list[dict[str, object]]) -> list[Link]:
    previous, made = record.START, []
    for number, one in enumerate(bodies, 1):
        inner = record.inner_digest(f"nonce {number}", record.body(one))
        digest = record.chain(previous, inner)
        made.append(Link(number, previous, inner, digest))
        previous = digest
    return made


few = settings(max_examples=50, deadline=None)


@few
@given(chains)
def test_a_record_that_nobody_touched_has_no_break(bodies: list[dict[str, object]]) -> None:
    """A false alarm costs as much trust as damage."""
    made = links(bodies)

    assert record.first_break(made) is None
    assert record.first_break(made, head=made[-1].digest) is None


@few
@given(chains, st.data())
def test_any_change_in_any_link_is_found_at_the_first_place(bodies: list[dict[str, object]], data: st.DataObject) -> None:
    """Whoever changes what was written is found out, and everybody knows from where on the record cannot be trusted."""
    made = links(bodies)
    at = data.draw(st.integers(0, len(made) - 1), "which link")
    what = data.draw(st.sampled_from(["previous", "inner", "digest"]), "which part of it")
    old = getattr(made[at], what)
    made[at] = replace(made[at], **{what: ("0" if old[0] != "0" else "1") + old[1:]})

    found = record.first_break(made)

    assert found is not None
    assert found[0] == at + 1


@few
@given(st.lists(facts, min_size=2, max_size=12), st.data())
def test_a_link_that_is_missing_is_found(bodies: list[dict[str, object]], data: st.DataObject) -> None:
    """Silence about what happened is damage too, also at the end."""
    made = links(bodies)
    head = made[-1].digest
    at = data.draw(st.integers(0, len(made) - 1))
    del made[at]

    found = record.first_break(made, head=head)

    assert found is not None
    assert found[0] == at + 1


@few
@given(st.lists(facts, min_size=2, max_size=8, unique_by=record.body), st.data())
def test_links_in_another_order_are_found(bodies: list[dict[str, object]], data: st.DataObject) -> None:
    """What came first matters: a decision before its suggestion is a lie."""
    made = links(bodies)
    order = data.draw(st.permutations(range(len(made))).filter(lambda order: list(order) != sorted(order)))
    shuffled = [replace(made[index], number=number) for number, index in enumerate(order, 1)]

    assert record.first_break(shuffled) is not None


@few
@given(st.lists(words, max_size=4), st.lists(words, max_size=4), st.text(max_size=8), st.text(max_size=8))
def test_a_seal_tells_texts_and_salts_apart(one: list[str | None], other: list[str | None], salt: str, second: str) -> None:
    """``("ab", "c")`` is not ``("a", "bc")``, and no text is not the empty text."""
    assert (record.seal(salt, *one) == record.seal(second, *other)) is ((salt, *one) == (second, *other))


@few
@given(facts)
def test_a_body_reads_back_and_does_not_depend_on_the_order(one: dict[str, object]) -> None:
    """Whoever checks the record computes the same line."""
    assert json.loads(record.body(one)) == one
    assert record.body(dict(reversed(one.items()))) == record.body(one)
    assert "\n" not in record.body(one)


def test_salts_differ() -> None:
    """Two people who say the same leave different seals."""
    one, other = record.salt(), record.salt()

    assert one != other
    assert len(one) == 32


def test_an_empty_record_ends_where_it_began() -> None:
    """A cycle that is just being made has no entries and no head."""
    assert record.first_break([], head="") is None
    assert record.first_break([], head="0" * 64) == (1, "the record ends too early, or too late")
