# Everything that CI runs, and what makes the generated files.
PYTHON ?= python3
VENV ?= .venv
BIN ?= $(VENV)/bin/

.PHONY: setup check format lint types architecture test docs

setup: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --editable '.[dev]'
	touch $@

check: setup lint types architecture test

format: setup
	$(BIN)ruff format src tests benchmarks training
	$(BIN)ruff check --fix src tests benchmarks training

lint: setup
	$(BIN)ruff format --check src tests benchmarks training
	$(BIN)ruff check src tests benchmarks training

types: setup
	$(BIN)mypy

architecture: setup
	$(BIN)lint-imports

test: setup
	$(BIN)python -m pytest

docs: setup
	$(BIN)python -m magcite.rules.manual > docs/rules.md
	$(BIN)magcite schema > docs/claims.schema.json
