"""Suggest a wording that the evidence bears, after GRADE's wording of certainty (PMID 31711912).

High: results in. Moderate: likely results in. Low: may result in. Very low: the evidence is very uncertain. A
suggestion keeps the words of the statement and changes no more than how sure they sound; callers mark it as such.
"""

from __future__ import annotations

import re

from magcite.model import Assertion, Certainty, Fact, Language, Strength

_BEARS = {
    Certainty.HIGH: Strength.EFFECT,
    Certainty.MODERATE: Strength.HEDGED,
    Certainty.LOW: Strength.HEDGED,
    Certainty.VERY_LOW: Strength.ASSOCIATION,
}
"""The strongest wording that each certainty leaves alone."""

_ENGLISH = {Certainty.MODERATE: "will likely", Certainty.LOW: "may", Certainty.VERY_LOW: "may"}
_DUTCH = {Certainty.MODERATE: "waarschijnlijk", Certainty.LOW: "mogelijk", Certainty.VERY_LOW: "mogelijk"}

_ENGLISH_PAST = re.compile(r"(?:ed|made|gave|drove|fell|rose|led)$", re.IGNORECASE)
_DUTCH_PAST = re.compile(
    r"(?:(?:g|r|l|n)de|(?:k|s|t)te|(?:g|r|l|n)den|(?:k|s|t)ten|hielp|hielpen|steeg|stegen|ging|gingen|werd|werden|deed|"
    r"deden|kwam|kwamen|had|hadden|was|waren)$",
    re.IGNORECASE,
)
_DUTCH_VERB = re.compile(r"^[a-zëïé]+(?:t|en|an)$", re.IGNORECASE)
_NO_FINITE_VERB_AFTER = re.compile(
    r"\b(?:to|may|might|could|can|is|are|was|were|be|been|has|have|had|do|does|did|the|an?|of|in|with|by|for)\s+$",
    re.IGNORECASE,
)
_FRONTED = re.compile(
    r"(?:bij|in|met|door|tijdens|ook|naast|daarbij|hierdoor|daardoor|bovendien|verder|volgens)\b", re.IGNORECASE
)
_ENGLISH_VERB = re.compile(r"^[a-z]+$", re.IGNORECASE)
_NOUNS = frozenset(
    {"effect", "effects", "effective", "benefit", "impact", "influence", "beneficial", "protective", "consequences"}
)
_MODALS = frozenset({"can", "kan", "kunnen", "will"})
_MAY_DUTCH = {"kan": "zou", "kunnen": "zouden"}
_INFINITIVE = re.compile(
    r"\b(?:laten|doen|(?:aan|af|bij|in|op|tegen|toe|uit)?(?:verlicht|verbeter|verminder|verlag|verhog|verkort|verklein|"
    r"vergrot|voorkom|genez|help|zorg|leid|bescherm|versterk|drag|werk|beïnvloed|herstell|ondersteun|bevorder|vertrag|"
    r"versnell|remm|stimuler|reguler|ontspann|nem|dal|stijg|verdwijn|wijz|veroorzak|bied|gev|hebb|mak|krijg|houd|vind|"
    r"prester|word|behandel|bestrijd|optred|ontstan|slap|normaliser)en|tegengaan|ingaan)\b",
    re.IGNORECASE,
)
_SETTLED_AFTER = re.compile(
    r",? (?:zo )?(?:blijkt uit (?:\w+ )?(?:onderzoek(?:en)?|studies)|(?:hebben|heeft) (?:\w+ )?"
    r"(?:onderzoek(?:en)?|studies) (?:\w+ )?(?:aangetoond|bewezen|laten zien))$",
    re.IGNORECASE,
)
_SETTLED_BEFORE = re.compile(
    r"^(?:some |many |several )?(?:studies|research|science|trials) (?:has |have )?(?:clearly )?"
    r"(?:shows?|shown|proves?|proven|finds?|found|indicates?|demonstrates?|demonstrated) that ",
    re.IGNORECASE,
)


def suggest_wording(
    assertion: Assertion,
    strength: Fact[Strength],
    certainty: Certainty,
    language: Language,
    scope: str | None = None,
) -> str | None:
    """Suggest how an assertion could be worded; None where its wording fits, or where no wording can be built.

    `scope` tells in whom it was studied, in the statement's language ("23 older people with diabetes").
    """
    if assertion.implied or certainty is Certainty.NONE or strength.quote is None:
        return None
    text = _without_settledness(assertion.text.strip().rstrip("."), language)
    words = strength.quote.text
    if strength.value <= _BEARS[certainty] or text.count(words) != 1 or "denied" in strength.basis:
        return None
    if strength.value is Strength.HEDGED:
        return _add_doubt(_add_scope(text, scope, language), certainty, language) + "."
    soften = _soften_english if language is Language.ENGLISH else _soften_dutch
    softened = soften(text, words, certainty)
    if softened is None:
        return None
    return _add_doubt(_add_scope(softened, scope, language), certainty, language) + "."


