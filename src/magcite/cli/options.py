"""The options that commands share, each with the help that teaches it."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from magcite.formats import Format
from magcite.model import Language, Severity


class FailOn(Enum):
    """From which severity on a run fails."""

    NEVER = "never"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def severity(self) -> Severity | None:
        """Give the lowest severity that fails the run, None for never."""
        return None if self is FailOn.NEVER else Severity[self.name]


_SOURCES = "Where articles come from"
_RULES = "Which findings count"
_OUTPUT = "Output"
_MODELS = "Learned models"

Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE",
        help="Claims files; `-` reads standard input. Without any: claims.yaml, else data/claims.yaml.",
        show_default=False,
    ),
]
Offline = Annotated[
    bool,
    typer.Option("--offline", help="Open no connection: cache and recorded articles only.", rich_help_panel=_SOURCES),
]
Refresh = Annotated[
    bool, typer.Option("--refresh", help="Ask PubMed again for everything, however fresh.", rich_help_panel=_SOURCES)
]
Articles = Annotated[
    Path | None,
    typer.Option(
        "--articles",
        metavar="DIR",
        help="Folder of recorded articles, instead of the one that the claims file names.",
        rich_help_panel=_SOURCES,
        show_default=False,
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option("--format", help="How to write the result.", rich_help_panel=_OUTPUT, show_default=False),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to this file; its ending chooses the format unless --format does.",
        rich_help_panel=_OUTPUT,
        show_default=False,
    ),
]
FailOnOption = Annotated[
    FailOn | None,
    typer.Option(
        "--fail-on",
        help="Exit with 1 when a finding is at least this bad.",
        rich_help_panel=_RULES,
        show_default=False,
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select", metavar="RULE", help="Only these rules; repeat or separate by commas.", rich_help_panel=_RULES
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="RULE", help="All rules but these.", rich_help_panel=_RULES),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="Findings listed in this file are known and do not count.",
        rich_help_panel=_RULES,
        show_default=False,
    ),
]
WriteBaseline = Annotated[
    bool,
    typer.Option(
        "--write-baseline",
        help="Write today's findings to the baseline (default .magcite-baseline.json) and exit.",
        rich_help_panel=_RULES,
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="PATH|NAME|none",
        help="Use another model of inference than the one that comes with magcite: a folder with an ONNX export, or a "
        "name on the Hugging Face hub (a download is asked for first). `none` judges without any.",
        rich_help_panel=_MODELS,
        show_default=False,
    ),
]
Judge = Annotated[
    str | None,
    typer.Option(
        "--judge",
        metavar="URL",
        help="Show a second opinion: send statements and abstracts to this OpenAI-compatible endpoint. "
        "It changes no verdict.",
        rich_help_panel=_MODELS,
        show_default=False,
    ),
]
JudgeModel = Annotated[
    str | None,
    typer.Option(
        "--judge-model",
        metavar="NAME",
        help="Which model the endpoint is to use. Its key, if it wants one: MAGCITE_JUDGE_KEY.",
        rich_help_panel=_MODELS,
        show_default=False,
    ),
]
Watch = Annotated[
    bool,
    typer.Option(
        "--watch", help="Go on: grade again what changes in the files, until Ctrl-C.", rich_help_panel=_OUTPUT
    ),
]
Lang = Annotated[Language, typer.Option("--lang", help="Language of messages and reports.", rich_help_panel=_OUTPUT)]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Nothing but the result.", rich_help_panel=_OUTPUT)]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Show what is otherwise only counted.", rich_help_panel=_OUTPUT)
]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colour, even on a terminal.", rich_help_panel=_OUTPUT)]
