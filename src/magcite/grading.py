"""The grading policy: cited sources and findings -> Grade, with the account of every step.

GRADE-informed: from abstracts only and from the cited sources only, which is not the literature. Risk of bias and
publication bias cannot be read from abstracts and are never guessed. Thresholds marked (ours) are magcite's own.
"""

from __future__ import annotations

from collections.abc import Sequence

from magcite.body import BEARING, best_supporter, is_opinion, judge_body, readings_with
from magcite.evidence import weigh
from magcite.ledger_words import Words, words_for
from magcite.model import (
    AssertionVerdict,
    Certainty,
    CitedSource,
    Grade,
    Language,
    LedgerEntry,
    Reading,
    StudyType,
    Verdict,
)

FEW_FOR_PRECISION = 400
"""People in all below which a body of evidence is imprecise (GRADE's rule of thumb for continuous outcomes)."""
VERY_FEW = 100
"""People in all below which it is very imprecise (ours)."""
AGREEMENT = 0.8
"""Share of people in studies pointing one way from which a body counts as consistent (ours)."""

_NOT_PEOPLE = frozenset({StudyType.ANIMAL, StudyType.IN_VITRO})


def grade(sources: Sequence[CitedSource], *, overstated: bool, language: Language) -> Grade:
    """Grade one assertion: what its sources say together, and how certain that is."""
    words = words_for(language)
    verdict = judge_body(sources)
    bearing = readings_with(sources, *BEARING)
    ledger = _keep_ledger(sources, bearing, words)
    certainty = _certainty(ledger, bearing)
    return Grade(
        verdict=verdict,
        certainty=certainty,
        overstated=overstated,
        ledger=ledger,
        summary=_summarise(sources, verdict, certainty, words),
    )


def _best(sources: Sequence[CitedSource], bearing: Sequence[Reading]) -> Reading:
    return best_supporter(sources) or min(bearing, key=lambda reading: reading.evidence_level or float("inf"))


def _keep_ledger(sources: Sequence[CitedSource], bearing: Sequence[Reading], words: Words) -> tuple[LedgerEntry, ...]:
    if not bearing:
        return ()
    best = _best(sources, bearing)
    start = weigh(best.facts.design, best.facts.sample).start
    study_type = best.facts.design.study_type
    design = study_type.value if study_type else StudyType.UNKNOWN
    return (
        LedgerEntry(domain="start", change=int(start), because=words.starts_at(design, start)),
        LedgerEntry(domain="risk-of-bias", change=None, because=words.not_assessable),
        _inconsistency(bearing, words),
        _indirectness(bearing, words),
        _imprecision(bearing, words),
        LedgerEntry(domain="publication-bias", change=None, because=words.not_assessable),
        LedgerEntry(domain="large-effect", change=None, because=words.not_assessable),
    )


def _inconsistency(bearing: Sequence[Reading], words: Words) -> LedgerEntry:
    if len(bearing) == 1:
        return LedgerEntry(domain="inconsistency", change=0, because=words.single_study)
    weights = {True: 0, False: 0}
    for reading in bearing:
        people = reading.facts.sample.participants
        against = reading.support is not None and reading.support.value is Verdict.CONTRADICTS
        weights[against] += people.value if people else 1
    share = max(weights.values()) / sum(weights.values()) if sum(weights.values()) else 1.0
    agree = share >= AGREEMENT and not (weights[True] and weights[False] and _trials_disagree(bearing))
    because = words.consistent if agree else words.inconsistent
    return LedgerEntry(domain="inconsistency", change=0 if agree else -1, because=because)


def _trials_disagree(bearing: Sequence[Reading]) -> bool:
    verdicts = {
        reading.support.value is Verdict.CONTRADICTS
        for reading in bearing
        if reading.support
        and reading.facts.design.study_type
        and reading.facts.design.study_type.value is StudyType.RANDOMIZED_TRIAL
    }
    return len(verdicts) > 1


def _indirectness(bearing: Sequence[Reading], words: Words) -> LedgerEntry:
    types = [reading.facts.design.study_type.value for reading in bearing if reading.facts.design.study_type]
    if types and all(study_type in _NOT_PEOPLE for study_type in types):
        return LedgerEntry(domain="indirectness", change=-2, because=words.not_people)
    if all(reading.support and reading.support.value is Verdict.PARTIAL for reading in bearing):
        return LedgerEntry(domain="indirectness", change=-1, because=words.only_partial)
    return LedgerEntry(domain="indirectness", change=0, because=words.direct)


def _imprecision(bearing: Sequence[Reading], words: Words) -> LedgerEntry:
    sizes = [reading.facts.sample.participants.value for reading in bearing if reading.facts.sample.participants]
    if not sizes:
        return LedgerEntry(domain="imprecision", change=None, because=words.size_unknown)
    total = sum(sizes)
    change = -2 if total < VERY_FEW else -1 if total < FEW_FOR_PRECISION else 0
    return LedgerEntry(domain="imprecision", change=change, because=words.people_in_all(total))


def _certainty(ledger: Sequence[LedgerEntry], bearing: Sequence[Reading]) -> Certainty:
    if not bearing:
        return Certainty.NONE
    level = sum(entry.change for entry in ledger if entry.change is not None)
    lowest = Certainty.NONE if all(map(is_opinion, bearing)) and level <= 0 else Certainty.VERY_LOW
    return Certainty(max(lowest, min(Certainty.HIGH, level)))


def _summarise(sources: Sequence[CitedSource], verdict: AssertionVerdict, certainty: Certainty, words: Words) -> str:
    best = best_supporter(sources)
    for_it = len(readings_with(sources, Verdict.SUPPORTS, Verdict.PARTIAL))
    against = len(readings_with(sources, Verdict.CONTRADICTS))
    unread = sum(source.reading is None or source.reading.support is None for source in sources)
    study_type = best.facts.design.study_type if best else None
    return words.sum_up(
        verdict=verdict,
        certainty=certainty,
        best=study_type.value if study_type else None,
        counts=(len(sources), for_it, against, unread),
    )
