"""Published texts become claims files: every source at its place, statements apart from the rest."""

import html
import io
import re
import zipfile
from collections.abc import Callable

import pytest

from magcite.claims import load_claims
from magcite.errors import UsageError
from magcite.extraction import ExtractedClaim, Extraction, extract_claims, write_claims_file
from magcite.model import Language
from tests.extraction.samples import MARKDOWN, NUMBERED

EXPECTED = [
    ("Kersen helpen tegen jicht", ["11111", "22222"], []),
    ("Kersen en slaap", [], ["https://www.example.org/kersen-en-slaap.pdf", "PMC33333"]),
    ("Spierpijn", [], ["NBK4444", "https://winkel.example.nl/kersen?soort=zuur"]),
]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def extract(text: str, name: str = "text.txt") -> Extraction:
    return extract_claims(text.encode(), name=name)


def gist(extraction: Extraction) -> list[tuple[str | None, list[str], list[str]]]:
    return [(claim.title, list(claim.pmids), [str(one) for one in claim.sources]) for claim in extraction.claims]


def texts(claim: ExtractedClaim) -> list[str]:
    return [statement.text for statement in claim.statements]


def only(text: str, name: str = "text.txt") -> ExtractedClaim:
    (claim,) = extract(text, name).claims
    return claim


def cited(text: str) -> list[str]:
    claim = only(f"Tea lowers cholesterol by 3%. {text}")
    return [*claim.pmids, *(str(one) for one in claim.sources)]


def renumber(change: Callable[[str, str], str]) -> str:
    return re.sub(r"^(\d)\. (.*)$", lambda found: change(found[1], found[2]), NUMBERED, flags=re.MULTILINE)


def test_numbered_headings_become_claims_with_every_source_at_its_place() -> None:
    assert gist(extract(NUMBERED)) == EXPECTED


def test_sentences_that_assert_something_become_statements_in_the_words_published() -> None:
    first, second, third = extract(NUMBERED).claims
    assert texts(first) == [
        "Kersen verlagen het urinezuur met 15%.",
        "Uit onderzoek blijkt dat 633 jichtpatiënten minder aanvallen hadden.",
    ]
    assert texts(second) == []
    assert texts(third) == ["Kersensap vermindert spierpijn na een marathon!"]


def test_what_is_no_claim_is_left_out_and_told() -> None:
    extraction = extract(NUMBERED)
    assert "Wie kersen eet, is blij." in extraction.left_out
    assert "Kersen groeien in juni." in extraction.left_out
    assert extraction.outside == ("Zure kersen werken beter dan zoete.",)
    assert set(extraction.outside) <= set(extraction.left_out)


def test_claims_say_where_the_text_says_it() -> None:
    assert [claim.locator for claim in extract(NUMBERED).claims] == [
        "reden 1, regel 7",
        "reden 2, regel 14",
        "reden 3, regel 19",
    ]


def test_claims_and_statements_get_short_ids() -> None:
    extraction = extract(NUMBERED)
    assert [claim.id for claim in extraction.claims] == ["kersen-tegen-jicht", "kersen-slaap", "spierpijn"]
    assert [statement.id for statement in extraction.claims[0].statements] == ["a", "b"]


def test_title_and_language_are_found() -> None:
    extraction = extract(NUMBERED)
    assert extraction.title == "3 redenen om kersen te eten!"
    assert extraction.language is Language.DUTCH
    assert extract(MARKDOWN, "a.md").language is Language.ENGLISH


@pytest.mark.parametrize(
    "style",
    [
        "{n}) {t}", "({n}) {t}", "{n}: {t}", "{n} - {t}", "{n} – {t}", "#{n} {t}", "Reden {n}: {t}",
        "Reden {n} – {t}", "## {n}. {t}", "### {n} {t}", "**{n}. {t}**", "{n}\ufe0f\u20e3 {t}", "{roman}. {t}",
        "{letter}) {t}", "{circle} {t}", "Nr. {n} {t}", "{word}: {t}", "{n}.\u00a0{t}", "  {n}. {t}", "{n}. {t}\n-----",
    ],
)  # fmt: skip
def test_any_style_of_numbering_is_understood(style: str) -> None:
    def write(number: str, title: str) -> str:
        n = int(number)
        return style.format(
            n=n, t=title, roman="I" * n, letter="abc"[n - 1], circle="①②③"[n - 1], word=["Een", "Twee", "Drie"][n - 1]
        )

    assert gist(extract(renumber(write))) == EXPECTED


