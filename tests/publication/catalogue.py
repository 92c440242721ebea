"""The Dutch words of the pages: find what needs translating, and make the .mo that the pages read from the .po that people write.

After changing a template or a word: ``python -m tests.publication.catalogue`` says what is missing, and makes the .mo.
"""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

HOME = Path(__file__).parents[2] / "plein"
PO = HOME / "locale" / "nl" / "LC_MESSAGES" / "plein.po"

Message = str | tuple[str, str]


def messages() -> dict[Message, str]:
    """Every message in templates and code, with the place where it first occurs; a pair where it counts something."""
    found: dict[Message, str] = {}
    for folder, methods in (
        (HOME / "templates", [("**.j2", "jinja2.ext:babel_extract")]),
        (HOME / "publication", [("**.py", "python")]),
    ):
        keywords = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}
        options = {"**.j2": {"trimmed": "true", "silent": "false"}}
        for file, line, message, _, _ in extract_from_dir(folder, methods, options, keywords=keywords):
            key = message if isinstance(message, str) else (message[0], message[1])
            found.setdefault(key, f"{folder.name}/{file}:{line}")
    return found


def compiled() -> bytes:
    """The .mo that belongs to the .po."""
    out = io.BytesIO()
    with PO.open("rb") as file:
        write_mo(out, read_po(file, locale="nl"))
    return out.getvalue()


def main() -> None:
    """Say what is missing and what is no longer needed; make the .mo."""
    with PO.open("rb") as file:
        catalogue = read_po(file, locale="nl")
    there = {message.id if isinstance(message.id, str) else tuple(message.id) for message in catalogue if message.id}
    wanted = messages()
    for key in sorted(set(wanted) - there, key=str):
        print(f"missing, {wanted[key]}: {key}")
    for key in sorted(there - set(wanted), key=str):
        print(f"not needed: {key}")
    PO.with_suffix(".mo").write_bytes(compiled())


if __name__ == "__main__":
    main()
