"""The page of the circle and the page of the record: what the rules let people do, and how sure it is who they are."""

from __future__ import annotations

from dataclasses import replace

from plein import Plein
from plein.publication.material import gather
from plein.publication.pages import make_pages
from plein.workflow import FOCUS_GROUP, PLEIN66
from plein.workflow.definition import Rule
from plein.workflow.roles import HOSTS
from tests.publication.reading import Page


def test_the_page_of_the_circle_says_whether_hosts_write(plein: Plein) -> None:
    """It said that they do not, and the rules let them; where an organisation's own rules do not, it says that."""
    kept = replace(
        PLEIN66,
        name="hands-off",
        phases=tuple(
            replace(
                phase,
                acts={act: Rule(rule.roles - HOSTS, rule.guards) if act == "save-draft" else rule for act, rule in phase.acts.items()},
            )
            for phase in PLEIN66.phases
        ),
    )
    anna = plein.acting_as("anna")
    told = {}
    for slug, definition in (("may", PLEIN66), ("may-not", kept), ("panel", FOCUS_GROUP)):
        anna.cycles.new(slug, title="Trees", question="Which?", language="en", definition=definition)
        anna.cycle(slug).move("inventory")
        anna.cycle(slug).inventory.add("Oaks.")
        anna.cycle(slug).move("invitation")
        anna.cycle(slug).group.invite("bea", role="drafter", because="Knows trees.")
        told[slug] = " ".join(Page(make_pages(gather(plein.acting_as(None), slug))["group.html"].decode()).text.split())

    writing = {slug: ("They may write too." in words, "They do not write." in words) for slug, words in told.items()}
    assert writing == {"may": (True, False), "may-not": (False, True), "panel": (True, False)}


def test_the_page_of_the_record_says_that_whoever_held_the_token_answered(plein: Plein) -> None:
    """Everybody can read who is in the circle, and how sure that is."""
    anna = plein.acting_as("anna")
    anna.cycles.new("trees", title="Trees", question="Which?", language="en")
    anna.cycle("trees").move("inventory")
    anna.cycle("trees").inventory.add("Oaks.")
    anna.cycle("trees").move("invitation")
    for person, by in (("bea", "bea"), ("joe", None)):
        plein.acting_as(by).invitations.accept(anna.cycle("trees").group.invite(person, role="drafter", because="Knows trees.").token)

    told = Page(make_pages(gather(plein.acting_as(None), "trees"))["record.html"].decode()).text

    assert told.count("an invitation was accepted") == 2
    assert told.count("an invitation was accepted (by whoever held its token)") == 1
