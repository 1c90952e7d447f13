"""Compare how something was given: by which route, in which form, how much and for how long."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from magcite.model import Fact, Reason
from magcite.readers.scope.doses import Dose, read_doses
from magcite.readers.sentences import Part, Sentence

_DRIP = re.compile(r"\b(?:intravenous\w*|infus\w+|inject\w+|intramuscular\w*|parenteral\w*|i\.?v\.?(?= )|drip)\b", re.I)
_SKIN = re.compile(
    r"\b(?:transdermal\w*|topical\w*|cream|oil|baths?|bathing|rubb\w+|flakes|skin|spray)\b", re.IGNORECASE
)
_MOUTH = re.compile(
    r"\b(?:oral\w*|tablets?|capsules?|supplement\w*|diet\w*|intake|drink\w*|swallow\w*|sachets?|food|effervescent)\b",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"\b(?:magnesium[- ]?)?(?P<form>oxide|(?:tri)?(?:di)?citrate|chloride|sul(?:f|ph)ate|orotate|lactate|"
    r"(?:mono-?l-?)?aspartate|(?:bis)?glycinate|malate|taurate|gluconate|hydroxide|l?-?threonate|liposomal)\b",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"\b(?P<value>\d+(?:\.\d+)?|one|two|three|four|five|six|eight|ten|twelve|twenty)[- ]"
    r"(?P<unit>weeks?|months?|years?)\b"
    r"(?! (?:of age|old|and older|or older))(?!-?old)",
    re.IGNORECASE,
)
_NUMBER_WORDS = {
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6},
    **{"eight": 8, "ten": 10, "twelve": 12, "twenty": 20},
}
_WEEKS = {"week": 1.0, "month": 4.345, "year": 52.18}
_SLACK = 0.1
"""Share by which doses and durations may differ and still count as the same (ours)."""


def _differs(reason: Reason, sentence: Sentence, basis: str, confidence: float = 0.7) -> Fact[Reason]:
    return Fact(value=reason, quote=sentence.quote(), confidence=confidence, basis=basis)


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= _SLACK * max(one, other)


def compare_treatment(statement: str, sentences: Sequence[Sentence]) -> Iterator[Fact[Reason]]:
    """Yield what differs between the treatment a statement speaks of and the one that was given."""
    own = [sentence for sentence in sentences if sentence.part is not Part.BACKGROUND]
    yield from _compare_route(statement, own)
    yield from _compare_form(statement, own)
    yield from _compare_dose(statement, own)
    yield from _compare_duration(statement, own)


def _compare_route(statement: str, sentences: Sequence[Sentence]) -> Iterator[Fact[Reason]]:
    """Yield a reason where only a drip or injection was studied and none is told, or a skin route is told of none."""
    dripped = next((sentence for sentence in sentences if _DRIP.search(sentence.text)), None)
    by_mouth = any(_MOUTH.search(sentence.text) for sentence in sentences)
    on_skin = any(_SKIN.search(sentence.text) for sentence in sentences)
    if dripped and not by_mouth and not _DRIP.search(statement):
        yield _differs(Reason.ROUTE_MISMATCH, dripped, "given by drip or injection, which the statement does not say")
    elif _SKIN.search(statement) and not on_skin and (dripped or by_mouth) and sentences:
        told = dripped or next(sentence for sentence in sentences if _MOUTH.search(sentence.text))
        yield _differs(Reason.ROUTE_MISMATCH, told, "told of the skin, studied another way")


def _compare_form(statement: str, sentences: Sequence[Sentence]) -> Iterator[Fact[Reason]]:
    told = {found["form"].lower() for found in _FORM.finditer(statement)}
    given = {found["form"].lower(): sentence for sentence in sentences for found in _FORM.finditer(sentence.text)}
    if told and given and not told & set(given):
        form, sentence = next(iter(given.items()))
        yield _differs(Reason.FORM_MISMATCH, sentence, f"told of {min(told)}, studied as {form}")


def _compare_dose(statement: str, sentences: Sequence[Sentence]) -> Iterator[Fact[Reason]]:
    given = [(dose, sentence) for sentence in sentences for dose in read_doses(sentence.text)]
    for told in read_doses(statement):
        if not given or any(_close(told.milligrams, dose.milligrams) for dose, _ in given):
            continue
        yield _explain_dose(told, given)


def _explain_dose(told: Dose, given: Sequence[tuple[Dose, Sentence]]) -> Fact[Reason]:
    """Tell a dose that is the weight of a salt from one that is simply another."""
    for dose, sentence in given:
        if dose.salt and _close(told.milligrams, dose.weighed):
            basis = f"{dose.words} is the weight of the salt: about {round(dose.milligrams)} mg of magnesium"
            return _differs(Reason.DOSE_MISMATCH, sentence, basis)
    dose, sentence = min(given, key=lambda pair: abs(pair[0].milligrams - told.milligrams))
    in_element = f" (about {round(dose.milligrams)} mg of magnesium)" if dose.salt or "mmol" in dose.words else ""
    return _differs(Reason.DOSE_MISMATCH, sentence, f"told {told.words}, studied {dose.words}{in_element}", 0.6)


def _durations(text: str) -> Iterator[tuple[float, str]]:
    for found in _DURATION.finditer(text):
        value = found["value"].lower()
        number = float(_NUMBER_WORDS[value]) if value in _NUMBER_WORDS else float(value)
        yield number * _WEEKS[found["unit"].lower().rstrip("s")], found.group()


def _compare_duration(statement: str, sentences: Sequence[Sentence]) -> Iterator[Fact[Reason]]:
    lasted = [(weeks, words, sentence) for sentence in sentences for weeks, words in _durations(sentence.text)]
    for told, words in _durations(statement):
        if lasted and not any(_close(told, weeks) for weeks, _, _ in lasted):
            _, other, sentence = min(lasted, key=lambda item: abs(item[0] - told))
            yield _differs(Reason.DURATION_MISMATCH, sentence, f"told {words}, studied {other}", 0.6)
