"""The JSON report, version 1: the shape that other programs rely on."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any, TextIO

from magcite import __version__
from magcite.formats.interface import WriteOptions
from magcite.formats.overview import all_findings, oversee, pmid_of, study_type_of
from magcite.formats.safe_text import can_print
from magcite.model import (
    Article,
    AuditedAssertion,
    AuditedClaim,
    CitedSource,
    Fact,
    Finding,
    LedgerEntry,
    Quote,
    Reading,
    Report,
    Review,
    SecondOpinion,
)
from magcite.reviewing.items import review_of

SCHEMA_VERSION = 1
_DIGITS = 3
"""Digits of a confidence: more would claim a precision that no reader has."""

Json = dict[str, Any]


def _words(fact: Fact[object] | None) -> str | None:
    return fact.quote.text if fact and fact.quote else None


def _value(fact: Fact[object] | None) -> Any:
    return fact.value if fact else None


def _section(quote: Quote | None) -> str | None:
    if quote is None:
        return None
    return "TITLE" if quote.in_title else quote.section


def finding_as_json(finding: Finding) -> Json:
    """Give one finding; `pmid` is its source where that is a PMID."""
    source = finding.source
    return {
        "rule": finding.rule,
        "severity": finding.severity.word,
        "confidence": round(finding.confidence, _DIGITS),
        "message": finding.message,
        "pmid": source if source and source.isdigit() else None,
        "quote": finding.quote,
        "line": finding.position.line,
        "column": finding.position.column,
        "fingerprint": finding.fingerprint,
        "waived": finding.waived,
        "source": source,
        "owner": finding.owner,
    }


def _judgement(reading: Reading | None) -> Json:
    support = reading.support if reading else None
    quote = support.quote if support else None
    return {
        "evidence_level": reading.evidence_level if reading else None,
        "verdict": support.value.value if support else None,
        "confidence": round(support.confidence, _DIGITS) if support else None,
        "quote": quote.text if quote else None,
        "quote_section": _section(quote),
    }


def _record(article: Article | None) -> Json:
    retrieved = article.retrieved if article else None
    return {
        "provenance": article.provenance.value if article else None,
        "title": article.title if article else None,
        "journal": article.journal if article else None,
        "year": article.year if article else None,
        "retrieved": retrieved.isoformat() if retrieved else None,
    }


def _study(reading: Reading | None) -> Json:
    design = reading.facts.design if reading else None
    sample = reading.facts.sample if reading else None
    people = sample.participants if sample else None
    return {
        "study_type": study_type_of(reading).value if reading else None,
        "study_type_quote": _words(design.study_type) if design else None,
        "sample_size": _value(people),
        "sample_size_quote": _words(people),
        "studies_included": _value(sample.studies_included) if sample else None,
    }


def _details(source: CitedSource) -> Json:
    """Give what stands after the keys of the contract: more about the same source."""
    reading, suggestion = source.reading, source.suggestion
    more: Json = {
        "also_cited_as": list(source.also_cited_as),
        "reason": source.missing.reason if source.missing else None,
    }
    if suggestion:
        more["suggestion"] = {"pmid": suggestion.ids.pmid, "title": suggestion.title}
    if reading is None:
        return more
    if reading.second_opinion:
        more["second_opinion"] = opinion_as_json(reading.second_opinion)
    design, sample, article = reading.facts.design, reading.facts.sample, reading.article
    return more | {
        "design": {
            "from_text": design.from_text.value.value if design.from_text else None,
            "from_record": design.from_record.value.value if design.from_record else None,
            "basis": design.study_type.basis if design.study_type else None,
        },
        "animals": _value(sample.animals),
        "counts": [{"stage": stage.value, "n": fact.value, "quote": _words(fact)} for stage, fact in sample.counts],
        "sample_note": sample.note,
        "elements": [{"name": element.name, "quote": _words(element.fact)} for element in reading.facts.elements],
        "ids": {"pmcid": article.ids.pmcid, "nbk": article.ids.nbk, "doi": article.ids.doi, "url": article.ids.url},
        "notices": [
            {"kind": notice.kind.value, "reference": notice.reference, "pmid": notice.pmid}
            for notice in article.notices
        ],
    }


def opinion_as_json(opinion: SecondOpinion) -> Json:
    """Give what someone else says; `status` holds the reason too where there is no verdict."""
    reason = f": {opinion.reason}" if opinion.reason else ""
    return {
        "model": opinion.model,
        "verdict": opinion.verdict.value if opinion.verdict else None,
        "quote": opinion.quote.text if opinion.quote else None,
        "status": f"{opinion.status.value}{reason}",
    }


def _review(review: Review | None) -> Json | None:
    """Give what a person decided, apart from magcite's own verdict."""
    if review is None:
        return None
    return {
        "verdict": review.verdict.value,
        "by": review.by,
        "date": review.on.isoformat() if review.on else None,
        "reason": review.reason,
    }


