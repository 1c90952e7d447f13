"""A notice is cited as if it were a study.

A retraction notice, an expression of concern or an erratum is about another article and holds no evidence of its own.

What to do: cite the study that is meant, after checking what the notice says about it.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import NoticeKind, Severity
from magcite.rules.interface import ClaimCase, Example, ExampleSource, Flaw, Rule

_KINDS = {
    NoticeKind.IS_RETRACTION_NOTICE: ("a retraction notice", "een intrekkingsbericht"),
    NoticeKind.IS_CONCERN_NOTICE: ("an expression of concern", "een uiting van twijfel"),
    NoticeKind.IS_ERRATUM: ("a correction", "een correctie"),
}


def check(case: ClaimCase) -> Iterator[Flaw]:
    """Flag every source whose record is itself a notice."""
    for source in case.sources:
        notices = source.reading.article.notices if source.reading else ()
        kind = next((notice.kind for notice in notices if notice.kind in _KINDS), None)
        if kind:
            english, dutch = _KINDS[kind]
            yield Flaw(
                message=f"this is {english}, not a study",
                dutch=f"dit is {dutch}, geen onderzoek",
                citation=source.citation,
            )


RULE = Rule(
    id="source-is-notice",
    summary="source is a notice about another article",
    severity=Severity.WARNING,
    case=ClaimCase,
    check=check,
    flagged=(
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(notices=(NoticeKind.IS_RETRACTION_NOTICE,)),)),
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(notices=(NoticeKind.IS_ERRATUM,)),)),
    ),
    clean=(
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(notices=(NoticeKind.ERRATUM,)),)),
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(),)),
    ),
)
