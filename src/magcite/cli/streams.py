"""The standard streams as they may be: closed, full, or with nobody reading."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from magcite.errors import ClaimsFileError, MagciteError, UsageError

_UNWRITABLE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EPIPE, errno.EBADF, errno.EIO})
"""What the system says of a stream that takes no more."""


def open_missing_streams() -> None:
    """Give each closed stream a stand-in: nothing to read, remarks into nowhere, and results refused with a reason."""
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115  open as long as the process
    if sys.stdout is None:
        # A file that can only be read refuses what is written, as a full disk does; silence would pass for success.
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115


def write_out(write: Callable[[TextIO], object]) -> bool:
    """Write to standard output; a reader that went away (`| head`) is no failure of ours. Tell whether one is there."""
    try:
        write(sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:
        abandon_output()
        return False
    except OSError as error:
        abandon_output()
        raise UsageError(f"cannot write to standard output: {error.strerror or error}") from error
    return True


def refuse_output(error: OSError) -> UsageError | None:
    """Say that standard output takes no more, where that is what an error of unknown origin means."""
    if error.errno not in _UNWRITABLE:
        return None
    abandon_output()
    return UsageError(f"cannot write to standard output: {error.strerror or error}")


def say(text: str) -> None:
    """Write a line to standard error; where even that is impossible, the exit code must do."""
    with suppress(OSError):
        sys.stderr.write(f"magcite: {text}\n")
        sys.stderr.flush()


def error_lines(error: MagciteError) -> tuple[str, ...]:
    """Give an error in lines that all begin alike, each complaint about a claims file on its own."""
    told = error.complaints if isinstance(error, ClaimsFileError) else (error,)
    return tuple(f"error: {one}" for one in told)


def abandon_output() -> None:
    """Send what is still to be written into nowhere, so that the exit does not fail over it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
