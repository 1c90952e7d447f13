"""The certainty of a body of evidence and the account of it."""

from __future__ import annotations

import pytest

from magcite.grading import grade
from magcite.model import AssertionVerdict, Certainty, CitedSource, Grade, Language, StudyType, Verdict
from magcite.rules.examples import build_claim_case
from magcite.rules.interface import Example, ExampleSource


def cite(*given: ExampleSource) -> tuple[CitedSource, ...]:
    return build_claim_case(Example(claim="Magnesium improves sleep.", sources=given)).assertions[0].sources


def trial(people: int | None, verdict: Verdict = Verdict.SUPPORTS, pmid: str = "1") -> ExampleSource:
    return ExampleSource(cited_as=pmid, study_type=StudyType.RANDOMIZED_TRIAL, sample_size=people, verdict=verdict)


def graded(*given: ExampleSource, language: Language = Language.ENGLISH) -> Grade:
    return grade(cite(*given), overstated=False, language=language)


def change(found: Grade, domain: str) -> int | None:
    return next(entry.change for entry in found.ledger if entry.domain == domain)


@pytest.mark.parametrize(
    ("people", "imprecision", "certainty"),
    [(400, 0, Certainty.HIGH), (399, -1, Certainty.MODERATE), (99, -2, Certainty.LOW), (None, None, Certainty.HIGH)],
)
def test_few_people_lower_the_certainty(people: int | None, imprecision: int | None, certainty: Certainty) -> None:
    found = graded(trial(people))
    assert (change(found, "imprecision"), found.certainty) == (imprecision, certainty)


def test_what_an_abstract_cannot_tell_is_named_and_changes_nothing() -> None:
    found = graded(trial(500))
    for domain in ("risk-of-bias", "publication-bias"):
        assert change(found, domain) is None
    assert "not assessable" in next(entry.because for entry in found.ledger if entry.domain == "risk-of-bias")


def test_trials_that_disagree_are_inconsistent() -> None:
    found = graded(trial(1000), trial(50, Verdict.CONTRADICTS, pmid="2"))
    assert (found.verdict, change(found, "inconsistency")) == (AssertionVerdict.MIXED, -1)


def test_support_in_part_only_is_indirect() -> None:
    assert change(graded(trial(500, Verdict.PARTIAL)), "indirectness") == -1


def test_animals_alone_are_very_indirect_and_never_more_than_very_low() -> None:
    found = graded(ExampleSource(cited_as="1", study_type=StudyType.ANIMAL, animals=40, verdict=Verdict.SUPPORTS))
    assert (change(found, "indirectness"), found.certainty) == (-2, Certainty.VERY_LOW)


def test_nothing_that_bears_gives_no_certainty_and_no_ledger() -> None:
    found = graded(trial(500, Verdict.UNRELATED))
    assert (found.certainty, found.ledger) == (Certainty.NONE, ())


def test_a_cohort_starts_low() -> None:
    cohort = ExampleSource(cited_as="1", study_type=StudyType.COHORT, sample_size=4497, verdict=Verdict.SUPPORTS)
    assert graded(cohort).certainty is Certainty.LOW


def test_the_summary_speaks_the_language_asked_for() -> None:
    dutch = graded(trial(500), language=Language.DUTCH).summary
    english = graded(trial(500)).summary
    assert "Zekerheid" in dutch
    assert "gerandomiseerd" in dutch
    assert english == (
        "The sources support this. Of 1 cited: 1 for, 0 against, 0 could not be read. "
        "Certainty from abstracts: high. Best support: randomized trial."
    )
