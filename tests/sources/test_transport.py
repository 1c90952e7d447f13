"""Deadlines hold whatever a server does, and faults are told in words."""

import socket
import ssl
import time
from http.client import IncompleteRead, RemoteDisconnected
from threading import Event
from urllib.error import URLError

import pytest

from magcite.sources.deadline import call_within
from magcite.sources.patience import Pace, Patience, persist
from magcite.sources.transport import FaultError, Limits, judge_error, mask, probe


def test_work_that_is_in_time_gives_its_result_or_its_error() -> None:
    assert call_within(5, lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        call_within(5, lambda: 1 / 0)


def test_work_that_is_late_is_left_behind() -> None:
    late = Event()
    with pytest.raises(TimeoutError):
        call_within(0.02, lambda: late.wait(5))
    late.set()


def verification_error() -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "failed")
    error.verify_message = "self-signed certificate"
    return error


@pytest.mark.parametrize(
    ("error", "says", "passing"),
    [
        (URLError(verification_error()), "SSL_CERT_FILE", False),
        (URLError(socket.gaierror(-2, "Name or service not known")), "could not be resolved", False),
        (URLError(ConnectionRefusedError(111, "Connection refused")), "connection refused", True),
        (URLError("unknown url type"), "unknown url type", True),
        (TimeoutError("timed out"), "in time", True),
        (IncompleteRead(b""), "broke off", True),
        (RemoteDisconnected("closed"), "closed", True),
        (OSError(), "OSError", True),
    ],
)
def test_a_failed_connection_is_told_in_words(error: Exception, says: str, passing: bool) -> None:
    fault = judge_error(error, "ncbi.example")
    assert says in str(fault)
    assert "ncbi.example" in str(fault)
    assert fault.passing is passing


@pytest.mark.parametrize(
    "text", ["https://x/?api_key=SECRET&id=1", '{"api-key":"SECRET"}', "api_key: SECRET", "the key SECRET"]
)
def test_the_key_is_masked_wherever_it_stands(text: str) -> None:
    assert "SECRET" not in mask(text, "SECRET")


def test_a_key_in_an_address_is_masked_even_if_unknown() -> None:
    assert mask("https://x/?api_key=OTHER&id=1", None) == "https://x/?api_key=***&id=1"


def test_a_probe_goes_to_the_proxy_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{listener.getsockname()[1]}")
    monkeypatch.delenv("no_proxy", raising=False)
    assert probe("http://ncbi.invalid/entrez/eutils", 2) is None
    monkeypatch.setenv("no_proxy", "ncbi.invalid")
    assert "ncbi.invalid" in str(probe("http://ncbi.invalid/entrez/eutils", 2))
    listener.close()


def test_a_long_retry_after_is_not_waited_for() -> None:
    tries = []

    def busy(limits: Limits) -> None:
        tries.append(limits)
        raise FaultError("busy", passing=True, retry_after=100)

    with pytest.raises(FaultError, match="busy"):
        persist(Patience(timeout=1), busy)
    assert len(tries) == 1


def test_limits_never_reach_beyond_the_budget() -> None:
    patience = Patience(timeout=0.2, scale=0.01)
    seen: list[Limits] = []

    def fail(limits: Limits) -> None:
        seen.append(limits)
        time.sleep(limits.silence)
        raise FaultError("hung", passing=True)

    with pytest.raises(FaultError):
        persist(patience, fail)
    assert sum(limits.silence for limits in seen) <= patience.budget + 0.05
    assert all(limits.whole >= limits.silence for limits in seen)


def test_a_defect_of_ours_is_not_retried() -> None:
    tries = []

    def defect(limits: Limits) -> None:
        tries.append(limits)
        raise KeyError("x")

    with pytest.raises(KeyError):
        persist(Patience(timeout=1), defect)
    assert len(tries) == 1


def test_a_pace_keeps_turns_apart() -> None:
    pace = Pace(0.05)
    start = time.monotonic()
    for _ in range(3):
        pace.wait()
    assert time.monotonic() - start >= 0.1
