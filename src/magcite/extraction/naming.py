"""Name the claims of a text: a short id from the heading, and where the text says it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from magcite.model import Language

_SMALL_WORDS = """
de het een en van in is dat op te zijn voor met niet aan er om ook als bij door maar dan kan kunnen je uw jouw wordt
worden naar uit heeft deze dit meer tot of heel zeer geen die wie wat hoe the a an and to it for on are with as be by
at this from or not but can may your you how what why its their more than helpt helpen help helps goed good
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_NOUNS = (
    ("redenen", "reden"), ("voordelen", "voordeel"), ("feiten", "feit"), ("tips", "tip"), ("mythes", "mythe"),
    ("mythen", "mythe"), ("fabels", "fabel"), ("claims", "claim"), ("stellingen", "stelling"), ("manieren", "manier"),
    ("argumenten", "argument"), ("effecten", "effect"), ("dingen", "punt"), ("punten", "punt"), ("vragen", "vraag"),
    ("reasons", "reason"), ("benefits", "benefit"), ("facts", "fact"), ("myths", "myth"), ("statements", "statement"),
    ("ways", "way"), ("arguments", "argument"), ("effects", "effect"), ("things", "point"), ("points", "point"),
)  # fmt: skip
_LISTED = re.compile(rf"\b\d{{1,3}}\s+(?:\w+\s+){{0,2}}({'|'.join(plural for plural, _ in _NOUNS)})\b", re.IGNORECASE)
_WORDS_IN_ID = 4
_LONGEST_ID = 48


def name_claims(titles: Sequence[str | None]) -> list[str]:
    """Make a short id of each title, without the small words and those that most titles share; each id once."""
    words = [_id_words(title) for title in titles]
    shared = Counter(word for one in words for word in set(one))
    common = {word for word, count in shared.items() if len(titles) > 3 and count * 2 >= len(titles)}
    taken: set[str] = set()
    names = []
    for number, one in enumerate(words, start=1):
        chosen = [word for word in one if word not in common] or one
        name = "-".join(chosen[:_WORDS_IN_ID])[:_LONGEST_ID].strip("-") or f"claim-{number}"
        names.append(_unused(name, taken))
    return names


def _unused(name: str, taken: set[str]) -> str:
    free, number = name, 2
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    taken.add(free)
    return free


def _id_words(title: str | None) -> list[str]:
    plain = unicodedata.normalize("NFKD", (title or "").lower().replace("ß", "ss"))
    ascii_only = "".join(sign for sign in plain if not unicodedata.combining(sign))
    words = re.findall(r"[a-z0-9]+", ascii_only)
    return [word for word in words if word not in _SMALL] or words


def noun_of(texts: Sequence[str], language: Language) -> str:
    """Give the word by which the text counts its parts ("16 reasons …"), else a plain one."""
    for text in texts:
        if found := _LISTED.search(text):
            return dict(_NOUNS)[found[1].lower()]
    return "punt" if language is Language.DUTCH else "point"


def counts_parts(text: str) -> bool:
    """Tell whether a line counts the parts that follow, as titles such as "16 reasons …" do."""
    return _LISTED.search(text) is not None


def letter(number: int) -> str:
    """Give the id of the n-th statement of a claim, from 0: a to z, then aa, ab and so on."""
    first, last = divmod(number, 26)
    return (letter(first - 1) if first else "") + chr(ord("a") + last)
