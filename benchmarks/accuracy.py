"""Measure magcite on public labelled sets and write docs/accuracy.md.

    MAGCITE_BENCH=FOLDER python benchmarks/accuracy.py --date 2026-11-22 > docs/accuracy.md

FOLDER holds `design/`, `size/`, `verdict/` and `wording/` with `*.jsonl.gz` (rows of grade input with a `gold` object)
and `score.py`, which gives the measures; `--gold FILE` adds a fact-checker's labels of the recorded magnesium articles.
No row of any set is copied: the errors name public ids only.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from magcite import __version__
from magcite.batch import grade_lines
from magcite.inference.own import OwnModel, find_own_model
from magcite.readers.article import read_article
from magcite.readers.judging import judge
from magcite.rules import RULES
from magcite.rules.measuring import SETS, measurements_of
from magcite.sources.digest import read_digest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "training"))
from pair_sets import kept_aside, key_of, read_rows

FOLDERS = ("design", "size", "verdict", "wording")
WORST = 8
"""Kinds of error listed per set."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One set with its measures, the errors made on it by kind with the ids of the rows, and what confidence meant.

    `reliability` holds, per band of confidence, how many verdicts were given and how many were right; `twins` counts
    the rows whose very pair stands under another answer too, so that no reader can be right on both.
    """

    name: str
    measures: Mapping[str, Any]
    errors: Mapping[str, list[str]]
    reliability: Mapping[str, tuple[int, int]]
    twins: int


def main() -> None:
    """Measure every set and print the page."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--date", required=True, help="day of the run, as the page prints it")
    options.add_argument("--gold", type=Path, help="labels of the magnesium articles (YAML)")
    options.add_argument("--without-model", action="store_true", help="measure the rules alone")
    asked = options.parse_args()
    folder = os.environ.get("MAGCITE_BENCH")
    if not folder:
        sys.exit("MAGCITE_BENCH is not set: the labelled sets are not part of magcite (see the head of this file)")
    scorer = None if asked.without_model else find_own_model()
    sets = [measure(path, Path(folder), scorer) for path in find_sets(Path(folder))]
    sys.stdout.writelines(f"{line}\n" for line in write_page(sets, asked.date, asked.gold, scorer))


def find_sets(folder: Path) -> list[Path]:
    """List the sets, in the order of the folders."""
    return [path for kind in FOLDERS for path in sorted((folder / kind).glob("*.jsonl.gz"))]


def measure(path: Path, folder: Path, scorer: OwnModel | None) -> Measured:
    """Grade the rows of one set and score the answers; of what the learned model was trained on, the rest."""
    gold = read_rows(path)
    name = path.name.removesuffix(".jsonl.gz")
    if path.parent.name == "verdict" and name.endswith(".train"):
        gold, name = [row for row in gold if kept_aside(row)], f"{name}, the abstracts kept aside"
    answers = list(grade_lines((json.dumps(row) for row in gold), scorer=scorer))
    with tempfile.TemporaryDirectory() as place:
        labels, predictions = Path(place) / path.name.removesuffix(".gz"), Path(place) / "predictions.jsonl"
        labels.write_text("".join(json.dumps(row) + "\n" for row in gold), encoding="utf-8")
        predictions.write_text("".join(json.dumps(answer) + "\n" for answer in answers), encoding="utf-8")
        command = [sys.executable, str(folder / "score.py"), str(labels), str(predictions), "--json"]
        scored = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    errors: dict[str, list[str]] = defaultdict(list)
    for row, answer in zip(gold, answers, strict=True):
        if kind := name_error(row["gold"], answer):
            errors[kind].append(f"PMID {row['pmid']}" if row.get("pmid") else str(row["id"]))
    return Measured(
        name=name,
        measures=json.loads(scored),
        errors=errors,
        reliability=read_reliability(gold, answers),
        twins=count_twins(gold),
    )


def count_twins(gold: list[dict[str, Any]]) -> int:
    """Count the verdicts that must be wrong whatever is said, since the same pair is labelled with another one too."""
    answers: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in gold:
        if "verdict" in row["gold"]:
            answers[key_of(row)][row["gold"]["verdict"]] += 1
    return sum(counted.total() - max(counted.values()) for counted in answers.values())


