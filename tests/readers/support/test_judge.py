"""What the judge must understand, each on an invented pair."""

import pytest

from magcite.model import Article, Reason, Verdict
from magcite.readers.support import judge_support, read_support
from magcite.readers.support.statement import parse_statement
from tests.readers.support.invented import COHORT, NULL_TRIAL, PRESSURE_TRIAL, article
from tests.readers.support.verdicts import SUPPORTING, verdict


def reasons(statement: str, source: Article) -> set[Reason]:
    reading = judge_support(statement, source)
    assert reading is not None
    return {item.reason for item in reading.reasons}


def test_an_article_without_an_abstract_gives_no_verdict() -> None:
    assert read_support("Magnesium lowers blood pressure.", article("Magnesium and blood pressure")) is None


def test_an_abstract_of_white_space_gives_no_verdict() -> None:
    assert read_support("Magnesium lowers blood pressure.", article("Magnesium", "  ")) is None


def test_a_trial_that_found_the_effect_supports_it() -> None:
    assert verdict("Magnesium supplements lower blood pressure.", PRESSURE_TRIAL) is Verdict.SUPPORTS


@pytest.mark.parametrize("outcome", ["SBP", "systolic blood pressure", "blood pressure"])
def test_abbreviations_and_narrower_names_of_an_outcome_are_one(outcome: str) -> None:
    assert verdict(f"Magnesium supplements reduce {outcome}.", PRESSURE_TRIAL) in SUPPORTING


def test_the_element_symbol_is_the_substance() -> None:
    assert verdict("Mg supplements lower blood pressure.", PRESSURE_TRIAL) is Verdict.SUPPORTS


def test_a_null_trial_contradicts_a_benefit() -> None:
    assert verdict("Magnesium supplements lower blood pressure.", NULL_TRIAL) is Verdict.CONTRADICTS
    assert Reason.NULL_RESULT in reasons("Magnesium supplements lower blood pressure.", NULL_TRIAL)


def test_a_null_trial_supports_a_negative_statement() -> None:
    assert verdict("Magnesium supplements do not lower blood pressure.", NULL_TRIAL) in SUPPORTING


def test_an_effect_contradicts_a_negative_statement() -> None:
    assert verdict("Magnesium supplements do not lower blood pressure.", PRESSURE_TRIAL) is Verdict.CONTRADICTS


def test_an_effect_the_other_way_contradicts() -> None:
    assert verdict("Magnesium supplements raise blood pressure.", PRESSURE_TRIAL) is Verdict.CONTRADICTS
    assert Reason.WRONG_DIRECTION in reasons("Magnesium supplements raise blood pressure.", PRESSURE_TRIAL)


def test_a_source_on_another_substance_is_unrelated() -> None:
    assert verdict("Zinc supplements lower blood pressure.", PRESSURE_TRIAL) is Verdict.UNRELATED
    assert Reason.EXPOSURE_MISMATCH in reasons("Zinc supplements lower blood pressure.", PRESSURE_TRIAL)


def test_a_source_on_another_outcome_is_unrelated() -> None:
    assert verdict("Magnesium supplements prevent migraine.", PRESSURE_TRIAL) is Verdict.UNRELATED


def test_a_source_on_other_people_is_unrelated() -> None:
    statement = "Magnesium lowers blood pressure in women with premenstrual syndrome."
    assert verdict(statement, PRESSURE_TRIAL) is Verdict.UNRELATED
    assert Reason.POPULATION_MISMATCH in reasons(statement, PRESSURE_TRIAL)


def test_what_stands_in_the_background_only_is_unrelated() -> None:
    source = article(
        "Magnesium and sleep in shift workers",
        ("BACKGROUND", "Magnesium supplements have been tied to fewer symptoms of depression."),
        ("RESULTS", "In 90 workers who took magnesium, sleep quality improved more than with placebo (P = 0.01)."),
    )
    assert verdict("Magnesium supplements reduce depression.", source) is Verdict.UNRELATED
    assert Reason.BACKGROUND_ONLY in reasons("Magnesium supplements reduce depression.", source)


