"""The chain of sources: what is asked in which order, and what is said when PubMed cannot be reached."""

import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from magcite.errors import SourceError
from magcite.model import Article, ArticleIds, Identifier, IdKind, Language, MissingArticle, Pmid, Provenance, Status
from magcite.settings import Settings
from magcite.sources.cache import Cache
from magcite.sources.chain import ArticleChain, Links, build_sources
from magcite.sources.identity import identify, own_identifiers, unavailable
from magcite.sources.interface import Answer
from magcite.sources.patience import Patience
from magcite.sources.pubmed import Line, PubMed
from magcite.sources.pubmed_xml import parse_records
from tests.entrez_stand_in import InventedRecord, StandIn, refuse

DAY = date(2026, 11, 22)
ONE = identify(Pmid("11111111"))
TWO = identify(Pmid("22222222"))
UNKNOWN = identify(Pmid("99999999"))
DOI = Identifier(kind=IdKind.DOI, value="10.5555/one")
LOST_DOI = Identifier(kind=IdKind.DOI, value="10.5555/lost")
PAGE = Identifier(kind=IdKind.URL, value="https://example.org/page")


@pytest.fixture
def ncbi() -> Iterator[StandIn]:
    with StandIn(InventedRecord("11111111", doi="10.5555/one"), InventedRecord("22222222")) as stand_in:
        yield stand_in


@dataclass(frozen=True)
class Shelf:
    """A recorded folder of a few articles, which may hold web pages too."""

    held: tuple[ArticleIds, ...]

    def look_up(self, identifiers: Sequence[Identifier]) -> Mapping[Identifier, Answer]:
        return {one: self._find(one) or unavailable(one, "not recorded") for one in identifiers}

    def pmids(self) -> tuple[Pmid, ...]:
        return tuple(ids.pmid for ids in self.held if ids.pmid)

    def _find(self, identifier: Identifier) -> Article | None:
        for ids in self.held:
            if identifier in own_identifiers(ids):
                return Article(ids=ids, title="Recorded", abstract=(), provenance=Provenance.DIGEST)
        return None


SHELF = Shelf((ArticleIds(pmid=Pmid("11111111"), doi="10.5555/one"), ArticleIds(url=PAGE.value)))


@dataclass(frozen=True)
class Desk:
    """A stand-in, a cache folder and a day, of which chains are made as runs are."""

    ncbi: StandIn
    directory: Path

    def chain(
        self, *, day: date = DAY, offline: bool = False, refresh: bool = False, shelf: Shelf | None = None
    ) -> ArticleChain:
        settings = Settings(
            email="editor@example.org",
            api_key="key",
            eutils_url=self.ncbi.eutils_url,
            idconv_url=None,
            cache_dir=self.directory,
            timeout=1,
        )
        cache = Cache(self.directory, today=lambda: day)
        line = Line(patience=Patience(timeout=1, scale=0.02), today=lambda: day)
        pubmed = None if offline else PubMed(settings, line, keeper=cache)
        return ArticleChain(Links(cache=cache, pubmed=pubmed, folder=shelf, refresh=refresh, today=lambda: day))


@pytest.fixture
def desk(ncbi: StandIn, tmp_path: Path) -> Desk:
    return Desk(ncbi, tmp_path / "cache")


def said(answers: Mapping[Identifier, Answer]) -> list[Provenance | Status]:
    return [answer.provenance if isinstance(answer, Article) else answer.status for answer in answers.values()]


def test_a_second_run_asks_nothing_whatever_the_first_one_learned(desk: Desk, ncbi: StandIn) -> None:
    asked = [ONE, TWO, UNKNOWN, DOI, LOST_DOI, PAGE]
    first = desk.chain().look_up(asked)
    assert said(first) == [
        Provenance.PUBMED,
        Provenance.PUBMED,
        Status.NOT_FOUND,
        Provenance.PUBMED,
        Status.UNRESOLVED,
        Status.NOT_IN_PUBMED,
    ]
    assert ncbi.paths() == ["esearch.fcgi", "esearch.fcgi", "efetch.fcgi"]
    ncbi.asked.clear()
    second = desk.chain().look_up(asked)
    assert said(second) == [
        Provenance.CACHE,
        Provenance.CACHE,
        Status.NOT_FOUND,
        Provenance.CACHE,
        Status.UNRESOLVED,
        Status.NOT_IN_PUBMED,
    ]
    assert not ncbi.asked
    kept, fetched = second[ONE], first[ONE]
    assert isinstance(kept, Article)
    assert isinstance(fetched, Article)
    assert replace(kept, provenance=Provenance.PUBMED) == fetched


def test_only_what_the_cache_lacks_is_asked(desk: Desk, ncbi: StandIn) -> None:
    desk.chain().look_up([ONE])
    desk.chain().look_up([ONE, TWO])
    assert [asked.parameters["id"] for asked in ncbi.asked] == ["11111111", "22222222"]


