import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from magcite.formats import Format, WriteOptions
from magcite.formats.markdown_text import escape, escape_html
from magcite.formats.safe_text import flatten
from magcite.model import Language

from .rendering import Golden, render
from .sample_report import empty_report

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _tokens(text: str) -> list[Token]:
    return [token for block in READER.parse(text) for token in (block, *(block.children or []))]


def _read(text: str) -> str:
    """Give what a reader sees of a text, comments aside."""
    tokens = _tokens(text)
    assert not [token for token in tokens if token.type == "html_inline" and token.content != "<!-- -->"]
    return "".join(token.content for token in tokens if token.type == "text")


def test_the_whole_report_is_as_agreed(expect_golden: Golden) -> None:
    expect_golden("report.md", render(Format.MARKDOWN))


def test_the_whole_report_in_dutch_is_as_agreed(expect_golden: Golden) -> None:
    expect_golden("report-nl.md", render(Format.MARKDOWN, options=WriteOptions(language=Language.DUTCH)))


def test_the_only_html_is_our_own() -> None:
    blocks = [token.content for token in _tokens(render(Format.MARKDOWN)) if token.type == "html_block"]
    assert all(block.startswith(("<details><summary><b>", "</details>")) for block in blocks)
    assert not [block for block in blocks if "<script" in block]


def test_every_row_of_a_table_has_all_its_cells() -> None:
    tokens = _tokens(render(Format.MARKDOWN))
    rows = [token for token in tokens if token.type in {"td_open", "tr_open"}]
    assert sum(token.type == "table_open" for token in tokens) == 6
    assert rows


def test_links_lead_only_where_the_sources_are() -> None:
    links = {str(token.attrs["href"]) for token in _tokens(render(Format.MARKDOWN)) if token.type == "link_open"}
    assert links
    assert all(
        link.startswith(
            ("https://pubmed.ncbi.nlm.nih.gov/", "https://pmc.ncbi.nlm.nih.gov/", "https://www.example.org/")
        )
        for link in links
    )


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_reads_as_it_was_written(text: str) -> None:
    assert _read(f"x {escape(text)} x") == f"x {flatten(text)} x"
    assert _read(escape(text)) == flatten(text)


@pytest.mark.parametrize(
    "text", ["# a", "- a", "1. a", "12) a", "+ a", "> a", "=== a", "a | b", "&lt;", "**a**", "[a](b)"]
)
def test_no_text_becomes_a_block_or_markup(text: str) -> None:
    assert _read(escape(text)) == text
    assert next(token.type for token in _tokens(escape(text))) == "paragraph_open"


@pytest.mark.parametrize("live", ["@someone", "#12", "https://x.y", "www.x.y"])
def test_nothing_becomes_a_mention_a_reference_or_a_link(live: str) -> None:
    assert live not in escape(live)
    assert live not in escape_html(live)


def test_an_empty_report_says_that_there_is_nothing() -> None:
    assert render(Format.MARKDOWN, empty_report()).startswith("## magcite: 0 statements, 0 claims\n")


def test_what_a_person_decided_stands_beside_the_verdict_of_magcite() -> None:
    text = _read(render(Format.MARKDOWN))
    assert "90000001 reviewed: partly supports, by N.N. on 2026-11-20: <b>holds</b> | in part" in text
    assert "(magcite: contradicts)" in text
