# What .ci/run runs, in an environment you already have.
.PHONY: check test format
check: test
	ruff check .
	ruff format --check .
	mypy
	lint-imports

test:
	python -m pytest

format:
	ruff check --fix .
	ruff format .
