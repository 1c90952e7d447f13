"""PubMed's XML, read from invented records that hold every oddity real ones have."""

import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.model import AbstractSection, Article, MeshTerm, Notice, NoticeKind, Pmid, Provenance, RegistryNumber
from magcite.sources.pubmed_xml import (
    RefusedByPubmedError,
    UnreadableRecordsError,
    parse_records,
    parse_search,
    split_records,
)

DATA = (Path(__file__).parents[1] / "data" / "pubmed" / "articles.xml").read_bytes()
TODAY = date(2026, 11, 22)


def read(data: bytes | str) -> tuple[Article, ...]:
    encoded = data.encode() if isinstance(data, str) else data
    return parse_records(encoded, provenance=Provenance.RECORDED, retrieved=TODAY)


def read_one(inside: str = "", *, beside: str = "", data: str = "") -> Article:
    article = f"<MedlineCitation><PMID>1</PMID><Article>{inside}</Article>{beside}</MedlineCitation>"
    (only,) = read(f"<PubmedArticleSet><PubmedArticle>{article}{data}</PubmedArticle></PubmedArticleSet>")
    return only


def read_text(inside: str) -> str:
    sections = read_one(f"<Abstract><AbstractText>{inside}</AbstractText></Abstract>").abstract
    return sections[0].text if sections else ""


def notices(reference: str, *types: str) -> list[NoticeKind]:
    listed = "".join(f"<PublicationType UI='{ui}'>Type</PublicationType>" for ui in types)
    corrections = f"<CommentsCorrectionsList>{reference}</CommentsCorrectionsList>"
    article = read_one(f"<PublicationTypeList>{listed}</PublicationTypeList>", beside=corrections)
    return [notice.kind for notice in article.notices]


def test_articles_and_chapters_keep_their_order() -> None:
    assert [article.ids.pmid for article in read(DATA)] == ["90000001", "90000002", "90000003"]
    assert [article.is_book for article in read(DATA)] == [False, True, False]


class TestAnArticle:
    article = read(DATA)[0]

    def test_has_its_own_ids_and_none_of_its_references(self) -> None:
        ids = self.article.ids
        assert (ids.pmid, ids.pmcid, ids.nbk, ids.doi) == ("90000001", "PMC9000001", None, "10.5555/made.up.1")

    def test_has_title_journal_and_year(self) -> None:
        assert self.article.title == "Magnesium and CO2 in made-up sleepers: a randomized trial."
        assert (self.article.journal, self.article.year) == ("Invented J Miner", 2024)

    def test_has_all_parts_of_its_abstract_but_not_the_copyright(self) -> None:
        assert self.article.abstract == (
            AbstractSection(text="Sleep is thought to matter.", label="BACKGROUND", category="BACKGROUND"),
            AbstractSection(
                text="We drew lots for 48 people; counts of 10^3/L or more were kept.",
                label="PATIENTS AND METHODS",
                category="METHODS",
            ),
            AbstractSection(
                text="No change was seen (P < 0.05 & n = 30; r = 0.1), nor with < 5 mg.",
                label="RESULTS",
                category="RESULTS",
            ),
            AbstractSection(text="Registered as NCT00000000.", label=None, category="UNASSIGNED"),
        )
        assert self.article.abstract_note is None

    def test_has_authors_as_citations_write_them(self) -> None:
        assert self.article.authors == ("Nobody AM", "Noone JP Jr", "The Invented Study Group")

    def test_has_types_and_headings_with_their_ids(self) -> None:
        assert self.article.publication_types[1] == MeshTerm(name="Randomized Controlled Trial", ui="D016449")
        assert self.article.mesh == (
            MeshTerm(name="Humans", ui="D006801"),
            MeshTerm(name="Magnesium", ui="D008274"),
        )
        assert self.article.keywords == ("Mg2+", "sleep")

    def test_has_trial_registries_even_without_number_but_no_sequence_banks(self) -> None:
        assert self.article.registry_numbers == (
            RegistryNumber(registry="ClinicalTrials.gov", number="NCT00000000"),
            RegistryNumber(registry="ISRCTN", number=None),
        )

    def test_has_its_notices_with_and_without_pmid(self) -> None:
        assert self.article.notices == (
            Notice(kind=NoticeKind.ERRATUM, reference="Invented J Miner. 2024 Jun;1(2):9"),
            Notice(kind=NoticeKind.RETRACTED, reference="Invented J Miner. 2025 Jan;2(1):1", pmid=Pmid("90000009")),
        )

    def test_says_where_it_came_from(self) -> None:
        assert (self.article.provenance, self.article.retrieved) == (Provenance.RECORDED, TODAY)


