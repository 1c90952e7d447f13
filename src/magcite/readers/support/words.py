"""Turn text into stems and concepts, so that one meaning is one word however it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

MEASURED_ROLES = ("lower_is_better", "higher_is_better")
"""The roles of concepts that are measured, and have a good and a bad end."""

OUTCOME_ROLES = (*MEASURED_ROLES, "conditions")
"""The roles of concepts that an effect can be on."""

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[a-z]+\d*")
_WORD_AS_WRITTEN = re.compile(_WORD.pattern, re.IGNORECASE)
_ELEMENT = re.compile(r"(?<![\d.]\s)(?<![\d.])\bi?Mg(?:2\+|\(2\+\)|²⁺)?(?![A-Za-z])")
"""The symbol of the element, told from the unit by its capital and by the number before a unit."""

_EARLIER_ASLEEP = re.compile(
    r"\b(?:(?:fall|fell)(?:s|en|ing)? asleep|(?:nod|drop|doze|drift)(?:s|ded|ped|d|ed)? off)((?: [\w.]+){0,3}?) "
    r"(?:faster|sooner|earlier|quicker|more quickly)\b"
)
_STOPPED = r"(?:\w+ing\b|(?:the |their |a )?(?:drugs?|treatment|medication|trial|study|therapy|use)\b)"
"""What people stop doing or taking, where "stop" does not mean "prevent"."""
_TWO_WORDS = (
    (" off", re.compile(r"\b(?:ward|fend|stav)(?:e?s|e?d|ing|e)? off\b"), "prevents"),
    ("br", re.compile(r"\b(?:brings?|brought|bringing) on\b"), "causes"),
    (" down", re.compile(r"\b(?:brings?|gets?|keeps?|drives?|pulls?) ((?:[a-z]+ ){1,3}?)down\b"), r"lowers \1"),
    (" down", re.compile(r"\b(?:brought|got|kept|drove|pulled) ((?:[a-z]+ ){1,3}?)down\b"), r"lowered \1"),
    (" down", re.compile(r"\b(?:bring|push|drive|get|force)(?:e?s|ing)? down\b"), "lowers"),
    (" down", re.compile(r"\b(?:brought|pushed|drove|driven|got|forced) down\b"), "lowered"),
    (" down", re.compile(r"\b(?:go|come)(?:e?s) down\b"), "falls"),
    (" down", re.compile(r"\b(?:went|gone|came) down\b"), "fell"),
    (" up", re.compile(r"\b(?:push|drive|bump|send|force)(?:e?s|ing)? up\b"), "raises"),
    (" up", re.compile(r"\b(?:pushed|drove|driven|bumped|sent|forced) up\b"), "raised"),
    (" up", re.compile(r"\bgo(?:es)? up\b"), "rises"),
    (" up", re.compile(r"\b(?:went|gone) up\b"), "rose"),
    ("bad chol", re.compile(r"\bbad cholesterol\b"), "ldl cholesterol"),
    ("good chol", re.compile(r"\bgood cholesterol\b"), "hdl cholesterol"),
    (" asleep", _EARLIER_ASLEEP, r"sleep latency\1 shorter"),
    (" off", _EARLIER_ASLEEP, r"sleep latency\1 shorter"),
    (" asleep", re.compile(r"\bto fall asleep\b"), "of sleep latency"),
    (" off", re.compile(r"\bto (?:drop|nod|doze) off\b"), "of sleep latency"),
    ("good", re.compile(r"\b(?:is|are|be) (?:very )?good (?:for|against)\b"), "helps"),
    ("keep", re.compile(r"\bkeep(?:s|ing)? ((?:\w+ ){0,3}?)(?:at bay|away)\b"), r"prevents \1"),
    ("rid of", re.compile(r"\b(?:gets?|got|getting) rid of\b"), "eliminates"),
    ("end to", re.compile(r"\b(?:puts?|putting) an end to\b"), "eliminates"),
    ("away", re.compile(r"\bdo(?:es|ing)? away with\b"), "eliminates"),
    ("away", re.compile(r"\b(?:goe?s?|went) away\b"), "disappears"),
    (" up", re.compile(r"\b(?:sends?|drives?|pushes) ((?:[a-z]+ ){1,3}?)up\b"), r"raises \1"),
    (" up", re.compile(r"\b(?:sent|drove|pushed) ((?:[a-z]+ ){1,3}?)up\b"), r"raised \1"),
    ("doubl", re.compile(r"\bdoubles?(?= (?:the|your|their|his|her|our|its)\b)"), "raises"),
    ("stop", re.compile(rf"\bstops (?!{_STOPPED})"), "prevents "),
    ("stop", re.compile(rf"\b(not|can|may|could|might|will|helps?(?: to)?) stop (?!{_STOPPED})"), r"\1 prevent "),
    ("ing", re.compile(r"^(?:not|no longer) (?=(?:smoking|drinking|eating|taking|using)\b)"), "quitting "),
    ("without", re.compile(r"^(?:going|doing) without "), "quitting "),
    (" up", re.compile(r"\b(?:gives?|given|giving|gave) up\b"), "quit"),
    (" out", re.compile(r"\bcut(?:s|ting)? out\b"), "quit"),
    (" off", re.compile(r"\b(?:com(?:es?|ing)|came|go(?:es|ing)?|went) off (?=\w)"), "quit "),
    (" no ", re.compile(r"\b(drank|drink|ate|took|used|consumed|drinking|eating|taking) no\b"), r"\1 non"),
    ("at the ", re.compile(r"\bat the (?:price|cost|expense) of\b"), "causing"),
    ("work", re.compile(r"\bworks? (?:well )?for\b"), "helps"),
    (" off", re.compile(r"\bsets? off\b"), "triggers"),
    ("rob", re.compile(r"\brobs? (?:\w+ )?of\b"), "reduces"),
    (" a ", re.compile(r"\bcarr(?:y|ies) an? (?:\w+ )?risk\b"), "raises the risk"),
    ("enough", re.compile(r"\bnot (?:getting|having|eating|taking|drinking) enough\b"), "too little"),
    ("fewer", re.compile(r"\b((?:eat|drink|tak|smok)(?:e|s|es|ing)?|ate|drank|took|smoked) fewer\b"), r"\1 less"),
)
"""Verbs of two words, with a part that is cheap to look for and what says the same in one."""

_FALLS = re.compile(
    r"\b(?P<before>(?:prevent|reduc|increas|decreas|caus|lower|stop|rais|cut)\w*|of|or|fewer|more|less|no|any|"
    r"recurrent|injurious|accidental|repeated|had|for|on|against|from|between|to|experienced|reported|fractures and)"
    r" falls\b|\b(?P<ordinal>one|first|any) fall\b|"
    r"^falls (?=(?:were|was|are|is|occur\w*|did|do|per|among|in (?:older|the|old|seniors|nursing)|"
    r"and fractures)\b)"
)
"""Falls of people, where the word is no verb."""


def _name_falls(found: re.Match[str]) -> str:
    before = found["before"] or found["ordinal"]
    return f"{before} tumbles" if before else "tumbles "


_SPELLINGS = (("aem", "em"), ("oedem", "edem"), ("oestr", "estr"), ("tumour", "tumor"), ("paed", "ped"),
              ("isation", "ization"), ("behaviour", "behavior"), ("fibre", "fiber"))  # fmt: skip
_ENDINGS = ("ization", "ational", "fulness", "iveness", "ations", "ically", "ation", "ments", "izing", "ingly",
            "ities", "ized", "ising", "ised", "ises", "ise", "izes", "ance", "ence", "ment", "ness", "able", "ible",
            "ably", "edly", "ally", "tion",
            "ions", "ity", "ive", "ize", "ing", "ion", "ies", "ied", "ely", "ful", "ed", "es", "er", "ly", "al", "ic",
            "s", "e", "y")  # fmt: skip


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WHOLE = _words(
    "fasting longer shorter larger smaller faster stronger slower quicker sooner milder older younger greater several "
    "treatment double relative relatively value highly performed perform performing survey mets quicki quickly unlike "
    "higher lower mindfulness mindful "
    "los play plays minor cycles cyclic clearly signal signed testis testes helper breath position positions "
    "inactivity clearance commoner causal causality causation weighted weighting"
)
"""Words whose stem would be that of a word of another meaning ("fasting" and "faster", "treatment" and "treats")."""
_PLURALS = {
    "treatments": "treatment",
    "values": "value",
    "surveys": "survey",
    "signals": "signal",
    "women": "woman",
    "men": "man",
    "sportsmen": "sportsman",
    "sportswomen": "sportswoman",
}

STOP = _words(
    "a an the of in on at by for to from with without and or but nor not no neither is are was were be been being am "
    "has have had having do does did can could may might must shall should will would that this these those which who "
    "whom whose what when where why how it its they them their there here he she his her we our us you your i my me as "
    "than then so such some any all both each either other others more most less least few fewer very too also only "
    "even just about over under above below up down out off into onto between among during after before through "
    "while whereas although though if because since until per via vs versus using used use based within upon against "
    "s t et al"
)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Cut a lower-case word to a crude stem: plurals, verb endings and British spellings become one."""
    for british, american in _SPELLINGS:
        if british in word:
            word = word.replace(british, american)
    word = _PLURALS.get(word, word)
    if word in _WHOLE:
        return word
    if "effective" in word:
        return "ineffective" if word.startswith("in") else "effective"
    if len(word) <= 3 or word[0].isdigit():
        return word
    return _cut_ending(word)


