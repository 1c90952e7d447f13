"""Find the directional words of a clause that tell of its outcome, and those that turn them round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from magcite.readers.support.cues import Cue, Sense, cue_table
from magcite.readers.support.passages import Clause
from magcite.readers.support.patterns import Lazy
from magcite.readers.support.subject import AGAINST, ATTRIBUTES, EXTREMES, stands_apart, tells_of_another
from magcite.readers.support.words import MEASURED_ROLES, OUTCOME_ROLES, lexicon, split_words, stem, stems

CHANGES = stems("increase rise decline decrease loss reduction elevation drop fall deterioration")
_BAD = stems("impairment adverse toxicity deterioration bad low high")
"""Words that are a part of an illness's name, and say nothing of it."""
PARTS = stems("fifth quintile quarter quartile third tertile tenth decile category")
_JOINED = "induced related associated linked dependent"
_DOING = "lowering reducing relieving raising boosting increasing suppressing enhancing promoting blocking"
_HYPHENATED = (
    (
        stems(_DOING),
        Lazy(rf"\w-(?:{_DOING.replace(' ', '|')})\b(?= (?!effects?\b|actions?\b|propert|potential|power)[a-z])"),
    ),
    (stems(_JOINED), Lazy(rf"-(?:{_JOINED.replace(' ', '|')})\b")),
)
"""Second halves of words that only say what kind of a thing is meant, with where they do.

"Age-related", or "cholesterol-lowering" before a drug, but not before its effect.
"""
_TREATS = stem("treats")
_TREATED = Lazy(r"\b(?:were|was|been|patients|people|those|groups?) treated\b")
_LIMITS = stems("off offs point points value")
_KINDS = stems("grade density dose school income quality fat carbohydrate calorie energy sensitivity performance")
_LONG = stems("longer shorter")
_TERM = frozenset((word,) for word in stems("term acting lasting"))
_DEGREES = stems("more faster greater further slightly")
_STATES = stems("impaired disturbed")
_SPOKEN_OF = stems("generally broadly widely recently specifically precisely importantly fully")
"""Words that "more" makes a way of speaking, and no amount ("used more generally")."""
_CAUSE = stem("cause")
_BEFORE_CAUSE = frozenset(
    (word,) for word in stems("all any each other common leading main major root same the a by of")
)
_AFTER_CAUSE = frozenset((word,) for word in stems("specific mortality of"))
_SURELY = stems("clearly clear certain certainly consistently convincingly convincing surely")
_MANY = stems("more")
_PERSONS = stems("patients people women men children participants persons adults subjects")
_ASKING = frozenset(("how", "whether", "if"))
_PHRASES: dict[tuple[str, ...], Cue] = {
    (stem(first), stem(second)): Cue(Sense.QUALITY, 1)
    for firsts, seconds in (
        ("work", "against"),
        ("of", "use value help benefit"),
        ("depression mood pain symptoms", "lifted"),
        ("work exercise", "harder"),
    )
    for first in firsts.split()
    for second in seconds.split()
}
"""Pairs of words that speak of a good effect together, though neither does alone."""
_PHRASES |= {("half", "as"): Cue(Sense.AMOUNT, -1), ("twice", "as"): Cue(Sense.AMOUNT, 1)}
_TIMES_AS = frozenset((("half", "as"), ("twice", "as")))
_ENDS = stems(
    "freedom absence free remission resolution recovery recovered relief clearance disappearance removal elimination"
)
"""Words for an outcome that ends or is absent, which may be more or less frequent themselves."""
_RECOVER = stems("recovered recovers recover cleared resolved")
_SOON = stems("faster sooner")
_TO_RECOVER = 7
"""Words between "recovered" and how soon, at most (ours)."""
_OF = frozenset(("of", "from", "in"))
_TIMES = stems("time days weeks")
_RESPONSE_RATE = tuple(stem(word) for word in ("response", "rate"))
_LESS = stems("less least")
_AFTER_LESS = frozenset(("than", "in", "on", "with", "among", "for", "by", "under", "after"))
_COMPARED = ATTRIBUTES - stems("reduced increased elevated")
"""Words that compare amounts and are no verbs."""
_ABLE = stems("effective efficacious successful potent able")
_TO_ABLE = 7
"""Words between "less effective" and what is done less effectively (ours)."""


