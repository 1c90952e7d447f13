"""The cache keeps PubMed's answers, shares them between processes and heals itself."""

import sqlite3
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from magcite.model import Article, Identifier, IdKind, Pmid, Provenance, Status
from magcite.sources.cache import FILE_NAME, MISSING_KEEPS, RECORDS_KEEP, SCHEMA_VERSION, Cache, CachedArticles
from magcite.sources.identity import identify, not_found, unresolved
from magcite.sources.pubmed_xml import split_records
from tests.entrez_stand_in import InventedRecord, article_set

DAY = date(2026, 11, 22)
ONE = Pmid("11111111")
DOI = Identifier(kind=IdKind.DOI, value="10.5555/one")
PMCID = Identifier(kind=IdKind.PMCID, value="PMC1111")
RECORDS = split_records(
    article_set(
        InventedRecord("11111111", doi="10.5555/One", pmcid="PMC1111").as_xml(), InventedRecord("22222222").as_xml()
    )
)


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "cache"


def cache_at(directory: Path, day: date = DAY) -> Cache:
    return Cache(directory, today=lambda: day)


def look_up(cache: Cache, identifier: Identifier, *, day: date = DAY, any_age: bool = False) -> Article | Status:
    answer = CachedArticles(cache, today=day, any_age=any_age).look_up([identifier])[identifier]
    return answer if isinstance(answer, Article) else answer.status


def fill(directory: Path) -> None:
    cache = cache_at(directory)
    cache.keep_records(RECORDS)
    cache.close()


def test_a_record_is_found_again_by_all_its_ids_with_its_day(directory: Path) -> None:
    fill(directory)
    for identifier in (identify(ONE), DOI, PMCID):
        article = look_up(cache_at(directory), identifier)
        assert isinstance(article, Article)
        assert (article.ids.pmid, article.provenance, article.retrieved) == (ONE, Provenance.CACHE, DAY)


def test_a_record_is_fresh_for_a_month_and_kept_beyond(directory: Path) -> None:
    fill(directory)
    last_day = DAY + RECORDS_KEEP
    cache = cache_at(directory)
    assert isinstance(look_up(cache, identify(ONE), day=last_day), Article)
    assert look_up(cache, identify(ONE), day=last_day + timedelta(days=1)) is Status.UNAVAILABLE
    assert isinstance(look_up(cache, identify(ONE), day=last_day + timedelta(days=900), any_age=True), Article)


def test_that_there_is_no_record_is_kept_for_a_shorter_time(directory: Path) -> None:
    assert MISSING_KEEPS < RECORDS_KEEP
    cache = cache_at(directory)
    cache.keep_missing(not_found(identify(ONE)))
    cache.keep_missing(unresolved(DOI, "unknown"))
    assert look_up(cache, identify(ONE), day=DAY + MISSING_KEEPS) is Status.NOT_FOUND
    assert look_up(cache, DOI, day=DAY + MISSING_KEEPS) is Status.UNRESOLVED
    assert look_up(cache, DOI, day=DAY + MISSING_KEEPS + timedelta(days=1)) is Status.UNAVAILABLE


def test_a_record_that_appears_or_disappears_replaces_what_was_known(directory: Path) -> None:
    cache = cache_at(directory)
    cache.keep_missing(not_found(identify(ONE)))
    cache.keep_missing(unresolved(DOI, "unknown"))
    cache.keep_records(RECORDS)
    assert isinstance(look_up(cache, identify(ONE)), Article)
    assert isinstance(look_up(cache, DOI), Article)
    cache.keep_missing(not_found(identify(ONE)))
    assert look_up(cache, identify(ONE)) is Status.NOT_FOUND
    assert look_up(cache, DOI) is Status.UNAVAILABLE


def test_an_alias_leads_to_a_record_that_does_not_name_it(directory: Path) -> None:
    cache = cache_at(directory)
    cache.keep_records(RECORDS)
    other = Identifier(kind=IdKind.PMCID, value="PMC2222")
    cache.keep_missing(unresolved(other, "unknown"))
    cache.keep_alias(other, Pmid("22222222"))
    article = look_up(cache, other)
    assert isinstance(article, Article)
    assert article.ids.pmid == "22222222"


def test_reading_an_empty_cache_creates_nothing(directory: Path) -> None:
    cache = cache_at(directory)
    assert look_up(cache, identify(ONE)) is Status.UNAVAILABLE
    assert cache.pmids() == ()
    cache.keep_records({})
    assert not directory.exists()
    assert cache.remarks == ()


def test_a_web_page_needs_no_cache(directory: Path) -> None:
    page = Identifier(kind=IdKind.URL, value="https://example.org/")
    assert look_up(cache_at(directory), page) is Status.NOT_IN_PUBMED


