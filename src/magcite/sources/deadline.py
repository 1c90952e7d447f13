"""Bound in time what the operating system bounds not at all, or only step by step."""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


def call_within(seconds: float, work: Callable[[], T]) -> T:
    """Do the work in a thread and give its result or raise its error; raise TimeoutError when the time is up.

    A socket's own time-out starts anew with every byte and does not cover name resolution; this one covers all. Work
    that is late is left behind in a daemon thread, which ends with the process at the latest.
    """
    outcome: SimpleQueue[T | BaseException] = SimpleQueue()

    def run() -> None:
        try:
            outcome.put(work())
        except BaseException as error:  # noqa: BLE001  # it is raised again below, in the caller's thread
            outcome.put(error)

    Thread(target=run, daemon=True, name="magcite-deadline").start()
    try:
        result = outcome.get(timeout=max(seconds, 0.001))
    except Empty:
        raise TimeoutError(f"no complete answer within {seconds:.3g} s") from None
    if isinstance(result, BaseException):
        raise result
    return result
