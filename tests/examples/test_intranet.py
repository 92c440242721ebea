"""The example intranet, used through HTTP by an employee, a drafter and somebody from outside; on every kind of database."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from types import MappingProxyType
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import event
from sqlmodel import Session, select

from examples.intranet import acts, house
from examples.intranet.app import intranet
from examples.intranet.guest import CODES
from examples.intranet.start import PASSWORD, POLICY, start
from plein import Plein, PleinError, Seat, errors

API = f"/api/policies/{POLICY}"
PAGE = f"/policies/{POLICY}"
CHANGE = {"quote": "two days", "replace": "three days", "why": "Two is too few."}
NONE: Mapping[str, str] = MappingProxyType({})
BROWSER = {"accept": "text/html,*/*"}


def signed(who: str | None, password: str = PASSWORD) -> dict[str, str]:
    """What a browser sends along for somebody who signed in."""
    return {"authorization": "Basic " + b64encode(f"{who}:{password}".encode()).decode()} if who else {}


class House:
    """The intranet with its three employees: vera hosts, noor is the drafter, kofi is one of the public. ``None`` is not signed in."""

    def __init__(self, app: FastAPI) -> None:
        self.engine = app.state.engine
        self.client = TestClient(app, raise_server_exceptions=False)

    def get(self, path: str, who: str | None = None, *, headers: Mapping[str, str] = NONE) -> Response:
        return self.client.get(path, headers={**signed(who), **headers})

    def post(self, path: str, who: str | None = None, *, headers: Mapping[str, str] = NONE, **more: Any) -> Response:
        return self.client.post(path, headers={**signed(who), **headers}, **more)

    def suggest(self, who: str | None = "kofi", **change: str) -> Response:
        return self.post(f"{API}/suggestions", who, json=CHANGE | change)

    def decide(self, who: str | None, *, revision: int | None = None, **answer: Any) -> Response:
        named = self.revision if revision is None else revision
        return self.post(f"{API}/decisions", who, json={"numbers": [1], "outcome": "adopted", "revision": named} | answer)

    def outside(self) -> Seat:
        """plein beside the intranet, on an engine of its own: it sees what was committed, and nothing else."""
        return Plein(self.engine).acting_as(None)

    @property
    def revision(self) -> int:
        return self.outside().cycle(POLICY).show().revision

    @property
    def head(self) -> str:
        """What changes whenever anything in the record does."""
        return self.outside().cycle(POLICY).log()[-1].digest

    @property
    def told(self) -> list[tuple[str, str]]:
        with Session(self.engine) as session:
            return [(one.employee, one.text) for one in session.exec(select(house.Notification).order_by("id"))]


@pytest.fixture
def here(where: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """The intranet, freshly filled; its passwords cost as little as they can."""
    monkeypatch.setattr(house, "COST", 2)
    app = intranet(where if "://" in where else f"sqlite:///{where}")
    start(app.state.engine)
    yield House(app)
    app.state.engine.dispose()


def test_an_employee_suggests_and_a_drafter_decides(here: House) -> None:
    """The whole of it: what was suggested, decided and published in plein, and who heard of it in the house."""
    handed_in = here.suggest("kofi")
    assert (handed_in.status_code, handed_in.json()["suggestions"][0]["quote"]) == (201, "two days")

    decided = here.decide("noor", outcome="rejected", because="Not before the new building is there.")
    assert (decided.status_code, decided.json()[0]["outcome"]) == (201, "rejected")
    assert here.get(f"{API}/suggestions", "kofi").json()[0]["decision"] is None

    published = here.post(f"{API}/decisions/publication", "noor")
    assert (published.status_code, len(published.json())) == (200, 1)
    assert here.get(f"{API}/suggestions", "kofi").json()[0]["decision"]["outcome"] == "rejected"

    assert sorted(here.told[:2]) == [(name, "kofi suggests another wording of paragraph 2.") for name in ("noor", "vera")]
    assert here.told[2:] == [
        ("vera", "noor decided on suggestion 1: rejected."),
        ("kofi", "Your suggestion 1 was rejected. Not before the new building is there."),
    ]
    assert here.get("/api/notifications", "kofi").json() == [here.told[-1][1]]
    assert here.outside().verify().damage == ()


def test_the_author_hears_nothing_of_a_decision_before_it_is_published(here: House) -> None:
    """A row of the house's own must not say what plein keeps closed."""
    here.suggest("kofi")
    here.decide("noor")

    assert [employee for employee, _ in here.told if employee == "kofi"] == []


