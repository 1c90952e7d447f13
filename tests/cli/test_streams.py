"""What magcite does where a standard stream is closed, full, or cannot print what it holds."""

from __future__ import annotations

import io
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import magcite
from magcite.batch import write_answers
from magcite.cli.runs import write_file

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")


def shell(command: str, stdout: int = subprocess.PIPE, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command line in which `$MC` is magcite."""
    package = str(Path(magcite.__file__).parents[1])
    surroundings = {**os.environ, "PYTHONPATH": package, "MC": f"{sys.executable} -m magcite", **environment}
    return subprocess.run(
        ["sh", "-c", command],
        env=surroundings,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )


def without_reader(command: str) -> subprocess.CompletedProcess[str]:
    """Run a command line whose standard output is a pipe that nobody reads any more."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        return shell(command, stdout=writing)
    finally:
        os.close(writing)


@pytest.mark.parametrize("command", ["audit claims.yaml --offline", "rules", "--version", "grade rows.jsonl"])
def test_a_closed_standard_output_is_told_and_is_no_defect(claims: Path, command: str) -> None:
    (claims.parent / "rows.jsonl").write_text('{"id": 1, "claim": "Magnesium helps."}\n', encoding="utf-8")
    ended = shell(f"$MC {command} >&-")
    assert ended.returncode == 2
    assert "cannot write to standard output" in ended.stderr
    assert "Traceback" not in ended.stderr


@needs_full
@pytest.mark.parametrize("command", ["audit claims.yaml --offline", "--version", "--help", "audit --help"])
def test_a_full_disk_is_told_and_is_no_defect(claims: Path, command: str) -> None:
    ended = shell(f"$MC {command} >/dev/full")
    assert ended.returncode == 2
    assert "No space left" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    "command",
    [
        "--help",
        "audit --help",
        "rules",
        "audit claims.yaml --offline",
        "audit claims.yaml --offline --format json",
        "audit claims.yaml --offline --format csv",
        "review claims.yaml --offline </dev/null",
    ],
)
def test_a_reader_that_went_away_ends_a_command_quietly(claims: Path, command: str) -> None:
    ended = without_reader(f"$MC {command}")
    assert ended.returncode == 0
    assert "Traceback" not in ended.stderr
    assert "error" not in ended.stderr


def test_findings_count_for_check_though_nobody_reads_them(claims: Path) -> None:
    assert without_reader("$MC check claims.yaml --offline --fail-on note").returncode == 1


def test_a_report_into_a_file_needs_no_standard_output(claims: Path) -> None:
    assert shell("$MC report claims.yaml --offline -o out.json >&-").returncode == 0
    assert json.loads((claims.parent / "out.json").read_text(encoding="utf-8"))["claims"]


@pytest.mark.parametrize("sink", ["&-", pytest.param("/dev/full", marks=needs_full)])
def test_without_standard_error_results_and_exit_code_stay(claims: Path, sink: str) -> None:
    ended = shell(f"$MC audit claims.yaml --format json 2>{sink}")
    assert ended.returncode == 3
    assert json.loads(ended.stdout)["claims"]


def test_a_closed_standard_input_is_an_empty_claims_file() -> None:
    ended = shell("$MC audit - --offline <&-")
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr


def test_an_output_that_cannot_print_quotes_gets_plain_ones(claims: Path) -> None:
    for command in ("rules", "rule small-sample", "audit claims.yaml --offline"):
        assert shell(f"$MC {command}", PYTHONIOENCODING="ascii").returncode == 0


def test_json_lines_are_escaped_where_the_output_cannot_print_them() -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    write_answers([{"id": "µ"}], out)
    out.flush()
    assert json.loads(out.buffer.getvalue()) == {"id": "µ"}


def test_an_output_that_is_no_plain_file_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_file(pipe, lambda out: out.write("whole"))
    assert os.read(reader, 100) == b"whole"
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_the_target_of_a_link_is_replaced_and_the_link_stays(tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    write_file(link, lambda out: out.write("new"))
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["link.txt", "target.txt"]


def test_standard_output_named_as_a_file_gets_the_report(claims: Path) -> None:
    ended = shell("$MC report claims.yaml --offline --format json -o /dev/stdout | cat")
    assert json.loads(ended.stdout)["claims"]


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal there")
def test_a_run_that_fetches_nothing_draws_nothing_on_a_terminal(claims: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "magcite", "check", str(claims), "--offline", "--no-color"]
    surroundings = {**os.environ, "PYTHONPATH": str(Path(magcite.__file__).parents[1]), "TERM": "xterm"}
    with subprocess.Popen(command, env=surroundings, stdout=subprocess.DEVNULL, stderr=theirs) as process:
        process.wait(timeout=60)
    os.close(theirs)
    assert b"\x1b" not in os.read(ours, 10_000)
    os.close(ours)


@pytest.mark.parametrize(
    ("output", "told"), [("articles", "it is a folder"), ("nowhere/out.json", "no folder nowhere")]
)
@pytest.mark.parametrize("command", ["report claims.yaml --offline", "grade rows.jsonl", "accuracy rows.jsonl"])
def test_where_nothing_can_be_written_nothing_is_begun(claims: Path, command: str, output: str, told: str) -> None:
    """The rows are not there either, but the name of the result is looked at first."""
    ended = shell(f"$MC {command} -o {output}")
    assert ended.returncode == 2
    assert f"cannot write {output}: " in ended.stderr
    assert told in ended.stderr
