"""Read which way a clause points: up, down, better, worse, linked, or no difference."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from magcite.readers.support.numbers import to_float
from magcite.readers.support.patterns import Lazy
from magcite.readers.support.words import load_lexicon, split_words, stem


class Sense(Enum):
    """What a directional word speaks of: an amount, its quality, or a mere link."""

    AMOUNT = "amount"
    QUALITY = "quality"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Cue:
    """One directional word: its sense and sign (a link's sign is 0, an inverse link's -1)."""

    sense: Sense
    sign: int


_GROUPS = {
    "amount_up": Cue(Sense.AMOUNT, 1),
    "amount_down": Cue(Sense.AMOUNT, -1),
    "quality_up": Cue(Sense.QUALITY, 1),
    "quality_down": Cue(Sense.QUALITY, -1),
    "link": Cue(Sense.LINK, 0),
    "link_inverse": Cue(Sense.LINK, -1),
}
"""The groups of the word list, in the order in which they win."""

_NULL = Lazy(
    r"\bno (?:\w+[ -]){0,3}?(?:differences?|effects?|changes?|associations?|benefits?|improvements?|impact|influence|"
    r"reductions?|increases?|enhancements?|evidence|correlations?|relationship|advantage|consistent|link|clear|excess)\b"
    r"|\b(?:not?(?<!drank no)(?<!drink no)(?<!ate no)(?<!took no)(?<!used no)(?<!consumed no)(?<!drinking no)"
    r"(?<!eating no)(?<!taking no)(?! all\b| only\b| yet\b"
    r"|(?: in| on| with| by| for)?(?: the)? (?:placebo|controls?)\b)|neither|none of|nor|n't)\b[^.;]{0,45}?"
    r"\b(?:significant(?:ly)?|"
    r"differ(?:ent|ed)?|change[ds]?|alter(?:ed)?|"
    r"affect(?:ed)?|improve[ds]?|reduce[ds]?|increase[ds]?|associated|superior|effective|related|"
    r"correlated|lower(?:ed)?|advantages?|var(?:y|ied|ies)|exceed(?:ed)?|greater|larger|smaller|fewer|shorter|"
    r"better|higher|benefit(?:ed)?|attribut(?:ed|able)|ascribed|influence[ds]?|support(?:ed)?|prevent(?:ed)?|enhance[ds]?|predict(?:ed)?)\b"
    r"|\b(?:similar(?:ly)?(?! (?:degree|extent|magnitude|manner|way|direction)\b)|comparable|"
    r"equivalent(?! trial| dose| of)|unchanged|unaffected|unaltered|unrelated|"
    r"ineffective|identical|"
    r"the same(?! (?:times?|days?|periods?|points?|years?|patients|people|subjects|stud(?:y|ies)|doses?)\b)|"
    r"non-?significant(?:ly)?|insignificant|failed to|fails to|did as well|no better|no more(?! than \d)|no less|"
    r"no (?:greater|larger|smaller|fewer|faster|shorter)(?! than \d)|"
    r"as effective as|independent of|regardless|indistinguishable|no worse|non-?inferior(?:ity)?|inconclusive|"
    r"inconsistent|not (?:\w+ )?consistent)\b"
    r"|\b(?:improv|reduc|lower|affect|chang|increas|alter|prevent|rais|reliev|eas|help|influenc)\w* neither\b"
    r"|\b(?:stayed|stays|remained|remains) (?:within|stable|constant|unchanged|the same|similar|as it was)\b"
    r"|(?<!half )(?<!twice )(?<!times )(?<!just )\bas "
    r"(?:frequent|common|often|high|many|much|likely|prevalent|severe)(?:ly)? (?:\w+ ){0,3}?as\b"
    r"|\bnot at all\b"
    r"|\bto (?:an?|the) (?:similar|same|comparable|equal) (?:extent|degree) (?:in|with|by|on|for|among) "
    r"(?:both|all|the two|either|the (?:groups|arms)|[^.;,()]{0,40}? (?:and|or) (?:\w+ )?(?:placebo|controls?|sham)\b)"
    r"|\b(?:equally|alike|similarly|just as much) (?:in|on|with) (?:both|all|the two|either)\b"
    r"|\b(?:in|with) (?:both|all) (?:\w+ )?groups? (?:alike|equally)\b"
    r"|\b(?:reduced|improved|lowered|raised|increased|decreased|eased|relieved|shortened) [\w ]{2,30}? "
    r"(?:equally|alike|to the same (?:extent|degree))(?=[.,;(]|$)"
    r"|\b(?:fell|rose|improved|decreased|increased|declined|changed|dropped|eased) (?:equally|alike|similarly) "
    r"(?:with|on|in|after|under)\b"
    r"|\b(?:was|were) (?:just )?as [a-z]+ (?:\w+ ){0,3}?as\b(?= (?:those|with|on|in|after|under|the)\b)"
    r"|\b(?:were|was|are|is|be|been|remained|stayed|ended|looked|fared|did|scored|changed) (?:\w+ ){0,3}?alike\b"
    r"|\bno (?:sub)?groups?\b[^.;]{0,60}?\b(?:benefit(?:ed)?|improved|differ(?:ed)?|gained)\b"
    r"|\b(?:does|do|did) nothing\b|\bnothing (?:(?:was |is )?left of|to do with|shows|suggests|indicates|proves)\b"
    r"|\bunlikely to (?:\w+ly )?(?:prevent|reduce|help|improve|lower|raise|increase|ease|relieve|affect|cause|work|"
    r"benefit|protect|be of)\b|\b(?:hardly|barely|scarcely|rarely|seldom) "
    r"(?:affects?|changes?|influences?|alters?|shortens?|reduces?|lowers?|improves?|helps?|eases?|prevents?|works?|raises?)\b"
    r"|\bno (?:cure|remedy|protection|relief|answer|bearing|cause)\b"
    r"|\blittle (?:use|effect|impact|influence|help|evidence|benefit|difference)\b"
    r"|\b(?:associations?|relation(?:ship)?s?|links?|differences?|effects?|excess|benefits?)\b[^.;]{0,60}?\b"
    r"(?:disappeared|vanished|(?:was|were) (?:lost|abolished)|no longer)\b"
    r"|\b(?:does|do|did) not work\b|\bjust as (?:long|common|often|many|much|frequent\w*|likely) "
    r"(?:with|on|in|after)\b"
    r"|\b(?:pointless|a waste of (?:money|time))\b|\bfails? against\b|\b(?:does|do|did) not respond to\b"
    r"|\b(?:useless|worthless|futile|in vain)\b|\b(?:of )?no (?:use|help|value|good (?:for|against))\b"
    r"|\bwithout (?:an? |any )?(?:\w+ )?differences?\b"
    r"|\bequally (?:often|common|frequent|likely|effective|well)\b"
    r"|\bwithout (?:any |significantly )?(?:improv|affect|chang|alter|increas|reduc|effect)\w*"
)
_P_VALUE = Lazy(r"\bp\s*(?:-?\s*values?|for (?:trend|interaction|difference)|trend)?\s*(?:of|was|is)?\s*"
                      r"([<>=≤≥]|&lt;|&gt;)\s*(0?[.·,]\d+|1\.0+|0)")  # fmt: skip
_RATIO = Lazy(
    r"\b(?:(?-i:a?(?:RR|HR|OR)s?)|(?:relative |adjusted )?(?:risk|hazards?|odds|rate|prevalence|incidence) ratios?|"
    r"relative risks?)\b"
    r"[^.;()]{0,80}?"
    r"(?:\[[^\]]{0,12}\]|\([A-Za-z]{2,4}\))?[^0-9.;]{0,25}?(?<![A-Za-z-])(?<!\btype )"
    r"(\d+(?:[.·]\d+)?)(?!\d|\s*%)"
    r"(?:(?:(?:[^;]{0,40}?|; ?)(?:95 ?% ?)?(?:CI|interval)\)?[^0-9;]{0,16}|[,;]? ?[(\[]?)"
    r"(\d+[.·]\d+)\s*(?:-|–|—|to|,)\s*(\d+(?:[.·]\d+)?)\b)?"
)
_SERIES = Lazy(r"(?: \((?:reference|referent|ref\.?)\))?(?:[,;]? (?:and )?(?P<last>\d\.\d+))+")
"""The ratios of further groups after that of the group they are set against, which is 1."""
_BARE_INTERVAL = Lazy(r"[(;] ?(\d?\.\d+)[,;] (\d?\.\d+) ?(?:-|–|to) ?(\d{1,2}\.\d+) ?[);]")
"""An estimate and its interval with no name ("5.1% and 6.0% (0.84, 0.57-1.23)"); such are ratios."""
_DIFFERENCE = Lazy(
    r"\b(?:(?-i:W?S?MD|ES)|mean (?:\w+ )?differences?|(?:pooled|overall|net) changes?|effect sizes?|"
    r"(?:pooled |overall )effects?|coefficients?|beta|β)"
    r"(?!\w)[^.;()\d]{0,60}?[(\[]?[^.;\d]{0,12}?(?P<value>[-−–]?\d+(?:[.·]\d+)?)[^;\d]{0,30}?95 ?%[^;\d]{0,30}?"
    r"(?P<low>[-−–]?\d+(?:[.·]\d+)?)\s*(?:to|,|;|-|–)\s*(?P<high>[-−–]?\d+(?:[.·]\d+)?)"
)
"""A difference with its confidence interval, which is none where that holds zero."""
_INTERVAL = Lazy(
    r"\b95 ?% ?(?:CI|confidence interval)[^.;\d]{0,6}?([-−–]?\d+(?:[.·]\d+)?)\s*(?:to|,)\s*([-−–]?\d+(?:[.·]\d+)?)"
)
_BY_CHANCE = Lazy(
    r"\b(?:could|may|might|can) (?:well )?(?:be|have been|arise|have arisen) (?:due to |by |from )?chance\b|"
    r"\bwithin chance\b"
)
_SIGNIFICANT = Lazy(r"(?<!non-)(?<!not )(?<!no )(?<!nor )\bsignificant(?:ly)?\b")
_BASELINE = Lazy(r"\b(?:at (?:baseline|the start|the outset|entry)|baseline characteristics|"
                       r"comparable at|alike at"
                       r"|were alike|similar at baseline|before treatment did)\b")  # fmt: skip
_CONSISTENT = Lazy(
    r"\b(?:associations?|relation(?:ship)?s?|reductions?|benefits?)\b[^.;]{0,50}?\b(?:was|were) "
    r"(?:similar|the same|comparable|of the same size|consistent)\b"
    r"(?! (?:in|between|with) (?:both|the two|either|all|placebo|controls?)\b)"
)
"""A relation that is the same in several groups, which is no sign that there is none."""
SMALLEST_SIGNIFICANT_P = 0.05
"""The customary threshold; a P value below it is read as significant."""


@cache
def direction_words(group: str) -> tuple[str, ...]:
    """Give the words of one group of the list."""
    return tuple(_load()[group].split())


@cache
def _load() -> dict[str, str]:
    groups: dict[str, str] = load_lexicon("direction_words.yaml")
    return groups


@cache
def cue_table() -> dict[str, Cue]:
    """Give the directional stems; a word listed first wins."""
    table: dict[str, Cue] = {}
    for group, cue in _GROUPS.items():
        for word in direction_words(group):
            table.setdefault(stem(word), cue)
    return table


@cache
def negations() -> frozenset[str]:
    """Give the words that turn what follows them round."""
    return frozenset(direction_words("negation"))


_ELLIPSIS = Lazy(r"(?<!who )(?<!that )(?<!which )\b(?:did|does|do|was|were|is|are) not(?=\s*(?:[.;()]|$))")


def locate_ellipsis(text: str) -> int | None:
    """Give the word before one that denies of it what was said of something else ("…, depression did not")."""
    found = _ELLIPSIS.search(text) if " not" in text else None
    return len(split_words(text[: found.start()])) - 1 if found else None


def find_null(text: str) -> bool:
    """Tell whether a text says that there was no difference, effect or link, leaving out baseline comparisons."""
    return bool(locate_null(text))


@lru_cache(maxsize=4096)
def locate_null(text: str) -> tuple[tuple[int, int], ...]:
    """Give the first and last word of each place where a text says that nothing differed."""
    places = tuple(found.span() for found in _NULL.finditer(text))
    if not places or _BASELINE.search(text) or _CONSISTENT.search(text):
        return ()
    return tuple((len(split_words(text[:start])), len(split_words(text[:end])) - 1) for start, end in places)


def read_significance(text: str) -> bool | None:
    """Tell whether the P values and confidence intervals of a text show a significant result; None without any."""
    verdicts = [False] if _BY_CHANCE.search(text) else []
    for sign, number in _P_VALUE.findall(text):
        value = float(number.replace("·", ".").replace(",", "."))
        verdicts.append(value <= SMALLEST_SIGNIFICANT_P and sign not in {">", "≥", "&gt;"})
    if "95" in text and any(to_float(low) < 0 < to_float(high) for low, high in _INTERVAL.findall(text)):
        verdicts.append(False)
    ratios = [found[1:] for found in _RATIO.findall(text)] or [found[1:] for found in _BARE_INTERVAL.findall(text)]
    for low, high in ratios:
        if low and high:
            verdicts.append(not to_float(low) <= 1 <= to_float(high))
    if verdicts:
        return any(verdicts)
    return True if _SIGNIFICANT.search(text) else None


def read_ratio(text: str) -> int | None:
    """Say whether the first risk ratio of a text lies above (1) or below 1 (-1), or is not different from it (0)."""
    found = _RATIO.search(text)
    if not found:
        return None
    value, low, high = (to_float(part) if part else None for part in found.groups())
    if value == 1 and (series := _SERIES.match(text[found.end(1) :])):
        value = to_float(series["last"])
    if value is None or value == 1 or value > 50:
        return None
    if low is not None and high is not None and low <= 1 <= high:
        return 0
    return 1 if value > 1 else -1


def read_difference(text: str) -> int | None:
    """Say whether the first difference with an interval is above zero (1), below (-1) or no different from it (0)."""
    found = _DIFFERENCE.search(text) if "95" in text else None
    if not found:
        return None
    value, low, high = (to_float(found[name]) for name in ("value", "low", "high"))
    if low <= 0 <= high:
        return 0
    return 1 if value > 0 else -1
