"""Tell what kind of file a text is, and turn its bytes into characters."""

from __future__ import annotations

import codecs
import re
from enum import Enum

from magcite.errors import UsageError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_REFUSED = (
    (b"%PDF", "a PDF", "copy its text into a text file, or save it as Word or HTML"),
    (b"\xd0\xcf\x11\xe0", "an old Word document (.doc)", "save it as .docx"),
    (b"{\\rtf", "an RTF document", "save it as .docx or as plain text"),
)
_CONTROLS = bytes(code for code in range(32) if chr(code) not in "\t\n\v\f\r\x1b")
"""Control characters that no text needs; the escape sign stays out, for Japanese encodings are full of it."""

_MOST_CONTROLS = 0.02
"""Share of control characters beyond which bytes are no text: noise has a tenth, a damaged text a few (ours)."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_LOOKS_LIKE_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAG = re.compile(r"</(?:p|div|h[1-6]|li|ul|ol|a|span|strong|article|section)>", re.IGNORECASE)
_FEW_TAGS = 3


class Format(Enum):
    """The formats that a published text may have."""

    LINES = "lines"
    HTML = "html"
    WORD = "word"


def detect_format(data: bytes, name: str) -> Format:
    """Tell the format of a file by its content, or else its name; refuse what is no text with what to do instead."""
    for start, what, cure in _REFUSED:
        if data[:1024].lstrip().startswith(start):
            raise UsageError(f"{name}: this is {what}; {cure}")
    if data.startswith(b"PK\x03\x04"):
        return Format.WORD
    if name.lower().endswith((".html", ".htm", ".xhtml")):
        return Format.HTML
    head = decode(data, name)[:65536]
    is_markup = _LOOKS_LIKE_HTML.match(head) or (head.lstrip().startswith("<") and len(_TAG.findall(head)) >= _FEW_TAGS)
    return Format.HTML if is_markup else Format.LINES


def decode(data: bytes, name: str) -> str:
    """Decode text: by its mark, as UTF-16 without mark, as its HTML says, as UTF-8, or else as Windows-1252."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if guessed := _guess_utf16(data):
        return data.decode(guessed, errors="replace")
    if _is_binary(data[:8192]):
        raise UsageError(f"{name}: this is no text; save it as plain text, Markdown, HTML or Word (.docx)")
    for encoding in (*_declared(data), "utf-8"):
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeError):
            continue
    return data.decode("cp1252", errors="replace")


def _is_binary(sample: bytes) -> bool:
    """Tell a picture, an archive or noise from text, which has next to no control characters."""
    return len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) * _MOST_CONTROLS


def _declared(data: bytes) -> tuple[str, ...]:
    found = _CHARSET.search(data[:2048])
    return (found[1].decode("ascii"),) if found else ()


def _guess_utf16(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark: Western text in it has a zero in every second byte."""
    sample = data[:2000]
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.7 and even < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.7 and odd < half * 0.05 else None
