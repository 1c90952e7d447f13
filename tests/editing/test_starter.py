"""The first claims file explains itself and loads."""

from __future__ import annotations

import pytest

from magcite.claims import load_claims
from magcite.editing.fix import fix_text
from magcite.editing.starter import starter_file
from magcite.model import Language


@pytest.mark.parametrize("language", Language)
def test_the_starter_file_loads_as_it_is_and_needs_no_fix(language: Language) -> None:
    text = starter_file(language)
    file = load_claims("claims.yaml", text.encode())
    assert file.language is language
    assert [len(claim.assertions) for claim in file.claims] == [1, 2]
    assert all(assertion.english for claim in file.claims for assertion in claim.assertions)
    assert fix_text(text).changes == ()


@pytest.mark.parametrize("language", Language)
def test_what_the_starter_file_offers_in_comments_loads_too(language: Language) -> None:
    text = starter_file(language)
    for offered in ("articles: articles", "sources: [PMC", "waive:", "  - {rule"):
        text = text.replace(f"# {offered}", offered)
    file = load_claims("claims.yaml", text.encode())
    assert file.articles is not None
    assert len(file.claims[1].citations) == 6
    assert file.claims[1].assertions[1].waivers[0].rule == "small-sample"
