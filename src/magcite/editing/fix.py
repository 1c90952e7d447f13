"""Fix what can be fixed without a decision: the spelling of identifiers and sources cited twice."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from magcite.editing.document import Document, StatementNode, assertions_of, open_document, pair_of
from magcite.editing.edits import Edit, apply_edits, end_of, end_of_line, is_flow, line_end_of, start_of
from magcite.editing.removal import remove_entries
from magcite.editing.scalars import write_folded, write_scalar
from magcite.identifiers import parse_identifier
from magcite.model import Identifier, IdKind, Position

_HEADER = re.compile(r"^[|>][-+0-9]*")
_LISTS = ("pmids", "sources")
_KINDS = {"pmids": (IdKind.PMID,), "sources": (IdKind.PMCID, IdKind.NBK, IdKind.DOI)}
"""The kinds of identifier that are rewritten in each list; web addresses stay as they are."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Change:
    """One thing that was changed, and where it stood."""

    position: Position
    message: str

    def __str__(self) -> str:
        """Write the change as `file:line:column: message`."""
        return f"{self.position}: {self.message}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedFile:
    """A claims file after fixing; `changes` is empty where there was nothing to fix."""

    text: str
    changes: tuple[Change, ...]


def fix_text(text: str, name: str = "claims.yaml", suggestions: Mapping[str, str] | None = None) -> FixedFile:
    """Fix a claims file; `suggestions` are wordings to put in the place of statements, by their full ids.

    Without suggestions no statement changes and the same sources stay cited. Text that is no YAML is refused with its
    complaints.
    """
    document = open_document(text, name)
    fixer = _Fixer(document, name)
    for claim in document.claims():
        fixer.fix_citing(claim)
        for assertion in assertions_of(claim):
            fixer.fix_citing(assertion)
    for statement in document.statements():
        if suggestions and statement.id in suggestions:
            fixer.reword(statement, suggestions[statement.id])
    return FixedFile(text=apply_edits(text, fixer.edits), changes=tuple(sorted(fixer.changes)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One source in a list, with the text it is written as and the piece of the file it takes."""

    node: Node
    written: str
    start: int
    end: int
    identifier: Identifier | None


class _Fixer:
    """Gathers the edits of one file and says what they change."""

    def __init__(self, document: Document, name: str) -> None:
        self._text = document.text
        self._name = name
        self.edits: list[Edit] = []
        self.changes: list[Change] = []

    def fix_citing(self, owner: MappingNode) -> None:
        """Fix the lists of sources of one claim or assertion."""
        seen: set[Identifier] = set()
        for key in _LISTS:
            pair = pair_of(owner, key)
            if pair and isinstance(pair[1], SequenceNode):
                self._fix_list(owner, (pair[0], pair[1]), seen)

    def _fix_list(self, owner: MappingNode, pair: tuple[ScalarNode, SequenceNode], seen: set[Identifier]) -> None:
        name, listed = pair
        entries = [_entry(self._text, node) for node in listed.value]
        repeated: list[int] = []
        for place, entry in enumerate(entries):
            if entry.identifier is None:
                continue
            if entry.identifier in seen:
                repeated.append(place)
            else:
                seen.add(entry.identifier)
                self._normalise(entry, name.value, in_flow=is_flow(self._text, listed))
        removals = remove_entries(self._text, owner, pair, repeated)
        self.edits += removals
        for place in repeated if removals else ():
            self._tell(entries[place].node, f"{entries[place].identifier} was cited twice; this one is removed")

    def _normalise(self, entry: _Entry, key: str, *, in_flow: bool) -> None:
        identifier = entry.identifier
        if identifier is None or identifier.kind not in _KINDS[key] or entry.written == str(identifier):
            return
        if isinstance(entry.node, ScalarNode) and entry.node.style in {"|", ">"}:
            return
        spelling = (
            identifier.value if identifier.kind is IdKind.PMID else write_scalar(str(identifier), in_flow=in_flow)
        )
        self.edits.append(Edit(start=entry.start, end=entry.end, replacement=spelling))
        self._tell(entry.node, f"{entry.written} is written as {identifier}")

    def reword(self, statement: StatementNode, wording: str) -> None:
        """Put another wording in the place of a statement."""
        wanted, node = " ".join(wording.split()), statement.words
        if not wanted or wanted == node.value.strip():
            return
        replacement = write_scalar(wanted, in_flow=is_flow(self._text, statement.node))
        if node.style in {"|", ">"}:
            header = _HEADER.sub(">-", self._text[start_of(node) : end_of_line(self._text, start_of(node))])
            replacement = write_folded(wanted, _indentation(statement), header, line_end_of(self._text))
        self.edits.append(Edit(start=start_of(node), end=end_of(self._text, node), replacement=replacement))
        self._tell(node, f"{statement.id} now reads: {wanted}")

    def _tell(self, node: Node, message: str) -> None:
        mark = node.start_mark
        position = Position(file=self._name, line=mark.line + 1, column=mark.column + 1)
        self.changes.append(Change(position=position, message=message))


def _indentation(statement: StatementNode) -> int:
    """Give the column at which the lines of a block under a key of the statement begin."""
    return int(statement.node.value[0][0].start_mark.column) + 2


def _entry(text: str, node: Node) -> _Entry:
    written = _written(node)
    return _Entry(
        node=node,
        written=written or "",
        start=start_of(node),
        end=end_of(text, node),
        identifier=parse_identifier(written) if written else None,
    )


def _written(node: Node) -> str | None:
    """Give a source as it is written; `PMID: 123` without quotes is a key with a value."""
    if isinstance(node, ScalarNode):
        return str(node.value).strip()
    if isinstance(node, MappingNode) and len(node.value) == 1:
        label, value = node.value[0]
        if isinstance(label, ScalarNode) and isinstance(value, ScalarNode):
            return f"{label.value}: {value.value}"
    return None
