# Everything that one does here, one word each. Needs make and Python 3.11 or newer, nothing else.

.DEFAULT_GOAL := help
VENV := .venv
MINUTES ?= 6
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
LOCK := uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --no-header --no-annotate --quiet

.PHONY: help install data data-check models demo test check format cover quality calibrate bench docs lock soak wheels-everywhere clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r a b; do printf '  %-18s %s\n' "$$a" "$$b"; done

# A stamp says that the environment matches its lock; a second run installs nothing.
$(VENV)/.base: requirements/base.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "marsad needs Python 3.11 or newer with the venv module (Debian: apt-get install python3-venv)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing from requirements/base.lock"
	@$(PIP) install --no-deps --require-hashes -r requirements/base.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

# The weights that read names are a distribution of their own, with its own licence.
$(VENV)/.model: requirements/model.lock models/pyproject.toml $(VENV)/.base
	@echo "installing from requirements/model.lock"
	@$(PIP) install --no-deps --require-hashes -r requirements/model.lock
	@$(PIP) install --no-deps --no-build-isolation -e ./models
	@touch $@

$(VENV)/.dev: requirements/dev.lock $(VENV)/.model
	@echo "installing from requirements/dev.lock"
	@$(PIP) install --no-deps --require-hashes -r requirements/dev.lock
	@touch $@

$(VENV)/.fuzz: requirements/fuzz.lock $(VENV)/.dev
	@echo "installing from requirements/fuzz.lock"
	@$(PIP) install --no-deps --require-hashes -r requirements/fuzz.lock
	@touch $@

# The programs that we compare with live apart: their dependencies are not ours.
.venv-bench/.ready: requirements/bench.lock requirements/bench-alone.lock $(VENV)/.model
	@test -x .venv-bench/bin/python || $(BIN)/python -m venv .venv-bench
	@echo "installing from requirements/bench.lock and requirements/bench-alone.lock"
	@.venv-bench/bin/python -m pip --quiet --quiet install --no-deps --require-hashes -r requirements/bench.lock
	@.venv-bench/bin/python -m pip --quiet --quiet install --no-deps --require-hashes -r requirements/bench-alone.lock
	@touch $@

# What builds the lexicons lives apart: it is large and needed by nobody else.
.venv-data/.ready: resources/requirements.txt requirements/base.lock
	@test -x .venv-data/bin/python || $(PYTHON) -m venv .venv-data
	@echo "installing from resources/requirements.txt"
	@.venv-data/bin/python -m pip --quiet --quiet install --no-deps --require-hashes -r requirements/base.lock
	@.venv-data/bin/python -m pip --quiet --quiet install --no-deps --no-build-isolation -e .
	@grep -v '^arabnamer' resources/requirements.txt | .venv-data/bin/python -m pip --quiet --quiet install -r /dev/stdin
	@grep '^arabnamer' resources/requirements.txt | .venv-data/bin/python -m pip --quiet --quiet install --no-deps -r /dev/stdin
	@touch $@

data: .venv-data/.ready ## builds the lexicons of src/marsad/data from resources/
	.venv-data/bin/python -m resources.build_gazetteer
	.venv-data/bin/python -m resources.places.build
	.venv-data/bin/python -m resources.build_lexicons

data-check: .venv-data/.ready ## builds them anew and compares: nothing in them was made by hand
	.venv-data/bin/python -m resources.build_gazetteer --check
	.venv-data/bin/python -m resources.places.build --check
	.venv-data/bin/python -m resources.build_lexicons --check

install: $(VENV)/.model ## the program, ready as .venv/bin/marsad

demo: install ## reads the sample pages
	$(BIN)/marsad read samples/dump.txt samples/page.html samples/feed.xml

test: check ## lint, types, import contracts, then every test
	$(BIN)/pytest -q

check: $(VENV)/.dev ## lint, format, types, import contracts, dependencies
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy
	@said=$$($(BIN)/lint-imports --no-cache) || { echo "$$said"; exit 1; }; echo "$$said" | tail -3
	@said=$$($(BIN)/deptry . 2>&1) || { echo "$$said"; exit 1; }; echo "$$said" | tail -1

format: $(VENV)/.dev ## writes the code as the formatter wants it
	$(BIN)/ruff check --fix --quiet
	$(BIN)/ruff format

cover: $(VENV)/.dev ## which branches of text, read and extract no test takes
	$(BIN)/pytest -q --cov -m "not network"

quality: $(VENV)/.dev ## scores the reader against gold; falls when a measure falls below its floor
	$(BIN)/python -m bench.quality

calibrate: $(VENV)/.dev ## counts anew how sure facts are (after a change of rules), and measures it
	$(BIN)/python -m bench.calibrate --write

bench: $(VENV)/.dev .venv-bench/.ready ## time and score per page beside other programs; words, sentences, pages per second
	$(BIN)/python -m bench.peers
	$(BIN)/python -m bench.words
	$(BIN)/python -m bench.sentences
	$(BIN)/python -m bench.warc

.venv-models/.ready: models/requirements.txt $(VENV)/.base
	@test -x .venv-models/bin/python || $(PYTHON) -m venv .venv-models
	@echo "installing from models/requirements.txt"
	@.venv-models/bin/python -m pip --quiet --quiet install --no-deps --require-hashes -r requirements/base.lock
	@.venv-models/bin/python -m pip --quiet --quiet install --no-deps --require-hashes -r requirements/model.lock
	@.venv-models/bin/python -m pip --quiet --quiet install -r models/requirements.txt
	@.venv-models/bin/python -m pip --quiet --quiet install --no-deps --no-build-isolation -e . -e ./models
	@touch $@

models: .venv-models/.ready ## trains all weights anew from ../shared (an hour and more on two cores)
	.venv-models/bin/python -m models.train --folder models/out --ship models/marsad_model_ar
	.venv-models/bin/python -m models.linear

soak: $(VENV)/.fuzz ## fuzzes every reader for MINUTES=6; finds stay in fuzz/crashers/
	$(BIN)/python -m fuzz.run --minutes $(MINUTES)

docs: $(VENV)/.dev ## writes docs/cli.md and docs/record.md from the program itself
	$(BIN)/python docs/generate.py

lock: ## resolves all dependencies anew, for every platform (needs uv: pip install uv)
	$(LOCK) pyproject.toml --group build -o requirements/base.lock
	$(LOCK) pyproject.toml --group build --group dev --extra trafilatura --extra web -c requirements/base.lock -o requirements/dev.lock
	$(LOCK) requirements/model.in -c requirements/base.lock -o requirements/model.lock
	$(LOCK) bench/requirements.txt -o requirements/bench.lock
	$(LOCK) --no-deps bench/alone.txt -o requirements/bench-alone.lock
	$(LOCK) --group fuzz -o requirements/fuzz.lock

clean: ## removes what the other words made
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage
