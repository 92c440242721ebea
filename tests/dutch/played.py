"""A cycle in Dutch, typed command by command on a terminal in Dutch: every command there is, and what goes wrong with them. No test stands here.

What people say in it is Dutch, or no word at all, so that an English word on the screen is one of plein's.
"""

from __future__ import annotations

CONCEPT = """\
# Wonen

Wij bouwen woningen.

## Wie er eerst komt

- gezinnen met kinderen
- mensen die hun huis kwijt zijn

De gemeente houdt een wachtlijst bij. Die is openbaar.

Wij planten bomen in elke straat.
"""
TWEEDE = CONCEPT.replace("woningen", "huizen")

FILES = {
    "concept.md": CONCEPT,
    "tweede.md": TWEEDE,
    "botst.md": CONCEPT.replace("woningen", "kastelen"),
    "bewerkt.md": TWEEDE.replace("wachtlijst", "lijst").replace("- gezinnen met kinderen", "- gezinnen met kinderen\n- leerlingen"),
    "verbeterd.md": TWEEDE.replace("bouwen huizen", "bouwen goede huizen")
    .replace("- gezinnen met kinderen", "- gezinnen met kinderen\n- leerlingen")
    .replace("wachtlijst", "lijst van wachtenden")
    .replace("bomen in elke straat", "hoge bomen in iedere straat"),
    "brieven.csv": "author,text,kind,date,source,link\nsam,Meer groen.,Ervaring,2026-02-14,Brief,https://example.org/1\n"
    "lou,Bouw hoger.,idee,,,\n",
    "fout.csv": "author,text,kind,date,link\nsam,T.,gemopper,straks,ftp://x\n",
    "fout2.csv": "auteur,tekst\nsam,T.\n",
    "mensen.csv": "person,name,relation,language\nsam,Sam de Boer,Medewerker,nl\nlou,Lou,oud-lid,\n",
    "fout-mensen.csv": "person,relation,language\nsam,buurman,fr\nsam,klant,\n",
    "ingeleverd/fay.md": TWEEDE.replace("bomen", "hoge bomen"),
    "ingeleverd/fay.why.txt": "Voor de schaduw.",
    "ingeleverd/leeg.why.txt": "Zonder.",
    "ingeleverd/los.txt": "los",
    "verslag.md": "# Verslag\n\nWij hoorden veel.\n",
    "eigen.toml": "",
    "kapot.toml": 'name = "eigen"\nfases = 3\n',
    "instellingen/plein.toml": '[groep]\nadvies = "veel"\n[relations]\n"a b" = 3\n[group]\nadvised = -3\n[avoid]\nx = 3\n[terms]\nnl = 3\n',
    "brief.md": "De stakeholders.\n",
}
"""What is there in the folder in which it is typed."""