@pytest.mark.parametrize(
    "data",
    [
        NUMBERED.encode("utf-8-sig"),
        NUMBERED.encode("utf-16"),
        NUMBERED.encode("utf-16-le"),
        NUMBERED.encode("utf-16-be"),
        NUMBERED.encode("utf-32"),
        NUMBERED.encode("cp1252"),
        NUMBERED.replace("\n", "\r\n").encode(),
        NUMBERED.replace("\n", "\r").encode(),
        NUMBERED.replace("\n", "\n\n").encode(),
        NUMBERED.replace("https://", "").encode(),
        re.sub(r"(https?://\S+)", r"<\1>", NUMBERED).encode(),
        re.sub(r"(https?://\S+)", r"- [bron](\1)", NUMBERED).encode(),
        re.sub(r"\n(?=https?://)", " ; ", NUMBERED).encode(),
        re.sub(r"(https?://\S+)", r"1. \1", NUMBERED).encode(),
    ],
)
def test_encoding_line_ends_and_layout_make_no_difference(data: bytes) -> None:
    extraction = extract_claims(data, name="text.txt")
    assert gist(extraction) == EXPECTED
    assert "jichtpatiënten" in extraction.claims[0].statements[1].text


def as_html(heading: str) -> str:
    lines = []
    for line in filter(None, map(str.strip, NUMBERED.splitlines())):
        if re.match(r"\d\. ", line):
            lines.append(heading.format(html.escape(line)))
        elif line.startswith(("http", "www")):
            address = line if line.startswith("http") else f"https://{line}"
            lines.append(f'<li><a href="{html.escape(address)}">{html.escape(line[:20])}…</a></li>')
        else:
            lines.append(f"<p>{html.escape(line)}</p>")
    menu = '<nav><a href="https://example.nl/menu">1. Menu</a></nav><script>var a = "2. Vitamin";</script>'
    return f"<!doctype html><html><body>{menu}<main>{''.join(lines)}</main><footer>© Kees 3%</footer></body></html>"


@pytest.mark.parametrize(
    "heading", ["<h2>{}</h2>", "<p><strong>{}</strong></p>", "<p>{}</p>", "<div><b>{}</b><br></div>"]
)
def test_a_web_page_gives_the_same(heading: str) -> None:
    assert gist(extract(as_html(heading), "page.html")) == EXPECTED
    assert gist(extract(as_html(heading), "no-ending")) == EXPECTED


def test_a_web_page_that_declares_its_encoding_is_read_so() -> None:
    page = "<html><head><meta charset='windows-1252'></head><body><p>Café au lait verlaagt de stress.</p></body></html>"
    (claim,) = extract_claims(page.encode("cp1252"), name="a.html").claims
    assert texts(claim) == ["Café au lait verlaagt de stress."]


def test_a_page_whose_menu_never_ends_is_still_read() -> None:
    assert texts(only("<html><nav><body><p>Tea lowers stress.</p></body></html>")) == ["Tea lowers stress."]


def test_raised_numbers_and_a_numbered_list_are_footnotes() -> None:
    page = """<h1>Tea</h1><h2>Tea and sleep</h2><p>Tea improves sleep.<sup><a href="#r2">2</a></sup></p>
    <h2>Tea and stress</h2><p>Tea reduces stress in 40 adults.<sup>1,3</sup></p>
    <h2>Sources</h2><ol><li>A, PMID 11</li><li><a href="https://pubmed.ncbi.nlm.nih.gov/22">B</a></li>
    <li>doi:10.5555/c</li></ol>"""
    assert gist(extract(page, "tea.html")) == [
        ("Tea and sleep", ["22"], []),
        ("Tea and stress", ["11"], ["doi:10.5555/c"]),
    ]


