"""Parse a statement into a frame: exposure, outcome, population, direction, polarity, numbers and what kind it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from magcite.readers.support.cues import cue_table, negations
from magcite.readers.support.kinds import GIVEN, LACKS, Dose, Kind, classify, read_dose
from magcite.readers.support.numbers import Number, read_numbers
from magcite.readers.support.passages import Clause, make_clause
from magcite.readers.support.patterns import Lazy
from magcite.readers.support.people import leave_out_people
from magcite.readers.support.reading import Direction, read_direction
from magcite.readers.support.rewording import as_stated, reword
from magcite.readers.support.subject import (
    ATTRIBUTES,
    GENERIC_EXPOSURE,
    acts_on_exposure,
    is_compared_with,
    read_adjective,
    subject_sign,
)
from magcite.readers.support.topics import find_topics
from magcite.readers.support.words import lexicon, stems


class Form(Enum):
    """How a statement is put; each form has weights of its own."""

    PLAIN = "plain"
    QUESTION = "question"
    CONTRAST = "contrast"
    SUPERIORITY = "superiority"
    CITING = "citing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A statement taken apart; terms are stems and concepts."""

    text: str
    form: Form
    kind: Kind
    dose: Dose
    clause: Clause
    terms: frozenset[str]
    content: frozenset[str]
    subject: frozenset[str]
    outcome: frozenset[str]
    comparator: frozenset[str]
    exposures: frozenset[str]
    outcomes: frozenset[str]
    people: frozenset[str]
    direction: Direction
    numbers: tuple[Number, ...]
    lacking: bool
    existential: bool
    describes_a_study: bool
    second_part_negative: bool
    denied_in: frozenset[str]

    @property
    def gives(self) -> bool:
        """Tell whether the exposure is meant as a treatment, so that a source on a lack of it says something else."""
        return self.kind in {Kind.EFFECT, Kind.EQUIVALENCE} and not self.lacking and self.dose is not Dose.EATEN

    @property
    def understood(self) -> bool:
        """Tell whether both the exposure and the outcome are concepts of the lexicon."""
        if self.form is not Form.PLAIN:
            return False
        if self.kind is Kind.PREVALENCE and self.exposures and LACKS.search(self.text):
            return True
        return bool(self.outcomes) and bool(self.exposures or self.clause.places.keys() & NUTRIENT_WORDS)


_SUPERIORITY = Lazy(r"^(?P<x>.+?) is (?P<how>superior|non-?inferior|inferior|"
                          r"equivalent)[\w -]*? to (?P<y>.+?) in terms of (?P<z>.+)$",
                          re.IGNORECASE | re.DOTALL)  # fmt: skip
_CONTRAST = Lazy(
    r"^(?P<x>.+?) (?P<how>(?:significantly )?(?:increases?d?|reduces?d?|decreases?d?|improves?d?|"
    r"lowers?|raises?)|makes? no"
    r" (?:significant )?difference to) (?P<z>.+?) compared (?:with|to) (?P<y>.+?)\.?$",
    re.IGNORECASE | re.DOTALL,
)
_BESIDE_CONTROLS = Lazy(
    r",? (?:compared|in comparison) (?:with|to) (?:an? |the )?(?:untreated |healthy )?"
    r"(?:controls?(?: groups?)?|placebo(?: groups?)?|no (?:treatment|supplements?))(?=\.?$)"
)
_CITING = Lazy(
    r"\(\s*[,;]?\s*\)|\[\s*[,;\d–\- ]*\]|\(Fig|et al|\s[.,]$|\bwe (?:found|observed|"
    r"did|used)\b|our (?:results|findings|data|study)",
    0,
)
_QUESTION = Lazy(r"\?\s*$", 0)
_EXISTENTIAL = Lazy(r"^(?:some|several|certain|a few|there are) (?:studies|trials|research|papers)")
_STUDY = Lazy(r"\b(?:followed|in (?:an?|another) (?:analysis|study|trial|randomi[sz]ed)|people followed|"
                    r"years of follow|who took|players|triathletes)\b")  # fmt: skip
