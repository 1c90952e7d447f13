"""Regular expressions that are compiled when first used, so that importing the reader costs nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Lazy:
    """A regular expression that ignores case unless told otherwise."""

    def __init__(self, source: str, flags: int = re.IGNORECASE) -> None:
        self._source = source
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Find the first place that matches."""
        return self._compiled.search(text, start)

    def match(self, text: str) -> re.Match[str] | None:
        """Match from the start of a text."""
        return self._compiled.match(text)

    def findall(self, text: str) -> list[tuple[str, ...]]:
        """List the groups of every match."""
        found: list[tuple[str, ...]] = self._compiled.findall(text)
        return found

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield every match."""
        return self._compiled.finditer(text)

    def split(self, text: str) -> list[str]:
        """Split a text at every match."""
        return self._compiled.split(text)

    def sub(self, replacement: Callable[[re.Match[str]], str] | str, text: str) -> str:
        """Replace every match."""
        return self._compiled.sub(replacement, text)
