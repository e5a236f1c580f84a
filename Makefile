# Two commands do everything on a machine with Python 3.11 or later, pip, venv and make:
#   make demo   runs the program on an example       make test   runs every check
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

.PHONY: demo test format lint types unit catalogues catalogues-update wheel snapshots floors bench soak clean

demo: $(VENV)/installed
	$(BIN)/cae simulate --file examples/marcelle-et-lulu.toml --today 2023-03-01

test: lint types unit catalogues wheel

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/developing: pyproject.toml $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

format: $(VENV)/developing
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: $(VENV)/developing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/developing
	$(BIN)/mypy

unit: $(VENV)/developing
	$(BIN)/python -m pytest --numprocesses 2 --cov --cov-report term

snapshots: $(VENV)/developing
	$(BIN)/python -m pytest --snapshot-update

catalogues: $(VENV)/developing
	$(BIN)/python tools/catalogue.py check

catalogues-update: $(VENV)/developing
	$(BIN)/python tools/catalogue.py update

wheel: $(VENV)/developing
	$(BIN)/python tools/try_wheel.py

# The tests with the lowest version of each library that pyproject.toml promises to work with.
$(VENV)-floors/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)-floors
	sed -n '/^dependencies/,/^]/s/^ *"\([a-z-]*\)>=\([0-9.]*\).*/\1==\2/p' pyproject.toml > $(VENV)-floors/floors.txt
	$(VENV)-floors/bin/python -m pip install --quiet --disable-pip-version-check \
		--constraint $(VENV)-floors/floors.txt --editable '.[dev]'
	touch $@

floors: $(VENV)-floors/installed
	$(VENV)-floors/bin/python -m pytest --numprocesses 2

bench: $(VENV)/developing
	$(BIN)/python -m pytest benchmarks --benchmark-columns median,iqr,rounds
	$(BIN)/python benchmarks/startup.py

soak: $(VENV)/developing
	$(BIN)/python tools/soak.py
	CAE_SOAK_EXAMPLES=5000 $(BIN)/python -m pytest tests/dossier/test_any_edit.py

clean:
	rm -rf $(VENV) $(VENV)-floors build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .benchmarks .coverage .coverage.*
