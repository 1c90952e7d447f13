"""Every phrase that reports for people print around their words and numbers, in English and Dutch."""

from __future__ import annotations

from dataclasses import dataclass

from magcite.model import Language
from magcite.vocabulary import write_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """One phrase a field; `{…}` is filled with `str.format`. Pairs are singular and plural."""

    statements: tuple[str, str]
    claims: tuple[str, str]
    citations: tuple[str, str]
    articles: tuple[str, str]
    certainty: str
    wording: str
    overstated: str
    english: str
    level: str
    people: tuple[str, str]
    animals: tuple[str, str]
    studies: tuple[str, str]
    in_title: str
    also_cited: str
    unrelated: tuple[str, str]
    unclear: tuple[str, str]
    not_judged: tuple[str, str]
    no_text: tuple[str, str]
    notes: tuple[str, str]
    waived: str
    as_a_whole: str
    no_statement: str
    suggested: str
    meant: str
    summary: str
    check_first: str
    nothing_to_check: str
    more: tuple[str, str]
    numbers_to_check: str
    no_answer: str
    digests: tuple[str, str]
    provenance: str
    findings: str
    no_findings: str
    waived_count: tuple[str, str]
    caveat: str
    model: str
    verdict: str
    number: str
    ids: str
    says: str
    source: str
    study: str
    participants: str
    evidence_level: str
    words: str


_ENGLISH = Phrases(
    statements=("{n} statement", "{n} statements"),
    claims=("{n} claim", "{n} claims"),
    citations=("{n} citation", "{n} citations"),
    articles=("{n} article", "{n} articles"),
    certainty="certainty {what}",
    wording="worded as {what}",
    overstated="overstated",
    english="in English: {text}",
    level="level {n}",
    people=("n {n}", "n {n}"),
    animals=("{n} animal", "{n} animals"),
    studies=("{n} study", "{n} studies"),
    in_title="title",
    also_cited="also cited as {names}",
    unrelated=("1 source is unrelated: {names}", "{n} sources are unrelated: {names}"),
    unclear=("1 source is unclear: {names}", "{n} sources are unclear: {names}"),
    not_judged=("1 source was read but not judged: {names}", "{n} sources were read but not judged: {names}"),
    no_text=("1 source has no text to judge by: {names}", "{n} sources have no text to judge by: {names}"),
    notes=("1 note: {names}", "{n} notes: {names}"),
    waived="waived: {reason}",
    as_a_whole="The claim as a whole",
    no_statement="no statement",
    suggested="Suggested: {text}",
    meant="perhaps meant: {pmid} {title}",
    summary="Summary",
    check_first="Check first",
    nothing_to_check="No statement is contradicted, unsupported, mixed or overstated.",
    more=("and 1 more", "and {n} more"),
    numbers_to_check="Numbers to check",
    no_answer="No text",
    digests=(
        "{d} of 1 article was read from an own-words digest, not from PubMed's text.",
        "{d} of {n} articles were read from own-words digests, not from PubMed's text.",
    ),
    provenance="Get the originals with: magcite fetch",
    findings="Findings",
    no_findings="No findings.",
    waived_count=("1 waived", "{n} waived"),
    caveat="Read from abstracts, and from the cited sources only: not the whole literature.",
    model="Judged by rules together with the learned model {model}.",
    verdict="Verdict",
    number="Number",
    ids="Statements",
    says="Says",
    source="Source",
    study="Study",
    participants="n",
    evidence_level="Level",
    words="Deciding words",
)

_DUTCH = Phrases(
    statements=("{n} uitspraak", "{n} uitspraken"),
    claims=("{n} onderwerp", "{n} onderwerpen"),
    citations=("{n} verwijzing", "{n} verwijzingen"),
    articles=("{n} artikel", "{n} artikelen"),
    certainty="zekerheid: {what}",
    wording="verwoord als {what}",
    overstated="te stellig",
    english="in het Engels: {text}",
    level="niveau {n}",
    people=("n {n}", "n {n}"),
    animals=("{n} dier", "{n} dieren"),
    studies=("{n} onderzoek", "{n} onderzoeken"),
    in_title="titel",
    also_cited="ook genoemd als {names}",
    unrelated=("1 bron gaat over iets anders: {names}", "{n} bronnen gaan over iets anders: {names}"),
    unclear=("1 bron is onduidelijk: {names}", "{n} bronnen zijn onduidelijk: {names}"),
    not_judged=(
        "1 bron is gelezen maar niet beoordeeld: {names}",
        "{n} bronnen zijn gelezen maar niet beoordeeld: {names}",
    ),
    no_text=("van 1 bron is er geen tekst: {names}", "van {n} bronnen is er geen tekst: {names}"),
    notes=("1 opmerking: {names}", "{n} opmerkingen: {names}"),
    waived="vrijgesteld: {reason}",
    as_a_whole="Het onderwerp als geheel",
    no_statement="geen uitspraak",
    suggested="Voorstel: {text}",
    meant="misschien bedoeld: {pmid} {title}",
    summary="Samenvatting",
    check_first="Eerst nakijken",
    nothing_to_check="Geen uitspraak is tegengesproken, niet onderbouwd, tegenstrijdig of te stellig.",
    more=("en nog 1", "en nog {n}"),
    numbers_to_check="Nummers om na te kijken",
    no_answer="Geen tekst",
    digests=(
        "{d} van 1 artikel is gelezen uit een digest in eigen woorden, niet uit de tekst van PubMed.",
        "{d} van {n} artikelen zijn gelezen uit digests in eigen woorden, niet uit de tekst van PubMed.",
    ),
    provenance="Haal de originelen op met: magcite fetch",
    findings="Bevindingen",
    no_findings="Geen bevindingen.",
    waived_count=("1 vrijgesteld", "{n} vrijgesteld"),
    caveat="Gelezen uit samenvattingen, en alleen van de genoemde bronnen: niet uit de hele literatuur.",
    model="Beoordeeld met regels en met het geleerde model {model}.",
    verdict="Oordeel",
    number="Aantal",
    ids="Uitspraken",
    says="Zegt",
    source="Bron",
    study="Onderzoek",
    participants="n",
    evidence_level="Niveau",
    words="Beslissende woorden",
)


def phrases_for(language: Language) -> Phrases:
    """Give the phrases of a language."""
    return _DUTCH if language is Language.DUTCH else _ENGLISH


def closing_words(language: Language, model: str | None) -> str:
    """Say at the end of a report what its verdicts rest on, and the learned model that had a say in them."""
    say = phrases_for(language)
    return f"{say.caveat} {say.model.format(model=model)}" if model else say.caveat


def count(pair: tuple[str, str], number: int, language: Language = Language.ENGLISH, **more: str) -> str:
    """Fill a singular or plural phrase with a number, written as the language writes it."""
    return pair[number != 1].format(n=write_number(number, language), **more)
