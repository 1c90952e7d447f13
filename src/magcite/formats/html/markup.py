"""HTML that is safe by construction: every text is escaped unless it is markup already."""

from __future__ import annotations

import html
from collections.abc import Iterable

from magcite.formats.safe_text import drop_controls

_VOID = frozenset({"br", "meta", "input", "wbr"})


class Markup(str):
    """A piece of HTML; made only by this module's functions."""

    __slots__ = ()


Content = str | None
Attribute = str | int | bool | None


def escape(text: str) -> Markup:
    """Escape a text for any place in a page, and take its control and direction characters out."""
    return Markup(html.escape(drop_controls(text)))


def join(contents: Iterable[Content], between: str = "") -> Markup:
    """Put pieces one after the other; texts among them are escaped, None is left out."""
    return Markup(between.join(_safe(content) for content in contents if content is not None))


def _safe(content: str) -> Markup:
    return content if isinstance(content, Markup) else escape(content)


def _attribute(name: str, value: Attribute) -> str:
    name = name.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    return f' {name}="{escape(str(value))}"'


def el(tag: str, *contents: Content, **attributes: Attribute) -> Markup:
    """Build one element. An attribute that is None or False is left out; `class_` and `aria_label` name themselves."""
    listed = "".join(
        _attribute(name, value) for name, value in attributes.items() if value is not None and value is not False
    )
    if tag in _VOID:
        return Markup(f"<{tag}{listed}>")
    return Markup(f"<{tag}{listed}>{join(contents)}</{tag}>")


def raw(tag: str, text: str) -> Markup:
    """Build a style or script element around a text of our own, which must not end it."""
    if "</" in text:
        raise ValueError(f"a {tag} element would end early")
    return Markup(f"<{tag}>{text}</{tag}>")
