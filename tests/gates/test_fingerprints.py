"""Findings keep their name while the file around them changes."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.gates.fingerprints import fingerprint, with_fingerprints
from magcite.model import Assertion, Claim, Finding, Position, Severity


def _finding(**given: object) -> Finding:
    finding = Finding(
        rule="small-sample",
        severity=Severity.WARNING,
        confidence=1.0,
        message="few took part",
        owner="a.b",
        position=Position(file="f.yaml", line=3, column=1),
        source="123",
    )
    return replace(finding, **given)  # type: ignore[arg-type]


def _claim(text: str = "Magnesium helps.", claim_id: str = "a", title: str | None = None) -> Claim:
    place = Position(file="f.yaml", line=1, column=1)
    statement = Assertion(id=f"{claim_id}.b", text=text, english=text, citations=(), position=place)
    return Claim(id=claim_id, title=title, locator=None, citations=(), assertions=(statement,), position=place)


def test_case_white_space_and_the_spelling_of_the_source_make_no_difference() -> None:
    plain = fingerprint("r", "Magnesium helps a lot.", "123")
    assert plain == fingerprint("r", " magnesium  HELPS\na lot. ", "PMID: 123")
    assert plain == fingerprint("r", "Magnesium helps a lot.", "https://pubmed.ncbi.nlm.nih.gov/123/")


def test_rule_words_source_and_ordinal_all_make_a_difference() -> None:
    names = {
        fingerprint("r", "words", "123"),
        fingerprint("s", "words", "123"),
        fingerprint("r", "other words", "123"),
        fingerprint("r", "words", "124"),
        fingerprint("r", "words"),
        fingerprint("r", "words", "123", ordinal=2),
    }
    assert len(names) == 6


@given(st.text(), st.text(), st.text())
@settings(deadline=None)
def test_any_text_has_a_fingerprint_and_always_the_same(rule: str, words: str, source: str) -> None:
    assert fingerprint(rule, words, source) == fingerprint(rule, words, source)


def test_a_fingerprint_does_not_change_between_releases() -> None:
    assert fingerprint("small-sample", "Magnesium helps.", "123") == "3ec71b1c1ef7b6ad0913"


def test_a_moved_line_another_message_or_a_renamed_claim_changes_nothing() -> None:
    moved = _finding(position=Position(file="other.yaml", line=99, column=9), message="otherwise put", owner="c.b")
    (before,) = with_fingerprints(_claim(), [_finding()])
    (after,) = with_fingerprints(_claim(claim_id="c"), [moved])
    assert before.fingerprint == after.fingerprint


def test_findings_alike_are_told_apart_by_their_order() -> None:
    names = [
        found.fingerprint for found in with_fingerprints(_claim(), [_finding(), _finding(), _finding(source=None)])
    ]
    assert names[1] == f"{names[0]}-2"
    assert len(set(names)) == 3


def test_a_finding_of_the_claim_itself_rests_on_its_title_or_else_its_id() -> None:
    (titled,) = with_fingerprints(_claim(title="Mood"), [_finding(owner="a", source=None)])
    (untitled,) = with_fingerprints(_claim(), [_finding(owner="a", source=None)])
    assert titled.fingerprint == fingerprint("small-sample", "Mood")
    assert untitled.fingerprint == fingerprint("small-sample", "a")
