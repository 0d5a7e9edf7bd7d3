# All set-up is done here, once; a second run finds the stamps and goes straight to work.
# Everything Python lives in .venv, everything JavaScript in node_modules; nothing is installed elsewhere but
# Chromium, from the system's packages, where the browser tests find none.

CORPORA ?= ../shared/corpora
PORT ?= 8765
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v $$p && break; done)
STAMPS := $(VENV)/.stamps
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help serve test test-python test-extension score lint format evaluate bench train docs screenshot lock clean

help:  ## this list
	@echo "On Record: who says so?"
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

$(STAMPS)/venv:
	@sh scripts/make_venv.sh "$(PYTHON)" $(VENV)
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/serve: requirements/serve.txt pyproject.toml | $(STAMPS)/venv
	@echo "Setting up the backend in $(VENV) …"
	@$(PIP) -r requirements/serve.txt
	@$(PIP) --no-deps --editable .
	@touch $@

$(STAMPS)/dev: requirements/dev.txt $(STAMPS)/serve
	@echo "Setting up the tools for tests and checks …"
	@$(PIP) -r requirements/dev.txt
	@touch $@

$(STAMPS)/train: requirements/train.txt $(STAMPS)/dev
	@echo "Setting up training (PyTorch; this is large) …"
	@$(PIP) -r requirements/train.txt
	@touch $@

node_modules/.ready: package.json package-lock.json
	@echo "Setting up the extension's checks …"
	@npm ci --silent --no-audit --no-fund
	@touch $@

serve: $(STAMPS)/serve  ## set up and start the backend on 127.0.0.1:8765 (PORT=…)
	@$(BIN)/onrecord serve --port $(PORT)

test: test-python test-extension  ## set up and run every test, the browser's too

test-python: $(STAMPS)/dev
	@sh scripts/ensure_chromium.sh
	@$(BIN)/python -m pytest $(ARGS)

test-extension: node_modules/.ready
	@npm test --silent

score: $(STAMPS)/serve  ## score one article: make score FILE=seeds/deserters.html
	@$(BIN)/onrecord score $(or $(FILE),seeds/deserters.html) $(ARGS)

lint: $(STAMPS)/dev node_modules/.ready  ## ruff, mypy, import contracts, eslint, tsc, web-ext
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@npm run lint --silent

format: $(STAMPS)/dev  ## lay the Python code out
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

evaluate: $(STAMPS)/dev  ## quality on dev corpora beside the floors (CORPORA=folder)
	@$(BIN)/python -m evaluation.polnear --corpora $(CORPORA)
	@$(BIN)/python -m evaluation.markkula --corpora $(CORPORA)
	@$(BIN)/python -m evaluation.hedges --corpora $(CORPORA)

bench: $(STAMPS)/dev  ## speed of tagger and pipeline, load time, memory
	@$(BIN)/python -m evaluation.bench

train: $(STAMPS)/train  ## train the tagger anew (about 40 minutes on two cores) into build/
	@$(BIN)/python -m training.train --corpora $(CORPORA) --out build/training
	@$(BIN)/python -m training.export --trained build/training --out build/weights
	@$(BIN)/python -m evaluation.polnear --corpora $(CORPORA) --weights build/weights

docs: $(STAMPS)/dev  ## write the generated pages of docs/rubric anew
	@$(BIN)/python scripts/rubric_docs.py

screenshot: $(STAMPS)/dev  ## write docs/images/overlay.png
	@sh scripts/ensure_chromium.sh
	@$(BIN)/python -m scripts.screenshot

lock: $(STAMPS)/dev  ## choose exact versions anew
	@sh scripts/lock.sh $(BIN)

clean:  ## remove all that set-up made
	rm -rf $(VENV) node_modules build dist server/*.egg-info
