"""Gather the clauses of an article that speak of a statement's outcome, with what each says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace
from functools import cache

from magcite.readers.sentences import Part
from magcite.readers.support.cues import cue_table, find_null
from magcite.readers.support.passages import SAYS_WHERE, Clause, Passage, Prepared
from magcite.readers.support.patterns import Lazy
from magcite.readers.support.reading import Direction, outcome_valence, read_direction
from magcite.readers.support.sides import is_of_the_unaffected
from magcite.readers.support.statement import Frame
from magcite.readers.support.subject import (
    ABSTAINING,
    GENERIC_EXPOSURE,
    is_compared_with,
    is_cut_back,
    lack_places,
    read_adjective,
    subject_sign,
)
from magcite.readers.support.words import MEASURED_ROLES, OUTCOME_ROLES, lexicon, stems, stop_stems

PART_WEIGHT = {Part.TITLE: 0.6, Part.RESULTS: 1.0, Part.CONCLUSIONS: 0.9, Part.BODY: 1.0, Part.METHODS: 0.0,
               Part.OBJECTIVE: 0.0, Part.BACKGROUND: 0.0}  # fmt: skip
"""How much a clause counts by where it stands: results before the author's own conclusion (ours)."""

IMPLIED_WEIGHT = 0.7
"""How much a result counts that names its outcome only as "risk" or "score" (ours)."""

SUBGROUP_WEIGHT = 0.4
"""How much a result of a part of the participants counts for all (ours)."""

