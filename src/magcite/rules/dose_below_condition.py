"""An authorised health claim is made of less than it asks for.

The claims of Regulation (EU) No 432/2012 hold for food that is at least a source of the nutrient: for magnesium
56.25 mg, which is 15% of the reference intake.

What to do: leave the claim out, or raise the dose.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.lexicons.health_claims import find_authorised, find_milligrams
from magcite.model import Context, Language, Severity
from magcite.rules.interface import AssertionCase, Example, Flaw, Rule


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag an authorised claim that names an amount below its condition."""
    claim = find_authorised(case.assertion.text, case.language)
    milligrams = find_milligrams(case.assertion.text)
    if claim and milligrams is not None and milligrams < claim.minimum_mg:
        yield Flaw(
            message=f"the claim asks for at least {claim.minimum_mg:g} mg; this says {milligrams:g} mg",
            dutch=f"de claim vraagt ten minste {claim.minimum_mg:g} mg; hier staat {milligrams:g} mg",
        )


RULE = Rule(
    id="dose-below-condition",
    summary="authorised claim made of too small a dose",
    severity=Severity.ERROR,
    case=AssertionCase,
    check=check,
    flagged=(
        Example(claim="With 40 mg magnesium contributes to normal muscle function.", context=Context.COMMERCIAL),
        Example(
            claim="Per capsule 40 mg: magnesium draagt bij tot een normale spierfunctie.",
            language=Language.DUTCH,
            context=Context.COMMERCIAL,
        ),
    ),
    clean=(
        Example(claim="With 60 mg magnesium contributes to normal muscle function.", context=Context.COMMERCIAL),
        Example(claim="Magnesium contributes to normal muscle function.", context=Context.COMMERCIAL),
    ),
)
