"""Part a statement that says several things of one subject, so that each can be judged by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from magcite.readers.support.cues import Sense, cue_table
from magcite.readers.support.patterns import Lazy
from magcite.readers.support.rewording import reword
from magcite.readers.support.words import join_verbs, stem

MIN_WORDS = 3
"""Words that a part needs to be a statement of its own (ours)."""

MAX_PARTS = 3
"""Parts above which a statement is read as a whole (ours)."""

MAX_WORDS = 35
"""Words above which a sentence is built in more ways than are read here (ours)."""
_ONE_THING = Lazy(r"in terms of|compared (?:with|to)|\?\s*$|\bthan\b|[.:] [A-Z]|, (?:which|who|whose|that) |[(\[]")
"""Templates, questions, comparisons, citing and nested sentences: a half of one says something else."""
_RELATIVE = Lazy(r"\b(?:who|which|that|whose)\b")
_JOINT = Lazy(r"(?:,? (?:and|but|yet|while|though|although|nor)|,) | (?=without )")
_BETWEEN = (
    r"(?:(?:also|even|significantly|markedly|slightly|considerably|modestly|clearly|thereby|so|thus|actually|it|they"
    r"|an?) )*"
)
_ADVERBS = Lazy(_BETWEEN)
_NO_EFFECT = Lazy(
    rf"{_BETWEEN}(?:(?:has|have|had|with) no (?:\w+ )?(?:effect|impact|influence)s? on |(?:does|do|did) nothing for "
    r"|without \w+ing )"
)
_NOT = Lazy(
    r"not (?:(?:on|of|for|with|to) )?(?!in\b|among\b|for\b|when\b|if\b|during\b|after\b|at\b|by\b|while\b|where\b)"
)
_NOT_IN = Lazy(r"not (?P<where>(?:in|among|for) .+)$")
_WHOM = Lazy(r" (?:in|among|for) ")
_MAKES = Lazy(r" (?:makes?|made|keeps?|lets?) (?:[\w-]+ ){0,4}$")
"""What stands before "stronger" in "makes people stronger"."""
_FINITE = Lazy(
    rf"{_BETWEEN}(?:(?:(?:does|do|did|has|have|had|can|could|may|might|will|would) not|"
    r"(?:does|do|did)n['’]t|does|do|did"
    r"|can|could|may|might|will|would) )"
)
_LINKED = Lazy(
    r"\b(?P<is>is|are|was|were|has been|have been) (?P<how>(?:\w+ly )?(?:associated|linked|related|tied)) (?:with|to) "
)
_AUXILIARIES = frozenset(
    ("not", "can", "could", "may", "might", "will", "would", "does", "do", "did", "helps", "help", "has", "have", "had")
) | {"doesn't", "don't", "didn't", "also", "significantly"}
_NEGATED = frozenset(["not", "doesn't", "don't", "didn't"])
_OF_NOUNS = frozenset(["in", "of", "for", "from", "by", "and", "or"])
"""Words after which "increases" is no verb."""
_TAIL = Lazy(r" (?:in|among|during) [^,;]+$")
_WORD = Lazy(r"[\w'’-]+")
_STATES = frozenset(["high", "highest", "low", "lowest", "longest"])
_COMPARED = frozenset(["higher", "more", "less", "fewer", "greater", "better", "worse", "longer", "shorter"])
_PAST = frozenset(["rose", "fell", "sank", "grew", "shrank", "fought", "lost"])


class _Form(Enum):
    """How a directional word is used; words of one form stand side by side."""

    PRESENT = "raises"
    PAST = "raised"
    PLAIN = "raise"
    GERUND = "raising"
    COMPARED = "higher"
    EITHER = "lower"
    ANY = "cut"


_ALONGSIDE = {
    _Form.PRESENT: frozenset({_Form.PRESENT, _Form.PAST}),
    _Form.PAST: frozenset({_Form.PAST, _Form.ANY}),
    _Form.PLAIN: frozenset({_Form.PLAIN, _Form.EITHER, _Form.ANY}),
    _Form.ANY: frozenset({_Form.PLAIN, _Form.PAST, _Form.EITHER, _Form.ANY}),
    _Form.GERUND: frozenset({_Form.PRESENT, _Form.PAST, _Form.PLAIN, _Form.EITHER}),
    _Form.COMPARED: frozenset({_Form.COMPARED, _Form.EITHER}),
    _Form.EITHER: frozenset({_Form.PLAIN, _Form.COMPARED, _Form.EITHER}),
}
"""The forms that a directional word of one form can follow in a sentence ("raises A and lowers B")."""
_OF_THEIR_OWN = frozenset({_Form.PRESENT, _Form.PAST, _Form.GERUND})
"""Forms that share only the subject with the word before them, and not its auxiliaries."""


@dataclass(frozen=True, slots=True)
class _Predicate:
    """A directional word of a statement: where it begins, and where the auxiliaries before it begin."""

    start: int
    opening: int
    form: _Form
    negated: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """A further thing said: where the joint before it is, where its own words begin, and the words to put before."""

    joint: int
    start: int
    lead: str


def part_statement(statement: str) -> tuple[str, ...]:
    """Part a statement into statements that each say one thing of its subject; the statement itself where it is one.

    "X raises A and lowers B in C" says that X raises A in C, and that X lowers B in C; "X prevents A but not B" that
    it prevents A, and that it has no effect on B.
    """
    if _ONE_THING.search(statement) or len(statement.split()) > MAX_WORDS:
        return (statement,)
    said = join_verbs(reword(statement))
    parts = tuple(part.strip() for part in said.split(";"))
    if len(parts) == 1:
        parts = _part_predicates(said.rstrip(" ."))
    long = all(len(part.split()) >= MIN_WORDS for part in parts)
    return parts if 1 < len(parts) <= MAX_PARTS and long else (statement,)


def _part_predicates(text: str) -> tuple[str, ...]:
    """Give what is said before the first joint that a predicate follows, then what each such predicate says."""
    predicates = sorted((*_find_predicates(text), *_find_denials(text)), key=lambda one: one.start)
    found = list[_Part]()
    for joint in _JOINT.finditer(text):
        if part := _read_joint(text, joint, predicates, found):
            found.append(part)
    if not found or text[found[-1].joint] == ",":
        return (text,)
    ends = [part.joint for part in found[1:]] + [len(text)]
    said = [
        text[: found[0].joint],
        *(part.lead + text[part.start : end] for part, end in zip(found, ends, strict=True)),
    ]
    tails = [where[0] if (where := _TAIL.search(part)) else "" for part in said]
    shared = "" if found[-1].start == len(text) else tails[-1] or tails[0]
    return tuple(part if tail else part + shared for part, tail in zip(said, tails, strict=True))


def _find_predicates(text: str) -> Iterator[_Predicate]:
    """Yield the directional words that say what the subject does, none right behind another ("prevents falls")."""
    words = [(found.start(), found[0].lower()) for found in _WORD.finditer(text)]
    opening, negated, follows = 0, False, False
    for place, (start, word) in enumerate(words):
        if not (place and words[place - 1][1] in _AUXILIARIES):
            opening, negated = start, False
        if word in _AUXILIARIES:
            negated = negated or word in _NEGATED
            continue
        after = words[place + 1][1] if place + 1 < len(words) else ""
        form = _read_form(word, after) if place and not follows else None
        if form:
            yield _Predicate(start, opening, form, negated)
        follows = bool(form)


def _find_denials(text: str) -> Iterator[_Predicate]:
    """Yield where a statement says that there is no effect."""
    for found in _NO_EFFECT.finditer(text):
        yield _Predicate(found.start(), found.start(), _Form.PRESENT, negated=True)


def _read_form(word: str, after: str) -> _Form | None:
    cue = cue_table().get(stem(word))
    if not cue or cue.sense is Sense.LINK or word in _STATES or word.endswith("tion"):
        return None
    if word == "cut":
        return _Form.ANY
    if word in _COMPARED or word == "lower":
        return _Form.EITHER if word == "lower" else _Form.COMPARED
    if word in _PAST or word.endswith("ed"):
        return _Form.PAST
    if word.endswith("ing"):
        return _Form.GERUND
    if word.endswith("s") and not word.endswith("ss"):
        return None if after in _OF_NOUNS else _Form.PRESENT
    return _Form.PLAIN


@dataclass(frozen=True, slots=True)
class _Joint:
    """A joint of a statement: where it begins and ends, its words, and the predicates before it and right after it."""

    text: str
    place: int
    start: int
    before: tuple[_Predicate, ...]
    after: _Predicate | None
    found: tuple[_Part, ...]

    @property
    def words(self) -> str:
        """Give the words of the joint itself."""
        return self.text[self.place : self.start]

    @property
    def rest(self) -> str:
        """Give what follows the joint."""
        return self.text[self.start :]

    @property
    def verb(self) -> _Predicate | None:
        """Give the first verb before the joint."""
        return next((one for one in self.before if one.form is not _Form.COMPARED), None)

    @property
    def subject(self) -> str:
        """Give what stands before that verb; without "makes people" in "makes people stronger"."""
        return _MAKES.sub(" ", self.text[: self.verb.opening]) if self.verb else ""

    @property
    def is_nested(self) -> bool:
        """Tell whether the joint is inside a relative clause, or nothing stands between it and the predicate before."""
        if not self.before:
            return False
        behind = self.text[self.before[-1].start : self.place].partition(" ")[2]
        return bool(_RELATIVE.search(self.text[self.before[0].start : self.place])) or not _WORD.search(behind)


def _read_joint(text: str, joint: re.Match[str], predicates: list[_Predicate], found: list[_Part]) -> _Part | None:
    """Read what follows a joint; None where it says nothing that has a direction of its own."""
    skipped = _ADVERBS.match(text[joint.end() :])
    beside = joint.end() + (skipped.end() if skipped else 0)
    here = _Joint(
        text,
        joint.start(),
        joint.end(),
        tuple(one for one in predicates if one.start < joint.start()),
        next((one for one in predicates if one.start == beside), None),
        tuple(found),
    )
    return None if here.is_nested else next((part for read in _READERS if (part := read(here))), None)


def _deny_effect(joint: _Joint) -> _Part | None:
    """Read "but has no effect on B", "without affecting B"."""
    return _nothing_on(joint, _NO_EFFECT.match(joint.rest))


def _deny_of_others(joint: _Joint) -> _Part | None:
    """Read "X lowers A in B but not in C" as that X has no effect on A in C."""
    others, verb = _NOT_IN.match(joint.rest), joint.verb
    if not others or not verb:
        return None
    said, where = _WORD.match(joint.text[verb.start :]), _WHOM.search(joint.text[: joint.place], verb.start)
    what = joint.text[verb.start + said.end() : where.start()].strip() if said and where else ""
    lead = f"{joint.text[: verb.opening]}has no effect on {what} {others['where']}"
    return _Part(joint.place, len(joint.text), lead) if what else None


def _deny_link(joint: _Joint) -> _Part | None:
    """Read "is linked to A but not to B"."""
    denied, linked = _NOT.match(joint.rest), _LINKED.search(joint.text[: joint.place])
    if not denied or not linked:
        return None
    lead = f"{joint.text[: linked.start()]}{linked['is']} not {linked['how']} with "
    return _Part(joint.place, joint.start + denied.end(), lead)


def _deny(joint: _Joint) -> _Part | None:
    """Read "lowers A but not B", and "neither lowers A nor raises B"."""
    if joint.verb and "nor" in joint.words:
        return _Part(joint.place, joint.start, f"{joint.subject}does not ")
    return _nothing_on(joint, _NOT.match(joint.rest))


def _nothing_on(joint: _Joint, denial: re.Match[str] | None) -> _Part | None:
    """Say of the subject that it has no effect on what follows the words that deny one."""
    if not denial or not joint.verb:
        return None
    return _Part(joint.place, joint.start + denial.end(), f"{joint.subject}has no effect on ")


def _say_more(joint: _Joint) -> _Part | None:
    """Read "but does not raise B", "and may lower B"."""
    return _Part(joint.place, joint.start, joint.subject) if joint.verb and _FINITE.match(joint.rest) else None


def _go_on(joint: _Joint) -> _Part | None:
    """Read "helps to lower A and to raise B"."""
    other = joint.text.rfind(" to ", 0, joint.place) if joint.rest.startswith("to ") else -1
    return _Part(joint.place, joint.start, joint.text[: other + 1]) if other > 0 else None


def _stand_beside(joint: _Joint) -> _Part | None:
    """Give a predicate the subject of the nearest one before it that it can stand beside ("and raises B")."""
    after = joint.after
    if not after or (after.form is _Form.GERUND and "while" not in joint.words):
        return None
    alone = after.form in _OF_THEIR_OWN
    for one in reversed(joint.before):
        if one.form in _ALONGSIDE[after.form] or (alone and one.negated):
            earlier = next((part for part in reversed(joint.found) if part.joint < one.start), None)
            own = joint.text[: one.opening if alone else one.start]
            return _Part(joint.place, after.start, earlier.lead if earlier else own)
    return None


_READERS = (_deny_effect, _deny_of_others, _deny_link, _deny, _say_more, _go_on, _stand_beside)
"""The ways to go on after a joint, in the order in which they are tried."""
