from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

from magcite.formats import Format

from .rendering import Golden, render
from .sample_report import empty_report, sample_report


def _cases() -> dict[str, Element]:
    return {case.attrib["name"]: case for case in fromstring(render(Format.JUNIT)).iter("testcase")}


def test_the_whole_report_is_as_agreed(expect_golden: Golden) -> None:
    expect_golden("junit.xml", render(Format.JUNIT))


def test_errors_fail_a_case_and_the_rest_is_its_output() -> None:
    failure = _cases()["mood.b"].find("failure")
    assert failure is not None
    assert failure.attrib["type"] == "wrong-subgroup"
    assert _cases()["hostile"].find("failure") is None
    assert _cases()["hostile"].find("system-out") is not None


def test_what_could_not_be_checked_is_skipped_and_not_passed() -> None:
    assert _cases()["silent.a"].find("skipped") is not None


def test_the_counts_are_those_of_the_cases() -> None:
    root = fromstring(render(Format.JUNIT))
    assert root.attrib["tests"] == str(len(root.findall(".//testcase"))) == "12"
    assert (root.attrib["failures"], root.attrib["skipped"], root.attrib["errors"]) == ("2", "2", "0")


def test_characters_that_xml_forbids_are_taken_out() -> None:
    report = sample_report()
    first, *others = report.claims
    bad = "a\x00b\x1bc\ufffed\ud800"
    finding = replace(first.findings[0], message=bad)
    text = render(Format.JUNIT, replace(report, claims=(replace(first, findings=(finding,)), *others)))
    assert "abc\ufffdd\ufffd" in (fromstring(text).findtext(".//system-out") or "")


def test_an_empty_report_has_no_cases() -> None:
    assert fromstring(render(Format.JUNIT, empty_report())).attrib["tests"] == "0"
