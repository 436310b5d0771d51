# Newsroom: `make run` serves a site on this machine, `make test` runs every test, `make bench` times.

PYTHON ?= python3
WORKERS ?= auto
VENV := .venv
export UV_PROJECT_ENVIRONMENT := $(VENV)

.PHONY: run install test bench lint browser clean
.DEFAULT_GOAL := run

run: install
	@$(VENV)/bin/python manage.py prepare
	@exec $(VENV)/bin/gunicorn --config newsroom/gunicorn.conf.py newsroom.wsgi

install: $(VENV)/installed

$(VENV)/installed: uv.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Newsroom needs Python 3.11 or newer, and $(PYTHON) is older. Name one: make install PYTHON=python3.12")'
	@echo "Installing into $(VENV) …"
	@$(VENV)/bin/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV) # also after a Ctrl+C here
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check "uv>=0.9"
	@$(VENV)/bin/uv sync --quiet --frozen --inexact --all-groups --no-group bench
	@touch $@

browser: install
	@$(VENV)/bin/python tests/browser/get_chromium.py

# In order: who flushes the database (live servers, transactions) comes after who needs what migrations put there.
test: install browser
	$(VENV)/bin/python -m pytest -n $(WORKERS) --dist load --maxschedchunk 6 $(PYTEST)

bench: install
	@$(VENV)/bin/uv sync --quiet --frozen --inexact --all-groups
	@$(VENV)/bin/python -m tests.bench.photos
	@$(VENV)/bin/python -m tests.bench.long_stories
	@env -u DATA_DIR $(VENV)/bin/python -m tests.bench.suggestions 20000

lint: install
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	git ls-files 'templates/*.html' 'templates/**/*.html' | xargs $(VENV)/bin/djade --target-version 5.2 --check
	$(VENV)/bin/python manage.py makemigrations --check --dry-run

clean:
	rm -rf $(VENV) .pytest_cache .ruff_cache .hypothesis
