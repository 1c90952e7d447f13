"""Outcomes are found by the words of statements and of abstracts, and named in both languages."""

from __future__ import annotations

import pytest

from magcite.lexicons.outcomes import OUTCOMES, find_outcomes, name_outcomes
from magcite.model import Language


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It lifts mood.", ["mood"]),
        ("It calms mood swings.", ["mood swings"]),
        ("Insulin resistance fell.", ["insulin resistance"]),
        ("Insulin and HbA1c fell.", ["HbA1c", "insulin"]),
        ("Oxidative stress rose.", []),
        ("They had attention deficit hyperactivity disorder.", []),
        ("Hot flashes and sleeplessness.", ["sleep", "hot flushes"]),
    ],
)
def test_an_outcome_is_found_by_its_words(text: str, found: list[str]) -> None:
    assert [one.english for one in find_outcomes(text)] == found


def test_outcomes_have_names_in_both_languages() -> None:
    assert name_outcomes(OUTCOMES[:2], Language.DUTCH) == ["stemming", "stemmingswisselingen"]
    assert all(one.english and one.dutch for one in OUTCOMES)
