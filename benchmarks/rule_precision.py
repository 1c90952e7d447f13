"""Measure how often the findings of each rule are right, and write src/magcite/rules/precision.json.

    MAGCITE_BENCH=FOLDER python benchmarks/rule_precision.py --date 2026-11-22 --gold FILE [--write]

`--gold` names a fact-checker's labels of the magnesium articles that data/claims.yaml cites. A finding on a labelled
source, or on an assertion with labelled sources, is right where the labels give a reason or a verdict that RIGHT lists
for its rule. FOLDER holds `design/studytypeteller.dev.jsonl.gz`: animal and laboratory studies, and studies of people,
each set beside its own title told as if of people; there `animal-or-lab-study` is right on the former only. No row of
the set is copied.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from magcite.audit import AuditOptions, audit
from magcite.batch import grade_lines
from magcite.claims import load_claims
from magcite.model import AuditedAssertion, Finding, Report, Severity
from magcite.rules import RULES
from magcite.sources.folder import RecordedFolder

CLAIMS = Path("data/claims.yaml")
PRECISION = Path("src/magcite/rules/precision.json")
TOO_STRONG = (
    "certainty-overstated",
    "small-sample",
    "uncontrolled",
    "opinion-only",
    "association-only",
    "mixed-results",
)
AGAINST = ("contradicts", "null-result", "wrong-direction", "mixed-results")
ELSEWHERE = ("exposure-mismatch", "unrelated")

RIGHT: Mapping[str, tuple[str, ...]] = {
    "animal-or-lab-study": ("exposure-mismatch", "population-mismatch"),
    "causal-wording-on-association": ("association-only", "uncontrolled", "certainty-overstated"),
    "certainty-or-hype": ("certainty-overstated",),
    "contradicted-assertion": AGAINST,
    "contrary-source": AGAINST,
    "deficiency-told-as-supplement": ELSEWHERE,
    "deficient-only": ("population-mismatch",),
    "dose-differs": ("exposure-mismatch", "number-mismatch"),
    "duration-differs": ("exposure-mismatch", "number-mismatch"),
    "form-differs": ("exposure-mismatch",),
    "irrelevant-source": ("unrelated",),
    "mixed-results-left-out": ("mixed-results",),
    "no-difference-as-equal": ("certainty-overstated", "null-result"),
    "no-difference-as-no-effect": ("small-sample", "null-result"),
    "number-contradicted": ("number-mismatch",),
    "number-not-in-source": ("number-mismatch", "unclear"),
    "number-of-other-group": ("population-mismatch", "number-mismatch"),
    "opinion-as-only-support": ("opinion-only", "not-primary"),
    "outcome-swapped": ("outcome-mismatch",),
    "population-widened": ("population-mismatch",),
    "route-differs": ("exposure-mismatch",),
    "single-study": ("small-sample", "certainty-overstated"),
    "small-sample": ("small-sample",),
    "stray-source": ("unrelated",),
    "strength-above-evidence": TOO_STRONG,
    "strength-above-source": TOO_STRONG,
    "subgroup-as-result": ("population-mismatch", "mixed-results"),
    "superseded-source": AGAINST,
    "surrogate-outcome": ("outcome-mismatch",),
    "unsupported-assertion": ("unrelated", "unclear"),
    "weak-source": (
        "opinion-only",
        "not-primary",
        "mixed-results",
        "association-only",
        "number-mismatch",
        "outcome-mismatch",
        "population-mismatch",
        "exposure-mismatch",
        "uncontrolled",
        "small-sample",
        "certainty-overstated",
    ),
    "within-group-change-as-effect": ("uncontrolled", "null-result", "outcome-mismatch"),
    "wrong-subgroup": ("population-mismatch", "wrong-direction"),
}
"""The reasons and verdicts of a label that make a finding right. Rules on the record, the claims file or the wording
alone (a retraction, a missing source, a health claim) are not judged by labels and stand in no list."""

_ANIMALS = re.compile(
    r"\b(?:in|of|from) (?:(?:\w+[- ]){0,3})(?:rats?|mice|mouse|rabbits?|pigs?|dogs?|cats?|monkeys?|sheep|zebrafish|"
    r"cells?|cultures?|vitro)\b",
    re.IGNORECASE,
)
PAIRED = 80
"""Rows of each side taken from the set of designs, in its order."""


@dataclass(slots=True)
class Tally:
    """How often one rule fired and was right, and where it was wrong."""

    fired: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    def count(self, right: bool, place: str) -> None:
        """Count one finding."""
        self.fired += 1
        self.right += right
        if not right:
            self.wrong.append(place)


Labels = Mapping[tuple[str, str], Mapping[str, Any]]


def main() -> None:
    """Measure, print the figures and, if asked, write the data file."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--date", required=True, help="day of the run, as the data file gives it")
    options.add_argument("--gold", type=Path, required=True, help="labels of the magnesium articles (YAML)")
    options.add_argument("--write", action="store_true", help=f"write {PRECISION}")
    asked = options.parse_args()
    labels = read_labels(asked.gold)
    report = run_audit()
    sets = {"magnesium": judge_report(report, labels)}
    if folder := os.environ.get("MAGCITE_BENCH"):
        sets["animals"] = judge_animals(Path(folder))
    else:
        sys.stderr.write("MAGCITE_BENCH is not set: animal and laboratory studies are left out\n")
    sys.stdout.writelines(f"{line}\n" for line in write_figures(sets, report, labels))
    if asked.write:
        PRECISION.write_text(write_data(sets, asked.date), encoding="utf-8")