def test_refresh_and_old_age_ask_again(desk: Desk, ncbi: StandIn) -> None:
    desk.chain().look_up([ONE])
    assert said(desk.chain(refresh=True).look_up([ONE])) == [Provenance.PUBMED]
    assert said(desk.chain(day=DAY + timedelta(days=31)).look_up([ONE])) == [Provenance.PUBMED]
    assert len(ncbi.asked) == 3


def test_when_pubmed_fails_an_old_record_and_then_a_recorded_one_serve(desk: Desk, ncbi: StandIn) -> None:
    desk.chain().look_up([TWO])
    ncbi.always = refuse(500, "down")
    chain = desk.chain(day=DAY + timedelta(days=99), shelf=SHELF)
    answers = chain.look_up([ONE, TWO, UNKNOWN, DOI, PAGE])
    assert said(answers) == [
        Provenance.DIGEST,
        Provenance.CACHE,
        Status.UNAVAILABLE,
        Provenance.DIGEST,
        Provenance.DIGEST,
    ]
    assert chain.remarks == (
        "PubMed could not be reached (HTTP 500: down): used the 2 recorded articles at hand and "
        "1 older record from the cache; 1 source has no record",
    )
    assert chain.failed


def test_a_chain_gives_reasons_and_remarks_in_dutch_from_the_cache_too(desk: Desk, ncbi: StandIn) -> None:
    desk.chain().look_up([LOST_DOI])
    offline = desk.chain(offline=True).in_language(Language.DUTCH)
    answers = offline.look_up([LOST_DOI, UNKNOWN, PAGE])
    assert [answer.reason for answer in answers.values() if isinstance(answer, MissingArticle)] == [
        "doi:10.5555/lost: PubMed kent geen record met dit nummer; controleer het, of noem de PMID",
        "99999999 staat niet in de cache en is niet vastgelegd, en magcite moest offline blijven (--offline)",
        "https://example.org/page is een webadres, geen record van PubMed: noem de PMID van wat eraan ten grondslag "
        "ligt",
    ]
    ncbi.always = refuse(500, "down")
    failing = desk.chain().in_language(Language.DUTCH)
    answer = failing.look_up([UNKNOWN])[UNKNOWN]
    assert isinstance(answer, MissingArticle)
    assert answer.reason == "PubMed kon niet worden bevraagd: HTTP 500: down"
    assert failing.remarks == (
        "PubMed was niet bereikbaar (HTTP 500: down); in plaats daarvan gebruikt: niets; 1 bron heeft geen record",
    )


def test_a_failure_that_leaves_nothing_unanswered_is_none(desk: Desk, ncbi: StandIn) -> None:
    ncbi.always = refuse(500)
    chain = desk.chain(shelf=SHELF)
    chain.look_up([ONE])
    assert not chain.failed
    assert "no source is left without a record" in chain.remarks[0]


def test_an_answer_full_of_gaps_is_remarked_on(desk: Desk) -> None:
    chain = desk.chain()
    chain.look_up([ONE, *(identify(Pmid(str(99_999_990 + number))) for number in range(6))])
    assert not chain.failed
    assert "no record for 6 of the 7 PMIDs" in chain.remarks[0]


def test_a_source_without_any_record_is_told_why_pubmed_was_not_asked(desk: Desk, ncbi: StandIn) -> None:
    ncbi.always = refuse(500, "down")
    answer = desk.chain().look_up([ONE])[ONE]
    assert isinstance(answer, MissingArticle)
    assert answer.reason == "PubMed could not be asked: HTTP 500: down"


def test_a_failure_without_anything_at_hand_says_so(desk: Desk, ncbi: StandIn) -> None:
    ncbi.always = refuse(500)
    chain = desk.chain()
    assert said(chain.look_up([ONE, TWO])) == [Status.UNAVAILABLE] * 2
    assert "used nothing else; 2 sources have no record" in chain.remarks[0]


def test_a_record_that_pubmed_does_not_have_is_not_replaced_by_a_recorded_one(desk: Desk, ncbi: StandIn) -> None:
    ncbi.records.clear()
    assert said(desk.chain(shelf=SHELF).look_up([ONE])) == [Status.NOT_FOUND]


def test_an_id_that_led_nowhere_may_be_recorded(desk: Desk, ncbi: StandIn) -> None:
    ncbi.records.clear()
    chain = desk.chain(shelf=SHELF)
    assert said(chain.look_up([DOI, PAGE])) == [Provenance.DIGEST] * 2
    assert chain.remarks == ()
    assert not chain.failed


