"""Invitations: they cite what somebody said, end by themselves or are taken back, are answered once, and say what the circle becomes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from plein import Plein, Seat
from plein.errors import NotFound, Refused, Unusable
from plein.organisation import Organisation
from tests.conftest import NOON
from tests.cycles import Housing
from tests.engine.conftest import Stage
from tests.engine.scenes import Scene, last_body, rows, tamper

C = "housing"


def invite(seat: Seat, person: str, role: str = "drafter", **more: Any) -> Any:
    return seat.cycle(C).group.invite(person, role=role, because="Knows the waiting list.", **more)


def later(scene: Scene, person: str | None, **time: int) -> Seat:
    return scene.plein.acting_as(person, at=NOON + timedelta(**time))


def status_of(scene: Scene, person: str, **time: int) -> list[str]:
    return [one.status for one in later(scene, None, **time).cycle(C).group.list() if one.person == person]


# --- until when


def test_an_invitation_ends_by_itself_three_weeks_on(at: Stage) -> None:
    """A place that nobody answers for is not kept for ever; the last day counts whole, in the cycle's zone."""
    scene = at("invitation")

    made = invite(scene.anna, "joe")

    assert made.expires == datetime(2026, 12, 14, 22, 59, 59, tzinfo=UTC)
    assert last_body(scene.plein)["expires"] == made.expires.isoformat()
    assert later(scene, "joe", days=21).invitations.accept(made.token)[1].status == "accepted"


def test_an_organisation_says_how_long_people_have(where: str) -> None:
    """A town gives its people longer than a company does."""
    with Plein(where, clock=lambda: NOON, organisation=Organisation(invitation_days=2)) as plein:
        housing = Housing(plein).invitation()
        assert invite(housing.anna, "joe").expires == datetime(2026, 11, 25, 22, 59, 59, tzinfo=UTC)
    with Plein(where, clock=lambda: NOON, organisation=Organisation(invitation_days=10**12)) as plein:
        assert invite(plein.acting_as("anna"), "kit").expires.year > 2100


def test_a_host_says_until_when_it_can_be_answered(at: Stage) -> None:
    """A date alone is the end of that day, as with every deadline; it never outlasts the place it is for."""
    scene = at("invitation")

    assert invite(scene.anna, "joe", expires="2026-11-27").expires == datetime(2026, 11, 27, 22, 59, 59, tzinfo=UTC)
    short = invite(scene.anna, "kit", "adviser", until="2026-11-25", expires="2026-11-27")
    assert short.expires == short.until == datetime(2026, 11, 25, 22, 59, 59, tzinfo=UTC)
    assert invite(scene.anna, "lou", "adviser", until="2026-11-25").expires == short.until


@pytest.mark.parametrize("answer", ["accept", "decline"])
def test_an_expired_token_is_refused(at: Stage, answer: str) -> None:
    """Whoever comes too late hears what to do, and nothing changes."""
    scene = at("invitation")
    made = invite(scene.anna, "joe", expires="2026-11-27")
    before = rows(scene.plein)

    with pytest.raises(Refused, match="has expired; ask the host for a new one"):
        getattr(later(scene, "joe", days=5).invitations, answer)(made.token)

    assert rows(scene.plein) == before
    assert status_of(scene, "joe", days=4) == ["invited"]
    assert status_of(scene, "joe", days=5) == ["expired"]


def test_who_let_an_invitation_expire_can_be_invited_again(at: Stage) -> None:
    """The old one stays in the list: who was asked is public."""
    scene = at("invitation")
    invite(scene.anna, "joe", expires="2026-11-24")
    with pytest.raises(Refused, match="joe is invited as drafter already"):
        invite(scene.anna, "joe")

    again = invite(later(scene, "anna", days=5), "joe")

    assert later(scene, "joe", days=5).invitations.accept(again.token)[1].status == "accepted"
    assert status_of(scene, "joe", days=5) == ["expired", "accepted"]


@pytest.mark.parametrize("option", ["until", "expires"])
@pytest.mark.parametrize(
    ("when", "says"), [("2026-11-22", "would end in the past"), ("soon", "no date or time"), (datetime(2027, 1, 1), "needs a zone")]
)
def test_a_moment_that_cannot_be_is_refused(at: Stage, option: str, when: Any, says: str) -> None:
    """Also a moment without a zone, which means something else on every machine."""
    scene = at("invitation")
    before = rows(scene.plein)

    with pytest.raises(Unusable, match=says):
        invite(scene.anna, "joe", **{option: when})

    assert rows(scene.plein) == before


