"""The words of plein: find what needs translating, and make the .mo that plein reads from the .po that people write.

After changing anything that people read: ``python -m tests.catalogue`` says what is missing or no longer needed, and makes the .mo.
"""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

HOME = Path(__file__).parents[1] / "plein"
CATALOGUES = {path.parents[1].name: path for path in sorted((HOME / "locale").glob("*/LC_MESSAGES/plein.po"))}
"""What people write, by language."""

Message = str | tuple[str, str]

_ONE = {"sentence", "Sentence", "N_", "_", "gettext"}
_TWO = {"counted", "ngettext"}
_TYPER = (
    "Options",
    "Commands",
    "Arguments",
    "required",
    "default: {default}",
    "Error",
    "Aborted!",
    "Missing command.",
    "No such command {name!r}.",
)
"""What Typer asks gettext for itself, on screens of ours."""


def messages() -> dict[Message, str]:
    """Every message in code, templates and help, with the place where it first occurs; a pair where it counts something."""
    found: dict[Message, str] = {}
    for message, where in (*_in_templates(), *_in_code(), *_in_acts(), *_in_terms(), *_in_help(), *((one, "typer") for one in _TYPER)):
        found.setdefault(message, where)
    pairs = {message[0] for message in found if isinstance(message, tuple)}
    return {message: where for message, where in found.items() if message not in pairs}  # gettext keeps one entry for both


def _in_templates() -> Iterator[tuple[Message, str]]:
    options = {"**.j2": {"trimmed": "true", "silent": "false"}}
    keywords = {"_": None, "gettext": None, "ngettext": (1, 2)}
    folder = HOME / "templates"
    for file, line, message, _, _ in extract_from_dir(folder, [("**.j2", "jinja2.ext:babel_extract")], options, keywords=keywords):
        yield (message if isinstance(message, str) else (message[0], message[1])), f"templates/{file}:{line}"


def _in_code() -> Iterator[tuple[Message, str]]:
    for path in sorted(HOME.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                message = _message(node)
                if message is not None:
                    yield message, f"{path.relative_to(HOME)}:{node.lineno}"


def _message(call: ast.Call) -> Message | None:
    name = call.func.id if isinstance(call.func, ast.Name) else call.func.attr if isinstance(call.func, ast.Attribute) else ""
    texts = [one.value for one in call.args[:2] if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    if name in _TWO and len(texts) == 2:
        return texts[0], texts[1]
    return texts[0] if name in _ONE and texts else None


def _in_acts() -> Iterator[tuple[Message, str]]:
    from plein.workflow import ACTS

    for act in ACTS.values():
        for text in ("Cannot " + act.name.replace("-", " "), act.verb, act.description):
            yield text, "workflow/acts.py"


def _in_terms() -> Iterator[tuple[Message, str]]:
    from plein.terms import TERMS

    yield from ((term.template, "terms.py") for term in TERMS.values())


def _in_help() -> Iterator[tuple[Message, str]]:
    import typer

    from plein.cli import app

    yield from _help(typer.main.get_command(app), "plein")


def _help(command: Any, where: str) -> Iterator[tuple[Message, str]]:
    from plein.commands.translating import paragraphs_of

    for part in paragraphs_of(command.help or ""):
        yield part, f"{where} --help"
    for parameter in command.params:
        if getattr(parameter, "help", None):
            yield parameter.help, f"{where} --help"
    if hasattr(command, "list_commands"):
        context = command.make_context(where, [], resilient_parsing=True)
        for name in command.list_commands(context):
            yield from _help(command.get_command(context, name), f"{where} {name}")


def compiled(language: str) -> bytes:
    """The .mo that belongs to the .po of a language."""
    out = io.BytesIO()
    with CATALOGUES[language].open("rb") as file:
        write_mo(out, read_po(file, locale=language))
    return out.getvalue()


def main() -> None:
    """Say for each language what is missing and what is no longer needed; make its .mo."""
    wanted = messages()
    for language, path in CATALOGUES.items():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language)
        there = {message.id if isinstance(message.id, str) else tuple(message.id) for message in catalogue if message.id}
        for key in sorted(set(wanted) - there, key=str):
            print(f"{language}: missing, {wanted[key]}: {key}")
        for key in sorted(there - set(wanted), key=str):
            print(f"{language}: not needed: {key}")
        path.with_suffix(".mo").write_bytes(compiled(language))


if __name__ == "__main__":
    main()
