"""Print what the documentation says of the code from the code itself.

python docs/print.py           writes docs/commands.md, docs/cycle.md and docs/python.md
python docs/print.py --check   exits with 1 if they are stale
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import typer
from calls import BESIDE, NO_CALL, call_of, calls

from plein.cli import app
from plein.workflow import ACTS, BUILT_IN, GUARDS, mermaid, rules_table

HERE = Path(__file__).parent
_STALE = "Printed from the code by `python docs/print.py`; do not edit."


def commands() -> str:
    """The command reference: every command with its arguments, options and examples."""
    root = typer.main.get_command(app)
    lines = [
        "# Commands",
        "",
        _STALE,
        "",
        "Exit codes: 0 ok, 1 refused by a rule, 2 usage, 3 not found, 4 no identity or not allowed, 5 a check found work or damage,",
        "130 interrupted. What is closed to you is *not found*. In place of a text or of a file, `-` reads standard input; once in a command.",
        "",
        "plein's own options (`--as`, `--db`, `--now`, `--revision`) stand before the command. Every line that plein prints to be typed says",
        "`plein`, as git says `git`, and leaves out the options of the command before it: set `PLEIN_AS`, and work in the folder of the database",
        "or set `PLEIN_DATABASE`. Where your shell does not find `plein` by its name, as right after the command of the README, `plein init` and",
        '`plein demo` say how it is typed there; `export PATH="$PWD/.venv/bin:$PATH"` lets it be found.',
        "",
        "## plein",
        "",
        *_command(root, "plein [OPTIONS] COMMAND …"),
    ]
    for name in root.list_commands(None):  # type: ignore[attr-defined]
        command = root.get_command(None, name)  # type: ignore[attr-defined]
        inner = getattr(command, "commands", None)
        lines += [f"## plein {name}", ""]
        if inner is None:
            lines += _command(command, _usage(f"plein {name}", command))
            continue
        lines += [_text(command.help), ""]
        for verb, one in inner.items():
            lines += [f"### plein {name} {verb}", "", *_command(one, _usage(f"plein {name} {verb}", one))]
    return "\n".join(lines).rstrip() + "\n"


def cycle() -> str:
    """The built-in cycles: diagram, and the table of who may do what."""
    lines = ["# The cycle", "", _STALE, ""]
    for definition in BUILT_IN.values():
        lines += [f"## {definition.name}", "", "```mermaid", mermaid(definition).rstrip(), "```", ""]
        lines += ["| phase | space | act | who | if |", "|---|---|---|---|---|"]
        lines += [
            f"| {row.phase} | {row.space} | {row.act.name} | {', '.join(row.roles)} | {', '.join(row.guards)} |"
            for row in rules_table(definition)
        ]
        lines += ["", "| from | to | who | if |", "|---|---|---|---|"]
        lines += [
            f"| {move.source} | {move.target} | {', '.join(sorted(move.by))} | {', '.join(move.guards)} |" for move in definition.moves
        ]
        lines.append("")
    lines += ["## Acts", "", "| act | what it is |", "|---|---|"]
    lines += [f"| {act.name} | {act.description} |" for act in ACTS.values()]
    lines += ["", "## Guards", "", "| guard | it asks |", "|---|---|"]
    lines += [f"| {name} | {_first_line(guard.__doc__)} |" for name, guard in GUARDS.items()]
    return "\n".join(lines) + "\n"


def library() -> str:
    """The library: every call from a seat, with what it takes, raises and gives."""
    found = calls()
    lines = ["# The library", "", _STALE, "", *_LIBRARY.strip().splitlines(), ""]
    by_command = {path: command for command in tree() if (path := call_of(command)) is not None}
    nouns: dict[str, list[str]] = {}
    for path in found:
        nouns.setdefault(path.rpartition(".")[0], []).append(path)
    for noun, paths in sorted(nouns.items(), key=lambda item: _ORDER.index(item[0])):
        lines += [f"## {_spelled(noun) or 'anna'}", ""]
        for path in sorted(paths, key=lambda path: _where(found[path])):
            lines += _call(path, found[path], by_command.get(path))
    lines += ["## Commands that are no call", "", "| command | instead |", "|---|---|"]
    lines += [f"| `plein {command}` | {why} |" for command, why in NO_CALL.items()]
    return "\n".join(lines) + "\n"


_LIBRARY = """
A person's seat has the nouns of the command line, and a cycle has its own; the verb is the command's, and an option is the keyword of its name
(`--for 3` is `for_=3`). To name a cycle reads nothing yet. What comes back are frozen values (`plein.views`); lists are tuples. What is closed to
a person does not exist for them: `NotFound`. Whatever changes a cycle takes `revision=`, the one the writer has read, and raises `StaleWrite`
where the cycle has moved on since; where a rule says no it raises `ActRefused` (nobody may, now) or `NotAllowed` (others may), with every reason.

```python
>>> import tempfile, pathlib
>>> from plein import Plein
>>> folder = tempfile.TemporaryDirectory()
>>> plein = Plein(pathlib.Path(folder.name) / "plein.db")
>>> plein.upgrade()
>>> anna = plein.acting_as("anna")
>>> made = anna.cycles.new("housing", title="Housing", question="What should change?", language="en")
>>> housing = anna.cycle("housing")
>>> housing.move("inventory").phase
'inventory'
>>> piet = plein.acting_as("piet").cycle("housing")
>>> piet.inventory.add("My son has been waiting for nine years.", kind="experience").id
1
>>> [row.verdict.reasons for row in piet.my_rules() if row.act.name == "suggest"]
[('no one may make suggestions in the inventory phase; that is done in: review',)]
>>> plein.close(); folder.cleanup()

```

