"""The first real case, whole: sixteen reasons to take magnesium, audited from the recorded articles."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from magcite.cli.main import main

PROJECT = Path(__file__).parent.parent
FILE = "data/claims.yaml"


@pytest.fixture
def audit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run the audit as the README does, with an empty cache, and give what it prints."""
    monkeypatch.chdir(PROJECT)
    monkeypatch.setenv("MAGCITE_CACHE_DIR", str(tmp_path))

    def run(*options: str) -> str:
        assert main(["audit", FILE, "--offline", *options]) == 0
        return capsys.readouterr().out

    return run


@pytest.fixture
def report(audit: Callable[..., str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(audit("--format", "json"))
    return found


def assertion(report: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for claim in report["claims"] for one in claim["assertions"] if one["id"] == name)


def cited(report: dict[str, Any], name: str, source: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in assertion(report, name)["citations"] if one["cited_as"] == source)
    return found


def rules_of(report: dict[str, Any], name: str) -> set[str]:
    return {finding["rule"] for finding in assertion(report, name)["findings"]}


def test_the_table_is_as_it_was(audit: Callable[..., str], expect_golden: Callable[[str, str], None]) -> None:
    expect_golden("magnesium.txt", audit())


def test_the_json_report_is_the_same_bytes_twice(audit: Callable[..., str]) -> None:
    assert audit("--format", "json") == audit("--format", "json")


def test_it_counts_what_the_article_says_and_cites(report: dict[str, Any]) -> None:
    summary = report["summary"]
    assert (summary["claims"], summary["assertions"]) == (17, 43)
    assert summary["status"]["not-in-pubmed"] == 9
    assert {one["provenance"] for claim in report["claims"] for a in claim["assertions"] for one in a["citations"]} == {
        "digest",
        None,
    }


def test_every_quote_stands_in_its_article(report: dict[str, Any]) -> None:
    from magcite.sources.digest import read_digest

    for claim in report["claims"]:
        for one in claim["assertions"]:
            for citation in one["citations"]:
                if citation["provenance"] is None:
                    continue
                name = citation["pmid"] or citation["cited_as"]
                article = read_digest(PROJECT / "data" / "articles" / f"{name}.yaml")
                assert article is not None
                texts = [article.title or "", *(section.text for section in article.abstract)]
                for key in ("quote", "study_type_quote", "sample_size_quote"):
                    assert citation[key] is None or any(citation[key] in text for text in texts)


def test_the_wrong_subgroup_is_an_error(report: dict[str, Any]) -> None:
    assert assertion(report, "depression.b")["verdict"] == "contradicted"
    assert "wrong-subgroup" in rules_of(report, "depression.b")
    citation = cited(report, "depression.b", "25748766")
    assert (citation["study_type"], citation["sample_size"], citation["verdict"]) == (
        "cross-sectional",
        8894,
        "contradicts",
    )


def test_the_lost_digit_is_guessed_and_kept_as_printed(report: dict[str, Any]) -> None:
    citation = cited(report, "inflammation.b", "1764100")
    assert (citation["status"], citation["pmid"]) == ("unavailable", "1764100")
    messages = [finding["message"] for finding in assertion(report, "inflammation.a")["findings"]]
    assert any("17641000" in message and "guess" in message for message in messages)
    named = {one["cited_as"] for claim in report["claims"] for a in claim["assertions"] for one in a["citations"]}
    assert "17641000" not in named


def test_each_odd_claim_is_reported_for_what_it_is(report: dict[str, Any]) -> None:
    assert {"no-statement"} <= rules_of(report, "cancer.a")
    assert {"only-sources-outside-pubmed"} <= rules_of(report, "chemotherapy.a")
    assert assertion(report, "chemotherapy.a")["verdict"] == "unverifiable"
    assert assertion(report, "liposomal.a")["verdict"] == "uncited"
    assert "no-source" in rules_of(report, "liposomal.a")


def test_a_survey_that_pubmed_types_as_a_trial_is_read_as_a_survey(report: dict[str, Any]) -> None:
    citation = cited(report, "adhd.a", "9368235")
    assert (citation["study_type"], citation["sample_size"]) == ("cross-sectional", 116)
    assert "study-type-disputed" in rules_of(report, "adhd.a")


def test_one_record_under_two_ids_counts_once(report: dict[str, Any]) -> None:
    assert "duplicate-source" in rules_of(report, "parkinson.a")


def test_a_pmc_id_is_never_taken_for_a_pmid(report: dict[str, Any]) -> None:
    citation = cited(report, "cancer.a", "PMC4759402")
    assert (citation["status"], citation["pmid"]) == ("graded", None)


def test_a_null_result_supports_a_negative_statement(report: dict[str, Any]) -> None:
    assert cited(report, "type-2-diabetes.e", "25204013")["verdict"] == "supports"
    assert cited(report, "type-2-diabetes.d", "25204013")["verdict"] == "contradicts"
