"""Send one question and give the text that comes back, in bounded time and size, following nobody elsewhere."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from magcite import __version__
from magcite.second_opinion.endpoint import Endpoint
from magcite.sources.deadline import call_within

LARGEST_REPLY = 1_000_000
"""Bytes read of a reply: a label and a quote take a few hundred, thinking aloud some thousands."""

_LONGEST_WAIT = 10.0
_PASSING = frozenset({408, 425, 429})
_EXTRAS: dict[str, object] = {"temperature": 0, "seed": 7}
"""What makes an answer repeatable; some servers refuse it with a 400, and are asked again without."""


class NoAnswerError(Exception):
    """The endpoint gave no answer; the message says why, in words fit for a report."""


class _PassingError(NoAnswerError):
    """A fault that may be gone in a moment; `wait` is what the server asks for."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


class _RefusedParametersError(NoAnswerError):
    """The server does not take what makes answers repeatable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """Seconds for one attempt as a whole, how many attempts, and the first pause between them, which doubles."""

    timeout: float = 120.0
    attempts: int = 3
    pause: float = 1.0


def ask(endpoint: Endpoint, messages: Sequence[dict[str, str]], patience: Patience) -> str:
    """Ask, and again where the fault may pass; raise NoAnswerError when there is no answer."""
    extras = _EXTRAS
    pause = patience.pause
    for attempt in range(1, patience.attempts + 1):
        try:
            return _ask_once(endpoint, {"model": endpoint.model, "messages": list(messages)} | extras, patience.timeout)
        except _RefusedParametersError:
            if not extras:
                raise
            extras = {}
        except _PassingError as fault:
            if attempt == patience.attempts:
                raise
            time.sleep(min(fault.wait or pause, _LONGEST_WAIT))
            pause *= 2
    raise NoAnswerError("it refused the question however it was put")


def _ask_once(endpoint: Endpoint, question: dict[str, object], timeout: float) -> str:
    request = Request(endpoint.completions, data=json.dumps(question).encode(), method="POST")
    request.add_header("Content-Type", "application/json")
    request.add_header("User-Agent", f"magcite/{__version__}")
    if endpoint.key:
        request.add_header("Authorization", f"Bearer {endpoint.key}")
    try:
        body = call_within(timeout, lambda: _read(_opener(endpoint), request, timeout))
    except HTTPError as refusal:
        with refusal:
            raise _judge_refusal(refusal, endpoint) from None
    except TimeoutError:
        raise NoAnswerError(f"no complete answer within {timeout:g} seconds") from None
    except (OSError, HTTPException) as fault:
        raise _judge_fault(fault, timeout) from None
    return _read_content(body)


def _opener(endpoint: Endpoint) -> OpenerDirector:
    """Go through the proxies of the surroundings, but never for this machine; follow no redirect.

    A redirect could carry the question, and the key, to another place.
    """
    opener = OpenerDirector()
    for handler in (
        ProxyHandler({} if endpoint.is_local else None),
        HTTPHandler(),
        HTTPSHandler(),
        HTTPDefaultErrorHandler(),
        HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _read(opener: OpenerDirector, request: Request, timeout: float) -> bytes:
    with opener.open(request, timeout=timeout) as response:
        body: bytes = response.read(LARGEST_REPLY + 1)
    return body


def _judge_fault(fault: Exception, timeout: float) -> NoAnswerError:
    cause = fault.reason if isinstance(fault, URLError) and isinstance(fault.reason, Exception) else fault
    if isinstance(cause, TimeoutError):
        return NoAnswerError(f"no complete answer within {timeout:g} seconds")
    said = cause.strerror if isinstance(cause, OSError) and cause.strerror else type(cause).__name__
    return _PassingError(f"it could not be reached ({said})")


def _judge_refusal(refusal: HTTPError, endpoint: Endpoint) -> NoAnswerError:
    """Say what a status means; the server's own words are left out, for they may repeat the key."""
    code = refusal.code
    if code == 400:
        return _RefusedParametersError("HTTP 400: it refused the question")
    if code in {401, 403}:
        hint = "the key in MAGCITE_JUDGE_KEY is not accepted" if endpoint.key else "it wants a key in MAGCITE_JUDGE_KEY"
        return NoAnswerError(f"HTTP {code}: {hint}")
    if code == 404:
        return NoAnswerError(f"HTTP 404: no such address, or no model {endpoint.model} there")
    if code >= 500 or code in _PASSING:
        asked = (refusal.headers.get("Retry-After") or "").strip()
        return _PassingError(f"HTTP {code}", float(asked) if asked.isdecimal() else None)
    return NoAnswerError(f"HTTP {code}")


def _read_content(body: bytes) -> str:
    """Take the text out of a reply in the form of OpenAI's."""
    if len(body) > LARGEST_REPLY:
        raise NoAnswerError("the reply is too large")
    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise NoAnswerError("the reply is not that of an OpenAI-compatible endpoint") from None
    if not isinstance(content, str):
        raise NoAnswerError("the reply holds no text")
    return content
