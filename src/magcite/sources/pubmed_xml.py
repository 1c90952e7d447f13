"""Read PubMed's own XML, articles and book chapters, without network, DTD or Biopython."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from magcite.model import Article, ArticleIds, MeshTerm, Pmid, Provenance, RegistryNumber
from magcite.sources.abstracts import read_abstract
from magcite.sources.markup import local_name, text_of
from magcite.sources.notices import read_notices
from magcite.sources.xml_answers import MATHML, RefusedByPubmedError, UnreadableRecordsError, read_root

__all__ = ["RefusedByPubmedError", "UnreadableRecordsError", "parse_records", "parse_search", "split_records"]

_RECORDS = frozenset({"PubmedArticle", "PubmedBookArticle", "MedlineCitation"})
_SETS = frozenset({"PubmedArticleSet", "PubmedBookArticleSet", "MedlineCitationSet"})
_PROLOG = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n'
    b'<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" '
    b'"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">\n'
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_PMCID = re.compile(r"PMC\d+")
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_NO_TITLE = re.compile(r"\[?(?:not available|in process citation)\]?\.?$", re.IGNORECASE)
_DATA_BANKS = frozenset(
    (
        "genbank",
        "geo",
        "pdb",
        "sra",
        "refseq",
        "swissprot",
        "dryad",
        "figshare",
        "omim",
        "pir",
        "uniparc",
        "uniprotkb",
        "uniref",
        "unimes",
        "dbgap",
        "dbsnp",
        "dbvar",
        "bioproject",
        "gdb",
    )
)
"""Banks of sequences and data sets, which PubMed lists beside the trial registries."""

ElementTree.register_namespace("mml", MATHML)


def parse_records(data: bytes, *, provenance: Provenance, retrieved: date | None) -> tuple[Article, ...]:
    """Read every article and book chapter in PubMed XML, in order; raise UnreadableRecordsError for anything else."""
    return tuple(_read_record(record, provenance, retrieved) for record in _read_tree(data))


def split_records(data: bytes) -> dict[Pmid, bytes]:
    """Cut PubMed XML into one whole document per record, by PMID; a record without PMID is left out."""
    documents: dict[Pmid, bytes] = {}
    for record in _read_tree(data):
        pmid = _read_pmid(_citation_of(record))
        if pmid and pmid not in documents:
            record.tail = "\n"
            whole = ElementTree.tostring(record, encoding="utf-8", xml_declaration=False)
            documents[pmid] = _PROLOG + b"<PubmedArticleSet>\n" + whole + b"</PubmedArticleSet>\n"
    return documents


def parse_search(data: bytes) -> tuple[Pmid, ...]:
    """Read the PMIDs that an esearch found."""
    root = read_root(data)
    if local_name(root) != "eSearchResult":
        raise UnreadableRecordsError(f"XML that is no search result: <{local_name(root)}>")
    return tuple(Pmid(found) for found in _read_texts(root, "IdList/Id") if found.isdigit())


# ---------------------------------------------------------------- from bytes to elements


def _read_tree(data: bytes) -> tuple[Element, ...]:
    root = read_root(data)
    if local_name(root) in _RECORDS:
        return (root,)
    if local_name(root) not in _SETS:
        raise UnreadableRecordsError(f"XML that is not PubMed's: <{local_name(root)}>")
    return tuple(record for record in root if local_name(record) in _RECORDS)


# ---------------------------------------------------------------- from elements to articles


class _Parts(NamedTuple):
    """Where an article and a book chapter keep what they have in common."""

    citation: Element
    article: Element
    ids: tuple[Element, ...]
    book: Element | None


def _citation_of(record: Element) -> Element:
    for path in ("MedlineCitation", "BookDocument"):
        if (citation := record.find(path)) is not None:
            return citation
    return record


def _take_apart(record: Element) -> _Parts:
    citation = _citation_of(record)
    # Only direct children: a ReferenceList holds further ArticleIdLists, of the papers cited.
    ids = (*citation.iterfind("ArticleIdList/ArticleId"), *record.iterfind("PubmedData/ArticleIdList/ArticleId"))
    ids += tuple(record.iterfind("PubmedBookData/ArticleIdList/ArticleId"))
    article = citation.find("Article")
    return _Parts(citation, citation if article is None else article, ids, citation.find("Book"))


def _read_record(record: Element, provenance: Provenance, retrieved: date | None) -> Article:
    parts = _take_apart(record)
    citation, article, ids, book = parts
    title, vernacular = _read_titles(article, book)
    abstract = read_abstract(article.find("Abstract"), citation.iterfind("OtherAbstract"))
    types = tuple(_read_terms([*article.iterfind("PublicationTypeList/*"), *article.iterfind("PublicationType")]))
    return Article(
        ids=_read_ids(citation, article, ids),
        title=title,
        vernacular_title=vernacular,
        abstract=abstract.sections,
        abstract_note=abstract.note,
        journal=_read_journal(article, book),
        year=_read_year(article, book),
        authors=tuple(_read_authors(article, book)),
        languages=_read_texts(article, "Language"),
        publication_types=types,
        mesh=tuple(_read_terms(citation.findall("MeshHeadingList/MeshHeading/DescriptorName"))),
        keywords=_read_texts(citation, "KeywordList/Keyword"),
        registry_numbers=tuple(_read_registry_numbers(article)),
        notices=read_notices(citation, types),
        is_book=book is not None,
        provenance=provenance,
        retrieved=retrieved,
    )


def _read_texts(element: Element, path: str) -> tuple[str, ...]:
    return tuple(text for found in element.iterfind(path) if (text := text_of(found)))


def _read_pmid(citation: Element) -> Pmid | None:
    pmid = text_of(citation.find("PMID"))
    return Pmid(pmid) if pmid and pmid.isdigit() else None


def _read_ids(citation: Element, article: Element, ids: tuple[Element, ...]) -> ArticleIds:
    by_type: dict[str, str] = {}
    for element in ids:
        if value := text_of(element):
            by_type.setdefault(element.get("IdType", "").lower(), value)
    located = [
        text_of(place)
        for place in article.iterfind("ELocationID")
        if place.get("EIdType") == "doi" and place.get("ValidYN", "Y") == "Y"
    ]
    pmcid = _PMCID.search(by_type.get("pmc", "").upper())
    doi = _DOI.search(by_type.get("doi", "")) or _DOI.search(next(filter(None, located), ""))
    return ArticleIds(
        pmid=_read_pmid(citation),
        pmcid=pmcid[0] if pmcid else None,
        nbk=by_type["bookaccession"].upper() if "bookaccession" in by_type else None,
        doi=doi[0].lower() if doi else None,
    )


def _read_titles(article: Element, book: Element | None) -> tuple[str | None, str | None]:
    """Give the English title without the brackets of a translated one, and the original title."""
    vernacular = text_of(article.find("VernacularTitle"))
    title = text_of(article.find("ArticleTitle"))
    if title is None and book is not None:
        title = text_of(book.find("BookTitle"))
    if title is None or _NO_TITLE.match(title):
        return vernacular, vernacular
    return _unwrap(title), vernacular


def _unwrap(title: str) -> str:
    inside = title.removesuffix(".")
    if not (inside.startswith("[") and inside.endswith("]")):
        return title
    depth = 0
    for place, character in enumerate(inside):
        depth += (character == "[") - (character == "]")
        if depth == 0 and place < len(inside) - 1:
            return title
    return inside[1:-1].strip() + title[len(inside) :] if inside[1:-1].strip() else title


def _read_journal(article: Element, book: Element | None) -> str | None:
    if book is not None:
        of_chapter = article.find("ArticleTitle") is not None
        return text_of(book.find("BookTitle" if of_chapter else "Publisher/PublisherName"))
    for path in ("Journal/ISOAbbreviation", "Journal/Title"):
        if name := text_of(article.find(path)):
            return name
    return None


def _read_year(article: Element, book: Element | None) -> int | None:
    """Read the year of the issue; "1998 Nov-Dec" gives 1998; else that of the electronic publication."""
    issue = "Journal/JournalIssue/PubDate"
    places = [article.find(f"{issue}/Year"), article.find(f"{issue}/MedlineDate"), article.find("ArticleDate/Year")]
    if book is not None:
        places = [book.find("PubDate/Year"), book.find("PubDate/MedlineDate"), article.find("ContributionDate/Year")]
    for place in places:
        if found := _YEAR.search(text_of(place) or ""):
            return int(found[0])
    return None


def _read_authors(article: Element, book: Element | None) -> Iterator[str]:
    lists = [of for of in article.iterfind("AuthorList") if of.get("Type", "authors") == "authors"]
    if not lists and book is not None:
        lists = book.findall("AuthorList")
    for author in (author for of in lists for author in of.iterfind("Author")):
        if author.get("ValidYN") != "N" and (name := _name_author(author)):
            yield name


def _name_author(author: Element) -> str | None:
    last = text_of(author.find("LastName"))
    if last is None:
        return text_of(author.find("CollectiveName"))
    forenames = (text_of(author.find("ForeName")) or "").replace("-", " ").split()
    initials = text_of(author.find("Initials")) or "".join(name[0] for name in forenames)
    return " ".join(filter(None, (last, initials, text_of(author.find("Suffix")))))


def _read_terms(elements: list[Element]) -> Iterator[MeshTerm]:
    for element in elements:
        if name := text_of(element):
            yield MeshTerm(name=name, ui=element.get("UI") or None)


def _read_registry_numbers(article: Element) -> Iterator[RegistryNumber]:
    for bank in article.iterfind("DataBankList/DataBank"):
        name = text_of(bank.find("DataBankName"))
        if name is None or name.lower() in _DATA_BANKS or name.lower().startswith("pubchem"):
            continue
        for number in _read_texts(bank, "AccessionNumberList/AccessionNumber") or (None,):
            yield RegistryNumber(registry=name, number=number)
