"""Ask PubMed through Biopython's Bio.Entrez, with time-outs and retries of our own."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Any, Protocol, TypeVar
from urllib.parse import urlencode
from urllib.request import Request

from magcite.model import Article, Identifier, IdKind, MissingArticle, Pmid, Provenance, Status
from magcite.settings import Settings
from magcite.sources.identity import identify, not_found, not_in_pubmed, unavailable
from magcite.sources.interface import Answer
from magcite.sources.patience import WITH_KEY, WITHOUT_KEY, Pace, Patience, persist
from magcite.sources.phrases import Phrase
from magcite.sources.pubmed_xml import (
    RefusedByPubmedError,
    UnreadableRecordsError,
    parse_records,
    parse_search,
    split_records,
)
from magcite.sources.resolving import MOST_HITS, follow, read_conversion, settle
from magcite.sources.transport import FaultError, Limits, Reply, Transport, ask, mask, send

TOOL = "magcite"
IDS_PER_FETCH = 200
IDS_PER_CONVERSION = 100
"""The converter takes 200, but in an address that servers refuse when it grows too long."""

TOO_MANY_TO_MISS = 5
"""PMIDs without a record from which on an answer is doubted: nearly every number up to the newest is in use (ours)."""

_DOUBTED_SHARE = 0.2
"""Share of the PMIDs asked whose absence makes an answer doubtful (ours)."""

_NO_USABLE_ID = "id list is empty"
_ENTREZ = Lock()
"""Held while Bio.Entrez, whose settings and pacing are global to the process, works for one request."""

Progress = Callable[[int, int], None]
T = TypeVar("T")


class Keeper(Protocol):
    """Somewhere to keep what PubMed answered."""

    def keep_records(self, records: Mapping[Pmid, bytes]) -> None:
        """Keep records, each a document of its own."""
        ...

    def keep_alias(self, identifier: Identifier, pmid: Pmid) -> None:
        """Keep to which record an identifier led."""
        ...

    def keep_missing(self, missing: MissingArticle) -> None:
        """Keep that PubMed has no such record."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The line to NCBI: what carries requests, how patiently, and a quick first test whether it is up."""

    patience: Patience
    transport: Transport = send
    probe: Callable[[], str | None] | None = None
    today: Callable[[], date] = date.today


