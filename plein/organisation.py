"""What an organisation sets for itself: relations, terms, words to avoid, the size of a group, how candidates are weighed, how long texts may be.

All of it has a default, so that nothing needs to be set. On the command line it stands in ``plein.toml``; a program passes an
:class:`Organisation` to :class:`plein.Plein`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Any, Final

from plein.errors import BadSettings
from plein.language import LANGUAGES
from plein.limits import MOST, SETTABLE
from plein.sentences import Sentence, sentence

_TABLES: Final = ("database", "templates", "language", "people", "relations", "group", "weights", "terms", "avoid", "limits")
_PEOPLE: Final = ("exact_ids",)
_GROUP: Final = ("size", "invitation_days")
_AVOID: Final = ("word", "better", "because")
_MOST: Final = 1000
"""No number that is set is larger: a group of more is no group, and a weight of more silences all others."""

RELATIONS: Final[Mapping[str, bool]] = MappingProxyType({
    "member": True,
    "employee": True,
    "freelancer": True,
    "alumnus": False,
    "ex-employee": False,
    "customer": False,
    "ex-customer": False,
    "expert": False,
    "competitor": False,
    "other": False,
})  # fmt: skip
"""What somebody can be to the organisation, and whether that is inside. Whose relation is not known counts as outside."""


@dataclass(frozen=True, slots=True)
class Avoid:
    """A word the organisation rather does not use, in whatever case; ``better`` is what it says instead, ``because`` why."""

    word: str
    better: str | None = None
    because: str | None = None


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each thing weighs when candidates are ranked, in points. The page on inviting explains them; 0 leaves one out.

    Attributes:
        novelty: At most so many for saying what others did not.
        answered: At most so many for replies by others; from the other side (inside, outside) they count twice, from friends hardly.
        supported: At most so many for support; that of friends, who support each other, counts for nothing.
        question: At most so many for staying on the question.
        nudged: Taken off for each person who called to order, once per person.
        usual: Share of the points that a usual suspect keeps, 0 to 1.
        newcomer: At most so many added for somebody who never sat in a group; never more than they earned.
    """

    novelty: float = 40.0
    answered: float = 25.0
    supported: float = 15.0
    question: float = 10.0
    nudged: float = 15.0
    usual: float = 0.5
    newcomer: float = 10.0


@dataclass(frozen=True, slots=True)
class Organisation:
    """What one organisation sets.

    Attributes:
        language: Language of the command line, ``en`` or ``nl``; None: as the machine's own settings say.
        relations: Whether each relation is inside, by its name; a list of one's own takes the place of ours.
        group_size: So many drafters and hosts are advised at most.
        invitation_days: So many days an invitation can be answered, unless it says otherwise.
        weights: How candidates are ranked.
        terms: By language: what is said instead of words of ours.
        avoid: Words to avoid in texts that go out.
        limits: By field: so many characters go in it, where that is not what :data:`plein.limits.LIMITS` says.
        exact_ids: Whether ids of people are taken to the letter, as where an intranet hands them out; else one that nobody has seen before and
            that reads like another, such as ``Jan`` beside ``jan``, is asked about.

    >>> Organisation().inside("member"), Organisation().inside(None)
    (True, False)
    """

    language: str | None = None
    relations: Mapping[str, bool] = field(default_factory=lambda: RELATIONS)
    group_size: int = 12
    invitation_days: int = 21
    weights: Weights = field(default_factory=Weights)
    terms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    avoid: tuple[Avoid, ...] = ()
    limits: Mapping[str, int] = field(default_factory=dict)
    exact_ids: bool = False

    def inside(self, relation: str | None) -> bool:
        """Whether somebody with this relation belongs to the organisation."""
        return self.relations.get(relation or "", False)

    @staticmethod
    def from_data(data: Mapping[str, Any], source: str = "plein.toml") -> Organisation:
        """What a TOML file says, every part of which may be left out.

        Raises:
            BadSettings: It has mistakes; all of them are listed.

        >>> Organisation.from_data({"group": {"size": 9}, "avoid": [{"word": "stakeholder", "better": "betrokkene"}]}).group_size
        9
        """
        reader = _Reader(data)
        made = Organisation(
            language=reader.language(),
            relations=reader.relations(),
            group_size=reader.number("group", "size", 12),
            invitation_days=reader.number("group", "invitation_days", 21),
            weights=reader.weights(),
            terms=reader.terms(),
            avoid=reader.avoid(),
            limits=reader.limits(),
            exact_ids=reader.yes("people", "exact_ids"),
        )
        if reader.mistakes:
            raise BadSettings(source, reader.mistakes)
        return made