class TestAChapter:
    chapter = read(DATA)[1]

    def test_has_its_accession_and_the_book_as_journal(self) -> None:
        assert (self.chapter.ids.pmid, self.chapter.ids.nbk) == ("90000002", "NBK9000002")
        assert (self.chapter.title, self.chapter.journal) == ("A chapter on magnesium", "The book of made-up minerals")

    def test_has_year_authors_types_and_abstract(self) -> None:
        assert (self.chapter.year, self.chapter.authors) == (2025, ("Chapter C",))
        assert self.chapter.publication_types == (MeshTerm(name="Study Guide", ui="D000072643"),)
        assert self.chapter.abstract == (AbstractSection(text="Chapters have abstracts too."),)

    def test_may_be_a_whole_book(self) -> None:
        (book,) = read(
            "<PubmedBookArticle><BookDocument><PMID>5</PMID><Book><Publisher><PublisherName>Press</PublisherName>"
            "</Publisher><BookTitle>Whole</BookTitle><AuthorList><Author><LastName>Ed</LastName></Author></AuthorList>"
            "</Book><ContributionDate><Year>2020</Year></ContributionDate></BookDocument></PubmedBookArticle>"
        )
        assert (book.title, book.journal, book.authors, book.year) == ("Whole", "Press", ("Ed",), 2020)


class TestATranslatedArticle:
    article = read(DATA)[2]

    def test_loses_the_brackets_of_its_title_and_keeps_the_original(self) -> None:
        assert self.article.title == "Magnesium [oral] and nothing else."
        assert self.article.vernacular_title == "Le magnesium oral et rien d'autre."
        assert self.article.languages == ("fre", "eng")

    def test_shows_another_abstract_only_with_a_note(self) -> None:
        assert self.article.abstract == (AbstractSection(text="Rien n'a change."),)
        assert self.article.abstract_note == (
            "publisher's abstract in French; PubMed cut this abstract off at 250 words"
        )

    def test_takes_doi_from_the_valid_location_and_year_from_words(self) -> None:
        assert (self.article.ids.doi, self.article.year) == ("10.5555/fallback", 1998)

    def test_is_retracted_by_type_alone(self) -> None:
        assert self.article.notices == (Notice(kind=NoticeKind.RETRACTED),)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("10<sup>3</sup>", "10^3"),
        ("10<sup>-3</sup> M", "10^-3 M"),
        ("5 &#215; 10<sup>6</sup>/L", "5 × 10^6/L"),
        ("kg/m<sup>2</sup>", "kg/m^2"),
        ("2<sup>3</sup>4", "2^3 4"),
        ("Mg<sup>2+</sup> and Cl<sup>-</sup>", "Mg2+ and Cl-"),
        ("<sup>99m</sup>Tc", "99mTc"),
        ("the 25<sup>th</sup> day", "the 25th day"),
        ("Brand<sup>®</sup>", "Brand®"),
        ("CO<sub>2</sub>", "CO2"),
        ("25(OH)D<sub>3</sub>", "25(OH)D3"),
        ("10<sub>2</sub>", "10_2"),
        ("x<sub>1</sub>0", "x1 0"),
        ("P<sub><i>trend</i></sub> = 0.1", "Ptrend = 0.1"),
        ("<b>Bold <i>and <u>deep</u></i></b>, tail", "Bold and deep, tail"),
        ("a&amp;lt;b and c&amp;amp;d", "a<b and c&d"),
        ("R&amp;D; AT&amp;T", "R&D; AT&T"),
        ("n &amp;lt;sup&amp;gt;2&amp;lt;/sup&amp;gt; 10&amp;lt;sup&amp;gt;2&amp;lt;/sup&amp;gt;", "n 2 10^2"),
        ("P &lt; 0.05 &amp; n = 30; <i>r</i>", "P < 0.05 & n = 30; r"),
        ("thin\u2009space\u00a0and\n new  line", "thin space and new line"),
        ("<![CDATA[P < 5 & more]]>", "P < 5 & more"),
        ("before<!-- a remark --> after", "before after"),
        (
            "a<mml:math><mml:mrow>\n <mml:msup>\n <mml:mn>10</mml:mn>\n <mml:mn>3</mml:mn></mml:msup>\n"
            "</mml:mrow></mml:math> b",
            "a10^3 b",
        ),
        ("<mml:math><mml:mfrac><mml:mi>x</mml:mi><mml:mi>y</mml:mi></mml:mfrac></mml:math>", "x/y"),
        ("<mml:math><mml:msub><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msub></mml:math>", "x2"),
        ("<mml:math><mml:mi>x</mml:mi><mml:annotation>\\TeX</mml:annotation></mml:math>", "x"),
        ("one<DispFormula>x = y</DispFormula>two", "one x = y two"),
    ],
)
def test_inline_markup_stays_legible(written: str, shown: str) -> None:
    assert read_text(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Plain title.", "Plain title."),
        ("[Translated title].", "Translated title."),
        ("[Translated title.]", "Translated title."),
        ("[One] and [two]", "[One] and [two]"),
        ("[Magnesium [Mg] in diet]", "Magnesium [Mg] in diet"),
        ("[]", "[]"),
        ("[Not Available].", "Titre"),
        ("", "Titre"),
    ],
)
def test_titles_in_brackets_are_unwrapped(written: str, shown: str) -> None:
    article = read_one(f"<ArticleTitle>{written}</ArticleTitle><VernacularTitle>Titre</VernacularTitle>")
    assert article.title == shown