class PubMed:
    """PubMed as a source of articles.

    After one fetch that failed for good, or through all its retries, nothing more is asked: `failure` says why, and
    what was not answered until then is UNAVAILABLE. A search that failed ends the searches; the records are still
    fetched, unless nobody answered. `doubt` says that far more records are missing than is usual.
    """

    def __init__(
        self, settings: Settings, line: Line, *, keeper: Keeper | None = None, progress: Progress | None = None
    ) -> None:
        self.failure: str | None = None
        self.doubt: str | None = None
        self._gave_up = False
        self._eutils = Eutils(settings, line)
        self._probe = line.probe
        self._today = line.today
        self._keeper = keeper
        self._progress = progress

    def look_up(self, identifiers: Sequence[Identifier]) -> Mapping[Identifier, Answer]:
        """Answer every identifier: resolve those that are no PMIDs, then fetch all records together."""
        pages = [one for one in identifiers if one.kind is IdKind.URL]
        others = [one for one in identifiers if one.kind not in {IdKind.URL, IdKind.PMID}]
        pmids = [Pmid(one.value) for one in identifiers if one.kind is IdKind.PMID]
        answers: dict[Identifier, Answer] = {page: not_in_pubmed(page) for page in pages}
        if (pmids or others) and self._probe and self.failure is None:
            self.failure, self._probe = self._probe(), None
            self._gave_up = self.failure is not None
        leads = follow(others, self) if self.failure is None else {}
        candidates = [pmid for lead in leads.values() for pmid in lead.candidates]
        asked = list(dict.fromkeys([*pmids, *candidates]))
        articles, unanswered = self._fetch(asked)
        self._weigh_gaps(asked, len(asked) - len(articles) - len(unanswered))
        for pmid in pmids:
            answers[identify(pmid)] = articles.get(pmid) or self._miss(pmid, unanswered)
        for other in others:
            lead = leads.get(other)
            failure = self._sorry() if lead and unanswered.intersection(lead.candidates) else None
            answers[other] = settle(lead, articles, failure) if lead else unavailable(other, self._sorry())
        self._keep_answers(answers)
        return {identifier: answers[identifier] for identifier in identifiers}

    # -------------------------------------------------------- what resolving may ask

    @property
    def converts(self) -> bool:
        """Tell whether there is an id converter."""
        return self._eutils.converts

    def convert(self, identifiers: Sequence[Identifier]) -> Mapping[Identifier, Pmid | None]:
        """Convert ids of one kind; a failing converter is no failure of PubMed."""
        found: dict[Identifier, Pmid | None] = {}
        for start in range(0, len(identifiers), IDS_PER_CONVERSION):
            found.update(self._eutils.convert(identifiers[start : start + IDS_PER_CONVERSION]))
        return found

    def search(self, term: str) -> tuple[Pmid, ...]:
        """Search PubMed, unless it has failed before."""
        if self.failure is not None:
            raise FaultError(self._sorry(), passing=False)
        try:
            return self._eutils.search(term)
        except FaultError as fault:
            self.failure, self._gave_up = str(fault), not fault.answered
            raise FaultError(self._sorry(), passing=False) from fault

    # -------------------------------------------------------- fetching

    def _fetch(self, pmids: Sequence[Pmid]) -> tuple[dict[Pmid, Article], frozenset[Pmid]]:
        """Fetch records batch by batch; give them with the PMIDs that could not be asked."""
        articles: dict[Pmid, Article] = {}
        self._tell_progress(0, len(pmids))
        for start in range(0, len(pmids), IDS_PER_FETCH):
            batch = pmids[start : start + IDS_PER_FETCH]
            try:
                records = self._fetch_batch(batch)
            except FaultError:
                return articles, frozenset(pmids[start:])
            wanted = {pmid: records[pmid] for pmid in batch if pmid in records}
            for pmid, record in wanted.items():
                articles[pmid] = parse_records(record, provenance=Provenance.PUBMED, retrieved=self._today())[0]
            if self._keeper:
                self._keeper.keep_records(wanted)
            self._tell_progress(start + len(batch), len(pmids))
        return articles, frozenset()

    def _weigh_gaps(self, asked: Sequence[Pmid], missing: int) -> None:
        if missing >= max(TOO_MANY_TO_MISS, _DOUBTED_SHARE * len(asked)):
            self.doubt = Phrase.MANY_MISSING.say(missing=missing, asked=len(asked))

    def _tell_progress(self, done: int, total: int) -> None:
        if self._progress and total:
            self._progress(done, total)

    def _fetch_batch(self, batch: Sequence[Pmid]) -> dict[Pmid, bytes]:
        if self._gave_up:
            raise FaultError(self._sorry(), passing=False)
        try:
            return self._eutils.fetch(batch)
        except FaultError as fault:
            self.failure, self._gave_up = str(fault), True
            raise

    def _miss(self, pmid: Pmid, unanswered: frozenset[Pmid]) -> MissingArticle:
        return unavailable(identify(pmid), self._sorry()) if pmid in unanswered else not_found(identify(pmid))

    def _sorry(self) -> str:
        return Phrase.NOT_ASKED.say(why=self.failure)

    def _keep_answers(self, answers: Mapping[Identifier, Answer]) -> None:
        if self._keeper is None:
            return
        for identifier, answer in answers.items():
            if isinstance(answer, MissingArticle):
                if answer.status in {Status.NOT_FOUND, Status.UNRESOLVED}:
                    self._keeper.keep_missing(answer)
            elif answer.ids.pmid and identifier.kind is not IdKind.PMID:
                self._keeper.keep_alias(identifier, answer.ids.pmid)