PLAYED = """
init
anna: cycle new wonen --title Wonen --question "Wat moet er anders met wonen?"
anna: cycle new bomen --title Bomen --question "Welke bomen?" --definition focus-group
: cycle list
: status
anna: status wonen
: cycle show wonen
anna: cycle change wonen --question "Wat moet er anders met wonen in de haven?" --because "Het gaat over de haven." --dry-run
anna: cycle change wonen --question "Wat moet er anders met wonen in de haven?" --because "Het gaat over de haven."
: cycle rules wonen
piet: cycle rules wonen --as piet
: cycle rules plein66
: cycle rules focus-group
: cycle rules plein66 --toml
: cycle diagram
: cycle diagram wonen
anna: person add piet --name "Piet Jansen" --relation oud-lid --contact piet@example.org --language nl
anna: person add mo --relation MEDEWERKER
anna: person import mensen.csv --dry-run
anna: person import mensen.csv
anna: person list
anna: person show piet
anna: person add karel
anna: person usual karel
anna: person usual karel
anna: person usual karel --no
anna: person usual lou
anna: board set bewoners yaro rolf
anna: board list
anna: board show bewoners
anna: board set oud yaro
anna: board remove oud
anna: group host wonen mo --because "Kent de haven."
anna: topic add wonen haven --title "De oude haven" --aim "Horen wie daar wil wonen."
anna: topic change wonen haven --scope "De kades." --outcome "Elk idee krijgt antwoord."
anna: topic open wonen haven
anna: topic list wonen
: topic list wonen
anna: topic show wonen haven
anna: topic show wonen question
anna: words avoid wonen "stakeholder*" --better betrokkenen --because "Dat zegt niemand."
anna: words list wonen
words check brief.md
: words check brief.md --cycle wonen
anna: words check wonen
anna: cycle move wonen inventarisatie --closes 2027-01-17 --ask "Wat vindt u?" --dry-run
anna: cycle move wonen inventarisatie --closes 2027-01-17 --ask "Wat vindt u?"
anna: cycle extend wonen --closes 2027-01-24
anna: cycle extend wonen --closes 2027-01-20 --because "Het past niet."
piet: status wonen
piet: inventory add wonen "Mijn zoon wacht al negen jaar." --kind ERVARING
kim: inventory add wonen "Bouw boven de winkels." --kind idee --topic haven
kim: inventory add wonen "Dat is een grof antwoord." --reply-to 1
job: inventory add wonen "Ik ben boos." --pseudonym "De buur"
lou: inventory add wonen "Waarom zo laat?" --kind vraag
anna: inventory add wonen "Mijn handen trillen." --author ria --received 2026-11-20 --because "per brief" --kind standpunt
anna: inventory import wonen brieven.csv --dry-run
anna: inventory import wonen brieven.csv
anna: inventory import wonen brieven.csv
: inventory list wonen
: inventory list wonen --topic haven
anna: inventory show wonen 1
anna: inventory show wonen 4
anna: inventory show wonen 6
: inventory show wonen 7
kim: inventory support wonen 1
piet: inventory nudge wonen 3 --because "Wij schelden niet."
anna: inventory show wonen 3
anna: inventory hide wonen 3 --nudge piet --because "Dit is ook schelden."
anna: inventory show wonen 3
anna: inventory hide wonen 3 --because "Hier wordt gescholden."
: inventory show wonen 3
anna: inventory unhide wonen 3 --because "Het staat er netjes."
lou: inventory link wonen 1 2
: inventory show wonen 1
lou: inventory link wonen 1 2 --undo
lou: inventory change wonen 5 "Waarom al zo laat?"
: inventory show wonen 5
lou: inventory withdraw wonen 5
: inventory list wonen
: topic list wonen
anna: topic show wonen haven
anna: topic close wonen haven
anna: status wonen
kim: status wonen
anna: cycle move wonen uitnodiging --because "Iedereen kwam aan het woord."
anna: inventory add wonen "Nog iets." --author tom --late --because "Het lag onder de mat."
: inventory show wonen 9
anna: group candidates wonen
anna: group candidates wonen --top 3
anna: group candidates wonen --balance
anna: group invite wonen piet --role SCHRIJVER --because "Kent de wachtlijst." --for 1
piet: group accept $TOKEN
anna: group invite wonen bea --role schrijver --because "Schrijft goed."
bea: group accept $TOKEN
anna: group invite wonen kim --role adviseur --because "Kent de winkels." --topic winkels --until 2027-06-30
kim: group decline $TOKEN
anna: group invite wonen sam --role adviseur --because "Telt."
anna: group board wonen bewoners --because "Zij wonen er." --topic "De haven" --until 2027-05-01
yaro: group accept $TOKEN
: group list wonen
anna: group list wonen
anna: group remove wonen sam --because "Geen tijd."
anna: cycle move wonen schrijffase
bea: status wonen
bea: draft save wonen concept.md --note "Het begin." --for 1 --for 2
bea: draft save wonen tweede.md --base 1
piet: draft save wonen botst.md --base 1
bea: draft list wonen
bea: draft show wonen
bea: draft show wonen --asides
bea: draft show wonen --aside 1
bea: draft diff wonen 1 2
bea: draft diff wonen 1 2 --format html
bea: draft diff wonen 1 2 --format criticmarkup
bea: draft blame wonen
bea: comment add wonen "Mogen wij dit toezeggen?" --paragraph 2
piet: comment add wonen "Ja." --reply-to 1
bea: comment list wonen
bea: comment show wonen 2
bea: log wonen
: log wonen
: draft list wonen
anna: cycle move wonen consultatie --closes 2027-03-01 --ask "Bedoelde u dit?"
: status wonen
fay: suggestion add wonen --quote huizen --replace "goede huizen" --why "Dat wil iedereen."
gus: suggestion add wonen --quote huizen --replace "dure huizen" --kind VERFIJNING
hal: suggestion add wonen --quote straat --tip "Welke straat?"
ivo: suggestion add wonen bewerkt.md --base 2
job: suggestion add wonen --quote huizen --replace "goede huizen"
anna: suggestion add wonen --quote openbaar --replace "voor iedereen" --author ria --because "per brief"
anna: suggestion import wonen ingeleverd --beside --dry-run
anna: suggestion import wonen ingeleverd --beside
: suggestion list wonen
: suggestion list wonen --undecided
: suggestion list wonen --colliding
: suggestion show wonen 1
: suggestion show wonen 3
anna: suggestion show wonen 6
: suggestion collisions wonen
: suggestion collisions wonen --compatible
lena: suggestion add wonen --quote wachtlijst --replace rij
lena: suggestion change wonen 9 --replace wachtrij --why "Korter."
lena: suggestion withdraw wonen 10
anna: cycle move wonen schrijffase --because "Iedereen kwam aan het woord."
bea: status wonen

bea: decision settle wonen 1 --adopt 1 --because "Zo is het goed." --dry-run
bea: decision settle wonen 1 --adopt 1 --because "Zo is het goed."
bea: decision set wonen 3 --noted --because "Wij kiezen later."
bea: decision set wonen 5 --adapt "lijst van wachtenden" --because "Zo leest het beter."
bea: decision set wonen 7 --reject --because "Dat staat er al."
bea: decision set wonen 8 --covered-by 1 --because "Zie daar."
bea: decision undo wonen 8
bea: decision settle wonen --clean --because "Goed zo."
bea: decision list wonen
: decision list wonen
bea: draft merge wonen --dry-run
bea: draft merge wonen --note "Verwerkt."
bea: draft blame wonen
bea: decision publish wonen
bea: decision publish wonen
: decision list wonen
: suggestion show wonen 1

: suggestion show wonen 7
bea: decision undo wonen 7 --because "Wij lazen het verkeerd."
bea: decision set wonen 7 --reject --because "Het staat er al."
bea: decision publish wonen
: suggestion show wonen 7
anna: cycle promise wonen "Om de twee jaar vragen wij het opnieuw."
: publish wonen --to openbaar --dry-run
: publish wonen --to openbaar
anna: cycle move wonen eindversie --yes
anna: draft correct wonen verbeterd.md --because "Een woord stond er fout." --dry-run
anna: draft correct wonen verbeterd.md --because "Een woord stond er fout."
: draft list wonen
: cycle show wonen
: status wonen
anna: cycle new wonen-2027 --after wonen
: cycle memory wonen-2027
: cycle memory wonen
: publish wonen --to openbaar
: log wonen
: log wonen --json
: log wonen --csv
: verify wonen
: verify
lou: person export lou
lou: person export lou --to van-mij.json
lou: person erase lou --texts --dry-run
lou: person erase lou --texts --yes
anna: person list
person overwrite
db upgrade
anna: cycle move bomen inventarisatie --closes 2027-01-17 --ask "Welke bomen?"
piet: inventory add bomen "Linden, om de schaduw." --kind mening
kim: inventory add bomen "Liever eiken." --reply-to 1
anna: cycle move bomen uitnodiging --because "Gehoord."
anna: group invite bomen piet --role schrijver --because "Kent bomen."
piet: group accept $TOKEN
anna: cycle move bomen gesprek
piet: report show bomen --draft
piet: report save bomen verslag.md
piet: report show bomen
anna: cycle move bomen eindversie --yes
: report show bomen
: cycle show bomen
: publish bomen --to bomen
: log bomen
anna: cycle new straks --title Straks --question "Wat dan?"
anna: cycle move straks gestopt --because "Toch niet." --yes
: status straks
: cycle list
"""
"""Who types what; nobody in particular where no name stands before the colon. Dutch words are typed wherever a word is chosen from a few."""

