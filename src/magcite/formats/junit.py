"""JUnit XML, which CI servers draw as tests: one case per statement, failed by its errors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TextIO
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from magcite.formats.interface import WriteOptions
from magcite.formats.lines import message_of
from magcite.formats.safe_text import drop_controls
from magcite.model import AssertionVerdict, AuditedAssertion, AuditedClaim, Finding, Report, Severity

_NOT_XML = re.compile("[\ufffe\uffff]")
"""Characters that XML 1.0 forbids and that are no control characters."""
_NO_ANSWER = frozenset({AssertionVerdict.UNVERIFIABLE})


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", drop_controls(text))


def _line(finding: Finding) -> str:
    return f"{finding.position}: {finding.severity.word}[{finding.rule}] {message_of(finding)}"


def _case(suite: Element, claim: str, name: str, file: str, line: int) -> Element:
    return SubElement(
        suite,
        "testcase",
        {"classname": _clean(claim), "name": _clean(name), "file": _clean(file), "line": str(line), "time": "0"},
    )


def _judge(case: Element, findings: Iterable[Finding], *, skipped: str | None = None) -> None:
    """Fail a case by its errors, else skip it where there was no answer; the rest goes to its output."""
    open_ones = [finding for finding in findings if finding.waived is None]
    errors = [finding for finding in open_ones if finding.severity is Severity.ERROR]
    others = [finding for finding in open_ones if finding.severity is not Severity.ERROR]
    if errors:
        told = {"type": errors[0].rule, "message": _clean(message_of(errors[0]))}
        SubElement(case, "failure", told).text = _clean_lines(errors)
    elif skipped is not None:
        SubElement(case, "skipped", {"message": _clean(skipped)})
    if others:
        SubElement(case, "system-out").text = _clean_lines(others)


def _clean_lines(findings: Sequence[Finding]) -> str:
    return "\n".join(_clean(_line(finding)) for finding in findings)


def _add_statement(suite: Element, claim: AuditedClaim, audited: AuditedAssertion) -> None:
    place = audited.assertion.position
    case = _case(suite, claim.claim.id, audited.assertion.id, place.file, place.line)
    verdict = audited.grade.verdict
    _judge(case, audited.findings, skipped=audited.grade.summary or verdict.value if verdict in _NO_ANSWER else None)


def _add_claim(suite: Element, claim: AuditedClaim) -> None:
    if claim.findings or not claim.assertions:
        place = claim.claim.position
        case = _case(suite, claim.claim.id, f"{claim.claim.id} (the claim as a whole)", place.file, place.line)
        _judge(case, claim.findings)
    for audited in claim.assertions:
        _add_statement(suite, claim, audited)


def _count(element: Element) -> dict[str, str]:
    return {
        "tests": str(len(element.findall(".//testcase"))),
        "failures": str(len(element.findall(".//failure"))),
        "errors": "0",
        "skipped": str(len(element.findall(".//skipped"))),
        "time": "0",
    }


def build_suites(report: Report) -> Element:
    """Build the tree: one suite per claims file, in the order of the files."""
    root = Element("testsuites", {"name": "magcite"})
    by_file: dict[str, list[AuditedClaim]] = {}
    for claim in report.claims:
        by_file.setdefault(claim.claim.position.file, []).append(claim)
    for file, claims in by_file.items():
        suite = SubElement(root, "testsuite", {"name": _clean(file)})
        for claim in claims:
            _add_claim(suite, claim)
        suite.attrib.update(_count(suite))
    root.attrib.update(_count(root))
    return root


def write(report: Report, out: TextIO, _options: WriteOptions) -> None:
    """Write the report as JUnit XML in pure ASCII, which every encoding holds."""
    root = build_suites(report)
    indent(root)
    body = tostring(root, encoding="us-ascii").decode("ascii")
    out.write(f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n')
