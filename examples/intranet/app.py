"""The app: its JSON endpoints, each one line of plein's, and the making of it. What an act involves stands in ``acts.py``.

Endpoints that write are ``def``, not ``async def``: database work waits, and FastAPI then gives it a thread of its own.
"""

from __future__ import annotations

import os

from fastapi import APIRouter, Depends, FastAPI

from plein import PleinError
from plein.engine.cycle.views import Cycle, Status
from plein.engine.review.views import Decision, Submission, Suggestion
from plein.engine.text.views import Version

from . import acts, pages
from .guest import Acting, say_no
from .house import Colleague, OurSession, engine_for, notifications, same_site

api = APIRouter(prefix="/api", tags=["policies"])


@api.get("/policies")
def policies(seat: Acting) -> tuple[Cycle, ...]:
    """Every policy in the making."""
    return seat.cycles.list()


@api.get("/policies/{slug}")
def policy(slug: str, seat: Acting) -> Status:
    """Where it is, and what whoever is asking can do now. ``cycle.revision`` is what a decision names."""
    return seat.cycle(slug).status()


@api.get("/policies/{slug}/versions/{number}")
def version(slug: str, number: int, seat: Acting) -> Version:
    """One version; 404 where it is closed to whoever is asking."""
    return seat.cycle(slug).draft.show(number)


@api.get("/policies/{slug}/suggestions")
def suggestions(slug: str, seat: Acting) -> tuple[Suggestion, ...]:
    """What people suggested; with the decisions that whoever is asking may see."""
    return seat.cycle(slug).suggestions.list()


@api.post("/policies/{slug}/suggestions", status_code=201)
def suggest(slug: str, change: acts.Change, session: OurSession, seat: Acting) -> Submission:
    """Suggest a change."""
    return acts.suggest(session, seat, slug, change)


@api.post("/policies/{slug}/decisions", status_code=201)
def decide(slug: str, answer: acts.Answer, session: OurSession, seat: Acting) -> tuple[Decision, ...]:
    """Decide on suggestions."""
    return acts.decide(session, seat, slug, answer)


@api.post("/policies/{slug}/decisions/publication")
def publish(slug: str, session: OurSession, seat: Acting) -> tuple[Decision, ...]:
    """Publish the decisions taken so far."""
    return acts.publish(session, seat, slug)


@api.get("/notifications", tags=["house"])
def my_notifications(session: OurSession, me: Colleague) -> list[str]:
    """The house's own: what there is to know for whoever is asking."""
    return notifications(session, me)


def intranet(url: str | None = None) -> FastAPI:
    """The intranet on one database: *url*, else what DATABASE_URL names, else ``intranet.db`` in this folder."""
    app = FastAPI(title="The intranet", dependencies=[Depends(same_site)])
    app.state.engine = engine_for(url or os.environ.get("DATABASE_URL", "sqlite:///intranet.db"))
    app.add_exception_handler(PleinError, say_no)
    app.include_router(api)
    app.include_router(pages.router)
    return app