def word(*paragraphs: str, rels: str = "", notes: str | None = None) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        space = f'xmlns:w="{W}" xmlns:r="{R}"'
        archive.writestr(
            "word/document.xml", f"<w:document {space}><w:body>{''.join(paragraphs)}</w:body></w:document>"
        )
        if rels:
            archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{rels}</Relationships>")
        if notes:
            archive.writestr("word/footnotes.xml", f"<w:footnotes {space}>{notes}</w:footnotes>")
    return buffer.getvalue()


def paragraph(inner: str, style: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inner}</w:p>'


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{html.escape(text)}</w:t></w:r>'


def test_a_word_document_is_read_with_headings_links_and_footnotes() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    link = f'<w:hyperlink r:id="rId1">{run("this trial")}</w:hyperlink>'
    data = word(
        paragraph(run("Tea and sl") + run("eep"), "Heading2"),
        paragraph(run("Tea improves sleep.") + reference + run(" It is nice.")),
        paragraph(run("Tea and stress"), "Kop2"),
        paragraph(run("Tea reduces stress, says ") + link + run(".")),
        rels='<Relationship Id="rId1" TargetMode="External" Target="https://pubmed.ncbi.nlm.nih.gov/55/"/>',
        notes=f'<w:footnote w:id="2">{paragraph(run("See PMID: 44"))}</w:footnote>',
    )
    extraction = extract_claims(data, name="tea.docx")
    assert gist(extraction) == [("Tea and sleep", ["44"], []), ("Tea and stress", ["55"], [])]
    assert texts(extraction.claims[1]) == ["Tea reduces stress, says this trial."]


def test_markdown_headings_become_claims_and_reference_numbers_find_their_sources() -> None:
    extraction = extract(MARKDOWN, "garlic.md")
    assert gist(extraction) == [
        ("Garlic lowers blood pressure", ["101", "102"], ["doi:10.5555/garlic.3"]),
        ("Garlic and colds", ["777", "888"], []),
    ]
    assert extraction.unplaced == ("[4] 104",)
    assert extraction.title == "Garlic"


def test_a_statement_that_cites_keeps_its_own_pmids_where_the_claim_has_more() -> None:
    first, second = extract(MARKDOWN, "garlic.md").claims
    assert [(one.text, one.pmids) for one in first.statements] == [
        ("In 79 adults garlic lowered blood pressure by 8 mmHg.", ("101",)),
        ("Aged garlic worked as well as a drug.", ()),
    ]
    assert [one.pmids for one in second.statements] == [("777",), ("888",)]


def test_a_list_of_sources_that_no_number_points_to_belongs_to_its_section() -> None:
    tea = "## Tea\n\nTea lowers stress.\n\nSources:\n1. PMID 11\n2. PMID 22\n\n"
    text = tea + "## Rum\n\nRum raises stress.\n\nSources\n1. PMID 33\n"
    assert gist(extract(text, "a.md")) == [("Tea", ["11", "22"], []), ("Rum", ["33"], [])]


def test_numbers_that_begin_again_in_each_section_point_into_it() -> None:
    tea = "## Tea\nTea lowers stress.[1]\n\nSources:\n[1] PMID 11\n\n"
    text = tea + "## Rum\nRum raises stress.[1]\n\nSources:\n[1] PMID 33\n"
    assert gist(extract(text, "a.md")) == [("Tea", ["11"], []), ("Rum", ["33"], [])]


def test_the_only_claim_takes_references_that_nothing_points_to() -> None:
    text = "Tea lowers stress.[1]\n\nReferences\n1. PMID 11\n2. PMID 22\n3. Nobody knows who, 1999.\n"
    extraction = extract(text)
    assert gist(extraction) == [(None, ["11", "22"], [])]
    assert extraction.unplaced == ("[3] Nobody knows who, 1999.",)


def test_markdown_footnotes_and_named_links_are_followed() -> None:
    text = "Tea lowers stress.[^a] Rum raises [blood pressure][rum].\n\n[^a]: PMID 11\n[rum]: https://example.org/rum\n"
    claim = only(text, "a.md")
    assert claim.pmids == ("11",)
    assert [str(one) for one in claim.sources] == ["https://example.org/rum"]
    assert texts(claim) == ["Tea lowers stress.", "Rum raises blood pressure."]


def test_a_text_without_headings_is_one_claim() -> None:
    claim = only("Tea lowers stress in 40 adults. See www.example.org/tea.")
    assert claim.title is None
    assert claim.id == "tea-lowers-stress-40"
    assert claim.locator is None
    assert [str(one) for one in claim.sources] == ["https://www.example.org/tea"]