def find_cues(clause: Clause, subject: frozenset[str], outcome: frozenset[str]) -> Iterator[tuple[int, Cue]]:
    """Yield the directional words of a clause that do not merely qualify the exposure."""
    table = cue_table()
    spots = [spot for term in subject for spot in clause.places.get(term, ())]
    inside = _find_named_changes(clause, outcome)
    for place, word in enumerate(clause.stems):
        cue = _read_phrase(clause, place) or table.get(word)
        if not cue or word in outcome or place in inside:
            continue
        qualifies = (
            word in ATTRIBUTES
            and not _tells_how_many(clause, place)
            and any(0 < spot - place <= 3 and not stands_apart(clause, outcome, place, spot) for spot in spots)
        )
        named = word in ATTRIBUTES and lexicon().at(clause.stems, place)[1] > 1
        if (
            not qualifies
            and not named
            and not _tells_groups_apart(clause, place)
            and not _describes(clause, place)
            and not _names_a_kind(clause, place)
            and not _is_state_of_another(clause, place, outcome)
            and not _intensifies(clause, place)
            and not _is_noun(clause, place)
            and not _is_measured(clause, place)
            and not _is_of_another(clause, place, cue, outcome)
        ):
            yield place, cue


def _tells_how_many(clause: Clause, place: int) -> bool:
    """Tell whether a word says how many people there are, or how often something is ("more patients given X had")."""
    return tells_of_another(clause, place) or (
        clause.stems[place] in _MANY and bool(_PERSONS & set(clause.stems[place + 1 : place + 2]))
    )


def _read_phrase(clause: Clause, place: int) -> Cue | None:
    """Read two words that speak of a good effect together, unless how or whether there is one is asked."""
    cue = _PHRASES.get(clause.stems[place : place + 2])
    return None if cue and _ASKING.intersection(clause.stems[:place]) else cue


def _find_named_changes(clause: Clause, outcome: frozenset[str]) -> set[int]:
    """Find the words for a change within an outcome's name ("weight gain"), and those that name an exposure.

    "Time-restricted eating" restricts nothing.
    """
    named = outcome | lexicon().of_role(clause.places, *MEASURED_ROLES)
    inside = _words_of(clause, {term for term in named if term.isupper()})
    changes = {place for place in inside if clause.stems[place] in CHANGES | _BAD}
    return changes | _words_of(clause, lexicon().of_role(clause.places, "exposures"))


def _words_of(clause: Clause, names: Iterable[str]) -> set[int]:
    """Give the places of all words by which a clause names these concepts."""
    starts = {spot for name in names for spot in clause.places.get(name, ())}
    return {place for spot in starts for place in range(spot, spot + lexicon().at(clause.stems, spot)[1])}


def _tells_groups_apart(clause: Clause, place: int) -> bool:
    """Tell whether "highest" or "lowest" names a group of people ("the highest against the lowest fifth")."""
    if clause.stems[place] not in EXTREMES:
        return False
    near = range(max(0, place - 6), min(len(clause.stems), place + 7))
    others = [other for other in near if clause.stems[other] in EXTREMES - {clause.stems[place]}]
    against = any(AGAINST & set(clause.stems[min(place, other) : max(place, other)]) for other in others)
    return against or bool(PARTS & set(clause.stems[place + 1 : place + 3]))


def _describes(clause: Clause, place: int) -> bool:
    """Tell whether a word describes patients or their illness ("age-related", "were treated with")."""
    for halves, written in _HYPHENATED:
        if clause.stems[place] in halves:
            return any(
                place == len(split_words(clause.text[: found.end()])) - 1 for found in written.finditer(clause.text)
            )
    return clause.stems[place] == _TREATS and bool(_TREATED.search(clause.text))


def _names_a_kind(clause: Clause, place: int) -> bool:
    """Tell whether "high" or "low" is part of a name ("at high risk", "low-grade", "longer-term")."""
    after = clause.stems[place + 1 : place + 2]
    if clause.stems[place] in _LONG and after in _TERM:
        return True
    if clause.stems[place] not in ATTRIBUTES:
        return clause.stems[place] == "cut" and bool(_LIMITS & set(after))
    return (place > 0 and clause.stems[place - 1] == "at") or bool(_KINDS & set(after))


