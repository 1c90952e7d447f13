"""The audit: every source looked up once, read once, and set beside every assertion that cites it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from magcite.audit import AuditOptions, audit
from magcite.claims import load_claims
from magcite.model import (
    AbstractSection,
    Article,
    ArticleIds,
    AssertionVerdict,
    Identifier,
    IdKind,
    MissingArticle,
    Pmid,
    Provenance,
    Report,
    Status,
    Verdict,
)
from magcite.sources.interface import Answer

TODAY = date(2026, 11, 22)
SLEEP = (
    "We randomly assigned 184 older adults with poor sleep to magnesium or placebo for 8 weeks. "
    "Sleep quality improved more with magnesium than with placebo (P = 0.01). "
    "We conclude that magnesium improved sleep quality in older adults."
)
KNEES = "We followed 900 patients after knee replacement. Infection occurred in 2 % within a year."


def article(pmid: str, text: str = SLEEP, **ids: str) -> Article:
    title = "Magnesium for sleep" if text is SLEEP else "Infection after knee replacement"
    return Article(
        ids=ArticleIds(pmid=Pmid(pmid), **ids),
        title=title,
        abstract=(AbstractSection(text=text),) if text else (),
        provenance=Provenance.RECORDED,
    )


class Shelf:
    """A source that holds the articles given, under every id of theirs, and counts what it is asked."""

    def __init__(self, *articles: Article, missing: Mapping[str, Status] | None = None) -> None:
        self.articles = articles
        self.missing = missing or {}
        self.asked: list[tuple[Identifier, ...]] = []

    def look_up(self, identifiers: Sequence[Identifier]) -> Mapping[Identifier, Answer]:
        self.asked.append(tuple(identifiers))
        return {identifier: self._find(identifier) for identifier in identifiers}

    def pmids(self) -> tuple[Pmid, ...]:
        return tuple(sorted(one.ids.pmid for one in self.articles if one.ids.pmid))

    def _find(self, identifier: Identifier) -> Answer:
        for one in self.articles:
            if identifier.value in {one.ids.pmid, one.ids.pmcid, one.ids.nbk}:
                return one
        default = Status.NOT_IN_PUBMED if identifier.kind is IdKind.URL else Status.NOT_FOUND
        status = self.missing.get(identifier.value, default)
        return MissingArticle(identifier=identifier, status=status, reason=f"{identifier} is not here")


def run(text: str, shelf: Shelf, *, reach: Shelf | None = None) -> Report:
    file = load_claims("claims.yaml", text.encode())
    return audit([file], shelf, AuditOptions(today=TODAY, reach=reach))


def rules(report: Report) -> set[str]:
    return {
        finding.rule
        for claim in report.claims
        for finding in (*claim.findings, *(one for assertion in claim.assertions for one in assertion.findings))
    }


TWO = """
claims:
  - id: sleep
    pmids: [11111111, 22222222]
    assertions:
      - {id: a, text: Magnesium improves sleep quality in older adults.}
      - {id: b, text: Magnesium improves sleep quality in older adults., pmids: [11111111]}
  - {id: again, claim: Magnesium improves sleep quality in older adults., pmids: [11111111]}
