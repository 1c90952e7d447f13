"""A source speaks of the subject of its claim, but of none of its statements.

Such a source was cited for its title or its topic; it carries nothing that is said.

What to do: say in the text what the source shows, cite one that carries the statement, or remove it. Where another
record was probably meant, it is named as a guess: check this PMID.
"""

from __future__ import annotations

from collections.abc import Iterator

from magcite.body import readings_of
from magcite.model import Reading, Reason, Severity, Verdict
from magcite.rules.interface import ClaimCase, Example, ExampleSource, Flaw, Rule
from magcite.rules.standing import is_a_leaning
from magcite.rules.stray_source import is_stray


def _is_about_it(readings: list[Reading]) -> bool:
    """Tell whether a source watched what an assertion says is brought about, of which another rule tells."""
    return any(fact.value is Reason.ASSOCIATION_ONLY for reading in readings for fact in reading.reasons)


def check(case: ClaimCase) -> Iterator[Flaw]:
    """Flag every source on the subject that is unrelated to each assertion; a note where the verdicts only lean so."""
    for source in case.sources:
        readings = readings_of(source, (assertion.sources for assertion in case.assertions))
        verdicts = [reading.support for reading in readings if reading.support]
        if source.reading is None or not verdicts or any(fact.value is not Verdict.UNRELATED for fact in verdicts):
            continue
        if is_stray(case, source) or _is_about_it(readings):
            continue
        title = source.reading.article.title or "?"
        meant = source.suggestion
        yield Flaw(
            message=f"“{title}” bears on none of these statements"
            + (f"; check this PMID: was {meant.ids.pmid} meant (“{meant.title}”)? That is a guess" if meant else ""),
            dutch=f"“{title}” gaat over geen van deze uitspraken"
            + (f"; controleer deze PMID: was {meant.ids.pmid} bedoeld (“{meant.title}”)? Een gok" if meant else ""),
            citation=source.citation,
            confidence=min(fact.confidence for fact in verdicts),
            severity=Severity.NOTE if all(map(is_a_leaning, readings)) and not meant else None,
        )


RULE = Rule(
    id="irrelevant-source",
    summary="source bears on no statement of the claim",
    severity=Severity.WARNING,
    case=ClaimCase,
    check=check,
    flagged=(
        Example(
            claim="Zinc prevents colds.", sources=(ExampleSource(verdict=Verdict.UNRELATED, title="Zinc and taste"),)
        ),
        Example(
            claim="Zinc prevents colds.",
            sources=(ExampleSource(verdict=Verdict.UNRELATED, title="Zinc in soil", suggestion="12345679"),),
        ),
    ),
    clean=(
        Example(
            claim="Zinc prevents colds.",
            sources=(ExampleSource(verdict=Verdict.UNRELATED, title="Zinc and taste"),),
            more=(("Zinc is a metal.", (Verdict.SUPPORTS,)),),
        ),
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(verdict=None, title="Zinc and taste"),)),
        Example(claim="Zinc prevents colds.", sources=(ExampleSource(verdict=Verdict.UNCLEAR, title="Zinc"),)),
    ),
)
