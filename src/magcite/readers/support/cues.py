"""Read which way a clause points: up, down, better, worse, linked, or no difference."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

from magcite.readers.support.words import stem


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


_LISTS: tuple[tuple[Sense, int, str], ...] = (
    (Sense.AMOUNT, 1, "increase increased increases increasing rise rises rose risen raise raised "
                      "raises raising higher "
     "highest high greater greatest elevate elevated elevates elevation more enhance enhanced "
     "enhances promote promotes "
     "promoted upregulated upregulates upregulation augment augmented induce induces induced stimulate stimulates "
     "stimulated grew longer longest prolong prolonged prolongs boost boosts cause causes caused trigger "
     "triggers accelerate accelerated accelerates activate activates activated drive drives lead leads led faster "
     "stronger larger additional doubled extended predispose predisposes amplify amplifies climbed up contribute "
     "contributes facilitate facilitates foster frequent extra additional"),
    (Sense.AMOUNT, -1, "decrease decreased decreases decreasing reduce reduced reduces reducing "
                       "reduction lower lowered "
     "lowers lowest lowering low fall falls fell fallen drop drops dropped decline declined declines less fewer "
     "attenuate attenuated attenuates inhibit inhibits inhibited inhibition suppress suppressed suppresses shorten "
     "shortened shortens shorter shrink shrank shrinks shrunk diminish diminished diminishes prevent "
     "prevents prevented "
     "preventing prevention protect protects protected protecting lessen lessens lessened downregulated downregulates "
     "abolish abolished abrogates block blocks blocked smaller slower slowed slows mitigate mitigates mitigated "
     "minimized eliminate eliminates eliminated sank deplete loss clear clears cleared unlikely counteracts avoid "
     "limits restrict rare rarely"),
    (Sense.QUALITY, 1, "improve improved improves improving improvement better best benefit benefits "
                       "beneficial benefited "
     "benefitted effective effectively efficacious efficacy alleviate alleviates alleviated alleviation relieve "
     "relieves relieved relief relieving ease eased eases help helps helped helping helpful superior superiority "
     "protective outperformed outperforms favour favor favours favors favorable favourable favoured treat treats "
     "cure cures cured useful safe successful successfully restore restores restored quicker ameliorate "
     "ameliorates ameliorated advantage advantageous recovery worked works work feasible reliable valid accurate "
     "acceptable justified important necessary valuable"),
    (Sense.QUALITY, -1, "worsen worsens worsened worse worst worsening impair impairs impaired "
                        "impairs harm harms harmful "
     "deteriorate deteriorated deterioration aggravate aggravates aggravated inferior inferiority exacerbate "
     "exacerbates exacerbated detrimental adverse dangerous poorer poor unsafe toxic disadvantage ineffective "
     "unnecessary useless limited unreliable inaccurate unlikely"),
    (Sense.LINK, 0, "associated association associations associate linked link links related relation relationship "
     "correlate correlated correlates correlation predict predicts predicted predictor predictive "
     "connected tied went goes depend "
     "depends dependent influence influences influenced affect affects affected impact impacts alter alters altered "
     "differ differs differed difference differences change changes changed effect effects role involved accompanied "
     "accompany regulate regulates modulate modulates"),
    (Sense.LINK, -1, "inverse inversely negatively"),
)  # fmt: skip


def _plain(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEGATION = _plain(
    "no not neither nor without never none nobody lack absence fail failed fails failing failure unable "
    "cannot hardly insufficient unclear inconclusive little unchanged unaffected "
    "unaltered"
)

_NULL = re.compile(
    r"\bno (?:\w+[ -]){0,3}?(?:differences?|effects?|changes?|associations?|benefits?|improvements?|impact|influence|"
    r"reductions?|increases?|evidence|correlations?|relationship|advantage|consistent|link|clear)\b"
    r"|\b(?:not?(?! all\b| only\b| yet\b)|neither|nor|n't)\b[^.;]{0,45}?\b(?:significant(?:ly)?|"
    r"differ(?:ent|ed)?|change[ds]?|alter(?:ed)?|"
    r"affect(?:ed)?|improve[ds]?|reduce[ds]?|increase[ds]?|associated|superior|effective|related|"
    r"correlated|lower(?:ed)?|"
    r"better|higher|benefit(?:ed)?|influence[ds]?|support(?:ed)?|prevent(?:ed)?|enhance[ds]?|predict(?:ed)?)\b"
    r"|\b(?:similar(?:ly)?|comparable|equivalent(?! trial| dose| of)|unchanged|unaffected|unaltered|"
    r"ineffective|alike|identical|the same|"
    r"non-?significant(?:ly)?|insignificant|failed to|fails to|did as well|no better|no more|no less|as effective as|"
    r"independent of|regardless|no worse|non-?inferior(?:ity)?|inconclusive)\b"
    r"|\b(?:improv|reduc|lower|affect|chang|increas|alter)\w* neither\b"
    r"|\bwithout (?:any |significantly )?(?:improv|affect|chang|alter|increas|reduc|effect)\w*",
    re.IGNORECASE,
)
_P_VALUE = re.compile(r"\bp\s*(?:-?\s*values?|for (?:trend|interaction|difference)|trend)?\s*(?:of|was|is)?\s*"
                      r"([<>=≤≥]|&lt;|&gt;)\s*(0?[.·,]\d+|1\.0+|0)", re.IGNORECASE)  # fmt: skip
_RATIO = re.compile(
    r"\b(?:a?(?:RR|HR|OR)s?|(?:relative |adjusted )?(?:risk|hazards?|odds) ratios?|relative risks?)\b[^.;()]{0,40}?"
    r"(?:\[[^\]]{0,12}\]|\([A-Za-z]{2,4}\))?[^0-9.;]{0,25}?(\d+(?:[.·]\d+)?)(?!\s*%)"
    r"(?:[^;]{0,40}?(?:CI|interval)\)?[^0-9;]{0,16}(\d+(?:[.·]\d+)?)\s*(?:-|–|—|to|,)\s*(\d+(?:[.·]\d+)?))?",
    re.IGNORECASE,
)
_SIGNIFICANT = re.compile(r"(?<!non-)(?<!not )(?<!no )(?<!nor )\bsignificant(?:ly)?\b", re.IGNORECASE)
_BASELINE = re.compile(r"\b(?:at (?:baseline|the start|the outset|entry)|baseline characteristics|"
                       r"comparable at|alike at"
                       r"|were alike|similar at baseline|before treatment did)\b", re.IGNORECASE)  # fmt: skip
SMALLEST_SIGNIFICANT_P = 0.05
"""The customary threshold; a P value below it is read as significant."""


@cache
def cue_table() -> dict[str, Cue]:
    """Give the directional stems; a word listed first wins."""
    table: dict[str, Cue] = {}
    for sense, sign, words in _LISTS:
        for word in words.split():
            table.setdefault(stem(word), Cue(sense, sign))
    return table


def find_null(text: str) -> bool:
    """Tell whether a text says that there was no difference, effect or link, leaving out baseline comparisons."""
    return bool(_NULL.search(text)) and not _BASELINE.search(text)


def read_significance(text: str) -> bool | None:
    """Tell whether the P values and confidence intervals of a text show a significant result; None without any."""
    verdicts = []
    for sign, number in _P_VALUE.findall(text):
        value = float(number.replace("·", ".").replace(",", "."))
        verdicts.append(value <= SMALLEST_SIGNIFICANT_P and sign not in {">", "≥", "&gt;"})
    for _, low, high in _RATIO.findall(text):
        if low and high:
            verdicts.append(not _number(low) <= 1 <= _number(high))
    if verdicts:
        return any(verdicts)
    return True if _SIGNIFICANT.search(text) else None


def read_ratio(text: str) -> int | None:
    """Say whether the first risk ratio of a text lies above (1) or below 1 (-1), or is not different from it (0)."""
    found = _RATIO.search(text)
    if not found:
        return None
    value, low, high = (_number(part) if part else None for part in found.groups())
    if value is None or value == 1 or value > 50:
        return None
    if low is not None and high is not None and low <= 1 <= high:
        return 0
    return 1 if value > 1 else -1


def _number(text: str) -> float:
    return float(text.replace("·", "."))
