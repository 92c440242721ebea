"""What this intranet had before plein came: its employees, its notifications, its database, and who is signed in. Nothing of plein's.

Signing in is HTTP Basic against our own table: honest, but tiny. A real intranet has single sign-on (OpenID Connect, SAML) or a session
cookie, a limit on attempts, and TLS in front. Whatever it has, plein needs one thing of it: an id that stays with the person.
(No ``from __future__ import annotations`` here: SQLModel reads the annotations at run time.)
"""

import hashlib
import secrets
from collections.abc import Iterable, Iterator
from typing import Annotated

from fastapi import Depends, HTTPException, Request
from fastapi.security import HTTPBasic, HTTPBasicCredentials
from sqlalchemy import Engine
from sqlmodel import Field, Session, SQLModel, col, create_engine, select

ASK_WHO = {"WWW-Authenticate": 'Basic realm="intranet", charset="UTF-8"'}
"""With a 401, makes the browser ask for a name and a password, and try again."""

COST = 2**14
"""What trying one password costs: 16 MB of memory and some 50 milliseconds."""


class Employee(SQLModel, table=True):
    """Somebody who works here. The user name is never given to somebody else: it is also what plein knows them by."""

    username: str = Field(primary_key=True)
    name: str
    salt: bytes
    password: bytes


class Notification(SQLModel, table=True):
    """What an employee finds on their start page. ``SQLModel.metadata`` is ours; plein's tables are in a metadata of their own."""

    id: int | None = Field(default=None, primary_key=True)
    employee: str = Field(foreign_key="employee.username", index=True)
    text: str


def engine_for(url: str) -> Engine:
    """The engine of this intranet. SQLite waits for another writer instead of failing at once; PostgreSQL does so by itself."""
    return create_engine(url, connect_args={"timeout": 30} if url.startswith("sqlite") else {})


def our_session(request: Request) -> Iterator[Session]:
    """One session per request. Who changes something commits; what nobody committed is rolled back here, plein's part and ours alike."""
    with Session(request.app.state.engine) as session:
        yield session


OurSession = Annotated[Session, Depends(our_session)]


def same_site(request: Request) -> None:
    """Browsers send a password along with whatever another site makes them post; this refuses what another site made."""
    if request.method == "POST" and request.headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        raise HTTPException(403, "This came from another site.")


def scrypt(password: str, salt: bytes) -> bytes:
    """What is kept of a password."""
    return hashlib.scrypt(password.encode(), salt=salt, n=COST, r=8, p=1)


def signed_in(session: OurSession, given: Annotated[HTTPBasicCredentials | None, Depends(HTTPBasic(auto_error=False))]) -> Employee | None:
    """Who is asking; None for somebody who did not say. A wrong password is refused, not taken for a stranger."""
    if given is None:
        return None
    employee = session.get(Employee, given.username)
    kept, salt = (employee.password, employee.salt) if employee else (b"", b"nobody")
    if not secrets.compare_digest(scrypt(given.password, salt), kept):
        raise HTTPException(401, "There is no employee with this name and password.", ASK_WHO)
    return employee


Visitor = Annotated[Employee | None, Depends(signed_in)]


def colleague(visitor: Visitor) -> Employee:
    """Who is asking, where the house itself wants to know."""
    if visitor is None:
        raise HTTPException(401, "Sign in first.", ASK_WHO)
    return visitor


Colleague = Annotated[Employee, Depends(colleague)]


def employ(session: Session, username: str, name: str, password: str) -> None:
    """Add an employee."""
    salt = secrets.token_bytes(16)
    session.add(Employee(username=username, name=name, salt=salt, password=scrypt(password, salt)))


def tell(session: Session, usernames: Iterable[str], text: str) -> None:
    """Leave employees a notification. Whoever is no employee (plein's people may come from anywhere) gets none."""
    for employee in session.exec(select(Employee).where(col(Employee.username).in_(set(usernames)))):
        session.add(Notification(employee=employee.username, text=text))


def notifications(session: Session, employee: Employee) -> list[str]:
    """What somebody finds on their start page, the newest first."""
    query = select(Notification).where(Notification.employee == employee.username).order_by(col(Notification.id).desc())
    return [one.text for one in session.exec(query)]
