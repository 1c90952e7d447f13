"""The sources of a run in their order: cache, PubMed, older cache, recorded articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from magcite.errors import SourceError
from magcite.model import Article, Identifier, Language, MissingArticle, Pmid, Provenance, Status
from magcite.settings import Settings
from magcite.sources.cache import Cache, CachedArticles
from magcite.sources.identity import identify
from magcite.sources.interface import Answer, ArticleSource
from magcite.sources.phrases import Fallback, Phrase, put_into, tell_unreachable

if TYPE_CHECKING:
    from magcite.sources.pubmed import Progress, PubMed


class Recorded(ArticleSource, Protocol):
    """A source that can list the PMIDs it holds, such as a folder of recorded articles."""

    def pmids(self) -> tuple[Pmid, ...]:
        """Give the PMIDs held, sorted."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """The links of a chain; `pubmed` is None offline, and `refresh` passes the fresh cache over.

    `language` is that of its remarks and of the reasons for missing articles.
    """

    cache: Cache
    pubmed: PubMed | None
    folder: Recorded | None
    refresh: bool = False
    today: Callable[[], date] = date.today
    language: Language = Language.ENGLISH


class ArticleChain:
    """Asks one source after the other, each only for what those before it could not answer."""

    def __init__(self, links: Links) -> None:
        self._links = links
        self._asked: dict[Identifier, Answer] = {}
        self._spares: dict[Identifier, Answer] = {}

    def in_language(self, language: Language) -> ArticleChain:
        """Give the same chain, speaking another language."""
        return ArticleChain(replace(self._links, language=language))

    def look_up(self, identifiers: Sequence[Identifier]) -> Mapping[Identifier, Answer]:
        """Answer every identifier from the first source that can."""
        wanted = list(dict.fromkeys(identifiers))
        answers: dict[Identifier, Answer] = {}
        for source in self._first_choices():
            _complete(answers, source, [one for one in wanted if _is_unanswered(answers.get(one))])
        spares: dict[Identifier, Answer] = dict(answers)
        for source in self._spare_choices():
            _complete(spares, source, [one for one in wanted if _is_open(spares[one])])
        if self._links.folder is None:
            # That the cache holds nothing either says less than why PubMed gave no answer.
            spares.update({one: answers[one] for one in wanted if _is_unanswered(spares[one])})
        if self._links.pubmed is None:
            spares = {identifier: _say_offline(answer) for identifier, answer in spares.items()}
        spares = {identifier: self._put_into_words(answer) for identifier, answer in spares.items()}
        changed = {one for one in wanted if isinstance(spares[one], Article) and spares[one] is not answers.get(one)}
        self._spares.update({one: spares[one] for one in changed})
        self._asked.update(spares)
        return spares

    @property
    def failed(self) -> bool:
        """Tell whether PubMed failed and so left a citation unanswered; staying offline by choice is no failure."""
        return self._failure is not None and any(map(_is_unanswered, self._asked.values()))

    @property
    def remarks(self) -> tuple[str, ...]:
        """Say in sentences what the run's reader must know about its sources."""
        doubt = self._links.pubmed.doubt if self._links.pubmed else None
        told = (*self._links.cache.remarks, *self._tell_failure(), *([doubt] if doubt else ()))
        return tuple(put_into(remark, self._links.language) for remark in told)

    def pmids(self) -> tuple[Pmid, ...]:
        """List the PMIDs at hand without asking PubMed: those in the cache and those recorded."""
        recorded = self._links.folder.pmids() if self._links.folder else ()
        return tuple(sorted({*self._links.cache.pmids(), *recorded}, key=int))

    def save_records(self, directory: Path, pmids: Iterable[Pmid]) -> tuple[Pmid, ...]:
        """Write PubMed's own records to `<pmid>.xml`, as a recorded folder holds them; give the PMIDs written."""
        saved = []
        try:
            directory.mkdir(parents=True, exist_ok=True)
            for pmid in sorted(set(pmids), key=int):
                kept = self._links.cache.find_record(identify(pmid))
                if kept is not None:
                    _write_whole(directory / f"{pmid}.xml", _date_record(kept.xml, kept.fetched))
                    saved.append(pmid)
        except OSError as wrong:
            raise SourceError(f"{directory}: the records cannot be saved there ({wrong.strerror})") from wrong
        return tuple(saved)

    def close(self) -> None:
        """Close the cache."""
        self._links.cache.close()

    @property
    def _failure(self) -> str | None:
        return self._links.pubmed.failure if self._links.pubmed else None

    def _first_choices(self) -> Iterator[ArticleSource]:
        links = self._links
        if links.pubmed is None:
            yield CachedArticles(links.cache, today=links.today(), any_age=True)
            return
        if not links.refresh:
            yield CachedArticles(links.cache, today=links.today())
        yield links.pubmed

    def _spare_choices(self) -> Iterator[ArticleSource]:
        links = self._links
        if self._failure is not None:
            yield CachedArticles(links.cache, today=links.today(), any_age=True)
        if links.folder is not None:
            yield links.folder

    def _tell_failure(self) -> Iterator[str]:
        if self._failure is None:
            return
        spares = {answer.ids: answer for answer in self._spares.values() if isinstance(answer, Article)}
        found = [answer.provenance for answer in spares.values()]
        cached = found.count(Provenance.CACHE)
        without = sum(map(_is_unanswered, self._asked.values()))
        fallback = Fallback(recorded=len(found) - cached, cached=cached, without=without)
        yield tell_unreachable(self._failure, fallback, self._links.language)

    def _put_into_words(self, answer: Answer) -> Answer:
        """Give the reason for a missing article in the language of the run."""
        if isinstance(answer, MissingArticle):
            return replace(answer, reason=put_into(answer.reason, self._links.language))
        return answer


