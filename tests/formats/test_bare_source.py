"""A source of which nothing is known but its number, in every format."""

import io
from dataclasses import replace

import pytest

from magcite.formats import FORMATS, Format, WriteOptions
from magcite.model import ArticleFacts, Design, Report, Sample

from .rendering import render
from .sample_report import TRIAL, claim, fact, graded, sample_report, state


def _bare_report() -> Report:
    report = sample_report()
    assert TRIAL.support is not None
    reading = replace(
        TRIAL,
        article=replace(TRIAL.article, title=None, journal=None, year=None, notices=()),
        facts=ArticleFacts(design=Design(study_type=None), sample=Sample()),
        support=fact(TRIAL.support.value, None, confidence=0.7),
        evidence_level=None,
    )
    plain = report.claims[2].assertions[0]
    one = state("plain", "It works.", plain.grade.verdict, plain.grade.certainty, (graded(reading, 3),), 3)
    return replace(report, claims=(claim("plain", None, (one, one), 2),), remarks=())


@pytest.mark.parametrize("form", [form for form in Format if form not in {Format.LINES, Format.GITHUB, Format.JUNIT}])
def test_what_is_unknown_is_left_out_and_the_number_is_there(form: Format) -> None:
    written = render(form, _bare_report())
    assert "90000002" in written or form is Format.SARIF
    assert "None" not in written


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_every_format_can_be_written_to_a_narrow_stream(form: Format, encoding: str) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    FORMATS[form](sample_report(), out, WriteOptions())
    out.flush()


def test_a_report_without_findings_says_so() -> None:
    assert "No findings." in render(Format.TABLE, _bare_report())
    assert "No findings." in render(Format.MARKDOWN, _bare_report())
    assert render(Format.LINES, _bare_report()) == ""