In the examples below `anna` and `joe` are seats; `housing` is a cycle through the eyes of anna, its host, and `bea` (who drafts), `piet` and
`kim` (who do not) are the same cycle through theirs.
"""
_ORDER = (
    *("cycles", "cycle", "cycle.topics", "cycle.inventory", "cycle.group", "cycle.draft", "cycle.comments"),
    *("cycle.suggestions", "cycle.decisions", "cycle.report", "cycle.words", "people", "boards", "invitations", ""),
)
"""In which order the nouns are printed: as a cycle goes."""


def _spelled(path: str) -> str:
    """A path as it is typed, from anna's seat and from her cycle."""
    if path == "cycle" or path.startswith("cycle."):
        return path.replace("cycle", "housing", 1)
    return f"anna.{path}" if path else ""


def _call(path: str, call: Any, command: str | None) -> Iterator[str]:
    yield from (f"### {_spelled(path)}", "", "```python", *_signature(_spelled(path), call), "```", "")
    yield from (f"`plein {command}`" if command else f"({BESIDE[path]})", "")
    yield from _docstring(inspect.getdoc(call) or "")
    yield ""


def _signature(name: str, call: Any) -> Iterator[str]:
    """What a call takes and gives, in lines that fit on a page."""
    signature = inspect.signature(call)
    shown, keywords = list[str](), False
    for one in list(signature.parameters.values())[1:]:
        if one.kind == one.KEYWORD_ONLY and not keywords:
            shown.append("*")
            keywords = True
        default = "" if one.default is one.empty else f" = {'…' if callable(one.default) else repr(one.default)}"
        shown.append(f"{one.name}: {one.annotation}{default}")
    whole = f"{name}({', '.join(shown)}) -> {signature.return_annotation}"
    if len(whole) <= 100:
        yield whole
        return
    yield f"{name}("
    yield from (f"    {one}," for one in shown)
    yield f") -> {signature.return_annotation}"


def _docstring(text: str) -> Iterator[str]:
    """A docstring as Markdown: its sections as lists, its example as code."""
    code = False
    for line in text.splitlines():
        bare = _ROLE.sub(r"`\1`", line.strip())
        if bare.startswith((">>>", "...")):
            if not code:
                yield "```python"
            code = True
            yield bare[4:]
        elif code and not bare:
            yield from ("```", "")
            code = False
        elif code:
            yield f"# {bare}"
        elif bare.rstrip(":") in ("Args", "Raises", "Returns") and bare.endswith(":"):
            yield from (f"**{bare}**", "")
        elif line.startswith("        "):
            yield f"  {bare}"
        elif line.startswith("    "):
            yield f"- {bare}"
        else:
            yield bare
    if code:
        yield "```"


_ROLE = re.compile(r":\w+:`~?([^`]*)`")


def tree() -> dict[str, Any]:
    """Every command by its words: ``status``, ``suggestion add``."""
    root: Any = typer.main.get_command(app)
    found = {}
    for name in root.list_commands(None):
        command = root.get_command(None, name)
        inner = getattr(command, "commands", None)
        found |= {name: command} if inner is None else {f"{name} {verb}": one for verb, one in inner.items()}
    return found


PAGES = {"commands.md": commands, "cycle.md": cycle, "python.md": library}


def _command(command: Any, usage: str) -> Iterator[str]:
    yield from ("```", usage, "```", "")
    text = _text(command.help)
    if text:
        yield from (text, "")
    rows = [(_name(param), param.help or "") for param in command.params if param.name != "help" and not getattr(param, "hidden", False)]
    if rows:
        yield from ("| | |", "|---|---|")
        for name, help_ in rows:
            yield f"| `{name.replace('|', chr(92) + '|')}` | {help_} |"
        yield ""


def _usage(name: str, command: Any) -> str:
    words = [name]
    for param in command.params:
        if param.param_type_name == "argument":
            shown = param.metavar or param.name.upper()
            words.append(shown if param.required or shown.startswith("[") else f"[{shown}]")
        elif param.required:
            words.append(f"{param.opts[0]} {param.metavar or param.name.upper()}")
    optional = any(param.param_type_name == "option" and not param.required and param.name != "help" for param in command.params)
    return " ".join(words + (["[OPTIONS]"] if optional else []))


def _name(param: Any) -> str:
    if param.param_type_name == "argument":
        return str(param.metavar or param.name.upper())
    value = "" if param.is_flag else f" {param.metavar or param.name.upper()}"
    return f"{param.opts[0]}{value}"


def _text(help_: str | None) -> str:
    """The help as Markdown: an example becomes code."""
    lines = []
    for line in (help_ or "").strip().splitlines():
        word, _, rest = line.strip().partition("Example: ")
        lines.append(f"    {rest}" if rest and not word else line.strip())
    return "\n".join(lines)


def _where(call: Callable[..., object]) -> tuple[str, int]:
    """The file in which a call stands and its line there: what a room does stays together, whatever changes in another."""
    code = inspect.unwrap(call).__code__
    return Path(code.co_filename).as_posix(), code.co_firstlineno


def _first_line(doc: str | None) -> str:
    return (doc or "").strip().splitlines()[0]


def main() -> int:
    stale = []
    for name, page in PAGES.items():
        path = HERE / name
        if "--check" in sys.argv:
            if not path.exists() or path.read_text(encoding="utf-8") != page():
                stale.append(name)
        else:
            path.write_text(page(), encoding="utf-8")
    if stale:
        print(f"Stale: {', '.join(stale)}. Run: python docs/print.py")
    return int(bool(stale))


if __name__ == "__main__":
    sys.exit(main())
