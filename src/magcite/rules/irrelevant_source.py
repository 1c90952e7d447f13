"""A source is about something else than any statement of its claim.

Most often a digit of the PMID got lost or swapped, and the number now leads to another paper; sometimes a source was
cited for its title alone.

What to do: check this PMID; correct it, or remove the source.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import CitedSource, Fact, Reason, Severity, Verdict
from magcite.rules.interface import ClaimCase, Example, ExampleSource, Flaw, Rule


def _verdicts_on(case: ClaimCase, source: CitedSource) -> list[Fact[Verdict]]:
    """List what a source says of each assertion that it is cited for."""
    return [
        other.reading.support
        for assertion in case.assertions
        for other in assertion.sources
        if other.citation.identifier == source.citation.identifier and other.reading and other.reading.support
    ]


def _is_about_it(case: ClaimCase, source: CitedSource) -> bool:
    """Tell whether a source is about what an assertion names, though it does not bear on how that is told."""
    return any(
        fact.value is Reason.ASSOCIATION_ONLY
        for assertion in case.assertions
        for other in assertion.sources
        if other.citation.identifier == source.citation.identifier and other.reading
        for fact in other.reading.reasons
    )


def check(case: ClaimCase) -> Iterator[Flaw]:
    """Flag every source that is unrelated to each assertion it is cited for."""
    for source in case.sources:
        verdicts = _verdicts_on(case, source)
        if source.reading is None or not verdicts or any(fact.value is not Verdict.UNRELATED for fact in verdicts):
            continue
        if _is_about_it(case, source):
            continue
        title = source.reading.article.title or "?"
        meant = source.suggestion
        yield Flaw(
            message=f"“{title}” bears on no statement here: check this PMID"
            + (f"; was {meant.ids.pmid} meant (“{meant.title}”)?" if meant else ""),
            dutch=f"“{title}” gaat over geen enkele bewering hier: controleer deze PMID"
            + (f"; was {meant.ids.pmid} bedoeld (“{meant.title}”)?" if meant else ""),
            citation=source.citation,
            confidence=min(fact.confidence for fact in verdicts),
        )


RULE = Rule(
    id="irrelevant-source",
    summary="source bears on no statement of the claim",
    severity=Severity.WARNING,
    case=ClaimCase,
    check=check,
    flagged=(
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(verdict=Verdict.UNRELATED),)),
        Example(
            claim="Zinc prevents colds.", sources=(ExampleSource(verdict=Verdict.UNRELATED, suggestion="12345679"),)
        ),
    ),
    clean=(
        Example(
            claim="Zinc prevents colds.",
            sources=(ExampleSource(verdict=Verdict.UNRELATED),),
            more=(("Zinc is a metal.", (Verdict.SUPPORTS,)),),
        ),
        Example(
            claim="Zinc prevents colds.",
            sources=(
                ExampleSource(
                    verdict=Verdict.UNRELATED, reasons=((Reason.ASSOCIATION_ONLY, "shows only what goes together"),)
                ),
            ),
        ),
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(verdict=None),)),
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(verdict=Verdict.UNCLEAR),)),
    ),
)
