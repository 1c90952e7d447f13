"""Read whether a clause speaks of much or little of the exposure, and whether the exposure is what is acted on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from magcite.readers.support.cues import cue_table
from magcite.readers.support.passages import CONTROLS, Clause
from magcite.readers.support.words import lexicon, stem, stems

GENERIC_EXPOSURE = stems("intake supplement supplementation dose mg treatment")
ATTRIBUTES = stems("high higher highest low lower lowest more less greater reduced increased elevated additional extra")
EXTREMES = stems("highest lowest")
_DOSE = stem("dose")
_OFTEN = stems("common frequent frequently often likely prevalent")
_LOW_HIGH = stems("low high")
SMALL = frozenset(("least", "few", "fewest")) | stems("little")
"""Words beside the exposure that speak of little of it."""
_IN = stems("low high lower higher")
_LOSS_BEFORE = stems(
    "inhibition inhibiting blocking blockade deletion knockdown silencing ablation interruption removal disruption "
    "inactivation loss absence suppression reducing antagonism deleting removing lacking impaired"
)
_LOSS_AFTER = stems(
    "deficient deficiency knockout knockdown inhibitor inhibitors inhibition deletion null loss antagonist antagonists "
    "blockade silencing ablation blocker blockers mutant"
)
LACK = "lack"
_LACK_OF = (LACK, "of")
_DENIES = frozenset(("not", "no", "without", "neither", "nor", "never"))
_SEPARATES = frozenset(
    ("with", "in", "on", "than", "by", "for", "after", "under", "during", "while", "was", "were", "is", "and", "from")
)
_APART = frozenset(("with", "by", "on", "after", "from", "than", "for", "under"))
"""Words between "reduced" and the subject by which something else was reduced."""
_CUTS = stems("cut cutting reduction decrease restriction reducing decreasing restricting limiting")
_CUT_JOINS = frozenset(("in", "of", "on", "down", "back", "the", "their", "your", "daily")) | stems("dietary intake")
_GROUPS = stems("group arm treated supplemented recipients users takers patients participants subjects")
"""Words after the subject that make a name of it: what fell in the X group is not X."""
_PEOPLE = _GROUPS | stems("workers drinkers eaters smokers consumers people women men children adults")
"""Words after the subject that make people of it, in whom something is lower."""
_QUITS = frozenset(
    ("cutting", "quitting", "stopping", "avoiding", "limiting", "restricting", "reducing", "skipping", "quit", "quits",
     "stop", "stopped", "avoid", "avoids")
)  # fmt: skip
"""Words, as they are written, whose object is given up or taken less of."""
ABSTAINING = frozenset(("non", "never", "ex", "former"))
"""Words right before those who do not, or no longer, do something."""
_DIET = stem("diet")
_DETERMINERS = frozenset(["the", "all", "their", "your", "any", "daily", "dietary"])
_AVOIDS = stems("restriction restricted avoidance withdrawal cessation abstinence")
_COUNTED = stems(
    "half twice recommended normal usual expected average one two three four five six seven eight nine ten"
)
"""Words after "more than" that begin an amount and not the other side of a comparison."""
_LINKS = frozenset(("have", "has", "had", "show", "is", "are", "was", "were", "and", "or", "when", "if", "with"))
"""Words after which "lower" is no verb ("patients with X have lower …")."""
_BEATS = stems("outperformed outperforms beat beats surpassed surpasses superior inferior")
_TO_BEATEN = 3
"""Words from "outperformed" to what was outperformed (ours)."""
AGAINST = stems("versus vs against compared relative than")
_LEADS_AWAY = _SEPARATES | stems("of when if who whose whether that among taking took at as to without")
"""Words before the exposure that show that it is not what is acted on."""
_TO_LIMIT = 7
"""Words from the subject on within which a limit is taken for its own (ours)."""
_TO_EXTREME = 4
"""Words from "compared with" on within which "the lowest" is what others are compared with (ours)."""
_TO_OTHERS = 6
"""Words from "compared with" on within which the exposure is that of the others (ours)."""
_TO_COMPARATOR = 4
"""Words between "than" and what follows it as the other side of a comparison (ours)."""


def subject_sign(clause: Clause, subject: frozenset[str], outcome: frozenset[str]) -> int:
    """Say whether a clause speaks of much (1) or little (-1) of the exposure."""
    spots = sorted(spot for term in subject for spot in clause.places.get(term, ()))
    lacking = lack_places(clause)
    if any(abs(spot - place) <= 3 for spot in spots for place in lacking):
        return -1
    if _is_lost(clause, spots) or is_compared_with(clause, spots) or is_cut_back(clause, spots):
        return -1
    if any(_falls_short(clause, spot) for spot in spots) or is_of_abstainers(clause, spots):
        return -1
    return _first_of_two(clause) or read_adjective(clause, spots, outcome) or 1


def read_adjective(clause: Clause, spots: Sequence[int], outcome: frozenset[str]) -> int:
    """Give the sign of an adjective of amount before the exposure; 0 without one.

    What others are compared with is the other side ("compared with people with low X, those with enough").
    """
    turned = 0
    for spot in spots:
        compared = spot != spots[-1] and AGAINST & set(clause.stems[max(0, spot - _TO_OTHERS) : spot])
        for place in range(max(0, spot - 3), spot + 1):
            word = clause.stems[place]
            if word in SMALL and not stands_apart(clause, outcome, place, spot):
                return 1 if place and clause.stems[place - 1] == "at" else -1
            if (
                word in ATTRIBUTES
                and not stands_apart(clause, outcome, place, spot)
                and not tells_of_another(clause, place)
                and not _names_what_it_does(clause, place)
            ):
                if not compared:
                    return cue_table()[word].sign
                turned = -cue_table()[word].sign
    return turned


def _names_what_it_does(clause: Clause, place: int) -> bool:
    """Tell whether a word is the second half of what a drug is called by ("cholesterol-lowering statins")."""
    word = clause.words[place]
    return word.endswith("ing") and f"-{word}" in clause.text.lower()


def tells_of_another(clause: Clause, place: int) -> bool:
    """Tell whether an adjective before the exposure tells how much is given each time ("low-dose"), or how often.

    What is "less common among X users" is not less X.
    """
    after = clause.stems[place + 1 : place + 2]
    return bool(_OFTEN & set(after)) or (clause.stems[place] in _LOW_HIGH and after == (_DOSE,))


def _first_of_two(clause: Clause) -> int:
    """Give the sign of those set against the others; 0 where none are.

    They stand first in "lowest versus highest intake", and last in "compared with the lowest intake, the highest had".
    """
    places = [place for place, word in enumerate(clause.stems) if word in EXTREMES]
    if len(places) != 2:
        return 0
    signs = [cue_table()[clause.stems[place]].sign for place in places]
    if sum(signs) != 0:
        return 0
    if AGAINST & set(clause.stems[max(0, places[0] - _TO_EXTREME) : places[0]]):
        return signs[1]
    return signs[0] if AGAINST & set(clause.stems[places[0] : places[1]]) else 0


def lack_places(clause: Clause) -> list[int]:
    """Give the places of a clause that speak of a lack of something and do not deny it."""
    places = clause.places.get("DEFICIENT", ())
    return [place for place in places if not _denied(clause, place)]


def in_lack_of(clause: Clause, spot: int) -> bool:
    """Tell whether the words before the subject say that it lacks ("a lack of X", "lack of dietary X")."""
    return any(clause.stems[place : place + 2] == _LACK_OF for place in (spot - 3, spot - 2) if place >= 0)


def _denied(clause: Clause, place: int) -> bool:
    return bool(_DENIES & set(clause.stems[max(0, place - 3) : place]))


def _is_lost(clause: Clause, spots: list[int]) -> bool:
    """Tell whether the subject is taken away ("deletion of X", "X-deficient", "an X inhibitor")."""
    return any(
        any(
            clause.stems[place] in _LOSS_BEFORE and not _APART & set(clause.stems[place + 1 : spot])
            for place in range(max(0, spot - 3), spot)
        )
        or (_LOSS_AFTER & set(_words_after(clause, spot)) and not _denied(clause, spot))
        for spot in spots
    )


def _words_after(clause: Clause, spot: int) -> tuple[str, ...]:
    """Give the two words after the name that begins at a place ("proton pump inhibitor" is a name by itself)."""
    end = spot + lexicon().at(clause.stems, spot)[1]
    return clause.stems[end : end + 2]


def is_of_abstainers(clause: Clause, spots: Sequence[int]) -> bool:
    """Tell whether a clause is on those who do not, or no longer, do or take something ("never smokers")."""
    turn = next((place for place, word in enumerate(clause.stems) if word in AGAINST), len(clause.stems))
    own = [spot for spot in spots if spot < turn] or spots
    return bool(own) and all(set(clause.stems[max(0, spot - 1) : spot]) & ABSTAINING for spot in own)


def _falls_short(clause: Clause, spot: int) -> bool:
    """Tell whether the subject is followed by "below" and a number ("a ferritin below 15")."""
    after = clause.stems[spot : spot + _TO_LIMIT]
    return any(word in {"below", "under"} and number[0].isdigit() for word, number in pairwise(after))


def is_cut_back(clause: Clause, spots: Sequence[int]) -> bool:
    """Tell whether less is taken of the subject on purpose ("a cut in X", "X restriction", "cutting down on X")."""
    for spot in spots:
        before = clause.stems[max(0, spot - 5) : spot]
        cuts = [place for place, word in enumerate(before) if word in _CUTS]
        in_a_group = bool(_GROUPS & set(clause.stems[spot + 1 : spot + 4]))
        joined = bool(cuts) and cuts[-1] + 1 < len(before) and set(before[cuts[-1] + 1 :]) <= _CUT_JOINS
        if joined and not in_a_group:
            return True
        if _AVOIDS & set(_words_after(clause, spot)) or _is_quit(clause, spot):
            return True
    return False


def _is_quit(clause: Clause, spot: int) -> bool:
    """Tell whether what is named is given up ("quitting X", "X reduction"), or kept low by a diet ("a low-X diet")."""
    words = clause.words
    if words[spot + 1 : spot + 2] == ("reduction",) and words[spot + 2 : spot + 3] not in (("of",), ("in",)):
        return True
    named = spot - 1 if spot and words[spot - 1] in _DETERMINERS else spot
    before = words[named - 1] if named else ""
    return before in _QUITS or (before == "low" and _DIET in clause.stems[spot + 1 : spot + 2])


def is_compared_with(clause: Clause, spots: Sequence[int]) -> bool:
    """Tell whether the subject is only what something else is compared with ("fell more on placebo than on X")."""
    if not spots:
        return False
    beats = [place for place in range(max(0, spots[0] - _TO_BEATEN), spots[0]) if clause.stems[place] in _BEATS]
    if beats and CONTROLS & set(clause.stems[: beats[0]]):
        return True
    if "than" not in clause.stems:
        return False
    turn = clause.stems.index("than")
    before, after = clause.stems[turn - 1 : turn], clause.stems[turn + 1 : turn + 2]
    amounts = bool(after) and (after[0][0].isdigit() or after[0] in _COUNTED)
    return turn < spots[0] <= turn + _TO_COMPARATOR and not amounts and not {"other", "rather"} & set(before)


def stands_apart(clause: Clause, terms: frozenset[str], start: int, end: int) -> bool:
    """Tell whether an outcome, or a word such as "with", stands between an adjective and the exposure.

    A food or a diet is low or high "in" something.
    """
    if clause.stems[start + 1 : end] == ("in",) and clause.stems[start] in _IN:
        return bool(_PEOPLE & set(_words_after(clause, end)))
    if _SEPARATES & set(clause.stems[start + 1 : end]):
        return True
    return any(start <= spot <= end for term in terms for spot in clause.places.get(term, ()))


def acts_on_exposure(clause: Clause, exposures: frozenset[str], outcomes: frozenset[str]) -> bool:
    """Tell whether what is usually an outcome acts here on what is usually an exposure ("insulin raises … loss")."""
    acts = [spot for term in exposures | GENERIC_EXPOSURE for spot in clause.places.get(term, ())]
    if not acts or not outcomes:
        return False
    named = max(spot for term in outcomes for spot in clause.places[term])
    between = clause.stems[named + 1 : min(acts)]
    verbs = [place for place, word in enumerate(between) if word in cue_table()]
    return bool(verbs) and not _LINKS & set(between[: verbs[0]]) and not _LEADS_AWAY & set(between)
