"""Outcomes that statements on health tell of and studies measure, named in English and Dutch.

Provenance: our own list of what popular articles on nutrients and health promise most often.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from magcite.model import Language


@dataclass(frozen=True, slots=True)
class Outcome:
    """One outcome: its names, and the English words that speak of it."""

    english: str
    dutch: str
    words: str


OUTCOMES = tuple(
    Outcome(*row)
    for row in (
        ("mood", "stemming", r"mood(?! swings)"),
        ("mood swings", "stemmingswisselingen", r"mood swings?"),
        ("depression", "depressie", r"depress(?:ion|ive|ed)\b|PMS-D"),
        ("anxiety", "angst", r"anxi\w+|PMS-A"),
        ("stress", "stress", r"(?<!oxidative )(?<!inflammatory )(?<!physical )stress\b"),
        ("sleep", "slaap", r"sleep(?!less)\w*|insomnia|sleepless\w*"),
        ("fatigue", "vermoeidheid", r"fatigue|tired\w*"),
        ("hyperactivity", "hyperactiviteit", r"hyperactiv\w+\b(?! disorder)"),
        ("attention", "aandacht", r"distractib\w+|attention(?! deficit)|concentration (?:test|score)"),
        ("memory and thinking", "geheugen en denken", r"memory|cognit\w+"),
        ("dementia", "dementie", r"dementia|alzheimer\w*"),
        ("hot flushes", "opvliegers", r"hot flush\w*|hot flash\w*|vasomotor"),
        ("sweating", "zweten", r"sweat\w*"),
        ("fluid retention", "vocht vasthouden", r"fluid retention|hydration|oedema|edema|bloat\w+|swelling"),
        ("premenstrual symptoms as a whole", "PMS-klachten als geheel", r"PMS (?:questionnaire|symptoms?|scores?)|"
         r"premenstrual (?:symptoms|syndrome scores?)|symptoms of (?:\w+ )?(?:women with )?PMS"),
        ("blood pressure", "bloeddruk", r"blood pressure|\bBP\b|hypertens\w+|systolic"),
        ("blood sugar", "bloedsuiker", r"glucose|blood sugar|glyc[ae]+mi\w+"),
        ("HbA1c", "HbA1c", r"HbA1c|glycated"),
        ("insulin resistance", "insulineresistentie", r"HOMA\S*|insulin (?:resistance|sensitivity)"),
        ("insulin", "insuline", r"insulin(?! (?:resistance|sensitivity))(?!-)"),
        ("onset of diabetes", "het ontstaan van diabetes", r"(?:risk|incidence|onset) of (?:type 2 )?diabetes|"
         r"(?:prevents?|prevention of) (?:type 2 )?diabetes|incident diabetes"),
        ("inflammation", "ontsteking", r"(?<!anti-)inflammat\w+"),
        ("CRP", "CRP", r"\b(?:hs-?)?CRP\b|C-reactive"),
        ("cholesterol", "cholesterol", r"cholesterol|LDL|lipids?\b"),
        ("triglycerides", "triglyceriden", r"triglycerid\w+"),
        ("heart disease", "hartziekte", r"heart disease|cardiovascular (?:disease|events?)|heart attacks?|infarction"),
        ("stroke", "beroerte", r"strokes?\b"),
        ("heart rhythm", "hartritme", r"arrhythm\w+|atrial fibrillation"),
        ("death", "sterfte", r"mortality|deaths?\b|surviv\w+"),
        ("lactate", "melkzuur", r"lact(?:ate|ic)"),
        ("jumping", "springen", r"jump\w*"),
        ("running speed", "loopsnelheid", r"\brun(?:ning)?\b|walking speed|marathon"),
        ("muscle strength", "spierkracht", r"strength(?! of (?:the )?(?:evidence|association))|torque|grip"),
        ("performance", "prestaties", r"perform\w+|exercise tolerance|endurance"),
        ("muscle cramps", "spierkramp", r"cramps?\b"),
        ("muscle growth", "spiergroei", r"muscle (?:mass|growth)"),
        ("restless legs", "rusteloze benen", r"restless legs?"),
        ("tremor", "beven", r"tremors?"),
        ("migraine", "migraine", r"migraine\w*"),
        ("headache", "hoofdpijn", r"headaches?"),
        ("pain", "pijn", r"(?<!p)pain\w*"),
        ("body weight", "lichaamsgewicht", r"body weight|weight loss|BMI|slimming"),
        ("bone density", "botdichtheid", r"bone (?:mineral )?density|BMD"),
        ("fractures", "botbreuken", r"fractures?"),
        ("wound healing", "wondgenezing", r"wounds?|ulcers?|healing"),
        ("bruises", "blauwe plekken", r"bruis\w+"),
        ("kidney damage", "nierschade", r"nephrotox\w+|kidneys?|creatinine|renal function"),
        ("asthma", "astma", r"asthma\w*"),
        ("infections", "infecties", r"infections?|colds?\b|influenza"),
        ("cancer", "kanker", r"cancer|tumou?rs?"),
        ("digestion", "spijsvertering", r"constipation|digest\w+|bowel"),
        ("fertility", "vruchtbaarheid", r"fertil\w+|pregnancy rate"),
        ("quality of life", "kwaliteit van leven", r"quality of life"),
    )
)  # fmt: skip


@cache
def _patterns() -> tuple[tuple[Outcome, re.Pattern[str]], ...]:
    return tuple((one, re.compile(rf"(?<![\w-])(?:{one.words})", re.IGNORECASE)) for one in OUTCOMES)


def find_outcomes(text: str) -> tuple[Outcome, ...]:
    """Find the outcomes that an English text speaks of."""
    return tuple(one for one, pattern in _patterns() if pattern.search(text))


def name_outcomes(outcomes: Iterable[Outcome], language: Language) -> list[str]:
    """Give the names of outcomes."""
    return [one.english if language is Language.ENGLISH else one.dutch for one in outcomes]
