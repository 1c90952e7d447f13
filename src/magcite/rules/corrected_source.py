"""A cited article has been corrected since.

Most corrections are small, but some change the very number that a claim repeats.

What to do: read the correction, and check that the claim agrees with the corrected text.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import NoticeKind, Severity
from magcite.rules.interface import ClaimCase, Example, ExampleSource, Flaw, Rule


def check(case: ClaimCase) -> Iterator[Flaw]:
    """Flag every source with a published erratum, once."""
    for source in case.sources:
        notices = source.reading.article.notices if source.reading else ()
        errata = [notice for notice in notices if notice.kind is NoticeKind.ERRATUM]
        if errata:
            reference = f" ({errata[0].reference})" if errata[0].reference else ""
            yield Flaw(
                message=f"this article has been corrected{reference}",
                dutch=f"op dit artikel is een correctie verschenen{reference}",
                citation=source.citation,
            )


RULE = Rule(
    id="corrected-source",
    summary="source has been corrected",
    severity=Severity.NOTE,
    case=ClaimCase,
    check=check,
    flagged=(Example(claim="Zinc prevents colds.", sources=(ExampleSource(notices=(NoticeKind.ERRATUM,)),)),),
    clean=(
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(notices=(NoticeKind.UPDATED,)),)),
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(),)),
    ),
)
