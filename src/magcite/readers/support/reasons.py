"""The closed list of reasons why a source does not, or not fully, carry a statement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from magcite.model import Fact, Quote, Verdict


class Reason(Enum):
    """One way in which a source falls short of a statement, or bears it in a weaker form."""

    EXPOSURE_MISMATCH = "exposure-mismatch"
    OUTCOME_MISMATCH = "outcome-mismatch"
    POPULATION_MISMATCH = "population-mismatch"
    COMPARATOR_MISMATCH = "comparator-mismatch"
    NUMBER_MISMATCH = "number-mismatch"
    NUMBER_NOT_STATED = "number-not-stated"
    WRONG_DIRECTION = "wrong-direction"
    NULL_RESULT = "null-result"
    MIXED_RESULTS = "mixed-results"
    BACKGROUND_ONLY = "background-only"
    ASSOCIATION_ONLY = "association-only"
    WITHIN_GROUP_ONLY = "within-group-only"
    NO_BETWEEN_GROUP_TEST = "no-between-group-test"
    NOT_EQUIVALENCE = "not-equivalence"
    SUBGROUP_ONLY = "subgroup-only"
    WRONG_SUBGROUP = "wrong-subgroup"
    DEFICIENT_ONLY = "deficient-only"
    REPLETE_ONLY = "replete-only"
    UNCONTROLLED = "uncontrolled"
    SMALL_SAMPLE = "small-sample"
    OPINION_ONLY = "opinion-only"
    NOT_PRIMARY = "not-primary"
    ANIMAL_ONLY = "animal-only"
    ROUTE_MISMATCH = "route-mismatch"
    NOT_TOLD = "not-told"


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
