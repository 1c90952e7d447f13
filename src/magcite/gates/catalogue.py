"""The rules that are about waivers and lock files: what each finds, why that matters, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from magcite.gates.drift import DRIFT_RULES
from magcite.gates.waivers import WAIVER_RULES
from magcite.model import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class GateRule:
    """One rule about the use of magcite itself; the rules about claims live in `magcite.rules`."""

    id: str
    severity: Severity
    summary: str
    manual: str


_MANUALS: Mapping[str, str] = {
    "unknown-waiver-rule": """\
A `waive` entry names a rule that magcite does not have, so it excuses nothing.

What to do: correct the name (`magcite rules` lists them), or remove the entry.""",
    "expired-waiver": """\
A `waive` entry was given until a day that has passed. What it excused counts again.

What to do: look at the finding again; then remove the entry, or give it a later `until` with the reason.""",
    "unused-waiver": """\
A `waive` entry excuses a statement from a rule that finds nothing in it any more. Kept, it would hide the next fault of
that kind without anybody having looked.

What to do: remove the entry. While a source of the statement cannot be read, no waiver is called unused.""",
    "retracted-since": """\
The lock file beside the claims says that this source stood; since then PubMed lists a retraction of all or part of it.

What to do: read the notice, cite another source or take the statement back, then run `magcite lock`.""",
    "concern-since": """\
Since the lock file was written, editors published an expression of concern about this source.

What to do: read the concern; if the statement can still rest on this source, accept it with `magcite lock`.""",
    "abstract-changed": """\
The title or abstract of this source is not the text that was read when the lock file was written: a correction, or
another version of the record.

What to do: read it again (`magcite review`), then accept it with `magcite lock`.""",
    "record-gone": """\
PubMed had this record when the lock file was written, and says today that there is none.

What to do: look for the number to which it was merged, or cite the source in another way; then run `magcite lock`.""",
    "verdict-changed": """\
The words of the statement are the same, but magcite judges them otherwise than when the lock file was written: a record
changed, the list of sources changed, another learned model has a say (the message tells), or magcite reads better or
worse than it did.

What to do: look at the statement with `magcite audit`; accept the new verdict with `magcite lock`.""",
}

GATE_RULES: Mapping[str, GateRule] = MappingProxyType(
    {
        name: GateRule(id=name, severity=severity, summary=summary, manual=_MANUALS[name])
        for name, (severity, summary) in (*WAIVER_RULES.items(), *DRIFT_RULES.items())
    }
)
"""The rules, by id: those about waivers first, then those about lock files."""


def explain_gate_rule(rule: GateRule) -> str:
    """Explain one rule as plain text."""
    return f"{rule.id} ({rule.severity.word})\n\n{rule.summary[0].upper()}{rule.summary[1:]}.\n\n{rule.manual}\n"
