"""A statement on a part of a source is judged by what the source says of that part, people and outcomes told apart."""

import pytest

from magcite.model import Reason, Verdict
from magcite.readers.support import judge_support
from magcite.readers.support.kinds import Kind
from magcite.readers.support.statement import parse_statement
from tests.readers.support.invented import article
from tests.readers.support.verdicts import SUPPORTING, verdict

AGES = article(
    "Zinc intake and depression in a cohort of 9,100 adults",
    ("METHODS", "We followed 9,100 adults for 8 years."),
    (
        "RESULTS",
        "A low zinc intake was associated with depression (RR 1.20, 95% CI 1.05-1.38). Below age 60 a low zinc intake "
        "went with depression (RR 1.31, 95% CI 1.10-1.55), whereas among seniors it went with less depression "
        "(RR 0.70, 95% CI 0.52-0.94).",
    ),
)
FORMS = article(
    "Calcium and kidney stones in men: a prospective cohort",
    ("METHODS", "We followed 40,200 men for 9 years."),
    (
        "RESULTS",
        "Dietary calcium was inversely associated with kidney stones (RR 0.70 for the highest against the lowest "
        "fifth, 95% CI 0.55-0.90). Men who took calcium supplements had a higher risk of kidney stones (RR 1.30, 95% "
        "CI 1.08-1.60).",
    ),
)
DRINKS = article(
    "Tea, coffee and gout: a prospective cohort",
    ("METHODS", "We followed 22,000 men for 11 years."),
    (
        "RESULTS",
        "Men who drank the most coffee had a lower risk of gout (HR 0.60, 95% CI 0.45-0.80). Tea was not associated "
        "with gout (HR 1.01, 95% CI 0.85-1.20).",
    ),
)


def test_the_older_are_judged_by_what_is_said_of_the_older() -> None:
    assert verdict("Older people with a low zinc intake have less depression.", AGES) in SUPPORTING
    assert verdict("Older people with a low zinc intake have more depression.", AGES) is Verdict.CONTRADICTS


def test_what_food_does_is_not_what_supplements_do() -> None:
    assert verdict("Calcium from food is associated with fewer kidney stones.", FORMS) is Verdict.SUPPORTS
    assert verdict("Calcium from food is associated with more kidney stones.", FORMS) is Verdict.CONTRADICTS
    assert verdict("Calcium supplements raise the risk of kidney stones.", FORMS) in SUPPORTING


def test_what_another_drink_does_says_nothing_of_this_one() -> None:
    assert verdict("Coffee drinkers have a lower risk of gout.", DRINKS) is Verdict.SUPPORTS
    assert verdict("Tea drinkers have a lower risk of gout.", DRINKS) is Verdict.CONTRADICTS


def test_those_of_whom_something_is_said_are_not_what_is_said_of_them() -> None:
    frame = parse_statement("Zinc improves the lung function of people with asthma.")
    assert frame.outcomes == {"LUNG_FUNCTION"}
    assert "ASTHMA" in frame.people


def test_a_condition_alone_stays_the_outcome() -> None:
    assert parse_statement("Zinc helps people with asthma.").outcomes == {"ASTHMA"}


def test_a_lack_among_the_people_does_not_turn_the_treatment_round() -> None:
    source = article(
        "Magnesium in people with diabetes and low magnesium: a randomised placebo-controlled trial",
        "In this double-blind trial 140 people took magnesium or placebo. Magnesium lowered blood pressure more than "
        "placebo did (P = 0.01).",
    )
    statement = "Magnesium lowered blood pressure in people with diabetes and low magnesium."
    assert verdict(statement, source) is Verdict.SUPPORTS