_SUBGROUP = Lazy(
    r"\bsubgroups?\b|\bin the \d+ (?:people|participants|patients|women|men|children|subjects) (?:with|who|whose)\b|"
    r"\bamong the \d+ (?:people|participants|patients|women|men|children|subjects|adults) (?:with|who|whose)\b|"
    r"\b(?:confined|limited|restricted) to (?:those|people|participants|patients|women|men|children|adults)\b|"
    r"\bin (?:those|people|participants|patients|women|men) (?:whose|who)\b|"
    r"\bamong (?!all\b|the\b|these\b|those\b|our\b|study\b)[\w-]+ (?:participants|people|adults|subjects)\b"
)
_ASKS = Lazy(
    r"\b(?:to (?:determine|examine|evaluate|assess|investigate|test|compare|find out|see|study)|"
    r"whether|asked|aims?|aimed|"
    r"the question|end ?points? (?:was|were|covered)|primary (?:end ?points?|outcomes?)|"
    r"outcomes? (?:was|were)|hypothes\w+|"
    r"\bwe (?:\w+ )?(?:related|examined|studied|assessed|investigated|compared|tested|evaluated|analy[sz]ed|explored|"
    r"searched|pooled|followed|randomi[sz]ed)\b|"
    r"(?:randomly|assigned|allocated|enrolled|recruited)\b|"
    r"were (?:measured|defined|recorded|compared|pooled|determined|assessed|evaluated|monitored|obtained)|"
    r"(?:study|trial|review|experiment|work|analysis|authors|investigators|update|"
    r"stages)\b[^.]{0,60}?\b(?:judged|examined?|tested|measured|"
    r"compared|explored|investigated|evaluated|asked|looked|studied|followed|gathers|revisits|discusses|reviewed|enrolled)|"
    r"(?:cases|controls|participants|patients|subjects) (?:\(n ?= ?[\d,]+\) )?were (?:women|men|patients|people|adults|"
    r"children|identified|selected|matched)|"
    r"was (?:called|termed|deemed|labell?ed) [\w ]{1,20}?(?:when|if|with|at)|"
    r"models (?:yielded|gave|provided|estimated)|"
    r"research is needed|further (?:work|study|studies|research|trials))\b|\?$"
)
_TOPIC = Lazy(
    r"^(?:on )?(?:the )?(?:\w+ )?(?:(?:effects?|role|influence|impact) of|(?:associations?|relations?|relationships?) "
    r"(?:of|between))\b"
)
_PURPOSE = Lazy(r"\bfor (?:the )?(?:\w+ )?(?:prevent|treat|reduc|reliev|manag)\w*\b|\bto (?:prevent|treat|reduce)\b|\?")
"""What something is given for, or a question: a title with it tells no result."""
_FINDS = Lazy(
    r"\b(?:conclu\w+|significant\w*|suggests?|showed|lower than|higher than|fell|rose|"
    r"improved|lowers|found that)\b|\bp\s?[<=>]|\b95 ?% ?(?:CI\b|confidence intervals?)[^a-z\d]{0,4}\d"
)
IN_ALL_GROUPS = Lazy(
    r"\b(?:in (?:all|both|every|each|either)(?: of the)? (?:\w+ )?(?:groups?|arms?)|"
    r"whether on \w+ or placebo|"
    r"(?:all|both|either) groups?|(?:in|with|on|by|after) both [\w ]{2,30}? and (?:\w+ )?(?:placebo|controls?|sham)|"
    r"both (?:forms|types|kinds|treatments|interventions|drugs|therapies|approaches|"
    r"methods|arms|diets|doses|regimens|programmes|programs)(?: of \w+)?)\b"
)
BETWEEN_GROUPS = Lazy(
    r"\b(?:than (?:on |with |in |the )?(?:placebo|controls?|other)|compared (?:with|"
    r"to)|versus|vs\.?|relative to|"
    r"between (?:the )?groups|more so|to a greater extent|outperform\w*|below the other|superior)\b"
)
_CASES_THAN_CONTROLS = Lazy(
    r"\b(?P<how>higher|lower)\b[^.;]{0,30}\bin (?:the )?(?:\w+ )?(?:patients|cases|controls)\b[^.;]{0,30}"
    r"\bthan in (?:the )?(?:healthy )?(?P<other>patients|cases|controls)\b"
)
"""Patients or cases set against controls, where what they have is not said again."""
_DENIED = Lazy(
    r"\bdifferences? (?:from|with|to|against) (?:the )?(?:placebo|controls?)\b[^.;]{0,30}\bnot\b|"
    r"\b(?:did not differ|no (?:significant )?difference) (?:from|between|with) (?:the )?(?:placebo|controls?|groups)\b"
)
"""A difference between the groups denied, so that what happened within one shows nothing."""
_EVENTS = stems("attack attacks symptom symptoms frequency severity incidence risk rate rates cases")
"""Words that stand for an outcome that befalls people."""
_MEASURES = stems("score scores categories measures parameters endpoints outcomes indicators variables")
"""Words that stand for any outcome."""
_IMPLIED = _EVENTS | _MEASURES
_SCORES = stems("score scores symptom symptoms")
_GENERIC = stems("total mean median overall symptom symptoms severity composite average primary secondary rating scale")
_HAPPENS = stems("risk incidence rate occurred developed diagnosed diagnoses prevent prevented cases")
LEAST_WORDS = 2
"""Words that a clause needs to go on about anything (ours)."""
_NOT_THIS = Lazy(r"^\s*(?:,\s*)?(?:but|and) not\b")
_EACH_OF_THESE = stems("each these")
_STOPPED = Lazy(
    r"\b(?:after|upon|on|with|by) (?:stopping|withdrawal|discontinuation|discontinuing|cessation|"
    r"withdrawing)\b"
)
"""What happened when those treated went without."""
_UNDER = Lazy(r"\blevels? (?P<where>under|below|less than|over|above) \d")
_CONTROLS = Lazy(r"\b(?:in|on|for|with|among) (?:the )?(?:controls?|placebo|untreated|comparison)\b")
_COMPARES = Lazy(r"\b(?:than|versus|vs|compared|relative to|differ\w*|similar\w*|and)\b")
_BUT_NOT = Lazy(r"\s*(?:,\s*)?(?:but|and) (?:not|no different) (?:among|in|at|for)\b")
_JOINS = frozenset(("but", "and", "yet"))
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
    if passage.sentence.part is Part.TITLE and (_TOPIC.search(text) or _PURPOSE.search(text)):
        return not _FINDS.search(text)
    return bool(_ASKS.search(text)) and not _FINDS.search(text)


def tells_no_result(passage: Passage) -> bool:
    """Tell whether a sentence says what others found, what was asked or what was done, and not what was found."""
    return passage.background or passage.sentence.part is Part.METHODS or asks_only(passage)


