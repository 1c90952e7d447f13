"""Words that tell how a statement is told: certainty and hype, advice, settledness, the species named.

Provenance: word lists of our own, from the kinds of overstatement that studies of health news describe.
"""

from __future__ import annotations

import re
from functools import cache

from magcite.model import Language


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


_HYPE = {
    Language.ENGLISH: (
        "proven|proves|proof that|miracle\\w*|miraculous\\w*|wonder(?:s|ful| drug| cure)?|breakthrough|revolutionary|"
        "amazing\\w*|astonishing\\w*|spectacular\\w*|sensational|game[- ]changer|always|never fails|guaranteed?|"
        "100 ?% (?:safe|effective)|undisputed|undeniabl[ey]|without (?:any )?doubt|magic(?:al)?|cure-all|"
        "scientifically (?:proven|shown)|completely safe|no side effects"
    ),
    Language.DUTCH: (
        "bewezen|wonder\\w*|mirakel\\w*|doorbraak|revolutionair\\w*|opzienbarend\\w*|spectaculair\\w*|altijd|"
        "gegarandeerd\\w*|onomstotelijk\\w*|zonder (?:enige )?twijfel|magisch\\w*|verbluffend\\w*|sensationeel|"
        "verbazingwekkend\\w*|100 ?% (?:veilig|effectief)|geen enkele bijwerking|zonder bijwerkingen|redder"
    ),
}
_UNSURE = {
    Language.ENGLISH: "not|no|n't|never|un|yet to be|without|hardly|whether|if|almost",
    Language.DUTCH: "niet|geen|nooit|nog|on|zonder|nauwelijks|of|bijna",
}
_ADVICE = {
    Language.ENGLISH: (
        "(?:you|everyone|everybody|people|men|women|adults|patients|athletes|we) (?:should|must|ought to|need to)|"
        "(?:should|must) (?:take|use|eat|swallow|supplement|avoid|drink)|is (?:a must|recommended|advisable|wise)|"
        "make sure (?:to|you)|be sure to|do(?:n't| not) (?:forget|hesitate) to|(?:we|experts) (?:recommend|advise)|"
        "it is (?:best|smart|sensible) to|no luxury|rub"
    ),
    Language.DUTCH: (
        "(?:je|u|jij|iedereen|mensen|vrouwen|mannen|we) (?:moet|moeten|dient|hoort)|moet (?:je|u|men)|slik|"
        "geen overbodige luxe|zorg (?:er ?)?voor dat (?:je|u)|(?:is|zijn) (?:aan te raden|een aanrader|een must|"
        "verstandig|raadzaam)|(?:raden|raadt) [^.]{0,40}aan|is het goed om|het beste kun je|vergeet niet|"
        "wordt aangeraden|wordt aanbevolen"
    ),
}
_IMPERATIVE = re.compile(
    r"^\s*(?:take|try|use|eat|add|choose|avoid|start|stop|swallow|drink|neem|probeer|gebruik|eet|kies|vermijd|slik|"
    r"drink|smeer|voeg)\b(?! (?:of|for))",
    re.IGNORECASE,
)
_SETTLED = {
    Language.ENGLISH: (
        "(?:stud(?:y|ies)|research|science|scientists|trials?|evidence) (?:\\w+ )?(?:has |have )?(?:clearly )?"
        "(?:shows?|shown|proves?|proven|demonstrates?|demonstrated|confirms?|confirmed|finds?|found)(?: that)?|"
        "(?:it is|it has been|has been|is) (?:well |clearly )?(?:established|shown|demonstrated|known|proven)|"
        "we (?:now )?know that|according to (?:studies|research|science)|numerous studies|many studies|several studies"
    ),
    Language.DUTCH: (
        "(?:onderzoek(?:en)?|studies|wetenschap(?:pers)?|de wetenschap) (?:\\w+ )?(?:heeft |hebben |is |wijst |wijzen |"
        "laat |laten |toont |tonen |bewijst |bewijzen )[^.]{0,30}?(?:aangetoond|uitgewezen|bewezen|laten zien|uit|zien|"
        "aan)|uit onderzoek blijkt|blijkt uit onderzoek(?:en)?|uit (?:meerdere |vele |veel )?(?:studies|onderzoeken) "
        "blijkt|is (?:wetenschappelijk )?(?:aangetoond|bewezen|vastgesteld)|een aantal onderzoeken|talloze studies|"
        "blijkens onderzoek|volgens onderzoek|(?:hebben|heeft) (?:\\w+ )?(?:onderzoek(?:en)?|"
        "studies) (?:\\w+ )?aangetoond"
    ),
}
_SPECIES = {
    Language.ENGLISH: (
        "mice|mouse|rats?|rodents?|animals?|animal|rabbits?|pigs?|monkeys?|dogs?|cells?|cell culture|in vitro|"
        "test tube|laborator(?:y|ies)|tissue|zebrafish|worms?|flies"
    ),
    Language.DUTCH: (
        "muis|muizen|ratten|rat|knaagdieren|dieren?|dierproe(?:f|ven)|dieronderzoek|konijnen|varkens|apen|honden|"
        "cellen|celkweek|reageerbuis(?:jes)?|laboratorium|lab|weefsel"
    ),
}


