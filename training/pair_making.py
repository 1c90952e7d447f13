"""Make pairs by rule from abstracts: their own sentences as supported, turned as contradicted, others' as neither.

Every statement and its turned twin stand once as supported and once as contradicted, the second time beside a passage
in which the sentence itself was turned: who sees the statement alone stays at chance.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pair_sets import DESIGNS, Pair, Row, article, kept_aside, labelled_rows, read_rows, show

from magcite.readers.sentences import Part
from magcite.readers.support.coverage import cover
from magcite.readers.support.passages import Passage, Prepared, prepare

SUPPORT, CONTRADICT, NEI = range(3)
PER_ABSTRACT = 2
"""Sentences of one abstract that pairs are made of."""
WORDS = range(6, 46)
"""Words of a sentence that can stand as a statement."""
RARE = 60
"""A term in more abstracts than this does not lead to a neighbour on the same topic."""
TOLD_ELSEWHERE = 0.5
"""Share of a conclusion that another sentence must hold for it to stand as supported without being shown."""
NOT_TOLD = 0.3
"""Share of a sentence below which no other sentence of its abstract is held to tell the same."""

TURNS = (
    ("increased", "decreased"), ("increases", "decreases"), ("increase", "decrease"), ("increasing", "decreasing"),
    ("higher", "lower"), ("highest", "lowest"), ("improved", "worsened"), ("improves", "worsens"),
    ("improve", "worsen"), ("improving", "worsening"), ("greater", "smaller"), ("more", "less"), ("better", "worse"),
    ("reduced", "raised"), ("reduces", "raises"), ("reduce", "raise"), ("reducing", "raising"),
    ("reduction", "rise"), ("reductions", "rises"), ("improvement", "worsening"), ("improvements", "losses"),
    ("positively", "negatively"), ("positive", "negative"), ("superior", "inferior"), ("effective", "ineffective"),
    ("longer", "shorter"), ("early", "late"), ("elevated", "lowered"), ("promotes", "inhibits"),
    ("promote", "inhibit"), ("promoted", "inhibited"), ("activation", "inhibition"), ("activates", "inhibits"),
    ("common", "rare"), ("frequent", "rare"), ("beneficial", "harmful"), ("safe", "unsafe"), ("protective", "harmful"),
    ("faster", "slower"), ("stronger", "weaker"), ("strong", "weak"), ("gain", "loss"),
    ("upregulated", "downregulated"),
    ("low", "high"), ("before", "after"), ("similar", "different"), ("majority", "minority"), ("most", "few"),
    ("younger", "older"), ("men", "women"), ("girls", "boys"), ("without", "with"), ("children", "adults"),
)  # fmt: skip
"""Words that turn a statement round, either way."""
NEGATIONS = (
    (r"\bdid not (\w+)\b", r"did \1"), (r"\bdoes not (\w+)\b", r"does \1"), (r"\bdo not (\w+)\b", r"do \1"),
    (r"\b(was|were|is|are|has|have|had|could|may|might|can|should|will) not\b", r"\1"), (r"\bcannot\b", "can"),
    (r"\bno (significant|difference|association|evidence|effect|relationship|correlation|change|improvement|benefit)",
     r"a \1"),
    (r"\bnon-?significant", "significant"), (r"\bno longer\b", "still"), (r"\bnot significantly\b", "significantly"),
)  # fmt: skip
"""How a denial is taken away."""
DENIALS = (
    (r"\b(was|were|is|are) (significantly|associated|effective|related|correlated|found|able|well|more|less|linked)\b",
     r"\1 not \2"),
    (r"\b(can|could|may|might|should|will)\b(?! not)", r"\1 not"), (r"\bsignificantly\b", "not significantly"),
    (r"\ba significant\b", "no significant"), (r"\bsignificant\b", "non-significant"),
    (r"\b(has|have|had|is|are|was|were)\b(?! not)", r"\1 not"),
)  # fmt: skip
"""How a denial is put in."""
REWORDED = (
    ("reduced", "decreased"), ("reduces", "lowers"), ("reduction", "decrease"), ("increased", "raised"),
    ("increases", "raises"), ("associated with", "linked to"), ("patients", "people"), ("subjects", "participants"),
    ("significantly", "markedly"), ("higher", "greater"), ("demonstrated", "showed"), ("effective", "efficacious"),
    ("treatment", "therapy"), ("individuals", "people"), ("mortality", "death"), ("improved", "bettered"),
    ("elevated", "raised"), ("improves", "makes better"), ("study", "trial"), ("correlated", "associated"),
    ("adverse events", "side effects"), ("requires", "needs"), ("leads to", "causes"), ("similar", "comparable"),
    ("lower", "smaller"), ("important", "major"), ("children", "infants and children"), ("cancer", "carcinoma"),
    ("suggest", "indicate"), ("plays a role in", "is involved in"), ("expression", "levels"), ("frequent", "common"),
)  # fmt: skip
"""Words that say near enough the same, so that a statement is not a copy of its sentence."""
_TURNS = {word: other for pair in TURNS for word, other in (pair, pair[::-1])}
_TURNED = re.compile(rf"\b({'|'.join(sorted(_TURNS, key=len, reverse=True))})\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.,])(\d+(?:\.\d+)?)(?![\w,]|\.\d)")
_THAN = re.compile(
    r"^((?:[\w-]+ ){1,5}?)((?:was|were|is|are|had|has|showed) .{3,60}? than )((?:[\w-]+ ?){1,4})([.,;]|$)"
)
_LEAD = re.compile(
    r"^(?:(?:in (?:conclusion|summary)|conclusions?|taken together|overall|therefore|thus|however|moreover|in addition"
    r"|furthermore|finally)[,:]? |(?:these|our|the|this) (?:\w+ )?(?:results?|findings|data|study|trial|analysis) "
    r"(?:suggests?|indicates?|shows?|demonstrates?|confirms?|supports?)(?: that)? |we (?:conclude|found|show|"
    r"demonstrated?|observed|report)(?: that)? )",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^[A-Z][A-Z /&]+:\s*")
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_FINDS = re.compile(
    r"signific|higher|lower|increas|decreas|reduc|improv|associat|P ?[<=]|no differ|correlat|more|less|effective"
    r"|better|risk"
)


@dataclass(frozen=True, slots=True)
class Source:
    """An abstract to make pairs of."""

    title: str | None
    prepared: Prepared


def read_sources(bench: Path) -> list[Source]:
    """Read every abstract once: of the labelled sets, and of the two sets of designs whose records are NLM's."""
    rows: list[Row] = [row for name, rows in labelled_rows(bench).items() if name != "citint" for row in rows]
    for name in DESIGNS:
        rows += [row for row in read_rows(bench / "design" / f"{name}.train.jsonl.gz") if not kept_aside(row)]
    return sources_of(rows)


