"""What tests of the command line stand on: own cache, no network, a small claims file, recorded articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from magcite.cli.main import main

CLAIMS = """\
title: Sleep
articles: articles
claims:
  - id: sleep
    title: Sleep
    pmids: [11111111, 22222222, 3333333]
    sources: ["https://example.org/page"]
    assertions:
      - {id: a, text: Magnesium improves sleep quality in older adults.}
      - {id: b, text: Magnesium may improve sleep quality in older adults.}
  - id: bones
    claim: Magnesium cures osteoporosis.
"""
TRIAL = """\
pmid: "11111111"
title: "Oral magnesium for poor sleep in older adults: a randomized placebo-controlled trial"
journal: Invented J
year: 2019
publication_types: [Randomized Controlled Trial]
digest:
  - label: METHODS
    text: We randomly assigned 84 older adults with poor sleep to magnesium or placebo for 8 weeks.
  - label: RESULTS
    text: Sleep quality improved more with magnesium than with placebo (P = 0.01).
  - label: CONCLUSIONS
    text: Magnesium may improve sleep quality in older adults with poor sleep.
"""
KNEE = """\
pmid: "22222222"
title: Knee replacement and infection, a cohort study
journal: Invented J
year: 2011
digest:
  - label: null
    text: We followed 900 patients after knee replacement. Infection occurred in 2 %.
"""

Run = Callable[..., int]


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    """Write the claims file and its recorded articles; give the file."""
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "11111111.yaml").write_text(TRIAL, encoding="utf-8")
    (articles / "22222222.yaml").write_text(KNEE, encoding="utf-8")
    file = tmp_path / "claims.yaml"
    file.write_text(CLAIMS, encoding="utf-8")
    return file


@pytest.fixture(autouse=True)
def own_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the desk out of the test: own folder, own cache, an address where nobody answers."""
    monkeypatch.chdir(tmp_path)
    for name in ("MAGCITE_IDCONV_URL", "MAGCITE_EMAIL", "NCBI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MAGCITE_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("MAGCITE_EUTILS_URL", "http://127.0.0.1:9/entrez/eutils")
    monkeypatch.setenv("MAGCITE_TIMEOUT", "1")


@pytest.fixture
def run() -> Run:
    """Run one command and give its exit code."""
    return lambda *arguments: main([str(argument) for argument in arguments])
