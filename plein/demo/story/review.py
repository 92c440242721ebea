"""The first review: what everybody proposes on the frozen version."""

from __future__ import annotations

from plein.demo.story.kinds import Edited, Passage, Tip

REVIEW = ("2026-11-16 09:00", "2026-11-29", "Herkent u wat u ons verteld hebt? Zeg per zin wat er beter moet, en waarom.")
SHARES = "dertig sociale huur, veertig betaalbaar voor een middeninkomen en dertig vrije sector"
SUGGESTED: tuple[Passage | Tip | Edited, ...] = (
    Passage("2026-11-16 20:30", "karim", SHARES,
            "veertig sociale huur, veertig betaalbaar voor een middeninkomen en twintig vrije sector",
            "Negen jaar wachten krijg je met dertig procent niet weg."),
    Passage("2026-11-17 09:10", "gijs", SHARES,
            "vijfentwintig sociale huur, veertig betaalbaar voor een middeninkomen en vijfendertig vrije sector",
            "Met minder vrije sector kan niemand het veilingterrein bouwen."),
    Passage("2026-11-17 21:00", "joost", "een halve parkeerplaats per woning", "één parkeerplaats per woning",
            "Wie in ploegendienst werkt, heeft 's nachts niets aan een deelauto."),
    Passage("2026-11-18 08:20", "noor", "Bij nieuwbouw rond het station rekenen wij met een halve parkeerplaats per woning.", "",
            "Een getal hoort in het bouwplan, niet in een visie."),
    Edited("2026-11-18 15:45", "coby", "Zo helpt het iemand van achtenzeventig ook echt.", (
        ("twintig tot veertig kleine woningen", "twintig tot veertig kleine, gelijkvloerse woningen"),
        ("hun oude huurprijs te laten meenemen.", "hun oude huurprijs te laten meenemen, en te helpen met verhuizen."),
    )),
    Passage("2026-11-19 10:00", "lieke", "- Een buurt is meer dan huizen: groen, een winkel en een bushalte horen erbij.",
            "- Een buurt is meer dan huizen: groen, een winkel en een bushalte horen erbij.\n- Ook een kamer is een huis: studenten tellen mee.",
            "Anders tellen we pas mee als we weg zijn."),
    Passage("2026-11-20 19:30", "fatma", "- Een buurt is meer dan huizen: groen, een winkel en een bushalte horen erbij.",
            "- Een buurt is meer dan huizen: groen, een winkel en een bushalte horen erbij.\n"
            "- Wie je bent mag nooit bepalen of je een huis krijgt: bij verhuur loten wij.",
            "Met mijn achternaam krijg ik geen bezichtiging. Met die van mijn collega wel."),
    Passage("2026-11-21 08:00", "hendrik", "De weilanden langs de Waard blijven leeg tot 2035.",
            "Het land aan de Waard, waar vee graast en het hoge water staat, houden wij vrij: ook na 2035.",
            "Leeg is een woord van iemand die er nooit loopt."),
    Passage("2026-11-21 09:15", "lieke", "De weilanden langs de Waard blijven leeg tot 2035.",
            "De weilanden langs de Waard blijven groen tot 2035.", "Een weiland is niet leeg."),
    Passage("2026-11-22 13:00", "fatma", "een zelfbewoningsplicht van vijf jaar", "een zelfbewoningsplicht van zeven jaar",
            "In vijf jaar koopt een belegger hem gewoon op naam van zijn zoon."),
    Passage("2026-11-23 20:00", "joost", "achthonderd woningen", "zeshonderd woningen", "Er moet ook nog licht in."),
    Tip("2026-11-24 18:00", "noor", "De energiecoach komt langs bij iedereen die dat wil.",
        "Wij zijn met z'n tweeën voor heel Overwaard. Zeg er eerlijk bij hoe lang de wachtlijst is."),
    Passage("2026-11-25 11:30", "gijs",
            "De gemeente legt dat vast voordat zij grond verkoopt, want achteraf valt er niets meer te onderhandelen.", "",
            "Laat ruimte om per plek te kijken wat er kan."),
)  # fmt: skip
WITHDRAWN = ("2026-11-26 21:40", "joost", ("joost", "zeshonderd"))
MAILED_AT = "2026-11-27 16:00"
MAILED = (
    Edited("", "pim", "Lang is een vorm van uitstel. Dit past op één kant.", file="pim.md"),
    Edited("", "tineke", "Mijn buurvrouw kent het woord beurs alleen van Amsterdam.", (("met een dikkere beurs", "met meer geld"),)),
    Edited("", "wim", "Kleine woningen met een trap hebben wij al.", (
        ("twintig tot veertig kleine woningen", "twintig tot veertig kleine, gelijkvloerse woningen"),
        ("en wie huurt betaalt daar niet aan mee.", "en wie huurt betaalt daar niet aan mee, ook later niet."),
    )),
    Edited("", "youssef", "Juist de bestaande huizen worden nu weggekocht.", (
        ("opkoopbescherming in de hele stad.", "opkoopbescherming voor elk huis in de stad, ook voor de huizen die er al staan."),
    )),
)  # fmt: skip