def build_sources(
    settings: Settings,
    *,
    offline: bool = False,
    refresh: bool = False,
    folder: Recorded | None = None,
    progress: Progress | None = None,
) -> ArticleChain:
    """Build the chain of sources for a run; offline it opens no connection whatever."""
    cache = Cache(settings.cache_dir)
    pubmed = None if offline else _call_pubmed(settings, cache, progress)
    return ArticleChain(Links(cache=cache, pubmed=pubmed, folder=folder, refresh=refresh))


def _call_pubmed(settings: Settings, cache: Cache, progress: Progress | None) -> PubMed:
    # Imported here: an offline run needs nothing of what speaks HTTP.
    from magcite.sources.patience import Patience
    from magcite.sources.pubmed import Line, PubMed
    from magcite.sources.transport import PROBE_SECONDS, probe

    seconds = min(PROBE_SECONDS, settings.timeout)
    line = Line(patience=Patience(timeout=settings.timeout), probe=lambda: probe(settings.eutils_url, seconds))
    return PubMed(settings, line, keeper=cache, progress=progress)


def _complete(answers: dict[Identifier, Answer], source: ArticleSource, wanted: Sequence[Identifier]) -> None:
    """Ask a source for what is wanted, and take what it knows better."""
    if not wanted:
        return
    for identifier, answer in source.look_up(wanted).items():
        if isinstance(answer, Article) or _is_unanswered(answers.get(identifier)):
            answers[identifier] = answer


def _is_unanswered(answer: Answer | None) -> bool:
    return answer is None or (isinstance(answer, MissingArticle) and answer.status is Status.UNAVAILABLE)


def _is_open(answer: Answer) -> bool:
    """Tell whether recorded articles may still know better: PubMed's own "not found" is final."""
    return isinstance(answer, MissingArticle) and answer.status is not Status.NOT_FOUND


def _say_offline(answer: Answer) -> Answer:
    if isinstance(answer, MissingArticle) and answer.status is Status.UNAVAILABLE:
        return replace(answer, reason=Phrase.OFFLINE.say(id=answer.identifier))
    return answer


def _date_record(xml: bytes, fetched: date) -> bytes:
    """Note the day of retrieval in a record, as a comment before its root."""
    head, root, rest = xml.partition(b"<PubmedArticleSet>")
    return b"%s<!-- retrieved: %s -->\n%s%s" % (head, fetched.isoformat().encode(), root, rest)


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever sees half of it."""
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.replace(path)
