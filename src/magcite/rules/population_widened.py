"""A statement is told of more people than were studied.

What helps elderly people with diabetes, or children in a clinic, may do nothing for others.

What to do: name the people who were studied, or cite a study in the people meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from magcite.lexicons.groups import (
    Group,
    describe_groups,
    find_groups,
    find_regions,
    join_names,
    studied_groups,
    told_groups,
)
from magcite.model import Language, Reading, Reason, Severity, StudyType, Verdict
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import shared_reason, supporters

_STATUS = frozenset({"with low magnesium", "with normal magnesium"})
"""What a statement about a lack tells of people, and not whom it speaks of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    """Whom the sources studied and whom the statement speaks of, where these differ, in English and Dutch."""

    studied: tuple[str, str]
    told: tuple[str, str]


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an assertion each of whose supporters studied other people than it speaks of, and name both.

    A heading that names the people names them for its statements; and sources that each study one of several
    groups told of carry the statement together. Where the people cannot be named, there is nothing to tell.
    """
    found = shared_reason(case, Reason.POPULATION_MISMATCH)
    span = _compare(case, found[0].reading) if found and found[0].reading else None
    if found and span:
        source, reason = found
        yield Flaw(
            message=f"studied in {span.studied[0]}; told of {span.told[0]}",
            dutch=f"onderzocht bij {span.studied[1]}; verteld van {span.told[1]}",
            because=reason,
            citation=source.citation,
        )


def _compare(case: AssertionCase, reading: Reading) -> _Span | None:
    """Set the people of the best source beside those told of; None where nothing sets them apart."""
    text = case.assertion.english or case.assertion.text
    told = find_groups(text, told=True)
    named = {*told, *find_groups(f"{case.claim.title or ''} | {case.claim.id.replace('-', ' ')}", told=True)}
    studied = studied_groups(reading.article, reading.facts)
    own = tuple(group for group in told_groups(text) if group.english not in _STATUS)
    if any(group.special and group not in named for group in studied):
        jointly = {group for other in supporters(case) for group in studied_groups(other.article, other.facts)}
        special = {group for group in own if group.special}
        if len(special) > 1 and special <= jointly:
            return None
        return _Span(
            studied=_names(studied), told=_names(own) if own else ("people in general", "mensen in het algemeen")
        )
    return _compare_regions(text, reading)


def _names(groups: tuple[Group, ...]) -> tuple[str, str]:
    return describe_groups(groups, Language.ENGLISH), describe_groups(groups, Language.DUTCH)


def _compare_regions(text: str, reading: Reading) -> _Span | None:
    """Set the peoples of a survey beside those told of."""
    quote = reading.support.quote.text if reading.support and reading.support.quote else ""
    studied, told = find_regions(f"{reading.article.title or ''} {quote}"), find_regions(text)
    if not studied or set(told) <= set(studied):
        return None
    return _Span(studied=_join(studied), told=_join(told))


def _join(names: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    return (
        join_names((english for english, _ in names), Language.ENGLISH),
        join_names((dutch for _, dutch in names), Language.DUTCH),
    )


def _source(
    reason: Reason | None,
    quote: str = "We enrolled 240 patients with type 2 diabetes.",
    title: str = "An invented article",
    cited_as: str = "12345678",
) -> ExampleSource:
    return ExampleSource(
        cited_as=cited_as,
        title=title,
        study_type=StudyType.RANDOMIZED_TRIAL,
        sample_size=240,
        verdict=Verdict.PARTIAL,
        quote=quote,
        reasons=((reason, "studied in people with diabetes"),) if reason else (),
    )


RULE = Rule(
    id="population-widened",
    summary="told of more people than were studied",
    severity=Severity.WARNING,
    case=AssertionCase,
    check=check,
    flagged=(
        Example(claim="Zinc improves mood in adults.", sources=(_source(Reason.POPULATION_MISMATCH),)),
        Example(
            claim="Half of Europe and the United States lack zinc.",
            sources=(
                _source(Reason.POPULATION_MISMATCH, "Half of Americans lacked zinc.", "Zinc in the United States"),
            ),
        ),
    ),
    clean=(
        Example(
            claim="Zinc improves mood in adults.",
            sources=(_source(Reason.POPULATION_MISMATCH), ExampleSource(cited_as="23456789", verdict=Verdict.SUPPORTS)),
        ),
        Example(claim="Zinc improves mood in adults.", sources=(_source(None),)),
        Example(
            claim="Zinc improves mood in children and older people.",
            sources=(
                _source(Reason.POPULATION_MISMATCH, "We enrolled 240 overweight children."),
                _source(Reason.POPULATION_MISMATCH, "We enrolled 90 older people.", cited_as="23456789"),
            ),
        ),
        Example(
            claim="Half of Americans lack zinc.",
            sources=(
                _source(Reason.POPULATION_MISMATCH, "Half of Americans lacked zinc.", "Zinc in the United States"),
            ),
        ),
    ),
)
