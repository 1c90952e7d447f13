"""Compare the percentages of a statement with those of its source, and with the groups they hold for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from magcite.model import Fact, Reason
from magcite.readers.scope.groups import Side, name_side, opposite, sides_of
from magcite.readers.sentences import Part, Sentence

_PERCENT = re.compile(
    r"(?<![\d.,])(?P<value>\d{1,3}(?:[.,·]\d+)?)\s?(?:%|percent\b|per cent\b)(?!\s?(?:CI|confidence))"
)
_RATIO = re.compile(
    r"\b(?P<kind>RR|HR|OR|IRR|aHR|aOR|(?:hazard|odds|risk|rate) ratios?|relative risks?)\b"
    r"[^\d;]{0,40}?(?P<value>\d{1,2}[.·]\d+)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:risk|chance|odds|likel\w+|probability|prone|vulnerable|incidence|mortality|less often|more often)\b",
    re.IGNORECASE,
)
_ROUNDED = re.compile(
    r"\b(?:about|around|approximately|nearly|almost|over|more than|some|roughly|up to)\s*$", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"[;,]\s+(?=(?:while|whereas|but|and|although|among|in|with|for)\b)|;\s+|\b(?:while|whereas|but)\b"
)
_EXACT, _LOOSE = 0.51, 3.0
"""Percentage points by which a number may differ: rounding, and where the statement itself says “about” (ours)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figure:
    """One percentage of a source, told or worked out from a ratio, with the clause and sentence it stands in."""

    value: float
    relative: bool
    clause: str
    sentence: Sentence


def _number(text: str) -> float:
    return float(text.replace(",", ".").replace("·", "."))


def _clauses(text: str) -> Iterator[str]:
    """Cut a sentence where it turns from one group to the next."""
    start = 0
    for cut in _CLAUSE.finditer(text):
        yield text[start : cut.start()]
        start = cut.start()
    yield text[start:]


def _figures(sentences: Sequence[Sentence]) -> Iterator[_Figure]:
    for sentence in sentences:
        for clause in _clauses(sentence.text):
            for found in _PERCENT.finditer(clause):
                relative = bool(_RELATIVE.search(clause))
                yield _Figure(value=_number(found["value"]), relative=relative, clause=clause, sentence=sentence)
            for found in _RATIO.finditer(clause):
                change = abs(1 - _number(found["value"])) * 100
                yield _Figure(value=change, relative=True, clause=clause, sentence=sentence)


def _sides_for(figure: _Figure) -> frozenset[Side]:
    """Tell whom a figure holds for: the groups of its clause, else of its sentence."""
    return sides_of(figure.clause) or sides_of(figure.sentence.text)


def _reason(reason: Reason, figure: _Figure | None, basis: str, confidence: float) -> Fact[Reason]:
    quote = figure.sentence.quote() if figure else None
    return Fact(value=reason, quote=quote, confidence=confidence, basis=basis)


def compare_figures(statement: str, sentences: Sequence[Sentence]) -> Iterator[Fact[Reason]]:
    """Yield what is wrong with each percentage told: whose it is, or that the source gives another or none."""
    figures = list(_figures([sentence for sentence in sentences if sentence.part is not Part.BACKGROUND]))
    own = sides_of(statement)
    for told in _PERCENT.finditer(statement):
        value = _number(told["value"])
        slack = _LOOSE if _ROUNDED.search(statement[: told.start()]) else _EXACT
        same = [figure for figure in figures if abs(figure.value - value) <= slack]
        if same:
            yield from _compare_groups(own, same, figures, told.group())
        else:
            yield _compare_values(statement, told.group(), figures)


def _compare_groups(
    own: frozenset[Side], same: Sequence[_Figure], figures: Sequence[_Figure], told: str
) -> Iterator[Fact[Reason]]:
    """Yield a reason where a number holds for the other side of an axis on which the statement takes a side."""
    for side in sorted(own, key=lambda side: side[0].value):
        holders = [figure for figure in same if opposite(side) in _sides_for(figure)]
        if len(holders) < len(same) or not holders:
            continue
        other = name_side(opposite(side))
        mine = next((figure for figure in figures if side in _sides_for(figure) and figure not in same), None)
        if mine:
            basis = f"{told} holds for {other}; for {name_side(side)} the source reports something else"
            yield _reason(Reason.WRONG_SUBGROUP, holders[0], basis, 0.85)
        else:
            yield _reason(Reason.NUMBER_OF_OTHER_GROUP, holders[0], f"{told} holds for {other}", 0.7)


def _compare_values(statement: str, told: str, figures: Sequence[_Figure]) -> Fact[Reason]:
    """Tell a number that the source gives otherwise from one that it does not give."""
    relative = bool(_RELATIVE.search(statement))
    rival = next((figure for figure in figures if relative and figure.relative), None)
    if rival:
        basis = f"the statement says {told}, the source {round(rival.value)}%"
        return _reason(Reason.NUMBER_MISMATCH, rival, basis, 0.65)
    return _reason(Reason.NUMBER_NOT_STATED, None, f"{told} is not in the abstract", 0.6)
