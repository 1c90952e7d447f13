from __future__ import annotations

import pytest

from magcite.model import AbstractSection, Article, ArticleIds, Count, Design, Fact, Provenance, Sample, StudyType
from magcite.readers.sample_size import read_sample


def article(abstract: str, title: str | None = None) -> Article:
    sections = (AbstractSection(text=abstract),) if abstract else ()
    return Article(ids=ArticleIds(), title=title, abstract=sections, provenance=Provenance.PUBMED)


def read(abstract: str, study_type: StudyType | None = None, title: str | None = None) -> Sample:
    fact = Fact(value=study_type, quote=None, confidence=0.9, basis="given") if study_type else None
    return read_sample(article(abstract, title), Design(study_type=fact))


def people(abstract: str, study_type: StudyType | None = None, title: str | None = None) -> int | None:
    found = read(abstract, study_type, title).participants
    return found.value if found else None


def staged(sample: Sample) -> list[tuple[Count, int]]:
    return [(count, fact.value) for count, fact in sample.counts]


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ("Of 31 women who enrolled, 26 completed the course.", 31),
        ("Follow-up was finished by 71 of the 74 randomized.", 74),
        ("Plasma zinc was screened in 140 men. Thirty-six of them completed the main study.", 36),
        ("We approached 415 adults; 212 were enrolled and 198 were randomised.", 198),
        ("Of 120 patients assessed for eligibility, 88 were randomly assigned to iron or placebo.", 88),
        ("Sixty-one nurses were registered and 50 were randomized to walking or to usual care.", 50),
        ("In all, 52 of 300 eligible women participated in the trial.", 52),
        ("Enrolment stopped after 61 of the planned 90 patients were enrolled.", 61),
        ("Data from 96 women were analysed.", 96),
        ("We enrolled 31 sportswomen.", 31),
        ("Eighty-eight were randomly divided by lot.", 88),
        ("We planned to recruit 72 adults.", 72),
        ("The target was 400 women, of whom 61 agreed.", 61),
        ("Of the 90 women enrolled, 64 of the 81 women seen slept well.", 90),
        ("We compared 342 men with a randomly selected reference.", 342),
        ("Two hundred women with gout who had never smoked were enrolled.", 200),
        ("Of 410 screened women, 60 randomised women took zinc.", 60),
        ("From a list of potential donors, 300 adults were called and 41 adults were enrolled.", 41),
        ("In all, 88 adults were randomly divided into two groups.", 88),
        ("Participants were 512 older nuns.", 512),
        ("Fifty-two of them fell ill. We enrolled 90 soldiers, and 12 out of 40 women coughed.", 90),
        ("Women (n = 80) were randomly assigned to zinc (n = 41) or to rest (n = 38).", 80),
        ("Of 240 enrolled patients, 201 were evaluable for the primary outcome.", 240),
    ],
)
def test_people_randomised_come_before_enrolled_before_analysed(abstract: str, expected: int) -> None:
    assert people(abstract) == expected


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ("Twenty-three elderly patients were randomized.", 23),
        ("One hundred and twenty women took part.", 120),
        ("Four thousand eight hundred and four adults were followed.", 4804),
        ("A total of 7,412 adults were included.", 7412),
        ("A total of 7 412 adults were included.", 7412),
        ("A total of 7\u2009412 adults were included.", 7412),
        ("A total of 7\u202f412 adults were included.", 7412),
        ("A total of 7'412 adults were included.", 7412),
        ("A total of 7.412 adults were included.", 7412),
        ("The survey covered 1.2 million adults.", 1_200_000),
        ("We enrolled 31 (17 female) servicewomen.", 31),
        ("Between 2001 and 2004, 1991 patients were randomized.", 1991),
    ],
)
def test_numbers_are_read_in_words_and_with_any_thousands_mark(abstract: str, expected: int) -> None:
    assert people(abstract) == expected


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ("Participants took zinc (n = 27) or starch (n = 25), as decided at random.", 52),
        ("Adults were randomized to a diet (n=31), walking (n=29) or a waiting list (n=30).", 90),
        ("Patients were 20 to 55 years old; 30 took zinc and 10 took placebo.", 40),
        ("Between spring and autumn, 39 women were assigned to zinc and 35 to starch.", 74),
        ("We compared 30 patients with psoriasis and 20 healthy controls.", 50),
        ("We compared 17 obese and 19 lean men.", 36),
        ("Each participant took zinc or placebo for 8 weeks (n = 35 per arm).", 70),
        ("Volunteers were split over three groups, with 12 subjects in each group.", 36),
        ("The study compared two groups of 20 runners.", 40),
        ("Healthy runners were split in two groups of 20, by lot.", 40),
        ("There were 200 cases and 410 controls.", 610),
        ("In all, 30 patients had migraine and were compared with 10 controls.", 40),
        ("Thirty-seven and 36 patients were assigned to the control and the zinc groups.", 73),
        ("In the lamp group (n=18) nobody fell. In the sham group (n=15), one man fell.", 33),
        ("Cases were men with gout (n = 82). Controls were neighbours of the cases (n = 79).", 161),
        ("In total, 271 and 278 patients received drops and tablets, respectively.", 549),
        ("Twenty-one adults in the zinc group slept well. Nineteen adults in the control group slept badly.", 40),
    ],
)
def test_groups_are_added_up_where_no_total_is_printed(abstract: str, expected: int) -> None:
    assert people(abstract) == expected


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ("Ninety adults (44 men and 46 women) were randomized to zinc (n = 45) or starch (n = 45).", 90),
        ("Women (N = 62) were randomly assigned to writing (n = 31) or to rest (n = 31).", 62),
        ("A total of 60 children (31 to zinc, 29 to starch) were randomly assigned.", 60),
        ("In this trial 148 patients were included; 74 were assigned zinc and 74 were given starch.", 148),
        ("Forty-eight runners were enrolled. Twenty-four were assigned to zinc; the other 24 to rest.", 48),
        ("One hundred people were randomized into exercise groups or a control group and 90 completed the study.", 100),
    ],
)
def test_a_printed_total_wins_over_its_groups(abstract: str, expected: int) -> None:
    assert people(abstract) == expected


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ("The cohort included 4,497 adults aged 18 to 30 years. Over 20 years, 330 people developed diabetes.", 4497),
        ("The study followed 1,170 women. During a mean of 87.4 months, 170 women died.", 1170),
        ("We enrolled 80 adults. In a subgroup of 12 patients zinc was measured.", 80),
        ("We studied 150 adults. Headache was reported by 33 patients in the zinc group.", 150),
        ("We enrolled 60 men at 13 centres. Of these, 17 patients had ulcers.", 60),
        ("We studied 51 type 1 diabetic patients; results for the remaining 48 patients are given.", 51),
        ("Former smokers (n = 60) were interviewed. A subset of patients (n = 12) gave blood.", 60),
        ("We treated 90 adults at several sites (n = 7). Nausea (n = 22, 24%) and cramps (n = 9, 10%) were rare.", 90),
        ("We enrolled 80 adults. Fever was seen in 1 in 10 women; 12% of 30 men coughed.", 80),
        ("Fifty-six patients of 16 family doctors were included; 16 doctors gave advice.", 56),
    ],
)
def test_events_and_subgroups_are_not_the_sample(abstract: str, expected: int) -> None:
    assert people(abstract) == expected


