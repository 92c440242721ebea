"""The four roles in a cycle and how to name them in a sentence. Who holds which role is not here: that is the engine's table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from plein.sentences import listed, sentence

HOST: Final = "host"
DRAFTER: Final = "drafter"
ADVISER: Final = "adviser"
PUBLIC: Final = "public"

ROLES: Final = (HOST, DRAFTER, ADVISER, PUBLIC)
"""All roles, in the order in which they are listed and stored."""

HOSTS: Final = frozenset({HOST})
WRITERS: Final = frozenset({HOST, DRAFTER})
CIRCLE: Final = frozenset({HOST, DRAFTER, ADVISER})
EVERYONE: Final = frozenset({PUBLIC})

_PLURAL: Final = {HOST: sentence("hosts"), DRAFTER: sentence("drafters"), ADVISER: sentence("advisers"), PUBLIC: sentence("everyone")}


def held(roles: Iterable[str]) -> frozenset[str]:
    """The roles a person acts in: those given, and always the public's, for a host is one of the public too.

    >>> sorted(held({"host"}))
    ['host', 'public']
    """
    return frozenset(roles) | EVERYONE


def in_order(roles: Iterable[str]) -> tuple[str, ...]:
    """Roles in the order of `ROLES`, unknown ones last, so that equal sets always read the same.

    >>> in_order({"public", "drafter", "host"})
    ('host', 'drafter', 'public')
    """
    return tuple(sorted(roles, key=lambda role: (ROLES.index(role) if role in ROLES else len(ROLES), role)))


def in_words(roles: Iterable[str]) -> str:
    """Who that is, as staff would say it.

    >>> in_words({"drafter", "host"})
    'hosts and drafters'
    >>> in_words({"host", "drafter", "adviser"})
    'hosts, drafters and advisers'
    >>> in_words({"host", "public"})
    'everyone'
    """
    known = frozenset(roles)
    return _PLURAL[PUBLIC] if PUBLIC in known else listed(_PLURAL.get(role, role) for role in in_order(known))
