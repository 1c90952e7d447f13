"""Try again what may pass, with growing pauses, and stop in bounded time."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Lock
from typing import TypeVar

from magcite.sources.transport import FaultError, Limits

T = TypeVar("T")

WITHOUT_KEY = 0.34
WITH_KEY = 0.1
"""Seconds between requests: NCBI allows three a second, ten with an API key."""

_TIME_FOR_PAUSES = 15.0
"""Seconds that a short time-out must still leave for the pauses a busy server asks for."""

# stamina tells of every retry at warning level; without a handler Python prints that to standard error.
logging.getLogger("stamina").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How often and how long to try: `timeout` is the silence borne; `scale` stretches the pauses (tests shrink it)."""

    timeout: float
    attempts: int = 4
    scale: float = 1.0

    @property
    def budget(self) -> float:
        """Give the seconds after which no new attempt begins and the last one is cut off."""
        return max(2.5 * self.timeout, _TIME_FOR_PAUSES * self.scale)

    def halved(self) -> Patience:
        """Give half as much patience, for a question that has another way to its answer."""
        return replace(self, timeout=self.timeout / 2, attempts=max(self.attempts // 2, 1))


def persist(patience: Patience, work: Callable[[Limits], T]) -> T:
    """Do the work until it succeeds, its fault will not pass, or attempts or time are used up; raise the last fault."""
    import stamina

    end = time.monotonic() + patience.budget

    def pause_before_retry(error: Exception) -> bool | float:
        if not isinstance(error, FaultError) or not error.passing:
            return False
        left = end - time.monotonic()
        if error.retry_after is not None:
            pause = error.retry_after * patience.scale
            return pause if pause < left else False
        return left > 0

    for attempt in stamina.retry_context(
        on=pause_before_retry,
        attempts=patience.attempts,
        timeout=patience.budget,
        wait_initial=0.5 * patience.scale,
        wait_max=8 * patience.scale,
        wait_jitter=0.5 * patience.scale,
    ):
        with attempt:
            left = max(end - time.monotonic(), 0.01)
            result = work(Limits(silence=min(patience.timeout, left), whole=min(2 * patience.timeout, left)))
    return result


class Pace:
    """Keeps requests apart, whichever thread sends them."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._lock = Lock()
        self._next = 0.0

    def wait(self) -> None:
        """Wait for this request's turn."""
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._next)
            self._next = turn + self._seconds
        time.sleep(turn - now)
