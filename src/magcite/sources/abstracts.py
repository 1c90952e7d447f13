"""Read the abstract of a PubMed record: all its parts, and where it is not the record's own English one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from magcite.model import AbstractSection
from magcite.sources.markup import text_of

_TRUNCATED = re.compile(r"\s*[(\[]?ABSTRACT TRUNCATED(?: AT (?P<words>\d+) WORDS)?[)\]]?\.?", re.IGNORECASE)

_LANGUAGES = {
    "chi": "Chinese",
    "cze": "Czech",
    "dan": "Danish",
    "dut": "Dutch",
    "eng": "English",
    "fre": "French",
    "ger": "German",
    "hun": "Hungarian",
    "ita": "Italian",
    "jpn": "Japanese",
    "kor": "Korean",
    "nor": "Norwegian",
    "per": "Persian",
    "pol": "Polish",
    "por": "Portuguese",
    "rus": "Russian",
    "spa": "Spanish",
    "swe": "Swedish",
    "tur": "Turkish",
}
"""MARC codes as PubMed uses them; any other is shown as it is."""


class Abstract(NamedTuple):
    """The parts of an abstract and what a reader must know about it."""

    sections: tuple[AbstractSection, ...]
    note: str | None


def read_abstract(own: Element | None, others: Iterable[Element]) -> Abstract:
    """Read a record's own abstract; only where it has no text, the first other one, English before others."""
    sections, note = _read_parts(own)
    if sections:
        return Abstract(sections, note)
    for other in sorted(others, key=lambda other: other.get("Language", "eng") != "eng"):
        sections, note = _read_parts(other)
        if sections:
            return Abstract(sections, "; ".join(filter(None, (_name_other(other), note))))
    return Abstract((), None)


def _read_parts(abstract: Element | None) -> Abstract:
    if abstract is None:
        return Abstract((), None)
    sections = []
    note = None
    for part in abstract.iterfind("AbstractText"):
        text = text_of(part) or ""
        if truncated := _TRUNCATED.search(text):
            at = f" at {truncated['words']} words" if truncated["words"] else ""
            note = f"PubMed cut this abstract off{at}"
            text = " ".join(_TRUNCATED.sub(" ", text).split())
        if text:
            sections.append(AbstractSection(text=text, label=_read_label(part), category=part.get("NlmCategory")))
    return Abstract(tuple(sections), note)


def _read_label(part: Element) -> str | None:
    label = " ".join((part.get("Label") or "").split())
    return None if not label or label.upper() == "UNLABELLED" else label


def _name_other(other: Element) -> str:
    kind = other.get("Type") or "unnamed"
    code = other.get("Language") or "eng"
    name = {"publisher": "publisher's abstract", "plain-language-summary": "plain-language summary"}
    return f"{name.get(kind.lower(), f'{kind} abstract')} in {_LANGUAGES.get(code, code)}"
