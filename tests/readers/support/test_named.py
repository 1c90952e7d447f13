"""An outcome outside the lexicon is judged where statement and source name it in the same words."""

import pytest

from magcite.model import Article, Verdict
from magcite.readers.support import judge_support
from tests.readers.support.invented import article
from tests.readers.support.verdicts import SUPPORTING, verdict

ACNE = article(
    "Zinc tablets and acne: a randomised placebo-controlled trial",
    ("METHODS", "In this double-blind trial 120 adolescents with acne took zinc or placebo for 12 weeks."),
    ("RESULTS", "Participants on zinc had fewer acne lesions than those on placebo (14 versus 22, P = 0.004)."),
    ("CONCLUSIONS", "Zinc reduced acne."),
)
HEARING = article(
    "Zinc intake and hearing loss: a prospective cohort",
    ("METHODS", "We followed 8,400 adults for 10 years and asked about their diet."),
    ("RESULTS", "Hearing loss developed less often in people who ate the most zinc (HR 0.78, 95% CI 0.66-0.92)."),
)
NO_HEARING = article(
    "Zinc intake and hearing loss: a prospective cohort",
    ("METHODS", "We followed 8,400 adults for 10 years and asked about their diet."),
    ("RESULTS", "Zinc intake was not associated with hearing loss (HR 0.98, 95% CI 0.86-1.12)."),
)
GOUT = article(
    "Vitamin C intake and gout in men: a cohort study",
    "We followed 20,000 men for 12 years. Men with the highest vitamin C intake developed gout less often than men "
    "with the lowest (RR 0.60, 95% CI 0.50-0.80).",
)


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("Zinc can reduce acne.", ACNE),
        ("Zinc improves acne.", ACNE),
        ("People who ate the most zinc developed hearing loss less often.", HEARING),
        ("A high zinc intake is associated with a lower risk of hearing loss.", HEARING),
        ("A high vitamin C intake is associated with a lower risk of gout.", GOUT),
    ],
)
def test_a_result_in_the_same_words_supports(statement: str, source: Article) -> None:
    assert verdict(statement, source) in SUPPORTING


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("Zinc increases acne.", ACNE),
        ("Zinc makes acne worse.", ACNE),
        ("A high zinc intake increases the risk of hearing loss.", HEARING),
        ("A high zinc intake is associated with a lower risk of hearing loss.", NO_HEARING),
        ("A high vitamin C intake is associated with a higher risk of gout.", GOUT),
    ],
)
def test_a_result_the_other_way_in_the_same_words_contradicts(statement: str, source: Article) -> None:
    assert verdict(statement, source) is Verdict.CONTRADICTS


def test_the_sentence_that_names_the_outcome_is_quoted() -> None:
    reading = judge_support("People who ate the most zinc developed hearing loss less often.", HEARING)
    assert reading is not None
    assert reading.fact.quote is not None
    assert reading.fact.quote.text.startswith("Hearing loss developed less often")


def test_another_outcome_in_other_words_is_not_judged_so() -> None:
    assert verdict("Zinc reduces tinnitus.", ACNE) is Verdict.UNRELATED


@pytest.mark.parametrize("people", ["teenagers", "adolescents", "a teenager"])
def test_the_people_named_are_no_part_of_the_outcome(people: str) -> None:
    reading = judge_support(f"Zinc reduces acne in {people}.", ACNE)
    assert reading is not None
    assert reading.fact.value in SUPPORTING
    assert "the result goes the claimed way" in reading.fact.basis
