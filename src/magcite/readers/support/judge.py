"""Judge whether a source supports a statement, with the sentence the verdict rests on and the reasons for it."""

from __future__ import annotations

from dataclasses import replace

from magcite.model import Article, ArticleFacts, Fact, Verdict
from magcite.readers.sentences import Part
from magcite.readers.support.case import Case, lay_out
from magcite.readers.support.decide import decide
from magcite.readers.support.decision import TOLD, Decision
from magcite.readers.support.evidence import tells_no_result
from magcite.readers.support.fallback import SURE_ENOUGH, decide_by_weights
from magcite.readers.support.named import decide_by_name
from magcite.readers.support.passages import Passage
from magcite.readers.support.patterns import Lazy
from magcite.readers.support.reasons import SupportReading, SupportReason
from magcite.readers.support.statement import parse_statement
from magcite.readers.support.weights import PairScorer

MIN_WORDS = 3
"""Words that a part needs to be a statement of its own."""
MAX_PARTS = 3
_TEMPLATE = Lazy(r"in terms of|compared with")


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
    readings = [_judge_part(part, article, facts, scorer) for part in _parts(statement)]
    return _join(readings) if len(readings) > 1 else readings[0]


def _parts(statement: str) -> list[str]:
    """Split a statement whose halves each say something of their own."""
    parts = [part.strip() for part in statement.split(";")]
    long = all(len(part.split()) >= MIN_WORDS for part in parts)
    return parts if 1 < len(parts) <= MAX_PARTS and long and not _TEMPLATE.search(statement) else [statement]


def _join(readings: list[SupportReading]) -> SupportReading:
    """Join what was read of the parts: a part carried and a part not carried make the whole partly carried."""
    verdicts = {reading.fact.value for reading in readings}
    carried = [r for r in readings if r.fact.value in {Verdict.SUPPORTS, Verdict.PARTIAL}]
    if len(verdicts) == 1 or not carried:
        return max(readings, key=lambda reading: reading.fact.confidence)
    chosen = carried[0]
    fact = replace(
        chosen.fact,
        value=Verdict.PARTIAL,
        basis=f"only a part of the statement is carried; {chosen.fact.basis}",
        confidence=min(reading.fact.confidence for reading in readings),
    )
    return SupportReading(fact=fact, reasons=tuple(reason for reading in readings for reason in reading.reasons))


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

    Where the table found no result that it can read, a learned model that is sure enough of one, and has a sentence
    that may tell it, is heard.
    """
    if case.frame.understood and case.frame.exposures:
        decision = decide(case)
        if decision.unread and scorer is not None:
            weighed = decide_by_weights(case, scorer)
            told = weighed.verdict in TOLD and weighed.confidence >= SURE_ENOUGH
            if told and weighed.passage and not tells_no_result(weighed.passage):
                return weighed
        return decision
    if named := decide_by_name(case, facts):
        return named
    return decide(case) if case.frame.understood else decide_by_weights(case, scorer)


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
