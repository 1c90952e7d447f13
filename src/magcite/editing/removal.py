"""Take entries out of a YAML list, in either of its two notations, with what belongs to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from re import fullmatch

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from magcite.editing.edits import Edit, after_line, end_of, end_of_line, is_flow, start_of, start_of_line


def remove_entries(
    text: str, owner: MappingNode, pair: tuple[ScalarNode, SequenceNode], places: Collection[int]
) -> tuple[Edit, ...]:
    """Remove entries of the list under a key; a list that would be left empty goes with its key.

    No edit comes back where the layout leaves doubt about what belongs to an entry, such as a comment between two
    entries in brackets: nothing is removed then.
    """
    name, listed = pair
    if not places:
        return ()
    if len(places) == len(listed.value):
        return _remove_key(text, owner, name, listed)
    if is_flow(text, listed):
        return _remove_from_brackets(text, listed.value, places)
    edits = [_remove_line(text, listed.value[place]) for place in sorted(places)]
    return tuple(edit for edit in edits if edit) if all(edits) else ()


def _remove_key(text: str, owner: MappingNode, name: ScalarNode, listed: SequenceNode) -> tuple[Edit, ...]:
    """Remove the lines of a key with its list, where it has those lines for itself."""
    start, end = start_of_line(text, start_of(name)), end_of(text, listed)
    alone = not text[start : start_of(name)].strip() and _only_comment(text[end : end_of_line(text, end)])
    if is_flow(text, owner) or not alone:
        return ()
    return (Edit(start=start, end=after_line(text, end)),)


def _remove_from_brackets(text: str, nodes: Sequence[Node], places: Collection[int]) -> tuple[Edit, ...]:
    edits: list[Edit] = []
    kept = [place for place in range(len(nodes)) if place not in places]
    for place in places:
        if place < kept[0]:
            continue
        edits.append(Edit(start=end_of(text, nodes[place - 1]), end=end_of(text, nodes[place])))
    if kept[0] > 0:
        edits.append(Edit(start=start_of(nodes[0]), end=start_of(nodes[kept[0]])))
    in_doubt = any("#" in text[edit.start : edit.end] for edit in edits)
    return () if in_doubt else tuple(edits)


def _remove_line(text: str, node: Node) -> Edit | None:
    """Remove the lines of one entry that begins with a dash; None where it shares them."""
    start, end = start_of_line(text, start_of(node)), end_of(text, node)
    if not fullmatch(r"\s*-\s+", text[start : start_of(node)]) or not _only_comment(text[end : end_of_line(text, end)]):
        return None
    return Edit(start=start, end=after_line(text, end))


def _only_comment(rest: str) -> bool:
    return fullmatch(r"\s*(?:#.*)?", rest) is not None
