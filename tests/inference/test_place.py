"""Finding a model: on disk, on this machine's copy of the hub, or offered for download with its size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from magcite.errors import UsageError
from magcite.inference.hub import Held, Offer
from magcite.inference.place import find_model

NAME = "someone/tiny-nli"
SIZES = {"onnx/model.onnx": 3 * 1024 * 1024, "config.json": 600, "tokenizer.json": 1024, "pytorch_model.bin": 10**9}


def fill(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")
    return folder


class Shelf:
    """A hub that holds one revision, and notes what it is asked."""

    def __init__(self, folder: Path, sizes: dict[str, int], *, held: bool = False) -> None:
        self._folder = folder
        self._sizes = sizes
        self._held = held
        self.asked: list[str] = []
        self.fetched: list[str] = []

    def find(self, name: str) -> Held | None:
        return Held(revision="c0ffee" * 7, folder=self._folder) if self._held else None

    def describe(self, name: str) -> Offer:
        self.asked.append(name)
        return Offer(revision="c0ffee" * 7, sizes=self._sizes, host="https://hub.example.org", licence="mit")

    def download(self, name: str, revision: str, files: Sequence[str]) -> Held:
        self.fetched += files
        return Held(revision=revision, folder=fill(self._folder, *files))


def answer(says: bool, heard: list[str]) -> Callable[[str], bool]:
    def agree(question: str) -> bool:
        heard.append(question)
        return says

    return agree


def never(question: str) -> bool:
    raise AssertionError(question)


@pytest.mark.parametrize("weights", ["model.onnx", "onnx/model.onnx", "onnx/model_quantized.onnx"])
def test_a_folder_is_taken_as_exporters_leave_it(tmp_path: Path, weights: str) -> None:
    folder = fill(tmp_path / "tiny", weights, "tokenizer.json", "config.json")
    found = find_model(str(folder), Shelf(tmp_path, {}), never, offline=True)
    assert (found.name, found.weights) == ("tiny", folder / weights)


def test_a_file_with_its_companions_beside_it_is_taken(tmp_path: Path) -> None:
    fill(tmp_path, "small.onnx", "tokenizer.json", "config.json")
    assert find_model(str(tmp_path / "small.onnx"), Shelf(tmp_path, {}), never, offline=True).name == "small"


@pytest.mark.parametrize("missing", ["model.onnx", "tokenizer.json", "config.json"])
def test_a_folder_that_lacks_a_file_is_refused_by_the_files_name(tmp_path: Path, missing: str) -> None:
    names = {"model.onnx", "tokenizer.json", "config.json"} - {missing}
    with pytest.raises(UsageError, match=missing):
        find_model(str(fill(tmp_path / "tiny", *names)), Shelf(tmp_path, {}), never, offline=True)


@pytest.mark.parametrize("wanted", ["./models/nli", "nowhere", "../x/y", "a/b/c", "https://example.org/x", "", "-x/y"])
def test_what_is_neither_a_folder_nor_a_name_asks_nobody(tmp_path: Path, wanted: str) -> None:
    hub = Shelf(tmp_path, SIZES)
    with pytest.raises(UsageError, match=r"--model|holds no"):
        find_model(wanted, hub, never, offline=False)
    assert hub.asked == []


def test_a_path_that_is_mistyped_is_not_taken_for_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "models").mkdir()
    hub = Shelf(tmp_path, SIZES)
    with pytest.raises(UsageError, match="no such folder"):
        find_model("models/nil", hub, never, offline=False)
    assert hub.asked == []


def test_a_download_is_named_with_its_size_and_asked_for_first(tmp_path: Path) -> None:
    hub, heard = Shelf(tmp_path, SIZES), list[str]()
    found = find_model(NAME, hub, answer(True, heard), offline=False)
    assert heard == ["Download someone/tiny-nli from https://hub.example.org (3.0 MiB, licence mit)?"]
    assert hub.fetched == ["onnx/model.onnx", "config.json", "tokenizer.json"]
    assert found.name == f"{NAME}@c0ffeec0ffee"


def test_what_is_declined_is_not_downloaded(tmp_path: Path) -> None:
    hub = Shelf(tmp_path, SIZES)
    with pytest.raises(UsageError, match="nothing was downloaded"):
        find_model(NAME, hub, answer(False, []), offline=False)
    assert hub.fetched == []


def test_weights_kept_in_a_second_file_come_along(tmp_path: Path) -> None:
    hub = Shelf(tmp_path, {**SIZES, "onnx/model.onnx_data": 5 * 1024 * 1024})
    heard: list[str] = []
    find_model(NAME, hub, answer(True, heard), offline=False)
    assert "onnx/model.onnx_data" in hub.fetched
    assert "8.0 MiB" in heard[0]


def test_what_this_machine_holds_is_used_without_asking(tmp_path: Path) -> None:
    fill(tmp_path, "model.onnx", "tokenizer.json", "config.json")
    hub = Shelf(tmp_path, SIZES, held=True)
    assert find_model(NAME, hub, never, offline=True).name == f"{NAME}@c0ffeec0ffee"
    assert hub.asked == []


def test_offline_fetches_nothing(tmp_path: Path) -> None:
    hub = Shelf(tmp_path, SIZES)
    with pytest.raises(UsageError, match="--offline"):
        find_model(NAME, hub, never, offline=True)
    assert hub.asked == []


@pytest.mark.parametrize("missing", ["onnx/model.onnx", "config.json", "tokenizer.json"])
def test_a_model_without_an_export_is_not_offered(tmp_path: Path, missing: str) -> None:
    sizes = {name: size for name, size in SIZES.items() if name != missing}
    with pytest.raises(UsageError, match="no ONNX export"):
        find_model(NAME, Shelf(tmp_path, sizes), never, offline=False)
