"""The audit: claims and a source of articles in, a graded report out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from magcite.body import BEARING, MIGHT_STILL_SPEAK, best_supporter, readings_with, verdicts_on
from magcite.evidence import weigh
from magcite.gates.catalogue import GATE_RULES
from magcite.gates.drift import DRIFT_RULES
from magcite.gates.fingerprints import with_fingerprints
from magcite.gates.waivers import WaiverOptions, apply_waivers
from magcite.grading import grade
from magcite.lexicons.groups import describe_study
from magcite.memory import Memory
from magcite.model import (
    Article,
    ArticleIds,
    Assertion,
    AuditedAssertion,
    AuditedClaim,
    Citation,
    CitedSource,
    Claim,
    ClaimsFile,
    Finding,
    Grade,
    Identifier,
    IdKind,
    Language,
    MissingArticle,
    Pmid,
    Reading,
    Report,
    SecondOpinion,
    Status,
    Verdict,
)
from magcite.readers.article import read_article
from magcite.readers.judging import judge
from magcite.readers.strength import read_strength
from magcite.readers.support import PairScorer
from magcite.rules import OVERSTATING, RULES
from magcite.rules.engine import find_flaws
from magcite.rules.interface import AssertionCase, ClaimCase
from magcite.rules.standing import is_told_as_one
from magcite.sources.interface import Answer, ArticleSource
from magcite.suggestions import nearby_pmids
from magcite.wording import suggest_wording

_KNOWN_RULES = frozenset(rule.id for rule in RULES) | frozenset(GATE_RULES)
SURE_ENOUGH_TO_SUGGEST = 0.5
"""Confidence in the fit of a neighbouring record from which it is worth suggesting (ours)."""


_AMONG_OTHERS = {Language.ENGLISH: "{}, among others", Language.DUTCH: "onder meer {}"}


class Reach(ArticleSource, Protocol):
    """A source that can list the PMIDs it holds without asking anyone."""

    def pmids(self) -> tuple[Pmid, ...]:
        """Give the PMIDs held, sorted."""
        ...


class Opinions(Protocol):
    """Someone else to ask about a statement and an article."""

    def opine(self, statement: str, article: Article) -> SecondOpinion:
        """Give the opinion on a statement in English, or the reason why there is none."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditOptions:
    """What a run was asked: day, language of messages, rules wanted, where suggestions may look, what is remembered.

    `scorer` is a learned model with a say in the verdicts, `opinions` someone whose word is only shown; both None
    unless asked for. `memory` must be that of the same scorer.
    """

    today: date
    language: Language = Language.ENGLISH
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    reach: Reach | None = None
    memory: Memory | None = None
    scorer: PairScorer | None = None
    opinions: Opinions | None = None


def audit(files: Sequence[ClaimsFile], source: ArticleSource, options: AuditOptions) -> Report:
    """Look every cited source up once, then read, judge and grade claim after claim."""
    answers = source.look_up(sorted({citation.identifier for citation in _citations(files)}, key=_in_order))
    auditor = Auditor(answers, options)
    claims = tuple(auditor.audit_claim(file, claim) for file in files for claim in file.claims)
    return Report(files=tuple(files), claims=claims, remarks=tuple(_tell_untranslated(files, options.language)))


def _tell_untranslated(files: Iterable[ClaimsFile], language: Language) -> Iterator[str]:
    """Say how many statements can get no verdict because their file gives no English for them."""
    for file in files:
        without = sum(one.english is None for claim in file.claims for one in claim.assertions)
        if without and language is Language.DUTCH:
            yield f"{file.path}: {without} keer ontbreekt `english`, en daarmee het oordeel; zet het Engels erbij"
        elif without:
            yield f"{file.path}: no `english` beside {without} of its statements, so no verdict on them; add it"


def _citations(files: Iterable[ClaimsFile]) -> Iterable[Citation]:
    for file in files:
        for claim in file.claims:
            yield from claim.citations


def _in_order(identifier: Identifier) -> tuple[str, str]:
    return (identifier.kind.value, identifier.value)


