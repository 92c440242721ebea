"""One passage that somebody quotes from a version: how it should read, or what they remark on it. Nothing is kept here."""

from __future__ import annotations

from plein.documents import find_quote, replace_quote
from plein.documents.diff.emptied import hanging
from plein.documents.diff.layout import parted
from plein.documents.show.quote import reading
from plein.engine.review.spots import Spot, passage
from plein.engine.review.wishes import Wish, nothing_in
from plein.errors import NothingChanged, Unusable
from plein.sentences import sentence
from plein.store.tables.text import VersionRow


def reworded(version: VersionRow, old: str, new: str, current: VersionRow) -> Spot:
    """The place of a passage that is to read otherwise.

    Args:
        version: The version it is quoted from.
        old: The passage, as it stands there or as it reads.
        new: How it should read.
        current: The version before the public.

    Raises:
        QuoteNotFound, QuoteAmbiguous: The passage occurs nowhere, or more than once.
        QuoteTorn: Only a part was quoted of what a mark holds, and it cannot be replaced so.
        NothingChanged: It reads so already, but for its layout.
        Unusable: All words of an item would go, and others that stand in it stay.
    """
    (start, end), edits = replace_quote(version.text, old, new, version=version.number)
    if not edits:
        raise NothingChanged(
            sentence("The passage reads so already in version {number}; there is nothing to suggest.", number=version.number)
        )
    item = hanging(version.text, edits)
    if item is not None:
        raise Unusable(
            sentence(
                "Without these words paragraph {number} would be an empty item with others in it; quote it with all that stands in it, "
                "or hand in the whole text as it should read.",
                number=item.number,
            )
        )
    if not parted(version.text, edits)[0]:
        raise nothing_in(Wish(version, ()), current.number)
    if version.text[start:end].split() != old.split():
        new = reading(version.text, (start, end), edits)  # with the marks that stay
    return passage(version, start, end, edits, new)


def remarked(version: VersionRow, quote: str) -> Spot:
    """The place of a passage that somebody remarks on.

    Raises:
        QuoteNotFound, QuoteAmbiguous: The passage occurs nowhere, or more than once.
    """
    return passage(version, *find_quote(version.text, quote, version=version.number), (), None)
