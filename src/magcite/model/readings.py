"""What is read from an article, and from an article beside a statement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from magcite.model.articles import Article, MissingArticle
from magcite.model.claims import Citation
from magcite.model.words import Reason, Status, Strength, StudyType, Verdict

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words copied to the letter from an article's title or abstract (section None is the title when `in_title`)."""

    text: str
    section: str | None = None
    in_title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Generic[T_co]):
    """One value with the words it rests on and how sure the reader is (0 to 1).

    `quote` is None only where the value rests on the record itself (publication types, MeSH); `basis` then says on
    what, and otherwise names the rule or cue that read it.
    """

    value: T_co
    quote: Quote | None
    confidence: float
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """The study type of an article, with what the text and the record (types, MeSH) say on their own.

    `study_type` is the answer; None when neither tells. `from_text` and `from_record` are both kept so that a
    disagreement can be shown. `covers_trials` is, for a review, whether the studies reviewed are randomised trials.
    """

    study_type: Fact[StudyType] | None
    from_text: Fact[StudyType] | None = None
    from_record: Fact[StudyType] | None = None
    covers_trials: Fact[bool] | None = None


class Count(Enum):
    """The stages at which an article may count its participants."""

    SCREENED = "screened"
    ENROLLED = "enrolled"
    RANDOMIZED = "randomized"
    ANALYSED = "analysed"
    COMPLETED = "completed"
    ARM = "arm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """How many took part. `participants` are people; an animal study counts in `animals`; reviews count their studies.

    `counts` keeps every other number found, by stage. `note` says what does not add up.
    """

    participants: Fact[int] | None = None
    studies_included: Fact[int] | None = None
    animals: Fact[int] | None = None
    counts: tuple[tuple[Count, Fact[int]], ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """A detail of the design that an abstract states: `name` (such as "dose") and the words for it."""

    name: str
    fact: Fact[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFacts:
    """All that is read from one article whatever the claim; `conclusion` is how strongly it concludes itself."""

    design: Design
    sample: Sample
    elements: tuple[Element, ...] = ()
    conclusion: Fact[Strength] | None = None


class OpinionStatus(Enum):
    """What became of a question for a second opinion."""

    GIVEN = "given"
    REFUSED = "refused"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondOpinion:
    """What another model, asked for it, says of a statement and an article; it changes no verdict of magcite's.

    `reason` says why there is none: why its answer was refused, or why it gave none.
    """

    model: str
    status: OpinionStatus
    verdict: Verdict | None = None
    quote: Quote | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All facts about one article with respect to one assertion.

    `support` is None only where there is no text to judge by (no abstract, or no English for the statement).
    `evidence_level` is the OCEBM 2011 level for benefit, 1 to 5; None where the design is unknown or gives no evidence.
    `reasons` are what was found between the statement and the article; the `basis` of each says it in words.
    """

    article: Article
    facts: ArticleFacts
    support: Fact[Verdict] | None
    evidence_level: int | None
    reasons: tuple[Fact[Reason], ...] = ()
    second_opinion: SecondOpinion | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedSource:
    """One citation of an assertion and what became of it.

    `also_cited_as` holds the other names under which the same claim cites the same record: it is graded once.
    `suggestion` is a record within reach whose PMID has one digit more or two swapped, and which fits where this one
    does not: a guess.
    """

    citation: Citation
    status: Status
    reading: Reading | None
    missing: MissingArticle | None
    also_cited_as: tuple[str, ...] = ()
    suggestion: Article | None = None
