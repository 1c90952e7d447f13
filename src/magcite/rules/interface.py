"""What a rule is: a named fault, a check that finds it, and examples that run as tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from magcite.model import (
    Assertion,
    Citation,
    CitedSource,
    Claim,
    Context,
    Fact,
    Language,
    NoticeKind,
    Reading,
    Reason,
    Severity,
    Status,
    Strength,
    StudyType,
    Verdict,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCase:
    """One assertion beside one graded source of it."""

    claim: Claim
    assertion: Assertion
    strength: Fact[Strength]
    context: Context
    language: Language
    citation: Citation
    reading: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class AssertionCase:
    """One assertion beside all its sources."""

    claim: Claim
    assertion: Assertion
    strength: Fact[Strength]
    context: Context
    language: Language
    sources: tuple[CitedSource, ...]

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Give the readings of the sources that could be graded."""
        return tuple(source.reading for source in self.sources if source.reading is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCase:
    """One claim with all its assertions and every source it cites."""

    claim: Claim
    context: Context
    language: Language
    assertions: tuple[AssertionCase, ...]
    sources: tuple[CitedSource, ...]


CaseT = TypeVar("CaseT", SourceCase, AssertionCase, ClaimCase)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """What a rule yields: the message, and the fact or the words it rests on.

    `dutch` is the same message in Dutch, for reports in that language. `severity` is given where the context makes the
    fault milder than the rule's own severity.

    `because` is the fact that the flaw rests on; its confidence becomes the finding's. A flaw that rests on the claims
    file or the record alone gives none, and is certain. `citation` names the source it concerns; a flaw of a
    SourceCase concerns that source without saying so.
    """

    message: str
    dutch: str | None = None
    because: Fact[object] | None = None
    citation: Citation | None = None
    severity: Severity | None = None
    confidence: float | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleSource:
    """One source of an example, in the few facts that rules look at; what is not given is unknown."""

    cited_as: str = "12345678"
    status: Status = Status.GRADED
    also_cited_as: tuple[str, ...] = ()
    title: str = "An invented article"
    abstract: str = ""
    year: int | None = None
    study_type: StudyType | None = None
    sample_size: int | None = None
    animals: int | None = None
    verdict: Verdict | None = None
    quote: str | None = None
    notices: tuple[NoticeKind, ...] = ()
    publication_types: tuple[str, ...] = ()
    covers_trials: bool | None = None
    type_on_record: StudyType | None = None
    conclusion: Strength | None = None
    reasons: tuple[tuple[Reason, str], ...] = ()
    suggestion: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A statement and its sources, invented, that shows a rule at work; tests run the check on it.

    An empty `claim` is a heading without a statement; one that ends in "(implied)" is implied. `more` are further
    statements of the same heading, each with the verdicts that the sources give on it, in order.
    """

    claim: str
    strength: Strength = Strength.EFFECT
    language: Language = Language.ENGLISH
    english: str | None = None
    context: Context = Context.EDITORIAL
    sources: tuple[ExampleSource, ...] = ()
    more: tuple[tuple[str, tuple[Verdict | None, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Generic[CaseT]):
    """A named fault. `id` is the file name with hyphens and names the fault, never the cure.

    `case` is the kind of case that `check` takes. `flagged` and `clean` are examples that tests run the check on: at
    least one flagged, and two clean (a near miss, and one with the fact unknown).
    """

    id: str
    summary: str
    severity: Severity
    case: type[CaseT]
    check: Callable[[CaseT], Iterator[Flaw]]
    flagged: tuple[Example, ...]
    clean: tuple[Example, ...]

    def apply(self, cases: Iterable[object]) -> Iterator[tuple[CaseT, Flaw]]:
        """Check every case of the kind that this rule takes, and yield it with each flaw found in it."""
        for case in cases:
            if isinstance(case, self.case):
                for flaw in self.check(case):
                    yield case, flaw
