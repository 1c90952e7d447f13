"""Tell XML from everything else that PubMed, or something between us and PubMed, may answer with."""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.parsers import expat

from magcite.sources.phrases import Phrase

_ERROR = re.compile(rb"<ERROR>(.*?)</ERROR>", re.DOTALL)
_ERROR_STANDS_WITHIN = 4096
MATHML = "http://www.w3.org/1998/Math/MathML"
_UNDECLARED_MATH = re.compile(rb"<mml:math\b(?![^>]*xmlns:mml)")


class UnreadableRecordsError(ValueError):
    """What should be PubMed XML is something else; the message says what."""


class RefusedByPubmedError(UnreadableRecordsError):
    """PubMed answered with an <ERROR> in place of records; the message is its text."""


def read_root(data: bytes) -> Element:
    """Parse an answer; raise UnreadableRecordsError, with the reason in words, where it is not XML from PubMed."""
    data = data.strip()
    _refuse_other_answers(data)
    if b"<mml:" in data:
        # PubMed's DTD declares this prefix; without reading the DTD it must stand in the text.
        data = _UNDECLARED_MATH.sub(b'<mml:math xmlns:mml="' + MATHML.encode() + b'"', data)
    try:
        _refuse_entities(data)
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, expat.ExpatError, LookupError, ValueError) as wrong:
        if isinstance(wrong, UnreadableRecordsError):
            raise
        raise UnreadableRecordsError(Phrase.MALFORMED_ANSWER.say(detail=wrong)) from wrong


def _refuse_other_answers(data: bytes) -> None:
    start = data[:200].lower()
    if not data:
        raise UnreadableRecordsError(Phrase.EMPTY_ANSWER.say())
    if b"<!doctype html" in start or b"<html" in start:
        raise UnreadableRecordsError(Phrase.WEB_PAGE_ANSWER.say())
    if start[:1] in {b"{", b"["}:
        raise UnreadableRecordsError(Phrase.JSON_ANSWER.say())
    if error := _ERROR.search(data[:_ERROR_STANDS_WITHIN]):
        raise RefusedByPubmedError(" ".join(error[1].decode("utf-8", "replace").split()))


def _refuse_entities(data: bytes) -> None:
    """Refuse a document that declares entities of its own: PubMed's never do, and they can expand without end."""

    def refuse(*_: object) -> None:
        raise UnreadableRecordsError("XML that declares entities of its own")

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = refuse
    parser.Parse(data, True)
