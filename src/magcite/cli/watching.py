"""Keep looking at claims files while somebody edits them, and grade again what changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from magcite.cli.asked import Asked
from magcite.cli.phrases import phrases_for
from magcite.cli.regrading import Regrader, compare_reports
from magcite.cli.runs import STANDARD_INPUT, Outcome, tell, write_report
from magcite.cli.streams import error_lines
from magcite.errors import MagciteError, UsageError
from magcite.gates.lock import lock_path
from magcite.model import Language, Report

EVERY = 0.5
"""Seconds between two looks: soon enough to feel at once, seldom enough to cost nothing."""

Stamp = tuple[tuple[str, int, int, int], ...]
"""Path, time of change, size and number of each file looked at; zeros where there is none."""


def take_stamp(paths: Iterable[Path]) -> Stamp:
    """Note the state of files, and of the files in folders, so that any change to them shows."""
    return tuple(_note(path) for given in paths for path in (given, *_inside(given)))


def _inside(path: Path) -> list[Path]:
    try:
        return sorted(path.iterdir()) if path.is_dir() else []
    except OSError:
        return []


def _note(path: Path) -> tuple[str, int, int, int]:
    try:
        found = path.stat()
    except OSError:
        return (str(path), 0, 0, 0)
    return (str(path), found.st_mtime_ns, found.st_size, found.st_ino)


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """What to look at: the claims files, and around them what else a grade depends on (locks, baseline, articles)."""

    files: tuple[str, ...]
    around: Callable[[Report | None], tuple[Path, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How a watch speaks: `settle` sets known findings apart, `show` writes a report, `say` one line."""

    settle: Callable[[Outcome], Outcome]
    show: Callable[[Report], None]
    say: Callable[[str], None]
    language: Language = Language.ENGLISH


class Watch:
    """One watch: each `look` grades again where something changed since the last, and tells what came of it."""

    def __init__(self, watched: Watched, regrader: Regrader, shown: Shown) -> None:
        self._watched = watched
        self._regrader = regrader
        self._shown = shown
        self._phrases = phrases_for(shown.language)
        self._report: Report | None = None
        self._seen: tuple[Stamp, Stamp] | None = None
        self._was_missing = False

    def look(self) -> bool:
        """Grade again if a file changed; tell whether that was so."""
        now = self._stamps()
        if now == self._seen or self._is_being_replaced(now[0]):
            return False
        if self._seen is not None and now[1] != self._seen[1]:
            self._regrader.forget()
        self._seen = now
        self._grade()
        # The claims file itself says where the articles are, so what to look at may only be known now.
        around = self._stamps()[1]
        if _paths(around) != _paths(now[1]):
            self._seen = (now[0], around)
        return True

    def _stamps(self) -> tuple[Stamp, Stamp]:
        return take_stamp(map(Path, self._watched.files)), take_stamp(self._watched.around(self._report))

    def _is_being_replaced(self, files: Stamp) -> bool:
        """Tell whether a file is gone since this very look: some editors save by putting a new file in its place."""
        missing = any(number == 0 for *_, number in files)
        first_time = missing and not self._was_missing
        self._was_missing = missing
        return first_time

    def _grade(self) -> None:
        try:
            outcome = self._shown.settle(self._regrader.regrade())
        except MagciteError as error:
            for line in error_lines(error):
                self._shown.say(line)
            self._shown.say(self._phrases.waiting)
            return
        if self._report is None:
            self._shown.show(outcome.report)
        else:
            self._tell_difference(self._report, outcome.report)
        self._report = outcome.report
        self._shown.say(self._phrases.watching.format(files=", ".join(self._watched.files)))

    def _tell_difference(self, before: Report, now: Report) -> None:
        difference = compare_reports(before, now)
        for name in difference.gone:
            self._shown.say(self._phrases.gone.format(name=name))
        if difference.changed.claims:
            self._shown.show(difference.changed)
        number = difference.statements
        self._shown.say(self._phrases.changed[min(number, 2)].format(n=number))


def _paths(stamp: Stamp) -> tuple[str, ...]:
    return tuple(path for path, *_ in stamp)


class Page:
    """Where a watch writes to: standard output, for as long as somebody reads there."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._is_read = True

    def show(self, report: Report) -> None:
        """Write a report; a reader that went away is noted."""
        self._is_read = write_report(report, self._asked.form, None, self._asked.options)

    def wait(self) -> bool:
        """Wait until the next look is due; there is none where nobody reads any more."""
        return self._is_read and wait_a_moment()


def watch(asked: Asked, settle: Callable[[Outcome], Outcome]) -> None:
    """Grade again whatever changes, until Ctrl-C; that is how a watch ends, so it is no failure."""
    files, request = asked.request.files, asked.request
    refuse_unwatchable(files, writes=asked.output is not None or asked.write_baseline)
    page = Page(asked)
    watched = Watched(files=tuple(files), around=lambda report: _around(report, asked))
    shown = Shown(
        settle=settle,
        show=page.show,
        say=lambda line: tell(line, quiet=request.quiet),
        language=request.language,
    )
    keep_looking(Watch(watched, Regrader(request), shown).look, page.wait)


def _around(report: Report | None, asked: Asked) -> tuple[Path, ...]:
    """List what a grade depends on beside the claims files: the baseline, lock files and recorded articles."""
    folders = {file.articles for file in report.files} if report else set()
    locks = map(lock_path, asked.request.files) if asked.compare_locks else ()
    named = (asked.baseline, *locks, *({asked.request.articles} if asked.request.articles else folders))
    return tuple(sorted({path for path in named if path}))


def keep_looking(look: Callable[[], object], wait: Callable[[], bool]) -> None:
    """Look, wait and look again until `wait` says that it is enough, or until Ctrl-C."""
    try:
        look()
        while wait():
            look()
    except KeyboardInterrupt:
        return


def wait_a_moment() -> bool:
    """Wait until the next look is due; there always is one."""
    time.sleep(EVERY)
    return True


def refuse_unwatchable(files: Iterable[str], *, writes: bool) -> None:
    """Refuse what cannot be watched, before anything is graded."""
    if writes:
        raise UsageError("--watch prints to the terminal: leave out --output and --write-baseline, and use them after")
    for name in files:
        if name == STANDARD_INPUT:
            raise UsageError("--watch looks at files that change, and standard input is none; name a file")
        if not Path(name).exists():
            raise UsageError(f"{name}: there is no such file to watch; magcite init {name} writes a first one")
