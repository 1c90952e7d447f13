"""PubMed through the real Bio.Entrez, against a loopback stand-in with every fault that NCBI has."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from threading import Thread

import pytest

from magcite.model import Article, Identifier, IdKind, MissingArticle, Pmid, Provenance, Status
from magcite.settings import Settings
from magcite.sources.interface import Answer
from magcite.sources.patience import Patience
from magcite.sources.pubmed import TOO_MANY_TO_MISS, Line, PubMed
from magcite.sources.transport import probe
from tests.entrez_stand_in import (
    Fault,
    InventedRecord,
    StandIn,
    article_set,
    cut,
    drip,
    drop,
    hang,
    refuse,
    reset,
    say,
)

KEY = "1234567890abcdef0000"
TODAY = date(2026, 11, 22)
ONE = InventedRecord("11111111", doi="10.5555/one", pmcid="PMC1111")
TWO = InventedRecord("22222222", doi="10.5555/two")
BOOK = InventedRecord("33333333", nbk="NBK333")


@pytest.fixture
def ncbi() -> Iterator[StandIn]:
    with StandIn(ONE, TWO, BOOK) as stand_in:
        yield stand_in


def settings_for(ncbi: StandIn, *, converter: bool = False, key: str | None = KEY) -> Settings:
    return Settings(
        email="editor@example.org",
        api_key=key,
        eutils_url=ncbi.eutils_url,
        idconv_url=ncbi.idconv_url if converter else None,
        cache_dir=Path("unused"),
        timeout=0.3,
    )


def line(timeout: float = 2.0) -> Line:
    return Line(patience=Patience(timeout=timeout, scale=0.02), today=lambda: TODAY)


def pubmed_at(ncbi: StandIn, *, timeout: float = 2.0, converter: bool = False) -> PubMed:
    return PubMed(settings_for(ncbi, converter=converter), line(timeout))


def pmid(value: str) -> Identifier:
    return Identifier(kind=IdKind.PMID, value=value)


def doi(value: str) -> Identifier:
    return Identifier(kind=IdKind.DOI, value=value)


def pmcid(value: str) -> Identifier:
    return Identifier(kind=IdKind.PMCID, value=value)


def status(answer: Answer) -> Status | None:
    return answer.status if isinstance(answer, MissingArticle) else None


def found(answer: Answer) -> str | None:
    return answer.ids.pmid if isinstance(answer, Article) else None


def test_articles_and_book_chapters_come_in_one_call_whatever_their_order(ncbi: StandIn) -> None:
    asked = [pmid("11111111"), pmid("33333333"), pmid("22222222")]
    answers = pubmed_at(ncbi).look_up(asked)
    assert list(answers) == asked
    assert [found(answers[one]) for one in asked] == ["11111111", "33333333", "22222222"]
    assert ncbi.paths() == ["efetch.fcgi"]


def test_an_article_says_that_it_was_fetched_today(ncbi: StandIn) -> None:
    answer = pubmed_at(ncbi).look_up([pmid("11111111")])[pmid("11111111")]
    assert isinstance(answer, Article)
    assert (answer.provenance, answer.retrieved) == (Provenance.PUBMED, TODAY)


def test_tool_email_and_key_go_with_every_call_and_xml_is_asked_for(ncbi: StandIn) -> None:
    pubmed_at(ncbi).look_up([pmid("11111111"), doi("10.5555/two")])
    for asked in ncbi.asked:
        assert asked.parameters["tool"] == "magcite"
        assert asked.parameters["email"] == "editor@example.org"
        assert asked.parameters["api_key"] == KEY
        assert asked.parameters["retmode"] == "xml"


def test_without_email_nothing_is_sent_or_warned(ncbi: StandIn, recwarn: pytest.WarningsRecorder) -> None:
    anonymous = Settings(
        email=None, api_key=None, eutils_url=ncbi.eutils_url, idconv_url=None, cache_dir=Path(), timeout=1
    )
    PubMed(anonymous, line()).look_up([pmid("11111111")])
    assert "email" not in ncbi.asked[0].parameters
    assert "api_key" not in ncbi.asked[0].parameters
    assert not recwarn.list


def test_an_id_asked_twice_is_sent_once(ncbi: StandIn) -> None:
    pubmed_at(ncbi).look_up([pmid("11111111"), pmid("11111111"), doi("10.5555/one")])
    assert ncbi.asked[-1].parameters["id"] == "11111111"


def test_ids_missing_from_the_answer_are_not_found(ncbi: StandIn) -> None:
    answers = pubmed_at(ncbi).look_up([pmid("11111111"), pmid("99999999"), pmid("98765432")])
    assert found(answers[pmid("11111111")]) == "11111111"
    assert status(answers[pmid("99999999")]) is Status.NOT_FOUND
    assert status(answers[pmid("98765432")]) is Status.NOT_FOUND
    assert len(ncbi.asked) == 1


def test_an_empty_set_is_an_answer(ncbi: StandIn) -> None:
    source = pubmed_at(ncbi)
    assert status(source.look_up([pmid("99999999")])[pmid("99999999")]) is Status.NOT_FOUND
    assert source.failure is None
    assert len(ncbi.asked) == 1


def test_an_answer_without_a_single_one_of_many_records_is_a_fault(ncbi: StandIn) -> None:
    asked = [pmid(str(99_999_990 + number)) for number in range(TOO_MANY_TO_MISS)]
    source = pubmed_at(ncbi)
    assert {status(answer) for answer in source.look_up(asked).values()} == {Status.UNAVAILABLE}
    assert "none of 5 records" in str(source.failure)


def test_an_answer_that_lacks_far_more_records_than_usual_is_doubted_and_kept_so_that_the_next_run_asks_nothing(
    ncbi: StandIn,
) -> None:
    asked = [pmid("11111111"), *(pmid(str(99_999_990 + number)) for number in range(TOO_MANY_TO_MISS))]
    keeper = Kept()
    source = PubMed(settings_for(ncbi), line(), keeper=keeper)
    answers = source.look_up(asked)
    assert found(answers[pmid("11111111")]) == "11111111"
    assert status(answers[pmid("99999990")]) is Status.NOT_FOUND
    assert "no record for 5 of the 6 PMIDs" in str(source.doubt)
    assert len(keeper.missing) == TOO_MANY_TO_MISS
    assert len(keeper.records) == 1


@pytest.mark.parametrize("code", [200, 400])
def test_a_list_without_any_usable_id_means_that_none_is_found(ncbi: StandIn, code: int) -> None:
    error = "<eFetchResult><ERROR>ID list is empty! Possibly it has no correct IDs.</ERROR></eFetchResult>"
    ncbi.always = refuse(code, error) if code == 400 else say(error.encode())
    source = pubmed_at(ncbi)
    assert status(source.look_up([pmid("99999999")])[pmid("99999999")]) is Status.NOT_FOUND
    assert source.failure is None


PASSING_FAULTS: dict[str, Fault] = {
    "429": refuse(429, '{"error":"API rate limit exceeded","api-key":"x"}'),
    "429 with Retry-After": refuse(429, "", Retry_After="1"),
    "429 with a date": refuse(429, "", Retry_After="Sun, 22 Nov 2026 12:00:00 GMT"),
    "500": refuse(500, "<html><body>Internal error</body></html>"),
    "502": refuse(502),
    "503": refuse(503),
    "a back-end outage dressed as 400": refuse(400, "proxy_stream(): Failed to connect to PubOne service"),
    "dropped": drop,
    "reset": reset,
    "cut with a length": cut(announced=True),
    "cut without a length": cut(announced=False),
    "empty": say(b""),
    "HTML": say(b"<!DOCTYPE html><html><body>Sorry</body></html>", "text/html"),
    "plain text": say(b"Service unavailable", "text/plain"),
    "JSON": say(b'{"error": "busy"}', "application/json"),
    "malformed XML": say(b"<PubmedArticleSet><PubmedArticle></PubmedArticleSet>"),
    "a prolog without root": say(b'<?xml version="1.0"?>'),
    "other XML": say(b"<nonsense/>"),
    "an ERROR of the back end": say(b"<eFetchResult><ERROR>C++ Exception: CException</ERROR></eFetchResult>"),
}


@pytest.mark.parametrize("fault", PASSING_FAULTS.values(), ids=PASSING_FAULTS.keys())
def test_a_passing_fault_is_survived_without_loss(ncbi: StandIn, fault: Fault) -> None:
    ncbi.faults = [fault]
    source = pubmed_at(ncbi)
    answers = source.look_up([pmid("11111111"), pmid("22222222")])
    assert [found(answer) for answer in answers.values()] == ["11111111", "22222222"]
    assert len(ncbi.asked) == 2
    assert source.failure is None


def test_three_failures_in_a_row_are_survived(ncbi: StandIn) -> None:
    ncbi.faults = [refuse(429, "", Retry_After="1"), refuse(429, "", Retry_After="1"), drop]
    assert found(pubmed_at(ncbi).look_up([pmid("11111111")])[pmid("11111111")]) == "11111111"


@pytest.mark.parametrize("kind", ["429", "500", "dropped", "cut without a length", "HTML", "an ERROR of the back end"])
def test_a_fault_that_does_not_pass_ends_in_a_few_requests_with_a_reason(ncbi: StandIn, kind: str) -> None:
    ncbi.always = PASSING_FAULTS[kind]
    source = pubmed_at(ncbi)
    answers = source.look_up([pmid("11111111")])
    assert status(answers[pmid("11111111")]) is Status.UNAVAILABLE
    assert source.failure
    assert 2 <= len(ncbi.asked) <= 4


@pytest.mark.parametrize("fault", [hang, drip], ids=["hangs", "drips"])
def test_a_server_that_hangs_or_drips_is_given_up(ncbi: StandIn, fault: Fault) -> None:
    ncbi.always = fault
    source = pubmed_at(ncbi, timeout=0.15)
    assert status(source.look_up([pmid("11111111")])[pmid("11111111")]) is Status.UNAVAILABLE
    assert "in time" in str(source.failure)
    assert len(ncbi.asked) <= 4


@pytest.mark.parametrize("fault", [hang, drip], ids=["hung", "dripped"])
def test_a_server_that_hung_once_is_asked_again(ncbi: StandIn, fault: Fault) -> None:
    ncbi.faults = [fault]
    answers = pubmed_at(ncbi, timeout=0.3).look_up([pmid("11111111")])
    assert found(answers[pmid("11111111")]) == "11111111"


@pytest.mark.parametrize(("code", "body"), [(403, "blocked"), (404, ""), (400, '{"error":"API key invalid"}')])
def test_a_refusal_for_good_is_not_repeated(ncbi: StandIn, code: int, body: str) -> None:
    ncbi.always = refuse(code, body)
    source = pubmed_at(ncbi)
    assert status(source.look_up([pmid("11111111")])[pmid("11111111")]) is Status.UNAVAILABLE
    assert len(ncbi.asked) == 1
    assert str(code) in str(source.failure)


def test_a_key_that_a_server_repeats_is_masked(ncbi: StandIn) -> None:
    ncbi.always = refuse(400, f'{{"error":"API key invalid","api-key":"{KEY}"}} see api_key={KEY}&x ({KEY})')
    source = pubmed_at(ncbi)
    answer = source.look_up([pmid("11111111")])[pmid("11111111")]
    assert isinstance(answer, MissingArticle)
    assert KEY not in answer.reason
    assert KEY not in str(source.failure)


def test_every_second_answer_may_fail(ncbi: StandIn) -> None:
    many = [InventedRecord(str(10_000_000 + number)) for number in range(450)]
    ncbi.records = {record.pmid: record for record in many}
    ncbi.faults = [refuse(502), None] * 3
    answers = pubmed_at(ncbi).look_up([pmid(record.pmid) for record in many])
    assert all(isinstance(answer, Article) for answer in answers.values())
    assert len(ncbi.asked) == 6
    assert [asked.method for asked in ncbi.asked] == ["POST"] * 4 + ["GET"] * 2


def test_what_was_fetched_before_a_failure_is_not_lost(ncbi: StandIn) -> None:
    many = [InventedRecord(str(10_000_000 + number)) for number in range(650)]
    ncbi.records = {record.pmid: record for record in many}
    ncbi.faults = [None]
    ncbi.always = refuse(500)
    keeper = Kept()
    source = PubMed(settings_for(ncbi), line(), keeper=keeper)
    answers = list(source.look_up([pmid(record.pmid) for record in many]).values())
    assert all(isinstance(answer, Article) for answer in answers[:200])
    assert {status(answer) for answer in answers[200:]} == {Status.UNAVAILABLE}
    assert len(keeper.records) == 200
    assert not keeper.missing
    assert len(ncbi.asked) <= 5, "later batches must not be tried from scratch"


def test_a_search_that_fails_costs_no_record_that_can_be_fetched(ncbi: StandIn) -> None:
    ncbi.faults = [refuse(500)] * 4
    source = pubmed_at(ncbi)
    answers = source.look_up([doi("10.5555/one"), pmid("11111111"), doi("10.5555/two")])
    assert found(answers[pmid("11111111")]) == "11111111"
    assert status(answers[doi("10.5555/two")]) is Status.UNAVAILABLE
    assert source.failure
    assert len(ncbi.asked) == 5


def test_where_nobody_answers_a_search_no_fetch_is_tried(ncbi: StandIn) -> None:
    ncbi.always = hang
    source = pubmed_at(ncbi, timeout=0.15)
    assert status(source.look_up([doi("10.5555/one"), pmid("11111111")])[pmid("11111111")]) is Status.UNAVAILABLE
    assert not [asked for asked in ncbi.asked if "efetch" in asked.path]


def test_after_a_failure_nothing_more_is_asked(ncbi: StandIn) -> None:
    ncbi.always = refuse(500)
    source = pubmed_at(ncbi)
    source.look_up([doi("10.5555/one"), pmid("11111111"), doi("10.5555/two")])
    before = len(ncbi.asked)
    assert before <= 8
    source.look_up([pmid("22222222"), pmcid("PMC1111")])
    assert len(ncbi.asked) == before


def test_a_dtd_of_the_future_is_never_fetched(ncbi: StandIn) -> None:
    ncbi.always = say(article_set(ONE.as_xml(), year=2039))
    assert found(pubmed_at(ncbi).look_up([pmid("11111111")])[pmid("11111111")]) == "11111111"
    assert ncbi.paths() == ["efetch.fcgi"]


def test_a_web_page_is_not_in_pubmed_and_costs_no_request(ncbi: StandIn) -> None:
    page = Identifier(kind=IdKind.URL, value="https://www.example.org/page")
    assert status(pubmed_at(ncbi).look_up([page])[page]) is Status.NOT_IN_PUBMED
    assert not ncbi.asked


class TestOtherIdentifiers:
    def test_lead_to_their_records_with_the_converter_and_one_fetch(self, ncbi: StandIn) -> None:
        asked = [pmid("22222222"), pmcid("PMC1111"), doi("10.5555/one"), Identifier(kind=IdKind.NBK, value="NBK333")]
        answers = pubmed_at(ncbi, converter=True).look_up(asked)
        assert [found(answers[one]) for one in asked] == ["22222222", "11111111", "11111111", "33333333"]
        assert ncbi.paths() == ["idconv", "idconv", "esearch.fcgi", "efetch.fcgi"]

    def test_are_searched_for_where_only_pubmed_has_another_address(self, ncbi: StandIn) -> None:
        answers = pubmed_at(ncbi).look_up([pmcid("PMC1111"), doi("10.5555/two")])
        assert [found(answer) for answer in answers.values()] == ["11111111", "22222222"]
        terms = [asked.parameters.get("term") for asked in ncbi.asked[:-1]]
        assert terms == ['"10.5555/two"[doi]', "PMC1111[pmcid]"]

    def test_a_bookshelf_id_is_searched_for_as_a_word_where_its_field_has_no_hit(self, ncbi: StandIn) -> None:
        chapter = Identifier(kind=IdKind.NBK, value="NBK333")
        ncbi.hits = {"NBK333[aid]": ()}
        assert found(pubmed_at(ncbi).look_up([chapter])[chapter]) == "33333333"
        assert ncbi.paths() == ["esearch.fcgi", "esearch.fcgi", "efetch.fcgi"]

    def test_a_doi_that_the_converter_does_not_know_is_searched_for(self, ncbi: StandIn) -> None:
        answers = pubmed_at(ncbi, converter=True).look_up([doi("10.5555/two")])
        assert found(answers[doi("10.5555/two")]) == "22222222"
        assert ncbi.paths() == ["idconv", "esearch.fcgi", "efetch.fcgi"]

    def test_digits_of_a_pmc_id_are_never_fetched_as_a_pmid(self, ncbi: StandIn) -> None:
        ncbi.records["4759402"] = InventedRecord("4759402")
        for converter in (True, False):
            answers = pubmed_at(ncbi, converter=converter).look_up([pmcid("PMC4759402")])
            assert status(answers[pmcid("PMC4759402")]) is Status.UNRESOLVED
        assert "efetch.fcgi" not in ncbi.paths()

    def test_a_search_hit_that_does_not_repeat_the_id_is_refused(self, ncbi: StandIn) -> None:
        unknown = doi("10.5555/unknown")
        ncbi.hits = {'"10.5555/unknown"[doi]': ("22222222",)}
        answer = pubmed_at(ncbi).look_up([unknown])[unknown]
        assert status(answer) is Status.UNRESOLVED
        assert "22222222" in str(answer)

    def test_that_lead_to_a_record_which_is_not_given_say_so(self, ncbi: StandIn) -> None:
        lost = doi("10.5555/lost")
        ncbi.hits = {'"10.5555/lost"[doi]': ("98765432",)}
        answer = pubmed_at(ncbi).look_up([lost])[lost]
        assert status(answer) is Status.UNRESOLVED
        assert "leads to PMID 98765432, of which PubMed gave no record" in str(answer)

    def test_ids_in_the_reference_list_are_not_the_record_s_own(self, ncbi: StandIn) -> None:
        unknown = doi("10.5555/cited")
        ncbi.hits = {'"10.5555/cited"[doi]': ("22222222",)}
        references = (
            "<ReferenceList><Reference><ArticleIdList><ArticleId IdType='doi'>10.5555/cited</ArticleId>"
            "</ArticleIdList></Reference></ReferenceList></PubmedData>"
        )
        ncbi.faults = [None, say(article_set(TWO.as_xml().replace("</PubmedData>", references)))]
        assert status(pubmed_at(ncbi).look_up([unknown])[unknown]) is Status.UNRESOLVED

    def test_a_search_that_meets_words_is_no_answer(self, ncbi: StandIn) -> None:
        unknown = doi("10.5555/words")
        ncbi.hits = {'"10.5555/words"[doi]': tuple(str(number) for number in range(1, 8))}
        assert status(pubmed_at(ncbi).look_up([unknown])[unknown]) is Status.UNRESOLVED
        assert ncbi.paths() == ["esearch.fcgi"]

    def test_two_records_with_one_doi_are_not_guessed_between(self, ncbi: StandIn) -> None:
        ncbi.records["44444444"] = InventedRecord("44444444", doi="10.5555/two")
        answer = pubmed_at(ncbi).look_up([doi("10.5555/two")])[doi("10.5555/two")]
        assert status(answer) is Status.UNRESOLVED
        assert "44444444" in str(answer)

    def test_a_converter_that_fails_is_replaced_by_searches(self, ncbi: StandIn) -> None:
        ncbi.faults = [refuse(404)]
        source = pubmed_at(ncbi, converter=True)
        assert found(source.look_up([pmcid("PMC1111")])[pmcid("PMC1111")]) == "11111111"
        assert source.failure is None

    @pytest.mark.parametrize("body", [b"[]", b"{}", b'{"records": 5}', b'{"records": [5]}', b"<html>", b""])
    def test_a_converter_that_talks_nonsense_is_replaced_by_searches(self, ncbi: StandIn, body: bytes) -> None:
        ncbi.faults = [say(body), say(body)]
        answers = pubmed_at(ncbi, converter=True).look_up([pmcid("PMC1111")])
        assert found(answers[pmcid("PMC1111")]) == "11111111"

    def test_a_converter_that_names_another_record_is_refused(self, ncbi: StandIn) -> None:
        ncbi.faults = [say(b'{"records": [{"requested-id": "PMC9999", "pmid": 11111111}]}', "application/json")]
        answers = pubmed_at(ncbi, converter=True).look_up([pmcid("PMC9999")])
        assert status(answers[pmcid("PMC9999")]) is Status.UNRESOLVED

    def test_an_article_of_pubmed_central_without_pmid_is_said_to_be_that(self, ncbi: StandIn) -> None:
        ncbi.faults = [say(b'{"records": [{"requested-id": "PMC9999", "pmcid": "PMC9999"}]}', "application/json")]
        answer = pubmed_at(ncbi, converter=True).look_up([pmcid("PMC9999")])[pmcid("PMC9999")]
        assert isinstance(answer, MissingArticle)
        assert "not in PubMed" in answer.reason

    def test_a_doi_with_a_comma_is_searched_for(self, ncbi: StandIn) -> None:
        ncbi.records["55555555"] = InventedRecord("55555555", doi="10.5555/a,b")
        answers = pubmed_at(ncbi, converter=True).look_up([doi("10.5555/a,b")])
        assert found(answers[doi("10.5555/a,b")]) == "55555555"


def test_bio_entrez_is_left_as_it_was(ncbi: StandIn) -> None:
    from Bio import Entrez

    before = Entrez.urlopen, Entrez.max_tries, Entrez.email, Entrez.tool, Entrez.api_key
    pubmed_at(ncbi).look_up([pmid("11111111")])
    ncbi.always = refuse(404)
    pubmed_at(ncbi).look_up([pmid("11111111")])
    assert (Entrez.urlopen, Entrez.max_tries, Entrez.email, Entrez.tool, Entrez.api_key) == before


def test_threads_keep_the_pace_between_them(ncbi: StandIn) -> None:
    sources = [pubmed_at(ncbi) for _ in range(3)]
    threads = [Thread(target=source.look_up, args=([pmid("11111111")],)) for source in sources]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    at = sorted(asked.at for asked in ncbi.asked)
    assert all(later - earlier >= 0.09 for earlier, later in pairwise(at))


def test_importing_the_sources_does_not_import_biopython() -> None:
    code = "import sys, magcite.sources.chain, magcite.sources.pubmed; sys.exit('Bio' in sys.modules)"
    source = str(Path(__file__).parents[2] / "src")
    done = subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": source}, check=False)
    assert done.returncode == 0


def test_an_address_where_nobody_listens_fails_the_probe(ncbi: StandIn) -> None:
    assert probe(ncbi.eutils_url, 2) is None
    assert "refused" in str(probe("http://127.0.0.1:9/entrez/eutils", 2))
    assert "could not be resolved" in str(probe("https://nowhere.invalid/entrez/eutils", 2))


def test_a_failed_probe_spares_all_requests(ncbi: StandIn) -> None:
    down = Line(patience=Patience(timeout=1), probe=lambda: "the network is down")
    source = PubMed(settings_for(ncbi), down)
    answers = source.look_up([pmid("11111111"), doi("10.5555/one")])
    assert {status(answer) for answer in answers.values()} == {Status.UNAVAILABLE}
    assert source.failure == "the network is down"
    assert not ncbi.asked


def test_progress_is_told_per_batch(ncbi: StandIn) -> None:
    told: list[tuple[int, int]] = []
    ncbi.records = {str(number): InventedRecord(str(number)) for number in range(1, 251)}
    source = PubMed(settings_for(ncbi), line(), progress=lambda done, total: told.append((done, total)))
    source.look_up([pmid(str(number)) for number in range(1, 251)])
    assert told == [(0, 250), (200, 250), (250, 250)]


@dataclass
class Kept:
    """A keeper that remembers what it was given."""

    records: dict[Pmid, bytes] = field(default_factory=dict)
    aliases: dict[Identifier, Pmid] = field(default_factory=dict)
    missing: list[MissingArticle] = field(default_factory=list)

    def keep_records(self, records: Mapping[Pmid, bytes]) -> None:
        self.records.update(records)

    def keep_alias(self, identifier: Identifier, pmid: Pmid) -> None:
        self.aliases[identifier] = pmid

    def keep_missing(self, missing: MissingArticle) -> None:
        self.missing.append(missing)
