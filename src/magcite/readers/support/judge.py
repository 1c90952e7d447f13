"""Judge whether a source supports a statement, with the sentence the verdict rests on and the reasons for it."""

from __future__ import annotations

from dataclasses import replace

from magcite.model import Article, ArticleFacts, Fact, Verdict
from magcite.readers.sentences import Part
from magcite.readers.support.case import Case, lay_out
from magcite.readers.support.decide import decide
from magcite.readers.support.decision import CARRIED, Decision
from magcite.readers.support.fallback import decide_by_weights, hear_beside
from magcite.readers.support.left_out import decide_left_out
from magcite.readers.support.named import decide_by_name
from magcite.readers.support.parting import part_statement
from magcite.readers.support.passages import Passage
from magcite.readers.support.reasons import SupportReading, SupportReason
from magcite.readers.support.statement import narrow, parse_statement
from magcite.readers.support.weights import PairScorer


def read_support(statement: str, article: Article, facts: ArticleFacts | None = None) -> Fact[Verdict] | None:
    """Read whether an article supports an English statement; None without an abstract."""
    reading = judge_support(statement, article, facts)
    return reading.fact if reading else None


def judge_support(
    statement: str,
    article: Article,
    facts: ArticleFacts | None = None,
    scorer: PairScorer | None = None,
) -> SupportReading | None:
    """Judge a statement by an article's abstract and give every reason; None without an abstract."""
    if not any(section.text.strip() for section in article.abstract):
        return None
    readings = [_judge_part(part, article, facts, scorer) for part in part_statement(statement)]
    return _join(readings) if len(readings) > 1 else readings[0]


def _join(readings: list[SupportReading]) -> SupportReading:
    """Join what was read of the parts: the whole is carried, or spoken against, where every part is.

    A part carried beside one that is not makes the whole partly carried; one spoken against beside one not told leaves
    it open.
    """
    verdicts = {reading.fact.value for reading in readings}
    carried = [r for r in readings if r.fact.value in CARRIED]
    if len(verdicts) == 1 or not carried:
        return _join_alike(readings, verdicts)
    chosen = min(carried, key=lambda reading: (reading.fact.value is Verdict.SUPPORTS, -reading.fact.confidence))
    all_carried = len(carried) == len(readings)
    told = chosen.fact.basis if all_carried else f"only a part of the statement is carried; {chosen.fact.basis}"
    return _put_together(chosen, readings, Verdict.PARTIAL, told)


def _join_alike(readings: list[SupportReading], verdicts: set[Verdict]) -> SupportReading:
    """Join parts that came out alike, or none of which is carried."""
    if len(verdicts) == 1:
        return _put_together(readings[0], readings, readings[0].fact.value, readings[0].fact.basis)
    open_to = (Verdict.CONTRADICTS, Verdict.UNCLEAR)
    chosen = next(reading for verdict in open_to for reading in readings if reading.fact.value is verdict)
    against = chosen.fact.value is Verdict.CONTRADICTS
    told = f"the source speaks against a part and does not tell the rest; {chosen.fact.basis}"
    return _put_together(chosen, readings, Verdict.UNCLEAR, told if against else chosen.fact.basis)


def _put_together(
    chosen: SupportReading, readings: list[SupportReading], verdict: Verdict, basis: str
) -> SupportReading:
    """Give the parts one verdict with the words of one of them, the reasons of all, and the least confidence."""
    confidence = min(reading.fact.confidence for reading in readings)
    fact = replace(chosen.fact, value=verdict, basis=basis, confidence=confidence)
    reasons = {reason.reason: reason for reading in (*reversed(readings), chosen) for reason in reading.reasons}
    return SupportReading(fact=fact, reasons=tuple(reasons.values()))


def _judge_part(
    statement: str, article: Article, facts: ArticleFacts | None, scorer: PairScorer | None
) -> SupportReading:
    case = lay_out(parse_statement(statement), article, facts)
    decision = _decide(case, facts, scorer)
    passage = decision.passage or _most_telling(case)
    quote = passage.sentence.quote()
    fact = Fact(
        value=decision.verdict, quote=quote, confidence=round(decision.confidence, 3), basis=_explain(case, decision)
    )
    reasons = {
        ground.reason: SupportReason(
            reason=ground.reason,
            quote=ground.passage.sentence.quote() if ground.passage else quote,
            because=decision.row,
        )
        for ground in reversed(decision.grounds)
    }
    return SupportReading(fact=fact, reasons=tuple(reversed(reasons.values())))


def _decide(case: Case, facts: ArticleFacts | None, scorer: PairScorer | None) -> Decision:
    """Decide by the table where the statement is understood, then by the words it shares, then by the weights.

    Where the table read something that a learned model may read otherwise, it is heard beside the table.
    """
    decision = decide_by_table(case, facts)
    if decision is None:
        return decide_by_weights(case, scorer)
    return hear_beside(case, scorer, decision) if decision.says and scorer else decision


def decide_by_table(case: Case, facts: ArticleFacts | None = None) -> Decision | None:
    """Decide what the source left out, what the table understands and what it can name; None for the rest."""
    if left_out := decide_left_out(case):
        return left_out
    if case.frame.understood and case.frame.exposures:
        return _decide_each(case, facts) or decide(case)
    if named := decide_by_name(case, facts):
        return named
    return decide(case) if case.frame.understood else None


def _decide_each(case: Case, facts: ArticleFacts | None) -> Decision | None:
    """Judge a statement on several outcomes by each, where it says not the same of all or some are spoken against.

    None where the outcomes are best judged together. Where every outcome is spoken against, so is the statement; where
    another is carried, it is carried in part.
    """
    if len(case.frame.outcomes) <= 1 or case.frame.second_part_negative:
        return None
    frames = [narrow(case.frame, outcome) for outcome in sorted(case.frame.outcomes)]
    decisions = [decide(lay_out(frame, case.article, facts)) for frame in frames]
    against = [one for one in decisions if one.verdict is Verdict.CONTRADICTS]
    carried = [one for one in decisions if one.verdict in CARRIED]
    if len(against) == len(decisions):
        return against[0]
    if len(carried) == len(decisions) and len({frame.direction.null for frame in frames}) > 1:
        return max(carried, key=lambda one: one.verdict is Verdict.PARTIAL)
    if not against or not carried or len(against) + len(carried) < len(decisions):
        return None
    return replace(
        carried[0],
        verdict=Verdict.PARTIAL,
        row="the source speaks for a part of the statement and against another",
        grounds=(*carried[0].grounds, *against[0].grounds),
        confidence=min(one.confidence for one in (*carried, *against)),
        says=None,
    )


def _most_telling(case: Case) -> Passage:
    """Give the sentence that shows best what the article is about: most shared terms, else conclusion or title."""
    terms = case.frame.terms

    def score(passage: Passage) -> tuple[float, bool]:
        return (
            len(terms & passage.terms) + passage.concludes * 0.5 - passage.background,
            passage.sentence.part is Part.TITLE,
        )

    return max(case.prepared.passages, key=score)


def _explain(case: Case, decision: Decision) -> str:
    exposure = "exposure found" if case.exposure_found else "exposure not found"
    outcome = "outcome found" if case.outcomes_found else "outcome not found"
    reasons = ", ".join(dict.fromkeys(ground.reason.value for ground in decision.grounds))
    return f"{decision.row}; {exposure}; {outcome}; {case.source.value}" + (f"; {reasons}" if reasons else "")