def _without_settledness(text: str, language: Language) -> str:
    """Leave out that research has shown it, which a softened statement cannot say."""
    bare = _SETTLED_AFTER.sub("", text)
    if language is Language.ENGLISH:
        bare = _SETTLED_BEFORE.sub("", bare)
    return bare[:1].upper() + bare[1:]


def _soften_english(text: str, words: str, certainty: Certainty) -> str | None:
    """Put “may” or “will likely” before the verb, which loses its ending."""
    first = words.split(maxsplit=1)[0]
    verb = first.lower()
    if verb in _NOUNS or not _ENGLISH_VERB.match(verb) or _ENGLISH_PAST.search(verb) or verb == "not":
        return None
    start = text.index(words)
    before, rest = text[:start], text[start + len(first) :]
    if _NO_FINITE_VERB_AFTER.search(before):
        return None
    if verb in _MODALS:
        return f"{before}{_ENGLISH[certainty]}{rest}"
    joined = re.sub(r"^( (?:and|or) )(\w+s)\b", lambda found: found[1] + _base_of(found[2]), rest)
    return f"{before}{_ENGLISH[certainty]} {_base_of(verb)}{joined}"


def _base_of(verb: str) -> str:
    """Give the base of an English verb in the third person; other forms stay as they are."""
    if verb.endswith("ies"):
        return verb[:-3] + "y"
    if verb.endswith(("sses", "shes", "ches", "xes")):
        return verb[:-2]
    return verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb


def _soften_dutch(text: str, words: str, certainty: Certainty) -> str | None:
    """Put “mogelijk” or “waarschijnlijk” after the finite verb."""
    verb = words.split(maxsplit=1)[0]
    if not (_DUTCH_VERB.match(verb) or verb.lower() in _MODALS) or _DUTCH_PAST.search(verb):
        return None
    start = text.index(words)
    before, rest = text[:start], text[start + len(verb) :]
    if re.search(r"\b(?:te|zou|zouden|kan|kunnen)\s+$", before) or not rest.strip():
        return None
    adverb = _DUTCH[certainty]
    if verb.lower() in _MAY_DUTCH and adverb == _DUTCH[Certainty.LOW]:
        return _say_might(before, verb.lower(), rest)
    if len(rest.split()) == 1 and verb.lower() in _MODALS:
        return f"{before}{adverb} {verb}{rest}"
    subject = _subject_after(before, rest)
    return f"{before}{verb}{subject} {adverb}{rest[len(subject) :]}"


def _say_might(before: str, modal: str, rest: str) -> str | None:
    """Turn “kan … verlichten” into “zou … kunnen verlichten”; None where no verb is found."""
    verb = _INFINITIVE.search(rest) or re.search(r"\b\w+en$", rest)
    if verb is None:
        return None
    return f"{before}{_MAY_DUTCH[modal]}{rest[: verb.start()]}kunnen {rest[verb.start() :]}"


def _subject_after(before: str, rest: str) -> str:
    """Give the subject where it follows the finite verb in Dutch: a pronoun, or any after something put first."""
    pronoun = re.match(r" (?:hij|zij|ze|dit|je|men|het(?= (?:de|het|een)\b))\b", rest)
    noun = re.match(r"(?: (?:de|het|een))? \w+", rest) if _FRONTED.match(before) else None
    found = pronoun or noun
    return found.group() if found else ""


def _add_scope(text: str, scope: str | None, language: Language) -> str:
    if scope is None:
        return text
    return f"{text} (studied in {scope})" if language is Language.ENGLISH else f"{text} (onderzocht bij {scope})"


def _add_doubt(text: str, certainty: Certainty, language: Language) -> str:
    """Say that the evidence is very uncertain where it is."""
    if certainty is not Certainty.VERY_LOW:
        return text
    doubt = {
        Language.ENGLISH: "but the evidence is very uncertain",
        Language.DUTCH: "maar het bewijs daarvoor is zeer onzeker",
    }
    return f"{text}, {doubt[language]}"
