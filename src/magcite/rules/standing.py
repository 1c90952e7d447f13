"""How an assertion stands with its sources: the judgements that several rules share."""

from __future__ import annotations

from collections.abc import Sequence

from magcite.body import best_supporter, is_opinion, judge_body, readings_with
from magcite.evidence import weigh
from magcite.lexicons.grounds import say_in_dutch
from magcite.lexicons.telling import describes_one_study, reports_studies
from magcite.model import (
    AssertionVerdict,
    CitedSource,
    Fact,
    Reading,
    Reason,
    Status,
    Strength,
    StudyType,
    Verdict,
)
from magcite.rules.interface import AssertionCase

OBSERVATIONAL = frozenset({StudyType.COHORT, StudyType.CASE_CONTROL, StudyType.CROSS_SECTIONAL})
"""Designs that watch people without giving them anything."""

NOT_PEOPLE = frozenset({StudyType.ANIMAL, StudyType.IN_VITRO})
"""Designs that study no people."""

REVIEWS = frozenset({StudyType.META_ANALYSIS, StudyType.SYSTEMATIC_REVIEW})
"""Designs that bring many studies together."""

_CARRIED = frozenset({AssertionVerdict.SUPPORTED, AssertionVerdict.PARTLY_SUPPORTED, AssertionVerdict.MIXED})

STRENGTHS = {
    Strength.NONE: ("no relation", "geen verband"),
    Strength.ASSOCIATION: ("an association", "een samenhang"),
    Strength.HEDGED: ("“may”", "“zou kunnen”"),
    Strength.CAPABILITY: ("“can”", "“kan”"),
    Strength.EFFECT: ("a plain effect", "een vaststaand effect"),
}
"""Names of the strengths in messages, in English and Dutch."""

DESIGNS = {
    StudyType.META_ANALYSIS: ("meta-analysis", "meta-analyse"),
    StudyType.SYSTEMATIC_REVIEW: ("systematic review", "systematische review"),
    StudyType.RANDOMIZED_TRIAL: ("randomised trial", "gerandomiseerd onderzoek"),
    StudyType.NON_RANDOMIZED_TRIAL: ("trial without randomisation", "onderzoek zonder loting"),
    StudyType.COHORT: ("cohort study", "cohortonderzoek"),
    StudyType.CASE_CONTROL: ("case-control study", "patiënt-controleonderzoek"),
    StudyType.CROSS_SECTIONAL: ("cross-sectional study", "dwarsdoorsnedeonderzoek"),
    StudyType.CASE_SERIES: ("case series", "patiëntenreeks"),
    StudyType.CASE_REPORT: ("case report", "gevalsbeschrijving"),
    StudyType.NARRATIVE_REVIEW: ("narrative review", "verhalend overzichtsartikel"),
    StudyType.GUIDELINE: ("guideline", "richtlijn"),
    StudyType.EDITORIAL_LETTER: ("editorial or letter", "redactioneel stuk of brief"),
    StudyType.PROTOCOL: ("study protocol", "onderzoeksprotocol"),
    StudyType.DIAGNOSTIC: ("diagnostic study", "diagnostisch onderzoek"),
    StudyType.ANIMAL: ("animal study", "dieronderzoek"),
    StudyType.IN_VITRO: ("laboratory study", "laboratoriumonderzoek"),
    StudyType.OTHER: ("other kind of article", "ander soort artikel"),
    StudyType.UNKNOWN: ("study of unknown design", "onderzoek van onbekende opzet"),
}
"""Names of the designs in messages, in English and Dutch."""


SURE = 0.5
"""Confidence below which a design is a guess and is held against no statement (ours)."""


def design_of(reading: Reading) -> StudyType:
    """Give the design of a reading's article, unknown where nothing tells it or it is a mere guess."""
    study_type = reading.facts.design.study_type
    return study_type.value if study_type and study_type.confidence >= SURE else StudyType.UNKNOWN


def supporters(case: AssertionCase) -> tuple[Reading, ...]:
    """Give the readings that support an assertion, fully or in part."""
    return readings_with(case.sources, Verdict.SUPPORTS, Verdict.PARTIAL)


def is_carried(case: AssertionCase) -> bool:
    """Tell whether an assertion has any support, so that it makes sense to ask how strong its wording may be."""
    return judge_body(case.sources) in _CARRIED


def all_supporters_are(case: AssertionCase, *designs: StudyType) -> bool:
    """Tell whether an assertion has supporters and all of them have one of the designs."""
    found = supporters(case)
    return bool(found) and all(design_of(reading) in designs for reading in found)


def rests_on_opinion(case: AssertionCase) -> bool:
    """Tell whether all that supports an assertion is opinion or retelling."""
    found = supporters(case)
    return bool(found) and all(map(is_opinion, found))


def source_of(case: AssertionCase, reading: Reading) -> CitedSource:
    """Give the citation that a reading belongs to."""
    return next(source for source in case.sources if source.reading is reading)


def ceiling(case: AssertionCase) -> Strength | None:
    """Give the strongest wording that the supporters bear; None where no design is known.

    Two or more randomised trials that support bear one step more than one does (ours).
    """
    known = [reading for reading in supporters(case) if design_of(reading) is not StudyType.UNKNOWN]
    if not known:
        return None
    highest = max(weigh(reading.facts.design, reading.facts.sample).ceiling for reading in known)
    trials = sum(design_of(reading) is StudyType.RANDOMIZED_TRIAL for reading in known)
    replicated = trials > 1 and highest < Strength.EFFECT
    return Strength(highest + 1) if replicated else highest


