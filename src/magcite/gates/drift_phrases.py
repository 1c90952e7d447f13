"""What changed since the lock file was written, in English and Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from magcite.gates.lock import Standing
from magcite.model import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftPhrases:
    """One phrase a field; `{…}` is filled with `str.format`."""

    since: str
    since_lock: str
    record_gone: str
    standings: Mapping[Standing, str]
    abstract_changed: str
    verdict_changed: str


_ENGLISH = DriftPhrases(
    since="since {day}",
    since_lock="since the lock file was written",
    record_gone="PubMed has lost this record {since}; check the number",
    standings={
        Standing.RETRACTED: "this source was retracted {since}; look for another",
        Standing.PARTLY_RETRACTED: "this source was partly retracted {since}; look for another",
        Standing.CONCERN: "this source was called into question by its editors {since}; look for another",
    },
    abstract_changed="the title or abstract changed {since}; read it again and write the lock file anew",
    verdict_changed="this was {before} when the lock file was written, and is {now} now",
)

_DUTCH = DriftPhrases(
    since="sinds {day}",
    since_lock="sinds het schrijven van het lockbestand",
    record_gone="{since} is dit record uit PubMed verdwenen; controleer het nummer",
    standings={
        Standing.RETRACTED: "{since} is deze bron ingetrokken; zoek een andere",
        Standing.PARTLY_RETRACTED: "{since} is deze bron deels ingetrokken; zoek een andere",
        Standing.CONCERN: "{since} plaatst de redactie vraagtekens bij deze bron; zoek een andere",
    },
    abstract_changed="{since} is de titel of samenvatting veranderd; lees die opnieuw en vernieuw het lockbestand",
    verdict_changed="toen het lockbestand werd geschreven was het oordeel: {before}; nu is het: {now}",
)


def drift_phrases_for(language: Language) -> DriftPhrases:
    """Give the phrases of a language."""
    return _DUTCH if language is Language.DUTCH else _ENGLISH
