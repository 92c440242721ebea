"""What is one word though signs or blanks stand in it: a number, an amount, a date, an article, an account, an address, a path.

Half of one person's date and half of another's is a date that nobody wrote. What is written out in words ("1 May", "ten homes") is not
looked at: those are words.
"""

from __future__ import annotations

FIGURE = r"[\d¼-¾⅐-⅞]"
"""A figure, or a fraction that is one character."""

BLANK = r"[ \u00a0\u2009\u202f]"
"""A blank that may stand in a number: the common one, or one of those that keep it on one line."""

_DASH = r"[\-‐-–−]"
_SIGN = r"[+\-−±]"
_CURRENCY = "EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|JPY"
_RATE = "km/[hu]|m/s|[mµ]?g/m?[lL]|[mµ]?g/m³|g/km|kWh/m²"


GOES_ON = rf"['’.,:/@+×\-‐-–−](?:[\w/]|{BLANK}{FIGURE})"
"""What stands behind letters that may be the beginning of more."""


def things(letter: str, mark: str = "") -> tuple[str, str]:
    r"""The patterns of such a thing as it begins by itself, and as it goes on behind letters.

    In none of them does a blank stand without a figure right before it, or right behind it or its sign: who looks for a place where two
    words surely part counts on it. Nothing is scanned more often than a fixed number of times, whatever the text.

    Args:
        letter: The pattern of one letter or digit.
        mark: The pattern of what belongs to the character before it, where there is such.

    >>> import re
    >>> [re.match(things(r"\w")[0], text)[0] for text in ("2/3 votes", "1 000 000 homes", "10 homes", "€ 1.000,- or less")]
    ['2/3', '1 000 000', '10', '€ 1.000,-']
    """
    whole = f"(?!{mark})" if mark else ""
    end = f"(?!{letter}|\\d{'|' if mark else ''}{mark})"
    apart = f"(?<!\\w.){f'(?<!{mark}.)' if mark else ''}"

    rest = f"{letter}*+(?:['’]{letter}++)*+{whole}"
    thousands = rf"(?!0)\d{{1,3}}(?:{BLANK}\d\d\d)+(?!\d){rest}"
    figures = f"(?:{thousands}|{FIGURE}++{rest})"
    more = rf"(?:[.,:٫٬]\d++{rest}|[/×][A-Za-z]{{0,3}}{FIGURE}++{rest}|{_DASH}[A-Za-z]{{0,3}}{figures})"
    number = f"{figures}{more}*+"

    coin = rf"[€£¥₤₹₽₺₩₪](?!{BLANK}?{_SIGN}?{FIGURE}){whole}"
    unit = (
        rf"(?:,[\-–—]{{1,2}}{end}|[%‰′″]{end}|{coin}|°[CFK]?{end}|(?<=\dkm)/[hu]{end}"
        rf"|(?<={FIGURE}){BLANK}(?:[%‰]{end}|{coin}|°[CFK]?{end}|[¼-¾⅐-⅞]{end}|(?:{_RATE}|{_CURRENCY}){end})|)"
    )
    before = rf"[€£¥₤₹₽₺₩₪]{BLANK}?{_SIGN}?|\${_SIGN}?"
    measure = f"{number}{unit}(?:{_DASH}(?:{before}|){number}{unit})*+"
    amount = rf"(?:{_SIGN}{apart}(?:{before}|)|{before}|§§?{BLANK}?|№{BLANK}?|(?:{_CURRENCY}){BLANK}?{_SIGN}?|){measure}"

    gap = f"(?:{BLANK}?-{BLANK}?|{BLANK})"
    phone = (
        rf"(?:\+{apart}\d{{1,3}}(?:{BLANK}?\(0\){BLANK}?\d{{1,4}}(?:{gap}\d{{1,8}}){{0,5}}|(?:{gap}\d{{1,8}}){{2,6}}|{gap}?\d{{6,10}})"
        rf"|0(?=(?:\d{gap}?){{8}})\d{{1,3}}(?:(?:{gap}\d{{2,4}}){{2,5}}|{gap}\d{{6,8}})|0[89]00{BLANK}\d{{4}}"
        rf"|\(0\d{{1,3}}\){gap}?\d{{2,8}}(?:{gap}\d{{2,4}}){{0,4}}){end}"
    )
    account = rf"[A-Z][A-Z]\d\d(?:(?<=\d){BLANK}[A-Z\d]{{4}}|{BLANK}\d[A-Z\d]{{3}}){{2,7}}(?:{BLANK}\d[A-Z\d]{{0,2}})?{end}"
    postcode = rf"[1-9]\d\d\d{BLANK}[A-EGHJ-NPRSTVWXZ]{{2}}(?!-){end}"
    article = rf"(?:[Aa]rt|[Nn]r)\.{BLANK}?{number}|(?:Stb|Stcrt|Trb|BGBl)\.{BLANK}\d{{4}},{BLANK}\d++{end}"
    case = rf"(?:ECLI|CELEX):{letter}++(?:[:.]{letter}++)*+{whole}"
    code = rf"[A-Z]{{1,9}}{_DASH}{FIGURE}++{rest}{more}*+"

    mail = rf"(?:@{letter}++(?:[.\-]{letter}++)*+)++{whole}"
    name = rf"{letter}++(?:[.\-]{letter}++)*+"
    path = rf"(?:/{name}){{1,16}}+(?:(?<=\.[a-z]\w)|(?<=\.[a-z]\w\w)|(?<=\.[a-z]\w\w\w)){whole}"

    alone = (
        rf"(?=[\d+\-−±(€£¥₤₹₽₺₩₪$§№./~A-Zan¼-¾⅐-⅞])(?:{phone}|{account}|{postcode}|{amount}(?:{mail}|{path}|)"
        rf"|{article}|{case}|{code}|(?:(?:\.\.?/){{1,16}}+|~/|/){name}{path})"
    )
    behind = rf"(?:(?<=\d){more}++|(?:[.+\-]{letter}++){{0,8}}+{mail}|(?:[.\-]{letter}++){{0,8}}+{path}|)"
    return alone, behind
