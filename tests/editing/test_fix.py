"""Fixing changes what is sure to be the same, and nothing else in the file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.claims import load_claims
from magcite.editing.fix import FixedFile, fix_text
from magcite.errors import ClaimsFileError
from magcite.model import Claim, Identifier


def _cited(text: str) -> list[tuple[str, list[Identifier]]]:
    """Give what each claim and assertion cites, each source once."""
    claims = load_claims("f.yaml", text.encode()).claims
    owners: list[Claim] = list(claims)
    found = [(claim.id, list(dict.fromkeys(one.identifier for one in claim.citations))) for claim in owners]
    for claim in claims:
        for assertion in claim.assertions:
            found.append((assertion.id, list(dict.fromkeys(one.identifier for one in assertion.citations))))
    return found


def _fix(text: str) -> FixedFile:
    fixed = fix_text(text, "f.yaml")
    assert _cited(fixed.text) == _cited(text)
    assert fix_text(fixed.text, "f.yaml").changes == ()
    return fixed


BEFORE = """\
# The claims of a text.
claims:
  - id: a   # first
    title:   Spaced   out
    pmids:
      - PMID: 123    # the first one
      # a comment on its own
      - https://www.ncbi.nlm.nih.gov/pubmed/456
      - "pmid:123"   # the same again
      - 789

    sources: [https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3035600/, PMC3035600,  'https://doi.org/10.1000/X']
    assertions:
      - {id: b, text: "It helps: a lot.", pmids: [PMID 123, '123']}
"""

AFTER = """\
# The claims of a text.
claims:
  - id: a   # first
    title:   Spaced   out
    pmids:
      - 123    # the first one
      # a comment on its own
      - 456
      - 789

    sources: [PMC3035600,  doi:10.1000/x]
    assertions:
      - {id: b, text: "It helps: a lot.", pmids: [123]}
