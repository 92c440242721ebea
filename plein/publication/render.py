"""Templates on their way to HTML: plein's own, or an organisation's in their place. What goes into them is ``pages``'."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)

from plein.errors import NotFound, Unusable
from plein.publication.clean import bdi, short, web_address
from plein.publication.speech import Speech
from plein.sentences import sentence

STYLE = "style.css"


class Templates:
    """The templates of one publication.

    Args:
        own: A folder whose files take the place of plein's, one by one; None for plein's alone.
        speech: The words of the cycle.

    Raises:
        NotFound: There is no such folder.
    """

    def __init__(self, own: Path | None, speech: Speech) -> None:
        if own is not None and not own.is_dir():
            raise NotFound(sentence("There is no folder of templates {own}.", own=own))
        self._own = own
        ours = PackageLoader("plein", "templates")
        first = [FileSystemLoader(own)] if own is not None else []
        self._environment = Environment(
            loader=ChoiceLoader([*first, ours, PrefixLoader({"plein": ours})]),
            autoescape=lambda name: name is None or not name.endswith(".css"),
            undefined=StrictUndefined,
            finalize=lambda value: "" if value is None else value,
            lstrip_blocks=True,  # but never trim_blocks: it would eat the blank between two sentences
            keep_trailing_newline=True,
            extensions=["jinja2.ext.i18n"],
        )
        self._environment.policies["ext.i18n.trimmed"] = True
        self._environment.install_gettext_callables(  # type: ignore[attr-defined]
            speech.markup.gettext, speech.markup.ngettext, newstyle=True
        )
        self._environment.filters.update(
            act=speech.act,
            bdi=bdi,
            called=speech.called,
            clock=speech.clock,
            counted=speech.counted,
            day=speech.day,
            days=speech.days,
            kind=speech.kind,
            meaning=speech.meaning,
            outcome=speech.outcome,
            outcome_told=speech.outcome_told,
            outcome_sign=speech.outcome_sign,
            person=speech.person,
            phase=speech.phase,
            reason=speech.reason,
            role=speech.role,
            said=speech.said,
            short=short,
            space=speech.space,
            standing=speech.standing,
            web_address=web_address,
            when=speech.when,
        )
        self._environment.tests["ours"] = speech.is_ours

    def render(self, name: str, values: Mapping[str, Any]) -> bytes:
        """One page.

        Raises:
            Unusable: A template has a mistake; the sentence says in which file and line.
        """
        try:
            return self._environment.get_template(name).render(values).encode()
        except TemplateSyntaxError as wrong:
            raise Unusable(
                sentence(
                    "The template {name}, line {line}, has a mistake: {message}",
                    name=wrong.filename or wrong.name,
                    line=wrong.lineno,
                    message=wrong.message,
                )
            ) from wrong
        except (TemplateError, UnicodeDecodeError) as wrong:
            raise Unusable(sentence("The template {name} cannot be used: {wrong}", name=name, wrong=wrong)) from wrong
        except (TypeError, ValueError, LookupError, ArithmeticError, AttributeError) as wrong:
            if self._own is None:
                raise  # our templates, our mistake
            raise Unusable(
                sentence(
                    "The templates in {own} cannot be used for {name}: {wrong}", own=self._own, name=name.removesuffix(".j2"), wrong=wrong
                )
            ) from wrong

    def style(self) -> bytes:
        """The style sheet, as it is."""
        loader = self._environment.loader
        assert loader is not None
        return loader.get_source(self._environment, STYLE)[0].encode()
