"""Who might be invited into the working group, ranked from what people contributed in the open: see :mod:`plein.workflow.candidates.rank`.

words    what a contribution says, in any script            crowd    who said what, and who is in whose circle
voices   people who support each other speak as one          points   what a contribution earns
reasons  every point in words                                balance  whom the top of the list leaves out
"""

from plein.workflow.candidates.balance import Balance, balance
from plein.workflow.candidates.crowd import Contribution, Person
from plein.workflow.candidates.rank import PARTS, Candidate, rank

__all__ = ["PARTS", "Balance", "Candidate", "Contribution", "Person", "balance", "rank"]
