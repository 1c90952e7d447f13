"""What counts as everyone in the study: the traps, by the module that knows them."""

from __future__ import annotations

import pytest

from magcite.model import AbstractSection, Article, ArticleIds, Design, Fact, Provenance, StudyType
from magcite.readers.sample_size import read_sample


def participants(abstract: str, study_type: StudyType | None = None, label: str | None = None) -> Fact[int] | None:
    sections = (AbstractSection(text=abstract, label=label),)
    article = Article(ids=ArticleIds(), title=None, abstract=sections, provenance=Provenance.PUBMED)
    fact = Fact(value=study_type, quote=None, confidence=0.9, basis="given") if study_type else None
    return read_sample(article, Design(study_type=fact)).participants


def people(abstract: str, study_type: StudyType | None = None) -> int | None:
    found = participants(abstract, study_type)
    return found.value if found else None


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ("One hundred and five underweight or frail women were randomized to whey or rest.", 105),
        ("Forty newly diagnosed stage II or III sarcoma patients were randomized to yoga or usual care.", 40),
        ("Sixty stage I or severe patients were enrolled.", None),
        ("We enrolled 30 (and 12 more later) overweight and sedentary men.", 30),
        ("1925 women were randomly assigned to receive zinc and 1938 to placebo.", 3863),
        ("Between 1925 and 1938 women were weighed.", None),
        ("From 2001 and 2004 women kept a diary.", None),
        ("154\u2008210 men were recruited by post.", 154_210),
        ("The form was sent by e-mail.ResultsForty-four dentists answered and were included.", 44),
        ("Wave 2 respondents kept a diary.", None),
        ("This was an open study of two randomised parallel groups.", None),
        ("They were fed one of 3 randomly assigned diets.", None),
        ("Allocation was done in blocks of ten to the zinc group or control.", None),
        ("Rest raised uptake in the zinc arm (n = 12 practices) and in the control arm (n = 11 practices).", None),
        ("Drugs hit 12 of these genes, including two kinases.", None),
        ("We wrote to 90 nurses. Twelve of these agreed to take part.", 12),
        ("Forty sections including 32 from men were stained.", None),
        ("The 2009 WHO guidelines were known. We asked 310 prescribers.", 310),
        ("We drew 97 crashes (weighted N=1140).", None),
        ("Boys with cramps (212 enrolled, 140 with a diary) were asked about trust.", 212),
    ],
)
def test_a_number_is_read_with_the_noun_it_counts(abstract: str, expected: int | None) -> None:
    assert people(abstract) == expected


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ("A random sample of 900 adults was weighed and 310 were randomized to tea or milk.", 310),
        ("We studied a randomly drawn sample of 800 adults.", 800),
        ("Eighty clinicians randomized patients. We enrolled 412 adults.", 412),
        ("A group of 88 men with gout, representing the upper quartile of 350 randomized men, were included.", 88),
        ("95 men with gout, representing 41% of the 231 men in a national trial, were randomly assigned to tea.", 95),
        ("PATIENTS OR OTHER PARTICIPANTS Thirty-one healthy volunteers.", 31),
        ("This was a factorial trial in which 130 patients rated their pain for five hours.", 130),
        ("Habits were reported by 5,210 women enrolled in 1961.", 5210),
        ("Cramps eased in five zinc treated patients. Twelve women completed the course.", 12),
        ("Of 350 patients randomised to tea, 90 took milk later. Diaries from 140 patients were analysed.", 140),
        ("Cramps came back in the first week in 39.2% (n=71) and later were 6.0% (n=11) of the patients.", None),
        ("Patients with A1C of 7.0-10% (n = 485) were randomly assigned to one of seven arms.", 485),
        ("Cramps were worse in 5 patients (25%) randomized to tea.", None),
        ("After entry, 710 patients took tea and 403 were randomly assigned to double-blind treatment.", 403),
        ("Sleep was poor in 40 (20%) of 200 women allocated to tea. We studied 410 women.", 410),
    ],
)
def test_a_part_of_the_people_is_not_everyone(abstract: str, expected: int | None) -> None:
    assert people(abstract) == expected


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ("Women with low iron were randomized (N = 84) to zinc plus advice or to advice alone.", 84),
        ("Our trial included women with gout undergoing dietary therapy (n = 42).", 42),
        ("Analysis of two randomised trials (n = 940) showed that sleep improved.", 940),
        ("The women in the placebo group (n = 38) slept worse.", None),
        ("Women received zinc (n = 38).", None),
        ("Adhesion to the cells rose (n = 3).", None),
    ],
)
def test_a_lone_bracket_counts_everyone_only_where_its_words_say_so(abstract: str, expected: int | None) -> None:
    assert people(abstract) == expected


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ("We compared a year of zinc (given at noon; n=113) with no zinc (109) in adults with cramps.", 222),
        ("We compared the zinc arm (n=113), no zinc (109), in adults.", 222),
        ("Men were assigned to rest only (the first group; n = 55) or to rest and tea (tea group; n = 54).", 109),
        ("Charts were read for 652 patients: 360 (55.2%) treated with tea and 292 (44.8%) treated with milk.", 652),
        ("Of 412 patients, 197 tea and 205 milk patients were kept for the final analysis.", 412),
        ("50 were assigned to regional care and 47 were allocated to general care.", 97),
        ("In a large trial (800 patients), iron was measured in 21 women on tea and 25 on milk.", 46),
        ("81 adults were randomly assigned to receive rest and 74 adults were assigned to receive tea.", 155),
        ("Adults took zinc (n = 134) or rest (n = 133) by lot. In all, 274 adults were randomized.", 274),
        ("Adults took zinc (n = 34) or rest (n = 33) by lot. In all, 274 adults were randomized.", 274),
        ("Of these, 49 were randomly allocated to each group.", 98),
        ("14 women (70%) in the tea group and 5 women (25%) in the milk group slept well.", None),
        ("68 women (48.9%) in the tea group and 71 women (51.1%) in the milk group slept well.", 139),
        ("Forty-four women (20 girls, 9 widows, 12 wives in the tea group) were asked.", 44),
        (
            "20 women were assigned to zinc, and ten to placebo; 16 (80%) and seven (70%), respectively, got well.",
            30,
        ),
        ("We read the reports of all widowed women (n=310) and a 5% random sample (n=290) of married women.", 600),
    ],
)
def test_the_groups_of_one_allocation_are_added_up(abstract: str, expected: int | None) -> None:
    assert people(abstract) == expected


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ("We recruited 410 incident gout cases and 405 hospital controls who had completed a diary.", 815),
        ("It was done on 61 incident cases of confirmed gout in one town, and 122 age-matched controls.", 183),
        ("Seventeen patients with gout were enrolled. Fourteen healthy men of like age served as controls.", 31),
        ("Seventeen patients with gout were enrolled. Fourteen men of like age served as control subjects.", 31),
        ("Use before diagnosis in 120 women who died (cases) was compared with use in 960 controls.", 1080),
        ("We studied 160 women with gout. As additional group, 25 healthy women walked.", 160),
        ("We report 410 incident gout cases.", None),
        (
            "Cases were women of two towns who had been eligible for an earlier trial of zinc for cramps (n = 68). "
            "Controls were visitors, matched on age to the cases (n = 70).",
            138,
        ),
        (
            "Fifty patients with gout (GO), 30 with asthma, 24 with eczema, and 20 healthy volunteers were examined.",
            124,
        ),
        ("Forty patients with signs of gout, 25 cases with other ills, and 30 healthy men were tested.", 95),
        ("Blood of 90 patients with gout, 8 patients with asthma and 24 healthy controls was drawn.", 122),
        ("We interviewed 260 proven cases of gout and an equal number of age-matched controls.", 520),
        ("We interviewed 260 proven cases of gout and an equal number of doctors.", 260),
        ("Fifty patients with gout, 30 with asthma and 24 with eczema were examined.", 50),
    ],
)
def test_cases_and_their_controls_are_added_up(abstract: str, expected: int | None) -> None:
    assert people(abstract) == expected


