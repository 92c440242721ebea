"""Own words on the command line: changed, taken back, shown again, and entered on somebody's behalf."""

from __future__ import annotations

from tests.cli.conftest import At, Cli, refused


def test_a_host_shows_again_what_was_hidden(call: Cli, at: At) -> None:
    """Everybody reads it as before."""
    at("inventory")
    call("inventory", "hide", "housing", "1", "--because", "It names a neighbour.")

    done = call("inventory", "unhide", "housing", "1", "--because", "It was another street.")

    assert (done.out, done.err) == ("Contribution 1 is shown again.\n", "Next: plein inventory show housing 1\n")
    assert "My son has been waiting" in call("inventory", "show", "housing", "1", as_=None).out
    refused(call("inventory", "unhide", "housing", "1", "--because", "Why not?"), 1, "Contribution 1 is not hidden; everybody can read it.")
    refused(call("inventory", "unhide", "housing", "1", "--because", "Why not?", as_="kim"), 4, "Only hosts may hide contributions")
