"""What lies between a statement and its source is found, quoted, and not found where nothing does."""

from __future__ import annotations

from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.model import (
    AbstractSection,
    Article,
    ArticleFacts,
    ArticleIds,
    Design,
    Fact,
    Provenance,
    Quote,
    Reason,
    Sample,
    StudyType,
    Verdict,
)
from magcite.readers.scope import list_reasons, read_scope
from magcite.readers.support import SupportReading, SupportReason

TRIAL = StudyType.RANDOMIZED_TRIAL
T = TypeVar("T")


def _fact(value: T) -> Fact[T]:
    return Fact(value=value, quote=None, confidence=0.9, basis="test")


def _article(abstract: str, title: str = "Zinc and health") -> Article:
    return Article(
        ids=ArticleIds(), title=title, abstract=(AbstractSection(text=abstract),), provenance=Provenance.RECORDED
    )


def _facts(design: StudyType | None = None, people: int | None = None) -> ArticleFacts:
    return ArticleFacts(
        design=Design(study_type=_fact(design) if design else None),
        sample=Sample(participants=_fact(people) if people else None),
    )


def _support(quote: str = "", verdict: Verdict = Verdict.SUPPORTS) -> Fact[Verdict]:
    return Fact(value=verdict, quote=Quote(text=quote) if quote else None, confidence=0.8, basis="test")


def _reasons(
    statement: str, article: Article, facts: ArticleFacts | None = None, support: Fact[Verdict] | None = None
) -> dict[Reason, Fact[Reason]]:
    found = read_scope(statement, article, facts or _facts(), support or _support())
    return {fact.value: fact for fact in found}


BY_AGE = "Low intake went with colds below age 65 (RR 1.22, 95% CI 1.06-1.40), but not among seniors (RR 0.75)."


def test_a_number_that_holds_for_the_other_group_is_the_wrong_subgroup() -> None:
    found = _reasons("People over 65 with a low intake had a 22% higher risk of colds.", _article(BY_AGE))
    assert found[Reason.WRONG_SUBGROUP].quote == Quote(text=BY_AGE)
    assert "younger" in found[Reason.WRONG_SUBGROUP].basis


def test_a_number_that_holds_for_the_group_told_is_fine() -> None:
    assert _reasons("People under 65 with a low intake had a 22% higher risk of colds.", _article(BY_AGE)) == {}


def test_a_number_of_no_group_in_particular_is_fine() -> None:
    assert _reasons("People with a low intake had a 22% higher risk of colds.", _article(BY_AGE)) == {}


def test_a_number_of_another_group_alone_is_told_apart() -> None:
    article = _article("Men with low zinc had 30% more colds. Women were not asked.")
    assert set(_reasons("Women with low zinc had 30% more colds.", article)) == {Reason.NUMBER_OF_OTHER_GROUP}


@pytest.mark.parametrize(
    ("statement", "abstract"),
    [
        ("The risk was 47% lower.", "The hazard ratio was 0.53 (0.32-0.86)."),
        ("The risk was about 20% lower.", "The relative risk was 0.78."),
        ("Of all zinc, 60 percent is in muscle.", "Muscle holds 60% of it."),
        ("A share of 12,5% lacked zinc.", "It was lacking in 12.5 per cent."),
    ],
)
def test_a_number_in_the_source_is_found_however_it_is_put(statement: str, abstract: str) -> None:
    assert _reasons(statement, _article(abstract)) == {}


def test_another_relative_number_contradicts() -> None:
    found = _reasons("The risk was 47% lower.", _article("The relative risk was 0.78 (0.70-0.90)."))
    assert found[Reason.NUMBER_MISMATCH].basis == "the statement says 47%, the source 22%"


def test_a_number_that_is_nowhere_is_absent_without_a_quote() -> None:
    found = _reasons("Of all zinc, 60% is in muscle.", _article("Muscle holds most of the zinc."))
    assert found[Reason.NUMBER_NOT_STATED].quote is None


def test_a_confidence_level_is_no_result() -> None:
    found = _reasons("Of all zinc, 95% is in muscle.", _article("The mean was 3.1 (95% CI 2.0-4.2)."))
    assert set(found) == {Reason.NUMBER_NOT_STATED}


def test_a_drip_is_told_from_a_tablet() -> None:
    article = _article("Patients received an intravenous infusion of zinc.")
    assert set(_reasons("Zinc relieves headache.", article)) == {Reason.ROUTE_MISMATCH}
    assert _reasons("A drip with zinc relieves headache.", article) == {}
    assert _reasons("Zinc relieves headache.", _article("Patients took oral zinc.")) == {}


