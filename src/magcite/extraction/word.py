"""Cut a Word document (.docx) into blocks."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from magcite.errors import UsageError
from magcite.extraction.blocks import (
    NOTE,
    NOTE_END,
    Block,
    BlockKind,
    Source,
    clean,
    mark_link,
    mark_notes,
    tidy,
    write_link,
)

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_HEADING = re.compile(r"(?:heading|kop|berschrift|titre)\s*(\d)", re.IGNORECASE)
_FIELD = re.compile(r"HYPERLINK\s+\"([^\"]+)\"")

LARGEST_PART = 64 * 1024 * 1024
"""Bytes of one unpacked part of a document; far more than any text has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Document:
    """The parts of a document that its text needs: addresses of links and names of styles, by their ids."""

    links: Mapping[str, str]
    styles: Mapping[str, str]


def read_document(data: bytes, name: str) -> Source:
    """Cut a Word document into blocks, its footnotes last."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body = _part(archive, "word/document.xml")
            notes = [part for part in ("footnotes", "endnotes") if f"word/{part}.xml" in archive.namelist()]
            roots = [_part(archive, f"word/{part}.xml") for part in notes]
            document = _Document(links=_links(archive), styles=_styles(archive))
    except (
        zipfile.BadZipFile,
        KeyError,
        ElementTree.ParseError,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
    ) as wrong:
        raise UsageError(
            f"{name}: this is no readable Word document; save it again as .docx or as plain text"
        ) from wrong
    blocks = [*_read_paragraphs(body, document)]
    for root in roots:
        blocks += _read_notes(root, document)
    return Source(blocks=tuple(blocks))


def _part(archive: zipfile.ZipFile, name: str) -> Element:
    if archive.getinfo(name).file_size > LARGEST_PART:
        raise ValueError(f"{name} is too large")
    content = archive.read(name)
    if b"<!ENTITY" in content or b"<!DOCTYPE" in content:
        raise ValueError(f"{name} declares a document type, which Word never does")
    return ElementTree.fromstring(content)


def _links(archive: zipfile.ZipFile) -> Mapping[str, str]:
    if "word/_rels/document.xml.rels" not in archive.namelist():
        return {}
    relations = _part(archive, "word/_rels/document.xml.rels")
    return {one.get("Id", ""): one.get("Target", "") for one in relations if one.get("TargetMode") == "External"}


def _styles(archive: zipfile.ZipFile) -> Mapping[str, str]:
    if "word/styles.xml" not in archive.namelist():
        return {}
    found = {}
    for style in _part(archive, "word/styles.xml").iter(f"{_W}style"):
        named = style.find(f"{_W}name")
        if named is not None:
            found[style.get(f"{_W}styleId", "")] = named.get(f"{_W}val", "")
    return found


def _read_paragraphs(root: Element, document: _Document) -> Iterator[Block]:
    for paragraph in root.iter(f"{_W}p"):
        for text in _words(paragraph, document).split("\n"):
            if tidied := tidy(text):
                yield _block(paragraph, tidied, document)


def _block(paragraph: Element, text: str, document: _Document) -> Block:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    style_id = style.get(f"{_W}val", "") if style is not None else ""
    for name in (document.styles.get(style_id, ""), style_id):
        if found := _HEADING.match(name):
            return Block(kind=BlockKind.HEADING, level=int(found[1]), text=text, apart=True)
        if name.lower() in {"title", "titel"}:
            return Block(kind=BlockKind.HEADING, level=1, text=text, apart=True)
    listed = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
    if not listed and len(text) <= 150 and text[-1:].isalnum() and _is_bold(paragraph):
        return Block(kind=BlockKind.HEADING, level=7, text=text, apart=True)
    return Block(kind=BlockKind.ITEM if listed else BlockKind.TEXT, text=text, apart=True)


def _is_bold(paragraph: Element) -> bool:
    runs = [run for run in paragraph.iter(f"{_W}r") if "".join(run.itertext()).strip()]
    marks = [run.find(f"{_W}rPr/{_W}b") for run in runs]
    return bool(marks) and all(mark is not None and mark.get(f"{_W}val") not in {"0", "false"} for mark in marks)


_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "del": "", "p": "", "txbxContent": "", "drawing": "", "pict": ""}


def _words(element: Element, document: _Document) -> str:
    return "".join(_words_of(child, document) for child in element)


def _words_of(child: Element, document: _Document) -> str:
    tag = child.tag.removeprefix(_W)
    if tag in _SIGNS:
        return _SIGNS[tag]
    match tag:
        case "t":
            return clean(child.text or "").replace("\n", " ")
        case "r":
            return _run(child, document)
        case "hyperlink":
            return _hyperlink(child, document)
        case "instrText":
            found = _FIELD.search(child.text or "")
            return mark_link(found[1]) if found else ""
        case "footnoteReference" | "endnoteReference":
            return f"{NOTE}{tag[0]}{child.get(f'{_W}id', '')}{NOTE_END}"
        case _:
            return _words(child, document)


def _run(run: Element, document: _Document) -> str:
    text = _words(run, document)
    raised = run.find(f"{_W}rPr/{_W}vertAlign")
    return mark_notes(text) if raised is not None and raised.get(f"{_W}val") == "superscript" else text


def _hyperlink(link: Element, document: _Document) -> str:
    words = _words(link, document)
    address = document.links.get(link.get(f"{_R}id", ""), "")
    if not address.lower().startswith(("http://", "https://")):
        return words
    return write_link(words, address)


def _read_notes(root: Element, document: _Document) -> Iterator[Block]:
    """Read footnotes or endnotes; their keys begin with f or e, so that the two don't mix."""
    for note in root:
        kind = note.tag.removeprefix(_W)
        text = tidy(" ".join(_words(paragraph, document) for paragraph in note.iter(f"{_W}p")))
        if kind in {"footnote", "endnote"} and text:
            yield Block(kind=BlockKind.NOTE, key=f"{kind[0]}{note.get(f'{_W}id', '')}", text=text)
