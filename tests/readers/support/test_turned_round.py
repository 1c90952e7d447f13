"""Less of the exposure, the other side of a comparison and cause for effect are read the right way round."""

import pytest

from magcite.model import Verdict
from magcite.readers.support.cues import find_null
from magcite.readers.support.kinds import Kind
from magcite.readers.support.passages import make_clause
from magcite.readers.support.reading import read_direction
from magcite.readers.support.statement import parse_statement
from magcite.readers.support.subject import subject_sign
from tests.readers.support.invented import article
from tests.readers.support.verdicts import SUPPORTING, verdict

ZINC, PRESSURE = frozenset({"ZINC"}), frozenset({"BLOOD_PRESSURE"})


def sign(text: str) -> int:
    return subject_sign(make_clause(text, {}), ZINC, PRESSURE)


@pytest.mark.parametrize(
    "text",
    [
        "People who eat the least zinc",
        "Eating little zinc",
        "A modest cut in zinc",
        "Cutting down on zinc",
        "Zinc restriction for a week",
        "A serum zinc below 10 umol",
        "Blood pressure fell more with rest than with zinc",
        "Blood pressure in those with the lowest against the highest zinc",
    ],
)
def test_little_of_it_is_little(text: str) -> None:
    assert sign(text) == -1


@pytest.mark.parametrize(
    "text",
    [
        "At least 30 mg zinc",
        "More than 30 mg zinc",
        "People who ate the most zinc",
        "Zinc did more than placebo",
        "Blood pressure in those with the highest against the lowest zinc",
    ],
)
def test_much_of_it_is_much(text: str) -> None:
    assert sign(text) == 1


def test_a_cut_in_salt_that_lowers_pressure_speaks_against_salt() -> None:
    source = article(
        "A low-salt diet and blood pressure: a randomised trial",
        "In this trial 300 adults were randomised. A cut in salt intake lowered blood pressure (P = 0.001).",
    )
    assert verdict("A high salt intake raises blood pressure.", source) in SUPPORTING
    assert verdict("Eating less salt lowers blood pressure.", source) in SUPPORTING
    assert verdict("Eating less salt raises blood pressure.", source) is Verdict.CONTRADICTS


def test_the_loser_of_a_comparison_is_not_its_winner() -> None:
    source = article(
        "Magnesium versus metoclopramide for acute migraine: a randomised trial",
        "In this trial 120 patients got magnesium or metoclopramide. Magnesium relieved migraine better than "
        "metoclopramide (P = 0.01).",
    )
    assert verdict("Magnesium relieved migraine better than metoclopramide.", source) in SUPPORTING
    assert verdict("Metoclopramide relieved migraine better than magnesium.", source) is Verdict.CONTRADICTS


def test_no_difference_contradicts_that_one_is_better() -> None:
    source = article(
        "Ginger versus metoclopramide for acute migraine: a randomised trial",
        "In this trial 120 patients got ginger or metoclopramide. Migraine had eased in both arms; the difference "
        "between ginger and metoclopramide was not significant (P = 0.55).",
    )
    assert verdict("Ginger relieves migraine better than metoclopramide.", source) is Verdict.CONTRADICTS
    assert verdict("Ginger works as well as metoclopramide against migraine.", source) is Verdict.PARTIAL


COHORT = article(
    "Zinc intake and depression: a prospective cohort",
    "We followed 6,000 adults for 9 years. A higher zinc intake was associated with less depression (HR 0.70, 95% CI "
    "0.55-0.88).",
)


def test_the_effect_for_the_cause_is_another_question() -> None:
    assert parse_statement("Depression lowers zinc intake.").kind is Kind.MECHANISM
    assert verdict("Depression lowers zinc intake.", COHORT) is Verdict.UNRELATED


def test_a_source_that_says_the_reverse_carries_the_reverse() -> None:
    source = article(
        "Insulin and magnesium in the kidney",
        "We studied 40 adults. High insulin levels increased urinary magnesium loss.",
    )
    assert verdict("High insulin levels increase magnesium loss.", source) is Verdict.PARTIAL


