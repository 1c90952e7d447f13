"""What may be asked, and where a statement may go."""

from __future__ import annotations

import pytest

from magcite.errors import UsageError
from magcite.second_opinion import open_endpoint

LOCAL = "http://127.0.0.1:11434/v1"
REMOTE = "https://models.example.org/v1"


@pytest.mark.parametrize("url", [LOCAL, f"{LOCAL}/", f"{LOCAL}/chat/completions"])
def test_the_address_is_taken_with_and_without_its_ending(url: str) -> None:
    endpoint = open_endpoint(url, "invented", None, offline=False)
    assert (endpoint.url, endpoint.completions) == (LOCAL, f"{LOCAL}/chat/completions")


@pytest.mark.parametrize("url", [LOCAL, "http://localhost:8080", "http://[::1]:8080/v1", "http://127.9.9.9"])
def test_offline_allows_what_stays_on_this_machine(url: str) -> None:
    assert open_endpoint(url, "invented", "secret", offline=True).is_local


@pytest.mark.parametrize(
    "url",
    [
        REMOTE,
        "http://192.168.1.5:11434/v1",
        "http://localhost.example.org",
        "http://127.0.0.1.example.org",
        "http://[2001:db8::1]",
    ],
)
def test_offline_refuses_everything_else(url: str) -> None:
    with pytest.raises(UsageError, match="--offline"):
        open_endpoint(url, "invented", None, offline=True)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "models.example.org",
        "file:///etc/passwd",
        "ftp://example.org",
        "http://",
        "http://a:b",
        "https://x y",
        "http://h:0",
    ],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(UsageError, match="such as http://127"):
        open_endpoint(url, "invented", None, offline=False)


@pytest.mark.parametrize(
    "url", ["https://me:pw@example.org", "https://example.org/v1?key=abc", "https://example.org/#x"]
)
def test_an_address_that_may_hold_a_secret_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(UsageError, match="MAGCITE_JUDGE_KEY") as refusal:
        open_endpoint(url, "invented", None, offline=False)
    assert "abc" not in str(refusal.value)
    assert "pw" not in str(refusal.value)


def test_a_key_goes_to_another_machine_encrypted_or_not_at_all() -> None:
    assert open_endpoint(REMOTE, "invented", "secret", offline=False).key == "secret"
    with pytest.raises(UsageError, match="unencrypted") as refusal:
        open_endpoint("http://models.example.org/v1", "invented", "secret", offline=False)
    assert "secret" not in str(refusal.value)


def test_a_key_is_not_shown_where_an_endpoint_is_printed() -> None:
    assert "secret" not in repr(open_endpoint(REMOTE, "invented", "secret", offline=False))


def test_a_model_must_be_named() -> None:
    with pytest.raises(UsageError, match="--judge-model"):
        open_endpoint(LOCAL, None, None, offline=False)