def test_a_moment_from_another_zone_is_kept_and_checks(at: Stage) -> None:
    """An intranet in another zone hands over its own moments."""
    scene = at("invitation")

    made = invite(scene.anna, "joe", until=datetime.fromisoformat("2026-12-01T09:00+09:00"))

    assert made.until == datetime(2026, 12, 1, tzinfo=UTC)
    assert last_body(scene.plein)["until"] == "2026-12-01T00:00:00+00:00"
    assert scene.outsider.verify().damage == ()


# --- answering


def test_an_answer_is_given_once_and_may_be_repeated(at: Stage) -> None:
    """People click twice; they do not change their mind with the same token."""
    scene = at("invitation")
    made = invite(scene.anna, "joe", expires="2026-11-27")
    scene.seat("joe").invitations.accept(made.token)
    once = rows(scene.plein)

    assert later(scene, "joe", days=30).invitations.accept(made.token)[1].status == "accepted"
    with pytest.raises(Refused, match="was accepted before"):
        scene.seat("joe").invitations.decline(made.token)

    assert rows(scene.plein) == once


@pytest.mark.parametrize("answer", ["accept", "decline"])
@pytest.mark.parametrize(("who", "by", "held"), [("joe", "joe", "person"), (None, "joe", "token"), ("anna", "anna", "host")])
def test_the_record_says_who_held_the_token(at: Stage, answer: str, who: str | None, by: str, held: str) -> None:
    """Whoever has no way to sign in can answer all the same; and everybody can read that nobody knows for sure that it was they."""
    scene = at("invitation")
    token = invite(scene.anna, "joe").token

    getattr(later(scene, who).invitations, answer)(token)

    entry = scene.outsider.cycle(C).log()[-1]
    assert entry.body is not None
    assert (entry.by, entry.body["held"]) == (by, held)
    assert scene.outsider.verify().damage == ()


@pytest.mark.parametrize("who", ["stranger", "piet", "bea"])
def test_somebody_else_who_says_who_they_are_is_refused(at: Stage, who: str) -> None:
    """A letter that was passed on is not an invitation to whoever reads it."""
    scene = at("invitation")
    token = invite(scene.anna, "joe").token
    before = rows(scene.plein)

    with pytest.raises(NotFound, match="invites somebody else"):
        scene.seat(who).invitations.accept(token)
    assert rows(scene.plein) == before


# --- taken back


def test_an_invitation_that_nobody_answered_can_be_withdrawn(at: Stage) -> None:
    """In public and with a reason, as everything about the circle; its token is worth nothing from then on."""
    scene = at("invitation")
    made = invite(scene.anna, "joe")

    gone = scene.anna.cycle(C).group.remove("joe", "The circle is full.")

    assert (gone.status, gone.removed_because) == ("withdrawn", "The circle is full.")
    assert last_body(scene.plein)["act"] == "remove-member"
    before = rows(scene.plein)
    answers = scene.seat("joe").invitations
    for answer in (answers.accept, answers.decline):
        with pytest.raises(Refused, match="taken back"):
            answer(made.token)
    assert rows(scene.plein) == before
    assert scene.outsider.verify().damage == ()
    assert invite(scene.anna, "joe").token != made.token


def test_a_place_that_was_taken_is_removed_and_not_withdrawn(at: Stage) -> None:
    """Who sat in the circle is told from who was only asked; and their token does not open it again."""
    scene = at("drafting")

    assert scene.anna.cycle(C).group.remove("bea", "Moved away.").status == "removed"
    with pytest.raises(Refused, match="was ended"):
        scene.bea.invitations.decline(scene.tokens["bea"])
    assert scene.bea.cycle(C).status().roles == ("public",)


def test_one_act_ends_all_somebody_has_in_the_circle(at: Stage) -> None:
    """A place and an invitation of one person end together, each in its own way."""
    scene = at("drafting")
    invite(scene.anna, "adam")

    scene.anna.cycle(C).group.remove("adam", "He moved away.")

    assert status_of(scene, "adam") == ["removed", "withdrawn"]
    assert scene.outsider.verify().damage == ()


def test_what_has_ended_by_itself_cannot_be_ended(at: Stage) -> None:
    """The list says so already; an invitation that expired can still be taken off it."""
    scene = at("drafting")
    token = invite(scene.anna, "joe", "adviser", until="2026-11-24").token
    scene.seat("joe").invitations.accept(token)
    invite(scene.anna, "kit", expires="2026-11-24")

    with pytest.raises(NotFound, match="no place in the circle"):
        later(scene, "anna", days=5).cycle(C).group.remove("joe", "Done.")
    assert later(scene, "anna", days=5).cycle(C).group.remove("kit", "Too late.").status == "withdrawn"


