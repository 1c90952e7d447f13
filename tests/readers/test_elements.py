"""Details of a design, each with its words. All texts are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magcite.model import AbstractSection, Article, ArticleIds, Design, Element, Fact, Provenance, StudyType
from magcite.readers.elements import read_elements

TRIAL = StudyType.RANDOMIZED_TRIAL


def article(abstract: str, label: str | None = None, title: str | None = None) -> Article:
    section = AbstractSection(text=abstract, label=label)
    return Article(ids=ArticleIds(), title=title, abstract=(section,), provenance=Provenance.PUBMED)


def design(study_type: StudyType | None) -> Design:
    fact = Fact(value=study_type, quote=None, confidence=0.9, basis="given") if study_type else None
    return Design(study_type=fact)


def read(abstract: str, study_type: StudyType | None = TRIAL, label: str | None = None) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for element in read_elements(article(abstract, label), design(study_type)):
        told.setdefault(element.name, []).append(element.fact.value)
    return told


@pytest.mark.parametrize(
    ("abstract", "name", "value"),
    [
        ("A double-blind trial of zinc.", "blinding", "double-blind"),
        ("A triple-masked trial of zinc.", "blinding", "triple-blind"),
        ("A single-blinded study of massage.", "blinding", "single-blind"),
        ("Assessor-blinded follow-up was used.", "blinding", "assessor-blind"),
        ("This open-label study lasted a year.", "blinding", "open-label"),
        ("Women received zinc or placebo.", "comparator", "placebo"),
        ("Women received zinc or no treatment.", "comparator", "no treatment"),
        ("The sham group lay under a lamp that was off.", "comparator", "sham"),
        ("Controls had usual care.", "comparator", "usual care"),
        ("In this crossover trial each man had both drinks.", "crossover", "yes"),
        ("After a pause the men crossed over to the other drink.", "crossover", "yes"),
        ("Nurses were randomized to three groups.", "arms", "three groups"),
        ("Tablets were taken for 12 weeks.", "duration", "for 12 weeks"),
        ("This 6-month trial compared two diets.", "duration", "6-month trial"),
        ("Children with asthma took part.", "age group", "children"),
        ("Elderly volunteers took part.", "age group", "older adults"),
        ("Volunteers aged 18 to 30 years took part.", "age", "aged 18 to 30 years"),
        ("Forty women took part.", "sex", "women"),
        ("Forty men took part.", "sex", "men"),
        ("Forty pregnant women took part.", "sex", "pregnant women"),
        ("We enrolled patients with rheumatoid arthritis.", "condition", "patients with rheumatoid arthritis"),
        ("We enrolled nurses in Sweden.", "country", "in Sweden"),
        ("This was a multicentre trial.", "centres", "multicentre"),
        ("This was a single-center trial.", "centres", "single centre"),
        ("Nine hospitals took part.", "centres", "Nine hospitals"),
        ("Registered as NCT01234567.", "registry number", "NCT01234567"),
        ("Registered as ISRCTN12345678.", "registry number", "ISRCTN12345678"),
        ("Forty Wistar rats were kept in pairs.", "species", "Wistar rats"),
        ("Participants took 300 mg daily.", "dose", "300 mg daily"),
        ("Participants took 2.5 g/day of the salt.", "dose", "2.5 g/day"),
        ("Participants received 125-300 mg with meals.", "dose", "125-300 mg"),
    ],
)
def test_details_are_read(abstract: str, name: str, value: str) -> None:
    assert read(abstract).get(name) == [value]


@pytest.mark.parametrize(
    ("abstract", "value"),
    [
        ("Men took 15 mmol of magnesium a day.", "365 mg"),
        ("Men took 10 mmol of magnesium citrate or placebo.", "243 mg"),
        ("Women received 250 mg of elemental magnesium daily.", "250 mg"),
    ],
)
def test_elemental_magnesium_is_computed_where_it_is_plain(abstract: str, value: str) -> None:
    assert read(abstract)["elemental-magnesium"] == [value]


@pytest.mark.parametrize(
    "abstract",
    [
        "Men took 400 mg of magnesium oxide a day.",
        "Men took 15 mmol of potassium a day.",
        "Participants took potassium; serum magnesium was 0.8 mmol/l.",
    ],
)
def test_elemental_magnesium_is_left_open_where_chemistry_leaves_doubt(abstract: str) -> None:
    assert "elemental-magnesium" not in read(abstract)


@pytest.mark.parametrize(
    ("abstract", "name"),
    [
        ("A double-blind trial is needed.", "blinding"),
        ("Women and men took part.", "sex"),
        ("Of the adults 47% men smoked and the rest did not.", "sex"),
        ("Fasting glucose was given as 95 mg/dl on 3 days.", "dose"),
        ("Women on the diet had a mean urinary excretion of 74 mg.", "dose"),
        ("Participants were 35 years old.", "duration"),
        ("Symptoms fell into six groups.", "arms"),
    ],
)
def test_lookalikes_are_left_alone(abstract: str, name: str) -> None:
    assert name not in read(abstract)


def test_a_background_speaks_of_other_studies() -> None:
    assert read("Double-blind placebo-controlled trials with 300 mg daily disagree.", label="BACKGROUND") == {}


@pytest.mark.parametrize("study_type", [StudyType.NARRATIVE_REVIEW, StudyType.META_ANALYSIS, StudyType.GUIDELINE])
def test_a_review_has_no_details_but_its_registry_number(study_type: StudyType) -> None:
    abstract = "Double-blind trials of 300 mg daily were pooled. Registered as CRD42019123456."
    assert read(abstract, study_type) == {"registry number": ["CRD42019123456"]}


def test_an_intake_in_a_cohort_is_no_dose() -> None:
    assert "dose" not in read("Men who took in 300 mg/day or more lived longer.", StudyType.COHORT)


def test_the_same_dose_is_told_once_and_three_at_most() -> None:
    abstract = "They took 100 mg, 200 mg, 100 mg, 300 mg or 400 mg of the drug."
    assert read(abstract)["dose"] == ["100 mg", "200 mg", "300 mg"]


def test_no_text_gives_no_details() -> None:
    empty = Article(ids=ArticleIds(), title=None, abstract=(), provenance=Provenance.PUBMED)
    assert read_elements(empty, design(None)) == ()


WORDS = st.sampled_from(
    [
        *(
            "double-blind",
            "placebo",
            "or",
            "sham",
            "crossover",
            "trial.",
            "three",
            "groups",
            "random",
            "for",
            "12",
            "weeks",
        ),
        *(
            "women",
            "aged",
            "18",
            "to",
            "30",
            "years",
            "patients",
            "with",
            "asthma",
            "in",
            "Sweden",
            "took",
            "300",
            "mg",
        ),
        *("daily", "15", "mmol", "of", "magnesium", "NCT01234567", "İ", "µg;", "Wistar", "rats"),
    ]
)


def quoted(element: Element, given_article: Article) -> bool:
    quote = element.fact.quote
    assert quote is not None
    texts = [given_article.title or "", *(section.text for section in given_article.abstract)]
    return any(quote.text in text for text in texts)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60), st.sampled_from([None, *StudyType]))
def test_every_detail_is_quoted_to_the_letter(words: list[str], study_type: StudyType | None) -> None:
    given_article = article(" ".join(words), title="Zinc in women")
    told = read_elements(given_article, design(study_type))
    assert all(quoted(element, given_article) for element in told)
    assert told == read_elements(given_article, design(study_type))


@pytest.mark.parametrize("piece", ["12 ", "1,000 ", "patients with ", "for 12 ", "a-", "male adult "])
def test_hostile_length_is_read_all_the_same(piece: str) -> None:
    given_article = article("took " + piece * (60_000 // len(piece)))
    assert all(quoted(element, given_article) for element in read_elements(given_article, design(TRIAL)))
