"""A half-typed decision survives, and a side file that was cut off does no harm."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.model import Verdict
from magcite.reviewing.drafts import Draft, read_draft, write_draft


@given(st.text(), st.sampled_from(Verdict))
@settings(deadline=None)
def test_what_is_written_reads_back(reason: str, verdict: Verdict) -> None:
    draft = Draft(assertion="a.b", source="123", verdict=verdict, reason=reason)
    assert read_draft(write_draft(draft)) == draft


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"assertion": "a"}', "[" * 100_000])
def test_a_damaged_side_file_holds_no_draft(text: str) -> None:
    assert read_draft(text) is None


def test_a_draft_cut_off_anywhere_is_no_draft() -> None:
    whole = write_draft(Draft(assertion="a", source="1", verdict=Verdict.PARTIAL, reason="for the old")).strip()
    assert all(read_draft(whole[:end]) is None for end in range(len(whole)))
