"""Gather the clauses of an article that speak of a statement's outcome, with what each says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from magcite.readers.sentences import Part
from magcite.readers.support.passages import Clause, Passage, Prepared
from magcite.readers.support.patterns import Lazy
from magcite.readers.support.reading import Direction, read_direction, subject_sign
from magcite.readers.support.statement import GENERIC_EXPOSURE, Frame, Kind
from magcite.readers.support.words import lexicon, stems

PART_WEIGHT = {Part.TITLE: 0.6, Part.RESULTS: 1.0, Part.CONCLUSIONS: 0.9, Part.BODY: 1.0, Part.METHODS: 0.0,
               Part.OBJECTIVE: 0.0, Part.BACKGROUND: 0.0}  # fmt: skip
"""How much a clause counts by where it stands: results before the author's own conclusion (ours)."""

IMPLIED_WEIGHT = 0.7
"""How much a result counts that names its outcome only as "risk" or "score" (ours)."""

SUBGROUP_WEIGHT = 0.4
"""How much a result of a part of the participants counts for all (ours)."""

_SUBGROUP = Lazy(r"\bsubgroups?\b|\bin (?:those|people|participants|patients|women|men) (?:whose|who)\b")
_ASKS = Lazy(
    r"\b(?:to (?:determine|examine|evaluate|assess|investigate|test|compare|find out|see|study)|"
    r"whether|asked|aims?|aimed|"
    r"the question|end ?points? (?:was|were|covered)|primary (?:end ?points?|outcomes?)|"
    r"outcomes? (?:was|were)|hypothes\w+|"
    r"(?:randomly|assigned|allocated|enrolled|recruited)\b|were (?:measured|defined|recorded|compared|pooled)|"
    r"(?:study|trial|review|experiment|work|analysis|authors|investigators|update|"
    r"stages)\b[^.]{0,60}?\b(?:judged|examined?|tested|measured|"
    r"compared|explored|investigated|evaluated|asked|looked|studied|gathers|revisits|discusses|reviewed|enrolled)|"
    r"research is needed|further (?:work|study|studies|research|trials))\b|\?$"
)
_TOPIC = Lazy(r"^(?:on )?(?:the )?(?:\w+ )?(?:effects?|role|influence|impact) of\b")
_FINDS = Lazy(
    r"\b(?:conclu\w+|p\s?[<=>]|significant\w*|suggests?|showed|lower than|higher than|fell|rose|"
    r"improved|lowers|found that)\b"
)
_IMPLIED = stems(
    "attack attacks symptom symptoms score scores frequency severity incidence risk rate rates categories "
    "measures parameters endpoints outcomes indicators variables cases"
)


_PRONOUNS = frozenset(("it", "them"))


@dataclass(frozen=True, slots=True)
class Finding:
    """One clause on the outcome: where it stands, what it says and how much it counts."""

    passage: Passage
    clause: Clause
    direction: Direction
    outcomes: frozenset[str]
    with_exposure: bool
    implied: bool
    weight: float


def asks_only(passage: Passage) -> bool:
    """Tell whether a sentence only says what was asked or measured."""
    if passage.sentence.part is Part.OBJECTIVE:
        return True
    text = passage.sentence.text
    if passage.sentence.part is Part.TITLE and _TOPIC.search(text):
        return not _FINDS.search(text)
    return bool(_ASKS.search(text)) and not _FINDS.search(text)


def _flip(direction: Direction) -> Direction:
    """Turn the amount round, for an outcome that is the opposite of the one asked for."""
    return Direction(
        amount=-direction.amount if direction.amount else None,
        quality=direction.quality,
        null=direction.null,
        linked=direction.linked,
        significant=direction.significant,
    )


@cache
def opposites(outcome: str) -> frozenset[str]:
    """Give the outcomes that go up when this one goes down."""
    pairs = lexicon().opposite
    return frozenset(name for name, other in pairs.items() if other == outcome) | frozenset(
        {pairs[outcome]} if outcome in pairs else ()
    )


def measures(outcome: str, terms: frozenset[str]) -> bool:
    """Tell whether a text names an outcome, a narrower one or its opposite."""
    return outcome in terms or bool(opposites(outcome) & terms) or lexicon().broader.get(outcome, "") in terms


def gather(frame: Frame, article: Prepared, outcomes: frozenset[str]) -> tuple[Finding, ...]:
    """List the findings of an article on these outcomes, background left out."""
    implied = frozenset(
        name for name in outcomes if measures(name, article.title_terms) or measures(name, article.terms)
    )
    return tuple(
        finding
        for passage in article.passages
        if not passage.background and PART_WEIGHT[passage.sentence.part] and not asks_only(passage)
        for finding in _of_passage(frame, passage, outcomes, implied)
    )


def _of_passage(frame: Frame, passage: Passage, outcomes: frozenset[str], implied: frozenset[str]) -> Iterator[Finding]:
    subject = frame.subject | GENERIC_EXPOSURE
    carried = bool(frame.subject & passage.terms)
    given = frame.kind in {Kind.EFFECT, Kind.EQUIVALENCE} and not frame.lacking
    in_part = PART_WEIGHT[passage.sentence.part]
    sign = 1 if given else None
    before: frozenset[str] = frozenset()
    for clause in passage.clauses:
        exposed = bool(subject & clause.places.keys()) or carried
        weight = in_part * (SUBGROUP_WEIGHT if _SUBGROUP.search(clause.text) else 1)
        if not given and subject & clause.places.keys():
            sign = subject_sign(clause, subject, outcomes)
        here = outcomes & clause.places.keys()
        here = here or frozenset(
            wide for name in outcomes if (wide := lexicon().broader.get(name)) in clause.places and wide
        )
        turned = frozenset(other for name in outcomes - here for other in opposites(name) if other in clause.places)
        if here or turned:
            direction = read_direction(clause, subject, here or turned, sign)
            if not direction.told and sign == -1 and subject & clause.places.keys():
                direction = Direction(amount=-1, linked=True)
            named = (here & outcomes) or frozenset(name for name in outcomes if opposites(name) & turned)
            yield Finding(passage, clause, direction if here else _flip(direction), named, exposed, False, weight)
            before = named
        elif before and _PRONOUNS & set(clause.stems):
            direction = read_direction(clause, subject, frozenset(), sign)
            yield Finding(passage, clause, direction, before, exposed, True, weight * IMPLIED_WEIGHT)
        elif implied and (words := _IMPLIED & clause.places.keys()) and not _other_outcomes(clause, frame):
            direction = read_direction(clause, subject, words, sign)
            yield Finding(passage, clause, _judge_amount(direction), implied, exposed, True, weight * IMPLIED_WEIGHT)


def _judge_amount(direction: Direction) -> Direction:
    """Read less of an attack, symptom, score or risk as better, where the words leave it open."""
    if direction.quality or not direction.amount:
        return direction
    return Direction(
        amount=direction.amount,
        quality=-direction.amount,
        null=direction.null,
        linked=direction.linked,
        significant=direction.significant,
    )


def _other_outcomes(clause: Clause, frame: Frame) -> bool:
    """Tell whether a clause names outcomes of its own, so that "score" is not the outcome asked for."""
    role = lexicon().role
    named = {term for term in clause.places if role.get(term) in {"lower_is_better", "higher_is_better"}}
    return bool(named - frame.outcomes - frame.people)
