"""One result said in many ways, beside one statement said in many ways: the verdict must not hang on the words."""

import pytest

from magcite.model import Article, Verdict
from tests.readers.support.invented import article
from tests.readers.support.verdicts import SUPPORTING, verdict

LINKED = (
    "The risk of {o} decreased with increasing {e} levels (OR 0.59, 95% CI 0.36 to 0.97).",
    "Higher {e} levels were associated with a lower risk of {o} (HR 0.70, 95% CI 0.55-0.89).",
    "{E} levels were inversely associated with the risk of {o} (P < 0.001).",
    "Participants with low {e} levels had a higher risk of {o} (HR 1.60, 95% CI 1.2-2.1).",
    "Compared with the lowest quartile of {e}, the highest quartile had 40% fewer cases of {o} (P = 0.01).",
    "Low {e} levels doubled the risk of {o} (RR 2.0, 95% CI 1.4-2.9).",
    "{O} occurred more often in people with {e} deficiency (12% versus 5%, P = 0.003).",
    "A 10 nmol/l higher {e} level went with a 12% lower risk of {o} (P = 0.002).",
    "Those in the top fifth of {e} intake were 35% less likely to develop {o} than those in the lowest (P = 0.004).",
    "The hazard ratio of {o} for the highest versus the lowest {e} levels was 0.62 (95% CI 0.48 to 0.80).",
    "People who developed {o} had lower {e} levels at baseline than those who did not (P = 0.002).",
    "{E} intake was inversely related to {o} (RR for the highest versus the lowest fifth 0.71, 95% CI 0.58 to 0.87).",
    "The incidence of {o} was 4.1 per 1,000 in the highest and 7.9 in the lowest third of {e} (P for trend = 0.001).",
    "Serum {e} was significantly lower in participants with {o} than in those without (P < 0.01).",
    "Low {e} was an independent predictor of {o} (OR 2.1, 95% CI 1.3 to 3.4).",
    "Mean {e} was 0.78 mmol/l in those with {o} and 0.86 mmol/l in controls (P < 0.001).",
    "Participants with {o} consumed less {e} than those without (P = 0.01).",
    "The risk of {o} rose as {e} fell (P = 0.001).",
    "The relative risk of {o} was 1.52 (95% CI 1.15 to 2.00) for the lowest compared with the highest quintile of {e}.",
    "Inadequate {e} intake was more common in participants with {o} (P = 0.002).",
    "Serum {e} correlated negatively with {o} (r = -0.35, P < 0.001).",
    "{E} concentrations were 12% lower in cases of {o} than in controls (P = 0.001).",
    "Insufficient {e} was associated with {o} (OR 1.9, 95% CI 1.2 to 2.9).",
    "Compared with participants with adequate {e}, those with low {e} developed {o} more often (P = 0.002).",
    "Compared with participants with low {e}, those with adequate {e} developed {o} less often (P = 0.002).",
    "{O} occurred in 5% of those with high {e} and in 12% of those with low {e} (P = 0.003).",
    "Only 5% of those with high {e} developed {o}, against 12% of those with low {e} (P = 0.003).",
    "Of the participants with low {e} 12% developed {o}, of those with high {e} 5% (P = 0.003).",
)
LINKED_TO_MORE = (
    "The incidence of {o} was 40% higher in the top than in the bottom fifth of {e} intake (P = 0.002).",
    "Higher {e} levels were associated with a higher risk of {o} (HR 1.40, 95% CI 1.15-1.89).",
    "{O} occurred in 12% of those with high {e} and in 5% of those with low {e} (P = 0.003).",
    "Participants with {o} consumed more {e} than those without (P = 0.01).",
    "Those with the highest {e} had the highest risk of {o} (P for trend = 0.01).",
    "The risk of {o} rose with {e} (P = 0.001).",
    "The prevalence of {o} rose across quartiles of {e} (P for trend < 0.001).",
    "Low {e} levels were associated with a lower risk of {o} (HR 0.70, 95% CI 0.55-0.89).",
    "{E} was a risk factor for {o} (OR 1.9, 95% CI 1.2 to 2.9).",
    "Mean {e} was 0.86 mmol/l in those with {o} and 0.78 mmol/l in controls (P < 0.001).",
)
UNLINKED = (
    "{E} was not associated with {o} (HR 1.02, 95% CI 0.90 to 1.15).",
    "No association was found between {e} and {o} (P = 0.62).",
    "The risk of {o} did not vary with {e} (P for trend = 0.71).",
    "The incidence of {o} was similar in all quintiles of {e} (P = 0.48).",
    "The hazard ratio of {o} for the highest versus the lowest fifth of {e} was 0.97 (95% CI 0.85 to 1.10).",
    "{E} and {o} were unrelated (P = 0.62).",
    "After adjustment the association of {e} with {o} disappeared (HR 0.98, 95% CI 0.85 to 1.12).",
    "Neither dietary nor serum {e} predicted {o} (P > 0.3).",
    "There was no trend in {o} across {e} categories (P = 0.44).",
)
SAYS_LINKED = (
    "People with a high {e} level get {o} less often.",
    "Low {e} is associated with a higher risk of {o}.",
    "{E} protects against {o}.",
    "High {e} levels go with less {o}.",
    "A lack of {e} raises the risk of {o}.",
    "{E} deficiency increases the risk of {o}.",
    "People with too little {e} get {o} more often.",
    "Those who take in little {e} develop {o} more often.",
    "People with {o} have lower {e} levels.",
    "The more {e}, the lower the risk of {o}.",
    "A higher {e} intake is linked to fewer cases of {o}.",
)
SAYS_LINKED_TO_MORE = (
    "People with a high {e} level get {o} more often.",
    "High {e} levels are associated with a higher risk of {o}.",
    "Low {e} levels protect against {o}.",
    "People with {o} have higher {e} levels.",
)
SAYS_UNLINKED = (
    "There is no link between {e} and {o}.",
    "{E} has nothing to do with {o}.",
    "{E} is not associated with {o}.",
)
DENIES_LINK = (
    "People with a high {e} level get {o} more often.",
    "High {e} levels are associated with a higher risk of {o}.",
    "{E} has nothing to do with {o}.",
    "There is no link between {e} and {o}.",
    "{E} raises the risk of {o}.",
    "Low {e} levels protect against {o}.",
    "A {e} deficiency makes no difference to the risk of {o}.",
    "People with {o} have higher {e} levels.",
    "A lack of {e} lowers the risk of {o}.",
)
HELPED = (
    "{O} was reduced with {e} compared with placebo (P = 0.01).",
    "{O} improved significantly more with {e} than with placebo (P = 0.003).",
    "The {e} group had less {o} than the placebo group (P < 0.05).",
    "{E} significantly reduced {o} (mean difference -2.1, 95% CI -3.3 to -0.9).",
    "After 24 weeks, {o} was lower in the {e} group than in the control group (4.2 versus 6.1, P = 0.02).",
    "Scores for {o} fell by 5.2 points on {e} and by 1.1 points on placebo (P < 0.001).",
    "Participants given {e} reported fewer days with {o} (3 versus 7, P = 0.008).",
    "There was a significant reduction in {o} in the supplemented group (P = 0.01).",
    "{O} occurred in 12% of those on {e} and in 25% of those on placebo (RR 0.48, 95% CI 0.30 to 0.77).",
    "Compared with placebo, {e} reduced {o} by 40% (P = 0.01).",
    "{O} scores decreased from 14 to 8 in the {e} group but did not change in the placebo group (P < 0.01).",
    "{O} was less frequent in the {e} group (OR 0.55, 95% CI 0.35 to 0.86).",
    "Those receiving {e} were less likely to have {o} (OR 0.55, 95% CI 0.35 to 0.86).",
    "{E} was superior to placebo in reducing {o} (P = 0.02).",
    "More participants in the {e} group than in the placebo group were free of {o} (48% versus 25%, P = 0.002).",
    "{O} decreased in the {e} group, whereas it was unchanged in the control group (P = 0.01 between groups).",
    "Patients on {e} had a greater reduction in {o} than patients on placebo (P = 0.03).",
    "Significantly greater decreases in {o} were seen in the {e} group than in the control group.",
    "{E} supplementation was associated with a decrease in {o} (mean difference -1.8, 95% CI -2.9 to -0.7).",
    "The severity of {o} declined more with {e} than with placebo (P = 0.01).",
    "{O} occurred in 12% of the {e} group and in 25% of the placebo group (P = 0.004).",
    "{O} was reported by 18 of 120 participants given {e} and by 36 of 118 given placebo (P = 0.005).",
    "{O} improved in 62% of the {e} group and in 35% of the placebo group (P = 0.001).",
    "{O} resolved in 62% of those on {e} and in 35% of those on placebo (P = 0.001).",
    "The rate of {o} was 8.1 per 100 person-years on {e} versus 14.2 on placebo (P = 0.002).",
    "Mean {o} scores at 24 weeks were 4.2 with {e} and 6.1 with placebo (P = 0.02).",
    "There were 12 cases of {o} among those given {e} and 29 among those given placebo (P = 0.004).",
    "Mean {o} fell from 14.2 to 8.1 with {e} and from 14.0 to 12.9 with placebo (P < 0.001).",
    "The mean change in {o} was -5.2 with {e} and -1.1 with placebo (P = 0.001).",
    "With placebo 25% had {o}, with {e} 12% (P = 0.004).",
    "The placebo group had twice as much {o} as the {e} group (P = 0.006).",
    "The effect size of {e} on {o} was -0.45 (95% CI -0.70 to -0.20).",
    "In the {e} group 12% had {o}, and in the placebo group 25% (P = 0.004).",
    "{O} developed in 12% of the {e} group, whereas 25% of controls did (P = 0.004).",
    "Of 120 given {e}, 18 had {o}; of 118 given placebo, 36 did (P = 0.005).",
    "While 25% of the placebo group developed {o}, only 12% of the {e} group did (P = 0.004).",
    "The placebo group had {o} more often than the {e} group (P = 0.01).",
    "{O} was more frequent with placebo than with {e} (25% vs 12%, P = 0.004).",
    "{E}, but not placebo, reduced {o} (P = 0.01).",
    "{O} fell with {e} but not with placebo (P = 0.01).",
    "{O} increased in the placebo group but not in the {e} group (P = 0.01).",
    "{O} worsened on placebo and improved on {e} (P = 0.01).",
    "{O} remained unchanged with placebo and fell with {e} (P = 0.01).",
    "{O} did not change on placebo but fell by 30% on {e} (P = 0.01).",
    "There was no change in {o} with placebo, whereas it fell with {e} (P = 0.01).",
    "Placebo was less effective than {e} in reducing {o} (P = 0.01).",
    "Placebo was inferior to {e} in {o} (P = 0.01).",
    "The placebo group improved less in {o} than the {e} group (P = 0.01).",
    "{O} rose less with {e} than with placebo (P = 0.01).",
    "Response rates for {o} were 62% with {e} and 35% with placebo (P = 0.001).",
    "A larger share of participants recovered from {o} with {e} than with placebo (P = 0.01).",
    "Remission of {o} was more common with {e} than with placebo (P = 0.01).",
    "Freedom from {o} was more common with {e} (P = 0.01).",
    "{O} abated with {e} (P < 0.05).",
)
SAYS_HELPS = (
    "{E} reduces {o}.",
    "{E} helps against {o}.",
    "{E} eases {o}.",
    "{E} is effective against {o}.",
    "{E} supplements lead to less {o}.",
    "Taking {e} lessens {o}.",
    "People who take {e} have less {o}.",
    "{E} works better than placebo for {o}.",
    "{E} wards off {o}.",
    "You can fight {o} with {e}.",
    "{O} can be treated with {e}.",
    "{E} is a proven remedy for {o}.",
    "Can {e} prevent {o}?",
    "Is {e} effective for {o}?",
    "If you suffer from {o}, {e} may help.",
)
HELPS_IN_OTHER_WORDS = (
    "{E} may reduce {o}.",
    "{E} can lessen {o}.",
    "{E} is beneficial in {o}.",
    "{E} might be useful in {o}.",
    "{E} alleviates {o}.",
    "{E} is a good treatment for {o}.",
    "{E} offers relief from {o}.",
    "{E} keeps {o} at bay.",
    "People with {o} benefit from {e}.",
    "{E} cuts {o}.",
    "{E} brings down {o}.",
    "{E} has a favourable effect on {o}.",
    "{E} has a positive effect on {o}.",
    "{E} protects people from {o}.",
    "{E} prevents {o}.",
    "{E} lowers the risk of {o}.",
    "With {e} you get less {o}.",
    "Less {o} with {e}.",
    "Extra {e} is good against {o}.",
    "{E} makes {o} better.",
    "Research shows that {e} helps with {o}.",
    "Suffering from {o}? {E} helps.",
    "{E} is recommended for {o}.",
    "{O} responds well to {e}.",
    "{E} supplements may help people who suffer from {o}.",
    "A daily dose of {e} reduces {o}.",
    "{E} has been shown to reduce {o}.",
    "{E} fights {o}.",
    "{E} counteracts {o}.",
    "It has been proven that {e} reduces {o}.",
    "{E} does help against {o}.",
    "{E} is more effective than placebo against {o}.",
    "{E} is not useless against {o}.",
    "There is evidence that {e} reduces {o}.",
    "{O} can be reduced by {e}.",
    "{O} is eased by taking {e}.",
    "{E} takes the edge off {o}.",
)
NO_HELP_IN_OTHER_WORDS = (
    "{E} is of no use against {o}.",
    "{E} offers no relief from {o}.",
    "{E} does not reduce {o}.",
    "{E} makes no difference to {o}.",
    "{E} cannot prevent {o}.",
    "There is no evidence that {e} reduces {o}.",
    "{E} has a negative effect on {o}.",
    "{E} has an unfavourable effect on {o}.",
    "{E} worsens {o}.",
    "{E} is harmful in {o}.",
    "{E} increases the risk of {o}.",
    "{E} has no benefit for {o}.",
    "People with {o} do not benefit from {e}.",
    "{E} is ineffective in {o}.",
    "{O} gets worse with {e}.",
    "{O} does not respond to {e}.",
    "{E} is no better than placebo for {o}.",
    "{E} has not been shown to reduce {o}.",
    "Studies found no effect of {e} on {o}.",
    "{E} provokes {o}.",
    "{E} triggers {o}.",
    "{O} can be caused by {e}.",
    "{O} is not reduced by {e}.",
    "{E} is bad for people with {o}.",
    "{E} works no better than a dummy pill for {o}.",
    "{E} neither prevents nor treats {o}.",
    "It is untrue that {e} helps against {o}.",
    "{E} lacks an effect on {o}.",
    "{E} does little for {o}.",
    "{E} hardly helps against {o}.",
)
ASKS_WHETHER_USELESS = (
    "Is {e} useless against {o}?",
    "Does {e} cause {o}?",
    "It is a myth that {e} relieves {o}.",
    "Contrary to popular belief, {e} does not help against {o}.",
    "Placebo works just as well as {e} for {o}.",
)
BLAMES = (
    "{E} makes {o} worse.",
    "{E} causes {o}.",
    "Taking {e} leads to more {o}.",
)
NO_DIFFERENCE = (
    "{O} did not differ between the {e} and placebo groups (P = 0.45).",
    "{E} had no effect on {o} (mean difference -0.2, 95% CI -1.1 to 0.7).",
    "There was no significant difference in {o} between groups (P = 0.62).",
    "{O} was similar in the {e} group and the control group (4.2 versus 4.4, P = 0.72).",
    "Both groups had less {o} after 24 weeks, without a difference between them (P = 0.38).",
    "{E} was no better than placebo in reducing {o}.",
    "{E} did not significantly reduce {o} compared with placebo.",
    "The number of days with {o} was not affected by {e}.",
    "Neither dose of {e} changed {o}.",
)
SAYS_NOTHING = (
    "{E} has no effect on {o}.",
    "{E} does not help against {o}.",
    "{E} is useless against {o}.",
    "{E} works no better than placebo for {o}.",
    "{E} does nothing for {o}.",
    "{E} fails to reduce {o}.",
)
DENIES_HELP = (*SAYS_NOTHING, *BLAMES, *ASKS_WHETHER_USELESS)
SAYS_SOMETHING = (*SAYS_HELPS, *BLAMES)