@pytest.mark.parametrize(
    ("reference", "kind"),
    [
        ("RetractionIn", NoticeKind.RETRACTED),
        ("RetractedandRepublishedIn", NoticeKind.RETRACTED),
        ("PartialRetractionIn", NoticeKind.PARTLY_RETRACTED),
        ("ExpressionOfConcernIn", NoticeKind.EXPRESSION_OF_CONCERN),
        ("ErratumIn", NoticeKind.ERRATUM),
        ("UpdateIn", NoticeKind.UPDATED),
        ("RetractionOf", NoticeKind.IS_RETRACTION_NOTICE),
        ("ExpressionOfConcernFor", NoticeKind.IS_CONCERN_NOTICE),
        ("ErratumFor", NoticeKind.IS_ERRATUM),
    ],
)
def test_references_tell_what_became_of_a_record(reference: str, kind: NoticeKind) -> None:
    assert notices(f"<CommentsCorrections RefType='{reference}'><RefSource>J</RefSource></CommentsCorrections>") == [
        kind
    ]


def test_references_of_old_records_are_elements_of_their_own() -> None:
    reference = "<RetractionIn><RefSource>J</RefSource><PMID>44</PMID></RetractionIn>"
    (notice,) = read_one("", beside=f"<CommentsCorrections>{reference}</CommentsCorrections>").notices
    assert notice == Notice(kind=NoticeKind.RETRACTED, reference="J", pmid=Pmid("44"))


def test_types_tell_it_too_and_only_once() -> None:
    retraction = "<CommentsCorrections RefType='RetractionIn'><RefSource>J</RefSource></CommentsCorrections>"
    assert notices(retraction, "D016441") == [NoticeKind.RETRACTED]
    assert notices("", "D016440") == [NoticeKind.IS_RETRACTION_NOTICE]
    assert notices("", "D016425") == [NoticeKind.IS_ERRATUM]
    assert notices("<CommentsCorrections RefType='CommentIn'/>", "D016428") == []


def test_an_english_one_among_other_abstracts_is_preferred() -> None:
    others = (
        "<OtherAbstract Type='Publisher' Language='spa'><AbstractText>Nada.</AbstractText></OtherAbstract>"
        "<OtherAbstract Type='plain-language-summary' ><AbstractText>Nothing.</AbstractText></OtherAbstract>"
    )
    article = read_one("<Abstract><AbstractText> </AbstractText></Abstract>", beside=others)
    assert article.abstract == (AbstractSection(text="Nothing."),)
    assert article.abstract_note == "plain-language summary in English"


def test_a_record_without_anything_is_read_as_unknown() -> None:
    article = read_one()
    assert (article.title, article.abstract, article.journal, article.year) == (None, (), None, None)
    assert (article.authors, article.languages, article.mesh, article.notices) == ((), (), (), ())


def test_the_electronic_date_serves_where_the_issue_has_none() -> None:
    date_only = "<Journal><JournalIssue><PubDate/></JournalIssue></Journal><ArticleDate><Year>2019</Year></ArticleDate>"
    assert read_one(date_only).year == 2019


def test_a_bare_article_and_a_pretty_printed_one_are_read() -> None:
    bare = (
        "<PubmedArticle>\n  <MedlineCitation>\n    <PMID>\n      7\n    </PMID>\n  </MedlineCitation>\n</PubmedArticle>"
    )
    assert [article.ids.pmid for article in read(bare)] == ["7"]


