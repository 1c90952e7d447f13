"""A statement is a health claim that the European Union has authorised.

The wording of Regulation (EU) No 432/2012 may be used whatever single studies say, under its conditions: the food holds
enough of the nutrient (for magnesium at least 56.25 mg per 100 g, per portion, or per day for a supplement), and the
label says how much to take and that a varied diet matters. No other rule is applied to such a statement.

What to do: check the conditions, with whoever checks claims where you are; this is not legal advice.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.lexicons.health_claims import find_authorised
from magcite.model import Context, Language, Severity
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Note an authorised claim with the amount that it asks for."""
    claim = find_authorised(case.assertion.text, case.language)
    if claim:
        amount = f"{claim.minimum_mg:g} mg"
        yield Flaw(
            message=f"authorised EU health claim ({claim.nutrient}: {claim.name}), if a portion or day dose holds "
            f"{amount} or more",
            dutch=f"toegelaten EU-gezondheidsclaim ({claim.nutrient}), mits de portie of dagdosering ten minste "
            f"{amount.replace('.', ',')} bevat",
        )


RULE = Rule(
    id="authorised-claim",
    summary="authorised EU health claim, with its conditions",
    severity=Severity.NOTE,
    case=AssertionCase,
    check=check,
    flagged=(
        Example(claim="Magnesium contributes to normal muscle function.", context=Context.COMMERCIAL),
        Example(claim="Magnesium draagt bij tot de vermindering van vermoeidheid en moeheid.", language=Language.DUTCH),
    ),
    clean=(
        Example(claim="Magnesium contributes to better sleep.", context=Context.COMMERCIAL),
        Example(
            claim="Magnesium contributes to normal muscle function, and it prevents migraine.",
            context=Context.COMMERCIAL,
        ),
        Example(claim="Magnesium is a metal.", sources=(ExampleSource(),)),
    ),
)
