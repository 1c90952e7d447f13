"""PubMed was not asked about a source, or gave no answer.

Nothing is known of the source, so the verdict may change once it can be read.

What to do: run again with a connection, or record the articles beside the claims with `magcite fetch --save`. Where a
record at hand fits and its PMID has one digit more or two swapped, it is named as a guess.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Severity, Status
from magcite.rules.interface import ClaimCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import with_status


def check(case: ClaimCase) -> Iterator[Flaw]:
    """Flag every source about which PubMed gave no answer."""
    for source in with_status(case.sources, Status.UNAVAILABLE):
        meant = source.suggestion
        yield Flaw(
            message=f"nothing is known of {source.citation.cited_as}: PubMed was not asked, or gave no answer"
            + (f"; check this PMID: was {meant.ids.pmid} meant (“{meant.title}”)? That is a guess" if meant else ""),
            dutch=f"van {source.citation.cited_as} is niets bekend: PubMed is niet bevraagd, of gaf geen antwoord"
            + (f"; controleer deze PMID: was {meant.ids.pmid} bedoeld (“{meant.title}”)? Een gok" if meant else ""),
            severity=Severity.WARNING if meant else None,
            citation=source.citation,
        )


RULE = Rule(
    id="source-unavailable",
    summary="PubMed was not asked, or gave no answer",
    severity=Severity.NOTE,
    case=ClaimCase,
    check=check,
    flagged=(
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(status=Status.UNAVAILABLE),)),
        Example(
            claim="Zinc prevents colds.",
            sources=(ExampleSource(cited_as="1234567", status=Status.UNAVAILABLE, suggestion="12345678"),),
        ),
    ),
    clean=(
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(status=Status.NOT_FOUND),)),
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(),)),
    ),
)
