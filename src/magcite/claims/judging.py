"""Read what people decided about a statement: rules waived and sources reviewed."""

from __future__ import annotations

from magcite.claims.fields import Fields, read_fields
from magcite.claims.keys import REVIEW, WAIVER
from magcite.identifiers import parse_identifier
from magcite.model import Citation, Review, Verdict, Waiver


def read_waivers(fields: Fields) -> tuple[Waiver, ...]:
    """Read the `waive` list of a statement."""
    waivers = []
    for node in fields.entries("waive"):
        entry = read_fields(node, WAIVER, fields.complaints)
        if entry is None:
            continue
        rule, reason, by, until = entry.text("rule"), entry.text("reason"), entry.text("by"), entry.day("until")
        if rule and reason:
            place = fields.complaints.position(node)
            waivers.append(Waiver(rule=rule, reason=reason, by=by, until=until, position=place))
    return tuple(waivers)


def read_reviews(fields: Fields, citations: tuple[Citation, ...]) -> tuple[Review, ...]:
    """Read the `review` list of a statement; each is about one of the sources it cites."""
    reviews: dict[str, Review] = {}
    for node in fields.entries("review"):
        entry = read_fields(node, REVIEW, fields.complaints)
        review = _read_review(entry, citations) if entry else None
        if review is None:
            continue
        if review.source in reviews:
            first = reviews[review.source].position.line
            fields.complaints.at(node, f"{review.source} is reviewed twice, first on line {first}; keep one")
        reviews[review.source] = review
    return tuple(reviews.values())


def _read_review(entry: Fields, citations: tuple[Citation, ...]) -> Review | None:
    source, verdict = _reviewed(entry, citations), entry.choice("verdict", Verdict)
    by, on, reason = entry.text("by"), entry.day("date"), entry.text("reason")
    if source is None or verdict is None:
        return None
    place = entry.complaints.position(entry.node)
    return Review(source=source, verdict=verdict, by=by, on=on, reason=reason, position=place)


def _reviewed(entry: Fields, citations: tuple[Citation, ...]) -> str | None:
    """Give the normal form of the source that a review is about."""
    node = entry.scalar("source")
    if node is None:
        return None
    identifier = parse_identifier(node.value)
    if identifier is None:
        entry.complaints.at(node, f'"{node.value}" is not a source that magcite knows; write it as the claim cites it')
        return None
    if identifier not in {citation.identifier for citation in citations}:
        entry.complaints.at(
            node, f"{identifier} is not among the sources of this statement; correct it, or remove the review"
        )
    return str(identifier)
