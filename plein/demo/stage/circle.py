"""The circle: who is invited into it, and what is written and said inside."""

from __future__ import annotations

from plein.demo.stage.turns import Turns, changed, options
from plein.demo.story.kinds import Asked, Board, Drafted, Remark
from plein.documents import paragraph_at, paragraphs
from plein.engine.group.views import BoardInvitation, Invitation, Member
from plein.engine.review.views import Comment, Merged

_BOARD = "BOARD"
"""The variable of the shell that keeps the tokens of a sounding board."""


class CircleStage(Turns):
    """What hosts do to form the circle, and what the circle does."""

    def invite(self, by: str, asked: Asked, *, show: bool) -> Invitation:
        """Invite somebody; the invitation has the token to answer with."""
        cited = None if asked.contribution is None else self.contribution(asked.contribution)
        about = options(**{"for": cited}, topic=asked.topic, until=asked.until)
        words = ("group", "invite", self.slug, asked.person, "--role", asked.role, "--because", asked.because, *about)
        seat = self._turn(asked.at, by, words, show, keep=_variable(asked.person))
        return seat.invite(
            self.slug,
            asked.person,
            role=asked.role,
            because=asked.because,
            contribution=cited,
            topic=asked.topic,
            until=asked.until,
        )

    def answer(self, at: str, person: str, token: str, *, yes: bool = True, show: bool = False) -> Member:
        """Let the guest say yes or no."""
        words = ("group", "accept" if yes else "decline", "TOKEN")
        guest = self._turn(at, person, words, show, token=_variable(person))
        return (guest.accept(token) if yes else guest.decline(token))[1]

    def take_back(self, at: str, by: str, person: str, because: str) -> Member:
        """Take an invitation back."""
        words = ("group", "remove", self.slug, person, "--because", because)
        return self._turn(at, by, words, True).remove(self.slug, person, because)

    def invite_board(self, by: str, board: Board) -> BoardInvitation:
        """Put a sounding board together, and invite it."""
        self._turn(board.at, by, ("board", "set", board.name, *board.people), True).set_board(board.name, board.people)
        about = options(because=board.because, topic=board.topic, until=board.until)
        seat = self._turn(board.at, by, ("group", "board", self.slug, board.name, *about, "--csv"), True, keep=_BOARD)
        made = seat.invite_board(self.slug, board.name, because=board.because, topic=board.topic, until=board.until)
        for person in board.people:
            self.commands.append(f'{_variable(person)}=$(echo "${_BOARD}" | sed -n "s/^{person},//p")')
        return made

    def comment(self, remark: Remark, *, show: bool) -> Comment:
        """Say something for the circle alone."""
        on = None if remark.on is None else self.suggestion(remark.on).id
        paragraph = None
        if remark.quote is not None:
            text = self.seat(remark.by, remark.at).version(self.slug, remark.version).text
            found = paragraph_at(paragraphs(text), text.index(remark.quote))
            paragraph = found.number if found else None
        about = options(version=remark.version, paragraph=paragraph, suggestion=on, reply_to=remark.reply_to)
        seat = self._turn(remark.at, remark.by, ("comment", "add", self.slug, remark.text, *about), show)
        return seat.comment(self.slug, remark.text, version=remark.version, paragraph=paragraph, suggestion=on, reply_to=remark.reply_to)

    def save(self, at: str, by: str, text: str, note: str, *, base: int | None = None, name: str) -> int:
        file = self._file(name, text)
        seat = self._turn(at, by, ("draft", "save", self.slug, file, *options(base=base, note=note)), True)
        return seat.save_draft(self.slug, text, base=base, note=note).number

    def revise(self, drafted: Drafted) -> int:
        """Save a version that changes some passages of an earlier one."""
        before = self.seat(drafted.by, drafted.at).version(self.slug, drafted.base).text
        name = f"{drafted.by}-{drafted.at[:10]}.md"
        return self.save(drafted.at, drafted.by, changed(before, drafted.changes), drafted.note, base=drafted.base, name=name)

    def merge(self, at: str, by: str, note: str | None = None, *, dry_run: bool = False) -> Merged:
        about = (*options(note=note), *(("--dry-run",) if dry_run else ()))
        return self._turn(at, by, ("draft", "merge", self.slug, *about), True).merge_decisions(self.slug, note=note, dry_run=dry_run)


def _variable(person: str) -> str:
    return f"TOKEN_{person.upper()}"
