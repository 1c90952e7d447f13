"""Answer from a folder of recorded articles, without a network."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from magcite.errors import RecordedArticleError
from magcite.identifiers import parse_identifier
from magcite.model import Article, ArticleIds, Identifier, IdKind, MissingArticle, Pmid, Provenance, Status
from magcite.sources.digest import read_digest
from magcite.sources.interface import Answer
from magcite.sources.phrases import Phrase

_ENDINGS = (".xml", ".yaml", ".yml")
"""The endings of recorded articles; where one article has several files, PubMed's own record comes first."""

_REFERENCES = re.compile(rb"<ReferenceList>.*?</ReferenceList>", re.DOTALL)
_WRITTEN_ID = re.compile(rb"<(?:PMID|ArticleId|ELocationID)\b[^>]*>\s*([^<\s]+)\s*<")
_RETRIEVED = re.compile(rb"<!--\s*retrieved:?\s+(\d{4}-\d\d-\d\d)\s*-->")


class RecordedFolder:
    """A folder with one file per article, named by its id: PubMed's XML, or a digest in YAML.

    A file is found by its name; failing that, by the ids that the files give for themselves.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._files: dict[str, tuple[Path, ...]] | None = None
        self._articles: dict[Path, tuple[Article, ...]] = {}
        self._index: dict[Identifier, list[Path]] | None = None

    def look_up(self, identifiers: Sequence[Identifier]) -> Mapping[Identifier, Answer]:
        """Answer each identifier from its file; one that has none is UNAVAILABLE, since a folder is not PubMed."""
        return {identifier: self._find(identifier) or self._miss(identifier) for identifier in identifiers}

    def pmids(self) -> tuple[Pmid, ...]:
        """List the PMIDs that are recorded, in order of number; XML files are known by their names alone."""
        paths = (path for paths in self._list_files().values() for path in paths)
        found = {pmid for path in paths for pmid in self._pmids_of(path)}
        return tuple(sorted(found, key=int))

    def _pmids_of(self, path: Path) -> Iterator[Pmid]:
        if path.suffix == ".xml":
            identifier = parse_identifier(path.stem)
            if identifier is not None and identifier.kind is IdKind.PMID:
                yield Pmid(identifier.value)
            return
        for article in self._read(path):
            if article.ids.pmid:
                yield article.ids.pmid

    def _miss(self, identifier: Identifier) -> MissingArticle:
        reason = Phrase.NOT_RECORDED.say(id=identifier, folder=self._path)
        return MissingArticle(identifier=identifier, status=Status.UNAVAILABLE, reason=reason)

    def _find(self, identifier: Identifier) -> Article | None:
        named = self._list_files().get(_name_of(identifier), ())
        return self._pick(identifier, named, by_name=True) or self._pick(identifier, self._claimants(identifier))

    def _pick(self, identifier: Identifier, paths: Iterable[Path], *, by_name: bool = False) -> Article | None:
        """Give the first article among the files that carries the identifier."""
        for path in paths:
            articles = self._read(path)
            for article in articles:
                if identifier in _identifiers_of(article.ids):
                    return article
            if articles and by_name:
                _refuse_other_article(path, identifier, articles)
        return None

    def _list_files(self) -> dict[str, tuple[Path, ...]]:
        """Map each file name, without its ending and in small letters, to its files."""
        if self._files is None:
            if not self._path.is_dir():
                raise RecordedArticleError(
                    f"{self._path}: there is no such folder of recorded articles; "
                    "correct its name, or record the articles with magcite fetch --save"
                )
            files: dict[str, tuple[Path, ...]] = {}
            for ending in _ENDINGS:
                for path in sorted(self._path.glob(f"*{ending}")):
                    name = path.stem.lower()
                    files[name] = (*files.get(name, ()), path)
            self._files = files
        return self._files

    def _claimants(self, identifier: Identifier) -> Sequence[Path]:
        if self._index is None:
            self._index = {}
            for path in (path for paths in self._list_files().values() for path in paths):
                for own in self._ids_in(path):
                    self._index.setdefault(own, []).append(path)
        return self._index.get(identifier, ())

    def _ids_in(self, path: Path) -> Iterator[Identifier]:
        """Give the ids of the articles in a file; for XML those that it may have, at a fraction of the cost."""
        if path.suffix != ".xml":
            for article in self._read(path):
                yield from _identifiers_of(article.ids)
            return
        for written in _WRITTEN_ID.findall(_REFERENCES.sub(b"", path.read_bytes())):
            identifier = parse_identifier(written.decode("utf-8", "replace"))
            if identifier is not None:
                yield identifier

    def _read(self, path: Path) -> tuple[Article, ...]:
        if path not in self._articles:
            self._articles[path] = _read_file(path)
        return self._articles[path]


def _name_of(identifier: Identifier) -> str:
    """Give the name, in small letters, of the file that would hold an article; that of an address leads nowhere."""
    match identifier.kind:
        case IdKind.DOI:
            return "doi-" + re.sub(r"[^\w.()-]", "-", identifier.value).lower()
        case IdKind.URL:
            return ""
        case _:
            return identifier.value.lower()


def _identifiers_of(ids: ArticleIds) -> tuple[Identifier, ...]:
    kinds = (
        (IdKind.PMID, ids.pmid),
        (IdKind.PMCID, ids.pmcid),
        (IdKind.NBK, ids.nbk),
        (IdKind.DOI, ids.doi.lower() if ids.doi else None),
        (IdKind.URL, ids.url),
    )
    return tuple(Identifier(kind=kind, value=value) for kind, value in kinds if value)


def _refuse_other_article(path: Path, identifier: Identifier, articles: tuple[Article, ...]) -> None:
    """Refuse a file that is named by one id and gives another of the same kind as its own."""
    own = [one for article in articles for one in _identifiers_of(article.ids) if one.kind is identifier.kind]
    if own:
        raise RecordedArticleError(
            f"{path}:1: the file is named {identifier} but holds {own[0]}; rename the file or correct the id in it"
        )


def _read_file(path: Path) -> tuple[Article, ...]:
    try:
        if path.suffix != ".xml":
            article = read_digest(path)
            return (article,) if article else ()
        return _read_xml(path)
    except OSError as wrong:
        raise RecordedArticleError(f"{path}: cannot be read ({wrong.strerror}); check the file's rights") from wrong


def _read_xml(path: Path) -> tuple[Article, ...]:
    from magcite.sources.pubmed_xml import UnreadableRecordsError, parse_records

    data = path.read_bytes()
    stamp = _RETRIEVED.search(data)
    try:
        retrieved = date.fromisoformat(stamp[1].decode()) if stamp else None
        return parse_records(data, provenance=Provenance.RECORDED, retrieved=retrieved)
    except UnreadableRecordsError as wrong:
        line = re.search(r"line (\d+)", str(wrong))
        raise RecordedArticleError(
            f"{path}:{line[1] if line else 1}: this is not PubMed's XML ({wrong}); "
            "remove the file and record the article again with magcite fetch --save"
        ) from wrong
    except ValueError as wrong:
        raise RecordedArticleError(f"{path}:1: the day of retrieval is no date ({wrong}); correct it") from wrong
