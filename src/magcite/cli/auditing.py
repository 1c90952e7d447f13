"""The commands that audit claims: `audit` for people, `check` for CI, `report` for editors."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import typer

from magcite.cli.aids import AidsWanted
from magcite.cli.exits import ExitCode
from magcite.cli.locking import compare_with_locks
from magcite.cli.options import (
    Articles,
    Baseline,
    FailOn,
    FailOnOption,
    Files,
    FormatOption,
    Ignore,
    Judge,
    JudgeModel,
    Lang,
    Model,
    NoColor,
    Offline,
    Output,
    Quiet,
    Refresh,
    Select,
    Verbose,
    Watch,
    WriteBaseline,
)
from magcite.cli.rule_book import no_such_rule
from magcite.cli.runs import (
    Outcome,
    Request,
    choose_format,
    find_files,
    run_audit,
    tell,
    terminal_width,
    use_color,
    write_file,
    write_report,
)
from magcite.errors import UsageError
from magcite.formats import Format, WriteOptions
from magcite.gates.baseline import all_findings, apply_baseline, load_baseline, set_known_apart, write_baseline
from magcite.gates.catalogue import GATE_RULES
from magcite.gates.lock import lock_path
from magcite.model import Language, Report, Severity
from magcite.rules import RULES

DEFAULT_BASELINE = Path(".magcite-baseline.json")


def add_to(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command()(audit)
    app.command()(check)
    app.command()(report)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What the shared options of the three commands say, parsed."""

    request: Request
    form: Format
    output: Path | None
    options: WriteOptions
    fail_on: FailOn
    baseline: Path | None
    write_baseline: bool
    compare_locks: bool = False
    watch: bool = False


def audit(
    files: Files = None,
    format: FormatOption = None,
    output: Output = None,
    offline: Offline = False,
    refresh: Refresh = False,
    articles: Articles = None,
    fail_on: FailOnOption = None,
    select: Select = None,
    ignore: Ignore = None,
    baseline: Baseline = None,
    write_baseline: WriteBaseline = False,
    lang: Lang = Language.ENGLISH,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
    watch: Watch = False,
    model: Model = None,
    judge: Judge = None,
    judge_model: JudgeModel = None,
) -> None:
    """Audit claims against the sources they cite, for a fact-checker: a table, the worst first.

    Exits 0 whatever it finds, unless --fail-on is given.
    """
    _run(_parse(locals(), Format.TABLE, FailOn.NEVER))


def check(
    files: Files = None,
    format: FormatOption = None,
    output: Output = None,
    offline: Offline = False,
    refresh: Refresh = False,
    articles: Articles = None,
    fail_on: FailOnOption = None,
    select: Select = None,
    ignore: Ignore = None,
    baseline: Baseline = None,
    write_baseline: WriteBaseline = False,
    lang: Lang = Language.ENGLISH,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
    watch: Watch = False,
    model: Model = None,
    judge: Judge = None,
    judge_model: JudgeModel = None,
) -> None:
    """Check claims in CI: one line per finding, with its place, severity and rule.

    Fails (exit 1) on errors, unless --fail-on says otherwise. Where a lock file stands beside a claims file
    (`magcite lock`), what changed since it was written is told too.
    """
    _run(replace(_parse(locals(), Format.LINES, FailOn.ERROR), compare_locks=True))


def report(
    files: Files = None,
    format: FormatOption = None,
    output: Output = None,
    offline: Offline = False,
    refresh: Refresh = False,
    articles: Articles = None,
    fail_on: FailOnOption = None,
    select: Select = None,
    ignore: Ignore = None,
    baseline: Baseline = None,
    write_baseline: WriteBaseline = False,
    lang: Lang = Language.ENGLISH,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
    model: Model = None,
    judge: Judge = None,
    judge_model: JudgeModel = None,
) -> None:
    """Write the audit as a report for editors: HTML, Markdown, CSV or JSON, by --format or the ending of -o FILE."""
    _run(_parse(locals(), Format.MARKDOWN, FailOn.NEVER))


def _parse(given: Mapping[str, Any], default_form: Format, default_fail_on: FailOn) -> _Asked:
    """Turn the options of a command, by name, into what they ask for."""
    output: Path | None = given["output"]
    known = [*(rule.id for rule in RULES), *GATE_RULES]
    request = Request(
        files=find_files(given["files"]),
        offline=given["offline"],
        refresh=given["refresh"],
        articles=given["articles"],
        select=_rule_names(given["select"], known),
        ignore=_rule_names(given["ignore"], known),
        language=given["lang"],
        quiet=given["quiet"],
        aids=AidsWanted(model=given["model"], judge=given["judge"], judge_model=given["judge_model"]),
    )
    if request.offline and request.refresh:
        raise UsageError(
            "--offline and --refresh contradict each other: one opens no connection, the other asks PubMed"
        )
    options = WriteOptions(
        width=terminal_width(),
        color=output is None and use_color(sys.stdout, no_color=given["no_color"]),
        language=given["lang"],
        verbose=given["verbose"],
    )
    return _Asked(
        request=request,
        form=choose_format(given["format"], output, default_form),
        output=output,
        options=options,
        fail_on=given["fail_on"] or default_fail_on,
        baseline=given["baseline"],
        write_baseline=given["write_baseline"],
        watch=given.get("watch", False),
    )


