import io

from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.formats.safe_text import can_print, drop_controls, fit_stream, flatten, shorten

ANY = st.text(max_size=80)


def _stream(encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding)


@settings(deadline=None)
@given(ANY)
def test_what_is_left_can_steer_neither_a_terminal_nor_the_direction(text: str) -> None:
    assert not set(drop_controls(text)) & {"\x1b", "\x07", "\x9b", "\n", "\r", "\u202e", "\u2066", "\u200f"}
    drop_controls(text).encode()


@settings(deadline=None)
@given(ANY)
def test_a_flat_text_is_one_line_without_runs_of_space(text: str) -> None:
    assert len(flatten(text).splitlines()) <= 1
    assert flatten(flatten(text)) == flatten(text)
    assert "  " not in flatten(text)


def test_units_and_accents_are_kept() -> None:
    assert flatten("3 [mmol/l]\n café µg ≥ 2") == "3 [mmol/l] café µg ≥ 2"


@settings(deadline=None)
@given(ANY, st.integers(2, 40))
def test_a_short_text_is_never_longer_than_asked_and_says_where_it_was_cut(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert len(short) <= limit
    assert short == text or short.endswith("…")
    assert text.startswith(short.removesuffix("…")) or short == text


@settings(deadline=None)
@given(ANY, st.sampled_from(["ascii", "latin-1", "cp1252", "utf-8"]))
def test_any_text_can_be_made_to_fit_any_stream(text: str, encoding: str) -> None:
    out = _stream(encoding)
    assert can_print(fit_stream(drop_controls(text), out), out)


def test_the_nearest_plain_characters_are_taken() -> None:
    assert fit_stream("“café” ≥ 3 – naïve…", _stream("ascii")) == '"cafe" >= 3 - naive...'
    assert fit_stream("“café”", _stream("utf-8")) == "“café”"
