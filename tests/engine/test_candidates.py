"""Candidates from a real cycle: an invented crowd, who comes first in it and who does not, and whose eyes may see it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from plein import Plein, Seat
from plein.engine.group.views import Candidate
from plein.errors import ActRefused, NoIdentity, NotAllowed, NotFound, Unusable
from plein.organisation import Organisation, Weights
from tests.conftest import NOON
from tests.cycles import Housing
from tests.engine.conftest import Filled

SLUG = "straat"
FRIENDS = ("bram", "carla", "daan", "eva", "floor", "gijs")
PRAISE = (
    "Ik zeg al jaren dat onze straten bomen nodig hebben, luister nu eindelijk naar mij.",
    "Mijn boek over bomen in straten ligt weer in de winkel, lees het.",
    "Zoals ik eerder schreef: meer bomen, meer straten met bomen, en vlug.",
    "Wie mijn lezing hoorde weet dat bomen schaduw geven aan straten.",
)
CISTERN = (
    "Under the old brewery square lies a forgotten cistern. Let pupils of the horticulture school fill it with roof water "
    "and carry that to young trees, so they survive droughts."
)


class Crowd:
    """A cycle in its invitation phase: joop is loud and loved by his friends, vera from outside spoke once and was heard.

    rik sat in an earlier circle, tess is odd and answered, boze was called to order, and somebody speaks as ~uil.
    """

    def __init__(self, plein: Plein, said: tuple[int, int, int] | None = None) -> None:
        self.plein = plein
        self.anna = plein.acting_as("anna")
        if said is None:
            said = self._begin()
        self.said = self.cistern, self.usual, self.odd = said

    def _begin(self) -> tuple[int, int, int]:
        """What vera, rik and tess said."""
        self._earlier()
        self.anna.cycles.new(SLUG, title="De straat", question="Welke straten krijgen bomen? Which streets get trees?", language="nl")
        for person in ("joop", *FRIENDS, "rik", "henk", "ina", "jan"):
            self.anna.people.add(person, relation="member")
        self.anna.people.add("tess", relation="customer")
        self.anna.cycle(SLUG).move("inventory")
        said = self._talk()
        self.anna.cycle(SLUG).move("invitation")
        return said

    def seat(self, person: str) -> Seat:
        return self.plein.acting_as(person)

    def _earlier(self) -> None:
        self.anna.cycles.new("park", title="Het park", question="Wat voor park?", language="nl")
        self.anna.cycle("park").move("inventory")
        self.seat("henk").cycle("park").inventory.add("Een vijver.")
        self.anna.cycle("park").move("invitation")
        self.seat("rik").invitations.accept(self.anna.cycle("park").group.invite("rik", role="drafter", because="Kent het park.").token)
        self.anna.cycle("park").group.invite("henk", role="drafter", because="Woont er.")

    def _say(self, person: str, text: str, *likes: str, reply_to: int | None = None, pseudonym: str | None = None) -> int:
        number = self.seat(person).cycle(SLUG).inventory.add(text, topic="bomen", reply_to=reply_to, pseudonym=pseudonym).id
        for other in likes:
            self.seat(other).cycle(SLUG).inventory.support(number)
        return number

    def _talk(self) -> tuple[int, int, int]:
        loud = [self._say("joop", text, *FRIENDS, "henk", "ina", "kim") for text in PRAISE]
        for friend, number in zip(FRIENDS, loud * 2, strict=False):
            self._say(friend, "Helemaal eens met Joop, bomen in alle straten!", "joop", reply_to=number)
        cistern = self._say("vera", CISTERN, "ina")
        self._say("henk", "Die waterkelder ken ik niet, wie heeft de sleutel?", reply_to=cistern)
        self._say("ina", "Could the pupils do that in the holidays too?", reply_to=cistern)
        self._say("jan", "Goed plan, ik help mee.", reply_to=cistern)
        usual = self._say(
            "rik", "Straten vragen om wadi's, infiltratiekratten onder rijbanen, bomen met ruime plantvakken en jaarlijkse controle.", "kim"
        )
        odd = self._say(
            "tess", "Kap bomen: dakgoten raken verstopt, allergieën bloeien op. Hagen vangen fijnstof, merels broeden er graag."
        )
        self._say("kim", "Merels, mooi. Maar hagen smaken naar hond.", reply_to=odd)
        self._say("jan", "Daar zit iets in.", reply_to=odd)
        angry = self._say(
            "boze", "Straten vol bomen: alleen sukkels, klimaatdrammers, zakkenvullers, betweters, bomenknuffelaars willen zoiets."
        )
        for other in ("ina", "kim"):
            self.seat(other).cycle(SLUG).inventory.nudge(angry, "Blijf beleefd.")
        self._say("lot", "Ik slaap slecht door het verkeer; bomen dempen straten niet, stille klinkers wel.", pseudonym="uil")
        hidden = self._say("mies", "Zijn adres is Dorpsweg 3.")
        self.anna.cycle(SLUG).inventory.hide(hidden, "Een adres van iemand anders.")
        return cistern, usual, odd

    def list(self) -> dict[str, Candidate]:
        return {one.person: one for one in self.anna.cycle(SLUG).group.candidates()}


@pytest.fixture
def crowd(filled: Filled) -> Iterator[Crowd]:
    where, said = filled("crowd", lambda plein: Crowd(plein).said)
    with Plein(where, clock=lambda: NOON) as plein:
        yield Crowd(plein, said)


def test_the_loudest_does_not_come_first_and_a_newcomer_who_was_heard_does(crowd: Crowd) -> None:
    """ "Niet alleen de usual suspects": what counts is what somebody brought, not how often they said it or how many friends cheered."""
    found = crowd.list()
    likes = {one.author: 0 for one in crowd.anna.cycle(SLUG).inventory.list()}
    for one in crowd.anna.cycle(SLUG).inventory.list():
        likes[one.author] += one.supports
    places = list(found)

    assert max(likes, key=likes.__getitem__) == "joop"
    assert places[0] == "vera"
    assert places.index("tess") < places.index("joop")
    assert found["vera"].contributions == (crowd.cistern,)
    assert (found["vera"].inside, found["vera"].newcomer) == (False, True)
    assert "horticulture" in found["vera"].reasons[0]
    assert "+21.7 answered by 3 people from inside" in found["vera"].reasons
    assert "6 people of their own circle, who do not count" in " ".join(found["joop"].reasons)


def test_a_usual_suspect_is_discounted_and_marked(crowd: Crowd) -> None:
    """Whoever sat in an earlier circle is on the list, with half the points and the reason; whoever was only invited to it is not."""
    found = crowd.list()

    assert (found["rik"].usual_suspect, found["rik"].newcomer) == (True, False)
    assert "a usual suspect: sat in the circle of park" in " ".join(found["rik"].reasons)
    assert found["rik"].parts["usual"] == pytest.approx(-(found["rik"].score), abs=0.1)
    assert (found["henk"].usual_suspect, found["henk"].newcomer) == (False, True)


def test_an_organisation_lists_usual_suspects_itself(crowd: Crowd) -> None:
    """Somebody may be asked anyway without ever having sat in a circle of ours."""
    before = crowd.list()["vera"].score
    crowd.anna.people.usual("vera")

    found = crowd.list()["vera"]

    assert found.usual_suspect
    assert not found.newcomer
    assert found.score < before
    assert "a usual suspect: the organisation lists them as one" in " ".join(found.reasons)


def test_a_later_cycle_makes_nobody_a_usual_suspect_of_an_earlier_one(crowd: Crowd) -> None:
    """The list of a cycle stays what it was when others follow, but a newcomer is nobody who ever sat in a circle."""
    crowd.anna.cycles.new("later", title="Later", question="En dan?", language="nl")
    crowd.anna.cycle("later").move("inventory")
    crowd.seat("kim").cycle("later").inventory.add("Dan dit.")
    crowd.anna.cycle("later").move("invitation")
    crowd.seat("vera").invitations.accept(crowd.anna.cycle("later").group.invite("vera", role="adviser", because="Kent water.").token)

    assert (crowd.list()["vera"].usual_suspect, crowd.list()["vera"].newcomer) == (False, False)


def test_a_minority_view_stays_visible(crowd: Crowd) -> None:
    """Nobody stands behind it, and it is high on the list because it is new and was answered."""
    found = crowd.list()

    assert found["tess"].minority
    assert list(found).index("tess") < 3
    assert found["tess"].reasons[-1] == "a minority view: 0 people stand behind it, but it is new and was answered"


def test_whoever_was_called_to_order_falls(crowd: Crowd) -> None:
    """The self-cleaning crowd is heard."""
    found = crowd.list()["boze"]

    assert found.parts["nudged"] == -30.0
    assert any(reason.endswith("called to order by 2 people") for reason in found.reasons)
    assert list(crowd.list()).index("boze") > list(crowd.list()).index("tess")


def test_what_was_hidden_brings_nobody_on_the_list(crowd: Crowd) -> None:
    """Its place stays in the inventory; its author is no candidate for it."""
    assert "mies" not in crowd.list()


def test_a_pseudonym_is_ranked_as_itself_and_hosts_see_whose_it_is(crowd: Crowd) -> None:
    """What somebody says under another name counts for that name; their place and past come with them."""
    found = crowd.list()["~uil"]

    assert (found.behind, found.status) == ("lot", None)
    assert "lot" not in crowd.list()
    crowd.anna.cycle(SLUG).group.invite("lot", role="drafter", because="Slaapt slecht.")
    assert (crowd.list()["~uil"].status, crowd.list()["~uil"].role) == ("invited", "drafter")


def test_whoever_is_invited_stays_on_the_list_and_is_marked(crowd: Crowd) -> None:
    """The list must not change under the hands of whoever invites from it."""
    before = list(crowd.list())
    token = crowd.anna.cycle(SLUG).group.invite("vera", role="drafter", because="De waterkelder.", for_=crowd.cistern).token
    assert (crowd.list()["vera"].status, crowd.list()["vera"].role) == ("invited", "drafter")
    crowd.seat("vera").invitations.accept(token)
    declined = crowd.anna.cycle(SLUG).group.invite("tess", role="adviser", because="Een ander geluid.", for_=crowd.odd).token
    crowd.seat("tess").invitations.decline(declined)

    assert list(crowd.list()) == before
    assert (crowd.list()["vera"].status, crowd.list()["tess"].status, crowd.list()["rik"].status) == ("accepted", "declined", None)


def test_the_balance_says_whom_the_first_leave_out(crowd: Crowd) -> None:
    """Five good candidates can still be five of a kind."""
    found = crowd.anna.cycle(SLUG).group.ranking(top=1).balance

    assert (found.top, found.people, found.inside, found.outside) == (1, len(crowd.list()), 0, 1)
    assert found.topics == {"bomen": 1}
    assert "nobody from inside among the first 1; the highest is joop, at" in " ".join(found.missing)
    assert any("“customer”" in one for one in found.missing)
    assert len(crowd.anna.cycle(SLUG).group.candidates(top=2)) == 2


def test_topics_nobody_spoke_on_are_named(plein: Plein) -> None:
    """A conversation that stayed empty needs somebody just as well; one that was not opened yet is nobody's business."""
    anna = plein.acting_as("anna")
    anna.cycles.new(SLUG, title="De straat", question="Welke straten krijgen bomen?", language="nl")
    for name in ("water", "geld", "later"):
        anna.cycle(SLUG).topics.add(name, title=name.title(), aim="Regenwater", scope="Alles", outcome="Het gaat mee.")
    anna.cycle(SLUG).topics.open("water")
    anna.cycle(SLUG).topics.open("geld")
    anna.cycle(SLUG).move("inventory")
    plein.acting_as("kim").cycle(SLUG).inventory.add("Vang regenwater op.", topic="water")

    found = anna.cycle(SLUG).group.ranking()

    assert found.candidates[0].topics == ("water",)
    assert "regenwater" in " ".join(found.candidates[0].reasons), "the context note of the topic counts as the question"
    assert found.balance.topics == {"water": 1, "geld": 0}
    assert found.balance.missing == ("nobody spoke on “geld”",)


