"""What `magcite accuracy` found, as a table to read and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TextIO

from magcite.formats.safe_text import fit_stream, flatten
from magcite.measuring import Confusion, Estimate, Measures, VerdictMeasures

_DIGITS = 3
_NAMES = 36
"""Columns for the names of measures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A labelled set, named so that nobody takes it for another, who read it, and what was measured."""

    set_name: str
    sha256: str
    rows: int
    reader: str
    measures: Measures


def write_table(found: Measured, out: TextIO) -> None:
    """Write the measures as lines to read."""
    for line in _lines(found):
        out.write(f"{fit_stream(line, out)}\n")


def _lines(found: Measured) -> Iterator[str]:
    yield f"set     {flatten(found.set_name)}, {found.rows} rows, sha256 {found.sha256}"
    yield f"reader  {flatten(found.reader)}"
    yield "Each figure is followed by its 95% interval and the rows it is taken over."
    measures = found.measures
    if measures.verdicts:
        yield from _verdict_lines(measures.verdicts)
    if measures.study_types:
        yield from ("", "STUDY TYPE", _line("accuracy", measures.study_types.accuracy))
        yield from _confusion_lines(measures.study_types.confusions)
    if measures.sample_sizes:
        sizes = measures.sample_sizes
        yield from ("", "SAMPLE SIZE", _line("exact, over all rows", sizes.exact))
        if sizes.exact_when_answered:
            yield _line("exact, where one was given", sizes.exact_when_answered)


def _verdict_lines(found: VerdictMeasures) -> Iterator[str]:
    yield from ("", f"VERDICT  measured on {found.scale.value}")
    yield _line("accuracy", found.accuracy)
    yield _line("macro-F1", found.macro_f1)
    for label, estimate in found.f1.items():
        yield _line(f"  F1 of {label}", estimate)
    yield _line("accuracy of the more confident half", found.confident_half)
    yield from ("", f"  {'confidence':{_NAMES - 8}}mean  accuracy")
    for one in found.reliability:
        yield _line(f"  {one.low:.1f} to {one.high:.1f}{one.mean_confidence:{_NAMES - 16}.2f}", one.accuracy)
    yield f"{'  difference on average':{_NAMES}}  {found.calibration_error:.3f}"
    yield from _confusion_lines(found.confusions)


def _line(name: str, estimate: Estimate) -> str:
    interval = f"({estimate.low:.3f} to {estimate.high:.3f})"
    return f"{name:{_NAMES}}  {estimate.value:.3f}  {interval:18}  n {estimate.rows}"


def _confusion_lines(confusions: Sequence[Confusion]) -> Iterator[str]:
    if confusions:
        yield from ("", "  commonest mistakes")
    for one in confusions:
        yield f"  {one.rows:>5}  labelled {one.gold}, read as {one.said}"


def write_json(found: Measured, out: TextIO) -> None:
    """Write the measures as one JSON object."""
    measures = found.measures
    shape: dict[str, object] = {
        "set": {"name": found.set_name, "rows": found.rows, "sha256": found.sha256},
        "reader": found.reader,
        "verdict": _verdicts_as_json(measures.verdicts) if measures.verdicts else None,
        "study_type": {
            "accuracy": _estimate(measures.study_types.accuracy),
            "confusions": _confusions(measures.study_types.confusions),
        }
        if measures.study_types
        else None,
        "sample_size": {
            "exact": _estimate(measures.sample_sizes.exact),
            "exact_when_answered": _estimate(measures.sample_sizes.exact_when_answered),
        }
        if measures.sample_sizes
        else None,
    }
    out.write(json.dumps(shape, indent=2) + "\n")


def _verdicts_as_json(found: VerdictMeasures) -> dict[str, object]:
    return {
        "scale": found.scale.name.lower(),
        "accuracy": _estimate(found.accuracy),
        "macro_f1": _estimate(found.macro_f1),
        "f1": {label: _estimate(estimate) for label, estimate in found.f1.items()},
        "accuracy_of_confident_half": _estimate(found.confident_half),
        "reliability": [
            {
                "from": one.low,
                "to": one.high,
                "mean_confidence": round(one.mean_confidence, _DIGITS),
                "accuracy": _estimate(one.accuracy),
            }
            for one in found.reliability
        ],
        "calibration_error": round(found.calibration_error, _DIGITS),
        "confusions": _confusions(found.confusions),
    }


def _estimate(estimate: Estimate | None) -> dict[str, object] | None:
    if estimate is None:
        return None
    interval = [round(estimate.low, _DIGITS), round(estimate.high, _DIGITS)]
    return {"value": round(estimate.value, _DIGITS), "interval": interval, "rows": estimate.rows}


def _confusions(confusions: Sequence[Confusion]) -> list[dict[str, object]]:
    return [{"gold": one.gold, "said": one.said, "rows": one.rows} for one in confusions]