def citation_as_json(source: CitedSource, review: Review | None = None) -> Json:
    """Give one source of an assertion, the contract's keys first."""
    record = _record(source.reading.article if source.reading else None)
    return {
        "cited_as": source.citation.cited_as,
        "pmid": pmid_of(source),
        "status": source.status.value,
        **record,
        **_study(source.reading),
        **_judgement(source.reading),
        "review": _review(review),
        **_details(source),
    }


def _entry(entry: LedgerEntry) -> Json:
    return {"domain": entry.domain, "change": entry.change, "because": entry.because}


def _assertion(audited: AuditedAssertion, claim_findings: Sequence[Finding]) -> Json:
    assertion, grade = audited.assertion, audited.grade
    return {
        "id": assertion.id,
        "line": assertion.position.line,
        "text": assertion.text,
        "english": assertion.english,
        "strength": audited.strength.value.word,
        "verdict": grade.verdict.value,
        "certainty": grade.certainty.word,
        "overstated": grade.overstated,
        "ledger": [_entry(entry) for entry in grade.ledger],
        "citations": [citation_as_json(source, review_of(assertion, source)) for source in audited.sources],
        "findings": [finding_as_json(finding) for finding in (*claim_findings, *audited.findings)],
        "summary": grade.summary,
        "suggested_wording": audited.suggested_wording,
        "implied": assertion.implied,
    }


def _claim(audited: AuditedClaim) -> Json:
    claim = audited.claim
    first, rest = audited.assertions[:1], audited.assertions[1:]
    shape: Json = {
        "id": claim.id,
        "file": claim.position.file,
        "line": claim.position.line,
        "title": claim.title,
        "assertions": [
            *(_assertion(one, audited.findings) for one in first),
            *(_assertion(one, ()) for one in rest),
        ],
        "locator": claim.locator,
    }
    if not audited.assertions:
        shape["findings"] = [finding_as_json(finding) for finding in audited.findings]
    return shape


def _summary(report: Report) -> Json:
    seen = oversee(report)
    rules = Counter(finding.rule for finding in all_findings(report) if finding.waived is None)
    return {
        "claims": seen.claims,
        "assertions": seen.assertions,
        "citations": seen.citations,
        "articles": seen.articles,
        "status": {status.value: number for status, number in seen.statuses.items()},
        "verdicts": {verdict.value: len(ids) for verdict, ids in seen.verdicts.items()},
        "findings": {severity.word: number for severity, number in seen.findings.items()},
        "waived": seen.waived,
        "rules": dict(sorted(rules.items())),
        "provenance": {origin.value: number for origin, number in seen.provenance.items()},
    }


def report_as_json(report: Report) -> Json:
    """Give the whole report as plain values, in the contract's order."""
    shape: Json = {
        "schema_version": SCHEMA_VERSION,
        "magcite_version": __version__,
        "files": [file.path for file in report.files],
        "claims": [_claim(claim) for claim in report.claims],
        "summary": _summary(report),
        "remarks": list(report.remarks),
    }
    return shape | {"model": report.model} if report.model else shape


def write(report: Report, out: TextIO, _options: WriteOptions) -> None:
    """Write the report as JSON; characters that the stream cannot print are escaped."""
    text = json.dumps(report_as_json(report), indent=2, ensure_ascii=False)
    if not can_print(text, out):
        text = json.dumps(report_as_json(report), indent=2, ensure_ascii=True)
    out.write(f"{text}\n")
