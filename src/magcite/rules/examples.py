"""Build the case that an example of a rule describes, so that tests and the manual can run the rule on it."""

from __future__ import annotations

from typing import TypeVar

from magcite.evidence import weigh
from magcite.model import (
    AbstractSection,
    Article,
    ArticleFacts,
    ArticleIds,
    Assertion,
    Citation,
    CitedSource,
    Claim,
    Design,
    Fact,
    Identifier,
    IdKind,
    Language,
    MeshTerm,
    MissingArticle,
    Notice,
    Pmid,
    Position,
    Provenance,
    Quote,
    Reading,
    Sample,
    Status,
)
from magcite.rules.interface import AssertionCase, ClaimCase, Example, ExampleSource, SourceCase

T = TypeVar("T")

_SURE = 0.9


def _position(line: int) -> Position:
    return Position(file="example.yaml", line=line, column=1)


def _cite(source: ExampleSource, line: int) -> Citation:
    kind = IdKind.PMID if source.cited_as.isdigit() else IdKind.URL
    return Citation(
        cited_as=source.cited_as, identifier=Identifier(kind=kind, value=source.cited_as), position=_position(line)
    )


def _fact(value: T, source: ExampleSource) -> Fact[T]:
    quote = Quote(text=source.quote or source.title, in_title=not source.quote)
    return Fact(value=value, quote=quote, confidence=_SURE, basis="example")


def _article(source: ExampleSource) -> Article:
    return Article(
        ids=ArticleIds(pmid=Pmid(source.cited_as) if source.cited_as.isdigit() else None),
        title=source.title,
        abstract=(AbstractSection(text=source.abstract),) if source.abstract else (),
        provenance=Provenance.RECORDED,
        year=source.year,
        publication_types=tuple(MeshTerm(name=name) for name in source.publication_types),
        notices=tuple(Notice(kind=kind) for kind in source.notices),
    )


def _read(source: ExampleSource) -> Reading:
    design = Design(study_type=_fact(source.study_type, source) if source.study_type else None)
    sample = Sample(
        participants=_fact(source.sample_size, source) if source.sample_size is not None else None,
        animals=_fact(source.animals, source) if source.animals is not None else None,
    )
    return Reading(
        article=_article(source),
        facts=ArticleFacts(design=design, sample=sample),
        support=_fact(source.verdict, source) if source.verdict else None,
        evidence_level=weigh(design, sample).level,
    )


def _source(source: ExampleSource, citation: Citation) -> CitedSource:
    with_record = source.status in {Status.GRADED, Status.NO_ABSTRACT}
    missing = MissingArticle(identifier=citation.identifier, status=source.status, reason="an example")
    return CitedSource(
        citation=citation,
        status=source.status,
        reading=_read(source) if with_record else None,
        missing=None if with_record else missing,
        also_cited_as=source.also_cited_as,
    )


def build_claim_case(example: Example) -> ClaimCase:
    """Build the claim that an example describes, with its one assertion."""
    citations = tuple(_cite(source, line) for line, source in enumerate(example.sources, start=4))
    english = example.english or (example.claim if example.language is Language.ENGLISH else None)
    assertion = Assertion(
        id="example.a", text=example.claim, english=english, citations=citations, position=_position(3)
    )
    claim = Claim(
        id="example", title=None, locator=None, citations=citations, assertions=(assertion,), position=_position(2)
    )
    sources = tuple(map(_source, example.sources, citations))
    strength = Fact(
        value=example.strength, quote=Quote(text=example.claim, in_title=True), confidence=_SURE, basis="example"
    )
    case = AssertionCase(
        claim=claim,
        assertion=assertion,
        strength=strength,
        context=example.context,
        language=example.language,
        sources=sources,
    )
    return ClaimCase(
        claim=claim, context=example.context, language=example.language, assertions=(case,), sources=sources
    )


def build_source_cases(case: AssertionCase) -> tuple[SourceCase, ...]:
    """Set an assertion beside each of its sources that could be graded."""
    return tuple(
        SourceCase(
            claim=case.claim,
            assertion=case.assertion,
            strength=case.strength,
            context=case.context,
            language=case.language,
            citation=source.citation,
            reading=source.reading,
        )
        for source in case.sources
        if source.reading is not None
    )
