# `make run` and `make test` do all their own set-up; each of the others needs nothing more than they do.
.DEFAULT_GOAL := help
.PHONY: help setup run test test-packages lint eval reader confidence bench schema lock clean

export DIDEBAN_HOME ?= $(CURDIR)/var
PYTEST_ARGS ?=

help:                ## show this list
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:[^#]*##/\t/' | expand -t 18

setup:               ## make or refresh .venv (the others do it by themselves)
	@sh scripts/setup.sh

run: setup           ## the whole way on the sample newsroom; ends at the desk's address
	@.venv/bin/dideban demo

test-packages:
	@sh scripts/test-packages.sh

test: setup test-packages  ## all tests (PYTEST_ARGS="-k dates" for some)
	@.venv/bin/pytest -n auto --dist worksteal $(PYTEST_ARGS)

lint: setup          ## style, types, who imports whom, registry in form, schema up to date
	@sh scripts/lint.sh

eval: setup          ## precision and recall on the sample newsroom's gold, against the floors
	@.venv/bin/dideban eval newsroom --floors tests/floors.json
	@.venv/bin/dideban eval prescriptions --floors tests/floors.json

reader: setup        ## train the reader of figures anew from corpus/stories and half of the gold
	@mkdir -p $(DIDEBAN_HOME)
	@.venv/bin/python -m extractor.claims.learned.examples $(DIDEBAN_HOME)/examples.jsonl
	@.venv/bin/python -m models.claims.train $(DIDEBAN_HOME)/examples.jsonl
	@.venv/bin/python -m extractor.claims.learned.reading_figures

confidence: setup    ## fit the confidence of records anew, for the reader as it is
	@mkdir -p $(DIDEBAN_HOME)
	@.venv/bin/python -m extractor.claims.learned.examples $(DIDEBAN_HOME)/examples.jsonl
	@.venv/bin/python -m extractor.claims.learned.signals $(DIDEBAN_HOME)/examples.jsonl $(DIDEBAN_HOME)/signals.jsonl
	@.venv/bin/python -m models.claims.calibrate $(DIDEBAN_HOME)/signals.jsonl

bench: setup         ## speed, right and wrong beside named peers; memory over a long stream
	@sh scripts/bench.sh
	@.venv/peers/bin/python -m benchmarks
	@.venv/peers/bin/python -m benchmarks.stream
	@.venv/bin/python -m benchmarks.crawling

schema: setup        ## write corpus/record.schema.json anew
	@.venv/bin/python -m corpus.schema corpus/record.schema.json

# The peers' own lock follows the project's; pytextspan is left out of it, see scripts/bench.sh.
UV_COMPILE = uv pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-emit-index-url \
	--no-header --no-annotate --upgrade
lock:                ## resolve requirements.lock and benchmarks/requirements.lock anew (needs uv)
	@$(UV_COMPILE) --all-extras --group dev pyproject.toml -o requirements.lock
	@$(UV_COMPILE) --group pyproject.toml:bench -c requirements.lock --no-emit-package pytextspan \
		-o benchmarks/requirements.lock

clean:               ## remove what the others made, the state in var/ excepted
	@rm -rf .venv .uv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	@find . -name __pycache__ -not -path './var/*' -prune -exec rm -rf {} +
