"""A statement that itself names the limits of its source, or hedges, loses nothing by them."""

from magcite.model import Reason, Verdict
from magcite.readers.support import judge_support
from tests.readers.support.invented import article
from tests.readers.support.verdicts import verdict

RATS = article(
    "Zinc speeds wound closure in rats",
    "Sixty rats with a skin wound were given zinc or plain water. Wound healing was faster with zinc (P = 0.01).",
)


def test_rats_carry_what_is_said_of_rats() -> None:
    assert verdict("Zinc speeds wound healing in rats.", RATS) is Verdict.SUPPORTS
    assert verdict("Zinc speeds wound healing.", RATS) is Verdict.PARTIAL
    assert verdict("Zinc slows wound healing in rats.", RATS) is Verdict.CONTRADICTS


def test_a_hedged_statement_may_rest_on_a_review() -> None:
    source = article("Iron in training: a review", "Hard training may raise the iron requirement.", types=("Review",))
    assert verdict("Hard training may raise the iron requirement.", source) is Verdict.SUPPORTS
    assert verdict("Hard training raises the iron requirement.", source) is Verdict.PARTIAL


def test_hypertension_does_not_narrow_what_lowers_blood_pressure() -> None:
    source = article(
        "Magnesium in mild hypertension: a randomised placebo-controlled trial",
        "In this trial 180 patients took magnesium or placebo. Magnesium lowered blood pressure more than placebo "
        "(P = 0.01).",
    )
    assert verdict("Magnesium supplements lower blood pressure.", source) is Verdict.SUPPORTS


def test_a_relation_with_levels_inside_a_trial_is_no_effect_of_the_treatment() -> None:
    source = article(
        "Magnesium and blood pressure: a randomised placebo-controlled trial",
        "In this trial 180 adults took magnesium or placebo. Magnesium lowered blood pressure more than placebo "
        "(P = 0.01). Serum magnesium was associated with higher blood pressure (odds ratio 2.1, 95% CI 1.2-3.9).",
    )
    assert verdict("Magnesium supplements lower blood pressure.", source) is Verdict.SUPPORTS


def test_a_lack_is_not_judged_by_a_trial_of_a_treatment() -> None:
    source = article(
        "Vitamin D for asthma in adults: a randomised placebo-controlled trial",
        "In this trial 280 adults took vitamin D or placebo. Vitamin D reduced asthma attacks (P = 0.01).",
    )
    assert verdict("Vitamin D deficiency causes asthma.", source) is Verdict.UNRELATED


def test_an_oral_trial_says_nothing_of_the_skin() -> None:
    source = article(
        "Oral magnesium for leg cramps: a randomised placebo-controlled trial",
        "In this trial 120 adults took magnesium or placebo. Magnesium reduced cramps (P = 0.01).",
    )
    reading = judge_support("Rubbing magnesium on the legs reduces cramps.", source)
    assert reading is not None
    assert reading.fact.value is Verdict.UNRELATED
    assert reading.has(Reason.ROUTE_MISMATCH)


def test_a_study_that_found_something_is_not_one_of_those_that_did_not() -> None:
    source = article(
        "Magnesium and the performance of athletes: a randomised placebo-controlled trial",
        "In this trial 120 athletes took magnesium or placebo. Magnesium improved performance (P = 0.01).",
    )
    assert verdict("Some studies found no effect of magnesium on performance.", source) is Verdict.UNRELATED


def test_a_review_that_expects_good_for_the_condition_carries_a_part() -> None:
    source = article(
        "Zinc in asthma: a review", "Zinc acts on immune cells. Zinc could ease asthma in adults.", types=("Review",)
    )
    assert verdict("Zinc improves mood in people with asthma.", source) is Verdict.PARTIAL


def test_pooled_cohorts_that_find_nothing_contradict() -> None:
    source = article(
        "Zinc intake and gout: a meta-analysis of prospective cohorts",
        "We pooled 9 cohorts with 120,000 participants. Zinc intake was not associated with gout (RR 0.99, 95% CI "
        "0.90-1.09).",
    )
    assert verdict("A high zinc intake is associated with less gout.", source) is Verdict.CONTRADICTS


def test_a_trial_in_hypertension_says_nothing_of_people_with_normal_pressure() -> None:
    source = article(
        "Magnesium and blood pressure: a randomised controlled trial",
        ("METHODS", "We randomised 240 adults with hypertension to magnesium or placebo for 12 weeks."),
        ("RESULTS", "Magnesium lowered systolic blood pressure by 2.1 mmHg (95% CI 0.9 to 3.3)."),
    )
    said = "Magnesium does not lower blood pressure in people with normal blood pressure."
    assert verdict(said, source) is Verdict.UNRELATED
    assert verdict("Magnesium lowers blood pressure in people with hypertension.", source) is Verdict.SUPPORTS
