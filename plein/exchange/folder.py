"""A folder of edited texts: ``AUTHOR.md`` is the whole text as that person wants it, ``AUTHOR.why.txt`` beside it their motivation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from plein.documents import decode
from plein.engine.review.importing import Handed
from plein.errors import BrokenText, NotFound, Unusable
from plein.sentences import Sentence, clause, sentence

_FILE = sentence("AUTHOR.md")
_TEXTS = (".md", ".markdown")
_OTHERS: Final = {
    ".docx": "Word (.docx)",
    ".doc": "Word (.doc)",
    ".odt": "OpenDocument (.odt)",
    ".rtf": "RTF",
    ".pdf": "PDF",
    ".pages": "Pages",
    ".htm": "HTML",
    ".html": "HTML",
}
"""What else people's texts come in, by how the name of the file ends."""
_WHY = ".why.txt"
_LITTER = re.compile(r"\..*|~\$.*|.*~|#.*#|Thumbs\.db|desktop\.ini|.*\.(?:tmp|bak|swp|part|crdownload)", re.IGNORECASE)


@dataclass(frozen=True)
class Folder:
    """What is in a folder that people's texts were put in; to go through it reads one text at a time.

    Attributes:
        texts: The files with texts, in the order of their authors.
        whys: The motivations, by author.
        passed_over: The names of the files that are nobody's text, each with what it is instead.
        why: A motivation for those who gave none.
    """

    texts: tuple[Path, ...]
    whys: Mapping[str, Path]
    passed_over: tuple[tuple[str, Sentence], ...]
    why: str | None = None

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[Handed]:
        times = Counter(_author(file) for file in self.texts)
        for file in self.texts:
            author = _author(file)
            if times[author] > 1:
                others = ", ".join(one.name for one in self.texts if _author(one) == author)
                broken = sentence("{files} are all of {author}; leave one of them", files=others, author=author)
                yield Handed(author, "", name=file.name, broken=broken)
                continue
            yield self._read(file, author)

    def _read(self, file: Path, author: str) -> Handed:
        try:
            text = decode(file.read_bytes())
            motivation = self.whys.get(author)
            why = self.why if motivation is None else decode(motivation.read_bytes(), name=motivation.name).strip()
        except BrokenText as broken:
            return Handed(author, "", name=file.name, broken=clause(broken.args[0]))
        except OSError as closed:
            broken_file = sentence("it cannot be read: {why}", why=closed.strerror or str(closed))
            return Handed(author, "", name=file.name, broken=broken_file)
        return Handed(author, text, why, file.name)


def read_folder(path: Path, *, why: str | None = None) -> Folder:
    """Look into a folder of what people handed in.

    Texts end in ``.md`` or ``.markdown``, in capitals too. What is none is named with the reason.

    Args:
        path: The folder.
        why: A motivation for those who gave none.

    Raises:
        NotFound: There is no such folder.
        Unusable: It is no folder, or no text is in it.
    """
    if not path.exists():
        raise NotFound(sentence("There is no folder {path}; name the one with the edited texts.", path=path))
    if not path.is_dir():
        raise Unusable(sentence("{path} is no folder; put the edited texts in one, as {file} each.", path=path, file=_FILE))
    there = sorted(path.iterdir())
    kept = [file for file in there if file.is_file() and not _LITTER.fullmatch(file.name)]
    whys = {_reasoned(file): file for file in kept if file.name.lower().endswith(_WHY)}
    texts = [file for file in kept if file.suffix.lower() in _TEXTS and file not in whys.values()]
    if not texts:
        other = tuple(sentence("{file}: {why}", file=file.name, why=_is_none(file, whys)) for file in kept)
        if other:
            raise Unusable(sentence("There is no edited text in {path}: {files}.", path=path, files=other))
        raise Unusable(sentence("There is no edited text in {path}; each should be called {file}.", path=path, file=_FILE))
    authors = {_author(file) for file in texts}
    passed = [
        (file.name, _is_none(file, whys))
        for file in there
        if file not in texts and not (file in whys.values() and _reasoned(file) in authors)
    ]
    return Folder(tuple(texts), whys, tuple(passed), why)


def _author(file: Path) -> str:
    return file.stem.strip()


def _reasoned(file: Path) -> str:
    """Whose motivation it is."""
    return file.name[: -len(_WHY)].strip()


def _is_none(file: Path, whys: Mapping[str, Path]) -> Sentence:
    """Why a file is nobody's text."""
    if file.is_dir():
        return sentence("it is a folder; name it to take it in")
    if _LITTER.fullmatch(file.name):
        return sentence("a system or an editor left it behind")
    if file in whys.values():
        return sentence("no text stands beside this motivation")
    kind = _OTHERS.get(file.suffix.lower())
    if kind is not None:
        return sentence(
            "{kind} is not read here; if it is somebody's text, save it as plain text (Markdown), as {file}", kind=kind, file=_FILE
        )
    return sentence("texts are called {file}; rename it if it is one", file=_FILE)