def test_cases_found_are_people_where_nobody_else_is_counted() -> None:
    found = participants("In all, 45 cases of gout were found in the files.", label="RESULTS")
    assert found is not None
    assert found.value == 45
    assert found.confidence < 0.7
    assert participants("In all, 45 cases of gout were found in the files.", label="BACKGROUND") is None
    assert participants("There were 390 cases per 100,000, as was found.", label="RESULTS") is None
    assert participants("There were 390 new cases found.", label="RESULTS") is None
    assert participants("There were 390 cases.", label="RESULTS") is None


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ("We followed 27 consecutive children. Iron was given to a total of 11 children.", 27),
        ("A total of 5,400 patients were active. At least 2000 active patients had each ailment.", 5400),
        ("The clinic serves an area of about 3 million inhabitants.", None),
        ("Of 212 general practitioners, 61% took part.", 212),
        ("The three surgeons agreed on the stage.", None),
        ("Thirty surgeons treated 640 women.", 640),
        ("The sample included 25 family physicians and 150 patients.", 150),
        ("38 individual physicians (21 general practitioners, 9 pediatricians, 8 internists) were included.", 38),
        ("We used 26 volunteer GPs' practices. The data are of visits (781 patients) and calls (910 patients).", 1691),
        ("Gout was sought in a subcohort of 490 men. In all, 9045 men were seen.", 9045),
    ],
)
def test_what_bounds_a_place_or_treats_the_people_is_weighed_down(abstract: str, expected: int | None) -> None:
    assert people(abstract) == expected


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ("At a year, 62 (27%) of 231 patients were well with tea and 63 (27%) of 232 with milk as control.", 463),
        ("Nine of 15 women given placebo and two of 16 given tea had cramps; all patients were old.", 31),
        ("Cramps stayed in 28% (10/36) of patients with tea and in 0% (0/27) in the control arm.", 63),
    ],
)
def test_groups_that_shares_are_taken_of_are_added_up(abstract: str, expected: int | None) -> None:
    assert people(abstract) == expected


