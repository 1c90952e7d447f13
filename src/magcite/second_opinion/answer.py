"""Read an answer and check it against the abstract; nothing in it is believed that the abstract does not show."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from magcite.model import Article, OpinionStatus, Quote, SecondOpinion, Verdict
from magcite.second_opinion.question import VERDICTS

SHORTEST_QUOTE = 3
"""Words below which a quote shows nothing: any text holds "the" (ours)."""

_QUOTE_MARKS = "\"'“”‘’«»"
_MAY_LACK_QUOTE = frozenset({Verdict.UNRELATED, Verdict.UNCLEAR})
_SHOWN = 40
_MOST_OBJECTS = 50
"""Opening brackets tried in one answer; an answer is one object, and thinking aloud before it holds few."""


class RefusedError(Exception):
    """An answer that cannot be believed; the message says why."""


def check_answer(reply: str, model: str, article: Article) -> SecondOpinion:
    """Give the opinion that a reply holds, or a refused one with the reason."""
    try:
        said = _find_object(reply)
        verdict = _read_verdict(said.get("verdict"))
        quote = _read_quote(said.get("quote"), verdict, article)
    except RefusedError as refusal:
        return SecondOpinion(model=model, status=OpinionStatus.REFUSED, reason=str(refusal))
    return SecondOpinion(model=model, status=OpinionStatus.GIVEN, verdict=verdict, quote=quote)


def _find_object(reply: str) -> dict[str, object]:
    """Find the last JSON object with a verdict: models think aloud before it, or wrap it in Markdown."""
    found = [value for value in _objects(reply) if "verdict" in value]
    if not found:
        raise RefusedError("the answer is not the JSON object asked for")
    return found[-1]


def _objects(reply: str) -> Iterator[dict[str, object]]:
    decoder, start = json.JSONDecoder(), reply.find("{")
    for _ in range(_MOST_OBJECTS):
        if start < 0:
            return
        try:
            value, end = decoder.raw_decode(reply, start)
        except (ValueError, RecursionError):
            end = start + 1
        else:
            if isinstance(value, dict):
                yield value
        start = reply.find("{", end)


def _read_verdict(said: object) -> Verdict:
    verdict = VERDICTS.get(said.strip().lower()) if isinstance(said, str) else None
    if verdict is None:
        raise RefusedError(f"the label {str(said)[:_SHOWN]!r} is none of the five")
    return verdict


def _read_quote(said: object, verdict: Verdict, article: Article) -> Quote | None:
    if said is not None and not isinstance(said, str):
        raise RefusedError("the quote is not text")
    words = (said or "").strip()
    if not words and verdict in _MAY_LACK_QUOTE:
        return None
    if len(words.split()) < SHORTEST_QUOTE:
        raise RefusedError("it quotes nothing, or too little to show anything")
    quote = _locate(words, article) or _locate(words.strip(_QUOTE_MARKS), article)
    if quote is None:
        raise RefusedError("the quote is not in the title or abstract")
    return quote


def _locate(words: str, article: Article) -> Quote | None:
    """Find the words in the article, letter by letter but for white space, and give them as they stand there."""
    if not words.split():
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    for section in article.abstract:
        if found := pattern.search(section.text):
            return Quote(text=found[0], section=section.label)
    if article.title and (found := pattern.search(article.title)):
        return Quote(text=found[0], in_title=True)
    return None
