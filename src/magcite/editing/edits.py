"""Replace pieces of a text, and find where the pieces that YAML knows about begin and end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Edit:
    """One piece of a text, by the offsets of its ends, and what comes in its place."""

    start: int
    end: int
    replacement: str = ""


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Give the text with all pieces replaced; of pieces that overlap only the first is."""
    parts: list[str] = []
    done = 0
    for edit in sorted(edits):
        if edit.start >= done:
            parts += (text[done : edit.start], edit.replacement)
            done = edit.end
    return "".join((*parts, text[done:]))


def start_of(node: Node) -> int:
    """Give the offset at which a node begins."""
    return int(node.start_mark.index)


def end_of(text: str, node: Node) -> int:
    """Give the offset after the last character of a node; YAML counts the blank lines behind it, this does not."""
    if isinstance(node, ScalarNode):
        end = int(node.end_mark.index)
        while end > start_of(node) and text[end - 1].isspace():
            end -= 1
        return end
    if is_flow(text, node):
        return int(node.end_mark.index)
    last = node.value[-1]
    return end_of(text, last[1] if isinstance(node, MappingNode) else last)


def is_flow(text: str, node: Node) -> bool:
    """Tell whether a list or set of keys is written between brackets."""
    return isinstance(node, MappingNode | SequenceNode) and text[start_of(node) : start_of(node) + 1] in {"[", "{"}


def start_of_line(text: str, offset: int) -> int:
    """Give the offset at which the line of an offset begins."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def end_of_line(text: str, offset: int) -> int:
    """Give the offset at which the line of an offset ends, before its line end."""
    ends = [found for found in (text.find("\n", offset), text.find("\r", offset)) if found >= 0]
    return min(ends, default=len(text))


def after_line(text: str, offset: int) -> int:
    """Give the offset at which the line after that of an offset begins."""
    end = end_of_line(text, offset)
    return end + 2 if text[end : end + 2] == "\r\n" else min(end + 1, len(text))


def line_end_of(text: str) -> str:
    """Give the line end that a text uses."""
    return "\r\n" if "\r\n" in text else "\n"
