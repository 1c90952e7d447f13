"""PubMed's label and the abstract disagree about the kind of study.

PubMed's publication types are missing or wrong often enough that neither side is taken on trust: the grade rests on the
one that magcite holds for likelier.

What to do: look at the methods of the article to see which of the two it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Severity, StudyType
from magcite.rules.interface import ClaimCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import DESIGNS


def check(case: ClaimCase) -> Iterator[Flaw]:
    """Flag every source whose record and text name different designs."""
    for source in case.sources:
        design = source.reading.facts.design if source.reading else None
        if not (design and design.from_text and design.from_record):
            continue
        if design.from_text.value is not design.from_record.value:
            text, record = DESIGNS[design.from_text.value], DESIGNS[design.from_record.value]
            yield Flaw(
                message=f"PubMed lists this as {record[0]}, the abstract reads as {text[0]}",
                dutch=f"PubMed noemt dit {record[1]}, de samenvatting leest als {text[1]}",
                because=design.from_text,
                citation=source.citation,
            )


RULE = Rule(
    id="study-type-disputed",
    summary="PubMed and the abstract disagree on the design",
    severity=Severity.NOTE,
    case=ClaimCase,
    check=check,
    flagged=(
        Example(
            claim="Zinc prevents colds.",
            sources=(ExampleSource(study_type=StudyType.COHORT, type_on_record=StudyType.RANDOMIZED_TRIAL),),
        ),
    ),
    clean=(
        Example(
            claim="Zinc prevents colds.",
            sources=(ExampleSource(study_type=StudyType.COHORT, type_on_record=StudyType.COHORT),),
        ),
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(study_type=StudyType.COHORT),)),
    ),
)