# --- what it is based on


def test_who_is_in_the_circle_and_why_is_public(at: Stage) -> None:
    """Everybody reads the reason, the contribution it is based on, and how it stands."""
    scene = at("invitation")
    invite(scene.anna, "piet", for_=1)

    found = scene.outsider.cycle(C).group.list()[-1]

    assert (found.person, found.contribution, found.because, found.status) == ("piet", 1, "Knows the waiting list.", "invited")
    assert scene.outsider.cycle(C).log()[-1].act == "invite"


def test_citing_somebody_elses_contribution_is_allowed_and_said(at: Stage) -> None:
    """Sometimes a contribution calls for the one who can answer it."""
    scene = at("invitation")

    assert "Contribution 1 is by piet, not by joe." in invite(scene.anna, "joe", for_=1).warnings
    assert not any("Contribution" in one for one in invite(scene.anna, "piet", for_=1).warnings)


def test_citing_what_was_said_under_a_pseudonym_is_refused(at: Stage) -> None:
    """An invitation is public: it would tell whose it is, whoever is invited."""
    scene = at("inventory")
    scene.seat("rosa").cycle(C).inventory.add("I was turned away twice.", pseudonym="heron")
    scene.anna.cycle(C).move("invitation")
    before = rows(scene.plein)

    for person in ("rosa", "joe"):
        with pytest.raises(Refused, match="made under a pseudonym"):
            invite(scene.anna, person, for_=3)

    assert rows(scene.plein) == before


def test_nobody_is_invited_under_a_pseudonym(at: Stage) -> None:
    """Nobody could answer for it."""
    scene = at("invitation")

    with pytest.raises(Unusable):
        invite(scene.anna, "~heron")
    with pytest.raises(Unusable):
        scene.anna.cycle(C).group.host("~heron", "Writes well.")
    with pytest.raises(Unusable):
        scene.anna.boards.set("birds", ["~heron"])


def test_citing_what_was_said_inside_is_refused(plein: Plein) -> None:
    """The reason of an invitation is public, and what the circle says is not: not even its number."""
    focus = Housing(plein, definition="focus-group").invitation()
    focus.bea.invitations.accept(invite(focus.anna, "bea").token)
    focus.anna.cycle(C).move("conversation")
    said = focus.bea.cycle(C).inventory.add("Between us: the harbour is sold.")

    with pytest.raises(Refused, match="made inside the circle"):
        invite(focus.anna, "joe", for_=said.id)


# --- what is said of the circle; it never keeps anybody from inviting


def mind(made: Any) -> str:
    return " · ".join(made.warnings)


def test_a_circle_above_the_advised_size_is_said(where: str) -> None:
    """A small group is constructive; who has an invitation counts, who let it expire does not, and advisers never do."""
    with Plein(where, clock=lambda: NOON, organisation=Organisation(group_size=3)) as plein:
        scene = Scene(plein).build("inventory")
        scene.anna.cycle(C).move("invitation")
        invite(scene.anna, "joe", expires="2026-11-24")
        assert "The circle would be" not in mind(invite(scene.anna, "kit"))
        assert "The circle would be" not in mind(invite(scene.anna, "una", "adviser"))
        assert "The circle would be 4 people, and 3 are advised at most." in mind(invite(scene.anna, "lou"))
        assert mind(invite(scene.anna, "vic", "adviser")) == ""
        assert "The circle would be" not in mind(invite(later(scene, "anna", days=5), "lou", expires="2027-01-01", role="adviser"))
        scene.anna.cycle(C).group.remove("lou", "The circle is full.")
        assert "The circle would be" not in mind(invite(later(scene, "anna", days=5), "mo"))


def test_a_circle_of_usual_suspects_only_is_said(at: Stage) -> None:
    """ "Niet alleen the usual suspects": those of the last circle, or of the organisation's list."""
    scene = at("drafting")
    scene.anna.cycles.new("trees", title="Trees", question="Which?", language="en")
    scene.anna.cycle("trees").move("inventory")
    scene.seat("joe").cycle("trees").inventory.add("Oaks.")
    scene.anna.cycle("trees").move("invitation")
    say = "usual suspect"

    def invited(person: str) -> str:
        return mind(scene.anna.cycle("trees").group.invite(person, role="drafter", because="Oaks."))

    assert say in invited("bea")
    assert say in invited("adam")
    tamper(scene.plein, "INSERT INTO plein_person (handle, key, since, usual_since) VALUES ('kit', 'k', '2026-01-01', '2026-01-01')")
    assert say in invited("kit")
    assert say not in invited("joe")


