"""Whole abstracts beside statements: aims, spin, other outcomes, numbers, parts that are denied."""

import pytest

from magcite.model import Article, Verdict
from tests.readers.support.invented import article
from tests.readers.support.verdicts import verdict

BACKGROUND = ("BACKGROUND", "Magnesium has been reported to relieve migraine.")
JUDGED: tuple[tuple[Article, dict[str, set[Verdict]]], ...] = (
    (
        article(
            "Magnesium for migraine: study protocol",
            ("METHODS", "We will randomise 240 adults with migraine to magnesium or placebo."),
            ("DISCUSSION", "The trial will show whether magnesium relieves migraine."),
        ),
        {
            "Magnesium relieves migraine.": {Verdict.UNRELATED, Verdict.UNCLEAR},
        },
    ),
    (
        article(
            "Magnesium in migraine",
            ("METHODS", "We randomised 240 adults with migraine to magnesium or placebo."),
            ("RESULTS", "The number of attacks did not differ (P = 0.45)."),
            ("CONCLUSIONS", "Magnesium may be a promising option for migraine."),
        ),
        {
            "Magnesium reduces migraine attacks.": {Verdict.CONTRADICTS, Verdict.PARTIAL, Verdict.UNCLEAR},
        },
    ),
    (
        article(
            "Magnesium relieves migraine",
            ("METHODS", "We randomised 240 adults with migraine to magnesium or placebo."),
            (
                "RESULTS",
                "Attacks fell from 5.1 to 3.2 a month with magnesium and from 5.0 to 4.9 with placebo (P = 0.002).",
            ),
        ),
        {
            "Magnesium relieves migraine.": {Verdict.SUPPORTS},
        },
    ),
    (
        article(
            "Zinc for migraine",
            ("METHODS", "We randomised 240 adults with migraine to zinc or placebo."),
            ("RESULTS", "Attacks fell with zinc (P = 0.002)."),
        ),
        {
            "Magnesium relieves migraine.": {Verdict.UNRELATED},
        },
    ),
    (
        article(
            "Magnesium for leg cramps",
            ("METHODS", "We randomised 240 adults with leg cramps to magnesium or placebo."),
            ("RESULTS", "Cramps fell with magnesium (P = 0.002)."),
        ),
        {
            "Magnesium relieves migraine.": {Verdict.UNRELATED},
        },
    ),
    (
        article(
            "Magnesium for leg cramps in pregnancy",
            ("METHODS", "We randomised 240 pregnant women with leg cramps to magnesium or placebo."),
            ("RESULTS", "Cramps fell with magnesium (P = 0.002)."),
        ),
        {
            "Magnesium relieves leg cramps.": {Verdict.PARTIAL},
            "Magnesium does not relieve leg cramps.": {Verdict.CONTRADICTS},
        },
    ),
    (
        article(
            "Magnesium and blood pressure in mice",
            ("METHODS", "Mice were fed magnesium for 8 weeks."),
            ("RESULTS", "Blood pressure fell with magnesium (P = 0.002)."),
        ),
        {
            "Magnesium lowers blood pressure.": {Verdict.PARTIAL},
        },
    ),
    (
        article(
            "Magnesium and blood pressure: meta-analysis of randomised trials",
            ("METHODS", "We pooled 34 trials with 2028 participants."),
            ("RESULTS", "Magnesium lowered systolic blood pressure by 2.00 mm Hg (95% CI 0.43 to 3.58)."),
        ),
        {
            "Magnesium lowers blood pressure.": {Verdict.SUPPORTS},
            "Magnesium raises blood pressure.": {Verdict.CONTRADICTS},
            "Magnesium lowers blood pressure by 20 mm Hg.": {Verdict.CONTRADICTS, Verdict.PARTIAL},
        },
    ),
    (
        article(
            "Magnesium and blood pressure: meta-analysis of randomised trials",
            ("METHODS", "We pooled 34 trials with 2028 participants."),
            ("RESULTS", "The pooled change in systolic blood pressure was -0.20 mm Hg (95% CI -1.10 to 0.70)."),
        ),
        {
            "Magnesium lowers blood pressure.": {Verdict.CONTRADICTS, Verdict.UNCLEAR},
        },
    ),
    (
        article(
            "Magnesium and blood pressure in normotensive adults",
            ("METHODS", "We randomised 240 adults with normal blood pressure to magnesium or placebo."),
            ("RESULTS", "Blood pressure did not change."),
        ),
        {
            "Magnesium lowers blood pressure, but not in people with normal blood pressure.": {
                Verdict.PARTIAL,
                Verdict.SUPPORTS,
            },
        },
    ),
    (
        article(
            "Magnesium and stroke",
            ("METHODS", "We followed 40,000 adults for 10 years."),
            (
                "RESULTS",
                "The relative risk of stroke in the highest quintile of magnesium "
                "intake was 0.81 (95% CI 0.72 to 0.92).",
            ),
        ),
        {
            "Magnesium supplements prevent stroke.": {Verdict.UNRELATED, Verdict.PARTIAL, Verdict.UNCLEAR},
            "People who eat a lot of magnesium have a 19% lower risk of stroke.": {Verdict.SUPPORTS},
            "People who eat a lot of magnesium have a 50% lower risk of stroke.": {
                Verdict.CONTRADICTS,
                Verdict.PARTIAL,
            },
        },
    ),
    (
        article(
            "Magnesium and stroke",
            ("METHODS", "We followed 40,000 adults for 10 years."),
            (
                "RESULTS",
                "The relative risk of stroke in the highest quintile of magnesium "
                "intake was 1.31 (95% CI 1.12 to 1.52).",
            ),
        ),
        {
            "Magnesium lowers the risk of stroke.": {Verdict.CONTRADICTS},
        },
    ),
    (
        article(
            "Magnesium and depression",
            (
                "METHODS",
                "126 adults with depression took magnesium for 6 weeks and nothing for 6 weeks, in random order.",
            ),
            ("RESULTS", "PHQ-9 scores improved by 6.0 points more with magnesium (95% CI 4.1 to 7.9)."),
        ),
        {
            "Magnesium helps against depression.": {Verdict.SUPPORTS},
            "Magnesium worsens depression.": {Verdict.CONTRADICTS},
        },
    ),
    (
        article(
            "Serum magnesium in depression",
            ("METHODS", "We measured magnesium in 60 patients with depression and 60 healthy controls."),
            ("RESULTS", "Serum magnesium was higher in the patients than in controls (P = 0.01)."),
        ),
        {
            "People with depression have low magnesium.": {Verdict.CONTRADICTS},
        },
    ),
    (
        article(
            "Magnesium and muscle strength",
            ("METHODS", "26 men trained for 7 weeks with magnesium or placebo."),
            ("RESULTS", "Quadriceps torque rose in both groups, more so with magnesium (P < 0.05)."),
        ),
        {
            "Magnesium increases muscle strength.": {Verdict.PARTIAL, Verdict.SUPPORTS},
        },
    ),
    (
        article(
            "Magnesium and marathon time",
            ("METHODS", "20 marathon runners took magnesium or placebo for 4 weeks before a marathon."),
            ("RESULTS", "Marathon times were the same with magnesium and placebo."),
        ),
        {
            "Magnesium does not improve the time of marathon runners.": {Verdict.PARTIAL, Verdict.SUPPORTS},
        },
    ),
    (
        article(
            "Magnesium and PMS",
            ("METHODS", "32 women with PMS took magnesium or placebo in the second half of the cycle."),
            ("RESULTS", "Total scores on the Menstrual Distress Questionnaire fell with magnesium (P < 0.04)."),
        ),
        {
            "Magnesium relieves premenstrual complaints.": {Verdict.PARTIAL, Verdict.SUPPORTS},
        },
    ),
    (
        article(
            "Magnesium and CRP",
            ("METHODS", "We randomised 62 adults with prediabetes and low magnesium."),
            ("RESULTS", "hsCRP fell by 4.8 mg/l with magnesium and by 0.5 with placebo (P < 0.05)."),
        ),
        {
            "Magnesium lowers inflammation.": {Verdict.PARTIAL, Verdict.SUPPORTS},
            "Magnesium increases inflammation.": {Verdict.CONTRADICTS},
        },
    ),
    (
        article(
            "Magnesium and CRP",
            ("METHODS", "We randomised 62 adults with prediabetes and low magnesium."),
            ("RESULTS", "hsCRP rose by 0.5 mg/l with magnesium and by 0.4 with placebo (P = 0.66)."),
        ),
        {
            "Magnesium lowers CRP.": {Verdict.CONTRADICTS},
        },
    ),
    (
        article(
            "Zinc in depression: case histories",
            "Six patients with depression recovered within ten days on zinc. "
            "Used more generally against depression, it proved helpful as a rule.",
        ),
        {
            "Zinc reduces symptoms of depression.": {Verdict.PARTIAL, Verdict.SUPPORTS},
            "In a randomised trial, 50 mg zinc improved mood as well as an antidepressant.": {Verdict.UNRELATED},
        },
    ),
    (
        article(
            "Zinc and premenstrual symptoms",
            ("METHODS", "41 women with premenstrual syndrome took zinc and placebo for two cycles each."),
            ("RESULTS", "No category of symptoms showed an advantage of zinc over placebo."),
        ),
        {
            "Zinc reduces premenstrual symptoms.": {Verdict.CONTRADICTS},
            "Zinc does not reduce premenstrual symptoms.": {Verdict.SUPPORTS, Verdict.PARTIAL},
        },
    ),
    (
        article(
            "Zinc intake and diabetes",
            ("METHODS", "Adults without diabetes (n = 3,120) were followed for two decades."),
            ("RESULTS", "Those in the highest fifth of zinc intake had a lower risk of diabetes (hazard ratio 0.58)."),
        ),
        {
            "In over 3,000 people followed for 20 years, a high zinc intake went with 42% less diabetes.": {
                Verdict.SUPPORTS
            },
        },
    ),
    (
        article(
            "Zinc in the treatment of depression: a systematic review",
            "This systematic review covers nine trials. Zinc treatment appeared to work against depression, but the "
            "data are sparse and not consistent.",
        ),
        {
            "Zinc supplements reduce symptoms of depression.": {Verdict.PARTIAL},
        },
    ),
    (
        article(
            "Zinc in children with ADHD",
            "Zinc was measured in the hair and serum of 104 children with ADHD. Ninety-two per cent were found "
            "deficient. Zinc deficiency, the authors state, occurs more often in these children than in healthy ones.",
        ),
        {
            "92% of children with ADHD have a zinc deficiency.": {Verdict.SUPPORTS, Verdict.PARTIAL},
            "Children with ADHD are more often deficient in zinc.": {Verdict.SUPPORTS, Verdict.PARTIAL},
        },
    ),
    (
        article(
            "Zinc in prevention and therapy",
            "More than 200 enzymes require zinc. Type 2 diabetes has been associated with low levels of the mineral.",
            types=("Review",),
        ),
        {
            "Low zinc is associated with type 2 diabetes.": {Verdict.PARTIAL, Verdict.SUPPORTS},
            "About 40% of people with type 2 diabetes have low zinc.": {Verdict.UNCLEAR},
        },
    ),
    (
        article(
            "Zinc and blood pressure in hypertension",
            ("METHODS", "In random order, 48 adults with hypertension took zinc and placebo for eight weeks each."),
            (
                "RESULTS",
                "Blood pressure was a little lower during the zinc period by every method, each time significantly. "
                "Blood pressure in these adults is lowered by zinc, with a greater effect in those whose pressure is "
                "higher.",
            ),
        ),
        {
            "Zinc supplements lower blood pressure.": {Verdict.SUPPORTS, Verdict.PARTIAL},
            "Zinc supplements raise blood pressure.": {Verdict.CONTRADICTS},
        },
    ),
    (
        article(
            "Zinc and colds",
            ("METHODS", "We randomised 80 adults to zinc or nothing."),
            ("RESULTS", "Colds occurred in 12% with zinc and in 25% without (P = 0.03)."),
        ),
        {
            "Zinc prevents colds.": {Verdict.SUPPORTS, Verdict.PARTIAL},
            "Zinc causes colds.": {Verdict.CONTRADICTS},
        },
    ),
    (
        article(
            "Zinc and inflammation",
            ("METHODS", "We randomised 30 adults to zinc or placebo; C-reactive protein and insulin were determined."),
            ("RESULTS", "Findings for C-reactive protein were not consistent."),
        ),
        {
            "Zinc lowers C-reactive protein.": {Verdict.CONTRADICTS, Verdict.UNCLEAR},
        },
    ),
    (
        article(
            "Zinc in type 2 diabetes: a randomised crossover trial",
            (
                "METHODS",
                "In random order, 98 patients with type 2 diabetes took zinc and placebo for three months each.",
            ),
            (
                "RESULTS",
                "For fasting glucose, HbA1c, insulin, the HOMA-IR index and blood lipids the two periods were "
                "statistically indistinguishable.",
            ),
        ),
        {
            "Zinc improves blood glucose in people with diabetes.": {Verdict.CONTRADICTS},
            "Zinc does nothing for blood glucose in people with diabetes.": {Verdict.SUPPORTS, Verdict.PARTIAL},
        },
    ),
    (
        article(
            "Zinc and mood in women with premenstrual syndrome",
            ("METHODS", "We randomised 38 women with premenstrual syndrome to zinc or placebo; mood had six scores."),
            ("RESULTS", "None of the six scores of mood differed from those under placebo."),
        ),
        {
            "Zinc improves mood in women with premenstrual syndrome.": {Verdict.CONTRADICTS},
            "Zinc does not improve mood in women with premenstrual syndrome.": {Verdict.SUPPORTS, Verdict.PARTIAL},
        },
    ),
    (
        article(
            "Zinc and depression: case histories",
            (
                "We describe case histories of patients who took 30 mg zinc at mealtimes and whose depression "
                "lifted in no more than 7 days."
            ),
        ),
        {
            "Zinc reduces depression.": {Verdict.SUPPORTS, Verdict.PARTIAL},
            "Zinc makes depression worse.": {Verdict.CONTRADICTS},
        },
    ),
    (
        article(
            "Zinc in chronic bronchitis: a randomised trial",
            ("METHODS", "Twenty patients with bronchitis took zinc or placebo before a graded exercise test."),
            ("CONCLUSIONS", "Patients with bronchitis could work harder after zinc than after placebo."),
        ),
        {
            "Zinc improves exercise performance in bronchitis.": {Verdict.SUPPORTS, Verdict.PARTIAL},
            "Zinc lowers exercise performance in bronchitis.": {Verdict.CONTRADICTS},
        },
    ),
    (
        article(
            "Zinc and exercise: a review",
            ("We review trials in which athletes took zinc. Performance profits from additional zinc."),
        ),
        {
            "Zinc supplements can improve exercise performance in athletes.": {Verdict.SUPPORTS, Verdict.PARTIAL},
        },
    ),
    (
        article(
            "Zinc for acute migraine",
            ("METHODS", "Seventy patients were randomised to zinc or dexamethasone; pain was scored after two hours."),
            (
                "RESULTS",
                "With zinc migraine pain was lower than in the other arm at the same time point (p < 0.001).",
            ),
        ),
        {
            "Zinc relieves migraine.": {Verdict.SUPPORTS, Verdict.PARTIAL},
        },
    ),
    (
        article(
            "Zinc intake and diabetes in young adults: a cohort",
            (
                "We followed 4,497 Americans for 20 years to learn whether zinc intake foretells diabetes. Compared "
                "with the lowest fifth, the hazard ratio in the highest fifth was 0.53 (95% CI 0.32 to 0.86). A diet "
                "richer in zinc was associated with a smaller likelihood of diabetes."
            ),
        ),
        {
            "In more than 4,000 people followed for 20 years, those with the highest zinc intake had a 47% lower risk "
            "of diabetes.": {Verdict.SUPPORTS, Verdict.PARTIAL},
            "In more than 4,000 people followed for 20 years, those with the highest zinc intake had a 47% higher risk "
            "of diabetes.": {Verdict.CONTRADICTS},
        },
    ),
)


@pytest.mark.parametrize(("source", "statements"), JUDGED, ids=[source.title or "" for source, _ in JUDGED])
def test_a_whole_abstract_is_judged(source: Article, statements: dict[str, set[Verdict]]) -> None:
    for statement, wanted in statements.items():
        assert verdict(statement, source) in wanted, statement
