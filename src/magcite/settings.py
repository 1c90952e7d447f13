"""Read magcite's settings from the environment and from pyproject.toml."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from magcite.errors import UsageError

NCBI_EUTILS = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
NCBI_IDCONV = "https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles/"
DEFAULT_TIMEOUT = 20.0
"""Seconds without a sign of life from PubMed; its usual answer takes one to five."""

JUDGE_TIMEOUT = 120.0
"""Seconds for one second opinion; a model of some billion weights on a laptop's processor takes most of a minute."""

_LONGEST_TIMEOUT = 3600.0
_VARIABLES = {
    "MAGCITE_EMAIL": "email",
    "NCBI_API_KEY": "ncbi_api_key",
    "MAGCITE_EUTILS_URL": "eutils_url",
    "MAGCITE_IDCONV_URL": "idconv_url",
    "MAGCITE_CACHE_DIR": "cache_dir",
    "MAGCITE_TIMEOUT": "timeout",
    "MAGCITE_JUDGE_KEY": "judge_key",
    "MAGCITE_JUDGE_TIMEOUT": "judge_timeout",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to reach PubMed and where to keep its answers.

    `idconv_url` is None where PubMed's address was changed and no id converter was named: then none is asked.
    """

    email: str | None
    api_key: str | None = field(repr=False)
    eutils_url: str
    idconv_url: str | None
    cache_dir: Path
    timeout: float
    judge_key: str | None = field(default=None, repr=False)
    judge_timeout: float = JUDGE_TIMEOUT


@dataclass(frozen=True, slots=True, kw_only=True)
class _Value:
    """One value as given, and where, in words for a complaint."""

    text: str
    place: str
    folder: Path


def read_settings(environ: Mapping[str, str], start: Path) -> Settings:
    """Read the environment, and below it [tool.magcite] of the nearest pyproject.toml from `start` upward."""
    given = dict(_from_pyproject(start))
    given.update(_from_environment(environ, start))
    eutils = _address(given.get("eutils_url"))
    idconv = _address(given.get("idconv_url"))
    return Settings(
        email=_email(given.get("email")),
        api_key=_key(given.get("ncbi_api_key")),
        eutils_url=(eutils or NCBI_EUTILS).rstrip("/"),
        idconv_url=idconv or (NCBI_IDCONV if eutils is None or eutils.rstrip("/") == NCBI_EUTILS else None),
        cache_dir=_cache_dir(given.get("cache_dir"), environ),
        timeout=_seconds(given.get("timeout"), DEFAULT_TIMEOUT),
        judge_key=_key(given.get("judge_key")),
        judge_timeout=_seconds(given.get("judge_timeout"), JUDGE_TIMEOUT),
    )


def _from_environment(environ: Mapping[str, str], start: Path) -> Iterator[tuple[str, _Value]]:
    for variable, name in _VARIABLES.items():
        if text := environ.get(variable, "").strip():
            yield name, _Value(text=text, place=variable, folder=start)


def _from_pyproject(start: Path) -> Iterator[tuple[str, _Value]]:
    path = next((path for folder in (start, *start.parents) if (path := folder / "pyproject.toml").is_file()), None)
    if path is None:
        return
    table = _read_table(path)
    for written, value in table.items():
        place = f"[tool.magcite] {written} in {path}"
        name = "ncbi_api_key" if written == "api_key" else written
        if name not in _VARIABLES.values():
            raise UsageError(f"{place}: there is no such setting; known are {', '.join(sorted(_VARIABLES.values()))}")
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise UsageError(f"{place}: expected a text or a number")
        yield name, _Value(text=str(value).strip(), place=place, folder=path.parent)


def _read_table(path: Path) -> dict[str, object]:
    try:
        whole = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise UsageError(f"{path} cannot be read as TOML: {wrong}") from wrong
    except OSError as wrong:
        raise UsageError(f"{path} cannot be read: {wrong.strerror}") from wrong
    tool = whole.get("tool", {})
    table = tool.get("magcite", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        raise UsageError(f"[tool.magcite] in {path} must be a table")
    return table


def _email(value: _Value | None) -> str | None:
    if value is None:
        return None
    if "@" not in value.text or any(sign.isspace() for sign in value.text):
        raise UsageError(f"{value.place}: {value.text!r} is no e-mail address; write it like name@example.org")
    return value.text


def _key(value: _Value | None) -> str | None:
    if value is None:
        return None
    if not (value.text.isascii() and value.text.isprintable() and " " not in value.text):
        raise UsageError(f"{value.place}: the key holds blanks or other signs that no key has; copy it again")
    return value.text


def _address(value: _Value | None) -> str | None:
    if value is None:
        return None
    try:
        parts = urlsplit(value.text)
        sound = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        sound = False
    if not sound or any(sign.isspace() for sign in value.text):
        raise UsageError(f"{value.place}: {value.text!r} is no web address; it must begin with https:// or http://")
    return value.text


def _seconds(value: _Value | None, default: float) -> float:
    if value is None:
        return default
    try:
        seconds = float(value.text)
    except ValueError:
        seconds = -1
    if not 0 < seconds <= _LONGEST_TIMEOUT:
        raise UsageError(f"{value.place}: {value.text!r} is no number of seconds between 0 and {_LONGEST_TIMEOUT:g}")
    return seconds


def _cache_dir(value: _Value | None, environ: Mapping[str, str]) -> Path:
    if value is not None:
        return value.folder / Path(value.text).expanduser()
    if Path(environ.get("XDG_CACHE_HOME", "")).is_absolute():
        return Path(environ["XDG_CACHE_HOME"]) / "magcite"
    if sys.platform == "win32" and environ.get("LOCALAPPDATA"):
        return Path(environ["LOCALAPPDATA"]) / "magcite" / "cache"
    home = Path(environ.get("HOME") or environ.get("USERPROFILE") or ".")
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "magcite"
    return home / ".cache" / "magcite"
