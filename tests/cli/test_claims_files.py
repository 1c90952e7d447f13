"""`init`, `extract`, `fix`, `lock` and the rules about them, from the outside."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from magcite.claims import load_claims
from magcite.gates.catalogue import GATE_RULES
from magcite.gates.drift import DRIFT_RULES
from magcite.gates.waivers import WAIVER_RULES
from tests.cli.conftest import Run

Capture = pytest.CaptureFixture[str]

TEXT = """\
# Sleep

## 1. Magnesium and sleep

Magnesium improves sleep in older adults. Ask your doctor?

- https://pubmed.ncbi.nlm.nih.gov/11111111/
- https://pubmed.ncbi.nlm.nih.gov/22222222/
"""
UNTIDY = """\
# first
claims:
  - id: a   # here
    claim: It helps.
    pmids: ["PMID: 123", 0456, 123]
""".replace("0456, ", "456, ")


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_init_writes_a_file_that_loads_and_says_what_to_do_next(run: Run, capsys: Capture, lang: str) -> None:
    assert run("init", "new.yaml", "--lang", lang) == 0
    assert load_claims("new.yaml").language.value == lang
    assert "magcite audit new.yaml" in capsys.readouterr().err


def test_init_never_overwrites_without_force(run: Run, capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "claims.yaml").write_text("mine")
    assert run("init") == 2
    assert "--force" in capsys.readouterr().err
    assert (tmp_path / "claims.yaml").read_text() == "mine"
    assert run("init", "--force") == 0
    assert load_claims("claims.yaml").claims


def test_init_to_standard_output_writes_no_file(run: Run, capsys: Capture, tmp_path: Path) -> None:
    assert run("init", "-") == 0
    assert "claims:" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_extract_writes_claims_that_load_and_counts_them(run: Run, capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "text.md").write_text(TEXT)
    assert run("extract", "text.md", "-o", "out.yaml") == 0
    printed = capsys.readouterr()
    assert "1 claim, 2 links" in printed.err
    assert printed.out == ""
    assert [cited.cited_as for cited in load_claims("out.yaml").claims[0].citations] == ["11111111", "22222222"]


def test_extract_lists_what_it_left_out_when_asked(run: Run, capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "text.md").write_text(TEXT)
    assert run("extract", "text.md", "--verbose") == 0
    assert "left out: Ask your doctor?" in capsys.readouterr().err


def test_extract_reads_standard_input(run: Run, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert run("extract", "-", "--quiet") == 0
    printed = capsys.readouterr()
    assert load_claims("x", printed.out.encode()).claims
    assert printed.err == ""


def test_extract_does_not_overwrite_what_somebody_put_right(run: Run, capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "text.md").write_text(TEXT)
    assert run("extract", "text.md", "-o", "out.yaml") == 0
    assert run("extract", "text.md", "-o", "out.yaml") == 0
    (tmp_path / "out.yaml").write_text("mine")
    assert run("extract", "text.md", "-o", "out.yaml") == 2
    assert "--force" in capsys.readouterr().err
    assert run("extract", "text.md", "-o", "out.yaml", "--force") == 0


def test_extract_of_a_file_that_is_not_there_says_so(run: Run, capsys: Capture) -> None:
    assert run("extract", "none.txt") == 2
    assert "cannot read none.txt" in capsys.readouterr().err


def test_fix_shows_a_diff_and_changes_nothing(run: Run, capsys: Capture, tmp_path: Path) -> None:
    file = tmp_path / "claims.yaml"
    file.write_text(UNTIDY)
    assert run("fix", "--diff") == 0
    diff = capsys.readouterr().out
    assert file.read_text() == UNTIDY
    applied = subprocess.run(["git", "apply", "-"], input=diff, text=True, cwd=tmp_path, check=False)
    assert applied.returncode == 0
    patched = file.read_text()
    file.write_text(UNTIDY)
    assert run("fix") == 0
    assert file.read_text() == patched == UNTIDY.replace('["PMID: 123", 456, 123]', "[123, 456]")


def test_a_diff_of_a_last_line_without_its_end_can_be_applied(run: Run, capsys: Capture, tmp_path: Path) -> None:
    file = tmp_path / "claims.yaml"
    file.write_text(UNTIDY.rstrip("\n"))
    assert run("fix", "--diff") == 0
    assert "\\ No newline at end of file" in capsys.readouterr().out


def test_fix_keeps_the_rights_of_the_file_and_the_link_to_it(run: Run, tmp_path: Path) -> None:
    real = tmp_path / "real.yaml"
    real.write_text(UNTIDY)
    real.chmod(0o640)
    (tmp_path / "claims.yaml").symlink_to(real)
    assert run("fix") == 0
    assert (tmp_path / "claims.yaml").is_symlink()
    assert (real.stat().st_mode & 0o777, "PMID" in real.read_text()) == (0o640, False)


def test_fix_says_when_there_is_nothing_to_fix(run: Run, claims: Path, capsys: Capture) -> None:
    before = claims.read_text()
    assert run("fix", claims) == 0
    assert "nothing to fix" in capsys.readouterr().err
    assert claims.read_text() == before


def test_fix_unsafe_writes_the_wordings_that_the_audit_suggests(run: Run, claims: Path, capsys: Capture) -> None:
    assert run("audit", claims, "--offline", "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)["claims"]
    wanted = [one["suggested_wording"] for claim in found for one in claim["assertions"] if one["suggested_wording"]]
    assert run("fix", claims, "--unsafe", "--offline") == 0
    texts = [one.text for claim in load_claims(str(claims)).claims for one in claim.assertions]
    assert set(wanted) <= set(texts)


def test_fix_refuses_standard_input(run: Run, capsys: Capture) -> None:
    assert run("fix", "-") == 2
    assert "name a file" in capsys.readouterr().err


def test_check_tells_what_changed_since_the_lock(run: Run, claims: Path, capsys: Capture) -> None:
    assert run("lock", claims, "--offline") == 0
    assert "wrote" in capsys.readouterr().err
    only = ("check", claims, "--offline", "--select", "abstract-changed", "--fail-on", "warning")
    assert run(*only) == 0
    article = claims.parent / "articles" / "11111111.yaml"
    article.write_text(article.read_text().replace("improved more", "did not improve more"))
    capsys.readouterr()
    assert run(*only) == 1
    assert "warning[abstract-changed]" in capsys.readouterr().out
    assert run("check", claims, "--offline", "--ignore", "abstract-changed", "--fail-on", "never") == 0
    assert "abstract-changed" not in capsys.readouterr().out
    assert run("lock", claims, "--offline") == 0
    assert "accepted: " in capsys.readouterr().err
    assert run(*only) == 0


def test_what_changed_can_be_in_the_baseline(run: Run, claims: Path) -> None:
    assert run("lock", claims, "--offline", "-q") == 0
    article = claims.parent / "articles" / "11111111.yaml"
    article.write_text(article.read_text().replace("improved more", "did not improve more"))
    assert run("check", claims, "--offline", "--write-baseline") == 0
    assert run("check", claims, "--offline", "--baseline", ".magcite-baseline.json", "--fail-on", "note") == 0


def test_lock_leaves_the_lock_files_of_other_tools_alone(run: Run, claims: Path, capsys: Capture) -> None:
    other = claims.with_suffix(".lock")
    other.write_text("[[package]]\n")
    assert run("lock", claims, "--offline") == 2
    assert "not magcite's" in capsys.readouterr().err
    assert other.read_text() == "[[package]]\n"


def test_lock_refuses_standard_input(run: Run, capsys: Capture) -> None:
    assert run("lock", "-") == 2
    assert "name a file" in capsys.readouterr().err


def test_every_rule_about_waivers_and_locks_is_listed_and_explained(run: Run, capsys: Capture) -> None:
    assert set(GATE_RULES) == set(WAIVER_RULES) | set(DRIFT_RULES)
    assert run("rules") == 0
    listed = capsys.readouterr().out
    for name in GATE_RULES:
        assert name in listed
        assert run("rule", name) == 0
        assert "What to do:" in capsys.readouterr().out


def test_a_misspelt_gate_rule_is_refused_with_the_nearest(run: Run, claims: Path, capsys: Capture) -> None:
    assert run("rule", "verdict-changd") == 2
    assert run("check", claims, "--select", "expired-waver") == 2
    told = capsys.readouterr().err
    assert "verdict-changed" in told
    assert "expired-waiver" in told


def test_what_changed_can_be_waived_and_the_waiver_is_no_fault(run: Run, claims: Path, capsys: Capture) -> None:
    waiver = "waive: [{rule: verdict-changed, reason: seen by the editor}]"
    claims.write_text(claims.read_text().replace("osteoporosis.", f"osteoporosis.\n    {waiver}"))
    assert run("lock", claims, "--offline", "-q") == 0
    lock = claims.with_suffix(".lock")
    lock.write_text(lock.read_text().replace('"verdict": "uncited"', '"verdict": "supported"'))
    capsys.readouterr()
    assert run("check", claims, "--offline", "--fail-on", "never") == 0
    printed = capsys.readouterr()
    assert "waiver" not in printed.out
    assert "verdict-changed" not in printed.out
    assert "1 waived" in printed.err


def test_a_reworded_translation_is_asked_for(run: Run, claims: Path, capsys: Capture) -> None:
    text = claims.read_text().replace("articles: articles", "articles: articles\nlanguage: nl")
    said = "text: Magnesium improves sleep quality in older adults."
    both = "text: Magnesium verbetert de slaap van ouderen., english: Magnesium improves sleep quality in older adults."
    claims.write_text(text.replace(said, both))
    assert run("fix", claims, "--unsafe", "--offline") == 0
    told = capsys.readouterr().err
    assert ("sleep.a now reads" in told) == ("put `english` right" in told)
