"""Laws of the ranking: it does not depend on order, likes among friends and volume bring nothing, and every point has its reason."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plein.organisation import Weights
from plein.sentences import Sentence, sentence
from plein.workflow.candidates import PARTS, Candidate, Contribution, Person, balance, rank
from plein.workflow.candidates.function_words import WORDS as WORDS_OF
from plein.workflow.candidates.words import content_words

QUESTION = "Which streets get trees, and who looks after them?"
NAMES = ("ada", "bo", "cas", "dirk", "els", "fay")
WORDS = (
    "trees",
    "streets",
    "shadow",
    "gardeners",
    "pruning",
    "cisterns",
    "watering",
    "hedges",
    "parking",
    "benches",
    "roots",
    "школа",
    "住宅",
)

law = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A crowd takes a while to draw on a busy machine."""

texts = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
some = st.frozensets(st.sampled_from(NAMES), max_size=3)
people = st.fixed_dictionaries(
    {
        name: st.builds(
            Person,
            inside=st.booleans(),
            relation=st.sampled_from((None, "member", "customer")),
            usual=st.sampled_from((None, sentence("sat in the circle of {cycles}", cycles="parks"))),
            newcomer=st.booleans(),
        )
        for name in NAMES
    }
)


@st.composite
def inventories(draw: st.DrawFn) -> list[Contribution]:
    """What a small crowd said, with support, nudges, replies and hidden items."""
    said: list[Contribution] = []
    for number in range(1, draw(st.integers(1, 6)) + 1):
        author = draw(st.sampled_from(NAMES))
        said.append(
            Contribution(
                number,
                author,
                draw(texts),
                topic=draw(st.sampled_from((None, "water"))),
                reply_to=draw(st.one_of(st.none(), st.integers(1, number - 1))) if number > 1 else None,
                hidden=draw(st.integers(0, 9)) == 0,
                supporters=draw(some) - {author},
                nudgers=draw(some) if draw(st.integers(0, 3)) == 0 else frozenset(),
            )
        )
    return said


def scores(said: list[Contribution], crowd: dict[str, Person], **more: object) -> dict[str, float]:
    return {one.person: one.score for one in rank(said, crowd, question=QUESTION, **more)}  # type: ignore[arg-type]


def one(said: list[Contribution], person: str, crowd: dict[str, Person] | None = None) -> Candidate:
    return next(found for found in rank(said, crowd or {}, question=QUESTION) if found.person == person)


@law
@given(inventories(), people, st.randoms())
def test_the_order_of_what_is_given_makes_no_difference(said: list[Contribution], crowd: dict[str, Person], chance) -> None:  # type: ignore[no-untyped-def]
    """The same inventory gives the same list, whichever way a database hands it over."""
    shuffled, names = list(said), list(crowd)
    chance.shuffle(shuffled)
    chance.shuffle(names)

    assert rank(shuffled, {name: crowd[name] for name in names}, question=QUESTION) == rank(said, crowd, question=QUESTION)


@law
@given(inventories(), people)
def test_every_point_has_its_reason(said: list[Contribution], crowd: dict[str, Person]) -> None:
    """No black box: the parts add up to the score, and so do the points that stand before the reasons."""
    for found in rank(said, crowd, question=QUESTION):
        told = [re.match(r"([+−])(\d+\.\d) ", reason) for reason in found.reasons]
        points = [float(match[2]) * (1 if match[1] == "+" else -1) for match in told if match]

        assert tuple(found.parts) == PARTS
        assert sum(found.parts.values()) == pytest.approx(found.score)
        assert sum(points) == pytest.approx(found.score)
        assert all(isinstance(reason, Sentence) for reason in found.reasons)
        assert found.score >= 0


@law
@given(inventories(), people)
def test_the_list_is_in_order_and_ties_go_to_the_earliest_contribution(said: list[Contribution], crowd: dict[str, Person]) -> None:
    """Names play no part, and everybody who said something that is not hidden is on the list once."""
    ranked = rank(said, crowd, question=QUESTION)
    keys = [(-found.score, min(found.contributions)) for found in ranked]

    assert keys == sorted(keys)
    assert sorted(found.person for found in ranked) == sorted({item.author for item in said if not item.hidden})


