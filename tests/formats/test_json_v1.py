import io
import json
from typing import Any

import pytest

from magcite import __version__
from magcite.formats import Format, WriteOptions
from magcite.formats.json_v1 import citation_as_json, report_as_json, write
from magcite.model import AssertionVerdict, Provenance, Status, Verdict

from .rendering import Golden, render
from .sample_report import empty_report, sample_report

TOP = ["schema_version", "magcite_version", "files", "claims", "summary"]
ASSERTION = ["id", "line", "text", "english", "strength", "verdict", "certainty", "overstated", "ledger", "citations"]
CITATION = [
    *("cited_as", "pmid", "status", "provenance", "title", "journal", "year", "retrieved"),
    *("study_type", "study_type_quote", "sample_size", "sample_size_quote", "studies_included"),
    *("evidence_level", "verdict", "confidence", "quote", "quote_section"),
]
FINDING = ["rule", "severity", "confidence", "message", "pmid", "quote", "line", "column", "fingerprint", "waived"]


def all_of(key: str) -> list[dict[str, Any]]:
    shape = report_as_json(sample_report())
    return [one for claim in shape["claims"] for assertion in claim["assertions"] for one in assertion[key]]


def test_the_whole_report_is_as_agreed(expect_golden: Golden) -> None:
    expect_golden("report.json", render(Format.JSON).replace(f'"{__version__}"', '"VERSION"'))


def test_the_keys_of_the_contract_come_first_and_in_its_order() -> None:
    shape = report_as_json(sample_report())
    assert list(shape)[:5] == TOP
    assert list(shape["claims"][0])[:5] == ["id", "file", "line", "title", "assertions"]
    assert list(shape["claims"][0]["assertions"][0])[:11] == [*ASSERTION, "findings"]
    assert all(list(citation)[:18] == CITATION for citation in all_of("citations"))
    assert all(list(finding)[:10] == FINDING for finding in all_of("findings"))
    assert list(shape["summary"])[:7] == [
        "claims",
        "assertions",
        "citations",
        "articles",
        "status",
        "verdicts",
        "findings",
    ]


def test_text_from_outside_comes_back_to_the_letter() -> None:
    shape = json.loads(render(Format.JSON))
    texts = {one["text"] for claim in shape["claims"] for one in claim["assertions"]}
    assert texts == {one.text for claim in sample_report().claims for one in claim.claim.assertions}


def test_every_quote_stands_in_the_title_or_the_abstract() -> None:
    for claim in sample_report().claims:
        for source in (source for audited in claim.assertions for source in audited.sources):
            quote = citation_as_json(source)["quote"]
            if quote is not None and source.reading is not None:
                article = source.reading.article
                assert any(quote in text for text in (article.title or "", *(part.text for part in article.abstract)))


def test_every_word_of_the_contract_that_the_report_holds_is_spelled_as_there() -> None:
    citations = all_of("citations")
    assert {citation["status"] for citation in citations} == {status.value for status in Status}
    assert {citation["verdict"] for citation in citations} == {*(verdict.value for verdict in Verdict), None}
    assert {citation["provenance"] for citation in citations} == {*(origin.value for origin in Provenance), None}
    verdicts = {one["verdict"] for claim in report_as_json(sample_report())["claims"] for one in claim["assertions"]}
    assert verdicts == {verdict.value for verdict in AssertionVerdict}


def test_what_has_no_record_is_null_and_says_why() -> None:
    (gone,) = [citation for citation in all_of("citations") if citation["status"] == "not-found"]
    assert gone["pmid"] == "90000011"
    assert gone["study_type"] is gone["verdict"] is gone["provenance"] is None
    assert "check the number" in gone["reason"]


def test_animals_are_not_people() -> None:
    rats, *_ = [citation for citation in all_of("citations") if citation["study_type"] == "animal"]
    assert (rats["sample_size"], rats["animals"]) == (None, 24)


def test_findings_of_a_claim_stand_in_its_first_assertion_or_in_the_claim_where_it_has_none() -> None:
    claims = {claim["id"]: claim for claim in report_as_json(sample_report())["claims"]}
    first, second = claims["mood"]["assertions"]
    assert [finding["rule"] for finding in first["findings"]] == ["uncited-source", "small-sample", "small-sample"]
    assert [finding["rule"] for finding in second["findings"]] == ["wrong-subgroup", "old-source"]
    assert [finding["rule"] for finding in claims["empty"]["findings"]] == ["no-statement"]
    assert "findings" not in claims["mood"]


def test_the_summary_counts_what_nobody_waived() -> None:
    summary = report_as_json(sample_report())["summary"]
    assert summary["findings"] == {"error": 2, "warning": 2, "note": 4 - 1}
    assert summary["waived"] == 1
    assert summary["articles"] == 9
    assert sum(summary["status"].values()) == summary["citations"] == 20


def test_a_stream_without_these_characters_gets_them_escaped() -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    write(sample_report(), out, WriteOptions())
    out.seek(0)
    assert json.load(out) == report_as_json(sample_report())


@pytest.mark.parametrize("form", [Format.JSON, Format.LINES, Format.GITHUB, Format.TABLE])
def test_an_empty_report_can_be_written(form: Format) -> None:
    assert isinstance(render(form, empty_report()), str)
