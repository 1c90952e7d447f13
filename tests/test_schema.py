"""The JSON Schema of claims files."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from magcite.claims import load_claims
from magcite.errors import ClaimsFileError
from magcite.schema import claims_schema, claims_schema_text

ROOT = Path(__file__).parent.parent
VALIDATOR = jsonschema.Draft202012Validator(claims_schema())


def _as_editors_read_it(text: str) -> object:
    """Read YAML as language servers do: dates stay text."""
    loaded: object = json.loads(json.dumps(yaml.safe_load(text), default=str))
    return loaded


def _is_loaded(text: str) -> bool:
    try:
        load_claims("f.yaml", text.encode())
    except ClaimsFileError:
        return False
    return True


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(claims_schema())


def test_the_schema_in_the_documentation_is_up_to_date() -> None:
    assert (ROOT / "docs" / "claims.schema.json").read_text(encoding="utf-8") == claims_schema_text()


@pytest.mark.parametrize("path", sorted((ROOT / "data").glob("*.yaml")), ids=lambda path: str(path.name))
def test_the_claims_files_of_the_project_fit_the_schema(path: Path) -> None:
    VALIDATOR.validate(_as_editors_read_it(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "text",
    [
        "claims: [{id: a}]",
        "{schema: 1, title: 2015, language: nl, context: commercial, articles: x, claims: [{id: 1}]}",
        "claims: [{id: a, pmids: [123, '123', 'PMID: 123', 'pmid:123', {PMID: 123}, 'PMID 123.']}]",
        "claims: [{id: a, pmids: ['https://www.ncbi.nlm.nih.gov/pubmed/123', pubmed.ncbi.nlm.nih.gov/123/]}]",
        "claims: [{id: a, sources: [PMC1, pmc2, NBK3, 'doi:10.1000/x', 10.1000/x, www.kanker.nl/x, 'https://a.nl']}]",
        "claims: [{id: a, sources: [{doi: 10.1000/x}, {PMID: 5}, 7]}]",
        "claims: [{id: a, claim: b, english: c, locator: 3, pmids: [1]}]",
        "claims: [{id: a, pmids: [1], assertions: [{id: b, text: c, english: d, pmids: [1]}]}]",
        "claims: [{id: a, claim: b, waive: [{rule: c, reason: d, by: e, until: 2027-01-31}]}]",
        "claims: [{id: a, claim: b, pmids: [1], review: [{source: 1, verdict: partial, date: 2027-01-31}]}]",
    ],
)
def test_what_magcite_loads_fits_the_schema(text: str) -> None:
    assert _is_loaded(text)
    VALIDATOR.validate(_as_editors_read_it(text))


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{}",
        "claims: []",
        "claims: [{id: a b}]",
        "claims: [{title: a}]",
        "claims: [{id: a, pmid: [1]}]",
        "claims: [{id: a, pmids: []}]",
        "claims: [{id: a, pmids: 123}]",
        "claims: [{id: a, pmids: [123456789]}]",
        "claims: [{id: a, pmids: [PMC4759402]}]",
        "claims: [{id: a, pmids: ['0123']}]",
        "claims: [{id: a, pmids: [1.5]}]",
        "claims: [{id: a, sources: [magnesium]}]",
        "claims: [{id: a, claim: b, assertions: [{id: c, text: d}]}]",
        "claims: [{id: a, claim: ' '}]",
        "claims: [{id: a, english: b}]",
        "claims: [{id: a, assertions: [{id: b}]}]",
        "claims: [{id: a, assertions: [{id: b, text: c, sources: [PMC1]}]}]",
        "claims: [{id: a, claim: b, waive: [{rule: c}]}]",
        "claims: [{id: a, claim: b, waive: [{rule: c, reason: d, until: soon}]}]",
        "claims: [{id: a, claim: b, pmids: [1], review: [{source: 1, verdict: good}]}]",
        "{schema: 2, claims: [{id: a}]}",
        "{language: de, claims: [{id: a}]}",
        "{context: ads, claims: [{id: a}]}",
        "{titel: x, claims: [{id: a}]}",
    ],
)
def test_what_magcite_refuses_does_not_fit_the_schema(text: str) -> None:
    assert not _is_loaded(text)
    assert not VALIDATOR.is_valid(_as_editors_read_it(text))


def test_every_key_tells_what_it_is_for() -> None:
    schema = json.loads(claims_schema_text())
    for entry in (schema, *(schema["$defs"][name] for name in ("claim", "assertion", "waiver", "review"))):
        for key, value in entry["properties"].items():
            assert "description" in value or "$ref" in value, key