"""


def test_identifiers_are_spelled_one_way_and_repeats_go_with_all_else_left_alone() -> None:
    fixed = _fix(BEFORE)
    assert fixed.text == AFTER
    assert [str(change) for change in fixed.changes] == [
        "f.yaml:6:9: PMID: 123 is written as 123",
        "f.yaml:8:9: https://www.ncbi.nlm.nih.gov/pubmed/456 is written as 456",
        "f.yaml:9:9: 123 was cited twice; this one is removed",
        "f.yaml:12:15: https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3035600/ is written as PMC3035600",
        "f.yaml:12:70: PMC3035600 was cited twice; this one is removed",
        "f.yaml:12:83: https://doi.org/10.1000/X is written as doi:10.1000/x",
        "f.yaml:14:51: PMID 123 is written as 123",
        "f.yaml:14:61: 123 was cited twice; this one is removed",
    ]


def test_a_file_without_faults_comes_back_to_the_letter() -> None:
    assert fix_text(AFTER) == FixedFile(text=AFTER, changes=())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("pmids: [1, 1, 1]", "pmids: [1]"),
        ("pmids: [1, 2, 1, 2, 3]", "pmids: [1, 2, 3]"),
        ("pmids: [PMID: 1 , {PMID: 2}]", "pmids: [1 , 2]"),
        ("pmids:\n  - 1\n  - 1", "pmids:\n  - 1"),
        ("pmids:\n  - 1\n  - 1 # again\n  # after\n  - 2", "pmids:\n  - 1\n  # after\n  - 2"),
        ("pmids: [1]\n  sources: ['PMID: 1']  # the same\n  title: b", "pmids: [1]\n  title: b"),
        ("pmids: [1]\n  sources: ['PMID: 1', PMC2]", "pmids: [1]\n  sources: [PMC2]"),
        ("pmids: [1]\n  sources:\n  - PMID 1\n  - PMC2", "pmids: [1]\n  sources:\n  - PMC2"),
        ("pmids: [1]\n  sources:\n  - PMID 1\n  title: b", "pmids: [1]\n  title: b"),
        ("sources: ['doi:10.1000/a,b', 'https://doi.org/10.1000/a,b']", "sources: ['doi:10.1000/a,b']"),
        ("sources: ['https://doi.org/10.1000/a,b']", 'sources: ["doi:10.1000/a,b"]'),
        ("sources: [www.kanker.nl/x, https://www.kanker.nl/x]", "sources: [www.kanker.nl/x]"),
        ("sources: [PubMed 5, www.kanker.nl/x]", "sources: [PubMed 5, www.kanker.nl/x]"),
        ("pmids: ['1', \"2\"]", "pmids: ['1', \"2\"]"),
        ("pmids:\n  - >-\n    PMID 1\n  - 2", "pmids:\n  - >-\n    PMID 1\n  - 2"),
        ("pmids: [\n    1, # first\n    1]", "pmids: [\n    1, # first\n    1]"),
        ("pmids:\n  -\n    1\n  -\n    1", "pmids:\n  -\n    1\n  -\n    1"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_each_layout_is_fixed_or_left_alone_where_it_leaves_doubt(before: str, after: str, line_end: str) -> None:
    def file(entry: str) -> str:
        return f"claims:\n- id: a\n  {entry}\n- id: z\n".replace("\n", line_end)

    fixed = fix_text(file(before))
    assert fixed.text == file(after)
    assert _cited(fixed.text) == _cited(file(before))


def test_a_list_in_a_claim_between_brackets_is_never_left_empty() -> None:
    text = "claims: [{id: a, pmids: [1], sources: [PMID 1]}]"
    assert fix_text(text) == FixedFile(text=text, changes=())


def test_a_first_key_that_would_go_stays() -> None:
    text = "claims:\n- sources: [PMID 1]\n  pmids: [1]\n  id: a\n"
    assert fix_text(text).text == text


def test_wrong_identifiers_and_wrong_types_are_left_for_the_loader_to_report() -> None:
    text = "claims:\n- id: a\n  pmids: [0123, PMC1, [1], {a: 1, b: 2}, ~, {PMID: [1]}]\n  sources: x\n- b\n"
    assert fix_text(text) == FixedFile(text=text, changes=())
    assert fix_text("- a\n") == FixedFile(text="- a\n", changes=())
    assert fix_text("claims: x\n") == FixedFile(text="claims: x\n", changes=())


def test_text_that_is_no_yaml_is_refused_with_its_place() -> None:
    with pytest.raises(ClaimsFileError, match=r"f\.yaml:2:1"):
        fix_text("a: [\n", "f.yaml")


_SPELLINGS = st.sampled_from(
    ["1", "'1'", "PMID: 1", "{PMID: 1}", "2", "PMID 2", "https://pubmed.ncbi.nlm.nih.gov/2/", "33", '"pmid:33"']
)
_OTHERS = st.sampled_from(["PMC4", "pmc4", "https://doi.org/10.1000/A", "doi:10.1000/a", "NBK5", "kanker.nl", "PMID 1"])


@given(st.lists(_SPELLINGS, min_size=1, max_size=6), st.lists(_OTHERS, min_size=1, max_size=5), st.booleans())
@settings(deadline=None, max_examples=200)
def test_whatever_the_spellings_the_same_sources_stay_cited(
    pmids: list[str], others: list[str], in_lines: bool
) -> None:
    def listed(entries: list[str]) -> str:
        return "".join(f"\n  - {entry}  # c" for entry in entries) if in_lines else f" [{', '.join(entries)}]"

    fixed = _fix(f"claims:\n- id: a\n  pmids:{listed(pmids)}\n  sources:{listed(others)}\n  claim: b\n")
    cited = load_claims("f.yaml", fixed.text.encode()).claims[0].citations
    assert len(cited) == len({citation.identifier for citation in cited})


# ---------------------------------------------------------------- rewording


@pytest.mark.parametrize(
    ("statement", "after"),
    [
        ("claim: It cures.  # strong", "claim: It may help.  # strong"),
        ("claim: 'It cures.'", "claim: It may help."),
        ("claim: >-  # strong\n    It\n    cures.", "claim: >-  # strong\n    It may help."),
        ("claim: |\n    It cures.\n  title: b", "claim: >-\n    It may help.\n  title: b"),
    ],
)
def test_a_suggested_wording_takes_the_place_of_the_old_words_only(statement: str, after: str) -> None:
    fixed = fix_text(f"claims:\n- id: a\n  {statement}\n- id: z\n", "f.yaml", {"a": "It may help."})
    assert fixed.text == f"claims:\n- id: a\n  {after}\n- id: z\n"
    assert [change.message for change in fixed.changes] == ["a now reads: It may help."]


def test_an_assertion_is_reworded_by_its_full_id_and_others_stay() -> None:
    text = "claims: [{id: a, assertions: [{id: b, text: It cures.}, {id: c, text: It cures.}]}]"
    fixed = fix_text(text, "f.yaml", {"a.c": "It may help, sometimes."})
    assert fixed.text == (
        'claims: [{id: a, assertions: [{id: b, text: It cures.}, {id: c, text: "It may help, sometimes."}]}]'
    )


def test_an_unknown_id_the_same_words_and_no_words_change_nothing() -> None:
    text = "claims: [{id: a, claim: It helps.}]"
    for suggestions in ({"b": "x"}, {"a": "It helps."}, {"a": " "}):
        assert fix_text(text, "f.yaml", suggestions).text == text


@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300),
    st.sampled_from(["x", "'x'", ">-\n    x", "|\n    x"]),
)
@settings(deadline=None, max_examples=300)
def test_any_wording_reads_back_as_itself(wording: str, old: str) -> None:
    fixed = fix_text(f"claims:\n- id: a\n  claim: {old}\n  pmids: [1]\n", "f.yaml", {"a": wording})
    wanted = " ".join(wording.split())
    try:
        claim = load_claims("f.yaml", fixed.text.encode()).claims[0]
    except ClaimsFileError:
        assert not wanted.isprintable()
        return
    assert claim.assertions[0].text == (wanted or "x")
    assert len(claim.citations) == 1
