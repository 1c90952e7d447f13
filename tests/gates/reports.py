"""Build small reports for the tests of the gates; every name and text in them is invented."""

from __future__ import annotations

from datetime import date

from magcite.model import (
    AbstractSection,
    Article,
    ArticleFacts,
    ArticleIds,
    Assertion,
    AssertionVerdict,
    AuditedAssertion,
    AuditedClaim,
    Certainty,
    Citation,
    CitedSource,
    Claim,
    ClaimsFile,
    Context,
    Design,
    Fact,
    Finding,
    Grade,
    Identifier,
    IdKind,
    Language,
    Notice,
    NoticeKind,
    Pmid,
    Position,
    Provenance,
    Reading,
    Report,
    Sample,
    Severity,
    Status,
    Strength,
    StudyType,
    Verdict,
)

FILE = "claims.yaml"


def position(line: int, file: str = FILE) -> Position:
    return Position(file=file, line=line, column=1)


def fact(value: object) -> Fact[object]:
    return Fact(value=value, quote=None, confidence=0.9, basis="test")


def finding(rule: str = "small-sample", owner: str = "mood.a", **given: object) -> Finding:
    chosen = {"source": "123", "fingerprint": f"{rule}/{owner}", "waived": None} | given
    return Finding(
        rule=rule,
        severity=Severity.WARNING,
        confidence=1.0,
        message="few took part",
        owner=owner,
        position=position(4),
        **chosen,  # type: ignore[arg-type]
    )


def source(
    pmid: str = "123",
    abstract: str = "Mood rose in 40 people.",
    notices: tuple[NoticeKind, ...] = (),
    status: Status = Status.GRADED,
    provenance: Provenance = Provenance.PUBMED,
) -> CitedSource:
    identifier = Identifier(kind=IdKind.PMID, value=pmid)
    citation = Citation(cited_as=pmid, identifier=identifier, position=position(3))
    if status is not Status.GRADED:
        return CitedSource(citation=citation, status=status, reading=None, missing=None)
    article = Article(
        ids=ArticleIds(pmid=Pmid(pmid)),
        title="An invented trial",
        abstract=(AbstractSection(text=abstract),),
        provenance=provenance,
        notices=tuple(Notice(kind=kind) for kind in notices),
        retrieved=None if provenance is Provenance.DIGEST else date(2026, 11, 22),
    )
    facts = ArticleFacts(
        design=Design(study_type=Fact(value=StudyType.RANDOMIZED_TRIAL, quote=None, confidence=0.9, basis="test")),
        sample=Sample(participants=Fact(value=40, quote=None, confidence=0.9, basis="test")),
    )
    support = Fact(value=Verdict.SUPPORTS, quote=None, confidence=0.9, basis="test")
    reading = Reading(article=article, facts=facts, support=support, evidence_level=2)
    return CitedSource(citation=citation, status=status, reading=reading, missing=None)


def audited(
    *sources: CitedSource,
    text: str = "Magnesium lifts the mood.",
    verdict: AssertionVerdict = AssertionVerdict.SUPPORTED,
    findings: tuple[Finding, ...] = (),
    statement_id: str = "mood.a",
) -> AuditedAssertion:
    statement = Assertion(
        id=statement_id,
        text=text,
        english=text,
        citations=tuple(one.citation for one in sources),
        position=position(4),
    )
    return AuditedAssertion(
        assertion=statement,
        strength=Fact(value=Strength.EFFECT, quote=None, confidence=0.9, basis="test"),
        sources=sources,
        grade=Grade(verdict=verdict, certainty=Certainty.LOW, overstated=False, ledger=(), summary=""),
        findings=findings,
    )


def report(*statements: AuditedAssertion, findings: tuple[Finding, ...] = (), file: str = FILE) -> Report:
    claim = Claim(
        id="mood",
        title="Mood",
        locator=None,
        citations=tuple(one.citation for statement in statements for one in statement.sources),
        assertions=tuple(statement.assertion for statement in statements),
        position=position(2, file),
    )
    return Report(
        files=(claims_file(file, claim),),
        claims=(AuditedClaim(claim=claim, assertions=statements, findings=findings),),
    )


def claims_file(path: str, *claims: Claim) -> ClaimsFile:
    return ClaimsFile(
        path=path,
        title=None,
        language=Language.ENGLISH,
        context=Context.EDITORIAL,
        articles=None,
        claims=claims,
    )
