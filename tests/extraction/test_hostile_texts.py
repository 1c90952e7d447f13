"""Whatever a text holds, the file made of it loads, and says what the text says."""

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from magcite.claims import load_claims
from magcite.errors import UsageError
from magcite.extraction import extract_claims, write_claims_file

PIECES = st.sampled_from(
    [
        "Tea lowers stress by 20%.", "1. Tea", "2) Rum: 'raises' \"it\"", "## Head: #1 - {a}", "[1]", "[^1]: PMID 3",
        "PMID: 12", "https://example.org/a?b=c#d:e", "https://a.nl/{x},[y]", "<script>alert('1. x lowers')</script>",
        "<b>2. helps</b>", "\x00\x07\x1b[31m lowers", "\ufeff\u200b\u202e helps", "\ue000x\ue001", "\ud800 helps",
        "😀 emoji improves 5 people", "- item: *a*", "| a | b |", "---", "...", "!!python/object:os.system lowers it",
        "&anchor *alias improves", "yes", "null improves sleep", "# comment lowers stress", "% directive reduces pain",
        "`back` reduces pain", "Sources:", "Bronnen", "10.5555/a:b", "\u2028\u2029\x85", "https://[::1/a", "http://",
        "www.", "doi:10.1/", "Het helpt bij 3 mensen", "@ lowers stress", "²³ helps", "a" * 300 + " lowers stress",
        "\t\ttab lowers", "(implied)", "? lowers: stress", "'quoted lowers stress'", "> quoted helps you",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=12).flatmap(
    lambda pieces: st.sampled_from(["\n", "\n\n", " "]).map(lambda glue: glue.join(pieces))
)
NAMES = st.one_of(st.sampled_from(["a.txt", "a.md", "a.html", "-", "a\nb: c.txt", "#.md"]), st.text(max_size=12))


@settings(deadline=None, max_examples=250)
@given(TEXTS, NAMES)
@example("Tea lowers \x85 stress: 'a' #b\n", "x.txt")
@example("1. \n2. \nPMID 3", "x.txt")
def test_any_text_gives_a_file_that_loads_or_is_refused(text: str, name: str) -> None:
    try:
        extraction = extract_claims(text.encode("utf-8", "surrogatepass"), name=name)
    except UsageError:
        return
    written = write_claims_file(extraction)
    loaded = load_claims("x.yaml", written.encode())
    plain = yaml.safe_load(written)
    assert [claim.id for claim in loaded.claims] == [str(claim["id"]) for claim in plain["claims"]]
    for claim, found in zip(extraction.claims, loaded.claims, strict=True):
        assert [statement.text for statement in claim.statements] == [one.text for one in found.assertions]
        assert {*claim.pmids, *map(str, claim.sources)} == {str(one.identifier) for one in found.citations}


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=200), NAMES)
def test_any_bytes_give_a_file_that_loads_or_are_refused(data: bytes, name: str) -> None:
    try:
        written = write_claims_file(extract_claims(data, name=name))
    except UsageError:
        return
    load_claims("x.yaml", written.encode())