@pytest.mark.parametrize(
    "abstract",
    [
        "A 27-year-old nulligravida came with cramps.",
        "58-years old woman came with cramps.",
        "We saw a fit 44-year-old male farmer with cramps.",
    ],
)
def test_one_person_described_is_one(abstract: str) -> None:
    assert people(abstract, StudyType.CASE_REPORT) == 1


def test_a_series_may_be_a_single_case_where_the_text_says_so() -> None:
    assert people("We report a case of gout in a 7-year-old girl.", StudyType.CASE_SERIES) == 1
    assert people("Gout struck a 7-year-old girl.", StudyType.CASE_SERIES) is None


def test_cases_alone_are_people_even_where_the_design_reads_as_animal() -> None:
    assert people("We interviewed 260 proven cases of gout; fish was to blame.", StudyType.ANIMAL) == 260


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ("Of those, 45 men after randomization slept well. We enrolled 90 men.", 90),
        ("Ninety men with a wish for better sleep and long nights at sea, all from one port, were then enrolled.", 90),
        ("A planned 120 potential donors were told of it.", 120),
        ("Fifty potential donors were told of it.", 50),
        ("We wrote to eligible 300 women and 120 women were enrolled.", 120),
        ("Of all, 64 randomly split by lot slept.", 64),
        ("Of all, 64 randomly woken by noise slept.", None),
        ("They took 20 per treatment arm. Mice were split into two groups.", 40),
        ("A share of 1.204 rather old and frail women slept.", None),
        ("We enrolled 1.204 women.", 1204),
        ("31 of 322 planned women were asked.", 31),
        ("31 of 322 women agreed to a diary.", 31),
        ("31 of the 322 women later joined a choir.", 322),
    ],
)
def test_the_stage_is_told_by_the_words_around_a_number(abstract: str, expected: int | None) -> None:
    assert people(abstract) == expected


def test_a_number_deep_in_one_long_word_is_quoted_from_the_word_on() -> None:
    found = participants("x" * 300 + "; we enrolled 64 women" + " and so on" * 30 + ".")
    assert found is not None
    assert found.quote is not None
    assert "64 women" in found.quote.text


def test_people_in_the_studies_of_a_review_need_not_stand_beside_their_number() -> None:
    text = (
        "Gout is rare. Fifteen studies were included. " + "All were short. " * 6 + "The studies had 4135 adults in all."
    )
    assert people(text, StudyType.SYSTEMATIC_REVIEW) is None
    text = text.replace("had 4135 adults in all", "had a total of 4135 adults")
    assert people(text, StudyType.SYSTEMATIC_REVIEW) == 4135
