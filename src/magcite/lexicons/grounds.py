"""The grounds that readers give for a reason, said in Dutch.

Provenance: our own wordings. Readers speak English of an English abstract; what they say is put in Dutch here, so that
a report in Dutch names the same groups, numbers and doses.
"""

from __future__ import annotations

import re

from magcite.lexicons.groups import NAMES_NL

_MARKERS_NL = {"diabetes": "diabetes", "stroke": "een beroerte", "strokes": "beroertes", "heart disease": "hartziekte"}
_FIGURE = r"(?P<n>\S+(?: ?%| percent| per cent)?)"
_PATTERNS = (
    (re.compile(rf"{_FIGURE} holds for (?P<a>[^;]+); for (?P<b>.+) the source reports something else"),
     "{n} geldt voor {a}; voor {b} meldt de bron iets anders"),
    (re.compile(rf"{_FIGURE} holds for (?P<a>[^;]+)"), "{n} geldt voor {a}"),
    (re.compile(r"the statement says (?P<a>.+), the source (?P<b>.+)"), "de uitspraak zegt {a}, de bron {b}"),
    (re.compile(rf"{_FIGURE} is not in the abstract"), "{n} staat niet in de samenvatting"),
    (re.compile(r"(?P<a>.+) is the weight of the salt: about (?P<b>.+) mg of magnesium"),
     "{a} is het gewicht van het zout: ongeveer {b} mg magnesium"),
    (re.compile(r"told of (?P<a>\S+), studied as (?P<b>\S+)"), "verteld van {a}, onderzocht als {b}"),
    (re.compile(r"told (?P<a>.+), studied (?P<b>.+) \(about (?P<c>.+) mg of magnesium\)"),
     "verteld {a}, onderzocht {b} (ongeveer {c} mg magnesium)"),
    (re.compile(r"told (?P<a>.+), studied (?P<b>.+)"), "verteld {a}, onderzocht {b}"),
    (re.compile(r"given by drip or injection, which the statement does not say"),
     "gegeven via een infuus of injectie, wat de uitspraak niet zegt"),
    (re.compile(r"told of the skin, studied another way"), "verteld van de huid, onderzocht langs een andere weg"),
    (re.compile(r"no difference among (?P<a>\d+) people does not show that there is none"),
     "geen verschil bij {a} mensen bewijst niet dat er geen is"),
    (re.compile(r"told of (?P<a>.+), measured was a marker"), "verteld van {a}, gemeten is een meetwaarde"),
)  # fmt: skip
_UNITS = {"week": "week", "weeks": "weken", "month": "maand", "months": "maanden", "year": "jaar", "years": "jaar",
          "one": "één", "two": "twee", "three": "drie", "four": "vier", "five": "vijf", "six": "zes", "eight": "acht",
          "ten": "tien", "twelve": "twaalf", "twenty": "twintig"}  # fmt: skip
_UNIT = re.compile(rf"\b(?:{'|'.join(_UNITS)})\b", re.IGNORECASE)


def _put(words: str) -> str:
    named = NAMES_NL.get(words) or _MARKERS_NL.get(words)
    return named or _UNIT.sub(lambda found: _UNITS[found.group().lower()], words)


def say_in_dutch(ground: str) -> str | None:
    """Say a ground in Dutch; None where it is worded in a way not known here."""
    for pattern, dutch in _PATTERNS:
        if found := pattern.fullmatch(ground):
            return dutch.format(**{name: _put(words) for name, words in found.groupdict().items()})
    return None
