"""The labels that users give their rows, read and checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from magcite.model import StudyType, Verdict


class GoldError(ValueError):
    """A label is missing or is none of the known ones; the message says which."""


class Scale(Enum):
    """The labels that rows are measured on: magcite's five verdicts, or the three of sets for fact checking."""

    FIVE = "five verdicts"
    THREE = "SUPPORT, CONTRADICT, NEI"


THREE = {
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
    if not isinstance(value, str) or value not in {*THREE, *THREE.values()}:
        raise GoldError(f"`gold.verdict` {value!r} is none of {', '.join((*THREE, 'SUPPORT', 'CONTRADICT', 'NEI'))}")
    return value


def _read_number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise GoldError(f"`gold.sample_size` {value!r} is no whole number, nor a list of them")
    return value
