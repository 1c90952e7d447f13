"""The command `review`: a person judges the sources of each statement, and magcite writes it down."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from magcite.cli.aids import AidsWanted
from magcite.cli.exits import ExitCode
from magcite.cli.keys import open_asking
from magcite.cli.options import Articles, Lang, Model, NoColor, Offline, Quiet, Refresh
from magcite.cli.rewriting import refuse_standard_input
from magcite.cli.runs import Outcome, Request, find_files, run_audit, tell, terminal_width, use_color
from magcite.cli.streams import write_out
from magcite.formats.interface import WriteOptions
from magcite.model import Language
from magcite.reviewing.agreement import describe_agreement
from magcite.reviewing.items import Item, all_items, open_items
from magcite.reviewing.phrases import ReviewPhrases, phrases_for
from magcite.reviewing.walk import Manner, Walk

if TYPE_CHECKING:
    from magcite.cli.review_desk import Reviewer

_GIT_SECONDS = 2


def add_to(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(review)


File = Annotated[str | None, typer.Argument(metavar="FILE", help="The claims file to review.", show_default=False)]
By = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Who decides; else git's user.name, else $USER.", show_default=False),
]
All = Annotated[bool, typer.Option("--all", help="Also what was reviewed before.")]
Blind = Annotated[bool, typer.Option("--blind", help="Hide magcite's verdict until yours is given.")]
Summary = Annotated[
    bool, typer.Option("--summary", help="Only tell how far the reviews and magcite agree, with Cohen's kappa.")
]


def review(
    file: File = None,
    by: By = None,
    all: All = False,
    blind: Blind = False,
    summary: Summary = False,
    offline: Offline = False,
    refresh: Refresh = False,
    articles: Articles = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = Language.ENGLISH,
    model: Model = None,
) -> None:
    """Judge the sources of each statement yourself: agree with magcite, or overrule it with a reason.

    Each decision is written into the claims file at once. The next review goes on where this one stopped.
    """
    name = find_files([file] if file else None)[0]
    refuse_standard_input(name, "review")
    aids = AidsWanted(model=model, language=lang)
    outcome = run_audit(
        Request(
            files=(name,),
            offline=offline,
            refresh=refresh,
            articles=articles,
            language=lang,
            quiet=quiet,
            aids=aids,
        )
    )
    for remark in outcome.report.remarks:
        tell(remark, quiet=quiet)
    if summary:
        _summarise(outcome, lang)
    else:
        color = use_color(sys.stdout, no_color=no_color)
        options = WriteOptions(width=terminal_width(), color=color, language=lang)
        from magcite.cli.review_desk import Reviewer

        _sit_down(outcome, Reviewer(file=name, by=by or _who(), today=date.today()), options, (all, blind))
    raise typer.Exit(ExitCode.NO_ANSWER if outcome.failed else ExitCode.DONE)


def _summarise(outcome: Outcome, language: Language) -> None:
    lines = [f"{line}\n" for line in describe_agreement(all_items(outcome.report), language)]
    write_out(lambda out: out.writelines(lines))


def _sit_down(outcome: Outcome, reviewer: Reviewer, options: WriteOptions, asked: tuple[bool, bool]) -> None:
    """Walk through what is open, and say at the end how far that came, also after Ctrl-C."""
    from magcite.cli.review_desk import TerminalDesk, find_draft

    again, blind = asked
    say = phrases_for(options.language)
    items = all_items(outcome.report)
    chosen = items if again else open_items(items)
    _tell_start(outcome, items, chosen, say)
    if not chosen:
        return
    _tell_stray_draft(reviewer, chosen, say)
    with open_asking(options.width, say) as asking:
        manner = Manner(blind=blind, language=options.language)
        walk = Walk(chosen, TerminalDesk(reviewer, asking, options), draft=find_draft(reviewer), manner=manner)
        try:
            walk.run()
        finally:
            sys.stdout.write("\n")
            rest = say.left.format(command=_command(reviewer, options.language), n=walk.left) if walk.left else ""
            with suppress(OSError):
                tell(say.end.format(decided=len(walk.decided), skipped=len(walk.skipped)) + rest)


def _command(reviewer: Reviewer, language: Language) -> str:
    """Give the command that goes on with a review, in its language."""
    return f"magcite review {reviewer.file}" + ("" if language is Language.ENGLISH else f" --lang {language.value}")


def _tell_start(outcome: Outcome, items: Sequence[Item], chosen: Sequence[Item], say: ReviewPhrases) -> None:
    sources = sum(len(one.sources) for claim in outcome.report.claims for one in claim.assertions)
    passed = len(items) - len(chosen)
    told = say.to_review[len(chosen) != 1].format(n=len(chosen))
    if passed:
        told += say.reviewed_before.format(n=passed)
    if sources > len(items):
        told += say.without_record.format(n=sources - len(items))
    tell(told)


def _tell_stray_draft(reviewer: Reviewer, chosen: Sequence[Item], say: ReviewPhrases) -> None:
    """Say what was half typed about a source that does not come up, for it is kept only until the next draft."""
    from magcite.cli.review_desk import find_draft

    draft = find_draft(reviewer)
    if draft and draft.reason and not any(draft.belongs_to(item) for item in chosen):
        tell(say.stray_draft.format(source=draft.source, id=draft.assertion, text=draft.reason))


def _who() -> str | None:
    """Give the name that git knows, else that of the account."""
    git = shutil.which("git")
    if git:
        with suppress(OSError, subprocess.SubprocessError):
            command = [git, "config", "user.name"]
            said = subprocess.run(command, capture_output=True, text=True, timeout=_GIT_SECONDS, check=False)
            if name := said.stdout.strip():
                return name
    return os.environ.get("USER") or os.environ.get("USERNAME") or None
