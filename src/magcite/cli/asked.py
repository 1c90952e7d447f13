"""What the options of `audit`, `check` and `report` ask for, parsed from what was typed."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from magcite.cli.aids import AidsWanted
from magcite.cli.options import FailOn
from magcite.cli.rule_book import no_such_rule
from magcite.cli.runs import Request, choose_format, find_files, refuse_unwritable, terminal_width, use_color
from magcite.errors import UsageError
from magcite.formats import Format, WriteOptions
from magcite.gates.catalogue import GATE_RULES
from magcite.rules import RULES

_NOT_WRITTEN = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".yaml", ".yml"})
"""Endings of names that promise a kind of file which no format of magcite is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the shared options of the three commands say; `compare_locks` and `watch` are not for all of them."""

    request: Request
    form: Format
    output: Path | None
    options: WriteOptions
    fail_on: FailOn
    baseline: Path | None
    write_baseline: bool
    compare_locks: bool = False
    watch: bool = False


def parse_options(given: Mapping[str, Any], default_form: Format, default_fail_on: FailOn) -> Asked:
    """Turn the options of a command, by name, into what they ask for."""
    output: Path | None = given["output"]
    known = [*(rule.id for rule in RULES), *GATE_RULES]
    request = Request(
        files=find_files(given["files"]),
        offline=given["offline"],
        refresh=given["refresh"],
        articles=given["articles"],
        select=_rule_names(given["select"], known),
        ignore=_rule_names(given["ignore"], known),
        language=given["lang"],
        quiet=given["quiet"],
        aids=AidsWanted(
            model=given["model"], judge=given["judge"], judge_model=given["judge_model"], language=given["lang"]
        ),
    )
    if request.offline and request.refresh:
        raise UsageError(
            "--offline and --refresh contradict each other: one opens no connection, the other asks PubMed"
        )
    _refuse_output(output, request.files, given["format"])
    options = WriteOptions(
        width=terminal_width(),
        color=output is None and use_color(sys.stdout, no_color=given["no_color"]),
        language=given["lang"],
        verbose=given["verbose"],
    )
    return Asked(
        request=request,
        form=choose_format(given["format"], output, default_form),
        output=output,
        options=options,
        fail_on=given["fail_on"] or default_fail_on,
        baseline=given["baseline"],
        write_baseline=given["write_baseline"],
        watch=given.get("watch", False),
    )


def _refuse_output(output: Path | None, files: Sequence[str], form: Format | None) -> None:
    """Refuse to write over a claims file, or what would open as something else than its name says."""
    if output is None:
        return
    refuse_unwritable(output)
    if any(Path(name).exists() and output.exists() and output.samefile(name) for name in files):
        raise UsageError(f"{output} is the claims file itself, which the report would replace; name another file")
    if form is None and output.suffix.lower() in _NOT_WRITTEN:
        raise UsageError(
            f"{output}: magcite writes no {output.suffix} files; let the name end in .html, .md, .csv, .json, .sarif, "
            ".xml or .txt, or say with --format what to write"
        )


def _rule_names(asked: Sequence[str] | None, known: Sequence[str]) -> frozenset[str]:
    """Split rule names at commas; an unknown one is refused with the nearest known."""
    names = [name.strip() for item in asked or () for name in item.split(",") if name.strip()]
    for name in names:
        if name not in known:
            raise no_such_rule(name, known)
    return frozenset(names)
