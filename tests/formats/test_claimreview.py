import json

from magcite.formats import Format, WriteOptions
from magcite.model import Language

from .rendering import Golden, render
from .sample_report import HOSTILE_STATEMENT


def test_the_whole_report_is_as_agreed(expect_golden: Golden) -> None:
    expect_golden("claimreview.json", render(Format.CLAIMREVIEW))


def test_each_statement_has_a_review_and_only_a_verdict_has_a_rating() -> None:
    reviews = json.loads(render(Format.CLAIMREVIEW))["@graph"]
    ratings = {review["@id"]: review["reviewRating"] for review in reviews}
    assert ratings["#mood.b"]["ratingValue"] == 1
    assert ratings["#cramps"]["ratingValue"] == 5
    assert "ratingValue" not in ratings["#silent.a"]
    assert len(ratings) == 8


def test_it_can_stand_in_a_script_element() -> None:
    text = render(Format.CLAIMREVIEW)
    assert not set(text) & set("<>&")
    assert json.loads(text)["@graph"][2]["claimReviewed"] == HOSTILE_STATEMENT.replace("\n", " ")


def test_the_rating_is_named_in_the_language_asked_for() -> None:
    text = render(Format.CLAIMREVIEW, options=WriteOptions(language=Language.DUTCH))
    assert '"alternateName": "tegengesproken"' in text


def test_a_person_is_the_author_of_their_verdict_on_a_source_and_magcite_of_its_own_on_the_statement() -> None:
    (mood,) = [one for one in json.loads(render(Format.CLAIMREVIEW))["@graph"] if one["@id"] == "#mood.b"]
    assert mood["author"]["name"] == "magcite"
    first, second, third = (cited["review"] for cited in mood["citation"])
    assert first["author"] == {"@type": "Person", "name": "N.N."}
    assert first["reviewRating"]["alternateName"] == "partly supports"
    assert (first["datePublished"], first["reviewBody"]) == ("2026-11-20", "<b>holds</b> | in part")
    assert second["author"]["name"] == "=A.B."
    assert "author" not in third