class Auditor:
    """Audits claims against one set of answers; what was read from an article is kept for the next claim."""

    def __init__(self, answers: Mapping[Identifier, Answer], options: AuditOptions) -> None:
        self._answers = answers
        self._options = options
        self._memory = options.memory or Memory(None)
        pmids = {identifier.value for identifier in answers if identifier.kind is IdKind.PMID}
        self._known = frozenset(pmids) | frozenset(options.reach.pmids() if options.reach else ())

    def audit_claim(self, file: ClaimsFile, claim: Claim) -> AuditedClaim:
        """Read, judge and grade every assertion of one claim."""
        case = self._build_case(file, claim)
        raw = find_flaws(
            case, select=self._options.select, ignore=self._options.ignore, language=self._options.language
        )
        options = self._waiver_options(case)
        findings = apply_waivers(claim, with_fingerprints(claim, raw), today=self._options.today, options=options)
        assertions = tuple(self._grade(assertion, findings) for assertion in case.assertions)
        own = {assertion.id for assertion in claim.assertions}
        return AuditedClaim(
            claim=claim,
            assertions=assertions,
            findings=tuple(finding for finding in findings if finding.owner not in own),
        )

    def _waiver_options(self, case: ClaimCase) -> WaiverOptions:
        unread = frozenset(
            one.assertion.id
            for one in case.assertions
            if any(cited.status in MIGHT_STILL_SPEAK for cited in one.sources)
        )
        return WaiverOptions(
            known=_KNOWN_RULES,
            ran=(self._options.select or _KNOWN_RULES) - self._options.ignore - frozenset(DRIFT_RULES),
            unread=unread,
            language=self._options.language,
        )

    def _grade(self, case: AssertionCase, findings: Sequence[Finding]) -> AuditedAssertion:
        own = tuple(finding for finding in findings if finding.owner == case.assertion.id)
        overstated = any(finding.rule in OVERSTATING for finding in own)
        graded = grade(case.sources, overstated=overstated, language=self._options.language)
        return AuditedAssertion(
            assertion=case.assertion,
            strength=case.strength,
            sources=case.sources,
            grade=graded,
            findings=own,
            suggested_wording=_suggest(case, graded) if overstated or not is_told_as_one(case) else None,
        )

    def _build_case(self, file: ClaimsFile, claim: Claim) -> ClaimCase:
        assertions = tuple(
            AssertionCase(
                claim=claim,
                assertion=assertion,
                strength=read_strength(assertion.text, file.language),
                context=file.context,
                language=file.language,
                sources=self._look_at(assertion.citations, assertion),
            )
            for assertion in claim.assertions
        )
        sources = tuple(self._suggest(source, claim, assertions) for source in self._look_at(claim.citations, None))
        return ClaimCase(
            claim=claim, context=file.context, language=file.language, assertions=assertions, sources=sources
        )

    def _look_at(self, citations: Sequence[Citation], assertion: Assertion | None) -> tuple[CitedSource, ...]:
        """Set each record cited beside the assertion once, whatever the number of names it is cited by."""
        first: dict[ArticleIds | Identifier, Citation] = {}
        others: dict[ArticleIds | Identifier, list[str]] = {}
        for citation in citations:
            answer = self._answers[citation.identifier]
            key = answer.ids if isinstance(answer, Article) else answer.identifier
            if key in first:
                others.setdefault(key, []).append(citation.cited_as)
            else:
                first[key] = citation
        return tuple(self._cite(citation, assertion, tuple(others.get(key, ()))) for key, citation in first.items())

    def _cite(self, citation: Citation, assertion: Assertion | None, also_cited_as: tuple[str, ...]) -> CitedSource:
        answer = self._answers[citation.identifier]
        if isinstance(answer, MissingArticle):
            return CitedSource(
                citation=citation,
                status=answer.status,
                reading=None,
                missing=answer,
                also_cited_as=also_cited_as,
            )
        return CitedSource(
            citation=citation,
            status=Status.GRADED if answer.abstract else Status.NO_ABSTRACT,
            reading=self._with_opinion(self._read(answer, assertion), assertion),
            missing=None,
            also_cited_as=also_cited_as,
        )

    def _read(self, article: Article, assertion: Assertion | None) -> Reading:
        """Read an article beside an assertion, or recall what was read from the same words before."""
        key, known = self._memory.recall(article)
        if known.facts is None:
            known.facts = read_article(article)
            self._memory.has_changed(key)
        statement = assertion.english if assertion else None
        if statement not in known.judgements:
            reading = judge(statement, article, known.facts, self._options.scorer)
            known.judgements[statement] = (reading.support, reading.reasons)
            self._memory.has_changed(key)
        support, reasons = known.judgements[statement]
        return Reading(
            article=article,
            facts=known.facts,
            support=support,
            evidence_level=weigh(known.facts.design, known.facts.sample).level,
            reasons=reasons,
        )

    def _with_opinion(self, reading: Reading, assertion: Assertion | None) -> Reading:
        """Set a second opinion beside magcite's own verdict, where one was asked for."""
        statement = assertion.english if assertion else None
        if self._options.opinions is None or statement is None or not reading.article.abstract:
            return reading
        return replace(reading, second_opinion=self._options.opinions.opine(statement, reading.article))

    def _suggest(self, source: CitedSource, claim: Claim, cases: Sequence[AssertionCase]) -> CitedSource:
        """Add the record that was probably meant, where a PMID leads to nothing that fits and a neighbour does."""
        identifier = source.citation.identifier
        if identifier.kind is not IdKind.PMID or _fits(source, cases):
            return source
        candidates = [self._known_article(pmid) for pmid in nearby_pmids(Pmid(identifier.value), self._known)]
        ranked = [(self._fit(article, claim), article) for article in candidates if article]
        fit, best = max(ranked, key=lambda pair: pair[0], default=(0.0, None))
        return replace(source, suggestion=best) if best and fit >= SURE_ENOUGH_TO_SUGGEST else source

    def _known_article(self, pmid: Pmid) -> Article | None:
        identifier = Identifier(kind=IdKind.PMID, value=pmid)
        answer = self._answers.get(identifier)
        if answer is None and self._options.reach:
            answer = self._options.reach.look_up([identifier])[identifier]
        return answer if isinstance(answer, Article) else None

    def _fit(self, article: Article, claim: Claim) -> float:
        supports = (self._read(article, assertion).support for assertion in claim.assertions)
        return max((fact.confidence for fact in supports if fact and fact.value in BEARING), default=0.0)


def _suggest(case: AssertionCase, graded: Grade) -> str | None:
    """Suggest a wording that the evidence bears, for a statement that some source supports at least in part."""
    best = best_supporter(case.sources)
    if best is None:
        return None
    scope = describe_study(best.article, best.facts, case.language)
    if scope and len(readings_with(case.sources, Verdict.SUPPORTS, Verdict.PARTIAL)) > 1:
        scope = _AMONG_OTHERS[case.language].format(scope)
    return suggest_wording(case.assertion, case.strength, graded.certainty, case.language, scope)


def _fits(source: CitedSource, cases: Sequence[AssertionCase]) -> bool:
    """Tell whether a source bears on any assertion of its claim, or at least is on topic."""
    verdicts = verdicts_on(source, (case.sources for case in cases))
    return bool(verdicts - {Verdict.UNRELATED})