def sources_of(rows: Iterable[Row]) -> list[Source]:
    """Give each abstract of some rows once, those of fewer than five sentences left out."""
    found: dict[str, Source] = {}
    for row in rows:
        prepared = prepare(article(row), reviews=False)
        if len(prepared.passages) >= 5:
            found.setdefault(prepared.text[:120], Source(row.get("title"), prepared))
    return list(found.values())


def make_pairs(sources: Sequence[Source], rng: random.Random, most: int) -> list[Pair]:
    """Make at most so many pairs, abstracts in a random order."""
    near = Neighbours(sources)
    order = list(range(len(sources)))
    rng.shuffle(order)
    pairs: list[Pair] = []
    for index in order:
        if len(pairs) >= most:
            break
        for passage in _choose(sources[index], rng):
            pairs += _turn_about(sources[index], passage, near.draw(index, passage.terms, rng), rng)
    return pairs


def _choose(source: Source, rng: random.Random) -> list[Passage]:
    """Draw the conclusions and findings that can stand as statements."""
    usable = [
        passage
        for passage in source.prepared.passages
        if not passage.background and (passage.concludes or _FINDS.search(passage.sentence.text))
    ]
    rng.shuffle(usable)
    return sorted(usable, key=lambda passage: not passage.concludes)[:1] + usable[:PER_ABSTRACT]


def _turn_about(source: Source, passage: Passage, other: Source | None, rng: random.Random) -> Iterator[Pair]:
    """Give the pairs made of one sentence."""
    said = reword(state(passage.sentence.text), rng)
    turned = turn(said, rng) if len(said.split()) in WORDS else None
    if turned is None:
        return
    elsewhere = max((cover(passage.terms, p.terms) for p in source.prepared.passages if p is not passage), default=0.0)
    hidden = passage.concludes and elsewhere >= TOLD_ELSEWHERE and rng.random() < 0.7
    shown = show(said, source.prepared, source.title, without=(passage,) if hidden else ())
    told = tuple(place for place, piece in enumerate(shown) if piece == passage.sentence.text)
    yield Pair(said, shown, SUPPORT, told)
    yield Pair(turned, shown, CONTRADICT, told)
    setting = _setting(source, passage)
    rewritten = (*setting, turned)
    yield Pair(turned, rewritten, SUPPORT, (len(setting),))
    yield Pair(said, rewritten, CONTRADICT, (len(setting),))
    statement, twin = rng.sample([said, turned], 2)
    if elsewhere < NOT_TOLD:
        yield Pair(statement, show(statement, source.prepared, source.title, without=(passage,)), NEI)
    if other is not None:
        yield Pair(twin, show(twin, other.prepared, other.title), NEI)


