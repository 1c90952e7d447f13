"""`magcite review` from the outside: through a pipe and through a terminal, Ctrl-C included."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import select
import signal
import sys
import time
from pathlib import Path

import pytest

import magcite
from magcite.claims import load_claims
from magcite.cli.keys import Keys
from magcite.model import Review, Verdict
from tests.cli.conftest import Run

Capture = pytest.CaptureFixture[str]
PATIENCE = 60.0
"""Seconds after which a terminal that stays silent fails the test; a slow machine needs a few."""


def reviews(file: Path) -> list[Review]:
    return [one for claim in load_claims(str(file)).claims for a in claim.assertions for one in a.reviews]


@pytest.fixture
def type_in(monkeypatch: pytest.MonkeyPatch, run: Run, claims: Path):  # type: ignore[no-untyped-def]
    """Run a review whose answers come through a pipe."""

    def review(typed: str, *options: str) -> int:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        return run("review", claims, "--offline", "--by", "Ann", *options)

    return review


def test_decisions_are_written_and_all_else_stays(type_in, claims: Path) -> None:  # type: ignore[no-untyped-def]
    claims.write_text("# mine\n" + claims.read_text())
    before = claims.read_text()
    assert type_in('o\n5\nthe abstract does not tell: "really" # so\nq\n') == 0
    (review,) = reviews(claims)
    assert (review.verdict, review.by) == (Verdict.UNCLEAR, "Ann")
    assert review.reason == 'the abstract does not tell: "really" # so'
    assert review.on is not None
    first = before.index("{id: a")
    assert claims.read_text().startswith(before[: first + len("{id: a, text: Magnesium improves")])


def test_the_next_review_goes_on_where_the_last_stopped(type_in, capsys: Capture) -> None:  # type: ignore[no-untyped-def]
    assert type_in("o\n5\nno\n") == 0
    assert "3 left" in capsys.readouterr().err
    assert type_in("q\n") == 0
    printed = capsys.readouterr()
    assert "1 of 3" in printed.out
    assert "1 reviewed before" in printed.err
    assert type_in("q\n", "--all") == 0
    printed = capsys.readouterr()
    assert "1 of 4" in printed.out
    assert "reviewed: unclear" in printed.out


def test_when_all_is_reviewed_nothing_is_asked(type_in, capsys: Capture) -> None:  # type: ignore[no-untyped-def]
    assert type_in("o\n5\nno\n" * 4) == 0
    capsys.readouterr()
    assert type_in("") == 0
    printed = capsys.readouterr()
    assert "0 sources to review" in printed.err
    assert printed.out == ""


def test_a_single_source_is_told_as_one(type_in, capsys: Capture) -> None:  # type: ignore[no-untyped-def]
    assert type_in("o\n5\nno\n" * 3) == 0
    capsys.readouterr()
    assert type_in("q\n") == 0
    assert "magcite: 1 source to review; 3 reviewed before" in capsys.readouterr().err


def test_blind_hides_the_verdict_and_its_words(type_in, capsys: Capture) -> None:  # type: ignore[no-untyped-def]
    assert type_in("q\n", "--blind") == 0
    out = capsys.readouterr().out
    assert "magcite:" not in out
    assert "»" not in out


def test_a_statement_changed_meanwhile_is_not_judged(
    run: Run, claims: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    class Meddling(io.StringIO):
        def readline(self, *given: object) -> str:  # type: ignore[override]
            claims.write_text(claims.read_text().replace("improves", "worsens"))
            return super().readline()

    monkeypatch.setattr(sys, "stdin", Meddling("o\n5\nno\nq\n"))
    assert run("review", claims, "--offline") == 0
    assert "was changed" in capsys.readouterr().out.replace("\n  ", " ")
    assert reviews(claims) == []
    assert '"no"' in (claims.parent / ".claims.yaml.review-draft").read_text()


def test_the_summary_measures_agreement(type_in, run: Run, claims: Path, capsys: Capture) -> None:  # type: ignore[no-untyped-def]
    assert type_in("a\na\no\n5\nno\n") == 0
    capsys.readouterr()
    assert run("review", "--summary", claims, "--offline") == 0
    out = capsys.readouterr().out
    assert "3 of 4 sources" in out
    assert "(Ann 3)" in out
    assert re.search(r"^n +3$", out, re.MULTILINE)
    assert "raw agreement    0.67 (2 of 3)" in out
    assert "Cohen's kappa" in out


def test_reports_show_both_verdicts(type_in, run: Run, claims: Path, capsys: Capture) -> None:  # type: ignore[no-untyped-def]
    assert type_in("o\n5\nthe wrong people\nq\n") == 0
    capsys.readouterr()
    assert run("audit", claims, "--offline", "--format", "json") == 0
    first, second = json.loads(capsys.readouterr().out)["claims"][0]["assertions"][0]["citations"][:2]
    assert first["verdict"] != "unclear"
    assert {key: first["review"][key] for key in ("verdict", "by", "reason")} == {
        "verdict": "unclear",
        "by": "Ann",
        "reason": "the wrong people",
    }
    assert second["review"] is None
    assert run("audit", claims, "--offline") == 0
    assert "11111111 reviewed: unclear, by Ann on " in capsys.readouterr().out


def test_standard_input_cannot_be_reviewed(run: Run, capsys: Capture) -> None:
    assert run("review", "-") == 2
    assert "name a file" in capsys.readouterr().err


def test_git_says_who_reviews(run: Run, claims: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = claims.parent / "gitconfig"
    config.write_text("[user]\n name = Git Ann\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    monkeypatch.setattr(sys, "stdin", io.StringIO("o\n5\nno\n"))
    assert run("review", claims, "--offline") == 0
    assert reviews(claims)[0].by == "Git Ann"


def test_a_dutch_review_is_dutch_to_the_last_line(type_in, run: Run, claims: Path, capsys: Capture) -> None:  # type: ignore[no-untyped-def]
    assert type_in("?\no\n5\nde samenvatting zegt het niet\nq\n", "--lang", "nl") == 0
    printed = capsys.readouterr()
    assert "1 van 4" in printed.out
    assert "[a]kkoord  [o]neens  [s] overslaan  [b] terug  [q] stoppen" in printed.out
    assert re.search(r"magcite: [a-z ]+, \d+% zeker", printed.out)
    assert "geschreven: sleep.a 11111111 onduidelijk door Ann" in printed.out
    assert "magcite: 4 bronnen na te kijken; 4 zonder record zijn niet te tonen\n" in printed.err
    assert "1 beslist, 0 overgeslagen; `magcite review" in printed.err
    assert "--lang nl` gaat verder met de 3 die er nog zijn" in printed.err
    assert run("review", "--summary", claims, "--offline", "--lang", "nl") == 0
    out = capsys.readouterr().out
    assert "1 van 4 bronnen met een record zijn nagekeken (Ann 1)" in out
    assert "gaat over iets anders" in out
    assert "Kappa is de overeenstemming boven wat het toeval zou geven" in out


class Terminal:
    """A review in a process of its own, behind a pseudo-terminal."""

    def __init__(self, file: Path) -> None:
        self.pid, self._descriptor = pty.fork()
        if self.pid == 0:
            # A test run in the background inherits these as ignored, and so would the review.
            for ignored in (signal.SIGINT, signal.SIGHUP):
                signal.signal(ignored, signal.SIG_DFL)
            os.environ["PYTHONPATH"] = str(Path(magcite.__file__).parents[1])
            arguments = ["review", str(file), "--offline", "--by", "Ann", "--no-color"]
            os.execv(sys.executable, [sys.executable, "-m", "magcite", *arguments])

    def read_until(self, awaited: str) -> str:
        got = b""
        end = time.monotonic() + PATIENCE
        while awaited.encode() not in got:
            assert time.monotonic() < end, got.decode(errors="replace")
            if select.select([self._descriptor], [], [], 1)[0]:
                got += os.read(self._descriptor, 4096)
        return got.decode(errors="replace")

    def type(self, keys: str) -> None:
        os.write(self._descriptor, keys.encode())

    def leave(self) -> int:
        """Read what is left, and give the exit code."""
        end = time.monotonic() + PATIENCE
        try:
            while True:
                if select.select([self._descriptor], [], [], 1)[0] and not os.read(self._descriptor, 4096):
                    break
                if time.monotonic() > end:
                    os.kill(self.pid, signal.SIGKILL)
        except OSError:
            pass
        os.close(self._descriptor)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def hang_up(self) -> int:
        os.close(self._descriptor)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def test_single_keys_decide_on_a_terminal(claims: Path) -> None:
    terminal = Terminal(claims)
    terminal.read_until("[?] > ")
    terminal.type("a")
    terminal.read_until("[?] > ")
    terminal.type("q")
    assert terminal.leave() == 0
    assert len(reviews(claims)) == 1


def test_ctrl_c_in_the_middle_of_a_reason_loses_nothing(claims: Path) -> None:
    terminal = Terminal(claims)
    terminal.read_until("[?] > ")
    terminal.type("a")
    terminal.read_until("[?] > ")
    terminal.type("o5")
    terminal.read_until("goes back) > ")
    terminal.type("rëal\x1b[D reasonx\x7f")
    terminal.read_until("rëal reason \b")
    terminal.type("\x03")
    assert terminal.leave() == 130
    assert len(reviews(claims)) == 1
    again = Terminal(claims)
    assert "you had begun: unclear “rëal reason" in again.read_until("[?] > ")
    again.type("o5")
    again.read_until("goes back) > rëal reason")
    again.type("!\r")
    again.read_until("[?] > ")
    again.type("q")
    assert again.leave() == 0
    assert reviews(claims)[1].reason == "rëal reason!"
    assert not (claims.parent / ".claims.yaml.review-draft").exists()


def test_a_dropped_terminal_loses_nothing(claims: Path) -> None:
    terminal = Terminal(claims)
    terminal.read_until("[?] > ")
    terminal.type("o5")
    terminal.read_until("goes back) > ")
    terminal.type("half")
    terminal.read_until("half")
    assert terminal.hang_up() in {0, -signal.SIGHUP}
    assert "half" in (claims.parent / ".claims.yaml.review-draft").read_text()


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("ab\x7fc\r", "ac"),
        ("ab\x15cd\r", "cd"),
        ("one two\x17three\n", "one three"),
        ("x\x1bOPy\r", "xy"),
        ("a\x00b\r", "ab"),
        ("\x1b", None),
    ],
)
def test_a_line_is_edited_key_by_key(typed: str, reason: str | None) -> None:
    reading, writing = os.pipe()
    os.write(writing, typed.encode())
    os.close(writing) if typed != "\x1b" else None
    kept: list[str] = []
    assert Keys(reading, io.StringIO(), 80).text("why > ", "", kept.append) == reason


def test_a_line_longer_than_the_terminal_shows_its_end() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"x" * 100 + b"END\r")
    out = io.StringIO()
    assert Keys(reading, out, 40).text("why > ", "", lambda _: None) == "x" * 100 + "END"
    rows = out.getvalue().split("\r")
    assert max(map(len, rows)) <= 41
    assert rows[-1].strip().endswith("END")


@pytest.mark.parametrize("typed", [b"", b"\x04"])
def test_nobody_left_to_answer_ends_the_asking(typed: bytes) -> None:
    reading, writing = os.pipe()
    os.write(writing, typed)
    os.close(writing)
    with pytest.raises(EOFError):
        Keys(reading, io.StringIO(), 80).choice("? ")