REFUSED = """
anna: cycle mvoe wonen
anna: cycle move wonen ergens
anna: cycle move wonen
anna: cycle move wonen eindversie
anna: cycle move wonen inventarisatie
anna: cycle show nergens
anna: cycle new wonen --title T --question V
anna: cycle new plein66 --title T --question V
anna: cycle new "De b" --title T --question V
anna: cycle new nieuw --title T
anna: cycle new nieuw --title T --question V --definition onzin
anna: cycle new nieuw --title T --question V --definition kapot.toml
anna: cycle new nieuw --title T --question V --language fr
anna: cycle new nieuw --title T --question V --timezone CEST
anna: cycle extend wonen --closes gisteren
anna: cycle extend wonen --closes 2020-01-01
anna: cycle change wonen
anna: inventory add wonen "Tekst." --kind gemopper
anna: inventory add wonen ""
piet: inventory add wonen "Tekst."
: inventory add wonen "Tekst."
anna: inventory show wonen x
anna: inventory show wonen 99
anna: inventory list wonen --topic onzin
anna: inventory import wonen fout.csv
anna: inventory import wonen fout2.csv
anna: inventory import wonen nergens.csv
anna: group invite wonen piet --role baas --because "Zomaar."
anna: group invite wonen piet --role schrijver
piet: group invite wonen kim --role schrijver --because "Zomaar."
piet: group accept onzin
anna: group remove wonen nergens --because "Zomaar."
anna: group host wonen piet --end --because "Zomaar."
anna: group candidates wonen --top 0
anna: person add piet --relation buurman
anna: person add piet --language fr
anna: person add PIET
anna: person import fout-mensen.csv
anna: person show nergens
piet: person erase piet
piet: person erase kim --yes
anna: board show nergens
anna: board set leeg
anna: topic show wonen nergens
anna: topic add wonen "De b" --title T
anna: topic add wonen question --title T
piet: suggestion add wonen --quote bomen --replace struiken
piet: suggestion add wonen
piet: suggestion add wonen concept.md --quote bomen --replace struiken
piet: suggestion show wonen 99
piet: suggestion withdraw wonen 1
anna: suggestion import wonen nergens
bea: decision set wonen 1 --adopt --reject
bea: decision set wonen 1
bea: decision set wonen 99 --reject --because "Zomaar."
bea: decision set wonen 1 --reject
bea: decision settle wonen
bea: draft save wonen nergens.md
bea: draft save wonen -
bea: draft diff wonen 1 2 --format onzin
bea: draft diff wonen 1 99
bea: draft show wonen --version 99
bea: draft blame wonen --version 99
bea: comment show wonen 99
bea: comment add wonen ""
: report show wonen
: words check nergens
anna: words avoid wonen nergens --undo
: publish wonen
: publish wonen --to concept.md
: log wonen --limit 0
: log wonen --after x
: log wonen --onzin
: log wonen --limit
: log wonen --json=3
: status a b
: onzin
: --onzin
cycle
: cycle rules nergens
: verify nergens
--db nergens.db status
--db concept.md status
--db mysql://a status
--now straks status wonen
anna: --revision 3 cycle promise wonen "Ja."
"""
"""What goes wrong, after all of that."""