@pytest.mark.parametrize("act", ["suggest", "decide", "publish"])
def test_where_the_houses_own_row_fails_nothing_of_plein_is_kept(here: House, monkeypatch: pytest.MonkeyPatch, act: str) -> None:
    """Both or neither: a suggestion of which the circle is never told would wait for ever."""
    here.suggest("kofi")
    if act == "publish":
        here.decide("noor")
    before, told, honest = here.head, here.told, house.tell

    def fail(*_: object) -> None:
        raise RuntimeError("the house has trouble of its own")

    monkeypatch.setattr(house, "tell", fail)
    answer = {
        "suggest": lambda: here.suggest("vera", quote="a chair", replace="a desk"),
        "decide": lambda: here.decide("noor"),
        "publish": lambda: here.post(f"{API}/decisions/publication", "noor"),
    }[act]()

    assert answer.status_code == 500
    assert (here.head, here.told) == (before, told)
    monkeypatch.setattr(house, "tell", honest)
    assert here.suggest("vera", quote="a chair", replace="a desk").status_code == 201  # and nothing is left locked


def test_where_the_commit_itself_fails_neither_is_kept(here: House) -> None:
    """The last thing that can go wrong is the commit, after plein and the house are both done."""
    before = here.head

    def fail(_: object) -> None:
        raise RuntimeError("the network went away")

    event.listen(Session, "before_commit", fail)
    try:
        answer = here.suggest("kofi")
    finally:
        event.remove(Session, "before_commit", fail)

    assert (answer.status_code, here.head, here.told) == (500, before, [])


def test_where_plein_refuses_the_houses_row_is_not_kept(here: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other way round: a row the house wrote before plein said no goes too."""
    honest = acts.decide

    def told_too_soon(session: Session, *others: Any) -> Any:
        house.tell(session, ["vera"], "Something was decided.")
        session.flush()
        return honest(session, *others)

    monkeypatch.setattr(acts, "decide", told_too_soon)

    assert here.decide("noor", numbers=[99]).status_code == 404
    assert here.told == []


def test_two_who_decide_at_once_on_the_same_revision_do_not_both_win(here: House) -> None:
    """The slower one is told, and looks again; nobody's decision is overwritten unseen."""
    here.suggest("kofi")
    revision, together = here.revision, Barrier(2)

    def press(outcome: str) -> Response:
        together.wait(timeout=30)
        return here.decide("noor", outcome=outcome, because="We discussed it.", revision=revision)

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(press, ["rejected", "noted"])

    assert sorted((first.status_code, second.status_code)) == [201, 409]
    loser = first if first.status_code == 409 else second
    assert loser.json()["error"] == "StaleWrite"
    assert here.revision == revision + 1
    assert [text for employee, text in here.told if "decided" in text] == [
        f"noor decided on suggestion 1: {'noted' if loser is first else 'rejected'}."
    ]


def test_many_who_suggest_at_once_are_all_heard(here: House) -> None:
    """No revision is asked of the public: others being there too is no mistake."""
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda n: here.suggest("kofi", replace=f"{n} days"), range(3, 9)))

    assert [answer.status_code for answer in answers] == [201] * 6
    assert len(here.outside().cycle(POLICY).suggestions.list()) == 6
    assert len(here.told) == 12


CLOSED = (
    # who, the draft, the published version
    (None, 404, 200),
    ("kofi", 404, 200),
    ("noor", 200, 200),
)


@pytest.mark.parametrize(("who", "draft", "published"), CLOSED)
def test_a_closed_draft_is_not_there_for_an_outsider(here: House, who: str | None, draft: int, published: int) -> None:
    """Closed to you reads the same as not existing, so that nothing leaks through the code either."""
    with Session(here.engine) as session:
        plein = Plein(session=session)
        plein.acting_as("vera").cycle(POLICY).move("drafting")
        plein.acting_as("noor").cycle(POLICY).draft.save("Nobody outside may read this.\n")
        session.commit()

    assert here.get(f"{API}/versions/2", who).status_code == draft
    assert here.get(f"{API}/versions/1", who).status_code == published
    assert "Nobody outside" not in here.get(PAGE, who).text


REFUSED: tuple[tuple[str | None, dict[str, Any], int, str], ...] = (
    # who decides, how, the code, the error
    (None, {}, 401, "NoIdentity"),
    ("kofi", {}, 403, "NotAllowed"),
    ("noor", {"numbers": [99]}, 404, "NotFound"),
    ("noor", {"revision": 1}, 409, "StaleWrite"),
    ("noor", {"outcome": "rejected"}, 422, "Unusable"),
    ("noor", {"outcome": "perhaps"}, 422, "Unusable"),
)


@pytest.mark.parametrize(("who", "answer", "code", "error"), REFUSED)
def test_a_decision_that_plein_refuses_gets_its_code(here: House, who: str | None, answer: dict[str, Any], code: int, error: str) -> None:
    """The house repeats no rule: it passes on what plein says, and nothing has changed."""
    here.suggest("kofi")
    before, told = here.head, here.told

    refused = here.decide(who, **answer)

    assert (refused.status_code, refused.json()["error"]) == (code, error)
    assert (here.head, here.told) == (before, told)