HARMED = (
    "{O} was increased with {e} compared with placebo (P = 0.01).",
    "{O} was higher in the {e} group than in the control group (6.1 versus 4.2, P = 0.02).",
    "{O} worsened in the {e} group (P = 0.003 versus placebo).",
    "{E} significantly increased {o} (mean difference 2.1, 95% CI 0.9 to 3.3).",
    "{O} occurred in 25% of those on {e} and in 12% of those on placebo (RR 2.08, 95% CI 1.30 to 3.30).",
    "Participants given {e} reported more days with {o} than those given placebo (7 versus 3, P = 0.008).",
    "{O} occurred in 25% of the {e} group and in 12% of the placebo group (P = 0.004).",
    "{O} improved in 35% of the {e} group and in 62% of the placebo group (P = 0.001).",
    "{O} resolved in 35% of those on {e} and in 62% of those on placebo (P = 0.001).",
    "{O} scores fell by 1.1 points with {e} and by 5.2 points with placebo (P < 0.001).",
    "There were 29 cases of {o} among those given {e} and 12 among those given placebo (P = 0.004).",
    "The mean change in {o} was -1.1 with {e} and -5.2 with placebo (P = 0.001).",
    "The {e} group had twice as much {o} as the placebo group (P = 0.006).",
    "In the {e} group 25% had {o}, and in the placebo group 12% (P = 0.004).",
    "The placebo group had {o} less often than the {e} group (P = 0.01).",
    "{E}, but not placebo, increased {o} (P = 0.01).",
    "{O} fell in the placebo group but not in the {e} group (P = 0.01).",
    "{O} decreased on placebo but increased on {e} (P = 0.01).",
    "{O} improved less in the {e} group than in the placebo group (P = 0.01).",
    "{E} reduced {o} less than placebo did (P = 0.01).",
    "{E} was less effective than placebo in reducing {o} (P = 0.01).",
    "Placebo outperformed {e} on {o} (P = 0.01).",
    "Remission of {o} was less common with {e} than with placebo (P = 0.01).",
    "Remission of {o} was seen in 35% with {e} and in 62% with placebo (P = 0.001).",
)
SAYS_HARMS = (
    *BLAMES,
    "{E} increases {o}.",
    "People who take {e} have more {o}.",
    "{E} aggravates {o}.",
    "{O} gets worse with {e}.",
    "{E} raises the risk of {o}.",
)
IMPROVED = (
    "{O} improved with {e} compared with placebo (P = 0.01).",
    "{O} was better in the {e} group than in the placebo group (P = 0.02).",
    "{E} significantly increased {o} (mean difference 2.1, 95% CI 0.9 to 3.3).",
    "The increase in {o} was greater with {e} than with placebo (P = 0.003).",
    "{O} was higher in the {e} group than in the control group after 24 weeks (6.1 versus 4.2, P = 0.02).",
    "{O} rose by 12% on {e} and by 2% on placebo (P < 0.001).",
    "Participants given {e} had a greater improvement in {o} than those given placebo (P = 0.008).",
    "There was a significant improvement in {o} in the supplemented group (P = 0.01).",
    "{E} led to a significant gain in {o} (P = 0.004).",
)
SAYS_IMPROVES = (
    "{E} improves {o}.",
    "{E} boosts {o}.",
    "{E} is good for {o}.",
    "{E} increases {o}.",
    "Taking {e} leads to better {o}.",
    "{E} supplements strengthen {o}.",
    "{E} supports {o}.",
    "People who take {e} have better {o}.",
    "{O} gets better with {e}.",
    "{E} enhances {o}.",
)
DENIES_IMPROVEMENT = (
    "{E} impairs {o}.",
    "{E} has no effect on {o}.",
    "{E} does not improve {o}.",
    "{E} lowers {o}.",
    "{E} makes {o} worse.",
    "{E} is bad for {o}.",
    "{E} does nothing for {o}.",
    "{E} reduces {o}.",
    "{E} harms {o}.",
)

