"""Keep to the findings on the part of a source that a statement speaks of: its older people, its cohorts, its diets."""

from __future__ import annotations

from dataclasses import replace

from magcite.readers.support.cues import cue_table
from magcite.readers.support.evidence import Finding
from magcite.readers.support.patterns import Lazy
from magcite.readers.support.statement import Frame
from magcite.readers.support.words import lexicon

ELSEWHERE = 0.1
"""How much a finding on the whole counts where there is one on the very part asked for (ours)."""
_PARTS: tuple[tuple[Lazy, ...], ...] = (
    (
        Lazy(r"\b(?:seniors?|elderly|older|over 6\d|(?:aged? )?6\d (?:and|or) (?:over|older)|6\d-year-olds)\b"),
        Lazy(r"\b(?:young(?:er)?|(?:below|under|less than)\s(?:the )?(?:age )?(?:of )?\d\d)\b"),
    ),
    (Lazy(r"\b(?:women|females?)\b"), Lazy(r"\b(?:men|males?)\b")),
    (Lazy(r"\bcohorts?\b"), Lazy(r"\bcase-control\b"), Lazy(r"\b(?:randomi[sz]ed|trials?)\b")),
    (Lazy(r"\b(?:diet\w*|foods?|eat|eating|ate)\b"), Lazy(r"\b(?:supplement\w*|tablets?|pills?|capsules?)\b")),
    (
        Lazy(r"\b(?:short(?:er|ens?|ened)|long(?:er)?|duration|lasted|sooner|faster)\b"),
        Lazy(r"\b(?:mild(?:er)?|severity|severe)\b"),
        Lazy(r"\b(?:prevent\w*|protect\w*|fewer|catch\w*|incidence|(?:per|each) (?:person|child)|spares?)\b"),
    ),
    (Lazy(r"\b(?:overweight|obes\w+)\b"), Lazy(r"\b(?:normal|healthy) weight\b")),
)
"""Ways of parting a source, each with its parts."""


def focus(frame: Frame, findings: tuple[Finding, ...], title: frozenset[str]) -> tuple[Finding, ...]:
    """Drop the findings on other parts, and discount those on the whole, where some are on the part asked for."""
    for parts in _PARTS:
        findings = _focus_on(parts, frame.text, findings)
    for group in sorted((frame.people - title) | _kinds(frame)):
        findings = _discount_others(group, findings)
    return findings


def _kinds(frame: Frame) -> frozenset[str]:
    """Give the words that say which kind of a disease is meant ("colorectal cancer")."""
    role, table = lexicon().role, cue_table()
    spots = {
        spot for name in frame.outcomes if role.get(name) == "conditions" for spot in frame.clause.places.get(name, ())
    }
    before = {frame.clause.stems[spot - 1] for spot in spots if spot}
    return frozenset(word for word in before & frame.content if word not in table and not word.isupper())


def _discount_others(group: str, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Let findings that do not name a group count less where others do."""
    if not any(group in finding.clause.places and finding.direction.told for finding in findings):
        return findings
    return tuple(
        finding if group in finding.clause.places else replace(finding, weight=finding.weight * ELSEWHERE)
        for finding in findings
    )


def _focus_on(parts: tuple[Lazy, ...], statement: str, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    asked = _named(parts, statement)
    named = [_named(parts, finding.clause.text) for finding in findings]
    told = any(which == asked and finding.direction.told for which, finding in zip(named, findings, strict=True))
    if len(asked) != 1 or len({*named} - {frozenset()}) < 2 or not told:
        return findings
    return tuple(
        finding if asked <= which else replace(finding, weight=finding.weight * ELSEWHERE)
        for which, finding in zip(named, findings, strict=True)
        if asked <= which or not which
    )


def _named(parts: tuple[Lazy, ...], text: str) -> frozenset[int]:
    return frozenset(place for place, part in enumerate(parts) if part.search(text))
