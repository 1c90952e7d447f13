"""Hold the study type reader to its figures on public labelled sets, where the folder with them is at hand."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from magcite.model import AbstractSection, Article, ArticleIds, Provenance, StudyType
from magcite.readers.study_type import read_design

FOLDER = os.environ.get("MAGCITE_BENCH")
pytestmark = pytest.mark.skipif(FOLDER is None, reason="MAGCITE_BENCH names no folder of labelled sets")

Row = tuple[dict[str, object], StudyType | None]


def rows(name: str) -> list[Row]:
    found: list[Row] = []
    with gzip.open(Path(FOLDER or "") / "design" / name, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            abstract = (AbstractSection(text=row["abstract"]),) if row["abstract"] else ()
            article = Article(ids=ArticleIds(), title=row["title"], abstract=abstract, provenance=Provenance.RECORDED)
            read = read_design(article).study_type
            found.append((row["gold"], read.value if read else None))
    return found


def f1(pairs: list[tuple[bool, bool]]) -> float:
    right = sum(gold and said for gold, said in pairs)
    return 2 * right / (sum(gold for gold, _ in pairs) + sum(said for _, said in pairs))


def test_randomised_trials_are_found() -> None:
    found = rows("robotsearch_rct.train.jsonl.gz")
    assert f1([(bool(gold["is_rct"]), said is StudyType.RANDOMIZED_TRIAL) for gold, said in found]) >= 0.95


@pytest.mark.parametrize(
    ("design", "types", "least"),
    [
        ("animal", {StudyType.ANIMAL}, 0.9),
        ("protocol", {StudyType.PROTOCOL}, 0.92),
        ("systematic_review", {StudyType.SYSTEMATIC_REVIEW, StudyType.META_ANALYSIS}, 0.88),
        ("case_report", {StudyType.CASE_REPORT}, 0.84),
        ("rct", {StudyType.RANDOMIZED_TRIAL}, 0.84),
        ("narrative_review", {StudyType.NARRATIVE_REVIEW}, 0.78),
        ("in_vitro", {StudyType.IN_VITRO}, 0.7),
    ],
)
def test_designs_are_told_apart(design: str, types: set[StudyType], least: float) -> None:
    found = rows("studytypeteller.dev.jsonl.gz")
    assert f1([(gold["design"] == design, said in types) for gold, said in found]) >= least