def _flip(direction: Direction) -> Direction:
    """Turn the amount round, for an outcome that is the opposite of the one asked for."""
    return replace(direction, amount=-direction.amount if direction.amount else None)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What is looked for: the outcomes, and those of them that "the risk" or "the score" stands for in the article."""

    frame: Frame
    outcomes: frozenset[str]
    implied: frozenset[str]
    given: bool

    @property
    def subject(self) -> frozenset[str]:
        """Give the words that name the exposure."""
        return self.frame.subject | GENERIC_EXPOSURE


def gather(frame: Frame, article: Prepared, outcomes: frozenset[str], *, given: bool) -> tuple[Finding, ...]:
    """List the findings of an article on these outcomes, background left out; `given` where people were treated."""
    implied = frozenset(
        name for name in outcomes if measures(name, article.title_terms) or measures(name, article.terms)
    )
    asked = _Asked(frame=frame, outcomes=outcomes, implied=implied, given=given)
    return tuple(
        finding
        for passage in article.passages
        if PART_WEIGHT[passage.sentence.part] and not tells_no_result(passage)
        for finding in _of_passage(asked, passage)
    )


def _of_passage(asked: _Asked, passage: Passage) -> Iterator[Finding]:
    if _on_another_exposure(asked.frame, passage):
        return
    sign = 1 if asked.given else None
    before: frozenset[str] = frozenset()
    denied = any(_DENIED.search(clause.text) and not _on_others(asked, clause) for clause in passage.clauses)
    for clause in passage.clauses:
        sign = _read_sign(asked, clause) or sign
        here = (asked.outcomes & clause.places.keys()) or _broader(clause, asked.outcomes)
        here -= _had_before(clause, here)
        turned = {other for name in asked.outcomes - here for other in opposites(name)} & clause.places.keys()
        if len(passage.clauses) > 1 and (
            _names_another(asked.frame, clause.places)
            or _tells_of_controls(asked, clause)
            or SAYS_WHERE.match(clause.text)
        ):
            before = (here & asked.outcomes) or before
            continue
        within = denied and not BETWEEN_GROUPS.search(clause.text) and not find_null(clause.text)
        if not within and not _changed_in_all(clause.text):
            if here or turned:
                yield _read_named(asked, passage, clause, (here, frozenset(turned)), sign)
            else:
                yield from _read_unnamed(asked, passage, clause, before, sign)
        before = (here & asked.outcomes) or _turned_round(asked, turned) or before


def _had_before(clause: Clause, outcomes: Set[str]) -> frozenset[str]:
    """Give the illnesses that people already had when something else befell them ("once X had been diagnosed")."""
    ills = lexicon().of_role(outcomes, "conditions")
    if not ills or not lexicon().of_role(clause.places, *OUTCOME_ROLES) - outcomes:
        return frozenset()
    return frozenset(
        name for name in ills if all("once" in clause.stems[max(0, spot - 2) : spot] for spot in clause.places[name])
    )


def _on_others(asked: _Asked, clause: Clause) -> bool:
    """Tell whether a clause names outcomes, and none of those asked for or their opposites."""
    named = lexicon().of_role(clause.places, *OUTCOME_ROLES)
    return bool(named) and not any(measures(name, named) for name in asked.outcomes)


def _turned_round(asked: _Asked, turned: Set[str]) -> frozenset[str]:
    """Give the outcomes asked for whose opposites are named."""
    return frozenset(name for name in asked.outcomes if opposites(name) & turned)


def _read_sign(asked: _Asked, clause: Clause) -> int | None:
    """Say whether a clause speaks of much or little of the exposure; None where it does not name it."""
    if not asked.given:
        named = asked.subject & clause.places.keys()
        if not named and (level := _UNDER.search(clause.text)):
            return 1 if level["where"] in {"over", "above"} else -1
        if not named:
            return -1 if asked.frame.lacking and lack_places(clause) else None
        return subject_sign(clause, asked.subject, asked.outcomes)
    if _STOPPED.search(clause.text):
        return -1
    spots = sorted(spot for term in asked.frame.subject for spot in clause.places.get(term, ()))
    less = is_cut_back(clause, spots) or is_compared_with(clause, spots)
    return (-1 if less else 1) if spots else None


def _weigh_place(passage: Passage, clause: Clause) -> float:
    return PART_WEIGHT[passage.sentence.part] * (SUBGROUP_WEIGHT if _SUBGROUP.search(clause.text) else 1)


def _is_exposed(asked: _Asked, passage: Passage, clause: Clause) -> bool:
    return bool(asked.subject & clause.places.keys()) or bool(asked.frame.subject & passage.terms)


def _read_named(
    asked: _Asked, passage: Passage, clause: Clause, found: tuple[frozenset[str], frozenset[str]], sign: int | None
) -> Finding:
    """Read a clause that names an outcome, or the opposite of one."""
    here, turned = found
    direction = read_direction(clause, asked.subject, here or turned, sign)
    if _NOT_THIS.match(clause.text):
        direction = Direction(null=True, linked=True)
    elif direction.null and _sets_abstainers_apart(asked, clause):
        direction = Direction()
    named = asked.subject & clause.places.keys() and passage.sentence.part is not Part.TITLE
    if not direction.told and named:
        spots = {spot for term in here or turned for spot in clause.places.get(term, ())}
        held = -1 if sign == -1 else _held_more(asked, clause)
        unaffected = is_of_the_unaffected(clause, sorted(spots))
        direction = Direction(amount=-held if unaffected else held, linked=True) if held else direction
    return Finding(
        passage,
        clause,
        direction if here else _flip(direction),
        (here & asked.outcomes) or _turned_round(asked, turned),
        _is_exposed(asked, passage, clause),
        False,
        _weigh_place(passage, clause),
    )


def _sets_abstainers_apart(asked: _Asked, clause: Clause) -> bool:
    """Tell whether a clause compares only those without the exposure ("between former and never smokers")."""
    spots = [spot for term in asked.subject for spot in clause.places.get(term, ())]
    without = [place for place, word in enumerate(clause.stems) if word in ABSTAINING]
    return len(set(without)) > 1 and all(any(0 < spot - place <= 2 for place in without) for spot in spots)


def _held_more(asked: _Asked, clause: Clause) -> int:
    """Give 1 where a clause says that some had more of the exposure than others; 0 elsewhere."""
    spots = sorted(spot for term in asked.subject for spot in clause.places.get(term, ()))
    return max(0, read_adjective(clause, spots, asked.outcomes)) if "than" in clause.stems else 0


def _read_unnamed(
    asked: _Asked, passage: Passage, clause: Clause, before: frozenset[str], sign: int | None
) -> Iterator[Finding]:
    """Read a clause that speaks of an outcome as "it", "the difference", "the risk" or "each of these"."""
    exposed = _is_exposed(asked, passage, clause)
    weight = _weigh_place(passage, clause) * IMPLIED_WEIGHT
    if asked.implied and not asked.given and exposed and (compared := _CASES_THAN_CONTROLS.search(clause.text)):
        more = 1 if compared["how"].lower() == "higher" else -1
        direction = Direction(amount=more if compared["other"].startswith("control") else -more, linked=True)
        yield Finding(passage, clause, direction, asked.implied, exposed, True, weight)
    elif (before or (asked.implied and not _tells_other_outcomes(asked, passage))) and _BUT_NOT.match(clause.text):
        nothing = Direction(null=True, linked=True)
        yield Finding(passage, clause, nothing, before or asked.implied, exposed, True, weight * SUBGROUP_WEIGHT)
    elif before and (_PRONOUNS & set(clause.stems) or _goes_on(asked, clause) or _no_difference(clause, asked.frame)):
        direction = read_direction(clause, asked.subject, frozenset(), sign)
        yield Finding(passage, clause, direction, before, exposed, True, weight)
    elif (
        asked.implied
        and (words := _implied_by(clause, exposed, asked.implied))
        and not _other_outcomes(clause, asked.frame)
    ):
        direction = _judge_amount(read_direction(clause, asked.subject, words, sign))
        yield Finding(passage, clause, direction, asked.implied, exposed, True, weight)


def _tells_other_outcomes(asked: _Asked, passage: Passage) -> bool:
    """Tell whether a sentence names outcomes, and none of those asked for."""
    return any(_other_outcomes(clause, asked.frame) for clause in passage.clauses) and not (
        asked.outcomes & passage.terms
    )


def _on_another_exposure(frame: Frame, passage: Passage) -> bool:
    """Tell whether a sentence names other exposures of the lexicon and not the one asked for."""
    return passage.sentence.part is not Part.TITLE and _names_another(frame, passage.terms)


def _names_another(frame: Frame, terms: Iterable[str]) -> bool:
    named = frozenset(terms)
    if not frame.exposures or frame.exposures & named:
        return False
    return bool(lexicon().of_role(named, "exposures") - frame.outcomes - _ADJUSTED_FOR)


_ADJUSTED_FOR = frozenset({"SMOKING", "ALCOHOL", "EXERCISE_TRAINING"})
"""Exposures that results are adjusted for, so that naming them says little."""


def _tells_of_controls(asked: _Asked, clause: Clause) -> bool:
    """Tell whether a clause only says how those went who did not have the exposure."""
    alone = _CONTROLS.search(clause.text) and not _COMPARES.search(clause.text)
    return bool(alone) and not asked.frame.subject & clause.places.keys()


def _changed_in_all(text: str) -> bool:
    """Tell whether a clause speaks of a change in all groups alike, which says nothing of the exposure."""
    return bool(IN_ALL_GROUPS.search(text)) and not BETWEEN_GROUPS.search(text) and not find_null(text)


def _broader(clause: Clause, outcomes: frozenset[str]) -> frozenset[str]:
    """List the broader outcomes that a clause names in their own words, not through another narrower one."""
    broader = lexicon().broader
    wanted = {wide for name in outcomes if (wide := broader.get(name)) in clause.places and wide}
    narrow = {spot for name, wide in broader.items() if wide in wanted for spot in clause.places.get(name, ())}
    return frozenset(wide for wide in wanted if set(clause.places[wide]) - narrow)


def _implied_by(clause: Clause, exposed: bool, outcomes: frozenset[str]) -> frozenset[str]:
    """Give the words of a clause that stand for the outcomes of the study ("the score", "with X each of these").

    A function of which more is better does not befall anybody: no risk or number of attacks stands for it.
    """
    meant = _MEASURES if outcome_valence(outcomes) > 0 else _IMPLIED
    if words := {word for word in meant & clause.places.keys() if not _is_qualified(clause, word)}:
        return frozenset(words)
    return _EACH_OF_THESE if exposed and set(clause.stems) >= _EACH_OF_THESE else frozenset()


def _is_qualified(clause: Clause, word: str) -> bool:
    """Tell whether a score is said to be that of something else ("mental-component scores")."""
    if word not in _SCORES:
        return False
    before = [clause.stems[spot - 1] for spot in clause.places[word] if spot]
    return bool(before) and not any(one in _GENERIC or one in stop_stems() or one[0].isdigit() for one in before)


def _judge_amount(direction: Direction) -> Direction:
    """Read less of an attack, symptom, score or risk as better, where the words leave it open."""
    if direction.quality or not direction.amount:
        return direction
    return replace(direction, quality=-direction.amount)


def _befalls(clause: Clause) -> frozenset[str]:
    """List the illnesses that a clause names as what people got ("the risk of X", "X developed in")."""
    return frozenset(
        name
        for name in lexicon().of_role(clause.places, "conditions")
        for spot in clause.places[name]
        if _HAPPENS & set(clause.stems[max(0, spot - 3) : spot + lexicon().at(clause.stems, spot)[1] + 3])
    )


def _other_outcomes(clause: Clause, frame: Frame) -> bool:
    """Tell whether a clause names outcomes of its own, so that "score" is not the outcome asked for."""
    roles = OUTCOME_ROLES if lexicon().of_role(frame.outcomes, "conditions") else MEASURED_ROLES
    named = lexicon().of_role(clause.places, *roles) | _befalls(clause)
    return bool(named - frame.outcomes - frame.people)


def _goes_on(asked: _Asked, clause: Clause) -> bool:
    """Tell whether a clause goes on about what the one before was about ("but fell by 30% on X")."""
    if len(clause.stems) < LEAST_WORDS or clause.stems[0] not in _JOINS or clause.stems[1] not in cue_table():
        return False
    return not lexicon().of_role(clause.places, *OUTCOME_ROLES) - asked.outcomes


def _no_difference(clause: Clause, frame: Frame) -> bool:
    """Tell whether a clause says of the outcome named before it that the groups did not differ."""
    return "differ" in clause.text and find_null(clause.text) and not _other_outcomes(clause, frame)