class Eutils:
    """NCBI's E-utilities and id converter, each request retried; a request that fails in the end raises FaultError."""

    def __init__(self, settings: Settings, line: Line) -> None:
        self._settings = settings
        self._line = line
        self._pace = Pace((WITH_KEY if settings.api_key else WITHOUT_KEY) * line.patience.scale)

    @property
    def converts(self) -> bool:
        """Tell whether there is an id converter."""
        return self._settings.idconv_url is not None

    def fetch(self, pmids: Sequence[Pmid]) -> dict[Pmid, bytes]:
        """Fetch records in one call; those that PubMed does not have are left out."""

        def read(limits: Limits) -> dict[Pmid, bytes]:
            ids = ",".join(pmids)
            data = self._through_bio(limits, lambda entrez, who: entrez.efetch("pubmed", id=ids, retmode="xml", **who))
            records = split_records(data)
            if not records and len(pmids) >= TOO_MANY_TO_MISS:
                raise FaultError(Phrase.NO_RECORDS.say(asked=len(pmids)), passing=True)
            return records

        try:
            return self._persist(read)
        except FaultError as fault:
            if _NO_USABLE_ID in str(fault).lower():
                return {}
            raise

    def search(self, term: str) -> tuple[Pmid, ...]:
        """Search PubMed for a few hits; one more than MOST_HITS says that there are too many."""

        def read(limits: Limits) -> tuple[Pmid, ...]:
            most = MOST_HITS + 1
            return parse_search(
                self._through_bio(
                    limits, lambda entrez, who: entrez.esearch("pubmed", term, retmax=most, retmode="xml", **who)
                )
            )

        return self._persist(read)

    def convert(self, identifiers: Sequence[Identifier]) -> dict[Identifier, Pmid | None]:
        """Convert ids of one kind in one call; ids with a comma cannot be asked."""
        askable = [identifier for identifier in identifiers if "," not in identifier.value]
        query = {"ids": ",".join(one.value for one in askable), "format": "json", "tool": TOOL}
        if self._settings.email:
            query["email"] = self._settings.email

        def read(limits: Limits) -> dict[Identifier, Pmid | None]:
            self._pace.wait()
            request = Request(f"{self._settings.idconv_url}?{urlencode(query)}")
            return read_conversion(ask(self._line.transport, request, limits).body, askable)

        return self._persist(read, self._line.patience.halved()) if askable else {}

    def _persist(self, read: Callable[[Limits], T], patience: Patience | None = None) -> T:
        def read_or_fault(limits: Limits) -> T:
            try:
                return read(limits)
            except UnreadableRecordsError as wrong:
                refused = isinstance(wrong, RefusedByPubmedError)
                for_good = refused and _NO_USABLE_ID in str(wrong).lower()
                raise FaultError(Phrase.OTHER_ANSWER.say(why=wrong), passing=not for_good) from wrong

        try:
            return persist(patience or self._line.patience, read_or_fault)
        except FaultError as fault:
            reason = mask(str(fault), self._settings.api_key)
            raise FaultError(reason, passing=False, answered=fault.answered) from None

    def _through_bio(self, limits: Limits, call: Callable[[Any, dict[str, str]], Any]) -> bytes:
        """Let Bio.Entrez build, pace and send one request; its opener is ours for just that long."""
        who = {"tool": TOOL, "email": self._settings.email or "", "api_key": self._settings.api_key or ""}
        self._pace.wait()
        with _borrowed_entrez(lambda request: self._open(request, limits)) as entrez:
            data = call(entrez, {name: value for name, value in who.items() if value}).read()
        return data if isinstance(data, bytes) else str(data).encode()

    def _open(self, request: Request, limits: Limits) -> _Handle:
        utility = request.full_url.partition("/entrez/eutils/")[2]
        request.full_url = f"{self._settings.eutils_url}/{utility}"
        return _Handle(ask(self._line.transport, request, limits))


class _Handle(io.BytesIO):
    """An answer, read to its end, as Bio.Entrez expects it from urlopen."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.body)
        self.headers = reply.headers
        self.url = reply.url


@contextmanager
def _borrowed_entrez(opener: Callable[[Request], _Handle]) -> Iterator[Any]:
    """Give Bio.Entrez with our opener and without its own retries (they would come at once), and put all back."""
    from Bio import Entrez

    with _ENTREZ, warnings.catch_warnings():
        # Bio.Entrez warns of a missing address at every call; the settings page says once why to give one.
        warnings.simplefilter("ignore", UserWarning)
        before = Entrez.urlopen, Entrez.max_tries
        Entrez.urlopen, Entrez.max_tries = opener, 1
        try:
            yield Entrez
        finally:
            Entrez.urlopen, Entrez.max_tries = before
