"""What was measured of the rules is told with them."""

from __future__ import annotations

from magcite.rules import RULES
from magcite.rules.manual import explain
from magcite.rules.measuring import Measurement, describe_precision, measurements_of


def test_a_measurement_reads_as_a_sentence_does() -> None:
    measured = Measurement(rule="small-sample", set="animals", date="2026-11-22", fired=13, right=12)
    assert str(measured).startswith("right in 12 of 13 on animal, laboratory and human studies")
    assert str(measured).endswith(", 2026-11-22")


def test_no_more_findings_are_right_than_there_are() -> None:
    measured = [one for rule in RULES for one in measurements_of(rule.id)]
    assert measured
    assert all(0 <= one.right <= one.fired and one.fired > 0 for one in measured)


def test_a_rule_that_labels_cannot_judge_says_so() -> None:
    assert describe_precision("no-such-rule") == "Measured: not yet, no labelled finding."


def test_a_rule_is_explained_with_what_was_measured() -> None:
    for rule in RULES:
        assert describe_precision(rule.id) in explain(rule)
