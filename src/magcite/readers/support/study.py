"""Tell what sort of study an article is, as far as judging support needs it."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from magcite.model import Article, ArticleFacts, StudyType
from magcite.readers.support.patterns import Lazy


class Source(Enum):
    """How an article came to know what it says."""

    TRIAL = "trial"
    UNCONTROLLED = "uncontrolled study"
    OBSERVATION = "observational study"
    SYNTHESIS = "systematic review or meta-analysis"
    REVIEW = "review"
    CASES = "case report"
    ANIMAL = "animal or laboratory study"
    OTHER = "study"


_BY_TYPE = {
    StudyType.META_ANALYSIS: Source.SYNTHESIS,
    StudyType.SYSTEMATIC_REVIEW: Source.SYNTHESIS,
    StudyType.RANDOMIZED_TRIAL: Source.TRIAL,
    StudyType.NON_RANDOMIZED_TRIAL: Source.TRIAL,
    StudyType.COHORT: Source.OBSERVATION,
    StudyType.CASE_CONTROL: Source.OBSERVATION,
    StudyType.CROSS_SECTIONAL: Source.OBSERVATION,
    StudyType.CASE_SERIES: Source.CASES,
    StudyType.CASE_REPORT: Source.CASES,
    StudyType.NARRATIVE_REVIEW: Source.REVIEW,
    StudyType.GUIDELINE: Source.REVIEW,
    StudyType.EDITORIAL_LETTER: Source.REVIEW,
    StudyType.DIAGNOSTIC: Source.OBSERVATION,
    StudyType.ANIMAL: Source.ANIMAL,
    StudyType.IN_VITRO: Source.ANIMAL,
}
_SYNTHESIS = Lazy(r"\bmeta-?analys[ei]s|systematic (?:literature )?review")
_REVIEW = Lazy(r"\breview\b|\bupdate on\b|\boverview\b|perspectives?\b")
_TYPED_REVIEW = Lazy(r"\bReview\b", 0)
_CONTROLLED = Lazy("control|placebo")
_NOT_CONTROLLED = Lazy(
    r"\buncontrolled\b|\b(?:no|without an?|lack of an?|absence of an?) (?:\w+ )?(?:control|placebo)\w*|"
    r"\b(?:placebo-)?controlled (?:\w+ )?(?:stud(?:y|ies)|trials?) (?:is|are) (?:needed|required|warranted)"
)
"""Words by which a study says that it had no controls."""
_TRIAL = Lazy(r"\brandomi[sz]ed|\bin random order|allocated at random|at random\b|\bplacebo|"
                    r"\bcross-?over|double-blind|"
                    r"\bcontrolled trial|clinical trial")  # fmt: skip
_UNCONTROLLED = Lazy(r"\bopen-label|\bpilot (?:study|phase)|single-arm|phase ii\b|before and after|uncontrolled")
_ANIMAL = Lazy(r"\b(?:rats?|mice|murine|mouse|in vitro|rabbits?|zebrafish|cell lines?|"
                     r"cultured cells|sprague-dawley|wistar)\b")  # fmt: skip
_HUMAN = Lazy(r"\b(?:patients?|participants?|women|men|adults|children|people|volunteers|subjects|humans?|cohorts?)\b")
_OBSERVED = Lazy(r"\b(?:cohorts?|cross-sectional|case-control|prospective|follow(?:ed)?[- ]up|"
                       r"survey|retrospective|NHANES|"
                       r"incidence|prevalence|associat\w+)\b")  # fmt: skip
_CASES = Lazy(r"\bcase (?:report|histor|series)|^case\b")


@lru_cache(maxsize=512)
def tell_source(article: Article, facts: ArticleFacts | None) -> Source:
    """Tell the sort of study: from the facts read, else from title, types and text."""
    if facts and facts.design.study_type and (known := _BY_TYPE.get(facts.design.study_type.value)):
        text = " ".join(part.text for part in article.abstract if not (part.label or "").lower().startswith("concl"))
        told = _NOT_CONTROLLED.sub("", text)
        loose = facts.design.study_type.value is StudyType.NON_RANDOMIZED_TRIAL and not _CONTROLLED.search(told)
        if known is Source.ANIMAL and _TYPED_REVIEW.search(_types(article)):
            return Source.REVIEW
        return Source.UNCONTROLLED if loose else known
    title = article.title or ""
    return _from_title(title, _types(article)) or _from_text(
        " ".join((title, *(part.text for part in article.abstract)))
    )


def _types(article: Article) -> str:
    return " ".join(term.name for term in article.publication_types)


def _from_title(title: str, types: str) -> Source | None:
    if _SYNTHESIS.search(title) or _SYNTHESIS.search(types):
        return Source.SYNTHESIS
    if "Case Reports" in types or _CASES.search(title):
        return Source.CASES
    if "Randomized Controlled Trial" in types:
        return Source.TRIAL
    return Source.REVIEW if _TYPED_REVIEW.search(types) or _REVIEW.search(title) else None


def _from_text(text: str) -> Source:
    if _SYNTHESIS.search(text):
        return Source.SYNTHESIS
    if len(_ANIMAL.findall(text)) >= 2 and len(_ANIMAL.findall(text)) > len(_HUMAN.findall(text)):
        return Source.ANIMAL
    for pattern, source in (
        (_TRIAL, Source.TRIAL),
        (_UNCONTROLLED, Source.UNCONTROLLED),
        (_OBSERVED, Source.OBSERVATION),
    ):
        if pattern.search(text):
            return source
    return Source.OTHER
