"""The report in which a cycle without a document ends: written by the circle, or else composed from what was said in the open."""

from __future__ import annotations

from typing import Any

from sqlmodel import col

from plein.documents import canonical, digest
from plein.engine.desk import Act, Sight
from plein.engine.inventory.composed_report import compose
from plein.engine.inventory.views import Report
from plein.engine.room import CycleRoom
from plein.engine.rows.held import held
from plein.engine.rows.of_cycle import newest_of, next_number
from plein.engine.rows.people import names
from plein.errors import NotFound, NothingChanged, Unusable
from plein.language import Language
from plein.sentences import sentence
from plein.store.tables.circle import ReportRow


class Reports(CycleRoom):
    """What people do with the report."""

    def save(self, text: str, *, revision: int | None = None) -> Report:
        """Save the report the circle wrote; the newest one counts. It is closed until the cycle ends.

        Args:
            text: The whole report, Markdown.
            revision: The revision the writer has read.

        Raises:
            Unusable: The text is empty.
            NothingChanged: It is the newest one to the letter.

        >>> bea.report.save("Rent is the matter.").number
        1
        """
        written = canonical(text)
        if not written:
            raise Unusable(sentence("The report is empty; hand in the whole text."))
        with self._act("write-report", revision=revision, closed=True) as act:
            newest = _newest(act)
            if newest is not None and newest.text == written:
                raise NothingChanged(sentence("That is report {number} to the letter; nothing was saved.", number=newest.number))
            row = _add(act, written, composed=False)
            act.note(report=row.number, digest=row.digest)
            return _view(act, row)

    def show(self, *, draft: bool = False) -> Report:
        """The newest report: for everyone once the cycle has ended, before that for the circle.

        Args:
            draft: Instead of that, the one that plein would compose now from what is open, to begin from. It has no number yet: 0.

        Raises:
            NotFound: There is none, or it is closed to this person.

        >>> print(bea.report.show(draft=True).text.splitlines()[0])
        # Housing
        """
        with self._look() as sight:
            if draft:
                text = compose(sight, Language(sight.cycle.language, self._desk.organisation.terms.get(sight.cycle.language)))
                return Report(0, None, text, digest(text), composed=True, published=None, at=sight.now)
            row = _newest(sight, published=not sight.inside)
            if row is None:
                raise NotFound(
                    sentence(
                        "There is no report of {slug} yet; see where it is: {command}",
                        slug=self._slug,
                        command=f"plein status {self._slug}",
                    )
                )
            return _view(sight, row)


def publish_report(act: Act) -> dict[str, Any]:
    """Make the newest report public as the cycle ends; compose one where nobody wrote it. Gives what the record says of it."""
    row = _newest(act)
    if row is None:
        row = _add(act, compose(act, Language(act.cycle.language)), composed=True)
    _as_saved(act, row).published = act.now
    act.session.flush()
    return {"number": row.number, "digest": row.digest, "composed": row.composed}


def _as_saved(sight: Sight, row: ReportRow) -> ReportRow:
    wrong = sentence("report {number} is damaged: its text is not the one that was saved", number=row.number)
    return held(row, sight.cycle.slug, wrong)


def _newest(sight: Sight, *, published: bool = False) -> ReportRow | None:
    return newest_of(sight, ReportRow, *((col(ReportRow.published).is_not(None),) if published else ()))


def _add(act: Act, text: str, *, composed: bool) -> ReportRow:
    row = ReportRow(
        cycle_id=act.id,
        number=next_number(act, ReportRow),
        author_id=act.by,
        text=text,
        digest=digest(text),
        composed=composed,
        at=act.now,
    )
    act.session.add(row)
    act.session.flush()
    return row


def _view(sight: Sight, row: ReportRow) -> Report:
    row = _as_saved(sight, row)
    author = None if row.composed else names(sight, [row.author_id])[row.author_id]
    return Report(row.number, author, row.text, row.digest, row.composed, row.published, row.at)
