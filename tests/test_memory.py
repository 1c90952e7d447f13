"""What was read from an article is read once, whatever happens to the file that remembers it."""

from __future__ import annotations

import pickle
import sqlite3
from pathlib import Path

import pytest

from magcite.memory import FILE, Memory
from magcite.model import AbstractSection, Article, ArticleIds, MeshTerm, Provenance
from magcite.readers.article import read_article
from magcite.readers.judging import judge

STATEMENT = "Magnesium improves sleep."


def article(text: str = "We randomly assigned 84 adults to magnesium or placebo. Sleep improved.") -> Article:
    return Article(
        ids=ArticleIds(), title="Magnesium", abstract=(AbstractSection(text=text),), provenance=Provenance.PUBMED
    )


def remember(folder: Path | None, read: Article) -> None:
    memory = Memory(folder)
    key, known = memory.recall(read)
    known.facts = read_article(read)
    reading = judge(STATEMENT, read, known.facts)
    known.judgements[STATEMENT] = (reading.support, reading.reasons)
    memory.has_changed(key)
    memory.save()


def test_what_was_read_comes_back_as_it_was(tmp_path: Path) -> None:
    remember(tmp_path, article())
    _, known = Memory(tmp_path).recall(article())
    facts = read_article(article())
    reading = judge(STATEMENT, article(), facts)
    assert known.facts == facts
    assert known.judgements == {STATEMENT: (reading.support, reading.reasons)}


def test_other_words_are_another_text(tmp_path: Path) -> None:
    remember(tmp_path, article())
    memory = Memory(tmp_path)
    assert memory.recall(article("Something else."))[1].facts is None
    typed = Article(
        ids=ArticleIds(),
        title="Magnesium",
        abstract=article().abstract,
        provenance=Provenance.PUBMED,
        publication_types=(MeshTerm(name="Review"),),
    )
    assert memory.recall(typed)[1].facts is None


def test_the_id_and_provenance_of_an_article_do_not_matter(tmp_path: Path) -> None:
    remember(tmp_path, article())
    same = Article(ids=ArticleIds(url="x"), title="Magnesium", abstract=article().abstract, provenance=Provenance.CACHE)
    assert Memory(tmp_path).recall(same)[1].facts is not None


def test_without_a_folder_a_run_remembers_for_itself() -> None:
    memory = Memory(None)
    _, known = memory.recall(article())
    known.facts = read_article(article())
    assert memory.recall(article())[1].facts is not None
    memory.save()


def test_another_state_of_magcite_reads_anew(tmp_path: Path) -> None:
    remember(tmp_path, article())
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute("UPDATE readings SET magcite = 'older'")
    assert Memory(tmp_path).recall(article())[1].facts is None


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to be taken for one" * 20, b""])
def test_a_damaged_file_is_written_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    remember(tmp_path, article())
    assert Memory(tmp_path).recall(article())[1].facts is not None


class Trap:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (print, ("this must never run",))


@pytest.mark.parametrize("kept", [b"rubbish", pickle.dumps((Trap(), {})), pickle.dumps(3)])
def test_an_entry_that_is_no_value_of_ours_is_not_taken(
    tmp_path: Path, kept: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    remember(tmp_path, article())
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute("UPDATE readings SET kept = ?", (kept,))
    assert Memory(tmp_path).recall(article())[1].facts is None
    assert capsys.readouterr().out == ""


def test_a_folder_that_cannot_be_made_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    remember(tmp_path / "file" / "below", article())
