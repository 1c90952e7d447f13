"""What was known before doesn't count again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.errors import UsageError
from magcite.gates.baseline import (
    KNOWN_REASON,
    Baseline,
    all_findings,
    apply_baseline,
    load_baseline,
    read_baseline,
    set_known_apart,
    write_baseline,
)
from magcite.model import Finding

from .reports import audited, finding, report


def _baseline(*findings: Finding) -> Baseline:
    return read_baseline(write_baseline(findings), name="b.json")


def test_findings_are_new_known_or_gone() -> None:
    old, kept, new = finding("old"), finding("kept"), finding("new")
    compared = apply_baseline([kept, new], _baseline(old, kept))
    assert (compared.new, compared.known) == ((new,), (kept,))
    assert [gone.rule for gone in compared.gone] == ["old"]


def test_of_findings_alike_only_as_many_are_known_as_the_baseline_holds() -> None:
    compared = apply_baseline([finding(), finding()], _baseline(finding()))
    assert (len(compared.new), len(compared.known), len(compared.gone)) == (1, 1, 0)
    assert len(apply_baseline([], _baseline(finding(), finding())).gone) == 2


def test_a_finding_that_was_known_and_is_waived_now_is_neither_new_nor_known_nor_gone() -> None:
    compared = apply_baseline([finding(waived="a reason")], _baseline(finding()))
    assert (compared.new, compared.known, compared.gone) == ((), (), ())


def test_waived_findings_stay_out_of_the_baseline() -> None:
    assert _baseline(finding(waived="a reason")).findings == ()


def test_the_file_is_the_same_whatever_the_order_of_the_findings_and_reads_well_in_a_diff() -> None:
    one, other = finding(owner="a"), finding(owner="b", source=None)
    text = write_baseline([other, one])
    assert text == write_baseline([one, other])
    assert text == (
        '{\n "findings": [\n'
        '  {\n   "fingerprint": "small-sample/a",\n   "owner": "a",\n'
        '   "rule": "small-sample",\n   "source": "123"\n  },\n'
        '  {\n   "fingerprint": "small-sample/b",\n   "owner": "b",\n'
        '   "rule": "small-sample",\n   "source": ""\n  }\n'
        ' ],\n "schema_version": 1\n}\n'
    )


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
@settings(deadline=None)
def test_nothing_is_counted_twice_or_lost(before: list[str], after: list[str]) -> None:
    compared = apply_baseline([finding(rule) for rule in after], _baseline(*(finding(rule) for rule in before)))
    assert len(compared.new) + len(compared.known) == len(after)
    assert len(compared.known) + len(compared.gone) == len(before)


def test_known_findings_of_a_report_are_set_apart_and_new_ones_stay() -> None:
    known, own, new = finding("known"), finding("own", owner="mood"), finding("new")
    marked, compared = set_known_apart(report(audited(findings=(known, new)), findings=(own,)), _baseline(known, own))
    assert {found.rule: found.waived for found in all_findings(marked)} == {
        "own": KNOWN_REASON,
        "known": KNOWN_REASON,
        "new": None,
    }
    assert compared.new == (new,)


def test_a_baseline_of_a_run_leaves_nothing_new_in_the_same_run() -> None:
    first = report(audited(findings=(finding(), finding("x"), finding(waived="r"))), findings=(finding(owner="mood"),))
    _, compared = set_known_apart(first, _baseline(*all_findings(first)))
    assert (compared.new, compared.gone) == ((), ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is damaged"),
        ("[]", "is not a baseline of magcite"),
        ('{"findings": []}', "is not a baseline of magcite"),
        ('{"schema_version": 2, "findings": []}', "has version 2, and this magcite reads 1"),
        ('{"schema_version": 1}', "is damaged; write it anew with --write-baseline"),
        ('{"schema_version": 1, "findings": [{}]}', "is damaged"),
        ('{"schema_version": 1, "findings": ["x"]}', "is damaged"),
        ("[" * 100_000, "is damaged"),
    ],
)
def test_a_file_that_is_no_baseline_is_refused_with_the_cure(text: str, words: str) -> None:
    with pytest.raises(UsageError, match=r"b\.json") as caught:
        read_baseline(text, name="b.json")
    assert words in str(caught.value)


def test_a_baseline_is_read_from_its_file_or_said_to_be_missing_or_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    with pytest.raises(
        UsageError, match="there is no such baseline; check the name, or write it first with --write-baseline"
    ):
        load_baseline(path)
    path.write_text(write_baseline([finding()]), encoding="utf-8")
    assert load_baseline(path) == _baseline(finding())
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="cannot be read"):
        load_baseline(path)
