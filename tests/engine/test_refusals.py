"""Everything that is refused, in one table: which error, in which words, and nothing changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from plein import Plein, errors
from plein.engine.in_cycle import InCycle
from plein.engine.inventory.outside import Outside
from plein.engine.review.importing import Handed
from plein.errors import (
    ActRefused,
    BadDefinition,
    BadMoment,
    BadRows,
    BaseUnclear,
    BrokenText,
    HandedInBefore,
    MoveRefused,
    NoIdentity,
    NotAllowed,
    NotFound,
    NothingChanged,
    PleinError,
    QuoteAmbiguous,
    QuoteNotFound,
    Refused,
    TooLong,
    Unusable,
)
from plein.workflow import loads
from tests.conftest import NOON
from tests.cycles import TEXT, Housing
from tests.engine.conftest import Stage
from tests.engine.scenes import EDITED, Scene, rows

Call = Callable[[Scene], Any]
C = "housing"
HUGE = 10**25
"""A number no database holds, and anybody can type."""


def _in(scene: Scene, person: str) -> InCycle:
    return scene.seat(person).cycle(C)


def _new(slug: str = "trees", title: str = "Trees", question: str = "Which?", **more: Any) -> Call:
    return lambda s: s.anna.cycles.new(slug, title=title, question=question, **more)


def _invite(person: str = "joe", role: str = "adviser", because: str = "Counts trees.", **more: Any) -> Call:
    return lambda s: _in(s, "anna").group.invite(person, role=role, because=because, **more)


def _decide(numbers: list[int], outcome: str, **more: Any) -> Call:
    return lambda s: _in(s, "bea").decisions.set(numbers, outcome, **more)


def _stale(scene: Scene) -> Any:
    handed = [Handed("joe", EDITED, name="joe.md", base=1), Handed("kit", EDITED, name="kit.md", base=7)]
    return _in(scene, "anna").suggestions.import_(handed)


def _texts(*handed: tuple[str, str], **more: Any) -> Call:
    return lambda s: _in(s, "anna").suggestions.import_([Handed(author, text, name=f"{author}.md") for author, text in handed], **more)


def _said(**item: Any) -> Call:
    return lambda s: _in(s, "anna").inventory.import_([Outside(**{"text": "Trees!", "author": "joe", **item})])


# what is asked · at which stage · the call · the error · some of its words
TABLE: tuple[tuple[str, str, Call, type[PleinError], str], ...] = (
    # beginning a cycle
    ("a name with capitals", "preparation", _new("Trees"), Unusable, "use lower-case letters"),
    ("a name too long", "preparation", _new("a" * 61), TooLong, "at most 60"),
    ("a name of nothing", "preparation", _new(""), Unusable, "use lower-case letters"),
    ("a name in use", "preparation", _new("housing"), Refused, "There is a cycle “housing” already"),
    ("a definition's name", "preparation", _new("plein66"), Unusable, "plein cycle rules plein66 could mean either"),
    ("the other definition's name", "preparation", _new("focus-group"), Unusable, "is the name of a definition"),
    ("a title of two lines", "preparation", _new(title="Trees\nand parks"), BrokenText, "The title is one line"),
    ("a title with a bell", "preparation", _new(title="Trees\x7f"), BrokenText, "The title is one line"),
    ("a title that ends a paragraph", "preparation", _new(title="Trees\u2029and parks"), BrokenText, "The title is one line"),
    ("no title", "preparation", _new(title=" "), Unusable, "needs a title and a question"),
    ("no question", "preparation", _new(question="\n"), Unusable, "needs a title and a question"),
    ("an unknown language", "preparation", _new(language="tlh"), Unusable, "choose one of: en, nl"),
    ("an unknown zone", "preparation", _new(timezone="Europe/Amsterdm"), BadMoment, "did you mean Europe/Amsterdam?"),
    ("no zone", "preparation", _new(timezone=""), BadMoment, "it takes a place, such as Europe/Amsterdam"),
    ("half a year's zone", "preparation", _new(timezone="CEST"), BadMoment, "it takes a place, such as Europe/Amsterdam"),
    ("no language", "preparation", _new(language=""), Unusable, "choose one of: en, nl"),
    ("no definition", "preparation", _new(definition=""), NotFound, "choose plein66 or focus-group"),
    ("an unknown definition", "preparation", _new(definition="plein67"), NotFound, "choose plein66 or focus-group"),
    ("a cycle by nobody", "preparation", lambda s: s.outsider.cycles.new("x", title="X", question="X?"), NoIdentity, "acting_as()"),
    # moving and deadlines
    ("a phase there is not", "preparation", lambda s: _in(s, "anna").move("party"), MoveRefused, "there is no phase “party”"),
    ("a phase too far", "preparation", lambda s: _in(s, "anna").move("review"), MoveRefused, "no move leads from preparation to review"),
    ("the phase it is in", "review", lambda s: _in(s, "anna").move("review"), MoveRefused, "is in review already"),
    ("a move by a drafter", "review", lambda s: _in(s, "bea").move("drafting"), NotAllowed, "Only hosts may move"),
    ("stopping without a reason", "review", lambda s: _in(s, "anna").move("stopped"), MoveRefused, "a reason is missing"),
    ("stopping for a blank", "review", lambda s: _in(s, "anna").move("stopped", because=" \n"), MoveRefused, "a reason is missing"),
    ("a deadline in the past", "drafting", lambda s: _in(s, "anna").move("review", closes="2026-11-22"), Unusable, "lies in the past"),
    ("a deadline that is none", "drafting", lambda s: _in(s, "anna").move("review", closes="soon"), BadMoment, "is no date or time"),
    ("a deadline without a zone", "drafting",
     lambda s: _in(s, "anna").move("review", closes=datetime(2027, 1, 1)), Unusable, "needs a zone"),
    ("extending into the past", "review", lambda s: _in(s, "anna").extend("2026-11-23T12:00Z"), Unusable, "lies in the past"),
    # the inventory
    ("an empty contribution", "inventory", lambda s: _in(s, "bea").inventory.add(" \n "), Unusable, "is empty"),
    ("a contribution too long", "inventory", lambda s: _in(s, "bea").inventory.add("x" * 20_001), TooLong, "20,001 characters"),
    ("an unknown kind", "inventory", lambda s: _in(s, "bea").inventory.add("x", kind="rant"), Unusable, "is no kind of contribution"),
    ("a reply to nothing", "inventory", lambda s: _in(s, "bea").inventory.add("x", reply_to=9), NotFound, "no contribution 9 in housing"),
    ("a NUL in what is said", "inventory", lambda s: _in(s, "bea").inventory.add("a\0b"), BrokenText, "U+0000"),
    ("supporting oneself", "inventory", lambda s: _in(s, "piet").inventory.support(1), Refused, "is your own"),
    ("supporting nothing", "inventory", lambda s: _in(s, "bea").inventory.support(9), NotFound, "no contribution 9"),
    ("a nudge without a reason", "inventory", lambda s: _in(s, "bea").inventory.nudge(1, " "), Unusable, "needs a reason"),
    ("a nudge at nothing", "inventory", lambda s: _in(s, "bea").inventory.nudge(9, "Please."), NotFound, "no contribution 9"),
    ("hiding without a reason", "inventory", lambda s: _in(s, "anna").inventory.hide(1, ""), Unusable, "needs a reason"),
    ("hiding nothing", "inventory", lambda s: _in(s, "anna").inventory.hide(9, "Names."), NotFound, "no contribution 9"),
    ("importing an empty text", "inventory", _said(text=" "), BadRows, "item 1:text: empty"),
    ("importing for nobody", "inventory", _said(author=" "), BadRows, "item 1:author: empty"),
    ("importing an unknown kind", "inventory", _said(kind="rant"), BadRows, "item 1:kind: “rant” is no kind of contribution"),
    # the circle
    ("a role that is none", "invitation", _invite(role="boss"), Unusable, "choose drafter or adviser"),
    ("inviting a host", "invitation", _invite(role="host"), Unusable, "choose drafter or adviser"),
    ("inviting without a reason", "invitation", _invite(because=" "), Unusable, "needs a reason"),
    ("inviting for what was not said", "invitation", _invite(for_=9), NotFound, "no contribution 9"),
    ("inviting until yesterday", "invitation", _invite(until="2026-11-22"), Unusable, "would end in the past"),
    ("inviting until whenever", "invitation", _invite(until="whenever"), BadMoment, "is no date or time"),
    ("inviting until a moment without a zone", "invitation", _invite(until=datetime(2027, 1, 1)), Unusable, "needs a zone"),
    ("inviting a newline", "invitation", _invite(person="a\nb"), Unusable, "cannot be a person's id"),
    ("inviting twice", "drafting", _invite(person="dora", role="drafter"), Refused, "dora is invited as drafter already"),
    ("inviting who is in", "drafting", _invite(person="bea", role="drafter"), Refused, "bea is in the circle as drafter already"),
    ("accepting nothing", "drafting", lambda s: s.bea.invitations.accept("no-token"), NotFound, "That token invites nobody"),
    ("accepting for another", "drafting", lambda s: s.bea.invitations.accept(s.tokens["dora"]), NotFound, "invites somebody else"),
    ("declining what was accepted", "drafting", lambda s: s.bea.invitations.decline(s.tokens["bea"]), Refused, "was accepted before"),
    ("removing a stranger", "drafting", lambda s: _in(s, "anna").group.remove("joe", "Gone."), NotFound, "no place in the circle"),
    ("removing the host", "drafting", lambda s: _in(s, "anna").group.remove("anna", "Gone."), NotFound, "is a host of"),
    ("removing without a reason", "drafting", lambda s: _in(s, "anna").group.remove("bea", ""), Unusable, "needs a reason"),
    # drafting
    ("an empty draft", "drafting", lambda s: _in(s, "bea").draft.save(" \n"), BrokenText, "is empty"),
    ("the same draft", "drafting", lambda s: _in(s, "bea").draft.save(TEXT), NothingChanged, "version 1 to the letter"),
    ("a draft from nowhere", "drafting", lambda s: _in(s, "bea").draft.save(EDITED, base=9), NotFound, "There is no version 9"),
    ("a draft with a bell", "drafting", lambda s: _in(s, "bea").draft.save("ding\a"), BrokenText, "U+0007"),
    ("a version there is not", "drafting", lambda s: _in(s, "bea").draft.show(9), NotFound, "There is no version 9"),
    ("an aside there is not", "drafting", lambda s: _in(s, "bea").draft.aside(9), NotFound, "no text set aside as 9"),
    # the review
    ("the version itself", "review", lambda s: _in(s, "joe").suggestions.add(TEXT), NothingChanged, "nothing to suggest"),
    ("an empty text", "review", lambda s: _in(s, "joe").suggestions.add(""), BrokenText, "is empty"),
    ("a text with a NUL", "review", lambda s: _in(s, "joe").suggestions.add("a\0b"), BrokenText, "U+0000"),
    ("a tip as a kind", "review", lambda s: _in(s, "joe").suggestions.add(EDITED, kind="tip"), Unusable, "choose suggestion or refinement"),
    ("a quote from elsewhere", "review",
     lambda s: _in(s, "joe").suggestions.add_quote("palaces", "huts"), QuoteNotFound, "“palaces” occurs nowhere"),
    ("a quote that is twice there", "review",
     lambda s: _in(s, "joe").suggestions.add_quote("We", "They"), QuoteAmbiguous, "occurs 2 times"),
    ("a quote of nothing", "review", lambda s: _in(s, "joe").suggestions.add_quote(" ", "x"), QuoteNotFound, "occurs nowhere"),
    ("a quote left as it is", "review",
     lambda s: _in(s, "joe").suggestions.add_quote("homes", "homes"), NothingChanged, "reads so already"),
    ("an empty tip", "review", lambda s: _in(s, "joe").suggestions.tip("homes", " "), Unusable, "is empty"),
    ("a tip on nothing", "review", lambda s: _in(s, "joe").suggestions.tip("palaces", "Where?"), QuoteNotFound, "occurs nowhere"),
    ("somebody else's", "review", lambda s: _in(s, "joe").suggestions.withdraw(1), NotAllowed, "only its author"),
    ("withdrawing nothing", "review", lambda s: _in(s, "piet").suggestions.withdraw(9), NotFound, "no suggestion 9"),
    ("texts with a bad one", "review", _texts(("joe", EDITED), ("kit", "a\0b"), ("lou", "c\0d")),
     BadRows, "kit.md: the text holds a control"),
    ("texts with an empty one", "review", _texts(("joe", EDITED), ("kit", " ")), BadRows, "kit.md"),
    ("texts of nobody", "review", _texts(("joe", EDITED), ("\n", EDITED)), BadRows, "cannot be a person's id"),
    # deciding
    ("nothing to decide on", "review", _decide([], "adopted"), Unusable, "Name the suggestions"),
    ("an outcome that is none", "review", _decide([1], "maybe"), Unusable, "is no outcome"),
    ("withdrawing for another", "review", _decide([1], "withdrawn", because="x"), Unusable, "is no outcome"),
    ("a rejection without a reason", "review", _decide([1], "rejected"), Unusable, "because="),
    ("a rejection for a blank", "review", _decide([1], "rejected", because=" "), Unusable, "because="),
    ("noting without a reason", "review", _decide([1], "noted"), Unusable, "because="),
    ("adapting without a reason", "review", _decide([1], "adapted", text="x"), Unusable, "because="),
    ("covering without a reason", "review", _decide([1], "covered", covered_by=2), Unusable, "because="),
    ("adapting without a text", "review", _decide([1], "adapted", because="x"), Unusable, "text="),
    ("adopting with a text", "review", _decide([1], "adopted", text="x"), Unusable, "only adapting takes one"),
    ("adapting two at once", "review", _decide([1, 2], "adapted", because="x", text="x"), Unusable, "one suggestion at a time"),
    ("covered by nothing", "review", _decide([1], "covered", because="x"), Unusable, "covered_by="),
    ("rejected and covered", "review", _decide([1], "rejected", because="x", covered_by=2), Unusable, "covered_by="),
    ("covered by itself", "review", _decide([1, 2], "covered", because="x", covered_by=2), Unusable, "by itself"),
    ("covered by what is not", "review", _decide([1], "covered", because="x", covered_by=9), NotFound, "no suggestion 9"),
    ("rejected together", "review", _decide([1, 2], "rejected", because="x", together=True), Unusable, "together=True"),
    ("adopting a tip", "review", _decide([3], "adopted"), Refused, "is a tip"),
    ("adapting a tip", "review", _decide([3], "adapted", because="x", text="x"), Refused, "is a tip"),
    ("one of several unknown", "review", _decide([1, 9, 2], "adopted"), NotFound, "no suggestion 9"),
    ("undoing nothing", "processing", lambda s: _in(s, "bea").decisions.undo(3), NotFound, "no decision on suggestion 3"),
    ("undoing for what is not", "processing", lambda s: _in(s, "bea").decisions.undo(9), NotFound, "no suggestion 9"),
    ("merging nothing", "review", lambda s: _in(s, "bea").draft.merge(), Refused, "No adopted suggestion waits"),
    # what is not there, and what no database can hold
    ("an unknown cycle", "review", lambda s: s.bea.cycle("hosing").show(), NotFound, "There is no cycle “hosing”"),
    ("checking an unknown cycle", "review", lambda s: s.bea.cycle("hosing").verify(), NotFound, "There is no cycle “hosing”"),
    ("a huge suggestion", "review", lambda s: _in(s, "bea").suggestions.show(HUGE), NotFound, "There is no suggestion"),
    ("a text made on another version", "review", _stale, BadRows, "kit.md: There is no version 7 of housing"),
    ("a huge version", "review", lambda s: _in(s, "bea").draft.show(HUGE), NotFound, "There is no version"),
    ("a huge contribution", "review", lambda s: _in(s, "bea").inventory.show(HUGE), NotFound, "There is no contribution"),
    ("a huge decision", "review", _decide([HUGE], "adopted"), NotFound, "There is no suggestion"),
    ("a huge base", "drafting", lambda s: _in(s, "bea").draft.save(EDITED, base=HUGE), NotFound, "There is no version"),
)  # fmt: skip


# as above, with what was done first
SECOND: tuple[tuple[str, str, Call, Call, type[PleinError], str], ...] = (
    ("an empty inventory", "preparation", lambda s: _in(s, "anna").move("inventory"),
     lambda s: _in(s, "anna").move("invitation"), MoveRefused, "no cont"),
    ("a second nudge", "inventory",
     lambda s: _in(s, "bea").inventory.nudge(1, "Please."),
     lambda s: _in(s, "bea").inventory.nudge(1, "Please!"), Refused, "already"),
    ("hiding twice", "inventory",
     lambda s: _in(s, "anna").inventory.hide(1, "Names."),
     lambda s: _in(s, "anna").inventory.hide(1, "Why?"), Refused, "hidden already: Names."),
    ("withdrawing twice", "review", lambda s: _in(s, "piet").suggestions.withdraw(1),
     lambda s: _in(s, "piet").suggestions.withdraw(1), Refused, "withdrawn before"),
    ("withdrawing what was answered", "processing", lambda s: _in(s, "bea").decisions.publish(),
     lambda s: _in(s, "piet").suggestions.withdraw(1),
     Refused, "can no longer be withdrawn"),
    ("deciding on what was withdrawn", "review",
     lambda s: _in(s, "piet").suggestions.withdraw(1), _decide([2, 1], "adopted"), Refused, "was withdrawn"),
    ("covering by what was withdrawn", "review", lambda s: _in(s, "piet").suggestions.withdraw(1),
     _decide([2], "covered", because="x", covered_by=1), Refused, "withdrawn"),
    ("covering by what is covered", "review", _decide([1], "covered", because="x", covered_by=2),
     _decide([2], "covered", because="x", covered_by=1), Refused, "is itself covered by 2"),
    ("deciding on what is public", "processing", lambda s: _in(s, "bea").decisions.publish(),
     _decide([1], "rejected", because="x"), Refused, "take it back first"),
    ("deciding on what is merged", "processing", lambda s: _in(s, "bea").draft.merge(),
     _decide([1], "rejected", because="x"), Refused, "was merged into version 2"),
    ("undoing what is merged", "processing", lambda s: _in(s, "bea").draft.merge(),
     lambda s: _in(s, "bea").decisions.undo(1), Refused, "was merged into"),
    ("merging twice", "processing", lambda s: _in(s, "bea").draft.merge(),
     lambda s: _in(s, "bea").draft.merge(), Refused, "No adopted suggestion"),
    ("half a text again", "review", lambda s: _in(s, "joe").suggestions.add(EDITED.replace("homes", "houses")),
     lambda s: _in(s, "joe").suggestions.add(EDITED, replace=False), NothingChanged, "suggested all of this before"),
    ("another text in one round", "review", lambda s: _in(s, "joe").suggestions.add(EDITED),
     lambda s: _in(s, "joe").suggestions.add(TEXT.replace("homes", "houses")), HandedInBefore, "Say whether it takes their place"),
    ("a draft that may be of two", "drafting", lambda s: _in(s, "anna").draft.save(TEXT.replace("homes", "houses")),
     lambda s: _in(s, "bea").draft.save(TEXT.replace("homes", "flats")), BaseUnclear, "it may be 2 or 1"),
    ("a draft that was the text once", "drafting", lambda s: _in(s, "anna").draft.save(TEXT.replace("homes", "houses")),
     lambda s: _in(s, "bea").draft.save(TEXT), NothingChanged, "To go back to it: base=2"),
)  # fmt: skip


@pytest.mark.parametrize(("stage", "call", "error", "words"), [pytest.param(*case[1:], id=case[0]) for case in TABLE])
def test_what_cannot_be_is_refused_in_words(shared_at: Stage, stage: str, call: Call, error: type[PleinError], words: str) -> None:
    """The right error, a sentence that says what to do, and a database as it was: so all of these can share one."""
    scene = shared_at(stage)
    before = rows(scene.plein)

    with pytest.raises(PleinError) as refusal:
        call(scene)

    assert type(refusal.value) is error
    assert words in str(refusal.value)
    assert rows(scene.plein) == before


@pytest.mark.parametrize(("stage", "first", "call", "error", "words"), [pytest.param(*case[1:], id=case[0]) for case in SECOND])
def test_what_cannot_be_any_more_is_refused_in_words(
    at: Stage, stage: str, first: Call, call: Call, error: type[PleinError], words: str
) -> None:
    """The same for what could have been done before."""
    scene = at(stage)
    first(scene)
    before = rows(scene.plein)

    with pytest.raises(PleinError) as refusal:
        call(scene)

    assert type(refusal.value) is error
    assert words in str(refusal.value)
    assert rows(scene.plein) == before


CONTROL: tuple[tuple[str, str, Callable[[Scene, str], Any]], ...] = (
    ("title", "preparation", lambda s, x: s.anna.cycles.new("trees", title=x, question="Which?")),
    ("question", "preparation", lambda s, x: s.anna.cycles.new("trees", title="Trees", question=x)),
    ("topic", "inventory", lambda s, x: _in(s, "bea").inventory.add("Trees.", topic=x)),
    ("imported topic", "inventory", lambda s, x: _said(topic=x)(s)),
    ("imported source", "inventory", lambda s, x: _said(source=x)(s)),
    ("imported link", "inventory", lambda s, x: _said(link=x)(s)),
    ("nudge", "inventory", lambda s, x: _in(s, "bea").inventory.nudge(1, x)),
    ("reason to hide", "inventory", lambda s, x: _in(s, "anna").inventory.hide(1, x)),
    ("ask", "drafting", lambda s, x: _in(s, "anna").move("review", ask=x)),
    ("reason to move", "drafting", lambda s, x: _in(s, "anna").move("review", because=x)),
    ("reason to extend", "review", lambda s, x: _in(s, "anna").extend("2026-12-01", because=x)),
    ("reason to invite", "invitation", lambda s, x: _invite(because=x)(s)),
    ("topic of an adviser", "invitation", lambda s, x: _invite(topic=x)(s)),
    ("reason to remove", "drafting", lambda s, x: _in(s, "anna").group.remove("bea", x)),
    ("note on a draft", "drafting", lambda s, x: _in(s, "bea").draft.save(EDITED, note=x)),
    ("motivation", "review", lambda s, x: _in(s, "joe").suggestions.add(EDITED, why=x)),
    ("motivation of a place", "review", lambda s, x: _in(s, "joe").suggestions.add_quote("public", "open", why=x)),
    ("tip", "review", lambda s, x: _in(s, "joe").suggestions.tip("public", x)),
    ("imported motivation", "review", lambda s, x: _in(s, "anna").suggestions.import_([Handed("joe", EDITED, x)])),
    ("reason to decide", "review", lambda s, x: _in(s, "bea").decisions.set([1], "rejected", because=x)),
    ("adapted text", "review", lambda s, x: _in(s, "bea").decisions.set([1], "adapted", because="x", text=x)),
    ("note on a merge", "processing", lambda s, x: _in(s, "bea").draft.merge(note=x)),
    ("token", "drafting", lambda s, x: s.bea.invitations.accept(x)),
    ("name of a cycle", "review", lambda s, x: s.bea.cycle(x).show()),
    ("quote", "review", lambda s, x: _in(s, "joe").suggestions.add_quote(x, "y")),
)  # fmt: skip


@pytest.mark.parametrize(("stage", "call"), [pytest.param(*case[1:], id=case[0]) for case in CONTROL])
def test_what_no_database_can_hold_is_refused_in_words(at: Stage, stage: str, call: Callable[[Scene, str], Any]) -> None:
    """Bytes from a broken file end up anywhere; PostgreSQL cannot keep a NUL, nothing can keep half a pair, and staff see no traceback."""
    scene = at(stage)
    before = rows(scene.plein)

    for character in ("\0", "\ud800"):
        with pytest.raises((Unusable, NotFound)):
            call(scene, f"Trees{character}are good.")

    assert rows(scene.plein) == before


def test_all_errors_are_refusals_somebody_can_meet() -> None:
    """An error in the tree that nothing raises is a promise nobody keeps; those not in the table above have their tests elsewhere."""
    elsewhere = {
        "ActRefused", "StaleWrite",  # test_acts.py
        "DraftCollides",  # test_merging.py
        "LooksAlike",  # test_look_alikes.py
        "PlaceChanged",  # test_places.py
        "Unwritable", "NotADatabase", "Damaged",  # tests/store/test_database.py
        "EditsOverlap", "EditOutside",  # tests/documents
        "QuoteTorn",  # test_quoting.py, and tests/documents
        "BadDefinition",  # below, and tests/workflow
        "BadSettings",  # tests/test_organisation.py
    }  # fmt: skip
    here = {error.__name__ for *_, error, _ in (*TABLE, *SECOND)}
    tree = {name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, PleinError)}

    assert here | elsewhere | {"PleinError"} == tree


# -- who may not, and when ------------------------------------------------------------------------------------------------


def test_nobody_is_a_host_unless_the_table_says_so(at: Stage) -> None:
    """A host of one cycle is one of the public in the next."""
    scene = at("review")
    scene.seat("carl").cycles.new("trees", title="Trees", question="Which?")

    with pytest.raises(NotAllowed):
        scene.anna.cycle("trees").move("inventory")
    with pytest.raises(NotAllowed):
        scene.bea.cycle("trees").move("inventory")


@pytest.mark.parametrize("person", ["", " ", "a\nb", "a\0b", "x" * 201, "a\ud800"])
def test_who_cannot_be_named_cannot_act(at: Stage, person: str) -> None:
    """An id must fit on one line of a page, or pages can be forged with it."""
    with pytest.raises(Unusable) as refusal:
        at("preparation").seat(person)

    str(refusal.value).encode()


def test_a_person_is_the_same_with_blanks_around_the_name(at: Stage) -> None:
    """A trailing blank in a file of names must not make a second person of somebody."""
    scene = at("review")

    assert scene.seat(" bea ").cycle("housing").status().roles == ("drafter", "public")


def test_a_moment_without_a_zone_is_refused(at: Stage) -> None:
    """Twelve o'clock where?"""
    with pytest.raises(Unusable):
        at("preparation").plein.acting_as("anna", at=datetime(2026, 11, 23, 12))


