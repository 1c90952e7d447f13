import io

import pytest
from rich.cells import cell_len

from magcite.formats import Format, WriteOptions
from magcite.formats.table import write
from magcite.model import Language

from .rendering import Golden, render
from .sample_report import large_report, sample_report

WIDTHS = [60, 80, 110, 200]


@pytest.mark.parametrize("width", [60, 80, 160])
def test_the_whole_page_is_as_agreed(width: int, expect_golden: Golden) -> None:
    expect_golden(f"table-{width}.txt", render(Format.TABLE, options=WriteOptions(width=width)))


def test_the_whole_page_in_dutch_is_as_agreed(expect_golden: Golden) -> None:
    expect_golden("table-nl.txt", render(Format.TABLE, options=WriteOptions(language=Language.DUTCH)))


def test_the_whole_page_in_full_is_as_agreed(expect_golden: Golden) -> None:
    expect_golden("table-verbose.txt", render(Format.TABLE, options=WriteOptions(verbose=True)))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", Language)
def test_no_line_runs_over_the_width_or_ends_in_spaces(width: int, language: Language) -> None:
    lines = render(Format.TABLE, options=WriteOptions(width=width, language=language, verbose=True)).split("\n")
    assert max(map(cell_len, lines)) <= width
    assert not [line for line in lines if line != line.rstrip()]


def test_text_from_outside_is_shown_as_it_is_and_never_as_markup() -> None:
    page = render(Format.TABLE, options=WriteOptions(verbose=True, width=110))
    assert "[mmol/l]" in page
    assert "[/day]" in page


@pytest.mark.parametrize("color", [False, True])
def test_text_from_outside_cannot_steer_the_terminal(color: bool) -> None:
    page = render(Format.TABLE, options=WriteOptions(verbose=True, color=color))
    assert "\x1b[31mred" not in page
    assert "\u202e" not in page
    assert "\x07" not in page


def test_colour_shows_only_where_it_was_asked_for() -> None:
    assert "\x1b[" not in render(Format.TABLE)
    assert "\x1b[1;31mCONTRADICTED" in render(Format.TABLE, options=WriteOptions(color=True))


def test_a_stream_without_box_characters_gets_plain_ones() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    write(sample_report(), out, WriteOptions())
    out.flush()
    assert b"--- Summary" in raw.getvalue() or b"-- Summary" in raw.getvalue()


def test_the_worst_statement_comes_first() -> None:
    page = render(Format.TABLE)
    order = [
        "CONTRADICTED  mood.b",
        "NOT SUPPORTED  mood.a",
        "MIXED",
        "UNVERIFIABLE",
        "UNCITED",
        "PARTLY",
        "SUPPORTED  c",
    ]
    assert [page.index(start) for start in order] == sorted(page.index(start) for start in order)


def test_unrelated_sources_are_counted_and_not_listed() -> None:
    page = render(Format.TABLE)
    assert "1 source is unrelated: 90000005" in page
    assert "Bones were dense" not in page


def test_the_reason_for_a_missing_record_is_given_once() -> None:
    page = render(Format.TABLE)
    assert page.count("PubMed was not asked") == 1
    assert "90000012, 90000013 (not recorded" in page


def test_findings_of_a_claim_are_printed_once_under_its_worst_statement() -> None:
    page = render(Format.TABLE)
    assert page.count("uncited-source") == 1
    assert page.index("mood.b") < page.index("uncited-source") < page.index("NOT SUPPORTED")


def test_waived_findings_are_shown_with_the_reason() -> None:
    assert "[waived: still" in render(Format.TABLE)


def test_digests_are_called_digests_and_the_originals_pointed_to() -> None:
    page = " ".join(render(Format.TABLE).split())
    assert "5 of 9 articles were read from own-words digests" in page
    assert "magcite fetch" in page


def test_a_large_report_is_written() -> None:
    assert render(Format.TABLE, large_report(40)).count("CONTRADICTED") == 10
