"""Lay out everything read about one statement and one article, ready for the decision table."""

from __future__ import annotations

from dataclasses import dataclass, replace

from magcite.model import Article, ArticleFacts
from magcite.readers.sentences import Part
from magcite.readers.support.agreement import Agreement, compare
from magcite.readers.support.evidence import Finding, gather, measures
from magcite.readers.support.numbers import Number, Unit, match_number, read_numbers
from magcite.readers.support.passages import Passage, Prepared, prepare
from magcite.readers.support.patterns import Lazy
from magcite.readers.support.reading import lack_places, subject_sign
from magcite.readers.support.statement import Dose, Frame, Kind
from magcite.readers.support.study import Source, tell_source
from magcite.readers.support.words import lexicon

_GIVING = Lazy(
    r"\b(?:supplement\w*|treat(?:ed|ment|ing|s)?|therap\w+|administ\w+|inject\w+|infus\w+|oral(?:ly)?|"
    r"took|received|taking|loading|"
    r"prophyla\w+|given|tablets?|mg/d(?:ay)?|mg (?:of )?\w+ (?:a|per) day|placebo)\b"
)
_EATING = Lazy(r"\b(?:intakes?|consum\w+|diet\w*)\b")
_COMPARES = Lazy(r"\b(?:than (?:a|an|the|other|common|standard|usual)|as (?:well|effective|"
                       r"good) as|compared (?:with|to)|superior to)\b")  # fmt: skip
_ACTIVE = Lazy(r"\b(?:comparison of|vs\.?|versus|compared (?:with|to)|or to|than|equals?|equivalent|other treatment)\b")
_UNTREATED = Lazy(r"\b(?:placebo|controls?|control (?:group|period|arm)|nothing|lifestyle advice alone|untreated)\b")


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
    def numbers_missing(self) -> tuple[Number, ...]:
        """List the numbers of the statement that the article does not give."""
        return tuple(number for number, passage in self.numbers_found if passage is None)


def _is_given(frame: Frame, prepared: Prepared, source: Source) -> bool:
    """Tell whether the article gave the exposure to people, or reviews studies that did."""
    if source is Source.OBSERVATION:
        return False
    for passage in prepared.passages:
        if passage.background:
            continue
        if (frame.subject & passage.terms or passage.sentence.part is Part.TITLE) and _GIVING.search(
            passage.sentence.text
        ):
            return True
    return False


def _lack_only(frame: Frame, finding: Finding) -> bool:
    """Tell whether a clause on a treatment speaks of a lack of the substance and not of giving it."""
    given = frame.kind in {Kind.EFFECT, Kind.EQUIVALENCE} and not frame.lacking
    speaks_of_level = "DEFICIENT" in finding.clause.places or bool(_EATING.search(finding.passage.sentence.text))
    return given and speaks_of_level and not _GIVING.search(finding.passage.sentence.text)


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
    return any(match_number(number, stated) for stated in read_numbers(passage.sentence.text))


def _find_number(number: Number, prepared: Prepared) -> Passage | None:
    return next((passage for passage in prepared.passages if states(number, passage)), None)


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
    prepared = prepare(article, reviews=source in {Source.REVIEW, Source.SYNTHESIS})
    findings = tuple(f for f in gather(frame, prepared, frame.outcomes) if not _lack_only(frame, f))
    role, measured_by = lexicon().role, lexicon().measured_by
    found = frozenset(name for name in frame.outcomes if measures(name, prepared.terms))
    missing = frame.people - prepared.terms
    exposures = frame.exposures or frozenset(t for t in prepared.title_terms if role.get(t) == "exposures")
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
        numbers_found=tuple((number, _find_number(number, prepared)) for number in frame.numbers),
    )


def statement_needs_treatment(frame: Frame) -> bool:
    """Tell whether a statement speaks of giving the exposure."""
    return frame.kind in {Kind.EFFECT, Kind.EQUIVALENCE} and frame.dose is Dose.GIVEN
