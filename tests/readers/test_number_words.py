from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magcite.readers.number_words import has_number, read_tokens


def values(text: str) -> list[int]:
    return [token.value for token in read_tokens(text) if token.value is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one hundred and twenty women", [120]),
        ("One thousand two hundred thirty-four", [1234]),
        ("four hundred and eighteen", [418]),
        ("two hundred-fifty", [250]),
        ("a hundred", [100]),
        ("twenty and thirty men", [20, 30]),
        ("twenty thirty", [20, 30]),
        ("five six", [5, 6]),
        ("two million", [2_000_000]),
        ("1.2 million", [1_200_000]),
        ("13 thousand", [13_000]),
        ("8,894 and 8 894 and 8'894 and 8\u2009894 and 8\u202f894", [8894] * 5),
        ("12,345,678", [12_345_678]),
        ("phase 3 345 patients", [3, 345]),
        ("20 and 10", [20, 10]),
        ("two hundred hundred", [200, 100]),
    ],
)
def test_numbers_are_read(text: str, expected: list[int]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text", ["0.05", "12-week", "20mg", "3rd", "18-65", "140/90", "1:1", "53%", "53 %", "p53", "omega-3", ".5", "2.5 g"]
)
def test_parts_of_other_things_are_no_whole_numbers(text: str) -> None:
    assert values(text) == []


def test_digits_parted_by_full_stops_are_doubtful() -> None:
    (token,) = (token for token in read_tokens("8.894 adults") if token.value is not None)
    assert token.value == 8894
    assert token.doubtful


def test_a_number_too_long_to_count_anybody_has_no_value() -> None:
    assert values("1234567890123") == []
    assert values("million " * 50) == [1_000_000] * 50


@given(st.text(max_size=200))
def test_tokens_stand_where_they_say_in_order(text: str) -> None:
    end = 0
    for token in read_tokens(text):
        assert token.start >= end
        assert token.end > token.start
        end = token.end
    assert end <= len(text)


@given(st.text(max_size=200))
def test_a_text_with_a_value_has_a_number(text: str) -> None:
    assert has_number(text) or not values(text)
