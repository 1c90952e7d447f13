"""The commands that audit claims: `audit` for people, `check` for CI, `report` for editors."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import typer

from magcite.cli.asked import Asked, parse_options
from magcite.cli.baselines import save_baseline, settle_known
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
from magcite.cli.phrases import RunPhrases, phrases_for
from magcite.cli.runs import Outcome, run_audit, tell, write_report
from magcite.formats import Format
from magcite.gates.baseline import all_findings
from magcite.model import Language, Report, Severity


def add_to(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command()(audit)
    app.command()(check)
    app.command()(report)


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
    _run(parse_options(locals(), Format.TABLE, FailOn.NEVER))


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

    Fails (exit 1) on errors, unless --fail-on says otherwise.

    Where a lock file stands beside a claims file (see `magcite lock`), what changed since then is told too.
    """
    _run(replace(parse_options(locals(), Format.LINES, FailOn.ERROR), compare_locks=True))


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
    _run(parse_options(locals(), Format.MARKDOWN, FailOn.NEVER))


def _run(asked: Asked) -> None:
    """Audit, set known findings apart, write, and leave with the exit code."""
    if asked.watch:
        from magcite.cli.watching import watch

        watch(asked, lambda outcome: settle_known(_compare(outcome, asked), asked))
        return
    outcome = _compare(run_audit(asked.request), asked)
    if asked.write_baseline:
        save_baseline(outcome.report, asked)
        raise typer.Exit(ExitCode.NO_ANSWER if outcome.failed else ExitCode.DONE)
    outcome = settle_known(outcome, asked)
    if asked.form is not Format.TABLE:
        for remark in outcome.report.remarks:
            tell(remark, quiet=asked.request.quiet)
    write_report(outcome.report, asked.form, asked.output, asked.options)
    _tell_end(outcome.report, asked)
    raise typer.Exit(_exit_code(outcome, asked.fail_on))


def _compare(outcome: Outcome, asked: Asked) -> Outcome:
    return compare_with_locks(outcome, asked.request) if asked.compare_locks else outcome


def _exit_code(outcome: Outcome, fail_on: FailOn) -> ExitCode:
    """Choose the exit code; 3 is said only where nothing worse was found."""
    lowest = fail_on.severity
    counted = (finding for finding in all_findings(outcome.report) if not finding.waived)
    if lowest is not None and any(finding.severity >= lowest for finding in counted):
        return ExitCode.FINDINGS
    return ExitCode.NO_ANSWER if outcome.failed else ExitCode.DONE


def _tell_end(report: Report, asked: Asked) -> None:
    """Count the findings where the output does not, and name the file written."""
    say = phrases_for(asked.request.language)
    if asked.form is Format.LINES:
        tell(_count(report, say), quiet=asked.request.quiet)
    if asked.output is not None:
        tell(say.wrote.format(path=asked.output), quiet=asked.request.quiet)


def _count(report: Report, say: RunPhrases) -> str:
    counted = Counter(finding.severity for finding in all_findings(report) if not finding.waived)
    waived = sum(1 for finding in all_findings(report) if finding.waived)
    words = ", ".join(
        say.counted[severity][counted[severity] != 1].format(n=counted[severity])
        for severity in sorted(Severity, reverse=True)
    )
    return words + (f"; {say.waived.format(n=waived)}" if waived else "")
