"""What sources say in English comes out in Dutch where that is asked for, and words of others stay as they are."""

from __future__ import annotations

import re

import pytest

from magcite.model import Language
from magcite.sources.phrases import Fallback, Phrase, put_into, tell_unreachable

PARTS = {
    "id": "10.5555/a.b(c)",
    "pmids": "111, 222",
    "folder": "my articles (old)",
    "missing": "6",
    "asked": "7",
    "host": "127.0.0.1",
    "detail": "[SSL] it's {odd}",
    "file": "/tmp/a b/articles.sqlite",
    "aside": "articles.sqlite.damaged-1",
    "why": "HTTP 500: down",
}


@pytest.mark.parametrize("phrase", Phrase)
def test_every_phrase_is_recognised_with_what_fills_it(phrase: Phrase) -> None:
    told = put_into(phrase.say(**PARTS), Language.DUTCH)
    assert told == phrase.value[1].format(**PARTS)
    assert put_into(phrase.say(**PARTS), Language.ENGLISH) == phrase.say(**PARTS)


@pytest.mark.parametrize("phrase", Phrase)
def test_both_languages_of_a_phrase_hold_the_same_parts(phrase: Phrase) -> None:
    english, dutch = (set(re.findall(r"\{(\w+)\}", words)) for words in phrase.value)
    assert english == dutch
    assert english <= set(PARTS)


def test_the_reason_within_a_reason_is_dutch_too() -> None:
    why = Phrase.ABOUT.say(id="127.0.0.1", why="connection refused")
    assert put_into(Phrase.NOT_ASKED.say(why=why), Language.DUTCH) == (
        "PubMed kon niet worden bevraagd: 127.0.0.1: verbinding geweigerd"
    )
    answer = Phrase.OTHER_ANSWER.say(why=Phrase.EMPTY_ANSWER.say())
    assert put_into(answer, Language.DUTCH) == "PubMed antwoordde met een leeg antwoord"


@pytest.mark.parametrize("text", ["", "HTTP 502: Bad Gateway", "an empty answer, said the proxy"])
def test_words_of_somebody_else_stay_as_they_are(text: str) -> None:
    assert put_into(text, Language.DUTCH) == text


@pytest.mark.parametrize(
    ("fallback", "told"),
    [
        (
            Fallback(recorded=2, cached=1, without=1),
            "2 vastgelegde artikelen en 1 ouder record uit de cache; 1 bron heeft geen record",
        ),
        (Fallback(recorded=1, cached=0, without=0), "1 vastgelegd artikel; geen bron blijft zonder record"),
        (Fallback(recorded=0, cached=0, without=2), "niets; 2 bronnen hebben geen record"),
    ],
)
def test_an_unreachable_pubmed_is_told_in_dutch(fallback: Fallback, told: str) -> None:
    assert tell_unreachable("the name x.nl could not be resolved", fallback, Language.DUTCH) == (
        f"PubMed was niet bereikbaar (de naam x.nl kon niet worden gevonden); in plaats daarvan gebruikt: {told}"
    )
