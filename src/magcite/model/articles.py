"""What PubMed, or a recorded file, holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NewType

from magcite.model.claims import Identifier
from magcite.model.words import Provenance, Status

Pmid = NewType("Pmid", str)
"""A PubMed id: one to eight digits, no leading zero."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleIds:
    """All identifiers that a record gives for itself."""

    pmid: Pmid | None = None
    pmcid: str | None = None
    nbk: str | None = None
    doi: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AbstractSection:
    """One part of an abstract. `label` is the journal's ("METHODS AND RESULTS"), `category` NLM's (NlmCategory)."""

    text: str
    label: str | None = None
    category: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeshTerm:
    """One MeSH descriptor or publication type; `ui` (such as D016449) is None where only the name is known."""

    name: str
    ui: str | None = None


class NoticeKind(Enum):
    """What was later published about an article, or what the record itself is."""

    RETRACTED = "retracted"
    PARTLY_RETRACTED = "partly-retracted"
    EXPRESSION_OF_CONCERN = "expression-of-concern"
    ERRATUM = "erratum"
    UPDATED = "updated"
    IS_RETRACTION_NOTICE = "is-retraction-notice"
    IS_CONCERN_NOTICE = "is-concern-notice"
    IS_ERRATUM = "is-erratum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One retraction, concern or correction, with the reference that PubMed gives for it."""

    kind: NoticeKind
    reference: str | None = None
    pmid: Pmid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryNumber:
    """A trial registry entry such as ClinicalTrials.gov NCT00000001; the number may be missing."""

    registry: str
    number: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What PubMed, or a recorded file, holds for one source.

    `title` is the English one; a translated title keeps its original in `vernacular_title`. `abstract` is empty where
    there is none. `abstract_note` says where it is not the record's own English abstract (such as "publisher's abstract
    in French"). `retrieved` is the day the record was fetched; None for digests.
    """

    ids: ArticleIds
    title: str | None
    abstract: tuple[AbstractSection, ...]
    provenance: Provenance
    vernacular_title: str | None = None
    abstract_note: str | None = None
    journal: str | None = None
    year: int | None = None
    authors: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    publication_types: tuple[MeshTerm, ...] = ()
    mesh: tuple[MeshTerm, ...] = ()
    keywords: tuple[str, ...] = ()
    registry_numbers: tuple[RegistryNumber, ...] = ()
    notices: tuple[Notice, ...] = ()
    is_book: bool = False
    retrieved: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingArticle:
    """A source without a record: why (`status`) and, in a sentence, what that means and what to do."""

    identifier: Identifier
    status: Status
    reason: str
