"""Ask a learned model of inference and weigh what it says together with what the rules read.

The model sees the statement beside one passage, title and most telling sentences in the order of the text, and beside
each of those sentences alone. What it says of them and what the fitted weights make of the rules' readings are pooled,
with weights fitted on abstracts that neither was fitted on: so the probabilities can be believed as far as the table in
docs/accuracy.md shows.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from magcite.readers.support.featuring import Features
from magcite.readers.support.passages import Passage, Prepared
from magcite.readers.support.telling import choose_telling, join_telling
from magcite.readers.support.weights import LABELS, Chances, PairScorer, weigh_features

LEAST = 0.002
"""Probability below which the logarithm of one says no more (ours)."""
SENTENCES_ASKED = 3
"""How many of the most telling sentences the model is asked about one by one (ours: each costs a few milliseconds)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pooling:
    """How opinions on statements of one form are pooled: each voice's weight, and two figures for each of LABELS."""

    say: Mapping[str, float]
    constant: Mapping[str, float]
    leaning: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What a model said of a passage, and of each of its most telling sentences alone."""

    passage: Chances
    sentences: tuple[Chances, ...]


def ask_model(
    scorer: PairScorer, statement: str, title: str | None, prepared: Prepared, told: Sequence[Passage]
) -> Heard:
    """Ask a model about the passage and its most telling sentences; `told` are those of the article, in that order."""
    passages = [join_telling(title, choose_telling(prepared, told))]
    passages += [one.sentence.text for one in told[:SENTENCES_ASKED]]
    whole, *alone = map(Chances.given, scorer.score_each(statement, passages))
    return Heard(passage=whole, sentences=tuple(alone))


def list_voices(read: Features, form: str, heard: Heard) -> dict[str, Chances]:
    """Name those who have a say: the rules twice, the model on the passage, and it on the most telling sentences.

    The rules' readings are weighed by what was fitted on statements of this form, and on those written in plain words.
    One sentence is enough to support or to contradict; only where none does, do the sentences say neither.
    """
    voices = {
        "rules": weigh_features(read, form),
        "written": weigh_features(read, "written"),
        "passage": heard.passage,
    }
    if heard.sentences:
        supports, contradicts = (max(said.of(label) for said in heard.sentences) for label in LABELS[:2])
        voices["sentences"] = Chances.given([supports, contradicts, min(said.neither for said in heard.sentences)])
    return voices


def pool(voices: Mapping[str, Chances], pooling: Pooling) -> Chances:
    """Pool opinions: the weighted sum of the logarithms of what each gives an answer, with a constant for each answer.

    A logarithmic opinion pool (Genest and Zidek, Statistical Science 1986;1:114): an answer that one voice holds to be
    next to impossible stays unlikely, and voices that say nothing change nothing.
    """
    return Chances.of_sums(
        [
            pooling.constant[label]
            + math.fsum(pooling.say[name] * log_chance(voices[name].of(label)) for name in sorted(voices))
            for label in LABELS
        ]
    )


def choose_answer(chances: Chances, pooling: Pooling) -> str:
    """Choose an answer: the likeliest, after leaning towards rare answers as far as the fit says.

    The probabilities stay what they are: an answer may be chosen at less than one half, and its confidence says so.
    """
    return max(LABELS, key=lambda label: log_chance(chances.of(label)) + pooling.leaning[label])


@cache
def read_poolings() -> dict[str, Pooling]:
    """Read the fitted pooling of each form of statement."""
    return _read_fitted("weights_learned.json")


@cache
def read_poolings_beside_table() -> dict[str, Pooling]:
    """Read the fitted pooling beside each thing that the table may say, which its constants stand for."""
    return _read_fitted("weights_beside_table.json")


def _read_fitted(name: str) -> dict[str, Pooling]:
    text = files("magcite.readers.support").joinpath(name).read_text(encoding="utf-8")
    return {key: Pooling(**fitted) for key, fitted in json.loads(text)["pooling"].items()}


def log_chance(chance: float) -> float:
    """Give the logarithm of a probability, those below LEAST all alike."""
    return math.log(max(chance, LEAST))