def test_an_oil_for_the_skin_is_told_from_a_supplement() -> None:
    found = _reasons("Rubbing in zinc oil relieves pain.", _article("Patients took zinc tablets."))
    assert set(found) == {Reason.ROUTE_MISMATCH}


def test_another_form_is_told() -> None:
    found = _reasons("Zinc citrate relieves pain.", _article("Patients took zinc oxide."))
    assert found[Reason.FORM_MISMATCH].basis == "told of citrate, studied as oxide"
    assert _reasons("Zinc oxide relieves pain.", _article("Patients took zinc oxide.")) == {}


@pytest.mark.parametrize(
    ("statement", "abstract"),
    [
        ("With 365 mg of magnesium pain was less.", "They took 15 mmol of magnesium a day."),
        ("With 450 mg of magnesium pain was less.", "They took 450 mg of elemental magnesium a day."),
        ("With 300 mg of magnesium pain was less.", "They took 500 mg of magnesium oxide a day."),
        ("With 1 gram of magnesium pain was less.", "They took 1 g of magnesium a day."),
        ("With 300 mg of magnesium pain was less.", "Serum magnesium rose from 18 mg/L."),
        ("With 300 mg of magnesium pain was less.", "They took magnesium."),
    ],
)
def test_doses_are_compared_as_the_element(statement: str, abstract: str) -> None:
    assert Reason.DOSE_MISMATCH not in _reasons(statement, _article(abstract))


def test_the_weight_of_a_salt_is_not_the_weight_of_the_element() -> None:
    found = _reasons("With 500 mg of magnesium pain was less.", _article("They took 500 mg of magnesium oxide a day."))
    assert "weight of the salt" in found[Reason.DOSE_MISMATCH].basis
    assert "302 mg" in found[Reason.DOSE_MISMATCH].basis


def test_another_dose_is_told_with_its_weight_in_the_element() -> None:
    found = _reasons("With 250 mg of magnesium pain was less.", _article("They took 17 mmol of magnesium a day."))
    assert found[Reason.DOSE_MISMATCH].basis == "told 250 mg, studied 17 mmol (about 413 mg of magnesium)"


def test_another_duration_is_told() -> None:
    article = _article("They took it for 12 weeks.")
    assert set(_reasons("It worked within four weeks.", article)) == {Reason.DURATION_MISMATCH}
    assert _reasons("It worked within three months.", article) == {}


def test_a_trial_in_a_special_group_is_narrower_than_a_plain_statement() -> None:
    article = _article("It worked.", "Zinc for mood in elderly patients with diabetes")
    found = _reasons("Zinc improves mood.", article, _facts(TRIAL))
    assert found[Reason.POPULATION_MISMATCH].basis == "studied in older people with diabetes"
    assert _reasons("Zinc improves mood in elderly people with diabetes.", article, _facts(TRIAL)) == {}
    assert _reasons("Zinc improves mood.", article, _facts(StudyType.COHORT)) == {}


def test_a_marker_is_told_from_the_disease() -> None:
    article = _article("Cholesterol was lower with zinc.")
    assert set(_reasons("Zinc prevents heart attacks.", article)) == {Reason.SURROGATE_OUTCOME}
    assert _reasons("Zinc lowers cholesterol, which goes with heart attacks.", article) == {}
    counted = _article("Cholesterol was lower. Heart attacks: 12 events against 20.")
    assert _reasons("Zinc prevents heart attacks.", counted) == {}


def test_a_subgroup_is_told_from_the_whole() -> None:
    sentence = "In a post hoc analysis zinc helped smokers."
    article = _article(f"Overall there was no effect. {sentence}")
    assert Reason.SUBGROUP_ONLY in _reasons("Zinc helps.", article, support=_support(sentence))
    assert Reason.SUBGROUP_ONLY not in _reasons("Zinc helps.", article, support=_support())


def test_no_difference_in_a_small_trial_is_no_proof_of_no_effect() -> None:
    article = _article("There was no significant difference between zinc and placebo.")
    assert set(_reasons("Zinc does not help.", article, _facts(people=40))) == {Reason.NOT_NO_EFFECT}
    assert _reasons("Zinc does not help.", article, _facts(people=400)) == {}
    assert _reasons("Zinc does not help.", article, _facts()) == {}
    assert _reasons("Zinc helps.", article, _facts(people=40)) == {}


def test_a_lack_is_told_from_taking_it() -> None:
    article = _article("People with zinc deficiency had more colds.")
    assert set(_reasons("Taking zinc prevents colds.", article)) == {Reason.EXPOSURE_MISMATCH}
    assert _reasons("Lack of zinc goes with colds.", article) == {}


