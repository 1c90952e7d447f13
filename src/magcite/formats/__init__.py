"""The formats a report can be written in; each module is imported only when it is used."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from importlib import import_module
from types import MappingProxyType
from typing import TextIO

from magcite.formats.interface import WriteOptions, Writer
from magcite.model import Report

__all__ = ["FORMATS", "Format", "WriteOptions", "Writer", "format_of_name"]


class Format(Enum):
    """The name of a format as `--format` takes it."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"
    CSV = "csv"
    SARIF = "sarif"
    GITHUB = "github"
    JUNIT = "junit"
    LINES = "lines"
    CLAIMREVIEW = "claimreview"


def _from(module: str) -> Writer:
    """Give a writer that imports its module on first use, so that start-up stays light."""

    def write(report: Report, out: TextIO, options: WriteOptions) -> None:
        writer: Writer = import_module(f"magcite.formats.{module}").write
        writer(report, out, options)

    return write


FORMATS: Mapping[Format, Writer] = MappingProxyType(
    {
        Format.TABLE: _from("table"),
        Format.JSON: _from("json_v1"),
        Format.MARKDOWN: _from("markdown"),
        Format.HTML: _from("html"),
        Format.CSV: _from("csv_table"),
        Format.SARIF: _from("sarif"),
        Format.GITHUB: _from("github"),
        Format.JUNIT: _from("junit"),
        Format.LINES: _from("lines"),
        Format.CLAIMREVIEW: _from("claimreview"),
    }
)

_ENDINGS: tuple[tuple[str, Format], ...] = (
    (".claimreview.json", Format.CLAIMREVIEW),
    (".sarif.json", Format.SARIF),
    (".sarif", Format.SARIF),
    (".json", Format.JSON),
    (".jsonld", Format.CLAIMREVIEW),
    (".md", Format.MARKDOWN),
    (".markdown", Format.MARKDOWN),
    (".html", Format.HTML),
    (".htm", Format.HTML),
    (".csv", Format.CSV),
    (".xml", Format.JUNIT),
    (".txt", Format.TABLE),
)


def format_of_name(name: str) -> Format | None:
    """Tell the format that a file name's ending stands for, None where it stands for none."""
    lowered = name.lower()
    return next((found for ending, found in _ENDINGS if lowered.endswith(ending)), None)
