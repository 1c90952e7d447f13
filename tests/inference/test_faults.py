"""A failure of a library of models is told in one line, whatever the library says."""

from __future__ import annotations

import pytest

from magcite.inference.faults import first_line


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (RuntimeError("the node failed\n  at kernel.cc:12\n  at session.cc:40"), "the node failed"),
        (RuntimeError("\n\n  the file is cut off  \n"), "the file is cut off"),
        (ValueError(), "ValueError"),
        (ValueError("  \n "), "ValueError"),
    ],
)
def test_a_failure_is_told_by_its_first_line_or_by_its_kind(error: Exception, told: str) -> None:
    assert first_line(error) == told
