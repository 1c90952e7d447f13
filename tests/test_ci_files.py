"""What runs in other people's CI: the steps of the GitHub Action, the pre-commit hooks, the examples of docs/ci.md."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from magcite.cli.main import main

ROOT = Path(__file__).parents[1]
ACTION = ROOT / "action.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
GUIDE = ROOT / "docs" / "ci.md"
CLAIMS = """\
claims:
  - id: bones
    claim: Magnesium cures osteoporosis.
"""
# NOTE: from https://pre-commit.com/#new-hooks
HOOK_KEYS = {
    "id", "name", "entry", "language", "files", "exclude", "types", "types_or", "exclude_types", "always_run",
    "fail_fast", "verbose", "pass_filenames", "require_serial", "description", "language_version",
    "minimum_pre_commit_version", "args", "stages", "additional_dependencies", "alias", "log_file",
}  # fmt: skip


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def steps() -> list[dict[str, Any]]:
    return [step for step in read(ACTION)["runs"]["steps"] if "run" in step]


@dataclass(frozen=True)
class Job:
    """A folder with claims in it, and stand-ins for the programs of a runner."""

    folder: Path
    environment: dict[str, str]

    def run(self, step: dict[str, Any], **inputs: str) -> subprocess.CompletedProcess[str]:
        """Run one step as GitHub does: its expressions filled in, and bash told to stop at the first failure."""
        given = {name: one.get("default", "") for name, one in read(ACTION)["inputs"].items()}
        given |= {name.replace("_", "-"): value for name, value in inputs.items()}
        own = {name: fill(value, given) for name, value in step.get("env", {}).items()}
        script = self.folder / "step.sh"
        script.write_text(step["run"])
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
        return subprocess.run(
            command, cwd=self.folder, env=self.environment | own, capture_output=True, text=True, check=False
        )


def fill(text: str, inputs: dict[str, str]) -> str:
    return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: inputs[found[1]], text)


@pytest.fixture
def job(tmp_path: Path) -> Job:
    programs = tmp_path / "programs"
    programs.mkdir()
    for name, script in (
        ("magcite", f'#!/bin/sh\nexec "{sys.executable}" -m magcite "$@"\n'),
        ("python", '#!/bin/sh\nprintf "%s\\n" "$@"\n'),
    ):
        (programs / name).write_text(script)
        (programs / name).chmod(0o755)
    folder = tmp_path / "job"
    folder.mkdir()
    (folder / "claims.yaml").write_text(CLAIMS)
    environment = {
        "PATH": f"{programs}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "MAGCITE_CACHE_DIR": str(tmp_path / "cache"),
        "MAGCITE_EUTILS_URL": "http://127.0.0.1:9/entrez/eutils",
        "GITHUB_ACTION_PATH": "/where the action is",
    }
    return Job(folder=folder, environment=environment)


def test_the_action_installs_its_own_checkout(job: Job) -> None:
    ran = job.run(steps()[0])
    assert (ran.returncode, ran.stdout.splitlines()[-1]) == (0, "/where the action is")


def test_the_action_fails_on_errors_and_says_where(job: Job) -> None:
    ran = job.run(steps()[1])
    assert ran.returncode == 1
    assert "::error file=claims.yaml,line=3" in ran.stdout


def test_the_action_takes_its_inputs(job: Job) -> None:
    (job.folder / "my claims.yaml").write_text(CLAIMS)
    assert job.run(steps()[1], fail_on="never").returncode == 0
    assert job.run(steps()[1], files="claims.yaml none.yaml").returncode == 2
    assert job.run(steps()[1], files="c*.yaml").returncode == 1
    assert job.run(steps()[1], baseline="none.json").returncode == 2
    wrong = job.run(steps()[1], offline="yes")
    assert (wrong.returncode, "true or false" in wrong.stdout) == (2, True)


def test_the_action_writes_sarif_and_still_fails(job: Job) -> None:
    ran = job.run(steps()[1], sarif="magcite.sarif")
    assert ran.returncode == 1
    found = json.loads((job.folder / "magcite.sarif").read_text())
    assert found["version"] == "2.1.0"
    assert found["runs"][0]["results"]


def test_no_input_is_ever_run_as_a_command(job: Job) -> None:
    job.run(steps()[1], files="$(touch ran) `touch ran`;touch ran", baseline="$(touch ran)", sarif="$(touch ran)/x")
    assert not (job.folder / "ran").exists()
    assert not any("${{" in step["run"] for step in steps())


def test_every_input_is_described_and_used(job: Job) -> None:
    action = read(ACTION)
    text = ACTION.read_text()
    for name, one in action["inputs"].items():
        assert one["description"]
        assert f"inputs.{name} }}}}" in text
    assert action["inputs"]["offline"]["default"] == "true"
    assert action["runs"]["using"] == "composite"


def test_the_hooks_have_keys_that_pre_commit_knows_and_commands_that_exist() -> None:
    hooks = read(HOOKS)
    for hook in hooks:
        assert {"id", "name", "entry", "language", "files"} <= set(hook) <= HOOK_KEYS
        program, command, *options = hook["entry"].split()
        assert (program, hook["language"]) == ("magcite", "python")
        assert main([command, "--help"]) == 0
        assert all(option.startswith("--") for option in options)
    assert [hook["id"] for hook in hooks if "--offline" in hook["entry"]] == ["magcite"]


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("claims.yaml", True),
        ("data/claims.yml", True),
        ("a/magnesium-claims.yaml", True),
        ("a/magnesium.claims.yaml", True),
        ("disclaims.yaml", False),
        ("claims.yaml.bak", False),
        ("claims/other.yaml", False),
    ],
)
def test_the_hooks_take_claims_files_and_no_others(path: str, taken: bool) -> None:
    assert all(bool(re.search(hook["files"], path)) is taken for hook in read(HOOKS))


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def test_the_examples_in_yaml_can_be_read_and_name_inputs_and_hooks_that_exist() -> None:
    inputs, hooks = set(read(ACTION)["inputs"]), {hook["id"] for hook in read(HOOKS)}
    text = GUIDE.read_text(encoding="utf-8")
    examples = [yaml.safe_load(block) for block in blocks("yaml")]
    assert examples
    used = [step for one in examples if "jobs" in one for job in one["jobs"].values() for step in job["steps"]]
    for step in used:
        if "magcite" in step.get("uses", ""):
            assert set(step.get("with", {})) <= inputs
    assert set(re.findall(r"- id: (magcite[\w-]*)\b", text, re.MULTILINE)) == hooks


def test_the_commands_of_the_guide_exist_with_their_options(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [line for block in blocks("console") for line in block.splitlines() if line.startswith("$ magcite ")]
    assert lines
    for line in lines:
        words = line.split(" #")[0].split()[2:]
        assert main([words[0], "--help"]) == 0
        helped = capsys.readouterr().out
        for option in (word for word in words[1:] if word.startswith("--")):
            assert option in helped, line
