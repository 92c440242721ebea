"""The words that hold sentences together, in Dutch, English and German: who shares one with the question has not spoken about it.

Only words that are nothing else than articles, pronouns, prepositions, conjunctions, auxiliary verbs or question words; such classes take in no
new words. Those that an inventory has in common are found without a list; those of a question cannot be, since everybody uses what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_DUTCH: Final = """
    de het een deze dit die dat zo'n zulk zulke ik jij je u hij zij ze wij we jullie hen hun hem haar mij me ons onze onzen mijn jouw uw
    zijn zich zelf elkaar men iemand niemand iets niets wie wat waar wanneer waarom hoe welk welke hoeveel waarmee waarvoor waarop
    waarin waaraan waarbij waarvan waardoor waarover waarheen aan achter af bij binnen boven buiten door in langs met na naar naast om
    onder op over per rond rondom sinds te tegen tijdens tot tussen uit van vanaf vanuit via volgens voor voorbij wegens zonder ondanks
    behalve en of maar want dus omdat doordat zodat opdat als dan toen terwijl hoewel tenzij mits voordat nadat totdat zodra indien ben
    bent is was waren geweest wees word wordt worden werd werden geworden heb hebt heeft hebben had hadden gehad kan kun kunt kunnen kon
    konden mag mogen mocht mochten moet moeten moest moesten wil wilt willen wilde wilden zal zult zullen zou zouden hoef hoeft hoeven
    doe doet doen deed deden gedaan gaat gaan laat laten er hier daar nu nog al ook niet geen wel toch alleen slechts zeer heel erg meer
    meest minder veel weinig elk elke ieder iedere iedereen alle allen alles allemaal beide ander andere anderen zelfde dezelfde
    hetzelfde eens ooit nooit altijd ermee ervoor erop erin eraan daarmee daarvoor daarop daarin daaraan daarbij daarvan daardoor
    daarover
"""
_ENGLISH: Final = """
    the a an this that these those such i you he she it we they me him her us them my your his its our their mine yours hers ours theirs
    myself yourself himself herself itself ourselves yourselves themselves one oneself someone somebody anyone anybody everyone
    everybody nobody none something anything everything nothing who whom whose what where when why how which whatever whoever wherever
    whenever whichever however about above across after against along amid among amongst around at before behind below beneath beside
    besides between beyond by despite down during except for from in inside into near of off on onto out outside over past per since
    through throughout till to toward towards under underneath until unto up upon via with within without and or but nor so yet because
    although though unless whereas while whether if than as am is are was were be been being have has had having do does did doing done
    can could may might must shall should will would ought need let lets get gets got here there now then too also not no only just very
    much many more most less least few little some any all both each every either neither other others another same again once ever
    never always still already even
"""
_GERMAN: Final = """
    der die das den dem des ein eine einen einem einer eines dies diese dieser dieses diesen diesem jene jener jenes jenen jenem solch
    solche solcher ich du er sie es wir ihr mich dich ihn ihm uns euch ihnen mein meine meinen meiner dein deine deinen deiner sein
    seine seinen seiner seinem ihre ihren ihrer ihrem unser unsere unseren unserer unserem euer eure euren eurer sich selbst einander
    man jemand niemand etwas nichts wer wen wem wessen was wo wann warum wieso weshalb wie welche welcher welches welchen welchem wohin
    woher womit wofür worauf worin woran wobei wovon wodurch worüber wozu an auf aus außer bei bis durch entlang für gegen gegenüber
    hinter in innerhalb außerhalb mit nach neben ohne oberhalb unterhalb seit statt trotz über um unter von vor während wegen zu
    zwischen zum zur vom beim ins ans aufs und oder aber denn sondern weil dass daß damit obwohl wenn falls als ob sobald bevor nachdem
    indem bin bist ist sind seid war warst waren wart gewesen sei wäre wären werde wirst wird werden werdet wurde wurden worden geworden
    würde würden habe hast hat haben habt hatte hatten gehabt hätte hätten kann kannst können könnt konnte konnten könnte könnten darf
    dürfen durfte durften mag mögen mochte möchte möchten muss musst müssen müsst musste mussten müsste müssten soll sollst sollen sollt
    sollte sollten will willst wollen wollt wollte wollten tun tut tat lassen lässt hier dort da nun jetzt noch auch nicht kein keine
    keinen keiner keinem nur sehr mehr meist weniger viel viele wenig wenige jede jeder jedes jeden jedem alle allen alles aller beide
    andere anderen anderer anderes einmal nie niemals immer schon dabei dafür darauf darin daran davon dadurch darüber
"""
WORDS: Final[Mapping[str, frozenset[str]]] = {
    language: frozenset(words.split()) for language, words in (("nl", _DUTCH), ("en", _ENGLISH), ("de", _GERMAN))
}
"""By language."""

_WORD: Final = re.compile(r"[^\W\d_]+")


def function_words(text: str) -> frozenset[str]:
    """The words that say nothing in the language a text is in: the one most of whose function words stand in it, or all that share the most.

    A word can be one in one language and say something in another, such as the Dutch "door".

    >>> found = function_words("Which door should we close?")
    >>> "which" in found, "should" in found, "door" in found
    (True, True, False)
    >>> function_words("住宅政策")
    frozenset()
    """
    there = frozenset(_WORD.findall(text.casefold()))
    most = max(len(there & words) for words in WORDS.values())
    return frozenset().union(*(words for words in WORDS.values() if most and len(there & words) == most))
