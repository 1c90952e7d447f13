"""What a claims file rested on is written down, and what changed since is found."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from magcite.errors import UsageError
from magcite.gates.drift import DRIFT_RULES, add_drift, compare_with_lock
from magcite.gates.lock import Lock, build_lock, load_lock, lock_path, read_lock, write_lock
from magcite.model import (
    AssertionVerdict,
    AuditedAssertion,
    Finding,
    Language,
    NoticeKind,
    Provenance,
    Report,
    Severity,
    Status,
    StudyType,
    Verdict,
)

from .reports import FILE, audited, report, source


def _lock(run: Report) -> Lock:
    return read_lock(write_lock(build_lock(run, run.files[0])), name="claims.lock")


def _drift(before: AuditedAssertion, after: AuditedAssertion) -> tuple[Finding, ...]:
    run = report(after)
    return compare_with_lock(run, run.files[0], _lock(report(before)))


def test_the_lock_holds_each_article_and_each_verdict() -> None:
    lock = _lock(report(audited(source(), source("456", status=Status.NOT_FOUND))))
    article = lock.articles["123"]
    assert (article.retrieved, article.study_type, article.sample_size) == (
        date(2026, 11, 22),
        StudyType.RANDOMIZED_TRIAL,
        40,
    )
    assert "456" not in lock.articles
    assert lock.assertions["mood.a"].verdict is AssertionVerdict.SUPPORTED
    assert lock.assertions["mood.a"].sources == {"123": Verdict.SUPPORTS, "456": None}


def test_the_lock_reads_back_as_itself_and_is_sorted_and_versioned() -> None:
    run = report(audited(source("456"), source("123", provenance=Provenance.DIGEST)))
    text = write_lock(build_lock(run, run.files[0]))
    assert text == write_lock(read_lock(text, name="x"))
    assert json.loads(text)["schema_version"] == 1
    assert list(json.loads(text)["articles"]) == ["123", "456"]


def test_the_lock_stands_beside_its_file() -> None:
    assert lock_path("data/claims.yaml") == Path("data/claims.lock")


def test_the_same_run_has_no_drift() -> None:
    assert _drift(audited(source()), audited(source())) == ()


@pytest.mark.parametrize(
    ("kind", "rule", "severity"),
    [
        (NoticeKind.RETRACTED, "retracted-since", Severity.ERROR),
        (NoticeKind.PARTLY_RETRACTED, "retracted-since", Severity.ERROR),
        (NoticeKind.EXPRESSION_OF_CONCERN, "concern-since", Severity.WARNING),
    ],
)
def test_a_retraction_or_concern_since_then_is_found(kind: NoticeKind, rule: str, severity: Severity) -> None:
    (found,) = _drift(audited(source()), audited(source(notices=(kind, NoticeKind.ERRATUM))))
    assert (found.rule, found.severity, found.source, found.owner) == (rule, severity, "123", "mood")
    assert "since 2026-11-22" in found.message
    assert found.fingerprint


def test_what_was_known_as_retracted_or_is_restored_is_no_drift() -> None:
    retracted = audited(source(notices=(NoticeKind.RETRACTED,)))
    assert _drift(retracted, retracted) == ()
    assert _drift(retracted, audited(source())) == ()


def test_a_changed_abstract_is_found_but_not_changed_white_space() -> None:
    (found,) = _drift(audited(source()), audited(source(abstract="Mood fell in 40 people.")))
    assert found.rule == "abstract-changed"
    assert _drift(audited(source()), audited(source(abstract="Mood  rose in\n40 people."))) == ()


def test_a_summary_beside_the_abstract_itself_is_no_change() -> None:
    summary = audited(source(abstract="In short: mood rose.", provenance=Provenance.DIGEST))
    assert _drift(summary, audited(source())) == ()
    other = audited(source(abstract="In short: no change.", provenance=Provenance.DIGEST))
    (found,) = _drift(summary, other)
    assert "since the lock file was written" in found.message


def test_a_record_that_pubmed_no_longer_has_is_found_and_one_that_could_not_be_asked_is_not() -> None:
    assert [found.rule for found in _drift(audited(source()), audited(source(status=Status.NOT_FOUND)))] == [
        "record-gone"
    ]
    assert _drift(audited(source()), audited(source(status=Status.UNAVAILABLE))) == ()


def test_another_verdict_on_the_same_words_is_found() -> None:
    (found,) = _drift(audited(source()), audited(source(), verdict=AssertionVerdict.MIXED))
    assert (found.rule, found.owner, found.source) == ("verdict-changed", "mood.a", None)
    assert found.message == "this was supported when the lock file was written, and is mixed now"


OWN, OTHER = "magcite-pair (sha256 0123456789ab)", "my-nli (sha256 ba9876543210)"


@pytest.mark.parametrize(("model", "written"), [(OWN, OWN), (None, "none")])
def test_the_lock_names_the_model_that_had_a_say(model: str | None, written: str) -> None:
    run = replace(report(audited(source())), model=model)
    assert json.loads(write_lock(build_lock(run, run.files[0])))["model"] == written
    assert _lock(run).model == written


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (OWN, OTHER, f"{OWN} then, {OTHER} now"),
        (OWN, None, f"{OWN} then, none now"),
        (None, OWN, f"none then, {OWN} now"),
    ],
)
def test_another_model_is_told_beside_a_changed_verdict_and_once_for_the_file(
    before: str | None, now: str | None, told: str
) -> None:
    lock = _lock(replace(report(audited(source())), model=before))
    run = replace(report(audited(source(), verdict=AssertionVerdict.MIXED)), model=now, remarks=("first",))
    (found,) = compare_with_lock(run, run.files[0], lock)
    assert found.message.endswith(f"; the learned model is another one ({told}), so the sources may be what they were")
    added = add_drift(run, {FILE: lock})
    assert added.claims[0].assertions[0].findings == (found,)
    assert added.remarks[0] == "first"
    assert added.remarks[1].startswith(f"claims.lock was written with another learned model ({told})")


def test_another_model_is_told_in_dutch_where_that_is_asked_for() -> None:
    lock = _lock(replace(report(audited(source())), model=OWN))
    run = report(audited(source(), verdict=AssertionVerdict.MIXED))
    added = add_drift(run, {FILE: lock}, Language.DUTCH)
    (found,) = added.claims[0].assertions[0].findings
    models = f"toen {OWN}, nu geen"
    assert found.message.endswith(
        f"; het geleerde model is een ander ({models}), dus de bronnen kunnen dezelfde zijn gebleven"
    )
    assert added.remarks[0].startswith(f"claims.lock is met een ander geleerd model geschreven ({models})")


def test_the_same_model_and_one_that_an_old_lock_does_not_name_are_not_told() -> None:
    run = replace(report(audited(source(), verdict=AssertionVerdict.MIXED)), model=OWN)
    old = replace(_lock(report(audited(source()))), model=None)
    assert "model" not in json.loads(write_lock(old))
    assert read_lock(write_lock(old), name="x").model is None
    for lock in (replace(old, model=OWN), old):
        (found,) = compare_with_lock(run, run.files[0], lock)
        assert "model" not in found.message
        assert add_drift(run, {FILE: lock}).remarks == ()


def test_another_verdict_on_other_words_or_without_all_sources_is_no_drift() -> None:
    mixed = AssertionVerdict.MIXED
    assert _drift(audited(source()), audited(source(), text="Something else.", verdict=mixed)) == ()
    assert _drift(audited(source()), audited(source(status=Status.UNAVAILABLE), verdict=mixed)) == ()


def test_what_the_lock_does_not_know_is_no_drift() -> None:
    assert _drift(audited(source(), statement_id="mood.z"), audited(source("999"))) == ()


def test_a_source_of_several_statements_is_reported_once() -> None:
    before, after = source(), source(notices=(NoticeKind.RETRACTED,))
    run = report(audited(after), audited(after, statement_id="mood.b"))
    assert len(compare_with_lock(run, run.files[0], _lock(report(audited(before))))) == 1


def test_drift_is_added_to_the_report_where_it_belongs_and_files_without_a_lock_stay_as_they_are() -> None:
    run = report(audited(source(notices=(NoticeKind.RETRACTED,)), verdict=AssertionVerdict.MIXED))
    added = add_drift(run, {FILE: _lock(report(audited(source())))})
    assert [found.rule for found in added.claims[0].findings] == ["retracted-since"]
    assert [found.rule for found in added.claims[0].assertions[0].findings] == ["verdict-changed"]
    assert add_drift(run, {}) == run
    assert compare_with_lock(run, report(file="other.yaml").files[0], _lock(run)) == ()


def test_drift_of_a_short_claim_belongs_to_its_only_statement() -> None:
    run = report(audited(source(notices=(NoticeKind.RETRACTED,)), statement_id="mood"))
    added = add_drift(run, {FILE: _lock(report(audited(source(), statement_id="mood")))})
    assert [found.rule for found in added.claims[0].assertions[0].findings] == ["retracted-since"]
    assert added.claims[0].findings == ()


DUTCH_STANDINGS = [
    (NoticeKind.RETRACTED, "sinds 2026-11-22 is deze bron ingetrokken; zoek een andere"),
    (NoticeKind.PARTLY_RETRACTED, "sinds 2026-11-22 is deze bron deels ingetrokken; zoek een andere"),
    (NoticeKind.EXPRESSION_OF_CONCERN, "sinds 2026-11-22 plaatst de redactie vraagtekens bij deze bron"),
]


@pytest.mark.parametrize(("kind", "words"), DUTCH_STANDINGS)
def test_what_befell_a_source_is_told_in_dutch_where_that_is_asked_for(kind: NoticeKind, words: str) -> None:
    run = report(audited(source(notices=(kind,))))
    (found,) = compare_with_lock(run, run.files[0], _lock(report(audited(source()))), Language.DUTCH)
    assert found.message.startswith(words)


def test_other_drift_is_told_in_dutch_too_and_has_the_same_fingerprint() -> None:
    summary = audited(source(abstract="In short: mood rose.", provenance=Provenance.DIGEST))
    other = audited(source(abstract="No change.", provenance=Provenance.DIGEST), verdict=AssertionVerdict.NOT_SUPPORTED)
    run, lock = report(other), _lock(report(summary))
    dutch = compare_with_lock(run, run.files[0], lock, Language.DUTCH)
    assert [found.message for found in dutch] == [
        "sinds het schrijven van het lockbestand is de titel of samenvatting veranderd; lees die opnieuw en vernieuw "
        "het lockbestand",
        "toen het lockbestand werd geschreven was het oordeel: onderbouwd; nu is het: niet onderbouwd",
    ]
    english = compare_with_lock(run, run.files[0], lock)
    assert [found.fingerprint for found in dutch] == [found.fingerprint for found in english]
    gone = report(audited(source(status=Status.NOT_FOUND)))
    (found, *_) = add_drift(gone, {FILE: _lock(report(audited(source())))}, Language.DUTCH).claims[0].findings
    assert found.message == "sinds 2026-11-22 is dit record uit PubMed verdwenen; controleer het nummer"


def test_every_kind_of_drift_has_a_severity_and_a_summary() -> None:
    assert set(DRIFT_RULES) == {
        "retracted-since",
        "concern-since",
        "abstract-changed",
        "record-gone",
        "verdict-changed",
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "this lock file is damaged"),
        ("{}", "is not a lock file of magcite"),
        ('{"schema_version": 1, "articles": {}}', "this lock file is damaged"),
        ('{"schema_version": 1, "articles": {"1": {}}, "assertions": {}}', "this lock file is damaged"),
        ('{"schema_version": 1, "articles": [], "assertions": {}}', "this lock file is damaged"),
    ],
)
def test_a_file_that_is_no_lock_is_refused(text: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "claims.lock"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"claims\.lock") as caught:
        load_lock(path)
    assert words in str(caught.value)