@pytest.mark.parametrize(
    "abstract",
    [
        "Participants took 350 mg of zinc a day for 12 weeks.",
        "Eligible were people aged 40 to 75 years.",
        "Patients came for 14 visits at 22 centres in 1999 and 2004.",
        "The questionnaire had 36 items and a score of 21 points.",
        "Variants of 125 genes were tested, P = 0.03, 95% CI 12 to 40.",
        "Runners finished a 42 km marathon in 240 minutes.",
        "The rate was 12 per 1000 person-years over 5600 patient years.",
        "In 2004 patients were invited.",
        "Exposure came to 5600 women years.",
        "The ratio was 8.894 in lean tall young women.",
        "Zero patients fell ill.",
        "Blood pressure fell in 48% of patients.",
        "SWOG 0307 randomized women to three drugs.",
        "Two randomized trials of zinc are under way.",
        "",
    ],
)
def test_doses_ages_years_visits_items_and_rates_count_nobody(abstract: str) -> None:
    assert read(abstract) == Sample()


def test_the_other_counts_stand_beside_the_answer_by_stage() -> None:
    sample = read("We screened 300 men. Of these, 120 men were randomised: 60 to zinc and 60 to rest. 98 completed.")
    assert sample.participants is not None
    assert sample.participants.value == 120
    assert (Count.SCREENED, 300) in staged(sample)
    assert staged(sample).count((Count.ARM, 60)) == 2
    assert (Count.COMPLETED, 98) in staged(sample)
    assert (Count.RANDOMIZED, 120) not in staged(sample)


