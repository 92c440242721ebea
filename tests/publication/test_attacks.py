"""What people wrote stays words: no script, no attribute, no address but to the web, whatever field it was written in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from plein.engine.review.views import Decision
from plein.publication.clean import tame
from plein.publication.material import Material, only_open
from plein.publication.pages import make_pages
from tests.publication.reading import Page

ATTACKS = (
    "<script>alert(1)</script>",
    "</p></main><script src=//evil.example></script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '" onfocus="alert(1)" autofocus="',
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "[press](javascript:alert(1))",
    "[press](data:text/html,<script>alert(1)</script>)",
    "[press](//evil.example)",
    "[press](vbscript:x)",
    "[press](&#106;avascript:alert(1))",
    "![look](https://evil.example/pixel.png)",
    "[![look](https://evil.example/pixel.png)](https://evil.example)",
    "![look](data:image/svg+xml,<svg onload=alert(1)>)",
    "<svg/onload=alert(1)>",
    "<style>body{display:none}</style>",
    "<a href='javascript:alert(1)'>x</a>",
    "<javascript:alert(1)>",
    "{{ 1234567 * 8 }}{% raw %}",
    "%(count)s %s %",
    "`<script>`",
    '```js" onload="x\n<script>alert(1)</script>\n```',
    "<!-- <script> -->",
    "\u202etxet desrever\u2066",
    "]]><script>alert(1)</script>",
    "| a | b |\n|---|---|\n| <script> | [x](javascript:1) |",
)


def attacked(value: Any, attack: str) -> Any:
    """A view with the attack in every field that people fill in."""
    fields: tuple[str, ...] = (
        "title",
        "question",
        "ask",
        "because",
        "author",
        "topic",
        "text",
        "source",
        "link",
        "said",
        "hidden",
        "person",
    )
    fields += ("quote", "replace", "why", "removed_because", "note", "by", "board", "aim", "scope", "outcome", "host")
    new: dict[str, Any] = {name: attack for name in fields if isinstance(getattr(value, name, None), str)}
    if isinstance(value, Decision):
        new.pop("outcome", None)  # a word of the engine's, not of people
    for name in ("nudges", "steps", "promises", "group"):
        if isinstance(getattr(value, name, None), tuple):
            new[name] = tuple(attacked(one, attack) for one in getattr(value, name))
    if hasattr(value, "hosts"):
        new["hosts"] = tuple(attack for _ in value.hosts)
    if hasattr(value, "authors"):
        new["authors"] = tuple(attack for _ in value.authors)
    if hasattr(value, "step"):
        new["step"] = attacked(value.step, attack)
    if getattr(value, "decision", None) is not None:
        new["decision"] = attacked(value.decision, attack)
    return replace(value, **new)


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_gets_through_in_any_field(attack: str, finished: Material) -> None:
    """The pages stand on an organisation's own site, where a script could do anything."""
    hostile = only_open(
        replace(
            finished,
            cycle=attacked(finished.cycle, attack),
            contributions=tuple(attacked(one, attack) for one in finished.contributions),
            members=tuple(attacked(one, attack) for one in finished.members),
            versions=tuple(attacked(one, attack + f"\n\nversion {one.number}\n") for one in finished.versions),
            suggestions=tuple(attacked(one, attack) for one in finished.suggestions),
            sources={number: tuple(attacked(one, attack) for one in runs) for number, runs in finished.sources.items()},
        )
    )
    _harmless(hostile)


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_gets_through_where_readers_talk(attack: str, reported: Material) -> None:
    """Context notes, promises, earlier cycles, the name of a board, the report and what is asked: people write all of it."""
    assert reported.report is not None
    hostile = only_open(
        replace(
            reported,
            cycle=attacked(reported.cycle, attack),
            story=tuple(attacked(one, attack) for one in reported.story),
            topics=tuple(attacked(one, attack) for one in reported.topics),
            contributions=tuple(replace(attacked(one, attack), topic=one.topic) for one in reported.contributions),
            members=tuple(attacked(one, attack) for one in reported.members),
            promises=tuple(attacked(one, attack) for one in reported.promises),
            earlier=tuple(attacked(one, attack) for one in reported.earlier),
            report=attacked(reported.report, attack),
        )
    )
    _harmless(replace(hostile, cycle=replace(hostile.cycle, steps=(*hostile.cycle.steps[:-1], hostile.cycle.steps[2]))))
    _harmless(only_open(replace(hostile, topics=(), contributions=tuple(replace(one, topic=attack) for one in hostile.contributions))))


def _harmless(material: Material) -> None:
    for name, content in make_pages(material).items():
        if name.endswith(".html"):
            page = Page(content.decode())
            assert page.wrong == [], name
            assert len(page.ids) == len(set(page.ids)), name
            assert not any(char in page.text for char in "\u202e\u2066"), name
            assert "9876536" not in page.text, name


def test_words_that_reorder_a_page_are_spelled_out() -> None:
    """Else one reads another sentence than the one that was decided on."""
    assert tame("a\u202eb\u2069\u200fc\x07\n") == "a‹U+202E›b‹U+2069›\u200fc‹U+0007›\n"


def test_a_link_of_a_source_leads_to_the_web_or_is_words(finished: Material) -> None:
    """Imported links come from files that nobody looked through."""
    good = make_pages(finished)["inventory.html"].decode()
    assert '<a href="https://example.org/krant" rel="noopener nofollow"><bdi>Krant</bdi></a>' in good
    bad = replace(finished, contributions=tuple(replace(one, link="javascript:x") for one in finished.contributions))
    assert 'href="javascript' not in make_pages(bad)["inventory.html"].decode()
