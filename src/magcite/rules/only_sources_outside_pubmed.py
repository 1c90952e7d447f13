"""A claim rests on web pages alone, none of which is in PubMed.

Forums, blogs, shops and news pages retell evidence at best; nothing here could be checked against a study.

What to do: find the studies that the pages rest on and cite those.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Severity, Status
from magcite.rules.interface import ClaimCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import with_status


def check(case: ClaimCase) -> Iterator[Flaw]:
    """Flag a claim all of whose sources are outside PubMed."""
    outside = with_status(case.sources, Status.NOT_IN_PUBMED)
    if outside and len(outside) == len(case.sources):
        pages = ", ".join(source.citation.cited_as for source in outside)
        yield Flaw(
            message=f"no source is in PubMed, so nothing could be checked: {pages}",
            dutch=f"geen enkele bron staat in PubMed, dus niets kon worden nagekeken: {pages}",
        )


_PAGE = ExampleSource(cited_as="https://example.org/zinc", status=Status.NOT_IN_PUBMED)

RULE = Rule(
    id="only-sources-outside-pubmed",
    summary="no source is in PubMed",
    severity=Severity.WARNING,
    case=ClaimCase,
    check=check,
    flagged=(Example(claim="Zinc prevents colds.", sources=(_PAGE,)),),
    clean=(
        Example(claim="Zinc prevents colds.", sources=(_PAGE, ExampleSource())),
        Example(claim="Zinc prevents colds."),
    ),
)
