"""A statement sets one form or product above another.

“Better absorbed” and “works better” are health claims of their own, and none of the kind is authorised in the European
Union. Editorial texts that sell nothing may fall outside: there it is a note.

What to do: leave the comparison out, or cite a study that compared the two in people; this is not legal advice.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.lexicons.health_claims import find_comparative_claim
from magcite.model import Context, Language, Severity
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag a comparison of forms or products; a note only in editorial texts."""
    words = find_comparative_claim(case.assertion.text, case.language)
    if words:
        editorial = case.context is Context.EDITORIAL
        yield Flaw(
            message=f"“{words}” compares forms or products, for which no claim is authorised",
            dutch=f"“{words}” vergelijkt vormen of producten; daarvoor is geen claim toegelaten",
            severity=Severity.NOTE if editorial else None,
        )


RULE = Rule(
    id="comparative-claim",
    summary="one form or product set above another",
    severity=Severity.WARNING,
    case=AssertionCase,
    check=check,
    flagged=(
        Example(claim="Liposomal magnesium is better absorbed.", context=Context.COMMERCIAL),
        Example(claim="Liposomaal magnesium werkt beter.", language=Language.DUTCH, context=Context.COMMERCIAL),
    ),
    clean=(
        Example(claim="Liposomal magnesium is not better absorbed.", context=Context.COMMERCIAL),
        Example(claim="Liposomal magnesium comes in capsules.", context=Context.COMMERCIAL),
        Example(claim="Magnesium is a metal.", sources=(ExampleSource(),)),
    ),
)
