"""Read of a review whether the studies it covers are randomised trials."""

from __future__ import annotations

import re

from magcite.model import Fact
from magcite.readers.design_text import DesignText
from magcite.readers.sentences import Part

_TRIALS = re.compile(
    r"(?<!non)(?<!non-)(?<!non )(?<!not )randomi[sz]ed(?: [\w,()/-]+){0,4} (?:trials|studies|experiments)\b|\brcts\b"
    r"|placebo-controlled(?: [\w-]+){0,2} (?:trials|studies)|controlled (?:clinical )?trials"
)
_OBSERVATIONS = re.compile(
    r"(?:cohort|case-control|cross-sectional|observational|epidemiolog\w+|population-based|longitudinal|prospective|nested|"
    r"ecological)(?: [\w-]+){0,2} (?:studies|cohorts|designs|surveys)\b|prospective cohorts"
    r"|(?:non-?randomi[sz]ed|uncontrolled|open-label)(?: [\w-]+){0,2} (?:trials|studies)|case (?:series|reports)"
)
_WANTED = re.compile(
    r"\b(?:needed|warranted|required|necessary|future|should be|lack(?:ing)?|absence|exclud\w+|"
    r"no (?:[\w-]+ ){0,2}randomi[sz]ed|"
    r"further (?:[\w-]+ ){0,3}(?:trials|studies))\b"
)
_WEIGHT = {Part.BACKGROUND: 0, Part.OBJECTIVE: 1, Part.CONCLUSIONS: 1}


def _found(pattern: re.Pattern[str], text: DesignText) -> tuple[int, int | None]:
    """Weigh where a kind of study is named and give the heaviest place."""
    best, place, total = 0, None, 0
    for found in pattern.finditer(text.lowered):
        index = text.sentence_index(found.start())
        if _WANTED.search(text.line(index)):
            continue
        weight = _WEIGHT.get(text.sentences[index].part, 2)
        total += weight
        if weight > best:
            best, place = weight, found.start()
    return total, place


def read_coverage(text: DesignText) -> Fact[bool] | None:
    """Tell for a review whether it covers randomised trials alone; None where it does not say what it covers."""
    trials, trial_place = _found(_TRIALS, text)
    others, other_place = _found(_OBSERVATIONS, text)
    if trial_place is not None and not others:
        return Fact(value=True, quote=text.quote_at(trial_place), confidence=0.85, basis="names randomised trials only")
    if other_place is not None:
        sure = 0.85 if not trials else 0.6
        basis = "names observational studies" + (" beside trials" if trials else "")
        return Fact(value=False, quote=text.quote_at(other_place), confidence=sure, basis=basis)
    return None