def test_parts_that_do_not_add_up_are_said_so() -> None:
    sample = read("Taking part were 116 children (94 boys, 20 girls) of 9-12 years.")
    assert sample.participants is not None
    assert sample.participants.value == 116
    assert sample.note is not None
    assert "94 + 20 = 114" in sample.note


def test_arms_that_do_not_add_up_are_said_so() -> None:
    sample = read("We randomized 90 adults to zinc (n = 44) or starch (n = 43).")
    assert sample.participants is not None
    assert sample.participants.value == 90
    assert "87" in (sample.note or "")


def test_parts_that_add_up_need_no_note() -> None:
    assert read("Taking part were 114 children (94 boys, 20 girls) of 9-12 years.").note is None


def test_a_planned_number_is_reported_as_planned() -> None:
    sample = read("A total of 140 patients will be randomized.", StudyType.PROTOCOL)
    assert sample.participants is not None
    assert sample.participants.value == 140
    assert sample.participants.confidence <= 0.6
    assert "planned" in (sample.note or "")


def test_a_number_only_screened_is_reported_as_screened() -> None:
    sample = read("Serum zinc was screened in 121 women.")
    assert sample.participants is not None
    assert "screened" in (sample.note or "")


def test_groups_known_only_by_shares_are_added_up_and_said_so() -> None:
    sample = read("Cramps eased in 13 of 28 patients on zinc versus 5 of 27 patients on placebo.")
    assert sample.participants is not None
    assert sample.participants.value == 55
    assert sample.participants.confidence < 0.5
    assert "no total" in (sample.note or "")
    assert people("Nodes were found in 61 of 66 procedures in women versus 57 of 60 procedures.") is None


def test_a_number_from_the_background_is_hardly_trusted() -> None:
    sections = (AbstractSection(text="In 2010 a trial randomized 800 adults.", label="BACKGROUND"),)
    old = Article(ids=ArticleIds(), title=None, abstract=sections, provenance=Provenance.PUBMED)
    found = read_sample(old, Design(study_type=None)).participants
    assert found is not None
    assert found.confidence < 0.8


def test_an_abbreviation_for_people_is_understood() -> None:
    assert people("Fatigue troubles heart attack survivors (HAS). We enrolled 71 HAS in a walking course.") == 71


def test_a_single_case_is_one_person_only_where_one_is_described() -> None:
    told = read("We describe a 54-year-old woman with cramps.", StudyType.CASE_REPORT)
    assert told.participants is not None
    assert told.participants.value == 1
    assert people("We describe a 54-year-old woman with cramps.") is None
    assert people("Cramps may follow a lack of salt.", StudyType.CASE_REPORT) is None


