"""Health claims about food in the European Union: which are authorised, and which words make a claim one on disease."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from magcite.model import Language

_VERBS = {
    Language.ENGLISH: "contributes? (?:to|towards)|helps? (?:to )?(?:maintain )?|(?:has|have|plays?) a role in",
    Language.DUTCH: (
        "draagt (?:mede )?bij (?:tot|aan)|dragen bij (?:tot|aan)|spe(?:elt|len) een rol (?:bij|in)|helpt bij"
    ),
}
_AND = r"(?:,| and| en|, and| to| tot| aan| bij)* "
_HINT = re.compile(r"\b(?:contribut|role|rol|helps?|helpt|bij)", re.IGNORECASE)
_MILLIGRAMS = re.compile(r"(?<![\d.,])(\d+(?:[.,]\d+)?)\s?mg\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthClaim:
    """One authorised claim: its nutrient, its short name, and the least the food or day dose must hold."""

    nutrient: str
    name: str
    minimum_mg: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wording:
    claim: HealthClaim
    pattern: re.Pattern[str]


@cache
def _wordings(language: Language) -> tuple[_Wording, ...]:
    """Load the patterns of a language; each fits a whole statement, so that nothing more can hide behind it."""
    import yaml

    loaded = yaml.safe_load(files("magcite.lexicons").joinpath("eu_health_claims.yaml").read_text(encoding="utf-8"))
    wordings = []
    for nutrient in loaded["nutrients"]:
        named = nutrient["names"][language.value]
        anything = "|".join(claim[language.value] for claim in nutrient["claims"])
        for claim in nutrient["claims"]:
            objects = rf"(?:{claim[language.value]})(?:{_AND}(?:{anything}))*"
            plain = rf"{named}\b[^.;:]{{0,25}}? (?:{_VERBS[language]})"
            turned = rf"|draagt {named}\b[^.;:]{{0,25}}? bij (?:tot|aan)" if language is Language.DUTCH else ""
            whole = rf"\W*(?:[\w%,.():-]+ ){{0,8}}?(?:{plain}{turned}) ?{objects}\W*"
            health_claim = HealthClaim(nutrient=nutrient["name"], name=claim["name"], minimum_mg=nutrient["minimum_mg"])
            wordings.append(_Wording(claim=health_claim, pattern=re.compile(whole, re.IGNORECASE)))
    return tuple(wordings)


def find_authorised(text: str, language: Language) -> HealthClaim | None:
    """Find the authorised claim that a statement makes, where it says nothing more than that."""
    if not _HINT.search(text):
        return None
    return next((wording.claim for wording in _wordings(language) if wording.pattern.fullmatch(text.strip())), None)


def find_milligrams(text: str) -> float | None:
    """Find the first amount in milligrams that a statement gives."""
    found = _MILLIGRAMS.search(text)
    return float(found.group(1).replace(",", ".")) if found else None


_DISEASES = {
    Language.ENGLISH: (
        "migraines?|headaches?|depression|depressive|diabetes|ADHD|ADD|Parkinson(?:'s|’s)?|cancers?|tumou?rs?|"
        "hypertension|high blood pressure|heart disease|cardiovascular disease|heart attacks?|"
        "strokes?|osteoporosis|asthma|dementia|"
        "Alzheimer(?:'s|’s)?|arthritis|insomnia|restless legs|PMS|premenstrual syndrome|inflammation|infections?|"
        "colds?|flu|epilepsy|fibromyalgia|burn-?out|autism|metabolic syndrome|insulin resistance|kidney stones"
    ),
    Language.DUTCH: (
        "migraine\\w*|hoofdpijn|depressies?|depressieve|diabetes|suikerziekte|ADHD|ADD|parkinson|kanker|tumor\\w*|"
        "hypertensie|hoge bloeddruk|hart- en vaatziekten|hartziekten?|hartinfarct\\w*|beroertes?|osteoporose|astma|"
        "dementie|alzheimer|artritis|reuma|slapeloosheid|rusteloze benen|PMS|premenstrueel syndroom|ontsteking(?:en)?|"
        "infecties?|verkoudheid|griep|epilepsie|fibromyalgie|burn-?out|autisme|metabool syndroom|insulineresistentie|"
        "nierstenen|angststoornis\\w*"
    ),
}
_CURES = {
    Language.ENGLISH: (
        "prevent\\w*|treat(?:s|ed|ing)?|cur(?:es?|ed|ing)|heal(?:s|ed|ing)?|reliev\\w+|alleviat\\w+|"
        "reduc\\w+|lower(?:s|ed|ing)?|"
        "protect\\w*|fight(?:s|ing)?|combat\\w*|against|ease[sd]?|remed\\w+|improve[sd]?"
    ),
    Language.DUTCH: (
        "voorkom\\w*|behandel\\w*|gene(?:es|est|zen|zend)\\w*|verlicht\\w*|verminder\\w*|verla(?:ag|gen|agt|agde)\\w*|"
        "bescherm\\w*|bestrijd\\w*|tegen|helpt bij|helpen bij|remedie|verbeter\\w*|ontstekingsremmend\\w*"
    ),
}
_COMPARED = {
    Language.ENGLISH: (
        "(?:works?|absorbed|taken up|tolerated) (?:\\w+ )?(?:better|faster)|better (?:absorbed|"
        "absorption|uptake|tolerated)|"
        "more (?:effective|bioavailable|easily absorbed) than|superior|higher (?:bioavailability|"
        "absorption)|the best form"
    ),
    Language.DUTCH: (
        "werkt? (?:\\w+ )?(?:beter|sneller)|beter(?:e)? (?:opneembaar|opgenomen|opname|absorptie|verdragen)|"
        "(?:beter|sneller) (?:\\w+ )?(?:opgenomen|opneembaar)|effectiever dan|hogere (?:opname|"
        "biologische beschikbaarheid)|"
        "de beste vorm|superieur\\w*"
    ),
}
_DENIED = re.compile(r"\b(?:not|no|never|n't|niet|geen|nooit)\b", re.IGNORECASE)


@cache
def _words(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})(?!\w)", re.IGNORECASE)


def find_disease_claim(text: str, language: Language) -> str | None:
    """Find the disease that a statement says something prevents, treats, relieves or cures; a denial says none."""
    disease = _words(_DISEASES[language]).search(text)
    if not disease or _DENIED.search(text) or not _words(_CURES[language]).search(text):
        return None
    return disease.group()


def find_comparative_claim(text: str, language: Language) -> str | None:
    """Find the words by which a statement sets one product or form above another."""
    found = _words(_COMPARED[language]).search(text)
    return found.group() if found and not _DENIED.search(text) else None
