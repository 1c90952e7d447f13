"""Everyday ways of saying what something does: the state it is good for, giving it up, and how little it does."""

from __future__ import annotations

import pytest

from magcite.model import Verdict
from magcite.readers.support.statement import parse_statement
from tests.readers.support.invented import article
from tests.readers.support.verdicts import SUPPORTING, verdict

LESS_SALT = article(
    "Salt reduction and blood pressure: an invented randomised trial",
    ("METHODS", "We randomised 300 adults to a low-salt diet or their usual diet for 12 weeks."),
    ("RESULTS", "Blood pressure fell more on the low-salt diet than on the usual diet (P = 0.002)."),
)
MORE_SALT = article(
    "Salt intake and blood pressure: an invented cohort",
    ("METHODS", "We followed 3,000 adults for eight years."),
    ("RESULTS", "Higher salt intake was associated with higher blood pressure (P = 0.002)."),
)
SMOKERS = article(
    "Smoking and stroke: an invented cohort",
    ("METHODS", "We followed 3,000 adults for eight years."),
    ("RESULTS", "Smokers had a higher risk of stroke than never smokers (HR 2.1, 95% CI 1.5-2.9)."),
)
QUITTERS = article(
    "Quitting smoking and stroke: an invented cohort",
    ("METHODS", "We followed 3,000 smokers for eight years."),
    ("RESULTS", "Those who quit smoking had a lower risk of stroke than those who went on (HR 0.6, 95% CI 0.5-0.8)."),
)
BETTER, WORSE = 1, -1


@pytest.mark.parametrize(
    ("statement", "quality"),
    [
        ("Magnesium eases low mood.", BETTER),
        ("Magnesium helps against low mood.", BETTER),
        ("Magnesium prevents low mood.", BETTER),
        ("Magnesium helps poor sleep.", BETTER),
        ("Magnesium lowers raised blood pressure.", BETTER),
        ("Magnesium brings down elevated blood pressure.", BETTER),
        ("Magnesium fights high cholesterol.", BETTER),
        ("Magnesium reduces the risk of poor sleep.", BETTER),
        ("Magnesium raises the risk of poor sleep.", WORSE),
        ("Magnesium causes low mood.", WORSE),
        ("Magnesium improves mood and raised blood pressure.", None),
        ("Zinc stops colds in their tracks.", BETTER),
        ("Zinc gets rid of colds.", BETTER),
        ("Zinc puts an end to colds.", BETTER),
        ("Colds go away with zinc.", BETTER),
        ("Coffee sends blood pressure up.", WORSE),
        ("Statins double the risk of diabetes.", WORSE),
        ("Magnesium works for depression.", BETTER),
        ("Sugar makes children hyperactive.", WORSE),
        ("Chocolate sets off migraine.", WORSE),
        ("Coffee robs you of sleep.", WORSE),
        ("Aspirin carries a risk of bleeding.", WORSE),
        ("Not getting enough vitamin D raises the risk of depression.", BETTER),
        ("Eating fewer nuts raises the risk of heart disease.", BETTER),
        ("Ketamine lifts depression within hours.", BETTER),
        ("Ketamine damages memory.", WORSE),
        ("Vitamin C takes a day off a cold.", BETTER),
        ("Zinc knocks a third off the length of a cold.", BETTER),
        ("Bacon gives you cancer.", WORSE),
        ("Fish eaters live longer.", BETTER),
        ("Smoking shortens your life.", WORSE),
        ("Fish oil saves lives.", BETTER),
        ("Exercise training keeps people from getting depressed.", BETTER),
    ],
)
def test_more_of_something_does_good_or_harm(statement: str, quality: int | None) -> None:
    direction = parse_statement(statement).direction
    assert not direction.null
    assert quality is None or direction.quality == quality


@pytest.mark.parametrize(
    "statement",
    [
        "Magnesium does nothing for low mood.",
        "Antibiotics rarely help a sore throat.",
        "Zinc is no good for a cold.",
        "There is little evidence that magnesium helps against migraine.",
        "Magnesium has no effect on elevated blood pressure.",
        "Magnesium makes no difference to poor sleep.",
        "Nothing shows that zinc prevents colds.",
        "Zinc is unlikely to prevent colds.",
        "Zinc barely shortens colds.",
        "Zinc has little effect on colds.",
        "Zinc offers no protection from colds.",
        "Zinc is no cure for colds.",
        "Zinc is no effective remedy for colds.",
        "Zinc does not stop colds.",
        "Zinc does not work for colds.",
        "Zinc is pointless for a cold.",
        "Zinc pills are a waste of money against colds.",
        "Colds do not respond to zinc.",
        "Colds are just as common with zinc.",
        "Statins hardly affect sleep.",
        "Sugar does not make children hyperactive.",
        "Low vitamin D is no cause of depression.",
        "Vitamin D levels have no bearing on fractures.",
    ],
)
def test_what_is_said_to_do_little_or_nothing_is_said_to_do_nothing(statement: str) -> None:
    assert parse_statement(statement).direction.null


def test_a_state_that_nothing_is_done_for_turns_no_verdict_round() -> None:
    found = article(
        "Zolanine lifts mood in bipolar patients: an invented trial",
        ("RESULTS", "Depressive symptoms fell with zolanine, and mood improved compared with placebo (P = 0.01)."),
    )
    assert verdict("Taking zolanine does nothing for low mood.", found) is Verdict.CONTRADICTS
    assert verdict("Taking zolanine helps low mood.", found) in SUPPORTING


@pytest.mark.parametrize("source", [LESS_SALT, MORE_SALT])
@pytest.mark.parametrize(
    ("statement", "carried"),
    [
        ("Cutting salt brings down blood pressure.", True),
        ("Eating less salt lowers blood pressure.", True),
        ("Going without salt lowers blood pressure.", True),
        ("Giving up salt lowers blood pressure.", True),
        ("Cutting out salt raises blood pressure.", False),
        ("Salt raises blood pressure.", True),
        ("Salt lowers blood pressure.", False),
    ],
)
def test_less_of_what_raises_something_lowers_it(statement: str, carried: bool, source: object) -> None:
    found = verdict(statement, source)  # type: ignore[arg-type]
    assert found in SUPPORTING if carried else found is Verdict.CONTRADICTS


@pytest.mark.parametrize("source", [SMOKERS, QUITTERS])
@pytest.mark.parametrize(
    ("statement", "carried"),
    [
        ("Quitting smoking reduces the risk of stroke.", True),
        ("Not smoking lowers the risk of stroke.", True),
        ("People who stop smoking have fewer strokes.", True),
        ("Giving up smoking prevents strokes.", True),
        ("Non-smokers have fewer strokes.", True),
        ("People who never smoked have fewer strokes.", True),
        ("Ex-smokers have fewer strokes than smokers.", True),
        ("Never smokers have more strokes.", False),
        ("Stopping smoking raises the risk of stroke.", False),
        ("Smoking raises the risk of stroke.", True),
        ("Smoking lowers the risk of stroke.", False),
    ],
)
def test_those_who_do_without_are_the_other_side(statement: str, carried: bool, source: object) -> None:
    found = verdict(statement, source)  # type: ignore[arg-type]
    assert found in SUPPORTING if carried else found is Verdict.CONTRADICTS
