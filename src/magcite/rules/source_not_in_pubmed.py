"""Some sources of a claim are web pages outside PubMed.

magcite reads PubMed only: what such pages say has not been checked.

What to do: check the pages by hand, or cite the studies that they rest on.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Severity, Status
from magcite.rules.interface import ClaimCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import with_status


def check(case: ClaimCase) -> Iterator[Flaw]:
    """Name the pages outside PubMed once a claim, where the claim has other sources too."""
    outside = with_status(case.sources, Status.NOT_IN_PUBMED)
    if outside and len(outside) < len(case.sources):
        pages = ", ".join(source.citation.cited_as for source in outside)
        yield Flaw(
            message=f"not in PubMed and not checked: {pages}",
            dutch=f"niet in PubMed en niet nagekeken: {pages}",
            citation=outside[0].citation,
        )


_PAGE = ExampleSource(cited_as="https://example.org/zinc", status=Status.NOT_IN_PUBMED)

RULE = Rule(
    id="source-not-in-pubmed",
    summary="some sources are outside PubMed",
    severity=Severity.NOTE,
    case=ClaimCase,
    check=check,
    flagged=(Example(claim="Zinc prevents colds.", sources=(ExampleSource(), _PAGE)),),
    clean=(
        Example(claim="Zinc prevents colds.", sources=(_PAGE,)),
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(),)),
    ),
)