def test_an_empty_set_holds_no_articles() -> None:
    assert read("<?xml version='1.0'?><PubmedArticleSet></PubmedArticleSet>") == ()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"<!DOCTYPE html><html><body></body></html>", "web page"),
        (b"<html></html>", "web page"),
        (b'{"error": "busy"}', "JSON"),
        (b"plain words", "malformed"),
        (b"<?xml version='1.0'?>", "malformed"),
        (b"<PubmedArticleSet><PubmedArticle>", "malformed"),
        (b"<PubmedArticleSet></PubmedArticleSet><more/>", "malformed"),
        (b"<?xml version='1.0' encoding='nonsense'?><PubmedArticleSet/>", "malformed"),
        (b"<eSearchResult/>", "eSearchResult"),
        (b"\x00\xff\xfe", "malformed"),
    ],
)
def test_what_is_not_pubmed_s_xml_is_refused_in_words(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableRecordsError, match=says):
        read(data)


def test_an_error_in_place_of_records_is_told() -> None:
    with pytest.raises(RefusedByPubmedError, match="ID list is empty!"):
        read("<eFetchResult><ERROR>ID list is\n empty!</ERROR></eFetchResult>")


def test_entities_of_its_own_make_a_document_suspect() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;">]><PubmedArticleSet>&b;</PubmedArticleSet>'
    file = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><PubmedArticleSet>&a;</PubmedArticleSet>'
    for document in (bomb, file, bomb.encode("utf-16")):
        with pytest.raises(UnreadableRecordsError, match="entities"):
            read(document)


def test_each_record_alone_says_the_same_as_in_the_set() -> None:
    documents = split_records(DATA)
    assert list(documents) == ["90000001", "90000002", "90000003"]
    assert tuple(read(document)[0] for document in documents.values()) == read(DATA)


def test_a_record_given_twice_or_without_pmid_is_split_off_once_or_not_at_all() -> None:
    record = "<PubmedArticle><MedlineCitation><PMID>1</PMID></MedlineCitation></PubmedArticle>"
    assert list(split_records(f"<PubmedArticleSet>{record}{record}<PubmedArticle/></PubmedArticleSet>".encode())) == [
        "1"
    ]


def test_a_formula_survives_being_split_off() -> None:
    formula = "<mml:math><mml:mi>x</mml:mi></mml:math>"
    data = (
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article>"
        f"<ArticleTitle>About {formula}</ArticleTitle></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>"
    )
    (document,) = split_records(data.encode()).values()
    assert b"<mml:math" in document
    assert read(document)[0].title == "About x"


def test_a_search_gives_its_hits() -> None:
    assert parse_search(b"<eSearchResult><IdList><Id>5</Id><Id>7</Id></IdList></eSearchResult>") == ("5", "7")
    assert (
        parse_search(b"<eSearchResult><ErrorList><PhraseNotFound>x</PhraseNotFound></ErrorList></eSearchResult>") == ()
    )
    with pytest.raises(UnreadableRecordsError, match="no search result"):
        parse_search(b"<PubmedArticleSet/>")


# ---------------------------------------------------------------- whatever the text

PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")), max_size=40)
WORDS = st.text("abn =<>&;.%()0123456789 \n", max_size=30)
MARKUP = st.sampled_from(["i", "b", "u"])


@settings(deadline=None)
@given(st.lists(st.tuples(MARKUP, WORDS, WORDS), max_size=5))
def test_no_sign_of_a_text_is_lost_to_markup(pieces: list[tuple[str, str, str]]) -> None:
    written = "".join(f"<{tag}>{escape(inner)}</{tag}>{escape(after)}" for tag, inner, after in pieces)
    whole = "".join(inner + after for _, inner, after in pieces)
    shown = re.sub(r"</?[bi]\s*/?>", "", whole)
    entity = re.search(r"&[a-z0-9#]+;", whole)
    if entity is None:
        assert read_text(written) == " ".join(shown.split())


@settings(deadline=None)
@given(PLAIN)
def test_any_text_reads_the_same_when_read_again(text: str) -> None:
    once = read_text(escape(text))
    assert read_text(escape(once)) == once
    assert "  " not in once


@settings(deadline=None)
@given(st.binary(max_size=60) | st.integers(0, len(DATA)).map(lambda end: DATA[:end]))
def test_any_bytes_are_either_read_or_refused(data: bytes) -> None:
    try:
        articles = read(data)
    except UnreadableRecordsError:
        return
    assert len(articles) == len(list(ElementTree.fromstring(data.strip())))
