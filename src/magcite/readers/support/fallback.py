"""Judge a statement that the table has no row for, by the fitted weights and what they leave open."""

from __future__ import annotations

from magcite.model import Reason, Verdict
from magcite.readers.support.case import Case
from magcite.readers.support.counted import find_other_count
from magcite.readers.support.coverage import TELLING, cover, word_weights
from magcite.readers.support.decision import Decision, Ground, grounds
from magcite.readers.support.featuring import Features, choose_weights, read_features
from magcite.readers.support.passages import Passage, prepare
from magcite.readers.support.scope import WEAK, list_strength
from magcite.readers.support.statement import Form
from magcite.readers.support.weights import MODEL_SHARE, Chances, PairScorer, weigh_features

ON_TOPIC = 0.5
"""Share of both sides of a statement, weighted, that a source must name to be about it (ours)."""
CLOSE = 0.8
"""Share of a statement that one sentence must hold to be about the same thing if a telling word is missing (ours)."""
TELLS_AS_MUCH = WEAK | {Reason.OPINION_ONLY}
"""Reasons that leave a statement which the source itself makes fully carried."""
PASSAGES_SCORED = 3
"""How many of the most telling sentences a learned model is asked about."""


def decide_by_weights(case: Case, scorer: PairScorer | None) -> Decision:
    """Give the answer that the weights hold likeliest, as one of the five verdicts."""
    if case.frame.form is Form.PLAIN and case.numbers_missing and (rival := find_other_count(case)):
        return _other_number(case, rival)
    read = read_features(case.frame, prepare(case.article, reviews=False))
    chances = weigh_features(read, choose_weights(case.frame, case.prepared))
    if scorer is not None:
        chances = chances.mix(_ask(scorer, case, read), MODEL_SHARE)
    if case.frame.form is Form.PLAIN and case.frame.exposures and _misses_the_point(case):
        return _neither(read, chances, off=True)
    likeliest = max(chances.supports, chances.contradicts, chances.neither)
    if likeliest == chances.neither:
        return _neither(read, chances, off=_is_off(read))
    if likeliest == chances.contradicts:
        reason = Reason.NULL_RESULT if read.values["best_null"] else Reason.WRONG_DIRECTION
        return Decision(
            verdict=Verdict.CONTRADICTS,
            row="the source speaks against the statement",
            passage=read.best,
            grounds=grounds(reason),
            confidence=likeliest,
        )
    return _supports(case, read, likeliest)


def _other_number(case: Case, rival: Passage) -> Decision:
    """Give partial support where the source says the same with another number."""
    return Decision(
        verdict=Verdict.PARTIAL,
        row="the source gives another number",
        passage=rival,
        grounds=(Ground(Reason.NUMBER_MISMATCH, rival), *list_strength(case)),
        confidence=0.5,
    )


def _supports(case: Case, read: Features, likeliest: float) -> Decision:
    found: list[Ground] = list_strength(case)
    if case.numbers_missing:
        found.append(Ground(Reason.NUMBER_MISMATCH))
    return Decision(
        verdict=Verdict.SUPPORTS if all(ground.reason in TELLS_AS_MUCH for ground in found) else Verdict.PARTIAL,
        row="the source speaks for the statement",
        passage=read.best,
        grounds=tuple(found),
        confidence=likeliest,
    )


def _is_off(read: Features) -> bool:
    """Tell whether a source leaves out most of one side of the statement."""
    return min(read.values["cover_subject"], read.values["cover_outcome"]) < ON_TOPIC


def _misses_the_point(case: Case) -> bool:
    """Tell whether a source on the same nutrient lacks the words, or the numbers, that the statement turns on."""
    content = case.frame.content
    telling = [term for term in content if word_weights().get(term, 1.0) >= TELLING]
    missing = sum(term not in case.prepared.all_terms for term in telling)
    closest = max(cover(content, passage.terms) for passage in case.prepared.passages)
    if closest >= CLOSE:
        return False
    return missing > 0 or bool(case.numbers_missing)


def _neither(read: Features, chances: Chances, *, off: bool) -> Decision:
    return Decision(
        verdict=Verdict.UNRELATED if off else Verdict.UNCLEAR,
        row="the source is about something else" if off else "the source does not tell",
        passage=read.best,
        grounds=grounds(Reason.OUTCOME_MISMATCH if off else Reason.NOT_TOLD),
        confidence=max(chances.neither, 0.5),
    )


def _ask(scorer: PairScorer, case: Case, read: Features) -> tuple[float, float, float]:
    """Ask a learned model about the most telling sentences and keep its most decided answer."""
    answers = [scorer.score(case.frame.text, passage.sentence.text) for passage in read.ranked[:PASSAGES_SCORED]]
    return min(answers, key=lambda answer: answer[2])
