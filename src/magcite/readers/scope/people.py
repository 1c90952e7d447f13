"""Compare the people of a trial with those a statement speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from magcite.model import ArticleFacts, Fact, Reason, StudyType
from magcite.readers.sentences import Part, Sentence

_TRIALS = frozenset({StudyType.RANDOMIZED_TRIAL, StudyType.NON_RANDOMIZED_TRIAL, StudyType.CASE_SERIES})

_GROUPS = {
    "older people": r"elderly|older (?:adults|people|women|men|patients|persons)|aged (?:women|men|"
    "people)|seniors|ageing",
    "children": r"child(?:ren)?|adolescents?|infants?|boys|girls|pa?ediatric",
    "pregnant women": r"pregnan\w+|preeclampsia|pre-eclampsia",
    "people after menopause": r"postmenopausal|post-menopausal",
    "people with diabetes": r"diabet\w+",
    "people with prediabetes": r"pre-?diabet\w+",
    "people with cancer": r"cancer|oncolog\w+|tumou?rs?|chemotherapy|leuk[ae]+mia",
    "people with high blood pressure": r"hypertens\w+|high blood pressure",
    "people with metabolic syndrome": r"metabolic syndrome",
    "people with overweight": r"overweight|obes(?:e|ity)",
    "people with kidney disease": r"(?:kidney|renal) (?:disease|failure|patients)|h[ae]modialysis|dialysis|kidneys?",
    "people with heart disease": r"(?:coronary|heart|cardiac) (?:disease|failure|patients)|coronary|"
    "cardiac surgery|heart",
    "athletes": r"athlet\w+|triathl\w+|players|runners|cyclists|sportspeople|sports?|exercis\w+|trained|team",
    "hospital patients": r"critically ill|intensive care|hospitali[sz]ed|surgical patients|surgery",
    "people with a deficiency": r"hypomagnes\w+|deficien\w+|low (?:serum |blood )?(?:magnesium|"
    r"levels?)|shortage|lack\w*",
}
"""Groups whose results do not simply hold for everybody, and the words for each (ours)."""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, re.compile(rf"(?<!non-)(?<!non )(?<!without )\b(?:{words})\b", re.IGNORECASE))
        for name, words in _GROUPS.items()
    )


def compare_people(statement: str, sentences: Sequence[Sentence], facts: ArticleFacts) -> Iterator[Fact[Reason]]:
    """Yield a reason where the title of a trial names a special group that the statement does not."""
    design = facts.design.study_type
    title = next((sentence for sentence in sentences if sentence.part is Part.TITLE), None)
    if title is None or design is None or design.value not in _TRIALS:
        return
    special = [name for name, pattern in _patterns() if pattern.search(title.text) and not pattern.search(statement)]
    if special:
        basis = f"studied in {', '.join(special)}"
        yield Fact(value=Reason.POPULATION_MISMATCH, quote=title.quote(), confidence=0.75, basis=basis)
