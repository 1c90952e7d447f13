"""What a reader should look at first, and why, in a few words; the same in every report for people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from magcite.body import source_name
from magcite.formats.lines import message_of
from magcite.formats.overview import Statement, bearing_sources
from magcite.formats.safe_text import flatten, shorten
from magcite.model import AssertionVerdict, CitedSource, Finding, Language, Severity, Verdict
from magcite.vocabulary import name

_WORRYING = frozenset({AssertionVerdict.CONTRADICTED, AssertionVerdict.NOT_SUPPORTED, AssertionVerdict.MIXED})
_LONGEST_NAME = 60
_SITE = re.compile(r"https?://(?:www\.)?(?P<site>[^/?#]+)")

Key = tuple[Severity, str, str, str | None]


def group_findings(findings: Iterable[Finding]) -> dict[Key, list[str]]:
    """Put findings that say the same of several sources together, the worst first."""
    groups: dict[Key, list[str]] = {}
    for finding in sorted(findings, key=lambda finding: -finding.severity):
        key = (finding.severity, finding.rule, flatten(finding.message), finding.waived)
        names = groups.setdefault(key, [])
        if finding.source and finding.source not in names:
            names.append(finding.source)
    return groups


def describe_names(sources: Sequence[CitedSource]) -> str:
    """List sources by the names people look them up under."""
    return ", ".join(shorten(flatten(source_name(source)), _LONGEST_NAME) for source in sources)


def name_briefly(sources: Iterable[str]) -> str:
    """List sources in little room: web pages by their site, with how many there are of each."""
    names: Counter[str] = Counter()
    for source in map(flatten, sources):
        site = _SITE.match(source)
        names[site["site"] if site else shorten(source, _LONGEST_NAME)] += 1
    return ", ".join(named if number == 1 else f"{named} ×{number}" for named, number in names.items())


def needs_a_look(statement: Statement) -> bool:
    """Tell whether a fact-checker should look at a statement before publication."""
    errors = any(
        finding.severity is Severity.ERROR and finding.waived is None for finding in statement.audited.findings
    )
    return statement.verdict in _WORRYING or statement.audited.grade.overstated or errors


def reason_to_look(statement: Statement, language: Language) -> str:
    """Say in a few words why a statement is to be checked: its worst finding, else what speaks against it."""
    worst = max(
        (finding for finding in statement.audited.findings if finding.waived is None),
        key=lambda finding: finding.severity,
        default=None,
    )
    if worst and worst.severity > Severity.NOTE:
        return message_of(worst)
    against = [
        source
        for source in bearing_sources(statement.audited)
        if source.reading and source.reading.support and source.reading.support.value is Verdict.CONTRADICTS
    ]
    if against:
        return f"{describe_names(against)} {name(Verdict.CONTRADICTS, language)}"
    return ""
