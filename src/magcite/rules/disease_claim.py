"""A statement says that a food or supplement prevents, treats or cures a disease.

In the European Union nobody may say so of food (Regulation (EU) No 1169/2011, article 7(3)); in commercial texts this
is an error whatever the evidence. Editorial texts that sell nothing may fall outside: there it is a note.

What to do: leave the disease out, use an authorised claim, or check with whoever checks claims where you are; this is
not legal advice.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.lexicons.health_claims import find_disease_claim
from magcite.model import Context, Language, Severity, Strength
from magcite.rules.interface import AssertionCase, Example, ExampleSource, Flaw, Rule


def check(case: AssertionCase) -> Iterator[Flaw]:
    """Flag a statement of prevention, treatment or cure of a disease; a note only in editorial texts."""
    disease = find_disease_claim(case.assertion.text, case.language)
    if disease and case.strength.value >= Strength.HEDGED:
        editorial = case.context is Context.EDITORIAL
        yield Flaw(
            message=f"a claim on a disease ({disease}): not allowed beside a product",
            dutch=f"een medische claim ({disease}): naast een product niet toegestaan",
            severity=Severity.NOTE if editorial else None,
        )


RULE = Rule(
    id="disease-claim",
    summary="prevention, treatment or cure of a disease",
    severity=Severity.ERROR,
    case=AssertionCase,
    check=check,
    flagged=(
        Example(claim="Magnesium prevents migraine.", context=Context.COMMERCIAL),
        Example(claim="Magnesium helpt tegen migraine.", language=Language.DUTCH, context=Context.COMMERCIAL),
        Example(claim="Magnesium prevents migraine.", context=Context.EDITORIAL),
    ),
    clean=(
        Example(claim="Magnesium does not prevent migraine.", context=Context.COMMERCIAL),
        Example(claim="People with migraine often have low magnesium.", context=Context.COMMERCIAL),
        Example(claim="Magnesium is a metal.", sources=(ExampleSource(),)),
    ),
)
