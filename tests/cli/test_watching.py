"""A watch grades again what changed, tells only that, and lives through a broken file; no test waits."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import magcite
from magcite.claims import load_claims
from magcite.cli.regrading import Regrader, compare_reports, without_places
from magcite.cli.runs import Request
from magcite.cli.watching import Shown, Watch, Watched, keep_looking, take_stamp
from magcite.model import Language, Report
from tests.cli.conftest import Run


class Ear:
    """Hears what a watch shows and says."""

    def __init__(self) -> None:
        self.reports: list[Report] = []
        self.said: list[str] = []

    @property
    def ids(self) -> list[str]:
        """Give the statements of the last report shown."""
        return [one.assertion.id for claim in self.reports[-1].claims for one in claim.assertions]


def start(claims: Path, *around: Path, language: Language = Language.ENGLISH) -> tuple[Watch, Ear]:
    ear = Ear()
    shown = Shown(settle=lambda outcome: outcome, show=ear.reports.append, say=ear.said.append, language=language)
    watched = Watched(files=(str(claims),), around=lambda _: around)
    return Watch(watched, Regrader(Request(files=(str(claims),), offline=True)), shown), ear


def change(file: Path, old: str, new: str) -> None:
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))


def test_the_first_look_shows_everything_and_the_next_nothing(claims: Path) -> None:
    watch, ear = start(claims)
    assert watch.look()
    assert ear.ids == ["sleep.a", "sleep.b", "bones"]
    assert not watch.look()
    assert len(ear.reports) == 1


def test_only_the_statement_that_changed_is_shown(claims: Path) -> None:
    watch, ear = start(claims)
    watch.look()
    change(claims, "may improve sleep quality", "may improve the sleep quality")
    assert watch.look()
    assert ear.ids == ["sleep.b"]
    assert "1 statement changed" in ear.said


def test_moved_lines_are_no_change(claims: Path) -> None:
    watch, ear = start(claims)
    watch.look()
    change(claims, "title: Sleep\narticles", "title: Sleep\n\n# a comment\narticles")
    assert watch.look()
    assert len(ear.reports) == 1
    assert "no statements changed" in ear.said


def test_a_statement_taken_out_is_told(claims: Path) -> None:
    watch, ear = start(claims)
    watch.look()
    change(claims, "  - id: bones\n    claim: Magnesium cures osteoporosis.\n", "")
    watch.look()
    assert "gone: bones" in ear.said


def test_a_watch_speaks_dutch_where_that_is_asked_for(claims: Path) -> None:
    watch, ear = start(claims, language=Language.DUTCH)
    watch.look()
    whole = claims.read_text()
    change(claims, "  - id: bones\n    claim: Magnesium cures osteoporosis.\n", "")
    watch.look()
    claims.write_text("claims: [")
    watch.look()
    claims.write_text(whole)
    watch.look()
    followed = f"volgt {claims}; Ctrl-C stopt"
    told = [line for line in ear.said if not line.startswith("error")]
    assert told == [
        followed,
        "verdwenen: bones",
        "geen uitspraken veranderd",
        followed,
        "wacht tot het bestand is verbeterd",
        "1 uitspraak veranderd",
        followed,
    ]


def test_a_watch_ends_when_its_reader_goes_away(claims: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "magcite", "audit", str(claims), "--offline", "--watch"]
    surroundings = {**os.environ, "PYTHONPATH": str(Path(magcite.__file__).parents[1])}
    with subprocess.Popen(command, env=surroundings, stdout=writing, stderr=subprocess.DEVNULL) as process:
        os.close(writing)
        try:
            assert process.wait(timeout=60) == 0
        finally:
            process.kill()


def test_a_broken_file_is_told_and_waited_for(claims: Path) -> None:
    watch, ear = start(claims)
    watch.look()
    whole = claims.read_text()
    claims.write_text(whole + "  - id: [\n")
    assert watch.look()
    assert any(line.startswith(f"error: {claims}") for line in ear.said)
    assert not watch.look()
    claims.write_text(whole.replace("cures", "prevents"))
    watch.look()
    assert ear.ids == ["bones"]


def test_a_file_broken_from_the_start_is_shown_whole_once_it_is_put_right(claims: Path) -> None:
    whole = claims.read_text()
    claims.write_text("claims: [")
    watch, ear = start(claims)
    watch.look()
    assert ear.reports == []
    claims.write_text(whole)
    watch.look()
    assert ear.ids == ["sleep.a", "sleep.b", "bones"]


def test_an_editor_that_replaces_the_file_causes_no_complaint(claims: Path) -> None:
    watch, ear = start(claims)
    watch.look()
    whole = claims.read_text()
    claims.unlink()
    assert not watch.look()
    claims.write_text(whole.replace("cures", "prevents"))
    assert watch.look()
    assert ear.ids == ["bones"]
    assert not any("error" in line for line in ear.said)


def test_a_file_that_stays_away_is_told(claims: Path) -> None:
    watch, ear = start(claims)
    watch.look()
    claims.unlink()
    assert [watch.look(), watch.look(), watch.look()] == [False, True, False]
    assert any("there is no such file" in line for line in ear.said)


def test_a_changed_article_changes_the_statements_that_rest_on_it(claims: Path) -> None:
    articles = claims.parent / "articles"
    watch, ear = start(claims, articles)
    watch.look()
    change(articles / "11111111.yaml", "84 older adults", "12 older adults")
    assert watch.look()
    assert set(ear.ids) <= {"sleep.a", "sleep.b"}
    assert not watch.look()


def test_articles_are_looked_up_once(claims: Path) -> None:
    request = Request(files=(str(claims),), offline=True)
    regrader = Regrader(request)
    first = regrader.regrade().report
    for article in (claims.parent / "articles").iterdir():
        article.unlink()
    change(claims, "cures", "prevents")
    change(claims, "may improve sleep", "might improve sleep")
    second = regrader.regrade().report
    assert [one.grade.verdict for one in second.claims[0].assertions] == [
        one.grade.verdict for one in first.claims[0].assertions
    ]
    assert compare_reports(first, second).statements == 2


def test_claims_that_did_not_change_keep_their_grade_untouched(claims: Path) -> None:
    regrader = Regrader(Request(files=(str(claims),), offline=True))
    first = regrader.regrade().report
    change(claims, "cures", "prevents")
    second = regrader.regrade().report
    assert second.claims[0] is first.claims[0]
    assert second.claims[1] is not first.claims[1]


def test_places_do_not_count_and_words_do(claims: Path) -> None:
    first = load_claims(str(claims))
    change(claims, "title: Sleep\narticles", "title: Sleep\n\narticles")
    moved = load_claims(str(claims))
    assert moved.claims != first.claims
    assert without_places(moved.claims) == without_places(first.claims)
    change(claims, "osteoporosis", "rickets")
    assert without_places(load_claims(str(claims)).claims) != without_places(first.claims)


def test_a_stamp_differs_when_a_file_in_a_folder_does(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    before = take_stamp([tmp_path])
    assert take_stamp([tmp_path]) == before
    (tmp_path / "a").write_text("12")
    assert take_stamp([tmp_path]) != before


def waits(times: int) -> Callable[[], bool]:
    """Wait no time at all, that often, and then press Ctrl-C."""
    left: Iterator[bool] = iter([True] * times)

    def wait() -> bool:
        for more in left:
            return more
        raise KeyboardInterrupt

    return wait


def test_looking_goes_on_until_ctrl_c_which_is_no_failure() -> None:
    looks: list[int] = []
    keep_looking(lambda: looks.append(1), waits(3))
    assert len(looks) == 4


def test_looking_ends_when_waiting_says_so() -> None:
    looks: list[int] = []
    keep_looking(lambda: looks.append(1), lambda: False)
    assert len(looks) == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("-",), "standard input is none"),
        (("none.yaml",), "no such file"),
        (("claims.yaml", "-o", "x.json"), "--output"),
        (("claims.yaml", "--write-baseline"), "--write-baseline"),
    ],
)
def test_what_cannot_be_watched_is_refused(
    run: Run, claims: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str
) -> None:
    assert run("check", *arguments, "--offline", "--watch") == 2
    assert told in capsys.readouterr().err
