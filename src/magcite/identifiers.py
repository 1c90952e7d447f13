"""Read the identifiers that people write for their sources: PMIDs, PMC and NBK ids, DOIs and addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import assert_never
from urllib.parse import SplitResult, parse_qs, quote, unquote, urlsplit

from magcite.model import Identifier, IdKind, Pmid

LONGEST_PMID = 8
"""Digits in the longest PMID; PubMed's ids have had at most eight since 2001 (NLM, Entrez Programming Utilities)."""

_LONGEST_IDENTIFIER = 2048
"""Characters beyond which browsers and servers refuse an address, and no DOI comes near."""

_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad\u200e\u200f"
_OPENERS = "<([{\"'“‘«„`"
_ENDERS = ".,;:!?\"'”’»`"
_PAIRS = {")": "(", "]": "[", "}": "{", ">": "<"}

_WRITTEN = re.compile(
    r"(?:(?:pmid|pubmed(?:[ -]?id)?)\s*[:#]?\s*)?(?P<pmid>[1-9][0-9]{0,7})"
    r"|(?:pmc(?:\s?id)?\s*:\s*)?pmc\s?(?P<pmcid>[1-9][0-9]{0,8})(?:\.[0-9]+)?"
    r"|(?:(?:nbk|bookshelf)(?:\s?id)?\s*:\s*)?nbk\s?(?P<nbk>[1-9][0-9]{0,8})",
    re.IGNORECASE,
)
_DOI_LABEL = re.compile(r"doi\s*[:=]?\s*(?=10\.|https?:|(?:dx\.|www\.)?doi\.org)", re.IGNORECASE)
_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s/]\S*")
_ENCODED_DOI = re.compile(r"10\.[0-9.]+%2f", re.IGNORECASE)

_BARE_ADDRESS = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+"
    r"(?:(?P<ending>[a-z]{2,24})(?::[0-9]{1,5})?(?P<rest>[/?#]\S*)?)",
    re.IGNORECASE,
)
_COMMON_ENDINGS = frozenset(
    [
        "nl",
        "be",
        "com",
        "org",
        "net",
        "gov",
        "edu",
        "int",
        "info",
        "eu",
        "uk",
        "de",
        "fr",
        "es",
        "it",
        "ch",
        "at",
        "dk",
        "se",
        "no",
        "fi",
        "ie",
        "us",
        "ca",
        "au",
        "nz",
        "io",
        "co",
        "health",
        "news",
    ]
)
_FILE_ENDINGS = frozenset(
    [
        "pdf",
        "yaml",
        "yml",
        "txt",
        "html",
        "htm",
        "doc",
        "docx",
        "md",
        "xml",
        "json",
        "csv",
        "odt",
        "rtf",
        "png",
        "jpg",
        "py",
    ]
)

