"""The working group as one noun: what ``plein group`` says on the command line, for programs."""

from __future__ import annotations

from plein.engine.group.candidates import CandidatesRoom
from plein.engine.group.hosts import HostsRoom
from plein.engine.group.invitations import InvitingRoom
from plein.engine.group.places import PlacesRoom


class Group(PlacesRoom, CandidatesRoom, InvitingRoom, HostsRoom):
    """The circle that writes, of one cycle and through one person's eyes; each call is the command of the same name."""
