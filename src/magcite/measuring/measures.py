"""What a labelled set tells: how often magcite is right, where it is wrong, and what its confidence is worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from magcite.measuring.estimates import Estimate, Pairs, accuracy, estimate, estimate_class, macro_f1
from magcite.measuring.labels import THREE, Gold, Scale
from magcite.model import StudyType, Verdict

BIN_EDGES = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Bounds of confidence between which accuracy is told; most verdicts lie above one half, so the bins do too (ours)."""
CONFUSIONS_SHOWN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One row: its labels and what was answered; no verdict counts as unclear."""

    gold: Gold
    verdict: str
    confidence: float
    study_type: str | None
    sample_size: int | None


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


def _measure_verdicts(rows: Sequence[Labelled]) -> VerdictMeasures | None:
    if not rows:
        return None
    labels = {label for row in rows for label in (row.gold.verdict, *row.gold.also)}
    scale = Scale.THREE if labels & set(THREE.values()) else Scale.FIVE
    sure_first = sorted((_pair(row, scale) for row in rows), key=lambda pair: -pair.confidence)
    pairs = [(pair.gold, pair.said) for pair in sure_first]
    bins = tuple(_bins(sure_first))
    return VerdictMeasures(
        scale=scale,
        accuracy=estimate(pairs, accuracy),
        macro_f1=estimate(pairs, macro_f1),
        f1={label: estimate_class(pairs, label) for label in _in_order({gold for gold, _ in pairs}, scale)},
        reliability=bins,
        calibration_error=sum(abs(one.accuracy.value - one.mean_confidence) * one.rows for one in bins) / len(pairs),
        confident_half=estimate(pairs[: max(1, len(pairs) // 2)], accuracy),
        confusions=_confuse(pairs),
    )


def _pair(row: Labelled, scale: Scale) -> _Pair:
    def word(label: str) -> str:
        return THREE.get(label, label) if scale is Scale.THREE else label

    said, gold = word(row.verdict), word(row.gold.verdict or "")
    return _Pair(said if said in map(word, row.gold.also) else gold, said, row.confidence)


def _in_order(labels: set[str], scale: Scale) -> list[str]:
    known = [one.value for one in Verdict] if scale is Scale.FIVE else list(dict.fromkeys(THREE.values()))
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
                accuracy=estimate([(pair.gold, pair.said) for pair in held], accuracy),
            )


def _measure_study_types(rows: Sequence[Labelled]) -> StudyTypeMeasures | None:
    if not rows:
        return None
    unknown = StudyType.UNKNOWN.value
    pairs = [(row.gold.study_type or unknown, row.study_type or unknown) for row in rows]
    return StudyTypeMeasures(accuracy=estimate(pairs, accuracy), confusions=_confuse(pairs))


def _measure_sizes(rows: Sequence[Labelled]) -> SampleSizeMeasures | None:
    if not rows:
        return None
    right = [("right", "right" if row.sample_size in row.gold.sample_sizes else "wrong") for row in rows]
    answered = [pair for pair, row in zip(right, rows, strict=True) if row.sample_size is not None]
    return SampleSizeMeasures(
        exact=estimate(right, accuracy),
        exact_when_answered=estimate(answered, accuracy) if answered else None,
    )


def _confuse(pairs: Pairs) -> tuple[Confusion, ...]:
    wrong = Counter((gold, said) for gold, said in pairs if gold != said)
    commonest = sorted(wrong.items(), key=lambda item: (-item[1], item[0]))[:CONFUSIONS_SHOWN]
    return tuple(Confusion(gold=gold, said=said, rows=number) for (gold, said), number in commonest)
