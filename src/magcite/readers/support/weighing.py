"""Weigh a case: what the rules read of it, and what a learned model says where there is one, pooled."""

from __future__ import annotations

from dataclasses import dataclass

from magcite.readers.support.case import Case
from magcite.readers.support.decision import TableSays
from magcite.readers.support.featuring import Features, choose_weights, read_features
from magcite.readers.support.learned import (
    Heard,
    ask_model,
    choose_answer,
    list_voices,
    pool,
    read_poolings,
    read_poolings_beside_table,
)
from magcite.readers.support.passages import Passage, prepare
from magcite.readers.support.telling import rank_telling
from magcite.readers.support.weights import Chances, PairScorer, weigh_features


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """What the weights make of a case: the readings, what a model said if one was asked, and the answer chosen."""

    read: Features
    told: tuple[Passage, ...]
    heard: Heard | None
    chances: Chances
    answer: str

    @property
    def confidence(self) -> float:
        """Give the probability of the answer chosen."""
        return self.chances.of(self.answer)

    def tell(self, row: str) -> str:
        """Say what was found, and who found it where a model had a say."""
        return f"{row} (rules and learned model together)" if self.heard else row

    @property
    def quoted(self) -> Passage:
        """Give the most telling sentence; the title only where there is nothing else."""
        return self.told[0] if self.told else self.read.best


def weigh_case(case: Case, scorer: PairScorer | None, says: TableSays | None = None) -> Weighing:
    """Weigh the rules' readings, together with what a learned model says where there is one.

    What the table says, where it says something, is pooled with them.
    """
    frame, prepared = case.frame, prepare(case.article, reviews=False)
    read, told = read_features(frame, prepared), rank_telling(frame, prepared)
    form = choose_weights(frame, case.prepared)
    rules = weigh_features(read, form)
    if scorer is None:
        return Weighing(read=read, told=told, heard=None, chances=rules, answer=rules.likeliest)
    pooling = read_poolings_beside_table()[says.value] if says else read_poolings()[form]
    heard = ask_model(scorer, frame.text, case.article.title, prepared, told)
    chances = pool(list_voices(rules, heard), pooling)
    return Weighing(read=read, told=told, heard=heard, chances=chances, answer=choose_answer(chances, pooling))
