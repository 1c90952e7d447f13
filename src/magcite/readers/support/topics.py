"""Tell which of the things that a statement names are its exposure, its outcomes, and what its people have."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from magcite.readers.support.cues import cue_table
from magcite.readers.support.passages import Clause
from magcite.readers.support.patterns import Lazy
from magcite.readers.support.subject import ATTRIBUTES
from magcite.readers.support.words import MEASURED_ROLES, lexicon, split_words, stems

TWO = 2
"""Exposures of a statement of which one may be what the other changes."""
_AS_WELL_AS = Lazy(
    r"\b(?:than|(?:just )?as (?:well|effective|good|much|strong\w*|potent) as|equivalent to|no worse than|"
    r"superior to)\b"
)
_LOWERS = stems("lower reduced increased")
_WITH = frozenset(("with", "and", "or", "than", "plus"))
_AND_OR = frozenset(("and", "or"))
_LISTING = _AND_OR | {"disease", "risk", "of", "both"}
_TAKERS = Lazy(
    r"\b(?:in|among) (?:[\w-]+ )?(?:people|patients|adults|women|men|children|those|users) (?:who|taking|using|on)\b"
)
_PERSONS = frozenset(
    (word,) for word in stems("people adults patients women men children persons individuals participants")
)


_PAST = stems("past after beyond")
_TO_PERSONS = 3
"""Words from "women" to the menopause that they are past, at most (ours)."""


@dataclass(frozen=True, slots=True)
class Topics:
    """The concepts of a statement by what it says of them; `conditions` are those that its people have."""

    exposures: frozenset[str]
    outcomes: frozenset[str]
    conditions: frozenset[str]


def find_topics(clause: Clause, main: Clause, terms: frozenset[str], outcome: frozenset[str]) -> Topics:
    """Find exposures and outcomes of a statement; an illness is an outcome where no other is, or beside one.

    `main` is the statement without the people at its ends, `terms` and `outcome` are the terms of the whole and of the
    side behind its verb.
    """
    said = (terms & main.places.keys()) - _people_described(main)
    exposures = _without_comparator(main, lexicon().of_role(terms, "exposures") & main.places.keys())
    outcomes = lexicon().of_role(said, *MEASURED_ROLES)
    if not outcomes and (changed := _changed_exposure(main, exposures)):
        exposures, outcomes = exposures - changed, changed
    conditions = lexicon().of_role(terms, "conditions")
    ill = conditions & said
    if not outcomes and ill:
        outcomes = ill & outcome or ill
    elif outcome & ill and not outcome & outcomes:
        outcomes = outcome & ill
    outcomes = _outside_people(main, outcomes | _listed_beside(main, outcomes, ill))
    return Topics(exposures, _named_themselves(clause, outcomes), conditions - outcomes)


def _named_themselves(clause: Clause, outcomes: frozenset[str]) -> frozenset[str]:
    """Leave out the outcomes that stand in the statement only as the broader name of a narrower one."""
    broader = lexicon().broader
    implied = {
        wide
        for narrow in outcomes
        if (wide := broader.get(narrow)) and set(clause.places.get(wide, ())) <= set(clause.places[narrow])
    }
    return outcomes - implied


def _spans(clause: Clause, names: frozenset[str]) -> list[tuple[int, int, str]]:
    """Give where each concept begins and ends among the words of a clause."""
    words = lexicon()
    return sorted(
        (spot, spot + words.at(clause.stems, spot)[1], name) for name in names for spot in clause.places.get(name, ())
    )


def _listed_beside(clause: Clause, outcomes: frozenset[str], conditions: frozenset[str]) -> frozenset[str]:
    """Give the illnesses that stand in one list with an outcome ("the risk of diabetes, stroke and fractures")."""
    spans = _spans(clause, outcomes | conditions)
    beside = {
        (one[2], other[2])
        for one, other in pairwise(spans)
        if other[0] >= one[1] and _joins(clause.stems[one[1] : other[0]])
    }
    found = set(outcomes)
    for _ in spans:
        found |= {name for pair in beside if found & set(pair) for name in pair}
    return frozenset(found) & conditions


def _without_comparator(clause: Clause, exposures: frozenset[str]) -> frozenset[str]:
    """Leave out what an exposure is only compared with ("X works as well as Y")."""
    compared = _AS_WELL_AS.search(clause.text)
    turn = len(split_words(clause.text[: compared.start()])) if compared else 0
    first = frozenset(name for name in exposures if clause.places[name][0] < turn)
    return first or exposures


def _changed_exposure(clause: Clause, exposures: frozenset[str]) -> frozenset[str]:
    """Give the exposure that a statement is on the amount of, where another changes it ("PPIs lower vitamin B12")."""
    spans = _spans(clause, exposures)
    if len(exposures) != len(spans) or len(spans) != TWO:
        return frozenset()
    (_, end, _), (start, _, name) = spans
    between = [word for word in clause.stems[end:start] if word in cue_table() and word not in ATTRIBUTES - _LOWERS]
    return frozenset((name,)) if between and not _WITH & set(clause.stems[end:start]) else frozenset()


def _joins(words: tuple[str, ...]) -> bool:
    """Tell whether the words between two names make one list of them."""
    return not words or (set(words) <= _LISTING and bool(_AND_OR & set(words)))


def _outside_people(clause: Clause, outcomes: frozenset[str]) -> frozenset[str]:
    """Leave out what only says for what people take the exposure, where an outcome stands before them."""
    who = _TAKERS.search(clause.text)
    if not who:
        return outcomes
    turn = len(split_words(clause.text[: who.start()]))
    before = frozenset(name for name in outcomes if clause.places[name][0] < turn)
    return before or outcomes


def _is_stage(clause: Clause, spot: int) -> bool:
    """Tell whether an illness or a time of life is only what people have behind them ("women past the menopause")."""
    before = clause.stems[max(0, spot - _TO_PERSONS) : spot]
    return bool(_PAST & set(before)) and any((word,) in _PERSONS for word in before)


def _people_described(clause: Clause) -> frozenset[str]:
    """Give the conditions that only describe people ("overweight adults")."""
    length = {term: lexicon().at(clause.stems, spots[0])[1] for term, spots in clause.places.items()}
    return frozenset(
        term
        for term in lexicon().of_role(clause.places, "conditions")
        if all(
            clause.stems[spot + length[term] : spot + length[term] + 1] in _PERSONS or _is_stage(clause, spot)
            for spot in clause.places[term]
        )
    )
