"""Read the claims of a file with the statements they make."""

from __future__ import annotations

import re
from re import fullmatch

from yaml.nodes import Node

from magcite.claims.citing import Sources, narrow_sources, read_sources
from magcite.claims.complaints import Complaints, line_of
from magcite.claims.fields import Fields, read_fields
from magcite.claims.judging import read_reviews, read_waivers
from magcite.claims.keys import ASSERTION, CLAIM, ID_PATTERN
from magcite.model import Assertion, Claim, Language

_IMPLIED = re.compile(r"\s*\((?:implied|impliciet)\)\s*[.]?\s*$", re.IGNORECASE)
_OF_ONE_STATEMENT = ("english", "waive", "review")


class Ids:
    """The ids given so far in a file, with the line of each."""

    def __init__(self, complaints: Complaints) -> None:
        self._complaints = complaints
        self._lines: dict[str, int] = {}

    def take(self, node: Node, given: str) -> bool:
        """Keep an id and tell whether it is new; complain where it was given before."""
        if given in self._lines:
            first = self._lines[given]
            message = f"the id `{given}` is given twice, first on line {first}; give one of them another id"
            self._complaints.at(node, message)
            return False
        self._lines[given] = line_of(node)
        return True


class Reader:
    """Reads the claims of one file, knowing its language and the ids given so far."""

    def __init__(self, language: Language, complaints: Complaints) -> None:
        self._language = language
        self._complaints = complaints
        self._claim_ids = Ids(complaints)
        self._statement_ids = Ids(complaints)

    def read_claim(self, node: Node) -> Claim | None:
        """Read one claim; None where it has no usable id."""
        fields = read_fields(node, CLAIM, self._complaints)
        if fields is None:
            return None
        claim_id = _read_id(fields)
        is_new = claim_id is None or self._claim_ids.take(fields.value_of("id"), claim_id)
        title, locator, sources = fields.text("title"), fields.text("locator"), read_sources(fields)
        found = self._read_statements(fields, claim_id or "?", sources)
        # Statements of different claims without a usable id are not given twice, whatever they would be called.
        ids = self._statement_ids if claim_id else Ids(self._complaints)
        for place, assertion in found:
            if is_new:
                ids.take(place, assertion.id)
        if claim_id is None:
            return None
        return Claim(
            id=claim_id,
            title=title,
            locator=locator,
            citations=sources.citations,
            assertions=tuple(assertion for _, assertion in found),
            position=self._complaints.position(fields.value_of("id")),
        )

    def _read_statements(self, fields: Fields, claim_id: str, sources: Sources) -> list[tuple[Node, Assertion]]:
        """Read the statements of a claim, each with the node of its id."""
        _check_form(fields)
        if fields.has("claim"):
            short = _build(fields, "claim", claim_id, self._language, sources)
            return [(fields.value_of("id"), short)] if short and fields.has("id") else []
        found = (self._read_assertion(node, claim_id, sources) for node in fields.entries("assertions"))
        return [statement for statement in found if statement]

    def _read_assertion(self, node: Node, claim_id: str, sources: Sources) -> tuple[Node, Assertion] | None:
        fields = read_fields(node, ASSERTION, self._complaints)
        if fields is None:
            return None
        own_id = _read_id(fields)
        assertion = _build(fields, "text", f"{claim_id}.{own_id}", self._language, sources)
        return (fields.value_of("id"), assertion) if own_id and assertion else None


def _check_form(fields: Fields) -> None:
    """Complain of a claim that mixes the short form with the long one."""
    if fields.has("claim"):
        if fields.has("assertions"):
            message = "a claim has either `claim` (one statement) or `assertions` (several), not both; keep one"
            fields.complaints.at(fields.name_of("claim"), message)
        return
    for key in _OF_ONE_STATEMENT:
        if fields.has(key):
            advice = "move it to an assertion" if fields.has("assertions") else "add `claim`, or remove it"
            fields.complaints.at(fields.name_of(key), f"`{key}` belongs to one statement; {advice}")


def _read_id(fields: Fields) -> str | None:
    node = fields.scalar("id")
    if node is None:
        return None
    written = str(node.value)
    if not fullmatch(ID_PATTERN, written):
        fields.complaints.at(node, f"the id `{written}` may hold only letters a-z, digits, `.`, `_` and `-`")
        return None
    return written


def _build(fields: Fields, key: str, full_id: str, language: Language, sources: Sources) -> Assertion | None:
    """Read one statement whose words stand under the given key."""
    text, translation = fields.text(key), fields.text("english")
    citations = narrow_sources(fields, sources) if key == "text" else sources.citations
    waivers, reviews = read_waivers(fields), read_reviews(fields, citations)
    if text is None:
        return None
    english = translation or (text if language is Language.ENGLISH else None)
    return Assertion(
        id=full_id,
        text=text,
        english=_IMPLIED.sub("", english) if english else None,
        citations=citations,
        position=fields.complaints.position(fields.value_of(key)),
        implied=bool(_IMPLIED.search(text) or _IMPLIED.search(translation or "")),
        waivers=waivers,
        reviews=reviews,
    )
