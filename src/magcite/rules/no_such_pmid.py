"""PubMed has no record with the number cited.

A digit was probably lost, added or swapped, so readers cannot find the study, or will find another.

What to do: look the study up by its title and correct the number.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Severity, Status
from magcite.rules.interface import ClaimCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import with_status


def check(case: ClaimCase) -> Iterator[Flaw]:
    """Flag every number that PubMed does not know, with the one that was probably meant."""
    for source in with_status(case.sources, Status.NOT_FOUND):
        name = source.citation.cited_as
        meant = source.suggestion
        hint = f"; was {meant.ids.pmid} meant (“{meant.title}”)?" if meant else ""
        tip = f"; was {meant.ids.pmid} bedoeld (“{meant.title}”)?" if meant else ""
        yield Flaw(
            message=f"PubMed has no record {name}{hint}",
            dutch=f"PubMed kent geen artikel {name}{tip}",
            citation=source.citation,
        )


RULE = Rule(
    id="no-such-pmid",
    summary="PubMed has no such record",
    severity=Severity.ERROR,
    case=ClaimCase,
    check=check,
    flagged=(
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(status=Status.NOT_FOUND),)),
        Example(
            claim="Zinc prevents colds.",
            sources=(ExampleSource(cited_as="1234567", status=Status.NOT_FOUND, suggestion="12345678"),),
        ),
    ),
    clean=(
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(status=Status.UNAVAILABLE),)),
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(),)),
    ),
)
