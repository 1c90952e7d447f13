"""The baseline on the command line: write today's findings down, and set those that are known apart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from magcite.cli.asked import Asked
from magcite.cli.phrases import phrases_for
from magcite.cli.runs import Outcome, tell, write_file
from magcite.gates.baseline import (
    KnownFinding,
    all_findings,
    apply_baseline,
    load_baseline,
    set_known_apart,
    write_baseline,
)
from magcite.model import Report

DEFAULT_BASELINE = Path(".magcite-baseline.json")


def save_baseline(report: Report, asked: Asked) -> None:
    """Write today's findings as the baseline, and tell what the old one held that is found no more."""
    path, quiet, say = asked.baseline or DEFAULT_BASELINE, asked.request.quiet, phrases_for(asked.request.language)
    if path.exists():
        for gone in apply_baseline(all_findings(report), load_baseline(path)).gone:
            tell(say.no_longer_found.format(finding=_name(gone)), quiet=quiet)
    text = write_baseline(all_findings(report))
    write_file(path, lambda out: out.write(text))
    tell(say.wrote_baseline.format(path=path), quiet=quiet)


def settle_known(outcome: Outcome, asked: Asked) -> Outcome:
    """Set the findings that the baseline knows apart, and tell which of its own are found no more."""
    if asked.baseline is None:
        return outcome
    say = phrases_for(asked.request.language)
    report, compared = set_known_apart(outcome.report, load_baseline(asked.baseline))
    for gone in compared.gone:
        tell(say.known_but_gone.format(finding=_name(gone)), quiet=asked.request.quiet)
    return replace(outcome, report=report)


def _name(known: KnownFinding) -> str:
    return f"{known.owner} {known.rule} {known.source}".rstrip()