def test_the_weights_are_the_organisations(crowd: Crowd) -> None:
    """An organisation that only wants to know who is supported can have that, and see what comes of it."""
    likes = Organisation(weights=Weights(novelty=0, answered=0, supported=100, question=0, nudged=0, usual=1, newcomer=0))
    crowd.plein.organisation = likes

    assert crowd.seat("anna").cycle(SLUG).group.candidates()[0].parts["supported"] > 0
    assert crowd.seat("anna").cycle(SLUG).group.candidates()[0].person == "joop"


@pytest.mark.parametrize("person", ["vera", "joop", "bea", "carla"])
def test_nobody_but_a_host_sees_the_candidates(crowd: Crowd, person: str) -> None:
    """A list of who is worth inviting is no public league table: not for the public, a drafter or an adviser."""
    for guest, role in (("bea", "drafter"), ("carla", "adviser")):
        crowd.seat(guest).invitations.accept(crowd.anna.cycle(SLUG).group.invite(guest, role=role, because="Denkt mee.").token)

    with pytest.raises(NotAllowed):
        crowd.seat(person).cycle(SLUG).group.candidates()
    assert not crowd.seat(person).cycle(SLUG).may("see-candidates")


def test_nobody_in_particular_sees_nothing(crowd: Crowd) -> None:
    """It belongs to somebody."""
    with pytest.raises(NoIdentity):
        crowd.plein.acting_as(None).cycle(SLUG).group.candidates()


