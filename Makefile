# `make site` and `make test` set up what they need and do everything.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help site test slow figures shots lock clean

# The first Python on the path that is new enough; `make PYTHON=/somewhere/python3 ...` chooses another.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	if command -v $$name >/dev/null && $$name -c '$(NEW_ENOUGH)'; then echo $$name; break; fi; done 2>/dev/null)
UV ?= uv

VENV := .venv
BIN := $(VENV)/bin
NODE := tests/browser/.node
INSTALL := PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip install --quiet --no-input

help:
	@echo "make site    build the site and the offline bundle from seeds/ and content/"
	@echo "make test    run every check: style, types, imports, tests"
	@echo "make slow    run the tests that take minutes: kills, power cuts, a hundred thousand records"
	@echo "make figures measure extraction on the gold set anew; the diff shows gains and losses"
	@echo "make shots   take pictures of every type of page (needs Chromium)"
	@echo "make lock    pin the requirements anew (needs uv)"
	@echo "make clean   remove the virtual environment and everything that is generated"

site: $(VENV)/.site
	@$(BIN)/briefing build

test: $(VENV)/.dev $(NODE)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto

slow: $(VENV)/.dev $(NODE)
	$(BIN)/pytest -n auto -m slow

# What a target needs is installed when its pinned list is newer than its stamp.
$(VENV)/.site: requirements/site.txt
$(VENV)/.dev: requirements/dev.txt
$(VENV)/.site $(VENV)/.dev: pyproject.toml | $(BIN)/pip
	@echo "installing $(filter requirements/%,$^) into $(VENV)"
	@$(INSTALL) --require-hashes --requirement $(filter requirements/%,$^)
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

# Pages are judged by two packages of Node's; where npm is missing, those tests are skipped and say so.
$(NODE): tests/browser/package-lock.json
	@if command -v npm >/dev/null; then npm ci --prefix $(@D) --no-audit --no-fund --loglevel=error && touch $@; fi

$(BIN)/pip:
	@test -n "$(PYTHON)" || { \
		echo "error: expected Python 3.11 or newer on the path, found none; try make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c '$(NEW_ENOUGH)' || { echo "error: expected Python 3.11 or newer, found $(PYTHON)" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

figures: $(VENV)/.dev
	@mkdir -p tests/evaluation/figures
	@for half in dev held; do \
		gold=tests/evaluation/gold/$$half; table=tests/evaluation/figures/$$half.json; \
		$(BIN)/briefing score $$gold --format json >$$table.new && mv $$table.new $$table || exit 1; \
	done
	@git --no-pager diff --stat -- tests/evaluation/figures

shots: $(VENV)/.dev
	$(BIN)/python tests/shots/take.py

lock:
	for list in site dev; do \
		$(UV) pip compile --universal --python-version 3.11 --generate-hashes \
			--custom-compile-command "make lock" requirements/$$list.in -o requirements/$$list.txt || exit 1; \
	done

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .benchmarks dist *.egg-info
	rm -rf tests/browser/node_modules $(NODE) tests/shots/pictures
	rm -rf site/docs/assets/search site/html site/bundle site/.stage site/docs/about/codebook.md
	find site/docs -mindepth 1 -maxdepth 1 ! -name about ! -name assets -exec rm -rf {} +
	find generator tests -name __pycache__ -type d -exec rm -rf {} +