def test_pmids_are_listed_by_number(directory: Path) -> None:
    cache = cache_at(directory)
    cache.keep_records({Pmid("22222222"): RECORDS[Pmid("22222222")], Pmid("3"): RECORDS[ONE]})
    assert cache.pmids() == ("3", "22222222")


@pytest.mark.parametrize("damage", [b"this is no database " * 100, b"SQLite format 3\x00" + b"\x01" * 4000])
def test_a_damaged_file_is_set_aside_and_begun_anew(directory: Path, damage: bytes) -> None:
    directory.mkdir(parents=True)
    for number in (1, 2):
        (directory / FILE_NAME).write_bytes(damage)
        cache = cache_at(directory)
        assert look_up(cache, identify(ONE)) is Status.UNAVAILABLE
        cache.keep_records(RECORDS)
        cache.close()
        assert isinstance(look_up(cache_at(directory), identify(ONE)), Article)
        assert (directory / f"{FILE_NAME}.damaged-{number}").read_bytes() == damage
        assert "was damaged" in " ".join(cache.remarks)


def test_a_file_damaged_in_the_middle_is_set_aside_too(directory: Path) -> None:
    fill(directory)
    path = directory / FILE_NAME
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    cache = cache_at(directory)
    cache.keep_records(RECORDS)
    assert isinstance(look_up(cache, identify(ONE)), Article)
    assert len(cache.remarks) == 1


def test_a_file_without_its_tables_is_set_aside(directory: Path) -> None:
    directory.mkdir(parents=True)
    with sqlite3.connect(directory / FILE_NAME) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.close()
    cache = cache_at(directory)
    cache.keep_records(RECORDS)
    assert isinstance(look_up(cache, identify(ONE)), Article)
    assert (directory / f"{FILE_NAME}.damaged-1").exists()


@pytest.mark.parametrize("statement", ["PRAGMA user_version = 99", "CREATE TABLE other (x)"])
def test_a_file_of_another_version_is_set_aside_with_a_remark(directory: Path, statement: str) -> None:
    directory.mkdir(parents=True)
    with sqlite3.connect(directory / FILE_NAME) as connection:
        connection.execute(statement)
    connection.close()
    cache = cache_at(directory)
    cache.keep_records(RECORDS)
    assert isinstance(look_up(cache, identify(ONE)), Article)
    assert "another version" in cache.remarks[0]
    assert (directory / f"{FILE_NAME}.other-version-1").exists()


def test_a_record_that_cannot_be_read_counts_as_none(directory: Path) -> None:
    fill(directory)
    with sqlite3.connect(directory / FILE_NAME) as connection:
        connection.execute("UPDATE record SET xml = ? WHERE pmid = ?", (b"<Pubmed", ONE))
    connection.close()
    assert look_up(cache_at(directory), identify(ONE)) is Status.UNAVAILABLE


def test_without_a_usable_folder_the_run_goes_on_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    cache = cache_at(tmp_path / "file" / "cache")
    cache.keep_records(RECORDS)
    assert isinstance(look_up(cache, identify(ONE)), Article)
    cache.keep_missing(not_found(identify(Pmid("3"))))
    assert len(cache.remarks) == 1
    assert "cannot be used" in cache.remarks[0]


def test_a_file_that_cannot_be_opened_is_given_up(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    cache = cache_at(tmp_path)
    assert look_up(cache, identify(ONE)) is Status.UNAVAILABLE
    cache.keep_records(RECORDS)
    assert isinstance(look_up(cache, identify(ONE)), Article)
    assert len(cache.remarks) == 1


def test_a_locked_file_is_still_read_but_not_waited_for_without_end(directory: Path) -> None:
    fill(directory)
    holder = sqlite3.connect(directory / FILE_NAME, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    assert isinstance(look_up(cache_at(directory), identify(ONE)), Article)
    holder.close()


def test_several_processes_write_one_new_file_at_once(directory: Path) -> None:
    code = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from magcite.sources.cache import Cache\n"
        "cache = Cache(Path(sys.argv[1]), today=lambda: date(2026, 11, 22))\n"
        "for number in range(30):\n"
        "    pmid = sys.argv[2] + str(number)\n"
        "    cache.keep_records({pmid: b'<PubmedArticle><MedlineCitation><PMID>%s</PMID></MedlineCitation>'\n"
        "                        b'</PubmedArticle>' % pmid.encode()})\n"
        "sys.exit(cache.remarks != ())\n"
    )
    source = str(Path(__file__).parents[2] / "src")
    writers = [
        subprocess.Popen([sys.executable, "-c", code, str(directory), first], env={"PYTHONPATH": source})
        for first in ("1", "2", "3")
    ]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    assert len(cache_at(directory).pmids()) == 90
