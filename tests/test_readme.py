"""The README shows what magcite really prints, and commands that are really there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from magcite.cli.main import app

PROJECT = Path(__file__).parent.parent
README = (PROJECT / "README.md").read_text(encoding="utf-8")


def test_the_excerpt_is_a_piece_of_the_real_audit() -> None:
    found = re.search(r"<!-- excerpt -->\n```text\n(.*?)```", README, re.DOTALL)
    assert found
    golden = (PROJECT / "tests" / "golden" / "magnesium.txt").read_text(encoding="utf-8")
    pieces = [piece.strip("\n") for piece in found[1].split("\n[…]\n")]
    assert pieces
    assert all(piece and piece in golden for piece in pieces)


@pytest.mark.parametrize("name", ["audit", "tests"])
def test_each_of_the_two_commands_is_one_line(name: str) -> None:
    found = re.search(rf"<!-- command: {name} -->\n```sh\n(.*)\n```", README)
    assert found
    assert found[1].startswith("python3 -m venv .venv && ")


def test_every_command_named_is_there() -> None:
    named = set(re.findall(r"`magcite ([a-z]+)", README)) - {"rule", "rules"}
    there = {command.callback.__name__ for command in app.registered_commands if command.callback}
    assert named <= there


def test_every_page_linked_is_there() -> None:
    for page in re.findall(r"\]\(((?!http)[^)]+)\)", README):
        assert (PROJECT / page).exists(), page
