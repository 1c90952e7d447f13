"""Gather everything wrong with one claims file, each with its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from yaml.nodes import Node

from magcite.errors import ClaimsFileError, Complaint
from magcite.model import Position


class Complaints:
    """The complaints about one file, gathered while it is read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._gathered: list[Complaint] = []

    def at(self, node: Node, message: str) -> None:
        """Complain about a piece of the file."""
        self._gathered.append(Complaint(position=self.position(node), message=message))

    def at_place(self, line: int, column: int, message: str) -> None:
        """Complain about a place in the file; line and column count from 1."""
        self._gathered.append(Complaint(position=Position(file=self.file, line=line, column=column), message=message))

    def position(self, node: Node) -> Position:
        """Give the place where a piece of the file begins."""
        mark = node.start_mark
        return Position(file=self.file, line=mark.line + 1, column=mark.column + 1)

    def stop_at(self, line: int, column: int, message: str) -> NoReturn:
        """Stop with all complaints so far and this one: nothing after it can be read."""
        self.at_place(line, column, message)
        raise self._all()

    def raise_if_any(self) -> None:
        """Stop with all complaints, in order of place, where there are any."""
        if self._gathered:
            raise self._all()

    def _all(self) -> ClaimsFileError:
        return ClaimsFileError(tuple(sorted(set(self._gathered))))


def line_of(node: Node) -> int:
    """Give the line, counted from 1, on which a piece of the file begins."""
    return int(node.start_mark.line) + 1


def in_words(words: Sequence[str]) -> str:
    """Write a list of keys or words as running text: `a`, `b` or `c`."""
    quoted = [f"`{word}`" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