def _is_state_of_another(clause: Clause, place: int, outcome: frozenset[str]) -> bool:
    """Tell whether a word only says how something stands that is not asked for ("impaired glucose and diabetes")."""
    if clause.stems[place] not in _STATES:
        return False
    after = [term for term, spots in clause.places.items() if place + 1 in spots]
    named = lexicon().of_role(after, *OUTCOME_ROLES)
    return bool(named) and outcome.isdisjoint(named)


def _is_noun(clause: Clause, place: int) -> bool:
    """Tell whether "cause" is what something comes from ("all-cause mortality", "death from any cause")."""
    if clause.stems[place] != _CAUSE:
        return False
    return clause.stems[place - 1 : place] in _BEFORE_CAUSE or clause.stems[place + 1 : place + 2] in _AFTER_CAUSE


def _is_measured(clause: Clause, place: int) -> bool:
    """Tell whether a word is only what is said to be half or twice as much ("half as frequent")."""
    return place > 1 and clause.stems[place - 2 : place] in _TIMES_AS


def _is_of_another(clause: Clause, place: int, cue: Cue, outcome: frozenset[str]) -> bool:
    """Tell whether a word tells of what stands before "and with" only ("with shorter X and with Y")."""
    if cue.sense is Sense.LINK:
        return False
    turns = [at for at in range(place, len(clause.stems) - 1) if clause.stems[at : at + 2] == ("and", "with")]
    spots = [spot for term in outcome for spot in clause.places.get(term, ())]
    return bool(turns and spots) and all(spot > turns[0] for spot in spots)


def _intensifies(clause: Clause, place: int) -> bool:
    """Tell whether "more" or "less" only strengthens a change beside it ("fell more", "less likely")."""
    if clause.stems[place] in _LESS:
        spoken = bool((_SPOKEN_OF | _SURELY) & set(clause.stems[place + 1 : place + 2]))
        return spoken or place - 1 in find_outdone(clause)
    if clause.stems[place] not in _DEGREES or _recovers(clause, place):
        return False
    if _SPOKEN_OF & set(clause.stems[place + 1 : place + 2]):
        return True
    before, after = clause.stems[max(0, place - 3) : place], clause.stems[place + 1 : place + 2]
    changed = [word for word in before if word not in ATTRIBUTES] + list(after)
    return any(word in cue_table() and word not in _DEGREES for word in changed) or "than" in before + after


def _recovers(clause: Clause, place: int) -> bool:
    """Tell whether a word says how soon people were well again ("recovered from X faster")."""
    return clause.stems[place] in _SOON and bool(_RECOVER & set(clause.stems[max(0, place - _TO_RECOVER) : place]))


def find_ends(clause: Clause, spots: list[int]) -> set[int]:
    """Find the words before an outcome by which it ends or is absent ("remission of …", "free of …")."""
    return {
        place
        for spot in spots
        for place in range(max(0, spot - 3), spot)
        if (clause.stems[place] in _ENDS and clause.stems[place + 1] in _OF)
        or clause.stems[place : place + 2] == _RESPONSE_RATE
        if not _TIMES & set(clause.stems[max(0, place - 3) : place])
    }


def find_outdone(clause: Clause) -> set[int]:
    """Find the words that say what one side of a comparison did less than the other.

    What follows "less effective in", and what "less … than" follows ("fell less with X than").
    """
    found: set[int] = set()
    for place, (word, after) in enumerate(pairwise(clause.stems)):
        if word not in _LESS:
            continue
        if after in _ABLE:
            found.update(range(place + 2, place + _TO_ABLE))
        elif after in _AFTER_LESS and "than" in clause.stems[place + 1 :]:
            amount = clause.stems[clause.stems.index("than", place) + 1 :]
            verbs = [spot for spot in range(max(0, place - _TO_ABLE), place) if _is_verb(clause.stems[spot])]
            if verbs and amount and not amount[0][0].isdigit():
                found.add(verbs[-1])
    return found


def _is_verb(word: str) -> bool:
    return word in cue_table() and word not in _COMPARED