_SECOND_NEGATIVE = Lazy(r"\b(?:but|though|yet) (?:not|no|never|did not|does not)\b")
_MORE = Lazy("increas|rais")
NUTRIENT_WORDS = stems("intake supplement supplementation mg")


def _settings(clause: Clause) -> frozenset[str]:
    """Give the terms that only say in which setting a statement holds, such as a pandemic."""
    role, words = lexicon().role, lexicon()
    named = {term for term in clause.places if role.get(term) == "settings"}
    inside = {
        spot + offset
        for term in named
        for spot in clause.places[term]
        for offset in range(words.at(clause.stems, spot)[1])
    }
    return frozenset(named | {term for term, spots in clause.places.items() if set(spots) <= inside})


def _sides(clause: Clause) -> tuple[frozenset[str], frozenset[str]]:
    """Split the terms of a statement at its main directional word."""
    table = cue_table()
    places = [place for place, word in enumerate(clause.stems) if word in table and place > 0]
    content = {spot for spots in clause.places.values() for spot in spots}
    usable = [p for p in places if any(s < p for s in content) and any(s > p for s in content)]
    verbs = [p for p in usable if clause.stems[p] not in ATTRIBUTES]
    middle = (verbs or usable or [len(clause.stems) // 2])[0]
    left = {term for term, spots in clause.places.items() if min(spots) < middle and term not in table}
    right = {term for term, spots in clause.places.items() if max(spots) > middle and term not in table}
    setting = _settings(clause)
    left, right = left - setting or left, right - setting or right
    return frozenset(left), frozenset(right - left or right)


def _covered_by_concepts(clause: Clause) -> frozenset[str]:
    """List the words that a concept stands for, so that none counts twice."""
    spots = {spot for term, found in clause.places.items() if term.isupper() for spot in found}
    words = lexicon()
    inside = {spot + offset for spot in spots for offset in range(words.at(clause.stems, spot)[1])}
    return frozenset(term for term, found in clause.places.items() if not term.isupper() and set(found) <= inside)


def _denied_in(text: str) -> frozenset[str]:
    """Give the people in whom the second part of a statement denies the first ("… but not in X")."""
    parts = _SECOND_NEGATIVE.split(text)
    named = frozenset(make_clause(parts[1], {}).places) if len(parts) > 1 else frozenset()
    return lexicon().of_role(named, "populations", "conditions")


@lru_cache(maxsize=4096)
def parse_statement(text: str) -> Frame:
    """Take a statement apart.

    A comparison with controls or placebo adds nothing that a trial does not say anyway, and a question on what is in
    the lexicon is read as what yes would state.
    """
    said = reword(text)
    plain = _BESIDE_CONTROLS.sub("", as_stated(said))
    if plain != text and (frame := _parse(plain)).understood:
        return frame
    return replace(_parse(said), text=text, numbers=read_numbers(text))


def _parse(text: str) -> Frame:
    form, parts = _read_form(text)
    clause = make_clause(text, {})
    if parts:
        subject, outcome, comparator = (frozenset(make_clause(part, {}).places) for part in parts)
    else:
        (subject, outcome), comparator = _sides(clause), frozenset()
    table = cue_table()
    terms = frozenset(term for term in clause.places if term not in table or term.isupper())
    return _frame(text, form, clause, (terms, subject, outcome, comparator))


def _read_form(text: str) -> tuple[Form, tuple[str, str, str] | None]:
    for form, pattern in ((Form.SUPERIORITY, _SUPERIORITY), (Form.CONTRAST, _CONTRAST)):
        if found := pattern.match(text):
            return form, (found["x"], found["z"], found["y"])
    if _QUESTION.search(text):
        return Form.QUESTION, None
    return (Form.CITING if _CITING.search(text) else Form.PLAIN), None


def _frame(text: str, form: Form, clause: Clause, sides: tuple[frozenset[str], ...]) -> Frame:
    terms, subject, outcome, comparator = sides
    exposures = lexicon().of_role(terms, "exposures")
    main = leave_out_people(text, clause, exposures) if form is Form.PLAIN else clause
    found = find_topics(clause, main, terms, outcome)
    exposures, outcomes = found.exposures, found.outcomes
    people = lexicon().of_role(terms, "populations")
    kind = classify(main.text, bool(GIVEN.search(text)) or bool(people & {"VOLLEYBALL", "TRIATHLETES"}))
    if kind is not Kind.PREVALENCE and acts_on_exposure(clause, exposures, outcomes):
        kind, outcomes = Kind.MECHANISM, frozenset()
    if outcomes and form is Form.PLAIN and (exposures or terms & NUTRIENT_WORDS):
        subject, outcome = exposures or GENERIC_EXPOSURE, outcomes
    return Frame(
        text=text,
        form=form,
        kind=kind,
        dose=read_dose(main.text, kind),
        clause=clause,
        terms=terms,
        content=terms - _covered_by_concepts(clause),
        subject=subject or outcome,
        outcome=outcome or subject,
        comparator=comparator,
        exposures=exposures,
        outcomes=outcomes,
        people=people | found.conditions,
        direction=_read_claimed(main, subject, outcome, form, text),
        numbers=read_numbers(text),
        lacking=_lacks_exposure(main, subject, outcomes),
        existential=bool(_EXISTENTIAL.search(text)),
        describes_a_study=bool(_STUDY.search(text)),
        denied_in=_denied_in(text),
        second_part_negative=bool(_SECOND_NEGATIVE.search(text)),
    )


def narrow(frame: Frame, outcome: str) -> Frame:
    """Give what a statement on several outcomes says of one of them."""
    only = frozenset((outcome,))
    main = leave_out_people(frame.text, frame.clause, frame.exposures) if frame.form is Form.PLAIN else frame.clause
    claimed = _read_claimed(main, frame.subject, only, frame.form, frame.text)
    return replace(frame, outcome=only, outcomes=only, direction=claimed)


def _lacks_exposure(clause: Clause, subject: frozenset[str], outcomes: frozenset[str]) -> bool:
    spots = sorted(spot for term in subject for spot in clause.places.get(term, ()))
    return subject_sign(clause, subject, outcomes) < 0 and not is_compared_with(clause, spots)


def _read_claimed(clause: Clause, subject: frozenset[str], outcome: frozenset[str], form: Form, text: str) -> Direction:
    """Read the direction that the statement claims; its templates say it in one word."""
    if form is Form.SUPERIORITY:
        return Direction(quality=1, linked=True)
    if form is Form.CONTRAST and (found := _CONTRAST.match(text)):
        how = found["how"].lower()
        if "no " in how:
            return Direction(null=True, linked=True)
        if "improve" in how:
            return Direction(quality=1, linked=True)
        return Direction(amount=1 if _MORE.search(how) else -1, linked=True)
    first = _SECOND_NEGATIVE.split(clause.text)[0]
    part = make_clause(first, {}) if first != clause.text else clause
    return read_claim(part, subject, outcome)


_MAKES = stems("make makes made")
_TO_MADE = 4
"""Words from "makes" to what people are made, at most (ours)."""


def _read_made(clause: Clause, sign: int, outcome: frozenset[str]) -> Direction | None:
    """Read what makes people ill ("makes children hyperactive"); None where no illness is named so."""
    ills = lexicon().of_role(outcome, "conditions", "lower_is_better")
    for spot in sorted(spot for term in ills for spot in clause.places.get(term, ())):
        made = [place for place in range(max(0, spot - _TO_MADE), spot) if clause.stems[place] in _MAKES]
        if made:
            denied = bool(negations() & set(clause.stems[max(0, made[0] - 2) : made[0]]))
            return Direction(amount=sign, quality=-sign, null=denied, linked=True)
    return None


def read_claim(clause: Clause, subject: frozenset[str], outcome: frozenset[str]) -> Direction:
    """Read the direction that a clause claims; where only the exposure is high or low, the outcome goes with it."""
    said = read_direction(clause, subject, outcome)
    if said.told:
        return said
    spots = sorted(spot for term in subject for spot in clause.places.get(term, ()))
    sign = subject_sign(clause, subject, outcome)
    if made := _read_made(clause, sign, outcome):
        return made
    if sign < 0:
        return Direction(amount=-1, linked=True)
    return Direction(amount=1, linked=True) if read_adjective(clause, spots, outcome) > 0 else said
