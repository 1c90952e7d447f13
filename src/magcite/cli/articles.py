"""The commands about articles: `show` one, `fetch` all that are cited, `grade` pairs in bulk."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from magcite.cli.aids import NO_MODEL, AidsWanted, open_aids
from magcite.cli.exits import ExitCode
from magcite.cli.options import (
    Articles,
    Files,
    FormatOption,
    Judge,
    JudgeModel,
    Lang,
    Model,
    NoColor,
    Offline,
    Output,
    Quiet,
    Refresh,
)
from magcite.cli.runs import (
    Request,
    find_files,
    load,
    open_sources,
    refuse_unwritable,
    settings,
    tell,
    terminal_width,
    use_color,
    write_file,
)
from magcite.cli.streams import write_out
from magcite.errors import UsageError
from magcite.formats import Format, WriteOptions
from magcite.identifiers import parse_identifier
from magcite.model import Identifier, Language, MissingArticle, Status

if TYPE_CHECKING:
    from magcite.model import Article
    from magcite.readers.support import PairScorer

RECORDED = Path("data/articles")
"""Where `show` looks for recorded articles when no folder is named."""

_UNREADABLE = (OSError, EOFError, zlib.error)
"""What a file can fail with; a compressed one also when it is cut off or spoilt."""


def add_to(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command()(show)
    app.command()(fetch)
    app.command()(grade)


def show(
    source: Annotated[str, typer.Argument(metavar="ID", help="A PMID, PMC or NBK id, DOI, or an address of one.")],
    claim: Annotated[
        str | None, typer.Option("--claim", metavar="TEXT", help="A statement in English to judge the article by.")
    ] = None,
    format: FormatOption = None,
    offline: Offline = False,
    refresh: Refresh = False,
    articles: Articles = None,
    lang: Lang = Language.ENGLISH,
    quiet: Quiet = False,
    no_color: NoColor = False,
    model: Model = None,
    judge_url: Judge = None,
    judge_model: JudgeModel = None,
) -> None:
    """Show one article: what was read from it, with the words it was read from."""
    from magcite.formats.article_card import write_card
    from magcite.readers.article import read_article
    from magcite.readers.judging import judge
    from magcite.sources.folder import RecordedFolder

    identifier = _parse(source)
    folder = articles or (RECORDED if RECORDED.is_dir() else None)
    wanted = AidsWanted(
        model=model or (None if claim else NO_MODEL), judge=judge_url, judge_model=judge_model, language=lang
    )
    aids = open_aids(wanted, settings(), offline=offline, refresh=refresh)
    request = Request(files=(), offline=offline, refresh=refresh, language=lang, quiet=quiet)
    with open_sources(request, RecordedFolder(folder) if folder else None) as chain:
        answer = chain.look_up([identifier])[identifier]
    for remark in chain.remarks:
        tell(remark, quiet=quiet)
    if isinstance(answer, MissingArticle):
        tell(_explain(answer))
        raise typer.Exit(ExitCode.NO_ANSWER if answer.status is Status.UNAVAILABLE else ExitCode.USAGE)
    options = WriteOptions(width=terminal_width(), color=use_color(sys.stdout, no_color=no_color), language=lang)
    aids = aids.opened()
    card = aids.add_opinion(judge(claim, answer, read_article(answer), aids.scorer), claim)
    aids.close()
    for remark in aids.remarks:
        tell(remark, quiet=quiet)
    write_out(lambda out: write_card(card, out, options, as_json=format is Format.JSON, model=aids.model_name))


def _explain(missing: MissingArticle) -> str:
    """Say why there is no article; the identifier comes first, once."""
    named = missing.reason.startswith(f"{missing.identifier}")
    return missing.reason if named else f"{missing.identifier}: {missing.reason}"


def _explain_all(missing: Iterable[MissingArticle]) -> Iterator[str]:
    """Say why there are no articles, each reason that is true of several once."""
    alike: dict[str, list[str]] = {}
    for one in missing:
        if one.status is Status.UNAVAILABLE:
            alike.setdefault(one.reason, []).append(str(one.identifier))
        elif one.status is not Status.NOT_IN_PUBMED:
            yield _explain(one)
    for reason, names in alike.items():
        yield f"no record of {', '.join(names)}: {reason}"


def _parse(text: str) -> Identifier:
    identifier = parse_identifier(text)
    if identifier is None:
        raise UsageError(f"{text!r} is no identifier that magcite knows: give a PMID, PMC or NBK id, DOI or address")
    return identifier


def fetch(
    files: Files = None,
    save: Annotated[
        Path | None,
        typer.Option("--save", metavar="DIR", help="Record the articles as files in this folder.", show_default=False),
    ] = None,
    refresh: Refresh = False,
    quiet: Quiet = False,
) -> None:
    """Pull every cited article into the cache, so that later runs need no network."""
    loaded = load(find_files(files))
    wanted = list(
        dict.fromkeys(cited.identifier for file in loaded for claim in file.claims for cited in claim.citations)
    )
    request = Request(files=(), refresh=refresh, quiet=quiet)
    with open_sources(request, None) as chain:
        answers = chain.look_up(wanted)
        found = {answer.ids for answer in answers.values() if not isinstance(answer, MissingArticle)}
        saved = chain.save_records(save, [ids.pmid for ids in found if ids.pmid]) if save else ()
    for remark in chain.remarks:
        tell(remark, quiet=quiet)
    for line in _explain_all(answer for answer in answers.values() if isinstance(answer, MissingArticle)):
        tell(line, quiet=quiet)
    tell(
        f"{len(found)} article{'' if len(found) == 1 else 's'} at hand"
        + (f", {len(saved)} recorded in {save}" if save else ""),
        quiet=quiet,
    )
    raise typer.Exit(ExitCode.NO_ANSWER if chain.failed else ExitCode.DONE)


def grade(
    source: Annotated[
        str, typer.Argument(metavar="IN", help="JSON lines, or PubMed XML (.xml, .xml.gz); `-` is standard input.")
    ] = "-",
    output: Output = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes to use.")] = 1,
    model: Model = None,
    offline: Offline = False,
) -> None:
    """Grade pairs of claim and abstract in bulk: one JSON object per line in, one per line out, in the same order.

    A line that cannot be read gives an error at its place; the run goes on and ends with exit code 2.
    """
    from magcite.batch import write_answers

    if output:
        refuse_unwritable(output)
    errors = 0
    aids = open_aids(AidsWanted(model=model), settings(), offline=offline).opened()
    for remark in aids.remarks:
        tell(remark)

    def write(out: TextIO) -> None:
        nonlocal errors
        errors = write_answers(_answers(source, jobs, aids.scorer), out)

    if output:
        write_file(output, write)
    else:
        write_out(write)
    if errors:
        rows = "1 row could not be read; it has" if errors == 1 else f"{errors} rows could not be read; each has"
        tell(f"{rows} an `error` at its place")
        raise typer.Exit(ExitCode.USAGE)


def _answers(source: str, jobs: int, scorer: PairScorer | None) -> Iterable[dict[str, object]]:
    from magcite.batch import grade_records

    if source.lower().removesuffix(".gz").endswith(".xml"):
        return grade_records(_records(Path(source)))
    return _graded_lines(source, jobs, scorer)


def _graded_lines(source: str, jobs: int, scorer: PairScorer | None) -> Iterator[dict[str, object]]:
    from magcite.batch import grade_lines

    with open_lines(source) as lines:
        yield from grade_lines(lines, jobs, scorer)


@contextmanager
def open_lines(source: str) -> Iterator[Iterable[str]]:
    """Open the rows as text; a byte that is no UTF-8 spoils its own row only."""
    if source == "-":
        yield (line.decode("utf-8-sig", errors="replace") for line in sys.stdin.buffer)
        return
    opener = gzip.open if source.endswith(".gz") else open
    try:
        with opener(source, "rb") as rows:
            yield (line.decode("utf-8-sig", errors="replace") for line in rows)
    except _UNREADABLE as error:
        raise _cannot_read(source, error) from error


def _cannot_read(source: Path | str, error: Exception) -> UsageError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else error
    return UsageError(f"cannot read {source}: {reason}")


def _records(path: Path) -> tuple[Article, ...]:
    from magcite.model import Provenance
    from magcite.sources.pubmed_xml import UnreadableRecordsError, parse_records

    try:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        return parse_records(data, provenance=Provenance.RECORDED, retrieved=None)
    except _UNREADABLE as error:
        raise _cannot_read(path, error) from error
    except UnreadableRecordsError as error:
        raise UsageError(f"{path} holds no PubMed records that can be read: {error}") from error
