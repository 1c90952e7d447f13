"""Turn a statement and an article into the numbers that the fitted weights read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from magcite.model import Article
from magcite.readers.sentences import Part
from magcite.readers.support.agreement import Agreement
from magcite.readers.support.alignment import align
from magcite.readers.support.coverage import TELLING, cover, weigh, word_weights
from magcite.readers.support.cues import cue_table, direction_words, find_null, negations, read_significance
from magcite.readers.support.evidence import asks_only, tells_no_result
from magcite.readers.support.numbers import match_number, read_numbers
from magcite.readers.support.passages import Clause, Passage, Prepared, prepare
from magcite.readers.support.patterns import Lazy
from magcite.readers.support.stance import take_stand
from magcite.readers.support.statement import Form, Frame, parse_statement
from magcite.readers.support.words import lexicon, stem, stop_stems

PREFIX = 5
"""Letters that make two words count as begun alike (ours)."""
TOP = 3
"""How many of the best sentences are read for direction (ours)."""

_DENIES = Lazy(r"\b(?:not|no|never|nor|cannot|without|n't|fails?|lack\w*)\b")
_COMPARES = Lazy(r"\b(?:more|less|higher|lower|better|worse|greater|fewer)\b.*\bthan\b")
_ABSOLUTE = Lazy(r"\b(?:all|only|always|never|none|every|exclusively|solely|main|most)\b")
HEDGE = Lazy(r"\b(?:may|might|could|suggest\w*|possibl\w+|potential\w*|appears?|seems?|likely|perhaps)\b")


@dataclass(frozen=True, slots=True)
class Features:
    """Named readings between 0 and 1 (or -1 and 1), with the sentence that matched best."""

    values: dict[str, float]
    ranked: tuple[Passage, ...]

    @property
    def best(self) -> Passage:
        """Give the sentence that holds most of the statement."""
        return self.ranked[0]


def own_terms(frame: Frame) -> frozenset[str]:
    """Give the terms of a statement that say what it is about, directions left out."""
    table = cue_table()
    return frozenset(term for term in frame.terms if term not in table)


def _rank(frame: Frame, article: Prepared) -> list[tuple[float, Passage]]:
    """Order the sentences by how much of the statement they hold; results and conclusions before methods."""
    terms = own_terms(frame)
    ranked = []
    for index, passage in enumerate(article.passages):
        score = cover(terms, passage.terms) + 0.5 * cover(frame.outcome, passage.terms)
        if tells_no_result(passage):
            score *= 0.6
        if passage.concludes:
            score *= 1.1
        ranked.append((score, index, passage))
    ranked.sort(key=lambda item: (-item[0], item[1]))
    return [(score, passage) for score, _, passage in ranked]


def choose_weights(frame: Frame, article: Prepared) -> str:
    """Name the fitted weights for a statement: by its form, by a setting named in it, or as a citation of an excerpt.

    A text without a title is an excerpt of a paper, as a citing sentence is checked against.
    """
    if frame.form is not Form.PLAIN:
        return str(frame.form.value)
    if not article.title_terms:
        return Form.CITING.value
    return "setting" if lexicon().of_role(frame.terms, "settings") else Form.PLAIN.value


def features(statement: str, article: Article) -> Features:
    """Read the numbers that the fitted weights decide by."""
    return read_features(parse_statement(statement), prepare(article, reviews=False))


def read_features(frame: Frame, article: Prepared) -> Features:
    """Read the numbers for a statement and an article already prepared."""
    ranked = _rank(frame, article)
    best = ranked[0][1]
    values = _overlap(frame, article, ranked) | _claimed(frame) | _numbers(frame, article, best)
    values |= align(frame, tuple(passage for _, passage in ranked[:2]))
    values |= _directions(frame, ranked, article) | _polarity(frame, article, best)
    return Features(values, tuple(passage for _, passage in ranked))


def _overlap(frame: Frame, article: Prepared, ranked: list[tuple[float, Passage]]) -> dict[str, float]:
    terms = own_terms(frame)
    passages = article.passages
    rare = [term for term in terms if word_weights().get(term, 1.0) >= TELLING]
    concluding = frozenset(term for p in passages if p.concludes for term in p.terms)
    singles = sorted((cover(terms, p.terms) for p in passages), reverse=True)
    both = max(min(cover(frame.subject, p.terms), cover(frame.outcome, p.terms)) for p in passages)
    missing = sum(term not in article.all_terms for term in rare)
    return {
        "cover": cover(terms, article.all_terms),
        "cover_findings": cover(terms, article.terms),
        "cover_subject": cover(frame.subject, article.all_terms),
        "cover_outcome": cover(frame.outcome, article.all_terms),
        "cover_comparator": cover(frame.comparator, article.all_terms),
        "cover_title": cover(terms, article.title_terms),
        "subject_in_title": cover(frame.subject, article.title_terms),
        "outcome_in_title": cover(frame.outcome, article.title_terms),
        "cover_conclusion": cover(terms, concluding),
        "cover_prefix": prefix_cover(terms, article.all_terms),
        "cover_prefix_best": max(prefix_cover(terms, p.terms) for p in passages),
        "pairs_best": max(_pair_cover(frame, p) for p in passages),
        "pairs_top": _pair_cover(frame, ranked[0][1]),
        "cover_top_two": cover(terms, frozenset().union(*(p.terms for _, p in ranked[:2]))),
        "best_above_half": float(singles[0] >= 0.5),
        "best_above_two_thirds": float(singles[0] >= 0.67),
        "best_below_third": float(singles[0] < 0.34),
        "cover_best": singles[0],
        "cover_second": singles[1] if len(singles) > 1 else 0.0,
        "cover_both_sides": both,
        "rare_missing": min(missing, 4) / 4,
        "rare_missing_share": missing / len(rare) if rare else 0.0,
        "all_rare_found": float(bool(rare) and not missing),
        "statement_length": min(len(terms), 20) / 20,
        "best_is_conclusion": float(ranked[0][1].concludes),
        "best_is_background": float(ranked[0][1].background),
        "no_title": float(not article.title_terms),
        "length": min(len(passages), 15) / 15,
    }


def prefix_cover(wanted: frozenset[str], present: frozenset[str]) -> float:
    """Give the weighted share of the terms wanted that begin like one present (transmit, transmission)."""
    starts = {term[:PREFIX] for term in present}
    total = weigh(wanted)
    return weigh(term for term in wanted if term[:PREFIX] in starts) / total if total else 0.0


def _pairs(clauses: Iterable[Clause], stop: frozenset[str]) -> set[tuple[str, str]]:
    found = set()
    for clause in clauses:
        words = [word for word in clause.stems if word not in stop]
        found |= set(pairwise(words))
    return found


def _pair_cover(frame: Frame, passage: Passage) -> float:
    """Give the share of neighbouring content words of the statement that are neighbours in a sentence too."""
    mine = _pairs((frame.clause,), stop_stems())
    return len(mine & _pairs(passage.clauses, stop_stems())) / len(mine) if mine else 0.0


def _claimed(frame: Frame) -> dict[str, float]:
    claimed = frame.direction
    text = frame.text.lower()
    return {
        "claims_nothing": float(claimed.null),
        "claims_up": float(claimed.amount == 1 and not claimed.null),
        "claims_down": float(claimed.amount == -1 and not claimed.null),
        "claims_link": float(claimed.linked),
        "claims_hedged": float(bool(HEDGE.search(text))),
        "claims_negated": float(bool(_DENIES.search(text))),
        "claims_more_than": float(bool(_COMPARES.search(text))),
        "claims_all": float(bool(_ABSOLUTE.search(text))),
    }


def _numbers(frame: Frame, article: Prepared, best: Passage) -> dict[str, float]:
    if not frame.numbers:
        return {
            "numbers_stated": 0.0,
            "numbers_found": 0.0,
            "numbers_missing": 0.0,
            "numbers_in_best": 0.0,
            "numbers_differ": 0.0,
        }
    stated = [read_numbers(p.sentence.text) for p in article.passages]
    near = read_numbers(best.sentence.text)
    found = sum(any(match_number(n, s) for group in stated for s in group) for n in frame.numbers) / len(frame.numbers)
    close = sum(any(match_number(n, s) for s in near) for n in frame.numbers) / len(frame.numbers)
    rivals = float(close == 0 and any(s.unit is n.unit for n in frame.numbers for s in near))
    return {
        "numbers_stated": 1.0,
        "numbers_found": found,
        "numbers_missing": 1 - found,
        "numbers_in_best": close,
        "numbers_differ": rivals,
    }


def _directions(frame: Frame, ranked: list[tuple[float, Passage]], article: Prepared) -> dict[str, float]:
    """Read how the sentences that hold most of the statement, and most of its outcome, stand to it."""
    groups = ("sum", "best", "outcome", "outcome_first")
    values = {f"{group}_{agreement.name.lower()}": 0.0 for group in groups for agreement in Agreement}
    stands = {id(passage): take_stand(frame, passage) for _, passage in ranked}
    for rank, (score, passage) in enumerate(ranked[:TOP]):
        stand = stands[id(passage)].agreement
        values[f"sum_{stand.name.lower()}"] += score / 1.5 / TOP
        if rank == 0:
            values[f"best_{stand.name.lower()}"] = 1.0
    own = [stands[id(p)] for p in article.passages if not p.background and not asks_only(p)]
    by_outcome = sorted(own, key=lambda stand: (-stand.outcome, -stand.subject))
    for rank, one in enumerate(by_outcome[:TOP]):
        name = one.agreement.name.lower()
        values[f"outcome_{name}"] += one.outcome / (rank + 1)
        if rank == 0:
            values[f"outcome_first_{name}"] = one.outcome
            values["outcome_first_significant"] = float(one.significant is True)
            values["outcome_first_not_significant"] = float(one.significant is False)
            values["outcome_first_cover"] = one.outcome
            values["outcome_first_subject"] = one.subject
    concluding = [p for p in article.passages if p.concludes and frame.terms & p.terms]
    for agreement in (Agreement.AGREES, Agreement.RELATES, Agreement.OPPOSES, Agreement.SHOWS_NOTHING):
        values[f"concl_{agreement.name.lower()}"] = float(
            any(stands[id(p)].agreement is agreement for p in concluding[-2:])
        )
    unknown = 1 - values["outcome_first_agrees"] - values["outcome_first_opposes"]
    values["claims_nothing_untold"] = float(frame.direction.null) * unknown
    return values


@cache
def _concluding() -> dict[str, str]:
    return {word: stem(word) for word in direction_words("concluding")}


def _polarity(frame: Frame, article: Prepared, best: Passage) -> dict[str, float]:
    """Read whether findings are null, significant or hedged, wherever they stand."""
    own = [p for p in article.passages if not p.background]
    nulls = [p for p in own if find_null(p.sentence.text)]
    last = " ".join(p.sentence.text for p in article.passages if p.concludes)
    text = best.sentence.text
    signs = [read_significance(p.sentence.text) for p in own]
    claim_no = bool(_claimed(frame)["claims_negated"])
    best_no = find_null(text) or any(stem(w) in negations() for w in text.lower().split())
    stems = {s for p in article.passages if p.concludes for c in p.clauses for s in c.stems}
    values = {
        "best_null": float(find_null(text)),
        "negation_differs": float(claim_no != best_no),
        "negation_agrees": float(claim_no and best_no),
        "null_share": len(nulls) / len(own) if own else 0.0,
        "conclusion_null": float(find_null(last)),
        "title_null": float(any(p.sentence.part is Part.TITLE and find_null(p.sentence.text) for p in own)),
        "best_significant": float(read_significance(text) is True),
        "best_not_significant": float(read_significance(text) is False),
        "any_significant": float(True in signs),
        "any_not_significant": float(False in signs),
        "conclusion_hedged": float(bool(HEDGE.search(last))),
        "opposite_words": _opposite_words(frame, best),
    }
    return values | {f"says_{word}": float(flat in stems) for word, flat in _concluding().items()}


def _opposite_words(frame: Frame, best: Passage) -> float:
    """Tell whether the statement's directional words are all of one sign and the best sentence's of the other."""
    table = cue_table()
    mine = {table[s].sign for s in frame.clause.stems if s in table} - {0}
    theirs = {table[s].sign for c in best.clauses for s in c.stems if s in table} - {0}
    if len(mine) != 1 or len(theirs) != 1:
        return 0.0
    return 1.0 if mine != theirs else -1.0
