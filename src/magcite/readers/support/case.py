"""Lay out everything read about one statement and one article, ready for the decision table."""

from __future__ import annotations

from dataclasses import dataclass, replace

from magcite.model import Article, ArticleFacts
from magcite.readers.sentences import Part
from magcite.readers.support.agreement import Agreement, compare
from magcite.readers.support.evidence import Finding, gather, measures
from magcite.readers.support.focus import focus
from magcite.readers.support.kinds import Dose, Kind
from magcite.readers.support.numbers import Number, Unit, match_number, read_numbers
from magcite.readers.support.passages import Clause, Passage, Prepared, make_clause, prepare
from magcite.readers.support.patterns import Lazy
from magcite.readers.support.statement import Frame
from magcite.readers.support.study import Source, tell_source
from magcite.readers.support.subject import lack_places, subject_sign
from magcite.readers.support.words import lexicon, stems

_GIVING = Lazy(
    r"\b(?:supplement\w*|treat(?:ed|ment|ing|s)?|therap\w+|administ\w+|inject\w+|infus\w+|oral(?:ly)?|"
    r"took|received|taking|loading|"
    r"prophyla\w+|given|tablets?|mg (?:of )?\w+ (?:a|per) day|placebo)\b"
)
_PER_DAY = Lazy(r"\bmg/d(?:ay)?\b")
_EATING = Lazy(r"\b(?:intakes?|consum\w+|diet\w*)\b")
_OF_TRIALS = Lazy(r"\b(?:randomi[sz]ed|controlled) (?:\w+ )?trials\b|\bRCTs\b")
_RANDOMISED = Lazy(r"\brandomi[sz]ed\b|\bat random\b|\brandomly\b")
_LEVEL = stems("serum plasma blood urinary intracellular erythrocyte")
_TO_LEVEL = 4
"""Words from "serum" on within which that is named whose level is told (ours)."""
_TRACKS = Lazy(r"\b(?:correlat\w+|odds ratio|associat\w+|linking)\b")
_EATEN = stems("intake intakes consume consumed consumption diet diets dietary")
_COMPARES = Lazy(
    r"\b(?:than (?:a|an|the|other(?! (?:people|women|men|adults|children|persons))|common|standard|usual)"
    r"(?! (?:placebo|dummy|sham|fake|inactive|sugar|control|waiting)\b)|"
    r"as (?:well|effective|good) as|compared (?:with|to)|"
    r"superior to|(?:better|faster|quicker|stronger|further|bigger|sooner|milder|effective) (?:with \w+ )?than "
    r"(?:with |on )?"
    r"(?!(?:an? |the )?(?:placebo|controls?|nothing|those|others|before|dummy|sham|fake|inactive|sugar|waiting))\w+)\b"
)
_USUAL = Lazy(
    r"\bas (?:well|effective|good|much) as (?:the |an? )?(?:usual|standard|common|ordinary|regular|conventional|"
    r"drugs?\b|medic\w+|tablets\b|pills\b|other|existing)"
)
"""Any treatment that is usual, as what a statement compares with."""
_ACTIVE = Lazy(r"\b(?:comparison of|vs\.?|versus|compared (?:with|to)|or to|equals?|equivalent|other treatment)\b")
_OF_CONTROLS = Lazy(
    r"\S+(?:\s?%| per ?cent)? (?:(?:in|on|with|among|of|for) )?(?:the |those (?:given|on|taking) )?"
    r"(?:placebo|controls?)\b"
)
_COMPARATOR = Lazy(
    r"\b(?:than|(?:just )?as (?:well|effective|good|much|strong\w*|potent) as) (?P<other>.+?)"
    r"(?: (?:for|against|in|on|at) .+)?$"
)
_UNTREATED = Lazy(
    r"\b(?:placebo|controls?|control (?:group|period|arm)|nothing|lifestyle advice alone|untreated|unvaccinated|"
    r"usual (?:care|diet)|(?:regular|ordinary) \w+|non-?(?:users?|starters?|drinkers?|smokers?)|waiting list|sham|"
    r"stretching|flexibility|education|booklets?)\b"
)


