"""A learned model is asked about a passage and its sentences and has its say; what the table decides stands."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from magcite.model import Verdict
from magcite.readers.article import read_article
from magcite.readers.support import judge_support
from magcite.readers.support.decision import TableSays
from magcite.readers.support.learned import (
    Pooling,
    choose_answer,
    pool,
    read_poolings,
    read_poolings_beside_table,
)
from magcite.readers.support.telling import SENTENCES
from magcite.readers.support.weights import LABELS, Chances
from tests.readers.support.invented import article
from tests.readers.support.verdicts import SUPPORTING

EVEN = Chances.given([1, 1, 1])


def only(label: str) -> Chances:
    """Give an answer nine tenths of the probability."""
    return Chances.given([0.9 if one == label else 0.05 for one in LABELS])


CLAIM = "Otters that were given pebbles juggled longer than otters without."
SAID = "Juggling lasted longer in the otters given pebbles than in the others."
JUGGLING = article(
    "Pebbles and juggling in otters",
    ("METHODS", "Thirty otters were given pebbles or nothing. A keeper timed them. She wore a hat."),
    ("RESULTS", f"{SAID} Juggling of fish was not timed. Otters with pebbles slept as long."),
    ("CONCLUSIONS", "Pebbles lengthen juggling."),
)
SLEEP = "Magnesium improves sleep."


class Scorer:
    """Gives the scores set for a passage that holds the words and no more than so many; else it finds nothing."""

    def __init__(self, words: str, scores: tuple[float, float, float], longest: int = 10_000) -> None:
        self._words, self._scores, self._longest = words, scores, longest
        self.asked: list[str] = []

    def score_each(self, statement: str, passages: Sequence[str]) -> list[tuple[float, float, float]]:
        self.asked += passages
        return [self._score(passage) for passage in passages]

    def _score(self, passage: str) -> tuple[float, float, float]:
        fits = self._words in passage and len(passage) <= self._longest
        return self._scores if fits else (0.02, 0.02, 0.96)


def test_the_model_is_shown_title_and_sentences_in_the_order_of_the_text() -> None:
    scorer = Scorer("", (0.9, 0.05, 0.05))
    judge_support(CLAIM, JUGGLING, scorer=scorer)
    passage = max(scorer.asked, key=len)
    assert passage.startswith("Pebbles and juggling in otters. ")
    assert passage.index(SAID) < passage.index("Pebbles lengthen juggling.")
    assert "hat" not in passage
    assert len(scorer.asked) <= 1 + SENTENCES


def test_a_model_sure_of_support_is_believed_and_its_sentence_quoted() -> None:
    read = judge_support(CLAIM, JUGGLING, scorer=Scorer("longer", (0.97, 0.01, 0.02)))
    assert read is not None
    assert read.fact.value is Verdict.SUPPORTS
    assert read.fact.quote is not None
    assert read.fact.quote.text == SAID


def test_of_two_telling_sentences_the_one_that_the_model_finds_to_give_the_answer_is_quoted() -> None:
    source = article(
        "Pebbles in otters",
        ("RESULTS", "Otters given pebbles juggled for 9 minutes. Otters given pebbles juggled longer than before."),
    )
    quoted = []
    for words in ("9 minutes", "than before"):
        read = judge_support(CLAIM, source, scorer=Scorer(words, (0.97, 0.01, 0.02)))
        assert read is not None
        assert read.fact.quote is not None
        quoted.append(words in read.fact.quote.text)
    assert quoted == [True, True]


@pytest.mark.parametrize("form", sorted(read_poolings()))
@pytest.mark.parametrize("label", LABELS)
def test_the_surer_any_voice_is_of_an_answer_the_likelier_it_becomes(label: str, form: str) -> None:
    silent = {"rules": EVEN, "written": EVEN, "passage": EVEN, "sentences": EVEN}
    before = pool(silent, read_poolings()[form]).of(label)
    for voice in silent:
        assert pool(silent | {voice: only(label)}, read_poolings()[form]).of(label) >= before
    assert pool(dict.fromkeys(silent, only(label)), read_poolings()[form]).of(label) > before


def test_every_form_hears_rules_and_model() -> None:
    for pooling in read_poolings().values():
        assert pooling.say["rules"] > 0
        assert pooling.say["passage"] + pooling.say["sentences"] > 0


def test_leaning_raises_the_rare_answer_and_leaves_its_probability() -> None:
    chances = Chances(supports=0.5, contradicts=0.45, neither=0.05)
    leaning = Pooling(say={}, constant={}, leaning={"SUPPORT": 0.0, "CONTRADICT": 0.5, "NEI": 0.0})
    assert choose_answer(chances, leaning) == "CONTRADICT"
    assert chances.of("CONTRADICT") == 0.45


def test_an_article_with_nothing_but_a_title_sentence_to_show_is_judged_all_the_same() -> None:
    read = judge_support(CLAIM, article(None, ("", "Otters.")), scorer=Scorer("", (0.3, 0.3, 0.4)))
    assert read is not None


def test_a_model_that_finds_nothing_makes_the_verdict_less_sure() -> None:
    alone = judge_support(CLAIM, JUGGLING)
    beside = judge_support(CLAIM, JUGGLING, scorer=Scorer("no such words", (1.0, 0.0, 0.0)))
    assert alone is not None
    assert beside is not None
    assert beside.fact.value in {Verdict.UNRELATED, Verdict.UNCLEAR} or beside.fact.confidence < alone.fact.confidence


RESULT = "Magnesium improved sleep compared with placebo (P = 0.01)."
TOLD = article("Magnesium and sleep: a trial", ("RESULTS", RESULT))


def test_a_model_makes_what_the_table_read_more_or_less_sure() -> None:
    sure, unsure = (
        judge_support(SLEEP, TOLD, scorer=Scorer("", scores)) for scores in ((0.9, 0.05, 0.05), (0.3, 0.35, 0.35))
    )
    assert sure is not None
    assert unsure is not None
    assert sure.fact.value in SUPPORTING
    assert unsure.fact.value is sure.fact.value
    assert unsure.fact.confidence < sure.fact.confidence


def test_a_result_that_the_table_read_is_not_held_for_untold() -> None:
    read = judge_support(SLEEP, TOLD, scorer=Scorer("", (0.01, 0.01, 0.98)))
    assert read is not None
    assert read.fact.value in SUPPORTING


def test_a_model_very_sure_of_the_opposite_overrules_the_table_and_says_so() -> None:
    read = judge_support(SLEEP, TOLD, scorer=Scorer("", (0.001, 0.998, 0.001)))
    assert read is not None
    assert read.fact.value is Verdict.CONTRADICTS
    assert "learned model" in read.fact.basis
    assert "the table reads: the result goes the claimed way" in read.fact.basis


def test_that_some_studies_found_nothing_no_model_overrules() -> None:
    none = article("Magnesium and sleep: a trial", ("RESULTS", "Magnesium did not improve sleep (P = 0.71)."))
    read = judge_support("Some studies found no effect of magnesium on sleep.", none, scorer=Scorer("", (0, 1, 0)))
    assert read is not None
    assert read.fact.value in SUPPORTING


def test_where_a_row_stands_alone_no_model_is_asked() -> None:
    left_out = article("Magnesium and cramps: a trial", ("RESULTS", "Cramps were fewer. Sleep was not assessed."))
    scorer = Scorer("", (0.0, 1.0, 0.0))
    read = judge_support(SLEEP, left_out, scorer=scorer)
    assert read is not None
    assert read.fact.value is Verdict.UNCLEAR
    assert scorer.asked == []


@pytest.mark.parametrize("says", TableSays)
def test_each_thing_that_the_table_may_say_has_its_pooling(says: TableSays) -> None:
    pooling = read_poolings_beside_table()[says.value]
    assert set(pooling.constant) == set(LABELS)
    assert pooling.say["passage"] + pooling.say["sentences"] > 0


def test_a_review_is_shown_to_the_model_as_fully_as_any_article() -> None:
    review = article(
        "Pebbles and juggling in otters: a narrative review",
        "We discuss what is known of otters. Juggling lasted longer with pebbles in three reports.",
        types=("Review",),
    )
    scorer = Scorer("", (0.9, 0.05, 0.05))
    judge_support(CLAIM, review, read_article(review), scorer)
    assert "Juggling lasted longer with pebbles in three reports." in max(scorer.asked, key=len)


UNREAD = article(
    "Magnesium and sleep in invented adults: a randomised trial",
    ("METHODS", "Forty adults took magnesium or placebo for eight weeks."),
    (
        "RESULTS",
        "Sleep came to 7.4 hours in one group, and the mattress was judged to be adequate by the investigators.",
    ),
)
"""A source on the topic whose result the table cannot read."""


def test_where_the_table_can_read_no_result_a_model_that_is_sure_of_one_is_heard() -> None:
    alone, heard, silent = (
        judge_support(SLEEP, UNREAD, scorer=scorer)
        for scorer in (None, Scorer("", (0.97, 0.01, 0.02)), Scorer("", (0.01, 0.01, 0.98)))
    )
    assert alone is not None
    assert heard is not None
    assert silent is not None
    assert alone.fact.value is silent.fact.value is Verdict.UNCLEAR
    assert heard.fact.value is Verdict.SUPPORTS
    assert "learned model" in heard.fact.basis
    assert "learned model" not in silent.fact.basis


def test_a_sentence_on_the_methods_tells_a_model_nothing() -> None:
    methods_only = article(UNREAD.title, ("METHODS", "Forty adults took magnesium or placebo, and sleep was measured."))
    judged = judge_support(SLEEP, methods_only, scorer=Scorer("", (0.97, 0.01, 0.02)))
    assert judged is not None
    assert judged.fact.value is Verdict.UNCLEAR


STATEMENTS = ("Magnesium shortens hospital stays.", "Magnesium cures hiccups.")


@pytest.mark.parametrize("statement", STATEMENTS)
@pytest.mark.parametrize("scorer", [None, Scorer("", (0.01, 0.39, 0.6))])
def test_a_source_that_has_no_other_word_of_a_statement_is_about_something_else(
    statement: str, scorer: Scorer | None
) -> None:
    judged = judge_support(statement, UNREAD, scorer=scorer)
    assert judged is not None
    assert judged.fact.value is Verdict.UNRELATED


def test_a_model_that_is_sure_is_heard_where_a_source_has_no_other_word_of_a_statement() -> None:
    judged = judge_support("Magnesium cures hiccups.", UNREAD, scorer=Scorer("", (0.01, 0.97, 0.02)))
    assert judged is not None
    assert judged.fact.value is not Verdict.UNRELATED