def _setting(source: Source, passage: Passage) -> tuple[str, ...]:
    """Give a sentence or two that tell no result, to stand before a sentence turned round."""
    quiet = [
        p.sentence.text
        for p in source.prepared.passages
        if p is not passage
        and p.sentence.part is not Part.TITLE
        and not p.concludes
        and not _FINDS.search(p.sentence.text)
    ]
    return tuple(quiet[-2:])


def state(sentence: str) -> str:
    """Make a statement of a sentence: without labels, openings and what stands in brackets."""
    text = _ASIDE.sub("", _LABEL.sub("", sentence))
    for _ in range(2):
        text = _LEAD.sub("", text)
    return text[:1].upper() + text[1:]


def reword(statement: str, rng: random.Random) -> str:
    """Say some words of a statement otherwise."""
    for words, instead in REWORDED:
        if words in statement and rng.random() < 0.5:
            statement = re.sub(rf"\b{words}\b", instead, statement, count=1)
    return statement


def turn(statement: str, rng: random.Random) -> str | None:
    """Turn a statement round by one of the ways that it allows; None where it allows none."""
    ways = [_turn_word, _deny, _swap, _renumber]
    weights = [5, 3, 2, 1.5]
    while ways:
        way = rng.choices(ways, weights)[0]
        place = ways.index(way)
        del ways[place], weights[place]
        turned = way(statement, rng)
        if turned is not None and turned != statement:
            return turned
    return None


def _turn_word(statement: str, rng: random.Random) -> str | None:
    found = list(_TURNED.finditer(statement))
    if not found:
        return None
    match = rng.choice(found)
    other = _TURNS[match[0].lower()]
    return (
        statement[: match.start()] + (other.capitalize() if match[0][0].isupper() else other) + statement[match.end() :]
    )


def _deny(statement: str, rng: random.Random) -> str | None:
    for pattern, instead in NEGATIONS:
        if re.search(pattern, statement):
            return re.sub(pattern, instead, statement, count=1)
    usable = [(pattern, instead) for pattern, instead in DENIALS[:4] if re.search(pattern, statement)] or [
        (pattern, instead) for pattern, instead in DENIALS[4:] if re.search(pattern, statement)
    ]
    if not usable:
        return None
    pattern, instead = rng.choice(usable)
    return re.sub(pattern, instead, statement, count=1)


def _swap(statement: str, rng: random.Random) -> str | None:
    """Swap the two sides of a comparison."""
    match = _THAN.match(statement)
    if match is None or rng.random() < 0.1:
        return None
    first, middle, second, end = match.groups()
    swapped = f"{second.strip().capitalize()} {middle}{first.strip()[:1].lower()}{first.strip()[1:]}{end}"
    return swapped + statement[match.end() :]


def _renumber(statement: str, rng: random.Random) -> str | None:
    found = [match for match in _NUMBER.finditer(statement) if len(match[1]) < 6]
    if not found:
        return None
    match = rng.choice(found)
    value = float(match[1]) * rng.choice([0.3, 0.5, 1.6, 2, 3]) + rng.choice([0, 1])
    decimals = len(match[1].partition(".")[2])
    return f"{statement[: match.start(1)]}{value:.{decimals}f}{statement[match.end(1) :]}"


class Neighbours:
    """Finds another abstract that shares rare terms with a sentence: close in topic, and silent on it."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = sources
        counts = Counter(term for source in sources for term in source.prepared.all_terms)
        self._holders: dict[str, list[int]] = defaultdict(list)
        for index, source in enumerate(sources):
            for term in sorted(source.prepared.all_terms):
                if 2 <= counts[term] <= RARE:
                    self._holders[term].append(index)

    def draw(self, index: int | None, terms: Iterable[str], rng: random.Random) -> Source | None:
        """Draw one of the five other abstracts that share most rare terms with a sentence."""
        shared: Counter[int] = Counter()
        for term in sorted(terms):
            shared.update(holder for holder in self._holders.get(term, ()) if holder != index)
        near = [holder for holder, _ in shared.most_common(5)]
        return self._sources[rng.choice(near)] if near else None
