"""More things that people take, do and suffer from are known, and words that only look like them are not taken so."""

import pytest

from magcite.model import Verdict
from magcite.readers.support.statement import parse_statement
from magcite.readers.support.words import lexicon, split_words, stem
from tests.readers.support.invented import article
from tests.readers.support.verdicts import SUPPORTING, verdict


@pytest.mark.parametrize(
    ("statement", "exposure", "outcome"),
    [
        ("Sleeping pills lead to more falls.", "HYPNOTIC", "FALLS"),
        ("Cinnamon lowers blood sugar.", "CINNAMON", "GLUCOSE"),
        ("Sitting all day raises the risk of a blood clot.", "SEDENTARY", "THROMBOSIS"),
        ("Massage eases pain.", "MASSAGE", "PAIN"),
        ("Warfarin prevents strokes.", "ANTICOAGULANT", "STROKE"),
        ("Water pills lower blood pressure.", "DIURETIC", "BLOOD_PRESSURE"),
        ("Talking therapy helps against depression.", "PSYCHOTHERAPY", "DEPRESSION"),
        ("Steroids shorten a sore throat.", "STEROID", "SORE_THROAT"),
        ("Diet soda raises the risk of a stroke.", "SWEETENER", "STROKE"),
        ("Lutein slows macular degeneration.", "LUTEIN", "MACULAR_DEGENERATION"),
    ],
)
def test_it_is_known_what_a_statement_is_about(statement: str, exposure: str, outcome: str) -> None:
    frame = parse_statement(statement)
    assert exposure in frame.exposures
    assert outcome in frame.outcomes
    assert frame.understood


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("had a lower risk", "ANXIETY"),
        ("children breathed cold dry air", "COMMON_COLD"),
        ("sick newborn babies", "NAUSEA"),
        ("a needle biopsy", "ACUPUNCTURE"),
        ("green tea extract", "TOOTH_LOSS"),
        ("the menstrual cycle", "EXERCISE_TRAINING"),
        ("blood pressure falls with age", "FALLS"),
        ("a rise or fall in weight", "FALLS"),
    ],
)
def test_a_word_of_another_meaning_is_not_taken_for_a_concept(text: str, concept: str) -> None:
    words = tuple(map(stem, split_words(text)))
    assert concept not in {name for place in range(len(words)) for name in lexicon().at(words, place)[0]}


TRIAL = "We randomised 240 adults to {} or placebo for 12 weeks."
COHORT = "We followed 5,000 adults for ten years. {} was asked about at baseline."


@pytest.mark.parametrize(
    ("title", "methods", "result", "statement", "wanted"),
    [
        (
            "Zinc and blood sugar: a randomised trial",
            TRIAL.format("zinc"),
            "Fasting blood sugar went from 9.4 to 8.1 mmol/L with zinc and from 9.3 to 9.2 with placebo (P = 0.006).",
            "Zinc lowers blood sugar.",
            SUPPORTING,
        ),
        (
            "Statins and liver cancer: a cohort",
            COHORT.format("Statin use"),
            "Hepatocellular carcinoma developed in 5.1% and 6.0% (0.84, 0.57-1.23).",
            "Statins prevent liver cancer.",
            {Verdict.CONTRADICTS},
        ),
        (
            "Smoking and stroke: a cohort",
            COHORT.format("Smoking"),
            "Stroke was more common in current smokers (HR 1.9, 95% CI 1.4-2.6); no difference was seen between former "
            "smokers and never smokers.",
            "Smoking raises the risk of stroke.",
            SUPPORTING,
        ),
        (
            "Iron and side effects: a randomised trial",
            TRIAL.format("iron"),
            "Black stools aside, side effects were as frequent with iron as with placebo.",
            "Iron causes side effects.",
            {Verdict.CONTRADICTS},
        ),
        (
            "Sucralose and blood sugar: a crossover trial",
            TRIAL.format("sucralose"),
            "Blood sugar rose by 11% (P = 0.01) with sucralose and was unchanged with sugar.",
            "Sucralose raises blood sugar.",
            SUPPORTING,
        ),
        (
            "Time-restricted eating and body composition: a randomised trial",
            TRIAL.format("time-restricted eating"),
            "Loss of lean mass was greater with time-restricted eating (1.6 vs 1.0 kg, P = .04).",
            "Intermittent fasting reduces lean mass.",
            SUPPORTING,
        ),
        (
            "Does extra potassium lower blood pressure? A randomised trial",
            TRIAL.format("potassium"),
            "Blood pressure was no lower with potassium than with placebo (P = 0.7).",
            "Potassium lowers blood pressure.",
            {Verdict.CONTRADICTS},
        ),
        (
            "Selenium for preventing bowel polyps and the matter of diabetes",
            TRIAL.format("selenium"),
            "Type 2 diabetes was diagnosed in 79 people on selenium and in 52 on placebo (HR 1.54, 95% CI 1.09-2.18).",
            "Selenium protects against type 2 diabetes.",
            {Verdict.CONTRADICTS},
        ),
        (
            "Stopping beta-blockers: a randomised trial",
            "We randomised 240 adults on beta-blockers to stop or to continue them.",
            "Fatigue was reported less often after stopping (18% vs 27%, P < .001).",
            "Beta-blockers cause fatigue.",
            SUPPORTING,
        ),
        (
            "Zinc and blood pressure: a randomised trial",
            TRIAL.format("zinc"),
            "Blood pressure (118/74 mmHg before and 117/73 mmHg after, in those who took all tablets of zinc) was not "
            "different from that on placebo.",
            "Zinc lowers blood pressure.",
            {Verdict.CONTRADICTS},
        ),
    ],
)
def test_a_result_is_read_for_what_it_says(
    title: str, methods: str, result: str, statement: str, wanted: set[Verdict]
) -> None:
    assert verdict(statement, article(title, ("METHODS", methods), ("RESULTS", result))) in wanted


def test_how_people_live_on_with_an_illness_is_narrower_than_its_risk() -> None:
    source = article(
        "Zinc intake and survival in women with breast cancer: a cohort",
        "We followed 1,200 women with breast cancer for seven years. Zinc improved survival after breast cancer (HR "
        "0.5, 95% CI 0.3-0.8).",
    )
    assert verdict("Zinc is associated with a lower risk of cancer.", source) is not Verdict.SUPPORTS


def test_drugs_named_by_what_they_do_do_not_turn_a_statement_round() -> None:
    direction = parse_statement("Cholesterol-lowering statins raise the risk of diabetes.").direction
    assert direction.amount == 1
