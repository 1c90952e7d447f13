"""A journal has published an expression of concern about a cited article.

Something about the data or the conduct of the study is in doubt, and an inquiry may end in a retraction.

What to do: read the notice; look for another source, or say in the text that this one is in doubt.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import NoticeKind, Severity
from magcite.rules.interface import ClaimCase, Example, ExampleSource, Flaw, Rule


def check(case: ClaimCase) -> Iterator[Flaw]:
    """Flag every source about which a concern was expressed."""
    for source in case.sources:
        notices = source.reading.article.notices if source.reading else ()
        for notice in notices:
            if notice.kind is NoticeKind.EXPRESSION_OF_CONCERN:
                reference = f" ({notice.reference})" if notice.reference else ""
                yield Flaw(
                    message=f"the journal expressed concern about this article{reference}",
                    dutch=f"het tijdschrift heeft twijfel geuit over dit artikel{reference}",
                    citation=source.citation,
                )


RULE = Rule(
    id="concern-about-source",
    summary="journal expressed concern about the source",
    severity=Severity.WARNING,
    case=ClaimCase,
    check=check,
    flagged=(
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(notices=(NoticeKind.EXPRESSION_OF_CONCERN,)),)),
    ),
    clean=(
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(notices=(NoticeKind.IS_CONCERN_NOTICE,)),)),
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(),)),
    ),
)
