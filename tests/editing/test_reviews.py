"""A review is written beside its statement, in the layout of the file."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.claims import load_claims
from magcite.editing.reviews import add_review
from magcite.errors import ClaimsFileError, UsageError
from magcite.model import Position, Review, Verdict


def _review(source: str = "123", **given: object) -> Review:
    chosen = {
        "verdict": Verdict.PARTIAL,
        "by": "editor",
        "on": date(2026, 11, 22),
        "reason": "only those over 65",
    } | given
    return Review(source=source, position=Position(file="", line=1, column=1), **chosen)  # type: ignore[arg-type]


ENTRY = "source: 123\n{m}verdict: partial\n{m}by: editor\n{m}date: 2026-11-22\n{m}reason: only those over 65"


def _entry(margin: int) -> str:
    return ENTRY.replace("{m}", " " * margin)


def test_a_statement_without_reviews_gets_its_first_below_all_else() -> None:
    text = "claims:\n  - id: a   # c\n    pmids: [123]\n    claim: >-\n      It helps.\n\n  # next\n  - id: z\n"
    assert add_review(text, "a", _review()) == (
        "claims:\n  - id: a   # c\n    pmids: [123]\n    claim: >-\n      It helps.\n"
        f"    review:\n      - {_entry(8)}\n\n  # next\n  - id: z\n"
    )


def test_an_assertion_keeps_the_comment_on_its_last_line() -> None:
    text = "claims:\n- id: a\n  pmids: [123]\n  assertions:\n  - id: b\n    text: It helps.  # c\n  - {id: c, text: d}"
    assert add_review(text, "a.b", _review()) == (
        "claims:\n- id: a\n  pmids: [123]\n  assertions:\n  - id: b\n    text: It helps.  # c\n"
        f"    review:\n      - {_entry(8)}\n  - {{id: c, text: d}}"
    )


def test_another_source_is_added_below_and_the_same_source_is_replaced() -> None:
    text = (
        "claims:\n- id: a\n  claim: It helps.\n  review:\n  # by hand\n"
        "  - source: PMID 123\n    verdict: unclear  # so so\n"
        "  - {source: 45, verdict: unrelated}\n  pmids: [123, 45, 6]\n"
    )
    replaced = add_review(text, "a", _review())
    assert replaced == text.replace("source: PMID 123\n    verdict: unclear  # so so", _entry(4))
    added = add_review(text, "a", _review("6", by=None, on=None, reason=None))
    assert added == text.replace("unrelated}\n", "unrelated}\n  - source: 6\n    verdict: partial\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("claim: b", "claim: b, review: [{E}]"),
        ("claim: b, review: [{source: 9, verdict: unclear}]", "claim: b, review: [{source: 9, verdict: unclear}, {E}]"),
        ("claim: b, review: [{source: pmid:123, verdict: unclear}]", "claim: b, review: [{E}]"),
    ],
)
def test_a_claim_between_brackets_gets_its_review_between_brackets(before: str, after: str) -> None:
    entry = "{source: 123, verdict: partial, by: editor, date: 2026-11-22, reason: only those over 65}"
    text = f"claims: [{{id: a, pmids: [123, 9], {before}}}]"
    assert add_review(text, "a", _review()) == f"claims: [{{id: a, pmids: [123, 9], {after}}}]".replace("{E}", entry)


def test_an_empty_list_of_reviews_is_filled() -> None:
    text = "claims:\n- id: a\n  review: []\n  claim: b\n  pmids: [123]\n"
    bare = _review(by=None, on=None, reason=None)
    assert "  review: [{source: 123, verdict: partial}]\n" in add_review(text, "a", bare)


def test_windows_line_ends_stay() -> None:
    text = "claims:\r\n- id: a\r\n  claim: b\r\n  pmids: [123]\r\n"
    edited = add_review(text, "a", _review())
    assert edited.count("\r\n") == edited.count("\n") == 10


def test_an_unknown_statement_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"claims\.yaml: there is no statement mood\.b; did you mean mood\.a\?"):
        add_review("claims: [{id: mood, assertions: [{id: a, text: b}]}]", "mood.b", _review())


def test_a_review_of_a_source_that_is_not_cited_is_refused() -> None:
    with pytest.raises(ClaimsFileError, match="999 is not among the sources of this statement"):
        add_review("claims: [{id: a, claim: b, pmids: [123]}]", "a", _review("999"))


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20),
    st.sampled_from(["claims: [{id: a, claim: b, pmids: [123]}]", "claims:\n- id: a\n  claim: b\n  pmids:\n  - 123"]),
)
@settings(deadline=None)
def test_any_name_and_reason_read_back_as_given(reason: str, by: str, text: str) -> None:
    edited = add_review(text, "a", _review(reason=reason, by=by))
    (review,) = load_claims("f.yaml", edited.encode()).claims[0].assertions[0].reviews
    assert (review.reason, review.by) == (" ".join(reason.split()) or None, " ".join(by.split()) or None)
    assert add_review(edited, "a", _review(reason=reason, by=by)) == edited


def test_a_blank_name_or_reason_is_left_out() -> None:
    edited = add_review("claims: [{id: a, claim: b, pmids: [123]}]", "a", _review(by=" ", reason="\n", on=None))
    assert "review: [{source: 123, verdict: partial}]" in edited
