"""Set aside the findings that an editor waived with a reason, and find the waivers that no longer make sense."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches

from magcite.gates.fingerprints import fingerprint
from magcite.model import Assertion, Claim, Finding, Language, Severity, Waiver

UNKNOWN_RULE = "unknown-waiver-rule"
EXPIRED = "expired-waiver"
UNUSED = "unused-waiver"

WAIVER_RULES: Mapping[str, tuple[Severity, str]] = {
    UNKNOWN_RULE: (Severity.WARNING, "a waiver names a rule that does not exist"),
    EXPIRED: (Severity.ERROR, "a waiver has passed its last day"),
    UNUSED: (Severity.WARNING, "a waiver sets nothing aside any more"),
}
"""The faults that waivers themselves can have, with severity and summary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiverOptions:
    """What waivers are judged by, beside the day.

    `known` holds the ids of all rules there are, and `ran` of those asked for in this run, the three of this module
    included. `unread` holds the ids of statements of which a source could not be read: no waiver of theirs is called
    unused. `language` is that of the messages.
    """

    known: Collection[str]
    ran: Collection[str]
    unread: Collection[str] = field(default_factory=frozenset)
    language: Language = Language.ENGLISH


def apply_waivers(
    claim: Claim, findings: Iterable[Finding], *, today: date, options: WaiverOptions | None = None
) -> tuple[Finding, ...]:
    """Mark the findings of one claim that are waived, and add what is wrong with the waivers themselves.

    A waiver covers the findings of its own statement, and those of the claim as a whole, for a claim has no waivers of
    its own. Without `options` every rule is taken to have looked at the claim.
    """
    chosen = options or _all_rules()
    given = tuple(findings)
    kept = tuple(_waive(finding, claim, today) for finding in given)
    faults: list[Finding] = []
    for assertion in claim.assertions:
        for waiver in assertion.waivers:
            fault = _fault_of(waiver, today, chosen) or _unused(waiver, assertion, claim, given, chosen)
            if fault in chosen.ran:
                faults.append(_finding(fault, waiver, assertion, chosen))
    return (*kept, *_numbered(faults))


def set_waived_aside(claim: Claim, findings: Iterable[Finding], today: date) -> tuple[Finding, ...]:
    """Mark findings that are waived, and look no further at the waivers: for findings that come after the audit."""
    return tuple(_waive(finding, claim, today) for finding in findings)


def _all_rules() -> WaiverOptions:
    from magcite.rules import RULES

    known = frozenset(rule.id for rule in RULES)
    return WaiverOptions(known=known, ran=known | frozenset(WAIVER_RULES))


def _holds(waiver: Waiver, today: date) -> bool:
    return waiver.until is None or today <= waiver.until


def _waive(finding: Finding, claim: Claim, today: date) -> Finding:
    """Put the reason of the first waiver that covers a finding on it."""
    for assertion in claim.assertions:
        for waiver in assertion.waivers:
            if _holds(waiver, today) and _covers(waiver, assertion, claim, finding):
                return replace(finding, waived=waiver.reason)
    return finding


def _covers(waiver: Waiver, assertion: Assertion, claim: Claim, finding: Finding) -> bool:
    return waiver.rule == finding.rule and finding.owner in {assertion.id, claim.id}


def _fault_of(waiver: Waiver, today: date, options: WaiverOptions) -> str:
    """Give the rule that a waiver breaks whatever was found; an empty text where it breaks none."""
    if waiver.rule not in options.known:
        return UNKNOWN_RULE
    return "" if _holds(waiver, today) else EXPIRED


def _unused(
    waiver: Waiver, assertion: Assertion, claim: Claim, findings: Sequence[Finding], options: WaiverOptions
) -> str:
    if waiver.rule not in options.ran or assertion.id in options.unread:
        return ""
    return "" if any(_covers(waiver, assertion, claim, finding) for finding in findings) else UNUSED


def _finding(fault: str, waiver: Waiver, assertion: Assertion, options: WaiverOptions) -> Finding:
    return Finding(
        rule=fault,
        severity=WAIVER_RULES[fault][0],
        confidence=1.0,
        message=_message(fault, waiver, options),
        owner=assertion.id,
        position=waiver.position,
        fingerprint=fingerprint(fault, assertion.text, waiver.rule),
    )


def _numbered(faults: Iterable[Finding]) -> Iterator[Finding]:
    """Tell the fingerprints of faults apart that are alike in all else."""
    seen: Counter[str] = Counter()
    for fault in faults:
        seen[fault.fingerprint] += 1
        ordinal = seen[fault.fingerprint]
        yield fault if ordinal == 1 else replace(fault, fingerprint=f"{fault.fingerprint}-{ordinal}")


def _message(fault: str, waiver: Waiver, options: WaiverOptions) -> str:
    nearest = get_close_matches(waiver.rule, sorted(options.known), n=1) or [""]
    known = "meant" if nearest[0] else "unmeant"
    form = _MESSAGES[options.language][known if fault == UNKNOWN_RULE else fault]
    return form.format(rule=waiver.rule, until=waiver.until, nearest=nearest[0])


_MESSAGES: Mapping[Language, Mapping[str, str]] = {
    Language.ENGLISH: {
        "meant": "there is no rule {rule}; did you mean {nearest}?",
        "unmeant": "there is no rule {rule}; `magcite rules` lists them all",
        EXPIRED: "the waiver of {rule} held until {until}; review it again, or remove it",
        UNUSED: "the waiver of {rule} sets nothing aside any more; remove it",
    },
    Language.DUTCH: {
        "meant": "er is geen regel {rule}; is {nearest} bedoeld?",
        "unmeant": "er is geen regel {rule}; `magcite rules` noemt ze alle",
        EXPIRED: "de vrijstelling van {rule} gold tot en met {until}; beoordeel haar opnieuw of haal haar weg",
        UNUSED: "de vrijstelling van {rule} stelt niets meer vrij; haal haar weg",
    },
}