def test_offline_the_cache_comes_before_the_recorded_articles_and_nothing_is_asked(desk: Desk, ncbi: StandIn) -> None:
    desk.chain().look_up([TWO, UNKNOWN])
    ncbi.asked.clear()
    chain = desk.chain(offline=True, shelf=SHELF, day=DAY + timedelta(days=999))
    three = identify(Pmid("33333333"))
    answers = chain.look_up([ONE, TWO, UNKNOWN, DOI, three])
    assert said(answers) == [
        Provenance.DIGEST,
        Provenance.CACHE,
        Status.NOT_FOUND,
        Provenance.DIGEST,
        Status.UNAVAILABLE,
    ]
    missing = answers[three]
    assert isinstance(missing, MissingArticle)
    assert "--offline" in missing.reason
    assert chain.remarks == ()
    assert not chain.failed
    assert not ncbi.asked


def test_every_identifier_asked_is_answered_once(desk: Desk) -> None:
    asked = [ONE, DOI, ONE, PAGE]
    assert list(desk.chain().look_up(asked)) == [ONE, DOI, PAGE]


def test_pmids_at_hand_are_those_in_cache_and_folder(desk: Desk) -> None:
    desk.chain().look_up([TWO])
    assert desk.chain(offline=True, shelf=SHELF).pmids() == ("11111111", "22222222")


def test_records_are_saved_as_pubmed_gave_them_with_their_day(desk: Desk, tmp_path: Path) -> None:
    chain = desk.chain()
    chain.look_up([ONE, TWO])
    folder = tmp_path / "new" / "articles"
    assert chain.save_records(folder, [Pmid("22222222"), Pmid("11111111"), Pmid("5")]) == ("11111111", "22222222")
    assert sorted(path.name for path in folder.iterdir()) == ["11111111.xml", "22222222.xml"]
    saved = (folder / "11111111.xml").read_bytes()
    assert b"<!-- retrieved: 2026-11-22 -->" in saved
    (article,) = parse_records(saved, provenance=Provenance.RECORDED, retrieved=None)
    assert article.ids == ArticleIds(pmid=Pmid("11111111"), doi="10.5555/one")


def test_records_that_cannot_be_saved_stop_the_run(desk: Desk, tmp_path: Path) -> None:
    chain = desk.chain()
    chain.look_up([ONE])
    (tmp_path / "file").write_text("")
    with pytest.raises(SourceError, match="cannot be saved"):
        chain.save_records(tmp_path / "file", [Pmid("11111111")])
    chain.close()


def test_a_cache_that_cannot_be_used_costs_a_remark_but_no_answer(ncbi: StandIn, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    chain = Desk(ncbi, tmp_path / "file").chain()
    assert said(chain.look_up([ONE])) == [Provenance.PUBMED]
    assert "cannot be used" in chain.remarks[0]
    assert chain.save_records(tmp_path / "articles", [Pmid("11111111")]) == ("11111111",)
    assert not chain.failed


def settings_at(address: str, directory: Path) -> Settings:
    return Settings(email=None, api_key=None, eutils_url=address, idconv_url=None, cache_dir=directory, timeout=2)


def test_the_chain_of_a_run_reaches_pubmed(ncbi: StandIn, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    settings = settings_at(ncbi.eutils_url, tmp_path)
    chain = build_sources(settings, progress=lambda done, total: told.append((done, total)))
    assert said(chain.look_up([ONE])) == [Provenance.PUBMED]
    assert told[-1] == (1, 1)


def test_without_network_the_run_turns_to_the_folder_at_once(tmp_path: Path) -> None:
    for address in ("http://127.0.0.1:9/entrez/eutils", "https://eutils.invalid/entrez/eutils"):
        chain = build_sources(settings_at(address, tmp_path), folder=SHELF)
        assert said(chain.look_up([ONE, TWO])) == [Provenance.DIGEST, Status.UNAVAILABLE]
        assert "used the 1 recorded article at hand; 1 source has no record" in chain.remarks[0]
        assert chain.failed


def test_offline_opens_no_socket_and_imports_no_biopython(tmp_path: Path) -> None:
    code = (
        "import socket, sys\n"
        "def refuse(*_): raise AssertionError('a socket was opened')\n"
        "socket.socket = socket.create_connection = socket.getaddrinfo = refuse\n"
        "from pathlib import Path\n"
        "from magcite.identifiers import parse_identifier\n"
        "from magcite.settings import read_settings\n"
        "from magcite.sources.chain import build_sources\n"
        "settings = read_settings({'MAGCITE_CACHE_DIR': sys.argv[1]}, Path('/'))\n"
        "chain = build_sources(settings, offline=True)\n"
        "answers = chain.look_up([parse_identifier('11111111'), parse_identifier('PMC5')])\n"
        "assert {answer.status.value for answer in answers.values()} == {'unavailable'}, answers\n"
        "assert 'Bio' not in sys.modules and 'stamina' not in sys.modules\n"
    )
    source = str(Path(__file__).parents[2] / "src")
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "cache")], env={"PYTHONPATH": source}, check=True)
    assert not (tmp_path / "cache").exists()