def test_a_heading_that_states_something_stands_in_for_a_missing_statement() -> None:
    text = "1. Tea lowers stress\nPMID 11\n\n2. Tea and sleep\nPMID 22\n"
    first, second = extract(text).claims
    assert texts(first) == ["Tea lowers stress"]
    assert texts(second) == []


def test_a_numbered_list_of_statements_is_a_list_of_claims() -> None:
    text = "1. Tea lowers stress (PMID 11). It is safe for 90% of people.\n2. Rum raises blood pressure (PMID 22).\n"
    first, second = extract(text).claims
    assert (first.pmids, texts(first)) == (("11",), ["Tea lowers stress.", "It is safe for 90% of people."])
    assert (second.pmids, texts(second)) == (("22",), ["Rum raises blood pressure."])


def test_a_numbered_list_among_headings_is_only_a_list() -> None:
    text = "## Tea\nTea lowers stress:\n1. it helps at work\n2. it helps at home\n\n## Rum\nRum harms. PMID 3\n"
    assert [claim.title for claim in extract(text, "a.md").claims] == ["Tea", "Rum"]


def test_wrapped_lines_are_put_together() -> None:
    lines = ["Drinking tea every morning, with milk or without,", "lowers stress in adults who sleep", "too little."]
    assert texts(only("\n".join(lines))) == [" ".join(lines)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("See PMID: 123.", ["123"]),
        ("(PMIDs 12345, 67890 and 13579)", ["12345", "67890", "13579"]),
        ("pubmed 123456;", ["123456"]),
        ("https://www.ncbi.nlm.nih.gov/pubmed/25748766).", ["25748766"]),
        ("https://www.ncbi.nlm.nih.gov/pubmed/25748766abc", ["25748766"]),
        ("https://pubmed.ncbi.nlm.nih.gov/1/https://pubmed.ncbi.nlm.nih.gov/2/", ["1", "2"]),
        ("pubmed.ncbi.nlm.nih.gov/42", ["42"]),
        ("doi: 10.5555/AbC.1, and 10.5555/x(2)y.", ["doi:10.5555/abc.1", "doi:10.5555/x(2)y"]),
        ("https://dx.doi.org/10.5555/abc", ["doi:10.5555/abc"]),
        ("PMC123456 or NBK 1234", ["PMC123456", "NBK1234"]),
        ("www.example.org/a?fbclid=1&b=2#c", ["https://www.example.org/a?b=2#c"]),
        ("https://example.org/a#:~:text=tea", ["https://example.org/a"]),
        ("https://www.google.com/url?q=https://pubmed.ncbi.nlm.nih.gov/9/&sa=D", ["9"]),
        ("https://web.archive.org/web/9/https://a.org/", ["https://web.archive.org/web/9/https://a.org/"]),
        ("PMID 5 and again https://pubmed.ncbi.nlm.nih.gov/5", ["5"]),
        ("https://example.org/a_(b)", ["https://example.org/a_(b)"]),
    ],
)  # fmt: skip
def test_sources_are_read_however_they_are_written(written: str, expected: list[str]) -> None:
    assert cited(written) == expected


@pytest.mark.parametrize(
    "written", ["Mail jan@example.org.", "It weighs 3 kg/m² or 10.5 g.", "See etc. and e.g. this [2].", "v1.2/3"]
)
def test_what_is_no_source_is_not_taken_for_one(written: str) -> None:
    assert cited(written) == []


def test_raised_and_bracketed_numbers_that_are_no_footnotes_stay() -> None:
    text = "Vitamin B¹² lowers stress [2].\n\nSources:\n1. PMID 11\n"
    assert texts(only(text)) == ["Vitamin B¹² lowers stress [2]."]
    assert texts(only("<html><p>A BMI of 25 kg/m<sup>2</sup> raises risk.</p>")) == ["A BMI of 25 kg/m2 raises risk."]


def test_words_that_only_point_at_a_source_go_with_it() -> None:
    text = "Tea lowers stress (Roe 2015; PMID 11). Source: PMID 22\n\nRum raises stress, see PMID 33"
    statements = only(text).statements
    assert [one.text for one in statements] == ["Tea lowers stress (Roe 2015).", "Rum raises stress"]
    assert [one.pmids for one in statements] == [("11", "22"), ("33",)]


