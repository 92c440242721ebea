"""A folder of edited texts: ``AUTHOR.md`` is the whole text as that person wants it, ``AUTHOR.why.txt`` beside it their motivation."""

from __future__ import annotations

from pathlib import Path

from plein.documents import decode
from plein.engine.review.suggestions import Handed
from plein.errors import BadRows, BrokenText, NotFound, Unusable
from plein.sentences import clause, sentence

_FILE = "AUTHOR.md"


def read_folder(path: Path, *, why: str | None = None) -> list[Handed]:
    """Read what people handed in, in the order of their ids.

    Args:
        path: The folder.
        why: A motivation for those who gave none.

    Raises:
        NotFound: There is no such folder.
        Unusable: It is no folder, or no text is in it.
        BadRows: Some texts cannot be read; all of those are named.
    """
    if not path.exists():
        raise NotFound(sentence("There is no folder {path}; name the one with the edited texts.", path=path))
    if not path.is_dir():
        raise Unusable(sentence("{path} is no folder; put the edited texts in one, as {file} each.", path=path, file=_FILE))
    files = sorted(file for file in path.iterdir() if file.suffix == ".md" and file.is_file() and not file.name.startswith("."))
    if not files:
        raise Unusable(sentence("There is no edited text in {path}; each should be called {file}.", path=path, file=_FILE))
    handed, mistakes = [], []
    for file in files:
        motivation = file.with_name(f"{file.stem}.why.txt")
        try:
            text = decode(file.read_bytes(), name=file.name)
            reason = decode(motivation.read_bytes(), name=motivation.name).strip() if motivation.is_file() else why
        except BrokenText as broken:
            mistakes.append(clause(broken.args[0]))
        else:
            handed.append(Handed(file.stem, text, reason, file.name))
    if mistakes:
        raise BadRows(mistakes)
    return handed