def test_who_sat_only_in_a_later_circle_is_no_usual_suspect(at: Stage) -> None:
    """When this cycle began, they were new."""
    scene = at("invitation")
    scene.anna.cycles.new("trees", title="Trees", question="Which?", language="en")
    scene.anna.cycle("trees").move("inventory")
    scene.seat("joe").cycle("trees").inventory.add("Oaks.")
    scene.anna.cycle("trees").move("invitation")
    scene.bea.invitations.accept(scene.anna.cycle("trees").group.invite("bea", role="drafter", because="Oaks.").token)

    assert mind(invite(scene.anna, "bea")) == ""


def test_a_circle_without_anybody_from_outside_is_said(where: str) -> None:
    """ "Zowel van binnen de organisatie als daarbuiten"; whose relation nobody knows counts as outside."""
    with Plein(where, clock=lambda: NOON) as plein:
        scene = Scene(plein).build("invitation")
        for person, relation in (("joe", "member"), ("kit", "employee"), ("lou", "alumnus")):
            scene.anna.people.add(person, relation=relation)
        say = "from inside the organisation"

        assert say in mind(invite(scene.anna, "joe"))
        assert say in mind(invite(scene.anna, "kit"))
        assert say not in mind(invite(scene.anna, "lou"))
        assert say not in mind(invite(scene.anna, "una", "adviser"))


# --- a whole sounding board


def ask_board(seat: Seat, board: str = "harbour", **more: Any) -> Any:
    return seat.cycle(C).group.board(board, **({"because": "They work there.", "topic": "The harbour", "until": "2026-12-01"} | more))


def test_a_sounding_board_is_invited_at_once_as_advisers(at: Stage) -> None:
    """ "Hele klankbordgroepen": one act, one entry, a token for each; the board's name is public with the reason."""
    scene = at("invitation")
    before = scene.revision

    made = ask_board(scene.anna)

    assert scene.revision == before + 1
    assert last_body(scene.plein)["act"] == "invite-board"
    assert [one.person for one in made.invitations] == ["una", "vic"]
    assert len({one.token for one in made.invitations}) == 2
    for one in made.invitations:
        slug, member = scene.seat(one.person).invitations.accept(one.token)
        assert (slug, member.role, member.board, member.topic, member.because) == (
            C,
            "adviser",
            "harbour",
            "The harbour",
            "They work there.",
        )
        assert member.until == datetime(2026, 12, 1, 22, 59, 59, tzinfo=UTC)
    assert scene.outsider.cycle(C).group.list()[-1].board == "harbour"
    assert scene.outsider.verify().damage == ()


def test_who_is_in_the_circle_already_is_passed_over_and_named(at: Stage) -> None:
    """Nobody gets two invitations, or a lesser place than the one they have."""
    scene = at("drafting")
    scene.anna.boards.set("all", ["bea", "dora", "anna", "adam", "una", "kit"])
    scene.anna.cycle(C).group.remove("adam", "Back as one of many.")

    made = ask_board(scene.anna, "all")

    assert [one.person for one in made.invitations] == ["adam", "una", "kit"]
    assert made.skipped == ("bea", "dora", "anna")


def test_a_board_of_which_nobody_is_left_is_refused(at: Stage) -> None:
    """Once more adds nothing, and says so."""
    scene = at("invitation")
    ask_board(scene.anna)
    before = rows(scene.plein)

    with pytest.raises(Refused, match="Everybody on the sounding board “harbour” is in the circle or invited already"):
        ask_board(scene.anna)

    assert rows(scene.plein) == before
    assert len(ask_board(later(scene, "anna", days=30), until="2027-02-01").invitations) == 2


@pytest.mark.parametrize(
    ("more", "error", "says"),
    [
        ({"board": "nobody"}, NotFound, "no sounding board “nobody”"),
        ({"board": "a\nb\0"}, NotFound, "no sounding board “a?b?”"),
        ({"topic": " "}, Unusable, "topic="),
        ({"because": ""}, Unusable, "needs a reason"),
        ({"until": "2026-11-01"}, Unusable, "would end in the past"),
        ({"expires": "2026-11-01"}, Unusable, "would end in the past"),
    ],
)
def test_inviting_a_board_that_cannot_be_is_refused(at: Stage, more: dict[str, Any], error: type[Exception], says: str) -> None:
    """And nobody on it is invited by half."""
    scene = at("invitation")
    before = rows(scene.plein)

    with pytest.raises(error) as refusal:
        ask_board(scene.anna, **more)

    assert says in str(refusal.value)
    assert rows(scene.plein) == before
