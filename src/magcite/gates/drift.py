"""Find what changed between a lock file and the records of today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from magcite.gates.fingerprints import with_fingerprints
from magcite.gates.lock import (
    Lock,
    LockedArticle,
    LockedAssertion,
    Standing,
    digest_of_words,
    lock_article,
    name_of,
    standing_of,
)
from magcite.model import (
    AuditedAssertion,
    AuditedClaim,
    CitedSource,
    ClaimsFile,
    Finding,
    Position,
    Provenance,
    Report,
    Severity,
    Status,
)

DRIFT_RULES: Mapping[str, tuple[Severity, str]] = {
    "retracted-since": (Severity.ERROR, "a source was retracted since the lock file was written"),
    "concern-since": (Severity.WARNING, "editors voiced concern about a source since the lock file was written"),
    "abstract-changed": (Severity.WARNING, "the title or abstract of a source changed since the lock file was written"),
    "record-gone": (Severity.WARNING, "a source that PubMed had when the lock file was written is gone"),
    "verdict-changed": (Severity.WARNING, "a statement is judged otherwise than when the lock file was written"),
}
"""What can change, with severity and summary."""

_BY_STANDING = {
    Standing.RETRACTED: ("retracted-since", "retracted"),
    Standing.PARTLY_RETRACTED: ("retracted-since", "partly retracted"),
    Standing.CONCERN: ("concern-since", "called into question by its editors"),
}


def compare_with_lock(report: Report, file: ClaimsFile, lock: Lock) -> tuple[Finding, ...]:
    """Find what changed for the claims of one file; a source that could not be asked today gives no answer.

    What happened to a source is told once for each claim, and a change of verdict for each statement.
    """
    return tuple(
        finding
        for claim in report.claims
        if claim.claim.position.file == file.path
        for finding in with_fingerprints(claim.claim, _drifts(claim, lock))
    )


def add_drift(report: Report, locks: Mapping[str, Lock]) -> Report:
    """Add what changed to a report; `locks` holds the lock of each claims file that has one, by the file's path."""
    claims = []
    for claim in report.claims:
        lock = locks.get(claim.claim.position.file)
        drifts = with_fingerprints(claim.claim, _drifts(claim, lock)) if lock else ()
        claims.append(_add(claim, drifts))
    return replace(report, claims=tuple(claims))


def _add(claim: AuditedClaim, drifts: Sequence[Finding]) -> AuditedClaim:
    """Put each finding with the statement it is about, or else with the claim."""
    own = {audited.assertion.id for audited in claim.assertions}
    assertions = tuple(
        replace(audited, findings=(*audited.findings, *(one for one in drifts if one.owner == audited.assertion.id)))
        for audited in claim.assertions
    )
    others = tuple(one for one in drifts if one.owner not in own)
    return replace(claim, assertions=assertions, findings=(*claim.findings, *others))


def _drifts(claim: AuditedClaim, lock: Lock) -> Iterator[Finding]:
    sources = {name_of(source): source for audited in reversed(claim.assertions) for source in audited.sources}
    for name, source in sorted(sources.items(), key=lambda item: item[1].citation.position):
        locked = lock.articles.get(name)
        if locked is not None:
            yield from _drifts_of_source(claim, source, locked)
    for audited in claim.assertions:
        judged = lock.assertions.get(audited.assertion.id)
        if judged is not None:
            yield from _drift_of_verdict(audited, judged)


def _drifts_of_source(claim: AuditedClaim, source: CitedSource, locked: LockedArticle) -> Iterator[Finding]:
    since = f"since {locked.retrieved}" if locked.retrieved else "since the lock file was written"
    if source.status is Status.NOT_FOUND:
        yield _about_source("record-gone", f"PubMed has lost this record {since}; check the number", claim, source)
    if source.reading is None:
        return
    standing = standing_of(source.reading.article)
    if standing is not locked.standing and standing in _BY_STANDING:
        rule, words = _BY_STANDING[standing]
        yield _about_source(rule, f"this source was {words} {since}; look for another", claim, source)
    fresh = lock_article(source.reading)
    if fresh.record != locked.record and _is_summary(fresh) == _is_summary(locked):
        message = f"the title or abstract changed {since}; read it again and write the lock file anew"
        yield _about_source("abstract-changed", message, claim, source)


def _is_summary(article: LockedArticle) -> bool:
    """Tell a recorded summary from the abstract itself: the two differ without anything having changed."""
    return article.provenance is Provenance.DIGEST


def _drift_of_verdict(audited: AuditedAssertion, judged: LockedAssertion) -> Iterator[Finding]:
    """Compare verdicts where the words are the same and every source could be asked today."""
    unasked = any(source.status is Status.UNAVAILABLE for source in audited.sources)
    today = audited.grade.verdict
    if judged.words != digest_of_words(audited.assertion.text) or judged.verdict is today or unasked:
        return
    message = f"this was {judged.verdict.value} when the lock file was written, and is {today.value} now"
    yield _finding("verdict-changed", message, audited.assertion.id, audited.assertion.position)


def _about_source(rule: str, message: str, claim: AuditedClaim, source: CitedSource) -> Finding:
    finding = _finding(rule, message, claim.claim.id, source.citation.position)
    return replace(finding, source=name_of(source))


def _finding(rule: str, message: str, owner: str, position: Position) -> Finding:
    return Finding(
        rule=rule,
        severity=DRIFT_RULES[rule][0],
        confidence=1.0,
        message=message,
        owner=owner,
        position=position,
    )
