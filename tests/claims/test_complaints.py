"""What is wrong with a claims file, where, and what to do about it."""

from __future__ import annotations

import pytest

from magcite.claims import load_claims
from magcite.errors import ClaimsFileError


def _complaints(text: str | bytes) -> list[str]:
    with pytest.raises(ClaimsFileError) as caught:
        load_claims("f.yaml", text.encode() if isinstance(text, str) else text)
    return [str(complaint) for complaint in caught.value.complaints]


def _one(text: str | bytes) -> str:
    complaints = _complaints(text)
    assert len(complaints) == 1, complaints
    return complaints[0]


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("0123456", "never begins with 0"),
        ("12_345", "plain number"),
        ("1e7", "plain number"),
        ("1:30", "plain number"),
        ("0x1F", "plain number"),
        ("12345678901", "it has 11 digits"),
        ("1.5", "plain number"),
        ("-5", "plain number"),
        ("yes", "plain number"),
        ("2015-01-01", "plain number"),
        (".inf", "plain number"),
        ("PMC4759402", "PubMed Central id, not a PMID; put it under `sources`"),
        ("https://example.org/x", "a web address, not a PMID; put it under `sources`"),
        ("~", "has no value"),
        ("''", "is blank"),
        ("[123]", "must be text, not a list"),
        ("{a: 1}", "must be text, not a set of keys"),
        ("{PMID: 1, x: 2}", "must be text, not a set of keys"),
        ("{PMID: [1]}", "must be text, not a set of keys"),
        ("{PMID: 012}", "never begins with 0"),
    ],
)
def test_a_pmid_is_text_and_a_wrong_one_is_never_another_paper(written: str, why: str) -> None:
    complaint = _one(f"claims:\n- id: a\n  pmids:\n  - 123\n  - {written}\n")
    assert complaint.startswith("f.yaml:5:5: ")
    assert why in complaint


