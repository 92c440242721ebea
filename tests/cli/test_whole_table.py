"""The whole table through the command line: every command that reads or writes, by every role; exit codes as the contract has them."""

from __future__ import annotations

import functools
import shlex
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import typer

from plein.cli import app
from plein.errors import NoIdentity, NotAllowed, NotFound, PleinError
from plein.sentences import Sentence
from tests.cli.conftest import Cli, Result
from tests.engine.test_whole_table import EDITED, OWN, TABLES, expected
from tests.engine.test_whole_table_reading import THERE
from tests.phases import EVERY, OFTEN, PEOPLE, SECRETS, TOKENS, names_role
from tests.taken import Opened, Taken, taking
from tests.tiers import spread

# act → the commands that do it; OWN: one's own suggestion; TOKEN: one's own invitation; < TEXT: what they read
COMMANDS: Mapping[str, tuple[str, ...]] = {
    "read": ("cycle show housing",),
    "set-topics": (
        "topic add housing ferry --title Ferry",
        "topic change housing quays --scope Quays",
        "topic open housing quays",
        "topic close housing bridge",
    ),
    "contribute": ("inventory add housing 'More trees.' --reply-to 1",),
    "support": ("inventory support housing 1",),
    "link": ("inventory link housing 1 2",),
    "nudge": ("inventory nudge housing 2 --because Why",),
    "hide": (
        "inventory hide housing 1 --because Why",
        "inventory hide housing 1 --nudge kim --because Why",
        "inventory unhide housing 4 --because Why",
        "inventory unhide housing 2 --nudge lea --because Why",
    ),
    "import-contributions": ("inventory import housing - < text,author\nSaid.,joe\n",),
    "see-candidates": ("group candidates housing", "group candidates housing --balance --json"),
    "appoint-host": ("group host housing joe --because Why", "group host housing hugo --end --because Why"),
    "invite": (
        "group invite housing joe --role adviser --because Why",
        "group board housing harbour --because Why --topic Harbour --until 2026-12-10",
    ),
    "answer-invitation": ("group accept TOKEN", "group decline TOKEN"),
    "remove-member": ("group remove housing dora --because Why",),
    "read-drafts": ("draft show housing --version 2",),
    "save-draft": (f"draft save housing - < {EDITED}",),
    "comment": ("comment add housing 'Who pays?'",),
    "suggest": (
        f"suggestion add housing - < {EDITED}",
        "suggestion add housing --quote 'waiting list' --replace queue",
        "suggestion add housing --quote 'waiting list' --tip Where",
        "suggestion change housing OWN --why 'I thought again.'",
    ),
    "import-suggestions": ("suggestion import housing handed-in",),
    "withdraw": ("suggestion withdraw housing OWN",),
    "decide": (
        "decision set housing 1 --adopt",
        "decision settle housing --clean --because Why",
        "decision undo housing 8",
    ),
    "merge": ("draft merge housing",),
    "publish-decisions": ("decision publish housing",),
    "correct": ("draft correct housing - --because Why < The corrected text.",),
    "write-report": ("report save housing - < We heard that trees matter.",),
    "promise": ("cycle promise housing 'We ask again.'",),
    "avoid": ("words avoid housing citizen", "words avoid housing stakeholder --undo"),
    "extend": ("cycle extend housing --closes 2026-12-24",),
}
MOVE = "cycle move housing stopped --because Why"
# what belongs to no cycle is for hosts
REGISTER = (
    "person add joe --name Joe",
    "person import - < person,name\njoe,Joe\n",
    "person usual piet",
    "person erase piet --yes",
    "board set harbour joe",
    "board remove harbour",
    "cycle new housing-2027 --after housing",
    "cycle change housing --title Ours --because x",
)
# reading: the command → its row in the table of reading, or nothing where it answers everybody
READS: Mapping[str, str] = {
    "status housing": "",
    "status": "",
    "cycle list": "",
    "cycle show housing": "",
    "cycle memory housing": "",
    "cycle rules housing": "",
    "cycle rules housing --as zoe": "",
    "cycle diagram housing": "",
    "topic list housing": "",
    "topic show housing bridge": "",
    "inventory list housing": "",
    "group list housing": "",
    "person list": "",
    "board list": "",
    "draft list housing": "",
    "draft show housing --asides": "",
    "suggestion list housing": "",
    "suggestion collisions housing": "",
    "suggestion collisions housing --compatible": "",
    "decision list housing": "",
    "comment list housing": "",
    "report show housing --draft": "",
    "words check housing": "",
    "words list housing": "",
    "log housing": "",
    "verify": "",
    "inventory show housing 1": "contribution_1",
    "inventory show housing 4": "contribution_4,_hidden",
    "inventory show housing 5": "contribution_5,_said_inside",
    "inventory list housing --topic quays": "contributions_to_a_closed_topic",
    "topic show housing quays": "topic_that_is_not_open",
    "topic show housing inner": "topic_opened_inside",
    "inventory list housing --topic inner": "topic_opened_inside",
    "draft show housing": "version,_the_newest",
    "draft show housing --version 2": "version_2",
    "draft diff housing 1 2": "version_2",
    "draft diff housing 1 3": "version_3",
    "draft blame housing": "blame",
    "draft blame housing --version 2": "blame_2",
    "draft show housing --aside 1": "aside",
    "comment show housing 1": "read_comment",
    "suggestion show housing 2": "suggestion",
    "suggestion show housing 8": "suggestion",
    "report show housing": "report",
    "board show xqboard": "board",
    "person show piet": "registered",
    "person show ~Owl": "registered,_a_pseudonym",
    "person export piet": "registered",
    "person export SELF": "export_person,_oneself",
}
READ_IN = (("plein66", "drafting"), ("plein66", "review"), ("plein66", "final"), ("focus-group", "conversation"))
"""Where something is closed that is not so from the beginning; the library's table has every phase."""
PAGES = "publish"
ELSEWHERE = {"init", "demo", "db upgrade", "person overwrite"}
"""What makes or looks after a database and knows of no cycle."""
OWN_WORDS = {"inventory change", "inventory withdraw"}
"""What is done with one's own words by nobody else: every role in every phase is in ``tests.engine.test_own_words``."""
FINDS_WORK = ("words check housing",)
"""What says 5 when it finds something."""


