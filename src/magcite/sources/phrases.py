"""What sources say of records they cannot give: kept in English, as in the cache, and put into Dutch on the way out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

from magcite.model import Language


class Phrase(Enum):
    """A sentence in English and Dutch; `{…}` is filled with `str.format`. What fills `{why}` is a phrase itself."""

    NOT_FOUND = (
        "PubMed has no record with PMID {id}: it was never given out, or was deleted; check the number",
        "PubMed heeft geen record met PMID {id}: het is nooit uitgegeven, of verwijderd; controleer het nummer",
    )
    WEB_PAGE = (
        "{id} is a web address, not a PubMed record: cite the PMID of what it rests on",
        "{id} is een webadres, geen record van PubMed: noem de PMID van wat eraan ten grondslag ligt",
    )
    WITHOUT_PMID = (
        "this id is in PubMed Central but not in PubMed; check it",
        "dit nummer staat wel in PubMed Central, maar niet in PubMed; controleer het",
    )
    UNKNOWN_TO_PMC = (
        "this id is unknown to PubMed Central; check it",
        "PubMed Central kent dit nummer niet; controleer het",
    )
    UNKNOWN_TO_PUBMED = (
        "PubMed knows no record with this id; check it, or cite the PMID",
        "PubMed kent geen record met dit nummer; controleer het, of noem de PMID",
    )
    LEADS_TO_NO_RECORD = (
        "this id leads to PMID {pmids}, of which PubMed gave no record; check it",
        "dit nummer leidt naar PMID {pmids}, waarvan PubMed geen record gaf; controleer het",
    )
    SEVERAL_RECORDS = (
        "several records go by this id (PMID {pmids}); cite the PMID meant",
        "meer dan één record draagt dit nummer (PMID {pmids}); noem de PMID die bedoeld is",
    )
    OTHER_RECORD = (
        "PubMed's search gives PMID {pmids}, whose record does not name this id; check it",
        "PubMed vindt hierbij PMID {pmids}, maar dat record noemt dit nummer niet; controleer het",
    )
    NOT_IN_CACHE = ("{id} is not in the cache", "{id} staat niet in de cache")
    OFFLINE = (
        "{id} is neither in the cache nor recorded, and magcite was told to stay offline (--offline)",
        "{id} staat niet in de cache en is niet vastgelegd, en magcite moest offline blijven (--offline)",
    )
    NOT_RECORDED = (
        "{id} is not recorded in {folder}; get it from PubMed with: magcite fetch --save {folder}",
        "{id} is niet vastgelegd in {folder}; haal het uit PubMed met: magcite fetch --save {folder}",
    )
    NOT_ASKED = ("PubMed could not be asked: {why}", "PubMed kon niet worden bevraagd: {why}")
    MANY_MISSING = (
        "PubMed gave no record for {missing} of the {asked} PMIDs asked, far more than is usual: "
        "ask again with --refresh before you act on that",
        "PubMed gaf voor {missing} van de {asked} gevraagde PMID's geen record, veel meer dan gewoonlijk: "
        "vraag het opnieuw met --refresh voordat u daar iets mee doet",
    )
    CERTIFICATE = (
        "the certificate of {host} could not be verified ({detail}); if your network puts its own certificate in "
        "between, name the file that holds it in SSL_CERT_FILE",
        "het certificaat van {host} kon niet worden geverifieerd ({detail}); zet uw netwerk er een eigen certificaat "
        "tussen, noem dan het bestand met dat certificaat in SSL_CERT_FILE",
    )
    UNKNOWN_HOST = ("the name {host} could not be resolved", "de naam {host} kon niet worden gevonden")
    TOO_LATE = ("{host} gave no answer in time", "{host} gaf niet op tijd antwoord")
    BROKE_OFF = ("the answer of {host} broke off", "het antwoord van {host} brak af")
    NO_RECORDS = ("PubMed answered with none of {asked} records", "PubMed gaf geen van de {asked} gevraagde records")
    OTHER_ANSWER = ("PubMed answered with {why}", "PubMed antwoordde met {why}")
    EMPTY_ANSWER = ("an empty answer", "een leeg antwoord")
    WEB_PAGE_ANSWER = ("a web page instead of XML", "een webpagina in plaats van XML")
    JSON_ANSWER = ("JSON instead of XML", "JSON in plaats van XML")
    MALFORMED_ANSWER = ("broken-off or malformed XML ({detail})", "afgebroken of ongeldige XML ({detail})")
    REFUSED_CONNECTION = ("connection refused", "verbinding geweigerd")
    RESET_CONNECTION = ("connection reset by peer", "verbinding verbroken")
    NO_NETWORK = ("network is unreachable", "netwerk onbereikbaar")
    SET_ASIDE = (
        "the cache {file} {why}: it was set aside as {aside} and begun anew",
        "de cache {file} {why}: hij is weggezet als {aside} en er is een nieuwe begonnen",
    )
    DAMAGED = ("was damaged", "was beschadigd")
    OTHER_VERSION = (
        "was written by another version of magcite",
        "was geschreven door een andere versie van magcite",
    )
    UNUSABLE_CACHE = (
        "the cache {file} cannot be used ({detail}): nothing is kept in this run",
        "de cache {file} is niet te gebruiken ({detail}): van deze ronde wordt niets bewaard",
    )
    ABOUT = ("{id}: {why}", "{id}: {why}")

    def say(self, **parts: object) -> str:
        """Give the English sentence."""
        return self.value[0].format(**parts)


def put_into(text: str, language: Language) -> str:
    """Put what a source says in English into a language; words of somebody else stay as they are."""
    return _put_into_dutch(text) if language is Language.DUTCH else text


def _put_into_dutch(text: str) -> str:
    for phrase in Phrase:
        found = _pattern(phrase).fullmatch(text)
        if found:
            parts = {name: _put_into_dutch(part) if name == "why" else part for name, part in found.groupdict().items()}
            return phrase.value[1].format(**parts)
    return text


@cache
def _pattern(phrase: Phrase) -> re.Pattern[str]:
    """Compile the English sentence as a pattern; a part that stands twice must be the same both times."""
    pieces: list[str] = []
    for number, piece in enumerate(re.split(r"\{(\w+)\}", phrase.value[0])):
        if number % 2 == 0:
            pieces.append(re.escape(piece))
        else:
            pieces.append(f"(?P={piece})" if f"(?P<{piece}>.+?)" in pieces else f"(?P<{piece}>.+?)")
    return re.compile("".join(pieces), re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unreachable:
    """How it is told that PubMed could not be reached; pairs are singular and plural."""

    whole: str
    recorded: tuple[str, str]
    cached: tuple[str, str]
    nothing: str
    joint: str
    without: tuple[str, str]
    none_without: str


_UNREACHABLE = {
    Language.ENGLISH: _Unreachable(
        whole="PubMed could not be reached ({why}): used {used}; {without}",
        recorded=("the {n} recorded article at hand", "the {n} recorded articles at hand"),
        cached=("{n} older record from the cache", "{n} older records from the cache"),
        nothing="nothing else",
        joint=" and ",
        without=("{n} source has no record", "{n} sources have no record"),
        none_without="no source is left without a record",
    ),
    Language.DUTCH: _Unreachable(
        whole="PubMed was niet bereikbaar ({why}); in plaats daarvan gebruikt: {used}; {without}",
        recorded=("{n} vastgelegd artikel", "{n} vastgelegde artikelen"),
        cached=("{n} ouder record uit de cache", "{n} oudere records uit de cache"),
        nothing="niets",
        joint=" en ",
        without=("{n} bron heeft geen record", "{n} bronnen hebben geen record"),
        none_without="geen bron blijft zonder record",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallback:
    """What served in PubMed's place: recorded articles and older cached records, and the sources left without any."""

    recorded: int
    cached: int
    without: int


def tell_unreachable(why: str, fallback: Fallback, language: Language) -> str:
    """Say that PubMed could not be reached, and what was used in its place."""
    say = _UNREACHABLE[language]
    counted = ((say.recorded, fallback.recorded), (say.cached, fallback.cached))
    used = say.joint.join(_count(words, number) for words, number in counted if number)
    without = _count(say.without, fallback.without) if fallback.without else say.none_without
    return say.whole.format(why=put_into(why, language), used=used or say.nothing, without=without)


def _count(words: tuple[str, str], number: int) -> str:
    return words[number != 1].format(n=number)