def is_above_ceiling(case: AssertionCase) -> bool:
    """Tell whether an assertion is worded more strongly than the studies that support it can bear.

    Opinion bears no statement at all, which is another fault; a trial bears what is told as that trial's result; and a
    denied effect has rules of its own.
    """
    highest = ceiling(case)
    if highest is None or not is_carried(case) or rests_on_opinion(case) or is_denied(case):
        return False
    return case.strength.value > highest and not is_told_as_a_trial(case)


def is_denied(case: AssertionCase) -> bool:
    """Tell whether an assertion denies the effect that it speaks of."""
    return "denied" in case.strength.basis


def is_told_as_a_trial(case: AssertionCase) -> bool:
    """Tell whether an assertion reports the result of a trial as that trial's, which is no general claim."""
    best = best_of(case)
    return is_told_as_one(case) and best is not None and design_of(best) is StudyType.RANDOMIZED_TRIAL


def is_told_as_one(case: AssertionCase) -> bool:
    """Tell whether an assertion reports what one study found, or that there are studies that found it."""
    text = case.assertion.text
    return describes_one_study(text, case.language) or reports_studies(text, case.language)


def best_of(case: AssertionCase) -> Reading | None:
    """Give the supporting reading whose design can bear most."""
    return best_supporter(case.sources)


def with_status(sources: Sequence[CitedSource], status: Status) -> tuple[CitedSource, ...]:
    """Give the sources that ended with one status."""
    return tuple(source for source in sources if source.status is status)


def is_outweighed(case: AssertionCase, against: Sequence[Reading]) -> bool:
    """Tell whether the best supporter stands on as good a level as any reading against (OCEBM; unknown is worst).

    What is told as the result of one study stands on that study, whatever others found.
    """
    best = best_of(case)
    if best is None or not against:
        return False
    equal = (best.evidence_level or 9) <= min(reading.evidence_level or 9 for reading in against)
    return equal or is_told_as_one(case)


def shared_reason(case: AssertionCase, *kinds: Reason) -> tuple[CitedSource, Fact[Reason]] | None:
    """Give the best supporter's reason of a kind where every supporter that counts has one.

    Of a statement on one study only the best supporter counts; else opinion counts where there is nothing else.
    """
    reasons = [
        (reading, next((fact for fact in reading.reasons if fact.value in kinds), None))
        for reading in _counting_supporters(case)
    ]
    if not reasons or any(fact is None for _, fact in reasons):
        return None
    best = best_of(case)
    return next(((source_of(case, reading), fact) for reading, fact in reasons if reading is best and fact), None)


def _counting_supporters(case: AssertionCase) -> tuple[Reading, ...]:
    """Give the supporters that a statement stands on: its one study, else the studies, else whatever there is."""
    best, found = best_of(case), supporters(case)
    if best is not None and describes_one_study(case.assertion.text, case.language):
        return (best,)
    return tuple(reading for reading in found if not is_opinion(reading)) or found


def first_reason(case: AssertionCase, *kinds: Reason) -> tuple[CitedSource, Fact[Reason]] | None:
    """Give the first reason of a kind that any source gives."""
    for source in case.sources:
        for fact in source.reading.reasons if source.reading else ():
            if fact.value in kinds:
                return source, fact
    return None


def only_observed(case: AssertionCase) -> Reading | None:
    """Give a source that watched what a causal assertion is about, where nothing that was read bears on it."""
    if judge_body(case.sources) is not AssertionVerdict.NOT_SUPPORTED or case.strength.value < Strength.CAPABILITY:
        return None
    found = first_reason(case, Reason.ASSOCIATION_ONLY)
    reading = found[0].reading if found else None
    return reading if reading and design_of(reading) in OBSERVATIONAL else None


SURE_OF_CONTRADICTION = 0.4
SURE_OF_A_LEANING = 0.6
"""Confidence from which "contradicts" is held against a statement: of a result read, and of a leaning (ours)."""


def contradicting(case: AssertionCase) -> tuple[Reading, ...]:
    """Give the readings that surely contradict an assertion; where it speaks of another group a rule tells."""
    return tuple(
        reading
        for reading in readings_with(case.sources, Verdict.CONTRADICTS)
        if reading.support
        and reading.support.confidence >= (SURE_OF_A_LEANING if is_a_leaning(reading) else SURE_OF_CONTRADICTION)
        and all(fact.value is not Reason.WRONG_SUBGROUP for fact in reading.reasons)
    )


_LEANING = (
    "the source speaks against",
    "the source speaks for",
    "the source is about something else",
    "the source does not tell",
)
"""How the basis of a verdict begins that was weighed up from single words, not read from a recognised result."""


def is_a_leaning(reading: Reading) -> bool:
    """Tell whether a verdict only leans one way, since what the statement tells of was not recognised in the source."""
    return reading.support is not None and reading.support.basis.startswith(_LEANING)


def describe_contradiction(reading: Reading) -> tuple[str, str]:
    """Say in English and Dutch how a source contradicts: that it found no effect, the opposite, or something else."""
    kinds = {fact.value for fact in reading.reasons}
    if Reason.NULL_RESULT in kinds:
        return "this source found no effect or difference", "deze bron vond geen effect of verschil"
    if Reason.WRONG_DIRECTION in kinds:
        return "this source found the opposite", "deze bron vond het tegendeel"
    return "this source says otherwise", "deze bron zegt iets anders"


def add_ground(message: str, reason: Fact[Reason]) -> str:
    """Add to a Dutch message the ground that a reader gave, where it can be said in Dutch."""
    ground = say_in_dutch(reason.basis)
    return f"{message}: {ground}" if ground else message
