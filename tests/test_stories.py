"""Twenty first tries of editors and fact-checkers, each through the real audit or command line, without a network.

The articles are those recorded beside data/claims.yaml, and a few in tests/stories/articles that are digests in our own
words or invented, each marked so.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from magcite.audit import AuditOptions, audit
from magcite.claims import load_claims
from magcite.cli.main import main
from magcite.model import (
    AssertionVerdict,
    AuditedAssertion,
    Certainty,
    CitedSource,
    Finding,
    Identifier,
    Language,
    MissingArticle,
    Provenance,
    Reading,
    Report,
    Severity,
    Status,
    Strength,
    StudyType,
    Verdict,
)
from magcite.sources.folder import RecordedFolder
from magcite.sources.interface import Answer

ROOT = Path(__file__).parents[1]
RECORDED = ROOT / "data" / "articles"
OWN = Path(__file__).with_name("stories") / "articles"
TODAY = date(2026, 11, 22)


class TwoFolders:
    """Looks in the articles of the magnesium claims first, then in those of the stories."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def look_up(self, identifiers: Sequence[Identifier]) -> Mapping[Identifier, Answer]:
        self.asked += [str(identifier) for identifier in identifiers]
        first, second = (RecordedFolder(path).look_up(identifiers) for path in (RECORDED, OWN))
        return {one: second[one] if isinstance(first[one], MissingArticle) else first[one] for one in identifiers}


def audit_text(text: str, folders: TwoFolders | None = None, language: Language = Language.ENGLISH) -> Report:
    """Audit a claims file given as text."""
    file = load_claims("claims.yaml", text.encode())
    return audit([file], folders or TwoFolders(), AuditOptions(today=TODAY, language=language))


def audit_one(dutch: str, english: str, *pmids: str, context: str = "editorial") -> AuditedAssertion:
    """Audit one Dutch statement with its English and the PMIDs cited for it."""
    head = f"language: nl\ncontext: {context}\nclaims:\n  - id: story\n"
    cited = f"    pmids: [{', '.join(pmids)}]\n" if pmids else ""
    stated = json.dumps({"id": "a", "text": dutch, "english": english}, ensure_ascii=False)
    report = audit_text(f"{head}{cited}    assertions:\n      - {stated}\n")
    (one,) = report.claims[0].assertions
    return one


def rules_of(one: AuditedAssertion) -> set[str]:
    return {finding.rule for finding in one.findings}


def finding(one: AuditedAssertion, rule: str) -> Finding:
    return next(found for found in one.findings if found.rule == rule)


def reading(source: CitedSource) -> Reading:
    assert source.reading is not None
    return source.reading


def design(source: CitedSource) -> StudyType:
    found = reading(source).facts.design.study_type
    assert found is not None
    return found.value


def people(source: CitedSource) -> int | None:
    found = reading(source).facts.sample.participants
    return found.value if found else None


def verdict(source: CitedSource) -> Verdict:
    found = reading(source).support
    assert found is not None
    assert found.quote is not None
    texts = [reading(source).article.title or "", *(part.text for part in reading(source).article.abstract)]
    assert any(found.quote.text in text for text in texts)
    return found.value


def quote(source: CitedSource) -> str:
    found = reading(source).support
    assert found is not None
    assert found.quote is not None
    return found.quote.text


def test_01_a_number_of_the_wrong_age_group_is_an_error() -> None:
    one = audit_one(
        "65-plussers met de laagste inname hadden 22% meer risico op depressie.",
        "People aged 65 and over with the lowest intake had a 22% higher risk of depression.",
        "25748766",
    )
    (source,) = one.sources
    assert one.grade.verdict is AssertionVerdict.CONTRADICTED
    assert finding(one, "wrong-subgroup").severity is Severity.ERROR
    assert "younger" in finding(one, "wrong-subgroup").message
    assert (design(source), people(source), reading(source).evidence_level) == (StudyType.CROSS_SECTIONAL, 8894, 4)
    assert "1.22" in quote(source)
    assert verdict(source) is Verdict.CONTRADICTS


