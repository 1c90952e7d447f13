"""Words that promise, advise or settle are found, and their denials are not."""

from __future__ import annotations

import pytest

from magcite.lexicons.telling import (
    admits_small_size,
    claims_equality,
    describes_one_study,
    find_advice,
    find_hype,
    find_relative_risk,
    find_settled,
    names_opinion,
    names_species,
)
from magcite.model import Language

EN, NL = Language.ENGLISH, Language.DUTCH


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("Zinc is a miracle.", EN, "miracle"),
        ("Zinc always works.", EN, "always"),
        ("It is not proven to work.", EN, None),
        ("Whether it is a “miracle” remains to be seen.", EN, None),
        ("Het is wetenschappelijk bewezen.", NL, "bewezen"),
        ("Zink is een wondermiddel.", NL, "wondermiddel"),
        ("Dat is niet bewezen.", NL, None),
        ("Dat is nog niet bewezen.", NL, None),
        ("Zink is een metaal.", NL, None),
    ],
)
def test_hype_is_found_unless_denied(text: str, language: Language, word: str | None) -> None:
    assert find_hype(text, language) == word


@pytest.mark.parametrize(
    ("text", "language", "is_advice"),
    [
        ("You should take zinc.", EN, True),
        ("Take zinc every day.", EN, True),
        ("People who take zinc sneeze less.", EN, False),
        ("Neem elke dag zink.", NL, True),
        ("Je moet zink slikken.", NL, True),
        ("Zink is geen overbodige luxe.", NL, True),
        ("Wie zink neemt, niest minder.", NL, False),
    ],
)
def test_advice_is_told_from_a_report(text: str, language: Language, is_advice: bool) -> None:
    assert (find_advice(text, language) is not None) is is_advice


@pytest.mark.parametrize(
    ("text", "language", "is_settled"),
    [
        ("Studies show that zinc works.", EN, True),
        ("Research has shown that zinc works.", EN, True),
        ("Zinc worked in a trial.", EN, False),
        ("Onderzoek heeft aangetoond dat zink werkt.", NL, True),
        ("Onderzoeken wijzen uit dat zink werkt.", NL, True),
        ("In een proef werkte zink.", NL, False),
    ],
)
def test_settled_research_is_told_from_one_study(text: str, language: Language, is_settled: bool) -> None:
    assert (find_settled(text, language) is not None) is is_settled


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("In a trial of 40 people zinc worked.", EN, True),
        ("Among 40 adults zinc worked.", EN, True),
        ("Zinc works.", EN, False),
        ("In een klein onderzoek werkte zink.", NL, True),
        ("Onder ruim 4.000 mensen werkte zink.", NL, True),
        ("Zink werkt.", NL, False),
    ],
)
def test_one_study_is_told_from_a_general_claim(text: str, language: Language, expected: bool) -> None:
    assert describes_one_study(text, language) is expected


def test_species_opinion_and_equality_are_recognised() -> None:
    assert names_species("It worked in mice.", EN)
    assert names_species("Bij muizen werkte het.", NL)
    assert not names_species("It worked in nice people.", EN)
    assert names_opinion("Experts think so.", EN)
    assert not names_opinion("Trials show so.", EN)
    assert claims_equality("Zinc works as well as aspirin.", EN)
    assert claims_equality("Zink werkt net zo goed als aspirine.", NL)
    assert not claims_equality("Zinc works well.", EN)


def test_a_small_study_is_admitted_by_word_or_by_number() -> None:
    assert admits_small_size("In a small trial it worked.", EN, 40)
    assert admits_small_size("Bij 1,240 mensen werkte het.", NL, 1240)
    assert admits_small_size("Among 40 people it worked.", EN, 40)
    assert not admits_small_size("It worked for 400 people.", EN, 40)
    assert not admits_small_size("It lowered risk by 40%.", EN, 40)


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("They had a 47% lower risk.", EN, True),
        ("They had a 47% lower risk: 8 in 100 instead of 15.", EN, False),
        ("Of all zinc 47% is in muscle.", EN, False),
        ("Zij hadden 47% minder kans.", NL, True),
        ("Zij hadden 47% minder kans: 8 op de 100.", NL, False),
    ],
)
def test_a_relative_risk_alone_is_found(text: str, language: Language, found: bool) -> None:
    assert (find_relative_risk(text, language) is not None) is found
