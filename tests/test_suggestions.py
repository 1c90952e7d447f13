"""Which PMID was probably meant."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from magcite.model import Pmid
from magcite.suggestions import nearby_pmids


def test_a_lost_digit_is_found_again() -> None:
    assert nearby_pmids(Pmid("1764100"), ["17641000", "25748766"]) == ("17641000",)


def test_two_swapped_digits_are_found() -> None:
    assert nearby_pmids(Pmid("25748676"), ["25748766"]) == ("25748766",)


def test_a_pmid_never_suggests_itself_nor_a_stranger() -> None:
    assert nearby_pmids(Pmid("11111"), ["11111", "22222"]) == ()


@given(st.from_regex(r"[1-9][0-9]{2,7}", fullmatch=True), st.data())
def test_every_lost_digit_is_found_wherever_it_stood(meant: str, data: st.DataObject) -> None:
    lost = data.draw(st.integers(min_value=1, max_value=len(meant) - 1))
    printed = meant[:lost] + meant[lost + 1 :]
    assert meant in nearby_pmids(Pmid(printed), [meant])
