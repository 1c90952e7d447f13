"""The sentence that a person would point to comes first, and is the one that is quoted."""

from __future__ import annotations

from magcite.model import Verdict
from magcite.readers.support import judge_support
from magcite.readers.support.featuring import read_features
from magcite.readers.support.learned import Heard, list_voices
from magcite.readers.support.passages import prepare
from magcite.readers.support.statement import parse_statement
from magcite.readers.support.telling import rank_telling
from magcite.readers.support.weights import Chances
from tests.readers.support.invented import article

CLAIM = "Otters that juggle pebbles find 40% more crabs."
TITLE = "Juggling and crabs in otters"
AIM = "We asked whether otters that juggle pebbles find more crabs."
FOUND = "Jugglers found 40% more crabs than otters that kept their pebbles in a pocket."
OTTERS = article(TITLE, f"{AIM} Sixty otters were watched from a hide. {FOUND} Two otters lost a pebble.")


def ranked(statement: str) -> list[str]:
    prepared = prepare(OTTERS, reviews=False)
    return [passage.sentence.text for passage in rank_telling(parse_statement(statement), prepared)]


def test_what_was_found_is_more_telling_than_what_was_asked() -> None:
    assert ranked(CLAIM)[0] == FOUND


def test_a_title_is_not_ranked() -> None:
    assert TITLE not in ranked(CLAIM)
    assert len(ranked(CLAIM)) == 4


def test_the_sentence_with_the_number_of_the_statement_is_more_telling_for_it() -> None:
    other = "Otters with a pebble dive 17% deeper."
    told = article(
        "Otters", "Otters with a pebble dive for mussels. Otters dive 17% deeper with one. They rest at noon."
    )
    ranks = rank_telling(parse_statement(other), prepare(told, reviews=False))
    assert "17%" in ranks[0].sentence.text


def test_the_most_telling_sentence_is_quoted() -> None:
    read = judge_support(CLAIM, OTTERS)
    assert read is not None
    assert read.fact.quote is not None
    assert read.fact.quote.text == FOUND


def test_one_sentence_is_enough_to_support_and_all_must_be_silent_to_say_neither() -> None:
    sure, silent = Chances.given([0.9, 0.05, 0.05]), Chances.given([0.02, 0.02, 0.96])
    heard = Heard(passage=silent, sentences=(silent, sure, silent))
    read = read_features(parse_statement(CLAIM), prepare(OTTERS, reviews=False))
    assert list_voices(read, "plain", heard)["sentences"].likeliest == "SUPPORT"


def test_a_source_that_lacks_most_of_what_the_statement_says_of_its_nutrient_is_unrelated() -> None:
    told = article("Zinc and moult in hens: a trial", "Zinc shortened the moult of hens. The hens ate more.")
    read = judge_support("Zinc sharpens the hearing of bats.", told)
    assert read is not None
    assert read.fact.value is Verdict.UNRELATED
