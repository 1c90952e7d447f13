"""Judge a statement that the table has no row for, by the fitted weights and what they leave open."""

from __future__ import annotations

from dataclasses import replace

from magcite.model import Reason, Verdict
from magcite.readers.support.case import Case
from magcite.readers.support.counted import find_other_count
from magcite.readers.support.coverage import TELLING, cover, word_weights
from magcite.readers.support.decision import CARRIED, TOLD, Decision, Ground, TableSays, grounds
from magcite.readers.support.evidence import tells_no_result
from magcite.readers.support.featuring import Features
from magcite.readers.support.passages import Passage
from magcite.readers.support.scope import list_strength, narrows
from magcite.readers.support.statement import Form
from magcite.readers.support.weighing import Weighing, weigh_case
from magcite.readers.support.weights import CONTRADICTS, NEITHER, SUPPORTS, PairScorer

ON_TOPIC = 0.5
"""Share of both sides of a statement, weighted, that a source must name to be about it (ours)."""
CLOSE = 0.8
"""Share of a statement that one sentence must hold to be about the same thing if a telling word is missing (ours)."""


SURE_ENOUGH = 0.5
"""Probability below which what the table found untold stays so (ours)."""
LEAST_SURE = 0.5
"""The least confidence that neither is told (ours): where another answer is hardly likelier, it is not given."""
OVERRULED_FROM = 0.8
"""Probability of the opposite from which what the table read of a result is overruled (ours).

By the folds either is right as often from 0.7 on, and the table, whose reading can be followed, oftener below; in plain
results of one sentence it is nearly always the table.
"""


def decide_by_weights(case: Case, scorer: PairScorer | None) -> Decision:
    """Give the answer that the weights hold likeliest, as one of the five verdicts."""
    if case.frame.form is Form.PLAIN and case.numbers_missing and (rival := find_other_count(case)):
        return _other_number(case, rival)
    misses = misses_the_point(case)
    weighing = weigh_case(case, scorer, TableSays.NO_WORD_OF_IT if misses else None)
    if misses and not (weighing.heard and weighing.confidence >= SURE_ENOUGH):
        return _neither(weighing, off=True)
    return _tell(case, weighing) or _neither(weighing, off=misses or _is_off(weighing.read))


def hear_beside(case: Case, scorer: PairScorer, decision: Decision) -> Decision:
    """Hear weights and learned model beside what the table decided, and give the verdict of all together.

    A result that the table read is not taken for untold, and is overruled only where the opposite is very likely;
    else the others make it more or less sure, as far as they hold it told at all. Where it read none, what they tell is
    given if it is likely enough and a sentence that may tell a result bears it out.
    """
    weighing = weigh_case(case, scorer, decision.says)
    if decision.verdict in TOLD:
        own, opposite = (SUPPORTS, CONTRADICTS) if decision.verdict in CARRIED else (CONTRADICTS, SUPPORTS)
        chances = weighing.chances
        if chances.of(opposite) < OVERRULED_FROM or case.frame.existential:
            return replace(decision, confidence=chances.of(own) + chances.neither * decision.confidence)
        weighing = replace(weighing, answer=opposite)
    elif weighing.answer != NEITHER and (weighing.confidence < SURE_ENOUGH or tells_no_result(weighing.quoted)):
        return replace(decision, confidence=max(weighing.chances.neither, LEAST_SURE))
    told = _tell(case, weighing)
    if told is None:
        return replace(decision, confidence=weighing.confidence)
    return replace(told, row=f"{told.row}, where the table reads: {decision.row}")


def _tell(case: Case, weighing: Weighing) -> Decision | None:
    """Give what is told; None where the answer is that neither is."""
    if weighing.answer == NEITHER:
        return None
    return _contradicts(weighing) if weighing.answer == CONTRADICTS else _supports(case, weighing)


def _contradicts(weighing: Weighing) -> Decision:
    reason = Reason.NULL_RESULT if weighing.read.values["best_null"] else Reason.WRONG_DIRECTION
    return Decision(
        verdict=Verdict.CONTRADICTS,
        row=weighing.tell("the source speaks against the statement"),
        passage=weighing.quoted,
        grounds=grounds(reason),
        confidence=weighing.confidence,
    )


def _other_number(case: Case, rival: Passage) -> Decision:
    """Give partial support where the source says the same with another number."""
    return Decision(
        verdict=Verdict.PARTIAL,
        row="the source gives another number",
        passage=rival,
        grounds=(Ground(Reason.NUMBER_MISMATCH, rival), *list_strength(case)),
        confidence=0.5,
    )


def _supports(case: Case, weighing: Weighing) -> Decision:
    found: list[Ground] = list_strength(case)
    if case.numbers_missing:
        found.append(Ground(Reason.NUMBER_MISMATCH))
    return Decision(
        verdict=Verdict.PARTIAL if narrows(case, found, told=True) else Verdict.SUPPORTS,
        row=weighing.tell("the source speaks for the statement"),
        passage=weighing.quoted,
        grounds=tuple(found),
        confidence=weighing.confidence,
    )


def _is_off(read: Features) -> bool:
    """Tell whether a source leaves out most of one side of the statement."""
    return min(read.values["cover_subject"], read.values["cover_outcome"]) < ON_TOPIC


def misses_the_point(case: Case) -> bool:
    """Tell whether a source on the same nutrient lacks all the words, or the numbers, that a plain statement turns on.

    A source that holds some of them may tell of it in other words, and is left to the weights.
    """
    if case.frame.form is not Form.PLAIN or not case.frame.exposures:
        return False
    content = case.frame.content
    others = content - case.frame.exposures
    telling = [term for term in others if word_weights().get(term, 1.0) >= TELLING] or others
    closest = max(cover(content, passage.terms) for passage in case.prepared.passages)
    if closest >= CLOSE:
        return False
    return bool(case.numbers_missing or (telling and case.prepared.all_terms.isdisjoint(telling)))


def _neither(weighing: Weighing, *, off: bool) -> Decision:
    return Decision(
        verdict=Verdict.UNRELATED if off else Verdict.UNCLEAR,
        row=weighing.tell("the source is about something else" if off else "the source does not tell"),
        passage=weighing.quoted,
        grounds=grounds(Reason.OUTCOME_MISMATCH if off else Reason.NOT_TOLD),
        confidence=max(weighing.chances.neither, LEAST_SURE),
    )