@law
@given(inventories(), people, st.integers(0, 20))
def test_saying_it_again_does_not_raise_a_score(said: list[Contribution], crowd: dict[str, Person], which: int) -> None:
    """Volume brings nothing: the same words once more, in whatever order, leave their author where they were."""
    again = said[which % len(said)]
    more = [*said, replace(again, number=len(said) + 1, text=" ".join(reversed(again.text.split())), supporters=frozenset(), reply_to=None)]
    if again.hidden:
        return

    assert scores(more, crowd)[again.author] == scores(said, crowd)[again.author]


@law
@given(inventories(), people, st.integers(0, 20))
def test_a_like_from_inside_ones_own_circle_changes_nothing(said: list[Contribution], crowd: dict[str, Person], which: int) -> None:
    """Friends who like each other do not lift each other, however much they like."""
    liked = said[which % len(said)]
    likes = {(who, item.author) for item in said if not item.hidden for who in item.supporters}
    friends = {who for who, whom in likes if whom == liked.author and (liked.author, who) in likes}
    more = [replace(item, supporters=item.supporters | friends) if item == liked else item for item in said]

    if not liked.hidden:
        assert scores(more, crowd)[liked.author] == scores(said, crowd)[liked.author]


@law
@given(inventories(), people, st.sampled_from(NAMES))
def test_somebody_calls_to_order_once(said: list[Contribution], crowd: dict[str, Person], who: str) -> None:
    """Whoever nudges every contribution of somebody takes off no more than whoever nudges one."""
    author = said[0].author
    once = [replace(said[0], nudgers=said[0].nudgers | {who}), *said[1:]]
    often = [replace(item, nudgers=item.nudgers | {who}) if item.author == author else item for item in said]

    assert scores(often, crowd) == scores(once, crowd)


def test_a_nudge_takes_points_off_and_friends_who_nudge_together_count_once() -> None:
    """A call to order weighs; a ring that would silence somebody weighs no more than one person."""
    friends = [Contribution(2, "x", "trees", supporters=frozenset({"y"})), Contribution(3, "y", "trees", supporters=frozenset({"x"}))]
    parts = [
        one([Contribution(1, "ada", LONG, nudgers=frozenset(nudgers)), *friends], "ada").parts["nudged"]
        for nudgers in ("", "x", "xy", "xz")
    ]

    assert parts == [0.0, -15.0, -15.0, -30.0]


@law
@given(inventories(), people)
def test_what_is_hidden_gives_nobody_points(said: list[Contribution], crowd: dict[str, Person]) -> None:
    """A hidden contribution might as well be empty: its words, its answers to others and its supporters count for nothing."""
    emptied = [replace(item, text="", supporters=frozenset(), kind="idea") if item.hidden else item for item in said]

    assert rank(emptied, crowd, question=QUESTION) == rank(said, crowd, question=QUESTION)


@law
@given(inventories(), people)
def test_all_weights_nought_leave_nothing(said: list[Contribution], crowd: dict[str, Person]) -> None:
    """An organisation decides what counts."""
    nothing = Weights(novelty=0, answered=0, supported=0, question=0, nudged=0, newcomer=0)

    assert set(scores(said, crowd, weights=nothing).values()) <= {0.0}


LONG = (
    "Cisterns below the playground gather rainwater and the pupils of the gardening school carry it to the saplings, "
    "which keeps young trees alive in dry summers and teaches children something useful besides."
)


def test_length_does_not_win() -> None:
    """Whoever says the same amount of new things in three times the words is no newer."""
    padding = " ".join(["Cisterns below the playground gather rainwater, as everybody who looks at trees ought to understand."] * 12)
    said = [
        Contribution(1, "ada", LONG),
        Contribution(2, "bo", "Hedges instead: blackbirds nest there, snails shelter underneath, winters stay green; no trees."),
    ]
    long_winded = [*said, Contribution(3, "cas", padding)]

    assert one(said, "bo").parts["novelty"] == pytest.approx(one(said, "ada").parts["novelty"], abs=4)
    assert one(long_winded, "cas").parts["novelty"] < one(long_winded, "bo").parts["novelty"]


@pytest.mark.parametrize(
    "echo",
    [
        "Kisten onder de speeltuin vangen regenwater voor jonge aanplant",
        "KISTEN ONDER DE SPEELTUINEN VANGEN REGENWATER VOOR JONGE AANPLANT!!",
        "Kistten onder de speltuin vange regemwater voor jonge aanplamt",
        "Kïsten onder de speeltúin vangen rëgenwater voor jonge àanplant",
    ],
)
def test_other_spelling_is_not_new(echo: str) -> None:
    """Capitals, accents, plurals and slips of the pen make no new idea."""
    said = [Contribution(1, "ada", "Kisten onder de speeltuin vangen regenwater voor jonge aanplant"), Contribution(2, "bo", echo)]

    assert one(said, "bo").parts["novelty"] == pytest.approx(one(said, "ada").parts["novelty"] / 2, abs=0.1)


