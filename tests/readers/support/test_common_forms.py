"""The common forms of a result, each with statements that it bears out and statements that it does not."""

import pytest

from magcite.model import Article, Verdict
from tests.readers.support.invented import article
from tests.readers.support.verdicts import SUPPORTING, verdict

MEASURED = ("pain", "sleep quality", "LDL cholesterol", "bone mineral density")
BEFALLING = ("stroke", "nausea", "fractures", "type 2 diabetes")
CHANGES = {
    "fell by 4.1 points with zinc and by 1.2 points with placebo (P = 0.01)": "lowers",
    "was 3.2 points lower with zinc than with placebo (95% CI 1.1 to 5.3)": "lowers",
    "decreased significantly in the zinc group but not in the placebo group": "lowers",
    "was reduced by zinc": "lowers",
    "rose by 4.1 points with zinc and by 1.2 points with placebo (P = 0.01)": "raises",
    "was 3.2 points higher with zinc than with placebo (95% CI 1.1 to 5.3)": "raises",
    "rose more in the zinc group than in controls (P < 0.001)": "raises",
    "did not differ between the zinc and placebo groups (P = 0.61)": "has no effect on",
    "fell by 2.1 points with zinc and by 1.9 points with placebo (P = 0.72)": "has no effect on",
    "was similar in both groups": "has no effect on",
    "was unaffected by zinc": "has no effect on",
}
EVENTS = {
    "occurred in 4.1% of the zinc group and 7.9% of the placebo group (HR 0.51, 95% CI 0.33 to 0.79)": "prevents",
    "was less frequent with zinc than with placebo (12% v 21%, P = 0.004)": "prevents",
    "developed in 31 of 400 patients taking zinc and in 58 of 402 taking placebo (P = 0.003)": "prevents",
    "occurred in 7.9% of the zinc group and 4.1% of the placebo group (HR 1.93; 95% CI 1.26 to 2.94)": "causes",
    "was reported by 17% of zinc recipients compared with 8% of controls": "causes",
    "occurred in 5.1% of the zinc group and 5.3% of the placebo group (rate ratio 0.97; 95% CI 0.73 to 1.29)": "none",
    "was as frequent with zinc as with placebo (12% v 11%, P = 0.74)": "none",
    "was equally common with zinc and placebo": "none",
}
"""What a result says of something that befalls people, and the verb that says so of zinc."""
TWO = {
    "Pain fell significantly with zinc compared with placebo (P = 0.01), whereas sleep quality did not change.": (
        -1,
        0,
    ),
    "Zinc lowered pain but not sleep quality.": (-1, 0),
    "Zinc reduced pain without affecting sleep quality.": (-1, 0),
    "Neither pain nor sleep quality was affected by zinc.": (0, 0),
    "Zinc significantly decreased pain (P = 0.01) and increased sleep quality (P = 0.02).": (-1, 1),
    "Pain was lower and sleep quality higher with zinc than with placebo (P < 0.05 for both).": (-1, 1),
    "There was no effect on sleep quality, but pain was significantly reduced by zinc (P = 0.02).": (-1, 0),
    "While sleep quality remained unaltered, pain rose significantly with zinc (P = 0.01).": (1, 0),
    "Although pain did not differ between groups, sleep quality was significantly higher with zinc (P = 0.01).": (0, 1),
    "Zinc improved neither pain nor sleep quality.": (0, 0),
    "Zinc raised pain at the cost of an increase in sleep quality.": (1, 1),
}
"""Two outcomes in one sentence, and which way pain and sleep quality went."""
VERBS = {-1: "lowers", 0: "has no effect on", 1: "raises"}


def trial(result: str) -> Article:
    return article("Zinc in adults: a randomised trial", f"We randomised 800 adults to zinc or placebo. {result}")


@pytest.mark.parametrize("outcome", MEASURED)
@pytest.mark.parametrize("said", ["lowers", "raises", "has no effect on"])
@pytest.mark.parametrize("result", CHANGES)
def test_a_measure_that_changed_or_did_not(result: str, said: str, outcome: str) -> None:
    source = trial(f"{outcome[0].upper()}{outcome[1:]} {result}.")
    found = verdict(f"Zinc {said} {outcome}.", source)
    assert found in SUPPORTING if said == CHANGES[result] else found is Verdict.CONTRADICTS


