"""Authorised health claims are recognised as such and nothing hides behind them."""

from __future__ import annotations

import pytest

from magcite.lexicons.health_claims import (
    find_authorised,
    find_comparative_claim,
    find_disease_claim,
    find_milligrams,
)
from magcite.model import Language

EN, NL = Language.ENGLISH, Language.DUTCH


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Magnesium contributes to normal protein synthesis.", EN, "protein synthesis"),
        (
            "Magnesium contributes to normal muscle function and to the maintenance of normal bones.",
            EN,
            "muscle function",
        ),
        ("Our capsules with magnesium contribute to a reduction of tiredness and fatigue", EN, "tiredness and fatigue"),
        ("Magnesium draagt bij aan de instandhouding van normale tanden.", NL, "teeth"),
        ("Magnesium speelt een rol bij de celdeling.", NL, "cell division"),
    ],
)
def test_an_authorised_claim_is_named(text: str, language: Language, name: str) -> None:
    claim = find_authorised(text, language)
    assert claim is not None
    assert (claim.nutrient, claim.name, claim.minimum_mg) == ("magnesium", name, 56.25)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Magnesium contributes to better sleep.", EN),
        ("Magnesium contributes to normal muscle function and prevents cramps.", EN),
        ("Magnesium prevents cramps. It contributes to normal muscle function.", EN),
        ("Zinc contributes to normal muscle function.", EN),
        ("Magnesium draagt bij tot minder stress.", NL),
        ("Magnesium geneest migraine en draagt bij tot een normale spierfunctie; altijd.", NL),
    ],
)
def test_more_than_an_authorised_claim_is_none(text: str, language: Language) -> None:
    assert find_authorised(text, language) is None


@pytest.mark.parametrize(
    ("text", "language", "disease"),
    [
        ("Magnesium prevents migraine.", EN, "migraine"),
        ("Magnesium does not prevent migraine.", EN, None),
        ("Many people have migraine.", EN, None),
        ("Magnesium helpt tegen rusteloze benen.", NL, "rusteloze benen"),
        ("Magnesium geneest geen kanker.", NL, None),
    ],
)
def test_a_claim_on_a_disease_is_found_unless_denied(text: str, language: Language, disease: str | None) -> None:
    assert find_disease_claim(text, language) == disease


def test_a_comparison_is_found_unless_denied() -> None:
    assert find_comparative_claim("Liposomal zinc is better absorbed.", EN) == "better absorbed"
    assert find_comparative_claim("Liposomaal zink werkt beter.", NL) == "werkt beter"
    assert find_comparative_claim("It is not better absorbed.", EN) is None
    assert find_comparative_claim("It is absorbed.", EN) is None


def test_an_amount_is_read_with_point_or_comma() -> None:
    assert find_milligrams("With 56,25 mg a day") == 56.25
    assert find_milligrams("With 56.25 mg a day") == 56.25
    assert find_milligrams("With plenty") is None
