# make run: set up, then serve real story pages from the bundled sample.   make test: set up, then run all tests.
# make check: lint, types, import rules.   Needs only Python >= 3.11, make and a C compiler.
PYTHON ?= python3
PORT ?= 8000
HOST ?= 127.0.0.1
STORE ?= .newsloom/sample.db
BIN := .venv/bin

.PHONY: setup run test check bench lock docs clean
.DELETE_ON_ERROR:

setup: .venv/.ready

.venv/.ready: requirements/uv.txt requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "newsloom needs Python 3.11 or newer; this is $$($(PYTHON) --version). Try: make PYTHON=python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing what newsloom needs into .venv"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/uv.txt \
	  && $(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r requirements/dev.txt \
	  || { echo "uv could not install; trying pip"; $(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt; }
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

run: setup
	@mkdir -p $(dir $(STORE))
	$(BIN)/newsloom demo --store $(STORE) --host $(HOST) --port $(PORT)

test: setup
	@PYTHON=$(BIN)/python tests/chromium.sh
	$(BIN)/python -m pytest -n auto --dist loadfile

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup
	$(BIN)/python training/bench.py

lock: setup
	PATH="$(CURDIR)/$(BIN):$$PATH" requirements/lock.sh

docs: setup
	$(BIN)/python docs/generate.py

clean:
	rm -rf .venv .newsloom build *.egg-info