def test_an_outcome_named_first_does_not_act() -> None:
    assert parse_statement("Depression is less common with a high zinc intake.").kind is not Kind.MECHANISM
    assert parse_statement("People with depression have lower zinc levels.").kind is Kind.ASSOCIATION


def test_a_name_that_begins_with_high_points_nowhere() -> None:
    clause = make_clause("High-sensitivity C-reactive protein decreased with zinc", {})
    assert read_direction(clause, ZINC, frozenset({"CRP"})).amount == -1


def test_groups_told_apart_by_high_and_low_are_no_result() -> None:
    clause = make_clause("Zinc was inversely associated with gout for the highest against the lowest fifth", {})
    assert read_direction(clause, ZINC, frozenset({"GOUT"})).amount == -1


def test_an_effect_on_something_says_not_which() -> None:
    assert read_direction(make_clause("Zinc and its effects on gout", {}), ZINC, frozenset({"GOUT"})).amount is None


def test_a_lower_chance_of_a_raised_value_is_less() -> None:
    clause = make_clause("With zinc, adults were less likely to have a raised CRP", {})
    assert read_direction(clause, ZINC, frozenset({"CRP"})).amount == -1


def test_an_induced_illness_was_not_raised_by_the_treatment() -> None:
    clause = make_clause("Zinc lessened swelling in rats with collagen-induced arthritis", {})
    assert read_direction(clause, ZINC, frozenset({"ARTHRITIS"})).amount == -1


def test_harm_agrees_that_there_is_no_benefit() -> None:
    source = article(
        "Omega-3 fatty acids and depression: a randomised placebo-controlled trial",
        "In this trial 9,000 adults took omega-3 or placebo. The risk of depression was higher with omega-3 (HR 1.15, "
        "95% CI 1.02-1.30).",
    )
    assert verdict("Omega-3 supplements do not prevent depression.", source) is Verdict.SUPPORTS
    assert verdict("Omega-3 supplements prevent depression.", source) is Verdict.CONTRADICTS


@pytest.mark.parametrize(
    "text",
    [
        "Sickness was reported equally often with zinc and placebo.",
        "The gain could not be attributed to zinc.",
        "Pressure remained stable with zinc.",
    ],
)
def test_other_ways_of_finding_nothing_are_known(text: str) -> None:
    assert find_null(text)


def test_a_related_illness_is_no_relation() -> None:
    clause = make_clause("Zinc and age-related macular degeneration", {})
    assert read_direction(clause, ZINC, frozenset({"MACULAR_DEGENERATION"})).amount is None


def test_doing_nothing_denies_an_effect() -> None:
    source = article(
        "Zinc and fatigue: a randomised placebo-controlled trial",
        "In this trial 160 adults took zinc or placebo. Fatigue fell more with zinc than with placebo (P = 0.01).",
    )
    assert verdict("Zinc does nothing against fatigue.", source) is Verdict.CONTRADICTS


def test_an_ineffective_treatment_is_contradicted_by_a_good_effect() -> None:
    source = article(
        "Zinc for fatigue: a randomised placebo-controlled trial",
        "In this trial 160 adults took zinc or placebo. Zinc improved fatigue (P = 0.01).",
    )
    assert verdict("Zinc is an ineffective treatment for fatigue.", source) is Verdict.CONTRADICTS


TRIAL_OF_COLDS = (
    "We randomised 180 adults with a cold to zinc or placebo.",
    "Colds were shorter by a day with zinc than with placebo (P = 0.01).",
)


def test_one_trial_leaves_open_what_is_called_unproven() -> None:
    trial = article("Zinc for colds: a randomised trial", *TRIAL_OF_COLDS)
    assert verdict("It is not proven that zinc helps against colds.", trial) is Verdict.UNCLEAR
    assert verdict("Zinc does not help against colds.", trial) is Verdict.CONTRADICTS


def test_pooled_trials_speak_against_what_is_called_unproven() -> None:
    pooled = article(
        "Zinc for colds: a meta-analysis of randomised trials",
        "Nine randomised trials were pooled. Colds were shorter by a day with zinc than with placebo (P < 0.001).",
        types=("Meta-Analysis",),
    )
    assert verdict("It is not proven that zinc helps against colds.", pooled) is Verdict.CONTRADICTS
