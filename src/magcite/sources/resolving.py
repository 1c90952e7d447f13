"""Find the PubMed records that PMC ids, Bookshelf ids and DOIs may lead to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, assert_never

from magcite.model import Article, Identifier, IdKind, Pmid
from magcite.sources.identity import contradicts, own_identifiers, unavailable, unresolved
from magcite.sources.interface import Answer
from magcite.sources.phrases import Phrase
from magcite.sources.transport import FaultError

MOST_HITS = 5
"""Search hits beyond which a search has met words, not an identifier."""


class Directory(Protocol):
    """What can be asked for the PMIDs of other identifiers; each question may raise FaultError."""

    @property
    def converts(self) -> bool:
        """Tell whether there is an id converter."""
        ...

    def convert(self, identifiers: Sequence[Identifier]) -> Mapping[Identifier, Pmid | None]:
        """Convert ids of one kind; None is an id that it knows without PMID, and an unknown one is left out."""
        ...

    def search(self, term: str) -> tuple[Pmid, ...]:
        """Search PubMed."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """The records that an identifier may mean; `confirmed` when the converter names the one.

    `problem` says why there is none; `passing` marks one that a later try may solve.
    """

    identifier: Identifier
    candidates: tuple[Pmid, ...] = ()
    confirmed: bool = False
    problem: str | None = None
    passing: bool = False


def follow(identifiers: Iterable[Identifier], directory: Directory) -> dict[Identifier, Lead]:
    """Find a lead for every identifier: the converter first, where there is one, then a search for each."""
    wanted = sorted(set(identifiers), key=lambda one: (one.kind.value, one.value))
    leads = _convert(wanted, directory) if directory.converts else {}
    failure: str | None = None
    for identifier in wanted:
        if identifier in leads:
            continue
        if failure is None:
            try:
                leads[identifier] = _search(identifier, directory)
                continue
            except FaultError as fault:
                failure = str(fault)
        leads[identifier] = Lead(identifier=identifier, problem=failure, passing=True)
    return leads


def _convert(wanted: Sequence[Identifier], directory: Directory) -> dict[Identifier, Lead]:
    """Ask the converter for PMC ids and DOIs; where it fails, the searches that follow must do."""
    leads: dict[Identifier, Lead] = {}
    for kind in (IdKind.PMCID, IdKind.DOI):
        of_kind = [identifier for identifier in wanted if identifier.kind is kind]
        try:
            known = directory.convert(of_kind) if of_kind else {}
        except FaultError:
            return leads
        for identifier in of_kind:
            if pmid := known.get(identifier):
                leads[identifier] = Lead(identifier=identifier, candidates=(pmid,), confirmed=True)
            elif kind is IdKind.PMCID:
                problem = Phrase.WITHOUT_PMID if identifier in known else Phrase.UNKNOWN_TO_PMC
                leads[identifier] = Lead(identifier=identifier, problem=problem.say())
    return leads


def _search(identifier: Identifier, directory: Directory) -> Lead:
    for term in _terms(identifier):
        found = directory.search(term)
        if found:
            break
    if not found or len(found) > MOST_HITS:
        return Lead(identifier=identifier, problem=Phrase.UNKNOWN_TO_PUBMED.say())
    return Lead(identifier=identifier, candidates=found)


def _terms(identifier: Identifier) -> tuple[str, ...]:
    """Give the searches to try, the exact one first."""
    match identifier.kind:
        case IdKind.PMCID:
            return (f"{identifier.value}[pmcid]",)
        case IdKind.NBK:
            return (f"{identifier.value}[aid]", identifier.value)
        case IdKind.DOI:
            return (f'"{identifier.value}"[doi]',)
        case IdKind.PMID | IdKind.URL:
            return (identifier.value,)
        case never:
            assert_never(never)


def read_conversion(body: bytes, asked: Sequence[Identifier]) -> dict[Identifier, Pmid | None]:
    """Read what the id converter says of ids of one kind; unknown ones are left out, None has no PMID."""
    try:
        records = json.loads(body)["records"]
        rows = [(str(row.get("requested-id") or ""), row) for row in records]
    except (ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise FaultError("the id converter gave no answer that could be read", passing=True) from wrong
    found: dict[Identifier, Pmid | None] = {}
    for requested, row in rows:
        names = {requested.lower(), str(row.get("pmcid", "")).lower(), str(row.get("doi", "")).lower()}
        pmid = str(row.get("pmid") or "")
        for identifier in asked:
            if identifier.value.lower() in names and row.get("status") != "error":
                found[identifier] = Pmid(pmid) if pmid.isdigit() else None
    return found


def settle(lead: Lead, articles: Mapping[Pmid, Article], failure: str | None) -> Answer:
    """Accept a lead only where exactly one record found repeats the identifier; a confirmed one need not deny it."""
    if lead.problem:
        refuse = unavailable if lead.passing else unresolved
        return refuse(lead.identifier, lead.problem)
    found = [articles[pmid] for pmid in lead.candidates if pmid in articles]
    seen = ", ".join(lead.candidates)
    if not found and failure:
        return unavailable(lead.identifier, failure)
    if not found:
        return unresolved(lead.identifier, Phrase.LEADS_TO_NO_RECORD.say(pmids=seen))
    exact = [article for article in found if lead.identifier in own_identifiers(article.ids)]
    if not exact and lead.confirmed:
        exact = [article for article in found if not contradicts(article.ids, lead.identifier)]
    if len(exact) == 1:
        return exact[0]
    if exact:
        several = ", ".join(str(article.ids.pmid) for article in exact)
        return unresolved(lead.identifier, Phrase.SEVERAL_RECORDS.say(pmids=several))
    return unresolved(lead.identifier, Phrase.OTHER_RECORD.say(pmids=seen))
