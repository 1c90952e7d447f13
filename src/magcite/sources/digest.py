"""Read a digest: a file with an own-words summary of one abstract and the bibliographic facts of its article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import yaml

from magcite.errors import RecordedArticleError
from magcite.identifiers import parse_identifier
from magcite.model import (
    AbstractSection,
    Article,
    ArticleIds,
    IdKind,
    MeshTerm,
    Notice,
    NoticeKind,
    Pmid,
    Provenance,
)

# The loader of plain text: every value arrives as written, so that an id is never read as a number. libyaml, where
# PyYAML has it, reads a folder some ten times faster.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_IDS = {"pmid": IdKind.PMID, "pmcid": IdKind.PMCID, "nbk": IdKind.NBK, "doi": IdKind.DOI, "url": IdKind.URL}
_ADVICE = "correct the file or remove it"


def read_digest(path: Path) -> Article | None:
    """Read the article that a digest describes; None where the file says that nothing was recorded (`digest: []`)."""
    top = _open(path)
    sections = tuple(_read_sections(top))
    if not sections:
        return None
    journal, book = top.text("journal"), top.text("book")
    return Article(
        ids=_read_ids(top),
        title=top.text("title"),
        abstract=sections,
        provenance=Provenance.DIGEST,
        vernacular_title=top.text("vernacular_title"),
        journal=journal or book,
        year=_read_year(top),
        authors=top.texts("authors"),
        languages=top.texts("language"),
        publication_types=tuple(MeshTerm(name=name) for name in top.texts("publication_types")),
        mesh=tuple(MeshTerm(name=name) for name in top.texts("mesh")),
        keywords=top.texts("keywords"),
        notices=tuple(_read_notices(top)),
        is_book=journal is None and book is not None,
    )


def _fail(path: Path, node: yaml.Node | None, wrong: str) -> NoReturn:
    line = node.start_mark.line + 1 if node is not None else 1
    raise RecordedArticleError(f"{path}:{line}: {wrong}; {_ADVICE}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mapping:
    """The keys of one YAML mapping, with the places where their values stand."""

    path: Path
    values: dict[str, yaml.Node]

    def scalar(self, key: str) -> yaml.ScalarNode | None:
        """Give the single value of a key; None where it is absent or null."""
        node = self.values.get(key)
        if node is None or _is_null(node):
            return None
        if not isinstance(node, yaml.ScalarNode):
            _fail(self.path, node, f'"{key}" should be one value')
        return node

    def text(self, key: str) -> str | None:
        """Give the text of a key, without white space around it."""
        node = self.scalar(key)
        return node.value.strip() or None if node else None

    def texts(self, key: str) -> tuple[str, ...]:
        """Give the texts of a key that may hold a list, one value or nothing."""
        listed = (_Mapping(path=self.path, values={key: node}).text(key) for node in self.items(key))
        return tuple(text for text in listed if text)

    def items(self, key: str) -> tuple[yaml.Node, ...]:
        """Give the entries of a list; a value that is no list counts as a list of one."""
        node = self.values.get(key)
        if node is None or _is_null(node):
            return ()
        return tuple(node.value) if isinstance(node, yaml.SequenceNode) else (node,)


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in _NULLS


def _open(path: Path) -> _Mapping:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = data[: wrong.start].count(b"\n") + 1
        raise RecordedArticleError(f"{path}:{line}: the text is not UTF-8; save the file as UTF-8") from wrong
    loader = None
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
    except (yaml.YAMLError, RecursionError) as wrong:
        raise RecordedArticleError(_explain(path, data, wrong)) from wrong
    finally:
        if loader is not None:
            loader.dispose()
    return _as_mapping(path, node, "a digest is a YAML mapping with keys such as pmid, title and digest")


def _explain(path: Path, data: bytes, wrong: Exception) -> str:
    mark = getattr(wrong, "problem_mark", None)
    before = data[: getattr(wrong, "position", 0)]
    line = mark.line if mark is not None else before.count(b"\n")
    problem = getattr(wrong, "problem", None) or str(wrong).splitlines()[0]
    return f"{path}:{line + 1}: this is not YAML ({problem}); {_ADVICE}"


def _as_mapping(path: Path, node: yaml.Node | None, wanted: str) -> _Mapping:
    if not isinstance(node, yaml.MappingNode):
        _fail(path, node, wanted)
    return _Mapping(path=path, values={key.value: value for key, value in node.value if isinstance(key.value, str)})


def _read_sections(top: _Mapping) -> Iterator[AbstractSection]:
    if "digest" not in top.values:
        _fail(top.path, None, 'the key "digest" is missing')
    for node in top.items("digest"):
        part = _as_mapping(top.path, node, 'each part of "digest" is a mapping with "label" and "text"')
        text = part.text("text")
        if text is None:
            _fail(top.path, node, 'a part of "digest" has no "text"')
        yield AbstractSection(text=" ".join(text.split()), label=part.text("label"))


def _read_ids(top: _Mapping) -> ArticleIds:
    ids = {key: _read_id(top, key, kind) for key, kind in _IDS.items()}
    pmid = ids["pmid"]
    return ArticleIds(
        pmid=Pmid(pmid) if pmid else None, pmcid=ids["pmcid"], nbk=ids["nbk"], doi=ids["doi"], url=ids["url"]
    )


def _read_id(of: _Mapping, key: str, kind: IdKind) -> str | None:
    text = of.text(key)
    if text is None:
        return None
    identifier = parse_identifier(text)
    if identifier is None or identifier.kind is not kind:
        _fail(of.path, of.values[key], f'"{text}" under "{key}" is no {key}')
    return identifier.value


def _read_year(top: _Mapping) -> int | None:
    text = top.text("year")
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        _fail(top.path, top.values["year"], f'"{text}" is no year')
    return int(text)


def _read_notices(top: _Mapping) -> Iterator[Notice]:
    kinds = {kind.value: kind for kind in NoticeKind}
    found: list[Notice] = []
    for node in top.items("notices"):
        notice = _as_mapping(top.path, node, 'each of "notices" is a mapping with "kind"')
        word = notice.text("kind")
        if word not in kinds:
            _fail(top.path, node, f'"{word}" is no kind of notice (known are {", ".join(kinds)})')
        pmid = _read_id(notice, "pmid", IdKind.PMID)
        found.append(Notice(kind=kinds[word], reference=notice.text("reference"), pmid=Pmid(pmid) if pmid else None))
    retracted = (top.text("retracted") or "").lower() in {"true", "yes"}
    if retracted and all(notice.kind is not NoticeKind.RETRACTED for notice in found):
        yield Notice(kind=NoticeKind.RETRACTED)
    yield from found
