"""The model that ships with magcite: used as it was shipped or not at all, and opened only when it is asked."""

from __future__ import annotations

import hashlib
import pickle
import sys
from pathlib import Path

import pytest

from magcite.errors import LostModelError
from magcite.inference.cross_encoder import CrossEncoder
from magcite.inference.own import FILES, FOLDER, PACKAGES, OwnModel, find_own_model
from magcite.inference.place import ModelFiles
from tests.inference import tiny_model

PAIR = ("Sleep", ["Sleep improved"])


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    tiny_model.need_packages()
    return tiny_model.ship(tmp_path / "shipped")


def found(folder: Path) -> OwnModel:
    model = find_own_model(folder)
    assert model is not None
    return model


def test_a_build_without_a_model_misses_none(tmp_path: Path) -> None:
    assert find_own_model(tmp_path / "nowhere") is None
    assert find_own_model(tmp_path) is None


def test_its_name_tells_its_files_without_opening_them(shipped: Path) -> None:
    weights, tokenizer, config = (shipped / name for name in FILES)
    expected = CrossEncoder(ModelFiles(name="x", weights=weights, tokenizer=tokenizer, config=config)).sha256
    weights.unlink()
    model = found(shipped)
    assert model.sha256 == expected
    assert model.name == f"magcite-pair (sha256 {model.sha256[:12]})"


def test_it_answers_as_the_same_model_named_by_hand(shipped: Path) -> None:
    weights, tokenizer, config = (shipped / name for name in FILES)
    same = CrossEncoder(ModelFiles(name="x", weights=weights, tokenizer=tokenizer, config=config))
    assert found(shipped).score_each(*PAIR) == same.score_each(*PAIR)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_was_changed_is_not_used(shipped: Path, name: str) -> None:
    (shipped / name).write_bytes((shipped / name).read_bytes() + b" ")
    model = found(shipped)
    with pytest.raises(LostModelError, match=rf"{name} is not the file that was shipped.*pip install"):
        model.open()
    with pytest.raises(LostModelError, match=name):
        model.score_each(*PAIR)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_gone_is_named(shipped: Path, name: str) -> None:
    (shipped / name).unlink()
    with pytest.raises(LostModelError, match=rf"{name} cannot be read.*pip install"):
        found(shipped).score_each(*PAIR)


@pytest.mark.parametrize("listed", [b"", b"abc  model.onnx\n", b"\xff\xfe", b"0" * 64 + b"  model.onnx\n"])
def test_a_list_that_does_not_tell_is_not_believed(shipped: Path, listed: bytes) -> None:
    (shipped / "SHA256SUMS").write_bytes(listed)
    with pytest.raises(LostModelError, match=r"SHA256SUMS .*pip install"):
        find_own_model(shipped)


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_that_is_missing_is_told_before_anything_is_read(
    shipped: Path, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(LostModelError, match=f"{package} is not installed: pip install {package}"):
        find_own_model(shipped)


def test_a_package_that_breaks_as_it_is_loaded_loses_the_model_and_not_the_run(
    shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = found(shipped)
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(LostModelError, match="pip install onnxruntime"):
        model.open()


def test_a_model_that_fails_at_a_question_is_lost_too(tmp_path: Path) -> None:
    tiny_model.need_packages()
    model = found(tiny_model.ship(tmp_path / "shipped", answers=2))
    model.open()
    with pytest.raises(LostModelError, match="not one number for each of three answers"):
        model.score_each(*PAIR)


def test_it_travels_to_another_process_unopened(shipped: Path) -> None:
    model = found(shipped)
    model.open()
    packed = pickle.dumps(model)
    assert len(packed) < 2000
    again = pickle.loads(packed)
    assert (again.name, again.score_each(*PAIR)) == (model.name, model.score_each(*PAIR))


@pytest.mark.skipif(not (FOLDER / "SHA256SUMS").is_file(), reason="this build holds no model")
def test_the_model_of_this_build_is_what_its_list_says_and_small_enough() -> None:
    for line in (FOLDER / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        expected, _, name = line.partition("  ")
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == expected
    assert (FOLDER / "model.onnx").stat().st_size < 40_000_000


@pytest.mark.skipif(not (FOLDER / "SHA256SUMS").is_file(), reason="this build holds no model")
def test_the_model_of_this_build_says_the_same_on_one_thread_and_on_two() -> None:
    tiny_model.need_packages()
    weights, tokenizer, config = (FOLDER / name for name in FILES)
    files = ModelFiles(name="x", weights=weights, tokenizer=tokenizer, config=config)
    one, two = CrossEncoder(files), CrossEncoder(files, threads=2)
    statement = "Barley soup helps against hiccups."
    passages = ["Barley soup did not shorten hiccups. " * words for words in (1, 9, 40, 200)]
    assert one.score_each(statement, passages) == two.score_each(statement, passages)
    assert two.score_each(statement, passages) == [one.score(statement, passage) for passage in passages]
