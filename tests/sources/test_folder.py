"""The folder of recorded articles: found by name or by id, and loud about files that cannot be read."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.errors import RecordedArticleError
from magcite.identifiers import parse_identifier
from magcite.model import (
    AbstractSection,
    Article,
    Identifier,
    IdKind,
    MeshTerm,
    MissingArticle,
    Notice,
    NoticeKind,
    Pmid,
    Provenance,
    Status,
)
from magcite.sources.folder import RecordedFolder
from magcite.sources.interface import Answer, ArticleSource

DIGEST = """\
# An own-words digest.
pmid: '31415926'
pmcid: PMC2718281
nbk: null
doi: 10.5555/Pears.2019
url: https://journal.example.org/pears.pdf
title: Pears and sleep in Dutch adults
authors: [Appel A, Peer B]
journal: J Fruit
year: 2019
language: eng
publication_types: [Journal Article, Randomized Controlled Trial]
mesh: [Pyrus, Sleep]
retracted: null
colour: green
digest:
  - label: METHODS
    text: >-
      Sixty adults ate a pear
      or nothing.
  - label: null
    text: Sleep did not change.
"""

XML = """<?xml version="1.0"?>
<!-- retrieved 2026-03-04 -->
<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">{pmid}</PMID>
<Article><ArticleTitle>Plums and mood</ArticleTitle><Abstract><AbstractText>Mood rose.</AbstractText></Abstract>
</Article></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="doi">10.5555/plum</ArticleId></ArticleIdList>
<ReferenceList><Reference><ArticleIdList><ArticleId IdType="pubmed">777</ArticleId></ArticleIdList></Reference>
</ReferenceList></PubmedData></PubmedArticle></PubmedArticleSet>
"""


def ask(folder: Path, written: str) -> Answer:
    identifier = parse_identifier(written)
    assert identifier is not None
    return RecordedFolder(folder).look_up([identifier])[identifier]


def find(folder: Path, written: str) -> Article:
    answer = ask(folder, written)
    assert isinstance(answer, Article)
    return answer


def complaint(folder: Path, written: str = "31415926") -> str:
    with pytest.raises(RecordedArticleError) as caught:
        ask(folder, written)
    return str(caught.value)


@pytest.fixture
def pears(tmp_path: Path) -> Path:
    (tmp_path / "31415926.yaml").write_text(DIGEST, encoding="utf-8")
    return tmp_path


def test_a_digest_is_read_with_all_its_facts(pears: Path) -> None:
    article = find(pears, "31415926")
    assert article.provenance is Provenance.DIGEST
    assert article.ids.pmid == "31415926"
    assert article.ids.pmcid == "PMC2718281"
    assert article.ids.nbk is None
    assert article.title == "Pears and sleep in Dutch adults"
    assert article.authors == ("Appel A", "Peer B")
    assert (article.journal, article.year, article.languages) == ("J Fruit", 2019, ("eng",))
    assert article.publication_types == (
        MeshTerm(name="Journal Article"),
        MeshTerm(name="Randomized Controlled Trial"),
    )
    assert article.mesh == (MeshTerm(name="Pyrus"), MeshTerm(name="Sleep"))
    assert article.abstract == (
        AbstractSection(text="Sixty adults ate a pear or nothing.", label="METHODS"),
        AbstractSection(text="Sleep did not change."),
    )
    assert article.notices == ()
    assert article.retrieved is None
    assert not article.is_book


@pytest.mark.parametrize(
    "written", ["PMC2718281", "doi:10.5555/PEARS.2019", "https://journal.example.org/pears.pdf", "pmid: 31415926"]
)
def test_an_article_is_found_by_each_of_its_ids(pears: Path, written: str) -> None:
    assert find(pears, written).ids.pmid == "31415926"


def test_every_identifier_asked_is_answered_and_no_other(pears: Path) -> None:
    asked = [Identifier(kind=IdKind.PMID, value=value) for value in ("31415926", "1", "2")]
    source: ArticleSource = RecordedFolder(pears)
    answers = source.look_up(asked)
    assert list(answers) == asked
    assert [isinstance(answer, Article) for answer in answers.values()] == [True, False, False]


def test_what_is_not_recorded_is_unavailable_and_says_how_to_get_it(pears: Path) -> None:
    answer = ask(pears, "27182818")
    assert isinstance(answer, MissingArticle)
    assert answer.status is Status.UNAVAILABLE
    assert "27182818 is not recorded" in answer.reason
    assert "magcite fetch" in answer.reason


def test_another_address_of_the_same_site_is_not_the_article(pears: Path) -> None:
    assert isinstance(ask(pears, "https://journal.example.org/pears"), MissingArticle)


def test_a_digest_without_pmid_is_found_by_its_pmc_id_and_stays_without(tmp_path: Path) -> None:
    text = DIGEST.replace("pmid: '31415926'", "pmid: null")
    (tmp_path / "PMC2718281.yml").write_text(text, encoding="utf-8")
    assert find(tmp_path, "PMC2718281").ids.pmid is None


def test_a_digest_named_by_doi_is_found_by_doi(tmp_path: Path) -> None:
    (tmp_path / "doi-10.5555-pears.2019.yaml").write_text(DIGEST, encoding="utf-8")
    assert find(tmp_path, "10.5555/pears.2019").ids.doi == "10.5555/pears.2019"


def test_a_pmid_is_found_in_a_file_of_another_name(tmp_path: Path) -> None:
    (tmp_path / "PMC2718281.yaml").write_text(DIGEST, encoding="utf-8")
    assert find(tmp_path, "31415926").title == "Pears and sleep in Dutch adults"


def test_an_empty_digest_records_nothing(tmp_path: Path) -> None:
    (tmp_path / "31415926.yaml").write_text("pmid: '31415926'\ntitle: null\ndigest: []\n", encoding="utf-8")
    assert isinstance(ask(tmp_path, "31415926"), MissingArticle)
    assert RecordedFolder(tmp_path).pmids() == ()


def test_an_empty_digest_does_not_hide_another_file_with_the_same_id(pears: Path) -> None:
    (pears / "PMC2718281.yaml").write_text("pmcid: PMC2718281\ndigest: []\n", encoding="utf-8")
    assert find(pears, "PMC2718281").ids.pmid == "31415926"


def test_xml_is_read_as_recorded_with_its_day(tmp_path: Path) -> None:
    (tmp_path / "27182818.xml").write_text(XML.format(pmid="27182818"), encoding="utf-8")
    article = find(tmp_path, "27182818")
    assert article.provenance is Provenance.RECORDED
    assert article.title == "Plums and mood"
    assert article.retrieved == date(2026, 3, 4)
    assert find(tmp_path, "doi:10.5555/plum") == article


def test_a_cited_reference_inside_a_record_is_not_the_record(tmp_path: Path) -> None:
    (tmp_path / "27182818.xml").write_text(XML.format(pmid="27182818"), encoding="utf-8")
    assert isinstance(ask(tmp_path, "777"), MissingArticle)


def test_pubmeds_own_record_comes_before_a_digest(pears: Path) -> None:
    (pears / "31415926.xml").write_text(XML.format(pmid="31415926"), encoding="utf-8")
    assert find(pears, "31415926").provenance is Provenance.RECORDED


def test_the_recorded_pmids_come_in_order_of_number(pears: Path) -> None:
    (pears / "9.xml").write_text(XML.format(pmid="9"), encoding="utf-8")
    (pears / "PMC1.yaml").write_text("pmcid: PMC1\ndigest: [{text: Rest helps.}]\n", encoding="utf-8")
    (pears / "README.md").write_text("Not an article.", encoding="utf-8")
    assert RecordedFolder(pears).pmids() == (Pmid("9"), Pmid("31415926"))


def test_retracted_in_a_digest_becomes_a_notice(tmp_path: Path) -> None:
    (tmp_path / "31415926.yaml").write_text(DIGEST.replace("retracted: null", "retracted: true"), encoding="utf-8")
    assert find(tmp_path, "31415926").notices == (Notice(kind=NoticeKind.RETRACTED),)


def test_notices_of_a_digest_are_kept_and_retraction_is_not_told_twice(tmp_path: Path) -> None:
    notices = (
        "retracted: true\nnotices:\n  - {kind: retracted, reference: J Fruit 2021, pmid: 123}\n  - {kind: erratum}"
    )
    (tmp_path / "31415926.yaml").write_text(DIGEST.replace("retracted: null", notices), encoding="utf-8")
    assert find(tmp_path, "31415926").notices == (
        Notice(kind=NoticeKind.RETRACTED, reference="J Fruit 2021", pmid=Pmid("123")),
        Notice(kind=NoticeKind.ERRATUM),
    )


def test_a_book_chapter_takes_its_book_for_a_journal(tmp_path: Path) -> None:
    text = DIGEST.replace("journal: J Fruit", "journal: null\nbook: All about Fruit")
    (tmp_path / "31415926.yaml").write_text(text, encoding="utf-8")
    article = find(tmp_path, "31415926")
    assert article.is_book
    assert article.journal == "All about Fruit"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("pmid: '31415926'\ntitle: [unclosed\ndigest: []\n", 3, "not YAML"),
        ("- just\n- a list\n", 1, "mapping"),
        ("", 1, "mapping"),
        ("pmid: '31415926'\n", 1, '"digest" is missing'),
        ("pmid: '31415926'\ndigest: Sleep did not change.\n", 2, '"label" and "text"'),
        ("pmid: '31415926'\ndigest:\n  - label: RESULTS\n", 3, 'no "text"'),
        ("pmid: '31415926'\ndigest:\n  - text: [a]\n", 3, '"text" should be one value'),
        (DIGEST.replace("year: 2019", "year: last"), 10, '"last" is no year'),
        (DIGEST.replace("pmid: '31415926'", "pmid: '0123'"), 2, '"0123" under "pmid"'),
        (DIGEST.replace("retracted: null", "notices: [{kind: gone}]"), 14, '"gone" is no kind of notice'),
        ("pmid: '31415926'\ntitle: \x01\n", 2, "not YAML"),
    ],
)
def test_a_malformed_digest_is_named_with_its_line_and_a_remedy(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    path = tmp_path / "31415926.yaml"
    path.write_text(text, encoding="utf-8")
    message = complaint(tmp_path)
    assert message.startswith(f"{path}:{line}:")
    assert words in message
    assert "correct the file or remove it" in message


def test_a_file_nested_without_end_is_refused(tmp_path: Path) -> None:
    (tmp_path / "31415926.yaml").write_text("[" * 3000, encoding="utf-8")
    assert "this is not YAML" in complaint(tmp_path)


def test_a_digest_that_is_not_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "31415926.yaml"
    path.write_bytes("pmid: '31415926'\ntitle: Café\n".encode("cp1252"))
    assert complaint(tmp_path) == f"{path}:2: the text is not UTF-8; save the file as UTF-8"


def test_malformed_xml_is_named_with_a_remedy(tmp_path: Path) -> None:
    path = tmp_path / "31415926.xml"
    path.write_text("<PubmedArticleSet>\n<PubmedArticle>", encoding="utf-8")
    message = complaint(tmp_path)
    assert message.startswith(f"{path}:2: this is not PubMed's XML")
    assert "magcite fetch" in message


def test_an_impossible_day_in_xml_is_named(tmp_path: Path) -> None:
    (tmp_path / "31415926.xml").write_text(XML.format(pmid="31415926").replace("03-04", "13-04"), encoding="utf-8")
    assert "day of retrieval" in complaint(tmp_path)


def test_a_file_named_for_another_article_is_refused(tmp_path: Path) -> None:
    (tmp_path / "1.yaml").write_text(DIGEST, encoding="utf-8")
    assert "named 1 but holds 31415926" in complaint(tmp_path, "1")


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    assert "no such folder" in complaint(tmp_path / "nowhere")


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / "31415926.yaml").mkdir()
    assert "cannot be read" in complaint(tmp_path)


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=80), st.sampled_from(["yaml", "xml"]))
def test_whatever_a_file_holds_it_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, ending: str
) -> None:
    folder = tmp_path_factory.mktemp("folder")
    (folder / f"5.{ending}").write_bytes(data)
    with suppress(RecordedArticleError):
        assert isinstance(ask(folder, "5"), MissingArticle)
