"""Grade pairs of claim and abstract in bulk: JSON lines in, JSON lines out, in the same order.

A line that cannot be read gives an error at its place and the run goes on. Rows are read, graded and written one by
one, so that memory stays flat however long the stream.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import IO

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
    Context,
    Fact,
    Identifier,
    IdKind,
    Language,
    MeshTerm,
    Position,
    Provenance,
    Reading,
    Status,
    Strength,
)
from magcite.readers.article import read_article
from magcite.readers.judging import judge
from magcite.readers.strength import read_strength
from magcite.readers.support import PairScorer
from magcite.rules import OVERSTATING
from magcite.rules.engine import find_flaws
from magcite.rules.interface import AssertionCase, ClaimCase

ROWS_AT_ONCE = 64
"""Rows handed to a process in one go; larger wastes memory, smaller wastes time on talk between processes."""

_PLACE = Position(file="-", line=1, column=1)


class RowError(ValueError):
    """A row does not have the form that the batch takes; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One row of the batch: an article, a claim, or both."""

    id: str | int | None
    claim: str | None
    article: Article | None


def grade_lines(lines: Iterable[str], jobs: int = 1, scorer: PairScorer | None = None) -> Iterator[dict[str, object]]:
    """Grade each line that is not blank; yield one answer per line, in order.

    A `scorer` must be one that can be pickled where `jobs` is more than 1.
    """
    filled = (line for line in lines if line.strip())
    grade_line = partial(_grade_line, scorer=scorer)
    if jobs <= 1:
        yield from map(grade_line, filled)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(max_workers=jobs) as pool:
        while chunk := list(islice(filled, ROWS_AT_ONCE * jobs)):
            yield from pool.map(grade_line, chunk, chunksize=ROWS_AT_ONCE)


def grade_records(articles: Iterable[Article]) -> Iterator[dict[str, object]]:
    """Read each article of PubMed's own XML; its id is the PMID."""
    for article in articles:
        yield grade_pair(Pair(id=article.ids.pmid, claim=None, article=article))


def _grade_line(line: str, scorer: PairScorer | None) -> dict[str, object]:
    row_id: object = None
    try:
        row = _parse_json(line)
        row_id = row.get("id")
        return grade_pair(read_pair(row), scorer)
    except RowError as error:
        return {"id": row_id if isinstance(row_id, str | int) else None, "error": str(error)}


def _parse_json(line: str) -> Mapping[str, object]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RowError(f"not JSON: {error}") from error
    if not isinstance(row, dict):
        raise RowError("not a JSON object: each line must be one object with an id and a claim or an abstract")
    return row


def read_pair(row: Mapping[str, object]) -> Pair:
    """Read one row; RowError says which key has the wrong form."""
    row_id = row.get("id")
    if row_id is None or isinstance(row_id, bool) or not isinstance(row_id, str | int):
        raise RowError("`id` is missing: each row needs one, a string or a whole number")
    claim = _optional_text(row, "claim")
    title = _optional_text(row, "title")
    abstract = _read_abstract(row.get("abstract"))
    if claim is None and not abstract and title is None:
        raise RowError("neither `claim` nor `abstract`: there is nothing to grade")
    article = Article(
        ids=ArticleIds(),
        title=title,
        abstract=abstract,
        provenance=Provenance.RECORDED,
        publication_types=_terms(row, "publication_types"),
        mesh=_terms(row, "mesh"),
    )
    return Pair(id=row_id, claim=claim, article=article if abstract or title else None)


def _optional_text(row: Mapping[str, object], key: str) -> str | None:
    value = row.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise RowError(f"`{key}` must be text, not {type(value).__name__}")
    return value if value.strip() else None


def _terms(row: Mapping[str, object], key: str) -> tuple[MeshTerm, ...]:
    value = row.get(key)
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise RowError(f"`{key}` must be a list of names")
    return tuple(MeshTerm(name=name) for name in value)


def _read_abstract(value: object) -> tuple[AbstractSection, ...]:
    if value is None:
        return ()
    parts = [value] if isinstance(value, str) else value
    if not isinstance(parts, list):
        raise RowError("`abstract` must be text, a list of sentences, or a list of {label, text}")
    sections = (_read_section(part) for part in parts)
    return tuple(section for section in sections if section.text.strip())


