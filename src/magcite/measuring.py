"""Measure verdicts and readings against a user's own labels, with intervals that say how much the rows can tell.

Pure: labels and answers in, measures out. Intervals are 95 % percentile bootstraps over the rows with a fixed seed, so
that the same rows give the same figures.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from magcite.model import StudyType, Verdict

ROUNDS = 500
"""Resamples; the ends of the intervals move by less than their own width in a hundred from here on (ours)."""
SEED = 7
BIN_EDGES = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Bounds of confidence between which accuracy is told; most verdicts lie above one half, so the bins do too (ours)."""
CONFUSIONS_SHOWN = 6


class GoldError(ValueError):
    """A label is missing or is none of the known ones; the message says which."""


class Scale(Enum):
    """The labels that rows are measured on: magcite's five verdicts, or the three of sets for fact checking."""

    FIVE = "five verdicts"
    THREE = "SUPPORT, CONTRADICT, NEI"


_THREE = {
    Verdict.SUPPORTS.value: "SUPPORT",
    Verdict.PARTIAL.value: "SUPPORT",
    Verdict.CONTRADICTS.value: "CONTRADICT",
    Verdict.UNRELATED.value: "NEI",
    Verdict.UNCLEAR.value: "NEI",
}
_STUDY_TYPES = frozenset(one.value for one in StudyType)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """The labels of one row. `also` holds verdicts that count as right too; None is not labelled."""

    verdict: str | None
    also: frozenset[str] = frozenset()
    study_type: str | None = None
    sample_sizes: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One row: its labels and what was answered; no verdict counts as unclear."""

    gold: Gold
    verdict: str
    confidence: float
    study_type: str | None
    sample_size: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A measure between 0 and 1 with the 95 % interval that the rows allow, and the rows it is taken over."""

    value: float
    low: float
    high: float
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """The rows whose confidence lies from `low` to below `high` (the last: up to and with it)."""

    low: float
    high: float
    rows: int
    mean_confidence: float
    accuracy: Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """How often one label was answered by another."""

    gold: str
    said: str
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictMeasures:
    """How well the verdicts agree with the labels, and whether the confidence means what it says."""

    scale: Scale
    accuracy: Estimate
    macro_f1: Estimate
    f1: Mapping[str, Estimate]
    reliability: tuple[Bin, ...]
    calibration_error: float
    confident_half: Estimate
    confusions: tuple[Confusion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyTypeMeasures:
    """How often the study type is the one labelled."""

    accuracy: Estimate
    confusions: tuple[Confusion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleSizeMeasures:
    """How often the sample size is one of those labelled: over all rows, and over those with an answer."""

    exact: Estimate
    exact_when_answered: Estimate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """All that a labelled set can tell; None where it has no such labels."""

    verdicts: VerdictMeasures | None
    study_types: StudyTypeMeasures | None
    sample_sizes: SampleSizeMeasures | None


def read_gold(row: Mapping[str, object]) -> Gold:
    """Read the labels of a row; GoldError says what is wrong with them."""
    gold = row.get("gold")
    if not isinstance(gold, Mapping):
        raise GoldError("`gold` is missing: each row needs an object with `verdict`, `study_type` or `sample_size`")
    verdict = gold.get("verdict")
    study_type = gold.get("study_type")
    if study_type is not None and (not isinstance(study_type, str) or study_type not in _STUDY_TYPES):
        raise GoldError(f"`gold.study_type` {study_type!r} is none of {', '.join(sorted(_STUDY_TYPES))}")
    read = Gold(
        verdict=None if verdict is None else _read_verdict(verdict),
        also=frozenset(map(_read_verdict, _as_list(gold.get("also")))),
        study_type=study_type,
        sample_sizes=frozenset(map(_read_number, _as_list(gold.get("sample_size")))),
    )
    if read.verdict is None and read.study_type is None and not read.sample_sizes:
        raise GoldError("`gold` holds none of `verdict`, `study_type` and `sample_size`")
    return read


def _as_list(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _read_verdict(value: object) -> str:
    if not isinstance(value, str) or value not in {*_THREE, *_THREE.values()}:
        raise GoldError(f"`gold.verdict` {value!r} is none of {', '.join((*_THREE, 'SUPPORT', 'CONTRADICT', 'NEI'))}")
    return value


def _read_number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise GoldError(f"`gold.sample_size` {value!r} is no whole number, nor a list of them")
    return value


def set_beside(gold: Gold, answer: Mapping[str, object]) -> Labelled:
    """Set the labels of a row beside the answer that the batch gave for it."""
    verdict, confidence = answer.get("verdict"), answer.get("confidence")
    study_type, size = answer.get("study_type"), answer.get("sample_size")
    return Labelled(
        gold=gold,
        verdict=verdict if isinstance(verdict, str) else Verdict.UNCLEAR.value,
        confidence=float(confidence) if isinstance(confidence, int | float) else 0.0,
        study_type=study_type if isinstance(study_type, str) else None,
        sample_size=size if isinstance(size, int) else None,
    )


def measure(rows: Sequence[Labelled]) -> Measures:
    """Measure whatever the rows have labels for."""
    return Measures(
        verdicts=_measure_verdicts([row for row in rows if row.gold.verdict is not None]),
        study_types=_measure_study_types([row for row in rows if row.gold.study_type is not None]),
        sample_sizes=_measure_sizes([row for row in rows if row.gold.sample_sizes]),
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    """One label and one answer in the words of the scale; an answer in `also` has become the label."""

    gold: str
    said: str
    confidence: float


_Pairs = Sequence[tuple[str, str]]


def _measure_verdicts(rows: Sequence[Labelled]) -> VerdictMeasures | None:
    if not rows:
        return None
    labels = {label for row in rows for label in (row.gold.verdict, *row.gold.also)}
    scale = Scale.THREE if labels & set(_THREE.values()) else Scale.FIVE
    sure_first = sorted((_pair(row, scale) for row in rows), key=lambda pair: -pair.confidence)
    pairs = [(pair.gold, pair.said) for pair in sure_first]
    bins = tuple(_bins(sure_first))
    return VerdictMeasures(
        scale=scale,
        accuracy=_estimate(pairs, _accuracy),
        macro_f1=_estimate(pairs, _macro_f1),
        f1={label: _estimate_class(pairs, label) for label in _in_order({gold for gold, _ in pairs}, scale)},
        reliability=bins,
        calibration_error=sum(abs(one.accuracy.value - one.mean_confidence) * one.rows for one in bins) / len(pairs),
        confident_half=_estimate(pairs[: max(1, len(pairs) // 2)], _accuracy),
        confusions=_confuse(pairs),
    )


def _pair(row: Labelled, scale: Scale) -> _Pair:
    def word(label: str) -> str:
        return _THREE.get(label, label) if scale is Scale.THREE else label

    said, gold = word(row.verdict), word(row.gold.verdict or "")
    return _Pair(said if said in map(word, row.gold.also) else gold, said, row.confidence)


def _in_order(labels: set[str], scale: Scale) -> list[str]:
    known = [one.value for one in Verdict] if scale is Scale.FIVE else list(dict.fromkeys(_THREE.values()))
    return [label for label in known if label in labels]


def _bins(pairs: Sequence[_Pair]) -> Iterable[Bin]:
    """Yield the bins that hold rows, the least sure first."""
    for low, high in pairwise(BIN_EDGES):
        held = [pair for pair in pairs if low <= pair.confidence < high or (high == 1.0 == pair.confidence)]
        if held:
            yield Bin(
                low=low,
                high=high,
                rows=len(held),
                mean_confidence=sum(pair.confidence for pair in held) / len(held),
                accuracy=_estimate([(pair.gold, pair.said) for pair in held], _accuracy),
            )


def _measure_study_types(rows: Sequence[Labelled]) -> StudyTypeMeasures | None:
    if not rows:
        return None
    unknown = StudyType.UNKNOWN.value
    pairs = [(row.gold.study_type or unknown, row.study_type or unknown) for row in rows]
    return StudyTypeMeasures(accuracy=_estimate(pairs, _accuracy), confusions=_confuse(pairs))


def _measure_sizes(rows: Sequence[Labelled]) -> SampleSizeMeasures | None:
    if not rows:
        return None
    right = [("right", "right" if row.sample_size in row.gold.sample_sizes else "wrong") for row in rows]
    answered = [pair for pair, row in zip(right, rows, strict=True) if row.sample_size is not None]
    return SampleSizeMeasures(
        exact=_estimate(right, _accuracy),
        exact_when_answered=_estimate(answered, _accuracy) if answered else None,
    )


_Counts = Mapping[tuple[str, str], int]


def _estimate(pairs: _Pairs, measure_counts: Callable[[_Counts], float]) -> Estimate:
    """Take a measure over the pairs, and over resamples of them for its interval."""
    dice = random.Random(SEED)
    drawn = sorted(measure_counts(Counter(dice.choices(pairs, k=len(pairs)))) for _ in range(ROUNDS))
    return Estimate(
        value=measure_counts(Counter(pairs)),
        low=drawn[int(ROUNDS * 0.025)],
        high=drawn[int(ROUNDS * 0.975)],
        rows=len(pairs),
    )


def _estimate_class(pairs: _Pairs, label: str) -> Estimate:
    found = _estimate(pairs, lambda counts: _f1(counts, label))
    return Estimate(value=found.value, low=found.low, high=found.high, rows=sum(gold == label for gold, _ in pairs))


def _accuracy(counts: _Counts) -> float:
    return sum(number for (gold, said), number in counts.items() if gold == said) / sum(counts.values())


def _f1(counts: _Counts, label: str) -> float:
    named = sum(number * ((gold == label) + (said == label)) for (gold, said), number in counts.items())
    return 2 * counts.get((label, label), 0) / named if named else 0.0


def _macro_f1(counts: _Counts) -> float:
    """Average F1 over the labels that the rows have, each counting the same however rare."""
    labels = sorted({gold for gold, _ in counts})
    return sum(_f1(counts, label) for label in labels) / len(labels)


def _confuse(pairs: _Pairs) -> tuple[Confusion, ...]:
    wrong = Counter((gold, said) for gold, said in pairs if gold != said)
    commonest = sorted(wrong.items(), key=lambda item: (-item[1], item[0]))[:CONFUSIONS_SHOWN]
    return tuple(Confusion(gold=gold, said=said, rows=number) for (gold, said), number in commonest)
