"""Give findings a name that survives moved lines, other claims and new releases."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from magcite.identifiers import parse_identifier
from magcite.model import Claim, Finding

_BYTES = 10
"""Of digest: 80 bits keep a collision out of reach for any number of findings a newsroom can have."""


def fingerprint(rule: str, statement: str, source: str | None = None, ordinal: int = 1) -> str:
    """Name a finding by its rule, the words of the statement and the source's identifier.

    Case, white space and the spelling of the identifier make no difference. `ordinal` tells findings apart that have
    all three in common; it counts from 1.
    """
    words = " ".join(statement.casefold().split())
    identifier = parse_identifier(source) if source else None
    parts = (rule, words, str(identifier) if identifier else (source or ""))
    digest = hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest()
    return digest if ordinal == 1 else f"{digest}-{ordinal}"


def with_fingerprints(claim: Claim, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give every finding of one claim its fingerprint; those alike get an ordinal in the order they come in."""
    words = words_of(claim)
    seen: Counter[str] = Counter()
    named = []
    for finding in findings:
        statement = words.get(finding.owner, finding.owner)
        plain = fingerprint(finding.rule, statement, finding.source)
        seen[plain] += 1
        name = fingerprint(finding.rule, statement, finding.source, ordinal=seen[plain])
        named.append(replace(finding, fingerprint=name))
    return tuple(named)


def words_of(claim: Claim) -> dict[str, str]:
    """Give the words that stand for a claim and for each of its statements, by id; a claim without title has its id."""
    return {claim.id: claim.title or claim.id} | {assertion.id: assertion.text for assertion in claim.assertions}
