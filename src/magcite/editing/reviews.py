"""Write what a person decided about a source into the claims file, beside the statement."""

from __future__ import annotations

from difflib import get_close_matches

from yaml.nodes import Node, ScalarNode, SequenceNode

from magcite.claims import load_claims
from magcite.editing.document import Document, StatementNode, open_document, pair_of, value_of
from magcite.editing.edits import (
    Edit,
    apply_edits,
    end_of,
    end_of_line,
    is_flow,
    line_end_of,
    start_of,
    start_of_line,
)
from magcite.editing.scalars import write_scalar
from magcite.errors import UsageError
from magcite.identifiers import parse_identifier
from magcite.model import Review


def add_review(text: str, assertion_id: str, review: Review, name: str = "claims.yaml") -> str:
    """Give the text of a claims file with the review in it; one about the same source is replaced.

    The result is loaded, so that a review of a source that the statement does not cite is refused with its complaint.
    """
    document = open_document(text, name)
    statement = _statement(document, assertion_id, name)
    edited = apply_edits(text, [_edit(text, statement, review)])
    load_claims(name, edited.encode())
    return edited


def _statement(document: Document, assertion_id: str, name: str) -> StatementNode:
    by_id = {statement.id: statement for statement in document.statements()}
    if assertion_id not in by_id:
        near = get_close_matches(assertion_id, sorted(by_id), n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise UsageError(f"{name}: there is no statement {assertion_id}{hint}")
    return by_id[assertion_id]


def _edit(text: str, statement: StatementNode, review: Review) -> Edit:
    """Choose where the review goes: in the place of an older one, after the others, or under a new key."""
    pair = pair_of(statement.node, "review")
    if pair is None or not isinstance(pair[1], SequenceNode) or not pair[1].value:
        return _new_key(text, statement, pair, review)
    listed = pair[1]
    older = next((node for node in listed.value if _is_about(node, review.source)), None)
    if is_flow(text, listed):
        return _into_brackets(text, listed, older, review)
    node = older or listed.value[-1]
    dash = text.rindex("-", start_of_line(text, start_of(node)), start_of(node))
    entry = _block_entry(review, dash - start_of_line(text, dash), line_end_of(text))
    if older:
        return Edit(start=start_of_line(text, dash), end=end_of_line(text, end_of(text, older)), replacement=entry)
    return _after(text, node, entry)


def _is_about(node: Node, source: str) -> bool:
    written = value_of(node, "source")
    return isinstance(written, ScalarNode) and parse_identifier(written.value) == parse_identifier(source)


def _new_key(text: str, statement: StatementNode, pair: tuple[ScalarNode, Node] | None, review: Review) -> Edit:
    if is_flow(text, statement.node):
        last = statement.node.value[-1][1]
        return Edit(start=end_of(text, last), end=end_of(text, last), replacement=f", review: [{_flow_entry(review)}]")
    if pair is not None:
        return Edit(start=start_of(pair[0]), end=end_of(text, pair[1]), replacement=f"review: [{_flow_entry(review)}]")
    column = int(statement.node.value[0][0].start_mark.column)
    line_end = line_end_of(text)
    entry = _block_entry(review, column + 2, line_end)
    return _after(text, statement.node.value[-1][1], f"{' ' * column}review:{line_end}{entry}")


def _into_brackets(text: str, listed: SequenceNode, older: Node | None, review: Review) -> Edit:
    entry = _flow_entry(review)
    if older:
        return Edit(start=start_of(older), end=end_of(text, older), replacement=entry)
    end = end_of(text, listed.value[-1])
    return Edit(start=end, end=end, replacement=f", {entry}")


def _after(text: str, node: Node, lines: str) -> Edit:
    """Put lines after the line on which a node ends, its comment included."""
    place = end_of_line(text, end_of(text, node))
    return Edit(start=place, end=place, replacement=line_end_of(text) + lines)


def _fields(review: Review) -> list[tuple[str, str]]:
    given = (
        ("source", review.source),
        ("verdict", review.verdict.value),
        ("by", review.by),
        ("date", review.on.isoformat() if review.on else None),
        ("reason", review.reason),
    )
    plain = ((key, " ".join((value or "").split())) for key, value in given)
    return [(key, value) for key, value in plain if value]


def _block_entry(review: Review, column: int, line_end: str) -> str:
    lines = [f"{key}: {_value(key, value, in_flow=False)}" for key, value in _fields(review)]
    first, *others = lines
    margin = " " * column
    return line_end.join([f"{margin}- {first}", *(f"{margin}  {line}" for line in others)])


def _flow_entry(review: Review) -> str:
    return "{" + ", ".join(f"{key}: {_value(key, value, in_flow=True)}" for key, value in _fields(review)) + "}"


def _value(key: str, value: str, *, in_flow: bool) -> str:
    """Write a value; PMIDs and dates need no quotes, for a claims file is read as text."""
    plain = key == "date" or (key == "source" and value.isdigit())
    return value if plain else write_scalar(value, in_flow=in_flow)
