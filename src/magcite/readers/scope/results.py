"""Compare what was found with what is told: markers for diseases, subgroups for all, a lack of proof for proof."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from magcite.lexicons.telling import claims_equality
from magcite.model import ArticleFacts, Fact, Language, Reason, Verdict
from magcite.readers.scope.groups import sides_of
from magcite.readers.sentences import Part, Sentence

FEW = 100
"""People below which a trial that finds no difference cannot show that there is none (ours)."""

_SUBGROUP = re.compile(
    r"\b(?:subgroup|post[- ]hoc|only (?:in|among|for) (?:those|people|patients|women|men|participants|subjects|the)|"
    r"(?:was|were) (?:seen|found|limited|confined|restricted) (?:only |mainly )?(?:to|in) "
    r"(?:those|the sub|women|men))\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:(?:do|does|did|has|have|had|is|are|was|were) (?:not|no)|no (?:effect|benefit|difference|influence)|"
    r"not (?:help|work|improve|reduce|lower))\b|n't\b",
    re.IGNORECASE,
)
_NULL = re.compile(
    r"\b(?:no (?:significant|statistically)|not (?:significant\w*|differ\w*)|(?:did|do|does) not "
    r"(?:\w+ )?(?:differ|change|improve|reduce)|"
    r"no (?:difference|change|effect|improvement)|non-?significant)\b",
    re.IGNORECASE,
)
_EQUIVALENCE = re.compile(r"\b(?:equivalence|non-?inferiority|powered to exclude)\b", re.IGNORECASE)
_SUPPLEMENT = re.compile(
    r"\b(?:supplement\w*|taking|takes?|took|extra|tablets?|capsules?|pills?|swallow\w*)\b", re.IGNORECASE
)
_GIVEN = re.compile(
    r"\b(?:supplement\w*|treat(?:ed|ment)|therap\w+|administ\w+|received|placebo|given|infus\w+|took|dose)\b",
    re.IGNORECASE,
)
_LACK = re.compile(
    r"\b(?:deficien\w+|low (?:\w+ )?(?:magnesium|levels?|intake|status)|hypomagnes\w+|depletion)\b", re.I
)

_SURROGATES = (
    (
        re.compile(
            r"\b(?:heart disease|cardiovascular (?:disease|events?|death)|heart attacks?|strokes?)\b", re.IGNORECASE
        ),
        re.compile(
            r"\b(?:blood pressure|cholesterol|C-reactive|CRP|endothelial|arterial stiffness|triglycerid\w+)\b", re.I
        ),
    ),
    (
        re.compile(
            r"\b(?:prevents? (?:type 2 )?diabetes|(?:risk of|develop\w*|getting) (?:type 2 )?diabetes)\b", re.IGNORECASE
        ),
        re.compile(r"\b(?:HOMA|insulin (?:resistance|sensitivity)|(?:fasting|blood) glucose|HbA1c)\b", re.IGNORECASE),
    ),
    (
        re.compile(r"\b(?:fractures?|osteoporosis)\b", re.IGNORECASE),
        re.compile(r"\b(?:bone (?:mineral )?density|BMD|bone turnover|osteocalcin)\b", re.IGNORECASE),
    ),
    (
        re.compile(r"\b(?:dementia|Alzheimer\w*)\b", re.IGNORECASE),
        re.compile(r"\b(?:cognitive (?:score|test|function)\w*|amyloid|memory test\w*)\b", re.IGNORECASE),
    ),
    (
        re.compile(r"\b(?:live longer|longevity|die[sd]?|death|mortality|life expectancy)\b", re.IGNORECASE),
        re.compile(r"\b(?:telomere\w*|C-reactive|CRP|oxidative stress|biomarkers?)\b", re.IGNORECASE),
    ),
)
"""Pairs of what matters to people and the markers that stand in for it."""
_DISEASE_MEASURED = re.compile(
    r"\b(?:incidence|incident|developed|cases of|events|diagnos\w+|died|deaths?|mortality)\b", re.I
)


def _reason(reason: Reason, sentence: Sentence, basis: str, confidence: float) -> Fact[Reason]:
    return Fact(value=reason, quote=sentence.quote(), confidence=confidence, basis=basis)


def compare_results(
    statement: str, sentences: Sequence[Sentence], facts: ArticleFacts, support: Fact[Verdict]
) -> Iterator[Fact[Reason]]:
    """Yield what differs between the result told and the result found."""
    own = [sentence for sentence in sentences if sentence.part is not Part.BACKGROUND]
    yield from _compare_outcome(statement, own)
    yield from _compare_subgroup(statement, own, support)
    yield from _compare_nothing(statement, own, facts, support)
    yield from _compare_equality(statement, own, facts, support)
    yield from _compare_exposure(statement, own, support)


def _compare_outcome(statement: str, sentences: Sequence[Sentence]) -> Iterator[Fact[Reason]]:
    """Yield a reason where a disease is told and only a marker of it was measured."""
    for disease, marker in _SURROGATES:
        told = disease.search(statement)
        if not told or marker.search(statement):
            continue
        if any(disease.search(one.text) and _DISEASE_MEASURED.search(one.text) for one in sentences):
            continue
        measured = next((one for one in sentences if marker.search(one.text) and one.part is not Part.TITLE), None)
        name = told.group().split()[-1].lower()
        if measured and not any(name in one.text.lower() for one in sentences if one.part is Part.TITLE):
            yield _reason(Reason.SURROGATE_OUTCOME, measured, f"told of {told.group()}, measured was a marker", 0.6)


def _compare_subgroup(statement: str, sentences: Sequence[Sentence], support: Fact[Verdict]) -> Iterator[Fact[Reason]]:
    """Yield a reason where the sentence that supports speaks of a subgroup that the statement does not name."""
    if support.quote is None or support.value is Verdict.CONTRADICTS:
        return
    telling = next((one for one in sentences if support.quote.text in one.text), None)
    if telling and _SUBGROUP.search(telling.text) and not sides_of(telling.text) & sides_of(statement):
        yield _reason(Reason.SUBGROUP_ONLY, telling, "the result holds for a subgroup", 0.6)


def _compare_nothing(
    statement: str, sentences: Sequence[Sentence], facts: ArticleFacts, support: Fact[Verdict]
) -> Iterator[Fact[Reason]]:
    """Yield a reason where a small trial without a significant difference is told as proof of no effect."""
    people = facts.sample.participants
    if support.value is Verdict.CONTRADICTS or not people or people.value >= FEW or not _DENIES.search(statement):
        return
    null = next((one for one in sentences if _NULL.search(one.text)), None)
    if null and not any(_EQUIVALENCE.search(one.text) for one in sentences):
        basis = f"no difference among {people.value} people does not show that there is none"
        yield _reason(Reason.NOT_NO_EFFECT, null, basis, 0.6)


def _compare_equality(
    statement: str, sentences: Sequence[Sentence], facts: ArticleFacts, support: Fact[Verdict]
) -> Iterator[Fact[Reason]]:
    """Yield a reason where two treatments are told as equal and the source merely found no difference."""
    if support.value is Verdict.CONTRADICTS or not claims_equality(statement, Language.ENGLISH):
        return
    null = next((one for one in sentences if _NULL.search(one.text)), None)
    if null and not any(_EQUIVALENCE.search(one.text) for one in sentences):
        people = facts.sample.participants
        among = f" among {people.value} people" if people else ""
        yield _reason(Reason.NOT_EQUIVALENCE, null, f"no significant difference{among}", 0.65)


def _compare_exposure(statement: str, sentences: Sequence[Sentence], support: Fact[Verdict]) -> Iterator[Fact[Reason]]:
    """Yield a reason where supplements are told and only a lack was studied, without anything being given."""
    if support.value is Verdict.CONTRADICTS or not _SUPPLEMENT.search(statement):
        return
    if any(_GIVEN.search(one.text) for one in sentences):
        return
    lacking = next((one for one in sentences if _LACK.search(one.text)), None)
    if lacking:
        yield _reason(Reason.EXPOSURE_MISMATCH, lacking, "told of taking it, studied was a lack of it", 0.65)
