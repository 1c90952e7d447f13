"""Take the keys of one entry apart, complaining about unknown, doubled, missing and ill-typed ones."""

from __future__ import annotations

from datetime import date
from enum import Enum
from re import fullmatch
from typing import TypeVar

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from magcite.claims.complaints import Complaints, in_words, line_of
from magcite.claims.keys import DATE_PATTERN, Keys
from magcite.claims.nodes import REFUSED, is_no_value

EnumT = TypeVar("EnumT", bound=Enum)


class Fields:
    """The keys and values of one entry of a claims file."""

    def __init__(self, node: MappingNode, keys: Keys, complaints: Complaints) -> None:
        self.node = node
        self.complaints = complaints
        self._keys = keys
        self._values: dict[str, Node] = {}
        self._names: dict[str, Node] = {}
        meant = {self._take_key(name, value) for name, value in node.value}
        for key in keys.required:
            if key not in self._values and key not in meant:
                complaints.at(node, f"{keys.entry} must have `{key}`")

    def _take_key(self, name: Node, value: Node) -> str | None:
        """Keep one key; give the key that an unknown one was meant to be, so that it isn't called missing too."""
        if not isinstance(name, ScalarNode):
            self.complaints.at(name, "a key must be a single word")
            return None
        key = name.value
        if key in self._names:
            first = line_of(self._names[key])
            self.complaints.at(name, f"the key `{key}` is given twice, first on line {first}; keep one")
            return None
        self._names[key] = name
        if key in self._keys.known:
            self._values[key] = value
            return None
        return self._complain_of_unknown(name)

    def _complain_of_unknown(self, name: ScalarNode) -> str | None:
        if name.tag == REFUSED:
            return None
        if name.value == "<<":
            self.complaints.at(name, "`<<` takes keys over from another place in the file; write them out here")
            return None
        meant = self._keys.meant_by(name.value)
        if meant:
            advice = f"did you mean `{meant}`?"
        else:
            nearest = self._keys.by_likeness(name.value)
            advice = f"the nearest known key is `{nearest[0]}` (known here: {', '.join(sorted(nearest))})"
        self.complaints.at(name, f"unknown key `{name.value}` in {self._keys.entry}; {advice}")
        return meant

    def has(self, key: str) -> bool:
        """Tell whether a known key is given."""
        return key in self._values

    def name_of(self, key: str) -> Node:
        """Give the node of a key that is given."""
        return self._names[key]

    def value_of(self, key: str) -> Node:
        """Give the value of a key that is given."""
        return self._values[key]

    def scalar(self, key: str) -> ScalarNode | None:
        """Give a value that is a piece of text; None where it is absent or complained about."""
        node = self._values.get(key)
        if node is None:
            return None
        return require_text(node, f"`{key}`", self.complaints)

    def text(self, key: str) -> str | None:
        """Give a text without the white space around it; None where it is absent or complained about."""
        node = self.scalar(key)
        return node.value.strip() if node else None

    def entries(self, key: str) -> tuple[Node, ...]:
        """Give the entries of a list; none where it is absent or complained about."""
        node = self._values.get(key)
        if node is None or node.tag == REFUSED:
            return ()
        if not isinstance(node, SequenceNode):
            self.complaints.at(node, self._why_no_list(key, node))
            return ()
        if not node.value:
            self.complaints.at(node, f"`{key}` is an empty list; fill it, or remove the key")
        return tuple(node.value)

    def _why_no_list(self, key: str, node: Node) -> str:
        if is_no_value(node):
            return f"`{key}` has no value; fill it, or remove the key"
        if isinstance(node, ScalarNode) and key in {"pmids", "sources"}:
            entries = ", ".join(node.value.replace(",", " ").split())
            return f"`{key}` must be a list; write `{key}: [{entries}]`"
        return f"`{key}` must be a list: lines that begin with `- `"

    def choice(self, key: str, options: type[EnumT]) -> EnumT | None:
        """Give one of a closed set of words; None where it is absent or complained about."""
        node = self.scalar(key)
        if node is None:
            return None
        by_word = {option.value: option for option in options}
        word = node.value.strip()
        if word not in by_word:
            self.complaints.at(node, f"`{key}` must be {in_words(tuple(by_word))}, not `{word}`")
        return by_word.get(word)

    def day(self, key: str) -> date | None:
        """Give a date written as 2027-01-31; None where it is absent or complained about."""
        node = self.scalar(key)
        if node is None:
            return None
        written = node.value.strip()
        try:
            if fullmatch(DATE_PATTERN, written):
                return date.fromisoformat(written)
        except ValueError:
            pass
        self.complaints.at(node, f"`{key}` must be a date such as 2027-01-31, not `{written}`")
        return None


def read_fields(node: Node, keys: Keys, complaints: Complaints) -> Fields | None:
    """Take an entry apart; None where it is no set of keys."""
    if isinstance(node, MappingNode):
        return Fields(node, keys, complaints)
    if node.tag != REFUSED:
        wanted = in_words(keys.required) if keys.required else "its keys"
        complaints.at(node, f"{keys.entry} must be a set of keys, beginning with {wanted}, not {kind_of(node)}")
    return None


def require_text(node: Node, name: str, complaints: Complaints) -> ScalarNode | None:
    """Give the node where it is a piece of text with something in it, and complain otherwise."""
    if node.tag == REFUSED:
        return None
    if not isinstance(node, ScalarNode):
        complaints.at(node, f"{name} must be text, not {kind_of(node)}; put text with special signs between quotes")
        return None
    if is_no_value(node):
        complaints.at(node, f"{name} has no value; fill it, or remove it")
        return None
    if not node.value.strip():
        complaints.at(node, f"{name} is blank; fill it, or remove it")
        return None
    return node


def kind_of(node: Node) -> str:
    """Name in plain words what stands at a place."""
    if isinstance(node, MappingNode):
        return "a set of keys"
    if isinstance(node, SequenceNode):
        return "a list"
    return "nothing" if is_no_value(node) else "a single value"