@pytest.mark.parametrize(
    ("idea", "echo"),
    [
        ("在操场下面修建蓄水池，让学生给小树浇水", "在操场下面修建蓄水池，让学生给小树浇水吧"),
        (
            "Под площадкой построить цистерны, школьники поливают саженцы летом",
            "Построить под площадкой цистерны, летом школьники поливают саженцы",
        ),
        ("สร้างถังเก็บน้ำใต้สนามเด็กเล่น ให้นักเรียนรดน้ำต้นไม้", "ให้นักเรียนรดน้ำต้นไม้ สร้างถังเก็บน้ำใต้สนามเด็กเล่น"),
        ("खेल के मैदान के नीचे वर्षा का पानी जमा करें और विद्यार्थी पौधों को सींचें", "विद्यार्थी पौधों को सींचें, खेल के मैदान के नीचे वर्षा का पानी जमा करें"),
    ],
)
def test_newness_is_seen_in_any_script(idea: str, echo: str) -> None:
    """With and without blanks between words, an echo is an echo and an idea is an idea."""
    said = [Contribution(1, "ada", "Trees"), Contribution(2, "bo", idea, reply_to=1), Contribution(3, "cas", echo, reply_to=1)]

    assert one(said, "bo").parts["novelty"] >= 10
    assert one(said, "cas").parts["novelty"] <= one(said, "bo").parts["novelty"] * 0.6


def test_who_takes_up_an_idea_in_answer_does_not_make_it_old() -> None:
    """An idea that others repeat in their replies was heard; one that was in the air before was not new."""
    idea = "Cisterns below playgrounds water saplings through droughts, gardeners rejoice, benches follow"
    alone = [Contribution(1, "ada", idea)]
    answered = [*alone, *(Contribution(number, name, idea, reply_to=1) for number, name in enumerate(NAMES[1:], 2))]
    elsewhere = [*alone, *(replace(item, reply_to=None) for item in answered[1:])]

    assert one(answered, "ada").parts["novelty"] == one(alone, "ada").parts["novelty"] * 2  # answered, so no longer cut by half
    assert one(elsewhere, "ada").parts["novelty"] < one(alone, "ada").parts["novelty"]


def test_a_ring_of_friends_counts_once_and_ones_own_not_at_all() -> None:
    """Ten friends who like each other are one voice for somebody else, and none for each other."""
    ring = [f"friend{number}" for number in range(10)]
    said = [Contribution(number, name, "trees", supporters=frozenset(ring) - {name}) for number, name in enumerate(ring, 1)]
    by_ring = [*said, Contribution(11, "ada", "trees", supporters=frozenset(ring))]
    by_one = [*said, Contribution(11, "ada", "trees", supporters=frozenset({"friend3"}))]
    by_strangers = [*said, Contribution(11, "ada", "trees", supporters=frozenset({"x", "y", "z"}))]

    assert one(by_ring, "ada").parts["supported"] == one(by_one, "ada").parts["supported"]
    assert one(by_strangers, "ada").parts["supported"] > one(by_ring, "ada").parts["supported"]
    assert {one(by_ring, name).parts["supported"] for name in ring} == {0.0}
    assert "9 people of their own circle, who do not count" in " ".join(one(by_ring, "friend1").reasons)


def test_an_answer_from_the_other_side_counts_twice() -> None:
    """Reaching people beyond one's own side is what brings a cycle further."""
    crowd = {"bo": Person(inside=True)}
    said = [Contribution(1, "ada", "trees"), Contribution(2, "bo", "streets", reply_to=1), Contribution(3, "cas", "hedges", reply_to=1)]
    from_inside = [said[0], said[1]]
    from_outside = [said[0], said[2]]

    assert one(from_inside, "ada", crowd).parts["answered"] == 12.5
    assert one(from_outside, "ada", crowd).parts["answered"] == 8.8


def test_answering_and_supporting_oneself_under_another_name_counts_for_nothing() -> None:
    """A pseudonym protects whoever needs it, and is no second voice."""
    said = [Contribution(1, "~owl", LONG, supporters=frozenset({"ada"})), Contribution(2, "ada", "Well said", reply_to=1)]
    masked, open_ = one(said, "~owl", {"~owl": Person(behind="ada")}), one(said, "~owl")

    assert masked.parts["answered"] == masked.parts["supported"] == 0
    assert open_.parts["answered"] > 0 < open_.parts["supported"]