_NCBI = r"(?:[a-z0-9]+[.-])*ncbi[.-]nlm[.-]nih[.-]gov[^/]*"
_PLACE = re.compile(
    rf"(?:(?:www\.)?(?:pubmed[.-]{_NCBI}|pubmed\.gov|pubmed\.com)/(?:m/)?(?:pubmed/)?"
    rf"|{_NCBI}/(?:m/)?pubmed/|(?:{_NCBI}/pmc|pmc[.-]{_NCBI})/articles/pmid/"
    r"|(?:www\.)?europepmc\.org/(?:article|abstract)/med/)(?P<pmid>[0-9][^/]*)(?:/.*)?"
    rf"|(?:(?:{_NCBI}/(?:m/)?pmc|pmc[.-]{_NCBI})/(?:articles/)?"
    r"|(?:www\.)?europepmc\.org/(?:articles?|abstract)/(?:pmc/)?)(?P<pmcid>(?:pmc)?[0-9][^/]*)(?:/.*)?"
    rf"|{_NCBI}/books/(?P<nbk>nbk[0-9][^/]*)(?:/.*)?"
    r"|(?:www\.|dx\.)?doi\.org(?::[0-9]+)?/(?:doi:)?(?P<doi>10\..+)",
    re.IGNORECASE | re.DOTALL,
)
_PUBMED_SEARCH = re.compile(
    rf"(?:pubmed[.-]{_NCBI}|{_NCBI}/(?:m/)?pubmed|{_NCBI}/entrez/(?:query\.fcgi|.*pubmed.*)|"
    r"(?:www\.)?pubmed\.(?:gov|com))(?:/.*)?",
    re.IGNORECASE,
)
_SEARCHED_PMID = re.compile(r"\s*(?P<pmid>[0-9]+)\s*(?:\[(?:uid|pmid)\])?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAPmid:
    """Say in a sentence why a text is no PMID; `other` is the identifier that it is instead, if any."""

    reason: str
    other: Identifier | None = None


def parse_identifier(text: str) -> Identifier | None:
    """Read whatever a person wrote for one source; None where it is no identifier, or an impossible one.

    Digits after "PMC" or "NBK" are never a PMID, and a PubMed address with an impossible PMID gives None rather than
    an address that nobody can look up.
    """
    if len(text) > _LONGEST_IDENTIFIER:
        return None
    written = _trim(text)
    if found := _WRITTEN.fullmatch(written):
        return _numbered(found)
    unlabelled = _DOI_LABEL.sub("", written, count=1) if _DOI_LABEL.match(written) else written
    if not unlabelled or any(sign.isspace() or not sign.isprintable() for sign in unlabelled):
        return None
    return _parse_doi(unlabelled) or _parse_address(unlabelled)


def read_pmid(text: str) -> Pmid | NotAPmid:
    """Read a PMID, or say why it is none."""
    identifier = parse_identifier(text)
    if identifier is None:
        return NotAPmid(reason=_why_not(_trim(text[:_LONGEST_IDENTIFIER])))
    if identifier.kind is IdKind.PMID:
        return Pmid(identifier.value)
    return NotAPmid(reason=f"{identifier} is {_KIND_IN_WORDS[identifier.kind]}, not a PMID", other=identifier)


def address_of(identifier: Identifier) -> str:
    """Give the address at which the source is found today."""
    match identifier.kind:
        case IdKind.PMID:
            return f"https://pubmed.ncbi.nlm.nih.gov/{identifier.value}/"
        case IdKind.PMCID:
            return f"https://pmc.ncbi.nlm.nih.gov/articles/{identifier.value}/"
        case IdKind.NBK:
            return f"https://www.ncbi.nlm.nih.gov/books/{identifier.value}/"
        case IdKind.DOI:
            return f"https://doi.org/{quote(identifier.value, safe='/:;()')}"
        case IdKind.URL:
            return identifier.value
        case never:
            assert_never(never)


def _trim(text: str) -> str:
    """Take off what surrounds an identifier in running text: blanks, quotes, brackets and full stops."""
    for sign in _INVISIBLE:
        text = text.replace(sign, "")
    text = text.strip().lstrip(_OPENERS).lstrip()
    while text:
        last = text[-1]
        unbalanced = last in _PAIRS and text.count(last) > text.count(_PAIRS[last])
        if not (unbalanced or last in _ENDERS or last.isspace()):
            break
        text = text[:-1]
    return text


def _numbered(found: re.Match[str]) -> Identifier:
    pmid, pmcid, nbk = found.group("pmid", "pmcid", "nbk")
    if pmid:
        return Identifier(kind=IdKind.PMID, value=pmid)
    if pmcid:
        return Identifier(kind=IdKind.PMCID, value=f"PMC{pmcid}")
    return Identifier(kind=IdKind.NBK, value=f"NBK{nbk}")


def _parse_doi(text: str) -> Identifier | None:
    decoded = unquote(text) if _ENCODED_DOI.match(text) else text
    trimmed = _trim(decoded)
    if not _DOI.fullmatch(trimmed) or not trimmed.isprintable():
        return None
    return Identifier(kind=IdKind.DOI, value=trimmed.lower())


def _parse_address(text: str) -> Identifier | None:
    address = _with_scheme(text)
    if address is None:
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    if not host:
        return None
    page = Identifier(kind=IdKind.URL, value=address)
    place = f"{host}{unquote(parts.path)}"
    if found := _PLACE.fullmatch(place):
        return _from_place(found, page)
    return _from_search(place, parts, page)


def _with_scheme(text: str) -> str | None:
    """Give the address with its scheme in small letters; None where the text is no web address."""
    scheme, separator, rest = text.partition("://")
    if separator:
        return f"{scheme.lower()}://{rest}" if scheme.lower() in {"http", "https"} and rest else None
    found = _BARE_ADDRESS.fullmatch(text)
    if found is None:
        return None
    ending = found["ending"].lower()
    known = ending in _COMMON_ENDINGS or text.lower().startswith("www.") or found["rest"] is not None
    return f"https://{text}" if known and ending not in _FILE_ENDINGS else None


def _from_place(found: re.Match[str], page: Identifier) -> Identifier | None:
    pmid, pmcid, nbk, doi = found.group("pmid", "pmcid", "nbk", "doi")
    if doi:
        return _parse_doi(doi) or page
    if pmcid and pmcid[0].isdigit():
        pmcid = f"PMC{pmcid}"
    number = _WRITTEN.fullmatch(_trim(pmid or pmcid or nbk))
    return _numbered(number) if number else None


def _from_search(place: str, parts: SplitResult, page: Identifier) -> Identifier | None:
    """Read the PMID out of an address that asks PubMed for one number, such as `…/pubmed/?term=123`."""
    if not parts.query or not _PUBMED_SEARCH.fullmatch(place):
        return page
    asked = parse_qs(parts.query)
    for key in ("term", "list_uids", "linkname_from_uid"):
        for value in asked.get(key, ()):
            if found := _SEARCHED_PMID.fullmatch(value):
                number = _WRITTEN.fullmatch(found["pmid"])
                return _numbered(number) if number else None
    return page


_KIND_IN_WORDS = {
    IdKind.PMID: "a PMID",
    IdKind.PMCID: "a PubMed Central id",
    IdKind.NBK: "a Bookshelf id",
    IdKind.DOI: "a DOI",
    IdKind.URL: "a web address",
}


_PMID_LABEL = re.compile(
    r"(?:(?:pmid|pubmed(?:[ -]?id)?)\s*[:#]?\s*|(?:https?://)?[^\s/]*(?:pubmed|ncbi)[^\s/]*/(?:m/)?(?:pubmed/)?)",
    re.IGNORECASE,
)


def _why_not(written: str) -> str:
    """Say why a text that is no identifier at all is no PMID."""
    number = _PMID_LABEL.sub("", written, count=1).rstrip("/") if _PMID_LABEL.match(written) else written
    shown = f'"{written}"'
    if not number:
        return "there is no number" if not written else f"{shown} holds no number"
    if not (number.isascii() and number.isdigit()):
        return f"{shown} is not a PMID: a PMID is a plain number of 1 to {LONGEST_PMID} digits"
    if number.startswith("0"):
        return f"{shown} is not a PMID: a PMID never begins with 0"
    return f"{shown} is not a PMID: it has {len(number)} digits, and a PMID has at most {LONGEST_PMID}"
