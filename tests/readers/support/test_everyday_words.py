"""What abstracts and leaflets say in ordinary words, each read for what it says."""

import pytest

from magcite.model import Article, Verdict
from magcite.readers.sentences import split_sentences
from magcite.readers.support.kinds import compares_groups
from magcite.readers.support.statement import parse_statement
from tests.readers.support.invented import article
from tests.readers.support.verdicts import SUPPORTING, verdict


def trial(*results: str, of: str = "Statins") -> Article:
    return article(
        f"{of} in adults: a randomised placebo-controlled trial",
        f"We randomised 800 adults to {of.lower()} or placebo. {' '.join(results)}",
    )


@pytest.mark.parametrize(
    ("result", "statement", "supported"),
    [
        ("All-cause mortality was lower by 9% with statins (P = 0.01).", "Statins lower mortality.", True),
        ("Death from any cause was less common with statins (P = 0.01).", "Statins prevent deaths.", True),
        ("LDL cholesterol went up by 0.3 mmol/l with statins (P = 0.01).", "Statins raise LDL cholesterol.", True),
        ("LDL cholesterol came down by 0.3 mmol/l with statins (P = 0.01).", "Statins lower bad cholesterol.", True),
        ("Strokes were half as frequent with statins (P = 0.01).", "Statins prevent strokes.", True),
        ("Statins speeded the removal of lactate from muscle (P = 0.01).", "Statins lower lactate.", True),
        ("Strokes were twice as frequent with statins (P = 0.01).", "Statins prevent strokes.", False),
        ("More patients given statins had nausea (P = 0.01).", "Statins cause nausea.", True),
        ("Fatigue was commoner with statins than with placebo (P = 0.01).", "Statins cause fatigue.", True),
        ("Constipation was reported by 18% and 9%.", "Statins cause constipation.", True),
        ("Constipation was reported by 10% and 10%.", "Statins cause constipation.", False),
        ("Strokes occurred in 4.1% and 4.2%, respectively.", "Statins prevent strokes.", False),
        (
            "Pain was reported by 12.7% on statins and 12.4% of controls, which could be due to chance.",
            "Statins cause pain.",
            False,
        ),
        (
            "The incidence of dementia was the same in treated and control participants.",
            "Statins prevent dementia.",
            False,
        ),
        ("No subgroup, including those with severe pain, benefited.", "Statins ease pain.", False),
        ("Stroke risk rose with statins (rate ratio 1.30; 95% CI 0.90 to 1.88).", "Statins cause strokes.", False),
        ("Body weight fell with statins (P = 0.01).", "Statins lead to weight loss.", True),
        ("Statins brought sustained weight loss.", "Statins make you slimmer.", True),
        ("Statins brought sustained weight loss.", "Statins make people fatter.", False),
        ("Bone mineral density fell with statins (P = 0.01).", "Statins weaken the bones.", True),
        (
            "Sleep onset latency was 9 minutes shorter with statins (P = 0.02).",
            "Statins let you fall asleep sooner.",
            True,
        ),
        ("Muscle strength was higher with statins (P = 0.02).", "Statins make people stronger.", True),
        ("Blood pressure fell by 4 mm Hg with statins (P = 0.02).", "Statins keep blood pressure down.", True),
        (
            "The common cold lasted 5 days with statins and 7 days with placebo.",
            "A cold goes away sooner with statins.",
            True,
        ),
    ],
)
def test_common_words_are_read_for_what_they_say(result: str, statement: str, supported: bool) -> None:
    found = verdict(statement, trial(result))
    assert found in SUPPORTING if supported else found is Verdict.CONTRADICTS


def test_a_result_on_something_else_is_no_result_on_what_was_asked() -> None:
    source = trial("Physical-function scores rose with statins. Fractures were fewer with statins (P = 0.01).")
    assert verdict("Statins prevent fractures.", source) is Verdict.SUPPORTS
    source = trial("Fractures were fewer with statins (P = 0.01). The risk of stroke was higher with statins.")
    assert verdict("Statins prevent fractures.", source) is Verdict.SUPPORTS


def test_an_inhibitor_in_the_name_of_a_drug_is_not_a_lack_of_it() -> None:
    source = article(
        "Proton pump inhibitors and fractures: a cohort of 9,000 adults",
        "We followed 9,000 adults for ten years. Use of proton pump inhibitors was associated with more fractures "
        "(HR 1.28, 95% CI 1.10 to 1.49).",
    )
    assert verdict("Proton pump inhibitors are associated with fractures.", source) is Verdict.SUPPORTS


def test_a_low_dose_is_no_lack() -> None:
    assert not parse_statement("Low-dose aspirin does not prevent dementia.").lacking
    assert parse_statement("Low magnesium goes with dementia.").lacking


def test_people_named_first_are_no_part_of_what_is_said_of_them() -> None:
    frame = parse_statement("In people without diabetes, statins lower mortality.")
    assert not frame.direction.null
    assert frame.outcomes == {"MORTALITY"}


@pytest.mark.parametrize(
    ("statement", "outcomes"),
    [
        ("Statins prevent deaths and cancers.", {"MORTALITY", "CANCER"}),
        ("Statins lower the risk of stroke, diabetes and fractures.", {"STROKE", "TYPE_2_DIABETES", "FRACTURE"}),
        ("Statins lower mortality in people with cancer.", {"MORTALITY"}),
        ("Overweight people on statins have lower blood pressure.", {"BLOOD_PRESSURE"}),
        ("Nausea is more common in people who use zinc for a cold.", {"NAUSEA"}),
        ("Metformin lowers vitamin B12.", {"VITAMIN_B12"}),
    ],
)
def test_outcomes_are_told_from_the_people(statement: str, outcomes: set[str]) -> None:
    assert parse_statement(statement).outcomes == outcomes


def test_a_treatment_that_is_only_compared_with_is_not_the_exposure() -> None:
    assert parse_statement("Zinc works as well as ibuprofen against pain.").exposures == {"ZINC"}


@pytest.mark.parametrize(
    ("statement", "groups"),
    [
        ("Children who spend hours on screens sleep less.", True),
        ("Coffee drinkers have a lower risk of stroke.", True),
        ("Coffee prevents strokes in people who sleep less.", False),
        ("Some researchers hold that coffee drinkers sleep badly.", False),
    ],
)
def test_a_statement_on_groups_claims_no_effect(statement: str, groups: bool) -> None:
    assert compares_groups(statement) is groups


def test_a_cohort_fully_bears_out_what_is_said_of_those_who_do_something() -> None:
    source = article(
        "Coffee and stroke: a cohort of 40,000 adults",
        "We followed 40,000 adults for 12 years. Coffee drinkers had a lower risk of stroke (HR 0.80, 95% CI 0.71 to "
        "0.90).",
    )
    assert verdict("People who drink coffee have fewer strokes.", source) is Verdict.SUPPORTS
    assert verdict("Coffee prevents strokes.", source) is Verdict.PARTIAL


def test_a_unit_at_the_end_of_a_sentence_ends_it() -> None:
    text = "Values exceeded 2.0 mmol/L. LDL cholesterol rose."
    assert list(split_sentences(text)) == ["Values exceeded 2.0 mmol/L.", "LDL cholesterol rose."]
