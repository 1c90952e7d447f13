"""Files that are not there, not readable or not text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from magcite.claims import load_claims
from magcite.claims.text import LARGEST_FILE, MOST_UNPRINTABLE
from magcite.errors import ClaimsFileError


def _complaint(name: str, content: bytes | None = None) -> str:
    with pytest.raises(ClaimsFileError) as caught:
        load_claims(name, content)
    (complaint,) = caught.value.complaints
    return str(complaint)


def test_a_missing_file_a_folder_and_an_impossible_name_are_named(tmp_path: Path) -> None:
    assert "there is no such file" in _complaint(str(tmp_path / "none.yaml"))
    assert "this is a folder, not a claims file" in _complaint(str(tmp_path))
    assert "this is not a file name" in _complaint("a\x00b")
    assert "this file cannot be read (File name too long)" in _complaint("x" * 5000)
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert "this file cannot be read (Not a directory)" in _complaint(str(tmp_path / "file" / "claims.yaml"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    file = tmp_path / "claims.yaml"
    file.write_text("claims: [{id: a}]", encoding="utf-8")
    file.chmod(0)
    assert "this file may not be read" in _complaint(str(file))


def test_text_that_is_not_utf_8_is_named_with_its_byte_and_the_cure() -> None:
    complaint = _complaint("f.yaml", b"claims:\n- id: a\n  claim: Caf\xe9.\n")
    assert complaint.startswith("f.yaml:3:13: byte 29 of the file (hexadecimal E9) is not UTF-8 text; save the file as")
    assert _complaint("f.yaml", b"\xef\xbb\xbfa\xe9").startswith("f.yaml:1:2: byte 5 ")


@pytest.mark.parametrize(
    "content",
    ["claims: [{id: a}]".encode("utf-16-le"), "claims: [{id: a}]".encode("utf-16-be"), b"\xff\xfe\x00\xd8a\x00"],
)
def test_unmarked_or_broken_utf_16_is_named_with_the_cure(content: bytes) -> None:
    assert 'save the file as UTF-8 (in most editors: "Save as", encoding "UTF-8")' in _complaint("f.yaml", content)


@pytest.mark.parametrize("sign", ["\x01", "\x1b", "\x7f", "\x9f", "\ufffe"])
def test_a_control_character_is_named_with_its_place(sign: str) -> None:
    complaint = _complaint("f.yaml", f"claims:\r\n- id: a\r\n  title: b{sign}c\r\n".encode())
    assert complaint == f"f.yaml:3:11: an invisible control character stands here (U+{ord(sign):04X}); delete it"


def test_a_late_nul_is_named_with_its_place() -> None:
    assert _complaint("f.yaml", b"#" * 300 + b"\n\x00").startswith("f.yaml:2:1: an invisible control character")


def test_every_control_character_is_named() -> None:
    with pytest.raises(ClaimsFileError) as caught:
        load_claims("f.yaml", b"a\x01\nb\x02")
    assert [complaint.position.line for complaint in caught.value.complaints] == [1, 2]


def test_a_file_of_nothing_but_control_characters_is_refused_without_naming_each() -> None:
    with pytest.raises(ClaimsFileError) as caught:
        load_claims("f.yaml", b"\x01" * 1_000_000)
    assert len(caught.value.complaints) == MOST_UNPRINTABLE


def test_a_file_far_too_large_is_refused_unread() -> None:
    assert "larger than 32 MB" in _complaint("f.yaml", b"#" * (LARGEST_FILE + 1))
