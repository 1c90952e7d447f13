"""Find the sources that a piece of text cites: addresses, DOIs and ids, however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit, urlunsplit

from magcite.extraction.blocks import ANY_MARK, LINK, LINK_MARK, NOTE_MARK, mark_link, mark_notes
from magcite.identifiers import parse_identifier
from magcite.model import Identifier, IdKind

_STOP = r"\s<>\"“”«»\ue000-\ue003"
_ENDINGS = "nl|be|com|org|net|gov|edu|eu|uk|info|int|de|fr|es|it|ch|nu|io|health"
_WRITTEN = re.compile(
    rf"(?P<url>(?:https?://|(?<![\w@.])www\.)[^{_STOP}]+)"
    rf"|(?<![\w@./-])(?P<bare>(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:{_ENDINGS})/[^{_STOP}]+)"
    rf"|(?P<doi>(?:\bdoi\s*[:=]?\s*)?(?<![\w./])10\.\d{{4,9}}/[^{_STOP}]+)"
    r"|\b(?P<label>(?:pmids?|pubmed(?:[ -]?ids?)?)\s*(?:[:#]|nr\.?|no\.?)?\s*)(?P<pmids>[1-9]\d{0,8}"
    r"(?:(?:\s*[,;/]\s*|\s+(?:en|and|und|&)\s+)(?:pmid\s*:?\s*)?[1-9]\d{4,7}(?![\d.,]*[a-z%]))*)"
    r"|\b(?P<other>PMC\s?[1-9]\d{2,8}|NBK\s?[1-9]\d{2,8})(?!\d)",
    re.IGNORECASE,
)
_NOT_ADDRESS = re.compile(r"(?:doi|10\.|pmid|pmc|nbk)", re.IGNORECASE)
_DIGITS = re.compile(r"[1-9]\d*")
_NUMBER_IN_ADDRESS = re.compile(
    r"pubmed(?:\.ncbi\.nlm\.nih\.gov|\.gov)?/(?:\?term=)?(?P<pmid>[1-9]\d{0,7})(?!\d)|(?P<id>(?:PMC|NBK)[1-9]\d{0,8})(?!\d)",
    re.IGNORECASE,
)
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|"
    r"mkt_tok|vero_id|oly_enc_id|oly_anon_id|_ga|_gl|ref_src|ref_url|cmpid|spm|sfnsn|s_cid|wt\.mc_id|at_\w+|"
    r"__twitter_impression|trk|si|share|fromsource)",
    re.IGNORECASE,
)
_REDIRECTS = {"url", "q", "u", "target", "dest"}
_REDIRECTORS = re.compile(
    r"(?:www\.)?google\.[a-z.]+/url|l(?:m)?\.(?:facebook|instagram)\.com/l?|.*safelinks\.protection\.outlook\.com/|"
    r"(?:www\.)?(?:linkedin\.com/redir/redirect|youtube\.com/redirect)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    r"(?<!\w)\[(?P<keys>\d{1,3}(?:\s*[-–,;]\s*\d{1,3})*)\]|(?<=[\w.,;:!?%)”\"])\[(?P<close>\d{1,3}(?:\s*[-–,;]\s*\d{1,3})*)\]"
)
_NAMED = re.compile(
    r"\((?:lit|ref|bron|source|reference|noot|note)s?\.?\s*:?\s*(?P<keys>\d{1,3}(?:\s*[-–,;]\s*\d{1,3})*)\)", re.I
)
_RAISED = re.compile(
    r"(?<=[a-zà-ÿ%)\]”\".,;:!?])(?<!\bm)(?<!\b[kcmd]m)(?P<keys>[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[⁻–,˒ ]{1,2}[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*)",
    re.IGNORECASE,
)
_FLAT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻˒", "0123456789-,")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The sources cited in a text, in order; `notes` are the footnotes it points to, `unread` what is no source."""

    identifiers: tuple[Identifier, ...]
    notes: tuple[str, ...]
    unread: tuple[str, ...]


