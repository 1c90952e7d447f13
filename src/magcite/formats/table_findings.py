"""The findings of a statement in the terminal; notes are only named unless asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from magcite.formats.interface import WriteOptions
from magcite.formats.page import Page
from magcite.formats.phrases import count, phrases_for
from magcite.formats.safe_text import flatten, shorten
from magcite.formats.worries import group_findings
from magcite.model import Finding, Severity
from magcite.vocabulary import name

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_INDENT = 2
_HANG = 4
_LONGEST = 500


def print_findings(findings: Sequence[Finding], page: Page, options: WriteOptions) -> None:
    """Print errors and warnings in full, and notes in full or as one line of counts."""
    say = phrases_for(options.language)
    shown = [finding for finding in findings if options.verbose or finding.severity > Severity.NOTE]
    for (severity, rule, message, waived), sources in group_findings(shown).items():
        names = [flatten(source) for source in sources if source not in message]
        told = f" ({', '.join(names)})" if names else ""
        excuse = f" [{say.waived.format(reason=flatten(waived))}]" if waived is not None else ""
        style = "dim" if waived is not None else _STYLES[severity]
        page.line(
            (f"{name(severity, options.language)}[{rule}]", style),
            (f" {shorten(message, _LONGEST)}{told}", ""),
            (excuse, "dim"),
            indent=_INDENT,
            hang=_HANG,
        )
    hidden = Counter(finding.rule for finding in findings if finding not in shown)
    if hidden:
        names = [rule if number == 1 else f"{rule} ×{number}" for rule, number in hidden.items()]
        words = count(say.notes, hidden.total(), options.language, names=", ".join(names))
        page.line((words, "dim"), indent=_INDENT, hang=_HANG)
