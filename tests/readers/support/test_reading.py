"""How words, numbers, directions and statements are read."""

import pytest

from magcite.readers.support.cues import find_null, read_ratio, read_significance
from magcite.readers.support.kinds import Kind
from magcite.readers.support.numbers import Unit, match_number, read_numbers
from magcite.readers.support.passages import make_clause, prepare
from magcite.readers.support.reading import read_direction
from magcite.readers.support.statement import Form, parse_statement
from magcite.readers.support.words import split_words, stem
from tests.readers.support.invented import article

PAIN, DRUG = frozenset({"PAIN"}), frozenset({stem("velorazin")})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hypomagnesaemia", "hypomagnesemia"),
        ("supplements", "supplement"),
        ("improved", "improves"),
        ("tumour", "tumors"),
        ("women", "woman"),
        ("sportsmen", "sportsman"),
    ],
)
def test_forms_and_spellings_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_the_symbol_of_the_element_is_not_the_unit() -> None:
    assert "magnesium" in split_words("serum Mg rose")
    assert "magnesium" not in split_words("took 300 mg daily")
    assert "magnesium" not in split_words("took 300 Mg daily")


@pytest.mark.parametrize(
    ("text", "amount", "null"),
    [
        ("Velorazin reduced pain", -1, False),
        ("pain rose with velorazin", 1, False),
        ("velorazin did not reduce pain", -1, True),
        ("Pain was similar with velorazin and placebo", None, True),
        ("Lower doses of velorazin increased pain", -1, False),
        ("velorazin reduced the increase in pain", -1, False),
        ("no enhancement of pain by velorazin was demonstrated", None, True),
        ("pain was lower with velorazin at the same times", -1, False),
    ],
)
def test_the_direction_of_a_clause_is_read(text: str, amount: int | None, null: bool) -> None:
    said = read_direction(make_clause(text, {}), DRUG, PAIN)
    assert said.null is null
    if amount is not None and not null:
        assert said.amount == amount


@pytest.mark.parametrize(
    ("text", "significant"),
    [
        ("(P = 0.03)", True),
        ("p < .001", True),
        ("P = 0.27", False),
        ("p > 0.05", False),
        ("HR 0.81 (95% CI 0.60-1.10)", False),
        ("OR 2.1 (95% CI 1.2 to 3.4)", True),
        ("the mean was 12", None),
    ],
)
def test_significance_is_read_from_p_values_and_intervals(text: str, significant: bool | None) -> None:
    assert read_significance(text) is significant


def test_a_ratio_whose_interval_holds_one_shows_no_difference() -> None:
    assert read_ratio("RR 0.90 (95% CI 0.70-1.20)") == 0
    assert read_ratio("RR 0.60 (95% CI 0.40-0.80)") == -1
    assert read_ratio("hazard ratio of 1.7") == 1
    assert read_ratio("the ratio of men to women") is None


def test_a_comparison_at_baseline_is_no_null_result() -> None:
    assert find_null("Pain did not differ between the arms")
    assert not find_null("Groups did not differ at baseline")
    assert not find_null("Not all studies reported pain")


@pytest.mark.parametrize(
    ("claimed", "stated", "same"),
    [
        ("47% lower", "hazard ratio 0.53", True),
        ("47% lower", "53% of the lowest", True),
        ("22% higher", "RR 1.22", True),
        ("22% higher", "RR 1.31", False),
        ("1 gram", "1000 mg", True),
        ("4 weeks", "four weeks", True),
        ("over 8,800 people", "8894 adults", True),
        ("over 8,800 people", "536,318 adults", False),
        ("250 mg", "350 mg", False),
        ("a median of 14 months", "14.2 months", True),
        ("a median of 14 months", "15.2 months", False),
        ("28,000 people", "28,100 people", True),
        ("28,000 people", "28\u2009100 people", True),
        ("28,000 people", "29,100 people", False),
        ("30%", "34%", False),
        ("in 300 people", "312 people", False),
        ("about 40%", "42.5%", True),
        ("about 40%", "48%", False),
        ("more than a third of them", "36%", True),
        ("more than a third of them", "31%", False),
        ("fewer than one in four", "23.5%", True),
        ("fewer than one in four", "26.5%", False),
        ("roughly four in ten", "41.5%", True),
        ("within four weeks", "at week 4, scores", True),
        ("every three months", "3-monthly doses", True),
    ],
)
def test_numbers_match_in_any_way_of_saying_them(claimed: str, stated: str, same: bool) -> None:
    wanted = read_numbers(claimed)[0]
    assert any(match_number(wanted, number) for number in read_numbers(stated)) is same


def test_numbers_in_names_and_ages_are_no_numbers() -> None:
    assert read_numbers("65-year-olds with type 2 diabetes took vitamin B6") == ()
    assert read_numbers("about half of them")[0].unit is Unit.PERCENT


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Does velorazin reduce pain?", Form.QUESTION),
        ("Velorazin is superior to placebo in terms of pain", Form.SUPERIORITY),
        ("Velorazin significantly reduces pain compared with placebo.", Form.CONTRAST),
        ("Velorazin reduces pain [].", Form.CITING),
        ("Velorazin reduces pain.", Form.PLAIN),
    ],
)
def test_the_form_of_a_statement_is_told(text: str, form: Form) -> None:
    assert parse_statement(text).form is form


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Magnesium supplements reduce pain.", Kind.EFFECT),
        ("Low magnesium intake is associated with pain.", Kind.ASSOCIATION),
        ("About 30% of people with migraine have low magnesium.", Kind.PREVALENCE),
        ("Magnesium works as well as a drug against pain.", Kind.EQUIVALENCE),
        ("High insulin levels increase magnesium loss in urine.", Kind.MECHANISM),
    ],
)
def test_the_kind_of_a_statement_is_told(text: str, kind: Kind) -> None:
    assert parse_statement(text).kind is kind


def test_abbreviations_that_the_abstract_explains_stand_for_their_long_form() -> None:
    prepared = prepare(
        article("On a syndrome", "Velorazin helps in giddy fingers syndrome (GFS). In 30 people GFS abated."),
        reviews=False,
    )
    assert stem("giddy") in prepared.passages[-1].terms


@pytest.mark.parametrize(
    ("words", "value"),
    [("Forty-six adults", 46), ("One hundred and twenty nurses", 120), ("In thirteen men", 13)],
)
def test_a_number_in_words_is_the_number_in_digits(words: str, value: int) -> None:
    assert [number.value for number in read_numbers(f"{words} took zinc.")] == [value]


def test_a_small_number_in_words_counts_nothing_of_its_own() -> None:
    assert read_numbers("Two trials and one review spoke of zinc.") == ()


def test_the_word_or_is_no_odds_ratio() -> None:
    assert read_ratio("Adults took zinc or placebo for 12 weeks.") is None
    assert read_ratio("Zinc went with fewer colds (OR 0.72).") == -1
