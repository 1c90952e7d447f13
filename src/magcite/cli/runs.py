"""From options to a report: find the files, open the sources, run the audit, write what comes out."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from magcite.cli.aids import USUAL_AIDS, AidsWanted, open_aids
from magcite.cli.streams import say, write_out
from magcite.errors import LostModelError, UsageError
from magcite.formats import FORMATS, Format, WriteOptions, format_of_name
from magcite.model import ClaimsFile, Language, Report

if TYPE_CHECKING:
    from magcite.cli.aids import Aids
    from magcite.settings import Settings
    from magcite.sources.chain import ArticleChain
    from magcite.sources.folder import RecordedFolder

DEFAULT_FILES = ("claims.yaml", "data/claims.yaml")
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the options of a run ask for."""

    files: Sequence[str]
    offline: bool = False
    refresh: bool = False
    articles: Path | None = None
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    language: Language = Language.ENGLISH
    quiet: bool = False
    aids: AidsWanted = USUAL_AIDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A report, and whether PubMed or the cache failed so that citations have no answer."""

    report: Report
    failed: bool


def find_files(names: Sequence[str] | None) -> tuple[str, ...]:
    """Give the claims files named, or the first default that exists."""
    if names:
        return tuple(names)
    for name in DEFAULT_FILES:
        if Path(name).is_file():
            return (name,)
    raise UsageError(
        f"no claims file named, and neither {' nor '.join(DEFAULT_FILES)} is here. "
        "Name one, or write a first one with: magcite init claims.yaml"
    )


def load(names: Sequence[str]) -> tuple[ClaimsFile, ...]:
    """Load claims files; `-` is standard input."""
    from magcite.claims import load_claims_files

    stdin = sys.stdin.buffer.read() if STANDARD_INPUT in names else None
    return load_claims_files(names, stdin=stdin)


def run_audit(request: Request) -> Outcome:
    """Audit the files asked for; where magcite's own model turns out not to be usable, all of them without it."""
    files = load(request.files)
    asked = settings()
    aids = open_aids(request.aids, asked, offline=request.offline, refresh=request.refresh)
    try:
        return _audit(files, request, aids, asked.cache_dir)
    except LostModelError as lost:
        return _audit(files, request, aids.without_model(lost), asked.cache_dir)
    finally:
        aids.close()


def _audit(files: Sequence[ClaimsFile], request: Request, aids: Aids, cache_dir: Path | None) -> Outcome:
    """Audit files; those that name different recorded folders are looked up folder by folder."""
    from magcite.audit import AuditOptions, audit
    from magcite.memory import Memory
    from magcite.sources.folder import RecordedFolder

    reports: list[Report] = []
    failed = False
    memory = Memory(cache_dir, aids.model_checksum)
    for folder, group in _by_folder(files, request.articles):
        recorded = RecordedFolder(folder) if folder else None
        with open_sources(request, recorded) as chain:
            options = AuditOptions(
                today=date.today(),
                language=request.language,
                select=request.select,
                ignore=request.ignore,
                reach=recorded,
                memory=memory,
                scorer=aids.scorer,
                opinions=aids.opinions,
            )
            report = audit(group, chain, options)
            reports.append(replace(report, remarks=(*chain.remarks, *report.remarks)))
            failed = failed or chain.failed
    memory.save()
    return Outcome(report=aids.sign(_joined(files, reports)), failed=failed)


def _by_folder(files: Sequence[ClaimsFile], given: Path | None) -> list[tuple[Path | None, list[ClaimsFile]]]:
    groups: dict[Path | None, list[ClaimsFile]] = {}
    for file in files:
        groups.setdefault(given or file.articles, []).append(file)
    return list(groups.items())


def _joined(files: Sequence[ClaimsFile], reports: Sequence[Report]) -> Report:
    order = {file.path: place for place, file in enumerate(files)}
    claims = sorted(
        (claim for report in reports for claim in report.claims),
        key=lambda audited: order[audited.claim.position.file],
    )
    remarks = tuple(dict.fromkeys(remark for report in reports for remark in report.remarks))
    return Report(files=tuple(files), claims=tuple(claims), remarks=remarks)


def settings() -> Settings:
    """Read the settings of this run: environment and pyproject.toml."""
    from magcite.settings import read_settings

    return read_settings(os.environ, Path.cwd())


@contextmanager
def open_sources(request: Request, folder: RecordedFolder | None) -> Iterator[ArticleChain]:
    """Open the chain of sources that a run asks for, with its progress on standard error."""
    from magcite.sources.chain import build_sources

    with show_progress(quiet=request.quiet) as progress:
        chain = build_sources(
            settings(), offline=request.offline, refresh=request.refresh, folder=folder, progress=progress
        ).in_language(request.language)
        try:
            yield chain
        finally:
            chain.close()


@contextmanager
def show_progress(*, quiet: bool) -> Iterator[Callable[[int, int], None] | None]:
    """Draw the progress of a fetch on standard error, where that is a terminal and nobody asked for quiet.

    Nothing is drawn before something is fetched: not even what hides a cursor belongs in the record of another run.
    """
    if quiet or not sys.stderr.isatty():
        yield None
        return
    with ExitStack() as drawn:
        bars: list[Callable[[int, int], None]] = []

        def update(done: int, total: int) -> None:
            if not bars:
                bars.append(drawn.enter_context(_draw_bar()))
            bars[0](done, total)

        yield update


@contextmanager
def _draw_bar() -> Iterator[Callable[[int, int], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("Fetching from PubMed"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("fetch", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def choose_format(asked: Format | None, output: Path | None, default: Format) -> Format:
    """Choose the format: the one asked for, else the one that the file's ending stands for, else the default."""
    return asked or (format_of_name(output.name) if output else None) or default


def use_color(out: TextIO, *, no_color: bool) -> bool:
    """Tell whether to colour: only on a terminal, and never against NO_COLOR (no-color.org)."""
    return not no_color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and out.isatty()


def write_report(report: Report, form: Format, output: Path | None, options: WriteOptions) -> bool:
    """Write a report to a file, whole or not at all, or to standard output; tell whether somebody still reads there."""
    if output is None:
        return write_out(lambda out: FORMATS[form](report, out, options))
    write_file(output, lambda out: FORMATS[form](report, out, options))
    return True


def refuse_unwritable(path: Path) -> None:
    """Refuse a name under which no file can be written, before the work whose result it is for is done."""
    if path.is_dir():
        raise UsageError(f"cannot write {path}: it is a folder; name a file in it")
    if not path.parent.is_dir():
        raise UsageError(f"cannot write {path}: there is no folder {path.parent}; make it first, or name another place")


def write_file(path: Path, write: Callable[[TextIO], object]) -> None:
    """Write a file beside its place and move it there, so that a full disk never leaves half a report.

    What is no plain file, such as /dev/stdout or a pipe, is written to and never replaced.
    """
    refuse_unwritable(path)
    try:
        if path.exists() and not path.is_file():
            with path.open("w", encoding="utf-8", newline="") as out:
                write(out)
            return
        _write_whole(path.resolve(), write)
    except BrokenPipeError:
        return
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error


def _write_whole(path: Path, write: Callable[[TextIO], object]) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("w", encoding="utf-8", newline="") as out:
            write(out)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def terminal_width() -> int:
    """Give the width of the terminal in columns; 80 where there is none. COLUMNS overrides."""
    return shutil.get_terminal_size(fallback=(80, 24)).columns


def tell(message: str, *, quiet: bool = False) -> None:
    """Say something about the run on standard error."""
    if not quiet:
        say(message)
