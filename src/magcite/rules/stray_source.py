"""A PMID leads to a record that fits neither its claim nor the sources beside it.

Where a record shares no subject with the statements it is cited for, nor with its neighbours, the number is most likely
wrong: a digit got lost or swapped on the way.

What to do: check this PMID against the published text, and correct it. Where a record within reach differs by one lost
digit or two swapped and fits, it is named; that is a guess.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from magcite.body import verdicts_on
from magcite.model import CitedSource, Reading, Severity, Verdict
from magcite.rules.interface import ClaimCase, Example, ExampleSource, Flaw, Rule

STEM = 6
"""Letters by which words count as the same (ours): "depressive" is "depression"."""
SURE = 0.8
"""Confidence that a record sharing no subject word is the wrong one (ours)."""

_WORD = re.compile(r"[a-z]{4,}")
_COMMON = """
about above adult adults after against also among analysis associated association because been before being
better between body both cause causes children clinical compared control controlled could daily decrease
decreased disease does double during effect effects elderly every find found from group groups have health
healthy high higher improve improved improves increase increased intake into less level levels like lower
lowers many mean means more most often older other over patient patients people percent period placebo prevent
prevents randomized reduce reduced reduces result results risk role score serum show shows significant
significantly some source studied studies study subjects such supplement supplementation supplements symptoms
take taking than that their them then there these they this those through treat treated treatment trial trials
under using versus were when where which while with within without women years young your
"""
"""Words of titles and statements on any subject (ours)."""
_EVERYWHERE = frozenset(word[:STEM] for word in _COMMON.split())


def _stems(text: str) -> set[str]:
    return {word[:STEM] for word in _WORD.findall(text.lower())} - _EVERYWHERE


def _text_of(reading: Reading) -> str:
    article = reading.article
    parts = [
        article.title or "",
        *(section.text for section in article.abstract),
        *(term.name for term in article.mesh),
    ]
    return " ".join(parts)


def _subject(case: ClaimCase, beside: Iterable[CitedSource]) -> set[str]:
    """Give the words that the claim is about: those of its statements, and those that several neighbours share."""
    stated = [assertion.assertion.english or "" for assertion in case.assertions]
    titles = [source.reading.article.title or "" for source in beside if source.reading]
    shared = Counter(stem for title in titles for stem in _stems(title))
    return set().union(*map(_stems, stated)) | {stem for stem, times in shared.items() if times > 1}


def is_stray(case: ClaimCase, source: CitedSource) -> bool:
    """Tell whether a record is unrelated to all it is cited for and shares no subject with the claim."""
    verdicts = verdicts_on(source, (assertion.sources for assertion in case.assertions))
    if source.reading is None or verdicts != {Verdict.UNRELATED}:
        return False
    subject = _subject(case, (other for other in case.sources if other is not source))
    return bool(subject) and not subject & _stems(_text_of(source.reading))


def check(case: ClaimCase) -> Iterator[Flaw]:
    """Flag every source whose record is about something else altogether."""
    for source in case.sources:
        if not is_stray(case, source) or source.reading is None:
            continue
        title = source.reading.article.title or source.reading.article.vernacular_title or "?"
        meant = source.suggestion
        yield Flaw(
            message=f"“{title}” shares no subject with this claim or its other sources: check this PMID"
            + (f"; was {meant.ids.pmid} meant (“{meant.title}”)? That is a guess" if meant else ""),
            dutch=f"“{title}” gaat over iets heel anders dan deze claim en de andere bronnen: controleer deze PMID"
            + (f"; was {meant.ids.pmid} bedoeld (“{meant.title}”)? Dat is een gok" if meant else ""),
            citation=source.citation,
            confidence=SURE,
        )


RULE = Rule(
    id="stray-source",
    summary="the PMID leads to a record on another subject",
    severity=Severity.ERROR,
    case=ClaimCase,
    check=check,
    flagged=(
        Example(
            claim="Zinc prevents colds.",
            sources=(ExampleSource(verdict=Verdict.UNRELATED, title="Infection after knee replacement"),),
        ),
        Example(
            claim="Zinc prevents colds.",
            sources=(
                ExampleSource(verdict=Verdict.UNRELATED, title="Hearing loss in miners", suggestion="12345679"),
                ExampleSource(cited_as="2", verdict=Verdict.PARTIAL, title="Zinc lozenges for the common cold"),
            ),
        ),
    ),
    clean=(
        Example(
            claim="Zinc prevents colds.",
            sources=(ExampleSource(verdict=Verdict.UNRELATED, title="Zinc and taste in old age"),),
        ),
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(verdict=None, title="Knee replacement"),)),
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(verdict=Verdict.UNCLEAR, title="Knees"),)),
    ),
)