@pytest.mark.parametrize(
    ("later", "taken"),
    [
        (timedelta(0), True),
        (timedelta(days=7, hours=10, minutes=59, seconds=59), True),
        (timedelta(days=7, hours=11), False),
    ],
    ids=["at once", "in the last second", "a second late"],
)
def test_the_last_second_of_the_day_is_in_time(at: Stage, later: timedelta, taken: bool) -> None:
    """Who was promised the 30th has the whole of the 30th, in the zone of the cycle and not of the machine."""
    scene = at("review")
    scene.anna.cycle(C).extend("2026-11-30")
    seat = scene.plein.acting_as("joe", at=NOON + later)

    if taken:
        seat.cycle(C).suggestions.add(EDITED)
    else:
        with pytest.raises(ActRefused) as refusal:
            seat.cycle(C).suggestions.add(EDITED)
        assert refusal.value.reasons == ("the deadline has passed: it was Monday 30 November 2026, 23:59 (Europe/Amsterdam)",)


def test_what_may_says_is_what_happens(at: Stage) -> None:
    """A page greys out its button with the same function that refuses, so the two cannot disagree."""
    scene = at("review")
    for person in ("anna", "bea", "adam", "joe"):
        for act, do in (
            ("suggest", lambda seat: seat.cycle(C).suggestions.add(EDITED)),
            ("decide", lambda seat: seat.cycle(C).decisions.set([1], "adopted")),
            ("save-draft", lambda seat: seat.cycle(C).draft.save(EDITED)),
            ("extend", lambda seat: seat.cycle(C).extend("2026-12-01")),
        ):
            seat = scene.seat(person)
            verdict = seat.cycle(C).may(act)
            try:
                do(seat)
            except (ActRefused, NotAllowed) as refused:
                said = refused.reasons if isinstance(refused, ActRefused) else "role"
            else:
                said = "yes"
            assert said == (verdict.reasons if verdict.kind in ("phase", "guard") else verdict.kind)


