"""Send one request and judge what came back: an answer, a passing fault, or a fault that stays."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException, IncompleteRead
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, getproxies, proxy_bypass, urlopen

from magcite.sources.deadline import call_within
from magcite.sources.phrases import Phrase

PROBE_SECONDS = 3.0
"""How long a first connection may take before PubMed counts as out of reach."""

_LONGEST_RETRY_AFTER = 10.0
"""Seconds that a Retry-After header can make us wait; longer would pass for hanging."""

_TAG = re.compile(r"<[^>]{0,200}>")
_KEY = re.compile(r"(api[_-]key[\"']?\s*[=:]\s*[\"']?)[^&\s\"',}]+", re.IGNORECASE)
_EXCERPT = 160
_FOR_GOOD = ("id list is empty", "supplied id parameter is empty", "api key invalid", "cannot get document")
"""Words by which NCBI says that a 400 is the request's fault; its outages come as 400 too."""


class Limits(NamedTuple):
    """Seconds without a sign of life, and seconds for the request as a whole."""

    silence: float
    whole: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a server sent back, whatever its status."""

    status: int
    headers: Message
    body: bytes
    url: str


Transport = Callable[[Request, Limits], Reply]


class FaultError(Exception):
    """A request failed; `passing` says whether it is worth another try, `retry_after` when the server wants it.

    `answered` tells a server that said something wrong from one that said nothing at all.
    """

    def __init__(self, reason: str, *, passing: bool, retry_after: float | None = None, answered: bool = True) -> None:
        super().__init__(reason)
        self.passing = passing
        self.retry_after = retry_after
        self.answered = answered


def send(request: Request, limits: Limits) -> Reply:
    """Send a request through urllib, which honours proxies and SSL_CERT_FILE; a refusal is a reply too."""
    try:
        response = urlopen(request, timeout=limits.silence)
    except HTTPError as refusal:
        response = refusal
    with response:
        return Reply(status=response.status, headers=response.headers, body=response.read(), url=response.url)


def ask(transport: Transport, request: Request, limits: Limits) -> Reply:
    """Send a request and give the reply if it is one; raise FaultError otherwise, within the limits."""
    try:
        reply = call_within(limits.whole, lambda: transport(request, limits))
    except (OSError, HTTPException) as error:
        raise judge_error(error, urlsplit(request.full_url).hostname or "the server") from error
    if 200 <= reply.status < 300:
        return reply
    raise _judge_refusal(reply)


def mask(text: str, key: str | None) -> str:
    """Take the API key out of a text."""
    masked = _KEY.sub(r"\1***", text)
    return masked.replace(key, "***") if key else masked


def judge_error(error: Exception, host: str) -> FaultError:
    """Say what a failed connection means, and whether it may pass."""
    cause = error.reason if isinstance(error, URLError) and isinstance(error.reason, Exception) else error
    match cause:
        case ssl.SSLCertVerificationError():
            reason = Phrase.CERTIFICATE.say(host=host, detail=cause.verify_message)
            return FaultError(reason, passing=False, answered=False)
        case socket.gaierror():
            return FaultError(Phrase.UNKNOWN_HOST.say(host=host), passing=False, answered=False)
        case TimeoutError():
            return FaultError(Phrase.TOO_LATE.say(host=host), passing=True, answered=False)
        case IncompleteRead():
            return FaultError(Phrase.BROKE_OFF.say(host=host), passing=True)
        case OSError() if cause.strerror:
            return FaultError(Phrase.ABOUT.say(id=host, why=cause.strerror.lower()), passing=True, answered=False)
        case _:
            return FaultError(f"{host}: {str(cause) or type(cause).__name__}", passing=True, answered=False)


def _judge_refusal(reply: Reply) -> FaultError:
    said = " ".join(_TAG.sub(" ", reply.body[:4000].decode("utf-8", "replace")).split())[:_EXCERPT]
    reason = f"HTTP {reply.status}" + (f": {said}" if said else "")
    if reply.status == 400:
        return FaultError(reason, passing=not any(words in said.lower() for words in _FOR_GOOD))
    passing = reply.status >= 500 or reply.status in {408, 425, 429}
    return FaultError(reason, passing=passing, retry_after=_read_retry_after(reply.headers))


def _read_retry_after(headers: Message) -> float | None:
    """Read the seconds that a server asks to wait; a date is not read, our own back-off serves then."""
    said = (headers.get("Retry-After") or "").strip()
    return min(float(said), _LONGEST_RETRY_AFTER) if said.isdecimal() else None


def probe(address: str, seconds: float) -> str | None:
    """Try one connection to the address, or to the proxy that stands before it; say why it fails, None if it works."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    proxy = None if proxy_bypass(host) else getproxies().get(parts.scheme)
    if proxy:
        parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    try:
        place = (parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80))
        call_within(seconds, lambda: socket.create_connection(place, timeout=seconds).close())
    except (OSError, ValueError) as error:
        return str(judge_error(error, parts.hostname or host))
    return None
