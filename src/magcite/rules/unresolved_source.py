"""An identifier leads to no record.

A DOI, PMC or bookshelf number that cannot be traced to a record cannot be read, by magcite or by a reader.

What to do: check the identifier, or cite the article by its PMID.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Severity, Status
from magcite.rules.interface import ClaimCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import with_status


def check(case: ClaimCase) -> Iterator[Flaw]:
    """Flag every identifier that led nowhere."""
    for source in with_status(case.sources, Status.UNRESOLVED):
        name = source.citation.cited_as
        yield Flaw(
            message=f"{name} could not be traced to a record",
            dutch=f"{name} leidt niet naar een artikel",
            citation=source.citation,
        )


RULE = Rule(
    id="unresolved-source",
    summary="identifier leads to no record",
    severity=Severity.WARNING,
    case=ClaimCase,
    check=check,
    flagged=(
        Example(
            claim="Zinc prevents colds.", sources=(ExampleSource(cited_as="PMC0000001", status=Status.UNRESOLVED),)
        ),
    ),
    clean=(
        Example(
            claim="Zinc prevents colds.",
            sources=(ExampleSource(cited_as="https://example.org/zinc", status=Status.NOT_IN_PUBMED),),
        ),
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(),)),
    ),
)