def read_reliability(gold: list[dict[str, Any]], answers: list[dict[str, object]]) -> dict[str, tuple[int, int]]:
    """Count verdicts given and right per band of confidence; empty where the set labels no verdicts."""
    bands: dict[str, tuple[int, int]] = {}
    for row, answer in zip(gold, answers, strict=True):
        confidence = answer.get("confidence")
        if "verdict" not in row["gold"] or not isinstance(confidence, float):
            continue
        lower = min(int(confidence * 10), 9) / 10
        given, right = bands.get(f"{lower:.1f} to {lower + 0.1:.1f}", (0, 0))
        is_right = name_error(row["gold"], answer) is None
        bands[f"{lower:.1f} to {lower + 0.1:.1f}"] = (given + 1, right + is_right)
    return dict(sorted(bands.items()))


def name_error(gold: Row, answer: Row) -> str | None:
    """Name the kind of error made on a row; None where it is right or has no label."""
    if "n" in gold:
        return name_size_error(set(gold["n"] or []), answer.get("sample_size"))
    for label, key in (
        ("design", "study_type"),
        ("is_rct", "study_type"),
        ("verdict", "verdict"),
        ("strength", "strength"),
    ):
        if label in gold:
            return name_class_error(label, gold[label], answer.get(key))
    return None


def name_size_error(right: set[int], said: int | None) -> str | None:
    """Name how a sample size is wrong."""
    if not right or said in right:
        return None
    if said is None:
        return "not answered"
    return "too large" if said > max(right) else "too small"


SAME = {
    "design": {"rct": {"randomized-trial"}, "systematic_review": {"meta-analysis", "systematic-review"}},
    "verdict": {
        "SUPPORT": {"supports", "partial"},
        "CONTRADICT": {"contradicts"},
        "NEI": {"unrelated", "unclear", None},
    },
}
HUMAN_NO_TRIAL = {"cohort", "case-control", "cross-sectional", "non-randomized-trial", "diagnostic", "case-series"}


def name_class_error(label: str, right: object, said: object) -> str | None:
    """Name a confusion of classes, as "labelled, read as"."""
    if label == "is_rct":
        is_trial = said == "randomized-trial"
        return None if is_trial == right else ("trial missed" if right else "no trial, called one")
    same = SAME.get(label, {}).get(str(right), {str(right), str(right).replace("_", "-")})
    if right == "human_nonrct":
        same = HUMAN_NO_TRIAL
    if label == "design" and right == "nonrandomised_trial":
        same = {"non-randomized-trial"}
    if label == "strength":
        same = {
            "causal": {"capability", "effect"},
            "conditional_causal": {"hedged"},
            "correlational": {"association"},
            "no_relation": {"none"},
        }[str(right)]
    return None if said in same else f"{right}, read as {said}"


def write_page(sets: Iterable[Measured], date: str, gold: Path | None, scorer: OwnModel | None) -> Iterator[str]:
    """Yield the lines of the page."""
    yield "# Accuracy, as measured"
    yield ""
    with_model = f"the learned model {scorer.name}" if scorer else "no learned model"
    yield f"Generated by `benchmarks/accuracy.py` with magcite {__version__} and {with_model} on {date}. Text only:"
    yield "the sets carry no publication types or MeSH. In brackets the 95 % bootstrap interval."
    yield ""
    yield "What was seen before: the rules were developed on the `train` parts and checked on the `dev` parts, so the"
    yield "figures on study types, sizes and wording are upper bounds of what to expect elsewhere. Of the verdict sets"
    yield "the learned model saw six parts in seven of each `train` part; the rows here are those of the abstracts"
    yield "kept aside, on which only the few weights that join rules and model were fitted. No part of it saw a `dev`"
    yield "part, and none saw `healthver` at all; but which of four states of its weights ships was chosen by the `dev`"
    yield "parts, `healthver` among them. Bad figures are printed as plainly as good ones."
    yield ""
    for found in sets:
        yield from write_set(found)
    if gold:
        yield from write_magnesium(gold, scorer)
    yield from write_rules()


