"""Take the claims out of a published text, with the sources cited for them."""

from magcite.errors import UsageError
from magcite.extraction.assembling import assemble
from magcite.extraction.blocks import clean
from magcite.extraction.decoding import Format, decode, detect_format
from magcite.extraction.lines import read_lines
from magcite.extraction.outcome import ExtractedClaim, ExtractedStatement, Extraction
from magcite.extraction.writing import write_claims_file

__all__ = ["ExtractedClaim", "ExtractedStatement", "Extraction", "extract_claims", "write_claims_file"]


def extract_claims(data: bytes, *, name: str) -> Extraction:
    """Take the claims out of a text (plain, Markdown, HTML or Word); raise UsageError where there is none in it."""
    match detect_format(data, name):
        case Format.WORD:
            from magcite.extraction.word import read_document

            source = read_document(data, name)
        case Format.HTML:
            from magcite.extraction.web import read_page

            source = read_page(clean(decode(data, name)))
        case Format.LINES:
            source = read_lines(clean(decode(data, name)))
    extraction = assemble(source, name)
    if not extraction.claims:
        raise UsageError(f"{name}: there is no statement and no source in this text; is it the right file?")
    return extraction
