"""``plein draft blame``: where every word comes from, for people at a glance and for scripts with every key."""

from __future__ import annotations

import csv
import io

from plein.exchange.cells import bare
from tests.cli.conftest import SECRET, At, Cli, refused

KEYS = {"start", "end", "text", "version", "suggestion", "author"}


def test_it_reads_like_a_text_with_its_sources_in_front(call: Cli, at: At) -> None:
    """One line per run, the paragraph before its first words: no line wider than a terminal."""
    at("final")
    shown = call("draft", "blame", "housing", as_="bea")
    assert shown.code == 0, shown
    lines = shown.out.splitlines()
    assert lines[0].split() == ["¶", "version", "from", "text"]
    assert all(len(line) <= 110 for line in lines)
    assert [line.split() for line in lines if "queue" in line] == [["2", "#3", "kim", "+1", "queue"]]
    assert any(line.split()[:2] == ["1", "1"] and line.endswith("# Housing") for line in lines)
    assert any("#5 mia, adapted" in line for line in lines)
    assert "plein suggestion show housing N" in shown.err


def test_json_and_csv_hold_every_key_and_the_whole_text(call: Cli, at: At) -> None:
    """Scripts put the text together again, and find the people."""
    at("final")
    runs = call("draft", "blame", "housing", "--json", as_=None).json()
    text = call("draft", "show", "housing", as_=None).out
    assert set(runs[0]) >= KEYS
    assert "".join(run["text"] for run in runs) == text
    assert [text[run["start"] : run["end"]] for run in runs] == [run["text"] for run in runs]
    assert [(run["suggestions"], run["authors"]) for run in runs if run["suggestion"] == 3] == [([3, 7], ["kim", "otto"])]

    rows = list(csv.DictReader(io.StringIO(call("draft", "blame", "housing", "--csv", as_=None).out)))
    assert list(rows[0])[:6] == ["start", "end", "text", "version", "suggestion", "author"]
    assert [bare(row["text"]) for row in rows] == [run["text"] for run in runs]


def test_an_older_version_and_one_that_is_not_there(call: Cli, at: At) -> None:
    """What is closed is not found, as what does not exist."""
    at("decided")
    inside = call("draft", "blame", "housing", "--version", "2", "--json", as_="bea")
    assert inside.code == 0, inside
    assert SECRET in inside.out
    closed = call("draft", "blame", "housing", "--version", "2", as_=None)
    missing = call("draft", "blame", "housing", "--version", "9", as_=None)
    refused(closed, 3, "plein draft list housing")
    refused(missing, 3, "plein draft list housing")
    assert closed.err.replace("2", "9") == missing.err
    public = call("draft", "blame", "housing", as_=None)
    assert (public.code, SECRET in public.out + public.err, "#" in public.out.replace("# Housing", "").replace("## Who", "")) == (
        0,
        False,
        False,
    )
    assert public.out.splitlines()[2].split() == ["1", "1", "the", "working", "group", "#", "Housing"]
