"""A suggestion changes how sure a statement sounds, and nothing else."""

from __future__ import annotations

import pytest

from magcite.model import Assertion, Certainty, Language, Position
from magcite.readers.strength import read_strength
from magcite.wording import suggest_wording

EN, NL = Language.ENGLISH, Language.DUTCH


def _suggest(text: str, certainty: Certainty, language: Language = EN, scope: str | None = None) -> str | None:
    place = Position(file="claims.yaml", line=1, column=1)
    assertion = Assertion(id="a", text=text, english=None, citations=(), position=place)
    return suggest_wording(assertion, read_strength(text, language), certainty, language, scope)


@pytest.mark.parametrize(
    ("text", "certainty", "suggestion"),
    [
        ("Zinc shortens colds.", Certainty.MODERATE, "Zinc will likely shorten colds."),
        ("Zinc shortens colds.", Certainty.LOW, "Zinc may shorten colds."),
        ("Zinc supplements reduce fever.", Certainty.LOW, "Zinc supplements may reduce fever."),
        ("Zinc can prevent colds.", Certainty.LOW, "Zinc may prevent colds."),
        ("Zinc helps to heal wounds.", Certainty.LOW, "Zinc may help to heal wounds."),
        ("Zinc modifies fever.", Certainty.LOW, "Zinc may modify fever."),
        ("Zinc catches and suppresses fever.", Certainty.LOW, "Zinc catches and may suppress fever."),
        ("Zinc prevents and relieves colds.", Certainty.LOW, "Zinc may prevent and relieve colds."),
        ("Studies show that zinc can prevent colds.", Certainty.LOW, "Zinc may prevent colds."),
        ("Zinc may shorten colds.", Certainty.VERY_LOW, "Zinc may shorten colds, but the evidence is very uncertain."),
        (
            "Zinc shortens colds.",
            Certainty.VERY_LOW,
            "Zinc may shorten colds, but the evidence is very uncertain.",
        ),
    ],
)
def test_english_is_softened_before_the_verb(text: str, certainty: Certainty, suggestion: str) -> None:
    assert _suggest(text, certainty) == suggestion


@pytest.mark.parametrize(
    ("text", "certainty", "suggestion"),
    [
        ("Zink verkort en vermindert verkoudheid.", Certainty.HIGH, None),
        ("Zink vermindert verkoudheid.", Certainty.MODERATE, "Zink vermindert waarschijnlijk verkoudheid."),
        ("Zink vermindert verkoudheid.", Certainty.LOW, "Zink vermindert mogelijk verkoudheid."),
        ("Zink kan verkoudheid voorkomen.", Certainty.LOW, "Zink zou verkoudheid kunnen voorkomen."),
        (
            "Bij koorts kan zink de hoest verlichten.",
            Certainty.LOW,
            "Bij koorts zou zink de hoest kunnen verlichten.",
        ),
        (
            "Zink is nuttig, omdat het koorts kan verminderen.",
            Certainty.LOW,
            "Zink is nuttig, omdat het koorts zou kunnen verminderen.",
        ),
        (
            "Zink kan migraine voorkomen en ook genezen, zo hebben enkele onderzoeken aangetoond.",
            Certainty.LOW,
            "Zink zou migraine kunnen voorkomen en ook genezen.",
        ),
        ("Te weinig zink kan zorgen voor koorts.", Certainty.LOW, "Te weinig zink zou kunnen zorgen voor koorts."),
        ("Tabletten kunnen de koorts doen dalen.", Certainty.LOW, "Tabletten zouden de koorts kunnen doen dalen."),
        ("Zink kan koorts verlagen.", Certainty.MODERATE, "Zink kan waarschijnlijk koorts verlagen."),
        ("Zink kan iemand blij.", Certainty.LOW, None),
        (
            "Zink is er voor velen; bij koorts beschermt het de longen.",
            Certainty.LOW,
            "Zink is er voor velen; bij koorts beschermt het mogelijk de longen.",
        ),
        (
            "Zink vermindert verkoudheid.",
            Certainty.VERY_LOW,
            "Zink vermindert mogelijk verkoudheid, maar het bewijs daarvoor is zeer onzeker.",
        ),
    ],
)
def test_dutch_is_softened_after_the_verb(text: str, certainty: Certainty, suggestion: str | None) -> None:
    assert _suggest(text, certainty, NL) == suggestion


def test_the_scope_of_the_source_is_added() -> None:
    assert _suggest("Zinc shortens colds.", Certainty.LOW, scope="40 children") == (
        "Zinc may shorten colds (studied in 40 children)."
    )
    assert _suggest("Zink vermindert verkoudheid.", Certainty.LOW, NL, "40 kinderen") == (
        "Zink vermindert mogelijk verkoudheid (onderzocht bij 40 kinderen)."
    )


@pytest.mark.parametrize(
    ("text", "certainty", "language"),
    [
        ("Zinc shortens colds.", Certainty.HIGH, EN),
        ("Zinc may shorten colds.", Certainty.LOW, EN),
        ("Zinc may shorten colds.", Certainty.MODERATE, EN),
        ("Zinc shortens colds.", Certainty.NONE, EN),
        ("Low zinc is associated with colds.", Certainty.VERY_LOW, EN),
        ("Zinc does not shorten colds.", Certainty.LOW, EN),
        ("In one trial zinc lowered fever.", Certainty.LOW, EN),
        ("Zinc has an effect on colds.", Certainty.LOW, EN),
        ("Zinc was found to reduce colds.", Certainty.LOW, EN),
        ("Zink blijkt koorts te verminderen.", Certainty.LOW, NL),
        ("In een onderzoek verlaagde zink de koorts.", Certainty.LOW, NL),
    ],
)
def test_nothing_is_suggested_where_it_fits_or_cannot_be_built(
    text: str, certainty: Certainty, language: Language
) -> None:
    assert _suggest(text, certainty, language) is None
