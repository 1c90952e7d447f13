"""What every format offers: one function that writes a report, and the options it may look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TextIO

from magcite.model import Language, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOptions:
    """How a report is to look. `width` is in columns; `verbose` shows what is otherwise only counted.

    Formats for machines look at none of these: their bytes depend on the report alone.
    """

    width: int = 80
    color: bool = False
    language: Language = Language.ENGLISH
    verbose: bool = False


class Writer(Protocol):
    """Write a whole report to a text stream."""

    def __call__(self, report: Report, out: TextIO, options: WriteOptions, /) -> None:
        """Write the report; never look at `sys.stdout`, never close the stream."""
        ...
