"""The site of a cycle: read what is open, make every page, and only then write them."""

from __future__ import annotations

from pathlib import Path

from plein.engine.seat import Seat
from plein.publication.files import write_pages
from plein.publication.material import gather
from plein.publication.pages import make_pages


def publish_site(seat: Seat, slug: str, to: Path, *, templates: Path | None = None, dry_run: bool = False) -> tuple[Path, ...]:
    """Write the pages that everybody may read.

    The same state of the cycle gives the same bytes. Pages of an earlier publication that are no longer there are taken away; other files in
    the folder are left alone.

    Args:
        seat: That of somebody who only looks: ``plein.acting_as(None)``.
        slug: The cycle.
        to: The folder to write in.
        templates: A folder whose files take the place of plein's own templates, one by one.
        dry_run: Make the pages and look whether they could be written, but write none.

    Returns:
        The files of the site, the first page first.

    Raises:
        Unusable: The seat is somebody's, a template has a mistake, or *to* cannot be written.
        NotFound: There is no such cycle, or no such folder of templates.
        Refused: A file of the same name is there that plein did not write, or *to* holds another cycle's pages.
    """
    return write_pages(make_pages(gather(seat, slug), templates), Path(to), cycle=slug, dry_run=dry_run)
