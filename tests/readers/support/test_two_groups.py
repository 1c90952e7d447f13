"""Whose number is the larger: two groups, two numbers, and the many that belong to neither."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magcite.readers.support.passages import make_clause
from magcite.readers.support.two_groups import Told, compare_groups


def compare(text: str, name: str = "zinc") -> Told | None:
    clause = make_clause(text, {})
    return compare_groups(clause, [place for place, word in enumerate(clause.stems) if word == name])


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Rash occurred in 12% of the zinc group and in 25% of the placebo group (P = 0.004).", -1),
        ("Rash occurred in 25% of controls and in 12% of those given zinc (P = 0.004).", -1),
        ("Rash was seen in 18 of 120 with zinc and 36 of 118 with placebo (RR 0.49, 95% CI 0.30 to 0.81).", -1),
        ("Rash was seen in 36 (31%) of the zinc group (n = 118) and 18 (15%) of the controls (n = 120).", 1),
        ("After 24 weeks of 30 mg zinc the rate was 4.1 per 1,000 person-years, on placebo 2.0.", 1),
        ("Scores at 12 weeks were 4.2 ± 1.1 with zinc and 6.1 ± 1.3 with placebo.", -1),
        ("Scores went from 14.2 to 8.1 with zinc and from 14.0 to 12.9 with placebo.", -1),
        ("The change was -1.1 with zinc and -5.2 with placebo.", 1),
        ("Patients treated with placebo had 25 attacks and those on zinc 12.", -1),
        ("The zinc group had half as many attacks as the placebo group.", -1),
        ("The controls had three times as many attacks as those on zinc.", -1),
        ("Rash occurred in 12% with zinc and in 12% with placebo.", 0),
    ],
)
def test_the_larger_number_is_told(text: str, sign: int) -> None:
    told = compare(text)
    assert told is not None
    assert told.sign == sign


@pytest.mark.parametrize(
    "text",
    [
        "Rash occurred in 12% of the zinc group.",
        "Rash occurred in 12% at 4 and 15% at 8 weeks with zinc.",
        "Zinc reduced rash by 40% compared with placebo (12% versus 25%).",
        "Rash occurred in 12% with zinc, 25% with placebo and 14% with copper.",
        "Of 240 adults 120 had zinc; placebo was given to the rest.",
    ],
)
def test_numbers_of_one_group_or_of_three_tell_nothing(text: str) -> None:
    assert compare(text) is None


def test_a_deeper_fall_is_larger_in_extent_and_smaller_in_sign() -> None:
    told = compare("The change was -5.2 with zinc and -1.1 with placebo.")
    assert told is not None
    assert (told.sign, told.extent, told.signed) == (-1, 1, True)


SHARES = st.integers(min_value=0, max_value=100)


@given(with_it=SHARES, without=SHARES, turned=st.booleans())
def test_whose_number_is_larger_does_not_hang_on_the_order(with_it: int, without: int, turned: bool) -> None:
    sides = [f"{with_it}% of those on zinc", f"{without}% of those on placebo"]
    told = compare(f"Rash occurred in {' and in '.join(sides[::-1] if turned else sides)}.")
    assert told is not None
    assert told.sign == (with_it > without) - (with_it < without)


@given(st.text(alphabet="zinc placebo 0123456789.%()-of/to±·", max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    compare(f"zinc {text} placebo")


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Mean zinc was 0.78 mmol/l in those with rash and 0.86 mmol/l in controls (P < 0.001).", -1),
        ("Mean zinc was 0.86 mmol/l in patients with rash and 0.78 mmol/l in patients without rash.", 1),
        ("Rash occurred in 5% of those with high zinc and in 12% of those with low zinc (P = 0.003).", -1),
        ("Of the participants with low zinc 12% developed rash, of those with high zinc 5%.", -1),
    ],
)
def test_levels_and_cases_are_groups_too(text: str, sign: int) -> None:
    clause = make_clause(text, {})
    places = {word: [place for place, found in enumerate(clause.stems) if found == word] for word in ("zinc", "rash")}
    told = compare_groups(clause, places["zinc"], places["rash"])
    assert told is not None
    assert told.sign == sign
