import base64
import hashlib
import io
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magcite import __version__
from magcite.formats import Format, WriteOptions
from magcite.formats.html import write
from magcite.formats.html.abstracts import mark
from magcite.formats.html.markup import Markup, el, escape, raw
from magcite.formats.safe_text import drop_controls
from magcite.model import Language, Report, Verdict

from ..rendering import Golden, render
from ..sample_report import HOSTILE_TITLE, empty_report, large_report, sample_report
from .parsing import Node, parse

SAFE_STARTS = ("#", "https://pubmed.ncbi.nlm.nih.gov/", "https://pmc.ncbi.nlm.nih.gov/", "https://www.example.org/")


def page(report: Report | None = None, language: Language = Language.ENGLISH) -> str:
    return render(Format.HTML, report, WriteOptions(language=language))


@pytest.fixture(scope="module", params=Language, ids=lambda language: language.value)
def tree(request: pytest.FixtureRequest) -> Node:
    return parse(page(language=request.param))


@pytest.mark.parametrize("language", Language)
def test_the_whole_page_is_as_agreed(language: Language, expect_golden: Golden) -> None:
    name = f"report-{language.value}.html"
    expect_golden(name, page(language=language).replace(f"magcite {__version__}", "magcite VERSION"))


def test_nothing_is_fetched_from_anywhere(tree: Node) -> None:
    assert not [node for node in tree.walk() if node.tag in {"link", "img", "iframe", "object", "base"}]
    assert not [node for node in tree.walk() if "src" in node.attributes or "style" in node.attributes]
    assert all(node.attributes["href"].startswith(SAFE_STARTS) for node in tree.find("a"))
    assert not [node for node in tree.find("style") if "url(" in node.text or "@import" in node.text]


