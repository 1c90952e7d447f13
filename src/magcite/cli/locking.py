"""Lock files: `lock` writes down what a claims file rests on, and `check` tells what changed since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import typer

from magcite.cli.aids import AidsWanted
from magcite.cli.exits import ExitCode
from magcite.cli.options import Articles, Files, Model, Offline, Quiet, Refresh
from magcite.cli.runs import STANDARD_INPUT, Outcome, Request, find_files, run_audit, tell, write_file
from magcite.errors import UsageError
from magcite.gates.drift import DRIFT_RULES, add_drift, compare_with_lock
from magcite.gates.lock import Lock, build_lock, load_lock, lock_path, write_lock
from magcite.gates.waivers import set_waived_aside
from magcite.model import AuditedClaim, ClaimsFile, Finding, Report

_MARK = '"schema_version"'
"""What stands in every lock file of magcite, damaged or not, and not in those of other tools."""


def add_to(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(lock)


def lock(
    files: Files = None,
    offline: Offline = False,
    refresh: Refresh = False,
    articles: Articles = None,
    quiet: Quiet = False,
    model: Model = None,
) -> None:
    """Write down what each claims file rests on today, in a .lock file beside it; `check` then tells what changed.

    Run it again to accept what changed.
    """
    names = find_files(files)
    if STANDARD_INPUT in names:
        raise UsageError("a lock file stands beside its claims file, so `-` has no place for one; name a file")
    aids = AidsWanted(model=model)
    request = Request(files=names, offline=offline, refresh=refresh, articles=articles, quiet=quiet, aids=aids)
    for path in map(lock_path, names):
        _refuse_other_tool(path)
    outcome = run_audit(request)
    for remark in outcome.report.remarks:
        tell(remark, quiet=quiet)
    for file in outcome.report.files:
        _write(outcome.report, file, quiet=quiet)
    raise typer.Exit(ExitCode.NO_ANSWER if outcome.failed else ExitCode.DONE)


def _refuse_other_tool(path: Path) -> None:
    try:
        foreign = path.exists() and _MARK not in path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise UsageError(f"{path}: this lock file cannot be read ({error.strerror}); correct its rights") from error
    if foreign:
        raise UsageError(
            f"{path}: this file is not magcite's, and the lock file would take its place; "
            "rename the claims file, or move that file away"
        )


def _write(report: Report, file: ClaimsFile, *, quiet: bool) -> None:
    """Write one lock file, and tell what it accepts and what it does not hold."""
    path = lock_path(file.path)
    for finding in compare_with_lock(report, file, load_lock(path)) if path.exists() else ():
        tell(f"accepted: {finding.owner}: {finding.message}", quiet=quiet)
    locked = build_lock(report, file)
    text = write_lock(locked)
    write_file(path, lambda out: out.write(text))
    without = len({str(cited.identifier) for claim in file.claims for cited in claim.citations}) - len(locked.articles)
    rest = f"; {without} sources without a record are not in it" if without > 0 else ""
    told = f"wrote {path}: {len(locked.articles)} articles, {len(locked.assertions)} statements{rest}"
    tell(f"{told}; keep it beside the claims file, `magcite check` compares with it", quiet=quiet)


def compare_with_locks(outcome: Outcome, request: Request) -> Outcome:
    """Add what changed since the lock files beside the claims files, as far as the rules asked for say."""
    locks = _locks_of(outcome.report)
    if not locks:
        return outcome
    today = date.today()
    dropped = {
        rule for rule in DRIFT_RULES if rule in request.ignore or (request.select and rule not in request.select)
    }
    report = add_drift(outcome.report, locks, request.language)
    return replace(
        outcome, report=replace(report, claims=tuple(_sift(claim, dropped, today) for claim in report.claims))
    )


def _locks_of(report: Report) -> Mapping[str, Lock]:
    return {file.path: load_lock(path) for file in report.files if (path := lock_path(file.path)).is_file()}


def _sift(claim: AuditedClaim, dropped: set[str], today: date) -> AuditedClaim:
    """Drop the findings of rules that nobody asked for, and set those of drift aside that are waived."""

    def keep(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        asked = (finding for finding in findings if finding.rule not in dropped)
        return set_waived_aside(claim.claim, asked, today)

    assertions = tuple(replace(one, findings=keep(one.findings)) for one in claim.assertions)
    return replace(claim, assertions=assertions, findings=keep(claim.findings))
