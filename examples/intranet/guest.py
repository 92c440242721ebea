"""plein inside this intranet: one seat per request, and the one place where its errors become HTTP. No rule of plein's is repeated here."""

from __future__ import annotations

from html import escape
from typing import Annotated

from fastapi import Depends, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse

from plein import Plein, Seat
from plein.errors import Damaged, NoIdentity, NotADatabase, NotAllowed, NotFound, Refused, Unusable, Unwritable

from .house import ASK_WHO, OurSession, Visitor

CODES = (  # the first that fits, so what is one of another stands before it
    (NotADatabase, 503),  # no fault of who asks: there is no answer, or there are no tables
    (Unwritable, 503),  # nor this: read-only, full, from another version
    (Unusable, 422),  # what was handed in cannot be used as it is
    (NotFound, 404),  # it does not exist, or not for this person
    (NoIdentity, 401),  # nobody said who they are
    (NotAllowed, 403),  # others may
    (Refused, 409),  # a rule says no, or somebody else was first
    (Damaged, 500),  # what is stored is not what was written
)


def plein_here(session: OurSession) -> Plein:
    """plein on the session of this request. It works in savepoints; committing is ours."""
    return Plein(session=session)


def seat(plein: Annotated[Plein, Depends(plein_here)], visitor: Visitor) -> Seat:
    """plein through the eyes of whoever is asking; of a member of the public who only looks, if they did not say."""
    return plein.acting_as(visitor.username if visitor else None)


def outsider(plein: Annotated[Plein, Depends(plein_here)]) -> Seat:
    """What everyone may read, whoever is asking."""
    return plein.acting_as(None)


Acting = Annotated[Seat, Depends(seat)]
Outsider = Annotated[Seat, Depends(outsider)]


def say_no(request: Request, error: Exception) -> Response:
    """Every PleinError, whatever it is: its own sentence, with a code; as a page to a browser, as JSON to everybody else."""
    code = next((code for kind, code in CODES if isinstance(error, kind)), 500)
    headers = ASK_WHO if code == 401 else {}
    if "text/html" in request.headers.get("accept", ""):
        back = "<p>Go back: what you wrote is still there.</p>" if request.method == "POST" else ""
        page = f"<!doctype html><title>{code}</title><p>{escape(str(error))}</p>{back}"
        return HTMLResponse(page, code, headers)
    return JSONResponse({"error": type(error).__name__, "detail": str(error)}, code, headers)
