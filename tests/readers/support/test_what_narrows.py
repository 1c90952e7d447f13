"""A statement that itself names the limits of its source, or hedges, loses nothing by them."""

import pytest

from magcite.model import Article, Reason, Verdict
from magcite.readers.support import judge_support
from magcite.readers.support.case import Case, lay_out
from magcite.readers.support.decision import Ground
from magcite.readers.support.kinds import tells_what_happened
from magcite.readers.support.scope import narrows
from magcite.readers.support.statement import parse_statement
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


CARERS = article(
    "Sleep and mood in carers: a cross-sectional survey",
    "We surveyed 210 carers. Poor sleep was associated with low mood (r = 0.70, P < 0.001).",
)


def test_observation_narrows_what_is_told_as_an_effect_and_no_mere_link() -> None:
    frame = "Poor sleep {} low mood in carers."
    narrowed = {
        verb: narrows(_case(frame.format(verb), CARERS), [Ground(Reason.ASSOCIATION_ONLY)])
        for verb in ("causes", "goes hand in hand with", "is associated with")
    }
    assert narrowed == {"causes": True, "goes hand in hand with": False, "is associated with": False}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Healthy adults stayed alert if they took the drug.", True),
        ("The drug lowered pain in twenty women.", True),
        ("On the drug, cortisol rose less.", True),
        ("The drug lowers pain.", False),
        ("People with reduced appetite do well on it.", False),
        ("The drug is given to people who had a stroke.", False),
        ("The drug has been shown to help.", False),
    ],
)
def test_what_happened_is_told_in_the_past(text: str, told: bool) -> None:
    assert tells_what_happened(text) is told


def test_few_people_do_not_narrow_what_is_told_of_them() -> None:
    few = [Ground(Reason.SMALL_SAMPLE)]
    assert not narrows(_case("The zinc tablets lowered pain in the women who took part.", RATS), few)
    assert narrows(_case("Zinc tablets lower pain in women.", RATS), few)


def _case(statement: str, source: Article) -> Case:
    return lay_out(parse_statement(statement), source, None)