def test_02_no_difference_in_a_few_special_patients_is_not_equality_for_all() -> None:
    one = audit_one(
        "Bij depressieve volwassenen werkt 450 mg magnesium net zo goed als antidepressiva.",
        "In depressed adults 450 mg magnesium works as well as antidepressants.",
        "19271419",
    )
    (source,) = one.sources
    assert one.grade.verdict is AssertionVerdict.PARTLY_SUPPORTED
    assert {"population-widened", "no-difference-as-equal", "strength-above-evidence", "small-sample"} <= rules_of(one)
    widened = finding(one, "population-widened").message
    assert "older people with type 2 diabetes" in widened
    assert "adults with depression" in widened
    assert "may" in finding(one, "strength-above-evidence").message
    assert (design(source), people(source), verdict(source)) == (StudyType.RANDOMIZED_TRIAL, 23, Verdict.PARTIAL)


def test_03_a_pilot_without_controls_in_breast_cancer_bears_no_effect_for_all() -> None:
    one = audit_one("Magnesium vermindert overgangsklachten.", "Magnesium reduces menopausal complaints.", "21271347")
    (source,) = one.sources
    assert one.grade.verdict is AssertionVerdict.PARTLY_SUPPORTED
    assert {"strength-above-evidence", "population-widened"} <= rules_of(one)
    assert "women with breast cancer" in finding(one, "population-widened").message
    assert (design(source), people(source)) == (StudyType.NON_RANDOMIZED_TRIAL, 29)
    assert reading(source).evidence_level == 4


def test_03_the_later_trial_against_placebo_contradicts_it_once_it_is_cited() -> None:
    one = audit_one("Magnesium vermindert opvliegers.", "Magnesium reduces hot flashes.", "21271347", "25423327")
    assert one.grade.verdict is AssertionVerdict.MIXED
    assert finding(one, "contradicted-assertion").source == "25423327"
    assert people(one.sources[1]) == 289


def test_04_a_cohort_supports_what_is_told_as_a_link_with_its_number() -> None:
    one = audit_one(
        "Wie het meeste magnesium at, had in 20 jaar 47% minder kans op diabetes.",
        "Those who ate the most magnesium had a 47% lower risk of diabetes in 20 years.",
        "20807870",
    )
    (source,) = one.sources
    assert one.grade.verdict is AssertionVerdict.SUPPORTED
    assert one.strength.value is Strength.ASSOCIATION
    assert [found.rule for found in one.findings if found.severity > Severity.NOTE] == []
    assert (design(source), people(source)) == (StudyType.COHORT, 4497)


@pytest.mark.parametrize("context", ["editorial", "commercial"])
def test_04_the_same_cohort_does_not_bear_that_it_prevents_diabetes(context: str) -> None:
    one = audit_one("Magnesium voorkomt diabetes.", "Magnesium prevents diabetes.", "20807870", context=context)
    assert finding(one, "causal-wording-on-association").severity is Severity.ERROR
    assert (finding(one, "disease-claim").severity is Severity.NOTE) == (context == "editorial")


def test_05_a_null_result_supports_that_it_did_not_help() -> None:
    one = audit_one(
        "Supplementen hielpen niet bij diabeten zonder tekort.",
        "Magnesium supplements did not help people with diabetes who had no deficiency.",
        "25204013",
    )
    (source,) = one.sources
    assert one.grade.verdict is AssertionVerdict.SUPPORTED
    assert (design(source), people(source)) == (StudyType.RANDOMIZED_TRIAL, 98)
    assert 56 in {fact.value for _, fact in reading(source).facts.sample.counts}


def test_05_the_same_null_result_contradicts_that_it_improves_blood_sugar() -> None:
    one = audit_one("Magnesium verbetert de bloedsuiker.", "Magnesium improves blood sugar.", "25204013")
    assert one.grade.verdict is AssertionVerdict.CONTRADICTED
    assert "no effect" in finding(one, "contradicted-assertion").message
    assert "did not significantly alter" in quote(one.sources[0])


