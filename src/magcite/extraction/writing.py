"""Write extracted claims as a claims file that a person goes on with."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence

import yaml

from magcite.extraction.blocks import clean, tidy
from magcite.extraction.outcome import ExtractedClaim, ExtractedStatement, Extraction
from magcite.model import Language

_WIDTH = 112
_PLAIN = re.compile(r"[^\W\d_](?:[^:#\n]|:(?=\S)|(?<=\S)#)*(?<![\s:])")
_OTHER_WORDS = re.compile(r"(?:null|true|false|yes|no|on|off|y|n|~)", re.IGNORECASE)
_SAFE_ADDRESS = re.compile(r"[A-Za-z0-9][A-Za-z0-9:/._~?=&+%@!$;-]*[A-Za-z0-9/_=-]")
_NO_FOLD = re.compile(r"[^\t -~\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\u2028|\u2029|\s{2}")


def write_claims_file(extraction: Extraction) -> str:
    """Write a claims file in YAML; the same extraction always gives the same text."""
    return "\n".join([*_write_head(extraction), *_write_claims(extraction), *_write_rest(extraction)]) + "\n"


def _write_head(extraction: Extraction) -> Iterator[str]:
    yield from _comment(
        f"Taken from {extraction.name} by magcite extract. A first cut by rules, to be read and put right by a person:"
    )
    yield "# - Does each text say one thing only? Split what says more, remove what no source needs to carry."
    yield "# - Does each claim have its own sources, and no others?"
    if extraction.language is Language.DUTCH:
        yield "# - Fill in `english` below each text (take away the #): without it, no verdict on the support is given."
    yield ""
    yield "schema: 1"
    if extraction.title:
        yield from _key("title", extraction.title, "")
    yield f"language: {extraction.language.value}"
    yield "context: editorial  # or commercial: a text that sells the product it speaks of"
    yield ""
    yield "claims:"


def _write_claims(extraction: Extraction) -> Iterator[str]:
    for number, claim in enumerate(extraction.claims):
        if number:
            yield ""
        yield from _write_claim(claim, extraction.language)


def _write_claim(claim: ExtractedClaim, language: Language) -> Iterator[str]:
    yield f"  - id: {_scalar(claim.id)}"
    for key, text in (("title", claim.title), ("locator", claim.locator)):
        if text and tidy(clean(text)):
            yield from _key(key, text, "    ")
    if claim.pmids:
        yield from _write_list("pmids", claim.pmids)
    if claim.sources:
        yield from _write_list("sources", [_source(str(source)) for source in claim.sources])
    if not (claim.pmids or claim.sources):
        yield "    # The text cites no source here."
    if not claim.statements:
        yield "    # The text states nothing here. Write what a reader takes from it, and end the text in (implied):"
        yield "    # assertions:"
        yield '    #   - {id: a, text: "… (implied)", english: "… (implied)"}'
        return
    yield "    assertions:"
    for statement in claim.statements:
        yield from _write_statement(statement, language)


def _write_statement(statement: ExtractedStatement, language: Language) -> Iterator[str]:
    yield f"      - id: {_scalar(statement.id)}"
    yield from _key("text", statement.text, "        ")
    if language is not Language.ENGLISH:
        yield '        # english: ""'
    if statement.pmids:
        yield f"        pmids: [{', '.join(statement.pmids)}]"


def _write_list(key: str, entries: Sequence[str]) -> Iterator[str]:
    """Write a list on one line where it fits, else one entry a line."""
    line = f"    {key}: [{', '.join(entries)}]"
    if len(line) <= _WIDTH and not any(sign in entry for entry in entries for sign in ":,[]{}\"'"):
        yield line
        return
    yield f"    {key}:"
    for entry in entries:
        yield f"      - {entry}"


def _source(text: str) -> str:
    return text if _SAFE_ADDRESS.fullmatch(text) and not _reads_as_other(text) else _quote(text)


def _reads_as_other(text: str) -> bool:
    return text[0].isdigit()


def _key(key: str, text: str, indent: str) -> Iterator[str]:
    """Write a key with its text: plain or quoted on one line, folded over several where it is long."""
    said = tidy(clean(text))
    line = f"{indent}{key}: {_scalar(said)}"
    if len(line) <= _WIDTH or _NO_FOLD.search(said) or said.startswith("#"):
        yield line
        return
    yield f"{indent}{key}: >-"
    inner = f"{indent}  "
    yield from textwrap.wrap(
        said,
        width=_WIDTH,
        initial_indent=inner,
        subsequent_indent=inner,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) and not _OTHER_WORDS.fullmatch(text) else _quote(text)


def _quote(text: str) -> str:
    """Put a text between double quotes, with everything escaped that YAML wants escaped."""
    written: str = yaml.safe_dump(text, default_style='"', allow_unicode=True, width=2**30)
    return written.strip()


def _write_rest(extraction: Extraction) -> Iterator[str]:
    """Write, as comments, what the text states or names outside its claims."""
    for texts, heading in (
        (extraction.outside, "Stated in the text without any source, outside the parts above:"),
        (extraction.unplaced, "Named in the text, but by no claim, or not as a source that can be looked up:"),
    ):
        if texts:
            yield from ("", f"# {heading}")
        for text in texts:
            yield from _comment(f"- {text}")


def _comment(text: str) -> Iterator[str]:
    """Write text from outside as a comment, which it cannot leave."""
    lines = textwrap.wrap(tidy(clean(text)), width=_WIDTH, break_long_words=False, break_on_hyphens=False)
    return (f"# {line}" for line in lines)
