"""A model on disk is run as it is, named to the letter, and refused in words where it is none."""

from __future__ import annotations

import json
import pickle
import sys
from pathlib import Path

import pytest

from magcite.errors import UsageError
from magcite.inference.cross_encoder import CrossEncoder
from magcite.inference.hub import HuggingFaceHub
from magcite.inference.place import find_model
from tests.inference import tiny_model
from tests.inference.tiny_model import build

STATEMENT = "Magnesium helps sleep."


@pytest.fixture(autouse=True)
def packages() -> None:
    tiny_model.need_packages()


def load(folder: Path) -> CrossEncoder:
    return CrossEncoder(find_model(str(folder), HuggingFaceHub(), lambda _question: False, offline=True))


def test_each_answer_is_found_at_its_place(tmp_path: Path) -> None:
    model = load(build(tmp_path / "tiny"))
    for passage, place in (("Sleep improved", 0), ("Sleep worsened", 1), ("Sleep was measured", 2)):
        scores = model.score("Sleep", passage)
        assert scores.index(max(scores)) == place
        assert sum(scores) == pytest.approx(1, abs=1e-5)


def test_a_third_input_is_given_where_the_model_takes_one(tmp_path: Path) -> None:
    assert load(build(tmp_path / "tiny", inputs=3)).score("Sleep", "Sleep improved")[0] > 0.9


def test_the_same_pair_gives_the_same_numbers(tmp_path: Path) -> None:
    folder = build(tmp_path / "tiny")
    assert load(folder).score(STATEMENT, "Sleep improved") == load(folder).score(STATEMENT, "Sleep improved")


def test_a_long_text_is_cut(tmp_path: Path) -> None:
    scores = load(build(tmp_path / "tiny")).score("Sleep", "Sleep improved. " * 5000)
    assert sum(scores) == pytest.approx(1, abs=1e-5)


def test_the_name_tells_one_model_from_another(tmp_path: Path) -> None:
    model = load(build(tmp_path / "one" / "tiny"))
    same, other = load(build(tmp_path / "two" / "tiny")), load(build(tmp_path / "three" / "tiny", inputs=3))
    assert (model.name, model.sha256) == (same.name, same.sha256)
    assert model.sha256 != other.sha256
    assert model.name == f"tiny (sha256 {model.sha256[:12]})"


def test_other_labels_make_another_model(tmp_path: Path) -> None:
    model = load(build(tmp_path / "one"))
    turned = load(build(tmp_path / "two", labels=("entailment", "contradiction", "neutral")))
    assert model.sha256 != turned.sha256
    assert model.score("Sleep", "Sleep improved")[0] == turned.score("Sleep", "Sleep improved")[1]


def test_a_model_travels_to_another_process_as_its_place(tmp_path: Path) -> None:
    model = load(build(tmp_path / "tiny"))
    again = pickle.loads(pickle.dumps(model))
    assert again.name == model.name
    assert again.score("Sleep", "Sleep improved") == model.score("Sleep", "Sleep improved")


def test_a_two_way_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not one number for each of three answers"):
        load(build(tmp_path / "tiny", answers=2)).score("Sleep", "Sleep improved")


def test_a_model_of_something_else_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="pixel_values"):
        load(build(tmp_path / "tiny", inputs=4))


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "config.json"])
@pytest.mark.parametrize("content", [b"", b"not what it says it is", b"[]"])
def test_a_broken_file_is_refused_by_its_name(tmp_path: Path, name: str, content: bytes) -> None:
    folder = build(tmp_path / "tiny")
    (folder / name).write_bytes(content)
    with pytest.raises(UsageError, match=name.replace(".", r"\.")):
        load(folder)


def test_labels_that_do_not_tell_are_refused_before_anything_is_run(tmp_path: Path) -> None:
    folder = build(tmp_path / "tiny")
    (folder / "config.json").write_text(json.dumps({"id2label": {"0": "LABEL_0", "1": "LABEL_1", "2": "LABEL_2"}}))
    with pytest.raises(UsageError, match="LABEL_0"):
        load(folder)


@pytest.mark.parametrize("package", ["onnxruntime", "tokenizers"])
def test_a_package_that_is_missing_is_named_with_the_way_to_get_it(
    tmp_path: Path, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = build(tmp_path / "tiny")
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(UsageError, match=f"{package} .*pip install onnxruntime tokenizers"):
        load(folder)


def test_a_name_on_the_hub_needs_the_hubs_client(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "huggingface_hub", None)
    with pytest.raises(UsageError, match=r"pip install huggingface-hub"):
        find_model("someone/tiny", HuggingFaceHub(), lambda _question: False, offline=True)