def code_of(refusal: type[PleinError] | None) -> int:
    """The exit code that the contract promises."""
    return 0 if refusal is None else 3 if refusal is NotFound else 4 if refusal in (NotAllowed, NoIdentity) else 1


def tree(command: Any, *path: str) -> Iterator[tuple[str, Any]]:
    """Every command there is, by its words."""
    if not hasattr(command, "list_commands"):
        yield " ".join(path), command
        return
    context = typer.Context(command)
    for name in command.list_commands(context):
        yield from tree(command.get_command(context, name), *path, name)


@functools.cache
def tree_of_commands() -> Mapping[str, Any]:
    """All of them, made once."""
    return dict(tree(typer.main.get_command(app)))


class Table:
    """The command line on one cycle in one phase; whatever it does is taken back."""

    def __init__(self, call: Cli, here: Taken) -> None:
        self._call = call
        self.here = here

    def run(self, line: str, role: str) -> Result:
        """What a person of that role gets for a line of the table."""
        words, _, given = line.partition(" < ")
        person = PEOPLE[role]
        own = {"OWN": str(OWN[person or "anna"]), "TOKEN": TOKENS[person or "dora"], "SELF": person or "zoe"}
        return self._call(*(own.get(word, word) for word in shlex.split(words)), as_=person, now=None, db=None, stdin=given)


Tables = Callable[[str, str], Table]


@pytest.fixture
def at_table(call: Cli, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Tables]:
    """``at_table("plein66", "review")``. A session that is taken back lies below the commands."""
    (tmp_path / "handed-in").mkdir()
    (tmp_path / "handed-in" / "joe.md").write_text(EDITED, encoding="utf-8")
    (tmp_path / "plein.toml").write_text("", encoding="utf-8")
    for opened in taking(request):

        def sit(definition: str, phase: str, opened: Opened = opened) -> Table:
            here = opened(definition, phase)
            monkeypatch.setattr("plein.commands.situation.Situation.plein", lambda situation: here.plein)
            return Table(call, here)

        yield sit


