"""`show`, `fetch` and `grade` from the outside, the network ones against a server on the loopback address."""

from __future__ import annotations

import gzip
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.entrez_stand_in import InventedRecord, StandIn


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    records = (
        InventedRecord("11111111", pmcid="PMC55", abstract="We randomly assigned 84 adults to magnesium or placebo."),
        InventedRecord("22222222"),
    )
    with StandIn(*records) as stand_in:
        monkeypatch.setenv("MAGCITE_EUTILS_URL", stand_in.eutils_url)
        monkeypatch.setenv("MAGCITE_IDCONV_URL", stand_in.idconv_url)
        yield stand_in


def test_show_gives_each_value_with_the_words_it_was_read_from(
    run: Run, claims: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = run(
        "show", "11111111", "--offline", "--articles", claims.parent / "articles", "--claim", "Magnesium helps sleep."
    )
    out = capsys.readouterr().out
    assert shown == 0
    assert "randomized-trial" in out
    assert "84: “We randomly assigned 84 older adults" in out
    assert "not PubMed's text" in out
    assert "verdict" in out
    assert all(len(line) <= 80 for line in out.splitlines())


def test_show_as_json_carries_quotes(run: Run, claims: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = claims.parent / "articles"
    assert run("show", "11111111", "--offline", "--articles", articles, "--format", "json") == 0
    card = json.loads(capsys.readouterr().out)
    assert (card["sample_size"]["value"], card["study_type"]["value"]) == (84, "randomized-trial")
    assert card["verdict"] is None


def test_show_of_something_that_is_no_identifier_is_wrong_usage(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", "magnesium", "--offline") == 2
    assert "no identifier" in capsys.readouterr().err


def test_show_of_an_article_not_at_hand_says_so(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", "11111111", "--offline") == 3
    assert "offline" in capsys.readouterr().err


def test_show_of_a_pmid_that_pubmed_does_not_know(run: Run, server: StandIn) -> None:
    assert run("show", "33333333") == 2


def test_why_there_is_no_article_names_its_id_once(
    run: Run, server: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    run("show", "PMC99999999")
    assert capsys.readouterr().err.count("PMC99999999") == 1


def test_fetch_fills_the_cache_so_that_the_next_run_asks_nobody(
    run: Run, server: StandIn, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "c.yaml"
    file.write_text("claims: [{id: a, claim: Magnesium helps., pmids: [11111111], sources: [PMC55]}]", encoding="utf-8")
    assert run("fetch", file, "--save", tmp_path / "saved") == 0
    assert "1 article at hand, 1 recorded" in capsys.readouterr().err
    assert server.paths().count("efetch.fcgi") == 1
    assert (tmp_path / "saved" / "11111111.xml").is_file()
    asked = len(server.asked)
    assert run("audit", file, "--format", "json") == 0
    assert len(server.asked) == asked
    citations = json.loads(capsys.readouterr().out)["claims"][0]["assertions"][0]["citations"]
    assert [(one["pmid"], one["provenance"]) for one in citations] == [("11111111", "cache")]


def test_the_recorded_articles_serve_where_the_cache_is_empty(
    run: Run, server: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "c.yaml"
    file.write_text("claims: [{id: a, claim: Magnesium helps., pmids: [11111111]}]", encoding="utf-8")
    assert run("fetch", file, "--save", tmp_path / "saved") == 0
    monkeypatch.setenv("MAGCITE_CACHE_DIR", str(tmp_path / "other"))
    capsys.readouterr()
    assert run("audit", file, "--offline", "--articles", tmp_path / "saved", "--format", "json") == 0
    (citation,) = json.loads(capsys.readouterr().out)["claims"][0]["assertions"][0]["citations"]
    assert (citation["provenance"], citation["sample_size"]) == ("recorded", 84)
    assert citation["retrieved"]


def test_fetch_exits_3_when_pubmed_cannot_be_reached(run: Run, claims: Path) -> None:
    assert run("fetch", claims) == 3


ROW = {"id": "a", "abstract": "We randomly assigned 84 adults to magnesium or placebo. Sleep improved."}


def test_grade_reads_a_file_and_writes_one_line_per_row(run: Run, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(f"{json.dumps(ROW)}\n\n{json.dumps(ROW | {'id': 'b'})}\n", encoding="utf-8")
    assert run("grade", rows, "-o", tmp_path / "out.jsonl") == 0
    answers = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(answer["id"], answer["sample_size"]) for answer in answers] == [("a", 84), ("b", 84)]


def test_grade_reads_standard_input_and_gzip(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(ROW).encode())))
    assert run("grade") == 0
    packed = tmp_path / "rows.jsonl.gz"
    packed.write_bytes(gzip.compress(json.dumps(ROW).encode()))
    assert run("grade", packed) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first == second


def test_grade_ends_with_2_when_a_row_cannot_be_read(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(f"oops\n{json.dumps(ROW)}\n", encoding="utf-8")
    assert run("grade", rows) == 2
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 2
    assert "1 row could not be read; it has an `error` at its place" in printed.err


def test_grade_reads_pubmeds_own_xml(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    xml = f"<PubmedArticleSet>{InventedRecord('11111111').as_xml()}</PubmedArticleSet>"
    records = tmp_path / "records.xml.gz"
    records.write_bytes(gzip.compress(xml.encode()))
    assert run("grade", records) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["id"], answer["sample_size"]) == ("11111111", 30)


def test_grade_of_a_file_that_is_not_there(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("grade", "no.jsonl") == 2
    assert "no.jsonl" in capsys.readouterr().err


def test_rules_are_listed_and_explained(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules") == 0
    assert "small-sample" in capsys.readouterr().out
    assert run("rule", "small-sample") == 0
    assert "What to do:" in capsys.readouterr().out
    assert run("rule", "small-samples") == 2
    assert "did you mean small-sample?" in capsys.readouterr().err


def test_the_schema_is_json(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("schema") == 0
    assert "$schema" in json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("name", ["rows.jsonl.gz", "records.xml.gz"])
def test_grade_of_a_compressed_file_that_is_cut_off_is_told(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    file = tmp_path / name
    file.write_bytes(gzip.compress(json.dumps(ROW).encode())[:-12])
    assert run("grade", file) == 2
    assert f"cannot read {file}" in capsys.readouterr().err


def test_fetch_tells_a_reason_once_for_all_it_is_true_of(
    run: Run, claims: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("fetch", claims) == 3
    said = capsys.readouterr().err
    assert said.count("PubMed could not be asked") == 1
    assert "no record of 11111111, 22222222" in said
