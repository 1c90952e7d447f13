"""The exit codes of the command line, one meaning each."""

from __future__ import annotations

from enum import IntEnum

from magcite.errors import ClaimsFileError, MagciteError, RecordedArticleError, SourceError, UsageError


class ExitCode(IntEnum):
    """What a caller can tell from the exit code alone."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    NO_ANSWER = 3
    DEFECT = 70
    INTERRUPTED = 130


_CODES: dict[type[MagciteError], ExitCode] = {
    MagciteError: ExitCode.USAGE,
    UsageError: ExitCode.USAGE,
    ClaimsFileError: ExitCode.USAGE,
    RecordedArticleError: ExitCode.USAGE,
    SourceError: ExitCode.NO_ANSWER,
}


def code_of(error: MagciteError) -> ExitCode:
    """Give the exit code of an error that stopped a run."""
    return next(_CODES[kind] for kind in type(error).__mro__ if kind in _CODES)