def find_hype(text: str, language: Language) -> str | None:
    """Find the first word of certainty or hype that is not denied or put in doubt right before."""
    for word in _pattern(_HYPE[language]).finditer(text):
        if not re.search(
            rf"(?:\b(?:{_UNSURE[language]})\s+(?:\w+\s+)?$)|[“\"'‘„]$", text[: word.start()], re.IGNORECASE
        ):
            return word.group()
    return None


def find_advice(text: str, language: Language) -> str | None:
    """Find the words by which a statement tells readers what to do."""
    found = _IMPERATIVE.search(text) or _pattern(_ADVICE[language]).search(text)
    return found.group().strip() if found else None


def find_settled(text: str, language: Language) -> str | None:
    """Find the words that present a result as settled by research."""
    found = _pattern(_SETTLED[language]).search(text)
    return found.group() if found else None


def names_species(text: str, language: Language) -> bool:
    """Tell whether a statement says that it is about animals, cells or the laboratory."""
    return bool(_pattern(_SPECIES[language]).search(text))


_EQUAL = {
    Language.ENGLISH: (
        "(?:just |equally )?as (?:well|effectively|effective|good|much|strongly|potent|fast|safe)\\b[^.;]*?\\bas|"
        "equal(?:ly|s)?|equivalent|no (?:worse|less effective) than|matches|comparable to|the same as"
    ),
    Language.DUTCH: (
        "(?:net |even )(?:zo )?(?:goed|effectief|sterk|veilig|snel|werkzaam)\\b[^.;]*?\\bals|gelijkwaardig|"
        "niet (?:slechter|minder (?:goed|effectief)) dan|vergelijkbaar met|hetzelfde als|doet niet onder voor"
    ),
}


def claims_equality(text: str, language: Language) -> bool:
    """Tell whether a statement says that one treatment is as good as another."""
    return bool(_pattern(_EQUAL[language]).search(text))


_RELATIVE = {
    Language.ENGLISH: (
        "\\d+(?:[.,]\\d+)?\\s?(?:%|percent|per cent) (?:\\w+ ){0,2}?(?:lower|higher|greater|increased|reduced|less|"
        "more|smaller|decrease|increase|reduction)(?: \\w+){0,3}? (?:risk|chance|odds|likely|likelihood|probability|"
        "incidence|mortality|prone)|(?:risk|chance|odds)\\b[^.;]{0,40}\\b\\d+\\s?(?:%|percent)"
    ),
    Language.DUTCH: (
        "\\d+(?:[.,]\\d+)?\\s?(?:%|procent) (?:\\w+ ){0,2}?(?:lager|lagere|hoger|hogere|groter|grotere|kleiner|"
        "kleinere|minder|meer)(?: \\w+){0,2}? ?(?:risico|kans|vatbaar|sterfte)|"
        "(?:risico|kans)\\b[^.;]{0,40}\\b\\d+\\s?(?:%|procent)"
    ),
}
_ABSOLUTE = re.compile(
    r"\b\d[\d.,]*\s+(?:in|out of|per|van de|op de|op)\s+(?:elke |every )?\d|\bper (?:100|1[.,]?000|10[.,]?000)\b|"
    r"\bpercentage points?\b|\bprocentpunt\w*|\bfrom \d[\d.]*\s?% to\b|\bvan \d[\d,]*\s?% naar\b",
    re.IGNORECASE,
)


