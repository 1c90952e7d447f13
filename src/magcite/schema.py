"""Describe the claims file as JSON Schema, for editors that check and complete YAML while it is typed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import Enum

from magcite.claims.keys import ASSERTION, CLAIM, DATE_PATTERN, FILE, ID_PATTERN, REVIEW, SCHEMA, WAIVER, Keys
from magcite.model import Context, Language, Verdict

Schema = dict[str, object]

_NOT_BLANK = r"\S"
_PMID_AS_TEXT = (
    r"^\s*(?:[Pp][Mm][Ii][Dd]\s*:?\s*)?[1-9][0-9]{0,7}[\s.]*$"
    r"|^\s*(?:https?://)?[^\s/]*(?:pubmed|ncbi|europepmc)[^\s/]*/\S*[1-9][0-9]{0,7}"
)
_SOURCE_AS_TEXT = r"^\s*(?:[Pp][Mm][Cc]|[Nn][Bb][Kk]|[Pp][Mm][Ii][Dd])|10\.[0-9]{4,9}(?:/|%2[Ff])|^\s*https?://|^\s*[^\s/]+\.[^\s/]{2,}"


def claims_schema() -> Schema:
    """Give the JSON Schema (2020-12) of claims files."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "magcite claims file",
        "description": "The claims of a published text with the sources cited for them.",
        **_entry(FILE, _FILE_VALUES),
        "$defs": {
            "id": {
                "description": "A short name; it stands in reports and must not be used twice.",
                "type": ["string", "integer"],
                "pattern": f"^{ID_PATTERN}$",
                "examples": ["depression"],
            },
            "pmid": {
                "description": "A PubMed id: one to eight digits, no leading zero. `PMID: 123` and a PubMed address "
                "are understood.",
                "anyOf": [
                    {"type": "integer", "minimum": 1, "maximum": 99_999_999},
                    {"type": "string", "pattern": _PMID_AS_TEXT},
                    {
                        "type": "object",
                        "patternProperties": {"^[Pp][Mm][Ii][Dd]$": {"$ref": "#/$defs/pmid"}},
                        "minProperties": 1,
                        "maxProperties": 1,
                        "additionalProperties": False,
                    },
                ],
                "examples": [25748766],
            },
            "source": {
                "description": "A source that is not cited by its PMID: a PMC id, a Bookshelf id, a DOI or an address.",
                "anyOf": [
                    {"type": "string", "pattern": _SOURCE_AS_TEXT},
                    {
                        "type": "object",
                        "patternProperties": {
                            "^(?:[Dd][Oo][Ii]|[Pp][Mm][Cc](?:[Ii][Dd])?|[Nn][Bb][Kk])$": {"type": ["string", "integer"]}
                        },
                        "minProperties": 1,
                        "maxProperties": 1,
                        "additionalProperties": False,
                    },
                    {"$ref": "#/$defs/pmid"},
                ],
                "examples": ["PMC4759402", "NBK507269", "doi:10.3390/nu7095388", "https://www.kanker.nl/"],
            },
            "claim": _claim(),
            "assertion": _entry(ASSERTION, _ASSERTION_VALUES),
            "waiver": _entry(WAIVER, _WAIVER_VALUES),
            "review": _entry(REVIEW, _REVIEW_VALUES),
        },
    }


def _claim() -> Schema:
    """Describe a claim: one statement (`claim`), several (`assertions`), or none yet."""
    return {
        **_entry(CLAIM, _CLAIM_VALUES),
        "not": {"required": ["claim", "assertions"]},
        "dependentRequired": {"english": ["claim"], "waive": ["claim"], "review": ["claim"]},
    }


def _entry(keys: Keys, values: Mapping[str, Schema]) -> Schema:
    """Describe one kind of entry; its keys come from the table that the reader uses too."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(keys.required),
        "properties": {key: values[key] for key in keys.known},
    }


def _text(description: str, *examples: str) -> Schema:
    """Describe a text; numbers, dates and yes or no without quotes are read as the text they are written as."""
    described: Schema = {"description": description, "type": ["string", "number", "boolean"], "pattern": _NOT_BLANK}
    return {**described, "examples": list(examples)} if examples else described


def _words(description: str, options: type[Enum], default: Enum | None = None) -> Schema:
    described: Schema = {"description": description, "enum": [option.value for option in options]}
    return {**described, "default": default.value} if default else described


def _list_of(kind: str, description: str) -> Schema:
    return {"description": description, "type": "array", "minItems": 1, "items": {"$ref": f"#/$defs/{kind}"}}


def _day(description: str) -> Schema:
    return {"description": description, "type": "string", "pattern": f"^{DATE_PATTERN}$", "examples": ["2027-01-31"]}


_ENGLISH = _text(
    "The same statement in English. Needed for a verdict on its support where `language` is not en.",
    "Low magnesium intake is associated with a higher risk of depression.",
)
_WAIVE = _list_of("waiver", "Rules that an editor switched off for this statement, each with the reason.")
_REVIEW = _list_of("review", "What a person decided about a source of this statement; shown beside magcite's verdict.")

_FILE_VALUES: dict[str, Schema] = {
    "schema": {
        "description": "The number of this format.",
        "enum": [SCHEMA, str(SCHEMA)],
        "default": SCHEMA,
    },
    "title": _text("The title of the published text.", "Sixteen reasons to take magnesium"),
    "language": _words("The language of the statements.", Language, Language.ENGLISH),
    "context": _words("Which house rules on health claims apply.", Context, Context.EDITORIAL),
    "articles": _text("A folder of recorded articles, relative to this file.", "articles"),
    "claims": _list_of("claim", "The claims of the text, one for each heading."),
}
_CLAIM_VALUES: dict[str, Schema] = {
    "id": {"$ref": "#/$defs/id"},
    "title": _text("The heading in the published text.", "Depression"),
    "locator": _text("Where the published text says it.", "reason 3", "p. 12"),
    "pmids": _list_of("pmid", "The PubMed ids of the cited sources."),
    "sources": _list_of("source", "Sources cited in another way: PMC ids, Bookshelf ids, DOIs and addresses."),
    "assertions": _list_of("assertion", "The statements that the sources must carry, one by one."),
    "claim": _text(
        "The short form: the one statement of this claim.",
        "Magnesium relieves nocturnal leg cramps in older adults.",
    ),
    "english": _ENGLISH,
    "waive": _WAIVE,
    "review": _REVIEW,
}
_ASSERTION_VALUES: dict[str, Schema] = {
    "id": {"$ref": "#/$defs/id"},
    "text": _text("The statement as published, in the language of the file."),
    "english": _ENGLISH,
    "pmids": _list_of("pmid", "Narrows the sources of the claim to these."),
    "waive": _WAIVE,
    "review": _REVIEW,
}
_WAIVER_VALUES: dict[str, Schema] = {
    "rule": _text("The rule to switch off; `magcite rules` lists them.", "small-sample"),
    "reason": _text("Why that is right here.", "pilot named as such in the text"),
    "by": _text("Who decided it.", "editor"),
    "until": _day("The last day on which the waiver holds."),
}
_REVIEW_VALUES: dict[str, Schema] = {
    "source": {"description": "The source, as the claim cites it.", "anyOf": [{"$ref": "#/$defs/source"}]},
    "verdict": _words("What the source says of the statement.", Verdict),
    "by": _text("Who decided it.", "editor"),
    "date": _day("The day of the decision."),
    "reason": _text("Why."),
}


def claims_schema_text() -> str:
    """Give the JSON Schema as the text of `docs/claims.schema.json`."""
    return json.dumps(claims_schema(), indent=2, ensure_ascii=False) + "\n"
