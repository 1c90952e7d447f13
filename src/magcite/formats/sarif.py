"""SARIF 2.1.0, which code scanning reads: the rules with their help, and one result per finding."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, TextIO
from urllib.parse import quote

from magcite import __version__
from magcite.formats.interface import WriteOptions
from magcite.formats.lines import message_of
from magcite.formats.overview import all_findings
from magcite.formats.safe_text import can_print
from magcite.model import Finding, Report, Severity
from magcite.rules import RULES
from magcite.rules.interface import Rule
from magcite.rules.manual import explain

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_FINGERPRINT = "magcite/v1"

Json = dict[str, Any]


def _describe(rule: Rule[Any]) -> Json:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        "help": {"text": explain(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": ["health-claims"], "problem.severity": _problem(rule.severity)},
    }


def _problem(severity: Severity) -> str:
    return "recommendation" if severity is Severity.NOTE else severity.word


def _rules(findings: list[Finding]) -> list[Json]:
    """Describe every rule, and by name alone what else findings are called by."""
    known = {rule.id for rule in RULES}
    others = sorted({finding.rule for finding in findings} - known)
    return [*map(_describe, RULES), *({"id": name, "shortDescription": {"text": name}} for name in others)]


def _uri(path: str) -> str:
    return quote(path.replace("\\", "/"), safe="/:")


def _result(finding: Finding, indexes: Mapping[str, int]) -> Json:
    place = finding.position
    region = {"startLine": place.line, "startColumn": place.column}
    location: Json = {"physicalLocation": {"artifactLocation": {"uri": _uri(place.file)}, "region": region}}
    location["logicalLocations"] = [{"fullyQualifiedName": finding.owner, "kind": "member"}]
    result: Json = {
        "ruleId": finding.rule,
        "ruleIndex": indexes[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.owner}: {message_of(finding)}"},
        "locations": [location],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
        "rank": round(finding.confidence * 100, 1),
        "properties": {"source": finding.source, "quote": finding.quote},
    }
    if finding.waived is not None:
        result["suppressions"] = [{"kind": "external", "justification": finding.waived}]
    return result


def _notifications(report: Report) -> Iterator[Json]:
    for remark in report.remarks:
        yield {"level": "warning", "message": {"text": remark}}


def report_as_sarif(report: Report) -> Json:
    """Give the report as one SARIF log with one run; waived findings are suppressed results."""
    findings = list(all_findings(report))
    rules = _rules(findings)
    indexes = {rule["id"]: index for index, rule in enumerate(rules)}
    invocation: Json = {"executionSuccessful": True, "toolExecutionNotifications": list(_notifications(report))}
    driver = {"name": "magcite", "semanticVersion": __version__, "rules": rules}
    run: Json = {
        "tool": {"driver": driver},
        "invocations": [invocation],
        "artifacts": [{"location": {"uri": _uri(file.path)}} for file in report.files],
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, indexes) for finding in findings],
    }
    if report.model:
        run["properties"] = {"model": report.model}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def write(report: Report, out: TextIO, _options: WriteOptions) -> None:
    """Write the report as SARIF; characters that the stream cannot print are escaped."""
    text = json.dumps(report_as_sarif(report), indent=2, ensure_ascii=False)
    if not can_print(text, out):
        text = json.dumps(report_as_sarif(report), indent=2)
    out.write(f"{text}\n")
