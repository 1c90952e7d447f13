"""The Hugging Face hub, as far as a model is concerned: what is on this machine, what is on offer, and fetching it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from magcite.errors import UsageError
from magcite.inference.faults import first_line

_SECONDS = 20.0
_ALWAYS_THERE = "config.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What the hub says it holds under a name: one revision with its files and their sizes in bytes."""

    revision: str
    sizes: Mapping[str, int]
    host: str
    licence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One revision of a model, or part of it, on this machine."""

    revision: str
    folder: Path


class Hub(Protocol):
    """A place that models are fetched from by name."""

    def find(self, name: str) -> Held | None:
        """Give what is on this machine already, asking nobody."""
        ...

    def describe(self, name: str) -> Offer:
        """Ask what is on offer; UsageError where there is nothing."""
        ...

    def download(self, name: str, revision: str, files: Sequence[str]) -> Held:
        """Fetch the files named, of that revision."""
        ...


class HuggingFaceHub:
    """The hub through its own client, whose cache, proxy settings and token it shares."""

    def find(self, name: str) -> Held | None:
        """Give the revision that the client's cache holds as the newest."""
        try:
            kept = _client().try_to_load_from_cache(name, _ALWAYS_THERE)
        except (OSError, ValueError):
            return None
        return _held(kept, _ALWAYS_THERE) if isinstance(kept, str) else None

    def describe(self, name: str) -> Offer:
        """Ask the hub for the newest revision and its files."""
        client = _client()
        try:
            told = client.HfApi().model_info(name, files_metadata=True, timeout=_SECONDS)
        except Exception as error:
            raise UsageError(f"cannot look up {name} on the Hugging Face hub: {first_line(error)}") from error
        card = told.card_data
        licence = card.get("license") if card else None
        return Offer(
            revision=str(told.sha),
            sizes={file.rfilename: file.size or 0 for file in told.siblings or ()},
            host=str(client.constants.ENDPOINT),
            licence=licence if isinstance(licence, str) else None,
        )

    def download(self, name: str, revision: str, files: Sequence[str]) -> Held:
        """Fetch the files into the client's cache, under its name for the newest, so that `find` finds them."""
        client = _client()
        try:
            held = [_held(client.hf_hub_download(name, file), file) for file in files]
        except Exception as error:
            raise UsageError(f"cannot download {name}: {first_line(error)}") from error
        if {one.revision for one in held} != {revision}:
            raise UsageError(f"{name} was changed while it was being downloaded: run this again")
        return held[0]


def _held(path: str, file: str) -> Held:
    """Tell the folder of a revision from the place of one file in it."""
    folder = Path(path).parents[file.count("/")]
    return Held(revision=folder.name, folder=folder)


def _client() -> Any:
    try:
        import huggingface_hub
    except ImportError:
        raise UsageError(
            "a model by its name on the Hugging Face hub needs its client: pip install huggingface-hub "
            "(a folder that holds model.onnx, tokenizer.json and config.json does not)"
        ) from None
    return huggingface_hub