def mark_sources(text: str) -> str:
    """Mark every address, DOI and id in running text, and every footnote number in brackets or raised."""
    pieces = []
    end = 0
    for mark in ANY_MARK.finditer(text):
        pieces += [_mark_written(text[end : mark.start()]), mark[0]]
        end = mark.end()
    pieces.append(_mark_written(text[end:]))
    return "".join(pieces)


def _mark_written(text: str) -> str:
    text = _WRITTEN.sub(lambda found: "".join(_mark_one(found)), text)
    pieces = re.split(f"({ANY_MARK.pattern})", text)
    return "".join(piece if piece.startswith(LINK) else _mark_numbers(piece) for piece in pieces)


def _mark_one(found: re.Match[str]) -> Iterator[str]:
    if found["pmids"]:
        for number in _DIGITS.findall(found["pmids"]):
            yield mark_link(f"PMID: {number}")
        return
    for written in _split_addresses(found[0]):
        kept = _trim(written)
        yield mark_link(kept)
        yield written[len(kept) :]


def _split_addresses(written: str) -> Iterator[str]:
    """Take apart addresses that stand side by side without a blank; one that holds another, as archives do, is one."""
    start = 0
    for after in re.finditer(r"(?<!^)https?://", written):
        before = written[start : after.start()]
        if not (before.endswith("=") or (before.endswith("/") and "archive" in before)):
            yield before
            start = after.start()
    yield written[start:]


def _trim(written: str) -> str:
    """Leave the signs of the sentence around an address to the sentence."""
    while written:
        last = written[-1]
        unbalanced = (last == ")" and written.count("(") < written.count(")")) or (last == "]" and "[" not in written)
        if not (unbalanced or last in ".,;:!?'’”»*|"):
            break
        written = written[:-1]
    return written


def _mark_numbers(text: str) -> str:
    for pattern in (_BRACKETED, _NAMED, _RAISED):
        text = pattern.sub(_mark_number, text)
    return text


def _mark_number(found: re.Match[str]) -> str:
    keys = next(group for group in found.groups() if group)
    return mark_notes(keys.translate(_FLAT).replace(" ", ""), found[0])


def find_sources(marked: str) -> Found:
    """Read the sources marked in a text, each once."""
    identifiers: dict[Identifier, None] = {}
    unread: dict[str, None] = {}
    for mark in LINK_MARK.findall(marked):
        identifier = read_source(mark)
        if identifier is None:
            unread[mark] = None
        else:
            identifiers[identifier] = None
    notes = tuple(dict.fromkeys(NOTE_MARK.findall(marked)))
    return Found(identifiers=tuple(identifiers), notes=notes, unread=tuple(unread))


@lru_cache(maxsize=4096)
def read_source(written: str) -> Identifier | None:
    """Read one source as written: redirections undone, tracking taken off, junk behind an id forgiven."""
    address = written if _NOT_ADDRESS.match(written) else strip_tracking(written)
    identifier = parse_identifier(address)
    if identifier is not None and identifier.kind is not IdKind.URL:
        return identifier
    numbered = _NUMBER_IN_ADDRESS.search(address) if "nih.gov" in address or "pubmed" in address else None
    if numbered and (identifier is None or numbered["pmid"]):
        return parse_identifier(numbered["pmid"] or numbered["id"])
    return identifier


def strip_tracking(address: str) -> str:
    """Take off what only tells a site where its visitors come from; any other address stays as it is."""
    full = address if "://" in address else f"https://{address}"
    try:
        parts = urlsplit(full)
    except ValueError:
        return address
    if _REDIRECTORS.fullmatch(f"{parts.netloc}{parts.path}"):
        for key, values in parse_qs(parts.query).items():
            if key in _REDIRECTS and values[0].startswith(("http://", "https://")):
                return strip_tracking(values[0])
    fragment = "" if parts.fragment.startswith((":~:", "utm_")) else parts.fragment.partition(":~:")[0]
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(key, value) for key, value in pairs if not _TRACKING.fullmatch(key)]
    if len(kept) == len(pairs) and fragment == parts.fragment:
        return address
    query = urlencode(kept) if len(kept) < len(pairs) else parts.query
    return urlunsplit(parts._replace(query=query, fragment=fragment))