def test_06_mood_is_not_what_got_better() -> None:
    """The abstract reports no effect on any group of complaints in the first month: contradicted, not just silent."""
    one = audit_one(
        "Magnesium kan de stemming verbeteren bij PMS.",
        "Magnesium can improve mood in women with premenstrual syndrome.",
        "9861593",
    )
    assert one.grade.verdict is AssertionVerdict.CONTRADICTED
    assert finding(one, "contradicted-assertion").severity is Severity.ERROR
    assert people(one.sources[0]) == 38


def test_07_a_drip_against_an_attack_is_not_a_pill_that_prevents() -> None:
    one = audit_one(
        "1 gram magnesium kan migraine voorkomen en genezen.",
        "1 gram of magnesium can prevent and cure migraine.",
        "25278139",
    )
    assert one.grade.verdict is AssertionVerdict.PARTLY_SUPPORTED
    assert {"route-differs", "outcome-swapped", "disease-claim"} <= rules_of(one)
    assert "preventing" in finding(one, "outcome-swapped").message
    assert (design(one.sources[0]), people(one.sources[0])) == (StudyType.RANDOMIZED_TRIAL, 70)


def test_08_children_of_a_clinic_are_not_all_people_and_sums_that_do_not_add_up_are_said() -> None:
    one = audit_one(
        "95% van de personen met ADHD heeft een magnesiumtekort.",
        "95% of people with ADHD have magnesium deficiency.",
        "9368235",
    )
    (source,) = one.sources
    assert one.grade.verdict is AssertionVerdict.PARTLY_SUPPORTED
    assert finding(one, "population-widened").message == "studied in children with ADHD; told of people with ADHD"
    assert (design(source), people(source)) == (StudyType.CROSS_SECTIONAL, 116)
    assert {94, 20} <= {fact.value for _, fact in reading(source).facts.sample.counts}


def test_09_a_small_trial_of_triathletes_supports_what_is_told_of_them() -> None:
    one = audit_one(
        "Triatleten zwommen, fietsten en liepen sneller na vier weken magnesium.",
        "Triathletes' swimming, cycling and running improved after four weeks of magnesium.",
        "9794094",
    )
    (source,) = one.sources
    assert one.grade.verdict is AssertionVerdict.SUPPORTED
    assert (design(source), people(source)) == (StudyType.RANDOMIZED_TRIAL, 23)
    assert "small-sample" in rules_of(one)


def test_09_faster_is_the_same_as_in_less_time() -> None:
    one = audit_one(
        "Triatleten zwommen, fietsten en liepen sneller na vier weken magnesium.",
        "Triathletes swam, cycled and ran faster after four weeks of magnesium.",
        "9794094",
    )
    assert one.grade.verdict in {AssertionVerdict.SUPPORTED, AssertionVerdict.PARTLY_SUPPORTED}


PMC = """
claims:
  - id: cancer
    claim: Higher magnesium intake is associated with better survival after breast cancer.
    sources: [{source}]
"""


def test_10_a_pmc_address_is_looked_up_as_such_and_never_as_a_pmid() -> None:
    folders = TwoFolders()
    report = audit_text(PMC.format(source="https://www.ncbi.nlm.nih.gov/pmc/articles/PMC4759402/"), folders)
    (source,) = report.claims[0].assertions[0].sources
    assert folders.asked == ["PMC4759402"]
    assert source.status is Status.GRADED
    assert reading(source).article.ids.pmcid == "PMC4759402"


def test_10_one_that_is_not_recorded_leaves_the_statement_unverifiable_and_is_still_named() -> None:
    one = audit_text(PMC.format(source="PMC4759403")).claims[0].assertions[0]
    assert one.grade.verdict is AssertionVerdict.UNVERIFIABLE
    assert one.sources[0].citation.cited_as == "PMC4759403"
    assert one.sources[0].status is Status.UNAVAILABLE


