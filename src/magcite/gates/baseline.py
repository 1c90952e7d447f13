"""Remember the findings of today, so that a later run counts only what is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from magcite.errors import UsageError
from magcite.gates.stored import parse_stored, read_stored, write_stored
from magcite.model import AuditedAssertion, AuditedClaim, Finding, Report

VERSION = 1
KNOWN_REASON = "known: in the baseline"
_WHAT = "baseline"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class KnownFinding:
    """One finding in a baseline; only the fingerprint counts, the rest tells a reader of the file what it is."""

    owner: str
    rule: str
    source: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The findings known when it was written, in order of their owner."""

    findings: tuple[KnownFinding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Findings beside a baseline: what is new, what was known, and what is in the baseline but found no more."""

    new: tuple[Finding, ...]
    known: tuple[Finding, ...]
    gone: tuple[KnownFinding, ...]


def all_findings(report: Report) -> Iterator[Finding]:
    """Yield every finding of a report, in its order."""
    for claim in report.claims:
        yield from claim.findings
        for assertion in claim.assertions:
            yield from assertion.findings


def write_baseline(findings: Iterable[Finding]) -> str:
    """Give the text of a baseline of these findings; waived ones stay out, for they do not count anyway."""
    known = sorted(_known(finding) for finding in findings if finding.waived is None)
    entries = [
        {"owner": one.owner, "rule": one.rule, "source": one.source, "fingerprint": one.fingerprint} for one in known
    ]
    return write_stored(VERSION, {"findings": entries})


def _known(finding: Finding) -> KnownFinding:
    return KnownFinding(
        owner=finding.owner, rule=finding.rule, source=finding.source or "", fingerprint=finding.fingerprint
    )


def load_baseline(path: Path) -> Baseline:
    """Read a baseline from its file."""
    return read_baseline(read_stored(path, _WHAT, "--write-baseline"), name=str(path))


def read_baseline(text: str, name: str) -> Baseline:
    """Read a baseline; `name` is that of its file, for messages."""
    content = parse_stored(text, name=name, what=_WHAT, version=VERSION)
    try:
        found = [
            KnownFinding(
                owner=str(entry.get("owner", "")),
                rule=str(entry.get("rule", "")),
                source=str(entry.get("source", "")),
                fingerprint=str(entry["fingerprint"]),
            )
            for entry in content["findings"]
        ]
    except (KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{name}: this baseline is damaged; write it anew with --write-baseline") from error
    return Baseline(findings=tuple(sorted(found)))


def apply_baseline(findings: Iterable[Finding], baseline: Baseline) -> Comparison:
    """Tell new findings from known ones; of findings alike, as many are known as the baseline holds."""
    left = Counter(one.fingerprint for one in baseline.findings)
    new: list[Finding] = []
    known: list[Finding] = []
    for finding in findings:
        is_known = left[finding.fingerprint] > 0
        left[finding.fingerprint] -= is_known
        if finding.waived is None:
            (known if is_known else new).append(finding)
    return Comparison(new=tuple(new), known=tuple(known), gone=_gone(baseline, left))


def _gone(baseline: Baseline, left: Counter[str]) -> tuple[KnownFinding, ...]:
    gone = []
    for one in baseline.findings:
        if left[one.fingerprint] > 0:
            left[one.fingerprint] -= 1
            gone.append(one)
    return tuple(gone)


def set_known_apart(report: Report, baseline: Baseline) -> tuple[Report, Comparison]:
    """Mark the findings that the baseline knows as waived, so that they show but do not count."""
    compared = apply_baseline(all_findings(report), baseline)
    marker = _Marker(compared.known)
    claims = tuple(marker.mark_claim(claim) for claim in report.claims)
    return replace(report, claims=claims), compared


class _Marker:
    """Marks known findings, each as often as it is known."""

    def __init__(self, known: Iterable[Finding]) -> None:
        self._left = Counter(finding.fingerprint for finding in known)

    def mark_claim(self, claim: AuditedClaim) -> AuditedClaim:
        """Mark the findings of a claim and then those of its assertions, the order in which they were counted."""
        own = self._mark(claim.findings)
        assertions = tuple(self._mark_assertion(assertion) for assertion in claim.assertions)
        return replace(claim, findings=own, assertions=assertions)

    def _mark_assertion(self, assertion: AuditedAssertion) -> AuditedAssertion:
        return replace(assertion, findings=self._mark(assertion.findings))

    def _mark(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        marked = []
        for finding in findings:
            is_known = finding.waived is None and self._left[finding.fingerprint] > 0
            self._left[finding.fingerprint] -= is_known
            marked.append(replace(finding, waived=KNOWN_REASON) if is_known else finding)
        return tuple(marked)
