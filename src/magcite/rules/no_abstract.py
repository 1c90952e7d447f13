"""A source has no abstract in PubMed.

Only its title could be read, so it can neither support nor contradict a statement here.

What to do: read the article itself and note the decision as a review in the claims file.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Severity, Status
from magcite.rules.interface import ClaimCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import with_status


def check(case: ClaimCase) -> Iterator[Flaw]:
    """Flag every source that has a record but no abstract."""
    for source in with_status(case.sources, Status.NO_ABSTRACT):
        title = source.reading.article.title if source.reading else None
        named = f" (“{title}”)" if title else ""
        yield Flaw(
            message=f"PubMed holds no abstract of this article{named}: it was not judged",
            dutch=f"PubMed heeft geen samenvatting van dit artikel{named}: het is niet beoordeeld",
            citation=source.citation,
        )


RULE = Rule(
    id="no-abstract",
    summary="source has no abstract to read",
    severity=Severity.NOTE,
    case=ClaimCase,
    check=check,
    flagged=(Example(claim="Zinc prevents colds.", sources=(ExampleSource(status=Status.NO_ABSTRACT),)),),
    clean=(
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(abstract="Zinc was given."),)),
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(status=Status.UNAVAILABLE),)),
    ),
)