def _cut_ending(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= (3 if ending == "s" else 4):
            word = word[: -len(ending)]
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word[-1] in "ei" else word


def stems(text: str) -> frozenset[str]:
    """Give the stems of a list of words."""
    return frozenset(stem(word) for word in text.split())


def split_words(text: str) -> list[str]:
    """List the words and numbers of a text in lower case; the element Mg becomes magnesium, the unit mg stays."""
    named = _ELEMENT.sub(" magnesium ", text)
    lowered = named.lower().replace("n't", " not").replace("n’t", " not").replace("cannot", "can not")
    joined = join_verbs(lowered)
    return _WORD.findall(_FALLS.sub(_name_falls, joined) if "fall" in joined else joined)


def join_verbs(text: str) -> str:
    """Put one word for a verb of two ("brings down")."""
    for part, written, instead in _TWO_WORDS:
        if part in text:
            text = written.sub(instead, text)
    return text


def locate_words(text: str) -> list[tuple[int, int]]:
    """Give where each word and number of a text begins and ends, as it is written; no words are put in its place."""
    return [found.span() for found in _WORD_AS_WRITTEN.finditer(text)]


@cache
def stop_stems() -> frozenset[str]:
    """Give the stems of words that carry no meaning of their own."""
    return STOP | frozenset(stem(word) for word in STOP)


class Lexicon:
    """The concepts of the synonym list, found in text by their longest name."""

    def __init__(self, groups: dict[str, dict[str, str]]) -> None:
        self.role: dict[str, str] = {}
        self.broader: dict[str, str] = groups["broader"]
        self.opposite: dict[str, str] = groups["opposite"]
        self.measured_by: dict[str, str] = groups["measured_by"]
        self._names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for role, concepts in groups.items():
            if role not in {"broader", "opposite", "measured_by"}:
                self._add(role, concepts)
        for names in self._names.values():
            names[:] = sorted(set(names), key=lambda name: (-len(name[0]), name))

    def _add(self, role: str, concepts: dict[str, str]) -> None:
        for concept, names in concepts.items():
            self.role[concept] = role
            for name in names.split(";"):
                for written in (name, f"{name}s"):
                    stems = tuple(stem(word) for word in split_words(written))
                    self._names.setdefault(stems[0], []).append((stems, concept))

    def of_role(self, terms: Iterable[str], *roles: str) -> frozenset[str]:
        """Give those of the terms that are concepts with one of these roles."""
        return frozenset(term for term in terms if self.role.get(term) in roles)

    def valence(self, concept: str) -> int:
        """Say whether more of an outcome is good (1), bad (-1) or neither (0)."""
        return {"higher_is_better": 1, "lower_is_better": -1, "conditions": -1}.get(self.role.get(concept, ""), 0)

    def at(self, stems: tuple[str, ...], position: int) -> tuple[tuple[str, ...], int]:
        """Give the concepts that the words at a position name and how many words name them."""
        names = self._names.get(stems[position])
        if not names:
            return (), 1
        length, found = 0, []
        for name, concept in names:
            if len(name) < length:
                break
            if stems[position : position + len(name)] == name:
                length = len(name)
                found.append(concept)
        return tuple(found), max(length, 1)


def load_lexicon(name: str) -> Any:
    """Read one word list; the C parser, where there is one, saves start-up time."""
    source = files("magcite.lexicons").joinpath(name).read_text(encoding="utf-8")
    return yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@cache
def lexicon() -> Lexicon:
    """Load the synonym list once."""
    groups: dict[str, dict[str, str]] = load_lexicon("medical_synonyms.yaml")
    return Lexicon(groups)
