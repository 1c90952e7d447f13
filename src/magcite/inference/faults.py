"""Tell in one line why a library of models failed."""

from __future__ import annotations


def first_line(error: Exception) -> str:
    """Give the first line of an error's message, for some run over pages; its kind where it says nothing."""
    return (str(error).strip() or type(error).__name__).splitlines()[0]
