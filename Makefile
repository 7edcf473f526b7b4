# Two commands do all set-up on a fresh machine with Python and a network:
#   make demo   builds a ledger from the example reports, prints the incidents, writes the report
#   make test   runs everything that must pass

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := demo
LEDGER := $(DEMO)/ledger.db

.PHONY: demo test fuzz smoke-train lint types docs gate check clean

$(VENV)/base: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[gazetteer]"
	$(BIN)/recount gazetteer build
	@touch $@

$(VENV)/dev: $(VENV)/base
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@

demo: $(VENV)/base
	rm -rf $(DEMO)
	mkdir -p $(DEMO)
	$(BIN)/recount build examples/reports --ledger $(LEDGER) --gazetteer examples/gazetteer.csv --actors examples/actors.csv
	$(BIN)/recount incidents --ledger $(LEDGER)
	$(BIN)/recount show most-disputed --ledger $(LEDGER)
	$(BIN)/recount tallies --ledger $(LEDGER)
	$(BIN)/recount report --ledger $(LEDGER) --outline examples/outline.geojson -o $(DEMO)/report.html

# The same examples of the property tests each time: a test that passed passes again.
test: $(VENV)/dev
	$(BIN)/python -m pytest -n 2 --dist loadfile --hypothesis-profile=ci

# Fresh examples of the property tests, to look for what the fixed ones do not show.
fuzz: $(VENV)/dev
	$(BIN)/python -m pytest -n 2 --dist loadfile -m hypothesis

# Training has an environment of its own: PyTorch is large, and only developers of the model need it.
TRAIN_VENV := .venv-train

$(TRAIN_VENV)/ready: pyproject.toml
	$(PYTHON) -m venv $(TRAIN_VENV)
	$(TRAIN_VENV)/bin/python -m pip install --quiet --disable-pip-version-check --editable ".[train]" "pytest>=8.2" "hypothesis>=6.100"
	@touch $@

smoke-train: $(TRAIN_VENV)/ready
	rm -rf build/smoke build/smoke.work
	$(TRAIN_VENV)/bin/recount train --smoke --corpora corpora --out build/smoke
	$(TRAIN_VENV)/bin/python -m pytest tests/training

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev
	$(BIN)/mypy

docs: $(VENV)/dev
	$(BIN)/python tools/make_reference.py --check
	$(BIN)/python tools/make_readme.py --check

gate: $(VENV)/dev
	$(BIN)/python -m recount.evaluation.gate

check: test lint types docs gate

clean:
	rm -rf $(VENV) $(TRAIN_VENV) build $(DEMO) .mypy_cache .ruff_cache .pytest_cache .hypothesis
