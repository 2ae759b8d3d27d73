# Shortcuts: each line can be typed by itself. Another environment: make PYTHON=python3 check

PYTHON ?= .venv/bin/python
RUN = $(PYTHON) -m
WORKERS ?= auto

.PHONY: help setup check test long bench cases pictures snapshots messages lock

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

setup: ## an environment in .venv with the tools and all extras
	python3 -m venv .venv
	.venv/bin/pip install --quiet --editable '.[dev]'

check: ## style, types and the contract between packages
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy --strict
	$(PYTHON) -c "from importlinter.cli import lint_imports_command as run; run()"

test: ## all tests in their short form
	$(RUN) pytest -n $(WORKERS)

long: ## the long forms: an hour
	KTCN_EXAMPLES=400 KTCN_HOSTILE=all MONKEY=1000x300 KTCN_FUZZ_COUNT=1000000 KTCN_WORDS=all \
	  $(RUN) pytest -n $(WORKERS) --hypothesis-profile=random

bench: ## docs/benchmarks.md; on a machine at rest
	$(RUN) tests.benchmarks

cases: ## the table of docs/reliability.md, by the tests as .ci/run has them
	MONKEY=15x100 KTCN_FUZZ_COUNT=50000 KTCN_HOSTILE=more KTCN_EXAMPLES=100 KTCN_WORDS=all \
	  $(RUN) pytest -n $(WORKERS) -p tests.reliability --reliability-table docs/reliability.md

pictures: ## docs/screenshots/
	$(RUN) tests.screenshots

snapshots: ## accept the screens as they are now; look at what git diff shows
	$(RUN) pytest -q tests/snapshots --snapshot-update

messages: ## put the messages of the code into the catalogs, to be translated there
	mkdir -p build
	$(RUN) babel.messages.frontend -q extract -F pyproject.toml --add-location=file --width=100 \
	  -o build/ktcn-tui.pot .
	$(RUN) babel.messages.frontend -q update -D ktcn-tui --width=100 -i build/ktcn-tui.pot \
	  -d tui/locale --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
	$(RUN) babel.messages.frontend -q compile -D ktcn-tui -d tui/locale

lock: ## uv.lock, from the bounds in pyproject.toml
	uv lock --no-config --default-index https://pypi.org/simple