# -- an invitation --------------------------------------------------------------------------------------------------------


def test_an_invitation_that_ended_cannot_be_accepted(at: Stage) -> None:
    """A link found in an old mail opens nothing."""
    scene = at("invitation")
    token = scene.anna.cycle(C).group.invite("joe", role="adviser", because="Trees.", until="2026-11-25").token
    late = scene.plein.acting_as("joe", at=NOON + timedelta(days=5))
    before = rows(scene.plein)

    with pytest.raises(Refused, match="has expired"):
        late.invitations.accept(token)

    assert rows(scene.plein) == before
    assert scene.anna.cycle(C).group.invite("kit", role="adviser", because="Trees.").token != token


def test_an_invitation_taken_back_cannot_be_accepted(at: Stage) -> None:
    """The host has the last word on who is asked."""
    scene = at("drafting")
    scene.anna.cycle(C).group.remove("dora", "Asked by mistake.")
    before = rows(scene.plein)

    with pytest.raises(Refused, match="taken back"):
        scene.seat("dora").invitations.accept(scene.tokens["dora"])

    assert rows(scene.plein) == before


def test_who_declined_can_be_invited_again(at: Stage) -> None:
    """People change their minds; the old token stays spent."""
    scene = at("drafting")
    old = scene.tokens["dora"]
    scene.seat("dora").invitations.decline(old)
    with pytest.raises(Refused, match="was declined before"):
        scene.seat("dora").invitations.accept(old)

    scene.seat("dora").invitations.accept(scene.anna.cycle(C).group.invite("dora", role="drafter", because="Please.").token)

    assert [one.status for one in scene.outsider.cycle(C).group.list() if one.person == "dora"] == ["declined", "accepted"]
    assert scene.seat("dora").cycle(C).may("save-draft")


