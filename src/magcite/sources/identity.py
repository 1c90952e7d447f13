"""Tell by which identifiers a record goes, and say what it means that there is none."""

from __future__ import annotations

from magcite.model import ArticleIds, Identifier, IdKind, MissingArticle, Pmid, Status
from magcite.sources.phrases import Phrase


def own_identifiers(ids: ArticleIds) -> tuple[Identifier, ...]:
    """List the identifiers that a record gives for itself, in their normal form."""
    given = (
        (IdKind.PMID, ids.pmid),
        (IdKind.PMCID, ids.pmcid),
        (IdKind.NBK, ids.nbk),
        (IdKind.DOI, ids.doi.lower() if ids.doi else None),
        (IdKind.URL, ids.url),
    )
    return tuple(Identifier(kind=kind, value=value) for kind, value in given if value)


def identify(pmid: Pmid) -> Identifier:
    """Give a PMID as an identifier."""
    return Identifier(kind=IdKind.PMID, value=pmid)


def contradicts(ids: ArticleIds, identifier: Identifier) -> bool:
    """Tell whether a record gives another identifier of the same kind for itself."""
    same_kind = {own for own in own_identifiers(ids) if own.kind is identifier.kind}
    return bool(same_kind) and identifier not in same_kind


def not_found(identifier: Identifier) -> MissingArticle:
    """Say that PubMed has no record with this PMID."""
    return MissingArticle(identifier=identifier, status=Status.NOT_FOUND, reason=Phrase.NOT_FOUND.say(id=identifier))


def unresolved(identifier: Identifier, reason: str) -> MissingArticle:
    """Say that an identifier led to no PubMed record."""
    told = Phrase.ABOUT.say(id=identifier, why=reason)
    return MissingArticle(identifier=identifier, status=Status.UNRESOLVED, reason=told)


def not_in_pubmed(identifier: Identifier) -> MissingArticle:
    """Say that a web page is nothing that PubMed could hold."""
    reason = Phrase.WEB_PAGE.say(id=identifier)
    return MissingArticle(identifier=identifier, status=Status.NOT_IN_PUBMED, reason=reason)


def unavailable(identifier: Identifier, reason: str) -> MissingArticle:
    """Say that nobody who knows could be asked."""
    return MissingArticle(identifier=identifier, status=Status.UNAVAILABLE, reason=reason)