def write_set(found: Measured) -> Iterator[str]:
    """Yield the section of one set."""
    measures = dict(found.measures)
    yield f"## {found.name}"
    yield ""
    yield "| measure | value |"
    yield "|---|---|"
    for key, value in measures.items():
        if key in {"set", "f1"} or key.endswith("_ci"):
            continue
        interval = measures.get(f"{key}_ci")
        yield f"| {key.replace('_', ' ')} | {value}{f' ({interval[0]} to {interval[1]})' if interval else ''} |"
    if found.twins:
        yield f"| rows wrong whatever is said: their pair has another label too | {found.twins} |"
    if per_class := measures.get("f1"):
        yield ""
        yield "F1 per class: " + ", ".join(f"{name} {value}" for name, value in sorted(per_class.items())) + "."
    yield ""
    if found.reliability:
        yield "| confidence | verdicts | right |"
        yield "|---|---|---|"
        for band, (given, right) in found.reliability.items():
            yield f"| {band} | {given} | {right / given:.2f} |"
        yield ""
    if found.errors:
        yield "Commonest errors: " + "; ".join(list_errors(found.errors)) + "."
        yield ""


def list_errors(errors: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield the commonest kinds of error with their number and one row each."""
    ranked = sorted(errors.items(), key=lambda item: (-len(item[1]), item[0]))
    for kind, rows in ranked[:WORST]:
        yield f"{kind} ({len(rows)}, such as {rows[0]})"


def write_rules() -> Iterator[str]:
    """Yield how often the findings of each rule were right (benchmarks/rule_precision.py measures it)."""
    yield ""
    yield "## Rules: how often their findings were right"
    yield ""
    yield "| rule | right | of | on |"
    yield "|---|---|---|---|"
    for rule in RULES:
        for one in measurements_of(rule.id):
            yield f"| {rule.id} | {one.right} | {one.fired} | {SETS.get(one.set, one.set)}, {one.date} |"


def write_magnesium(gold: Path, scorer: OwnModel | None) -> Iterator[str]:
    """Yield the section on the recorded magnesium articles."""
    labels = yaml.safe_load(gold.read_text(encoding="utf-8"))
    claims = yaml.safe_load(Path("data/claims.yaml").read_text(encoding="utf-8"))["claims"]
    english = {f"{claim['id']}.{one['id']}": one["english"] for claim in claims for one in claim["assertions"]}
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    wrong: dict[str, list[str]] = defaultdict(list)

    def count(kind: str, row: str, allowed: list[object], said: object) -> None:
        asked[kind] += 1
        right[kind] += said in allowed
        if said not in allowed:
            wrong[f"{kind}: {allowed[0]}, read as {said}"].append(row)

    for label in labels:
        article = read_digest(Path("data/articles") / f"{label['pmid']}.yaml")
        if article is None:
            continue
        facts = read_article(article)
        study_type, people = facts.design.study_type, facts.sample.participants
        row = f"PMID {label['pmid']}"
        types = [label["study_type"], *label.get("also_study_type", [])]
        count("study type", row, types, study_type.value.value if study_type else None)
        sizes = [label["sample_size"], *label.get("also_sample_size", [])]
        count("sample size", row, sizes, people.value if people else None)
        for pair in label["assertions"]:
            support = judge(english[pair["assertion"]], article, facts, scorer).support
            verdicts = [pair["verdict"], *pair.get("also", [])]
            count("verdict", f"{row} on {pair['assertion']}", verdicts, support.value.value if support else None)
    yield "## magnesium (recorded digests against a fact-checker's labels)"
    yield ""
    yield "The readers were developed with these labels in view, so these figures only show that nothing known"
    yield "is wrong; the first run of the support reader, before that, had 63 of the 78 verdicts right."
    yield ""
    yield "| measure | right | of |"
    yield "|---|---|---|"
    for kind in asked:
        yield f"| {kind} | {right[kind]} ({right[kind] / asked[kind]:.3f}) | {asked[kind]} |"
    yield ""
    if wrong:
        yield "Errors: " + "; ".join(list_errors(wrong)) + "."


if __name__ == "__main__":
    main()
