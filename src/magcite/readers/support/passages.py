"""Prepare an article once for all statements: its sentences as words, terms and clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from magcite.model import Article
from magcite.readers.sentences import Part, Sentence, split_article
from magcite.readers.support.cues import cue_table, find_null, locate_ellipsis
from magcite.readers.support.patterns import Lazy
from magcite.readers.support.words import OUTCOME_ROLES, lexicon, split_words, stem, stems, stop_stems

_WHERE = r"with (?:an? |the )?(?:\w+ )?(?:effect|response|reduction|decrease|benefit|improvement)s? (?:in|among)\b"
SAYS_WHERE = Lazy(_WHERE)
"""The beginning of a part that only says in whom something was more or less so."""
_CLAUSE = Lazy(
    r";\s|,\s(?=(?:but|whereas|while|although|though|yet|however|and (?:no|did|this|these|the|in|among))\b)"
    r"|\s(?=(?:whereas|but|although|while|though|yet) )|(?<=\))\s(?=and (?:among|in) )"
    rf"|,\s(?={_WHERE})"
    r"|\s(?=and (?:not|no different|no lower|no higher) (?:in|among) )"
    r"|,\s(?=at the (?:price|cost|expense) of )"
    r"|,\s(?=and (?:[a-z-]+ ){1,5}(?:in|by|from|to|at|was|were) \d)"
    r"|,\s(?=[a-z][a-z -]{3,40} not at all\b)"
    r"|,\s(?=with no (?:\w+ )?(?:effects?|changes?|influence|impact) (?:on|in)\b)",
    0,
)
_OF_ITS_OWN = Lazy(
    r"\s(?=and (?:also )?(?:caused|increased|raised|lowered|reduced|decreased|worsened|improved|prolonged|shortened) )"
    r"|\s(?=and (?:[\w-]+ ){1,5}(?:\d[\d.,]*\s?%? )?(?:higher|lower|greater|smaller|longer|shorter|more|less)\b)"
    r"|\s(?=without (?:\w+ )?(?:affecting|changing|altering|influencing|increasing|improving|reducing|lowering|"
    r"raising) )"
    r"|(?<=,)\s(?=(?!and |or |but |with )[a-z][\w -]+ (?:was|were|did|had|fell|rose|remained|stayed|increased|"
    r"decreased)\b)"
)
"""Where something may begin that says something of its own, if it has an outcome of its own."""
_BEGINS_BESIDE = Lazy(r"\s*(?:even )?(?:although|though|while|whereas)\b")
"""A sentence that begins with what it sets beside its main part."""
_COMMA = Lazy(r",\s(?=[a-z])", 0)
_ASIDE = Lazy(
    r",\s(but not [^,;()]{3,60}),(?=\s)|\s\((but not [^();]{3,60})\)|"
    r"\s(but not (?:[\w-]+ ){0,5}?[\w-]+)(?=\s(?:was|were|improved|decreased|increased|fell|rose|declined|dropped)\b)"
)
"""What is excepted in the midst of a sentence ("X, but not Y, improved")."""
_NOT_SIGNIFICANT = Lazy(
    r"\s*(?:but|although|though|yet|however,?) (?:(?:it|this|that|they|these|the (?:\w+ )?(?:difference|trend|effect|"
    r"reduction|decrease|increase|improvement|change|association|result)s?) )?(?:(?:was|were|did|is|are) not "
    r"(?:\w+ )?(?:significan|reach|attain)|(?:failed|fails) to (?:reach|attain))"
)
"""A part that only says that what stands before it may be chance."""
LONG_BEFORE, LONG_AFTER = 25, 15
"""Letters from which what stands before and after a joint are taken for clauses (ours)."""
_NOT_THAT = Lazy(r"\s*(?:but|though|yet) not\b")
CONTROLS = stems("placebo control controls untreated sham unsupplemented unvaccinated unexposed")
"""Words for those who do without what is studied."""
_OTHER_SIDE = 9
"""Words of a group and its number at most, which are the other half of a comparison and no clause of their own."""
BRACKETS = Lazy(r"[(\[][^()\[\]]*[)\]]")
_STUDY = Lazy(
    r"\b(?:we |our |this (?:\w+[ -]){0,3}(?:study|trial|analysis|review|work|experiment|update|"
    r"meta-analysis)|the authors|"
    r"randomi[sz]ed|enrolled|participants|patients (?:were|received|with .{3,40} were)|the (?:study|trial) |were "
    r"(?:assigned|measured|allocated|included|studied|recruited)|to (?:determine|examine|evaluate|"
    r"assess|investigate|test)|"
    r"n ?= ?\d|the aim|herein|here,|were (?:compared|followed|randomly|given)|"
    r"was (?:measured|determined|assessed|examined|estimated)|in \d+ (?:[\w-]+ ){0,3}(?:people|individuals|persons)\b|"
    r"\d+ (?!million|billion)(?:[\w-]+ ){0,3}"
    r"(?:patients|controls|volunteers|subjects|children|women|men|adults|students|athletes|infants)\b|"
    r"95 ?% ?(?:CI|confidence)|p ?[<=>] ?0?\.\d)"
)
_OTHERS = Lazy(
    r"\b(?:ha(?:s|ve) been (?:shown|proposed|reported|suggested|tied|linked|found)|earlier (?:reports|"
    r"tests|work)|previous(?:ly)?"
    r"|(?:observational|some|several|recent|prior) (?:studies|reports|epidemiology)|it is known|"
    r"is known|growing evidence|"
    r"little is known|is poorly known|disputed|conflict|disagree|controversial|unproven|unclear)\b"
)
_CONCLUDES = Lazy(
    r"\b(?:conclu\w+|in summary|taken together|overall,|these (?:results|findings|data)|our (?:results|findings|data)|"
    r"this study (?:shows|suggests|demonstrates)|the authors (?:conclude|infer|judge|hold|argue|"
    r"regard)|thus,|therefore,)"
)
_STAND_INS = stems("mineral vitamin element nutrient supplement herb")
"""Words for a substance named before, where "the" or "this" stands before them and no other noun after."""
_POINTING = frozenset(("the", "this"))
_LONG_FORM = Lazy(r"\(([A-Z][A-Za-z0-9-]{1,9})s?\)|\[([A-Z][A-Za-z0-9-]{1,9})\]", 0)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence that can point its own way, as words and stems with their terms by position."""

    text: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    places: dict[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence prepared. `background` is true where it tells what others found or what was only asked."""

    sentence: Sentence
    clauses: tuple[Clause, ...]
    terms: frozenset[str]
    background: bool
    concludes: bool


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article prepared; `terms` are those of title and findings, `all_terms` those of everything."""

    passages: tuple[Passage, ...]
    terms: frozenset[str]
    all_terms: frozenset[str]
    title_terms: frozenset[str]
    text: str


_FEIGNED = stems("sham fake dummy simulated mock")
"""Words before a treatment that say that it was not given."""
_TRUE = stems("true real verum active genuine")
"""Words for the treatment itself beside a sham one."""
TO_TRUE = 6
"""Words from "true" to the treatment named after "sham", at most (ours)."""


def place_terms(stems: tuple[str, ...], short_forms: dict[str, frozenset[str]]) -> dict[str, tuple[int, ...]]:
    """Find the concepts and content words of a clause with their positions; abbreviations stand for their long form."""
    words, stop = lexicon(), stop_stems()
    places: dict[str, list[int]] = {}
    position = 0
    while position < len(stems):
        concepts, length = words.at(stems, position)
        feigned = position and stems[position - 1] in _FEIGNED
        for concept in concepts:
            spot = _find_the_true(stems, position) if feigned and words.role[concept] == "exposures" else position
            for name in (concept, words.broader.get(concept)):
                if name and spot is not None:
                    places.setdefault(name, []).append(spot)
        for offset in range(position, position + length):
            word = stems[offset]
            if word not in stop and not word[0].isdigit():
                places.setdefault(word, []).append(offset)
                for term in short_forms.get(word, ()):
                    places.setdefault(term, []).append(offset)
        position += length
    return {term: tuple(found) for term, found in places.items()}


def _find_the_true(stems: tuple[str, ...], position: int) -> int | None:
    """Give the place of "true" for what is named after "sham" only ("with true than with sham X"); None without it."""
    before = range(max(0, position - TO_TRUE), position)
    return next((spot for spot in before if stems[spot] in _TRUE), None)


def _read_short_forms(text: str) -> dict[str, frozenset[str]]:
    """Read the abbreviations that a text explains: "restless legs syndrome (RLS)"."""
    found: dict[str, frozenset[str]] = {}
    for match in _LONG_FORM.finditer(text):
        short = match[1] or match[2]
        letters = [letter for letter in short.lower() if letter.isalpha()]
        before = split_words(text[max(0, match.start() - 90) : match.start()])[-len(letters) - 3 :]
        starts = [place for place, word in enumerate(before) if letters and word[0] == letters[0]]
        usable = [place for place in starts if len(before) - place >= min(2, len(letters) - 1)]
        if not usable or len(letters) < 2:
            continue
        best = min(usable, key=lambda place: abs(len(before) - place - len(letters)))
        stems = tuple(stem(word) for word in before[best:])
        for word in split_words(short)[:1]:
            found[stem(word)] = frozenset(place_terms(stems, {})) - {stem(word)}
    return found


def make_clause(text: str, short_forms: dict[str, frozenset[str]]) -> Clause:
    """Cut one clause into stems and terms."""
    words = tuple(split_words(text))
    stems = tuple(map(stem, words))
    return Clause(text, words, stems, place_terms(stems, short_forms))


def _add_stand_ins(clause: Clause, substance: str) -> Clause:
    """Take "the mineral" and the like for the substance that an article is about."""
    spots = [
        place
        for place, word in enumerate(clause.stems)
        if word in _STAND_INS and place and clause.stems[place - 1] in _POINTING
        if all(after in stop_stems() or after in cue_table() for after in clause.stems[place + 1 : place + 2])
    ]
    if not spots:
        return clause
    named = tuple(sorted({*clause.places.get(substance, ()), *spots}))
    return replace(clause, places=clause.places | {substance: named})


def _name_substance(title: str, short_forms: dict[str, frozenset[str]]) -> str | None:
    """Give the one substance that a title names; None where it names none or several."""
    named = lexicon().of_role(make_clause(title, short_forms).places, "exposures")
    return next(iter(named)) if len(named) == 1 else None


def _split_clauses(text: str) -> Iterator[str]:
    """Split a sentence where a part that can point its own way begins, but not within brackets ("RR 1.2; P = .007")."""
    if aside := _ASIDE.search(text):
        excepted, rest = aside[aside.lastindex or 0], text[: aside.start()] + text[aside.end() :]
        if _names_others(excepted, rest):
            yield from _split_clauses(rest)
            yield excepted
            return
    held = [match.span() for match in BRACKETS.finditer(text)]
    start = 0
    for match in _joints(text):
        before, after = text[start : match.start()], text[match.end() :]
        if any(opened < match.start() < closed for opened, closed in held) or _is_other_side(before, after):
            continue
        if _NOT_SIGNIFICANT.match(after) or (SAYS_WHERE.match(after) and not _says_something(before)):
            continue
        if (len(before) > LONG_BEFORE and len(after) > LONG_AFTER) or _tell_apart(before, after):
            yield from _split_verbs(text[start : match.start()])
            start = match.end()
    yield from _split_verbs(text[start:])


def _joints(text: str) -> list[re.Match[str]]:
    """List where a sentence may be parted; one that begins with "although" also where its main part begins."""
    found = list(_CLAUSE.finditer(text))
    if _BEGINS_BESIDE.match(text):
        commas = _COMMA.finditer(text)
        main = (comma for comma in commas if _tell_apart(text[: comma.start()], text[comma.end() :]))
        found = sorted([*found, *islice(main, 1)], key=lambda joint: joint.start())
    return found


def _split_verbs(text: str) -> Iterator[str]:
    """Split a clause before a second verb, where each of the two has an outcome of its own."""
    start = 0
    for match in _OF_ITS_OWN.finditer(text):
        if _tell_apart(text[start : match.start()], text[match.end() :]):
            yield text[start : match.start()]
            start = match.end()
    yield text[start:]


def _names_others(one: str, other: str) -> bool:
    """Tell whether two pieces name outcomes, and none in common."""
    named = _name_outcomes(one)
    return bool(named) and bool(others := _name_outcomes(other)) and named.isdisjoint(others)


def _tell_apart(before: str, after: str) -> bool:
    """Tell whether each of two pieces has an outcome of its own, and says something of it."""
    return _names_others(before, after) and _says_something(before) and _says_something(after)


def _says_something(text: str) -> bool:
    """Tell whether a piece holds a directional word, or says that nothing differed."""
    return (
        bool(_NOT_THAT.match(text))
        or find_null(text)
        or locate_ellipsis(text) is not None
        or any(stem(word) in cue_table() for word in split_words(text))
    )


def _name_outcomes(text: str) -> frozenset[str]:
    return lexicon().of_role(make_clause(text, {}).places, *OUTCOME_ROLES)


def _is_other_side(before: str, text: str) -> bool:
    """Tell whether a text only gives the other side of a comparison.

    Either the number of the controls ("and in the placebo group 25%"), or those it did not befall ("rose in the placebo
    group but not in the X group").
    """
    words = split_words(BRACKETS.sub("", text))
    if len(words) > _OTHER_SIDE:
        return False
    if words[:2] == ["but", "not"]:
        return any(stem(word) in CONTROLS for word in split_words(before))
    named = {stem(word) for word in words}
    return any(word[0].isdigit() for word in words) and bool(CONTROLS & named) and named.isdisjoint(cue_table())


def _first_own_sentence(sentences: tuple[Sentence, ...]) -> int:
    """Give the index of the first sentence of an unlabelled abstract that speaks of the study itself."""
    for index, sentence in enumerate(sentences):
        if sentence.part is Part.BODY and _STUDY.search(sentence.text):
            return index
    return 0


def _is_background(index: int, sentence: Sentence, first_own: int, reviews: bool) -> bool:
    if sentence.part in {Part.BACKGROUND, Part.OBJECTIVE}:
        return not reviews
    if sentence.part is not Part.BODY or reviews:
        return False
    return index < first_own or (index <= first_own + 1 and bool(_OTHERS.search(sentence.text)))


@lru_cache(maxsize=512)
def prepare(article: Article, *, reviews: bool) -> Prepared:
    """Prepare an article; in one that `reviews` the work of others, what others found is its finding."""
    sentences = split_article(article)
    text = "\n".join(sentence.text for sentence in sentences)
    short_forms = _read_short_forms(text)
    first_own = _first_own_sentence(sentences)
    substance = _name_substance(article.title or "", short_forms)
    passages = []
    for index, sentence in enumerate(sentences):
        clauses = tuple(make_clause(piece, short_forms) for piece in _split_clauses(sentence.text))
        if substance:
            clauses = tuple(_add_stand_ins(clause, substance) for clause in clauses)
        passages.append(
            Passage(
                sentence=sentence,
                clauses=clauses,
                terms=frozenset(term for clause in clauses for term in clause.places),
                background=_is_background(index, sentence, first_own, reviews),
                concludes=sentence.part is Part.CONCLUSIONS
                or (index >= len(sentences) - 2 and index > 1)
                or bool(_CONCLUDES.search(sentence.text)),
            )
        )
    return Prepared(
        passages=tuple(passages),
        terms=frozenset(term for passage in passages if not passage.background for term in passage.terms),
        all_terms=frozenset(term for passage in passages for term in passage.terms),
        title_terms=frozenset(term for p in passages if p.sentence.part is Part.TITLE for term in p.terms),
        text=text,
    )