@pytest.mark.parametrize(
    ("entry", "place", "words"),
    [
        ("- id: a\n  id: b", "3:3", "the key `id` is given twice, first on line 2; keep one"),
        ("- id: a\n  pmid: [1]", "3:3", "unknown key `pmid` in a claim; did you mean `pmids`?"),
        ("- id: a\n  asertions: [{id: a, text: b}]", "3:3", "did you mean `assertions`?"),
        ("- id: a\n  Title: x", "3:3", "did you mean `title`?"),
        ("- id: a\n  qqq: x", "3:3", "the nearest known key is"),
        ("- id: a\n  x-note: x", "3:3", "unknown key `x-note`"),
        ("- id: a\n  assertions: [{id: a, text: b, sources: [PMC1]}]", "3:33", "did you mean `pmids`?"),
        ("- id: a\n  assertions: [{id: a, claim: b}]", "3:24", "did you mean `text`?"),
        ("- id: a\n  pmids: []", "3:10", "`pmids` is an empty list; fill it, or remove the key"),
        ("- id: a\n  sources: []", "3:12", "`sources` is an empty list"),
        ("- id: a\n  assertions: []", "3:15", "`assertions` is an empty list"),
        ("- {id: a, claim: b, waive: []}", "2:28", "`waive` is an empty list"),
        ("- {id: a, pmids: [1], claim: b, review: []}", "2:41", "`review` is an empty list"),
        ("- id: a\n  pmids:", "3:9", "`pmids` has no value"),
        ("- id: a\n  pmids: 123, 456", "3:10", "must be a list; write `pmids: [123, 456]`"),
        ("- id: a\n  assertions: {id: a}", "3:15", "`assertions` must be a list: lines that begin with `- `"),
        ("- id: a\n  title: [b]", "3:10", "`title` must be text, not a list"),
        ("- id: a\n  title: ~", "3:10", "`title` has no value"),
        ("- id: a\n  title: '  '", "3:10", "`title` is blank"),
        ("- id: a\n  claim: ' '", "3:10", "`claim` is blank"),
        ("- title: b", "2:3", "a claim must have `id`"),
        ("- just text", "2:3", "a claim must be a set of keys, beginning with `id`, not a single value"),
        ("-", "2:2", "a claim must be a set of keys, beginning with `id`, not nothing"),
        ("- [a]", "2:3", "not a list"),
        ("- id: a\n  ? [b]\n  : c", "3:5", "a key must be a single word"),
        ("- id: a b", "2:7", "the id `a b` may hold only letters a-z, digits, `.`, `_` and `-`"),
        ("- id: é", "2:7", "may hold only"),
        ("- id: a\n  claim: b\n  assertions: [{id: c, text: d}]", "3:3", "either `claim` (one statement) or"),
        ("- id: a\n  english: b", "3:3", "`english` belongs to one statement; add `claim`, or remove it"),
        ("- id: a\n  english: b\n  assertions: [{id: c, text: d}]", "3:3", "move it to an assertion"),
        ("- id: a\n  assertions: [text]", "3:16", "an assertion must be a set of keys, beginning with `id` or `text`"),
        ("- id: a\n  assertions: [{text: b}]", "3:16", "an assertion must have `id`"),
        ("- id: a\n  assertions: [{id: b}]", "3:16", "an assertion must have `text`"),
        ("- id: a\n- id: a", "3:7", "the id `a` is given twice, first on line 2; give one of them another id"),
        ("- id: a\n  assertions:\n  - {id: b, text: c}\n  - {id: b, text: d}", "5:10", "the id `a.b` is given twice"),
        ("- {id: a.b, claim: c}\n- {id: a, assertions: [{id: b, text: c}]}", "3:29", "the id `a.b` is given twice"),
        ("- {id: a, claim: c}\n- {id: a, claim: c}", "3:8", "the id `a` is given twice"),
        ("- {id: a, sources: [magnesium]}", "2:21", '"magnesium" is not a source that magcite knows; write a PMC id'),
        ("- {id: a, pmids: [1], assertions: [{id: b, text: c, pmids: [2]}]}", "2:61", "2 is not among the sources"),
        ("- {id: a, pmids: [1], assertions: [{id: b, text: c, pmids: [PMC2]}]}", "2:61", "narrowed to PMIDs only"),
        ("- {id: a, sources: [~]}", "2:21", "a source has no value"),
        ("- id: a\n  title: {b: c}", "3:10", "`title` must be text, not a set of keys"),
        ("- {id: a, claim: b, review: [{verdict: partial}]}", "2:30", "a review must have `source`"),
        ("- {id: a, claim: b, waive: [{rule: c}]}", "2:29", "a waiver must have `reason`"),
        ("- {id: a, claim: b, waive: [{reason: c}]}", "2:29", "a waiver must have `rule`"),
        ("- {id: a, claim: b, waive: [small-sample]}", "2:29", "a waiver must be a set of keys"),
        (
            "- {id: a, claim: b, waive: [{rule: c, reason: d, until: soon}]}",
            "2:57",
            "must be a date such as 2027-01-31",
        ),
        ("- {id: a, claim: b, waive: [{rule: c, reason: d, until: 2027-02-30}]}", "2:57", "must be a date"),
        ("- {id: a, claim: b, waive: [{rule: c, reason: d, until: 20270131}]}", "2:57", "must be a date"),
        ("- {id: a, pmids: [1], claim: b, review: [{source: 1}]}", "2:42", "a review must have `verdict`"),
        ("- {id: a, pmids: [1], claim: b, review: [1]}", "2:42", "a review must be a set of keys"),
        (
            "- {id: a, pmids: [1], claim: b, review: [{source: 1, verdict: good}]}",
            "2:63",
            "`verdict` must be `supports`, `partial`, `contradicts`, `unrelated` or `unclear`, not `good`",
        ),
        (
            "- {id: a, pmids: [1], claim: b, review: [{source: 2, verdict: partial}]}",
            "2:51",
            "2 is not among the sources",
        ),
        (
            "- {id: a, pmids: [1], claim: b, review: [{source: x, verdict: partial}]}",
            "2:51",
            "not a source that magcite",
        ),
        (
            "- {id: a, pmids: [1], claim: b, review: [{verdict: partial, source: 1}, {verdict: partial, source: 1}]}",
            "2:73",
            "1 is reviewed twice, first on line 2",
        ),
    ],
)
def test_each_fault_of_a_claim_is_named_with_its_place(entry: str, place: str, words: str) -> None:
    complaint = _one(f"claims:\n{entry}\n")
    assert complaint.startswith(f"f.yaml:{place}: ")
    assert words in complaint


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", "1:1", "this file holds no claims; begin with `claims:`"),
        ("# nothing\n", "1:1", "this file holds no claims"),
        ("---\n", "1:1", "this file holds no claims"),
        ("~\n", "1:1", "this file holds no claims"),
        ("- id: a\n", "1:1", "this begins with a list; begin with `claims:`"),
        ("magnesium\n", "1:1", "this begins with a single value"),
        ("title: x\n", "1:1", "the file must have `claims`"),
        ("claims: []\n", "1:9", "`claims` is an empty list"),
        ("claims:\n", "1:8", "`claims` has no value"),
        ("claims: x\n", "1:9", "`claims` must be a list"),
        ("schema: 2\nclaims: [{id: a}]\n", "1:9", "reads claims files of schema 1, not 2"),
        ("schema: 1.0\nclaims: [{id: a}]\n", "1:9", "reads claims files of schema 1, not 1.0"),
        ("schema: ~\nclaims: [{id: a}]\n", "1:9", "`schema` has no value"),
        ("language: de\nclaims: [{id: a}]\n", "1:11", "`language` must be `en` or `nl`, not `de`"),
        ("context: ads\nclaims: [{id: a}]\n", "1:10", "`context` must be `editorial` or `commercial`, not `ads`"),
        ("claim: [{id: a}]\n", "1:1", "unknown key `claim` in the file; did you mean `claims`?"),
        ("claims: [{id: a}]\n---\nclaims: [{id: b}]\n", "2:1", "a second document begins here"),
        ("claims: [{id: a, title: !!int 5}]\n", "1:25", "is a YAML tag"),
        ("claims: [{id: a, title: &x b}]\n", "1:25", "`&x` names a place to refer to"),
        ("claims: [{id: a, title: *x}]\n", "1:25", "`*x` refers to another place in the file"),
        ("claims: [{id: a, <<: {title: b}}]\n", "1:18", "`<<` takes keys over"),
    ],
)
def test_each_fault_of_the_file_is_named_with_its_place(text: str, place: str, words: str) -> None:
    complaint = _one(text)
    assert complaint.startswith(f"f.yaml:{place}: ")
    assert words in complaint


