"""Careful wordings pass: a rule that fires on them would teach editors to look away."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from magcite.audit import AuditOptions, audit
from magcite.claims import load_claims
from magcite.model import (
    AbstractSection,
    Article,
    ArticleIds,
    Context,
    Finding,
    Identifier,
    Language,
    Pmid,
    Provenance,
    Reading,
    Severity,
    Strength,
    StudyType,
    Verdict,
)
from magcite.readers.scope import read_scope
from magcite.readers.strength import read_strength
from magcite.rules.engine import find_flaws
from magcite.rules.examples import build_claim_case
from magcite.rules.interface import ClaimCase, Example, ExampleSource
from magcite.sources.interface import Answer

FILE = Path(__file__).with_name("careful_statements.yaml")
LOADED: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
STATEMENTS: list[dict[str, Any]] = LOADED["statements"]
MOST_WARNINGS = 3
ORDINARY = [statement for statement in STATEMENTS if not statement.get("authorised")]
AUTHORISED = [statement for statement in STATEMENTS if statement.get("authorised")]


def _language(statement: dict[str, Any]) -> Language:
    return Language(statement.get("language", "nl" if "english" in statement else "en"))


def _source(name: str, number: int) -> ExampleSource:
    given: dict[str, Any] = LOADED["sources"][name]
    return ExampleSource(
        cited_as=f"1234567{number}",
        title=given["title"],
        abstract=given["abstract"],
        year=given["year"],
        study_type=StudyType(given["study_type"]),
        sample_size=given.get("sample_size"),
        animals=given.get("animals"),
        covers_trials=given.get("covers_trials"),
        conclusion=Strength[given["conclusion"].upper()],
        verdict=Verdict.SUPPORTS,
    )


def _example(statement: dict[str, Any]) -> Example:
    names = statement.get("sources", [statement["source"]] if "source" in statement else [])
    language = _language(statement)
    return Example(
        claim=statement["text"],
        language=language,
        english=statement.get("english"),
        strength=read_strength(statement["text"], language).value,
        context=Context.COMMERCIAL if statement.get("authorised") else Context.EDITORIAL,
        sources=tuple(_source(name, number) for number, name in enumerate(names)),
    )


def _compare(english: str, reading: Reading | None) -> Reading | None:
    if reading is None:
        return None
    return replace(reading, reasons=read_scope(english, reading.article, reading.facts, reading.support))


def _with_comparison(case: ClaimCase) -> ClaimCase:
    """Compare each source with its statement, as an audit does."""
    assertions = tuple(
        replace(
            one,
            sources=tuple(
                replace(source, reading=_compare(one.assertion.english or one.assertion.text, source.reading))
                for source in one.sources
            ),
        )
        for one in case.assertions
    )
    return replace(case, assertions=assertions)


@cache
def _findings(number: int) -> tuple[Finding, ...]:
    case = _with_comparison(build_claim_case(_example(STATEMENTS[number])))
    return find_flaws(case, select=frozenset(), ignore=frozenset())


def test_there_are_sixty_statements_and_each_authorised_claim_in_both_languages() -> None:
    assert len(STATEMENTS) == 60
    assert Counter(map(_language, AUTHORISED)) == {Language.ENGLISH: 10, Language.DUTCH: 10}


@pytest.mark.parametrize("statement", ORDINARY, ids=lambda statement: statement["text"])
def test_a_careful_statement_has_no_error(statement: dict[str, Any]) -> None:
    found = _findings(STATEMENTS.index(statement))
    assert [finding.rule for finding in found if finding.severity is Severity.ERROR] == []


def test_careful_statements_have_next_to_no_warnings() -> None:
    found = [
        (statement["text"], finding.rule)
        for number, statement in enumerate(STATEMENTS)
        for finding in _findings(number)
        if finding.severity is Severity.WARNING
    ]
    assert len(found) <= MOST_WARNINGS, found


class Shelf:
    """Holds the invented sources as records without any mark of PubMed's, so that everything must be read."""

    def look_up(self, identifiers: Sequence[Identifier]) -> Mapping[Identifier, Answer]:
        names = list(LOADED["sources"])
        return {one: self._article(names[int(one.value) - FIRST], one.value) for one in identifiers}

    def _article(self, name: str, pmid: str) -> Article:
        given: dict[str, Any] = LOADED["sources"][name]
        return Article(
            ids=ArticleIds(pmid=Pmid(pmid)),
            title=given["title"],
            abstract=(AbstractSection(text=given["abstract"]),),
            provenance=Provenance.RECORDED,
            year=given["year"],
        )


FIRST = 90000100


@cache
def _audited(number: int) -> tuple[Finding, ...]:
    """Audit a statement with everything read from its invented abstracts, the verdict too."""
    statement = STATEMENTS[number]
    names = statement.get("sources", [statement["source"]] if "source" in statement else [])
    pmids = [FIRST + list(LOADED["sources"]).index(name) for name in names]
    stated = {"id": "a", "text": statement["text"]} | (
        {"english": statement["english"]} if "english" in statement else {}
    )
    claim = {"id": "careful", "assertions": [stated]} | ({"pmids": pmids} if pmids else {})
    text = json.dumps({"language": _language(statement).value, "claims": [claim]}, ensure_ascii=False)
    report = audit([load_claims("claims.yaml", text.encode())], Shelf(), AuditOptions(today=date(2026, 11, 22)))
    (audited,) = report.claims
    return (*audited.findings, *audited.assertions[0].findings)


@pytest.mark.parametrize("statement", ORDINARY, ids=lambda statement: statement["text"])
def test_a_careful_statement_has_no_error_either_with_everything_read(statement: dict[str, Any]) -> None:
    found = _audited(STATEMENTS.index(statement))
    assert [finding.rule for finding in found if finding.severity is Severity.ERROR] == []


def test_careful_statements_have_next_to_no_warnings_either_with_everything_read() -> None:
    found = [
        (statement["text"], finding.rule)
        for statement in ORDINARY
        for finding in _audited(STATEMENTS.index(statement))
        if finding.severity is Severity.WARNING
    ]
    assert len(found) <= MOST_WARNINGS, found


@pytest.mark.parametrize("statement", AUTHORISED, ids=lambda statement: statement["text"])
def test_an_authorised_claim_is_only_recognised(statement: dict[str, Any]) -> None:
    found = _findings(STATEMENTS.index(statement))
    assert [finding.rule for finding in found] == ["authorised-claim"]