@pytest.mark.parametrize("outcome", BEFALLING)
@pytest.mark.parametrize("said", ["prevents", "causes"])
@pytest.mark.parametrize("result", EVENTS)
def test_what_befell_more_or_fewer(result: str, said: str, outcome: str) -> None:
    source = trial(f"{outcome[0].upper()}{outcome[1:]} {result}.")
    found = verdict(f"Zinc {said} {outcome}.", source)
    assert found in SUPPORTING if said == EVENTS[result] else found is Verdict.CONTRADICTS


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize("way", VERBS)
@pytest.mark.parametrize("result", TWO)
def test_each_of_two_outcomes_has_a_result_of_its_own(result: str, way: int, place: int) -> None:
    found = verdict(f"Zinc {VERBS[way]} {('pain', 'sleep quality')[place]}.", trial(result))
    assert found in SUPPORTING if way == TWO[result][place] else found is Verdict.CONTRADICTS


@pytest.mark.parametrize("result", TWO)
def test_a_statement_on_both_outcomes_is_right_half_right_or_wrong(result: str) -> None:
    source, (pain, sleep) = trial(result), TWO[result]
    for first, of_pain in VERBS.items():
        for second, of_sleep in VERBS.items():
            found = verdict(f"Zinc {of_pain} pain but {of_sleep} sleep quality.", source)
            right = (first == pain) + (second == sleep)
            assert found is (Verdict.CONTRADICTS, Verdict.PARTIAL, Verdict.SUPPORTS)[right]


FOLLOWED = {
    "Participants in the highest quintile of coffee intake had a 22% lower risk of {o} than those in the lowest "
    "(HR 0.78, 95% CI 0.69 to 0.88).": "lower",
    "Coffee intake was inversely associated with {o} (P for trend = 0.002).": "lower",
    "The hazard ratio for {o} comparing four or more cups of coffee a day with none was 0.78 (0.69-0.88).": "lower",
    "Coffee drinkers less often had {o} than non-drinkers (3.1% vs 4.4%, P = 0.01).": "lower",
    "Low coffee intake was associated with a higher risk of {o} (OR 1.42, 95% CI 1.18-1.71).": "lower",
    "In those years {o} developed in 310 of 9,000 coffee drinkers and 512 of 9,100 non-drinkers (P < 0.001).": "lower",
    "Each additional cup of coffee was associated with a 7% higher risk of {o} (HR 1.07, 95% CI 1.03-1.11).": "higher",
    "The incidence of {o} rose with increasing coffee intake (P for trend < 0.001).": "higher",
    "Coffee intake was not associated with {o} (HR 0.98, 95% CI 0.91 to 1.05).": "no",
    "The hazard ratio for {o} comparing the highest with the lowest quintile of coffee intake was 1.03 (95% CI 0.92 to "
    "1.15).": "no",
}
"""What a cohort found on coffee, and how the risk of those who drink it compares."""
SAID = {
    "Coffee drinkers have less {o}.": "lower",
    "People who drink little coffee have a higher risk of {o}.": "lower",
    "The more coffee people drink, the lower their risk of {o}.": "lower",
    "Coffee raises the risk of {o}.": "higher",
    "Coffee has nothing to do with {o}.": "no",
}


@pytest.mark.parametrize("outcome", ["stroke", "type 2 diabetes", "fractures", "mortality"])
@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("result", FOLLOWED)
def test_a_cohort_on_those_who_drink_something(result: str, said: str, outcome: str) -> None:
    source = article(
        f"Coffee consumption and {outcome}: a prospective cohort study",
        f"We followed 18,100 adults for 12 years. {result.format(o=outcome)}",
    )
    found = verdict(said.format(o=outcome), source)
    assert found in SUPPORTING if SAID[said] == FOLLOWED[result] else found is Verdict.CONTRADICTS
