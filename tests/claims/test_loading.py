"""What a sound claims file is read as."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from magcite.claims import load_claims, load_claims_files
from magcite.errors import ClaimsFileError
from magcite.model import (
    Assertion,
    ClaimsFile,
    Context,
    Identifier,
    IdKind,
    Language,
    Position,
    Review,
    Verdict,
    Waiver,
)


def _load(text: str) -> ClaimsFile:
    return load_claims("<stdin>", text.encode())


def _statements(text: str) -> tuple[Assertion, ...]:
    return tuple(assertion for claim in _load(text).claims for assertion in claim.assertions)


LONG_FORM = """\
schema: 1
title: Reasons to take magnesium
language: nl
context: commercial
articles: recorded
claims:
  - id: depression
    title: Depressie
    locator: reden 3
    pmids: [25748766, 19271419]
    sources: [PMC4759402, NBK507269, "doi:10.3390/NU7095388", "https://www.kanker.nl/wat"]
    assertions:
      - id: b
        text: "Wie weinig magnesium eet, is vaker somber."
        english: "People who eat little magnesium are more often gloomy."
        pmids: [25748766]
        waive:
          - {rule: small-sample, reason: pilot named as such, by: editor, until: 2027-01-31}
        review:
          - source: 25748766
            verdict: partial
            by: editor
            date: 2026-11-22
            reason: only those over 65
