"""Results are read in the many ways in which authors put them; every sentence here is made up."""

import pytest

from magcite.model import Verdict
from tests.readers.support.invented import article
from tests.readers.support.verdicts import SUPPORTING, verdict

# One statement, the title and methods of a source, and results that bear it out and that speak against it.
RESULTS: tuple[tuple[str, str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "Zinc reduces depressive symptoms.",
        "Zinc supplementation and depression: a randomised controlled trial",
        "We randomised 240 adults to zinc 30 mg a day or placebo for 12 weeks. The primary outcome was depression.",
        (
            "Depression scores were lower in the zinc group at week 12 (P = 0.01).",
            "Scores for depression dropped by 6 points with zinc and by 2 points with placebo (P = 0.01).",
            "Zinc outperformed placebo on the depression scale (P = 0.01).",
            "Zinc was superior to placebo in relieving depression (P = 0.01).",
            "A larger fall in depression scores was seen in those assigned to zinc (P = 0.01).",
            "Those given zinc had greater improvement in depression than those given placebo.",
            "Improvement in depression favoured zinc (mean difference -3.1, 95% CI -5.0 to -1.2).",
            "The between-group difference in depression scores was -3.1 points in favour of "
            "zinc (95% CI -5.0 to -1.2).",
            "The zinc group reported significantly less depression than the placebo group.",
            "Remission of depression was achieved by 48% of patients on zinc and 22% on placebo (P < 0.001).",
            "Response rates for depression were 60% and 35% in the zinc and placebo groups, respectively (P = 0.002).",
            "Depression, but not sleep, improved with zinc (P = 0.01).",
            "Although sleep did not change, depression improved significantly with zinc.",
            "Zinc had no effect on sleep but led to a marked drop in depression (P = 0.004).",
        ),
        (
            "Depression scores fell in both groups, with no difference between them (P = 0.64).",
            "Depression scores improved to a similar extent in the zinc and placebo groups.",
            "Zinc did not outperform placebo on the depression scale.",
            "No benefit of zinc over placebo was found for depression.",
            "There was no evidence that zinc affected depression (mean difference 0.2, 95% CI -1.4 to 1.8).",
            "The effect of zinc on depression did not reach statistical significance (P = 0.21).",
            "The difference in depression scores was not statistically significant (-0.4; 95% CI -1.8 to 1.0).",
            "Neither depression nor anxiety was changed by zinc.",
            "Depression scores were unaffected by zinc.",
            "Zinc failed to improve depression.",
            "Depression scores did not differ between groups at 12 weeks.",
            "Changes in depression were comparable between the arms.",
            "Depression worsened in the zinc group compared with placebo (P = 0.03).",
            "Depression scores were higher with zinc than with placebo (P = 0.03).",
            "Placebo was more effective than zinc against depression (P = 0.03).",
            "The placebo group had lower depression scores than the zinc group (P = 0.03).",
            "Zinc was inferior to placebo for depression.",
            "Zinc had no significant impact on depression, although sleep improved (P = 0.01).",
            "While sleep improved with zinc (P = 0.01), depression did not.",
            "Sleep, but not depression, improved with zinc (P = 0.01).",
            "Zinc led to a marked improvement in sleep (P = 0.004) but had no effect on depression.",
        ),
    ),
    (
        "Zinc lowers blood pressure.",
        "Zinc supplementation and blood pressure: a randomised controlled trial",
        "We randomised 240 adults to zinc 30 mg a day or placebo for 12 weeks. The primary outcome was blood pressure.",
        (
            "Systolic blood pressure was 5 mmHg lower with zinc than with placebo (P = 0.01).",
            "Zinc brought systolic blood pressure down by 5 mmHg relative to placebo (P = 0.01).",
            "Compared with placebo, zinc reduced systolic pressure (-5.1 mmHg, 95% CI -8.0 to -2.2).",
            "Net changes in systolic blood pressure were -5.1 mmHg (95% CI -8.0 to -2.2).",
            "A significant decline in blood pressure occurred in the zinc arm only.",
            "Blood pressure decreased from 142 to 135 mmHg with zinc and did not change with placebo (P = 0.01).",
            "There was a significant group-by-time interaction for blood pressure, with "
            "decreases in the zinc group only (P = 0.01).",
        ),
        (
            "Blood pressure fell by 3.1 mmHg with zinc and 2.9 mmHg with placebo (P = 0.85).",
            "The weighted mean difference in systolic blood pressure was -0.3 mmHg (95% CI -2.1 to 1.5).",
            "Blood pressure remained unchanged in both groups.",
            "Systolic blood pressure rose by 4 mmHg with zinc compared with placebo (P = 0.02).",
            "No significant between-group differences emerged for blood pressure.",
            "Zinc and placebo had equivalent effects on blood pressure.",
            "There was a trend towards lower blood pressure with zinc, but it was not significant (P = 0.12).",
            "Zinc was associated with an increase in blood pressure (P = 0.02).",
            "Zinc supplementation elevated blood pressure.",
        ),
    ),
    (
        "Zinc increases bone density.",
        "Zinc supplementation and bone mineral density: a randomised controlled trial",
        "We randomised 240 adults to zinc 30 mg a day or placebo for 12 weeks. The "
        "primary outcome was bone mineral density.",
        (
            "Bone mineral density at the hip rose by 2.1% with zinc and fell by 0.8% with placebo (P < 0.01).",
            "Bone loss was slower with zinc than with placebo (P < 0.01).",
            "Zinc attenuated the decline in bone mineral density (P < 0.01).",
            "Gains in bone mineral density were greater with zinc (P < 0.01).",
            "Bone mineral density was higher in the zinc group at 12 months (P < 0.01).",
        ),
        (
            "Bone mineral density declined equally in both groups.",
            "Bone mineral density declined in the zinc group but not in the placebo group (P = 0.02).",
            "Zinc accelerated bone loss (P = 0.02).",
            "Zinc did not prevent bone loss.",
            "Zinc conferred no advantage for bone mineral density.",
        ),
    ),
    (
        "Zinc shortens colds.",
        "Zinc supplementation and the duration of colds: a randomised controlled trial",
        "We randomised 240 adults to zinc 30 mg a day or placebo for 12 weeks. The "
        "primary outcome was the duration of colds.",
        (
            "Colds lasted 4.1 days with zinc and 6.3 days with placebo (P < 0.01).",
            "Colds cleared up two days sooner with zinc (P < 0.01).",
            "Participants on zinc recovered from their colds faster than those on placebo (P < 0.01).",
            "The median duration of colds was 4 days in the zinc group versus 6 days in the placebo group (P < 0.01).",
            "Zinc cut the length of colds by a third (P < 0.01).",
            "Time to resolution of the cold was reduced with zinc (HR 1.6, 95% CI 1.2-2.1).",
        ),
        (
            "Colds lasted 6.1 days with zinc and 6.3 days with placebo (P = 0.8).",
            "The duration of colds was the same in the two groups.",
            "Time to recovery from the cold did not differ (P = 0.5).",
            "Colds lasted longer with zinc than with placebo (P = 0.03).",
            "Recovery from colds was slower with zinc (P = 0.03).",
            "Zinc did not shorten colds.",
        ),
    ),
    (
        "Coffee lowers the risk of type 2 diabetes.",
        "Coffee and type 2 diabetes: a prospective cohort study",
        "We followed 5,000 adults for ten years. Coffee was asked about at baseline.",
        (
            "Coffee drinkers had a lower incidence of type 2 diabetes than abstainers.",
            "The hazard ratio of type 2 diabetes for four cups of coffee a day compared with "
            "none was 0.72 (95% CI 0.60-0.86).",
            "Risk of type 2 diabetes declined with increasing coffee consumption (P for trend < 0.001).",
            "Each additional cup of coffee was associated with a 7% lower risk of type 2 diabetes.",
            "Those who drank the most coffee were 30% less likely to develop type 2 diabetes "
            "than those who drank the least.",
            "Coffee consumption was inversely associated with type 2 diabetes.",
            "People who drank no coffee had a higher risk of type 2 diabetes (HR 1.4, 95% CI 1.2-1.7).",
            "Type 2 diabetes occurred in 4.1% of coffee drinkers and 6.3% of non-drinkers (P < 0.001).",
            "Type 2 diabetes was less common among those who drank coffee daily.",
            "Incident type 2 diabetes was 28% less frequent in the highest quintile of coffee consumption.",
            "Coffee intake was lower in participants who developed type 2 diabetes than in those who did not.",
            "Low coffee consumption was a risk factor for type 2 diabetes (OR 1.5, 95% CI 1.1-2.1).",
            "Habitual coffee drinking appears to protect against type 2 diabetes.",
            "The odds of type 2 diabetes fell by 8% per cup of coffee.",
            "Relative risks of type 2 diabetes across quartiles of coffee intake were 1.00, "
            "0.91, 0.84 and 0.70 (P for trend = 0.001).",
        ),
        (
            "Coffee consumption was not related to the risk of type 2 diabetes.",
            "There was no association between coffee and type 2 diabetes (HR 0.98, 95% CI 0.88-1.09).",
            "Type 2 diabetes was as common in coffee drinkers as in abstainers.",
            "The risk of type 2 diabetes rose with coffee consumption (P for trend = 0.01).",
            "Heavy coffee drinkers were more likely to develop type 2 diabetes (HR 1.3, 95% CI 1.1-1.6).",
            "After adjustment for smoking, the association of coffee with type 2 diabetes disappeared.",
            "The association between coffee and type 2 diabetes was no longer significant after adjustment.",
            "The incidence of type 2 diabetes did not vary with coffee consumption.",
            "The relative risk of type 2 diabetes in the highest compared with the lowest "
            "category of coffee intake was 1.05 (95% CI 0.90-1.22).",
            "Coffee was associated with an excess risk of type 2 diabetes.",
            "Neither coffee nor tea was associated with type 2 diabetes.",
            "Coffee did not appear to influence the development of type 2 diabetes.",
            "We found little evidence of a link between coffee and type 2 diabetes.",
            "Abstainers had a lower risk of type 2 diabetes than coffee drinkers.",
            "More coffee went with more type 2 diabetes (OR 1.3, 95% CI 1.1-1.6).",
        ),
    ),
    (
        "Coffee raises the risk of fractures.",
        "Coffee and fractures: a prospective cohort study",
        "We followed 5,000 adults for ten years. Coffee was asked about at baseline.",
        (
            "Women drinking more than four cups of coffee a day had more fractures than those drinking less.",
            "Fracture risk was doubled in heavy coffee drinkers.",
            "High coffee intake was an independent predictor of fractures.",
            "Coffee was positively associated with fractures.",
            "Patients with fractures drank more coffee than controls.",
            "Coffee increased fracture risk by 20% (RR 1.20, 95% CI 1.05-1.37).",
        ),
        (
            "Patients with fractures drank less coffee than controls.",
            "Coffee consumption did not differ between cases of fracture and controls.",
            "Coffee was protective against fractures.",
            "Fractures were fewer among coffee drinkers.",
            "No excess of fractures was seen in coffee drinkers.",
            "Fracture rates were similar regardless of coffee consumption.",
        ),
    ),
    (
        "Smoking causes depression.",
        "Smoking and depression: a prospective cohort study",
        "We followed 5,000 adults for ten years. Smoking was asked about at baseline.",
        (
            "Smokers were more often depressed than non-smokers (OR 1.8, 95% CI 1.3-2.5).",
            "Depression was more prevalent among smokers.",
            "The prevalence of depression was 18% in smokers and 10% in non-smokers (P < 0.001).",
            "Smoking at baseline predicted depression at follow-up.",
        ),
        (
            "Smoking at baseline did not predict depression at follow-up.",
            "The prevalence of depression was 10% in smokers and 11% in non-smokers (P = 0.6).",
            "Smokers and non-smokers did not differ in depression.",
            "Depression was no more common in smokers.",
        ),
    ),
    (
        "Exercise training improves sleep quality.",
        "Exercise training and sleep quality: a randomised controlled trial",
        "We randomised 240 participants to exercise training or a control group for 12 weeks.",
        (
            "Sleep quality improved after exercise training but not in controls.",
            "Exercisers slept better than controls (PSQI 5.1 vs 7.3, P = 0.01).",
            "PSQI scores decreased from 8.1 to 5.2 in the exercise training group and "
            "remained at 8.0 in the control group (P = 0.001).",
            "There was a beneficial effect of exercise training on sleep quality (SMD -0.5, 95% CI -0.8 to -0.2).",
        ),
        (
            "Exercise training had no bearing on sleep quality.",
            "Sleep quality was unchanged by exercise training.",
            "Sleep quality was worse after exercise training than after rest (P = 0.03).",
            "No group differences in sleep quality were observed after exercise training.",
            "Sleep quality did not benefit from exercise training.",
            "Both the exercise training and the control group slept better, without a difference between them.",
            "Improvements in sleep quality were no greater with exercise training than with stretching.",
        ),
    ),
    (
        "Vitamin D does not prevent falls.",
        "Vitamin D and falls: a randomised controlled trial",
        "We randomised 240 participants to vitamin d or a control group for 12 weeks.",
        (
            "Vitamin D did not reduce the number of falls.",
            "The rate of falls was 1.2 per person-year in the vitamin D group and 1.1 in the placebo group (P = 0.6).",
            "Falls were not fewer with vitamin D than with placebo.",
            "Falls were more frequent with vitamin D than with placebo (RR 1.3, 95% CI 1.1-1.5).",
        ),
        (
            "Vitamin D reduced falls by 20%.",
            "Fewer women fell on vitamin D than on placebo (RR 0.7, 95% CI 0.6-0.9).",
            "The risk of falls was lower with vitamin D (RR 0.78, 95% CI 0.64-0.94).",
        ),
    ),
    (
        "Statins cause muscle pain.",
        "Statins and muscle pain: a randomised controlled trial",
        "We randomised 240 participants to statins or a control group for 12 weeks.",
        (
            "Muscle pain was reported by 12% on statins and 5% on placebo (P < 0.001).",
            "Statin users complained of muscle pain more often than controls.",
        ),
        (
            "Muscle pain occurred in 5.1% of the statin group and 5.0% of the placebo group.",
            "Statins did not increase muscle pain.",
            "The frequency of muscle pain was the same with statins and placebo.",
            "There was no excess of muscle pain with statins.",
        ),
    ),
    (
        "Probiotics shorten diarrhoea in children.",
        "Probiotics and diarrhoea in children: a randomised controlled trial",
        "We randomised 240 participants to probiotics or a control group for 12 weeks.",
        (
            "Diarrhoea lasted 29 hours less with probiotics than with placebo.",
            "The mean duration of diarrhoea was 60 h in the probiotic group and 82 h in the placebo group (P = 0.01).",
            "Diarrhoea resolved a day earlier in children given probiotics.",
        ),
        (
            "The mean duration of diarrhoea was 60 h in the probiotic group and 62 h in the placebo group (P = 0.7).",
            "Probiotics did not hasten recovery from diarrhoea.",
            "Probiotics made no difference to the duration of diarrhoea.",
        ),
    ),
    (
        "Massage eases pain.",
        "Massage and pain: a randomised controlled trial",
        "We randomised 240 participants to massage or a control group for 12 weeks.",
        (
            "Pain scores were 1.8 points lower after massage than after usual care (95% CI 0.9 to 2.7).",
            "Massage provided significant pain relief compared with usual care.",
            "Pain intensity was less in the massage group.",
            "Patients receiving massage required fewer painkillers and had less pain.",
        ),
        (
            "Massage provided no more pain relief than usual care.",
            "Pain relief was similar with massage and usual care.",
            "Pain did not lessen more with massage than with usual care.",
        ),
    ),
    (
        "Cinnamon lowers blood sugar.",
        "Cinnamon and blood sugar: a randomised controlled trial",
        "We randomised 240 participants to cinnamon or a control group for 12 weeks.",
        (
            "The decrease in fasting glucose was larger with cinnamon (-1.2 mmol/L) than "
            "with placebo (-0.2 mmol/L; P = 0.01).",
            "Cinnamon significantly lowered fasting glucose (WMD -0.5 mmol/L, 95% CI -0.9 to -0.1).",
            "Fasting glucose was reduced by 18% in the cinnamon group and by 2% in the placebo group.",
        ),
        (
            "Fasting glucose was not reduced by cinnamon.",
            "Cinnamon did not produce any significant change in fasting glucose.",
            "The effect of cinnamon on fasting glucose was comparable with that of placebo.",
            "Mean fasting glucose was 7.2 mmol/L with cinnamon and 7.3 mmol/L with placebo (P = 0.8).",
        ),
    ),
    (
        "Antibiotics shorten a sore throat.",
        "Antibiotics and sore throat: a randomised controlled trial",
        "We randomised 240 participants to antibiotics or a control group for 12 weeks.",
        (
            "Sore throat resolved sooner with antibiotics (3.1 vs 4.6 days, P < 0.001).",
            "Antibiotics shortened sore throat by one day.",
        ),
        (
            "The duration of sore throat did not differ between antibiotics and placebo.",
            "Antibiotics did not speed recovery from sore throat.",
        ),
    ),
    (
        "Night shift work raises the risk of breast cancer.",
        "Night shifts and breast cancer: a prospective cohort study",
        "We followed 5,000 participants for ten years. Night shifts was asked about at baseline.",
        (
            "Women with ever night shift work had an increased risk of breast cancer (OR 1.26, 95% CI 1.07-1.49).",
            "Breast cancer was diagnosed in 3.2% of night shift workers and 2.1% of day workers (P = 0.01).",
            "Night shift work was significantly associated with breast cancer.",
        ),
        (
            "Night shift work was not associated with breast cancer incidence (RR 0.99, 95% CI 0.95-1.05).",
            "No increase in breast cancer was observed among night shift workers.",
            "Breast cancer risk in night shift workers was comparable to that in day workers.",
            "Breast cancer incidence was lower in night shift workers (RR 0.8, 95% CI 0.7-0.9).",
        ),
    ),
    (
        "Regular sauna visits protect against dementia.",
        "Sauna bathing and dementia: a prospective cohort study",
        "We followed 5,000 participants for ten years. Sauna bathing was asked about at baseline.",
        (
            "Compared with men with one sauna a week, the hazard ratio for dementia was 0.34 "
            "(95% CI 0.16-0.71) for those with four to seven.",
            "Frequent sauna bathing was related to a reduced risk of dementia.",
        ),
        (
            "Sauna bathing was unrelated to dementia.",
            "The frequency of sauna bathing made no difference to the risk of dementia.",
        ),
    ),
    (
        "Iron relieves fatigue.",
        "Iron and fatigue: a randomised controlled trial",
        "We randomised 240 participants to iron or a control group for 12 weeks.",
        (
            "Fatigue decreased by 48% in the iron group and by 29% in the placebo group (P = 0.004).",
            "Women given iron were less tired after four weeks than those given placebo.",
            "The level of fatigue fell by 1.8 points with iron compared with 0.9 points with placebo (P = 0.004).",
        ),
        (
            "Fatigue decreased by 30% in the iron group and by 29% in the placebo group.",
            "Women given iron were as tired as those given placebo.",
            "Iron had no effect on fatigue but raised ferritin.",
            "Despite a rise in ferritin, iron did not relieve fatigue.",
        ),
    ),
    (
        "Iron does not relieve fatigue.",
        "Iron and fatigue: a randomised controlled trial",
        "We randomised 240 participants to iron or a control group for 12 weeks.",
        ("Despite a rise in ferritin, iron did not relieve fatigue.",),
        ("Fatigue decreased by 48% in the iron group and by 29% in the placebo group (P = 0.004).",),
    ),
    (
        "Yoga is no better than exercise for anxiety.",
        "Yoga and anxiety: a randomised controlled trial",
        "We randomised 240 participants to yoga or a control group for 12 weeks.",
        (
            "Anxiety fell equally with yoga and exercise.",
            "There was no difference in anxiety between yoga and exercise (P = 0.6).",
        ),
        ("Anxiety fell more with yoga than with exercise (P = 0.01).",),
    ),
    (
        "Melatonin prevents jet lag.",
        "Melatonin and jet lag: a randomised controlled trial",
        "We randomised 240 participants to melatonin or a control group for 12 weeks.",
        (
            "Jet lag scores were lower with melatonin than with placebo (25 vs 40, P = 0.01).",
            "Fewer travellers on melatonin suffered jet lag (17% vs 67%).",
        ),
        (
            "Jet lag scores did not differ with melatonin.",
            "Melatonin was no better than placebo at preventing jet lag.",
        ),
    ),
    (
        "Vitamin D helps against depression.",
        "Vitamin d and depression: a systematic review and meta-analysis of randomised trials",
        "We searched four databases for randomised trials of vitamin D.",
        (
            "In 25 trials with 7,534 participants, vitamin D reduced negative emotions and "
            "depression (SMD -0.26, 95% CI -0.46 to -0.06).",
        ),
        (
            "Pooled results of nine trials showed no significant reduction in depression "
            "with vitamin D (SMD 0.14, 95% CI -0.33 to 0.05).",
            "Vitamin D supplementation had no overall effect on depression.",
        ),
    ),
    (
        "Green tea makes people lose weight.",
        "Green tea and weight: a systematic review and meta-analysis of randomised trials",
        "We searched four databases for randomised trials of green tea.",
        (
            "Green tea led to a mean weight loss of 1.8 kg more than placebo (95% CI 0.9 to 2.7).",
            "Body weight was reduced by green tea (MD -1.8 kg, 95% CI -2.8 to -0.8).",
        ),
        (
            "Green tea had a small, statistically non-significant effect on weight loss.",
            "Weight loss with green tea did not exceed that with placebo.",
        ),
    ),
    (
        "Ginger relieves nausea.",
        "Ginger and nausea: a randomised controlled trial",
        "We randomised 240 participants to ginger or a control group for 12 weeks.",
        (
            "Nausea was reported by 28% of women on ginger against 56% on placebo (P < 0.01).",
            "Ginger cut the number of nausea episodes by half (P < 0.01).",
            "Nausea subsided in 88% of the ginger group and 29% of the placebo group (P < 0.001).",
            "Nausea scores improved more with ginger (-2.1 vs -0.9, P = 0.01).",
        ),
        (
            "Nausea occurred as often with ginger as with placebo.",
            "Ginger showed no antiemetic effect; nausea was reported by 52% and 51%.",
            "Rates of nausea were not altered by ginger.",
            "Ginger made nausea worse (P = 0.04).",
        ),
    ),
    (
        "Creatine builds muscle strength.",
        "Creatine and muscle strength: a randomised controlled trial",
        "We randomised 240 participants to creatine or a control group for 12 weeks.",
        (
            "Strength gains were larger in the creatine group (P = 0.02).",
            "Leg strength went up by 24% with creatine and 16% with placebo (P = 0.02).",
            "The creatine group became stronger than the placebo group (P = 0.02).",
        ),
        (
            "Strength rose in both groups alike.",
            "Muscle strength was no different after creatine.",
            "Creatine conferred no benefit on muscle strength beyond that of training.",
        ),
    ),
    (
        "Red meat raises the risk of stroke.",
        "Meat and stroke: a prospective cohort study",
        "We followed 5,000 participants for ten years. Meat was asked about at baseline.",
        (
            "Consumers of red meat suffered strokes more often (HR 1.15, 95% CI 1.05-1.25).",
            "Stroke risk rose by 11% for each serving of red meat a day.",
            "A positive association was seen between red meat and stroke.",
        ),
        (
            "Red meat intake was not a predictor of stroke.",
            "Stroke incidence was alike across fifths of red meat intake.",
            "The association between red meat and stroke was null (HR 1.01, 95% CI 0.93-1.10).",
            "Red meat eaters had fewer strokes (HR 0.85, 95% CI 0.75-0.96).",
        ),
    ),
    (
        "CPAP lowers blood pressure.",
        "Sleep apnoea treatment and blood pressure: a prospective cohort study",
        "We followed 5,000 participants for ten years. Sleep apnoea treatment was asked about at baseline.",
        (
            "CPAP was associated with a 2.5 mmHg fall in systolic blood pressure (P = 0.01).",
            "Users of CPAP had lower blood pressure than non-users (P = 0.01).",
        ),
        (),
    ),
    (
        "CPAP lowers blood pressure.",
        "Oral cpap and blood pressure: a randomised controlled trial",
        "We randomised 240 participants to oral CPAP or a control group for 12 weeks.",
        (),
        ("Blood pressure was the same with CPAP and sham CPAP.",),
    ),
    (
        "CPAP lowers blood pressure.",
        "CPAP and blood pressure: a randomised controlled trial",
        "We randomised 240 participants to CPAP or a control group for 12 weeks.",
        ("Blood pressure dropped after CPAP but not after sham treatment.",),
        ("CPAP left blood pressure unchanged.",),
    ),
    (
        "Lavender calms anxiety.",
        "Lavender and anxiety: a randomised controlled trial",
        "We randomised 240 participants to lavender or a control group for 12 weeks.",
        (
            "Anxiety scores were reduced to a greater extent with lavender than with placebo (P = 0.01).",
            "HAM-A scores fell by 14 points with lavender and 9 points with placebo (P < 0.01).",
            "Lavender was superior to placebo on the anxiety scale.",
        ),
        (
            "HAM-A scores fell by 10 points with lavender and 9 points with placebo (P = 0.4).",
            "Lavender and placebo reduced anxiety equally.",
        ),
    ),
    (
        "Lavender does not help against anxiety.",
        "Lavender and anxiety: a randomised controlled trial",
        "We randomised 240 participants to lavender or a control group for 12 weeks.",
        ("HAM-A scores fell by 10 points with lavender and 9 points with placebo (P = 0.4).",),
        ("Anxiety eased more with lavender than with placebo (P = 0.01).",),
    ),
    (
        "Alcohol ruins sleep.",
        "Alcohol and sleep: a prospective cohort study",
        "We followed 5,000 participants for ten years. Alcohol was asked about at baseline.",
        (
            "Sleep was worse on nights after alcohol (P < 0.001).",
            "Higher alcohol intake was associated with poorer sleep quality.",
            "Drinkers woke more often and slept less well than abstainers (P < 0.001).",
        ),
        (
            "Sleep quality was not related to alcohol intake.",
            "Sleep quality was better after alcohol (P = 0.02).",
        ),
    ),
    (
        "People who do sports are less depressed.",
        "Sport and depression: a prospective cohort study",
        "We followed 5,000 participants for ten years. Sport was asked about at baseline.",
        ("Depression was rarer among those who did sports (P < 0.001).",),
        ("Depression was no rarer among those who did sports.",),
    ),
    (
        "Folic acid lowers the risk of stroke.",
        "Folic acid and stroke: a systematic review and meta-analysis of randomised trials",
        "We searched four databases for randomised trials of folic acid.",
        (
            "The pooled RR of stroke was 0.90 (95% CI 0.84-0.96).",
            "Folic acid was associated with a 10% reduction in the risk of stroke.",
        ),
        (
            "The pooled RR of stroke was 0.97 (95% CI 0.88-1.06).",
            "Folic acid failed to lower the risk of stroke.",
        ),
    ),
    (
        "Vitamin E shortens life.",
        "Antioxidants and mortality: a systematic review and meta-analysis of randomised trials",
        "We searched four databases for randomised trials of antioxidants.",
        ("Vitamin E increased all-cause mortality (RR 1.04, 95% CI 1.01-1.07).",),
        ("Vitamin E had no effect on all-cause mortality (RR 1.00, 95% CI 0.98-1.02).",),
    ),
)


@pytest.mark.parametrize(
    ("statement", "title", "methods", "result", "wanted"),
    [
        (statement, title, methods, result, wanted)
        for statement, title, methods, *sides in RESULTS
        for results, wanted in zip(sides, (SUPPORTING, {Verdict.CONTRADICTS}), strict=True)
        for result in results
    ],
)
def test_a_result_is_read_however_it_is_put(
    statement: str, title: str, methods: str, result: str, wanted: set[Verdict]
) -> None:
    assert verdict(statement, article(title, ("METHODS", methods), ("RESULTS", result))) in wanted
