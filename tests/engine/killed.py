"""Dies in the middle: run by test_killed.py as a process of its own, which forks one process for every statement that writes.

Each child does the act and is killed at its n-th writing statement, before it, by os._exit: no cleaning up, no rollback sent. The parent
then holds every row against what was there before. It goes on until a child gets through, and prints how many died.
"""

from __future__ import annotations

import os
import sys

from sqlalchemy import event

from plein import Plein
from plein.engine.review.importing import Handed
from tests.conftest import NOON
from tests.cycles import TEXT
from tests.engine.scenes import rows
from tests.engines import engine_of

DIED = 9


def act(plein: Plein, name: str) -> None:
    if name == "import":
        texts = [TEXT.replace("homes", word).replace("trees", f"{word} trees") for word in ("houses", "flats", "huts", "farms")]
        plein.acting_as("anna").cycle("housing").suggestions.import_([Handed(f"p{n}", text) for n, text in enumerate(texts)])
    elif name == "erase":
        plein.acting_as("anna").people.erase("piet", texts=True)
    else:
        plein.acting_as("anna").cycle("housing").move("drafting")


def child(where: str, name: str, fatal: int) -> None:
    plein = Plein(where, clock=lambda: NOON)
    plein.acting_as(None).cycles.list()
    seen = 0

    @event.listens_for(engine_of(plein), "before_cursor_execute")
    def _(connection: object, cursor: object, statement: str, *more: object) -> None:
        nonlocal seen
        if statement.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE", "RELEASE")):
            seen += 1
            if seen == fatal:
                os._exit(DIED)

    @event.listens_for(engine_of(plein), "commit")
    def _(connection: object) -> None:
        if seen + 1 == fatal:  # all is written, and nothing is committed yet
            os._exit(DIED)

    act(plein, name)
    os._exit(0)


def main(where: str, name: str) -> None:
    def now() -> tuple[object, tuple[str, ...]]:
        with Plein(where) as plein:
            return rows(plein), plein.acting_as(None).verify().damage

    before = now()
    fatal = 0
    while True:
        fatal += 1
        pid = os.fork()
        if pid == 0:
            child(where, name, fatal)
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        after = now()
        if status == 0:
            break
        assert status == DIED, status
        assert after == before, f"something was left behind by the one that died at statement {fatal}"
    assert after[1] == ()
    assert after != before
    print(fatal - 1)


if __name__ == "__main__":
    main(*sys.argv[1:])
