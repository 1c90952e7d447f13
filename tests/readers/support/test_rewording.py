"""Statements said in other words come out in the words that the parser knows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magcite.readers.support.rewording import as_stated, reword
from magcite.readers.support.statement import parse_statement


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Research shows that zinc shortens colds.", "zinc shortens colds."),
        ("It has been proven that zinc shortens colds.", "zinc shortens colds."),
        ("It is a myth that zinc shortens colds.", "There is no evidence that zinc shortens colds."),
        ("Suffering from migraine? Magnesium may help.", "Magnesium helps against migraine."),
        ("Migraine does not respond to magnesium.", "magnesium does not help against Migraine."),
        ("Zinc is a proven remedy for colds.", "Zinc helps against colds."),
        ("Zinc supports the immune system.", "Zinc helps the immune system."),
        ("Zinc has an unfavourable effect on copper status.", "Zinc worsens copper status."),
    ],
)
def test_other_words_come_out_in_known_ones(text: str, said: str) -> None:
    assert reword(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "Some studies have shown that magnesium can prevent migraine.",
        "Zinc is a bad treatment for colds.",
        "There is no evidence that zinc shortens colds.",
        "The trial supports the use of zinc.",
        "Zinc offers no relief from colds.",
        "People with migraine do not benefit from magnesium.",
    ],
)
def test_what_says_something_else_stays(text: str) -> None:
    assert reword(text) == text


def test_a_question_is_taken_for_what_yes_states() -> None:
    assert as_stated("Can zinc shorten colds?") == "zinc shorten colds."
    assert as_stated("Isn't zinc bad?") == "Isn't zinc bad?"


@given(st.text(alphabet="it is a myth that helps against no relief from. ?,", max_size=60))
def test_reworded_once_is_reworded_for_good(text: str) -> None:
    once = reword(text)
    assert reword(reword(once)) == reword(once)


def test_numbers_are_placed_in_the_statement_as_it_was_written() -> None:
    text = "It has been shown that 600 mg of quartz keeps 300 clocks in shape."
    frame = parse_statement(text)
    assert frame.text == text
    assert [text[number.place :].split(maxsplit=1)[0] for number in frame.numbers] == ["600", "300"]
