"""What the demo shows of the closed side: who is asked into the circle and why, and what stays inside."""

from __future__ import annotations

import pytest

from plein.demo import story
from plein.engine.group.views import Candidate
from plein.errors import NotFound
from tests.demo.conftest import Played
from tests.demo.steps import step, steps


def _told(played: Played, chapter: str) -> list[str]:
    """The lines of one chapter."""
    begin = next(index for index, line in enumerate(played.lines) if line.startswith(f"{chapter}. "))
    return played.lines[begin : played.lines.index("", begin)]


def test_an_outsider_comes_first_and_the_loud_one_does_not(candidates: tuple[Candidate, ...], played: Played) -> None:
    """Beyond the usual suspects: what counts is what somebody says, and who from the other side answers it."""
    contributions = played.seat(None).cycle(story.SLUG).inventory.list()
    likes = {one.person: sum(said.supports for said in contributions if said.author == one.person) for one in candidates}
    places = [one.person for one in candidates]
    assert max(likes, key=lambda person: likes[person]) == "ronald"
    top = step("group candidates").options["top"]
    assert isinstance(top, int)
    assert places.index("ronald") >= top
    assert (candidates[0].person, candidates[0].inside, len(candidates[0].contributions)) == ("mirjam", False, 1)


def test_candidates_come_with_reasons_and_balance(candidates: tuple[Candidate, ...], played: Played) -> None:
    """Every point can be explained to whoever is not on the list, and the list says whom it leaves out."""
    assert all(one.reasons for one in candidates)
    assert [one.person for one in candidates if one.usual_suspect] == ["willemijn"]
    lines = _told(played, "3")
    assert any("answered by 3 people from inside" in line for line in lines)
    assert any("called to order" in line for line in lines)
    assert any("Left out:" in line for line in lines)


def test_every_invitation_of_a_drafter_cites_what_they_said(played: Played) -> None:
    """Nobody is in because somebody knows them."""
    contributions = {one.id: one.author for one in played.seat(None).cycle(story.SLUG).inventory.list()}
    drafters = [one for one in played.seat(None).cycle(story.SLUG).group.list() if one.role == "drafter"]
    assert [contributions[one.contribution or 0] for one in drafters] == [one.person for one in drafters]


def test_one_declined_one_was_taken_back_and_one_warned(played: Played) -> None:
    """An invitation is a question."""
    begins = next(moved.at for moved in steps("cycle move") if moved.words == ("drafting",))
    status = {one.person: one.status for one in played.seat(None, begins).cycle(story.SLUG).group.list() if one.role == "drafter"}
    assert status == {"bea": "accepted", "mirjam": "accepted", "sjoerd": "accepted", "willemijn": "declined", "lieke": "withdrawn"}
    warnings = [line.strip() for line in played.lines if line.strip().startswith("warning: ")]
    assert warnings == ["warning: Everybody who would write is from inside the organisation."]


def test_a_sounding_board_comes_as_one_for_a_topic_until_a_date(played: Played) -> None:
    """They think along for a while; one of them did not answer, which is an answer too."""
    asked = step("group board")
    board = [one for one in played.seat(None, "2026-11-20 12:00").cycle(story.SLUG).group.list() if one.board == asked.words[0]]
    assert {one.person: one.status for one in board} == {"kees": "accepted", "yvonne": "accepted", "ahmed": "expired"}
    assert {(one.role, one.topic, one.until is not None) for one in board} == {("adviser", asked.options["topic"], True)}


def test_an_advisers_time_ends(played: Played) -> None:
    """While they were in, they read what was not public; after their date it is not there for them."""
    tries = next(shown for shown in steps("draft show") if "version" in shown.options)
    inside, after, (person,), version = "2026-11-13 12:00", tries.at, tries.by, tries.options["version"]
    assert played.seat(person, inside).cycle(story.SLUG).comments.list()
    assert played.seat(person, after).cycle(story.SLUG).comments.list() == ()
    assert {one.status for one in played.seat(None, after).cycle(story.SLUG).group.list() if one.person == person} == {"ended"}
    with pytest.raises(NotFound):
        played.seat(None, after).cycle(story.SLUG).draft.show(3)
    assert f"There is no version {version} of {story.SLUG}" in played.told


def test_comments_stay_inside_the_circle(played: Played) -> None:
    """Who thinks aloud must not read it on a page."""
    comments = played.seat("anna").cycle(story.SLUG).comments.list()
    assert [one.text for one in comments] == [said.words[0] for said in steps("comment add")]
    assert {one.author for one in comments} == {"ton", "bea", "yvonne", "sjoerd"}
    assert any(one.suggestion for one in comments)
    assert any(one.paragraph for one in comments)
    assert any(one.reply_to for one in comments)
    assert played.seat("joost").cycle(story.SLUG).comments.list() == played.seat(None).cycle(story.SLUG).comments.list() == ()
    pages = " ".join(page.read_text(encoding="utf-8") for page in (played.folder / "pages").iterdir())
    assert [one.text for one in comments if one.text in pages] == []


def test_words_to_avoid_were_mended_before_anybody_read_them(played: Played) -> None:
    """The first published version is without them; those it had are in the closed ones."""
    seat = played.seat("bea")
    published = [version for version in seat.cycle(story.SLUG).draft.list() if version.published]
    assert "doorstromers" in seat.cycle(story.SLUG).draft.show(3).text
    assert "doorstromer" not in seat.cycle(story.SLUG).draft.show(published[0].number).text
    assert played.seat(None).cycle(story.SLUG).words.check() == ()
    assert [one.word for one in played.seat(None).cycle(story.SLUG).words.list()] == ["doorstromer*", "stakeholder*", "beurs"]
