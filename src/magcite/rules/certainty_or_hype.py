"""A statement uses words of certainty or hype.

“Proven”, “miracle” and “always” leave no room for what is not known, and no abstract speaks that way.

What to do: leave the word out and let the evidence speak.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.lexicons.telling import find_hype
from magcite.model import Language, Severity
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag the first word of certainty or hype that is not denied."""
    if word := find_hype(case.assertion.text, case.language):
        yield Flaw(
            message=f"“{word}” promises more certainty than studies give",
            dutch=f"“{word}” belooft meer zekerheid dan onderzoek geeft",
        )


RULE = Rule(
    id="certainty-or-hype",
    summary="words of certainty or hype",
    severity=Severity.WARNING,
    case=AssertionCase,
    check=check,
    flagged=(
        Example(claim="Zinc is a proven cure for colds.", sources=(ExampleSource(),)),
        Example(claim="De resultaten van zink zijn opzienbarend.", language=Language.DUTCH, sources=(ExampleSource(),)),
    ),
    clean=(
        Example(claim="It is not proven that zinc cures colds.", sources=(ExampleSource(),)),
        Example(claim="Het is niet bewezen dat zink helpt.", language=Language.DUTCH, sources=(ExampleSource(),)),
        Example(claim="Zinc shortened colds in one trial.", sources=(ExampleSource(),)),
    ),
)
