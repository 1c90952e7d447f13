from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.model import AbstractSection, Article, ArticleIds, Design, Fact, Provenance, Sample, StudyType
from magcite.readers.number_words import read_tokens
from magcite.readers.sample_size import read_sample

WORDS = [
    "patients", "women", "rats", "trials", "n", "=", "(", ")", ",", ";", ".", "of", "the", "and", "were", "randomized",
    "enrolled", "to", "zinc", "placebo", "group", "in", "each", "per", "two", "twenty-three", "one hundred and twelve",
    "12", "1,204", "8 894", "0.05", "35%", "n=40", "60", "completed", "screened", "who", "N", "cases", "controls", "or",
]  # fmt: skip
TYPES = st.sampled_from([None, *StudyType])


def design(study_type: StudyType | None) -> Design:
    return Design(study_type=Fact(value=study_type, quote=None, confidence=0.9, basis="given") if study_type else None)


def article(text: str, title: str | None = None) -> Article:
    sections = (AbstractSection(text=text),) if text else ()
    return Article(ids=ArticleIds(), title=title, abstract=sections, provenance=Provenance.PUBMED)


def facts(sample: Sample) -> list[Fact[int]]:
    answers = [sample.participants, sample.studies_included, sample.animals]
    return [fact for fact in answers if fact] + [fact for _, fact in sample.counts]


def values(text: str) -> set[int]:
    return {token.value for token in read_tokens(text) if token.value is not None}


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), TYPES)
@settings(deadline=None, max_examples=300)
def test_quotes_are_verbatim_and_hold_the_number_read(text: str, study_type: StudyType | None) -> None:
    for fact in facts(read_sample(article(text), design(study_type))):
        assert fact.quote is not None
        assert fact.quote.text in text
        assert 0 < fact.confidence < 1
        worked_out = "added up" in fact.basis or "groups of" in fact.basis
        assert worked_out or fact.value in values(fact.quote.text)


@given(st.text(max_size=300), st.text(max_size=80) | st.none(), TYPES)
@settings(deadline=None, max_examples=200)
def test_no_text_makes_the_reader_fail(text: str, title: str | None, study_type: StudyType | None) -> None:
    for fact in facts(read_sample(article(text, title), design(study_type))):
        assert fact.quote is not None
        assert fact.quote.text in (title or "" if fact.quote.in_title else text)


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), TYPES)
@settings(deadline=None, max_examples=60)
def test_the_same_article_gives_the_same_sample(text: str, study_type: StudyType | None) -> None:
    assert read_sample(article(text), design(study_type)) == read_sample(article(text), design(study_type))


@given(
    st.integers(min_value=5, max_value=9999),
    st.sampled_from(
        [
            "They took {} mg of zinc a day.",
            "They were followed for {} weeks.",
            "The mean age was {} years.",
            "The dose was {} IU.",
            "Care lasted {} days at most.",
            "Energy intake was {} kcal.",
            "The rate was {} per cent.",
            "The score rose by {} points.",
            "There were {} visits.",
            "It came to {} person-years.",
            "The trial ran at {} centres.",
            "The value was P = {}.",
        ]
    ),
)
@settings(deadline=None)
def test_a_dose_an_age_or_a_time_is_never_reported(number: int, sentence: str) -> None:
    sample = read_sample(article("Adults took part. " + sentence.format(number)), design(None))
    assert facts(sample) == []
    beside = read_sample(
        article("We randomized 10001 adults to zinc or rest. " + sentence.format(number)), design(None)
    )
    assert [fact.value for fact in facts(beside)] == [10001]


@given(st.integers(min_value=5, max_value=999_999))
@settings(deadline=None)
def test_a_number_randomised_is_read_with_and_without_thousands_marks(number: int) -> None:
    for written in (str(number), f"{number:,}", f"{number:,}".replace(",", "\u202f")):
        sample = read_sample(article(f"A total of {written} adults were randomized to zinc or to rest."), design(None))
        assert sample.participants is not None
        assert sample.participants.value == number


@given(st.integers(min_value=5, max_value=400), st.integers(min_value=5, max_value=400))
@settings(deadline=None)
def test_two_arms_are_added_up(first: int, second: int) -> None:
    sample = read_sample(article(f"Adults were randomized to zinc (n = {first}) or rest (n = {second})."), design(None))
    assert sample.participants is not None
    assert sample.participants.value == first + second
    assert sample.participants.basis == f"groups added up: {first} + {second}"


@pytest.mark.parametrize(
    "text",
    [
        "1" * 20_000,
        "12 patients " * 3_000,
        "(" * 20_000,
        "(n = 12) " * 3_000,
        "one hundred and " * 3_000,
        "a-" * 20_000,
        "1,234," * 4_000,
        "Of 12 patients, 5 died. " * 1_000,
    ],
)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    assert len(read_sample(article(text), design(None)).counts) <= 16
