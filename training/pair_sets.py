"""Read the labelled pairs of statement and abstract, the general pairs of inference, and who is kept aside.

One abstract in seven of the training parts is kept aside, whole: no step of the training reads a pair of it. What was
read is named by its checksum in the model card.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import zlib
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from magcite.model import AbstractSection, Article, ArticleIds, Provenance
from magcite.readers.support.passages import Passage, Prepared, prepare
from magcite.readers.support.statement import parse_statement
from magcite.readers.support.telling import choose_telling, list_pieces, rank_telling

Row = dict[str, Any]
LABELS = ("SUPPORT", "CONTRADICT", "NEI")
SEED = 20261122
"""The seed of all that is drawn."""
LABELLED = ("scifact", "checkcovid", "citint", "clinifact", "pubmedqa", "evidence_inference")
"""The sets whose licences let a model trained on them be shipped."""
DESIGNS = ("medline_design", "robotsearch_rct")
"""The sets of study designs whose abstracts may be read too."""
UNTOUCHED = ("checkcovid", "citint", "clinifact", "evidence_inference")
"""The sets that have a development part, of which nothing is trained on."""
NLI_ROWS = {
    "mnli": 24000,
    "fever_nli": 9000,
    "cad_nli": 6000,
    "snli": 5000,
    "evinf_spans": 6000,
    "semeval2013_sra": 3000,
    "conjnli": 3000,
    "scitail": 2500,
    "fool_me_twice": 2500,
    "negnli": 2400,
    "fever_symmetric": 1300,
    "condaqa": 1500,
    "boolq": 1500,
    "breaking_nli": 700,
    "equate_awpnli": 700,
    "monotonicity": 700,
    "hans": 600,
    "folio": 600,
    "logic_fragments": 500,
}
"""How many pairs of each general set are read: those built by template, or short of a label, least."""
WIDE_ROWS = dict.fromkeys(NLI_ROWS, 30000) | {
    "semeval2013_sra": 6000,
    "condaqa": 4000,
    "boolq": 3000,
    "drop_nli": 2500,
    "monotonicity": 1500,
    "hans": 1500,
    "breaking_nli": 1500,
    "strategyqa": 1500,
    "logic_fragments": 1000,
    "wice": 877,
    "tracie": 856,
}
"""The same for the second reading, which takes nearly all there is."""
LONGEST_NLI = 95
"""Words of a general pair, beyond which it is left out: short pairs teach as much for less."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement beside the pieces of a passage, with the answer as its place in LABELS.

    `told` are the places of the pieces that the answer rests on, empty where nobody said.
    """

    statement: str
    pieces: tuple[str, ...]
    answer: int
    told: tuple[int, ...] = ()

    @property
    def passage(self) -> str:
        """Give the passage as the model reads it."""
        return " ".join(self.pieces)


def read_rows(path: Path) -> list[Row]:
    """Read the rows of one set."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def checksum(path: Path) -> str:
    """Give the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def abstract_parts(row: Row) -> list[str]:
    """Give the parts of an abstract as texts."""
    text = row.get("abstract") or []
    return [text] if isinstance(text, str) else [part if isinstance(part, str) else part["text"] for part in text]


def article(row: Row) -> Article:
    """Make an article of a row."""
    return Article(
        ids=ArticleIds(),
        title=row.get("title") or None,
        abstract=tuple(AbstractSection(text=part) for part in abstract_parts(row)),
        provenance=Provenance.RECORDED,
    )


def kept_aside(row: Row) -> bool:
    """Keep one abstract in seven aside, with all the statements on it."""
    return zlib.crc32(" ".join(abstract_parts(row))[:400].encode()) % 7 == 0


def show(statement: str, prepared: Prepared, title: str | None, without: Container[Passage] = ()) -> tuple[str, ...]:
    """Give the pieces of the passage that the model is shown for a statement, as magcite shows it."""
    ranked = [passage for passage in rank_telling(parse_statement(statement), prepared) if passage not in without]
    return list_pieces(title, choose_telling(prepared, ranked))


def show_row(row: Row, statement: str | None = None) -> tuple[str, ...]:
    """Give the pieces of the passage of a row for its own statement or another."""
    return show(statement or row["claim"], prepare(article(row), reviews=False), row.get("title"))


def rests_on(row: Row, text: str) -> bool:
    """Tell whether a text lies in, or holds, a sentence that the labels of a row rest on."""
    parts, text = [" ".join(part.split()) for part in abstract_parts(row)], " ".join(text.split())
    named = [parts[place] for place in row["gold"].get("rationale") or () if place < len(parts)]
    return any(text in part or part in text for part in named)


def labelled_rows(bench: Path, *, aside: bool = False) -> dict[str, list[Row]]:
    """Read the training parts: the rows to train on, or those kept aside."""
    return {
        name: [
            row for row in settled(read_rows(bench / "verdict" / f"{name}.train.jsonl.gz")) if kept_aside(row) is aside
        ]
        for name in LABELLED
    }


def settled(rows: Sequence[Row]) -> list[Row]:
    """Leave out the rows that say of a pair that it does not tell while another row gives an answer to the same pair.

    One row in three of Check-COVID is such a twin; presumably it was judged by other evidence than the abstract.
    """
    answered = {key_of(row) for row in rows if row["gold"]["verdict"] != "NEI"}
    return [row for row in rows if row["gold"]["verdict"] != "NEI" or key_of(row) not in answered]


def key_of(row: Row) -> tuple[str, str]:
    """Give what makes a pair the same pair: its statement and abstract."""
    return row["claim"], " ".join(abstract_parts(row))


def label(row: Row) -> int:
    """Give the answer of a row as its place in LABELS."""
    return LABELS.index(row["gold"]["verdict"])


def pairs_of(rows: Iterable[Row]) -> list[Pair]:
    """Make the pairs of labelled rows."""
    return [pair_of(row["claim"], row, label(row)) for row in rows]


def pair_of(statement: str, row: Row, answer: int) -> Pair:
    """Put a statement beside the passage of a row, with the pieces that the labels of the row rest on."""
    pieces = show_row(row, statement)
    return Pair(statement, pieces, answer, tuple(i for i, piece in enumerate(pieces) if rests_on(row, piece)))


def general_pairs(bench: Path, rng: random.Random, most_of: Mapping[str, int]) -> list[Pair]:
    """Read so many general pairs of each set, evened out, without what the labelled parts kept aside hold."""
    unseen = _unseen_text(bench)
    pairs = []
    for name, most in most_of.items():
        rows = read_rows(bench / "nli" / f"{name}.jsonl.gz")
        rng.shuffle(rows)
        short = [row for row in rows if len(f"{row['premise']} {row['hypothesis']}".split()) <= LONGEST_NLI]
        if name == "evinf_spans":
            short = [row for row in short if _plain(row["premise"])[:80] not in unseen]
        pairs += [Pair(row["hypothesis"], (row["premise"],), LABELS.index(row["label"])) for row in short[:most]]
    return pairs


def _plain(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _unseen_text(bench: Path) -> str:
    rows: Sequence[Row] = [
        row
        for name in UNTOUCHED
        for row in read_rows(bench / "verdict" / f"{name}.dev.jsonl.gz")
    ] + [row for rows in labelled_rows(bench, aside=True).values() for row in rows]  # fmt: skip
    return "\n".join({_plain(" ".join(abstract_parts(row))) for row in rows})
