"""Every phrase of the HTML report that the other reports do not have, in English and Dutch."""

from __future__ import annotations

from dataclasses import dataclass

from magcite.model import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlPhrases:
    """One phrase a field; `{…}` is filled with `str.format`."""

    title: str
    skip: str
    made_by: str
    outcome: str
    stand: str
    in_part: str
    fall: str
    open: str
    legend: str
    pictures: str
    map_title: str
    map_caption: str
    map_rows: str
    map_columns: str
    pyramid_title: str
    pyramid_caption: str
    no_level: str
    people_title: str
    people_caption: str
    people_more: str
    people_none: str
    as_table: str
    article: str
    claim: str
    levels: tuple[str, str, str, str, str]
    statements: str
    filter: str
    topic: str
    any_verdict: str
    severity: str
    any_severity: str
    at_least: str
    review: str
    with_review: str
    without_review: str
    reviewed: tuple[str, str]
    order: str
    as_published: str
    worst_first: str
    shown: str
    sources_of: str
    source: str
    study: str
    people: str
    level: str
    says: str
    sure: str
    in_context: str
    digest_note: str
    record_note: dict[str, str]
    retrieved: str
    no_quote: str
    why: str
    domains: dict[str, str]
    not_assessable: str
    suggested: str
    in_english: str
    top: str


_ENGLISH = HtmlPhrases(
    title="Evidence report",
    skip="Skip to the report",
    made_by="Made by magcite {version}",
    outcome="How it stands",
    stand="stand",
    in_part="stand in part",
    fall="do not stand",
    open="could not be checked",
    legend="Statements by verdict",
    pictures="In pictures",
    map_title="All statements: support against certainty",
    map_caption="Each dot is one statement. Higher is better supported; further right, the cited evidence is surer.",
    map_rows="Verdict",
    map_columns="Certainty",
    pyramid_title="The evidence pyramid of the sources",
    pyramid_caption="Articles read, by level of evidence (OCEBM 2011, for benefit); the strongest designs on top.",
    no_level="Without a level",
    people_title="Participants per claim",
    people_caption="Each dot is an article that bears on the claim, placed by its number of participants.",
    people_more="The {n} claims that need most attention are shown.",
    people_none="No article that bears on a claim states its number of participants.",
    as_table="The same as a table",
    article="Articles",
    claim="Claim",
    levels=(
        "reviews of trials",
        "randomized trials",
        "cohorts",
        "other studies of people",
        "opinion, animals, cells",
    ),
    statements="Statement by statement",
    filter="Show only",
    topic="Topic or words",
    any_verdict="Verdict",
    severity="Findings",
    any_severity="with or without",
    at_least="{severity} or worse",
    review="Reviewed by a person",
    with_review="reviewed",
    without_review="not reviewed",
    reviewed=("1 source reviewed", "{n} sources reviewed"),
    order="Order",
    as_published="as published",
    worst_first="worst first",
    shown="{shown} of {all} statements shown",
    sources_of="Sources that bear on {id}",
    source="Source",
    study="Study",
    people="n",
    level="Level",
    says="Says",
    sure="{percent} sure",
    in_context="In context",
    digest_note="An own-words digest of the abstract, not PubMed’s text. The original: magcite fetch, or the link.",
    record_note={
        "pubmed": "PubMed’s text, fetched for this report.",
        "cache": "PubMed’s text, from the cache.",
        "recorded": "PubMed’s text, as recorded beside the claims.",
    },
    retrieved="Retrieved {day}.",
    no_quote="No single sentence decides.",
    why="Why this certainty",
    domains={
        "start": "start",
        "risk-of-bias": "risk of bias",
        "inconsistency": "inconsistency",
        "indirectness": "indirectness",
        "imprecision": "imprecision",
        "publication-bias": "publication bias",
        "large-effect": "large effect",
        "dose-response": "dose and response",
    },
    not_assessable="cannot tell",
    suggested="Suggested wording",
    in_english="In English",
    top="Back to the top",
)

_DUTCH = HtmlPhrases(
    title="Bewijsrapport",
    skip="Naar het rapport",
    made_by="Gemaakt door magcite {version}",
    outcome="Hoe het ervoor staat",
    stand="houden stand",
    in_part="houden deels stand",
    fall="houden geen stand",
    open="konden niet worden nagegaan",
    legend="Uitspraken naar oordeel",
    pictures="In beeld",
    map_title="Alle uitspraken: steun tegen zekerheid",
    map_caption="Elke stip is een uitspraak. Hoger is beter onderbouwd; verder naar rechts is het bewijs zekerder.",
    map_rows="Oordeel",
    map_columns="Zekerheid",
    pyramid_title="De bewijspiramide van de bronnen",
    pyramid_caption="Gelezen artikelen naar bewijsniveau (OCEBM 2011, voor baat); de sterkste ontwerpen bovenaan.",
    no_level="Zonder niveau",
    people_title="Deelnemers per onderwerp",
    people_caption="Elke stip is een artikel dat over het onderwerp gaat, geplaatst naar het aantal deelnemers.",
    people_more="De {n} onderwerpen die de meeste aandacht vragen, worden getoond.",
    people_none="Geen artikel dat over een onderwerp gaat, noemt het aantal deelnemers.",
    as_table="Hetzelfde als tabel",
    article="Artikelen",
    claim="Onderwerp",
    levels=(
        "overzichten van trials",
        "gerandomiseerd onderzoek",
        "cohortonderzoek",
        "ander onderzoek bij mensen",
        "mening, dieren, cellen",
    ),
    statements="Uitspraak voor uitspraak",
    filter="Toon alleen",
    topic="Onderwerp of woorden",
    any_verdict="Oordeel",
    severity="Bevindingen",
    any_severity="met of zonder",
    at_least="{severity} of erger",
    review="Nagekeken door een mens",
    with_review="nagekeken",
    without_review="niet nagekeken",
    reviewed=("1 bron nagekeken", "{n} bronnen nagekeken"),
    order="Volgorde",
    as_published="zoals gepubliceerd",
    worst_first="slechtste eerst",
    shown="{shown} van {all} uitspraken getoond",
    sources_of="Bronnen die over {id} gaan",
    source="Bron",
    study="Onderzoek",
    people="n",
    level="Niveau",
    says="Zegt",
    sure="{percent} zeker",
    in_context="In samenhang",
    digest_note="Een digest van de samenvatting in eigen woorden, niet de tekst van PubMed. Het origineel: magcite "
    "fetch, of de link.",
    record_note={
        "pubmed": "De tekst van PubMed, opgehaald voor dit rapport.",
        "cache": "De tekst van PubMed, uit de cache.",
        "recorded": "De tekst van PubMed, zoals vastgelegd naast de uitspraken.",
    },
    retrieved="Opgehaald op {day}.",
    no_quote="Geen enkele zin geeft de doorslag.",
    why="Waarom deze zekerheid",
    domains={
        "start": "begin",
        "risk-of-bias": "kans op vertekening",
        "inconsistency": "tegenstrijdigheid",
        "indirectness": "indirectheid",
        "imprecision": "onnauwkeurigheid",
        "publication-bias": "publicatiebias",
        "large-effect": "groot effect",
        "dose-response": "dosis en respons",
    },
    not_assessable="niet te zeggen",
    suggested="Voorgestelde tekst",
    in_english="In het Engels",
    top="Naar boven",
)


def html_phrases_for(language: Language) -> HtmlPhrases:
    """Give the phrases of a language."""
    return _DUTCH if language is Language.DUTCH else _ENGLISH