def test_a_suggestion_in_a_closed_phase_is_a_conflict(here: House) -> None:
    """The one who wrote it reads why, and the page says so before anything is written."""
    with Session(here.engine) as session:
        Plein(session=session).acting_as("vera").cycle(POLICY).move("drafting")
        session.commit()

    assert here.suggest("kofi").json()["error"] == "ActRefused"
    assert "<p>Not now:" in here.get(PAGE, "kofi").text


def test_every_error_of_plein_has_a_code_of_its_own_kind() -> None:
    """A new error that fell through to 500 would look like a crash."""
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, PleinError) and kind is not PleinError]

    assert [kind.__name__ for kind in kinds if not issubclass(kind, tuple(known for known, _ in CODES))] == []


def test_a_database_without_pleins_tables_is_no_fault_of_who_asks(tmp_path: Path) -> None:
    """Whoever forgot to make the tables reads which line mends it; nobody is told that their request was wrong."""
    app = intranet(f"sqlite:///{tmp_path / 'bare.db'}")
    answer = TestClient(app).get("/api/policies")
    app.state.engine.dispose()

    assert (answer.status_code, "upgrade()" in answer.json()["detail"]) == (503, True)


def test_the_page_reads_and_its_form_suggests(here: House) -> None:
    """Without JavaScript, and without knowing what a diff is."""
    assert "Everyone may work from home two days a week." in here.get(PAGE, headers=BROWSER).text

    form = {"quote": "two days", "replace": "two <b>days</b>", "why": ""}
    answer = here.post(f"{PAGE}/suggestions", "kofi", data=form, headers=BROWSER)

    assert (answer.status_code, str(answer.url)) == (200, f"http://testserver{PAGE}#suggestion-1")
    assert "Kofi Boateng: <del>two days</del> <ins>two &lt;b&gt;days&lt;/b&gt;</ins>" in answer.text
    assert "<select" not in answer.text  # kofi is no drafter, so there is no button to be refused by


def test_the_form_of_a_drafter_decides(here: House) -> None:
    """The form names the revision of the page it stands on."""
    here.suggest("kofi")
    page = here.get(PAGE, "noor").text
    action = page.split('action="', 2)[2].split('"')[0].replace("&amp;", "&")

    decided = here.post(action, "noor", data={"outcome": "rejected", "because": "Not this year.", "text": ""}, headers=BROWSER)
    again = here.post(action, "noor", data={"outcome": "adopted", "because": "", "text": ""}, headers=BROWSER)

    assert (decided.status_code, again.status_code) == (200, 409)
    assert "<strong>rejected</strong> Not this year." in decided.text
    assert "Go back: what you wrote is still there." in again.text


def test_a_browser_that_is_not_signed_in_is_asked_who_is_there(here: House) -> None:
    """plein says that the act belongs to somebody; the browser then asks, and sends the form again."""
    answer = here.post(f"{PAGE}/suggestions", data=CHANGE, headers=BROWSER)

    assert (answer.status_code, answer.headers["www-authenticate"].split()[0]) == (401, "Basic")
    assert here.get("/sign-in").status_code == 401
    assert "Vera Smit" in here.get("/sign-in", "vera").text


def test_a_wrong_password_is_nobody(here: House) -> None:
    """Neither an employee nor a stranger: what would a typing error otherwise do?"""
    for name in ("noor", "nobody"):
        assert here.get("/", headers=signed(name, "a guess")).status_code == 401


def test_a_post_made_by_another_site_is_refused(here: House) -> None:
    """The browser would send noor's password along."""
    answer = here.post(f"{PAGE}/suggestions", "noor", data=CHANGE, headers={"sec-fetch-site": "cross-site"})

    assert (answer.status_code, here.told) == (403, [])


def test_a_form_that_is_no_text_is_refused(here: House) -> None:
    """Bytes from somewhere else are answered with a sentence."""
    answer = here.post(f"{PAGE}/suggestions", "kofi", content=b"quote=two+days&replace=%ff%fe", headers=BROWSER)

    assert answer.status_code == 422
    assert here.told == []


def test_starting_twice_changes_nothing(here: House) -> None:
    """Whoever runs the two lines of the introduction again keeps what they tried."""
    here.suggest("kofi")
    before = here.head

    assert start(here.engine) is False
    assert here.head == before


def test_the_two_sets_of_tables_keep_apart(here: House) -> None:
    """plein is a guest: its tables are prefixed, and not in the house's metadata."""
    from sqlalchemy import inspect
    from sqlmodel import SQLModel

    there = set(inspect(here.engine).get_table_names())

    assert {"employee", "notification", "plein_cycle", "plein_schema_version"} <= there
    assert {name for name in there if not name.startswith("plein_")} == {"employee", "notification"}
    assert not [name for name in SQLModel.metadata.tables if name.startswith("plein_")]
