"""YAML's own complaints in words that need no knowledge of YAML."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.claims import load_claims
from magcite.claims.complaints import Complaints
from magcite.claims.nodes import FAST_LOADER, compose
from magcite.errors import ClaimsFileError, Complaint


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: Magnesium: the mineral\n", 1, "a colon followed by a space stands in text without quotes"),
        ("a: 1\n b: 2\n", 2, "indented too far"),
        ("a:\n\t- b\n", 2, "a tab stands here; indent with spaces only"),
        ("a: 1\n\tb: 2\n", 2, "a tab stands here; indent with spaces only"),
        ("a: 'it\nb: c\n", 3, "a quotation mark on line 1 is never closed"),
        ("a: 'it's'\n", 1, "quotes of the other kind"),
        ('a: "\\q"\n', 1, "a backslash has a special meaning"),
        ("a: [1, 2\nb: 3\n", 2, "the list that opens with `[` on line 1 is not closed, or misses a comma"),
        ("a: {b: c\n", 2, "what opens with `{` on line 1 is not closed, or misses a comma"),
        ("a: @home\n", 1, "text cannot begin with `@` without quotes"),
        ("a: %x\n", 1, "text cannot begin with `%` without quotes"),
        ("a:\n  - b\n c: 1\n", 3, "begins in the same column as its neighbours"),
        ("- a\nb: 1\n", 2, "this"),
        ("a: - b\n", 1, "a list cannot begin on the line of its key"),
        ("a: |x\n", 1, "must begin on a new line"),
        ("a: 1\nnonsense\nb: 1\n", 3, "a key without a colon"),
        ("!<x\n", 1, "this is not valid YAML"),
        ("a: [,]\n", 1, "something is missing or closed twice"),
    ],
)
@pytest.mark.parametrize("loader", [FAST_LOADER, yaml.SafeLoader])
def test_a_syntax_error_is_explained_the_same_by_both_parsers(loader: object, text: str, line: int, words: str) -> None:
    complaints = Complaints("f.yaml")
    with pytest.raises(ClaimsFileError) as caught:
        compose(text, complaints, loader)
    complaint = caught.value.complaints[0]
    assert complaint.position.line == line
    assert words in complaint.message


def test_what_was_wrong_before_a_syntax_error_is_told_too() -> None:
    with pytest.raises(ClaimsFileError) as caught:
        load_claims("f.yaml", b"a: &x 1\nb: [\n")
    assert [complaint.position.line for complaint in caught.value.complaints] == [1, 3]


@given(st.text(max_size=80))
@settings(deadline=None)
def test_any_text_is_loaded_or_complained_about_within_its_lines(text: str) -> None:
    _check(text.encode(errors="surrogatepass"))


@given(st.binary(max_size=60))
@settings(deadline=None)
def test_any_bytes_are_loaded_or_complained_about(content: bytes) -> None:
    _check(content)


_PIECES = [
    "claims:", "\n", "\n- ", "\n  ", " id: a", "id: b", "\n  pmids: ", "[", "]", "{", "}", "123", "0123", ", ", "~",
    "*a", "&a ", "<<: ", "claim: x", "assertions:", "\n  - ", "text: y", "waive: ", "review: ", "source: 123", "'", '"',
    ": ", "#", "!!str ", "---", "\t", "|", ">-", "? ", "PMID: 1", "verdict: partial", "\r\n", "\ufeff",
    "é", "schema: 1", "\u2028",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=25).map("".join))
@settings(deadline=None, max_examples=500)
def test_any_mixture_of_what_claims_files_are_made_of_is_loaded_or_complained_about(text: str) -> None:
    _check(text.encode())


def _check(content: bytes) -> None:
    complaints = _complaints(content)
    assert complaints is None or complaints
    assert list(complaints or ()) == sorted(complaints or ())
    assert all(complaint.position.line >= 1 and complaint.position.column >= 1 for complaint in complaints or ())


def _complaints(content: bytes) -> tuple[Complaint, ...] | None:
    try:
        load_claims("f.yaml", content)
    except ClaimsFileError as error:
        return error.complaints
    return None
