"""Make text from outside safe to show: on one line, without controls, in what the stream can print."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TextIO

_BIDI_CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks that turn the direction of what follows: a title with one could reorder the words of a verdict."""

_ASCII = str.maketrans(
    {
        "─": "-", "·": "-", "…": "...", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "×": "x", "•": "*",
        "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "≥": ">=", "≤": "<=", "±": "+/-", "µ": "u", "μ": "u",
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "ß": "ss", "ø": "o", "Ø": "O", "æ": "ae", "→": "->",
    }
)  # fmt: skip


@cache
def _dropped() -> dict[int, str | None]:
    controls = {code: None for code in (*range(0x20), *range(0x7F, 0xA0))}
    spaces = {ord(character): " " for character in "\t\n\r\x0b\x0c\x85\u2028\u2029"}
    surrogates = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
    return {**controls, **spaces, **surrogates, **dict.fromkeys(map(ord, _BIDI_CONTROLS))}


def drop_controls(text: str) -> str:
    """Take out control and direction characters; line breaks and tabs become spaces."""
    return text.translate(_dropped())


def flatten(text: str) -> str:
    """Put a text on one line, without controls and without runs of white space."""
    return " ".join(drop_controls(text).split())


def shorten(text: str, limit: int) -> str:
    """Cut a text at a space so that it has no more than `limit` characters, and mark the cut with an ellipsis."""
    if len(text) <= limit:
        return text
    kept = text[: limit - 1]
    at_space = kept.rfind(" ")
    return (kept[:at_space] if at_space > limit // 2 else kept).rstrip(" ,;:") + "…"


def fit_stream(text: str, out: TextIO) -> str:
    """Give the text as the stream can print it: unchanged, or with the nearest plain characters, at worst `?`."""
    encoding = getattr(out, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        plain = unicodedata.normalize("NFKD", text.translate(_ASCII))
        bare = "".join(character for character in plain if not unicodedata.combining(character))
        return bare.encode(encoding, "replace").decode(encoding)
    return text


def can_print(text: str, out: TextIO) -> bool:
    """Tell whether the stream's encoding holds every character of the text."""
    try:
        text.encode(getattr(out, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    return True
