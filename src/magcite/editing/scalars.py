"""Write a text as a YAML value that reads back as itself."""

from __future__ import annotations

import textwrap

import yaml

from magcite.claims.nodes import FAST_LOADER

WIDTH = 110
"""Columns beyond which a long text is folded over several lines."""


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def write_scalar(value: str, *, in_flow: bool = False) -> str:
    """Write a text on one line: plain where YAML reads that as the same text, between double quotes otherwise."""
    if _reads_back(value, in_flow=in_flow):
        return value
    return '"' + "".join(map(_escape, value)) + '"'


def _escape(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    return sign if sign.isprintable() else f"\\U{ord(sign):08X}"


def write_folded(value: str, indentation: int, header: str, line_end: str) -> str:
    """Write a text as a folded block: the header and, under its key, lines of words."""
    lines = textwrap.wrap(value, WIDTH - indentation, break_long_words=False, break_on_hyphens=False)
    return line_end.join([header, *(" " * indentation + line for line in lines)])


def _reads_back(value: str, *, in_flow: bool) -> bool:
    """Tell whether a text without quotes is read as that text, and not as a number, date or yes or no."""
    if value != value.strip() or "\n" in value or not value.isprintable():
        return False
    try:
        loaded = yaml.load(f"{{k: {value}}}" if in_flow else f"k: {value}", Loader=FAST_LOADER)
    except yaml.YAMLError:
        return False
    return bool(loaded == {"k": value})
