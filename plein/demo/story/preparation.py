"""Before the doors open: what the organisation sets for itself, who its people are, and what there is to talk about."""

from __future__ import annotations

from plein.demo.story.kinds import Note

TOML = """\
database = "plein.db"

[group]
size = 9

[relations]                  # what people are to this party branch, and whether that is inside
lid = true
medewerker = true
freelancer = true
oud-lid = false
huurder = false
ondernemer = false
deskundige = false
inwoner = false

[terms.nl]                   # what the branch says instead
werkgroep = "schrijftafel"

[[avoid]]
word = "doorstromer*"
better = "wie kleiner gaat wonen"
because = "Niemand noemt zichzelf zo."

[[avoid]]
word = "stakeholder*"
better = "betrokkene"
"""
BEGINS = "2026-09-28 09:00"
PEOPLE_AT = "2026-09-28 10:00"
PEOPLE = """\
person,name,contact,relation,language
anna,Anna Terpstra,anna@overwaard.example,lid,nl
els,Els van Dongen,els@overwaard.example,medewerker,nl
bea,Bea Hoogland,bea@overwaard.example,lid,nl
sjoerd,Sjoerd Wiersma,,lid,nl
willemijn,Willemijn de Graaf,,lid,nl
ronald,Ronald Kuiper,,lid,nl
gijs,Gijs Bouwmeester,,ondernemer,nl
karim,Karim Haddou,,inwoner,nl
coby,Coby Verkerk,,lid,nl
mirjam,Mirjam Polak,,inwoner,nl
joost,Joost Dekker,,inwoner,nl
fatma,Fatma Yilmaz,,inwoner,nl
noor,Noor Bakhuis,,freelancer,nl
hendrik,Hendrik Waardenburg,,ondernemer,nl
lieke,Lieke Smeets,,oud-lid,nl
rosa,Rosa Medina,rosa@overwaard.example,oud-lid,en
danny,Danny Groot,,huurder,nl
henk,Henk Blom,,inwoner,nl
wim,Wim Jaspers,,huurder,nl
ton,Ton Rietveld,ton@corporatie.example,deskundige,nl
kees,Kees de Wit,,huurder,nl
yvonne,Yvonne Pinas,,huurder,nl
ahmed,Ahmed Ziani,,huurder,nl
tineke,Tineke Bos,,inwoner,nl
youssef,Youssef Amrani,,huurder,nl
dewi,Dewi Lestari,,inwoner,nl
pim,Pim de Boer,,inwoner,nl
"""
USUAL = ("2026-09-28 10:10", "willemijn")
HOSTS = ("2026-09-28 10:20", "els", "Leidt de gesprekken over de Waterwijk; kent de huurders, en zij kennen haar.")
_REPLY = "De schrijvers lezen alles. In de verantwoording staat wat er met uw verhaal gebeurd is."
TOPICS = (
    Note("2026-09-28 11:00", "bouwen", "Wat en waar wij bouwen", "anna",
         "Weten welke huizen er missen, voor wie, en welke plek u zelf zou kiezen.",
         "Heel Overwaard, ook het veilingterrein en de Waard. Geen lopende vergunningen.", _REPLY, "2026-09-29 09:00"),
    Note("2026-09-28 11:10", "doorwonen", "Jong en oud: wonen waar je past", "els",
         "Begrijpen waarom mensen blijven zitten of juist wegtrekken.",
         "Starters, kamers, zorg thuis, kleiner gaan wonen.", _REPLY, "2026-09-29 09:05"),
    Note("2026-09-28 11:20", "warm-huis", "Een warm en droog huis", "els",
         "Horen waar het tocht en schimmelt, en wat het kost.",
         "Isoleren, stoken en vocht; niet de energieprijs zelf.", None, "2026-09-29 09:10"),
)  # fmt: skip
OUTCOME = ("2026-09-29 09:20", "De Waterwijk krijgt een eigen stuk in de notitie; de corporatie leest mee.")
"""What the last topic still lacked."""
