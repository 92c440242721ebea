"""How the parser finds marks among words, where a library's rule needs help. Which parser has which rules is ``markdown``'s."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

    InlineRule = Callable[[StateInline, bool], bool]

_REFERENCE = re.compile(r"\[\^[^\]\s]{1,200}\]")


def note_reference(*, any_note: bool) -> InlineRule:
    """The rule of references to notes, which looks no further than a name is long: the library's goes to the end of the words each time.

    Args:
        any_note: Whether what refers to a note counts where that is not in what is read.
    """
    from mdit_py_plugins.footnote.index import footnote_ref

    rule = partial(footnote_ref, always_match=any_note)

    def reference(state: StateInline, silent: bool) -> bool:
        return _REFERENCE.match(state.src, state.pos, state.posMax) is not None and rule(state, silent)

    return reference


def placing(rule: InlineRule) -> InlineRule:
    """A rule that notes where what it found is written: ``meta["placed"]``, code points of the words."""

    def placed(state: StateInline, silent: bool) -> bool:
        start, known = state.pos, len(state.tokens)
        found = rule(state, silent)
        if found and not silent:
            made = next((token for token in state.tokens[known:] if token.type != "text"), None)
            if made is not None:
                made.meta["placed"] = (start, state.pos)
        return found

    return placed
