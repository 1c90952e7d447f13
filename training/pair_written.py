"""Read the statements written for this training, each with its verdict, beside the abstracts they were written about.

`written/*.tsv` hold them: the checksum of an abstract, the verdict, the numbers of the sentences it rests on, and the
statement. A language model wrote them from the abstracts of the sets that a shipped model may be trained on, in the
ways that people talk about studies, true ones and false ones alike in form; no person has checked them all. Half of
those that a bag of their words alone gave away were left out. The abstracts stay in their sets. Those of
`written/invented*.jsonl` are in none: the same model invented them, with eight or ten statements about each; those of
`invented_aside` are not trained on.
"""

from __future__ import annotations

import csv
import hashlib
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pair_sentences import BESIDE
from pair_sets import DESIGNS, LABELS, Pair, Row, abstract_parts, article, labelled_rows, read_rows, show

from magcite.model import AbstractSection, Article, ArticleIds, Provenance
from magcite.readers.support.coverage import cover
from magcite.readers.support.passages import Prepared, prepare
from magcite.readers.support.statement import parse_statement
from magcite.readers.support.telling import rank_telling

FOLDER = Path(__file__).resolve().parent / "written"
TSV = ("first", "second", "third", "fourth")
INVENTED = ("invented", "invented_second", "invented_third")
"""The files of statements written about abstracts of the sets, and about invented ones; the rest is kept aside."""
LETTERS = "SCN"
"""The letters of the answers about invented abstracts, in the order of LABELS."""
ALONE = 0.5
"""Share of the statements that stand beside the sentences they rest on alone as well."""
OTHERS = 0.3
"""Share of the rest that stand beside another sentence as well, as neither."""


@dataclass(frozen=True, slots=True)
class Written:
    """A statement written about an abstract; `rests_on` are the numbers of its sentences, the title counted."""

    source: Article
    prepared: Prepared
    statement: str
    answer: int
    rests_on: tuple[int, ...]

    def list_told(self) -> list[str]:
        """List the sentences that the verdict rests on."""
        texts = [passage.sentence.text for passage in self.prepared.passages]
        return [texts[place] for place in self.rests_on if place < len(texts)]


def name_abstract(row: Row) -> str:
    """Give the checksum that names an abstract."""
    return hashlib.sha256(" ".join(" ".join(abstract_parts(row)).split()).encode()).hexdigest()[:12]


def read_written(bench: Path, name: str) -> list[Written]:
    """Read the statements of one file; those whose abstract is in none of the sets are left out."""
    rows = [row for found in labelled_rows(bench).values() for row in found]
    rows += [row for design in DESIGNS for row in read_rows(bench / "design" / f"{design}.train.jsonl.gz")]
    by_name = {name_abstract(row): article(row) for row in reversed(rows)}
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        listed = list(csv.DictReader(lines, dialect="excel-tab", quoting=csv.QUOTE_NONE))
    return [
        Written(
            source=source,
            prepared=prepare(source, reviews=False),
            statement=line["statement"],
            answer=LABELS.index(line["verdict"]),
            rests_on=tuple(int(place) for place in line["sentences"].split(",") if place),
        )
        for line in listed
        if (source := by_name.get(line["abstract"]))
    ]


def read_invented(name: str) -> list[Written]:
    """Read the statements about the invented abstracts of one file, which stand beside them."""
    found = []
    for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        sections = tuple(AbstractSection(label=label, text=text) for label, text in one["sections"])
        source = Article(ids=ArticleIds(), title=one["title"], abstract=sections, provenance=Provenance.RECORDED)
        prepared = prepare(source, reviews=False)
        texts = [passage.sentence.text for passage in prepared.passages]
        for letter, quote, statement in one["statements"]:
            told = tuple(place for place, text in enumerate(texts) if quote and (quote in text or text in quote))
            found.append(
                Written(
                    source=source,
                    prepared=prepared,
                    statement=statement,
                    answer=LETTERS.index(letter),
                    rests_on=told,
                )
            )
    return found


def pairs_of_written(written: Iterable[Written], rng: random.Random) -> Iterator[Pair]:
    """Put each statement beside its passage, and some beside one sentence alone, which may be another one."""
    silent = LABELS.index("NEI")
    for one in written:
        told, pieces = one.list_told(), show(one.statement, one.prepared, one.source.title)
        places = () if one.answer == silent else tuple(i for i, piece in enumerate(pieces) if is_told(piece, told))
        yield Pair(one.statement, pieces, one.answer, places)
        if told and rng.random() < ALONE:
            yield Pair(one.statement, tuple(told[:3]), one.answer)
        elif one.answer != silent and rng.random() < OTHERS:
            frame = parse_statement(one.statement)
            for passage in rank_telling(frame, one.prepared):
                if passage.sentence.text not in told and cover(frame.terms, passage.terms) < BESIDE:
                    yield Pair(one.statement, (passage.sentence.text,), silent)
                    break


def is_told(piece: str, told: Iterable[str]) -> bool:
    """Tell whether a piece of a passage is one of the sentences that an answer rests on."""
    return any(piece in text or text in piece or piece.rstrip(".") == text.rstrip(".") for text in told)
