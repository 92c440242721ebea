"""How a browser would read a page: its tags, ids and links, and what is wrong with it."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "link", "br", "hr", "img"}


class Page(HTMLParser):
    """One page, read by the standard library's parser. ``wrong`` lists what may not be in any page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.wrong: list[str] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(html)
        self.close()
        if self._open:
            self.wrong.append(f"never closed: {self._open}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        self.wrong += [f"<{tag} {name}>" for name, _ in attrs if name.startswith("on") or name in ("style", "srcdoc", "formaction")]
        if tag in ("script", "iframe", "object", "embed", "svg", "math", "form", "base", "style", "img", "video", "audio"):
            self.wrong.append(f"<{tag}>")
        if tag in ("ins", "del") and "aria-label" in found:
            self.wrong.append(f"<{tag} aria-label>")
        for name in ("href", "src"):
            address = (found.get(name) or "").strip().lower()
            if ":" in address.split("/")[0].split("#")[0] and not address.startswith(("http://", "https://", "mailto:")):
                self.wrong.append(f"<{tag} {name}={address}>")
            if address.startswith("//"):
                self.wrong.append(f"<{tag} {name}={address}>")
        if tag == "a" and found.get("href"):
            self.links.append(str(found["href"]))
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.wrong.append(f"</{tag}> where it does not belong")

    def handle_data(self, data: str) -> None:
        self.text += data
