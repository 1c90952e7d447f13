"""Build the case that an example of a rule describes, so that tests and the manual can run the rule on it."""

from __future__ import annotations

import re
from dataclasses import replace
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
from magcite.rules.interface import AssertionCase, ClaimCase, Example, ExampleSource

T = TypeVar("T")

_SURE = 0.9
_IMPLIED = re.compile(r"\((?:implied|impliciet)\)$")


def _position(line: int) -> Position:
    return Position(file="example.yaml", line=line, column=1)


def _cite(source: ExampleSource, line: int) -> Citation:
    kind = IdKind.PMID if source.cited_as.isdigit() else IdKind.URL
    return Citation(
        cited_as=source.cited_as, identifier=Identifier(kind=kind, value=source.cited_as), position=_position(line)
    )


def _fact(value: T, source: ExampleSource, basis: str = "example") -> Fact[T]:
    quote = Quote(text=source.quote or source.title, in_title=not source.quote)
    return Fact(value=value, quote=quote, confidence=_SURE, basis=basis)


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


def _design(source: ExampleSource) -> Design:
    study_type = _fact(source.study_type, source) if source.study_type else None
    return Design(
        study_type=study_type,
        from_text=study_type if source.type_on_record else None,
        from_record=_fact(source.type_on_record, source) if source.type_on_record else None,
        covers_trials=_fact(source.covers_trials, source) if source.covers_trials is not None else None,
    )


def _read(source: ExampleSource) -> Reading:
    design = _design(source)
    sample = Sample(
        participants=_fact(source.sample_size, source) if source.sample_size is not None else None,
        animals=_fact(source.animals, source) if source.animals is not None else None,
    )
    return Reading(
        article=_article(source),
        facts=ArticleFacts(
            design=design,
            sample=sample,
            conclusion=_fact(source.conclusion, source) if source.conclusion is not None else None,
        ),
        support=_fact(source.verdict, source) if source.verdict else None,
        evidence_level=weigh(design, sample).level,
        reasons=tuple(_fact(reason, source, basis) for reason, basis in source.reasons),
    )


def _source(source: ExampleSource, citation: Citation) -> CitedSource:
    with_record = source.status in {Status.GRADED, Status.NO_ABSTRACT}
    missing = MissingArticle(identifier=citation.identifier, status=source.status, reason="an example")
    suggested = source.suggestion
    return CitedSource(
        citation=citation,
        status=source.status,
        reading=_read(source) if with_record else None,
        missing=None if with_record else missing,
        also_cited_as=source.also_cited_as,
        suggestion=_article(ExampleSource(cited_as=suggested)) if suggested else None,
    )


def _assertion(example: Example, letter: str, text: str, citations: tuple[Citation, ...]) -> Assertion:
    english = example.english or (text if example.language is Language.ENGLISH else None)
    return Assertion(
        id=f"example.{letter}",
        text=text,
        english=english,
        citations=citations,
        position=_position(3),
        implied=bool(_IMPLIED.search(text)),
    )


def _statements(example: Example) -> tuple[tuple[str, tuple[ExampleSource, ...]], ...]:
    """List the statements of an example, each with its sources as they speak of it."""
    first = ((example.claim, example.sources),) if example.claim else ()
    others = tuple(
        (
            text,
            tuple(replace(source, verdict=verdict) for source, verdict in zip(example.sources, verdicts, strict=True)),
        )
        for text, verdicts in example.more
    )
    return first + others


def _judge_nothing(source: CitedSource) -> CitedSource:
    """Give a source as the claim holds it: without a verdict, which belongs to one statement."""
    return replace(source, reading=replace(source.reading, support=None, reasons=()) if source.reading else None)


def build_claim_case(example: Example) -> ClaimCase:
    """Build the claim that an example describes, with its assertions and their sources."""
    citations = tuple(_cite(source, line) for line, source in enumerate(example.sources, start=4))
    assertions = tuple(
        _assertion(example, letter, text, citations)
        for letter, (text, _) in zip("abcdefgh", _statements(example), strict=False)
    )
    claim = Claim(
        id="example", title=None, locator=None, citations=citations, assertions=assertions, position=_position(2)
    )
    cases = tuple(
        AssertionCase(
            claim=claim,
            assertion=assertion,
            strength=Fact(value=example.strength, quote=Quote(text=assertion.text), confidence=_SURE, basis="example"),
            context=example.context,
            language=example.language,
            sources=tuple(map(_source, sources, citations)),
        )
        for assertion, (_, sources) in zip(assertions, _statements(example), strict=True)
    )
    return ClaimCase(
        claim=claim,
        context=example.context,
        language=example.language,
        assertions=cases,
        sources=tuple(_judge_nothing(_source(*pair)) for pair in zip(example.sources, citations, strict=True)),
    )
