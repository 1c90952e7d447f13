"""Map a model's own label names to the three answers of inference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from magcite.errors import UsageError

_SUPPORTS = frozenset({"entailment", "entail", "entails", "entailed", "support", "supports", "supported", "e", "true"})
_CONTRADICTS = frozenset(
    {"contradiction", "contradict", "contradicts", "contradictory", "refute", "refutes", "refuted", "c", "false"}
)
_NEITHER = frozenset(
    {"neutral", "neither", "nei", "not enough info", "not enough information", "undetermined", "unrelated", "n"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """At which place of a model's output each answer stands."""

    supports: int
    contradicts: int
    neither: int


def read_places(id2label: object) -> Places:
    """Read the three places; UsageError where the names do not tell, since a guessed order would swap verdicts."""
    names = _names(id2label)
    found = [
        [place for place, name in names.items() if _plain(name) in words]
        for words in (_SUPPORTS, _CONTRADICTS, _NEITHER)
    ]
    if sorted(names) != [0, 1, 2] or any(len(places) != 1 for places in found):
        listed = ", ".join(names.values()) or "none"
        raise UsageError(
            f"the model's labels ({listed}) are not entailment, contradiction and neutral: magcite takes three-way "
            "models of inference whose config.json names them in id2label"
        )
    (supports,), (contradicts,), (neither,) = found
    return Places(supports=supports, contradicts=contradicts, neither=neither)


def _names(id2label: object) -> dict[int, str]:
    if not isinstance(id2label, Mapping):
        return {}
    return {int(place): str(name) for place, name in id2label.items() if str(place).isdecimal()}


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("_", " ").replace("-", " ").split())
