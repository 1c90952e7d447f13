"""The values that every part of magcite speaks in; frozen, without input or output.

claims file -> Claim -> source -> Article | MissingArticle -> readers -> Reading
-> rules -> Finding -> grading -> Report
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum
from pathlib import Path
from typing import Generic, NewType, TypeVar

Pmid = NewType("Pmid", str)
"""A PubMed id: one to eight digits, no leading zero."""

T_co = TypeVar("T_co", covariant=True)


# ---------------------------------------------------------------- words of the contract


class Severity(IntEnum):
    """How bad a finding is, whoever is right about it."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """Give the word that reports print."""
        return self.name.lower()


class StudyType(Enum):
    """The design of a study as the reports name it."""

    META_ANALYSIS = "meta-analysis"
    SYSTEMATIC_REVIEW = "systematic-review"
    RANDOMIZED_TRIAL = "randomized-trial"
    NON_RANDOMIZED_TRIAL = "non-randomized-trial"
    COHORT = "cohort"
    CASE_CONTROL = "case-control"
    CROSS_SECTIONAL = "cross-sectional"
    CASE_SERIES = "case-series"
    CASE_REPORT = "case-report"
    NARRATIVE_REVIEW = "narrative-review"
    GUIDELINE = "guideline"
    EDITORIAL_LETTER = "editorial-letter"
    PROTOCOL = "protocol"
    DIAGNOSTIC = "diagnostic"
    ANIMAL = "animal"
    IN_VITRO = "in-vitro"
    OTHER = "other"
    UNKNOWN = "unknown"


class Verdict(Enum):
    """What one article says of one statement."""

    SUPPORTS = "supports"
    PARTIAL = "partial"
    CONTRADICTS = "contradicts"
    UNRELATED = "unrelated"
    UNCLEAR = "unclear"


class Reason(Enum):
    """What keeps an article from carrying a statement as it stands; a Fact of it quotes the article."""

    EXPOSURE_MISMATCH = "exposure-mismatch"
    OUTCOME_MISMATCH = "outcome-mismatch"
    POPULATION_MISMATCH = "population-mismatch"
    COMPARATOR_MISMATCH = "comparator-mismatch"
    NUMBER_MISMATCH = "number-mismatch"
    NUMBER_NOT_STATED = "number-not-stated"
    NUMBER_OF_OTHER_GROUP = "number-of-other-group"
    RELATIVE_RISK_ALONE = "relative-risk-alone"
    WRONG_DIRECTION = "wrong-direction"
    NULL_RESULT = "null-result"
    MIXED_RESULTS = "mixed-results"
    BACKGROUND_ONLY = "background-only"
    ASSOCIATION_ONLY = "association-only"
    WITHIN_GROUP_ONLY = "within-group-only"
    NO_BETWEEN_GROUP_TEST = "no-between-group-test"
    NOT_EQUIVALENCE = "not-equivalence"
    NOT_NO_EFFECT = "not-no-effect"
    SUBGROUP_ONLY = "subgroup-only"
    WRONG_SUBGROUP = "wrong-subgroup"
    DEFICIENT_ONLY = "deficient-only"
    REPLETE_ONLY = "replete-only"
    SURROGATE_OUTCOME = "surrogate-outcome"
    ROUTE_MISMATCH = "route-mismatch"
    FORM_MISMATCH = "form-mismatch"
    DOSE_MISMATCH = "dose-mismatch"
    DURATION_MISMATCH = "duration-mismatch"
    UNCONTROLLED = "uncontrolled"
    SMALL_SAMPLE = "small-sample"
    OPINION_ONLY = "opinion-only"
    NOT_PRIMARY = "not-primary"
    ANIMAL_ONLY = "animal-only"
    NOT_TOLD = "not-told"


class AssertionVerdict(Enum):
    """What all cited articles together say of one statement."""

    SUPPORTED = "supported"
    PARTLY_SUPPORTED = "partly-supported"
    NOT_SUPPORTED = "not-supported"
    CONTRADICTED = "contradicted"
    MIXED = "mixed"
    UNVERIFIABLE = "unverifiable"
    UNCITED = "uncited"


class Strength(IntEnum):
    """How strongly a sentence claims a causal effect, weakest first."""

    NONE = 0
    ASSOCIATION = 1
    HEDGED = 2
    CAPABILITY = 3
    EFFECT = 4

    @property
    def word(self) -> str:
        """Give the word that reports print."""
        return self.name.lower()


class Certainty(IntEnum):
    """GRADE-informed certainty of the cited evidence, from abstracts only."""

    NONE = 0
    VERY_LOW = 1
    LOW = 2
    MODERATE = 3
    HIGH = 4

    @property
    def word(self) -> str:
        """Give the word that reports print."""
        return self.name.lower().replace("_", "-")


class Status(Enum):
    """What became of one citation."""

    GRADED = "graded"
    NO_ABSTRACT = "no-abstract"
    NOT_FOUND = "not-found"
    UNRESOLVED = "unresolved"
    NOT_IN_PUBMED = "not-in-pubmed"
    UNAVAILABLE = "unavailable"


class Provenance(Enum):
    """Where the text of an article came from."""

    PUBMED = "pubmed"
    CACHE = "cache"
    RECORDED = "recorded"
    DIGEST = "digest"


class Context(Enum):
    """Which house rules on health claims apply to a file."""

    EDITORIAL = "editorial"
    COMMERCIAL = "commercial"


class Language(Enum):
    """A language that magcite reads claims in and speaks."""

    ENGLISH = "en"
    DUTCH = "nl"


# ---------------------------------------------------------------- claims


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Position:
    """A place in a claims file; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        """Write the place as editors and terminals link it."""
        return f"{self.file}:{self.line}:{self.column}"


