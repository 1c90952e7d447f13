"""The command that measures magcite on a user's own labelled pairs: `accuracy`."""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
import zlib
from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from magcite import __version__
from magcite.cli.aids import AidsWanted, open_aids
from magcite.cli.options import Model, Offline, Output
from magcite.cli.runs import STANDARD_INPUT, refuse_unwritable, settings, write_file
from magcite.cli.streams import say, write_out
from magcite.errors import UsageError

if TYPE_CHECKING:
    from magcite.cli.aids import Aids
    from magcite.measuring import Gold, Labelled

_BYTE_ORDER_MARK = "\ufeff"


class AccuracyFormat(Enum):
    """How measures are written."""

    TABLE = "table"
    JSON = "json"


def add_to(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(accuracy)


def accuracy(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="Labelled pairs as JSON lines (.jsonl, .jsonl.gz); `-` is standard input."),
    ],
    format: Annotated[AccuracyFormat, typer.Option("--format", help="How to write the result.")] = AccuracyFormat.TABLE,
    output: Output = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes to use.")] = 1,
    model: Model = None,
    offline: Offline = False,
) -> None:
    """Measure magcite on your own labelled pairs: how often it is right, and what its confidence is worth.

    Rows have the form that `magcite grade` takes, and a `gold` object with `verdict` (supports, partial, contradicts,
    unrelated or unclear; or SUPPORT, CONTRADICT, NEI), `study_type` or `sample_size`.
    """
    from magcite.formats.accuracy import Measured, write_json, write_table
    from magcite.measuring import measure

    if output:
        refuse_unwritable(output)
    data = _read(file)
    lines = [line for line in _text(data, file).split("\n") if line.strip()]
    golds = _read_golds(lines, file)
    aids = open_aids(AidsWanted(model=model), settings(), offline=offline).opened()
    for remark in aids.remarks:
        say(remark)
    found = Measured(
        set_name="standard input" if file == STANDARD_INPUT else Path(file).name,
        sha256=hashlib.sha256(data).hexdigest(),
        rows=len(lines),
        reader=_reader(aids),
        measures=measure(_answer(lines, golds, aids, jobs)),
    )

    def write(out: TextIO) -> None:
        (write_json if format is AccuracyFormat.JSON else write_table)(found, out)

    if output:
        write_file(output, write)
    else:
        write_out(write)


def _reader(aids: Aids) -> str:
    own = f"magcite {__version__}, rules and fitted weights"
    return f"{own}, and the model {aids.scorer.name}" if aids.scorer else own


def _read(file: str) -> bytes:
    if file == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror or error}") from error


def _text(data: bytes, file: str) -> str:
    try:
        plain = gzip.decompress(data) if file.endswith(".gz") else data
        return plain.decode("utf-8").removeprefix(_BYTE_ORDER_MARK)
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read {file}: {error}") from error


def _read_golds(lines: Sequence[str], file: str) -> list[Gold]:
    """Read all labels before anything is graded: a mistake in the last row must not cost the time of all others."""
    if not lines:
        raise UsageError(f"{file} holds no rows: give one JSON object a line")
    return list(_each_gold(lines, file))


def _each_gold(lines: Sequence[str], file: str) -> Iterator[Gold]:
    from magcite.measuring import GoldError, read_gold

    for number, line in enumerate(lines, start=1):
        try:
            row = json.loads(line)
            yield read_gold(row if isinstance(row, dict) else {})
        except (ValueError, RecursionError) as error:
            reason = str(error) if isinstance(error, GoldError) else f"not JSON: {error}"
            raise UsageError(f"{file}, row {number}: {reason}") from error


def _answer(lines: Sequence[str], golds: Sequence[Gold], aids: Aids, jobs: int) -> list[Labelled]:
    from magcite.batch import grade_lines
    from magcite.measuring import set_beside

    rows: list[Labelled] = []
    for gold, answer in zip(golds, grade_lines(lines, jobs, aids.scorer), strict=True):
        if "error" in answer:
            raise UsageError(f"row {len(rows) + 1} ({answer['id']}): {answer['error']}")
        rows.append(set_beside(gold, answer))
    return rows