def test_11_a_web_page_is_no_article_and_a_claim_without_words_is_told_from_one_without_sources() -> None:
    report = audit_text(
        """
claims:
  - {id: heading, title: Cancer, pmids: [24910891]}
  - {id: slogan, claim: Magnesium is life.}
  - {id: page, claim: Magnesium protects., sources: ["https://www.kanker.nl/page", NBK507269]}
"""
    )
    heading, slogan, page = report.claims
    assert {found.rule for found in heading.findings} == {"no-statement"}
    assert "no-source" in rules_of(slogan.assertions[0])
    assert slogan.assertions[0].grade.verdict is AssertionVerdict.UNCITED
    assert Status.NOT_IN_PUBMED in {source.status for source in page.assertions[0].sources} or any(
        source.status is Status.UNAVAILABLE for source in page.assertions[0].sources
    )


def test_12_an_article_of_two_claims_is_asked_for_once_and_graded_for_each() -> None:
    folders = TwoFolders()
    report = audit_text(
        """
claims:
  - {id: one, claim: Low magnesium is associated with type 2 diabetes., pmids: [26404370, 26404370]}
  - {id: two, claim: Magnesium improves mood., pmids: [26404370]}
""",
        folders,
    )
    assert folders.asked == ["26404370"]
    assert all(len(claim.assertions[0].sources) == 1 for claim in report.claims)
    found = [found for claim in report.claims for one in claim.assertions for found in (*one.findings, *claim.findings)]
    assert "duplicate-source" in {one.rule for one in found}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder of its own, an empty cache and an address where nobody answers."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MAGCITE_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("MAGCITE_EUTILS_URL", "http://127.0.0.1:9/entrez/eutils")
    monkeypatch.setenv("MAGCITE_TIMEOUT", "1")
    return tmp_path


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


@pytest.mark.parametrize("wrong", ["0123456", "12_345", "1e7", "1:30"])
def test_13_a_pmid_that_is_none_is_told_with_its_place(
    desk: Path, capsys: pytest.CaptureFixture[str], wrong: str
) -> None:
    file = desk / "claims.yaml"
    file.write_text(f"claims:\n  - id: a\n    claim: Magnesium helps.\n    pmids: [{wrong}]\n", encoding="utf-8")
    assert run("check", file, "--offline") == 2
    told = capsys.readouterr().err
    assert f"{file}:4:13" in told
    assert "Traceback" not in told


@pytest.mark.parametrize("written", ['"PMID: 9861593 "', "pmid:9861593"])
def test_13_a_pmid_in_another_dress_is_understood(written: str) -> None:
    report = audit_text(f"claims: [{{id: a, claim: Magnesium eases premenstrual symptoms., pmids: [{written}]}}]")
    assert report.claims[0].assertions[0].sources[0].citation.identifier.value == "9861593"


