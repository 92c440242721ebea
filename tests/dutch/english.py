"""What is an English word in a Dutch sentence: found without a dictionary, from frequent words and from our own sentences. No test stands here.

An English word is one of the frequent words below, or one that stands in a sentence of ours as it is written in the code and in no Dutch
sentence. Words that are the same in both languages, and those that Dutch borrowed, are listed with the reason why.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from babel.messages.pofile import read_po

from tests.catalogue import CATALOGUES

_FREQUENT = """
    the a an and but nor not no-one of to from by with without at into onto out off up down about above below between through during before
    after again against until since while because so than then there here when where why how all any both each few more most other others some
    such only own same too very can cannot could may might must shall should will would do does did doing done has have having been being are were
    am it its itself he him his she her hers they them their theirs themselves we us our ours you your yours yourself this that these those who
    whom whose which what if else also just never always often once twice every everyone everybody everything someone somebody something
    anyone anybody anything nobody nothing none yet already still much many less least first last next new old one two three
    what's don't isn't wasn't nobody's somebody's

    suggestion suggestions cycle cycles draft drafts drafting drafter drafters adviser advisers working version versions supported support
    supports began begin begins moved moves move closed closes close decided decides decide decision decisions contribution contributions
    question questions opinion opinions position positions experience experiences refinement refinements inventory invitation
    invitations invited invites preparation review conversation final stopped phase phases round rounds role roles kind kinds outcome outcomes
    adopted adapted rejected covered withdrawn noted carried collided orphaned unsound accepted declined removed expired overlap contained
    contrary structure calm lively heated member employee customer competitor former everyone people persons group groups board boards topic
    topics comment comments report reports record records entry entries paragraph paragraphs reason reasons because motivation host hosts public
    published publish publishes hidden hide late received entered word words promise promises promised deadline ask asked answer answers answered
    read reads write writes written said say says saved save damaged missing needed usage required default error aborted options arguments
    command commands see use used make made take taken taking give given show shown list listed file files folder path text texts number numbers
    name names title language time day week month year today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january
    february march may june july august october yes
"""
FREQUENT = frozenset(_FREQUENT.split())
"""Function words, and the words of our own trade. Whatever is a Dutch word too is left out: is, was, in, had, over, open, even, later."""

LOANS: dict[str, str] = {
    "names of people and places, in the demo and in examples": """
        anna bea kim piet jan kit lou ria mo karel mirjam sjoerd joost yvonne lieke willemijn noor ton danny fatma els henk ronald rosa youssef
        karim
        dewi pim tineke amsterdam europe jansen""",
    "names of things that have no other: formats, programs, standards": """
        markdown criticmarkup toml json csv html pdf rtf utf iso sha iana nul postgresql sqlite mermaid word vacuum http https datetime plein""",
    "terms of the trade that Dutch uses as they are": """
        token link likes cookies scripts database byte bytes backslash context contact register document score status passage tip tips
        terminal shell id mail tabs term mermaid freelancer overlap usual suspect suspects incident concept""",
    "spelled alike in Dutch, with the meaning that is meant": """
        is in was of over open moment half hand apart rest warm letter letters later begin april september november december begin had
        stand door ten past stop want let dan als van die de het een en met nog wel niet u n m k e nl per""",
    "words that the demo and the examples are about": """
        beurs post panel stakeholder""",
    "how a date is written, and what is filled in": """
        jjjj mm dd zone token""",
}
"""What may stand in a Dutch sentence though it stands in an English one too, by the reason why."""

ALLOWED = frozenset(word for words in LOANS.values() for word in words.split())

_WORD = re.compile(r"(?<![\w.])[^\W\d_]+(?:[’'][^\W\d_]+)*(?!\w)")
_HELD = re.compile(
    r"%\(\w+\)\w|\{\w*(?:[:!][^{}]*)?\}"  # a value
    r"|<[^<>]*>"  # a tag
    r"|``[^`]*``|‘[^’]*’"  # what is typed to the letter: columns of a file, keys of a definition
    r"|\bplein cycle move [\w-]+ [a-z]+|--(?:role|topic) [a-z]+"  # a word that is chosen, in a command
    r"|--[a-z][\w-]*|\$?\bPLEIN_[A-Z]+"  # an option, a variable
    r"|\bplein\.[\w.]+(?:\(\w*\))?"  # a name in the library
    r"|\b[\w-]+\.(?:html|md|json|csv|toml|txt|why|db)\b"  # a file
    r"|\bhttps?://\S+|[\w.]+@[\w.]+"  # an address
    r"|(?<= )'[a-z-]+'"  # a command that is not there, or is
    r"|[\w-]+\.csv:\d+:\w+"  # a place in a file
    r"|\berased-\w+"  # what stands in place of somebody
    r"|\bplein(?: (?:--(?:as|now|db|revision) \S+|--debug))*(?: [a-z][a-z-]*){1,2}(?![\w])"  # a command
)


def words(text: str) -> Iterator[str]:
    """The words in a text that people read as words, in lower case."""
    yield from (found.casefold() for found in _WORD.findall(_HELD.sub(" ", text)))


@functools.cache
def pairs() -> tuple[tuple[str, str], ...]:
    """Every English sentence of the catalogue with its Dutch one, both forms of those that count."""
    with CATALOGUES["nl"].open("rb") as file:
        catalogue = read_po(file, locale="nl")
    found: list[tuple[str, str]] = []
    for message in catalogue:
        if message.id:
            english = (message.id,) if isinstance(message.id, str) else message.id
            dutch = (message.string,) if isinstance(message.string, str) else message.string
            found += ((_of_settings(one), _of_settings(other)) for one, other in zip(english, dutch, strict=True))
    return tuple(found)


def _of_settings(text: str) -> str:
    """What people read of a file of settings: what stands behind them, not their names. Any other text is as it is."""
    if "\n# [" not in text:
        return text
    return "\n".join(line.rpartition("#")[2] for line in text.splitlines() if " # " in line or not re.search(r"=|\[", line))


@functools.cache
def english_only() -> frozenset[str]:
    """Words that tell an English sentence."""
    ours = {word for english, _ in pairs() for word in words(english)}
    theirs = {word for _, dutch in pairs() for word in words(dutch)}
    return (FREQUENT | (ours - theirs)) - ALLOWED


def english(text: str, *, but: frozenset[str] = frozenset()) -> list[str]:
    """The English words in a text that should be Dutch, in the order in which they stand there."""
    return [word for word in words(text) if word in english_only() and word not in but]
