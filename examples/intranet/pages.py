"""The pages: a policy to read and two forms, without JavaScript. A form calls the very act its JSON endpoint calls.

What a button would be refused for is asked beforehand (``seat.may``): the same answer that pressing it gives.
"""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import DictLoader, Environment
from sqlmodel import select

from plein.errors import NotFound

from . import acts
from .guest import Acting, Outsider
from .house import Colleague, Employee, OurSession, Visitor, notifications

PAGES = {
    "frame": """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ title }}</title><style>body{font:1rem/1.5 system-ui;max-width:45rem;margin:auto;padding:1rem}pre{white-space:pre-wrap;font:inherit}
textarea{width:100%}label{display:block}</style>
<p>{% if me %}{{ me.name }}{% else %}<a href="/sign-in">Sign in</a>{% endif %} · <a href="/">The intranet</a></p>
<h1>{{ title }}</h1>{% block body %}{% endblock %}</html>""",
    "home": """{% extends "frame" %}{% block body %}
<ul>{% for cycle in cycles %}<li><a href="/policies/{{ cycle.slug }}">{{ cycle.title }}</a> ({{ cycle.phase }}){% endfor %}</ul>
{% if news %}<h2>For you</h2><ul>{% for text in news %}<li>{{ text }}{% endfor %}</ul>{% endif %}{% endblock %}""",
    "policy": """{% extends "frame" %}{% block body %}
<p>{{ cycle.question }}</p><p><strong>{{ cycle.steps[-1].ask or "" }}</strong></p>
{% if version %}<h2>Version {{ version.number }}</h2><pre>{{ version.text }}</pre>{% else %}<p>There is no version to read yet.</p>{% endif %}
<h2>Suggest a change</h2>
{% if may_suggest %}<form method="post" action="/policies/{{ cycle.slug }}/suggestions">
<label>What stands there now <textarea name="quote" required></textarea></label>
<label>How it should read <textarea name="replace"></textarea></label>
<label>Why <textarea name="why"></textarea></label><button>Suggest</button></form>
{% else %}<p>Not now: {{ may_suggest.reasons | join("; ") }}.</p>{% endif %}
<h2>Suggestions</h2>{% for one in suggestions %}<article id="suggestion-{{ one.id }}">
<p>{{ one.id }}. {{ names.get(one.author, one.author) }}: <del>{{ one.quote }}</del> <ins>{{ one.replace or "" }}</ins>
<em>{{ one.why or "" }}</em>
{% if one.collides_with %}Collides with {{ one.collides_with | join(", ") }}.{% endif %}
{% if one.decision %}<strong>{{ one.decision.outcome }}</strong> {{ one.decision.because or "" }}{% endif %}</p>
{% if may_decide and not one.decision %}
<form method="post" action="/policies/{{ cycle.slug }}/suggestions/{{ one.id }}/decision?revision={{ cycle.revision }}">
<select name="outcome"><option>adopted<option>adapted<option>rejected<option>noted</select>
<label>Reason <input name="because"></label><label>If adapted: how the passage should read <input name="text"></label>
<button>Decide</button></form>
{% endif %}</article>{% else %}<p>None yet.</p>{% endfor %}{% endblock %}""",
}
templates = Environment(loader=DictLoader(PAGES), autoescape=True)
router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)


async def fields(request: Request) -> dict[str, str]:
    """The fields of a plain form. Bytes that are no text go on as they are: plein refuses them, with a sentence."""
    body = (await request.body()).decode("ascii", "surrogateescape")
    return dict(parse_qsl(body, keep_blank_values=True, errors="surrogateescape"))


Fields = Annotated[dict[str, str], Depends(fields)]


@router.get("/")
def home(session: OurSession, seat: Acting, me: Visitor) -> str:
    """Every policy in the making, and what there is to know."""
    return templates.get_template("home").render(
        title="The intranet", me=me, cycles=seat.cycles.list(), news=notifications(session, me) if me else []
    )


@router.get("/sign-in")
def sign_in(me: Colleague) -> RedirectResponse:
    """Make the browser ask who is there."""
    return RedirectResponse("/", 303)


@router.get("/policies/{slug}")
def policy(slug: str, session: OurSession, seat: Acting, outsider: Outsider, me: Visitor) -> str:
    """The version before the public, also to those who can read newer drafts: that is what a suggestion is made on.

    The cycle is read first: if it changes while the rest is read, the decision form names a revision too old rather than too new.
    """
    here = seat.cycle(slug)
    cycle = here.show()
    try:
        version = outsider.cycle(slug).draft.show()
    except NotFound:
        version = None
    return templates.get_template("policy").render(
        title=cycle.title,
        me=me,
        cycle=cycle,
        version=version,
        suggestions=here.suggestions.list(),
        may_suggest=here.may("suggest"),
        may_decide=here.may("decide"),
        names={one.username: one.name for one in session.exec(select(Employee))},
    )


@router.post("/policies/{slug}/suggestions")
def suggest(slug: str, fields: Fields, session: OurSession, seat: Acting) -> RedirectResponse:
    """Suggest a change, from the form."""
    change = acts.Change(quote=fields.get("quote", ""), replace=fields.get("replace", ""), why=fields.get("why"))
    handed_in = acts.suggest(session, seat, slug, change)
    return RedirectResponse(f"/policies/{slug}#suggestion-{handed_in.suggestions[0].id}", 303)


@router.post("/policies/{slug}/suggestions/{number}/decision")
def decide(slug: str, number: int, revision: int, fields: Fields, session: OurSession, seat: Acting) -> RedirectResponse:
    """Decide on one suggestion, from the form."""
    answer = acts.Answer(
        numbers=[number],
        outcome=fields.get("outcome", ""),
        because=fields.get("because"),
        text=fields.get("text") or None,
        revision=revision,
    )
    acts.decide(session, seat, slug, answer)
    return RedirectResponse(f"/policies/{slug}#suggestion-{number}", 303)
