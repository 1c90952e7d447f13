"""Read the sources that a claim cites, always as text: `0123456` and `1e7` are no numbers here."""

from __future__ import annotations

from dataclasses import dataclass

from yaml.nodes import MappingNode, Node, ScalarNode

from magcite.claims.complaints import Complaints
from magcite.claims.fields import Fields, require_text
from magcite.claims.nodes import REFUSED
from magcite.identifiers import NotAPmid, parse_identifier, read_pmid
from magcite.model import Citation, Identifier, IdKind, Position

_LABELS = frozenset({"pmid", "pmcid", "pmc", "nbk", "doi"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """One source as it stands in the file."""

    text: str
    position: Position
    node: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The sources of one claim; `complete` is false where one of them was complained about."""

    citations: tuple[Citation, ...]
    complete: bool

    @property
    def identifiers(self) -> frozenset[Identifier]:
        """Give what is cited, whatever its spelling."""
        return frozenset(citation.identifier for citation in self.citations)


def read_sources(fields: Fields) -> Sources:
    """Read the `pmids` and then the `sources` of a claim."""
    pmids = [_cite_pmid(node, fields.complaints) for node in fields.entries("pmids")]
    others = [_cite_source(node, fields.complaints) for node in fields.entries("sources")]
    found = tuple(citation for citation in (*pmids, *others) if citation is not None)
    return Sources(citations=found, complete=len(found) == len(pmids) + len(others))


def narrow_sources(fields: Fields, claimed: Sources) -> tuple[Citation, ...]:
    """Read the `pmids` that narrow a claim's sources for one assertion; all of them where it has none."""
    if not fields.has("pmids"):
        return claimed.citations
    narrowed = []
    for node in fields.entries("pmids"):
        citation = _cite_pmid(node, fields.complaints, advice="an assertion can be narrowed to PMIDs only")
        if citation is None:
            continue
        if claimed.complete and citation.identifier not in claimed.identifiers:
            message = f"{citation.identifier} is not among the sources of its claim; add it there, or remove it here"
            fields.complaints.at(node, message)
        narrowed.append(citation)
    return tuple(narrowed)


def _cite_pmid(node: Node, complaints: Complaints, advice: str = "put it under `sources`") -> Citation | None:
    written = _written(node, "a PMID", complaints)
    if written is None:
        return None
    answer = read_pmid(written.text)
    if not isinstance(answer, NotAPmid):
        identifier = Identifier(kind=IdKind.PMID, value=answer)
        return Citation(cited_as=written.text, identifier=identifier, position=written.position)
    cure = advice if answer.other else "check the number at https://pubmed.ncbi.nlm.nih.gov"
    complaints.at(written.node, f"{answer.reason}; {cure}")
    return None


def _cite_source(node: Node, complaints: Complaints) -> Citation | None:
    written = _written(node, "a source", complaints)
    if written is None:
        return None
    identifier = parse_identifier(written.text)
    if identifier is None:
        known = "write a PMC id (PMC3035600), an NBK id (NBK507269), a DOI (doi:10.…) or a web address (https://…)"
        complaints.at(written.node, f'"{written.text}" is not a source that magcite knows; {known}')
        return None
    return Citation(cited_as=written.text, identifier=identifier, position=written.position)


def _written(node: Node, what: str, complaints: Complaints) -> _Written | None:
    """Take one entry as text; `- PMID: 123`, which YAML reads as a key with a value, is put together again."""
    if isinstance(node, MappingNode) and node.tag != REFUSED:
        text = _labelled(node)
        if text is None:
            complaints.at(node, f"{what} must be text, not a set of keys; put it between quotes")
            return None
        return _Written(text=text, position=complaints.position(node), node=node)
    scalar = require_text(node, what, complaints)
    if scalar is None:
        return None
    return _Written(text=scalar.value.strip(), position=complaints.position(node), node=node)


def _labelled(node: MappingNode) -> str | None:
    if len(node.value) != 1:
        return None
    label, value = node.value[0]
    if not isinstance(label, ScalarNode) or not isinstance(value, ScalarNode) or value.tag == REFUSED:
        return None
    return f"{label.value}: {value.value}" if label.value.strip().lower() in _LABELS else None
