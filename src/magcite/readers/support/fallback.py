"""Judge a statement that the table has no row for, by the fitted weights and what they leave open."""

from __future__ import annotations

from dataclasses import dataclass

from magcite.model import Reason, Verdict
from magcite.readers.support.case import Case
from magcite.readers.support.counted import find_other_count
from magcite.readers.support.coverage import TELLING, cover, word_weights
from magcite.readers.support.decision import Decision, Ground, grounds
from magcite.readers.support.featuring import Features, choose_weights, read_features
from magcite.readers.support.learned import Heard, ask_model, choose_answer, list_voices, pool, read_poolings
from magcite.readers.support.passages import Passage, prepare
from magcite.readers.support.scope import list_strength, narrows
from magcite.readers.support.statement import Form
from magcite.readers.support.telling import rank_telling
from magcite.readers.support.weights import LABELS, Chances, PairScorer, weigh_features

_, CONTRADICTS, NEITHER = LABELS
ON_TOPIC = 0.5
"""Share of both sides of a statement, weighted, that a source must name to be about it (ours)."""
CLOSE = 0.8
"""Share of a statement that one sentence must hold to be about the same thing if a telling word is missing (ours)."""
SURE_ENOUGH = 0.5
"""Probability below which a statement whose direction was not read is left open (ours)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """What the weights make of a case: the readings, what a model said if one was asked, and the answer chosen."""

    read: Features
    told: tuple[Passage, ...]
    heard: Heard | None
    chances: Chances
    answer: str

    @property
    def confidence(self) -> float:
        """Give the probability of the answer chosen."""
        return self.chances.of(self.answer)

    def tell(self, row: str) -> str:
        """Say what was found, and who found it where a model had a say."""
        return f"{row} (rules and learned model together)" if self.heard else row

    @property
    def quoted(self) -> Passage:
        """Give the most telling sentence; the title only where there is nothing else."""
        return self.told[0] if self.told else self.read.best


def weigh_case(case: Case, scorer: PairScorer | None) -> Weighing:
    """Weigh the rules' readings, together with what a learned model says where there is one."""
    frame, prepared = case.frame, prepare(case.article, reviews=False)
    read, told = read_features(frame, prepared), rank_telling(frame, prepared)
    form = choose_weights(frame, case.prepared)
    rules = weigh_features(read, form)
    if scorer is None:
        return Weighing(read=read, told=told, heard=None, chances=rules, answer=rules.likeliest)
    heard, pooling = ask_model(scorer, frame.text, case.article.title, prepared, told), read_poolings()[form]
    chances = pool(list_voices(rules, heard), pooling)
    return Weighing(read=read, told=told, heard=heard, chances=chances, answer=choose_answer(chances, pooling))


def decide_by_weights(case: Case, scorer: PairScorer | None) -> Decision:
    """Give the answer that the weights hold likeliest, as one of the five verdicts."""
    if case.frame.form is Form.PLAIN and case.numbers_missing and (rival := find_other_count(case)):
        return _other_number(case, rival)
    weighing = weigh_case(case, scorer)
    if case.frame.form is Form.PLAIN and case.frame.exposures:
        if _misses_the_point(case):
            return _neither(weighing, off=True)
        if not case.frame.direction.told and weighing.confidence < SURE_ENOUGH:
            return _neither(weighing, off=False)
    if weighing.answer == NEITHER:
        return _neither(weighing, off=_is_off(weighing.read))
    if weighing.answer == CONTRADICTS:
        return _contradicts(weighing)
    return _supports(case, weighing)


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


def _misses_the_point(case: Case) -> bool:
    """Tell whether a source on the same nutrient lacks all the words, or the numbers, that the statement turns on.

    A source that holds some of them may tell of it in other words, and is left to the weights.
    """
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
        confidence=max(weighing.chances.neither, 0.5),
    )
