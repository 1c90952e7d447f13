"""Weigh a case: what the rules read of it, and what a learned model says where there is one, pooled."""

from __future__ import annotations

import math
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
from magcite.readers.support.telling import weigh_telling
from magcite.readers.support.weights import NEITHER, Chances, PairScorer, weigh_without_model

BEARS_OUT = 0.5
"""Weight of how far a model holds that a sentence alone gives the answer, beside how telling it is (ours; by the
sentences that people marked, and that written statements rest on, in abstracts kept aside)."""
LEAST_BORNE_OUT = 0.02
"""Probability below which a sentence bears an answer out no less (ours)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """What the weights make of a case: the readings, what a model said if one was asked, and the answer chosen.

    `told` are the sentences, the most telling first, each after the weight it tells with.
    """

    read: Features
    told: tuple[tuple[float, Passage], ...]
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
        """Give the most telling sentence, one that a model finds to give the answer first; else the title."""
        if not self.told:
            return self.read.best
        if not self.heard or self.answer == NEITHER:
            return self.told[0][1]
        borne_out = [
            weight + BEARS_OUT * math.log(max(said.of(self.answer), LEAST_BORNE_OUT))
            for (weight, _), said in zip(self.told, self.heard.sentences, strict=False)
        ]
        return self.told[borne_out.index(max(borne_out))][1]


def weigh_case(case: Case, scorer: PairScorer | None, says: TableSays | None = None) -> Weighing:
    """Weigh the rules' readings, together with what a learned model says where there is one.

    What the table says, where it says something, is pooled with them.
    """
    frame, prepared = case.frame, prepare(case.article, reviews=False)
    read, told = read_features(frame, prepared), weigh_telling(frame, prepared)
    form = choose_weights(frame, case.prepared)
    if scorer is None:
        rules = weigh_without_model(read, form)
        return Weighing(read=read, told=told, heard=None, chances=rules, answer=rules.likeliest)
    pooling = read_poolings_beside_table()[says.value] if says else read_poolings()[form]
    heard = ask_model(scorer, frame.text, case.article.title, prepared, [passage for _, passage in told])
    chances = pool(list_voices(read, form, heard), pooling)
    return Weighing(read=read, told=told, heard=heard, chances=chances, answer=choose_answer(chances, pooling))
