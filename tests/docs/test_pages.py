"""The pages for staff, in English and in Dutch: every line a reader may type, typed in order, in a folder of the page's own.

What the page shows after a command is what is seen, ``...`` standing for anything. A command after which it shows nothing has to succeed.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.speaking import as_before
from tests.tiers import spread

DOCS = Path(__file__).parents[2] / "docs"
ENGLISH = ("inviting", "hosting", "closed", "organisation", "people", "receiving", "deciding")
DUTCH = ("uitnodigen", "gespreksleiden", "besloten", "organisatie", "mensen", "ontvangen", "besluiten")
PAGES = dict.fromkeys(ENGLISH, "en") | {f"nl/{name}": "nl" for name in DUTCH}
_FOUND = 5
"""How a command ends that looked for words to avoid, and found some."""
_ASSIGNED = re.compile(r"(?P<export>export )?(?P<name>[A-Z_]+)=(?:\$\((?P<command>.*)\)|(?P<value>.*))")
_WRITTEN = re.compile(r"cat > (?P<file>[\w.]+) <<'END'\n(?P<text>.*\n)END", re.DOTALL)


def typed(page: str) -> Iterator[tuple[str, str | None]]:
    """Every command of a page with what should be seen after it; None where the page shows nothing."""
    for block in re.findall(r"^```console\n(.*?)^```", (DOCS / f"{page}.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            lines = part.splitlines()
            more = next((at for at, line in enumerate(lines[1:], 1) if not line.startswith(">")), len(lines))
            command = "\n".join([lines[0], *(line[1:].removeprefix(" ") for line in lines[1:more])])
            yield command, "\n".join(lines[more:]).strip() or None


class _Screen(io.StringIO):
    """Standard output and standard error of somebody at a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


class Reader:
    """Somebody who types what a page says, in one process: just as much of a shell as the pages need."""

    def __init__(self, folder: Path, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder, self._monkeypatch = folder, monkeypatch
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PLEIN_", "LC_", "LANG"))}
        self._environment = kept | {"PLEIN_LANGUAGE": language}

    def type(self, command: str) -> tuple[int, str]:
        """Its exit code, and what is seen."""
        if written := _WRITTEN.fullmatch(command):
            (self._folder / written["file"]).write_text(written["text"], encoding="utf-8")
            return 0, ""
        if assigned := _ASSIGNED.fullmatch(command):
            code, out, seen = (0, "", "") if assigned["command"] is None else self._run(assigned["command"], captured=True)
            self._environment[assigned["name"]] = out.rstrip("\n") or " ".join(self._words(assigned["value"] or ""))
            return code, seen
        if command.startswith("cat "):
            return 0, "".join((self._folder / name).read_text(encoding="utf-8") for name in self._words(command)[1:])
        code, _, seen = self._run(command)
        return code, seen

    def _words(self, command: str) -> list[str]:
        """The words of a command, with variables filled in."""
        return [re.sub(r"\$([A-Z_]+)", lambda found: self._environment[found[1]], word) for word in shlex.split(command)]

    def _run(self, command: str, *, captured: bool = False) -> tuple[int, str, str]:
        """Run plein; gives its exit code, what a pipe takes from it, and what is seen."""
        from plein.cli import main

        words = self._words(command)
        assert words[0] == "plein", command
        screen, pipe = _Screen(), io.StringIO()
        code: object = 0
        with self._monkeypatch.context() as patch:
            patch.setattr(sys, "argv", words)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
            patch.setattr(sys, "stdout", pipe if captured else screen)
            patch.setattr(sys, "stderr", screen)
            patch.setattr(sys, "excepthook", sys.excepthook)
            patch.setattr(os, "environ", dict(self._environment))
            patch.chdir(self._folder)
            try:
                main()
            except SystemExit as left:
                code = left.code or 0
        assert isinstance(code, int)
        return code, pipe.getvalue(), screen.getvalue()


@pytest.fixture
def screen_of_80(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A terminal of 80 columns without colours; afterwards everything speaks the language it spoke before."""
    for name, value in {"COLUMNS": "80", "LINES": "40", "TERM": "dumb", "NO_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    with as_before():
        yield


@pytest.mark.usefixtures("screen_of_80")
@pytest.mark.parametrize("page", spread(PAGES, ENGLISH))
def test_every_example_on_the_page_runs(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever types what stands there gets what stands there, and meets no refusal the page did not tell of."""
    reader = Reader(tmp_path, PAGES[page], monkeypatch)
    commands = list(typed(page))
    assert commands, f"{page} shows nothing to type"

    for command, expected in commands:
        code, seen = reader.type(command)

        told = "\n".join(line.rstrip() for line in seen.strip().splitlines())
        if expected is None:
            assert code == 0, f"$ {command}\nthe page shows nothing; the terminal says:\n{seen}"
            continue
        pattern = ".*".join(re.escape(part) for part in expected.split("..."))
        assert re.fullmatch(pattern, told, re.DOTALL), f"$ {command}\nthe page says:\n{expected}\nthe terminal says:\n{told}"
        assert code in (0, _FOUND) or told.startswith("plein: "), f"$ {command} ended with {code}"


@pytest.mark.parametrize(("english", "dutch"), [*zip(ENGLISH, DUTCH, strict=True)])
def test_each_page_leads_to_the_same_page_in_the_other_language(english: str, dutch: str) -> None:
    """Colleagues send each other links."""
    assert f"(nl/{dutch}.md)" in (DOCS / f"{english}.md").read_text(encoding="utf-8")
    assert f"(../{english}.md)" in (DOCS / "nl" / f"{dutch}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_every_link_on_the_page_leads_somewhere(page: str) -> None:
    """A reader who follows one finds a page, and on it the heading that was meant."""
    here = DOCS / f"{page}.md"
    for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", here.read_text(encoding="utf-8")):
        assert (here.parent / link).is_file(), link


@pytest.mark.parametrize("name", DUTCH)
def test_the_readme_leads_to_the_dutch_page(name: str) -> None:
    """A page nobody can find was not written."""
    assert f"docs/nl/{name}.md" in (DOCS.parent / "README.md").read_text(encoding="utf-8")