def test_a_supplement_statement_needs_a_supplement() -> None:
    assert verdict("Magnesium supplements prevent type 2 diabetes.", COHORT) is Verdict.UNRELATED


def test_low_intake_and_risk_is_high_intake_and_benefit() -> None:
    assert verdict("Low magnesium intake raises the risk of developing type 2 diabetes.", COHORT) in SUPPORTING
    assert verdict("High magnesium intake is associated with a lower risk of T2DM.", COHORT) in SUPPORTING


def test_a_risk_turned_round_is_contradicted() -> None:
    statement = "High magnesium intake is associated with a higher risk of diabetes."
    assert verdict(statement, COHORT) is Verdict.CONTRADICTS


def test_a_hazard_ratio_is_the_percentage_it_stands_for() -> None:
    statement = (
        "In more than 5,000 people followed for 15 years, the highest magnesium intake went with a 38% lower risk of "
        "diabetes."
    )
    assert verdict(statement, COHORT) is Verdict.SUPPORTS


def test_another_number_is_a_mismatch() -> None:
    statement = (
        "In more than 5,000 people followed for 15 years, the highest magnesium intake went with a 70% lower risk of "
        "diabetes."
    )
    assert verdict(statement, COHORT) is Verdict.PARTIAL
    assert Reason.NUMBER_MISMATCH in reasons(statement, COHORT)


def test_a_statement_that_describes_one_study_is_unrelated_to_a_trial() -> None:
    statement = "In 4,000 people followed for 20 years, high magnesium intake went with a lower risk of hypertension."
    assert verdict(statement, PRESSURE_TRIAL) is Verdict.UNRELATED


def test_a_number_of_the_other_age_group_contradicts() -> None:
    source = article(
        "Magnesium intake and depression",
        ("RESULTS", "In 6,010 adults low magnesium intake went with depression below age 65 (RR 1.31), while among "
         "seniors it seemed protective (RR 0.70)."),
    )  # fmt: skip
    statement = "In over 6,000 people, 65-year-olds with the lowest intake had a 31% higher risk of depression."
    assert verdict(statement, source) is Verdict.CONTRADICTS
    assert Reason.WRONG_SUBGROUP in reasons(statement, source)


def test_equality_with_a_drug_is_not_shown_by_no_difference() -> None:
    source = article(
        "Magnesium and imipramine in depression: a randomised trial",
        "Twenty-six adults with depression were randomised to 400 mg magnesium or to imipramine for 8 weeks. "
        "Depression scores did not differ between the arms after treatment (p = 0.31).",
    )
    statement = "Magnesium improved depression as well as an antidepressant."
    assert verdict(statement, source) is Verdict.PARTIAL


def test_a_comparison_with_a_drug_needs_one() -> None:
    statement = "Magnesium lowers blood pressure as well as a common drug."
    assert verdict(statement, PRESSURE_TRIAL) is Verdict.UNRELATED
    assert Reason.COMPARATOR_MISMATCH in reasons(statement, PRESSURE_TRIAL)


def test_all_groups_improving_shows_nothing() -> None:
    source = article(
        "Magnesium for premenstrual syndrome",
        "In this trial 80 women with premenstrual syndrome were randomised to magnesium or placebo. "
        "Mean premenstrual syndrome scores fell in all groups (p < 0.05).",
    )
    statement = "Magnesium improves mood in women with premenstrual syndrome."
    assert verdict(statement, source) is Verdict.UNCLEAR
    assert Reason.WITHIN_GROUP_ONLY in reasons(statement, source)


def test_only_people_short_of_it_were_treated() -> None:
    source = article(
        "Magnesium and glucose in adults",
        ("METHODS", "In a placebo-controlled trial 120 adults with magnesium deficiency took magnesium or placebo."),
        ("RESULTS", "Fasting glucose was lower with magnesium than with placebo (P = 0.01)."),
    )
    assert verdict("Magnesium supplements lower blood glucose.", source) is Verdict.PARTIAL
    assert Reason.DEFICIENT_ONLY in reasons("Magnesium supplements lower blood glucose.", source)


