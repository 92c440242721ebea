"""What comes after: a focus group that goes on talking, somebody who leaves, and the next cycle of the series."""

from __future__ import annotations

from plein.demo.stage.turns import read
from plein.demo.story.kinds import Asked, Said

FOCUS = "waterwijk"
FOCUS_TITLE = "Isoleren in de Waterwijk"
FOCUS_QUESTION = "Wat moet er geregeld zijn voordat de isoleerders bij u aanbellen?"
FOCUS_BEGINS = "2027-02-01 09:00"
FOCUS_OPENS = ("2027-02-01 09:10", "2027-02-14")
FOCUS_SAID = (
    Said("2027-02-02 19:00", "wim", "experience", "Zeg vooraf hoelang ik zonder keuken zit. Twee weken red ik, zes niet."),
    Said("2027-02-03 20:30", "bea", "idea", "Begin met één modelwoning in de straat, waar iedereen binnen mag kijken."),
    Said("2027-02-04 08:40", "amira", "experience",
         "Ik werk 's nachts en slaap overdag. Boren kan, maar spreek het per huis af.", supported_by=("wim", "noor")),
    Said("2027-02-05 21:15", "wim", "opinion", "Dat geldt voor de halve flat: vraag bij elke deur wanneer er iemand slaapt.",
         reply_to=("amira", "slaap overdag")),
)  # fmt: skip
FOCUS_INVITES = "2027-02-15 09:00"
FOCUS_LOOKS = "2027-02-15 09:10"
FOCUS_ASKED = (
    Asked("2027-02-15 10:00", "amira", "drafter", "Zegt wat niemand bedacht: overdag slapen er mensen.", "2027-02-15 17:00",
          contribution=("amira", "slaap overdag")),
    Asked("2027-02-15 10:05", "wim", "drafter", "Weet wat een week zonder keuken is.", "2027-02-16 12:00", contribution=("wim", "keuken")),
)  # fmt: skip
FOCUS_TALKS = "2027-02-17 09:00"
FOCUS_INSIDE = Said("2027-02-18 20:00", "wim", "idea", "Een briefje op de deur: hier slaapt iemand tot drie uur.")
REPORT_AT = "2027-02-25 21:00"
REPORT = read("report.md")
FOCUS_ENDS = "2027-03-01 09:00"

LEAVER = "rosa"
LEAVES_AT = "2027-10-01 10:00"
ERASED_AT = "2027-10-01 10:15"

BEFORE = "woonnotitie"
NEXT = "woonnotitie-2027"
NEXT_TITLE = "Wonen in Overwaard, een jaar later"
NEXT_AT = "2027-10-01 09:00"
END = "2027-10-01 12:00"
