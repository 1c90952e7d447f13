"""A cited article has been retracted.

A retraction says that the article must not be relied on, whatever its abstract still claims. Partial retractions count:
nobody can tell from the record which part still stands.

What to do: remove the source, and check whether the claim still stands without it.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import NoticeKind, Severity, StudyType
from magcite.rules.interface import ClaimCase, Example, ExampleSource, Flaw, Rule

_KINDS = frozenset({NoticeKind.RETRACTED, NoticeKind.PARTLY_RETRACTED})
_PUBLICATION_TYPE = "Retracted Publication"


def check(case: ClaimCase) -> Iterator[Flaw]:
    """Flag every source whose record carries a retraction."""
    for source in case.sources:
        if source.reading is None:
            continue
        article = source.reading.article
        notice = next((notice for notice in article.notices if notice.kind in _KINDS), None)
        if notice or any(kind.name == _PUBLICATION_TYPE for kind in article.publication_types):
            reference = f" ({notice.reference})" if notice and notice.reference else ""
            yield Flaw(
                message=f"this article has been retracted{reference}",
                dutch=f"dit artikel is teruggetrokken{reference}",
                citation=source.citation,
            )


RULE = Rule(
    id="retracted-source",
    summary="source has been retracted",
    severity=Severity.ERROR,
    case=ClaimCase,
    check=check,
    flagged=(
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(notices=(NoticeKind.RETRACTED,)),)),
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(publication_types=(_PUBLICATION_TYPE,)),)),
    ),
    clean=(
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(notices=(NoticeKind.ERRATUM,)),)),
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(study_type=StudyType.COHORT),)),
    ),
)