def test_where_the_table_has_no_candidates_hosts_see_none_either(housing: Housing) -> None:
    """Before the inventory there is nobody to rank, and the refusal says when there is."""
    with pytest.raises(ActRefused, match="inventory"):
        housing.anna.cycle("housing").group.candidates()
    with pytest.raises(NotFound):
        housing.anna.cycle("nowhere").group.candidates()


def test_an_empty_inventory_has_no_candidates(housing: Housing) -> None:
    """Nobody spoke yet; that is an answer, not a mistake."""
    housing.anna.cycle("housing").move("inventory")

    found = housing.anna.cycle("housing").group.ranking()

    assert found.candidates == ()
    assert (found.balance.top, found.balance.missing) == (0, ())
    with pytest.raises(Unusable):
        housing.anna.cycle("housing").group.ranking(top=0)


def test_whoever_was_erased_is_no_candidate_and_what_they_answered_stays(crowd: Crowd) -> None:
    """There is nobody left to invite; what others were answered is still true."""
    before, people = crowd.list()["tess"].parts["answered"], len(crowd.list())
    crowd.anna.people.erase("kim", texts=True)

    assert len(crowd.list()) == people - 1
    assert "kim" not in crowd.list()
    assert crowd.list()["tess"].parts["answered"] == before > 0
