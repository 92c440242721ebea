"""The last answers, and the final version."""

from __future__ import annotations

from plein.demo.story.kinds import Answer, Drafted

CLOSING = "2026-12-21 09:00"
LAST_ANSWERS = (
    Answer("2027-01-05 19:30", "sjoerd", (("youssef", "vijfendertig"),), "adopted",
           "Beide kanten kunnen hiermee bouwen; Ton rekende het na."),
    Answer("2027-01-05 19:40", "sjoerd", (("karim", "veertig sociale"), ("tineke", "veertig sociale")), "covered",
           "Het wordt vijfendertig: meer dan wij durfden, minder dan u vroeg, en het kan gebouwd worden.",
           covered_by=("youssef", "vijfendertig")),
    Answer("2027-01-05 19:50", "sjoerd", (("gijs", "vijfentwintig sociale"),), "rejected",
           "Met minder sociale huur dan nu groeit de wachtlijst. Aan de grondprijs komen wij u wel tegemoet."),
    Answer("2027-01-05 20:00", "bea", (("pim", "leesbare bladzijde"), ("coby", "het liefst")), "adopted"),
)  # fmt: skip
TOO_SOON_AT = "2027-01-05 21:00"
LAST_ANSWER = Answer("2027-01-06 19:30", "bea", (("dewi", "tabel"),), "noted",
                     "Goed gezien, en u bent de enige. De tabel klopt weer.")  # fmt: skip
LAST_MERGE = ("2027-01-06 19:45", "bea", "Verwerkt wat de tweede ronde gaf")
TABLE = Drafted("2027-01-06 20:10", "bea", "Tabel sluit weer aan, met dank aan Dewi", (
    ("| Sociale huur | 6.200 | 7.100 |", "| Sociale huur | 6.200 | 7.250 |"),
    ("| Vrije sector | 9.500 | 10.400 |", "| Vrije sector | 9.500 | 10.250 |"),
))  # fmt: skip
LAST_PUBLISHED_AT = "2027-01-07 09:00"
FINAL = ("2027-01-08 12:00", "Vastgesteld op de nieuwjaarsbijeenkomst van de afdeling.")
PROMISE = ("2027-01-08 12:30", "In oktober 2027 vragen wij u opnieuw hoe u woont.")