FOLLOWED = "We followed 5,400 adults for 9 years and measured {e} at baseline."
RANDOMISED = "We randomised 240 adults to {e} supplements or placebo for 24 weeks."
COHORTS = (("vitamin D", "multiple sclerosis"), ("magnesium", "diabetes"), ("selenium", "shingles"))
TRIALS = (("magnesium", "migraine"), ("zinc", "dry eyes"), ("green tea", "hay fever"), ("meditation", "fatigue"))
UNLISTED = (("metformin", "cognitive decline"), ("aspirin", "preeclampsia"), ("olive oil", "breast cancer"))
"""Things of which the lexicon knows at most one."""
PRESSURE = (("fish oil", "blood pressure"),)
FUNCTIONS = (("magnesium", "sleep quality"), ("zinc", "wound healing"), ("green tea", "skin elasticity"))


def fill(words: str, exposure: str, outcome: str) -> str:
    return words.format(e=exposure, E=exposure[0].upper() + exposure[1:], o=outcome, O=outcome[0].upper() + outcome[1:])


def source(exposure: str, outcome: str, methods: str, result: str) -> Article:
    kind = "a randomised controlled trial" if methods is RANDOMISED else "a prospective cohort study"
    return article(
        fill("{E} and {o}: ", exposure, outcome) + kind,
        ("METHODS", fill(methods, exposure, outcome)),
        ("RESULTS", fill(result, exposure, outcome)),
    )


