"""Write the invented report in any format."""

import io
from collections.abc import Callable

from magcite.formats import FORMATS, Format, WriteOptions
from magcite.model import Report

from .sample_report import sample_report

Golden = Callable[[str, str], None]


def render(form: Format, report: Report | None = None, options: WriteOptions | None = None) -> str:
    out = io.StringIO()
    FORMATS[form](sample_report() if report is None else report, out, options or WriteOptions())
    return out.getvalue()
