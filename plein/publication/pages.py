"""Which pages there are, and what stands on each. How they look is the templates'; how they come into a folder is ``files``'."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from plein.engine.inventory.views import Report
from plein.engine.review.views import Suggestion
from plein.engine.text.views import Version
from plein.publication import course, places, redline, response, sources, threads
from plein.publication.clean import tame
from plein.publication.material import Material
from plein.publication.prose import Words, render
from plein.publication.render import STYLE, Templates
from plein.publication.speech import Speech
from plein.workflow import Definition
from plein.workflow.outcomes import CHANGING


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of the navigation. ``group``: the pages it stands for, all of which mark it as the current one."""

    page: str
    label: str
    group: str


def make_pages(material: Material, templates: Path | None = None) -> dict[str, bytes]:
    """Every file of the site by its name, in memory; the same material always gives the same bytes.

    Raises:
        Unusable: A template has a mistake.
        NotFound: There is no such folder of templates.
    """
    cycle = material.cycle
    speech = Speech(cycle.language, cycle.timezone, material.definition.has_document, material.terms)
    environment = Templates(templates, speech)
    common = {
        "cycle": cycle,
        "language": speech.code,
        "links": tuple(_links(material, speech)),
        "versions": material.versions,
        "report": material.report,
        "ends": material.definition.ends,
        "is_final": course.names_of_versions(material),
        "open_acts": course.open_to_all(material),
        "has_document": material.definition.has_document,
        "last_entry": material.log[-1] if material.log else None,
    }
    made: dict[str, bytes] = {}
    for name, template, group, values in _pages(material, speech):
        made[name] = environment.render(template, {**common, "page": name, "group": group, **values})
    for version in material.versions:
        made[f"version-{version.number}.md"] = version.text.encode()
    made["record.json"] = _record(material)
    if material.report is not None:
        made["report.md"] = material.report.text.encode()
    made[STYLE] = environment.style()
    return made


def _pages(material: Material, speech: Speech) -> Iterator[tuple[str, str, str, Mapping[str, Any]]]:
    """(file, template, place in the navigation, what it shows) of every page."""
    replies = response.replies(material.suggestions, material.versions)
    yield "index.html", "index.html.j2", "index", _overview(material)
    if _has_inventory(material):
        yield (
            "inventory.html",
            "inventory.html.j2",
            "inventory",
            {
                "conversations": threads.conversations(material.topics, material.contributions),
                "contributions": material.contributions,
                "cited": _cited(material),
            },
        )
    if _has_group(material):
        yield (
            "group.html",
            "group.html.j2",
            "group",
            {
                "members": material.members,
                "hosts_write": _may_write(material.definition, "host"),
                "earlier": material.earlier,
                "contributions": {one.id: one for one in material.contributions},
            },
        )
    if material.report is not None:
        yield "report.html", "report.html.j2", "report", {"text": _report(material.report, speech)}
    before: Version | None = None
    first = material.versions[0].number if material.versions else 0
    for version in material.versions:
        passages = sources.passages(version.text, material.sources.get(version.number, ()), first)
        counts = Counter(one.paragraph for one in material.suggestions if one.version == version.number and not one.sweeping)
        yield (
            f"version-{version.number}.html",
            "version.html.j2",
            "text",
            {
                "version": version,
                "before": before,
                "corrected": next((one for one in material.versions if one.corrects == version.number), None),
                "text": _prose(version, counts, {one.number for one in passages}, speech),
                "suggestions": sum(one.version == version.number for one in material.suggestions),
                "explained": len(passages),
            },
        )
        if passages:
            yield f"why-{version.number}.html", "why.html.j2", "text", {"version": version, "first": first, "passages": passages}
        if before is not None:
            yield f"changes-{version.number}.html", "changes.html.j2", "changes", _changes(before, version, material)
        before = version
    if replies:
        waiting = places.unanswered(material.collisions, material.suggestions)
        answered = {"replies": replies, "outcomes": response.TELLING, "places": len(waiting)}
        yield "response.html", "response.html.j2", "response", answered
        if waiting:
            yield "collisions.html", "collisions.html.j2", "response", {"places": waiting}
    yield "record.html", "record.html.j2", "record", {"log": material.log}


def _links(material: Material, speech: Speech) -> Iterator[Link]:
    _ = speech.language.gettext
    yield Link("index.html", _("Overview"), "index")
    if _has_inventory(material):
        yield Link("inventory.html", _("Inventory"), "inventory")
    if _has_group(material):
        yield Link("group.html", _("Working group"), "group")
    if material.versions:
        yield Link(f"version-{material.versions[-1].number}.html", _("The text"), "text")
    if len(material.versions) > 1:
        yield Link(f"changes-{material.versions[-1].number}.html", _("What changed"), "changes")
    if material.suggestions:
        yield Link("response.html", _("Response document"), "response")
    if material.report is not None:
        yield Link("report.html", _("Report"), "report")
    yield Link("record.html", _("The record"), "record")