def _rule_names(asked: Sequence[str] | None, known: Sequence[str]) -> frozenset[str]:
    """Split rule names at commas; an unknown one is refused with the nearest known."""
    names = [name.strip() for item in asked or () for name in item.split(",") if name.strip()]
    for name in names:
        if name not in known:
            raise no_such_rule(name, known)
    return frozenset(names)


def _run(asked: _Asked) -> None:
    """Audit, set known findings apart, write, and leave with the exit code."""
    if asked.watch:
        _watch(asked)
        return
    outcome = _compare(run_audit(asked.request), asked)
    if asked.write_baseline:
        _save_baseline(outcome.report, asked)
        raise typer.Exit(ExitCode.NO_ANSWER if outcome.failed else ExitCode.DONE)
    outcome = _set_known_apart(outcome, asked)
    if asked.form is not Format.TABLE:
        for remark in outcome.report.remarks:
            tell(remark, quiet=asked.request.quiet)
    write_report(outcome.report, asked.form, asked.output, asked.options)
    if asked.form is Format.LINES:
        tell(_count(outcome.report), quiet=asked.request.quiet)
    if asked.output is not None:
        tell(f"wrote {asked.output}", quiet=asked.request.quiet)
    raise typer.Exit(_exit_code(outcome, asked.fail_on))


def _compare(outcome: Outcome, asked: _Asked) -> Outcome:
    return compare_with_locks(outcome, asked.request) if asked.compare_locks else outcome


def _watch(asked: _Asked) -> None:
    """Grade again whatever changes, until Ctrl-C; that is how a watch ends, so it is no failure."""
    from magcite.cli import watching
    from magcite.cli.regrading import Regrader

    files = asked.request.files
    watching.refuse_unwatchable(files, writes=asked.output is not None or asked.write_baseline)
    watched = watching.Watched(files=tuple(files), around=lambda report: _around(report, asked))
    shown = watching.Shown(
        settle=lambda outcome: _set_known_apart(_compare(outcome, asked), asked),
        show=lambda report: write_report(report, asked.form, None, asked.options),
        say=lambda line: tell(line, quiet=asked.request.quiet),
    )
    watching.keep_looking(watching.Watch(watched, Regrader(asked.request), shown).look, watching.wait_a_moment)


def _around(report: Report | None, asked: _Asked) -> tuple[Path, ...]:
    """List what a grade depends on beside the claims files: the baseline, lock files and recorded articles."""
    folders = {file.articles for file in report.files} if report else set()
    locks = map(lock_path, asked.request.files) if asked.compare_locks else ()
    named = (asked.baseline, *locks, *({asked.request.articles} if asked.request.articles else folders))
    return tuple(sorted({path for path in named if path}))


def _save_baseline(report: Report, asked: _Asked) -> None:
    """Write today's findings as the baseline, and tell what the old one held that is found no more."""
    path = asked.baseline or DEFAULT_BASELINE
    if path.exists():
        for gone in apply_baseline(all_findings(report), load_baseline(path)).gone:
            tell(f"no longer found: {gone.owner} {gone.rule} {gone.source}".rstrip(), quiet=asked.request.quiet)
    text = write_baseline(all_findings(report))
    write_file(path, lambda out: out.write(text))
    tell(f"wrote {path}; later runs: --baseline {path}", quiet=asked.request.quiet)


def _set_known_apart(outcome: Outcome, asked: _Asked) -> Outcome:
    if asked.baseline is None:
        return outcome
    report, compared = set_known_apart(outcome.report, load_baseline(asked.baseline))
    for gone in compared.gone:
        line = f"in the baseline but found no more: {gone.owner} {gone.rule} {gone.source}".rstrip()
        tell(f"{line} (--write-baseline takes it out)", quiet=asked.request.quiet)
    return Outcome(report=report, failed=outcome.failed)


def _exit_code(outcome: Outcome, fail_on: FailOn) -> ExitCode:
    """Choose the exit code; 3 is said only where nothing worse was found."""
    lowest = fail_on.severity
    counted = (finding for finding in all_findings(outcome.report) if not finding.waived)
    if lowest is not None and any(finding.severity >= lowest for finding in counted):
        return ExitCode.FINDINGS
    return ExitCode.NO_ANSWER if outcome.failed else ExitCode.DONE


def _count(report: Report) -> str:
    counted = Counter(finding.severity for finding in all_findings(report) if not finding.waived)
    waived = sum(1 for finding in all_findings(report) if finding.waived)
    words = ", ".join(
        f"{counted[severity]} {severity.word}{'' if counted[severity] == 1 else 's'}"
        for severity in sorted(Severity, reverse=True)
    )
    return words + (f"; {waived} waived" if waived else "")