def test_the_policy_lets_only_our_own_style_and_script_run(tree: Node) -> None:
    (policy,) = [node.attributes["content"] for node in tree.find("meta") if "http-equiv" in node.attributes]
    assert policy.startswith("default-src 'none'")
    for tag in ("style", "script"):
        (node,) = tree.find(tag)
        digest = base64.b64encode(hashlib.sha256(node.text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_no_element_handles_events_by_attribute(tree: Node) -> None:
    assert not [name for node in tree.walk() for name in node.attributes if name.startswith("on")]


def test_text_from_outside_stays_text(tree: Node) -> None:
    assert drop_controls(HOSTILE_TITLE) in tree.text
    assert len(tree.find("script")) == 1
    assert not [node for node in tree.find("b") if node.text == "pressure"]


def test_headings_begin_with_one_and_never_skip_a_level(tree: Node) -> None:
    levels = [int(node.tag[1]) for node in tree.find("h1", "h2", "h3", "h4", "h5")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_each_id_is_given_once_and_each_link_within_the_page_leads_somewhere(tree: Node) -> None:
    ids = Counter(node.attributes["id"] for node in tree.walk() if "id" in node.attributes)
    assert set(ids.values()) == {1}
    assert {node.attributes["href"][1:] for node in tree.find("a") if node.attributes["href"][0] == "#"} <= set(ids)


def test_every_table_has_a_caption_and_headed_columns(tree: Node) -> None:
    tables = tree.find("table")
    assert tables
    for table in tables:
        assert len(table.find("caption")) == 1
        assert all(head.attributes["scope"] == "col" for node in table.find("thead") for head in node.find("th"))
        assert all(head.attributes["scope"] == "row" for node in table.find("tbody") for head in node.find("th"))


def test_every_control_has_a_label_and_every_landmark_a_name(tree: Node) -> None:
    labelled = {node.attributes["for"] for node in tree.find("label") if "for" in node.attributes}
    boxes = {id(box) for label in tree.find("label") for box in label.find("input")}
    controls = tree.find("input", "select")
    assert all(control.attributes.get("id") in labelled or id(control) in boxes for control in controls)
    assert len(tree.find("header")) == len(tree.find("main")) == len(tree.find("footer")) == 1


def test_drawings_are_hidden_from_screen_readers_and_followed_by_their_figures(tree: Node) -> None:
    for figure in tree.find("figure"):
        assert all(svg.attributes["aria-hidden"] == "true" for svg in figure.find("svg"))
        assert figure.find("table")
        assert all(link.attributes["tabindex"] == "-1" for svg in figure.find("svg") for link in svg.find("a"))


def test_the_deciding_words_are_marked_in_their_abstract(tree: Node) -> None:
    marked = [node.text for node in tree.find("mark")]
    assert "In seniors, a very low intake went with less low mood (RR 0.75)." in marked


def test_a_digest_is_called_a_digest_wherever_its_text_is_shown() -> None:
    tree = parse(page())
    shown = [node for node in tree.find("details") if node.find("mark") and "very low intake" in node.text]
    assert shown
    assert all("own-words digest" in node.text for node in shown)


def test_the_page_can_be_read_without_its_script(tree: Node) -> None:
    (form,) = tree.find("form")
    assert "hidden" in form.attributes
    assert not [node for node in tree.find("article", "section") if "hidden" in node.attributes]


def test_the_worst_is_named_first() -> None:
    (first, *_) = [node for node in parse(page()).find("ol")]
    assert [link.text for link in first.find("a")] == ["mood.b", "mood.a", "mixed", "hostile"]


def test_statements_that_share_an_id_are_told_apart() -> None:
    report = sample_report()
    twice = replace(report, claims=(report.claims[0], replace(report.claims[0])))
    copied = replace(
        twice,
        claims=(twice.claims[0], replace(twice.claims[1], assertions=tuple(map(replace, twice.claims[1].assertions)))),
    )
    ids = [node.attributes["id"] for node in parse(page(copied)).find("article")]
    assert ids == ["s-mood.a", "s-mood.b", "s-mood.a--2", "s-mood.b--2"]


def _hostile_page(address: str) -> Report:
    report = sample_report()
    claim = report.claims[0]
    source = claim.assertions[1].sources[4]
    identifier = replace(source.citation.identifier, value=address)
    bad = replace(source, citation=replace(source.citation, identifier=identifier))
    audited = replace(claim.assertions[1], sources=(bad,))
    return replace(report, claims=(replace(claim, assertions=(audited,)),))


def test_only_web_pages_are_linked() -> None:
    hostile = _hostile_page("javascript:alert(1)")
    assert "javascript:" not in " ".join(node.attributes["href"] for node in parse(page(hostile)).find("a"))
    assert "](javascript:" not in render(Format.MARKDOWN, hostile)
    assert "](" not in render(Format.MARKDOWN, _hostile_page("https://x.y/a)<b>"))


def test_an_article_that_speaks_against_any_statement_is_drawn_so() -> None:
    report = sample_report()
    cramps = report.claims[6].assertions[0]
    for_it = replace(
        cramps, sources=tuple(source for source in cramps.sources if source.citation.cited_as == "90000002")
    )
    reading = for_it.sources[0].reading
    assert reading is not None
    assert reading.support is not None
    against = replace(reading, support=replace(reading.support, value=Verdict.CONTRADICTS))
    against_it = replace(for_it, sources=(replace(for_it.sources[0], reading=against),))
    for order in ((for_it, against_it), (against_it, for_it), (for_it, replace(for_it))):
        drawn = page(replace(report, claims=(replace(report.claims[6], assertions=order),)))
        assert drawn.count('class="dot see contradicts"') == (against_it in order)


def test_participants_are_drawn_for_the_worst_claims_where_there_are_many() -> None:
    tree = parse(page(large_report(160)))
    (figure,) = [node for node in tree.find("figure") if "Participants" in node.text]
    assert len(figure.find("tbody")[0].find("tr")) == 25
    assert "The 25 claims that need most attention" in figure.text


def test_an_empty_report_is_a_page_too() -> None:
    assert "<h1>Evidence report</h1>" in page(empty_report())


def test_two_thousand_claims_stay_under_ten_megabytes() -> None:
    assert len(page(large_report(2000)).encode()) < 10_000_000


def test_long_abstracts_of_a_large_report_are_shown_in_part() -> None:
    report = sample_report()
    article = report.claims[0].assertions[1].sources[0].reading
    assert article is not None
    section = article.article.abstract[1]
    long = replace(section, text="Start. " + "word " * 1_300_000 + section.text + " end" * 1000)
    reading = replace(article, article=replace(article.article, abstract=(long,)))
    audited = report.claims[0].assertions[1]
    sources = (replace(audited.sources[0], reading=reading),)
    claim = replace(report.claims[0], assertions=(replace(audited, sources=sources),))
    text = page(replace(report, claims=(claim,)))
    assert len(text) < 100_000
    assert "<mark>In seniors" in text
    assert " … " in text or "… word" in text


def test_a_stream_with_few_characters_gets_references() -> None:
    buffer = io.BytesIO()
    out = io.TextIOWrapper(buffer, encoding="ascii")
    write(sample_report(), out, WriteOptions())
    out.flush()
    assert b"&#9680;" in buffer.getvalue()


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_text_reads_in_the_page_as_it_was_written(text: str) -> None:
    tree = parse(el("p", text, title=text))
    (node,) = tree.find("p")
    assert node.text == drop_controls(text)
    assert node.attributes["title"] == drop_controls(text)


@settings(deadline=None)
@given(st.text("ab <&", max_size=30), st.text("ab <&", min_size=1, max_size=5))
def test_marking_words_never_changes_the_text(text: str, quote: str) -> None:
    node = parse(el("p", mark(text, quote)))
    assert node.text == text
    assert [marked.text for marked in node.find("mark")] == ([quote] if quote in text else [])


def test_markup_is_escaped_once_and_a_script_cannot_end_early() -> None:
    assert el("b", escape("<")) == Markup("<b>&lt;</b>")
    assert el("input", checked=True, hidden=False, id=None) == "<input checked>"
    with pytest.raises(ValueError, match="end early"):
        raw("script", "</script>")


def test_a_persons_verdict_has_a_mark_of_its_own_beside_that_of_magcite(tree: Node) -> None:
    (mood,) = [node for node in tree.find("article") if node.attributes["id"] == "s-mood.b"]
    reviews = [node for node in mood.find("p") if node.attributes.get("class") == "review"]
    assert [len(node.find("span")) and node.find("span")[0].attributes["class"] for node in reviews] == [
        "badge person"
    ] * 3
    assert reviews[0].text.endswith(" 2026-11-20: <b>holds</b> | in part")
    assert [node.attributes["id"] for node in tree.find("article") if "data-reviewed" in node.attributes] == [
        "s-mood.b"
    ]
    assert len([node for node in mood.walk() if "contradicts" in node.attributes.get("class", "").split()]) == 1


def test_the_filter_for_reviews_is_there_only_where_somebody_reviewed() -> None:
    plain = sample_report()
    bare = tuple(
        replace(
            claim,
            assertions=tuple(replace(one, assertion=replace(one.assertion, reviews=())) for one in claim.assertions),
        )
        for claim in plain.claims
    )
    assert 'id="f-review"' in page(plain)
    assert 'id="f-review"' not in page(replace(plain, claims=bare))


def test_second_opinions_are_shown_apart_from_the_verdicts(tree: Node) -> None:
    opinions = [node.text for node in tree.find("p") if node.attributes.get("class") == "opinion"]
    assert len(opinions) == 1
    assert "invented <model>" in opinions[0]
