"""What a word processor does to a text by itself is nobody's wish; what somebody wrote is never taken for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import canonical, diff, restyled
from plein.documents.text.typography import plain
from tests.documents.strategies import edited, texts
from tests.laws import looks

SETTINGS = {'"': "“”„", "'": "’‘", "-": "–—‑", " ": "\u00a0\u202f", "...": "…", "1/2": "½", "fi": "ﬁ", "(c)": "©", "--": "–"}


@st.composite
def as_set(draw: st.DrawFn, text: str) -> str:
    """The same text as it comes back from a word processor: signs set in other ways, and what nobody sees put between letters."""
    parts: list[str] = []
    at = 0
    while at < len(text):
        sign = next((one for one in SETTINGS if text.startswith(one, at)), text[at])
        inside = 0 < at < len(text) - len(sign) and not (text[at - 1] + text[at + len(sign)]).isspace()
        parts.append(draw(st.sampled_from(SETTINGS[sign])) if sign in SETTINGS and inside and draw(st.booleans()) else sign)
        if sign.isalpha() and draw(st.integers(0, 9)) == 0:
            parts.append("\u00ad")
        at += len(sign)
    return canonical("".join(parts))


STRAIGHT_AND_CURLY = (
    'Het plan "Groen" - \'s avonds, 10-15 uur... (c) 1/2 fiets.\n',
    "Het plan “Groen” – ‘s avonds, 10–15 uur… © ½\u00a0ﬁets.\n",
)
WORDS = st.lists(
    st.sampled_from(("plan", '"Groen"', "'s avonds", "10-15", "uur...", "fiets", "(c)", "ja,", "-", "wij bouwen")), max_size=12
)


@looks(200)
@given(st.data(), WORDS.map(lambda words: canonical(" ".join(words))))
def test_a_text_that_was_only_set_in_another_way_is_its_base_again(data: st.DataObject, base: str) -> None:
    """Else everybody who opens the text in Word suggests to curl its quotes."""
    proposed = data.draw(as_set(base))

    if plain(proposed).text == plain(base).text:
        assert restyled(base, proposed).text == base


@looks(200)
@given(st.data(), texts(most=20))
def test_no_word_is_lost_and_none_is_put_in(data: st.DataObject, base: str) -> None:
    """What somebody wrote is what they wrote, whatever stands around it."""
    proposed = data.draw(edited(base))

    found = restyled(base, proposed).text

    assert plain(found).text == plain(proposed).text


@looks(100)
@given(st.data(), st.one_of(texts(most=20), WORDS.map(lambda words: canonical(" ".join(words)))))
def test_what_stands_where_in_a_plain_text_leads_back_to_the_text(data: st.DataObject, base: str) -> None:
    """Positions are what edits are made of."""
    text = data.draw(as_set(base))
    known = plain(text)
    begins = [known.begins[at] for at in range(len(known.text) + 1)]

    assert begins == sorted(begins)
    assert (begins[0], begins[-1]) == (0, len(text))
    pieces = {at for start, end in known.pieces for at in range(start, end)}
    assert all(known.text[at] == text[begin] for at, begin in enumerate(begins[:-1]) if at not in pieces)
    assert all(begins[at] == begins[at - 1] for at in known.inner)


@pytest.mark.parametrize(("base", "other"), [STRAIGHT_AND_CURLY, STRAIGHT_AND_CURLY[::-1]])
def test_new_words_come_in_and_the_rest_stays_as_it_was_set(base: str, other: str) -> None:
    """Whoever changes one word in Word changed one word."""
    assert restyled(base, other.replace("fiets", "auto").replace("ﬁets", "auto")).text == base.replace("fiets", "auto").replace(
        "ﬁets", "auto"
    )


@pytest.mark.parametrize(
    ("base", "proposed", "found", "places"),
    [
        ('Plan "A".\n', "Plan “B”.\n", 'Plan "B".\n', 2),
        ("'s Avonds\n", "‘s Avonds\n", "'s Avonds\n", 1),
        ("Stop. Go.\n", "Stop.  Go on.\n", "Stop. Go on.\n", 0),
        ("10 km\n", "10\u00a0km far\n", "10 km far\n", 1),
        ("in\u00adter\n", "inter net\n", "in\u00adter net\n", 1),
        ("of 1990-1995\n", "of 1990–1996\n", "of 1990-1996\n", 0),
        ("half --- or so\n", "half — or so then\n", "half --- or so then\n", 1),
        ("- one\n- two\n", "– one\n– two more\n", "- one\n- two more\n", 2),
        ("Say “old words here” now.\n", 'Say "wholly other things there" now.\n', "Say “wholly other things there” now.\n", 2),
        ("article (c) and (d)\n", "article © and (e)\n", "article (c) and (e)\n", 1),
        ("1/2 litre\n", "½ litre\n", "1/2 litre\n", 1),
        ("| a   | b |\n|---|---|\n| c  | d |\n", "| a | b |\n|---|---|\n| c | e |\n", "| a   | b |\n|---|---|\n| c  | e |\n", 0),
    ],
)
def test_what_is_left_of_the_base_keeps_its_own_style(base: str, proposed: str, found: str, places: int) -> None:
    """A text that mixes two kinds of quotes is nobody's wish either."""
    one = restyled(base, proposed)

    assert (one.text, one.places) == (found, places)


@pytest.mark.parametrize(
    ("base", "proposed"),
    [
        ("Pay 15 million.\n", "Pay −15 million.\n"),  # a minus sign is no dash
        ("11/2 hours\n", "1½ hours\n"),
        ("run with --force\n", "run with -force\n"),
        ("a b\n", "ab\n"),
        ("line  \nbreak\n", "line\nbreak\n"),
        ("```\na  = 1\n```\n", "```\na = 1\n```\n"),
        ("the ‹one›\n", "the 'one'\n"),
        ("co-op\n", "coop\n"),
        ("re-sign\n", "resign\n"),
        ("“no”\n", "no\n"),
    ],
)
def test_what_changes_a_word_a_number_or_a_line_is_no_typography(base: str, proposed: str) -> None:
    """A held wish costs a minute, a lost one costs trust."""
    assert restyled(base, proposed).text == proposed
    assert diff(base, restyled(base, proposed).text)
