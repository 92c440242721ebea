"""What Jinja makes of a template, kept for a whole run: it takes longer than writing the page. No test stands here.

Words that stand in a template are translated when it is read, so that what was made serves one language, zone and set of terms.
"""

from __future__ import annotations

from collections import defaultdict
from io import BytesIO
from pathlib import Path

import pytest
from jinja2.bccache import Bucket, BytecodeCache

from plein.publication.render import Templates
from plein.publication.speech import Speech


class Kept(BytecodeCache):
    """What was made for one way to speak. Jinja compares the sources itself, so that a template which changed is read again."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what was made, if there is any."""
        if bucket.key in self._kept:
            bucket.load_bytecode(BytesIO(self._kept[bucket.key]))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was made."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


def keep(patch: pytest.MonkeyPatch) -> None:
    """Let all publications share what was made, as long as *patch* lasts."""
    begin = Templates.__init__
    kept: defaultdict[object, Kept] = defaultdict(Kept)

    def begin_with_kept(templates: Templates, own: Path | None, speech: Speech) -> None:
        begin(templates, own, speech)
        spoken = (speech.code, speech.timezone, speech.has_document, *sorted(speech.terms.items()))
        templates._environment.bytecode_cache = kept[spoken]

    patch.setattr(Templates, "__init__", begin_with_kept)
