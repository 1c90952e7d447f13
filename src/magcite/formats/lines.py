"""One line per finding, as compilers and linters print them: `file:line:col: severity[rule] whose: message`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from magcite.formats.interface import WriteOptions
from magcite.formats.overview import all_findings
from magcite.formats.safe_text import fit_stream, flatten
from magcite.model import Finding, Position, Report


def open_findings(report: Report) -> tuple[Finding, ...]:
    """List the findings that nobody waived, in order of place, the worst first at one place."""

    def order(finding: Finding) -> tuple[Position, int, str, str, str]:
        return (finding.position, -finding.severity, finding.rule, finding.source or "", finding.message)

    return tuple(sorted((finding for finding in all_findings(report) if finding.waived is None), key=order))


def message_of(finding: Finding) -> str:
    """Give the message on one line, with the source it concerns where it does not name it itself."""
    message = flatten(finding.message)
    if finding.source and finding.source not in message:
        return f"{message} ({flatten(finding.source)})"
    return message


def _lines(report: Report) -> Iterator[str]:
    for finding in open_findings(report):
        yield f"{finding.position}: {finding.severity.word}[{finding.rule}] {finding.owner}: {message_of(finding)}"


def write(report: Report, out: TextIO, _options: WriteOptions) -> None:
    """Write one line per finding and nothing else, so that no findings are no output."""
    for line in _lines(report):
        out.write(f"{fit_stream(line, out)}\n")
