"""Pages on their way to a folder: all or none, and never over a file that is somebody else's."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from plein.errors import Refused, Unusable
from plein.sentences import counted, sentence

MANIFEST = ".plein-pages.json"
"""Names the cycle whose pages a folder holds, and every page that plein wrote there."""

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*\.(?:html|css|md|json)")


def write_pages(pages: Mapping[str, bytes], to: Path, *, cycle: str, dry_run: bool = False) -> tuple[Path, ...]:
    """Write pages into a folder and take away those that an earlier publication left there.

    Everything is first written beside its place, and only then moved into it: what fails on the way leaves the old pages whole.

    Args:
        pages: What to write, by name of the file.
        to: The folder; made when it is not there.
        cycle: Whose pages they are.
        dry_run: Only look whether it could be done.

    Returns:
        The files, in the order of *pages*, those included that were there already to the letter.

    Raises:
        Unusable: *to* is a file, or cannot be written.
        Refused: A file of that name is there that plein did not write, or the folder holds another cycle's pages.
    """
    paths = tuple(to / name for name in pages)
    try:
        ours = _ours(to, cycle)
        strangers = [name for name in pages if name not in ours and os.path.lexists(to / name) and _differs(to / name, pages[name])]
        if strangers:
            raise Refused(
                counted(
                    "{to} holds {strangers}, which plein did not write; move it away, or choose another folder: --to DIR",
                    "{to} holds {strangers}, which plein did not write; move them away, or choose another folder: --to DIR",
                    n=len(strangers),
                    to=to,
                    strangers=_listed(strangers),
                )
            )
        if dry_run:
            return paths
        to.mkdir(parents=True, exist_ok=True)
        _replace_all(pages, to, ours, cycle)
    except OSError as failed:
        raise Unusable(
            sentence("The pages cannot be written to {to}: {why}. Choose another folder: --to DIR", to=to, why=failed.strerror or failed)
        ) from None
    return paths


def _ours(to: Path, cycle: str) -> frozenset[str]:
    """The names of the pages that plein wrote here before."""
    if to.exists() and not to.is_dir():
        raise Unusable(sentence("{to} is a file; name a folder to write the pages in: --to DIR", to=to))
    try:
        said = json.loads((to / MANIFEST).read_text(encoding="utf-8"))
        whose, names = said["cycle"], frozenset(name for name in said["pages"] if _NAME.fullmatch(name))
    except FileNotFoundError:
        return frozenset()
    except (ValueError, KeyError, TypeError):
        raise Refused(
            sentence(
                "{file} cannot be read, so plein does not know which pages are its own; empty the folder, or choose another: --to DIR",
                file=to / MANIFEST,
            )
        ) from None
    if whose != cycle:
        raise Refused(
            sentence(
                "{to} holds the pages of the cycle “{whose}”; choose another folder for those of “{cycle}”: --to DIR",
                to=to,
                whose=whose,
                cycle=cycle,
            )
        )
    return names


def _replace_all(pages: Mapping[str, bytes], to: Path, ours: frozenset[str], cycle: str) -> None:
    staged: dict[Path, Path] = {}
    everything = frozenset(pages) | ours
    files = {name: content for name, content in pages.items() if _differs(to / name, content)}
    # The list comes first and names old and new pages, so that after a fall in the middle all of them are still known as ours.
    first, last = _manifest(cycle, everything), _manifest(cycle, frozenset(pages))
    try:
        for name, content in ((MANIFEST, first), *files.items()):
            beside = to / f".{name.lstrip('.')}.{os.getpid()}.new"
            staged[beside] = to / name
            beside.unlink(missing_ok=True)
            beside.write_bytes(content)
        for beside, place in staged.items():
            os.replace(beside, place)
    finally:
        for beside in staged:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
    for name in sorted(ours - frozenset(pages)):
        (to / name).unlink(missing_ok=True)
    if first != last:
        beside = to / f".{MANIFEST.lstrip('.')}.{os.getpid()}.new"
        beside.write_bytes(last)
        os.replace(beside, to / MANIFEST)


def _manifest(cycle: str, names: frozenset[str]) -> bytes:
    return (json.dumps({"cycle": cycle, "pages": sorted(names)}, indent=1) + "\n").encode()


def _differs(path: Path, content: bytes) -> bool:
    """Whether *path* holds anything else than these bytes, or nothing."""
    return path.is_symlink() or not (path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content)


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:3])
    return shown if len(names) <= 3 else sentence("{shown} and {n} more", shown=shown, n=len(names) - 3)
