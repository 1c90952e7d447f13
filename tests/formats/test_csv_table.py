import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.formats import Format
from magcite.formats.csv_table import COLUMNS, guard

from .rendering import Golden, render
from .sample_report import LONG_WORD, empty_report

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def _rows() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(Format.CSV))))


def test_the_whole_table_is_as_agreed(expect_golden: Golden) -> None:
    expect_golden("report.csv", render(Format.CSV))


def test_each_source_of_each_statement_has_a_row_and_what_has_none_has_one() -> None:
    assert len(_rows()) == 20 + 1 + 2


def test_no_cell_is_run_by_a_spreadsheet() -> None:
    assert not [cell for row in _rows() for cell in row.values() if cell.startswith(FORMULA)]
    assert {row["suggested_wording"] for row in _rows()} >= {"'@SUM(A1) may lower pressure."}


@settings(deadline=None)
@given(st.sampled_from(FORMULA), st.text(max_size=30))
def test_what_begins_like_a_formula_is_marked(start: str, rest: str) -> None:
    assert not str(guard(f"{start}{rest}")).startswith(FORMULA)
    assert not str(guard(f" \u202e{start}{rest}")).startswith(FORMULA)


def test_numbers_stay_numbers() -> None:
    assert guard(8894) == 8894
    assert guard(None) == ""


def test_the_table_begins_with_its_columns_and_no_mark() -> None:
    assert render(Format.CSV, empty_report()) == ",".join(COLUMNS) + "\n"


def test_a_finding_stands_with_the_source_it_concerns() -> None:
    (row,) = [row for row in _rows() if row["statement"] == "mood.b" and row["pmid"] == "90000001"]
    assert "error[wrong-subgroup]" in row["source_findings"]
    assert "old-source" not in row["source_findings"]


@pytest.mark.parametrize("column", ["text", "english"])
def test_a_long_text_is_kept(column: str) -> None:
    assert [row for row in _rows() if row[column] == LONG_WORD]


def test_what_a_person_decided_stands_in_columns_of_its_own() -> None:
    rows = {row["source"]: row for row in _rows() if row["statement"] == "mood.b"}
    assert COLUMNS[-4:] == ("reviewed_verdict", "reviewed_by", "reviewed_on", "review_reason")
    assert [rows["90000001"][column] for column in ("source_verdict", *COLUMNS[-4:])] == [
        "contradicts",
        "partial",
        "N.N.",
        "2026-11-20",
        "<b>holds</b> | in part",
    ]
    assert rows["90000005"]["review_reason"].startswith("'=")
    assert rows["90000006"]["reviewed_verdict"] == ""
