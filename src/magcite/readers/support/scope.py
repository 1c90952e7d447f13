"""Say how a source that goes the claimed way is narrower or weaker than the statement."""

from __future__ import annotations

from collections.abc import Iterator

from magcite.model import Language, Reason, Strength
from magcite.readers.sentences import Part
from magcite.readers.strength import read_strength
from magcite.readers.support.case import Case, lacks
from magcite.readers.support.decision import Ground
from magcite.readers.support.kinds import Dose, Kind, compares_groups, tells_what_happened
from magcite.readers.support.numbers import Unit, read_numbers
from magcite.readers.support.passages import Passage
from magcite.readers.support.patterns import Lazy
from magcite.readers.support.study import Source
from magcite.readers.support.words import lexicon

_PREVENTS = Lazy(r"\b(?:prevent\w*|prophyla\w*|protect\w*|incidence|risk)\b")
_RELIEVES = Lazy(r"\b(?:treats|cures?|acute|reliev\w+|relief|alleviat\w+|eas(?:es|ed))\b")
_INFUSED = Lazy(r"\b(?:intravenous\w*|infus\w+|inject\w+|i\.v\.|subcutaneous\w*|intramuscular\w*)")
_EATEN = Lazy(r"\b(?:intakes?|diet\w*|consum\w+|eat\w*|ate|food)\b")
_HEDGED = Lazy(r"\b(?:may|might|could|possibly|perhaps|seems?|appears?|is said|are said|hold that|believe)\b")
_LOW = Lazy(r"\blow (?:serum |blood |levels? of )?\w+|\blow\b[^.]*\b(?:levels?|status)\b")
_DOSED = Lazy(r"\d\s?(?:mg|g|mmol)\b(?!/d?[lL]| per l)", 0)

SPECIAL = frozenset(
    ("OLDER", "CHILDREN", "PREGNANT", "TYPE_2_DIABETES", "CANCER", "HYPERTENSION", "PREDIABETES", "OBESITY")
) | frozenset(("METABOLIC_SYNDROME", "COPD", "CARDIOVASCULAR", "ATHLETES"))
"""Groups whose result does not simply hold for everybody (ours)."""
_LIVES = frozenset(("SURVIVAL", "MORTALITY", "RELAPSE"))
"""Outcomes of people who have an illness already."""
SMALL = 50
"""People below which a trial is called small here (ours; half of what the weight of designs asks of an effect)."""
WEAK = frozenset({Reason.NOT_PRIMARY, Reason.ROUTE_MISMATCH})
"""Reasons that go with full support."""
WEAK_FOR_ASSOCIATION = WEAK | {Reason.ASSOCIATION_ONLY, Reason.SMALL_SAMPLE, Reason.OPINION_ONLY}
"""Reasons that go with full support of a statement that only names an association."""
WEAK_FOR_NO_LINK = WEAK_FOR_ASSOCIATION | {Reason.UNCONTROLLED}
"""Reasons that go with full support of a statement that names no link at all, only what is or was."""
WEAK_FOR_ONE_STUDY = WEAK | {Reason.SMALL_SAMPLE}
"""Reasons that go with full support of a statement that only tells of one study, or that some studies exist."""


def narrows(case: Case, found: list[Ground], *, told: bool = False) -> bool:
    """Tell whether any of the grounds makes the support partial; `told` where the source itself makes the statement."""
    frame = case.frame
    strength = read_strength(frame.text, Language.ENGLISH).value
    associates = frame.kind is Kind.ASSOCIATION or compares_groups(frame.text) or strength is Strength.ASSOCIATION
    weak = WEAK_FOR_ASSOCIATION if associates else WEAK_FOR_NO_LINK if strength is Strength.NONE else WEAK
    if told:
        weak |= {Reason.OPINION_ONLY}
    if _HEDGED.search(frame.text):
        weak |= {Reason.OPINION_ONLY}
    if frame.existential:
        weak |= WEAK_FOR_ONE_STUDY | {Reason.MIXED_RESULTS}
    elif (frame.describes_a_study or tells_what_happened(frame.text)) and frame.kind is not Kind.EQUIVALENCE:
        weak |= WEAK_FOR_ONE_STUDY
    return any(ground.reason not in weak for ground in found)


def list_scope(case: Case) -> list[Ground]:
    """List every ground on which the source is narrower or weaker than the statement."""
    return [*_people(case), *_subject_matter(case), *list_strength(case)]


def _people(case: Case) -> Iterator[Ground]:
    frame, title = case.frame, case.prepared.title_terms
    measured_by = lexicon().measured_by
    special = {name for name in title & SPECIAL if measured_by.get(name) not in frame.outcomes}
    extra = special - frame.people - frame.outcomes - frame.terms
    named = frame.terms & {"REPLETE", "DEFICIENT"}
    narrower = case.given and frame.kind is not Kind.ASSOCIATION and extra and not named & title
    if narrower or case.conditions_missing or case.populations_missing:
        yield Ground(Reason.POPULATION_MISMATCH, _title(case))
    open_to_all = not frame.lacking and not _LOW.search(frame.text) and not {"DEFICIENT", "REPLETE"} & frame.terms
    if case.given and open_to_all and (treated := _treats_deficient(case)):
        yield Ground(Reason.DEFICIENT_ONLY, treated)
        yield Ground(Reason.POPULATION_MISMATCH, treated)


