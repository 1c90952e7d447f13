"""A source carries a statement only in part, where another carries it in full.

The statement stands, but a reader who follows this link finds less: an opinion, other people, mixed results.

What to do: nothing must be done; the statement is stronger for citing only what carries it.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.body import readings_with
from magcite.lexicons.telling import describes_one_study
from magcite.model import Fact, Reading, Reason, Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import source_of

WORDS = {
    Reason.OPINION_ONLY: (
        "an opinion or retelling, no study of its own",
        "een mening of navertelling, geen eigen onderzoek",
    ),
    Reason.NOT_PRIMARY: ("it retells other studies", "het vertelt ander onderzoek na"),
    Reason.ANIMAL_ONLY: ("no people were studied", "er zijn geen mensen onderzocht"),
    Reason.NUMBER_MISMATCH: ("it gives another number", "het noemt een ander getal"),
    Reason.NUMBER_NOT_STATED: ("it does not give the number", "het noemt het getal niet"),
    Reason.POPULATION_MISMATCH: ("other people were studied", "er zijn andere mensen onderzocht"),
    Reason.OUTCOME_MISMATCH: ("something else, or less, was measured", "er is iets anders of minder gemeten"),
    Reason.EXPOSURE_MISMATCH: ("something else was taken or measured", "er is iets anders genomen of gemeten"),
    Reason.DEFICIENT_ONLY: (
        "only people with a deficiency were studied",
        "alleen mensen met een tekort zijn onderzocht",
    ),
    Reason.MIXED_RESULTS: ("its results are mixed", "de resultaten zijn wisselend"),
    Reason.SUBGROUP_ONLY: ("it holds for a subgroup", "het geldt voor een deelgroep"),
    Reason.UNCONTROLLED: ("nothing was compared with", "er is met niets vergeleken"),
    Reason.SMALL_SAMPLE: ("few people took part", "er deden weinig mensen mee"),
    Reason.BACKGROUND_ONLY: ("it says so in passing only", "het staat er alleen terloops"),
    Reason.ASSOCIATION_ONLY: ("it shows only what goes together", "het laat alleen zien wat samengaat"),
}
"""What keeps a source from carrying a statement in full, in English and Dutch, what weighs most first."""


def _weightiest(reading: Reading) -> Fact[Reason] | None:
    by_kind = {fact.value: fact for fact in reading.reasons}
    return next((by_kind[kind] for kind in WORDS if kind in by_kind), None)


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Note each source that carries an assertion in part only, beside one that carries it in full.

    What is told as one study's result is not the others' to carry.
    """
    told_as_one = describes_one_study(case.assertion.text, case.language)
    if told_as_one or not readings_with(case.sources, Verdict.SUPPORTS):
        return
    for reading in readings_with(case.sources, Verdict.PARTIAL):
        reason = _weightiest(reading)
        if reason:
            english, dutch = WORDS[reason.value]
            yield Flaw(
                message=f"carries this only in part: {english}",
                dutch=f"draagt dit maar ten dele: {dutch}",
                because=reason,
                citation=source_of(case, reading).citation,
            )


_FULL = ExampleSource(study_type=StudyType.COHORT, verdict=Verdict.SUPPORTS)


def _part(reason: Reason | None, verdict: Verdict = Verdict.PARTIAL) -> ExampleSource:
    return ExampleSource(cited_as="23456789", verdict=verdict, reasons=((reason, "an example"),) if reason else ())


RULE = Rule(
    id="weak-source",
    summary="one source carries the statement only in part",
    severity=Severity.NOTE,
    case=AssertionCase,
    check=check,
    flagged=(Example(claim="Zinc goes with fewer colds.", sources=(_FULL, _part(Reason.OPINION_ONLY))),),
    clean=(
        Example(claim="In one study zinc went with fewer colds.", sources=(_FULL, _part(Reason.OPINION_ONLY))),
        Example(claim="Zinc goes with fewer colds.", sources=(_part(Reason.OPINION_ONLY),)),
        Example(claim="Zinc goes with fewer colds.", sources=(_FULL, _part(None))),
        Example(claim="Zinc goes with fewer colds.", sources=(_FULL, _part(Reason.OPINION_ONLY, Verdict.UNRELATED))),
    ),
)
