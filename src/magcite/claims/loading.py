"""Load claims files whole: every complaint about every file in one go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from yaml.nodes import MappingNode, Node

from magcite.claims.complaints import Complaints, line_of
from magcite.claims.fields import Fields, kind_of
from magcite.claims.keys import FILE, SCHEMA
from magcite.claims.nodes import compose, is_no_value
from magcite.claims.stating import Reader
from magcite.claims.text import decode, read_bytes
from magcite.errors import ClaimsFileError, Complaint
from magcite.model import ClaimsFile, Context, Language

STANDARD_INPUT = "<stdin>"
_FIRST_STEPS = "begin with `claims:` and a list of claims below it; `magcite init` makes an example"


def load_claims_files(names: Sequence[str], stdin: bytes | None = None) -> tuple[ClaimsFile, ...]:
    """Load several claims files, each named once; `-` is the standard input given. All complaints come together."""
    files: list[ClaimsFile] = []
    complaints: list[Complaint] = []
    for name in dict.fromkeys(names):
        try:
            files.append(load_claims(STANDARD_INPUT, stdin or b"") if name == "-" else load_claims(name))
        except ClaimsFileError as error:
            complaints.extend(error.complaints)
    if complaints:
        raise ClaimsFileError(tuple(complaints))
    return tuple(files)


def load_claims(name: str, text: bytes | None = None) -> ClaimsFile:
    """Load one claims file; `text` is its content where it is not a file to open, such as standard input."""
    complaints = Complaints(name)
    content = read_bytes(complaints) if text is None else text
    root = compose(decode(content, complaints), complaints)
    loaded = _read_root(root, complaints)
    complaints.raise_if_any()
    return loaded


def _read_root(root: Node | None, complaints: Complaints) -> ClaimsFile:
    if not isinstance(root, MappingNode):
        _refuse_root(root, complaints)
    fields = Fields(root, FILE, complaints)
    _check_schema(fields)
    language = fields.choice("language", Language) or Language.ENGLISH
    context = fields.choice("context", Context) or Context.EDITORIAL
    reader = Reader(language, complaints)
    claims = [reader.read_claim(node) for node in fields.entries("claims")]
    return ClaimsFile(
        path=complaints.file,
        title=fields.text("title"),
        language=language,
        context=context,
        articles=_articles(fields),
        claims=tuple(claim for claim in claims if claim is not None),
    )


def _refuse_root(root: Node | None, complaints: Complaints) -> NoReturn:
    if root is None or is_no_value(root):
        complaints.stop_at(1, 1, f"this file holds no claims; {_FIRST_STEPS}")
    wrong = f"a claims file is a set of keys, and this begins with {kind_of(root)}"
    complaints.stop_at(line_of(root), root.start_mark.column + 1, f"{wrong}; {_FIRST_STEPS}")


def _check_schema(fields: Fields) -> None:
    node = fields.scalar("schema")
    if node is not None and node.value.strip() != str(SCHEMA):
        advice = "correct it, or use a newer magcite"
        fields.complaints.at(node, f"this magcite reads claims files of schema {SCHEMA}, not {node.value}; {advice}")


def _articles(fields: Fields) -> Path | None:
    """Give the folder of recorded articles, which is named from where the claims file stands."""
    name = fields.text("articles")
    if name is None:
        return None
    file = fields.complaints.file
    folder = Path.cwd() if file == STANDARD_INPUT else Path(file).absolute().parent
    return (folder / name).resolve()
