"""Workflow commands, which GitHub Actions shows as annotations beside the lines of a pull request."""

from __future__ import annotations

from typing import TextIO

from magcite.formats.interface import WriteOptions
from magcite.formats.lines import message_of, open_findings
from magcite.formats.safe_text import fit_stream
from magcite.model import Finding, Report, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}

# NOTE: as actions/toolkit escapes them, https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def _command(finding: Finding) -> str:
    place = finding.position
    properties = {"file": place.file, "line": str(place.line), "col": str(place.column), "title": finding.rule}
    listed = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in properties.items())
    message = f"{finding.owner}: {message_of(finding)}".translate(_MESSAGE)
    return f"::{_COMMANDS[finding.severity]} {listed}::{message}"


def write(report: Report, out: TextIO, _options: WriteOptions) -> None:
    """Write one workflow command per finding."""
    for finding in open_findings(report):
        out.write(f"{fit_stream(_command(finding), out)}\n")
