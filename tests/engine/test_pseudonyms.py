"""Pseudonyms: hosts can see whose it is. Nobody else can, whichever way they look, and the record does not know."""

from __future__ import annotations

import json

import pytest

from plein import Plein
from plein.errors import NotAllowed, NotFound, PleinError, Refused, Unusable
from tests.cycles import Housing
from tests.engine.scenes import key_of, rows
from tests.engine.test_closed import everything

MOTHER = "Een moeder uit Delft"
HER = f"~{MOTHER}"


@pytest.fixture
def masked(housing: Housing) -> Housing:
    """lena, who never says anything as herself, asks under a pseudonym; piet answers. bea is nobody here yet."""
    housing.inventory()
    housing.seat("lena").cycle("housing").inventory.add("Who looks after the children?", kind="question", pseudonym=MOTHER)
    housing.seat("piet").cycle("housing").inventory.add("We do, together.", reply_to=2)
    return housing


def test_what_is_said_under_a_pseudonym_is_the_pseudonyms(masked: Housing) -> None:
    """In the list, on the page and in the record."""
    one = masked.outsider.cycle("housing").inventory.show(2)

    assert (one.author, one.behind, one.name) == (HER, None, None)
    assert [entry.by for entry in masked.outsider.cycle("housing").log() if entry.act == "contribute"] == ["piet", HER, "piet"]
    assert masked.outsider.verify().damage == ()


@pytest.mark.parametrize("who", [None, "stranger", "piet", "bea", "zoe"])
def test_nothing_that_can_be_read_tells_who_is_behind_it(masked: Housing, who: str | None) -> None:
    """Not a search for known holes: everything there is to read is read. zoe hosts another cycle, bea is in the circle."""
    masked.anna.cycle("housing").move("invitation")
    masked.seat("bea").invitations.accept(masked.anna.cycle("housing").group.invite("bea", role="drafter", because="Knows the list.").token)
    masked.anna.cycle("housing").move("drafting")
    masked.seat("zoe").cycles.new("trees", title="Trees", question="Which?")
    secrets = {"lena", key_of(masked.plein, "lena")}

    seat = masked.seat(who) if who else masked.outsider
    allowed = ("people.list()",) if who == "zoe" else ()  # who looks after the register sees that there is a lena, and not what she said
    leaks = [(where, one) for where, text in everything(seat) for one in secrets if one in text and where not in allowed]

    assert leaks == []


def test_not_even_the_circle_finds_the_key_of_the_person_in_the_record(masked: Housing) -> None:
    """Else what she says as herself elsewhere would give her away."""
    bodies = json.dumps([entry.body for entry in masked.anna.cycle("housing").log()])

    assert key_of(masked.plein, HER) in bodies
    assert key_of(masked.plein, "lena") not in bodies


def test_hosts_see_who_is_behind_it_and_only_of_their_own_cycles(masked: Housing) -> None:
    """Somebody must be able to call a person to order, or to ask her in; nobody needs to know it elsewhere."""
    masked.seat("zoe").cycles.new("trees", title="Trees", question="Which?")
    zoe, anna, lena = masked.seat("zoe"), masked.anna, masked.seat("lena")

    assert anna.cycle("housing").inventory.show(2).behind == "lena"
    assert (anna.people.show(HER).behind, anna.people.show("lena").pseudonyms) == ("lena", (HER,))
    assert (lena.people.show("lena").pseudonyms, lena.people.show(HER).behind) == ((HER,), "lena")
    assert zoe.people.show("lena").pseudonyms == ()
    assert HER not in [one.person for one in anna.people.list()]
    for other in (zoe, masked.seat("piet"), masked.outsider):
        with pytest.raises(NotFound):
            other.people.show(HER)
        assert other.cycle("housing").inventory.show(2).behind is None


def test_its_author_reads_it_as_everybody_does(masked: Housing) -> None:
    """What is on her screen is what is on anybody's: somebody may look over her shoulder."""
    assert masked.seat("lena").cycle("housing").inventory.list() == masked.outsider.cycle("housing").inventory.list()