def test_13_the_same_key_twice_is_told_with_its_place(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = desk / "claims.yaml"
    file.write_text("claims:\n  - id: a\n    claim: One.\n    claim: Two.\n    pmids: [9861593]\n", encoding="utf-8")
    assert run("check", file, "--offline") == 2
    assert f"{file}:4:5" in capsys.readouterr().err


def test_14_a_pmid_of_another_paper_is_found_by_what_it_is_about() -> None:
    """A claims file has no keys `title` or `author` for a source, so the article meant cannot be named there.

    What is said instead: that the record leads to another subject, with its title.
    """
    report = audit_text(
        """
claims:
  - id: a
    claim: Magnesium can improve sleep quality in older adults.
    pmids: [99900005, 99900002]
"""
    )
    claim = report.claims[0]
    found = [*claim.findings, *claim.assertions[0].findings]
    stray = next(one for one in found if one.rule in {"stray-source", "irrelevant-source"})
    assert stray.source == "99900005"
    assert "knee replacement" in stray.message


@pytest.mark.parametrize(
    ("pmid", "rule", "severity"),
    [
        ("99900001", "retracted-source", Severity.ERROR),
        ("99900002", "corrected-source", Severity.NOTE),
        ("99900003", "concern-about-source", Severity.WARNING),
    ],
)
def test_15_a_retraction_is_an_error_a_concern_a_warning_and_a_correction_a_note(
    pmid: str, rule: str, severity: Severity
) -> None:
    claim = audit_text(f"claims: [{{id: a, claim: Magnesium can improve sleep., pmids: [{pmid}]}}]").claims[0]
    found = {one.rule: one for one in (*claim.findings, *claim.assertions[0].findings)}
    assert found[rule].severity is severity
    assert found.keys() & {"retracted-source", "corrected-source", "concern-about-source"} == {rule}


def test_15_a_retracted_source_fails_whatever_the_text(desk: Path) -> None:
    (desk / "claims.yaml").write_text("claims: [{id: a, claim: Children hear., pmids: [99900001]}]", encoding="utf-8")
    assert run("check", "claims.yaml", "--offline", "--articles", OWN, "--select", "retracted-source") == 1


def test_16_an_old_record_without_abstract_makes_nothing_unsupported(desk: Path) -> None:
    claims = "claims: [{id: a, claim: Magnesium can improve sleep., pmids: [99900004]}]"
    one = audit_text(claims).claims[0].assertions[0]
    assert one.grade.verdict is AssertionVerdict.UNVERIFIABLE
    assert one.sources[0].status is Status.NO_ABSTRACT
    assert "unsupported-assertion" not in rules_of(one)
    (desk / "claims.yaml").write_text(claims, encoding="utf-8")
    assert run("check", "claims.yaml", "--offline", "--articles", OWN) == 0


ARTICLE = """\
Zestien redenen om meer bieten te eten

1. Bieten en bloeddruk
Bietensap kan de bloeddruk verlagen.
Studie: https://www.ncbi.nlm.nih.gov/pubmed/11111

2. Bieten en sport
Bieten verbeteren de prestaties van hardlopers.
https://pubmed.ncbi.nlm.nih.gov/22222/
https://www.ncbi.nlm.nih.gov/pmc/articles/PMC33333/
"""


def test_17_a_draft_article_becomes_a_claims_file(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "bieten.txt").write_text(ARTICLE, encoding="utf-8")
    assert run("extract", "bieten.txt") == 0
    file = load_claims("bieten.yaml", capsys.readouterr().out.encode())
    assert file.language is Language.DUTCH
    assert [len(claim.citations) for claim in file.claims] == [1, 2]
    assert [str(one.identifier) for one in file.claims[1].citations] == ["22222", "PMC33333"]


BASE = """\
claims:
  - {id: sleep, claim: Magnesium improves sleep quality in older adults., pmids: [99900002]}
  - {id: bones, claim: Magnesium prevents osteoporosis., pmids: []}
"""


def test_18_in_ci_only_what_the_change_brought_counts(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = desk / "claims.yaml"
    file.write_text(BASE.replace(", pmids: []", ""), encoding="utf-8")
    common = ("--offline", "--articles", OWN)
    assert run("check", file, *common) == 1
    assert run("check", file, *common, "--baseline", ".magcite.json", "--write-baseline") == 0
    assert run("check", file, *common, "--baseline", ".magcite.json") == 0
    text = file.read_text(encoding="utf-8") + "  - {id: hair, claim: Magnesium stops baldness.}\n"
    file.write_text(text, encoding="utf-8")
    capsys.readouterr()
    sarif = (*common, "--baseline", ".magcite.json", "--format", "sarif")
    assert run("check", file, *sarif) == 1
    printed = capsys.readouterr().out
    results = json.loads(printed)["runs"][0]["results"]
    (new,) = [one for one in results if one["level"] == "error" and "suppressions" not in one]
    assert (new["ruleId"], new["message"]["text"].split(":")[0]) == ("no-source", "hair")
    assert run("check", file, *sarif) == 1
    assert capsys.readouterr().out == printed


def test_18_an_expired_waiver_fails(desk: Path) -> None:
    waiver = "{rule: no-source, reason: asked the expert, by: editor, until: 2020-01-31}"
    (desk / "claims.yaml").write_text(
        f"claims:\n  - id: a\n    assertions:\n      - {{id: x, text: Magnesium helps., waive: [{waiver}]}}\n",
        encoding="utf-8",
    )
    assert run("check", "claims.yaml", "--offline") == 1
    (desk / "claims.yaml").write_text(
        f"claims:\n  - id: a\n    assertions:\n      - {{id: x, text: Magnesium helps., waive: [{waiver}]}}\n".replace(
            "2020-01-31", "2999-01-31"
        ),
        encoding="utf-8",
    )
    assert run("check", "claims.yaml", "--offline") == 0


def test_18_where_pubmed_cannot_be_asked_the_exit_code_is_another_one(desk: Path) -> None:
    (desk / "claims.yaml").write_text("claims: [{id: a, claim: Magnesium helps., pmids: [25748766]}]", encoding="utf-8")
    assert run("check", "claims.yaml") == 3


@pytest.mark.parametrize(
    ("dutch", "rule"),
    [
        ("Met 40 mg per dag draagt magnesium bij tot de vermindering van vermoeidheid.", "dose-below-condition"),
        ("Met 60 mg per dag draagt magnesium bij tot de vermindering van vermoeidheid.", None),
    ],
)
def test_19_an_authorised_claim_holds_from_its_dose_on(dutch: str, rule: str | None) -> None:
    """A claims file has no key for the dose of a product: the milligrams are read in the text."""
    one = audit_one(dutch, "Magnesium contributes to a reduction of tiredness.", context="commercial")
    assert "authorised-claim" in rules_of(one)
    assert {found.rule for found in one.findings if found.severity is Severity.ERROR} == ({rule} if rule else set())


def test_19_a_claim_on_a_disease_and_a_comparison_are_told_of_in_commerce() -> None:
    disease = audit_one("Magnesium helpt tegen migraine.", "Magnesium helps against migraine.", context="commercial")
    better = audit_one("Liposomaal magnesium werkt beter.", "Liposomal magnesium works better.", context="commercial")
    assert finding(disease, "disease-claim").severity is Severity.ERROR
    assert finding(better, "comparative-claim").severity is Severity.WARNING


def test_20_a_body_of_evidence_is_laid_out_with_what_it_bears() -> None:
    """One of the five articles, 12786918, has no recorded abstract and stays unavailable."""
    pmids = ("22426836", "12786918", "18705538", "25278139", "25533715")
    one = audit_one("Magnesium kan migraine voorkomen en genezen.", "Magnesium can prevent and cure migraine.", *pmids)
    graded = [source for source in one.sources if source.status is Status.GRADED]
    assert [design(source) for source in graded] == [
        StudyType.NARRATIVE_REVIEW,
        StudyType.RANDOMIZED_TRIAL,
        StudyType.RANDOMIZED_TRIAL,
        StudyType.NARRATIVE_REVIEW,
    ]
    assert min(level for source in graded if (level := reading(source).evidence_level)) == 2
    assert one.grade.verdict is AssertionVerdict.PARTLY_SUPPORTED
    assert one.grade.certainty in {Certainty.LOW, Certainty.VERY_LOW}
    unassessed = {entry.domain for entry in one.grade.ledger if entry.change is None}
    assert {"risk-of-bias", "publication-bias"} <= {domain.replace(" ", "-") for domain in unassessed}
    assert one.suggested_wording is not None
    assert one.suggested_wording.startswith(
        "Magnesium zou migraine kunnen voorkomen en genezen (onderzocht bij onder meer"
    )
    assert "kunnen mogelijk" not in one.suggested_wording


def test_no_story_rests_on_a_text_that_is_not_marked_as_ours() -> None:
    heads = [path.read_text(encoding="utf-8")[:120] for path in OWN.iterdir()]
    assert all("# A digest in our own words" in head or "Invented:" in head for head in heads)
    assert all(
        reading(source).article.provenance is Provenance.DIGEST
        for source in audit_one("Magnesium helpt.", "Magnesium helps.", "25423327", "9861593").sources
    )