def test_a_reviews_statement_is_weaker_than_a_finding() -> None:
    source = article(
        "Magnesium and migraine: a review",
        "Magnesium prevents migraine in many patients according to several reports, and treatment with it is cheap.",
        types=("Review",),
    )
    assert verdict("Magnesium supplements prevent migraine.", source) is Verdict.PARTIAL
    assert Reason.OPINION_ONLY in reasons("Magnesium supplements prevent migraine.", source)


def test_prevalence_needs_a_share() -> None:
    share = article(
        "Magnesium in people with type 2 diabetes",
        "Serum magnesium was measured in 300 people with type 2 diabetes. "
        "Magnesium deficiency was present in 41% of them.",
    )
    assert verdict("About 41% of people with type 2 diabetes have low blood magnesium.", share) in SUPPORTING
    assert verdict("About 41% of people with type 2 diabetes have low blood magnesium.", COHORT) is Verdict.UNRELATED


def test_one_part_of_two_carried_is_partial() -> None:
    statement = "Magnesium supplements lower blood pressure; magnesium supplements prevent migraine attacks."
    assert verdict(statement, PRESSURE_TRIAL) is Verdict.PARTIAL


def test_a_second_part_that_denies_is_not_held_against_the_source() -> None:
    source = article(
        "Magnesium and blood pressure with and without hypertension: a randomised trial",
        (
            "RESULTS",
            "Magnesium lowered blood pressure in hypertension (P = 0.01). "
            "Blood pressure did not change in people with normal blood pressure.",
        ),
    )
    statement = "Magnesium lowers blood pressure in hypertension but not in people with normal blood pressure."
    assert verdict(statement, source) in SUPPORTING


def test_every_reason_has_a_quote_of_its_own() -> None:
    reading = judge_support("Magnesium supplements prevent and treat migraine.", NULL_TRIAL)
    assert reading is not None
    assert all(item.quote for item in reading.reasons)
    assert all(item.because for item in reading.reasons)


def test_the_basis_says_what_was_found() -> None:
    fact = read_support("Zinc supplements lower blood pressure.", PRESSURE_TRIAL)
    assert fact is not None
    assert "exposure not found" in fact.basis


def test_a_lack_said_to_be_more_frequent_carries_a_comparison() -> None:
    source = article(
        "Magnesium and migraine: a review",
        "Magnesium deficiency is far more common in people with migraine than in healthy people.",
        types=("Review",),
    )
    statement = "People with migraine are more often magnesium deficient than others."
    assert verdict(statement, source) is Verdict.SUPPORTS
    assert Reason.NOT_PRIMARY in reasons(statement, source)


def test_a_lack_without_its_share_is_unclear() -> None:
    source = article(
        "Magnesium and migraine: a review",
        "Magnesium deficiency is often linked to migraine, and treatment has been tried.",
        types=("Review",),
    )
    assert verdict("About 60% of people with migraine have low magnesium.", source) is Verdict.UNCLEAR


def test_no_share_is_found_in_a_trial_of_treatment() -> None:
    source = article(
        "Magnesium for migraine: a placebo-controlled trial",
        "Seventy people with migraine took magnesium or placebo. Attacks were fewer with magnesium (P = 0.01).",
    )
    assert verdict("Many people with migraine are magnesium deficient.", source) is Verdict.UNRELATED


def test_a_share_of_a_substance_not_studied_is_unrelated() -> None:
    assert verdict("About 60% of people with asthma have low zinc.", PRESSURE_TRIAL) is Verdict.UNRELATED


