"""Text from outside as Markdown that reads as it was written: no markup, links, mentions or broken cells."""

from __future__ import annotations

import html
import re

from magcite.formats.safe_text import flatten

_MARKUP = re.compile(r"[\\`*_\[\]|~$]")
_BLOCK = re.compile(r"^(?P<number>\d{0,9})(?P<mark>[-+#.)=])")
"""What would begin a list, a heading or a line under one where it stands first."""
_LIVE = re.compile(r"(?P<mention>@)(?=\w)|(?P<issue>#)(?=\d)|(?P<web>:)(?=//)|(?P<site>www)(?=\.)")
"""What GitHub turns into a mention, a reference or a link even where Markdown would not."""


def _still(text: str) -> str:
    return _LIVE.sub(lambda found: f"{found[0]}<!-- -->", text)


def escape_html(text: str) -> str:
    """Make text safe inside an HTML block of a Markdown page, where backslashes would show."""
    return _still(html.escape(flatten(text), quote=False))


def escape(text: str) -> str:
    """Make text safe in a paragraph, a list item or a cell."""
    plain = html.escape(flatten(text), quote=False)
    marked = _MARKUP.sub(lambda found: f"\\{found[0]}", plain)
    return _still(_BLOCK.sub(lambda found: f"{found['number']}\\{found['mark']}", marked))


def cells(*contents: str) -> str:
    """Write one row of a table; the contents must be escaped already."""
    return f"| {' | '.join(contents)} |"