def _subject_matter(case: Case) -> Iterator[Ground]:
    frame = case.frame
    if frame.outcomes - case.outcomes_found or _other_purpose(case) or _tells_of_survival(case):
        yield Ground(Reason.OUTCOME_MISMATCH)
    if case.numbers_missing and not _gives_no_dose(case):
        yield Ground(Reason.NUMBER_MISMATCH, _rival(case))
    infused = next((p for p in case.prepared.passages if not p.background and _INFUSED.search(p.sentence.text)), None)
    if infused and case.given and not case.reviews and not _INFUSED.search(frame.text):
        yield Ground(Reason.ROUTE_MISMATCH, infused)


def _tells_of_survival(case: Case) -> bool:
    """Tell whether all that speaks for a statement on an illness is how those lived on who had it."""
    ill = lexicon().of_role(case.frame.outcomes, "conditions")
    if not ill or ill != case.frame.outcomes or _LIVES & case.frame.terms:
        return False
    agreeing = case.weighed.agreeing
    return bool(agreeing) and all(_LIVES & finding.clause.places.keys() for finding in agreeing)


def _title(case: Case) -> Passage | None:
    return next((p for p in case.prepared.passages if p.sentence.part is Part.TITLE), None)


def _rival(case: Case) -> Passage | None:
    """Find a result with a number of the same sort as one that the source does not give."""
    units = {number.unit for number in case.numbers_missing}
    passages = [finding.passage for finding in case.findings] + list(case.prepared.passages)
    return next((p for p in passages if any(n.unit in units for n in read_numbers(p.sentence.text))), None)


def _other_purpose(case: Case) -> bool:
    """Tell whether the statement speaks of preventing or of treating and the source only of the other."""
    said, text = case.frame.text, case.prepared.text
    purposes = ((_PREVENTS, _RELIEVES), (_RELIEVES, _PREVENTS))
    return any(mine.search(said) and not mine.search(text) and other.search(text) for mine, other in purposes)


def _gives_no_dose(case: Case) -> bool:
    """Tell whether the only number missing is a dose the abstract gives nowhere."""
    doses = [number for number in case.numbers_missing if number.unit is Unit.MILLIGRAM]
    return len(doses) == len(case.numbers_missing) and not _DOSED.search(case.prepared.text)


def _treats_deficient(case: Case) -> Passage | None:
    """Find the sentence that says that only people lacking the substance were treated."""
    if case.reviews or "REPLETE" in case.prepared.terms:
        return None
    telling = (Part.TITLE, Part.OBJECTIVE, Part.METHODS, Part.CONCLUSIONS)
    passages = (p for p in case.prepared.passages if not p.background and (p.sentence.part in telling or p.concludes))
    return next((p for p in passages if lacks(case.frame, p)), None)


_BY_SOURCE: dict[Source, tuple[Reason, ...]] = {
    Source.REVIEW: (Reason.OPINION_ONLY, Reason.NOT_PRIMARY),
    Source.CASES: (Reason.OPINION_ONLY, Reason.UNCONTROLLED),
    Source.ANIMAL: (Reason.ANIMAL_ONLY,),
    Source.UNCONTROLLED: (Reason.UNCONTROLLED,),
}


def list_strength(case: Case) -> list[Ground]:
    """List what makes the source weak evidence for the statement, whatever it says."""
    told = "ANIMALS" in case.frame.terms
    found = [
        Ground(reason, _title(case))
        for reason in _BY_SOURCE.get(case.source, ())
        if not (told and reason is Reason.ANIMAL_ONLY)
    ]
    related = case.frame.kind is Kind.ASSOCIATION and case.reviews
    if related or (case.source in {Source.OBSERVATION, Source.SYNTHESIS} and not case.given):
        found.append(Ground(Reason.ASSOCIATION_ONLY))
    tried = case.source in {Source.TRIAL, Source.UNCONTROLLED}
    if tried and case.participants and case.participants < SMALL:
        found.append(Ground(Reason.SMALL_SAMPLE, _counting(case)))
    telling = [case.article.title or "", *(f.passage.sentence.text for f in case.weighed.agreeing)]
    if case.frame.dose is Dose.EATEN and not any(map(_EATEN.search, telling)):
        found.append(Ground(Reason.EXPOSURE_MISMATCH))
    return found


def _counting(case: Case) -> Passage | None:
    """Find the sentence that counts the participants."""
    return next(
        (p for p in case.prepared.passages if any(n.value == case.participants for n in read_numbers(p.sentence.text))),
        None,
    )
