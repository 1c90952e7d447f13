"""The finer points of each format that a text may come in."""

import io
import zipfile

from magcite.extraction import Extraction, extract_claims
from magcite.extraction.naming import letter

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def gist(extraction: Extraction) -> list[tuple[str | None, list[str], list[str]]]:
    return [
        (claim.title, [*claim.pmids, *map(str, claim.sources)], [one.text for one in claim.statements])
        for claim in extraction.claims
    ]


def read(text: str, name: str = "a.md") -> list[tuple[str | None, list[str], list[str]]]:
    return gist(extract_claims(text.encode(), name=name))


def word(body: str, styles: str = "") -> Extraction:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
        if styles:
            archive.writestr("word/styles.xml", f'<w:styles xmlns:w="{W}">{styles}</w:styles>')
    return extract_claims(buffer.getvalue(), name="a.docx")


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


BOLD = "<w:b/>"
RAISED = '<w:vertAlign w:val="superscript"/>'
LISTED = "<w:numPr/>"


def test_a_word_style_is_known_by_its_name() -> None:
    styles = '<w:style w:styleId="X1"><w:name w:val="heading 2"/></w:style><w:style w:styleId="T"/>'
    body = p(r("Tea"), properties='<w:pStyle w:val="X1"/>') + p(r("Tea lowers stress. PMID 1"))
    assert gist(word(body, styles)) == [("Tea", ["1"], ["Tea lowers stress."])]


def test_a_word_title_is_the_title() -> None:
    body = p(r("All about tea"), properties='<w:pStyle w:val="Titel"/>') + p(r("Tea lowers stress. PMID 1"))
    assert word(body).title == "All about tea"


def test_bold_paragraphs_of_word_are_headings_and_listed_ones_are_not() -> None:
    body = (
        p(r("Tea", BOLD))
        + p(r("Tea lowers stress. PMID 1"))
        + p(r("Rum", BOLD))
        + p(r("Rum raises stress in men", BOLD), properties=LISTED)
        + p(r("PMID 2"))
    )
    assert gist(word(body)) == [("Tea", ["1"], ["Tea lowers stress."]), ("Rum", ["2"], ["Rum raises stress in men"])]


def test_raised_numbers_line_breaks_tabs_and_fields_of_word_are_read() -> None:
    field = '<w:r><w:instrText>HYPERLINK "https://pubmed.ncbi.nlm.nih.gov/7/"</w:instrText></w:r>'
    body = (
        p(
            r("Tea lowers"),
            "<w:r><w:tab/></w:r>",
            r("stress."),
            r("2", RAISED),
            "<w:r><w:br/></w:r>",
            r("Rum raises it."),
        )
        + p(field, r("Tea helps sleep."), "<w:r><w:drawing/></w:r>", "<w:bookmarkStart/>")
        + p(r("References:"))
        + p(r("[1] PMID 1"))
        + p(r("[2] PMID 2"))
    )
    assert gist(word(body)) == [(None, ["2", "7", "1"], ["Tea lowers stress.", "Rum raises it.", "Tea helps sleep."])]


def test_words_deleted_in_word_are_not_read() -> None:
    body = p(r("Tea lowers "), f"<w:del>{r('not')}</w:del>", r("stress. PMID 1"))
    assert gist(word(body)) == [(None, ["1"], ["Tea lowers stress."])]


def test_bracketed_references_need_no_label() -> None:
    text = (
        "## Tea\nTea lowers stress [1].\n\n## Rum\nRum raises stress [2].\n\n[1] https://a.org/1\n[2] https://a.org/2\n"
    )
    assert read(text) == [
        ("Tea", ["https://a.org/1"], ["Tea lowers stress."]),
        ("Rum", ["https://a.org/2"], ["Rum raises stress."]),
    ]


def test_headings_below_a_numbered_one_belong_to_it_and_those_beside_it_do_not() -> None:
    text = (
        "# Tea\n\n## 1. Tea and stress\n### Study\nTea lowers stress. PMID 1\n\n## 2. Tea and sleep\nTea helps sleep.\n"
        "PMID 2\n\n## About us\nWe sell tea that helps.\n"
    )
    assert read(text) == [
        ("Tea and stress", ["1"], ["Tea lowers stress."]),
        ("Tea and sleep", ["2"], ["Tea helps sleep."]),
    ]


def test_a_number_on_a_line_of_its_own_takes_the_next_line_for_its_title() -> None:
    text = "## 1.\n### Tea and stress\nTea lowers it. PMID 1\n\n## 2.\n### Tea and sleep\nTea helps it. PMID 2\n"
    assert [title for title, _, _ in read(text)] == ["Tea and stress", "Tea and sleep"]


def test_a_section_beside_the_numbered_ones_that_states_and_cites_is_a_claim_too() -> None:
    text = "## 1. Tea\nTea lowers stress. PMID 1\n\n## 2. Rum\nRum harms men. PMID 2\n\n"
    text += "## And beer\nBeer harms too. PMID 3\n"
    assert read(text)[2] == ("And beer", ["3"], ["Beer harms too."])


def test_sources_outside_the_claims_go_to_the_claim_before_them() -> None:
    text = "## 1. Tea\nTea lowers stress. PMID 1\n\n## 2. Rum\nRum harms men. PMID 2\n\n## See\nHi. PMID 3\n"
    assert [cited for _, cited, _ in read(text)] == [["1"], ["2", "3"]]


def test_lists_may_begin_at_any_number() -> None:
    page = '<h2>A</h2><p>Tea lowers stress [5].</p><h2>B</h2><p>Rum harms men [6].</p><h2>Sources</h2><ol start="5">'
    assert [cited for _, cited, _ in read(page + "<li>PMID 1</li><li value='6'>PMID 2</li></ol>", "a.html")] == [
        ["1"],
        ["2"],
    ]


def test_addresses_without_scheme_and_relative_ones_in_a_page() -> None:
    page = (
        '<html><p>Tea lowers stress (<a href="//a.org/x">Roe</a>, <a href="/shop">shop</a>, <a>anchor</a>).</p></html>'
    )
    assert read(page) == [(None, ["https://a.org/x"], ["Tea lowers stress (Roe, shop, anchor)."])]


def test_html_inside_markdown_is_understood() -> None:
    text = "Tea <b>lowers</b> stress&nbsp;a lot.<sup>1</sup> <!-- hidden\n2. text --> "
    text += "See <a href='https://a.org/x'>this</a>.\n\n[1]: https://a.org/1"
    ((_, cited, statements),) = read(text)
    assert cited == ["https://a.org/1", "https://a.org/x"]
    assert statements == ["Tea lowers stress a lot."]


def test_statements_are_lettered_beyond_z() -> None:
    assert [letter(number) for number in (0, 25, 26, 51, 52)] == ["a", "z", "aa", "az", "ba"]


def test_claims_with_the_same_title_get_ids_of_their_own() -> None:
    text = "## Tea\nTea lowers stress.\n\n## Tea\nTea helps sleep.\n\n## 茶\nTea helps all.\n"
    assert [claim.id for claim in extract_claims(text.encode(), name="a.md").claims] == ["tea", "tea-2", "claim-3"]