def test_an_alias_is_refused_wherever_it_stands_without_further_complaints() -> None:
    text = "claims:\n- &a {id: x, pmids: [1]}\n- *a\n- {id: y, pmids: *p, claim: *q, *k : 1}\n- {id: z, pmids: [*p]}\n"
    places = [complaint.split(": ")[0] for complaint in _complaints(text)]
    assert places == ["f.yaml:2:3", "f.yaml:3:3", "f.yaml:4:18", "f.yaml:4:29", "f.yaml:4:33", "f.yaml:5:19"]


def test_all_complaints_come_in_one_run_in_order_of_place() -> None:
    text = "language: x\nclaims:\n- id: a b\n  pmids: [012, 1e7]\n  titel: b\n- claim: ''\ncontext: y\n"
    places = [complaint.split(": ")[0] for complaint in _complaints(text)]
    assert places == [
        "f.yaml:1:11",
        "f.yaml:3:7",
        "f.yaml:4:11",
        "f.yaml:4:16",
        "f.yaml:5:3",
        "f.yaml:6:3",
        "f.yaml:6:10",
        "f.yaml:7:10",
    ]


def test_a_wrong_pmid_of_the_claim_is_not_complained_about_again_where_an_assertion_repeats_its_cure() -> None:
    text = "claims: [{id: a, pmids: [0123], assertions: [{id: b, text: c, pmids: [123]}]}]"
    assert "never begins with 0" in _one(text)


def test_a_file_of_laughs_is_refused_without_unfolding_it() -> None:
    lines = ["a0: &a0 [lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]
    complaints = _complaints("\n".join(lines))
    assert len(complaints) < 500
    assert any("refers to another place" in complaint for complaint in complaints)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_a_very_deep_nest_is_refused(opening: str) -> None:
    assert "nested more than 30 levels deep" in _complaints("claims: \n  " + opening * 5000)[-1]


def test_statements_of_claims_without_a_usable_id_are_not_said_to_be_given_twice() -> None:
    complaints = _complaints("claims:\n- {id: a b, claim: c}\n- {id: '', claim: d}\n- {claim: e}\n")
    assert len(complaints) == 3
    assert "given twice" not in " ".join(complaints)