COUNTERPARTS = {"MEN": "WOMEN", "WOMEN": "MEN", "ADULTS": "CHILDREN"}
"""Groups that a source need not name, unless it names only the other one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """The findings sorted by how they stand to the statement, with their summed weight."""

    agreeing: tuple[Finding, ...]
    opposing: tuple[Finding, ...]
    nothing: tuple[Finding, ...]

    @property
    def told(self) -> bool:
        """Tell whether any finding points anywhere."""
        return bool(self.agreeing or self.opposing or self.nothing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One statement and one article with all that was read of the two."""

    frame: Frame
    article: Article
    prepared: Prepared
    source: Source
    findings: tuple[Finding, ...]
    weighed: Weighed
    exposure_found: bool
    outcomes_found: frozenset[str]
    outcomes_in_background: frozenset[str]
    conditions_missing: frozenset[str]
    populations_missing: frozenset[str]
    given: bool
    participants: int | None
    numbers_found: tuple[tuple[Number, Passage | None], ...]

    @property
    def reviews(self) -> bool:
        """Tell whether the article reports the work of others."""
        return self.source in {Source.REVIEW, Source.SYNTHESIS}

    @property
    def needs_comparator(self) -> bool:
        """Tell whether the statement compares with another treatment."""
        return self.frame.kind is Kind.EQUIVALENCE or bool(_COMPARES.search(self.frame.text))

    @property
    def has_active_comparator(self) -> bool:
        """Tell whether the article compares with a treatment rather than with placebo or nothing."""
        text = self.prepared.text
        return bool(_ACTIVE.search(text)) and not _UNTREATED.search(text)

    @property
    def names_comparator(self) -> bool:
        """Tell whether the article speaks of the very thing that the statement compares with."""
        found = _COMPARATOR.search(self.frame.text)
        other = make_clause(found["other"], {}).places.keys() & self.frame.content if found else set()
        return bool(other) and other <= self.prepared.all_terms

    @property
    def meets_any_treatment(self) -> bool:
        """Tell whether the statement compares with whatever treatment is usual, and the article with one."""
        return bool(_USUAL.search(self.frame.text)) and self.has_active_comparator

    @property
    def numbers_missing(self) -> tuple[Number, ...]:
        """List the numbers of the statement that the article does not give."""
        return tuple(number for number, passage in self.numbers_found if passage is None)


def _is_given(frame: Frame, prepared: Prepared, source: Source) -> bool:
    """Tell whether the article gave the exposure to people, or reviews studies that did."""
    if source is Source.OBSERVATION:
        return False
    if source is Source.TRIAL and frame.subject & prepared.title_terms and _RANDOMISED.search(prepared.text):
        return True
    if source is Source.SYNTHESIS and _OF_TRIALS.search(prepared.text):
        return True
    for passage in prepared.passages:
        if passage.background:
            continue
        about = passage.terms if source is Source.SYNTHESIS else passage.terms | prepared.title_terms
        named = frame.subject & about or passage.sentence.part is Part.TITLE
        text = passage.sentence.text
        if named and (_GIVING.search(text) or _PER_DAY.search(text)):
            return True
    return False


def _lack_only(frame: Frame, finding: Finding) -> bool:
    """Tell whether a clause beside a treatment speaks of a lack of the substance and not of giving it."""
    clause = finding.clause
    named = max((spot for name in finding.outcomes for spot in clause.places.get(name, ())), default=len(clause.stems))
    speaks_of_level = "DEFICIENT" in clause.places or bool(_EATEN & set(clause.stems[:named]))
    text = finding.passage.sentence.text
    tracks = _TRACKS.search(finding.clause.text) and _tells_level(frame, clause)
    if tracks and not _GIVING.search(text):
        return True
    dosed = bool(_PER_DAY.search(text)) and not _EATING.search(text)
    return speaks_of_level and not dosed and not _GIVING.search(finding.passage.sentence.text)


def _tells_level(frame: Frame, clause: Clause) -> bool:
    """Tell whether a clause speaks of the exposure as measured in blood or urine ("serum levels of X")."""
    spots = [spot for term in frame.subject for spot in clause.places.get(term, ())]
    levels = [place for place, word in enumerate(clause.stems) if word in _LEVEL]
    return any(0 < spot - place <= _TO_LEVEL for spot in spots for place in levels)


def lacks(frame: Frame, passage: Passage) -> bool:
    """Tell whether a sentence speaks of a lack or a low level of the exposure."""
    if any(lack_places(clause) for clause in passage.clauses):
        return True
    return any(subject_sign(clause, frame.exposures, frame.outcomes) < 0 for clause in passage.clauses)


BARE_LINK = 0.3
"""How much a finding counts that names a relation without its direction (ours)."""
NOT_NAMED = 0.3
"""How much a finding counts that does not name the exposure where the article studies many things (ours)."""


def _discount(finding: Finding, broad: bool) -> Finding:
    """Let a clause that names no exposure count less in a review or a study of associations."""
    return replace(finding, weight=finding.weight * NOT_NAMED) if broad and not finding.with_exposure else finding


def weigh(frame: Frame, findings: tuple[Finding, ...], broad: bool) -> Weighed:
    """Sort the findings by how they stand to the statement; `broad` where the article studies many things."""
    sorted_by: dict[Agreement, list[Finding]] = {agreement: [] for agreement in Agreement}
    for given in findings:
        finding = _discount(given, broad)
        stands = compare(frame.direction, finding.direction)
        if stands is Agreement.RELATES:
            finding = replace(finding, weight=finding.weight * BARE_LINK)
        sorted_by[stands].append(finding)
    return Weighed(
        agreeing=tuple(sorted_by[Agreement.AGREES] + sorted_by[Agreement.RELATES]),
        opposing=tuple(sorted_by[Agreement.OPPOSES]),
        nothing=tuple(sorted_by[Agreement.SHOWS_NOTHING]),
    )