CASES = [
    *((statement, SUPPORTING, FOLLOWED, LINKED, COHORTS) for statement in SAYS_LINKED),
    *((statement, {Verdict.CONTRADICTS}, FOLLOWED, LINKED, COHORTS) for statement in DENIES_LINK),
    *((statement, SUPPORTING, FOLLOWED, LINKED_TO_MORE, COHORTS) for statement in SAYS_LINKED_TO_MORE),
    *((statement, {Verdict.CONTRADICTS}, FOLLOWED, LINKED_TO_MORE, COHORTS) for statement in SAYS_LINKED[:4]),
    *((statement, SUPPORTING, FOLLOWED, UNLINKED, COHORTS) for statement in SAYS_UNLINKED),
    *((statement, {Verdict.CONTRADICTS}, FOLLOWED, UNLINKED, COHORTS) for statement in SAYS_LINKED[:4]),
    *((statement, SUPPORTING, RANDOMISED, HELPED, TRIALS) for statement in SAYS_HELPS),
    *((statement, {Verdict.CONTRADICTS}, RANDOMISED, HELPED, TRIALS) for statement in DENIES_HELP),
    *((statement, SUPPORTING, RANDOMISED, HELPED[:6], TRIALS[:3]) for statement in HELPS_IN_OTHER_WORDS),
    *(
        (statement, {Verdict.CONTRADICTS}, RANDOMISED, NO_DIFFERENCE[:2], TRIALS[:3])
        for statement in HELPS_IN_OTHER_WORDS
    ),
    *((statement, {Verdict.CONTRADICTS}, RANDOMISED, HELPED[:6], TRIALS[:3]) for statement in NO_HELP_IN_OTHER_WORDS),
    *((statement, SUPPORTING, RANDOMISED, HELPED[:10], UNLISTED) for statement in SAYS_HELPS),
    *((statement, {Verdict.CONTRADICTS}, RANDOMISED, HARMED[:6], UNLISTED) for statement in SAYS_HELPS),
    *((statement, {Verdict.CONTRADICTS}, RANDOMISED, NO_DIFFERENCE[:6], UNLISTED) for statement in SAYS_HELPS),
    *((statement, SUPPORTING, RANDOMISED, NO_DIFFERENCE[:6], UNLISTED) for statement in SAYS_NOTHING),
    *((statement, SUPPORTING, RANDOMISED, HELPED, PRESSURE) for statement in SAYS_HELPS),
    *((statement, SUPPORTING, RANDOMISED, HARMED, TRIALS) for statement in SAYS_HARMS),
    *((statement, {Verdict.CONTRADICTS}, RANDOMISED, HARMED, TRIALS) for statement in SAYS_HELPS),
    *((statement, SUPPORTING, RANDOMISED, IMPROVED, FUNCTIONS) for statement in SAYS_IMPROVES),
    *((statement, {Verdict.CONTRADICTS}, RANDOMISED, IMPROVED, FUNCTIONS) for statement in DENIES_IMPROVEMENT),
    *((statement, SUPPORTING, RANDOMISED, NO_DIFFERENCE, TRIALS) for statement in SAYS_NOTHING),
    *((statement, {Verdict.CONTRADICTS}, RANDOMISED, NO_DIFFERENCE, TRIALS) for statement in SAYS_SOMETHING),
]


@pytest.mark.parametrize(
    ("statement", "wanted", "methods", "results", "pairs"),
    CASES,
    ids=[f"{case[0]}-{number}" for number, case in enumerate(CASES)],
)
def test_the_verdict_does_not_hang_on_the_words(
    statement: str, wanted: set[Verdict], methods: str, results: tuple[str, ...], pairs: tuple[tuple[str, str], ...]
) -> None:
    for exposure, outcome in pairs:
        said = fill(statement, exposure, outcome)
        for result in results:
            found = verdict(said, source(exposure, outcome, methods, result))
            assert found in wanted, (said, fill(result, exposure, outcome))