"""


def test_every_source_is_looked_up_once_in_one_question() -> None:
    shelf = Shelf(article("11111111"), article("22222222", KNEES))
    run(TWO, shelf)
    assert [len(asked) for asked in shelf.asked] == [2]


def test_an_assertion_is_set_beside_its_own_sources_only() -> None:
    report = run(TWO, Shelf(article("11111111"), article("22222222", KNEES)))
    first, second = report.claims[0].assertions
    assert [source.citation.cited_as for source in first.sources] == ["11111111", "22222222"]
    assert [source.citation.cited_as for source in second.sources] == ["11111111"]


def test_support_makes_a_statement_supported_and_a_stranger_is_unrelated() -> None:
    report = run(TWO, Shelf(article("11111111"), article("22222222", KNEES)))
    assertion = report.claims[0].assertions[0]
    verdicts = [
        source.reading.support.value for source in assertion.sources if source.reading and source.reading.support
    ]
    assert verdicts == [Verdict.SUPPORTS, Verdict.UNRELATED]
    assert assertion.grade.verdict is AssertionVerdict.SUPPORTED
    assert "stray-source" in rules(report)


def test_a_record_cited_under_two_ids_is_graded_once_and_reported() -> None:
    text = "claims: [{id: a, claim: Magnesium improves sleep., pmids: [11111111], sources: [PMC55, NBK66]}]"
    report = run(text, Shelf(article("11111111", pmcid="PMC55", nbk="NBK66")))
    (source,) = report.claims[0].assertions[0].sources
    assert source.also_cited_as == ("PMC55", "NBK66")
    assert "duplicate-source" in rules(report)


def test_an_unknown_id_cited_twice_is_one_source() -> None:
    report = run("claims: [{id: a, claim: Magnesium helps., pmids: [9999999, 9999999]}]", Shelf())
    (source,) = report.claims[0].assertions[0].sources
    assert (source.status, source.also_cited_as) == (Status.NOT_FOUND, ("9999999",))
    assert "no-such-pmid" in rules(report)


def test_an_article_without_abstract_is_not_judged() -> None:
    report = run("claims: [{id: a, claim: Magnesium helps., pmids: [1]}]", Shelf(article("1", "")))
    (source,) = report.claims[0].assertions[0].sources
    assert source.status is Status.NO_ABSTRACT
    assert source.reading is not None
    assert source.reading.support is None
    assert report.claims[0].assertions[0].grade.verdict is AssertionVerdict.UNVERIFIABLE


def test_a_dutch_statement_without_english_gets_no_verdict() -> None:
    text = "language: nl\nclaims: [{id: a, claim: Magnesium verbetert de slaap., pmids: [11111111]}]"
    report = run(text, Shelf(article("11111111")))
    (source,) = report.claims[0].assertions[0].sources
    assert source.reading is not None
    assert source.reading.support is None
    assert report.remarks == ("claims.yaml: no `english` beside 1 of its statements, so no verdict on them; add it",)


LOST = "claims: [{id: sleep, claim: Magnesium improves sleep quality in older adults., pmids: [1111111]}]"


def test_the_record_that_was_probably_meant_is_suggested_where_the_pmid_leads_nowhere() -> None:
    report = run(LOST, Shelf(), reach=Shelf(article("11111111")))
    message = next(one.message for one in report.claims[0].assertions[0].findings if one.rule == "no-such-pmid")
    assert "11111111" in message
    cited = {source.citation.cited_as for source in report.claims[0].assertions[0].sources}
    assert cited == {"1111111"}


def test_it_is_suggested_too_where_the_pmid_leads_to_a_stranger() -> None:
    report = run(LOST, Shelf(article("1111111", KNEES)), reach=Shelf(article("11111111")))
    message = next(one.message for one in report.claims[0].assertions[0].findings if one.rule == "stray-source")
    assert "11111111" in message


def test_a_neighbour_that_does_not_fit_is_not_suggested() -> None:
    report = run(LOST, Shelf(), reach=Shelf(article("11111111", KNEES)))
    assert all("11111111" not in one.message for one in report.claims[0].assertions[0].findings)


def test_a_source_that_fits_gets_no_suggestion() -> None:
    report = run(LOST, Shelf(article("1111111")), reach=Shelf(article("11111111")))
    assert all("11111111" not in one.message for one in report.claims[0].assertions[0].findings)


def test_a_waived_finding_stays_and_says_so() -> None:
    text = """
claims:
  - id: a
    assertions:
      - {id: x, text: Magnesium helps., waive: [{rule: no-source, reason: told by the expert herself}]}
"""
    findings = run(text, Shelf()).claims[0].assertions[0].findings
    assert [one.waived for one in findings if one.rule == "no-source"] == ["told by the expert herself"]


def test_a_claim_without_statement_keeps_its_findings_to_itself() -> None:
    report = run("claims: [{id: a, title: Cancer, pmids: [11111111]}]", Shelf(article("11111111")))
    assert report.claims[0].assertions == ()
    assert "no-statement" in {finding.rule for finding in report.claims[0].findings}


def test_every_finding_has_a_fingerprint() -> None:
    report = run(TWO, Shelf(article("11111111"), article("22222222", KNEES)))
    found = [one for claim in report.claims for assertion in claim.assertions for one in assertion.findings]
    assert all(one.fingerprint for one in found)