def read_labels(path: Path) -> Labels:
    """Read the labels, by assertion and PMID."""
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {(pair["assertion"], row["pmid"]): pair for row in rows for pair in row["assertions"]}


def run_audit() -> Report:
    """Audit the magnesium claims without a network."""
    file = load_claims(str(CLAIMS), CLAIMS.read_bytes())
    return audit([file], RecordedFolder(CLAIMS.parent / "articles"), AuditOptions(today=date(2026, 11, 22)))


def words_of(pair: Mapping[str, Any]) -> set[str]:
    """Give the verdicts and reasons of one label."""
    return {pair["verdict"], *pair.get("also", []), *pair.get("reasons", [])}


def judge_report(report: Report, labels: Labels) -> dict[str, Tally]:
    """Judge each finding of the audit that the labels can tell right from wrong."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for owner, finding in list_findings(report):
        pairs = labels_for(finding, owner, labels)
        if finding.rule in RIGHT and pairs:
            told = set().union(*map(words_of, pairs))
            tallies[finding.rule].count(
                bool(told & set(RIGHT[finding.rule])), f"{finding.owner} {finding.source or ''}"
            )
    return tallies


def list_findings(report: Report) -> Iterator[tuple[tuple[str, ...], Finding]]:
    """Yield each finding with the assertions it is about."""
    for claim in report.claims:
        every = tuple(one.assertion.id for one in claim.assertions)
        yield from ((every, finding) for finding in claim.findings)
        for one in claim.assertions:
            about = (one.assertion.id,)
            for finding in one.findings:
                yield (every if finding.rule in {"irrelevant-source", "stray-source"} else about), finding


def labels_for(finding: Finding, owners: Iterable[str], labels: Labels) -> list[Mapping[str, Any]]:
    """Give the labels that a finding is judged by: those of its source, else those of all sources of its assertion."""
    return [pair for (owner, pmid), pair in labels.items() if owner in owners and finding.source in {None, pmid}]


def tell_of_people(title: str) -> str:
    """Tell a title as a statement about people."""
    return _ANIMALS.sub("in people", title).rstrip(".") + "."


def judge_animals(folder: Path) -> dict[str, Tally]:
    """Judge `animal-or-lab-study` on studies of animals, cells and people, each told as if of people."""
    rows: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
    with gzip.open(folder / "design" / "studytypeteller.dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            design = str(row["gold"]["design"])
            side = design in {"animal", "in_vitro"}
            if (side or design in {"rct", "human_nonrct"}) and len(rows[side]) < PAIRED:
                rows[side].append(row | {"claim": tell_of_people(row["title"])})
    tallies: dict[str, Tally] = {"animal-or-lab-study": Tally()}
    for side, listed in rows.items():
        for row, answer in zip(listed, grade_lines(json.dumps(row) for row in listed), strict=True):
            if "animal-or-lab-study" in (answer.get("findings") or ()):
                tallies["animal-or-lab-study"].count(side, str(row["id"]))
    return tallies


def is_overstated(pairs: Iterable[Mapping[str, Any]], *, strict: bool) -> bool:
    """Tell whether labels call an assertion overstated: partial or contradicted for a listed reason.

    `strict` asks that no source supports it in full.
    """
    listed = list(pairs)
    if strict and any(pair["verdict"] == "supports" for pair in listed):
        return False
    return any(pair["verdict"] in {"partial", "contradicts"} and pair.get("reasons") for pair in listed)


def carries_right_finding(one: AuditedAssertion, pairs: Iterable[Mapping[str, Any]]) -> bool:
    """Tell whether an assertion carries a finding of the kind that its labels give as a reason."""
    told = set().union(*(words_of(pair) for pair in pairs if pair["verdict"] in {"partial", "contradicts"}))
    return any(told & set(RIGHT.get(finding.rule, ())) - {"unrelated", "unclear"} for finding in one.findings)


def write_figures(sets: Mapping[str, dict[str, Tally]], report: Report, labels: Labels) -> Iterator[str]:
    """Yield the figures: each rule, each severity, and the overstated assertions."""
    severity = {rule.id: rule.severity for rule in RULES}
    for name, tallies in sets.items():
        for rule, tally in sorted(tallies.items()):
            wrong = f"  wrong: {'; '.join(tally.wrong)}" if tally.wrong else ""
            yield f"{name:10} {rule:32} {severity[rule].word:8} {tally.right:3} of {tally.fired:3}{wrong}"
    yield from write_severities(report, labels)
    audited = [one for claim in report.claims for one in claim.assertions]
    for strict in (True, False):
        by_id = {
            one.assertion.id: [pair for (owner, _), pair in labels.items() if owner == one.assertion.id]
            for one in audited
        }
        called = [one for one in audited if is_overstated(by_id[one.assertion.id], strict=strict)]
        missed = [one.assertion.id for one in called if not carries_right_finding(one, by_id[one.assertion.id])]
        kind = "and supported in full by none" if strict else "by any source"
        yield f"overstated {kind}: {len(called) - len(missed)} of {len(called)} carry a right finding; {missed}"


def write_severities(report: Report, labels: Labels) -> Iterator[str]:
    """Yield how often errors, warnings and notes are right, by the severity each finding has."""
    right: Counter[Severity] = Counter()
    fired: Counter[Severity] = Counter()
    for owner, finding in list_findings(report):
        pairs = labels_for(finding, owner, labels)
        if finding.rule in RIGHT and pairs:
            fired[finding.severity] += 1
            right[finding.severity] += bool(set().union(*map(words_of, pairs)) & set(RIGHT[finding.rule]))
    for severity in reversed(Severity):
        yield f"{severity.word}: right {right[severity]} of {fired[severity]}"


def write_data(sets: Mapping[str, dict[str, Tally]], day: str) -> str:
    """Write the data file that `magcite rule NAME` reads."""
    measured = [
        {"rule": rule, "set": name, "date": day, "fired": tally.fired, "right": tally.right}
        for name, tallies in sets.items()
        for rule, tally in sorted(tallies.items())
        if tally.fired
    ]
    return json.dumps(measured, indent=1) + "\n"


if __name__ == "__main__":
    main()
