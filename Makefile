# Two commands do everything: `make site` and `make test`.
SHELL := /bin/bash
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve test check bench lock format picture clean

site: $(BIN)/.site ## build site/ and dist/duizhao-offline.zip
	@$(BIN)/duizhao build
	@echo "Open site/index.html through 'make serve', or unpack dist/duizhao-offline.zip and open index.html in it."

serve: $(BIN)/.site ## show the site and rebuild when a source, template or style changes
	@$(BIN)/duizhao serve

test: $(BIN)/.test node_modules/.done ## install what tests need and run all of them
	tests/install.sh --check
	$(BIN)/pytest -n auto --dist worksteal

check: $(BIN)/.test node_modules/.done ## format, lint, types, arrows
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	npm run --silent check

bench: $(BIN)/.test ## ratios against a plain mkdocs-material site of the same content
	$(BIN)/python -m compileall -q build_tools
	$(BIN)/python -m benchmarks

picture: $(BIN)/.test ## remake the pictures of the README from the built site
	tests/install.sh
	$(BIN)/python -m tests.picture

format: $(BIN)/.test
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(BIN)/.test ## resolve the pinned versions anew, with hashes
	$(BIN)/pip install --quiet uv==0.9.9
	$(BIN)/uv pip compile -q --upgrade --generate-hashes --no-emit-index-url --no-annotate --no-header --python-version 3.11 \
	  pyproject.toml requirements/build.in -o requirements/site.lock
	$(BIN)/uv pip compile -q --generate-hashes --no-emit-index-url --no-annotate --no-header --python-version 3.11 \
	  --extra test -c requirements/site.lock pyproject.toml requirements/build.in -o requirements/test.lock

$(BIN)/python:
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || tests/install.sh --venv
	$(PYTHON) -m venv .venv

$(BIN)/.site: requirements/site.lock pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/site.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q build_tools  # as pip does with all that is not editable
	@touch $@

$(BIN)/.test: requirements/test.lock $(BIN)/.site
	tests/install.sh
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.lock
	@touch $@

node_modules/.done: package.json package-lock.json $(BIN)/.test
	npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@

clean:
	rm -rf site dist .duizhao .venv node_modules
