"""The names of a model's labels decide which number means what; where they do not tell, nothing is guessed."""

from __future__ import annotations

import pytest

from magcite.errors import UsageError
from magcite.inference.labels import Places, read_places


@pytest.mark.parametrize(
    ("names", "places"),
    [
        (("entailment", "neutral", "contradiction"), (0, 2, 1)),
        (("CONTRADICTION", "ENTAILMENT", "NEUTRAL"), (1, 0, 2)),
        (("SUPPORTS", "REFUTES", "NOT ENOUGH INFO"), (0, 1, 2)),
        (("support", "not_enough_info", "contradict"), (0, 2, 1)),
        (("refuted", "nei", "supported"), (2, 0, 1)),
    ],
)
def test_names_of_every_tradition_are_understood(names: tuple[str, ...], places: tuple[int, int, int]) -> None:
    supports, contradicts, neither = places
    expected = Places(supports=supports, contradicts=contradicts, neither=neither)
    assert read_places({str(place): name for place, name in enumerate(names)}) == expected


@pytest.mark.parametrize(
    "id2label",
    [
        None,
        [],
        {},
        {"0": "LABEL_0", "1": "LABEL_1", "2": "LABEL_2"},
        {"0": "entailment", "1": "not_entailment"},
        {"0": "entailment", "1": "entails", "2": "contradiction"},
        {"1": "entailment", "2": "neutral", "3": "contradiction"},
        {"0": "entailment", "1": "neutral", "2": "contradiction", "3": "other"},
        {"a": "entailment", "1": "neutral", "2": "contradiction"},
        {"0": 1, "1": 2, "2": 3},
    ],
)
def test_labels_that_do_not_tell_are_refused(id2label: object) -> None:
    with pytest.raises(UsageError, match="entailment, contradiction and neutral"):
        read_places(id2label)
