"""Groups of people that studies enrol and statements speak of, named in English and Dutch.

Provenance: our own list, from the kinds of people that abstracts and popular articles on health name most often.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache

from magcite.model import Article, ArticleFacts, Language, StudyType


class Kind(Enum):
    """What a group's name is in a phrase: the people themselves, or what comes behind them."""

    PEOPLE = "people"
    TRAIT = "trait"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One group: its names, the words of it in an article, and more words that name it in a statement.

    `special` groups are those whose results do not simply hold for everybody (ours).
    """

    english: str
    dutch: str
    words: str
    told: str = ""
    kind: Kind = Kind.TRAIT
    special: bool = True


def _people(english: str, dutch: str, words: str, told: str = "", *, special: bool = True) -> Group:
    return Group(english=english, dutch=dutch, words=words, told=told, kind=Kind.PEOPLE, special=special)


def _with(english: str, dutch: str, words: str, told: str = "", *, special: bool = True) -> Group:
    return Group(english=english, dutch=dutch, words=words, told=told, special=special)


GROUPS = (
    _people("volleyball players", "volleyballers", r"volleyball", r"athlet\w+|sport\w*"),
    _people("triathletes", "triatleten", r"triathl\w+", r"athlet\w+|sport\w*"),
    _people("marathon runners", "marathonlopers", r"marathon", r"athlet\w+|sport\w*|runners"),
    _people("athletes", "sporters", r"athletes?|cyclists|sports(?:men|women|people)|(?:soccer|rugby) players",
        r"sport\w*|players|runners|exercis\w+|perform\w*"),
    _people("pregnant women", "zwangere vrouwen", r"(?<!non-)(?<!non )(?<!not )pregnan(?:t|cy)|pre-?eclampsia"),
    _people("women after menopause", "vrouwen na de overgang", r"post-?menopausal", r"menopaus\w*"),
    _people("children", "kinderen", r"child(?:ren)?|schoolchildren|infants?|boys|girls|pa?ediatric|adolescents?"),
    _people("older people", "ouderen", r"elderly|"
        r"older (?:adults|people|women|men|patients|persons|subjects|type)|seniors|"
        r"aged (?:women|men|people)|older than (?:5[05]|6[05])", r"older|ageing|6[05]"),
    _people("patients in hospital", "ziekenhuispatiënten",
        r"critically ill|intensive care|hospitali[sz]ed|surgical patients", r"surg\w+"),
    _people("women", "vrouwen", r"(?<!% )(?<!cent )(?:women|females?)", special=False),
    _people("men", "mannen", r"(?<!% )(?<!cent )(?:men|males?)", special=False),
    _people("adults", "volwassenen", r"adults?", special=False),
    _with("with type 2 diabetes", "met diabetes type 2", r"type[- ](?:2|II)\b(?: \w+)?? diabet\w+|NIDDM", r"diabet\w+"),
    _with("with diabetes", "met diabetes", r"(?<!pre)(?<!pre-)(?<!non-)(?<!non)(?<!without )(?<!of type 2 )(?<!type 2 )"
        r"diabet(?:es|ics?)\b(?<!without type 2 diabetes)"),
    _with("without diabetes", "zonder diabetes", r"non-?diabetics?|without (?:type 2 )?diabetes|nondiabetic",
        r"normal (?:blood )?(?:sugar|glucose)|healthy", special=False),
    _with("with prediabetes", "met prediabetes", r"pre-?diabet\w+"),
    _with("with low magnesium", "met een laag magnesium",
        r"hypomagnes\w+|(?:low|reduced|decreased) (?:serum |blood |levels of )?(?:serum )?magnesium(?! intake| status)|"
        r"serum magnesium (?:levels? )?(?:<=?|≤|below|under)|magnesium[- ]deficien\w+",
        r"deficien\w+|shortage|lack\w*|low (?:serum |blood )?(?:magnesium|levels?)"),
    _with("with normal magnesium", "met een normaal magnesium",
        r"normo-?magnes\w+|normal (?:serum |blood )?magnesium|magnesium levels were normal",
        r"normal (?:serum |blood )?(?:magnesium|levels?)|without (?:\w+ )?deficien\w+|no (?:\w+ )?deficien\w+",
        special=False),
    _with("with breast cancer", "met borstkanker", r"breast cancer", r"cancer|chemotherapy"),
    _with("with cancer", "met kanker", r"(?<!breast )cancer|leuk[ae]+mia|chemotherapy", r"tumou?rs?|oncolog\w+"),
    _with("with high blood pressure", "met hoge bloeddruk", r"(?<!anti)hypertens\w+|(?:with|had) high blood pressure",
        r"high blood pressure"),
    _with("with the metabolic syndrome", "met het metabool syndroom", r"metabolic syndrome(?! (?:features|risk))"),
    _with("with overweight", "met overgewicht", r"overweight|obes(?:e|ity)"),
    _with("with kidney disease", "met een nierziekte",
        r"(?:kidney|renal) (?:disease|failure|patients)|h[ae]modialysis|dialysis",
        r"kidneys?"),
    _with("with heart disease", "met een hartziekte",
        r"(?:coronary|heart|cardiac) (?:artery disease|disease|failure|patients)|"
        r"cardiac surgery", r"heart|coronary"),
    _with("with a diabetic foot ulcer", "met een diabetische voetwond", r"(?:diabetic )?foot ulcers?"),
    _with("who sleep poorly", "die slecht slapen", r"poor(?:[- ]quality)? (?:quality )?sleep|insomnia", r"sleep\w*",
        special=False),
    _with("with depression", "met een depressie", r"depress(?:ion|ed|ive)", special=False),
    _with("with migraine without aura", "met migraine zonder aura", r"migraine without aura", special=False),
    _with("with migraine", "met migraine", r"migraine(?! without)", special=False),
    _with("with premenstrual syndrome", "met PMS", r"PMS|premenstrual", special=False),
    _with("with ADHD", "met ADHD", r"ADHD|attention deficit\w*", special=False),
    _with("with COPD", "met COPD", r"COPD|chronic obstructive"),
    _with("with insulin resistance", "met insulineresistentie", r"insulin[- ]resistant|with insulin resistance",
        r"insulin resistance", special=False),
    _with("with asthma", "met astma", r"asthma\w*", special=False),
    _with("with Parkinson’s disease", "met de ziekte van Parkinson", r"Parkinson\w*", special=False),
)  # fmt: skip
"""Every group, the people first; of the people of one study the first found names them."""

REGIONS = (
    ("Americans", "Amerikanen", r"Americans?|United States|U\.S\.|the US\b|USA|US adults"),
    ("Europeans", "Europeanen", r"Europe(?:ans?)?|European"),
)
"""Peoples that statements stretch a survey to."""

NAMES_NL = {
    "men": "mannen",
    "women": "vrouwen",
    "older people": "ouderen",
    "younger people": "jongere mensen",
    "people with overweight": "mensen met overgewicht",
    "people of normal weight": "mensen met een normaal gewicht",
    "people with a deficiency": "mensen met een tekort",
    "people without a deficiency": "mensen zonder tekort",
    "people with high blood pressure": "mensen met hoge bloeddruk",
    "people with normal blood pressure": "mensen met een normale bloeddruk",
    "people with diabetes": "mensen met diabetes",
    "people without diabetes": "mensen zonder diabetes",
}
"""Dutch names of the groups that exclude each other."""

_TRIALS = frozenset({StudyType.RANDOMIZED_TRIAL, StudyType.NON_RANDOMIZED_TRIAL, StudyType.CASE_SERIES})
_PATIENTS_OF_TITLE = re.compile(r"\b(?:in|among|with)\b", re.IGNORECASE)
_OF_PEOPLE = frozenset({"age group", "sex", "condition"})
_OPPOSITES = (
    ("women", "men"),
    ("children", "adults"),
    ("with low magnesium", "with normal magnesium"),
    ("with diabetes", "without diabetes"),
)
_WIDER = {
    "with type 2 diabetes": "with diabetes",
    "with a diabetic foot ulcer": "with diabetes",
    "with breast cancer": "with cancer",
    "with migraine without aura": "with migraine",
    "with prediabetes": "without diabetes",
}


@cache
def _patterns(*, told: bool) -> tuple[tuple[Group, re.Pattern[str]], ...]:
    return tuple(
        (
            group,
            re.compile(
                rf"(?<!\w)(?:{group.words}{'|' + group.told if told and group.told else ''})(?!\w)", re.IGNORECASE
            ),
        )
        for group in GROUPS
    )


def find_groups(text: str, *, told: bool = False) -> tuple[Group, ...]:
    """Find the groups that a text names; `told` takes looser words of statements too."""
    return tuple(group for group, pattern in _patterns(told=told) if pattern.search(text))


_TOLD_PEOPLE = re.compile(
    r"(?:\b[\w-]+ ){0,2}\b(?:people|persons|adults|patients|women|men|children|elderly|seniors|diabetics|athletes|"
    r"players|individuals|sufferers|triathletes)\b(?: (?:with|who have|suffering from) [\w -]{0,40})?",
    re.IGNORECASE,
)


def told_groups(statement: str) -> tuple[Group, ...]:
    """Find whom a statement speaks of: the people it names with what they have, not what happens to them."""
    return narrow_down(find_groups(" | ".join(_TOLD_PEOPLE.findall(statement))))


def find_regions(text: str) -> tuple[tuple[str, str], ...]:
    """Find the peoples that a text names, in English and Dutch."""
    return tuple((english, dutch) for english, dutch, words in REGIONS if re.search(rf"\b(?:{words})", text))


def studied_groups(article: Article, facts: ArticleFacts) -> tuple[Group, ...]:
    """Tell whom a study enrolled: from the sentence that counts them, its details, and for a trial its title's people.

    A trial's own conclusion names its people too. What a study without a treatment has in its title may be its outcome.
    """
    study_type = facts.design.study_type
    people = facts.sample.participants
    texts: list[str] = []
    if people and people.quote and not people.quote.in_title:
        texts.append(people.quote.text)
    if study_type and study_type.value in _TRIALS:
        texts += [element.fact.value for element in facts.elements if element.name in _OF_PEOPLE]
        texts += [_people_of_title(article.title or ""), _people_of_conclusion(_last_sentence(article))]
        if facts.conclusion and facts.conclusion.quote:
            texts.append(_people_of_conclusion(facts.conclusion.quote.text))
    elif study_type and study_type.value is StudyType.CROSS_SECTIONAL:
        texts.append(" ".join(group.english for group in find_groups(article.title or "") if group.kind is Kind.PEOPLE))
    return narrow_down(find_groups(" | ".join(texts)))


def _people_of_title(title: str) -> str:
    """Give the part of a title that names the people, which follows the treatment and its purpose."""
    parts = _PATIENTS_OF_TITLE.split(title, maxsplit=1)
    return parts[1] if len(parts) > 1 else title if re.search(r"\bplayers\b", title) else ""


def _people_of_conclusion(sentence: str) -> str:
    """Give the words of a conclusion between “in” or “among” and the next comma, which name the people."""
    parts = re.split(r"\b(?:in|among)\b(?! effect)", sentence, maxsplit=1)
    return parts[1].split(",")[0] if len(parts) > 1 else ""


def purpose_of_title(title: str) -> str:
    """Give the part of a title before it names the people: the treatment and what it was for."""
    return _PATIENTS_OF_TITLE.split(title, maxsplit=1)[0]


def _last_sentence(article: Article) -> str:
    return article.abstract[-1].text.rstrip(". ").rsplit(". ", 1)[-1] if article.abstract else ""


def narrow_down(groups: Iterable[Group]) -> tuple[Group, ...]:
    """Drop a wider group beside a narrower one, and both of two that together are everybody."""
    found = tuple(groups)
    names = {group.english for group in found}
    dropped = {_WIDER[name] for name in names if name in _WIDER}
    for pair in _OPPOSITES:
        if names >= set(pair):
            dropped |= set(pair)
    return tuple(group for group in found if group.english not in dropped)


_AND = {Language.ENGLISH: " and ", Language.DUTCH: " en "}


def join_names(names: Iterable[str], language: Language) -> str:
    """Join names as a sentence does: “a, b and c”."""
    listed = tuple(dict.fromkeys(names))
    return _AND[language].join(part for part in (", ".join(listed[:-1]), *listed[-1:]) if part)


def describe_groups(groups: Iterable[Group], language: Language) -> str:
    """Describe people by their groups: “older women with type 2 diabetes and low magnesium”."""
    found = narrow_down(groups)
    people = [group for group in found if group.kind is Kind.PEOPLE]
    traits = [_name(group, language) for group in found if group.kind is Kind.TRAIT]
    return " ".join(part for part in (_base(people, language), _join_traits(traits, language)) if part)


def _name(group: Group, language: Language) -> str:
    return group.english if language is Language.ENGLISH else group.dutch


def _base(people: list[Group], language: Language) -> str:
    names = {group.english for group in people}
    if {"older people", "women"} <= names:
        return "older women" if language is Language.ENGLISH else "oudere vrouwen"
    if people:
        return _name(people[0], language)
    return "people" if language is Language.ENGLISH else "mensen"


def _join_traits(traits: list[str], language: Language) -> str:
    """Say “with” once for all that people have, then what they do or lack."""
    word = "with " if language is Language.ENGLISH else "met "
    having = [trait.removeprefix(word) for trait in traits if trait.startswith(word)]
    others = [trait for trait in traits if not trait.startswith(word)]
    listed = ([word + join_names(having, language)] if having else []) + others
    return ", ".join(listed)


def describe_study(article: Article, facts: ArticleFacts, language: Language) -> str | None:
    """Describe whom a study enrolled, with their number: “63 people with type 2 diabetes and low magnesium”.

    None where the number of people is not known.
    """
    people = facts.sample.participants
    if people is None:
        return None
    number = f"{people.value:,}"
    written = number if language is Language.ENGLISH else number.replace(",", ".")
    return f"{written} {describe_groups(studied_groups(article, facts), language)}"
