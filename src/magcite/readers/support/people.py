"""Tell in whom a statement says that it holds, so that they are not taken for what it says of them."""

from __future__ import annotations

from magcite.readers.support.cues import cue_table
from magcite.readers.support.passages import Clause, make_clause
from magcite.readers.support.patterns import Lazy
from magcite.readers.support.words import MEASURED_ROLES, lexicon, stems

_TAIL = Lazy(
    r",? (?:also |even |especially )?(?:in|among|for|of) "
    r"(?:(?!(?:in|among|for|of|with|on|from|to|by|than)\b)[\w-]+,? (?:and |or )?){0,5}?"
    r"(?:people|adults|patients|women|men|children|those|subjects|persons|individuals|participants|athletes|players|"
    r"volunteers|boys|girls|adolescents|teenagers|infants|pensioners|smokers)\b.*$"
)
_IN_FIRST = Lazy(
    r"^(?:in|among|for) (?:[\w-]+ ){0,4}?(?:people|adults|patients|women|men|children|those|persons|individuals|"
    r"seniors|athletes|smokers|teenagers|adolescents|mice|rats)\b[^,]*, "
)
_IN_LAST = Lazy(r" in (?!.* in ).*$")
_LEAD = Lazy(
    r"(?P<who>people|adults|patients|women|men|children|those) (?:with|who have) (?:(?!who|whose|that)[\w-]+ ){1,5}"
    r"(?=(?:who|whose|that|taking|eating)\b)"
)
_SAYS_LITTLE = stems(
    "people person adult patient intake supplement supplementation dose mg treatment day daily week month year study "
    "trial extra use taking take took help helps work works good well may can "
    "symptom symptoms complaint complaints attack attacks severity frequency risk score scores level levels blood "
    "serum body"
)


def leave_out_people(text: str, clause: Clause, exposures: frozenset[str]) -> Clause:
    """Give a statement without the people at its end ("… in adults with asthma"), where it still says something."""
    clause = _cut_people_first(_cut_before_condition(clause, exposures), exposures)
    text = clause.text
    tail, lead = _TAIL.search(text), _LEAD.match(text)
    if not tail and not lead:
        return clause
    end = tail.start() if tail and tail.start() else len(text)
    main = make_clause(f"{lead['who']} {text[lead.end() : end]}" if lead else text[:end], {})
    kept = exposures & main.places.keys()
    return main if (kept or not exposures) and _says_something(main, kept) else clause


def _cut_people_first(clause: Clause, exposures: frozenset[str]) -> Clause:
    """Leave out the people named first ("In adults without asthma, X …")."""
    found = _IN_FIRST.search(clause.text)
    main = make_clause(clause.text[found.end() :], {}) if found else clause
    return main if exposures <= main.places.keys() and _says_something(main, exposures) else clause


def _cut_before_condition(clause: Clause, exposures: frozenset[str]) -> Clause:
    """Leave out an illness named last as that in which something else happens ("eases stiffness in arthritis")."""
    for term, spots in clause.places.items():
        before = clause.stems[spots[0] - 1 : spots[0]]
        if not _is_setting(term, clause) or before != ("in",) or len(spots) > 1:
            continue
        if found := _IN_LAST.search(clause.text):
            main = make_clause(clause.text[: found.start()], {})
            if exposures <= main.places.keys() and _says_something(main, exposures) and term not in main.places:
                return main
    return clause


def _is_setting(term: str, clause: Clause) -> bool:
    """Tell whether a thing may be that in which another happens: an illness, or the last of two outcomes."""
    role = lexicon().role
    if role.get(term) == "conditions":
        return True
    outcomes = lexicon().of_role(clause.places, *MEASURED_ROLES)
    first = clause.places[term][0]
    return role.get(term) == "lower_is_better" and any(clause.places[other][0] < first for other in outcomes)


def _says_something(main: Clause, exposures: frozenset[str]) -> bool:
    """Tell whether more is named than the exposure and a directional word; two things where it is not known."""
    words, table = lexicon(), cue_table()
    inside = {
        spot + offset
        for term in exposures
        for spot in main.places.get(term, ())
        for offset in range(words.at(main.stems, spot)[1])
    }
    content = {
        spot
        for term, spots in main.places.items()
        for spot in spots
        if main.stems[spot] not in _SAYS_LITTLE | table.keys() and spot not in inside
    }
    return len(content) >= (1 if exposures else 2)
