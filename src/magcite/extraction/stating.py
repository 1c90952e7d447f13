"""Cut running text into sentences, and tell those that assert something about health, food or numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from magcite.extraction.blocks import LINK, LINK_END, NOTE, NOTE_END, strip_marks
from magcite.extraction.cues import assertive

_MARKS = rf"(?:\s*[(\[]?[{LINK}{NOTE}][^{LINK_END}{NOTE_END}]*[{LINK_END}{NOTE_END}][)\],;]*)*"
_END = re.compile(
    rf"(?P<end>[.!?…]+[)\]\"'’”»]*{_MARKS})(?=\s+[\"'‘“„«(\[]*[A-Z0-9À-Þ])"
    r"|(?<=[a-zà-ÿ0-9%])(?P<lost>)(?=\s(?:Het|De|Een|Dit|Deze|Er|Ook|Daarbij|Hierdoor|The|This|It|These|They)\s[a-zà-ÿ])"
    rf"|(?P<marked>[.!?…]+[{LINK}{NOTE}][^{LINK_END}{NOTE_END}]*[{LINK_END}{NOTE_END}])$"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:bijv|bv|ca|nr|mw|dhr|evt|resp|incl|excl|zgn|enz|etc|vgl|max|min|o\.a|m\.n|d\.w\.z|t\.o\.v|i\.p\.v|"
    r"a\.d\.h\.v|z\.g|n\.a\.v|dr|drs|prof|ir|mr|mrs|ms|st|vs|al|fig|no|e\.g|i\.e|approx|cf|vol|pp|p|jan|feb|aug|sept?|"
    r"okt|oct|nov|dec|u\.s|u\.k)|(?<![A-Za-z])[A-Z])\.$",
    re.IGNORECASE,
)
_NO_STATEMENT = re.compile(
    r"(?:klik|lees|bekijk|bestel|koop|schrijf|meld|volg|deel|zie|kijk|click|read|buy|order|subscribe|share|see|follow|"
    r"sign up|lieve|beste|groet|hallo|dear|hello|hi|let op|disclaimer|copyright|©|foto|photo|door|by|auteur|author|"
    r"gepubliceerd|published|geplaatst|posted|inhoud|contents?|veel (?:lees|plezier)|have fun|"
    r"in dit (?:artikel|blog)|in this (?:article|blog|post)|ik (?:ben|heb|vind|hoop|wil)|"
    r"i (?:am|have|hope|want|like)|i'm|we (?:gaan|zullen)|we (?:will|are going)|"
    r"raadpleeg|overleg|vraag|neem contact|consult|ask|talk to|contact|laatst (?:bijgewerkt|gewijzigd)|"
    r"last (?:updated|reviewed)|leestijd|reading time|dit (?:artikel|blog)|this (?:article|blog|post))\b",
    re.IGNORECASE,
)
_SHORTEST = 3
"""Words of the shortest statement: "Magnesium verlaagt bloeddruk"."""


def split_text(marked: str) -> Iterator[str]:
    """Yield the sentences of a block; addresses and footnote numbers go with the sentence that they follow."""
    start = 0
    for end in _END.finditer(marked):
        at = end.end()
        piece = marked[start:at]
        if end["lost"] is None and _ABBREVIATION.search(strip_marks(piece)[-14:]):
            continue
        if piece.strip():
            yield piece.strip()
        start = at
    if rest := marked[start:].strip():
        yield rest


def is_statement(sentence: str) -> bool:
    """Tell whether a sentence asserts an effect, an association, a need, a risk, a number or a finding."""
    words = strip_marks(sentence)
    if words.endswith("?") or len(words.split()) < _SHORTEST or _NO_STATEMENT.match(words):
        return False
    return assertive().search(words) is not None
