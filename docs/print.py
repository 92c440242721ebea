"""Print what the documentation says of the code from the code itself.

python docs/print.py           writes docs/commands.md and docs/cycle.md
python docs/print.py --check   exits with 1 if they are stale
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

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
        "130 interrupted. What is closed to you is *not found*.",
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


PAGES = {"commands.md": commands, "cycle.md": cycle}


def _command(command: Any, usage: str) -> Iterator[str]:
    yield from ("```", usage, "```", "")
    text = _text(command.help)
    if text:
        yield from (text, "")
    rows = [(_name(param), param.help or "") for param in command.params if param.name != "help"]
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
