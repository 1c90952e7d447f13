"""Keep small versioned JSON files beside the claims: sorted, so that a change reads well in a diff."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from magcite.errors import UsageError


def write_stored(version: int, body: Mapping[str, object]) -> str:
    """Give the text of a stored file: keys sorted, one entry a line, a line end at the end."""
    content = {"schema_version": version, **body}
    return json.dumps(content, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def read_stored(path: Path, what: str, remedy: str) -> str:
    """Give the text of a stored file; `what` names it where it cannot be read, and `remedy` is what writes one."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise UsageError(f"{path}: there is no such {what}; check the name, or write it first with {remedy}") from error
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: this {what} cannot be read ({error}); write it anew with {remedy}") from error


def parse_stored(text: str, *, name: str, what: str, version: int) -> dict[str, Any]:
    """Give the content of a stored file of the version asked for."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{name}: this {what} is damaged ({error}); write it anew") from error
    if not isinstance(content, dict) or "schema_version" not in content:
        raise UsageError(f"{name}: this is not a {what} of magcite; name another file, or write it anew")
    if content["schema_version"] != version:
        raise UsageError(
            f"{name}: this {what} has version {content['schema_version']}, and this magcite reads {version}; "
            "write it anew, or use the magcite that wrote it"
        )
    return content
