"""One record is cited twice for a claim.

Two names of one article look like two studies, and readers count sources.

What to do: keep one of the citations and remove the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Severity
from magcite.rules.interface import ClaimCase, Example, ExampleSource, Flaw, Rule


def check(case: ClaimCase) -> Iterator[Flaw]:
    """Flag every record that the claim cites under more names than one, or more than once."""
    for source in case.sources:
        if source.also_cited_as:
            others = ", ".join(source.also_cited_as)
            yield Flaw(
                message=f"{source.citation.cited_as} is the same article as {others}; it counts once",
                dutch=f"{source.citation.cited_as} is hetzelfde artikel als {others}; het telt één keer",
                citation=source.citation,
            )


RULE = Rule(
    id="duplicate-source",
    summary="one record cited twice",
    severity=Severity.WARNING,
    case=ClaimCase,
    check=check,
    flagged=(Example(claim="Zinc prevents colds.", sources=(ExampleSource(also_cited_as=("PMC1234567",)),)),),
    clean=(
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(), ExampleSource(cited_as="23456789"))),
        Example(claim="Zinc prevents colds."),
    ),
)
