"""What kind of study an article is, read from its words and its record. All texts are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.model import AbstractSection, Article, ArticleIds, Design, MeshTerm, Provenance, StudyType
from magcite.readers.study_type import read_design

T = StudyType


def article(
    title: str | None,
    abstract: str | tuple[tuple[str, str], ...] = "",
    types: tuple[str, ...] = (),
    mesh: tuple[str, ...] = (),
) -> Article:
    parts = ((None, abstract),) if isinstance(abstract, str) else abstract
    sections = tuple(AbstractSection(label=label, text=text) for label, text in parts if text)
    return Article(
        ids=ArticleIds(),
        title=title,
        abstract=sections,
        provenance=Provenance.PUBMED,
        publication_types=tuple(MeshTerm(name=name) for name in types),
        mesh=tuple(MeshTerm(name=name) for name in mesh),
    )


def read(*args: object, **kwargs: object) -> StudyType | None:
    found = read_design(article(*args, **kwargs)).study_type  # type: ignore[arg-type]
    return found.value if found else None


EXAMPLES = [
    (T.RANDOMIZED_TRIAL, "Zinc lozenges for the common cold: a randomised trial",
     "Ninety adults were randomly assigned to zinc or placebo for seven days. Colds lasted 4.1 days with zinc "
     "and 6.0 with placebo (P = 0.01)."),
    (T.RANDOMIZED_TRIAL, "Evening walks and sleep",
     "We allocated 64 nurses at random to evening walks or to no change. After eight weeks sleep had improved in "
     "the walkers (P < 0.05)."),
    (T.RANDOMIZED_TRIAL, "Beetroot juice and cycling",
     "In a double-blind, placebo-controlled crossover study 18 cyclists drank beetroot juice or placebo for six "
     "days each. Times did not differ."),
    (T.RANDOMIZED_TRIAL, "Potassium and blood pressure",
     "Twenty men received potassium on one day and saline on another, in random order. Pressure was 4 mmHg lower "
     "after potassium (P = 0.02)."),
    (T.RANDOMIZED_TRIAL, "Folate and mood: a post hoc analysis of a randomised trial",
     "In this post hoc analysis of a randomised trial, 210 adults had been randomised to folate or placebo. Mood "
     "improved more with folate than "
     "with placebo among those with low levels (P = 0.03)."),
    (T.NON_RANDOMIZED_TRIAL, "Iron tablets in tired women: an open-label pilot study",
     "Thirty women took 80 mg of iron daily for 12 weeks. Fatigue scores fell from 31 before to 22 after "
     "treatment (P < 0.001)."),
    (T.NON_RANDOMIZED_TRIAL, "Physiotherapy after knee surgery: a non-randomised controlled trial",
     "Forty patients were treated with early physiotherapy; 40 patients treated later served as controls. "
     "Allocation was not randomised. "
     "Pain was lower after early treatment (P = 0.04)."),
    (T.COHORT, "Coffee and incident gout",
     "We followed 12,400 men for 14 years. Incident gout was recorded in 310. The hazard ratio for the highest "
     "quintile was 0.61 (95% CI 0.44-0.83)."),
    (T.COHORT, "Outcome of hip fracture in the very old: a retrospective cohort study",
     "Medical records of 412 patients admitted between 2004 and 2011 were reviewed retrospectively. Mortality at "
     "one year was 28%."),
    (T.CASE_CONTROL, "Salted fish and stomach cancer",
     "In this case-control study 210 cases and 420 controls matched for age were interviewed about diet. The "
     "odds ratio was 1.9 (95% CI 1.2-3.0)."),
    (T.CROSS_SECTIONAL, "Vitamin D and low mood in students",
     "In a cross-sectional survey 640 students completed a questionnaire. Low vitamin D was associated with low "
     "mood (OR 1.4, 95% CI 1.1-1.8)."),
    (T.CROSS_SECTIONAL, "Zinc in children with asthma",
     "Serum and hair zinc were measured in 96 children with asthma. Zinc deficiency was found in 61 per cent of "
     "them."),
    (T.CASE_REPORT, "Hypermagnesaemia after a laxative: a case report",
     "We report a 71-year-old woman who was admitted with weakness. She had taken a laxative for weeks. She "
     "recovered after dialysis."),
    (T.CASE_SERIES, "Laryngeal spasm and low calcium: a case series",
     "We describe five patients seen in our clinic. All had low calcium, and all recovered within a day."),
    (T.SYSTEMATIC_REVIEW, "Probiotics for colic: a systematic review",
     "We searched PubMed, Embase and CENTRAL to June 2019. Eight studies were included. Crying time fell in five."),
    (T.META_ANALYSIS, "Garlic and cholesterol: a meta-analysis of randomised trials",
     "We searched MEDLINE for randomised trials. Twenty trials with 1,400 participants were pooled in a "
     "random-effects model (I2 = 61%)."),
    (T.NARRATIVE_REVIEW, "Copper in health and disease",
     "Copper is a cofactor of many enzymes. This review discusses its absorption, its transport and its role in "
     "disease. Recent evidence "
     "suggests that deficiency may be commoner than is thought."),
    (T.GUIDELINE, "Practice guideline for the treatment of gout: recommendations of the rheumatology society",
     "This guideline gives recommendations for the treatment of gout. Urate should be lowered below 360 umol/l."),
    (T.EDITORIAL_LETTER, "Re: Coffee and incident gout", ""),
    (T.PROTOCOL, "Tai chi for falls: study protocol for a randomised controlled trial",
     "We will recruit 300 adults over 70. Participants will be randomised to tai chi or stretching. Falls will "
     "be recorded for one year."),
    (T.DIAGNOSTIC, "A finger-prick test for anaemia",
     "Diagnostic accuracy was assessed in 320 patients against the laboratory. Sensitivity was 91% and "
     "specificity 88%; the area under the "
     "receiver operating curve was 0.94, the positive predictive value 79%."),
    (T.ANIMAL, "Manganese impairs learning in young rats",
     "Wistar rats were randomly divided into three groups and injected with manganese. Treated rats were slower "
     "in the water maze (P < 0.01)."),
    (T.EDITORIAL_LETTER, "Salt restriction: an old quarrel",
     "In this issue of the journal, Brandt and colleagues add a new chapter to an old quarrel. Salt may matter less "
     "than is thought."),
    (T.SYSTEMATIC_REVIEW, "Nettle tea and hay fever: a systemic review of published reports",
     "Reports of nettle tea in hay fever were gathered from three databases. Most were small."),
    (T.CASE_REPORT, "Muscle spasm and barium",
     "Barium is found in some clays. Severe spasm after eating clay in a woman is being reported."),
    (T.IN_VITRO, "Zinc slows bursts of firing",
     "The experiments were carried out on hippocampal slices of guinea pigs. Bursts were recorded by whole-cell patch "
     "clamp, and potassium currents fell when zinc was added to the bath."),
    (T.NARRATIVE_REVIEW, "Lithium and the growing tumour",
     "Lithium and tumours are linked in more ways than one. In mice short of lithium tumours grow less, and in animal "
     "models they spread less. This review revisits what is known, from cells in culture to human data, and discusses "
     "whether patients may be harmed."),
    (T.IN_VITRO, "Selenium slows the growth of melanoma cells in vitro",
     "Cultured melanoma cells were exposed to selenite. Proliferation fell and apoptosis rose; western blot "
     "showed less phosphorylated kinase."),
    (T.RANDOMIZED_TRIAL, "Calcium and grip strength",
     "Sixty adults received calcium for eight weeks and nothing for eight weeks, in an order drawn at random. Grip was "
     "2 kg stronger with calcium (P = 0.02)."),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "title", "abstract"), EXAMPLES, ids=[example[1][:40] for example in EXAMPLES])
def test_every_design_is_told_from_its_own_words(expected: StudyType, title: str, abstract: str) -> None:
    assert read(title, abstract) is expected


TRAPS = [
    ("a trial that is only called for", "Yoga and back pain",
     "We followed 80 adults in yoga classes prospectively for one year. Pain improved in 51. A randomized trial "
     "is needed.", T.RANDOMIZED_TRIAL),
    ("a random sample", "Snoring in a town",
    "A randomly selected sample of 900 residents completed a questionnaire. Prevalence of snoring was 31%.",
     T.RANDOMIZED_TRIAL),
    ("Mendelian randomization", "Milk and bone density: a Mendelian randomization study",
     "Using Mendelian randomization in 40,000 participants of a biobank, we found no association between milk "
     "and bone density.", T.RANDOMIZED_TRIAL),
    ("non-randomised", "Two ways of teaching inhaler use: a non-randomised study",
     "In this non-randomised study 60 patients were treated in two clinics. Technique improved after training in "
     "both.", T.RANDOMIZED_TRIAL),
    ("randomisation ruled out", "Early or late weaning",
     "Randomization was not possible. 90 infants were weaned early or late according to the parents' wish, and "
     "were followed for a year.",
     T.RANDOMIZED_TRIAL),
    ("a review of randomised trials", "Ginger for nausea: systematic review of randomised trials",
     "We searched Medline and Embase for randomised controlled trials. Six trials were "
     "included.", T.RANDOMIZED_TRIAL),
    ("random effects", "Body height over a century",
     "Heights of 5,000 conscripts from a national registry were analysed retrospectively with a random effects "
     "model.", T.RANDOMIZED_TRIAL),
    ("a protocol of a trial", "Light therapy in nurses: protocol for a randomised trial",
     "Eighty nurses will be randomised to bright or dim light. Sleep will be measured.", T.RANDOMIZED_TRIAL),
    ("baseline data inside a trial", "Fibre intake and stool weight at baseline of a dietary trial",
     "We used baseline data from a randomized controlled trial. Fibre intake was associated with stool weight in "
     "400 adults in a cross-sectional analysis "
     "(r = 0.3), and was correlated with age.", T.RANDOMIZED_TRIAL),
    ("assigned by choice", "Diet classes or walking groups",
     "Seventy adults were assigned to diet classes or walking groups by their own choice. Weight fell in both "
     "groups after the intervention.",
     T.RANDOMIZED_TRIAL),
    ("animals allocated at random", "Cocoa and vessel stiffness in aged mice",
     "Mice were randomized to cocoa or water for eight weeks. Stiffness fell in cocoa-fed mice.", T.RANDOMIZED_TRIAL),
    ("fish oil is no animal", "Fish oil in children with asthma",
     "Children with asthma were treated with fish oil in an open-label pilot study. Symptoms improved after "
     "treatment.", T.ANIMAL),
    ("a case-control study is no case report", "Moles and melanoma: a case-control study",
     "We compared 100 cases and 200 controls. Cases had more moles (OR 2.2, 95% CI 1.3-3.6).", T.CASE_REPORT),
    ("a trial that would help", "Singing for breathlessness",
     "Thirty patients took part in weekly singing sessions. Breathlessness fell after the programme. A randomized "
     "controlled trial would help to tell whether singing was the reason.", T.RANDOMIZED_TRIAL),
    ("animals that give comfort are not studied", "Dog-assisted therapy on a ward for the old",
     "Visits by dogs were offered to 41 residents. Their mood was better after the visits than before.", T.ANIMAL),
    ("what insects carry is caught by people", "Mosquito-borne fever in two towns",
     "Fever after mosquito bites was recorded in 310 residents of two towns. Bed nets were used by half of them, and "
     "their use was associated with less fever (P = 0.01).", T.ANIMAL),
    ("a trial registered looking back", "Warm baths and sleep",
     "Forty nurses took warm baths for a week. Sleep improved after the baths. The trial was retrospectively "
     "registered.", T.COHORT),
    ("animals in the background only", "Growth factor in the skin of patients with a wasting disease",
     "A growth factor saves nerve cells in a transgenic mouse model of the disease. We measured it in skin of 14 "
     "patients and 12 healthy controls. Staining was weaker in patients (P < 0.01), and correlated with the duration "
     "of the disease. These findings suggest that skin reflects the disease.", T.ANIMAL),
    ("a review of charts is no review", "Falls on a ward: a retrospective chart review",
     "Medical records of 240 patients were reviewed retrospectively. Falls were recorded in 31 "
     "(13%).", T.NARRATIVE_REVIEW),
]  # fmt: skip


@pytest.mark.parametrize(("trap", "title", "abstract", "never"), TRAPS, ids=[trap[0] for trap in TRAPS])
def test_traps_are_not_walked_into(trap: str, title: str, abstract: str, never: StudyType) -> None:
    assert read(title, abstract) is not never


def test_an_open_study_with_matched_groups_is_no_randomised_trial() -> None:
    abstract = (
        "Thirty runners in two matched groups took 300 mg of calcium or nothing for six weeks. "
        "Times improved after treatment in both."
    )
    assert read("Calcium and running", abstract) is T.NON_RANDOMIZED_TRIAL


def test_a_blinded_crossover_without_the_word_random_is_a_less_certain_trial() -> None:
    plain = read_design(article(*EXAMPLES[0][1:])).study_type
    tacit = read_design(article(*EXAMPLES[2][1:])).study_type
    assert plain is not None
    assert tacit is not None
    assert tacit.value is plain.value is T.RANDOMIZED_TRIAL
    assert tacit.confidence < plain.confidence


def test_methods_outweigh_a_background_that_speaks_of_trials() -> None:
    sections = (
        ("BACKGROUND", "Randomised trials of tea have disagreed. In randomised trials the effect was small."),
        ("METHODS", "We did a cross-sectional study of 2,100 adults."),
        ("RESULTS", "Tea was associated with lower pressure (P = 0.01)."),
    )
    assert read("Tea and blood pressure", sections) is T.CROSS_SECTIONAL


def test_a_section_of_methods_and_results_counts_as_methods() -> None:
    text = "Sixty adults took part in a pilot study in which iron was given for a month."
    apart, together = (
        read_design(article("Iron and mood", (("BACKGROUND", "Mood is low."), (label, text)))).study_type
        for label in ("RESULTS", "METHODS AND RESULTS")
    )
    assert apart is not None
    assert together is not None
    assert together.value is apart.value is T.NON_RANDOMIZED_TRIAL
    assert together.confidence > apart.confidence


def test_a_plainly_named_design_is_not_doubted() -> None:
    abstract = "In this prospective case-control study 34 patients and 34 neighbours were examined."
    assert read("Lead and gout", abstract) is T.CASE_CONTROL


NOT_NAMED = [
    ("patients beside healthy people are compared, not cases against controls", "Grip strength in gout",
     "Grip strength was measured in 41 patients with gout and 39 healthy controls matched for age. It was lower in the "
     "patients (P = 0.02) and correlated with the duration of gout.", T.CASE_CONTROL),
    ("a prevalence alone does not say how people were found", "Prevalence of flat feet in patients with gout",
     "Feet were examined in 140 patients with gout. The prevalence of flat feet was 31% in men and 28% in women.",
     T.CROSS_SECTIONAL),
    ("a cohort of patients may be looked at once", "A gene of salt taste in gout",
     "The gene was sequenced in a cohort of 88 patients with gout. A rare allele was found in four, and a new mutation "
     "in one.", T.COHORT),
    ("an incident report is no incident case", "Finding classes of incident reports by their words",
     "Incident reports of falls were sorted by an algorithm. It found the class of 310 of 402 incident reports.",
     T.COHORT),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "title", "abstract", "never"), NOT_NAMED, ids=[each[0] for each in NOT_NAMED])
def test_a_design_is_not_guessed_where_none_is_named(reason: str, title: str, abstract: str, never: StudyType) -> None:
    assert read(title, abstract) is not never


@pytest.mark.parametrize(
    "abstract",
    [
        "We compared 120 cases and 240 controls of the same age. Cases had worked with lead more often "
        "(odds ratio 2.1; 95% CI 1.4-3.2).",
        "We interviewed 136 patients with gout and 140 controls from the same streets about work with lead. Cases and "
        "controls differed little in age. The odds ratio was 2.1 (95% CI 1.4-3.2).",
    ],
)
def test_cases_held_against_controls_are_a_case_control_study_even_without_the_name(abstract: str) -> None:
    assert read("Lead at work and gout", abstract) is T.CASE_CONTROL


def test_following_people_over_years_is_a_cohort_without_the_word() -> None:
    methods = "The study followed 2,150 townspeople. The risk of developing gout was estimated by intake of cherries."
    results = "It was 22% lower in those who ate the most (P = 0.02)."
    assert read("Cherries and gout", (("METHODS", methods), ("RESULTS", results))) is T.COHORT


def test_salted_fish_is_food_not_an_animal_studied() -> None:
    abstract = (
        "In a case-control study 90 cases and 90 controls were asked about meals in childhood. Salted fish eaten every "
        "week was associated with gout (odds ratio 1.8)."
    )
    assert read("Salted fish as a cause of gout", abstract) is T.CASE_CONTROL


ANIMALS = [
    ("named without any people", "Sedatives and recovery from withdrawal",
     "Withdrawal of sedatives has been studied little. After treatment with a sedative, 2 mg/kg, for a week, mice were "
     "left without it. Locomotion and the binding of receptors rose in treated mice on the second day."),
    ("an operation on rabbits", "Movement of an eye muscle after its displacement",
     "To see how far an eye muscle moves after its displacement. A prospective, controlled study was done in ten "
     "eyes of five rabbits. The muscle was moved by 4 mm in the right eyes of the rabbits. After surgery it had moved "
     "back by 1 mm at three months (P = 0.04)."),
    ("cells first, then whole animals", "Cells that overexpress a lectin restore movement after stroke in the gerbil",
     "Human progenitor cells in culture were transfected with a lectin, and cell death fell. In an animal model of "
     "stroke the gerbils were injected with these cells. Treated animals moved better and lost less tissue."),
]  # fmt: skip


@pytest.mark.parametrize(("title", "abstract"), [each[1:] for each in ANIMALS], ids=[each[0] for each in ANIMALS])
def test_an_experiment_on_animals_is_told_from_one_on_people_or_cells(title: str, abstract: str) -> None:
    assert read(title, abstract) is T.ANIMAL


def test_in_vivo_is_said_of_people_too() -> None:
    abstract = (
        "In vivo bioequivalence of two inhalers was tested in a randomized, double-blind crossover design. Twenty-four "
        "subjects inhaled each on separate days. Responses did not differ."
    )
    assert read("In vivo bioequivalence of two inhalers", abstract) is T.RANDOMIZED_TRIAL


def test_an_open_trial_whose_treatment_deserves_a_randomised_one_is_not_randomised() -> None:
    abstract = (
        "Ten adults used a telephone programme in an open trial after leaving hospital. Symptoms improved from "
        "baseline. The programme warrants further testing in a randomized controlled trial."
    )
    assert read("A telephone programme after hospital", abstract) is T.NON_RANDOMIZED_TRIAL


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        ("Effect of milk on the uptake of a drug", "In a crossover study 12 patients took the drug with milk and later "
         "with water. Levels in serum were alike with both."),
        ("Effects of copper replacement on thinking in old age", "Residents with low copper were given copper "
         "injections. Scores were compared with those of residents with normal copper before replacement and eight "
         "weeks later. No change was seen."),
    ],
)  # fmt: skip
def test_people_given_something_are_treated_whatever_it_is_called(title: str, abstract: str) -> None:
    assert read(title, abstract) is T.NON_RANDOMIZED_TRIAL


def test_people_followed_without_treatment_are_a_cohort_even_inside_a_dietary_study() -> None:
    abstract = (
        "Intake of iron was recorded in 180 people who took part in a dietary study, at baseline, 6 months and "
        "12 months. Over time, fatigue was 40% less likely in the top than in the bottom quartile of intake (OR 0.60; "
        "95% CI 0.41-0.88)."
    )
    assert read("Iron intake and fatigue", abstract) is T.COHORT


def test_the_record_alone_is_believed_where_there_is_no_text() -> None:
    design = read_design(article(None, types=("Journal Article", "Randomized Controlled Trial")))
    assert design.study_type is not None
    assert design.study_type.value is T.RANDOMIZED_TRIAL
    assert design.study_type.quote is None
    assert design.from_text is None


def test_nothing_tells_where_there_is_neither_text_nor_type() -> None:
    assert read_design(article(None, types=("Journal Article",))) == Design(study_type=None)


def test_plain_words_outweigh_a_wrong_publication_type_and_both_are_kept() -> None:
    design = read_design(article(*EXAMPLES[11][1:], types=("Clinical Trial", "Controlled Clinical Trial")))
    assert design.study_type is not None
    assert design.study_type.value is T.CROSS_SECTIONAL
    assert design.from_text is not None
    assert design.from_text.value is T.CROSS_SECTIONAL
    assert design.from_record is not None
    assert design.from_record.value is T.NON_RANDOMIZED_TRIAL
    assert "controlled clinical trial" in design.from_record.basis


def test_vague_words_yield_to_the_record() -> None:
    assert (
        read("Bread and salt", "Bread was compared in two towns.", types=("Randomized Controlled Trial",))
        is T.RANDOMIZED_TRIAL
    )


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        (("Letter", "Comment"), T.EDITORIAL_LETTER),
        (("Editorial",), T.EDITORIAL_LETTER),
        (("Review", "Systematic Review"), T.SYSTEMATIC_REVIEW),
        (("Meta-Analysis", "Review"), T.META_ANALYSIS),
        (("Practice Guideline",), T.GUIDELINE),
        (("Case Reports",), T.CASE_REPORT),
        (("Review",), T.NARRATIVE_REVIEW),
        (("Clinical Trial, Phase II",), T.NON_RANDOMIZED_TRIAL),
    ],
)
def test_publication_types_name_a_design(types: tuple[str, ...], expected: StudyType) -> None:
    assert read(None, types=types) is expected


def test_publication_types_are_known_by_their_ui() -> None:
    term = MeshTerm(name="Essai comparatif randomise", ui="D016449")
    found = read_design(
        Article(ids=ArticleIds(), title=None, abstract=(), provenance=Provenance.PUBMED, publication_types=(term,))
    )
    assert found.study_type is not None
    assert found.study_type.value is T.RANDOMIZED_TRIAL


@pytest.mark.parametrize(
    ("mesh", "expected"),
    [
        (("Animals", "Rats"), T.ANIMAL),
        (("Animals", "Humans", "*Cohort Studies"), T.COHORT),
        (("Humans", "Cross-Sectional Studies"), T.CROSS_SECTIONAL),
        (("Humans", "Double-Blind Method"), T.RANDOMIZED_TRIAL),
        (("Humans", "Tea"), None),
    ],
)
def test_headings_name_a_design_where_no_type_does(mesh: tuple[str, ...], expected: StudyType | None) -> None:
    assert read(None, mesh=mesh) is expected


def test_a_trial_in_animals_is_an_animal_study_by_its_record() -> None:
    assert read(None, types=("Randomized Controlled Trial",), mesh=("Animals", "Dogs")) is T.ANIMAL


def test_a_review_typed_review_may_be_a_meta_analysis() -> None:
    assert read(*EXAMPLES[15][1:], types=("Journal Article", "Review")) is T.META_ANALYSIS


def test_text_and_record_that_agree_are_surer_together() -> None:
    alone = read_design(article(*EXAMPLES[7][1:])).study_type
    together = read_design(article(*EXAMPLES[0][1:], types=("Randomized Controlled Trial",)))
    assert alone is not None
    assert together.study_type is not None
    assert together.from_record is not None
    assert together.study_type.confidence >= together.from_record.confidence


def test_a_letter_by_its_record_is_a_letter_whatever_it_reports() -> None:
    assert read("Tea and gout", "Forty men drank tea.", types=("Letter",)) is T.EDITORIAL_LETTER


def test_a_title_without_any_sign_tells_nothing() -> None:
    assert read("Garlic") is None


def test_labels_that_only_reviews_have_count() -> None:
    sections = (
        ("BACKGROUND", "Bed rest is often advised for sciatica."),
        ("SELECTION CRITERIA", "Randomised trials of bed rest in adults."),
        ("MAIN RESULTS", "Eleven trials with 1,963 patients were included."),
    )
    assert read("Bed rest for sciatica", sections) is T.SYSTEMATIC_REVIEW


def test_a_section_of_recommendations_by_a_working_group_is_guidance() -> None:
    sections = (
        ("OBJECTIVES", "To give midwives a tool for the management of cramps."),
        ("RECOMMENDATIONS", "Stretching is advised first. Supplements should be offered only where intake is low."),
    )
    assert read("An approach to cramps in pregnancy. Lowland Obstetric Working Group", sections) is T.GUIDELINE


def test_cells_of_an_animal_are_cells() -> None:
    abstract = (
        "Cultured hippocampal cells of rats were exposed to copper in vitro. Cell viability fell and apoptosis rose."
    )
    assert read("Copper harms rat cells in vitro", abstract) is T.IN_VITRO


def test_a_review_of_trials_alone_covers_trials() -> None:
    covers = read_design(article(*EXAMPLES[15][1:])).covers_trials
    assert covers is not None
    assert covers.value is True
    assert covers.quote is not None


def test_a_review_of_cohorts_covers_no_trials() -> None:
    text = (
        "We searched PubMed for prospective cohort studies. Nine cohorts were included. Randomised trials are needed."
    )
    covers = read_design(article("Nuts and stroke: a meta-analysis", text)).covers_trials
    assert covers is not None
    assert covers.value is False


def test_a_review_of_both_does_not_cover_trials_alone() -> None:
    text = "We searched PubMed. Four randomised controlled trials and nine cohort studies were included."
    covers = read_design(article("Nuts and weight: a systematic review", text)).covers_trials
    assert covers is not None
    assert covers.value is False
    assert covers.confidence < 0.7


def test_a_review_may_leave_open_what_it_covers() -> None:
    assert read_design(article(*EXAMPLES[16][1:])).covers_trials is None


def test_a_trial_has_no_coverage() -> None:
    assert read_design(article(*EXAMPLES[0][1:])).covers_trials is None


def quotes_stand_in(article_read: Article, design: Design) -> bool:
    texts = [article_read.title or "", *(section.text for section in article_read.abstract)]
    facts = (design.study_type, design.from_text, design.covers_trials)
    return all(any(fact.quote.text in text for text in texts) for fact in facts if fact and fact.quote)


WORDS = st.sampled_from(
    [
        *("randomised", "trial", "of", "Rats", "and", "mice", "were", "placebo", "double-blind", "cohort", "review."),
        *("case-control", "study", "protocol", "will", "be", "We", "report", "a", "62-year-old", "woman", "İstanbul"),
        *("ŒUVRE", "µg", "12", "(95%", "CI", "1.1-1.9)", "P<0.05;", "cross-sectional", "survey\n", "meta-analysis"),
        *("PubMed", "in", "vitro", "cells."),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60), st.lists(WORDS, max_size=20))
def test_every_quote_is_found_to_the_letter_and_every_reading_repeats(abstract: list[str], title: list[str]) -> None:
    given_article = article(" ".join(title) or None, " ".join(abstract))
    design = read_design(given_article)
    assert quotes_stand_in(given_article, design)
    assert read_design(given_article) == design


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400), st.text(max_size=80))
def test_any_text_can_be_read(abstract: str, title: str) -> None:
    given_article = article(title or None, abstract)
    assert quotes_stand_in(given_article, read_design(given_article))


@pytest.mark.parametrize(
    "piece", ["randomized ", "a a a ", "patients were ", "search search ", "((((", "10 mg ", "-year-old ", "case "]
)
def test_an_abstract_of_hostile_length_is_read_all_the_same(piece: str) -> None:
    given_article = article(piece * 20, piece * (100_000 // len(piece)))
    assert quotes_stand_in(given_article, read_design(given_article))


@pytest.mark.parametrize(
    "said",
    [
        "We randomised 310 patients to velorazin or placebo.",
        "We randomized adults with a cough to velorazin or placebo.",
    ],
)
def test_who_says_we_randomised_reports_a_trial(said: str) -> None:
    abstract = (AbstractSection(text=f"{said} Cough frequency did not differ (P = 0.6)."),)
    trial = Article(ids=ArticleIds(), title="Velorazin for cough", abstract=abstract, provenance=Provenance.RECORDED)
    design = read_design(trial)
    assert design.study_type is not None
    assert design.study_type.value is StudyType.RANDOMIZED_TRIAL


@pytest.mark.parametrize(
    ("title", "abstract", "expected"),
    [
        (
            "Diet and bowel cancer in a large cohort: red meat, fibre, fish and alcohol",
            "We followed 41,000 adults for nine years. Cancer was less frequent in those who ate more fibre (HR 0.81).",
            T.COHORT,
        ),
        (
            "Heated egg for the prevention of hen's egg allergy in infants: a randomised trial",
            "We randomised 240 infants to heated egg or placebo. Egg allergy was less frequent with egg (P = 0.01).",
            T.RANDOMIZED_TRIAL,
        ),
        (
            "Air pollution and admission for infarction: a case-crossover study",
            "We linked 9,000 admissions to the particles in the air on that day and on other days of the month.",
            T.CASE_CONTROL,
        ),
        (
            "Infarction after influenza: a self-controlled case series",
            "We compared the weeks after the infection with other weeks in 360 adults. The incidence ratio was 6.0.",
            T.CASE_CONTROL,
        ),
        (
            "Pistachios as a snack: a crossover feeding trial",
            "Fifty-two adults ate pistachios or crackers, each for ten weeks, sequence randomised. LDL was lower.",
            T.RANDOMIZED_TRIAL,
        ),
    ],
)
def test_food_and_designs_with_several_names(title: str, abstract: str, expected: StudyType) -> None:
    assert read(title, abstract) is expected


def test_a_probe_of_genes_called_fish_is_no_animal() -> None:
    abstract = (
        "Tumours of 64 patients were examined by FISH and by staining. FISH found the lost gene in 21 of 64 tumours, "
        "and staining in 19. The two methods agreed in most patients."
    )
    assert read("A lost gene in tumours of the salivary gland, by FISH", abstract) is not T.ANIMAL


@pytest.mark.parametrize(
    ("expected", "title", "abstract"),
    [
        (T.EDITORIAL_LETTER, "Introduction to the special section on sleep in old age",
         "Sleep changes with age, and so do the questions asked about it. The papers that follow take up three."),
        (T.EDITORIAL_LETTER, "In memoriam: a reader of kidneys",
         "She taught two generations to look at a kidney before they spoke of it."),
    ],
)  # fmt: skip
def test_introductions_and_remembrances_are_no_studies(expected: StudyType, title: str, abstract: str) -> None:
    assert read(title, abstract) is expected


def test_an_editorial_board_makes_no_editorial() -> None:
    abstract = "We counted women on the editorial boards of 40 journals. Their share was 21% in 2001 and 34% in 2015."
    assert read("Women on editorial boards", abstract) is not T.EDITORIAL_LETTER


def test_following_a_guideline_is_not_giving_one() -> None:
    abstract = (
        "Patients treated in 60 hospitals were studied. Compliance with treatment guidelines for gout was higher in "
        "large hospitals. Treatment guidelines from two societies were used as the measure."
    )
    assert read("Hospital size and compliance with treatment guidelines for gout", abstract) is not T.GUIDELINE


def test_a_primer_of_a_reaction_is_no_review() -> None:
    abstract = "A primer is extended to the end of the repeats. The method gives their number in one reaction."
    assert read("A primer extension method that counts repeats in a gene", abstract) is not T.NARRATIVE_REVIEW


@pytest.mark.parametrize(
    "abstract",
    [
        "We interviewed 310 patients with gout and 305 controls from the same towns. Conditional logistic regression "
        "gave an odds ratio of 1.7 (95% CI 1.2-2.4) for work with lead.",
        "Work was compared among 90 patients with gout and 270 neighbourhood controls who were individually matched "
        "by age. The odds ratio for work with lead was 1.7.",
    ],
)
def test_controls_from_where_the_cases_live_make_a_case_control_study(abstract: str) -> None:
    assert read("Work with lead as a cause of gout", abstract) is T.CASE_CONTROL


def test_a_record_kept_by_computer_is_no_cohort() -> None:
    abstract = (
        "An electronic health record that asks for weight was built. It runs on any computer and sends electronic "
        "health records to other clinics."
    )
    assert read("A record that asks for weight", abstract) is not T.COHORT


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        ("Cooling in liver failure",
         "We carried out a controlled clinical trial of cooling in liver failure. Twenty patients were cooled early; "
         "in the other 31 cooling was begun only with fever. Death was equally common."),
        ("Calcium in blood and the answer to a sedative",
         "Twenty-two inpatients underwent four weeks of treatment with a sedative, 10 mg daily. Calcium fell after "
         "treatment and rose again. Inpatients who responded had the larger fall."),
        ("A first study of a hormone in tired people",
         "The hormone helps mice that lack its receptor. In a phase IIa study 34 subjects took 15 mg daily for two "
         "weeks. Subjects tolerated it, and fatigue improved from baseline."),
    ],
)  # fmt: skip
def test_people_treated_without_allocation_are_found_by_plain_words(title: str, abstract: str) -> None:
    assert read(title, abstract) is T.NON_RANDOMIZED_TRIAL


def test_what_doctors_think_of_phase_one_trials_is_no_trial() -> None:
    abstract = "A questionnaire was sent to 140 doctors. Of them 88 had sent a child into phase I trials of new drugs."
    assert read("Phase I trials in children: what doctors think", abstract) is not T.NON_RANDOMIZED_TRIAL


def test_treatment_found_in_old_records_is_no_trial() -> None:
    abstract = (
        "A retrospective analysis identified 44 children treated for lymphoma in one hospital. All patients received "
        "radiotherapy, and 12 patients received chemotherapy. Recurrence was seen in nine after treatment."
    )
    assert read("Treatment of childhood lymphoma", abstract) is T.COHORT


def test_a_trial_in_households_may_speak_of_the_insects_it_keeps_away() -> None:
    abstract = (
        "Fever is carried by Aedes mosquitoes; Aedes bite by day. Households in 20 clusters were randomised to a "
        "repellent or placebo. Infection was recorded in 1,204 participants and fell by a third. Fewer Aedes "
        "mosquitoes were caught, and fewer mosquitoes had fed."
    )
    assert read("A repellent against day-biting vectors: a cluster-randomised trial", abstract) is T.RANDOMIZED_TRIAL


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        ("Models of gout in mice: a review",
         "Many mouse models of gout exist. This review discusses mouse models and what they can teach. We summarise "
         "how each is made, and why none is like the disease in people. Recent evidence suggests that rats are "
         "closer. Emerging models are highlighted."),
        ("Kinases as targets in melanoma",
         "Kinase signalling is a target in melanoma cells. In this review we discuss how kinases are "
         "phosphorylated, how apoptosis is evaded and which inhibitors are known. Emerging evidence is summarised."),
    ],
)  # fmt: skip
def test_a_review_of_bench_work_is_a_review(title: str, abstract: str) -> None:
    assert read(title, abstract) is T.NARRATIVE_REVIEW


@pytest.mark.parametrize(
    ("expected", "title", "abstract"),
    [
        (T.COHORT, "Optimism and later low mood",
         "Adults free of low mood and worry at baseline were drawn from a sample of teachers. New low mood was "
         "assessed in three waves spanning four years. Optimists developed it less often (P = 0.02)."),
        (T.COHORT, "Iron infusions in everyday hospital care",
         "We evaluated the outcomes of 140 patients who received iron infusions in real-world practice at two centers; "
         "median follow-up was eight months. Haemoglobin rose in 61% of patients."),
        (T.CROSS_SECTIONAL, "Night cramps and salt: survey results from 210 hikers",
         "To describe cramps in hikers. Survey-based analysis. Hikers who reported cramps completed an online survey "
         "on salt, sleep and distance. Cramps were frequent in 40%."),
        (T.CASE_SERIES, "Nine cases of heel pain after barefoot marathons",
         "Heel pain came on within a week in all nine. Rest relieved the pain in seven, and an insole in one."),
    ],
    ids=["waves", "real-world", "survey", "cases counted in the title"],
)  # fmt: skip
def test_observations_are_named_in_other_words(expected: StudyType, title: str, abstract: str) -> None:
    assert read(title, abstract) is expected
