"""The project's own claims file and its recorded articles are whole and in order."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from magcite.identifiers import parse_identifier
from magcite.model import Article, IdKind, Provenance
from magcite.sources.folder import RecordedFolder

DATA = Path(__file__).parent.parent / "data"
CLAIMS_FILE = DATA / "claims.yaml"
RECORDED = sorted((DATA / "articles").glob("*.yaml"))
PLACES_OF_WORK = ("stored page", "stored cop", "stored corp", "corpora", "helper", "second pass", "look-up", "seen_at")


@pytest.fixture(scope="module")
def claims() -> list[dict[str, Any]]:
    loaded = yaml.safe_load(CLAIMS_FILE.read_text(encoding="utf-8"))
    assert loaded["language"] == "nl"
    found: list[dict[str, Any]] = loaded["claims"]
    return found


def cited(claim: dict[str, Any]) -> list[str]:
    return [str(one) for key in ("pmids", "sources") for one in claim.get(key, ())]


def test_there_are_seventeen_claims_and_forty_three_assertions(claims: list[dict[str, Any]]) -> None:
    assert len(claims) == 17
    assert sum(len(claim["assertions"]) for claim in claims) == 43
    assert len({claim["id"] for claim in claims}) == 17


def test_all_72_links_are_there_with_55_different_pmids(claims: list[dict[str, Any]]) -> None:
    assert sum(len(cited(claim)) for claim in claims) == 72
    assert len({pmid for claim in claims for pmid in claim.get("pmids", ())}) == 55


def test_every_link_is_an_identifier_of_the_kind_its_list_is_for(claims: list[dict[str, Any]]) -> None:
    for claim in claims:
        for pmid in claim.get("pmids", ()):
            identifier = parse_identifier(str(pmid))
            assert identifier is not None
            assert identifier.kind is IdKind.PMID
        for source in claim.get("sources", ()):
            identifier = parse_identifier(source)
            assert identifier is not None
            assert identifier.kind is not IdKind.PMID


def test_the_number_that_lost_a_digit_stays_as_printed(claims: list[dict[str, Any]]) -> None:
    inflammation = next(claim for claim in claims if claim["id"] == "inflammation")
    assert 1764100 in inflammation["pmids"]


def test_only_one_claim_cites_nothing(claims: list[dict[str, Any]]) -> None:
    assert [claim["id"] for claim in claims if not cited(claim)] == ["liposomal"]


def test_every_assertion_has_english_and_both_say_whether_it_is_implied(claims: list[dict[str, Any]]) -> None:
    assertions = {f"{claim['id']}.{one['id']}": one for claim in claims for one in claim["assertions"]}
    assert all(one["text"].strip() and one["english"].strip() for one in assertions.values())
    implied = [name for name, one in assertions.items() if one["text"].endswith(" (impliciet)")]
    assert implied == ["cancer.a", "chemotherapy.a"]
    assert implied == [name for name, one in assertions.items() if one["english"].endswith(" (implied)")]


def test_assertions_are_lettered_in_order(claims: list[dict[str, Any]]) -> None:
    for claim in claims:
        ids = [one["id"] for one in claim["assertions"]]
        assert ids == list("abcdefgh"[: len(ids)])


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.stem)
def test_a_recorded_article_has_a_digest_and_answers_to_its_name(path: Path) -> None:
    written = path.stem if not path.stem.startswith("doi-") else f"doi:{path.stem[4:].replace('-', '/', 1)}"
    identifier = parse_identifier(written)
    assert identifier is not None
    article = RecordedFolder(path.parent).look_up([identifier])[identifier]
    assert isinstance(article, Article)
    assert article.provenance is Provenance.DIGEST
    assert article.title
    assert all(section.text for section in article.abstract)


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.stem)
def test_a_recorded_article_says_what_it_is_and_nothing_about_how_it_was_found(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# An own-words digest of the abstract, not PubMed's text.\n# The original is at https://")
    assert not [words for words in PLACES_OF_WORK if words in text.lower()]


def test_the_folder_holds_the_cited_articles_and_two_that_are_not_cited(claims: list[dict[str, Any]]) -> None:
    named = {path.stem for path in RECORDED}
    every = {one for claim in claims for one in cited(claim)}
    assert named - every == {"17641000", "doi-10.1016-j.ejca.2008.08.005"}
    for name in named - every:
        assert yaml.safe_load((DATA / "articles" / f"{name}.yaml").read_text())["cited_in_article"] is False
