"""The source measured something else than the statement tells.

A better score for one complaint says nothing of the others, however alike they sound.

What to do: tell the outcome that was measured, or cite a study that measured the one told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from magcite.lexicons.groups import join_names, purpose_of_title
from magcite.lexicons.outcomes import Outcome, find_outcomes, name_outcomes
from magcite.model import Language, Reading, Reason, Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import shared_reason

MOST_NAMED = 4
"""Outcomes named in a message at most (ours)."""

_PREVENTS = re.compile(r"\b(?:prevent\w*|prophyla\w*)\b", re.IGNORECASE)
_TREATS = re.compile(r"\b(?:treats?|cur(?:e|es|ed)|reliev\w+|relief|alleviat\w+|acute)\b", re.IGNORECASE)


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion each of whose supporters measured another outcome, and name what is told and what was measured.

    Where neither can be named, there is nothing to tell.
    """
    found = shared_reason(case, Reason.OUTCOME_MISMATCH)
    names = _compare(case, found[0].reading) if found and found[0].reading else None
    if found and names:
        source, reason = found
        yield Flaw(message=names[0], dutch=names[1], because=reason, citation=source.citation)


def _compare(case: AssertionCase, reading: Reading) -> tuple[str, str] | None:
    """Say in English and Dutch what is told of without having been measured, and what was measured."""
    told = find_outcomes(case.assertion.english or case.assertion.text)
    abstract = " ".join(section.text for section in reading.article.abstract)
    found = find_outcomes(f"{reading.article.title or ''} {abstract}")
    missing = [one for one in told if one not in found]
    measured = list(find_outcomes(_conclusion(reading)))[:MOST_NAMED]
    if missing:
        return _tell(name_outcomes(missing, Language.ENGLISH), name_outcomes(missing, Language.DUTCH), measured)
    return _compare_purpose(case.assertion.english or case.assertion.text, f"{reading.article.title or ''} {abstract}")


def _conclusion(reading: Reading) -> str:
    """Give the words in which an article says most plainly what it measured: its title and the sentence relied on."""
    quote = reading.support.quote.text if reading.support and reading.support.quote else ""
    return f"{purpose_of_title(reading.article.title or '')} {quote}"


def _tell(english: list[str], dutch: list[str], measured: list[Outcome]) -> tuple[str, str]:
    told = join_names(english, Language.ENGLISH), join_names(dutch, Language.DUTCH)
    if not measured:
        return (
            f"told of {told[0]}, of which the abstract says nothing",
            f"verteld van {told[1]}, waar de samenvatting niets over zegt",
        )
    seen = [join_names(name_outcomes(measured, one), one) for one in (Language.ENGLISH, Language.DUTCH)]
    return f"told of {told[0]}; the source measured {seen[0]}", f"verteld van {told[1]}; de bron onderzocht {seen[1]}"


def _compare_purpose(statement: str, article: str) -> tuple[str, str] | None:
    """Tell prevention from treatment where the statement speaks of one that the article does not name."""
    if _PREVENTS.search(statement) and not _PREVENTS.search(article):
        return (
            "told of preventing it; the source studied its treatment",
            "verteld van voorkomen; de bron onderzocht behandeling",
        )
    if _TREATS.search(statement) and not _TREATS.search(article) and _PREVENTS.search(article):
        return (
            "told of treating it; the source studied its prevention",
            "verteld van behandelen; de bron onderzocht voorkomen",
        )
    return None


def _source(reason: Reason | None, title: str = "An invented article", abstract: str = "") -> ExampleSource:
    return ExampleSource(
        title=title,
        abstract=abstract,
        study_type=StudyType.RANDOMIZED_TRIAL,
        sample_size=240,
        verdict=Verdict.PARTIAL,
        reasons=((reason, "what is told was not, or not all, measured"),) if reason else (),
    )


RULE = Rule(
    id="outcome-swapped",
    summary="another outcome was measured",
    severity=Severity.WARNING,
    case=AssertionCase,
    check=check,
    flagged=(
        Example(claim="Zinc improves mood.", sources=(_source(Reason.OUTCOME_MISMATCH),)),
        Example(claim="Zinc improves mood.", sources=(_source(Reason.OUTCOME_MISMATCH, "Zinc for fatigue"),)),
        Example(
            claim="Zinc prevents migraine.", sources=(_source(Reason.OUTCOME_MISMATCH, "Zinc for acute migraine"),)
        ),
        Example(claim="Zinc cures migraine.", sources=(_source(Reason.OUTCOME_MISMATCH, "Zinc prevents migraine"),)),
    ),
    clean=(
        Example(
            claim="Zinc improves mood.",
            sources=(_source(Reason.OUTCOME_MISMATCH), ExampleSource(cited_as="23456789", verdict=Verdict.SUPPORTS)),
        ),
        Example(claim="Zinc improves mood.", sources=(_source(None),)),
        Example(claim="Zinc improves mood.", sources=(_source(Reason.OUTCOME_MISMATCH, "Zinc and mood"),)),
    ),
)