NOT_THERE = (
    "topic show housing nowhere",
    "inventory show housing 99",
    "draft show housing --version 99",
    "suggestion show housing 99",
    "suggestion withdraw housing 99",
    "decision set housing 99 --noted --because Why",
    "comment show housing 99",
    "person show nobody-here",
    "group remove housing nobody-here --because Why",
    "cycle show nowhere",
)
"""Lines that name what there is not."""
_FILLED = {"TEXT": "Why", "T": "Why", "PERSON": "joe", "TOPIC": "bridge"}
"""What is typed for the words in capitals of a command that is named."""

every_phase = pytest.mark.parametrize(("definition", "phase"), spread(EVERY, OFTEN))


def test_every_command_has_its_line() -> None:
    """A new command must come with its line here: who may, and what they get."""
    lines = [*(line for lines in COMMANDS.values() for line in lines), MOVE, *REGISTER, *READS, PAGES]

    there = set(tree_of_commands()) - ELSEWHERE - OWN_WORDS
    missing = {name for name in there if not any(line == name or line.startswith(f"{name} ") for line in lines)}

    assert missing == set()
    assert list(COMMANDS) == list(TABLES["plein66"])
    assert {row for row in READS.values() if row} <= set(THERE["plein66"])


@pytest.mark.parametrize("role", PEOPLE)
@every_phase
def test_every_command_leaves_with_the_code_the_table_says(at_table: Tables, definition: str, phase: str, role: str) -> None:
    """0 done, 1 refused by a rule, 3 not there, 4 not allowed; a refusal is a line on stderr, and changes nothing."""
    table, wrong, done = at_table(definition, phase), [], []
    before, told = table.here.rows(), table.here.record()
    for act, lines in COMMANDS.items():
        wanted = code_of(expected(definition, phase, act, role))
        if wanted == 0:
            done += [(act, line) for line in lines]
        elif TABLES[definition][act][phase] != "·" or role == "host":  # what nobody may is refused to hosts, and so to all
            wrong += [(line, found) for line in lines[:1] if not _refused(found := table.run(line, role), wanted)]
    assert wrong == []
    assert table.here.rows() == before

    for act, line in done:
        table.here.session.rollback()
        found = table.run(line, role)
        if found.code != 0 or len(table.here.record()) != len(told) + (act not in ("read", "see-candidates", "read-drafts")):
            wrong.append((line, found))
    assert wrong == []


@pytest.mark.parametrize("role", spread(PEOPLE, ["drafter"]))
@pytest.mark.parametrize(
    ("definition", "phase"), spread([("plein66", "drafting"), ("plein66", "review"), ("focus-group", "conversation")], OFTEN)
)
def test_what_a_refusal_names_is_open_to_whoever_is_refused(
    at_table: Tables, monkeypatch: pytest.MonkeyPatch, definition: str, phase: str, role: str
) -> None:
    """Nobody is sent from one closed door to the next."""
    table, said = at_table(definition, phase), list[str]()
    monkeypatch.setattr("plein.cli._fail", lambda told, code: said.append(told) or code)
    for line in (*(line for lines in COMMANDS.values() for line in lines), MOVE, *READS, *NOT_THERE):
        table.here.session.rollback()
        table.run(line, role)
    named = {one for told in said for one in _commands_in(told)}

    assert "plein status housing" in named or role != "nobody"
    for command in named:
        table.here.session.rollback()
        done = table.run(shlex.join(_FILLED.get(word, word) for word in shlex.split(command)[1:]), role)
        assert done.code == 0, (command, done)


def _commands_in(said: Any) -> Iterator[str]:
    """The commands that a sentence names: they are always values of it."""
    if isinstance(said, Sentence):
        yield from (one for value in said.values.values() for one in _commands_in(value))
    elif isinstance(said, tuple):
        yield from (one for value in said for one in _commands_in(value))
    elif isinstance(said, str) and said.startswith("plein "):
        yield said


def _refused(found: Result, code: int) -> bool:
    return found.code == code and found.out == "" and found.err.startswith("plein: ") and len(found.err.splitlines()) <= 2