def _read_section(part: object) -> AbstractSection:
    if isinstance(part, str):
        return AbstractSection(text=part)
    if isinstance(part, dict) and isinstance(part.get("text"), str):
        label = part.get("label")
        return AbstractSection(text=part["text"], label=label if isinstance(label, str) and label else None)
    raise RowError("`abstract` holds something that is neither a sentence nor {label, text}")


def grade_pair(pair: Pair, scorer: PairScorer | None = None) -> dict[str, object]:
    """Read the article, judge and grade the pair; the answer has the keys of the batch format."""
    article = pair.article
    facts = read_article(article) if article else None
    answer = _facts_as_json(pair.id, facts)
    if pair.claim is None:
        return answer | dict.fromkeys(("strength", "verdict", "confidence", "quote", "overstated", "findings"))
    strength = read_strength(pair.claim, Language.ENGLISH)
    reading = judge(pair.claim, article, facts, scorer) if article and facts else None
    support = reading.support if reading else None
    case = _as_case(pair.claim, strength, reading)
    rules = sorted({finding.rule for finding in find_flaws(case, select=frozenset(), ignore=frozenset())})
    return answer | {
        "strength": strength.value.word,
        "verdict": support.value.value if support else None,
        "confidence": round(support.confidence, 3) if support else None,
        "quote": support.quote.text if support and support.quote else None,
        "overstated": any(rule in OVERSTATING for rule in rules),
        "findings": rules,
    }


def _facts_as_json(row_id: str | int | None, facts: ArticleFacts | None) -> dict[str, object]:
    def value(fact: Fact[int] | None) -> int | None:
        return fact.value if fact else None

    study_type = facts.design.study_type if facts else None
    return {
        "id": row_id,
        "study_type": study_type.value.value if study_type else "unknown" if facts else None,
        "sample_size": value(facts.sample.participants) if facts else None,
        "studies_included": value(facts.sample.studies_included) if facts else None,
        "animals": value(facts.sample.animals) if facts else None,
        "evidence_level": weigh(facts.design, facts.sample).level if facts else None,
    }


def _as_case(text: str, strength: Fact[Strength], reading: Reading | None) -> ClaimCase:
    """Set the pair as a claim with one assertion and one source, so that the rules see it as they see any other."""
    citation = Citation(cited_as="-", identifier=Identifier(kind=IdKind.URL, value="-"), position=_PLACE)
    citations = (citation,) if reading else ()
    assertion = Assertion(id="pair.a", text=text, english=text, citations=citations, position=_PLACE)
    claim = Claim(id="pair", title=None, locator=None, citations=citations, assertions=(assertion,), position=_PLACE)
    sources: tuple[CitedSource, ...] = ()
    if reading:
        status = Status.GRADED if reading.article.abstract else Status.NO_ABSTRACT
        sources = (CitedSource(citation=citation, status=status, reading=reading, missing=None),)
    case = AssertionCase(
        claim=claim,
        assertion=assertion,
        strength=strength,
        context=Context.EDITORIAL,
        language=Language.ENGLISH,
        sources=sources,
    )
    return ClaimCase(
        claim=claim, context=Context.EDITORIAL, language=Language.ENGLISH, assertions=(case,), sources=sources
    )


def write_answers(answers: Iterable[Mapping[str, object]], out: IO[str]) -> int:
    """Write one JSON object per line; give the number of rows that could not be read."""
    errors = 0
    for answer in answers:
        errors += "error" in answer
        out.write(_as_line(answer, getattr(out, "encoding", None) or "utf-8"))
    return errors


def _as_line(answer: Mapping[str, object], encoding: str) -> str:
    """Write an answer as JSON, with escapes where the encoding or half a surrogate pair demands them."""
    line = json.dumps(answer, ensure_ascii=False) + "\n"
    try:
        line.encode(encoding)
    except UnicodeEncodeError:
        return json.dumps(answer) + "\n"
    return line
