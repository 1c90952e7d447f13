"""Read details of the design that an abstract states, each with the words for it."""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Article, Design, Element, Fact, StudyType
from magcite.readers.element_cues import (
    ALLOCATES,
    DETAILS,
    MANY,
    MEN,
    PLANNED,
    PREGNANT,
    WOMEN,
    Detail,
    compiled,
    country,
)
from magcite.readers.element_dose import read_doses
from magcite.readers.sentences import Part, Sentence, split_article

_WITHOUT_DETAILS = frozenset(
    {
        StudyType.NARRATIVE_REVIEW,
        StudyType.GUIDELINE,
        StudyType.EDITORIAL_LETTER,
        StudyType.META_ANALYSIS,
        StudyType.SYSTEMATIC_REVIEW,
    }
)
"""Accounts of other studies: a blinding or a dose named there is not theirs."""

_OF_ANY_TEXT = frozenset({"registry number"})
_TREATED = frozenset({StudyType.RANDOMIZED_TRIAL, StudyType.NON_RANDOMIZED_TRIAL, StudyType.PROTOCOL})
_OBSERVED = frozenset({StudyType.COHORT, StudyType.CASE_CONTROL, StudyType.CROSS_SECTIONAL, StudyType.DIAGNOSTIC})
"""Designs in which an amount is what people ate or had in their blood, not what they were given."""

_METHODS_FIRST = {
    Part.METHODS: 0,
    Part.TITLE: 1,
    Part.OBJECTIVE: 2,
    Part.BODY: 2,
    Part.RESULTS: 3,
    Part.CONCLUSIONS: 4,
    Part.BACKGROUND: 5,
}
MOST_OF_ONE = 3
"""Values told of one detail at most."""


def _places(detail: Detail, sentences: list[Sentence]) -> Iterator[Element]:
    for sentence in sentences:
        if sentence.part not in detail.parts:
            continue
        lowered = sentence.text.lower()
        if not any(gate in lowered for gate in detail.gates):
            continue
        if PLANNED.search(sentence.text) or (detail.name == "arms" and not ALLOCATES.search(sentence.text)):
            continue
        for found in compiled(detail).finditer(sentence.text):
            words = found.group()
            quote = sentence.quote(words)
            sure = 0.85 if detail.value else 0.75
            yield Element(
                name=detail.name,
                fact=Fact(value=detail.value or words, quote=quote, confidence=sure, basis=detail.name),
            )


def _read_details(sentences: list[Sentence], *, only: frozenset[str] | None) -> Iterator[Element]:
    """Yield each detail once, or a few times where a study can have several."""
    told: dict[str, set[str]] = {}
    for detail in DETAILS:
        if only is not None and detail.name not in only:
            continue
        values = told.setdefault(detail.name, set())
        for element in _places(detail, sentences):
            if len(values) >= (MOST_OF_ONE if detail.name in MANY else 1):
                break
            if element.fact.value.lower() not in values:
                values.add(element.fact.value.lower())
                yield element


def _read_sex(sentences: list[Sentence]) -> Iterator[Element]:
    """Yield the sex studied where only one is named."""
    own = [sentence for sentence in sentences if sentence.part is not Part.BACKGROUND]
    sides = ((PREGNANT, "pregnant women", None), (WOMEN, "women", MEN), (MEN, "men", WOMEN))
    for pattern, value, other in sides:
        if other is not None and any(other.search(sentence.text) for sentence in own):
            continue
        for sentence in own:
            if found := pattern.search(sentence.text):
                quote = sentence.quote(found.group())
                yield Element(name="sex", fact=Fact(value=value, quote=quote, confidence=0.75, basis="only sex named"))
                return


def _read_country(sentences: list[Sentence]) -> Iterator[Element]:
    for sentence in sentences:
        if sentence.part is Part.BACKGROUND:
            continue
        if found := country().search(sentence.text):
            words = found.group()
            fact = Fact(value=words.strip("()"), quote=sentence.quote(words), confidence=0.7, basis="country")
            yield Element(name="country", fact=fact)
            return


def read_elements(article: Article, design: Design) -> tuple[Element, ...]:
    """Read blinding, comparator, crossover, arms, duration, dose, population, place and registry number."""
    given = split_article(article)
    sentences = sorted(given, key=lambda sentence: _METHODS_FIRST[sentence.part])
    study_type = design.study_type.value if design.study_type else None
    if study_type in _WITHOUT_DETAILS:
        return tuple(_read_details(sentences, only=_OF_ANY_TEXT))
    return (
        *_read_details(sentences, only=None),
        *_read_sex(sentences),
        *_read_country(sentences),
        *(() if study_type in _OBSERVED else read_doses(tuple(sentences), people_treated=study_type in _TREATED)),
    )