class _Reader:
    """Reads the tables of a TOML file and notes every mistake."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data
        self.mistakes: list[Sentence] = []
        self._unknown("", data, _TABLES)
        self._unknown("group.", self._table("group"), _GROUP)
        self._unknown("people.", self._table("people"), _PEOPLE)
        for name in ("database", "templates"):
            if not isinstance(found := data.get(name, ""), str):
                self._wrong(name, sentence("a name between quotes, not {value}", value=_shown(found)))

    def language(self) -> str | None:
        found = self._data.get("language")
        if found is None or found in LANGUAGES:
            return found
        self._wrong("language", sentence("choose one of {known}, not {value}", known=", ".join(LANGUAGES), value=_shown(found)))
        return None

    def relations(self) -> Mapping[str, bool]:
        table = self._table("relations")
        for name, inside in table.items():
            if not name.strip() or name != name.strip() or not name.isprintable():
                self._wrong(f"relations.{_shown(name)}", sentence("a name without blanks around it"))
            elif not isinstance(inside, bool):
                self._wrong(f"relations.{name}", sentence("true for inside, false for outside, not {value}", value=_shown(inside)))
        return MappingProxyType({**table}) if table else RELATIONS

    def number(self, table: str, key: str, default: int) -> int:
        found = self._table(table).get(key, default)
        return found if self._is_number(f"{table}.{key}", found, _MOST) else default

    def yes(self, table: str, key: str) -> bool:
        found = self._table(table).get(key, False)
        if not isinstance(found, bool):
            self._wrong(f"{table}.{key}", sentence("true or false, not {value}", value=_shown(found)))
        return found is True

    def limits(self) -> Mapping[str, int]:
        table = self._table("limits")
        self._unknown("limits.", table, SETTABLE)
        return {name: most for name, most in table.items() if name in SETTABLE and self._is_number(f"limits.{name}", most, MOST)}

    def _is_number(self, where: str, found: Any, most: int) -> bool:
        if type(found) is int and 1 <= found <= most:
            return True
        self._wrong(where, sentence("a whole number from 1 to {most}, not {value}", most=most, value=_shown(found)))
        return False

    def weights(self) -> Weights:
        table = self._table("weights")
        known = [one.name for one in fields(Weights)]
        self._unknown("weights.", table, known)
        fine: dict[str, float] = {}
        for name, weight in table.items():
            if name not in known:
                continue
            most = 1 if name == "usual" else _MOST
            if type(weight) in (int, float) and 0 <= weight <= most:
                fine[name] = float(weight)
            else:
                self._wrong(f"weights.{name}", sentence("a number from 0 to {most}, not {value}", most=most, value=_shown(weight)))
        return Weights(**fine)

    def terms(self) -> Mapping[str, Mapping[str, str]]:
        table = self._table("terms")
        self._unknown("terms.", table, LANGUAGES)
        found: dict[str, Mapping[str, str]] = {}
        for code, words in table.items():
            if isinstance(words, Mapping) and all(word.strip() and _is_text(instead) for word, instead in words.items()):
                found[code] = dict(words)
            else:
                self._wrong(f"terms.{code}", sentence("one term a line, such as {example}", example='contribution = "input"'))
        return found

    def avoid(self) -> tuple[Avoid, ...]:
        found = self._data.get("avoid", [])
        if not isinstance(found, list | tuple):
            self._wrong("avoid", sentence("each word is a table of its own, under {example}", example="[[avoid]]"))
            return ()
        made: list[Avoid] = []
        for number, one in enumerate(found, 1):
            where = f"avoid {number}"
            if not isinstance(one, Mapping) or not _is_text(one.get("word")):
                self._wrong(where, sentence("name the word, as in {example}", example='word = "stakeholder"'))
                continue
            self._unknown(f"{where}: ", one, _AVOID)
            wrong = [key for key in ("better", "because") if one.get(key) is not None and not _is_text(one[key])]
            for key in wrong:
                self._wrong(f"{where}: {key}", sentence("words between quotes, not {value}", value=_shown(one[key])))
            if not wrong:
                made.append(Avoid(one["word"].strip(), one.get("better"), one.get("because")))
        return tuple(made)

    def _table(self, name: str) -> Mapping[str, Any]:
        found = self._data.get(name, {})
        if isinstance(found, Mapping):
            return found
        self._wrong(name, sentence("is a table; write it under {heading}", heading=f"[{name}]"))
        return {}

    def _unknown(self, where: str, table: Mapping[str, Any], known: Iterable[str]) -> None:
        """What is written and read by nobody is a mistake in its name."""
        for name in table:
            if name not in known:
                self._wrong(f"{where}{_shown(name)}", sentence("is not known here; there are: {known}", known=", ".join(known)))

    def _wrong(self, where: str, what: Sentence) -> None:
        mistake = sentence("{where}: {what}", where=where, what=what)
        if mistake not in self.mistakes:
            self.mistakes.append(mistake)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _shown(value: Any) -> str:
    """A value as it was written, cut short."""
    written = value if isinstance(value, str) and value.isprintable() else repr(value)
    return written if len(written) <= 40 else written[:39] + "…"
