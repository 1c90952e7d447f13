"""What every report for people begins or ends with: the statements in order of worry, and the counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from magcite.body import BEARING, source_name, verdict_of
from magcite.model import (
    Article,
    AssertionVerdict,
    AuditedAssertion,
    AuditedClaim,
    CitedSource,
    Finding,
    IdKind,
    Provenance,
    Reading,
    Report,
    Severity,
    Status,
    StudyType,
    Verdict,
)

WORST_FIRST = (
    AssertionVerdict.CONTRADICTED,
    AssertionVerdict.NOT_SUPPORTED,
    AssertionVerdict.MIXED,
    AssertionVerdict.UNVERIFIABLE,
    AssertionVerdict.UNCITED,
    AssertionVerdict.PARTLY_SUPPORTED,
    AssertionVerdict.SUPPORTED,
)
BY_SUPPORT = (
    AssertionVerdict.SUPPORTED,
    AssertionVerdict.PARTLY_SUPPORTED,
    AssertionVerdict.MIXED,
    AssertionVerdict.NOT_SUPPORTED,
    AssertionVerdict.CONTRADICTED,
    AssertionVerdict.UNVERIFIABLE,
    AssertionVerdict.UNCITED,
)
"""From the best supported to the refuted, and then what could not be checked: the order of drawings."""
_RANK = {verdict: rank for rank, verdict in enumerate(WORST_FIRST)}
_SOURCE_RANK = {Verdict.CONTRADICTS: 0, Verdict.SUPPORTS: 1, Verdict.PARTIAL: 2, Verdict.UNCLEAR: 3}
_NO_LEVEL = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One assertion with the claim it belongs to."""

    claim: AuditedClaim
    audited: AuditedAssertion

    @property
    def verdict(self) -> AssertionVerdict:
        """Give the verdict on the assertion."""
        return self.audited.grade.verdict


def statements(report: Report) -> tuple[Statement, ...]:
    """List all statements in the order of the files."""
    return tuple(Statement(claim=claim, audited=audited) for claim in report.claims for audited in claim.assertions)


def _worry(statement: Statement) -> tuple[int, int]:
    certainty = int(statement.audited.grade.certainty)
    refuted = statement.verdict is AssertionVerdict.CONTRADICTED
    return _RANK[statement.verdict], -certainty if refuted else certainty


def worst_first(report: Report) -> tuple[Statement, ...]:
    """List all statements, the worst verdict first, then the surest refutation or the shakiest support."""
    return tuple(sorted(statements(report), key=_worry))


def study_type_of(reading: Reading) -> StudyType:
    """Give the study type, UNKNOWN where neither text nor record tells."""
    fact = reading.facts.design.study_type
    return fact.value if fact else StudyType.UNKNOWN


def has_bearing(source: CitedSource) -> bool:
    """Tell whether a source speaks for or against a statement, in whole or in part."""
    return verdict_of(source) in BEARING


def is_near(source: CitedSource) -> bool:
    """Tell whether a source is unclear, but has words that come near the statement."""
    support = source.reading.support if source.reading else None
    return support is not None and support.value is Verdict.UNCLEAR and support.quote is not None


def bearing_sources(audited: AuditedAssertion, *, near: bool = False) -> tuple[CitedSource, ...]:
    """List the sources that bear on a statement: against it first, then by level; near ones last, if wanted."""

    def order(source: CitedSource) -> tuple[int, int]:
        level = source.reading.evidence_level if source.reading else None
        verdict = verdict_of(source)
        return _SOURCE_RANK[verdict] if verdict else _NO_LEVEL, level or _NO_LEVEL

    listed = (source for source in audited.sources if has_bearing(source) or (near and is_near(source)))
    return tuple(sorted(listed, key=order))


def with_verdict(audited: AuditedAssertion, verdict: Verdict | None, *, near: bool = False) -> tuple[CitedSource, ...]:
    """List the graded sources judged so (None: not judged); without the near ones where those are shown elsewhere."""
    return tuple(
        source
        for source in audited.sources
        if source.status is Status.GRADED and verdict_of(source) is verdict and not (near and is_near(source))
    )


def without_text(audited: AuditedAssertion) -> tuple[CitedSource, ...]:
    """List the sources of a statement for which there was no text to judge by."""
    return tuple(source for source in audited.sources if source.status is not Status.GRADED)


def article_key(article: Article) -> str:
    """Give one name for an article, however it was cited."""
    ids = article.ids
    return ids.pmid or ids.pmcid or ids.nbk or ids.doi or ids.url or article.title or ""


def pmid_of(source: CitedSource) -> str | None:
    """Give the PMID of a source, found or only cited; None where it has none."""
    found = source.reading.article.ids.pmid if source.reading else None
    identifier = source.citation.identifier
    return found or (identifier.value if identifier.kind is IdKind.PMID else None)


def all_findings(report: Report) -> Iterator[Finding]:
    """Yield every finding, those of a claim as a whole before those of its statements."""
    for claim in report.claims:
        yield from claim.findings
        for audited in claim.assertions:
            yield from audited.findings


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingGroup:
    """The sources that have no text for one and the same reason."""

    status: Status
    reason: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The counts of a report. `findings` leaves waived ones out; `articles` counts each record once."""

    claims: int
    assertions: int
    citations: int
    articles: int
    verdicts: dict[AssertionVerdict, tuple[str, ...]]
    statuses: dict[Status, int]
    provenance: dict[Provenance, int]
    findings: dict[Severity, int]
    waived: int
    overstated: int
    missing: tuple[MissingGroup, ...]


def _group_missing(sources: list[CitedSource]) -> tuple[MissingGroup, ...]:
    """Put the sources without text together whose reasons differ at most in their own name."""
    groups: dict[tuple[Status, str], dict[str, str]] = {}
    for source in sources:
        if source.status is not Status.GRADED:
            reason, named = source.missing.reason if source.missing else "", source_name(source)
            groups.setdefault((source.status, reason.replace(named, "…")), {})[named] = reason
    order = list(Status)
    return tuple(
        MissingGroup(
            status=status, reason=reason if len(names) > 1 else next(iter(names.values())), sources=tuple(names)
        )
        for (status, reason), names in sorted(groups.items(), key=lambda group: order.index(group[0][0]))
    )


def oversee(report: Report) -> Overview:
    """Count what a report holds."""
    listed = worst_first(report)
    sources = [source for statement in statements(report) for source in statement.audited.sources]
    articles = {
        article_key(source.reading.article): source.reading.article for source in sources if source.reading is not None
    }
    statuses = Counter(source.status for source in sources)
    provenance = Counter(article.provenance for article in articles.values())
    findings = list(all_findings(report))
    severities = Counter(finding.severity for finding in findings if finding.waived is None)
    return Overview(
        claims=len(report.claims),
        assertions=len(listed),
        citations=len(sources),
        articles=len(articles),
        verdicts={verdict: _ids(listed, verdict) for verdict in WORST_FIRST if _ids(listed, verdict)},
        statuses={status: statuses[status] for status in Status if statuses[status]},
        provenance={origin: provenance[origin] for origin in Provenance if provenance[origin]},
        findings={severity: severities[severity] for severity in reversed(Severity) if severities[severity]},
        waived=sum(finding.waived is not None for finding in findings),
        overstated=sum(statement.audited.grade.overstated for statement in listed),
        missing=_group_missing(sources),
    )


def _ids(listed: tuple[Statement, ...], verdict: AssertionVerdict) -> tuple[str, ...]:
    return tuple(statement.audited.assertion.id for statement in listed if statement.verdict is verdict)
