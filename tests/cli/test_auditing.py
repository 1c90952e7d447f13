"""`audit`, `check` and `report` from the outside: what they print, where, and with which exit code."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_audit_prints_a_table_and_exits_0_whatever_it_finds(
    run: Run, claims: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("audit", claims, "--offline") == 0
    out = capsys.readouterr().out
    assert "sleep.a" in out
    assert "Magnesium cures osteoporosis." in out
    assert "\x1b[" not in out


def test_the_default_file_is_claims_yaml_of_this_folder(run: Run, claims: Path) -> None:
    assert run("audit", "--offline") == 0


def test_without_any_file_the_message_says_what_to_do(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("audit", "--offline") == 2
    assert "magcite init" in capsys.readouterr().err


def test_json_is_the_same_bytes_twice_and_has_the_contracts_keys(
    run: Run, claims: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("audit", claims, "--offline", "--format", "json") == 0
    first = capsys.readouterr().out
    assert run("audit", claims, "--offline", "--format", "json") == 0
    assert capsys.readouterr().out == first
    report = json.loads(first)
    assert {"schema_version", "magcite_version", "files", "claims", "summary"} <= set(report)
    citation = report["claims"][0]["assertions"][0]["citations"][0]
    assert (citation["pmid"], citation["status"], citation["provenance"]) == ("11111111", "graded", "digest")
    assert (citation["study_type"], citation["sample_size"], citation["evidence_level"]) == ("randomized-trial", 84, 2)
    assert report["summary"]["claims"] == 2


def test_check_fails_on_errors_and_prints_one_line_per_finding(
    run: Run, claims: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", claims, "--offline") == 1
    printed = capsys.readouterr()
    lines = printed.out.splitlines()
    assert all(line.startswith(f"{claims}:") for line in lines)
    assert any("[no-source]" in line for line in lines)
    assert "error" in printed.err


@pytest.mark.parametrize(("fail_on", "code"), [("never", 0), ("note", 1), ("warning", 1), ("error", 1)])
def test_fail_on_chooses_what_fails(run: Run, claims: Path, fail_on: str, code: int) -> None:
    assert run("check", claims, "--offline", "--fail-on", fail_on) == code


def test_select_and_ignore_choose_rules_and_an_unknown_one_is_named_with_the_nearest(
    run: Run, claims: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", claims, "--offline", "--select", "no-source") == 1
    assert all("[no-source]" in line for line in capsys.readouterr().out.splitlines())
    assert run("check", claims, "--offline", "--select", "no-source", "--ignore", "no-source") == 0
    assert run("check", claims, "--offline", "--select", "no-sources") == 2
    assert "did you mean no-source?" in capsys.readouterr().err


def test_a_claims_file_with_faults_gives_them_all_and_exit_code_2(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("claims:\n  - id: a\n    claim: x\n    pmids: [0123456, 12_345]\n", encoding="utf-8")
    assert run("audit", bad, "--offline") == 2
    told = capsys.readouterr().err
    assert f"{bad}:4:13" in told
    assert f"{bad}:4:22" in told


def test_pubmed_out_of_reach_is_exit_code_3_where_nothing_worse_was_found(
    run: Run, claims: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("audit", claims) == 3
    assert "PubMed could not be reached" in capsys.readouterr().out
    assert run("check", claims) == 1


def test_a_baseline_lets_only_new_findings_count(run: Run, claims: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", claims, "--offline", "--write-baseline") == 0
    assert run("check", claims, "--offline", "--baseline", ".magcite-baseline.json") == 0
    more = claims.read_text(encoding="utf-8") + "  - {id: teeth, claim: Magnesium whitens teeth.}\n"
    claims.write_text(more, encoding="utf-8")
    capsys.readouterr()
    assert run("check", claims, "--offline", "--baseline", ".magcite-baseline.json") == 1
    assert any("claims.yaml:13:" in line for line in capsys.readouterr().out.splitlines())
    claims.write_text(more.replace("Magnesium cures osteoporosis.", "Magnesium is a mineral."), encoding="utf-8")
    run("check", claims, "--offline", "--baseline", ".magcite-baseline.json")
    assert "found no more" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["r.html", "r.md", "r.csv", "r.json", "r.sarif"])
def test_report_takes_its_format_from_the_ending(run: Run, claims: Path, tmp_path: Path, name: str) -> None:
    assert run("report", claims, "--offline", "-o", tmp_path / name) == 0
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert "osteoporosis" in text
    assert not list(tmp_path.glob(".r.*"))


def test_a_file_that_cannot_be_written_is_told(run: Run, claims: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("report", claims, "--offline", "-o", "no/such/folder/r.md") == 2
    assert "cannot write" in capsys.readouterr().err


def test_offline_and_refresh_contradict_each_other(run: Run, claims: Path) -> None:
    assert run("audit", claims, "--offline", "--refresh") == 2


def test_claims_can_come_on_standard_input(
    run: Run, claims: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = claims.read_bytes().replace(b"articles: articles\n", b"")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    assert run("audit", "-", "--offline", "--articles", claims.parent / "articles", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["summary"]["status"]["graded"] > 0


def test_messages_come_in_dutch_when_asked_for(run: Run, claims: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("audit", claims, "--offline", "--lang", "nl") == 0
    assert "bron" in capsys.readouterr().out


def test_wrong_options_are_exit_code_2(run: Run, claims: Path) -> None:
    assert run("audit", claims, "--format", "papyrus") == 2
    assert run("no-such-command") == 2


def test_what_is_said_beside_a_dutch_report_is_dutch(
    run: Run, claims: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", claims, "--offline", "--lang", "nl", "--write-baseline") == 0
    assert capsys.readouterr().err == (
        "magcite: .magcite-baseline.json geschreven; geef voortaan --baseline .magcite-baseline.json mee\n"
    )
    claims.write_text(claims.read_text().replace("cures osteoporosis", "is a mineral"), encoding="utf-8")
    with_baseline = ("--baseline", ".magcite-baseline.json", "--lang", "nl")
    run("check", claims, "--offline", *with_baseline)
    said = capsys.readouterr().err
    assert "magcite: wel in de baseline, maar niet meer gevonden: bones " in said
    assert re.search(r"\d+ fout(?:en)?, \d+ waarschuwing(?:en)?, \d+ opmerking(?:en)?; \d+ vrijgesteld\n$", said)
    run("report", claims, "--offline", "--lang", "nl", "-o", "out.md")
    assert capsys.readouterr().err == "magcite: out.md geschreven\n"


def test_every_complaint_about_a_claims_file_is_a_line_that_begins_alike(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.yaml").write_text("claims:\n  - {id: a, claim: x, pmids: 12}\n  - {id: b, clam: y}\n")
    assert run("check", "bad.yaml") == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) > 1
    assert all(line.startswith("magcite: error: bad.yaml:") for line in lines)


@pytest.mark.parametrize("command", ["audit", "check", "report"])
def test_a_report_never_replaces_the_claims_file(
    run: Run, claims: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    before = claims.read_bytes()
    assert run(command, claims, "--offline", "--format", "json", "-o", claims.name) == 2
    assert "is the claims file itself" in capsys.readouterr().err
    assert claims.read_bytes() == before


@pytest.mark.parametrize("name", ["report.pdf", "report.DOCX", "other.yaml"])
def test_a_name_that_promises_another_kind_of_file_is_refused_unless_a_format_is_asked_for(
    run: Run, claims: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert run("report", claims, "--offline", "-o", name) == 2
    assert "magcite writes no" in capsys.readouterr().err
    assert not Path(name).exists()
    assert run("report", claims, "--offline", "-o", name, "--format", "csv") == 0


def test_a_rule_is_found_by_a_part_of_its_name(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rule", "small") == 2
    assert "did you mean small-sample?" in capsys.readouterr().err
