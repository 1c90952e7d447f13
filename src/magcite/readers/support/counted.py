"""Find where a source counts the same things as a statement and comes to another number."""

from __future__ import annotations

from magcite.readers.support.case import Case
from magcite.readers.support.numbers import Number, Unit, read_numbers
from magcite.readers.support.passages import Passage
from magcite.readers.support.words import split_words, stem, stems, stop_stems

NEXT_WORDS = 4
"""Words after a number among which the thing counted is looked for (ours)."""
_PROCESSES = stems("process processes reaction enzyme enzymatic")
_PEOPLE = stems("people person adult patient participant subject volunteer woman women man men child children study "
                "trial total weeks day month year")  # fmt: skip


def find_other_count(case: Case) -> Passage | None:
    """Find the sentence on the same substance that counts the same things otherwise."""
    frame = case.frame
    if any(number.unit is not Unit.COUNT for number in case.numbers_missing) or not frame.exposures:
        return None
    wanted = frozenset(thing for number in case.numbers_missing for thing in _things(frame.text, number))
    for passage in case.prepared.passages:
        text = passage.sentence.text
        counts = (number for number in read_numbers(text) if number.unit is Unit.COUNT)
        if wanted and frame.exposures & passage.terms and any(wanted & _things(text, number) for number in counts):
            return passage
    return None


def _things(text: str, number: Number) -> frozenset[str]:
    """Give the stems of what a number counts; reactions, processes and enzymes at work are one."""
    after = split_words(text[number.place :])[1 : NEXT_WORDS + 1]
    found = frozenset(stem(word) for word in after if not word[0].isdigit()) - stop_stems() - _PEOPLE
    return found | (_PROCESSES if found & _PROCESSES else frozenset())
