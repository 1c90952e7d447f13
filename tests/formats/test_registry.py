import subprocess
import sys

import pytest

from magcite.formats import FORMATS, Format, format_of_name

from .rendering import render
from .sample_report import empty_report


def test_every_format_has_a_writer_and_writes_any_report() -> None:
    assert set(FORMATS) == set(Format)
    for form in Format:
        assert render(form)
        assert isinstance(render(form, empty_report()), str)


@pytest.mark.parametrize("form", Format)
def test_the_same_report_gives_the_same_bytes(form: Format) -> None:
    assert render(form) == render(form)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("out.html", Format.HTML),
        ("OUT.HTM", Format.HTML),
        ("a/report.md", Format.MARKDOWN),
        ("report.json", Format.JSON),
        ("report.sarif.json", Format.SARIF),
        ("x.claimreview.json", Format.CLAIMREVIEW),
        ("x.csv", Format.CSV),
        ("report", None),
        ("report.docx", None),
    ],
)
def test_the_ending_of_a_name_tells_the_format(name: str, form: Format | None) -> None:
    assert format_of_name(name) is form


def test_the_registry_alone_imports_no_format() -> None:
    code = "import sys, magcite.formats; sys.exit('rich' in sys.modules or 'magcite.formats.table' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", code], check=False, env={"PYTHONPATH": ":".join(sys.path)}).returncode
        == 0
    )
