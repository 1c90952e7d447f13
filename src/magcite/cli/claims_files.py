"""The commands about claims files: `schema`, `init`, `extract`, `fix`."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from magcite.cli.aids import AidsWanted
from magcite.cli.options import Articles, Files, Lang, Model, Offline, Quiet, Refresh, Verbose
from magcite.cli.rewriting import refuse_standard_input, refuse_to_overwrite, rewrite
from magcite.cli.runs import STANDARD_INPUT, Request, find_files, run_audit, tell, write_file
from magcite.cli.streams import write_out
from magcite.errors import UsageError
from magcite.model import Assertion, Language

if TYPE_CHECKING:
    from magcite.extraction import Extraction

STARTER = "claims.yaml"

Force = Annotated[bool, typer.Option("--force", help="Overwrite the file if there is one.")]


def add_to(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command()(init)
    app.command()(extract)
    app.command()(fix)
    app.command()(schema)


def schema() -> None:
    """Print the JSON Schema of claims files, for editors."""
    from magcite.schema import claims_schema_text

    write_out(lambda out: out.write(claims_schema_text()))


def init(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file to write; `-` is standard output.")] = STARTER,
    lang: Lang = Language.ENGLISH,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Write a first claims file that explains itself, to fill in."""
    from magcite.editing.starter import starter_file

    text = starter_file(lang)
    if file == STANDARD_INPUT:
        write_out(lambda out: out.write(text))
        return
    refuse_to_overwrite(Path(file), force=force)
    write_file(Path(file), lambda out: out.write(text))
    tell(f"wrote {file}; put your own statements in the place of its examples, then run:", quiet=quiet)
    tell(f"  magcite audit {file}", quiet=quiet)


def extract(
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="Plain text, Markdown, HTML or Word (.docx); `-` is standard input.")
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.", show_default=False)
    ] = None,
    force: Force = False,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> None:
    """Take the claims and their sources out of a published text, into a claims file to go on with.

    --verbose lists the sentences that are in no claim.
    """
    from magcite.extraction import extract_claims, write_claims_file

    name, data = _read(text)
    found = extract_claims(data, name=name)
    written = write_claims_file(found)
    if output is None:
        write_out(lambda out: out.write(written))
    else:
        refuse_to_overwrite(output, written, force=force)
        write_file(output, lambda out: out.write(written))
    for line in _left_out(found) if verbose else ():
        tell(line, quiet=quiet)
    tell(_summary(found, verbose=verbose), quiet=quiet)
    if output is not None:
        tell(f"wrote {output}; read it and put it right, then run: magcite audit {output}", quiet=quiet)


def _read(name: str) -> tuple[str, bytes]:
    if name == STANDARD_INPUT:
        return "standard input", sys.stdin.buffer.read()
    try:
        return name, Path(name).read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {name}: {error.strerror or error}") from error


def _left_out(found: Extraction) -> Iterator[str]:
    for sentence in found.left_out:
        yield f"left out: {sentence}"
    for reference in found.unplaced:
        yield f"in no claim: {reference}"


def _summary(found: Extraction, *, verbose: bool) -> str:
    links = sum(len(claim.pmids) + len(claim.sources) for claim in found.claims)
    numbers = [_count(len(found.claims), "claim"), _count(links, "link")]
    unused = [
        f"{_count(number, what)} {verb}"
        for number, what, verb in (
            (len(found.left_out), "sentence", "left out"),
            (len(found.unplaced), "reference", "in no claim"),
        )
        if number
    ]
    hint = "" if verbose or not unused else " (--verbose lists them)"
    return ", ".join(numbers) + ("; " + ", ".join(unused) if unused else "") + hint


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def fix(
    files: Files = None,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would change, and change nothing.")] = False,
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help="Reword overstated statements too, as the audit suggests; read them after.")
    ] = False,
    offline: Offline = False,
    refresh: Refresh = False,
    articles: Articles = None,
    quiet: Quiet = False,
    model: Model = None,
) -> None:
    """Fix what needs no decision: the spelling of identifiers, and sources cited twice. Comments and layout stay."""
    names = find_files(files)
    for name in names:
        refuse_standard_input(name, "fix")
    wordings: Mapping[str, Mapping[str, str]] = {}
    if unsafe:
        aids = AidsWanted(model=model)
        request = Request(files=names, offline=offline, refresh=refresh, articles=articles, quiet=quiet, aids=aids)
        wordings = _suggested(request)
    for name in names:
        _fix(name, wordings.get(name, {}), diff=diff, quiet=quiet)


def _suggested(request: Request) -> Mapping[str, Mapping[str, str]]:
    """Audit the files and gather the wordings suggested, by file and id of the statement."""
    outcome = run_audit(request)
    for remark in outcome.report.remarks:
        tell(remark, quiet=request.quiet)
    found: dict[str, dict[str, str]] = {}
    for claim in outcome.report.claims:
        for one in claim.assertions:
            if one.suggested_wording:
                found.setdefault(claim.claim.position.file, {})[one.assertion.id] = one.suggested_wording
                _tell_translation(one.assertion, quiet=request.quiet)
    if not found:
        tell("no statement has a wording suggested for it", quiet=request.quiet)
    return found


def _tell_translation(assertion: Assertion, *, quiet: bool) -> None:
    if assertion.english and assertion.english != assertion.text:
        tell(f"{assertion.id}: the new wording is that of `text`; put `english` right beside it", quiet=quiet)


def _fix(name: str, wordings: Mapping[str, str], *, diff: bool, quiet: bool) -> None:
    from magcite.editing.document import read_for_editing
    from magcite.editing.fix import fix_text

    before = read_for_editing(name)
    fixed = fix_text(before, name, wordings)
    if not fixed.changes:
        tell(f"{name}: nothing to fix", quiet=quiet)
        return
    if diff:
        write_out(lambda out: out.writelines(_difference(before, fixed.text, name)))
        return
    rewrite(name, fixed.text)
    for change in fixed.changes:
        tell(str(change), quiet=quiet)
    tell(f"{name}: {_count(len(fixed.changes), 'change')} made", quiet=quiet)


def _difference(before: str, after: str, name: str) -> Iterator[str]:
    """Give a unified diff that `patch` and `git apply` take, a last line without its end included."""
    lines = difflib.unified_diff(_lines(before), _lines(after), fromfile=f"a/{name}", tofile=f"b/{name}")
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Split at line feeds alone, as `patch` does."""
    return [line for line in text.replace("\n", "\n\0").split("\0") if line]
