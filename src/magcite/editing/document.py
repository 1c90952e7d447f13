"""A claims file as text with its nodes, and the claims and statements found in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from magcite.claims.complaints import Complaints
from magcite.claims.nodes import compose
from magcite.claims.text import decode, read_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementNode:
    """One statement where it stands: the set of keys that holds it, and its words."""

    id: str
    node: MappingNode
    words: ScalarNode


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The text of a claims file and its outermost node."""

    text: str
    root: Node | None

    def claims(self) -> Iterator[MappingNode]:
        """Yield the claims that are sets of keys."""
        listed = value_of(self.root, "claims")
        if isinstance(listed, SequenceNode):
            yield from (node for node in listed.value if isinstance(node, MappingNode))

    def statements(self) -> Iterator[StatementNode]:
        """Yield every statement with its full id."""
        for claim in self.claims():
            claim_id = value_of(claim, "id")
            if not isinstance(claim_id, ScalarNode):
                continue
            words = value_of(claim, "claim")
            if isinstance(words, ScalarNode):
                yield StatementNode(id=claim_id.value, node=claim, words=words)
            yield from _statements_of(claim, claim_id.value)


def _statements_of(claim: MappingNode, claim_id: str) -> Iterator[StatementNode]:
    for node in assertions_of(claim):
        own_id, words = value_of(node, "id"), value_of(node, "text")
        if isinstance(own_id, ScalarNode) and isinstance(words, ScalarNode):
            yield StatementNode(id=f"{claim_id}.{own_id.value}", node=node, words=words)


def assertions_of(claim: MappingNode) -> Iterator[MappingNode]:
    """Yield the assertions of a claim that are sets of keys."""
    listed = value_of(claim, "assertions")
    if isinstance(listed, SequenceNode):
        yield from (node for node in listed.value if isinstance(node, MappingNode))


def pair_of(node: Node | None, key: str) -> tuple[ScalarNode, Node] | None:
    """Give the nodes of a key and its value; None where a node is no set of keys or lacks it."""
    if isinstance(node, MappingNode):
        for name, value in node.value:
            if isinstance(name, ScalarNode) and name.value == key:
                return name, value
    return None


def value_of(node: Node | None, key: str) -> Node | None:
    """Give the value of a key; None where a node is no set of keys or lacks it."""
    pair = pair_of(node, key)
    return pair[1] if pair else None


def open_document(text: str, name: str) -> Document:
    """Take a text apart; a text that is no YAML is refused with its complaints."""
    complaints = Complaints(name)
    root = compose(text, complaints)
    complaints.raise_if_any()
    return Document(text=text, root=root)


def read_for_editing(name: str) -> str:
    """Read a claims file as text with its line ends as they are; UTF-16 and a byte order mark do not come back."""
    complaints = Complaints(name)
    return decode(read_bytes(complaints), complaints)
