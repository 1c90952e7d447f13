"""The sentences that a grade is told in, in English and in Dutch."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from magcite.model import AssertionVerdict, Certainty, Language, StudyType
from magcite.vocabulary import name

_ENGLISH_VERDICTS = {
    AssertionVerdict.SUPPORTED: "The sources support this.",
    AssertionVerdict.PARTLY_SUPPORTED: "The sources support this only in part.",
    AssertionVerdict.NOT_SUPPORTED: "None of the sources supports this.",
    AssertionVerdict.CONTRADICTED: "The source that bears on this contradicts it.",
    AssertionVerdict.MIXED: "The sources disagree: at least one supports this and at least one contradicts it.",
    AssertionVerdict.UNVERIFIABLE: "This could not be checked against the sources.",
    AssertionVerdict.UNCITED: "No source is cited for this.",
}
_DUTCH_VERDICTS = {
    AssertionVerdict.SUPPORTED: "De bronnen dragen deze uitspraak.",
    AssertionVerdict.PARTLY_SUPPORTED: "De bronnen dragen deze uitspraak maar ten dele.",
    AssertionVerdict.NOT_SUPPORTED: "Geen van de bronnen draagt deze uitspraak.",
    AssertionVerdict.CONTRADICTED: "De bron die hierover gaat, spreekt deze uitspraak tegen.",
    AssertionVerdict.MIXED: "De bronnen spreken elkaar tegen: minstens één draagt dit en minstens één weerlegt het.",
    AssertionVerdict.UNVERIFIABLE: "Deze uitspraak kon niet aan de bronnen worden getoetst.",
    AssertionVerdict.UNCITED: "Voor deze uitspraak wordt geen bron genoemd.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The fixed reasons of a ledger in one language, and the sentences built around figures."""

    language: Language
    not_assessable: str
    single_study: str
    consistent: str
    inconsistent: str
    not_people: str
    only_partial: str
    direct: str
    size_unknown: str

    def starts_at(self, design: StudyType, start: Certainty) -> str:
        """Say where GRADE starts for the best design."""
        best, certainty = name(design, self.language), name(start, self.language)
        if self.language is Language.DUTCH:
            return f"beste ontwerp: {best}; begint op {certainty}"
        return f"best design: {best}; starts at {certainty}"

    def people_in_all(self, total: int) -> str:
        """Say how many people the bearing sources studied together."""
        if self.language is Language.DUTCH:
            return f"samen {total} deelnemers, voor zover vermeld"
        return f"{total} participants in all, as far as stated"

    def sum_up(
        self,
        *,
        verdict: AssertionVerdict,
        certainty: Certainty,
        best: StudyType | None,
        counts: tuple[int, int, int, int],
    ) -> str:
        """Tell a reader in a few plain sentences how the statement stands; `counts` are cited, for, against, unread."""
        cited, for_it, against, unread = counts
        if self.language is Language.DUTCH:
            sentences = [_DUTCH_VERDICTS[verdict]]
            if for_it or against:
                sentences.append(f"Van {cited} bronnen: {for_it} voor, {against} tegen, {unread} niet te lezen.")
                sentences.append(f"Zekerheid op grond van de samenvattingen: {name(certainty, self.language)}.")
            if best:
                sentences.append(f"Beste steun: {name(best, self.language)}.")
            return " ".join(sentences)
        sentences = [_ENGLISH_VERDICTS[verdict]]
        if for_it or against:
            sentences.append(f"Of {cited} cited: {for_it} for, {against} against, {unread} could not be read.")
            sentences.append(f"Certainty from abstracts: {name(certainty, self.language)}.")
        if best:
            sentences.append(f"Best support: {name(best, self.language)}.")
        return " ".join(sentences)


@cache
def words_for(language: Language) -> Words:
    """Give the words of one language."""
    if language is Language.DUTCH:
        return Words(
            language=language,
            not_assessable="niet te beoordelen uit samenvattingen",
            single_study="één onderzoek, niet herhaald in de genoemde bronnen",
            consistent="de bronnen wijzen dezelfde kant op",
            inconsistent="de bronnen wijzen verschillende kanten op",
            not_people="alleen onderzoek bij dieren of in het laboratorium",
            only_partial="geen bron gaat over precies deze uitspraak",
            direct="minstens één bron gaat over precies deze uitspraak",
            size_unknown="geen samenvatting noemt het aantal deelnemers",
        )
    return Words(
        language=language,
        not_assessable="not assessable from abstracts",
        single_study="a single study, not replicated among the cited sources",
        consistent="the sources point the same way",
        inconsistent="the sources point different ways",
        not_people="animal or laboratory studies only",
        only_partial="no source speaks of exactly this statement",
        direct="at least one source speaks of exactly this statement",
        size_unknown="no abstract states the number of participants",
    )
