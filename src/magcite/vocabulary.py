"""The contract's words as people read them, in English and Dutch."""

from __future__ import annotations

from magcite.model import (
    AssertionVerdict,
    Certainty,
    Count,
    Language,
    Provenance,
    Severity,
    Status,
    Strength,
    StudyType,
    Verdict,
)

_Plain = AssertionVerdict | Count | Provenance | Status | StudyType | Verdict
Word = _Plain | Certainty | Severity | Strength

_ENGLISH: dict[_Plain, str] = {
    AssertionVerdict.SUPPORTED: "supported",
    AssertionVerdict.PARTLY_SUPPORTED: "partly supported",
    AssertionVerdict.NOT_SUPPORTED: "not supported",
    AssertionVerdict.CONTRADICTED: "contradicted",
    AssertionVerdict.MIXED: "mixed",
    AssertionVerdict.UNVERIFIABLE: "unverifiable",
    AssertionVerdict.UNCITED: "uncited",
    Verdict.SUPPORTS: "supports",
    Verdict.PARTIAL: "partly supports",
    Verdict.CONTRADICTS: "contradicts",
    Verdict.UNRELATED: "unrelated",
    Verdict.UNCLEAR: "unclear",
    Status.GRADED: "graded",
    Status.NO_ABSTRACT: "no abstract",
    Status.NOT_FOUND: "not found in PubMed",
    Status.UNRESOLVED: "led nowhere",
    Status.NOT_IN_PUBMED: "not in PubMed",
    Status.UNAVAILABLE: "no record at hand",
    Provenance.PUBMED: "PubMed",
    Provenance.CACHE: "cache",
    Provenance.RECORDED: "recorded",
    Provenance.DIGEST: "digest",
    Count.SCREENED: "screened",
    Count.ENROLLED: "enrolled",
    Count.RANDOMIZED: "randomised",
    Count.ANALYSED: "analysed",
    Count.COMPLETED: "completed",
    Count.ARM: "in one arm",
    StudyType.META_ANALYSIS: "meta-analysis",
    StudyType.SYSTEMATIC_REVIEW: "systematic review",
    StudyType.RANDOMIZED_TRIAL: "randomized trial",
    StudyType.NON_RANDOMIZED_TRIAL: "non-randomized trial",
    StudyType.COHORT: "cohort",
    StudyType.CASE_CONTROL: "case-control",
    StudyType.CROSS_SECTIONAL: "cross-sectional",
    StudyType.CASE_SERIES: "case series",
    StudyType.CASE_REPORT: "case report",
    StudyType.NARRATIVE_REVIEW: "narrative review",
    StudyType.GUIDELINE: "guideline",
    StudyType.EDITORIAL_LETTER: "editorial or letter",
    StudyType.PROTOCOL: "protocol",
    StudyType.DIAGNOSTIC: "diagnostic study",
    StudyType.ANIMAL: "animal study",
    StudyType.IN_VITRO: "in vitro",
    StudyType.OTHER: "other study",
    StudyType.UNKNOWN: "unknown design",
}

_DUTCH: dict[_Plain, str] = {
    AssertionVerdict.SUPPORTED: "onderbouwd",
    AssertionVerdict.PARTLY_SUPPORTED: "deels onderbouwd",
    AssertionVerdict.NOT_SUPPORTED: "niet onderbouwd",
    AssertionVerdict.CONTRADICTED: "tegengesproken",
    AssertionVerdict.MIXED: "tegenstrijdig",
    AssertionVerdict.UNVERIFIABLE: "niet te controleren",
    AssertionVerdict.UNCITED: "zonder bron",
    Verdict.SUPPORTS: "steunt",
    Verdict.PARTIAL: "steunt deels",
    Verdict.CONTRADICTS: "spreekt tegen",
    Verdict.UNRELATED: "gaat over iets anders",
    Verdict.UNCLEAR: "onduidelijk",
    Status.GRADED: "beoordeeld",
    Status.NO_ABSTRACT: "geen samenvatting",
    Status.NOT_FOUND: "niet gevonden in PubMed",
    Status.UNRESOLVED: "leidt nergens heen",
    Status.NOT_IN_PUBMED: "niet in PubMed",
    Status.UNAVAILABLE: "geen record voorhanden",
    Provenance.PUBMED: "PubMed",
    Provenance.CACHE: "cache",
    Provenance.RECORDED: "vastgelegd",
    Provenance.DIGEST: "digest",
    Count.SCREENED: "gescreend",
    Count.ENROLLED: "ingesloten",
    Count.RANDOMIZED: "gerandomiseerd",
    Count.ANALYSED: "geanalyseerd",
    Count.COMPLETED: "voltooid",
    Count.ARM: "in één groep",
    StudyType.META_ANALYSIS: "meta-analyse",
    StudyType.SYSTEMATIC_REVIEW: "systematisch overzicht",
    StudyType.RANDOMIZED_TRIAL: "gerandomiseerd onderzoek",
    StudyType.NON_RANDOMIZED_TRIAL: "niet-gerandomiseerd onderzoek",
    StudyType.COHORT: "cohortonderzoek",
    StudyType.CASE_CONTROL: "patiënt-controleonderzoek",
    StudyType.CROSS_SECTIONAL: "dwarsdoorsnede-onderzoek",
    StudyType.CASE_SERIES: "reeks ziektegeschiedenissen",
    StudyType.CASE_REPORT: "ziektegeschiedenis",
    StudyType.NARRATIVE_REVIEW: "beschouwend overzicht",
    StudyType.GUIDELINE: "richtlijn",
    StudyType.EDITORIAL_LETTER: "redactioneel of brief",
    StudyType.PROTOCOL: "onderzoeksprotocol",
    StudyType.DIAGNOSTIC: "diagnostisch onderzoek",
    StudyType.ANIMAL: "dierproef",
    StudyType.IN_VITRO: "laboratoriumonderzoek",
    StudyType.OTHER: "ander onderzoek",
    StudyType.UNKNOWN: "onbekende opzet",
}

# NOTE: members of different IntEnums are equal where their numbers are, so each kind has a table of its own.
_CERTAINTY = {
    Language.ENGLISH: ("none", "very low", "low", "moderate", "high"),
    Language.DUTCH: ("geen", "zeer laag", "laag", "redelijk", "hoog"),
}
_STRENGTH = {
    Language.ENGLISH: ("no relation", "association", "possible effect", "capability", "plain effect"),
    Language.DUTCH: ("geen verband", "samenhang", "mogelijk effect", "kan of helpt", "stellig effect"),
}
_SEVERITY = {
    Language.ENGLISH: ("", "note", "warning", "error"),
    Language.DUTCH: ("", "opmerking", "waarschuwing", "fout"),
}


def name(word: Word, language: Language) -> str:
    """Give a word of the contract as people read it in the language; English keeps close to the JSON report."""
    match word:
        case Certainty():
            return _CERTAINTY[language][word]
        case Strength():
            return _STRENGTH[language][word]
        case Severity():
            return _SEVERITY[language][word]
        case _:
            table = _DUTCH if language is Language.DUTCH else _ENGLISH
            return table[word]


def write_number(value: int, language: Language) -> str:
    """Write a number with the language's mark for thousands."""
    grouped = f"{value:,}"
    return grouped.replace(",", ".") if language is Language.DUTCH else grouped


def percent(share: float) -> str:
    """Write a share of 0 to 1 as a whole percentage."""
    return f"{round(share * 100)}%"
