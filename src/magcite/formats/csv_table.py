"""A table for spreadsheets: one row per statement and source, with no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from magcite.body import source_name
from magcite.formats.interface import WriteOptions
from magcite.formats.lines import message_of
from magcite.formats.overview import pmid_of, study_type_of
from magcite.formats.safe_text import fit_stream, flatten, shorten
from magcite.identifiers import address_of
from magcite.model import AuditedAssertion, AuditedClaim, CitedSource, Finding, Report, Review
from magcite.reviewing.items import review_of

_STARTS_A_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""What makes Excel, LibreOffice or Sheets take a cell for a formula, the wide forms included."""
_LONGEST_CELL = 32_000
"""Excel holds 32,767 characters in a cell."""


COLUMNS = (
    *("claim", "statement", "file", "line", "text", "english", "verdict", "certainty", "strength", "overstated"),
    *("suggested_wording", "source", "pmid", "status", "provenance", "source_verdict", "confidence", "study_type"),
    *("sample_size", "animals", "studies_included", "evidence_level", "title", "journal", "year", "quote", "reason"),
    *("link", "source_findings", "statement_findings"),
    *("reviewed_verdict", "reviewed_by", "reviewed_on", "review_reason"),
)

Cells = dict[str, str | int | float | None]


def guard(value: str | float | None) -> str | int | float:
    """Make a cell that spreadsheets show and never run: a mark before what would start a formula, and one line."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    risky = value.startswith(_STARTS_A_FORMULA) or flatten(value).startswith(_STARTS_A_FORMULA)
    return ("'" if risky else "") + shorten(flatten(value), _LONGEST_CELL)


def _findings(findings: Iterable[Finding]) -> str:
    return "; ".join(
        f"{finding.severity.word}[{finding.rule}] {message_of(finding)}"
        for finding in findings
        if finding.waived is None
    )


def _statement(claim: AuditedClaim, audited: AuditedAssertion) -> Cells:
    assertion, grade = audited.assertion, audited.grade
    sources = {source_name(source) for source in audited.sources} | {
        source.citation.cited_as for source in audited.sources
    }
    own = [finding for finding in audited.findings if finding.source not in sources]
    first = claim.assertions[0] is audited
    return {
        "claim": claim.claim.id,
        "statement": assertion.id,
        "file": assertion.position.file,
        "line": assertion.position.line,
        "text": assertion.text,
        "english": assertion.english,
        "verdict": grade.verdict.value,
        "certainty": grade.certainty.word,
        "strength": audited.strength.value.word,
        "overstated": "yes" if grade.overstated else "no",
        "suggested_wording": audited.suggested_wording,
        "statement_findings": _findings([*(claim.findings if first else ()), *own]),
    }


def _source(source: CitedSource, findings: Iterable[Finding]) -> Cells:
    names = {source_name(source), source.citation.cited_as}
    reading = source.reading
    cells: Cells = {
        "source": source.citation.cited_as,
        "pmid": pmid_of(source),
        "status": source.status.value,
        "reason": source.missing.reason if source.missing else None,
        "link": address_of(source.citation.identifier),
        "source_findings": _findings(finding for finding in findings if finding.source in names),
    }
    if reading is None:
        return cells
    article, sample, support = reading.article, reading.facts.sample, reading.support
    return cells | {
        "provenance": article.provenance.value,
        "study_type": study_type_of(reading).value,
        "sample_size": sample.participants.value if sample.participants else None,
        "animals": sample.animals.value if sample.animals else None,
        "studies_included": sample.studies_included.value if sample.studies_included else None,
        "evidence_level": reading.evidence_level,
        "title": article.title,
        "journal": article.journal,
        "year": article.year,
        "source_verdict": support.value.value if support else None,
        "confidence": round(support.confidence, 2) if support else None,
        "quote": support.quote.text if support and support.quote else None,
    }


def _review(review: Review | None) -> Cells:
    """Give what a person decided, in columns of its own: magcite's verdict stays what it is."""
    if review is None:
        return {}
    return {
        "reviewed_verdict": review.verdict.value,
        "reviewed_by": review.by,
        "reviewed_on": review.on.isoformat() if review.on else None,
        "review_reason": review.reason,
    }


def _rows(report: Report) -> Iterator[Mapping[str, str | int | float | None]]:
    for claim in report.claims:
        if not claim.assertions:
            place = claim.claim.position
            bare: Cells = {"claim": claim.claim.id, "file": place.file, "line": place.line}
            yield bare | {"statement_findings": _findings(claim.findings)}
        for audited in claim.assertions:
            shared = _statement(claim, audited)
            yield from (
                shared | _source(source, audited.findings) | _review(review_of(audited.assertion, source))
                for source in audited.sources
            )
            if not audited.sources:
                yield shared


def write(report: Report, out: TextIO, _options: WriteOptions) -> None:
    """Write the table as comma-separated UTF-8 without a byte-order mark."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in _rows(report):
        cells = [guard(row.get(column)) for column in COLUMNS]
        writer.writerow([fit_stream(cell, out) if isinstance(cell, str) else cell for cell in cells])
