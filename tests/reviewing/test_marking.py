"""Deciding words are marked where they stand, and no word of the text is lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.reviewing.marking import mark


def test_deciding_words_are_told_from_the_rest() -> None:
    pieces = mark("It did not\nhelp. At all.", ["did not help."])
    assert [(piece.text, piece.deciding) for piece in pieces] == [
        ("It ", False),
        ("did not help.", True),
        (" At all.", False),
    ]


def test_quotes_that_overlap_make_one_mark() -> None:
    assert [piece.text for piece in mark("a b c d", ["a b", "b c"]) if piece.deciding] == ["a b c"]


def test_an_empty_text_has_no_pieces() -> None:
    assert mark(" ", ["x"]) == ()


@given(st.text(max_size=60), st.lists(st.text(max_size=5), max_size=4))
@settings(deadline=None)
def test_the_pieces_joined_are_the_text_on_one_line(text: str, words: list[str]) -> None:
    assert "".join(piece.text for piece in mark(text, words)) == " ".join(text.split())