def test_many_likes_never_outweigh_something_new_that_was_answered() -> None:
    """Likes have a ceiling that other things reach above."""
    crowd = {f"fan{number}": Person(inside=True) for number in range(200)}
    said = [
        Contribution(1, "ada", "trees in streets", supporters=frozenset(crowd)),
        Contribution(2, "bo", LONG + " Trees in streets."),
        Contribution(3, "fan1", "Who owns those cisterns?", reply_to=2),
    ]

    assert one(said, "bo", crowd).score > one(said, "ada", crowd).score


def test_three_contributions_count_and_the_rest_is_said_to_be_left_out() -> None:
    """A person is told by their best."""
    answers = [Contribution(10 + number, f"p{number}", "So?", reply_to=number) for number in range(1, 6)]
    said = [Contribution(number, "ada", f"trees {word}") for number, word in enumerate(WORDS[2:7], 1)]

    found = one([*said, *answers], "ada")

    assert len(found.contributions) == 3
    assert "of 5 contributions 3 count" in found.reasons


def test_a_usual_suspect_keeps_a_share_and_is_no_newcomer() -> None:
    """Always asked anyway: that is no reason not to ask them, and one to look further first."""
    said = [Contribution(1, "ada", LONG)]
    usual = one(said, "ada", {"ada": Person(usual=sentence("the organisation lists them as one"))})
    fresh = one(said, "ada", {"ada": Person(newcomer=False)})

    assert usual.score == pytest.approx(fresh.score / 2, abs=0.1)
    assert usual.usual_suspect
    assert not usual.newcomer
    assert any("a usual suspect: the organisation lists them as one" in reason for reason in usual.reasons)


def test_a_minority_view_is_marked() -> None:
    """Few stand behind it, and still it is worth hearing; an echo with few behind it is no minority view."""
    fans = frozenset(f"fan{number}" for number in range(20))
    said = [
        Contribution(1, "ada", "trees in streets", supporters=fans),
        Contribution(2, "bo", "Fell trees: gutters clog, allergies flourish, hedges catch dust, cheaper besides, quieter gardeners."),
        Contribution(3, "cas", "trees in streets"),
        Contribution(4, "dirk", "A point", reply_to=2),
        Contribution(5, "els", "Never", reply_to=2),
    ]
    found = {item.person: item for item in rank(said, {}, question=QUESTION)}

    assert [name for name, item in found.items() if item.minority] == ["bo"]
    assert found["bo"].reasons[-1] == "a minority view: 0 people stand behind it, but it is new and was answered"


def test_the_balance_names_what_the_first_leave_out() -> None:
    """A list may be fair one by one and lopsided as a group."""
    crowd = {"ada": Person(inside=True, relation="member"), "bo": Person(relation="customer", newcomer=False)}
    said = [Contribution(1, "ada", LONG, topic="water"), Contribution(2, "bo", "hedges", topic="hedges", kind="idea")]
    ranked = rank(said, crowd, question=QUESTION)

    found = balance(ranked, 1, ["water", "hedges", "money"])

    assert (found.top, found.people, found.inside, found.outside, found.newcomers) == (1, 2, 1, 0, 1)
    assert found.topics == {"water": 1, "hedges": 0, "money": 0}
    assert found.missing == (
        "nobody from outside among the first 1; the highest is bo, at 2",
        "nobody who spoke on “hedges” among the first 1; the highest is bo, at 2",
        "nobody spoke on “money”",
        "nobody with the relation “customer” among the first 1; the highest is bo, at 2",
        "nobody with a contribution of the kind “idea” among the first 1; the highest is bo, at 2",
    )
    assert balance((), 5).missing == ()


def test_addresses_numbers_and_short_words_say_nothing() -> None:
    """Nobody becomes new by a link to their own book."""
    assert list(content_words("See https://me.example/book or www.me.example, mail me@example.org, 2030 of 15")) == ["mail"]


def test_an_inventory_of_nothing_has_no_candidates() -> None:
    """Nobody spoke, nobody is ranked."""
    assert rank([], {}) == ()
    assert [item.score for item in rank([Contribution(1, "ada", "")], {}, question=QUESTION)] == [0.0]


