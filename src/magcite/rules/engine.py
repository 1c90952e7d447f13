"""Run the rules on one claim and turn what they yield into findings."""

from __future__ import annotations

from typing import assert_never

from magcite.lexicons.health_claims import find_authorised
from magcite.model import Assertion, Citation, Claim, Finding, IdKind, Language
from magcite.rules import RULES, AnyRule
from magcite.rules.interface import AssertionCase, ClaimCase, Flaw, SourceCase

AnyCase = ClaimCase | AssertionCase | SourceCase

_RULES_OF_AUTHORISED_CLAIMS = frozenset({"authorised-claim", "dose-below-condition"})
"""The only rules applied to a statement that is an authorised health claim and nothing more."""


def build_source_cases(case: AssertionCase) -> tuple[SourceCase, ...]:
    """Set an assertion beside each of its sources that could be read."""
    return tuple(
        SourceCase(
            claim=case.claim,
            assertion=case.assertion,
            strength=case.strength,
            context=case.context,
            language=case.language,
            citation=source.citation,
            reading=source.reading,
        )
        for source in case.sources
        if source.reading is not None
    )


def list_cases(case: ClaimCase) -> tuple[AnyCase, ...]:
    """List all that rules look at in one claim: the claim, its assertions, and each of their sources."""
    sources = tuple(source for assertion in case.assertions for source in build_source_cases(assertion))
    return (case, *case.assertions, *sources)


def find_flaws(
    case: ClaimCase, *, select: frozenset[str], ignore: frozenset[str], language: Language = Language.ENGLISH
) -> tuple[Finding, ...]:
    """Find every fault of one claim: of the claim itself first, then assertion by assertion, the worst first.

    `select` holds the only rules to run (all where it is empty), `ignore` those to leave out; `language` is that of
    the messages. The findings carry no fingerprint yet.
    """
    cases = list_cases(case)
    authorised = {one.id for one in case.claim.assertions if find_authorised(one.text, case.language)}
    found = [
        _finding(rule, of, flaw, language)
        for rule in RULES
        if (not select or rule.id in select) and rule.id not in ignore
        for of, flaw in rule.apply(cases)
        if rule.id in _RULES_OF_AUTHORISED_CLAIMS or _owner_of(of).id not in authorised
    ]
    places = {case.claim.id: -1} | {one.id: place for place, one in enumerate(case.claim.assertions)}
    return tuple(sorted(found, key=lambda finding: (places[finding.owner], -finding.severity)))


def _owner_of(case: AnyCase) -> Claim | Assertion:
    match case:
        case ClaimCase():
            return case.claim
        case AssertionCase() | SourceCase():
            return case.assertion
        case _:
            assert_never(case)


def _name(citation: Citation) -> str:
    """Name a source as reports do: a PMID in its plain form, anything else as cited."""
    return citation.identifier.value if citation.identifier.kind is IdKind.PMID else citation.cited_as


def _confidence(flaw: Flaw) -> float:
    if flaw.confidence is not None:
        return flaw.confidence
    return flaw.because.confidence if flaw.because else 1.0


def _quote(flaw: Flaw) -> str | None:
    fact_quote = flaw.because.quote if flaw.because else None
    return flaw.quote or (fact_quote.text if fact_quote else None)


def _finding(rule: AnyRule, case: AnyCase, flaw: Flaw, language: Language) -> Finding:
    """Turn a flaw into a finding; it stands where the statement stands, or at the source where it is that one's own."""
    owner = _owner_of(case)
    citation = flaw.citation or (case.citation if isinstance(case, SourceCase) else None)
    dutch = flaw.dutch if language is Language.DUTCH else None
    return Finding(
        rule=rule.id,
        severity=flaw.severity or rule.severity,
        confidence=_confidence(flaw),
        message=dutch or flaw.message,
        owner=owner.id,
        position=citation.position if citation and isinstance(case, ClaimCase) else owner.position,
        source=_name(citation) if citation else None,
        quote=_quote(flaw),
    )
