"""Sentences are verbatim pieces of an article, each in its part. All texts are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.model import AbstractSection, Article, ArticleIds, Provenance
from magcite.readers.sentences import Part, part_of_label, split_article, split_sentences


def article(*sections: AbstractSection, title: str | None = None) -> Article:
    return Article(ids=ArticleIds(), title=title, abstract=sections, provenance=Provenance.PUBMED)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tea was drunk. Sleep was short.", ["Tea was drunk.", "Sleep was short."]),
        ("The dose was 2.5 mg. It helped.", ["The dose was 2.5 mg.", "It helped."]),
        ("Smith et al. found the same.", ["Smith et al. found the same."]),
        ("Doses (e.g. Zinc 5 mg) varied.", ["Doses (e.g. Zinc 5 mg) varied."]),
        ("Zinc vs. Iron was tested.", ["Zinc vs. Iron was tested."]),
        ("It fell (P = .03). Nothing rose.", ["It fell (P = .03).", "Nothing rose."]),
        ("S. Aureus grew. E. Coli did not.", ["S. Aureus grew.", "E. Coli did not."]),
        ('He said "no." They left.', ['He said "no."', "They left."]),
        ("Was it so? It was! Good.", ["Was it so?", "It was!", "Good."]),
        ("One line.\tAnother line.", ["One line.", "Another line."]),
        ("No end", ["No end"]),
        ("  ", []),
        ("", []),
    ],
)
def test_text_is_cut_at_the_ends_of_sentences(text: str, expected: list[str]) -> None:
    assert list(split_sentences(text)) == expected


@pytest.mark.parametrize(
    ("label", "category", "part"),
    [
        ("METHODS", None, Part.METHODS),
        ("Design and setting", None, Part.METHODS),
        ("RESULTS", None, Part.RESULTS),
        ("Main findings", None, Part.RESULTS),
        ("Conclusions", None, Part.CONCLUSIONS),
        ("Interpretation", None, Part.CONCLUSIONS),
        ("AIMS", None, Part.OBJECTIVE),
        ("CONTEXT", None, Part.BACKGROUND),
        ("Lessons", "CONCLUSIONS", Part.CONCLUSIONS),
        ("RESULTS", "UNASSIGNED", Part.RESULTS),
        ("UNLABELLED", None, Part.BODY),
        ("Trivia", None, Part.BODY),
        (None, None, Part.BODY),
    ],
)
def test_labels_name_parts_and_the_category_decides(label: str | None, category: str | None, part: Part) -> None:
    assert part_of_label(label, category) is part


def test_the_title_comes_first_and_is_quoted_as_title() -> None:
    sentences = split_article(article(AbstractSection(text="It helped."), title="Tea. A trial"))
    assert [(sentence.text, sentence.part) for sentence in sentences] == [
        ("Tea. A trial", Part.TITLE),
        ("It helped.", Part.BODY),
    ]
    assert sentences[0].quote().in_title
    assert sentences[1].quote("helped").text == "helped"


def test_labels_written_into_the_text_are_read_as_labels() -> None:
    text = "Tea is old. METHODS: We gave tea. RESULTS: Sleep fell. Conclusions: Drink water."
    sentences = split_article(article(AbstractSection(text=text)))
    assert [(sentence.text, sentence.part, sentence.label) for sentence in sentences] == [
        ("Tea is old.", Part.BODY, None),
        ("We gave tea.", Part.METHODS, "METHODS"),
        ("Sleep fell.", Part.RESULTS, "RESULTS"),
        ("Drink water.", Part.CONCLUSIONS, "Conclusions"),
    ]


def test_a_given_label_keeps_its_text_whole() -> None:
    text = "We gave tea. RESULTS: Sleep fell."
    sentences = split_article(article(AbstractSection(text=text, label="METHODS")))
    assert {sentence.label for sentence in sentences} == {"METHODS"}


def test_a_label_without_text_says_nothing() -> None:
    sentences = split_article(article(AbstractSection(text="METHODS:\nRESULTS: Sleep fell.")))
    assert [(sentence.text, sentence.part) for sentence in sentences] == [("Sleep fell.", Part.RESULTS)]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="aZ .!?():;\n\t\"'0é%RESULTMHOD", max_size=200), st.text(max_size=60))
def test_every_sentence_is_found_to_the_letter_and_nothing_is_lost(text: str, title: str) -> None:
    assert "".join("".join(split_sentences(text)).split()) == "".join(text.split())
    for sentence in split_article(article(AbstractSection(text=text), title=title or None)):
        assert sentence.text in (title if sentence.part is Part.TITLE else text)
        assert sentence.text
