"""Only studies in animals or in the laboratory support a statement about people.

Most of what works in mice or in cells never works in people, and readers take a statement without a species for one
about themselves.

What to do: name the species (“in mice”, “in cells”), or cite a study in people.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.lexicons.telling import names_species
from magcite.model import Language, Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import DESIGNS, NOT_PEOPLE, all_supporters_are, best_of, design_of, source_of


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion that names no species and that only animal or laboratory studies support."""
    best = best_of(case)
    if best is None or not all_supporters_are(case, *NOT_PEOPLE) or names_species(case.assertion.text, case.language):
        return
    english, dutch = DESIGNS[design_of(best)]
    yield Flaw(
        message=f"told of people, but what supports it is an {english}"
        if english.startswith("a")
        else f"told of people, but what supports it is a {english}",
        dutch=f"gaat over mensen, maar wat het steunt is {dutch}",
        because=best.facts.design.study_type,
        citation=source_of(case, best).citation,
    )


_MOUSE = ExampleSource(study_type=StudyType.ANIMAL, animals=24, verdict=Verdict.SUPPORTS)

RULE = Rule(
    id="animal-or-lab-study",
    summary="only animals or cells were studied",
    severity=Severity.ERROR,
    case=AssertionCase,
    check=check,
    flagged=(
        Example(claim="Zinc heals wounds.", sources=(_MOUSE,)),
        Example(
            claim="Met zink kom je sneller van wonden af.",
            language=Language.DUTCH,
            sources=(ExampleSource(study_type=StudyType.IN_VITRO, verdict=Verdict.PARTIAL),),
        ),
    ),
    clean=(
        Example(claim="Zinc heals wounds in mice.", sources=(_MOUSE,)),
        Example(
            claim="Zinc heals wounds.",
            sources=(
                _MOUSE,
                ExampleSource(cited_as="23456789", study_type=StudyType.RANDOMIZED_TRIAL, verdict=Verdict.SUPPORTS),
            ),
        ),
        Example(claim="Zinc heals wounds.", sources=(ExampleSource(study_type=None, verdict=Verdict.SUPPORTS),)),
    ),
)
