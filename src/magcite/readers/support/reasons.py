"""A verdict with every reason why a source does not, or not fully, carry a statement."""

from __future__ import annotations

from dataclasses import dataclass

from magcite.model import Fact, Quote, Reason, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportReason:
    """One reason with the words of the source that it rests on and a sentence that explains it."""

    reason: Reason
    quote: Quote | None
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportReading:
    """The verdict on one statement and article, with every reason behind it."""

    fact: Fact[Verdict]
    reasons: tuple[SupportReason, ...]

    def has(self, reason: Reason) -> bool:
        """Tell whether a reason is among those found."""
        return any(item.reason is reason for item in self.reasons)
