"""Make the text of an XML element legible: inline markup, formulas and text that was encoded twice."""

from __future__ import annotations

import html
import re
from xml.etree.ElementTree import Element

_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#[xX][0-9A-Fa-f]+);")
_WRITTEN_TAG = re.compile(r"</?(?P<name>sup|sub|i|b|u|em|strong|italic|bold)\s*/?>", re.IGNORECASE)
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad]")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)$", re.IGNORECASE)
_CHARGE = re.compile(r"\d?[+\-−–]$")
_BLOCKS = frozenset({"DispFormula", "br", "p", "title", "list-item", "mtr"})
_SILENT = frozenset({"annotation", "annotation-xml"})
_TIMES_ENCODED = 3
"""How often a character reference is decoded again; two was seen, a third costs nothing."""


def local_name(element: Element) -> str:
    """Give an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def text_of(element: Element | None) -> str | None:
    """Read an element's text in one line, markup made legible (10^3, CO2); None where there is none."""
    if element is None:
        return None
    return tidy(_render(element, ""))


def tidy(text: str) -> str | None:
    """Decode what was encoded twice, drop tags written as text and join white space; None if nothing is left."""
    for _ in range(_TIMES_ENCODED):
        decoded = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
        if decoded == text:
            break
        text = decoded
    if "<" in text:
        text = _WRITTEN_TAG.sub(_drop_written_tag, text)
    return " ".join(_INVISIBLE.sub("", text).split()) or None


def _drop_written_tag(tag: re.Match[str]) -> str:
    before = tag.string[: tag.start()]
    opens_power = tag["name"].lower() == "sup" and not tag[0].startswith("</")
    return "^" if opens_power and before[-1:].isdigit() else ""


def _render(element: Element, before: str) -> str:
    """Write an element's content; `before` is the character that precedes it."""
    name = local_name(element)
    in_formula = name[:1] == "m" and name not in {"mtext", "mi", "mn", "mo", "ms"}
    written = _spaced(element.text, in_formula)
    for place, child in enumerate(element):
        preceding = (before + written)[-1:]
        written += _write_child(child, name, place, preceding)
        written += _spaced(child.tail, in_formula)
    return written


def _spaced(text: str | None, in_formula: bool) -> str:
    """Give the text, without the indentation that formulas are printed with."""
    return (text.strip() if in_formula else text) if text else ""


def _write_child(child: Element, parent: str, place: int, before: str) -> str:
    if not isinstance(child.tag, str) or local_name(child) in _SILENT:
        return ""
    name = local_name(child)
    content = _render(child, before)
    after = (child.tail or "")[:1]
    if name == "sup" or (parent == "msup" and place == 1) or (parent == "msubsup" and place == 2):
        return _raise(content, before, after)
    if name == "sub" or (parent in {"msub", "msubsup"} and place == 1):
        return _lower(content, before, after)
    if parent == "mfrac" and place == 1:
        return f"/{content}"
    return f" {content} " if name in _BLOCKS else content


def _raise(content: str, before: str, after: str) -> str:
    """Write a superscript: `10^3`, `kg/m^2`; but `99mTc`, `1st`, `Mg2+` and marks such as an asterisk stay plain."""
    inner = content.strip()
    attached = before.isalnum() or before in {")", "]"}
    is_mark = not (inner[:1].isalnum() or inner[:1] in "+-−–") or inner.upper() == "TM"
    if not inner or not before or not attached or is_mark:
        return content
    if before.isdigit() and _ORDINAL.match(inner):
        return content
    if before.isalpha() and _CHARGE.match(inner):
        return content
    return f"^{inner} " if after.isdigit() else f"^{inner}"


def _lower(content: str, before: str, after: str) -> str:
    """Write a subscript: `CO2`, but `10_2` where plain digits would run into others."""
    inner = content.strip()
    if inner[:1].isdigit() and before.isdigit():
        content = f"_{inner}"
    return f"{content} " if inner[-1:].isdigit() and after.isdigit() else content
