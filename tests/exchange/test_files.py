"""A file that somebody takes away is there whole or not at all, and takes the place of none but where they say so."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from plein.errors import Refused, Unusable
from plein.exchange.files import write_file


@pytest.mark.parametrize(("closed", "mode"), [(True, 0o600), (False, 0o644)])
def test_what_is_closed_is_its_owners_alone(tmp_path: Path, closed: bool, mode: int) -> None:
    """Also where an open one was before."""
    before = os.umask(0o022)
    try:
        (tmp_path / "there").touch(0o666)
        write_file(tmp_path / "new", b"mine", closed=closed)
        write_file(tmp_path / "there", b"mine", closed=closed, force=True)
    finally:
        os.umask(before)

    assert {(one.read_bytes(), one.stat().st_mode & 0o777) for one in tmp_path.iterdir()} == {(b"mine", mode)}
    assert {one.name for one in tmp_path.iterdir()} == {"new", "there"}


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    """What somebody took away before may be the last of it."""
    path = tmp_path / "mine.json"
    path.write_bytes(b"before")

    with pytest.raises(Refused, match=r"is there already.*force=True"):
        write_file(path, b"after")

    assert (path.read_bytes(), os.listdir(tmp_path)) == (b"before", ["mine.json"])
    write_file(path, b"after", force=True)
    assert path.read_bytes() == b"after"


def test_of_many_at_once_one_wins_and_nothing_is_torn(tmp_path: Path) -> None:
    """Two who look at the same moment both see nothing there."""
    refused = list[Refused]()

    def write(number: int) -> None:
        try:
            write_file(tmp_path / "one", b"%d" % number * 100_000)
        except Refused as refusal:
            refused.append(refusal)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert len(refused) == 7
    assert len(set((tmp_path / "one").read_bytes())) == 1
    assert os.listdir(tmp_path) == ["one"]


def test_a_disk_that_knows_no_second_name_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stick, for one."""

    def no_link(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", no_link)

    write_file(tmp_path / "one", b"mine")
    with pytest.raises(Refused, match="is there already"):
        write_file(tmp_path / "one", b"other")

    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"one": b"mine"}


def test_what_is_no_file_is_never_written_over(tmp_path: Path) -> None:
    """A folder, a device: not with --force either."""
    with pytest.raises(Unusable, match="is no file"):
        write_file(tmp_path, b"mine", force=True)
    with pytest.raises(Unusable, match="is no file"):
        write_file(Path(os.devnull), b"mine", force=True)
    with pytest.raises(Refused, match="cannot be written"):
        write_file(tmp_path / "nowhere" / "one", b"mine")
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_leads_elsewhere_still_does(tmp_path: Path) -> None:
    """The file is written where the name leads, and the name stays."""
    (tmp_path / "name").symlink_to(tmp_path / "real")
    write_file(tmp_path / "name", b"mine")

    assert (tmp_path / "name").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"mine"