def test_the_same_person_may_use_one_again_and_nobody_else(masked: Housing) -> None:
    """A conversation goes on under one name."""
    again = masked.seat("lena").cycle("housing").inventory.add("Thank you.", reply_to=3, pseudonym="  een Moeder uit  delft ")
    assert again.author == HER

    before = rows(masked.plein)
    for taken in (MOTHER, "EEN MOEDER UIT DELFT", "Een-moeder-uit-Delft!"):
        with pytest.raises(Unusable, match="not free"):
            masked.seat("piet").cycle("housing").inventory.add("I am she.", pseudonym=taken)
    assert rows(masked.plein) == before


@pytest.mark.parametrize("name", ["piet", "Piet", "anna", "lena", "ｐｉｅｔ"])
def test_nobody_speaks_under_a_name_that_reads_like_somebodys(masked: Housing, name: str) -> None:
    """The id of an author, of a host, or one's own: whoever read it would take it for them. The refusal is the same for all."""
    with pytest.raises(Unusable) as refusal:
        masked.seat("lena").cycle("housing").inventory.add("I am he.", pseudonym=name)

    assert str(refusal.value) == "That pseudonym is not free; choose another."


@pytest.mark.parametrize("name", ["", "  ", "~", "…!", "x" * 61, "Een\nmoeder", "x" * 1_000_000])
def test_what_is_no_name_is_no_pseudonym(masked: Housing, name: str) -> None:
    """It needs letters that somebody can call her by."""
    before = rows(masked.plein)

    if name == "Een\nmoeder":  # blanks of all kinds are one
        assert masked.seat("lena").cycle("housing").inventory.add("x", pseudonym=name).author == "~Een moeder"
        return
    with pytest.raises(Unusable):
        masked.seat("lena").cycle("housing").inventory.add("x", pseudonym=name)
    assert rows(masked.plein) == before


@pytest.mark.parametrize("name", [HER, f" {HER}", "~nobody"])
def test_nobody_acts_as_a_pseudonym(masked: Housing, name: str) -> None:
    """It speaks once, through the person; it has no seat and no rights."""
    with pytest.raises(NotAllowed):
        masked.plein.acting_as(name)


def test_nobody_puts_words_in_its_mouth_or_gives_it_a_place(masked: Housing) -> None:
    """Imports name people, and so do invitations."""
    from plein import Outside

    before = rows(masked.plein)
    for attempt in (
        lambda: masked.anna.cycle("housing").inventory.import_([Outside("I said so.", HER)]),
        lambda: masked.anna.cycle("housing").group.host(HER, "She asks well."),
        lambda: masked.anna.boards.set("harbour", [HER]),
    ):
        with pytest.raises(PleinError):
            attempt()
    assert rows(masked.plein) == before


def test_ones_own_is_ones_own_under_a_pseudonym_too(masked: Housing) -> None:
    """Else everybody could be their own crowd."""
    with pytest.raises(Refused, match="your own"):
        masked.seat("lena").cycle("housing").inventory.support(2)
    assert masked.seat("piet").cycle("housing").inventory.support(2).supports == 1


def test_inviting_on_the_ground_of_it_would_tell(masked: Housing) -> None:
    """An invitation is public, and cites what it is based on."""
    masked.anna.cycle("housing").move("invitation")

    with pytest.raises(PleinError):
        masked.anna.cycle("housing").group.invite("lena", role="drafter", because="She asks well.", for_=2)
    assert masked.anna.cycle("housing").group.invite("lena", role="drafter", because="She asks well.").person == "lena"


def test_two_who_choose_one_name_at_the_same_moment_do_not_share_it(plein: Plein, housing: Housing) -> None:
    """The second is refused, wherever the first got in between."""
    from threading import Barrier, Thread

    housing.anna.cycle("housing").move("inventory")
    barrier, told = Barrier(2), []

    def speak(person: str) -> None:
        barrier.wait()
        try:
            told.append(housing.seat(person).cycle("housing").inventory.add("I am the one.", pseudonym="De ene").author)
        except (Unusable, Refused):
            told.append("refused")

    both = [Thread(target=speak, args=(person,)) for person in ("piet", "kim")]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()

    assert sorted(told) == ["refused", "~De ene"]
