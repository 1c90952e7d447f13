"""Compose the YAML of a claims file into nodes that know their place, refusing what has no business in one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from magcite.claims.complaints import Complaints
from magcite.claims.syntax import explain

DEEPEST = 30
"""Levels of nesting; a claims file needs six. The parser's time grows with the square of the depth."""

REFUSED = "!refused"
"""The tag of a piece that was complained about already: whoever reads it stays silent."""

_PLAIN_TAGS = frozenset({None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"})
_ONE_BY_ONE = "write the entries out in full, one by one"

FAST_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser where PyYAML was built with it: ten times as fast."""


class _Nodes:
    """The nodes under construction: those still open, outermost first, and the finished root."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.open: list[SequenceNode | MappingNode] = []
        self._keys: list[Node | None] = []

    def begin(self, node: SequenceNode | MappingNode) -> None:
        """Add a list or set of keys, to be filled by what comes next."""
        self.add(node)
        self.open.append(node)
        self._keys.append(None)

    def end(self, mark: Any) -> None:
        """Close the innermost list or set of keys."""
        self._keys.pop()
        self.open.pop().end_mark = mark

    def add(self, node: Node) -> None:
        """Put a node into the innermost open one."""
        if not self.open:
            self.root = node
        elif isinstance(parent := self.open[-1], SequenceNode):
            parent.value.append(node)
        elif (key := self._keys[-1]) is None:
            self._keys[-1] = node
        else:
            parent.value.append((key, node))
            self._keys[-1] = None


def compose(text: str, complaints: Complaints, loader: Any = FAST_LOADER) -> Node | None:
    """Compose the one document of a claims file; None where it is empty.

    A syntax error or too deep a nest stops the run with the complaints so far; anchors, aliases, merge keys and tags
    are complained about and left out.
    """
    nodes = _Nodes()
    try:
        for event in _first_document(text, complaints, loader):
            _take(event, nodes, complaints)
            if len(nodes.open) > DEEPEST:
                mark = event.start_mark
                message = f"this is nested more than {DEEPEST} levels deep; a claims file needs six: check the brackets"
                complaints.stop_at(mark.line + 1, mark.column + 1, message)
    except yaml.MarkedYAMLError as problem:
        complaints.stop_at(*explain(problem, text))
    return nodes.root


def _first_document(text: str, complaints: Complaints, loader: Any) -> Iterator[Any]:
    """Yield the parser's events up to a second document, which is complained about."""
    documents = 0
    for event in yaml.parse(text, Loader=loader):
        documents += isinstance(event, DocumentStartEvent)
        if documents > 1:
            mark: Any = event.start_mark
            message = "a second document begins here; a claims file holds one: remove this line, or make two files"
            complaints.at_place(mark.line + 1, mark.column + 1, message)
            return
        yield event


def _take(event: Any, nodes: _Nodes, complaints: Complaints) -> None:
    if isinstance(event, ScalarEvent):
        _take_scalar(event, nodes, complaints)
    elif isinstance(event, MappingStartEvent):
        _begin(MappingNode, event, nodes, complaints)
    elif isinstance(event, SequenceStartEvent):
        _begin(SequenceNode, event, nodes, complaints)
    elif isinstance(event, AliasEvent):
        _refuse_alias(event, nodes, complaints)
    elif isinstance(event, CollectionEndEvent):
        nodes.end(event.end_mark)


def _begin(kind: type[MappingNode | SequenceNode], event: Any, nodes: _Nodes, complaints: Complaints) -> None:
    node = kind(event.tag, [], event.start_mark, event.end_mark, flow_style=event.flow_style)
    _refuse_extras(event, node, complaints)
    nodes.begin(node)


def _refuse_alias(event: Any, nodes: _Nodes, complaints: Complaints) -> None:
    node = ScalarNode(REFUSED, "", event.start_mark, event.end_mark)
    complaints.at(node, f"`*{event.anchor}` refers to another place in the file; {_ONE_BY_ONE}")
    nodes.add(node)


def _take_scalar(event: Any, nodes: _Nodes, complaints: Complaints) -> None:
    node = ScalarNode(event.tag, event.value, event.start_mark, event.end_mark, style=event.style)
    _refuse_extras(event, node, complaints)
    nodes.add(node)


def _refuse_extras(event: Any, node: Node, complaints: Complaints) -> None:
    if event.anchor is not None:
        complaints.at(node, f"`&{event.anchor}` names a place to refer to; {_ONE_BY_ONE}, and remove `&{event.anchor}`")
    if event.tag not in _PLAIN_TAGS:
        complaints.at(node, f"`{event.tag}` is a YAML tag, which a claims file does not use; remove it")
        node.tag = REFUSED


def is_no_value(node: Node) -> bool:
    """Tell whether nothing was filled in: an empty value, `~` or `null` without quotes."""
    return isinstance(node, ScalarNode) and not node.style and node.value in {"", "~", "null", "Null", "NULL"}
