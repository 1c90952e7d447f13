"""Tell which groups of people a phrase speaks of, on axes whose two sides exclude each other."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache


class Axis(Enum):
    """A way of dividing people in two."""

    SEX = "sex"
    AGE = "age"
    WEIGHT = "weight"
    STATUS = "status"
    PRESSURE = "pressure"
    ILLNESS = "illness"


Side = tuple[Axis, bool]
"""One side of an axis: men, older, heavy, lacking, hypertensive and ill people stand on the true side."""

_NAMES = {
    (Axis.SEX, True): "men",
    (Axis.SEX, False): "women",
    (Axis.AGE, True): "older people",
    (Axis.AGE, False): "younger people",
    (Axis.WEIGHT, True): "people with overweight",
    (Axis.WEIGHT, False): "people of normal weight",
    (Axis.STATUS, True): "people with a deficiency",
    (Axis.STATUS, False): "people without a deficiency",
    (Axis.PRESSURE, True): "people with high blood pressure",
    (Axis.PRESSURE, False): "people with normal blood pressure",
    (Axis.ILLNESS, True): "people with diabetes",
    (Axis.ILLNESS, False): "people without diabetes",
}
_WORDS = {
    (Axis.SEX, True): r"men|males?|boys",
    (Axis.SEX, False): r"women|females?|girls",
    (Axis.AGE, True): (
        r"(?:elderly|seniors|older (?:adults|people|persons|men|women|patients|participants|subjects))|"
        r"(?:aged?|age of|those|over|above|from|≥|>=|>) ?(?:6[05]|70)\b(?! (?:mg|people|participants))|"
        r"(?:6[05]|70)(?: years?)?(?:-| )?(?:olds?\b|years? (?:and|or) (?:older|over|above)|\+|plus|"
        r"and (?:older|over))|"
        r"6[05]-year-olds"
    ),
    (Axis.AGE, False): (
        r"(?:younger|young (?:adults|people|men|women))|"
        r"(?:<|under|below|less than|younger than)(?: the)?(?: age)?(?: of)? ?(?:age )?(?:6[05]|70)|"
        r"children|adolescents"
    ),
    (Axis.WEIGHT, True): r"overweight|obes(?:e|ity)",
    (Axis.WEIGHT, False): r"normal[- ]weight|lean|non-?obese|BMI ?< ?25",
    (Axis.STATUS, True): r"(?:hypomagnes\w+|magnesium[- ]deficien\w+|deficient|low (?:serum )?magnesium)",
    (Axis.STATUS, False): (
        r"normomagnes\w+|non-?deficient|(?:without|no) (?:magnesium )?deficiency|normal (?:serum |blood )?magnesium"
    ),
    (Axis.PRESSURE, True): r"hypertensives?|(?:with|had) (?:hypertension|high blood pressure)",
    (Axis.PRESSURE, False): r"normotensives?|(?:with )?normal blood pressure|without hypertension",
    (Axis.ILLNESS, True): r"diabetics|diabetic (?:patients|subjects|people)|(?:with|had) (?:type 2 )?diabetes",
    (Axis.ILLNESS, False): r"non-?diabetics?|(?:without|free of) (?:type 2 )?diabetes",
}


@cache
def _pattern() -> re.Pattern[str]:
    """Compile all sides into one pattern, each in a group named by its axis and side."""
    sides = (rf"(?P<{axis.value}_{int(side)}>\b(?:{words})(?!\w))" for (axis, side), words in _ordered())
    return re.compile("|".join(sides), re.IGNORECASE)


def _ordered() -> list[tuple[Side, str]]:
    """Put the denying sides first: “non-obese” must not be read as obese."""
    return sorted(_WORDS.items(), key=lambda item: item[0][1])


def sides_of(phrase: str) -> frozenset[Side]:
    """List the sides that a phrase speaks of; an axis of which it names both sides is left out."""
    found: set[Side] = set()
    for match in _pattern().finditer(phrase):
        axis, side = str(match.lastgroup).rsplit("_", 1)
        found.add((Axis(axis), side == "1"))
    return frozenset(side for side in found if opposite(side) not in found)


def opposite(side: Side) -> Side:
    """Give the other side of an axis."""
    return (side[0], not side[1])


def name_side(side: Side) -> str:
    """Name a side in words."""
    return _NAMES[side]
