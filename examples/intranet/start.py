"""Make the tables, three employees and a policy under review, so that there is something to try. ``python -m examples.intranet.start``"""

from __future__ import annotations

import os

from sqlalchemy import Engine
from sqlmodel import Session, SQLModel

from plein import Plein

from .house import Employee, employ, engine_for

POLICY = "working-from-home"
PASSWORD = "only to try it out"
PEOPLE = {"vera": "Vera Smit", "noor": "Noor Haddad", "kofi": "Kofi Boateng"}
TEXT = """\
# Working from home

Everyone may work from home two days a week.

The company pays for a chair and a screen.
"""


def start(engine: Engine) -> bool:
    """Fill an empty database; False where it was filled before. The tables of plein and of the house stand side by side in it."""
    SQLModel.metadata.create_all(engine)  # ours; a real intranet has migrations
    Plein(engine).upgrade()  # plein's
    with Session(engine) as session:
        if session.get(Employee, "vera"):
            return False
        for username, name in PEOPLE.items():
            employ(session, username, name, PASSWORD)
        under_review(Plein(session=session))
        session.commit()  # the employees and the whole policy, at once
    return True


def under_review(plein: Plein) -> None:
    """A policy of which the first version is before everyone: vera is its host, noor its drafter, kofi one of the public."""
    vera, noor, kofi = (plein.acting_as(username) for username in PEOPLE)
    vera.cycles.new(POLICY, title="Working from home", question="What makes working from home work?", language="en")
    policy = vera.cycle(POLICY)  # through vera's eyes
    policy.move("inventory")
    noor.cycle(POLICY).inventory.add("We should all be in on the same day, or nobody meets anybody.", kind="position")
    kofi.cycle(POLICY).inventory.add("Who pays for my screen?", kind="question")
    policy.move("invitation")
    noor.invitations.accept(policy.group.invite("noor", role="drafter", because="Knows what the teams miss.", for_=1).token)
    policy.move("drafting")
    noor.cycle(POLICY).draft.save(TEXT)
    policy.move("review", ask="Is this what you meant?")


if __name__ == "__main__":
    fresh = start(engine_for(os.environ.get("DATABASE_URL", "sqlite:///intranet.db")))
    print(f"{', '.join(PEOPLE)} can sign in, with the password “{PASSWORD}”." if fresh else "It was filled before; nothing was changed.")
    print("Next: uvicorn --factory examples.intranet.app:intranet")
