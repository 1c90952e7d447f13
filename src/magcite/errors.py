"""What stops a run.

MagciteError
├── UsageError            wrong options or settings (exit 2)
├── ClaimsFileError       a claims file that cannot be used, with every complaint (exit 2)
├── RecordedArticleError  a recorded article that cannot be read (exit 2)
├── LostModelError        the model that ships with magcite cannot be used; a run goes on without it
└── SourceError           PubMed or the cache failed (exit 3)

Doubt about evidence is never an error: it is a finding.
"""

from __future__ import annotations

from dataclasses import dataclass

from magcite.model import Position


class MagciteError(Exception):
    """A run cannot go on; the message says what is wrong, where, and what to do."""


class UsageError(MagciteError):
    """The options or settings make no sense together."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Complaint:
    """One thing wrong with a claims file, in words that a journalist understands."""

    position: Position
    message: str

    def __str__(self) -> str:
        """Write the complaint as `file:line:column: message`."""
        return f"{self.position}: {self.message}"


class ClaimsFileError(MagciteError):
    """A claims file cannot be used; `complaints` holds everything wrong with it, in order of place."""

    def __init__(self, complaints: tuple[Complaint, ...]) -> None:
        super().__init__("\n".join(str(complaint) for complaint in complaints))
        self.complaints = complaints


class RecordedArticleError(MagciteError):
    """A file in the folder of recorded articles cannot be read."""


class LostModelError(MagciteError):
    """The model that ships with magcite cannot be used; the message is the reason and what to do."""


class SourceError(MagciteError):
    """PubMed or the cache failed in a way that leaves citations without an answer."""
