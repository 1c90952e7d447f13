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
    other_model: str
    other_model_remark: str
    models: str
    no_model: str


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
    other_model="; the learned model is another one ({models}), so the sources may be what they were",
    other_model_remark="{lock} was written with another learned model ({models}), so a verdict may have changed "
    "without its sources; give --model as it was then, or accept what changed with: magcite lock",
    models="{before} then, {now} now",
    no_model="none",
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
    other_model="; het geleerde model is een ander ({models}), dus de bronnen kunnen dezelfde zijn gebleven",
    other_model_remark="{lock} is met een ander geleerd model geschreven ({models}), dus een oordeel kan veranderd "
    "zijn zonder dat de bronnen dat deden; geef --model als toen, of aanvaard wat veranderde met: magcite lock",
    models="toen {before}, nu {now}",
    no_model="geen",
)


def drift_phrases_for(language: Language) -> DriftPhrases:
    """Give the phrases of a language."""
    return _DUTCH if language is Language.DUTCH else _ENGLISH
