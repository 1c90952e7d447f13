"""Pieces of a text are replaced, and layouts of claims files taken apart."""

from __future__ import annotations

from magcite.editing.document import open_document
from magcite.editing.edits import Edit, apply_edits, end_of_line, start_of_line
from magcite.editing.scalars import write_scalar


def test_edits_apply_in_order_of_place_and_of_those_that_overlap_only_the_first() -> None:
    edits = [Edit(start=3, end=4, replacement="D"), Edit(start=0, end=2, replacement="-"), Edit(start=1, end=3)]
    assert apply_edits("abcdef", edits) == "-cDef"


def test_lines_are_found_with_any_line_end() -> None:
    for text in ("ab\ncd\nef", "ab\rcd\ref"):
        assert (start_of_line(text, 4), end_of_line(text, 4)) == (3, 5)
    assert (start_of_line("ab", 1), end_of_line("ab", 1)) == (0, 2)


def test_a_text_is_quoted_only_where_yaml_would_read_another_value() -> None:
    assert write_scalar("It helps.") == "It helps."
    assert write_scalar("a, b") == "a, b"
    assert write_scalar("a, b", in_flow=True) == '"a, b"'
    assert write_scalar("a: b") == '"a: b"'
    assert write_scalar("2015") == '"2015"'
    assert write_scalar("yes") == '"yes"'
    assert write_scalar("@home") == '"@home"'
    assert write_scalar('say "a\\b"\n\x01: c') == '"say \\"a\\\\b\\"\\n\\U00000001: c"'


def test_statements_are_found_by_their_full_ids_and_what_has_no_id_or_words_is_passed_over() -> None:
    text = (
        "claims: [{claim: a}, {id: b, claim: c}, {id: d, assertions: [{id: e, text: f}, {id: g}, {text: h}, i]}, j,"
        " {id: k, assertions: l}, {id: [m], claim: n}]"
    )
    assert [statement.id for statement in open_document(text, "f.yaml").statements()] == ["b", "d.e"]
