import re

from magcite.formats import Format
from magcite.formats.lines import open_findings

from .rendering import Golden, render
from .sample_report import sample_report

LINE = re.compile(r"^[^:\n]+:\d+:\d+: (error|warning|note)\[[a-z-]+\] \S.*$")


def test_the_whole_output_is_as_agreed(expect_golden: Golden) -> None:
    expect_golden("lines.txt", render(Format.LINES))


def test_every_finding_is_one_line_in_the_agreed_shape() -> None:
    lines = render(Format.LINES).splitlines()
    assert len(lines) == len(open_findings(sample_report())) == 7
    assert all(map(LINE.match, lines))


def test_waived_findings_are_left_out() -> None:
    assert "old-source" not in render(Format.LINES)


def test_findings_stand_in_order_of_place() -> None:
    places = [finding.position for finding in open_findings(sample_report())]
    assert places == sorted(places)


def test_a_source_is_named_once() -> None:
    named = [line for line in render(Format.LINES).splitlines() if "uncited-source" in line]
    assert named[0].count("90000001") == 1
    assert "(90000003)" in render(Format.LINES)
