"""The model that ships with magcite, from the outside: it has a say unless told not to, and is missed aloud."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import magcite
from magcite.cli.aids import AidsWanted
from magcite.cli.regrading import Regrader
from magcite.cli.runs import Outcome, Request, run_audit
from magcite.formats import Format, WriteOptions
from magcite.model import Language, Report
from tests.formats.rendering import render
from tests.inference import tiny_model

PACKAGE = Path(magcite.__file__).parent
UNUSABLE = "is not the file that was shipped"
SHOWN = ("44444444", "--offline", "--articles", "articles")


CLAIM = "Velorazin is superior to Placebo in terms of Cough Frequency"
"""A statement that the rules have no row for, so that the model is asked about it."""
ASKED = f"""\
articles: articles
claims:
  - {{id: cough, claim: {CLAIM}, pmids: [44444444]}}
"""
TRIAL = """\
pmid: "44444444"
title: "Velorazin versus placebo for chronic cough: a randomised trial"
digest:
  - {label: METHODS, text: We randomised 310 patients with chronic cough to velorazin or placebo.}
  - {label: RESULTS, text: Cough frequency improved more with velorazin than with placebo (P < 0.001).}
"""


@pytest.fixture
def claims(claims: Path) -> Path:
    (claims.parent / "articles" / "44444444.yaml").write_text(TRIAL, encoding="utf-8")
    claims.write_text(ASKED, encoding="utf-8")
    return claims


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    tiny_model.need_packages()
    return tiny_model.ship(tmp_path / "shipped")


def request(claims: Path, shipped: Path, model: str | None = None) -> Request:
    return Request(files=(str(claims),), offline=True, aids=AidsWanted(model=model, shipped=shipped))


def audited(claims: Path, shipped: Path, model: str | None = None) -> Report:
    return run_audit(request(claims, shipped, model)).report


def spoil(shipped: Path) -> None:
    (shipped / "model.onnx").write_bytes(b"not what was shipped")


def test_it_has_a_say_where_nothing_is_asked_for_and_is_named(claims: Path, shipped: Path) -> None:
    report = audited(claims, shipped)
    assert report.model is not None
    assert report.model.startswith("magcite-pair (sha256 ")
    assert report.remarks == audited(claims, shipped, "none").remarks


def test_none_leaves_it_out(claims: Path, shipped: Path) -> None:
    assert audited(claims, shipped, "none").model is None


def test_another_one_takes_its_place_and_a_remark_says_so(claims: Path, shipped: Path, tmp_path: Path) -> None:
    report = audited(claims, shipped, str(tiny_model.build(tmp_path / "tiny", inputs=3)))
    assert report.model is not None
    assert report.model.startswith("tiny (sha256 ")
    assert report.remarks[-1] == f"The model {report.model} had a say, in the place of magcite's own."


def test_a_build_without_one_says_nothing_of_it(claims: Path, tmp_path: Path) -> None:
    report = audited(claims, tmp_path / "nowhere")
    assert (report.model, report.remarks) == (None, audited(claims, tmp_path / "nowhere", "none").remarks)


def test_where_it_cannot_be_used_the_whole_report_is_that_of_the_rules_and_says_so(claims: Path, shipped: Path) -> None:
    alone = audited(claims, shipped, "none")
    spoil(shipped)
    report = audited(claims, shipped)
    assert report.model is None
    assert report.claims == alone.claims
    *others, lost = report.remarks
    assert tuple(others) == alone.remarks
    assert lost.startswith("The learned model that ships with magcite had no say (")
    assert f"model.onnx {UNUSABLE}" in lost


def test_who_had_a_say_and_who_is_missed_is_told_in_dutch_too(claims: Path, shipped: Path, tmp_path: Path) -> None:
    spoil(shipped)
    other = str(tiny_model.build(tmp_path / "tiny", inputs=3))
    for model, told in ((other, "Het model tiny (sha256 "), (None, "Het geleerde model dat bij magcite hoort, deed ")):
        aids = AidsWanted(model=model, shipped=shipped, language=Language.DUTCH)
        assert run_audit(replace(request(claims, shipped), aids=aids)).report.remarks[-1].startswith(told)


def test_a_package_that_is_missing_loses_it_too(claims: Path, shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tokenizers", None)
    report = audited(claims, shipped)
    assert report.model is None
    assert "pip install tokenizers" in report.remarks[-1]


def test_what_was_read_once_needs_no_model_the_second_time(claims: Path, shipped: Path) -> None:
    before = audited(claims, shipped)
    spoil(shipped)
    assert audited(claims, shipped) == before


def test_a_watch_goes_on_without_it(claims: Path, shipped: Path) -> None:
    spoil(shipped)
    regrader = Regrader(request(claims, shipped))
    outcomes: list[Outcome] = [regrader.regrade(), regrader.regrade()]
    assert all(outcome.report.model is None for outcome in outcomes)
    assert all(UNUSABLE in outcome.report.remarks[-1] for outcome in outcomes)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (Language.ENGLISH, "Judged by rules together with the learned model magcite-pair"),
        (Language.DUTCH, "Beoordeeld met regels en met het geleerde model magcite-pair"),
    ],
)
@pytest.mark.parametrize("form", [Format.TABLE, Format.MARKDOWN, Format.HTML])
def test_reports_for_people_name_it_at_the_end(
    claims: Path, shipped: Path, form: Format, language: Language, told: str
) -> None:
    text = render(form, audited(claims, shipped), WriteOptions(width=300, language=language))
    assert told in " ".join(text.split())


@pytest.mark.parametrize("form", [Format.JSON, Format.SARIF])
def test_reports_for_programs_name_it_in_a_field(claims: Path, shipped: Path, form: Format) -> None:
    report = audited(claims, shipped)
    shape = json.loads(render(form, report, WriteOptions()))
    found = shape["model"] if form is Format.JSON else shape["runs"][0]["properties"]["model"]
    assert found == report.model


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Put magcite elsewhere, with a tiny model as its own, and give the folder to import it from."""
    tiny_model.need_packages()
    root = tmp_path / "installed"
    shutil.copytree(PACKAGE, root / "magcite", ignore=shutil.ignore_patterns("shipped"))
    tiny_model.ship(root / "magcite" / "inference" / "shipped")
    return root


