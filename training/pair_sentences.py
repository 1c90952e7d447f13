"""Make short pairs: a statement beside one sentence, so that many directions are read in little time.

Three sources: labelled statements beside the sentences they were judged by, alone; findings that follow a plain
pattern, said in other words in their own and in another direction; and findings turned round by the ways of
`pair_making`. Of findings said in other words each direction stands as supported and as contradicted, by different
sentences: who sees the statement alone learns little.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from pair_making import CONTRADICT, NEI, SUPPORT, WORDS, Source, reword, state, turn
from pair_sets import Pair, Row, article, label, rests_on, show

from magcite.readers.sentences import Part
from magcite.readers.support.coverage import cover
from magcite.readers.support.passages import prepare
from magcite.readers.support.statement import parse_statement
from magcite.readers.support.telling import rank_telling

BESIDE = 0.45
"""Share of a statement that another sentence may hold at most, to stand beside it as neither."""
IN_PASSAGE = 0.35
"""Share of the findings said in other words that stand beside their whole passage as well."""
TURNED = 0.5
"""Share of the other findings that are turned round beside their sentence alone."""
TIMES = 3
"""How often a finding is said in other words."""
LEVELLED = 0.15
"""How often a change is contradicted by no change, for once that it is by the opposite."""
UP, DOWN, LEVEL = "up", "down", "level"
DIRECTIONS = (UP, DOWN, LEVEL)
VERBS = {
    UP: r"increas(?:es?|ed)|rais(?:es?|ed)|enhanc(?:es?|ed)|promot(?:es?|ed)|elevat(?:es?|ed)|stimulat(?:es?|ed)",
    DOWN: r"reduc(?:es?|ed)|decreas(?:es?|ed)|lower(?:s|ed)?|attenuat(?:es?|ed)|inhibit(?:s|ed)?|suppress(?:es|ed)?"
    r"|prevent(?:s|ed)?|alleviat(?:es?|ed)",
    LEVEL: r"(?:did|does|do) not (?:significantly )?(?:affect|change|alter|influence|improve|reduce|increase)"
    r"|had no (?:significant )?(?:effect|impact|influence) on|failed to (?:improve|reduce|increase|show)",
}
"""Verbs by which a finding says what something does to something else."""
DOES = {
    UP: ("{a} raises {b}", "{a} leads to more {b}", "with {a}, {b} goes up", "{b} is increased by {a}"),
    DOWN: ("{a} lowers {b}", "{a} leads to less {b}", "with {a}, {b} goes down", "{b} is reduced by {a}"),
    LEVEL: ("{a} has no effect on {b}", "{b} is not changed by {a}", "{a} makes no difference to {b}"),
}
"""The same said in other words."""
COMPARED = {
    UP: ("{b} is higher in {c} than in {d}", "{c} has more {b} than {d}", "{d} has less {b} than {c}"),
    DOWN: ("{b} is lower in {c} than in {d}", "{c} has less {b} than {d}", "{d} has more {b} than {c}"),
    LEVEL: ("{b} is the same in {c} and {d}", "{b} does not differ between {c} and {d}"),
}
LINKED = {
    UP: ("{a} raises the risk of {b}", "people with {a} get {b} more often", "{a} is a risk factor for {b}"),
    DOWN: ("{a} lowers the risk of {b}", "people with {a} get {b} less often", "{a} protects against {b}"),
    LEVEL: ("{a} has nothing to do with {b}", "{a} does not change the risk of {b}", "{a} is not linked to {b}"),
}
_WORDS = r"(?:[\w%/'-]+ ){0,7}?[\w%/'-]+"
_END = r"(?=[.,;:(]| (?:in|by|from|compared|versus|vs|and|but|when|while|after|at|with|among|over|relative)\b)"
_DOES = {
    direction: re.compile(rf"^({_WORDS}) (?:significantly |also |markedly |further )?(?:{verbs}) ({_WORDS}){_END}")
    for direction, verbs in VERBS.items()
}
_COMPARED = re.compile(
    rf"^({_WORDS}) (?:was|were|is|are) (?:also )?(?:significantly |markedly )?"
    rf"(higher|greater|lower|less|reduced|increased) (?:in|for|among|with) ({_WORDS}) "
    rf"(?:than|compared (?:with|to)|versus|vs\.?) (?:in |for |among |with |those in |that in )?({_WORDS}){_END}"
)
_ALIKE = re.compile(
    rf"^({_WORDS}) (?:did not (?:significantly )?differ|(?:was|were) (?:not (?:significantly )?different|similar))"
    rf" between ({_WORDS}) and ({_WORDS}){_END}"
)
_LINKED = re.compile(
    rf"^({_WORDS}) (?:was|were|is|are) (not )?(?:significantly |independently |strongly )?associated with (?:an? )?"
    rf"(?:significantly )?(increased|higher|greater|elevated|reduced|lower|decreased)? ?(?:risks?|incidence|odds|rates?"
    rf"|prevalence) (?:of|for) ({_WORDS}){_END}"
)
_MORE = frozenset({"higher", "greater", "increased", "elevated"})
_NO_DIFFERENCE = re.compile(
    rf"^(?:there (?:was|were) )?no (?:statistically )?(?:significant )?differences? (?:in|of|for|regarding) ({_WORDS}) "
    rf"(?:(?:was|were) (?:found|observed|seen|noted|detected) )?between (?:the )?({_WORDS}) and (?:the )?({_WORDS})"
    rf"{_END}",
    re.IGNORECASE,
)
_NO_SIDE = re.compile(
    r"^(?:it|they|this|that|these|those|we|there|which|he|she|results?|findings|no|none|neither|both|but|by|in|at|to|of|"
    r"and|on|significantly|as|from|with|also|only|after|during|for|numbers?|an? (?:significant )?)(?:$|\s)|"
    r"\b(?:was|were|is|are|that|which|had|has|have|did|does|do|not|can|could|may|might|will|would|seems?|related|correlated)\b|"
    r"(?:^|\s)(?:to|of|an?|the|and|or|in|by|with|for|than|other groups?|controls? of)$",
    re.IGNORECASE,
)
"""What cannot stand as a side of a finding: a pronoun, a part of another clause, or words cut off in the middle."""


def make_sentence_pairs(
    rows: dict[str, list[Row]], sources: Sequence[Source], rng: random.Random, most: int
) -> list[Pair]:
    """Make all pairs of labelled sentences and of findings in other words, and others up to so many in all."""
    pairs = [pair for found in rows.values() for row in found for pair in _judged_alone(row, rng)]
    order = list(sources)
    rng.shuffle(order)
    turned: list[Pair] = []
    for source in order:
        for passage in source.prepared.passages:
            text = passage.sentence.text
            if passage.background or passage.sentence.part is Part.TITLE or len(text.split()) not in WORDS:
                continue
            said = [one for _ in range(TIMES) for one in say_otherwise(text, rng)]
            for statement, answer in said:
                pairs.append(Pair(statement, (text,), answer))
                if rng.random() < IN_PASSAGE:
                    shown = show(statement, source.prepared, source.title)
                    told = tuple(place for place, piece in enumerate(shown) if piece == text)
                    pairs.append(Pair(statement, shown, answer, told))
            if not said and rng.random() < TURNED:
                turned += _turned_alone(text, rng)
    return pairs + turned[: max(0, most - len(pairs))]


def _judged_alone(row: Row, rng: random.Random) -> Iterator[Pair]:
    """Put a labelled statement beside the sentences it was judged by, and beside one that tells of something else."""
    if not row["gold"].get("rationale") or label(row) == NEI:
        return
    frame, prepared = parse_statement(row["claim"]), prepare(article(row), reviews=False)
    ranked = rank_telling(frame, prepared)
    told = [passage for passage in ranked if rests_on(row, passage.sentence.text)]
    if told:
        yield Pair(row["claim"], tuple(passage.sentence.text for passage in told[:3]), label(row))
    others = [
        passage.sentence.text
        for passage in ranked
        if passage not in told and cover(frame.terms, passage.terms) < BESIDE
    ]
    if others and rng.random() < BESIDE:
        yield Pair(row["claim"], (others[0],), NEI)


def say_otherwise(sentence: str, rng: random.Random) -> Iterator[tuple[str, int]]:
    """Say a finding in other words, once in its own direction and once in another; nothing where no pattern fits."""
    text = state(sentence)
    found = _read_finding(text)
    if found is None:
        return
    direction, sides, ways = found
    if any(_NO_SIDE.search(side) for side in sides.values()):
        return
    low = {name: side[:1].lower() + side[1:] if side[1:2].islower() else side for name, side in sides.items()}
    other = rng.choices([one for one in DIRECTIONS if one != direction], _others(direction))[0]
    for said, answer in ((direction, SUPPORT), (other, CONTRADICT)):
        statement = rng.choice(ways[said]).format(**low)
        yield f"{statement[:1].upper()}{statement[1:]}.", answer


def _others(direction: str) -> list[float]:
    """Weigh the two other directions: that nothing changes is said as seldom as it is found."""
    return [1.0, 1.0] if direction == LEVEL else [1.0, LEVELLED]


def _read_finding(text: str) -> tuple[str, dict[str, str], dict[str, tuple[str, ...]]] | None:
    """Read direction and sides of a finding that follows one of the patterns."""
    if match := _COMPARED.match(text):
        outcome, word, first, second = match.groups()
        direction = UP if word in _MORE else DOWN
        return direction, {"b": outcome, "c": first, "d": second}, COMPARED
    if match := _ALIKE.match(text) or _NO_DIFFERENCE.match(text):
        return LEVEL, dict(zip("bcd", match.groups(), strict=True)), COMPARED
    if match := _LINKED.match(text):
        cause, denied, word, outcome = match.groups()
        if denied or word:
            return LEVEL if denied else UP if word in _MORE else DOWN, {"a": cause, "b": outcome}, LINKED
    for direction, pattern in _DOES.items():
        if match := pattern.match(text):
            return direction, {"a": match[1], "b": match[2]}, DOES
    return None


def _turned_alone(text: str, rng: random.Random) -> Iterator[Pair]:
    """Put a sentence and its turned twin beside the sentence itself and beside the twin."""
    said = reword(state(text), rng)
    turned = turn(said, rng)
    if turned is not None:
        yield Pair(said, (text,), SUPPORT)
        yield Pair(turned, (text,), CONTRADICT)
        yield Pair(said, (turned,), CONTRADICT)
        yield Pair(turned, (turned,), SUPPORT)
