"""What sort of study an article is, for judging support."""

import pytest

from magcite.model import ArticleFacts, Design, Fact, Sample, StudyType
from magcite.readers.support.study import Source, tell_source
from tests.readers.support.invented import article


@pytest.mark.parametrize(
    ("title", "text", "source"),
    [
        ("Zinc: a systematic review", "Eleven studies.", Source.SYNTHESIS),
        ("Zinc: a review", "It is needed.", Source.REVIEW),
        ("Zinc poisoning: a case report", "One man.", Source.CASES),
        ("Zinc in colds", "We randomised 60 people.", Source.TRIAL),
        ("Zinc in colds", "An open-label study of 20 people.", Source.UNCONTROLLED),
        ("Zinc in colds", "A cohort of 2,000 people.", Source.OBSERVATION),
        ("Zinc in rats", "Rats were fed zinc; rats grew.", Source.ANIMAL),
        ("Zinc in colds", "Nothing is said.", Source.OTHER),
        ("Zinc in colds", "We did a meta-analysis of 9 trials.", Source.SYNTHESIS),
    ],
)
def test_the_sort_of_study_is_told_from_title_and_text(title: str, text: str, source: Source) -> None:
    assert tell_source(article(title, text), None) is source


@pytest.mark.parametrize(
    ("study_type", "text", "source"),
    [
        (StudyType.COHORT, "We randomised 60 people.", Source.OBSERVATION),
        (StudyType.NON_RANDOMIZED_TRIAL, "In this uncontrolled study 20 people took zinc.", Source.UNCONTROLLED),
        (StudyType.NON_RANDOMIZED_TRIAL, "Twenty took zinc. There was no control group.", Source.UNCONTROLLED),
        (StudyType.NON_RANDOMIZED_TRIAL, "Placebo-controlled trials are needed.", Source.UNCONTROLLED),
        (StudyType.NON_RANDOMIZED_TRIAL, "Twenty people took zinc.", Source.UNCONTROLLED),
        (StudyType.NON_RANDOMIZED_TRIAL, "Twenty people took zinc and 20 controls did not.", Source.TRIAL),
    ],
)
def test_what_was_read_of_the_design_comes_first(study_type: StudyType, text: str, source: Source) -> None:
    design = Design(study_type=Fact(value=study_type, quote=None, confidence=0.9, basis="given"))
    assert tell_source(article("Zinc", text), ArticleFacts(design=design, sample=Sample())) is source


def test_a_publication_type_tells_a_trial() -> None:
    assert tell_source(article("Zinc", "It helped.", types=("Randomized Controlled Trial",)), None) is Source.TRIAL