def test_sensitivity_that_rises_is_resistance_that_falls() -> None:
    source = article(
        "Magnesium in adults: a placebo-controlled trial",
        ("METHODS", "We gave 200 adults magnesium or placebo."),
        ("RESULTS", "Magnesium increased insulin sensitivity compared with placebo (P = 0.01)."),
    )
    assert verdict("Magnesium supplements lower insulin resistance.", source) in SUPPORTING
    assert verdict("Magnesium supplements raise insulin resistance.", source) is Verdict.CONTRADICTS


def test_a_result_that_calls_its_outcome_attacks_counts_for_the_disease_of_the_title() -> None:
    source = article(
        "Magnesium for migraine: a placebo-controlled trial",
        "We randomised 160 patients to magnesium or placebo. Attack frequency fell more with magnesium (P = 0.01).",
    )
    assert verdict("Magnesium supplements reduce migraine.", source) in SUPPORTING


def test_a_pronoun_stands_for_the_outcome_before_it() -> None:
    source = article(
        "Magnesium in athletes: an overview",
        "Magnesium treatment may help performance in athletes short of it, whereas in the others supplements do not "
        "improve it.",
        types=("Review",),
    )
    assert verdict("Some studies found no performance benefit of magnesium in athletes.", source) in SUPPORTING


def test_small_uncontrolled_and_infused_are_told_apart() -> None:
    source = article(
        "Intravenous magnesium for headache: an open-label pilot phase",
        "Fourteen patients with headache were infused with magnesium. In these 14 patients headache fell (P = 0.02).",
    )
    found = reasons("Magnesium treatment relieves headache.", source)
    assert {Reason.UNCONTROLLED, Reason.ROUTE_MISMATCH, Reason.SMALL_SAMPLE} <= found


def test_people_without_a_lack_must_have_been_studied() -> None:
    statement = "Supplements do not improve blood pressure in people without magnesium deficiency."
    assert verdict(statement, NULL_TRIAL) is Verdict.UNRELATED


def test_children_are_not_adults() -> None:
    assert verdict("Magnesium supplements lower blood pressure in children.", PRESSURE_TRIAL) is Verdict.UNRELATED


def test_a_narrower_title_makes_support_partial() -> None:
    source = article(
        "Magnesium and blood pressure in elderly patients with type 2 diabetes: a randomised trial",
        ("METHODS", "We gave 220 patients magnesium or placebo."),
        ("RESULTS", "Blood pressure was lower with magnesium than with placebo (P = 0.004)."),
    )
    statement = "Magnesium supplements lower blood pressure."
    assert verdict(statement, source) is Verdict.PARTIAL
    assert Reason.POPULATION_MISMATCH in reasons(statement, source)


def test_an_animal_study_never_contradicts() -> None:
    source = article(
        "Magnesium and blood pressure in rats",
        "Rats of a hypertensive strain were given magnesium. Magnesium did not lower blood pressure in these rats.",
    )
    assert verdict("Magnesium supplements lower blood pressure.", source) is Verdict.UNCLEAR


def test_a_lack_and_an_outcome_in_one_clause_of_a_review_are_related() -> None:
    source = article(
        "Magnesium and mood: a review",
        "People with magnesium deficiency show many complaints, depression among them.",
        types=("Review",),
    )
    assert verdict("Low magnesium is associated with a higher risk of depression.", source) in SUPPORTING


def test_an_abstract_that_gives_no_result_is_unclear() -> None:
    source = article(
        "Magnesium treatment and depression",
        "Depression in 90 adults, magnesium treatment and a questionnaire: the report of a meeting.",
    )
    assert verdict("Magnesium supplements reduce depression.", source) is Verdict.UNCLEAR


def test_a_source_against_one_outcome_of_two_is_unclear() -> None:
    assert verdict("Magnesium supplements lower blood pressure and relieve headache.", NULL_TRIAL) is Verdict.UNCLEAR


def test_a_comparison_with_controls_adds_nothing_that_a_trial_does_not_say_anyway() -> None:
    bare = parse_statement("In one study, magnesium improved blood glucose in people with diabetes.")
    compared = parse_statement(
        "In one study, magnesium improved blood glucose in people with diabetes, compared with a control group."
    )
    assert compared == bare
