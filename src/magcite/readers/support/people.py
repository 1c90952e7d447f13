"""Tell in whom a statement says that it holds, so that they are not taken for what it says of them."""

from __future__ import annotations

from magcite.readers.support.cues import cue_table
from magcite.readers.support.passages import Clause, make_clause
from magcite.readers.support.patterns import Lazy
from magcite.readers.support.words import lexicon, stems

_TAIL = Lazy(
    r",? (?:also |even |especially )?(?:in|among|for|of) "
    r"(?:(?!(?:in|among|for|of|with|on|from|to|by|than)\b)[\w-]+,? (?:and |or )?){0,5}?"
    r"(?:people|adults|patients|women|men|children|those|subjects|persons|individuals|participants|athletes|players|"
    r"volunteers|boys|girls|adolescents|teenagers|infants|pensioners|smokers)\b.*$"
)
_LEAD = Lazy(
    r"(?P<who>people|adults|patients|women|men|children|those) (?:with|who have) (?:(?!who|whose|that)[\w-]+ ){1,5}"
    r"(?=(?:who|whose|that|taking|eating)\b)"
)
_SAYS_LITTLE = stems(
    "people person adult patient intake supplement supplementation dose mg treatment day daily week month year study "
    "trial extra use taking take took help helps work works good well may can"
)


def leave_out_people(text: str, clause: Clause, exposures: frozenset[str]) -> Clause:
    """Give a statement without the people at its end ("… in adults with asthma"), where it still says something."""
    tail, lead = _TAIL.search(text), _LEAD.match(text)
    if not tail and not lead:
        return clause
    end = tail.start() if tail and tail.start() else len(text)
    main = make_clause(f"{lead['who']} {text[lead.end() : end]}" if lead else text[:end], {})
    return main if exposures <= main.places.keys() and _says_something(main, exposures) else clause


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
        if term not in _SAYS_LITTLE and main.stems[spot] not in table and spot not in inside
    }
    return len(content) >= (1 if exposures else 2)
