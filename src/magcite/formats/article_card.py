"""One article for `magcite show`: what was read from it, each value with the words it was read from."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from typing import TextIO

from magcite.formats.interface import WriteOptions
from magcite.formats.json_v1 import opinion_as_json
from magcite.formats.opinions import tell_opinion
from magcite.formats.safe_text import can_print, fit_stream, flatten
from magcite.identifiers import address_of
from magcite.model import Article, Fact, Identifier, IdKind, Language, Provenance, Quote, Reading

_PROVENANCE = {
    Provenance.PUBMED: "PubMed, fetched now",
    Provenance.CACHE: "PubMed, from the cache",
    Provenance.RECORDED: "PubMed, recorded in a file",
    Provenance.DIGEST: "an own-words digest of the abstract, not PubMed's text",
}
_LABELS = 16
"""Columns for the names of values."""


def write_card(
    reading: Reading, out: TextIO, options: WriteOptions, *, as_json: bool, model: str | None = None
) -> None:
    """Write the card as text to read, or as one JSON object that names the learned model, if one had a say."""
    if as_json:
        card = card_as_json(reading) | ({"model": model} if model else {})
        text = json.dumps(card, ensure_ascii=False, indent=2)
        out.write(text if can_print(text, out) else json.dumps(card, indent=2))
        out.write("\n")
        return
    for name, text in _lines(reading, model):
        wrapped = textwrap.wrap(fit_stream(flatten(text), out), max(options.width - _LABELS, 24)) or [""]
        out.write(f"{name:{_LABELS}}{wrapped[0]}\n")
        out.writelines(f"{'':{_LABELS}}{line}\n" for line in wrapped[1:])


def _lines(reading: Reading, model: str | None) -> Iterator[tuple[str, str]]:
    article = reading.article
    yield "title", article.title or article.vernacular_title or "(none)"
    yield "source", ", ".join(filter(None, [article.journal, str(article.year) if article.year else None])) or "unknown"
    yield "ids", "  ".join(_ids(article)) or "none"
    yield "text from", _provenance(article)
    for notice in article.notices:
        yield "notice", " ".join(filter(None, [notice.kind.value, notice.reference]))
    yield from _facts(reading)
    for element in reading.facts.elements:
        yield element.name, _with_quote(element.fact.value, element.fact.quote)
    if reading.support:
        yield "", ""
        support = reading.support
        yield "verdict", f"{support.value.value} (confidence {support.confidence:.2f})"
        if support.quote:
            yield "rests on", f"“{support.quote.text}”"
        yield "because", support.basis
        if model:
            yield "judged by", f"rules together with the learned model {model}"
    if reading.second_opinion:
        yield "beside it", tell_opinion(reading.second_opinion, Language.ENGLISH)


def _provenance(article: Article) -> str:
    day = f" on {article.retrieved.isoformat()}" if article.retrieved else ""
    return _PROVENANCE[article.provenance] + day


def _ids(article: Article) -> Iterator[str]:
    ids = article.ids
    for kind, value in (
        (IdKind.PMID, ids.pmid),
        (IdKind.PMCID, ids.pmcid),
        (IdKind.NBK, ids.nbk),
        (IdKind.DOI, ids.doi),
    ):
        if value:
            yield address_of(Identifier(kind=kind, value=value))


def _facts(reading: Reading) -> Iterator[tuple[str, str]]:
    design, sample = reading.facts.design, reading.facts.sample
    if design.study_type:
        yield "study type", _with_quote(design.study_type.value.value, design.study_type.quote, design.study_type.basis)
    else:
        yield "study type", "could not tell"
    if design.from_text and design.from_record and design.from_text.value is not design.from_record.value:
        yield "disputed", f"the text says {design.from_text.value.value}, PubMed {design.from_record.value.value}"
    if reading.evidence_level:
        yield "level", f"OCEBM-2011:{reading.evidence_level}"
    yield "sample size", _number(sample.participants) or "not stated"
    for name, fact in (("animals", sample.animals), ("studies", sample.studies_included)):
        if fact:
            yield name, _number(fact)
    for stage, fact in sample.counts:
        yield stage.value, _number(fact)
    if sample.note:
        yield "note", sample.note


def _number(fact: Fact[int] | None) -> str:
    return _with_quote(str(fact.value), fact.quote) if fact else ""


def _with_quote(value: str, quote: Quote | None, basis: str = "") -> str:
    return f"{value}: “{quote.text}”" if quote else f"{value} ({basis})" if basis else value


def card_as_json(reading: Reading) -> dict[str, object]:
    """Give the card as JSON: the same words as in the report, one level deep per fact."""
    article, design, sample = reading.article, reading.facts.design, reading.facts.sample
    opinion = {"second_opinion": opinion_as_json(reading.second_opinion)} if reading.second_opinion else {}
    return {
        "pmid": article.ids.pmid,
        "pmcid": article.ids.pmcid,
        "doi": article.ids.doi,
        "title": article.title,
        "journal": article.journal,
        "year": article.year,
        "provenance": article.provenance.value,
        "retrieved": article.retrieved.isoformat() if article.retrieved else None,
        "notices": [notice.kind.value for notice in article.notices],
        "study_type": _fact_as_json(design.study_type),
        "study_type_from_text": _fact_as_json(design.from_text),
        "study_type_from_record": _fact_as_json(design.from_record),
        "evidence_level": reading.evidence_level,
        "sample_size": _fact_as_json(sample.participants),
        "studies_included": _fact_as_json(sample.studies_included),
        "animals": _fact_as_json(sample.animals),
        "counts": [{"stage": stage.value} | (_fact_as_json(fact) or {}) for stage, fact in sample.counts],
        "elements": [
            {"name": element.name} | (_fact_as_json(element.fact) or {}) for element in reading.facts.elements
        ],
        "verdict": _fact_as_json(reading.support),
        **opinion,
    }


def _fact_as_json(fact: Fact[object] | None) -> dict[str, object] | None:
    if fact is None:
        return None
    value = getattr(fact.value, "value", fact.value)
    quote = fact.quote
    return {
        "value": value,
        "quote": quote.text if quote else None,
        "quote_section": quote.section if quote else None,
        "confidence": round(fact.confidence, 3),
        "basis": fact.basis,
    }