def test_one_sex_or_age_does_not_stand_for_the_other() -> None:
    women = article(
        "Iron and fatigue in women: a randomised placebo-controlled trial",
        "In this trial 210 women took iron or placebo. Fatigue fell more with iron than with placebo (P = 0.01).",
    )
    reading = judge_support("Iron reduces fatigue in men.", women)
    assert reading is not None
    assert reading.has(Reason.POPULATION_MISMATCH)
    assert verdict("Iron reduces fatigue in women.", women) is Verdict.SUPPORTS


def test_a_better_outcome_does_not_stand_for_another_one() -> None:
    source = article(
        "Magnesium and the fitness of rowers: a randomised placebo-controlled trial",
        "In this trial 90 rowers took magnesium or placebo. Jumps rose more with magnesium than with placebo "
        "(P = 0.02), whereas VO2 max stayed within the normal range in both groups.",
    )
    assert verdict("Magnesium raised the VO2 max of rowers.", source) is Verdict.CONTRADICTS


def test_a_change_in_all_groups_says_nothing_of_the_treatment() -> None:
    source = article(
        "Zinc and fatigue: a randomised placebo-controlled trial",
        "In this trial 120 adults took zinc or placebo. Fatigue fell in both groups.",
    )
    assert verdict("Zinc reduces fatigue.", source) is Verdict.UNCLEAR


@pytest.mark.parametrize(
    "statement",
    ["People with low zinc levels are more often depressed.", "Children with low zinc more often have a raised CRP."],
)
def test_having_something_more_often_is_a_relation_and_no_share(statement: str) -> None:
    assert parse_statement(statement).kind is Kind.ASSOCIATION


def test_eating_more_of_it_is_no_treatment() -> None:
    frame = parse_statement("People who eat the least zinc have more depression.")
    assert frame.kind is Kind.ASSOCIATION
    assert frame.lacking
    assert not frame.gives


def test_what_the_lexicon_does_not_know_is_found_by_its_name() -> None:
    source = article(
        "Oat consumption and heart disease in a cohort of 31,000 adults",
        "We followed 31,000 adults for 10 years. Eating oats every day was not associated with heart disease "
        "(HR 1.02, 95% CI 0.90-1.15).",
    )
    assert verdict("Eating oats every day lowers the risk of heart disease.", source) is Verdict.CONTRADICTS
    assert verdict("Eating oats every day does not lower the risk of heart disease.", source) in SUPPORTING


def test_an_illness_in_which_something_eases_is_not_what_eases() -> None:
    frame = parse_statement("Fish oil shortens morning stiffness in rheumatoid arthritis.")
    assert not frame.outcomes
    assert "RHEUMATOID" in frame.people
    assert parse_statement("Fish oil reduces symptoms in rheumatoid arthritis.").outcomes == {"RHEUMATOID"}


def test_smokers_who_take_something_are_not_the_exposure() -> None:
    frame = parse_statement("Selenium raises the risk of lung cancer in smokers.")
    assert frame.exposures == {"SELENIUM"}
    assert frame.outcomes == {"LUNG_CANCER"}


def test_those_left_out_of_an_effect_speak_against_it() -> None:
    source = article(
        "Calcium and fractures in adults: a randomised placebo-controlled trial",
        "In this trial 900 adults took calcium or placebo. Fractures were fewer with calcium (P = 0.03) in the women, "
        "but not in the men.",
    )
    reading = judge_support("Calcium supplements prevent fractures.", source)
    assert reading is not None
    assert reading.has(Reason.MIXED_RESULTS)


def test_those_with_an_illness_are_judged_by_what_is_said_of_them() -> None:
    source = article(
        "Egg consumption and heart disease in a cohort of 38,000 adults",
        "We followed 38,000 adults for 12 years. Eating an egg a day was not associated with heart disease (HR 1.01, "
        "95% CI 0.90-1.13). Among participants with diabetes, the risk of heart disease was higher (HR 1.42, 95% CI "
        "1.10-1.83).",
    )
    statement = "People with diabetes who eat an egg a day have a higher risk of heart disease."
    assert verdict(statement, source) is Verdict.SUPPORTS
