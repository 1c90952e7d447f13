"""The batch: one answer per row, in order, whatever the row."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.batch import grade_lines, write_answers

KEYS = [
    "id",
    "study_type",
    "sample_size",
    "studies_included",
    "animals",
    "evidence_level",
    "strength",
    "verdict",
    "confidence",
    "quote",
    "overstated",
    "findings",
]
TRIAL = {
    "id": "t",
    "title": "Oral magnesium for poor sleep: a randomized placebo-controlled trial",
    "abstract": [
        {
            "label": "METHODS",
            "text": "We randomly assigned 84 adults with poor sleep to magnesium or placebo for 8 weeks.",
        },
        {"label": "RESULTS", "text": "Sleep quality improved more with magnesium than with placebo (P = 0.01)."},
        {"label": "CONCLUSIONS", "text": "Magnesium improved sleep quality in adults with poor sleep."},
    ],
}


def grade(*rows: object) -> list[dict[str, object]]:
    return list(grade_lines(row if isinstance(row, str) else json.dumps(row) for row in rows))


def test_an_article_alone_is_read_and_not_judged() -> None:
    (answer,) = grade(TRIAL)
    assert list(answer) == KEYS
    assert (answer["study_type"], answer["sample_size"], answer["evidence_level"]) == ("randomized-trial", 84, 2)
    assert [answer[key] for key in ("strength", "verdict", "findings")] == [None, None, None]


def test_a_pair_is_judged_with_words_of_the_article() -> None:
    (answer,) = grade(TRIAL | {"claim": "Magnesium improves sleep quality."})
    assert answer["verdict"] in {"supports", "partial"}
    assert answer["strength"] == "effect"
    assert any(str(answer["quote"]) in section["text"] for section in TRIAL["abstract"])  # type: ignore[index]


def test_a_claim_alone_has_a_strength_and_no_verdict() -> None:
    (answer,) = grade({"id": 7, "claim": "Magnesium may help."})
    assert (answer["id"], answer["strength"], answer["verdict"], answer["study_type"]) == (7, "hedged", None, None)


def test_an_abstract_may_be_text_sentences_or_sections() -> None:
    text = "We randomly assigned 84 adults to magnesium or placebo. Sleep improved."
    answers = grade(
        {"id": 1, "abstract": text}, {"id": 2, "abstract": text.split(". ")}, {"id": 3, "abstract": [{"text": text}]}
    )
    assert [answer["sample_size"] for answer in answers] == [84, 84, 84]


@pytest.mark.parametrize(
    ("row", "row_id", "word"),
    [
        ("{", None, "JSON"),
        ("[1]", None, "object"),
        ({"abstract": "x"}, None, "id"),
        ({"id": "a"}, "a", "nothing to grade"),
        ({"id": "a", "claim": 3}, "a", "claim"),
        ({"id": "a", "abstract": 3}, "a", "abstract"),
        ({"id": "a", "abstract": [3]}, "a", "abstract"),
        ({"id": "a", "claim": "x", "mesh": "y"}, "a", "mesh"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_at_its_place(row: object, row_id: object, word: str) -> None:
    answers = grade(TRIAL, row, TRIAL)
    assert [answer["id"] for answer in answers] == ["t", row_id, "t"]
    assert word in str(answers[1]["error"])


def test_several_processes_give_the_same_answers_in_the_same_order() -> None:
    lines = [json.dumps(TRIAL | {"id": number}) for number in range(150)]
    assert list(grade_lines(lines, jobs=2)) == list(grade_lines(lines))


def test_writing_counts_what_could_not_be_read() -> None:
    out = io.StringIO()
    assert write_answers(grade_lines(["{", json.dumps(TRIAL)]), out) == 1
    assert len(out.getvalue().splitlines()) == 2


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=400), st.text(max_size=80))
def test_no_text_breaks_the_batch_and_every_quote_is_verbatim(abstract: str, claim: str) -> None:
    (answer,) = grade({"id": 1, "abstract": abstract, "claim": claim, "title": "T"})
    quote = answer.get("quote")
    assert quote is None or str(quote) in abstract or quote == "T"


def test_half_a_surrogate_pair_is_graded_and_written_as_it_came() -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    row = {
        "id": "half",
        "claim": "Magnesium \ud800 helps sleep.",
        "abstract": "Magnesium \ud800 helped 40 adults sleep.",
    }
    assert write_answers(grade_lines([json.dumps(row)]), out) == 0
    out.flush()
    assert json.loads(out.buffer.getvalue())["id"] == "half"