def test_links_whose_words_are_only_numbers_leave_none_behind() -> None:
    page = '<html><p>Tea lowers stress (<a href="https://a.org/1">1</a>, <a href="https://a.org/2">2</a>).</p></html>'
    assert texts(only(page)) == ["Tea lowers stress."]


def test_the_word_before_a_number_names_the_place() -> None:
    text = "Reason #1: Tea lowers stress\nPMID 1\n\nReason #2: Tea and sleep\nPMID 2\n"
    assert [claim.locator for claim in extract(text).claims] == ["reason 1, line 1", "reason 2, line 4"]


def test_an_address_that_is_no_source_is_told() -> None:
    assert extract("Tea lowers stress, see https://pubmed.ncbi.nlm.nih.gov/0000/").unplaced == (
        "https://pubmed.ncbi.nlm.nih.gov/0000/",
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Does tea lower stress?",
        "Click here for 20% off.",
        "Lees ook ons stuk over stress.",
        "I am a fan of tea.",
        "Hello world.",
    ],
)
def test_questions_greetings_and_invitations_are_no_statements(sentence: str) -> None:
    extraction = extract(f"Tea lowers stress in adults. {sentence}")
    assert texts(extraction.claims[0]) == ["Tea lowers stress in adults."]
    assert extraction.left_out == (sentence,)


def test_a_lost_full_stop_does_not_join_two_sentences() -> None:
    claim = only("Thee verlaagt de stress bij 40% van de mensen Het kan ook de slaap verbeteren.")
    assert texts(claim) == ["Thee verlaagt de stress bij 40% van de mensen", "Het kan ook de slaap verbeteren."]


def test_abbreviations_do_not_end_a_sentence() -> None:
    assert len(only("Thee verlaagt stress, bijv. Earl Grey, bij ca. 40 mensen volgens dr. Jansen.").statements) == 1


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 \x00\x01", "a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Word"),
        (b"{\\rtf1 Tea}", "RTF"),
        (b"PK\x03\x04 broken", "no readable Word document"),
        (b"\x00\x01\x02\x00\x00\x00\x05\x00\x00\x00\x00\x00", "no text"),
        (bytes(range(256)) * 8, "no text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x8a" + b"\x07\xd4zq" * 90, "no text"),
        (b"", "no statement and no source"),
        (b"Hello there.", "no statement and no source"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_reason(data: bytes, words: str) -> None:
    with pytest.raises(UsageError, match="letter"):
        extract_claims(data, name="letter")
    with pytest.raises(UsageError) as caught:
        extract_claims(data, name="letter")
    assert words in str(caught.value)


def test_a_word_document_with_entities_of_its_own_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    with pytest.raises(UsageError, match="no readable Word document"):
        extract_claims(buffer.getvalue(), name="a.docx")


def test_the_file_written_is_taken_by_the_loader() -> None:
    loaded = load_claims("x.yaml", write_claims_file(extract(NUMBERED)).encode())
    assert loaded.title == "3 redenen om kersen te eten!"
    assert loaded.language is Language.DUTCH
    assert [len(claim.citations) for claim in loaded.claims] == [2, 2, 2]
    assert [assertion.text for claim in loaded.claims for assertion in claim.assertions] == [
        statement.text for claim in extract(NUMBERED).claims for statement in claim.statements
    ]
    assert all(assertion.english is None for claim in loaded.claims for assertion in claim.assertions)


def test_the_file_says_what_a_person_still_has_to_do() -> None:
    written = write_claims_file(extract(NUMBERED))
    assert written.count('# english: ""') == 3
    assert "# The text states nothing here." in written
    assert "# - Zure kersen werken beter dan zoete." in written
    assert "english" not in write_claims_file(extract(MARKDOWN, "a.md")).replace("(implied)", "")
    assert "# - [4] 104" in write_claims_file(extract(MARKDOWN, "a.md"))


def test_the_same_text_gives_the_same_file() -> None:
    assert write_claims_file(extract(NUMBERED)) == write_claims_file(extract(NUMBERED))