def start(installed: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "magcite", *map(str, arguments)]
    surroundings = {**os.environ, "PYTHONPATH": str(installed)}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=surroundings)


def test_an_installed_magcite_finds_its_own_model(installed: Path, claims: Path) -> None:
    done = start(installed, "audit", claims, "--offline", "--format", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["model"].startswith("magcite-pair (sha256 ")
    assert "magcite-pair" in start(installed, "show", *SHOWN, "--claim", CLAIM).stdout


def test_commands_that_judge_say_what_they_miss(installed: Path, claims: Path, tmp_path: Path) -> None:
    rows = tmp_path / "pairs.jsonl"
    pair = {"claim": CLAIM, "abstract": "Cough improved.", "gold": {"verdict": "supports"}}
    rows.write_text("\n".join(json.dumps({"id": number} | pair) for number in range(3)))
    whole = [start(installed, "grade", rows, "--jobs", jobs) for jobs in (1, 2)]
    assert whole[0].stdout == whole[1].stdout
    assert whole[0].stderr == ""
    assert "and the model magcite-pair (sha256 " in start(installed, "accuracy", rows).stdout
    spoil(installed / "magcite" / "inference" / "shipped")
    judged = ("show", *SHOWN, "--claim", CLAIM)
    for command in (("grade", rows), ("accuracy", rows), judged, ("lock", claims, "--offline")):
        done = start(installed, *command)
        assert done.returncode == 0
        assert done.stderr.count(UNUSABLE) == 1
        assert "Traceback" not in done.stderr
    assert UNUSABLE not in start(installed, "show", *SHOWN).stderr
