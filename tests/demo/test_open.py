"""What the demo shows of the open side: people, topics, and the inventory as a conversation that keeps itself in order."""

from __future__ import annotations

import pytest

from plein.demo import story
from plein.engine.inventory.views import Contribution
from plein.errors import NotFound
from tests.demo.conftest import Played
from tests.demo.steps import step, steps


def _contributions(played: Played, person: str | None = None) -> tuple[Contribution, ...]:
    return played.seat(person).cycle(story.SLUG).inventory.list()


def test_people_have_relations_of_the_organisations_own(played: Played) -> None:
    """What somebody is to an organisation, only that organisation can say."""
    organisation = played.seat("anna").organisation
    found = {one.relation for one in played.seat("anna").people.list() if one.relation}
    assert found == set(organisation.relations)
    assert {organisation.inside(relation) for relation in found} == {True, False}
    assert "alumnus" not in organisation.relations


def test_the_organisations_own_words_stand_on_the_pages(played: Played) -> None:
    """A branch that says “schrijftafel” does not read “werkgroep” on its own pages, but for the words of a person who says so."""
    assert played.seat(None).organisation.terms["nl"] == {"werkgroep": "schrijftafel"}
    pages = {page.name: page.read_text(encoding="utf-8").lower() for page in (played.folder / "pages").glob("*.html")}
    assert [name for name, page in pages.items() if "schrijftafel" in page]
    assert {name: page.count("werkgroep") for name, page in pages.items() if "werkgroep" in page} == {"inventory.html": 1}
    assert "voor de werkgroep!" in pages["inventory.html"]


def test_topics_have_hosts_and_whole_notes(played: Played) -> None:
    """Whoever speaks knows beforehand what for, about what, and what happens with it."""
    question, *topics = played.seat(None).cycle(story.SLUG).topics.list()
    assert question.name == "question"
    assert [topic.name for topic in topics] == [added.words[0] for added in steps("topic add")]
    assert {topic.host for topic in topics} == {"anna", "els"}
    assert all(topic.aim and topic.scope and topic.outcome and topic.opened and topic.contributions for topic in topics)


def test_no_topic_opened_without_its_note(played: Played) -> None:
    """The one that was refused first opened later than the others, with what it lacked."""
    *whole, lacking = [str(added.words[0]) for added in steps("topic add")]
    assert [added.words[0] for added in steps("topic add") if "outcome" not in added.options] == [lacking]
    topics = {topic.name: topic for topic in played.seat(None).cycle(story.SLUG).topics.list()}
    late = topics[lacking].opened
    assert late is not None
    assert all(opened < late for name in whole if (opened := topics[name].opened))


def test_outside_talk_has_its_source(played: Played) -> None:
    """What was said elsewhere can be looked up there."""
    found = [one for one in _contributions(played) if one.source]
    assert [one.author for one in found] == ["tineke", "wim"]
    assert all(one.said and one.link and one.link.startswith("https://") for one in found)
    assert "      2 more; and the same file once more: 0" in played.lines


def test_people_answer_support_link_nudge(played: Played) -> None:
    """An inventory is a conversation."""
    found = _contributions(played)
    replies = [one for one in found if one.reply_to]
    assert len(replies) >= 4
    assert {one.topic for one in replies} > {None}
    assert sum(one.supports for one in found) > 20
    assert sum(bool(one.links) for one in found) == 2
    assert {nudge.author for one in found for nudge in one.nudges} == {
        person for nudged in steps("inventory nudge") for person in nudged.by
    }


def test_a_hidden_contribution_leaves_a_tombstone(played: Played) -> None:
    """Hiding is in public, with a reason; hosts still see what was said."""
    (hidden,) = [one for one in _contributions(played) if one.hidden and not one.erased]
    assert (hidden.text, hidden.hidden) == (None, step("inventory hide").options["because"])
    assert "Dijkstraat 14" in (played.seat("els").cycle(story.SLUG).inventory.show(hidden.id).text or "")
    assert not any("Dijkstraat 14" in page.read_text(encoding="utf-8") for page in (played.folder / "pages").iterdir())


def test_a_pseudonym_leads_to_its_person_for_hosts_alone(played: Played) -> None:
    """Whoever fears for a lease can speak."""
    (mask,) = [one.author for one in _contributions(played) if one.author.startswith("~")]
    assert played.seat("anna").people.show(mask).behind == "danny"
    for person in ("joost", "bea", "ton", None):
        with pytest.raises(NotFound):
            played.seat(person).people.show(mask)
    assert {one.behind for one in _contributions(played, "bea")} == {None}
    pages = " ".join(page.read_text(encoding="utf-8") for page in (played.folder / "pages").iterdir())
    assert "Bewoner Havenkade" in pages
    assert "danny" not in pages
