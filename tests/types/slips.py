"""Slips that a type checker finds before the program runs; each line with a ``# slip`` is one. Nothing here is run; ``test_types`` counts."""

from datetime import UTC, date, datetime

from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from plein import Handed, Plein
from plein.workflow import loads

engine = create_engine("sqlite://")
session = Session(engine)
noon = datetime(2026, 11, 23, 12, tzinfo=UTC)
day = date(2026, 12, 1)

# how one begins
right = Plein("plein.db"), Plein(engine), Plein(session=session, clock=lambda: noon)
Plein(session)  # slip
Plein(session=engine)  # slip
Plein()  # slip
Plein("plein.db", session=session)  # slip
Plein("plein.db", clock=noon)  # slip

plein = Plein("plein.db")
anna = plein.acting_as("anna", at=noon)
nobody = plein.acting_as(None)
plein.acting_as(5)  # slip
plein.acting_as("anna", at=day)  # slip
anna.cycle(7)  # slip
anna.cycle()  # slip
anna.suggest("housing", "text")  # slip

# vocabularies
ours = loads("", "ours.toml")
anna.cycles.new("housing", title="Housing", question="What?", definition="plein66", language="nl")
anna.cycles.new("housing", title="Housing", question="What?", definition=ours)
anna.cycles.new("housing", title="Housing", question="What?", definition={})  # slip
anna.cycles.new("housing", title="Housing", question="What?", definition="plein67")  # slip
anna.cycles.new("housing", title="Housing", question="What?", language="de")  # slip
housing = anna.cycle("housing")
housing.may("decide")
housing.may("fly")  # slip
housing.inventory.add("Trees.", kind="idea")
housing.inventory.add("Trees.", kind="rant")  # slip
housing.group.invite("bea", role="drafter", because="Listens.")
housing.group.invite("bea", role="chief", because="Listens.")  # slip
housing.suggestions.add("Trees.", kind="refinement")
housing.suggestions.add("Trees.", kind="tip")  # slip
housing.decisions.set([1, 2], "adopted")
housing.decisions.set(1, "rejected", because="No.")
housing.decisions.set([1], "accepted")  # slip
housing.decisions.set("12", "adopted")  # slip
housing.decisions.set(["1"], "adopted")  # slip
anna.people.add("piet", language="nl")
anna.people.add("piet", language="nederlands")  # slip

# moments, numbers, texts
housing.move("review", closes="2026-12-01")
housing.extend(noon)
housing.extend(day)  # slip
housing.move("review", closes=day)  # slip
housing.inventory.show("1")  # slip
housing.inventory.add(5)  # slip
housing.draft.show(version="newest")  # slip
housing.decisions.settle(4, 12, because="Shortest.")  # slip
housing.decisions.settle(4, [12])  # slip
housing.suggestions.import_([Handed("piet", "text")])
housing.suggestions.import_(["text"])  # slip
housing.group.remove("piet")  # slip

# what comes back
kinds = [one.kind for one in housing.inventory.list()]
page = housing.log(limit=10)
total: int = page.total
cycle = housing.show()
cycle.title = "Living"  # slip
print(housing.suggestions.list()[0].outcome)  # slip