@pytest.mark.parametrize("role", PEOPLE)
def test_moving_and_the_register_are_for_hosts(at_table: Tables, role: str) -> None:
    """The same refusal as the library's, as a code."""
    table = at_table("plein66", "invitation")
    before = table.here.rows()
    for line in (MOVE, *REGISTER):
        table.here.session.rollback()
        found = table.run(line, role)
        assert found.code == 0 if role == "host" else _refused(found, 4), (line, found)
        assert (table.here.rows() != before) is (role == "host"), line


@pytest.mark.parametrize("role", PEOPLE)
@pytest.mark.parametrize(("definition", "phase"), spread(READ_IN, OFTEN))
def test_every_command_reads_what_the_table_says_and_no_closed_word(at_table: Tables, definition: str, phase: str, role: str) -> None:
    """What is closed to somebody leaves with 3, and no closed word is in what any other command prints, in whatever form."""
    table, wrong = at_table(definition, phase), []
    closed = [word for word, cells in SECRETS[definition].items() if not names_role(cells[phase], role)]
    for line, row in READS.items():
        if not row and role in ("host", "drafter"):
            continue  # it answers everybody, and hardly anything is closed to these
        there = not row or names_role(THERE[definition][row][phase], role)
        for form in _forms(line, role, there, every=phase in ("drafting", "conversation")):
            found = table.run(f"{form} {line}" if form == "--debug" else f"{line} {form}", role)
            code = 1 if form == "--debug" and not there else 0 if there else 3
            printed = found.out + found.err
            leaks = [word for word in (*closed, "xqtoken") if word in printed and word not in line]
            if leaks or found.code not in ((0, 5) if there and line in FINDS_WORK else (code,)):
                wrong.append((line, form, leaks, found))
    assert wrong == []


def _forms(line: str, role: str, there: bool, *, every: bool) -> Iterator[str]:
    """The ways to ask for it: everybody in one, somebody of the public also in the others."""
    options = {one for option in _command_of(line).params for one in option.opts}
    yield "--json" if "--json" in options else ""
    if role == "public" and not there:
        yield "--debug"
    elif role == "public" and every:
        yield ""
        if "--csv" in options and "--compatible" not in line:
            yield "--csv"


def _command_of(line: str) -> Any:
    words = line.split()
    found = tree_of_commands()
    return found.get(" ".join(words[:2])) or found[words[0]]


@pytest.mark.parametrize("role", ["host", "nobody"])
@pytest.mark.parametrize(("definition", "phase"), spread(READ_IN, OFTEN))
def test_the_pages_hold_no_closed_word_whoever_makes_them(at_table: Tables, tmp_path: Path, definition: str, phase: str, role: str) -> None:
    """What is published is for everybody, also where a host publishes it."""
    made = at_table(definition, phase).run("publish housing --to pages", role)

    pages = [page for page in (tmp_path / "pages").rglob("*") if page.is_file()]
    closed = [word for word, cells in SECRETS[definition].items() if not names_role(cells[phase], "nobody")]
    assert made.code == 0, made
    assert pages
    assert [(page.name, word) for page in pages for word in (*closed, "xqtoken") if word.encode() in page.read_bytes()] == []


@pytest.mark.parametrize("role", ["host", "drafter", "adviser", "public"])
@every_phase
def test_the_rules_for_somebody_say_what_trying_does(at_table: Tables, definition: str, phase: str, role: str) -> None:
    """Whoever asks, a person's possibilities are told as they are: the same table, act by act, with why not."""
    person = PEOPLE[role]

    rules = at_table(definition, phase).run(f"cycle rules housing --as {person} --json", "nobody").json()

    told = {row["act"]: (row["may"], bool(row["reasons"])) for row in rules}
    assert told == {
        act: (names_role(cells[phase], role), not names_role(cells[phase], role))
        for act, cells in TABLES[definition].items()
        if set(cells.values()) != {"·"}
    }


def test_the_rules_for_somebody_are_those_of_the_moment_asked_about(at_table: Tables, call: Cli) -> None:
    """After the deadline nobody contributes, whatever the machine's clock says."""
    at_table("plein66", "inventory")

    for now, may in (("2026-11-30", True), ("2026-12-02", False)):
        rules = call("cycle", "rules", "housing", "--as", "zoe", "--json", as_=None, now=now, db=None).json()
        assert {row["act"]: row["may"] for row in rules}["contribute"] is may
