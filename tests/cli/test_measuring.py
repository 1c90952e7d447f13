"""`accuracy` from the outside: a labelled set in, measures out, with the set and the reader named."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.inference import tiny_model

TRIAL = "We randomly assigned 84 adults with poor sleep to magnesium or placebo. Sleep improved more with magnesium."
ROWS = (
    {
        "id": 1,
        "claim": "Magnesium improves sleep.",
        "abstract": TRIAL,
        "gold": {"verdict": "supports", "also": ["partial"], "study_type": "randomized-trial", "sample_size": 84},
    },
    {
        "id": 2,
        "claim": "Zinc shortens colds.\u2028",
        "abstract": "We followed 900 patients after knee surgery.",
        "gold": {"verdict": "unrelated"},
    },
)


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    file = tmp_path / "mine.jsonl"
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS) + "\n\n", encoding="utf-8")
    return file


def test_the_set_and_the_reader_are_named(run: Run, labelled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("accuracy", labelled) == 0
    out = capsys.readouterr().out
    assert "mine.jsonl, 2 rows" in out
    assert hashlib.sha256(labelled.read_bytes()).hexdigest() in out
    assert "rules and fitted weights" in out
    for told in ("accuracy", "macro-F1", "more confident half", "confidence", "STUDY TYPE", "SAMPLE SIZE"):
        assert told in out


def test_the_same_as_json_and_twice_the_same_bytes(
    run: Run, labelled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("accuracy", labelled, "--format", "json") == 0
    first = capsys.readouterr().out
    assert run("accuracy", labelled, "--format", "json") == 0
    assert capsys.readouterr().out == first
    found = json.loads(first)
    assert found["set"]["rows"] == 2
    assert found["study_type"]["accuracy"]["value"] == 1.0
    assert found["sample_size"]["exact"] == {"value": 1.0, "interval": [1.0, 1.0], "rows": 1}
    assert found["verdict"]["scale"] == "five"


def test_a_compressed_set_and_an_output_file(run: Run, labelled: Path, tmp_path: Path) -> None:
    packed = tmp_path / "mine.jsonl.gz"
    packed.write_bytes(gzip.compress(labelled.read_bytes()))
    assert run("accuracy", packed, "--format", "json", "-o", tmp_path / "out.json") == 0
    assert json.loads((tmp_path / "out.json").read_text())["set"]["name"] == "mine.jsonl.gz"


def test_a_set_of_designs_only_has_no_verdicts(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "designs.jsonl"
    file.write_text(json.dumps({"id": 1, "abstract": TRIAL, "gold": {"study_type": "randomized-trial"}}))
    assert run("accuracy", file, "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["verdict"], found["sample_size"]) == (None, None)
    assert run("accuracy", file) == 0
    assert "VERDICT" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('{"id": 1, "claim": "x"}', "row 2: `gold` is missing"),
        ("[1]", "row 2: `gold` is missing"),
        ("{", "row 2: not JSON"),
        ('{"id": 1, "gold": {"verdict": "true"}}', "row 2: `gold.verdict` 'true'"),
        ('{"claim": "x", "gold": {"verdict": "NEI"}}', "row 2 (None): `id` is missing"),
    ],
)
def test_a_row_that_cannot_be_used_stops_the_measuring(
    run: Run, labelled: Path, line: str, complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    labelled.write_text(json.dumps(ROWS[0]) + "\n" + line)
    assert run("accuracy", labelled) == 2
    captured = capsys.readouterr()
    assert complaint in captured.err
    assert captured.out == ""


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xff\xfe{}"])
def test_a_file_without_rows_or_of_another_encoding_is_wrong_usage(run: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "odd.jsonl").write_bytes(content)
    assert run("accuracy", tmp_path / "odd.jsonl") == 2


def test_a_file_that_is_not_there_or_cut_off_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    assert run("accuracy", tmp_path / "missing.jsonl") == 2
    (tmp_path / "cut.jsonl.gz").write_bytes(gzip.compress(b"{}" * 1000)[:20])
    assert run("accuracy", tmp_path / "cut.jsonl.gz") == 2


def test_a_model_is_measured_under_its_own_name(
    run: Run, labelled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny_model.need_packages()
    folder = tiny_model.build(tmp_path / "tiny")
    assert run("accuracy", labelled, "--model", folder) == 0
    assert "and the model tiny (sha256 " in capsys.readouterr().out