def find_relative_risk(text: str, language: Language) -> str | None:
    """Find a percentage of more or less risk in a text that gives no risk in whole numbers."""
    found = _pattern(_RELATIVE[language]).search(text)
    return found.group() if found and not _ABSOLUTE.search(text) else None


_ONE_STUDY = {
    Language.ENGLISH: (
        "(?:in|a|one|this|another|the) (?:\\w+[- ]){0,4}?(?:study|trial|analysis|experiment|pilot|cohort)\\b|"
        "(?:among|of|in) (?:about |some |over |more than )?\\d[\\d,]* (?:\\w+ ){0,2}(?:people|adults|"
        "women|men|patients|"
        "children|participants|players|athletes|volunteers)"
    ),
    Language.DUTCH: (
        "(?:in|bij|een|één|dit|ander) (?:\\w+ ){0,4}?(?:onderzoek|studie|proef|analyse|experiment)\\b|"
        "(?:onder|van|bij) (?:ruim |ongeveer |zo'n |meer dan )?\\d[\\d.]* (?:\\w+ ){0,2}(?:mensen|volwassenen|vrouwen|"
        "mannen|patiënten|kinderen|deelnemers|spelers|sporters|vrijwilligers)"
    ),
}
_SMALL = {
    Language.ENGLISH: "small|pilot|preliminary|tiny|few (?:people|participants|patients)|only \\d+",
    Language.DUTCH: (
        "klein(?:e|schalig\\w*)?|proefonderzoek|pilot\\w*|verkennend\\w*|weinig (?:mensen|deelnemers)|slechts \\d+"
    ),
}


def describes_one_study(text: str, language: Language) -> bool:
    """Tell whether a statement reports what one study found, rather than what is so in general."""
    return bool(_pattern(_ONE_STUDY[language]).search(text))


_STUDIES = {
    Language.ENGLISH: (
        "(?:some|a few|other|several) (?:studies|trials) (?:found|find|saw|see|reported)|"
        "there are (?:also )?(?:studies|trials)"
    ),
    Language.DUTCH: (
        "er (?:is|zijn) (?:ook )?(?:onderzoek(?:en)?|studies)|(?:sommige|enkele|andere) (?:onderzoeken|studies) "
        "(?:vonden|zagen|meldden)"
    ),
}


def reports_studies(text: str, language: Language) -> bool:
    """Tell whether a statement reports that there are studies with a result, not that it is so in general."""
    return bool(_pattern(_STUDIES[language]).search(text))


def admits_small_size(text: str, language: Language, people: int) -> bool:
    """Tell whether a statement says that the study was small, or how many took part."""
    told = re.search(rf"(?<![\d.,])(?:{people:,}|{people})(?!\d|[.,]\d|\s?(?:%|mg\b|g\b|years?\b|jaar\b))", text)
    return bool(told or _pattern(_SMALL[language]).search(text))


_OPINION = {
    Language.ENGLISH: (
        "guidelines?|experts?|authors?|reviews?|overview|opinion|hypothes\\w+|"
        "researchers? (?:think|believe|suspect|say)|is thought|is believed|advis(?:e|es|ed|ory)"
    ),
    Language.DUTCH: (
        "richtlijn(?:en)?|deskundigen?|experts?|auteurs?|overzichtsartikel\\w*|mening|hypothese|onderzoekers (?:denken|"
        "vermoeden|menen|zijn van mening)|wordt gedacht|vermoed\\w*|volgens (?:\\w+ ){0,3}onderzoekers"
    ),
}


def names_opinion(text: str, language: Language) -> bool:
    """Tell whether a statement says that it reports what people think or advise, not what a study found."""
    return bool(_pattern(_OPINION[language]).search(text))