def test_a_source_that_does_not_bear_on_a_statement_is_not_compared() -> None:
    for support in (None, _support(verdict=Verdict.UNRELATED), _support(verdict=Verdict.UNCLEAR)):
        assert read_scope("The risk was 47% lower.", _article("RR 0.9."), _facts(), support) == ()


def _judged(*causes: Reason) -> SupportReading:
    reasons = tuple(SupportReason(reason=cause, quote=None, because="so it is") for cause in causes)
    return SupportReading(fact=_support(), reasons=reasons)


def test_the_reasons_of_the_verdict_are_taken_over() -> None:
    found = list_reasons("Zinc helps.", _article("It helps."), _facts(), _judged(Reason.MIXED_RESULTS))
    assert [(fact.value, fact.basis) for fact in found] == [(Reason.MIXED_RESULTS, "so it is")]


def test_a_number_not_found_by_the_verdict_is_absent_unless_the_comparison_knows_better() -> None:
    missing = _judged(Reason.NUMBER_MISMATCH)
    found = list_reasons("Among 40 people zinc helped.", _article("It helps."), _facts(), missing)
    assert [fact.value for fact in found] == [Reason.NUMBER_NOT_STATED]
    found = list_reasons("The risk was 47% lower.", _article("The relative risk was 0.78."), _facts(), missing)
    assert [fact.value for fact in found] == [Reason.NUMBER_MISMATCH]


PIECES = st.sampled_from(
    [
        "47%",
        "RR 0.53",
        "men",
        "women",
        "over 65",
        "under 65",
        "450 mg",
        "20 mmol",
        "magnesium oxide",
        "for 4 weeks",
        ";",
        "intravenous",
        "oral",
        "risk",
        "lower",
        "while",
        "no difference",
        "subgroup",
        ".",
        ",",
        "(",
        "supplements",
    ]
)
TEXTS = st.lists(PIECES, max_size=12).map(" ".join)


@settings(deadline=None, max_examples=80)
@given(TEXTS, TEXTS)
def test_every_quote_stands_in_the_source(statement: str, abstract: str) -> None:
    article = _article(abstract)
    for fact in read_scope(statement, article, _facts(TRIAL, 40), _support()):
        assert fact.quote is None or fact.quote.text in abstract or fact.quote.text == article.title


def test_amounts_in_blood_and_of_other_substances_are_no_doses() -> None:
    article = _article("Plasma magnesium of 20 mg was measured. They ate 900 mg of calcium, and took calcium, 30 mg.")
    assert Reason.DOSE_MISMATCH not in _reasons("With 250 mg of magnesium pain was less.", article)


def test_a_marker_named_by_the_title_as_the_disease_is_left_alone() -> None:
    article = _article("Cholesterol was lower with zinc.", "Zinc and heart disease")
    assert _reasons("Zinc prevents heart disease.", article) == {}


def test_people_without_a_disease_are_not_taken_for_people_with_it() -> None:
    article = _article("It worked.", "Zinc lowers insulin in non-diabetic subjects")
    assert _reasons("Zinc lowers insulin.", article, _facts(TRIAL)) == {}


def test_a_study_that_watched_what_is_told_as_an_effect_is_about_it() -> None:
    article = _article("We followed 400 adults.", "Zinc intake and the incidence of hearing loss")
    watched, told = _facts(StudyType.COHORT), _support(verdict=Verdict.UNRELATED)
    assert set(_reasons("Zinc prevents hearing loss.", article, watched, told)) == {Reason.ASSOCIATION_ONLY}
    assert _reasons("Zinc prevents colds.", article, watched, told) == {}
    assert _reasons("Zinc prevents hearing loss.", article, _facts(TRIAL), told) == {}
    assert _reasons("Zinc prevents hearing loss.", article, _facts(), told) == {}


def test_no_difference_is_not_equality_and_a_trial_of_equivalence_is() -> None:
    told = "Zinc works as well as an antidepressant."
    null = "The groups did not differ significantly."
    assert Reason.NOT_EQUIVALENCE in _reasons(told, _article(null, "Zinc or a drug"), _facts(TRIAL))
    planned = _article(f"This was a non-inferiority trial. {null}", "Zinc or a drug")
    assert Reason.NOT_EQUIVALENCE not in _reasons(told, planned, _facts(TRIAL))
    assert Reason.NOT_EQUIVALENCE not in _reasons("Zinc works.", _article(null, "Zinc or a drug"), _facts(TRIAL))