def states(number: Number, passage: Passage) -> bool:
    """Tell whether a sentence gives a number, in any of the ways of saying it."""
    text = passage.sentence.text
    return any(match_number(number, stated) for stated in read_numbers(text) if not _is_of_controls(text, stated))


def _is_of_controls(text: str, number: Number) -> bool:
    """Tell whether a share is only that of the controls ("by 42% with X and by 16% with placebo")."""
    return number.unit is Unit.PERCENT and bool(_OF_CONTROLS.match(text[number.place :]))


def _find_number(number: Number, prepared: Prepared, exposures: frozenset[str]) -> Passage | None:
    stated = next((passage for passage in prepared.passages if states(number, passage)), None)
    molar = next((mass for name, mass in sorted(MOLAR_MASS.items()) if name in exposures), None)
    if stated or number.unit is not Unit.MILLIGRAM or not molar:
        return stated
    return next((passage for passage in prepared.passages if _gives_in_mmol(number, passage, molar)), None)


def _gives_in_mmol(number: Number, passage: Passage, molar: float) -> bool:
    doses = (float(found[1]) * molar for found in _MMOL.finditer(passage.sentence.text))
    return any(abs(dose - number.value) <= ROUNDED * number.value for dose in doses)


MOLAR_MASS = {"MAGNESIUM": 24.3, "CALCIUM": 40.1, "POTASSIUM": 39.1, "SALT": 58.4}
"""Milligrams in a millimole, for those minerals whose doses are given so (standard atomic weights)."""
ROUNDED = 0.02
"""How far a dose worked out from millimoles may lie from the one told (ours: doses are told rounded)."""
_MMOL = Lazy(r"\b(\d+(?:\.\d+)?) mmol\b(?!\s?/\s?d?l\b)")


def _participants(article: Article, facts: ArticleFacts | None) -> int | None:
    if facts and facts.sample.participants:
        return facts.sample.participants.value
    text = " ".join(section.text for section in article.abstract)
    counts = [
        int(number.value)
        for number in read_numbers(text)
        if number.unit is Unit.COUNT and 4 < number.value < 1e7 and _PEOPLE.match(text[number.place :])
    ]
    return max(counts, default=None)


_PEOPLE = Lazy(r"(?:\w+ )?[\d,]+ (?:[\w-]+ ){0,3}?(?:patients|people|participants|women|men|"
                     r"adults|children|subjects|volunteers|"
                     r"individuals|athletes)")  # fmt: skip


def lay_out(frame: Frame, article: Article, facts: ArticleFacts | None) -> Case:
    """Read everything about a statement and an article that the decision rests on."""
    source = tell_source(article, facts)
    prepared = prepare(article, reviews=source is Source.REVIEW)
    gives = frame.gives and source is not Source.OBSERVATION
    findings = gather(frame, prepared, frame.outcomes, given=gives)
    findings = tuple(finding for finding in findings if not (gives and _lack_only(frame, finding)))
    findings = focus(frame, findings, prepared.title_terms)
    role, measured_by = lexicon().role, lexicon().measured_by
    found = frozenset(name for name in frame.outcomes if measures(name, prepared.terms))
    missing = (
        frame.people
        - prepared.terms
        - frozenset(term for one in prepared.passages if one.sentence.part is Part.OBJECTIVE for term in one.terms)
    )
    missing -= {name for name, other in COUNTERPARTS.items() if other not in prepared.terms}
    exposures = frame.exposures or lexicon().of_role(prepared.title_terms, "exposures")
    return Case(
        frame=frame,
        article=article,
        prepared=prepared,
        source=source,
        findings=findings,
        weighed=weigh(frame, findings, source in {Source.REVIEW, Source.SYNTHESIS}),
        exposure_found=bool(exposures & prepared.terms),
        outcomes_found=found,
        outcomes_in_background=frozenset(n for n in frame.outcomes - found if measures(n, prepared.all_terms)),
        conditions_missing=frozenset(
            name for name in missing if role[name] == "conditions" and measured_by.get(name, "") not in found
        ),
        populations_missing=frozenset(
            name for name in missing if role[name] == "populations" or measured_by.get(name, "") in found
        ),
        given=_is_given(frame, prepared, source),
        participants=_participants(article, facts),
        numbers_found=tuple((number, _find_number(number, prepared, frame.exposures)) for number in frame.numbers),
    )


def statement_needs_treatment(frame: Frame) -> bool:
    """Tell whether a statement speaks of giving the exposure."""
    return frame.kind in {Kind.EFFECT, Kind.EQUIVALENCE} and frame.dose is Dose.GIVEN
