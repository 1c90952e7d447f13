"""--model and --judge from the outside: named in every report, refused in words, absent where nobody asks for them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import magcite
from tests.cli.conftest import Run
from tests.inference import tiny_model
from tests.second_opinion.judge_stand_in import JudgeStandIn

QUOTE = "Sleep quality improved more with magnesium than with placebo (P = 0.01)."
AGAINST = json.dumps({"verdict": "contradicts", "quote": QUOTE})
STRANGE = "We watched 40 quuxes. The blorb improved."
HEAVY = ("magcite.second_opinion", "magcite.inference.cross_encoder", "onnxruntime", "tokenizers", "huggingface_hub")


@pytest.fixture
def model(tmp_path: Path) -> Path:
    tiny_model.need_packages()
    return tiny_model.build(tmp_path / "tiny")


def citations(report: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        f"{assertion['id']} {one['cited_as']}": one
        for claim in report["claims"]
        for assertion in claim["assertions"]
        for one in assertion["citations"]
    }


def audit_as_json(run: Run, claims: Path, capsys: pytest.CaptureFixture[str], *options: object) -> dict[str, Any]:
    assert run("audit", claims, "--offline", "--format", "json", *options) == 0
    report: dict[str, Any] = json.loads(capsys.readouterr().out)
    return report


@pytest.mark.parametrize(
    "arguments",
    [
        ("audit", "claims.yaml", "--offline", "--model", "none"),
        ("show", "11111111", "--offline", "--articles", "articles"),
        ("rules",),
        ("--help",),
    ],
)
def test_where_nobody_asks_for_a_verdict_of_them_nothing_of_them_is_imported(
    claims: Path, arguments: tuple[str, ...]
) -> None:
    code = (
        "import sys; from magcite.cli.main import main; "
        f"main({list(arguments)!r}); "
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    surroundings = {**os.environ, "PYTHONPATH": str(Path(magcite.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=surroundings)
    assert done.stderr.strip().endswith("[]")


def test_a_second_opinion_stands_beside_the_verdict_and_changes_nothing_else(
    run: Run, claims: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = audit_as_json(run, claims, capsys)
    with JudgeStandIn(AGAINST) as server:
        beside = audit_as_json(run, claims, capsys, "--judge", server.url, "--judge-model", "invented")
    remark = beside["remarks"].pop()
    assert f"invented at {server.url}, on this machine" in remark
    opinions = {key: one.pop("second_opinion", None) for key, one in citations(beside).items()}
    assert beside == alone
    assert opinions["sleep.a 11111111"] == {
        "model": "invented",
        "verdict": "contradicts",
        "quote": QUOTE,
        "status": "given",
    }
    assert opinions["sleep.a 22222222"] == {
        "model": "invented",
        "verdict": None,
        "quote": None,
        "status": "refused: the quote is not in the title or abstract",
    }
    assert opinions["sleep.a 3333333"] is None


@pytest.mark.parametrize(
    ("lang", "told"),
    [("en", "second opinion invented: contradicts “Sleep"), ("nl", "tweede mening invented: spreekt tegen “Sleep")],
)
@pytest.mark.parametrize("form", ["table", "markdown", "html"])
def test_reports_for_people_show_it_in_their_language(
    run: Run, claims: Path, form: str, lang: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with JudgeStandIn(AGAINST) as server:
        options = ("--judge", server.url, "--judge-model", "invented", "--lang", lang)
        assert run("report", claims, "--offline", "--format", form, *options) == 0
    assert told in capsys.readouterr().out


def test_an_opinion_on_a_source_that_is_only_counted_is_told_too(
    run: Run, claims: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with JudgeStandIn(json.dumps({"verdict": "supports", "quote": "Infection occurred in 2 %."})) as server:
        assert run("audit", claims, "--offline", "--judge", server.url, "--judge-model", "invented") == 0
    out = capsys.readouterr().out
    assert "22222222, second opinion invented: supports “Infection occurred in 2 %.”" in out
    assert "second opinion invented: refused, the quote is not in the title or abstract" in out


def test_a_dead_endpoint_changes_neither_verdicts_nor_the_exit_code(
    run: Run, claims: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with JudgeStandIn((404, b"")) as server:
        report = audit_as_json(run, claims, capsys, "--judge", server.url, "--judge-model", "gone")
    statuses = [one["second_opinion"]["status"] for one in citations(report).values() if "second_opinion" in one]
    assert statuses[0].startswith("unavailable: HTTP 404")


def test_show_gives_a_second_opinion_on_a_claim(run: Run, claims: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with JudgeStandIn(AGAINST) as server:
        asked = ("--articles", claims.parent / "articles", "--judge", server.url, "--judge-model", "invented")
        sleep = ("show", "11111111", "--offline", "--claim", "Magnesium improves sleep.")
        assert run(*sleep, *asked) == 0
        assert "second opinion invented: contradicts" in capsys.readouterr().out
        assert run(*sleep, *asked, "--format", "json") == 0
        assert json.loads(capsys.readouterr().out)["second_opinion"]["verdict"] == "contradicts"
        assert run("show", "11111111", "--offline", *asked) == 0
        assert "second opinion" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (("--judge", "https://models.example.org/v1", "--judge-model", "m", "--offline"), "--offline"),
        (("--judge", "http://127.0.0.1:9/v1"), "--judge-model"),
        (("--judge-model", "m"), "give both"),
        (("--judge", "not an address", "--judge-model", "m"), "OpenAI-compatible"),
        (("--model", "nowhere"), "no such folder"),
        (("--model", "someone/model", "--offline"), "--offline"),
    ],
)
def test_what_makes_no_sense_is_refused_before_anything_is_asked(
    run: Run, claims: Path, options: tuple[str, ...], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("huggingface_hub", reason="huggingface_hub is not installed: pip install huggingface-hub")
    assert run("check", claims, *options) == 2
    assert complaint in capsys.readouterr().err


def test_the_key_is_sent_to_the_endpoint_and_printed_nowhere(
    run: Run, claims: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MAGCITE_JUDGE_KEY", "s3cret")
    with JudgeStandIn((401, b"no: s3cret")) as server:
        assert run("audit", claims, "--offline", "--judge", server.url, "--judge-model", "m", "--verbose") == 0
    captured = capsys.readouterr()
    assert server.headers[0]["Authorization"] == "Bearer s3cret"
    assert "s3cret" not in captured.out + captured.err


def test_a_model_is_named_in_every_report(
    run: Run, claims: Path, model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = audit_as_json(run, claims, capsys, "--model", model)
    assert report["model"].startswith("tiny (sha256 ")
    assert report["model"] in report["remarks"][-1]
    assert run("check", claims, "--offline", "--fail-on", "never", "--model", model) == 0
    assert report["model"] in capsys.readouterr().err


def test_show_names_the_model_too(run: Run, claims: Path, model: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = claims.parent / "articles"
    asked = ("show", "11111111", "--offline", "--articles", articles, "--claim", "Magnesium helps sleep.")
    assert run(*asked, "--model", model, "--format", "json") == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out)["model"].startswith("tiny (sha256 ")
    assert "The model tiny (sha256 " in captured.err
    assert run(*asked, "--model", model) == 0
    assert "judged by       rules together with the learned model tiny" in capsys.readouterr().out


def test_what_was_read_with_a_model_is_not_taken_for_what_was_read_without(
    run: Run, claims: Path, model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (claims.parent / "articles" / "22222222.yaml").write_text(
        f'pmid: "22222222"\ntitle: Zzyzx\ndigest: [{{label: null, text: "{STRANGE}"}}]',
        encoding="utf-8",
    )
    claims.write_text(
        "articles: articles\nclaims: [{id: q, claim: The quux frob gets better with plugh., pmids: [22222222]}]",
        encoding="utf-8",
    )
    read = [
        citations(audit_as_json(run, claims, capsys, *options))["q 22222222"]
        for options in (("--model", "none"), ("--model", model)) * 2
    ]
    said = [(one["verdict"], one["confidence"]) for one in read]
    assert said[0] != said[1]
    assert said[2:] == said[:2]


def test_grade_takes_a_model_into_all_its_processes(
    run: Run, model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = tmp_path / "pairs.jsonl"
    pair = {"claim": "The quux frob gets better with plugh.", "abstract": STRANGE}
    rows.write_text("\n".join(json.dumps({"id": number} | pair) for number in range(3)))
    outputs = []
    for jobs in (1, 2):
        assert run("grade", rows, "--model", model, "--jobs", jobs) == 0
        captured = capsys.readouterr()
        outputs.append(captured.out)
        assert "tiny (sha256 " in captured.err
    assert outputs[0] == outputs[1]
    assert run("grade", rows, "--model", "none") == 0
    assert capsys.readouterr().out != outputs[0]