def test_cases_reported_are_people_and_incident_cases_are_not() -> None:
    assert people("We report 14 cases of cramp.", StudyType.CASE_SERIES) == 14
    assert people("There were 24,516 incident cases.") is None
    assert people("We studied 24,516 incident cases.") is None
    assert people("We treated 14 cases of cramp.") == 14


@pytest.mark.parametrize(
    ("abstract", "studies", "participants"),
    [
        ("In 13 prospective cohorts with 536,318 participants and 24,516 cases, risk was lower.", 13, 536_318),
        ("We screened 1,204 citations; 27 trials with 1,200 people met the criteria.", 27, 1200),
        ("Fifteen studies (1817 patients) were included.", 15, 1817),
        ("The search yielded 4811 papers, of which 26 studies were eligible for inclusion.", 26, None),
        (
            "The authors took in 21 cohort studies, 3 trials, one each of a survey, an audit and a series.",
            27,
            None,
        ),
        ("A total of 19 studies with overall 4100 people were pooled. Only four trials were blind.", 19, 4100),
        ("Nine trials were pooled. Cramps fell in 3 trials.", 9, None),
        ("We found 16 cohort studies, 5 surveys, and 3 trials.", 24, None),
        ("Of 9 trials found (4 blind trials), all were small.", 9, None),
        ("We included 62 unique randomized controlled trials (n = 9,340).", 62, 9340),
        ("Evidence on zinc is scarce.", None, None),
    ],
)
def test_reviews_count_their_studies_and_the_people_in_them(
    abstract: str, studies: int | None, participants: int | None
) -> None:
    sample = read(abstract, StudyType.META_ANALYSIS)
    assert (sample.studies_included.value if sample.studies_included else None) == studies
    assert (sample.participants.value if sample.participants else None) == participants


def test_a_title_that_names_a_review_is_enough_without_a_design() -> None:
    sample = read("Twelve trials with 640 adults were pooled.", title="Zinc and colds: a meta-analysis")
    assert sample.studies_included is not None
    assert sample.studies_included.value == 12


def test_a_narrative_review_has_studies_at_most() -> None:
    text = "We reviewed 16 studies of zinc status. In one trial 120 patients were randomized."
    sample = read(text, StudyType.NARRATIVE_REVIEW)
    assert sample.participants is None
    assert sample.studies_included is not None
    assert sample.studies_included.value == 16


def test_animals_are_never_people() -> None:
    for study_type in (StudyType.ANIMAL, None):
        sample = read("Forty male Wistar rats were randomly divided into four groups.", study_type)
        assert sample.participants is None
        assert sample.animals is not None
        assert sample.animals.value == 40


def test_people_stay_people_where_an_animal_study_counts_no_animal() -> None:
    assert people("We enrolled 44 farmers.", StudyType.ANIMAL) == 44


def test_dogs_in_a_bracket_are_not_people() -> None:
    assert people("Dogs (n = 24) slept in treated cages.") is None


def test_animals_per_group_are_multiplied() -> None:
    sample = read("Mice were split into four groups (n = 8 per group).", StudyType.ANIMAL)
    assert sample.animals is not None
    assert sample.animals.value == 32


def test_an_article_without_text_has_no_sample() -> None:
    assert read("") == Sample()


def test_a_number_told_twice_is_surer_than_one_with_a_rival() -> None:
    agreed = read("We randomized 90 adults to zinc (n = 45) or starch (n = 45).").participants
    rivals = read("We examined 90 adults and later assessed 85 men.").participants
    assert agreed is not None
    assert rivals is not None
    assert agreed.confidence > rivals.confidence


def test_a_long_sentence_is_quoted_around_its_number() -> None:
    text = "x" + " and so on" * 60 + " we randomized 64 women to zinc or starch" + " and so on" * 60 + "."
    found = read(text).participants
    assert found is not None
    assert found.quote is not None
    assert "64 women" in found.quote.text
    assert found.quote.text in text
    assert len(found.quote.text) < 400
