"""Links on the page of a text: to the web, to a mailbox, to a heading of the same text. What leads elsewhere shows its address as words.

Images are links too: one that is fetched from elsewhere tells that place who reads here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from markdown_it.token import Token

from plein.documents.text.heading_names import heading_names
from plein.publication.clean import is_safe_link

_PREFIX = "h-"
"""So begins the id of a heading, so that none is taken for something else on the page."""


class Links:
    """The links of one text.

    Args:
        tokens: The blocks of the text, their words read.
        image: What stands in the place of an image.
    """

    def __init__(self, tokens: Sequence[Token], image: str) -> None:
        self._image = image
        self._names = {id(token): name for token, name in heading_names(tokens)}
        self._known = set(self._names.values())
        self._inside = False

    @property
    def inside(self) -> bool:
        """Whether what was given last stands in a link."""
        return self._inside

    def place(self, heading: Token) -> list[Token]:
        """What links to a heading lead to; nothing for any other token."""
        name = self._names.get(id(heading))
        return [] if name is None else [Token("at_open", "span", 1, attrs={"id": _PREFIX + name}), Token("at_close", "span", -1)]

    def dressed(self, children: Sequence[Token]) -> Iterator[Token]:
        """The words of a block, with images as links, and with the addresses of links that may not be there as words."""
        shown = ""
        for token in children:
            if token.type == "link_open":
                address = self._leads(str(token.attrs.get("href", "")))
                shown = "" if address else unquote(str(token.attrs.get("href", "")))
                token.attrs = {"href": address} if address else {}
                if address:
                    self._inside = True
                    yield token
            elif token.type == "link_close":
                if shown:
                    yield Token("text", "", 0, content=f" ({shown})")
                elif self._inside:
                    yield token
                self._inside, shown = False, ""
            elif token.type == "image":
                yield from self._pictured(token)
            else:
                yield token

    def _pictured(self, token: Token) -> Iterator[Token]:
        words, address = f"[{self._image}: {token.content}]" if token.content else f"[{self._image}]", str(token.attrs.get("src", ""))
        linked = is_safe_link(address) and not self._inside
        if linked:
            yield Token("link_open", "a", 1, attrs={"href": address})
        yield Token("text", "", 0, content=words)
        if linked:
            yield Token("link_close", "a", -1)

    def _leads(self, address: str) -> str:
        """Where a link leads on the page; empty where it may not be one."""
        if address.startswith("#"):
            name = unquote(address[1:])
            found = next((one for one in (name, name.lower()) if one in self._known), None)
            return "" if found is None else f"#{_PREFIX}{found}"
        return address if is_safe_link(address) else ""
