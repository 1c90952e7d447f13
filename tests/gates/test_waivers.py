"""Waivers set findings aside with a reason, and are themselves kept in order."""

from __future__ import annotations

from datetime import date

import pytest

from magcite.gates.waivers import WAIVER_RULES, WaiverOptions, apply_waivers
from magcite.model import Assertion, Claim, Finding, Language, Position, Severity, Waiver

KNOWN = frozenset({"small-sample", "animal-study"})
RAN = KNOWN | frozenset(WAIVER_RULES)
OPTIONS = WaiverOptions(known=KNOWN, ran=RAN)
TODAY = date(2026, 11, 22)


def _position(line: int) -> Position:
    return Position(file="f.yaml", line=line, column=1)


def _waiver(rule: str = "small-sample", until: date | None = None, line: int = 9) -> Waiver:
    return Waiver(rule=rule, reason="a pilot, named as such", by=None, until=until, position=_position(line))


def _claim(*waivers: Waiver) -> Claim:
    first = Assertion(id="a.b", text="It helps.", english=None, citations=(), position=_position(2), waivers=waivers)
    second = Assertion(id="a.c", text="It cures.", english=None, citations=(), position=_position(3))
    return Claim(id="a", title=None, locator=None, citations=(), assertions=(first, second), position=_position(1))


def _finding(rule: str = "small-sample", owner: str = "a.b") -> Finding:
    return Finding(
        rule=rule, severity=Severity.WARNING, confidence=1.0, message="…", owner=owner, position=_position(2)
    )


def _apply(claim: Claim, *findings: Finding, options: WaiverOptions = OPTIONS) -> tuple[Finding, ...]:
    return apply_waivers(claim, findings, today=TODAY, options=options)


def test_a_waived_finding_carries_the_reason_and_stays_in_the_report() -> None:
    assert [found.waived for found in _apply(_claim(_waiver()), _finding())] == ["a pilot, named as such"]


def test_a_waiver_covers_only_its_own_rule_and_its_own_statement() -> None:
    found = _apply(_claim(_waiver()), _finding(), _finding(rule="animal-study"), _finding(owner="a.c"))
    assert [finding.waived is not None for finding in found] == [True, False, False]


def test_a_waiver_covers_findings_about_the_claim_as_a_whole() -> None:
    assert [finding.waived is not None for finding in _apply(_claim(_waiver()), _finding(owner="a"))] == [True]


@pytest.mark.parametrize(("until", "holds"), [(date(2026, 11, 22), True), (date(2026, 11, 21), False)])
def test_a_waiver_holds_up_to_and_on_its_last_day(until: date, *, holds: bool) -> None:
    found = _apply(_claim(_waiver(until=until)), _finding())
    assert (found[0].waived is not None) is holds
    assert [(fault.rule, fault.severity) for fault in found[1:]] == (
        [] if holds else [("expired-waiver", Severity.ERROR)]
    )


def test_an_expired_waiver_is_an_error_at_its_own_place_also_where_nothing_is_left_to_waive() -> None:
    (fault,) = _apply(_claim(_waiver(until=date(2020, 1, 1), line=14)))
    assert (fault.rule, fault.owner, fault.position.line) == ("expired-waiver", "a.b", 14)
    assert fault.message == "the waiver of small-sample held until 2020-01-01; review it again, or remove it"


def test_a_waiver_that_covers_nothing_is_reported() -> None:
    (fault,) = _apply(_claim(_waiver()))
    assert (fault.rule, fault.severity) == ("unused-waiver", Severity.WARNING)
    assert fault.message == "the waiver of small-sample sets nothing aside any more; remove it"


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("small-samples", "there is no rule small-samples; did you mean small-sample?"),
        ("qqq", "there is no rule qqq; `magcite rules` lists them all"),
    ],
)
def test_a_waiver_of_an_unknown_rule_is_reported_with_the_nearest(rule: str, message: str) -> None:
    (fault,) = _apply(_claim(_waiver(rule=rule)))
    assert (fault.rule, fault.severity, fault.message) == ("unknown-waiver-rule", Severity.WARNING, message)


def test_no_waiver_is_called_unused_where_its_rule_did_not_run_or_a_source_could_not_be_read() -> None:
    unread = WaiverOptions(known=KNOWN, ran=RAN, unread={"a.b"})
    not_run = WaiverOptions(known=KNOWN, ran=RAN - {"small-sample"})
    assert _apply(_claim(_waiver()), options=unread) == _apply(_claim(_waiver()), options=not_run) == ()


def test_faults_of_waivers_are_left_out_where_nobody_asked_for_them() -> None:
    silent = WaiverOptions(known=KNOWN, ran=KNOWN)
    assert _apply(_claim(_waiver(), _waiver("qqq"), _waiver(until=date(2020, 1, 1))), options=silent) == ()


def test_faults_of_waivers_have_fingerprints_of_their_own() -> None:
    found = _apply(_claim(_waiver(), _waiver(), _waiver("animal-study")))
    names = [fault.fingerprint for fault in found]
    assert len(set(names)) == 3
    assert names[1] == f"{names[0]}-2"


def test_the_messages_also_speak_dutch() -> None:
    dutch = WaiverOptions(known=KNOWN, ran=RAN, language=Language.DUTCH)
    waivers = (_waiver(), _waiver("qqq"), _waiver("small-samples"), _waiver(until=date(2020, 1, 1)))
    assert [fault.message for fault in _apply(_claim(*waivers), options=dutch)] == [
        "de vrijstelling van small-sample stelt niets meer vrij; haal haar weg",
        "er is geen regel qqq; `magcite rules` noemt ze alle",
        "er is geen regel small-samples; is small-sample bedoeld?",
        "de vrijstelling van small-sample gold tot en met 2020-01-01; beoordeel haar opnieuw of haal haar weg",
    ]


def test_a_claim_without_waivers_keeps_its_findings_as_they_are() -> None:
    assert apply_waivers(_claim(), [_finding()], today=TODAY) == (_finding(),)
