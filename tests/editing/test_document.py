"""Files are read for editing with their line ends as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from magcite.editing.document import read_for_editing
from magcite.errors import ClaimsFileError


def test_line_ends_stay_and_a_byte_order_mark_goes(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    path.write_bytes(b"\xef\xbb\xbfclaims:\r\n- id: a\n")
    assert read_for_editing(str(path)) == "claims:\r\n- id: a\n"


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ClaimsFileError, match="there is no such file"):
        read_for_editing(str(tmp_path / "none.yaml"))
