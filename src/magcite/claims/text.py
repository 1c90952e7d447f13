"""Turn the bytes of a claims file into text, and say in plain words why they are none."""

from __future__ import annotations

import codecs
import re
from itertools import islice
from pathlib import Path

from magcite.claims.complaints import Complaints

LARGEST_FILE = 32 * 1024 * 1024
"""Bytes; some 60,000 claims. More is a mistaken file name or a device that never ends."""

MOST_UNPRINTABLE = 50
"""Invisible characters to name; a file with more is no text, and naming them all would take hours."""

_SAVE_AS_UTF8 = 'save the file as UTF-8 (in most editors: "Save as", encoding "UTF-8")'
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile("\r\n|[\r\n]")


def read_bytes(complaints: Complaints) -> bytes:
    """Read the file that the complaints are about; a file that cannot be read is the only complaint."""
    path = Path(complaints.file)
    try:
        with path.open("rb") as opened:
            content = opened.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as problem:
        complaints.stop_at(1, 1, _why_unreadable(path, problem))
    return content


def _why_unreadable(path: Path, problem: OSError | ValueError) -> str:
    match problem:
        case FileNotFoundError():
            return "there is no such file; check the name, or make a new one with `magcite init`"
        case IsADirectoryError():
            return f"this is a folder, not a claims file; name a file in it, such as {path / 'claims.yaml'}"
        case PermissionError():
            return "this file may not be read; ask its owner for permission"
        case OSError():
            return f"this file cannot be read ({problem.strerror or problem})"
        case _:
            return "this is not a file name"


def decode(content: bytes, complaints: Complaints) -> str:
    """Decode UTF-8 (with or without a byte order mark) or marked UTF-16, and refuse control characters."""
    if len(content) > LARGEST_FILE:
        complaints.stop_at(1, 1, f"this file is larger than {LARGEST_FILE // 1024**2} MB: it is no claims file")
    encoding = "utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as problem:
        complaints.stop_at(*_explain_bytes(content, encoding, problem))
    _refuse_unprintable(text, complaints)
    return text


def _explain_bytes(content: bytes, encoding: str, problem: UnicodeDecodeError) -> tuple[int, int, str]:
    """Give the line and column at which the bytes are no longer text, and what to do."""
    if encoding == "utf-16":
        return 1, 1, f"this file begins as UTF-16 but is not; {_SAVE_AS_UTF8}"
    offset = problem.start + (len(codecs.BOM_UTF8) if content.startswith(codecs.BOM_UTF8) else 0)
    line, column = place_of(content[:offset].decode("utf-8-sig", errors="replace"), None)
    wrong = f"byte {offset + 1} of the file (hexadecimal {content[offset]:02X}) is not UTF-8 text"
    return line, column, f"{wrong}; {_SAVE_AS_UTF8}"


def _refuse_unprintable(text: str, complaints: Complaints) -> None:
    if "\x00" in text[:200]:
        complaints.stop_at(1, 1, f"this file is not plain text in UTF-8 (it may be UTF-16); {_SAVE_AS_UTF8}")
    for found in islice(_UNPRINTABLE.finditer(text), MOST_UNPRINTABLE):
        line, column = place_of(text, found.start())
        complaints.at_place(
            line, column, f"an invisible control character stands here (U+{ord(found[0]):04X}); delete it"
        )
    complaints.raise_if_any()


def place_of(text: str, offset: int | None) -> tuple[int, int]:
    """Give line and column, counted from 1, of an offset in a text; None is its end."""
    before = text[:offset]
    ends = list(_LINE_END.finditer(before))
    return len(ends) + 1, len(before) - (ends[-1].end() if ends else 0) + 1
