"""Write a claims file that a person works on: whole or not at all, where it stands, with the rights it has."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from magcite.cli.runs import STANDARD_INPUT, write_file
from magcite.errors import UsageError


def rewrite(name: str, text: str) -> None:
    """Put a text in the place of a file; behind a link the file itself changes, and the link stays."""
    path = Path(name).resolve()
    before = path.stat().st_mode if path.exists() else None
    write_file(path, lambda out: out.write(text))
    if before is not None:
        with suppress(OSError):
            path.chmod(before)


def refuse_standard_input(name: str, command: str) -> None:
    """Refuse `-` where a command changes the file it is given."""
    if name == STANDARD_INPUT:
        raise UsageError(f"magcite {command} changes the file it is given, and standard input is none; name a file")


def refuse_to_overwrite(path: Path, text: str | None = None, *, force: bool) -> None:
    """Refuse to replace a file that somebody may have worked on; an empty one, or the same text, is no loss."""
    if force or not path.exists():
        return
    try:
        before = path.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error
    if text is None or (before.strip() and before != text.encode()):
        raise UsageError(f"{path} exists already; name another file, or overwrite it with --force")
