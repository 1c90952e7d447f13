from dataclasses import fields
from string import Formatter

import pytest

from magcite.formats.html.phrases import HtmlPhrases, html_phrases_for
from magcite.formats.phrases import Phrases, count, phrases_for
from magcite.model import (
    AssertionVerdict,
    Certainty,
    Count,
    Language,
    Provenance,
    Severity,
    Status,
    Strength,
    StudyType,
    Verdict,
)
from magcite.vocabulary import Word, name, percent, write_number

WORDS: list[Word] = [
    *AssertionVerdict,
    *Certainty,
    *Count,
    *Provenance,
    *Severity,
    *Status,
    *Strength,
    *StudyType,
    *Verdict,
]


def _placeholders(phrase: object) -> list[str]:
    texts = phrase if isinstance(phrase, tuple) else tuple(phrase.values()) if isinstance(phrase, dict) else (phrase,)
    return sorted({part[1] for text in texts for part in Formatter().parse(str(text)) if part[1]})


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("word", WORDS, ids=repr)
def test_every_word_of_the_contract_has_a_name(word: Word, language: Language) -> None:
    assert name(word, language)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", [AssertionVerdict, Certainty, Severity, Status, Strength, StudyType, Verdict])
def test_no_two_words_of_a_kind_share_a_name(kind: type, language: Language) -> None:
    members: list[Word] = list(kind)  # type: ignore[call-overload]
    assert len({name(word, language) for word in members}) == len(members)


@pytest.mark.parametrize("field", [field.name for field in fields(Phrases)])
def test_a_phrase_is_filled_with_the_same_in_both_languages(field: str) -> None:
    english, dutch = (getattr(phrases_for(language), field) for language in Language)
    assert _placeholders(english) == _placeholders(dutch)
    assert english
    assert dutch


@pytest.mark.parametrize("field", [field.name for field in fields(HtmlPhrases)])
def test_a_phrase_of_the_page_is_filled_with_the_same_in_both_languages(field: str) -> None:
    english, dutch = (getattr(html_phrases_for(language), field) for language in Language)
    assert _placeholders(english) == _placeholders(dutch)
    assert english
    assert dutch
    if isinstance(english, dict):
        assert english.keys() == dutch.keys()


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert write_number(1234567, Language.ENGLISH) == "1,234,567"
    assert write_number(1234567, Language.DUTCH) == "1.234.567"
    assert percent(0.834) == "83%"


def test_one_is_singular_and_none_is_plural() -> None:
    say = phrases_for(Language.ENGLISH)
    assert [count(say.statements, number) for number in (0, 1, 2)] == ["0 statements", "1 statement", "2 statements"]