class IdKind(Enum):
    """The kinds of identifier a source can be cited by."""

    PMID = "pmid"
    PMCID = "pmcid"
    NBK = "nbk"
    DOI = "doi"
    URL = "url"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A source's identifier in its one normal form: `25748766`, `PMC4759402`, `NBK507269`, `10.1/x` or an address."""

    kind: IdKind
    value: str

    def __str__(self) -> str:
        """Write the identifier as people know it."""
        return f"doi:{self.value}" if self.kind is IdKind.DOI else self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One source as a claims file cites it."""

    cited_as: str
    identifier: Identifier
    position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A rule that an editor switched off for one assertion, with the reason."""

    rule: str
    reason: str
    by: str | None
    until: date | None
    position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a person decided about one source of one assertion."""

    source: str
    verdict: Verdict
    by: str | None
    on: date | None
    reason: str | None
    position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """One atomic statement that cited sources must carry.

    `id` is the full id (`depression.b`). `text` is as published; `english` is the same in English and equals `text` in
    an English file; it is None where a Dutch file gives no English. `implied` is true where the text ends in
    `(implied)` or `(impliciet)`: the published text cites sources for it without saying it.
    """

    id: str
    text: str
    english: str | None
    citations: tuple[Citation, ...]
    position: Position
    implied: bool = False
    waivers: tuple[Waiver, ...] = ()
    reviews: tuple[Review, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One heading of the published text with its statements and all sources cited for it."""

    id: str
    title: str | None
    locator: str | None
    citations: tuple[Citation, ...]
    assertions: tuple[Assertion, ...]
    position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsFile:
    """One claims file, read and found sound. `articles` is the recorded folder it names, already made absolute."""

    path: str
    title: str | None
    language: Language
    context: Context
    articles: Path | None
    claims: tuple[Claim, ...]


# ---------------------------------------------------------------- articles


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleIds:
    """All identifiers that a record gives for itself."""

    pmid: Pmid | None = None
    pmcid: str | None = None
    nbk: str | None = None
    doi: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AbstractSection:
    """One part of an abstract. `label` is the journal's ("METHODS AND RESULTS"), `category` NLM's (NlmCategory)."""

    text: str
    label: str | None = None
    category: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeshTerm:
    """One MeSH descriptor or publication type; `ui` (such as D016449) is None where only the name is known."""

    name: str
    ui: str | None = None


class NoticeKind(Enum):
    """What was later published about an article, or what the record itself is."""

    RETRACTED = "retracted"
    PARTLY_RETRACTED = "partly-retracted"
    EXPRESSION_OF_CONCERN = "expression-of-concern"
    ERRATUM = "erratum"
    UPDATED = "updated"
    IS_RETRACTION_NOTICE = "is-retraction-notice"
    IS_CONCERN_NOTICE = "is-concern-notice"
    IS_ERRATUM = "is-erratum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One retraction, concern or correction, with the reference that PubMed gives for it."""

    kind: NoticeKind
    reference: str | None = None
    pmid: Pmid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryNumber:
    """A trial registry entry such as ClinicalTrials.gov NCT00000001; the number may be missing."""

    registry: str
    number: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What PubMed, or a recorded file, holds for one source.

    `title` is the English one; a translated title keeps its original in `vernacular_title`. `abstract` is empty where
    there is none. `abstract_note` says where it is not the record's own English abstract (such as "publisher's abstract
    in French"). `retrieved` is the day the record was fetched; None for digests.
    """

    ids: ArticleIds
    title: str | None
    abstract: tuple[AbstractSection, ...]
    provenance: Provenance
    vernacular_title: str | None = None
    abstract_note: str | None = None
    journal: str | None = None
    year: int | None = None
    authors: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    publication_types: tuple[MeshTerm, ...] = ()
    mesh: tuple[MeshTerm, ...] = ()
    keywords: tuple[str, ...] = ()
    registry_numbers: tuple[RegistryNumber, ...] = ()
    notices: tuple[Notice, ...] = ()
    is_book: bool = False
    retrieved: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingArticle:
    """A source without a record: why (`status`) and, in a sentence, what that means and what to do."""

    identifier: Identifier
    status: Status
    reason: str


# ---------------------------------------------------------------- what is read from an article


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


# ---------------------------------------------------------------- what is judged


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A fault found: whose it is, how bad, how sure, in which words, and where the claims file says so."""

    rule: str
    severity: Severity
    confidence: float
    message: str
    owner: str
    position: Position
    source: str | None = None
    quote: str | None = None
    fingerprint: str = ""
    waived: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One GRADE domain: the change of certainty it makes (in steps; None is "not assessable") and why."""

    domain: str
    change: int | None
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """The verdict on one assertion, with its certainty and the account of how that came about."""

    verdict: AssertionVerdict
    certainty: Certainty
    overstated: bool
    ledger: tuple[LedgerEntry, ...]
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedAssertion:
    """One assertion with everything found about it."""

    assertion: Assertion
    strength: Fact[Strength]
    sources: tuple[CitedSource, ...]
    grade: Grade
    findings: tuple[Finding, ...]
    suggested_wording: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedClaim:
    """One claim with its audited assertions; `findings` are those of the claim as a whole."""

    claim: Claim
    assertions: tuple[AuditedAssertion, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The outcome of a run. `remarks` are sentences about the run itself ("PubMed could not be reached: …").

    `model` names the learned model that took part in the verdicts, None where none was asked for.
    """

    files: tuple[ClaimsFile, ...]
    claims: tuple[AuditedClaim, ...]
    remarks: tuple[str, ...] = ()
    model: str | None = None