CISTERN = {
    "How do we keep our streets cool in summer?": (
        "Collect roof water in the forgotten brewery cistern and let pupils of the horticulture school carry it to young trees: "
        "streets stay cool through every summer.",
        ("A cistern? Who has the key?", "Could pupils do that in summer?", "Nice, I can help."),
    ),
    "Hoe houden we onze straten koel in de zomer?": (
        "Vang dakwater op in de vergeten waterkelder van de brouwerij en laat leerlingen van de tuinbouwschool het naar jonge bomen brengen: "
        "zo blijven straten koel in elke zomer.",
        ("Een waterkelder? Wie heeft de sleutel?", "Kunnen leerlingen dat in de zomer?", "Mooi, ik help mee."),
    ),
}


@pytest.mark.parametrize("question", CISTERN)
def test_the_example_in_the_docs_adds_up(question: str) -> None:
    """Whoever follows the page on inviting with pencil and paper finds what plein finds, in either language."""
    idea, replies = CISTERN[question]
    said = [
        Contribution(1, "vera", idea, supporters=frozenset({"ina", "lot"})),
        *(
            Contribution(number, name, text, reply_to=1)
            for number, (name, text) in enumerate(zip(("henk", "ina", "kim"), replies, strict=True), 2)
        ),
    ]
    members = {"henk": Person(inside=True), "ina": Person(inside=True)}

    def vera(person: Person, *nudgers: str) -> Candidate:
        nudged = [replace(said[0], nudgers=frozenset(nudgers)), *said[1:]]
        return rank(nudged, members | {"vera": person}, question=question)[0]

    assert list(vera(Person()).parts.values()) == [40.0, 19.8, 6.1, 10.0, 0.0, 0.0, 10.0]
    assert vera(Person()).score == 85.9
    assert vera(Person(), "henk", "kim").score == 55.9
    assert vera(Person(newcomer=False, usual=sentence("the organisation lists them as one"))).score == 37.9


SAID = {
    "en": ("What should the town do about the trees in every street?", "They should about every what with those", "Trees need water."),
    "nl": (
        "Wat moet de gemeente doen met de bomen in onze straten?",
        "Ze moeten onze wat over met deze worden",
        "Bomen hebben water nodig.",
    ),
    "de": (
        "Welche Bäume sollte die Stadt an unsere Straßen setzen?",
        "Welche sollte unsere über werden durch diese",
        "Bäume brauchen Wasser.",
    ),
}
"""A question, what shares nothing with it but words that hold a sentence together, and what is about it."""


@pytest.mark.parametrize("language", SAID)
def test_words_that_hold_a_sentence_together_do_not_stay_on_the_question(language: str) -> None:
    """Whoever says “should” and “about” has said nothing yet about trees; and the reason names what counted."""
    question, empty, about = SAID[language]
    said = [Contribution(1, "ada", empty), Contribution(2, "bo", about)]
    found = {item.person: item for item in rank(said, {}, question=question)}

    assert found["ada"].parts["question"] == 0
    assert not any("question:" in reason for reason in found["ada"].reasons)
    assert found["bo"].parts["question"] > 0
    assert any("stays on the question: “" + about.split()[0] + "”" in reason for reason in found["bo"].reasons)


def test_a_word_of_another_language_is_a_word() -> None:
    """“Door” holds Dutch sentences together, and English ones are about it."""
    said = [Contribution(1, "ada", "The door is always open.")]

    assert rank(said, {}, question="Which door should we close?")[0].reasons[-2].endswith("stays on the question: “door”")
    assert rank(said, {}, question="Welke straten gaan wij door?")[0].parts["question"] == 0


def test_a_question_of_nothing_but_such_words_says_so() -> None:
    """Everybody gets the same, and the reason does not pretend to have seen anything."""
    found = rank([Contribution(1, "ada", "Trees.")], {}, question="What should we do about this?")[0]

    assert "+10.0 as for everybody: the question has no words to go by" in found.reasons


@pytest.mark.parametrize("language", WORDS_OF)
def test_no_function_word_is_what_a_question_is_about(language: str) -> None:
    """A list is only as good as its worst word."""
    about = {
        "nl": "gemeente straat boom school jeugd plan werk lid leden groep huis geld mensen tijd",
        "en": "town street tree school youth plan work member members group house room area money people change keep time",
        "de": "stadt straße baum schule jugend plan arbeit geld haus menschen zeit",
    }

    assert WORDS_OF[language].isdisjoint(about[language].split())
