"""People are named by the groups that a study enrolled and that a statement speaks of."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.lexicons.groups import (
    GROUPS,
    describe_groups,
    describe_study,
    find_groups,
    find_regions,
    join_names,
    studied_groups,
    told_groups,
)
from magcite.model import (
    AbstractSection,
    Article,
    ArticleFacts,
    ArticleIds,
    Design,
    Fact,
    Language,
    Provenance,
    Quote,
    Sample,
    StudyType,
)

EN, NL = Language.ENGLISH, Language.DUTCH


def _study(title: str, counted: str, study_type: StudyType, people: int | None = 63) -> tuple[Article, ArticleFacts]:
    article = Article(
        ids=ArticleIds(),
        title=title,
        abstract=(AbstractSection(text=f"{counted} It helped."),),
        provenance=Provenance.RECORDED,
    )
    design = Design(study_type=Fact(value=study_type, quote=None, confidence=0.9, basis="example"))
    participants = Fact(value=people, quote=Quote(text=counted), confidence=0.9, basis="example") if people else None
    return article, ArticleFacts(design=design, sample=Sample(participants=participants))


@pytest.mark.parametrize(
    ("title", "counted", "english", "dutch"),
    [
        (
            "Zinc for sugar in type 2 diabetic subjects",
            "We enrolled 63 patients with hypomagnesemia.",
            "63 people with type 2 diabetes and low magnesium",
            "63 mensen met diabetes type 2 en een laag magnesium",
        ),
        ("Zinc in healthy elderly women", "Half of 63 got zinc.", "63 older women", "63 oudere vrouwen"),
        ("Zinc and hearing", "63 people were randomised.", "63 people", "63 mensen"),
        (
            "Zinc in non-diabetic overweight adults",
            "63 took part.",
            "63 adults with overweight, without diabetes",
            "63 volwassenen met overgewicht, zonder diabetes",
        ),
        ("Zinc and mood", "We randomised 63 (30 men and 33 women).", "63 people", "63 mensen"),
    ],
)
def test_a_trial_is_described_by_whom_it_enrolled(title: str, counted: str, english: str, dutch: str) -> None:
    study = _study(title, counted, StudyType.RANDOMIZED_TRIAL)
    assert (describe_study(*study, EN), describe_study(*study, NL)) == (english, dutch)


def test_large_numbers_are_written_as_each_language_does() -> None:
    study = _study("Zinc and hearing", "4,497 people took part.", StudyType.COHORT, 4497)
    assert (describe_study(*study, EN), describe_study(*study, NL)) == ("4,497 people", "4.497 mensen")


def test_without_a_number_there_is_no_description() -> None:
    assert describe_study(*_study("Zinc in children", "Children.", StudyType.RANDOMIZED_TRIAL, None), EN) is None


def test_what_a_cohort_has_in_its_title_may_be_its_outcome() -> None:
    study = _study("Zinc and the risk of type 2 diabetes in time", "We followed 900 people.", StudyType.COHORT)
    assert studied_groups(*study) == ()


def test_a_survey_of_children_with_a_disease_is_one_of_children() -> None:
    study = _study("Zinc in children with asthma", "Zinc was measured in 63.", StudyType.CROSS_SECTIONAL)
    assert [group.english for group in studied_groups(*study)] == ["children"]


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("Zinc cheers depressed adults.", ["adults", "with depression"]),
        ("Zinc helps people with ADHD.", ["with ADHD"]),
        ("Lack of zinc can cause anxiety and poor sleep.", []),
        ("Zinc lowers blood pressure.", []),
    ],
)
def test_a_statement_speaks_of_the_people_it_names(statement: str, told: list[str]) -> None:
    assert [group.english for group in told_groups(statement)] == told


def test_a_statement_may_name_a_group_loosely() -> None:
    assert "older people" in {group.english for group in find_groups("older readers", told=True)}
    assert find_groups("older readers") == ()


def test_regions_are_told_apart() -> None:
    assert find_regions("in Europe and the US") == (("Americans", "Amerikanen"), ("Europeans", "Europeanen"))


@pytest.mark.parametrize(
    ("names", "joined"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_names_are_joined_as_in_a_sentence(names: list[str], joined: str) -> None:
    assert join_names(names, EN) == joined


@settings(deadline=None)
@given(st.lists(st.sampled_from(GROUPS), unique=True, max_size=5))
def test_every_set_of_groups_can_be_described_in_both_languages(groups: list[object]) -> None:
    for language in Language:
        described = describe_groups([group for group in GROUPS if group in groups], language)
        assert described
        assert "  " not in described
        assert not described.startswith(("with", "met", ","))
