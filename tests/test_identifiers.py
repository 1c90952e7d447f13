"""Identifiers as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.identifiers import NotAPmid, address_of, parse_identifier, read_pmid
from magcite.model import Identifier, IdKind


def _identifier(kind: IdKind, value: str) -> Identifier:
    return Identifier(kind=kind, value=value)


PMIDS = [
    "123",
    " 123 ",
    "123.",
    "(123)",
    "123),",
    "<123>",
    "PMID: 123",
    "pmid:123",
    "PMID 123.",
    "PMID:  123 ",
    "PMID\u00a0123",
    "PubMed ID: 123",
    "PubMed 123;",
    "\ufeff123",
    "https://www.ncbi.nlm.nih.gov/pubmed/123",
    "http://www.ncbi.nlm.nih.gov/pubmed/123/",
    "HTTPS://WWW.NCBI.NLM.NIH.GOV/PUBMED/123",
    "ncbi.nlm.nih.gov/pubmed/123",
    "www.ncbi.nlm.nih.gov/pubmed/123?dopt=Abstract",
    "https://www.ncbi.nlm.nih.gov/m/pubmed/123/",
    "https://m.ncbi.nlm.nih.gov/pubmed/123#abstract",
    "https://www.ncbi.nlm.nih.gov/pubmed/?term=123",
    "https://pubmed.ncbi.nlm.nih.gov/?term=123%5Buid%5D",
    "https://www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&db=PubMed&list_uids=123&dopt=Abstract",
    "https://pubmed.ncbi.nlm.nih.gov/123/",
    "https://pubmed.ncbi.nlm.nih.gov/123/.",
    "pubmed.ncbi.nlm.nih.gov/123",
    "https://www.pubmed.ncbi.nlm.nih.gov/123",
    "https://pubmed.ncbi.nlm.nih.gov/123/?from_term=magnesium&from_pos=2",
    "https://pubmed.ncbi.nlm.nih.gov/123/#affiliation-1",
    "https://pubmed.ncbi.nlm.nih.gov/123)",
    "<https://pubmed.ncbi.nlm.nih.gov/123/>,",
    "https://pubmed-ncbi-nlm-nih-gov.proxy.library.example.edu/123/",
    "https://www-ncbi-nlm-nih-gov.proxy.library.example.edu/pubmed/123",
    "https://www.ncbi.nlm.nih.gov/pmc/articles/pmid/123/",
    "https://europepmc.org/article/MED/123",
    "europepmc.org/abstract/med/123",
    "pubmed.gov/123",
]


@pytest.mark.parametrize("written", PMIDS)
def test_a_pmid_is_read_however_it_is_written(written: str) -> None:
    assert parse_identifier(written) == _identifier(IdKind.PMID, "123")


@pytest.mark.parametrize(
    "written",
    [
        "PMC3035600",
        "pmc3035600",
        "PMC 3035600",
        "PMCID: PMC3035600.",
        "PMC3035600.1",
        "ncbi.nlm.nih.gov/pmc/articles/PMC3035600/",
        "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3035600/pdf/paper.pdf",
        "https://www.ncbi.nlm.nih.gov/pmc/articles/3035600/",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC3035600/?report=reader#S2",
        "https://europepmc.org/article/PMC/PMC3035600",
        "https://europepmc.org/articles/PMC3035600?pdf=render",
    ],
)
def test_a_pmc_id_is_never_a_pmid(written: str) -> None:
    assert parse_identifier(written) == _identifier(IdKind.PMCID, "PMC3035600")


@pytest.mark.parametrize(
    "written",
    [
        "NBK507269",
        "nbk507269,",
        "Bookshelf ID: NBK507269",
        "https://www.ncbi.nlm.nih.gov/books/NBK507269/",
        "ncbi.nlm.nih.gov/books/NBK507269/#article-1.s2",
        "https://www.ncbi.nlm.nih.gov/books/NBK507269/?report=printable",
    ],
)
def test_a_bookshelf_id_is_read_however_it_is_written(written: str) -> None:
    assert parse_identifier(written) == _identifier(IdKind.NBK, "NBK507269")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("10.3390/NU7095388", "10.3390/nu7095388"),
        ("doi:10.3390/nu7095388.", "10.3390/nu7095388"),
        ("DOI 10.3390/nu7095388", "10.3390/nu7095388"),
        ("DOI: https://doi.org/10.3390/nu7095388", "10.3390/nu7095388"),
        ("https://doi.org/10.3390/nu7095388?utm_source=x#top", "10.3390/nu7095388"),
        ("http://dx.doi.org/10.3390/nu7095388)", "10.3390/nu7095388"),
        ("doi.org/10.3390/nu7095388", "10.3390/nu7095388"),
        ("https://www.doi.org/doi:10.3390/nu7095388", "10.3390/nu7095388"),
        ("https://doi.org/10.3390%2Fnu7095388", "10.3390/nu7095388"),
        ("10.3390%2Fnu7095388", "10.3390/nu7095388"),
        ("(10.1016/0140-6736(91)90371-r)", "10.1016/0140-6736(91)90371-r"),
        ("10.1016/s0140-6736(05)67483-1", "10.1016/s0140-6736(05)67483-1"),
        (
            "10.1002/(SICI)1000-0001(19980815/30)17:15/16<1661::AID-X9>3.0.CO;2-2",
            "10.1002/(sici)1000-0001(19980815/30)17:15/16<1661::aid-x9>3.0.co;2-2",
        ),
    ],
)
def test_a_doi_is_read_lower_cased_and_without_its_surroundings(written: str, value: str) -> None:
    assert parse_identifier(written) == _identifier(IdKind.DOI, value)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("https://www.kanker.nl/a/B?x=1", "https://www.kanker.nl/a/B?x=1"),
        ("HTTP://Example.org/Paper.", "http://Example.org/Paper"),
        ("www.jneurosci.org/content/1/7/771.full.pdf", "https://www.jneurosci.org/content/1/7/771.full.pdf"),
        ("kanker.nl", "https://kanker.nl"),
        ("<https://example.org/a_(b)>", "https://example.org/a_(b)"),
        ("https://pubmed.ncbi.nlm.nih.gov/?term=magnesium", "https://pubmed.ncbi.nlm.nih.gov/?term=magnesium"),
        ("https://www.ncbi.nlm.nih.gov/books/n/somebook/", "https://www.ncbi.nlm.nih.gov/books/n/somebook/"),
        ("https://doi.org/abc", "https://doi.org/abc"),
        ("https://example.org/10.3390/nu7095388", "https://example.org/10.3390/nu7095388"),
    ],
)
def test_any_other_address_stays_as_written_with_its_scheme(written: str, value: str) -> None:
    assert parse_identifier(written) == _identifier(IdKind.URL, value)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "   ",
        ".",
        "0123456",
        "123456789",
        "12_345",
        "1e7",
        "1:30",
        "0x1F",
        "12.5",
        "-5",
        "123 456",
        "123abc",
        "٣٤٥",
        "PMC",
        "PMID:",
        "PMID: PMC3035600",
        "PMC0123",
        "NBK",
        "magnesium",
        "depression.b",
        "end.The",
        "paper.pdf",
        "10.1/",
        "http://",
        "http://[",
        "https://[1/x",
        "https:///x",
        "ftp://example.org/x",
        "https://pubmed.ncbi.nlm.nih.gov/0123/",
        "https://www.ncbi.nlm.nih.gov/pubmed/123456789",
        "https://www.ncbi.nlm.nih.gov/pubmed/123,456",
        "https://pubmed.ncbi.nlm.nih.gov/?term=0123",
        "https://example.org/a b",
        "https://example.org/\x00",
        "9" * 5000,
        "a-" * 900,
        "a." * 900,
        ")" * 5000,
    ],
)
def test_anything_else_is_no_identifier(written: str) -> None:
    assert parse_identifier(written) is None


@given(st.integers(min_value=1, max_value=99_999_999), st.sampled_from(["", "PMID: ", "pmid:", "PMID "]))
@settings(deadline=None)
def test_every_number_of_one_to_eight_digits_is_a_pmid(number: int, label: str) -> None:
    assert read_pmid(f"{label}{number}") == str(number)


@given(st.text(max_size=60))
@settings(deadline=None)
def test_no_text_breaks_the_parser_and_its_answer_reads_back_as_itself(text: str) -> None:
    identifier = parse_identifier(text)
    assert identifier is None or parse_identifier(str(identifier)) == identifier


_PIECES = st.lists(
    st.sampled_from(
        [
            "https://",
            "http://",
            "www.",
            "pubmed.ncbi.nlm.nih.gov",
            "www.ncbi.nlm.nih.gov",
            "/pubmed/",
            "doi.org/",
            "10.1000/",
            "doi:",
            "PMC",
            "12345",
            "NBK",
            "europepmc.org",
            "/article/MED/",
            "?",
            "#",
            "term=",
            "%",
            "%2F",
            "%25",
            "/",
            ".",
            ")",
            "(",
            ">",
            "<",
            "kanker.nl",
            "a",
            "B",
            "İ",
            ";",
            "é",
            ":",
            "[",
            "]",
        ]
    ),
    max_size=9,
).map("".join)


@given(_PIECES)
@settings(deadline=None, max_examples=400)
def test_every_identifier_is_found_again_under_its_name_and_its_address(text: str) -> None:
    identifier = parse_identifier(text)
    if identifier is not None:
        assert parse_identifier(str(identifier)) == identifier
        assert parse_identifier(address_of(identifier)) == identifier


@pytest.mark.parametrize(
    ("identifier", "address"),
    [
        (_identifier(IdKind.PMID, "123"), "https://pubmed.ncbi.nlm.nih.gov/123/"),
        (_identifier(IdKind.PMCID, "PMC123"), "https://pmc.ncbi.nlm.nih.gov/articles/PMC123/"),
        (_identifier(IdKind.NBK, "NBK123"), "https://www.ncbi.nlm.nih.gov/books/NBK123/"),
        (_identifier(IdKind.DOI, "10.1000/a#b"), "https://doi.org/10.1000/a%23b"),
        (_identifier(IdKind.URL, "https://example.org"), "https://example.org"),
    ],
)
def test_each_kind_has_its_current_address(identifier: Identifier, address: str) -> None:
    assert address_of(identifier) == address


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "there is no number"),
        ("PMID:", '"PMID" holds no number'),
        ("0123456", '"0123456" is not a PMID: a PMID never begins with 0'),
        ("12345678901", '"12345678901" is not a PMID: it has 11 digits, and a PMID has at most 8'),
        ("PMID: 123456789", '"PMID: 123456789" is not a PMID: it has 9 digits, and a PMID has at most 8'),
        ("12_345", '"12_345" is not a PMID: a PMID is a plain number of 1 to 8 digits'),
        (
            "https://pubmed.ncbi.nlm.nih.gov/0123/",
            '"https://pubmed.ncbi.nlm.nih.gov/0123/" is not a PMID: a PMID never begins with 0',
        ),
    ],
)
def test_a_refused_pmid_says_why(written: str, reason: str) -> None:
    assert read_pmid(written) == NotAPmid(reason=reason)


def test_another_identifier_in_the_place_of_a_pmid_is_named_for_what_it_is() -> None:
    assert read_pmid("PMC4759402") == NotAPmid(
        reason="PMC4759402 is a PubMed Central id, not a PMID", other=_identifier(IdKind.PMCID, "PMC4759402")
    )
