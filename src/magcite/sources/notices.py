"""Read from a PubMed record what was later published about it, and whether it is itself a notice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from magcite.model import MeshTerm, Notice, NoticeKind, Pmid
from magcite.sources.markup import local_name, text_of

_BY_REFERENCE = {
    "RetractionIn": NoticeKind.RETRACTED,
    "RetractedandRepublishedIn": NoticeKind.RETRACTED,
    "PartialRetractionIn": NoticeKind.PARTLY_RETRACTED,
    "ExpressionOfConcernIn": NoticeKind.EXPRESSION_OF_CONCERN,
    "ErratumIn": NoticeKind.ERRATUM,
    "CorrectedandRepublishedIn": NoticeKind.ERRATUM,
    "UpdateIn": NoticeKind.UPDATED,
    "RetractionOf": NoticeKind.IS_RETRACTION_NOTICE,
    "PartialRetractionOf": NoticeKind.IS_RETRACTION_NOTICE,
    "ExpressionOfConcernFor": NoticeKind.IS_CONCERN_NOTICE,
    "ErratumFor": NoticeKind.IS_ERRATUM,
}
"""RefType of CommentsCorrections: `…In` is about this record, `…Of` and `…For` say that it is the notice."""

_BY_TYPE = {
    "D016441": NoticeKind.RETRACTED,
    "retracted publication": NoticeKind.RETRACTED,
    "D016440": NoticeKind.IS_RETRACTION_NOTICE,
    "retraction of publication": NoticeKind.IS_RETRACTION_NOTICE,
    "retraction notice": NoticeKind.IS_RETRACTION_NOTICE,
    "expression of concern": NoticeKind.IS_CONCERN_NOTICE,
    "D016425": NoticeKind.IS_ERRATUM,
    "published erratum": NoticeKind.IS_ERRATUM,
}
"""Publication types by MeSH UI, and by name for records that give none."""


def read_notices(citation: Element, types: Sequence[MeshTerm]) -> tuple[Notice, ...]:
    """List the notices of a MedlineCitation in its order; a publication type adds one that no reference names."""
    notices = [
        Notice(kind=kind, reference=text_of(reference.find("RefSource")), pmid=_read_pmid(reference))
        for name, reference in _list_references(citation)
        if (kind := _BY_REFERENCE.get(name))
    ]
    for term in types:
        kind = _BY_TYPE.get(term.ui or "") or _BY_TYPE.get(term.name.lower())
        if kind and kind not in {notice.kind for notice in notices}:
            notices.append(Notice(kind=kind))
    return tuple(notices)


def _list_references(citation: Element) -> Iterator[tuple[str, Element]]:
    """List what the record refers to by kind: named in an attribute, before 2009 by an element of its own."""
    for reference in citation.iterfind("CommentsCorrectionsList/CommentsCorrections"):
        yield reference.get("RefType", ""), reference
    for reference in citation.iterfind("CommentsCorrections/*"):
        yield local_name(reference), reference


def _read_pmid(reference: Element) -> Pmid | None:
    pmid = text_of(reference.find("PMID"))
    return Pmid(pmid) if pmid and pmid.isdigit() else None
