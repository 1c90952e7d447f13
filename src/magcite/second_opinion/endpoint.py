"""The place that is asked: an OpenAI-compatible address, whether it leaves this machine, and what may be sent to it."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit, urlunsplit

from magcite.errors import UsageError

_COMPLETIONS = "/chat/completions"
_EXAMPLE = "http://127.0.0.1:11434/v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """An OpenAI-compatible endpoint and the model asked for there. `url` carries neither a query nor a password."""

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    is_local: bool = False

    @property
    def completions(self) -> str:
        """Give the address that takes questions."""
        return self.url + _COMPLETIONS


def open_endpoint(url: str, model: str | None, key: str | None, *, offline: bool) -> Endpoint:
    """Check what was asked for before anything is sent; UsageError says what to change.

    `offline` promises that no connection leaves this machine, so a loopback address keeps it and any other breaks it.
    A key goes over an encrypted connection, or to this machine, or nowhere.
    """
    parts = _split(url)
    local = _is_loopback(parts.hostname or "")
    if not model:
        raise UsageError(
            "--judge needs --judge-model NAME: which of the endpoint's models is to answer (Ollama lists its own with "
            "`ollama list`; llama.cpp serves one and takes any name)"
        )
    if offline and not local:
        raise UsageError(
            f"--offline opens no connection that leaves this machine, and {parts.hostname} is another one: "
            f"leave out --judge or --offline, or name a server on this machine, such as {_EXAMPLE}"
        )
    if key and parts.scheme == "http" and not local:
        raise UsageError(
            f"MAGCITE_JUDGE_KEY would travel to {parts.hostname} unencrypted: use an https address, or unset the key"
        )
    path = parts.path.rstrip("/").removesuffix(_COMPLETIONS)
    clean = urlunsplit((parts.scheme, parts.netloc, path, "", ""))
    return Endpoint(url=clean, model=model, key=key, is_local=local)


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        sound = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        sound = False
    if not sound or not url.isprintable() or " " in url:
        raise UsageError(f"--judge takes the address of an OpenAI-compatible endpoint, such as {_EXAMPLE}")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise UsageError(
            "--judge takes an address without a password, query or fragment, since reports print it; "
            "a key belongs in MAGCITE_JUDGE_KEY"
        )
    return parts


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
