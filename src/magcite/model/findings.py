"""What is judged: findings, grades and the report of a run."""

from __future__ import annotations

from dataclasses import dataclass

from magcite.model.claims import Assertion, Claim, ClaimsFile, Position
from magcite.model.readings import CitedSource, Fact
from magcite.model.words import AssertionVerdict, Certainty, Severity, Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A fault found: whose it is, how bad, how sure, in which words, and where the claims file says so."""

    rule: str
    severity: Severity
    confidence: float
    message: str
    owner: str
    position: Position
    source: str | None = None
    quote: str | None = None
    fingerprint: str = ""
    waived: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One GRADE domain: the change of certainty it makes (in steps; None is "not assessable") and why."""

    domain: str
    change: int | None
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """The verdict on one assertion, with its certainty and the account of how that came about."""

    verdict: AssertionVerdict
    certainty: Certainty
    overstated: bool
    ledger: tuple[LedgerEntry, ...]
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedAssertion:
    """One assertion with everything found about it."""

    assertion: Assertion
    strength: Fact[Strength]
    sources: tuple[CitedSource, ...]
    grade: Grade
    findings: tuple[Finding, ...]
    suggested_wording: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedClaim:
    """One claim with its audited assertions; `findings` are those of the claim as a whole."""

    claim: Claim
    assertions: tuple[AuditedAssertion, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The outcome of a run. `remarks` are sentences about the run itself ("PubMed could not be reached: …").

    `model` names the learned model that took part in the verdicts, None where none was asked for.
    """

    files: tuple[ClaimsFile, ...]
    claims: tuple[AuditedClaim, ...]
    remarks: tuple[str, ...] = ()
    model: str | None = None
