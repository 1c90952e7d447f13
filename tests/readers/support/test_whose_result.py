"""Whose result it is decides: within a group, in a part of the people, of the controls, against another treatment."""

import pytest

from magcite.model import Verdict
from tests.readers.support.invented import article
from tests.readers.support.verdicts import verdict

TRIAL = "We randomised 240 adults with migraine to magnesium or placebo for 24 weeks."
IMIPRAMINE = "We randomised 240 adults with depression to magnesium or imipramine for 12 weeks."
CASES = "We measured serum magnesium in 300 adults with migraine and 300 controls."
RATS = "We fed rats a magnesium-deficient diet for 8 weeks."


@pytest.mark.parametrize(
    ("methods", "result", "statement", "wanted"),
    [
        (
            TRIAL,
            "Attacks became fewer in both groups, with no difference between them (P = 0.61).",
            "Magnesium reduces migraine attacks.",
            {Verdict.CONTRADICTS, Verdict.UNCLEAR},
        ),
        (
            TRIAL,
            "Within the magnesium group attacks fell from 5 to 3 (P = 0.01); "
            "the difference from placebo was not significant (P = 0.20).",
            "Magnesium reduces migraine attacks.",
            {Verdict.CONTRADICTS, Verdict.PARTIAL, Verdict.UNCLEAR},
        ),
        (
            TRIAL,
            "Attacks fell in women (P = 0.01) but not in men (P = 0.60).",
            "Magnesium reduces migraine attacks in women.",
            {Verdict.SUPPORTS},
        ),
        (
            TRIAL,
            "Attacks fell in women (P = 0.01) but not in men (P = 0.60).",
            "Magnesium reduces migraine attacks in men.",
            {Verdict.CONTRADICTS},
        ),
        (
            TRIAL,
            "Attacks fell in women (P = 0.01) but not in men (P = 0.60).",
            "Magnesium reduces migraine attacks.",
            {Verdict.PARTIAL},
        ),
        (
            TRIAL,
            "Attacks fell by 42% with magnesium and by 16% with placebo (P = 0.03).",
            "Magnesium reduces migraine attacks by 42%.",
            {Verdict.SUPPORTS},
        ),
        (
            TRIAL,
            "Attacks fell by 42% with magnesium and by 16% with placebo (P = 0.03).",
            "Magnesium reduces migraine attacks by 16%.",
            {Verdict.CONTRADICTS, Verdict.PARTIAL, Verdict.UNCLEAR},
        ),
        (
            TRIAL,
            "Attacks fell by 42% with magnesium and by 16% with placebo (P = 0.03).",
            "Magnesium reduces migraine attacks by 80%.",
            {Verdict.CONTRADICTS, Verdict.PARTIAL},
        ),
        (
            IMIPRAMINE,
            "Scores improved equally in the two groups (P = 0.70).",
            "Magnesium works as well as imipramine against depression.",
            {Verdict.PARTIAL, Verdict.SUPPORTS, Verdict.UNCLEAR},
        ),
        (
            IMIPRAMINE,
            "Scores improved more with imipramine than with magnesium (P = 0.01).",
            "Magnesium works as well as imipramine against depression.",
            {Verdict.CONTRADICTS},
        ),
        (
            IMIPRAMINE,
            "Scores improved more with magnesium than with imipramine (P = 0.01).",
            "Magnesium works better than imipramine against depression.",
            {Verdict.PARTIAL, Verdict.SUPPORTS},
        ),
        (
            TRIAL,
            "The effect was seen at 600 mg per day and not at 300 mg per day.",
            "300 mg of magnesium a day reduces migraine attacks.",
            {Verdict.CONTRADICTS, Verdict.PARTIAL, Verdict.UNCLEAR},
        ),
        (
            CASES,
            "Magnesium was lower in migraine (0.78 vs 0.86 mmol/l, P < 0.001).",
            "People with migraine have lower magnesium levels.",
            {Verdict.SUPPORTS},
        ),
        (
            CASES,
            "Magnesium was lower in migraine (0.78 vs 0.86 mmol/l, P < 0.001).",
            "Magnesium supplements prevent migraine.",
            {Verdict.PARTIAL, Verdict.UNCLEAR, Verdict.UNRELATED},
        ),
        (
            CASES,
            "Half of the adults with migraine were deficient in magnesium.",
            "Half of people with migraine have a magnesium deficiency.",
            {Verdict.PARTIAL, Verdict.SUPPORTS},
        ),
        (
            RATS,
            "Bone density fell in the deficient rats (P = 0.01).",
            "A magnesium deficiency weakens the bones.",
            {Verdict.PARTIAL, Verdict.SUPPORTS},
        ),
        (
            TRIAL,
            "Diarrhoea occurred in 18% with magnesium and in 5% with placebo (P = 0.01).",
            "Magnesium can cause diarrhoea.",
            {Verdict.PARTIAL, Verdict.SUPPORTS},
        ),
        (
            TRIAL,
            "Diarrhoea occurred in 18% with magnesium and in 5% with placebo (P = 0.01).",
            "Magnesium does not cause diarrhoea.",
            {Verdict.CONTRADICTS},
        ),
        (
            TRIAL,
            "Diarrhoea occurred in 18% with magnesium and in 5% with placebo (P = 0.01).",
            "Magnesium protects against diarrhoea.",
            {Verdict.CONTRADICTS},
        ),
        (
            TRIAL,
            "Attack frequency was reduced; pain intensity was not affected (P = 0.50).",
            "Magnesium reduces migraine attacks but not pain.",
            {Verdict.PARTIAL, Verdict.SUPPORTS},
        ),
        (
            TRIAL,
            "Attack frequency was reduced (P = 0.01); pain intensity was not affected (P = 0.50).",
            "Magnesium has no effect on pain intensity.",
            {Verdict.PARTIAL, Verdict.SUPPORTS},
        ),
    ],
)
def test_whose_result_it_is_decides(methods: str, result: str, statement: str, wanted: set[Verdict]) -> None:
    assert verdict(statement, article("Magnesium study", ("METHODS", methods), ("RESULTS", result))) in wanted
