from datetime import date

import pytest

from magcite.formats.reviews import reviewed_sources, tell_origin, tell_own, tell_verdict
from magcite.model import Language, Verdict

from .sample_report import review, sample_report


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.ENGLISH, "reviewed: contradicts, by N.N. on 2026-11-20: too small"),
        (Language.DUTCH, "nagekeken: spreekt tegen, door N.N. op 2026-11-20: too small"),
    ],
)
def test_a_review_tells_who_when_and_why(language: Language, words: str) -> None:
    full = review("90000001", Verdict.CONTRADICTS, 1, by="N.N.", on=date(2026, 11, 20), reason="too\nsmall")
    assert tell_verdict(full, language) + tell_origin(full, language) == words


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({}, ""),
        ({"by": "N.N."}, ", by N.N."),
        ({"on": date(2026, 11, 20)}, ", on 2026-11-20"),
        ({"reason": "why"}, ": why"),
    ],
)
def test_what_is_not_known_of_a_review_is_left_out(known: dict[str, object], words: str) -> None:
    assert tell_origin(review("90000001", Verdict.UNCLEAR, 1, **known), Language.ENGLISH) == words


def test_a_review_is_found_under_any_name_of_its_source_and_stands_beside_the_verdict_of_magcite() -> None:
    mood = sample_report().claims[0].assertions[1]
    assert [
        (str(source.citation.cited_as), tell_own(source, Language.ENGLISH)) for source, _ in reviewed_sources(mood)
    ] == [
        ("90000001", "magcite: contradicts"),
        ("90000005", "magcite: unrelated"),
        ("90000011", "magcite: –"),
    ]
