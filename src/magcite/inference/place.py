"""Find the files of a model: in a folder, or by its name on the Hugging Face hub."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from magcite.errors import UsageError
from magcite.inference.hub import Hub, Offer

CONFIG, TOKENIZER = "config.json", "tokenizer.json"
_WEIGHTS = (
    "model.onnx",
    "onnx/model.onnx",
    "model_quantized.onnx",
    "onnx/model_quantized.onnx",
    "model_int8.onnx",
    "onnx/model_int8.onnx",
)
"""Where exporters put the weights, the exact ones before those of fewer bits."""

_HUB_NAME = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*")
_MIB = 1024 * 1024

Agree = Callable[[str], bool]
"""Ask the user about a download, named with its size; False where she declines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFiles:
    """The files of one model, and the name that reports give it."""

    name: str
    weights: Path
    tokenizer: Path
    config: Path


def find_model(wanted: str, hub: Hub, agree: Agree, *, offline: bool) -> ModelFiles:
    """Find a model on disk or on the hub; nothing is downloaded before `agree` says so."""
    place = Path(wanted)
    if place.is_dir():
        return _in_folder(place, place.resolve().name)
    if place.suffix == ".onnx" and place.is_file():
        return _files(place, place.parent, place.stem)
    if not _HUB_NAME.fullmatch(wanted) or place.parent.is_dir():
        raise UsageError(f"--model {wanted}: there is no such folder, and it is no name on the Hugging Face hub")
    held = hub.find(wanted)
    if held and _choose(_listed(held.folder)):
        return _in_folder(held.folder, f"{wanted}@{held.revision[:12]}")
    if offline:
        raise UsageError(f"--model {wanted} is not on this machine, and --offline opens no connection to fetch it")
    return _fetch(wanted, hub, agree)


def _fetch(wanted: str, hub: Hub, agree: Agree) -> ModelFiles:
    offer = hub.describe(wanted)
    weights = _choose(offer.sizes)
    if weights is None:
        raise UsageError(
            f"{wanted} holds no ONNX export (model.onnx or onnx/model.onnx, with {TOKENIZER} and {CONFIG}): export it "
            "yourself, for instance with optimum-cli, and name the folder"
        )
    files = [weights, *(name for name in (CONFIG, TOKENIZER, f"{weights}_data") if name in offer.sizes)]
    if not agree(_question(wanted, offer, files)):
        raise UsageError(f"nothing was downloaded: without {wanted}, leave out --model or name a folder")
    held = hub.download(wanted, offer.revision, files)
    return _in_folder(held.folder, f"{wanted}@{held.revision[:12]}")


def _question(wanted: str, offer: Offer, files: list[str]) -> str:
    size = sum(offer.sizes[name] for name in files) / _MIB
    licence = f", licence {offer.licence}" if offer.licence else ", no licence stated"
    return f"Download {wanted} from {offer.host} ({size:.1f} MiB{licence})?"


def _listed(folder: Path) -> list[str]:
    return [name for name in (*_WEIGHTS, CONFIG, TOKENIZER) if (folder / name).is_file()]


def _choose(names: Iterable[str]) -> str | None:
    held = set(names)
    return next((name for name in _WEIGHTS if name in held), None) if {CONFIG, TOKENIZER} <= held else None


def _in_folder(folder: Path, name: str) -> ModelFiles:
    weights = next((folder / name for name in _WEIGHTS if (folder / name).is_file()), None)
    if weights is None:
        raise UsageError(f"{folder} holds no model.onnx (nor onnx/model.onnx): export the model to ONNX first")
    return _files(weights, folder, name)


def _files(weights: Path, folder: Path, name: str) -> ModelFiles:
    for needed in (TOKENIZER, CONFIG):
        if not (folder / needed).is_file():
            raise UsageError(f"{folder} holds no {needed}, which tells how the model reads text and names its answers")
    return ModelFiles(name=name, weights=weights, tokenizer=folder / TOKENIZER, config=folder / CONFIG)
