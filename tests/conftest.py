"""A desk for all tests: the same width and colours everywhere, and whole outputs kept as golden files."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
WIDTH = "80"
_DESK_SETTINGS = (
    "FORCE_COLOR",
    "NO_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "PY_COLORS",
    "TTY_COMPATIBLE",
    "GITHUB_ACTIONS",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the outputs found as the golden files")


@pytest.fixture(autouse=True)
def clean_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what differs from desk to desk: colours, width, and the settings and caches of the person testing."""
    for setting in (*_DESK_SETTINGS, *(name for name in os.environ if name.startswith(("MAGCITE_", "NCBI_")))):
        if setting != "MAGCITE_BENCH":
            monkeypatch.delenv(setting, raising=False)
    monkeypatch.setenv("COLUMNS", WIDTH)
    monkeypatch.setenv("TERM", "dumb")


@pytest.fixture
def expect_golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a whole output with the golden file of that name; `--update-golden` writes it instead."""

    def expect(name: str, output: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(output.encode())
        assert path.is_file(), f"{path} is missing: run pytest --update-golden, and read what it wrote"
        assert output == path.read_bytes().decode(), f"differs from {path}: if that is meant, pytest --update-golden"

    return expect
