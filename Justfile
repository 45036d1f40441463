# Short names for what is done every day; `just` lists them.

default:
    @just --list

# set up and run everything, as on a fresh machine
all:
    tools/test.sh

# the quick tests
test *arguments:
    .venv/bin/pytest -q -m "not slow" {{arguments}}

lint:
    .venv/bin/ruff check .
    .venv/bin/mypy --strict kg

# the examples' graph, in output/
examples:
    .venv/bin/kg build examples/articles -o output

# rewrite the outputs in README and docs from real runs
docs:
    .venv/bin/python tools/update_readme.py

bench *arguments:
    .venv/bin/python benchmarks/bench.py {{arguments}}
