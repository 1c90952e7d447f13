"""The words of the contract as closed sets, and the two types that everything is built on."""

from __future__ import annotations

from enum import Enum, IntEnum


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
