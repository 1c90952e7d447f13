"""The sources of a report that a person can judge, one by one, beside the statements they are cited for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from magcite.identifiers import parse_identifier
from magcite.model import Assertion, CitedSource, Reading, Report, Review, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One source beside one statement, with what magcite read in it."""

    assertion: Assertion
    source: CitedSource
    reading: Reading

    @property
    def name(self) -> str:
        """Give the source's identifier, as a review names it."""
        return str(self.source.citation.identifier)

    @property
    def automatic(self) -> Verdict | None:
        """Give magcite's verdict; None where there was no text to judge by."""
        return self.reading.support.value if self.reading.support else None

    @property
    def review(self) -> Review | None:
        """Give what a person decided before, if anybody did."""
        return review_of(self.assertion, self.source)


def review_of(assertion: Assertion, source: CitedSource) -> Review | None:
    """Give the review of a source, whichever of its names it was written under."""
    names = {str(source.citation.identifier), *map(_normal, source.also_cited_as)}
    return next((review for review in assertion.reviews if review.source in names), None)


def _normal(cited_as: str) -> str:
    return str(parse_identifier(cited_as) or cited_as)


def all_items(report: Report) -> tuple[Item, ...]:
    """List every source that has a record, in the order of the file; without one there is nothing to look at."""
    return tuple(_items(report))


def _items(report: Report) -> Iterator[Item]:
    for claim in report.claims:
        for audited in claim.assertions:
            for source in audited.sources:
                if source.reading is not None:
                    yield Item(assertion=audited.assertion, source=source, reading=source.reading)


def open_items(items: Sequence[Item]) -> tuple[Item, ...]:
    """Leave out what was reviewed before."""
    return tuple(item for item in items if item.review is None)
