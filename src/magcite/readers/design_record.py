"""Read the study type that PubMed's record gives: publication types and MeSH headings."""

from __future__ import annotations

from magcite.model import Article, Fact, MeshTerm, StudyType

_TYPES: tuple[tuple[str, str, StudyType, float], ...] = (
    ("D016440", "retraction of publication", StudyType.EDITORIAL_LETTER, 0.95),
    ("D016425", "published erratum", StudyType.EDITORIAL_LETTER, 0.95),
    ("D016422", "letter", StudyType.EDITORIAL_LETTER, 0.9),
    ("D016421", "editorial", StudyType.EDITORIAL_LETTER, 0.95),
    ("D016420", "comment", StudyType.EDITORIAL_LETTER, 0.85),
    ("D016433", "news", StudyType.EDITORIAL_LETTER, 0.9),
    ("D000076942", "clinical trial protocol", StudyType.PROTOCOL, 0.95),
    ("D017418", "meta-analysis", StudyType.META_ANALYSIS, 0.95),
    ("D000078182", "systematic review", StudyType.SYSTEMATIC_REVIEW, 0.95),
    ("D017065", "practice guideline", StudyType.GUIDELINE, 0.9),
    ("D016431", "guideline", StudyType.GUIDELINE, 0.9),
    ("D016454", "review", StudyType.NARRATIVE_REVIEW, 0.8),
    ("D016449", "randomized controlled trial", StudyType.RANDOMIZED_TRIAL, 0.9),
    ("D065008", "equivalence trial", StudyType.RANDOMIZED_TRIAL, 0.85),
    ("D065007", "pragmatic clinical trial", StudyType.RANDOMIZED_TRIAL, 0.8),
    ("D002363", "case reports", StudyType.CASE_REPORT, 0.85),
    ("D018848", "controlled clinical trial", StudyType.NON_RANDOMIZED_TRIAL, 0.5),
    ("D016430", "clinical trial", StudyType.NON_RANDOMIZED_TRIAL, 0.5),
    ("D017426", "clinical trial, phase i", StudyType.NON_RANDOMIZED_TRIAL, 0.7),
    ("D017427", "clinical trial, phase ii", StudyType.NON_RANDOMIZED_TRIAL, 0.6),
    ("D017428", "clinical trial, phase iii", StudyType.NON_RANDOMIZED_TRIAL, 0.4),
    ("D017429", "clinical trial, phase iv", StudyType.NON_RANDOMIZED_TRIAL, 0.4),
)
"""Publication types by UI and by name, weightiest first: one record often has several."""

_HEADINGS: tuple[tuple[str, StudyType, float], ...] = (
    ("case-control studies", StudyType.CASE_CONTROL, 0.6),
    ("cross-sectional studies", StudyType.CROSS_SECTIONAL, 0.75),
    ("cohort studies", StudyType.COHORT, 0.6),
    ("prospective studies", StudyType.COHORT, 0.4),
    ("retrospective studies", StudyType.COHORT, 0.5),
    ("follow-up studies", StudyType.COHORT, 0.4),
    ("longitudinal studies", StudyType.COHORT, 0.5),
    ("cross-over studies", StudyType.RANDOMIZED_TRIAL, 0.6),
    ("random allocation", StudyType.RANDOMIZED_TRIAL, 0.6),
    ("double-blind method", StudyType.RANDOMIZED_TRIAL, 0.7),
)
"""MeSH headings that name a design. Indexers give them freely, so they weigh less than publication types."""


def _name(term: MeshTerm) -> str:
    return term.name.lstrip("*").split("/")[0].strip().lower()


def _fact(value: StudyType, confidence: float, basis: str) -> Fact[StudyType]:
    return Fact(value=value, quote=None, confidence=confidence, basis=basis)


def read_record(article: Article) -> Fact[StudyType] | None:
    """Give the design that publication types, or else MeSH headings, name; None where neither does."""
    uis = {term.ui for term in article.publication_types if term.ui}
    names = {_name(term) for term in article.publication_types}
    headings = {_name(term) for term in article.mesh}
    animals_only = "animals" in headings and "humans" not in headings
    for ui, name, value, confidence in _TYPES:
        if ui in uis or name in names:
            if animals_only and value in {StudyType.RANDOMIZED_TRIAL, StudyType.NON_RANDOMIZED_TRIAL}:
                continue
            return _fact(value, confidence, f"publication type: {name}")
    if animals_only:
        return _fact(StudyType.ANIMAL, 0.9, "MeSH: Animals without Humans")
    for name, value, confidence in _HEADINGS:
        if name in headings:
            return _fact(value, confidence, f"MeSH: {name}")
    return None