def _overview(material: Material) -> Mapping[str, Any]:
    return {
        "stages": course.stages(material),
        "chapters": course.chapters(material),
        "promises": material.promises,
        "earlier": material.earlier,
    }


def _has_inventory(material: Material) -> bool:
    """Whether there is something to read: what was said, or what a topic is about before anybody said anything."""
    return bool(material.contributions) or len(material.topics) > 1


def _has_group(material: Material) -> bool:
    """Whether there is more to tell than who began the cycle."""
    return len(material.members) > 1


def _cited(material: Material) -> Mapping[int, tuple[str, ...]]:
    """Whom a contribution brought an invitation, by its number."""
    found: dict[int, list[str]] = {}
    for one in material.members:
        if one.contribution is not None:
            found.setdefault(one.contribution, []).append(one.person)
    return {number: tuple(dict.fromkeys(people)) for number, people in found.items()}


def _prose(version: Version, counts: Mapping[int, int], explained: Set[int], speech: Speech) -> Markup:
    def after(number: int) -> Markup:
        told = _anchor(number, speech)
        if number in explained:
            told += Markup(' <a class="s" href="why-{}.html#p{}">{}</a>').format(version.number, number, speech.language.gettext("why so?"))
        if not counts[number]:
            return told
        many = speech.counted({"suggestion": counts[number]})
        return told + Markup(' <a class="s" href="response.html#v{}p{}">{}</a>').format(version.number, number, many)

    return render(version.text, after=after, words=_words(speech))


def _report(report: Report, speech: Speech) -> Markup:
    return render(report.text, after=lambda number: _anchor(number, speech), words=_words(speech))


def _words(speech: Speech) -> Words:
    """What a text shown as a page says of its own."""
    _ = speech.language.gettext
    return Words(image=_("image"), note=_("footnote"), back=_("back to the text"), ticked=_("ticked"), open=_("not ticked"))


def _anchor(number: int, speech: Speech) -> Markup:
    """The number of a paragraph, which leads to itself."""
    return Markup(' <a class="n" href="#p{0}"><span class="vh">{1} </span>{0}</a>').format(number, speech.language.gettext("paragraph"))


def _changes(old: Version, new: Version, material: Material) -> Mapping[str, Any]:
    was, becomes = tame(old.text), tame(new.text)
    led: dict[int, list[Suggestion]] = {}
    for one in material.suggestions if new.corrects is None else ():
        if one.version == old.number and not one.sweeping and response.outcome_of(one) in CHANGING:
            led.setdefault(one.paragraph, []).append(one)
    return {
        "old": old,
        "new": new,
        "lines": redline.lines(was, becomes),
        "noted": redline.noted(was, becomes),
        "pairs": tuple((pair, _because(pair, led.get(pair.paragraph, ()))) for pair in redline.pairs(was, becomes)),
        "led": bool(led),
        "places": _places(new, material),
    }


def _places(new: Version, material: Material) -> int | None:
    """In how many places a version differs from the one before it, where the story tells so."""
    counted = [(one.step.version, one.changed) for one in material.story]
    counted += [(one.version, one.changed) for chapter in material.story for one in chapter.corrections]
    return next((changed for version, changed in counted if version == new.number and changed is not None), None)


def _because(pair: redline.Pair, led: Sequence[Suggestion]) -> tuple[int, ...]:
    """The suggestions that led to a change: new paragraphs come of those that put one in there, if there are any."""
    alike = [one for one in led if bool(one.quote) == bool(pair.old)]
    return tuple(one.id for one in alike or led)


def _may_write(definition: Definition, role: str) -> bool:
    """Whether the rules let a role write the text or the report, in whatever phase."""
    rules = (phase.acts[act] for phase in definition.phases for act in ("save-draft", "write-report") if act in phase.acts)
    return any(role in rule.roles for rule in rules)


def _record(material: Material) -> bytes:
    """The record for a machine that checks it; what is closed is there as a link of the chain alone."""
    entries = [
        {
            "number": one.number,
            "at": None if one.at is None else one.at.isoformat(),
            "act": one.act,
            "previous": one.previous,
            "inner": one.inner,
            "digest": one.digest,
        }
        for one in material.log
    ]
    return (json.dumps({"cycle": material.cycle.slug, "entries": entries}, ensure_ascii=True, indent=1) + "\n").encode()