"""


def test_the_long_form_is_read_in_full() -> None:
    file = _load(LONG_FORM)
    assert (file.path, file.title, file.language, file.context) == (
        "<stdin>",
        "Reasons to take magnesium",
        Language.DUTCH,
        Context.COMMERCIAL,
    )
    claim = file.claims[0]
    assert (claim.id, claim.title, claim.locator) == ("depression", "Depressie", "reden 3")
    assert claim.position == Position(file="<stdin>", line=7, column=9)
    assert [citation.identifier for citation in claim.citations] == [
        Identifier(kind=IdKind.PMID, value="25748766"),
        Identifier(kind=IdKind.PMID, value="19271419"),
        Identifier(kind=IdKind.PMCID, value="PMC4759402"),
        Identifier(kind=IdKind.NBK, value="NBK507269"),
        Identifier(kind=IdKind.DOI, value="10.3390/nu7095388"),
        Identifier(kind=IdKind.URL, value="https://www.kanker.nl/wat"),
    ]
    assert claim.citations[4].cited_as == "doi:10.3390/NU7095388"
    assert claim.citations[1].position == Position(file="<stdin>", line=10, column=23)


def test_an_assertion_has_its_full_id_its_place_its_waivers_and_its_reviews() -> None:
    assertion = _statements(LONG_FORM)[0]
    assert assertion.id == "depression.b"
    assert assertion.text == "Wie weinig magnesium eet, is vaker somber."
    assert assertion.english == "People who eat little magnesium are more often gloomy."
    assert assertion.position == Position(file="<stdin>", line=14, column=15)
    assert [citation.cited_as for citation in assertion.citations] == ["25748766"]
    assert assertion.waivers == (
        Waiver(
            rule="small-sample",
            reason="pilot named as such",
            by="editor",
            until=date(2027, 1, 31),
            position=Position(file="<stdin>", line=18, column=13),
        ),
    )
    assert assertion.reviews == (
        Review(
            source="25748766",
            verdict=Verdict.PARTIAL,
            by="editor",
            on=date(2026, 11, 22),
            reason="only those over 65",
            position=Position(file="<stdin>", line=20, column=13),
        ),
    )


def test_the_short_form_is_one_assertion_under_the_id_of_the_claim() -> None:
    text = "claims:\n- id: cramps\n  claim: Magnesium relieves cramps.\n  pmids: [28241153]\n"
    assertion = _statements(text)[0]
    assert (assertion.id, assertion.text, assertion.english) == ("cramps", *["Magnesium relieves cramps."] * 2)
    assert assertion.citations == _load(text).claims[0].citations
    assert assertion.position == Position(file="<stdin>", line=3, column=10)


def test_what_is_absent_is_none_and_the_defaults_are_an_english_editorial_file() -> None:
    file = _load("claims: [{id: a}]")
    assert (file.title, file.articles, file.language, file.context) == (
        None,
        None,
        Language.ENGLISH,
        Context.EDITORIAL,
    )
    assert (file.claims[0].title, file.claims[0].locator) == (None, None)


def test_a_heading_without_a_statement_and_a_statement_without_a_source_are_both_allowed() -> None:
    file = _load("claims:\n- {id: cancer, title: Cancer, pmids: [21933757]}\n- {id: tea, claim: Tea is nice.}\n")
    assert file.claims[0].assertions == ()
    assert file.claims[1].citations == ()


def test_a_dutch_statement_without_a_translation_has_no_english() -> None:
    assert _statements("language: nl\nclaims: [{id: a, claim: Het helpt.}]")[0].english is None


@pytest.mark.parametrize("marker", ["(implied)", "(impliciet)", "(Implied).", " (implied)"])
def test_a_marker_at_the_end_says_that_the_statement_is_implied(marker: str) -> None:
    assertion = _statements(f"claims: [{{id: a, claim: It helps. {marker}}}]")[0]
    assert assertion.implied
    assert assertion.text == f"It helps. {marker}"
    assert assertion.english == "It helps."


def test_a_marker_in_the_translation_counts_too_and_one_elsewhere_does_not() -> None:
    dutch = "language: nl\nclaims: [{id: a, claim: Het helpt., english: It helps. (implied)}]"
    assert _statements(dutch)[0].implied
    assert not _statements("claims: [{id: a, claim: It (implied) helps.}]")[0].implied


@pytest.mark.parametrize(
    "written",
    [
        "123",
        "'123'",
        "PMID: 123",
        "pmid:123",
        '"PMID 123."',
        "{PMID: 123}",
        "https://www.ncbi.nlm.nih.gov/pubmed/123",
    ],
)
def test_a_pmid_may_be_written_in_many_ways_also_as_a_key_with_a_value(written: str) -> None:
    claim = _load(f"claims: [{{id: a, pmids: [{written}]}}]").claims[0]
    assert claim.citations[0].identifier == Identifier(kind=IdKind.PMID, value="123")


def test_a_labelled_source_needs_no_quotes() -> None:
    claim = _load("claims:\n- id: a\n  pmids:\n  - PMID: 123\n  sources:\n  - doi: 10.1000/X\n").claims[0]
    assert [str(citation.identifier) for citation in claim.citations] == ["123", "doi:10.1000/x"]
    assert [citation.cited_as for citation in claim.citations] == ["PMID: 123", "doi: 10.1000/X"]


def test_a_source_written_twice_is_kept_twice_for_a_rule_to_report() -> None:
    assert len(_load("claims: [{id: a, pmids: [123, 123]}]").claims[0].citations) == 2


def test_values_that_yaml_would_convert_stay_text() -> None:
    claim = _load("claims: [{id: 1e7, title: 2015, claim: yes, locator: 0x1F}]").claims[0]
    assert (claim.id, claim.title, claim.assertions[0].text, claim.locator) == ("1e7", "2015", "yes", "0x1F")


def test_text_on_several_lines_is_folded_into_one_without_the_line_end() -> None:
    text = "claims:\n- id: a\n  claim: >\n    Magnesium relieves\n    cramps.\n"
    assert _statements(text)[0].text == "Magnesium relieves cramps."


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfclaims:\r\n- id: a\r\n  claim: Caf\xc3\xa9.\r\n",
        "claims:\n- id: a\n  claim: Café.\n".encode("utf-16"),
        "claims:\r- id: a\r  claim: Café.\r".encode(),
    ],
)
def test_byte_order_marks_windows_line_ends_and_marked_utf_16_are_understood(content: bytes) -> None:
    claim = load_claims("<stdin>", content).claims[0]
    assert claim.assertions[0].text == "Café."
    assert claim.position == Position(file="<stdin>", line=2, column=7)


def test_the_folder_of_articles_is_found_from_where_the_file_stands(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    file = tmp_path / "sub" / "claims.yaml"
    file.write_text("articles: ../recorded\nclaims: [{id: a}]\n", encoding="utf-8")
    assert load_claims(str(file)).articles == (tmp_path / "recorded").resolve()
    assert _load("articles: recorded\nclaims: [{id: a}]").articles == (Path.cwd() / "recorded").resolve()


def test_several_files_are_loaded_in_order_each_once_and_may_share_ids(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yaml"):
        (tmp_path / name).write_text("claims: [{id: same}]\n", encoding="utf-8")
    names = [str(tmp_path / "b.yaml"), "-", str(tmp_path / "a.yaml"), str(tmp_path / "b.yaml")]
    files = load_claims_files(names, stdin=b"claims: [{id: same}]")
    assert [Path(file.path).name for file in files] == ["b.yaml", "<stdin>", "a.yaml"]


def test_the_complaints_of_all_files_come_together(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yaml"):
        (tmp_path / name).write_text("claims: []\n", encoding="utf-8")
    with pytest.raises(ClaimsFileError) as caught:
        load_claims_files([str(tmp_path / "b.yaml"), str(tmp_path / "none.yaml"), str(tmp_path / "a.yaml")])
    places = [Path(complaint.position.file).name for complaint in caught.value.complaints]
    assert places == ["b.yaml", "none.yaml", "a.yaml"]


def test_thousands_of_claims_are_all_read() -> None:
    text = "claims:\n" + "".join(f"- {{id: c{n}, claim: Text {n}., pmids: [{n + 1}]}}\n" for n in range(3000))
    assert len(_load(text).claims) == 3000
