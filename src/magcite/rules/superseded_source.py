"""A supporting source is older than another cited source that contradicts it.

Later studies are often larger and better, and are made because the first results were in doubt.

What to do: give the later result the greater weight in the text, or explain why the older one still counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import best_of, contradicting, source_of


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag the best supporter where a later source on no worse a level contradicts it."""
    best = best_of(case)
    if best is None or best.article.year is None:
        return
    for later in contradicting(case):
        newer = later.article.year is not None and later.article.year > best.article.year
        if newer and (later.evidence_level or 9) <= (best.evidence_level or 9):
            name = source_of(case, later).citation.cited_as
            yield Flaw(
                message=f"from {best.article.year}, before {name} ({later.article.year}), which says otherwise",
                dutch=f"uit {best.article.year}, ouder dan {name} ({later.article.year}), dat iets anders zegt",
                # The words that say otherwise are the later source's: a quote here would pass for this one's.
                confidence=later.support.confidence if later.support else None,
                citation=source_of(case, best).citation,
            )
            return


def _trial(year: int | None, verdict: Verdict, cited_as: str = "12345678") -> ExampleSource:
    return ExampleSource(cited_as=cited_as, study_type=StudyType.RANDOMIZED_TRIAL, year=year, verdict=verdict)


_OLD = _trial(1998, Verdict.SUPPORTS)

RULE = Rule(
    id="superseded-source",
    summary="a later cited source contradicts this one",
    severity=Severity.NOTE,
    case=AssertionCase,
    check=check,
    flagged=(Example(claim="Zinc shortens colds.", sources=(_OLD, _trial(2015, Verdict.CONTRADICTS, "23456789"))),),
    clean=(
        Example(claim="Zinc shortens colds.", sources=(_OLD, _trial(1990, Verdict.CONTRADICTS, "23456789"))),
        Example(claim="Zinc shortens colds.", sources=(_OLD, _trial(None, Verdict.CONTRADICTS, "23456789"))),
        Example(claim="Zinc shortens colds.", sources=(_trial(None, Verdict.SUPPORTS),)),
    ),
)