def test_the_bearer_of_a_token_need_not_be_named_and_a_host_may_answer(at: Stage) -> None:
    """People say yes on the telephone, too."""
    scene = at("drafting")
    scene.outsider.invitations.accept(scene.tokens["dora"])
    token = scene.anna.cycle(C).group.invite("joe", role="adviser", because="Trees.").token

    scene.anna.invitations.decline(token)

    assert {one.person: one.status for one in scene.outsider.cycle(C).group.list()} == {
        "anna": "accepted", "hugo": "accepted", "bea": "accepted", "adam": "accepted", "dora": "accepted", "joe": "declined"
    }  # fmt: skip
    assert scene.outsider.cycle(C).log()[-1].by == "anna"


def test_a_token_is_kept_nowhere(at: Stage) -> None:
    """Who reads the database cannot take somebody's place."""
    scene = at("drafting")

    assert scene.tokens["dora"] not in repr(rows(scene.plein))


# -- definitions ----------------------------------------------------------------------------------------------------------


def test_a_bad_definition_lists_all_its_mistakes() -> None:
    """One round of mending, not seven."""
    with pytest.raises(BadDefinition) as refusal:
        loads('name = "Ours"\nstart = "nowhere"\n', "ours.toml")

    assert len(refusal.value.mistakes) > 2


def test_plein_wants_one_database() -> None:
    """Two are a mistake in the host's program, and it is told at once."""
    with pytest.raises(Unusable, match="a database or a session"):
        Plein()
    with pytest.raises(Unusable, match="a database or a session"):
        Plein("plein.db", session=object())


def test_the_clock_is_the_hosts(housing: Housing) -> None:
    """Moments come in; plein reads no clock of its own."""
    then = datetime(2027, 1, 1, tzinfo=UTC)
    housing.plein.acting_as("anna", at=then).cycle(C).move("inventory")

    assert housing.outsider.cycle(C).show().steps[-1].opened == then
    assert housing.outsider.cycle(C).log()[-1].at == then
