#!/usr/bin/env bash
# Install everything that the tests need and run them: lint, types, quick tests, slow tests. Works on a fresh Debian or Ubuntu; elsewhere
# install Chromium, the Noto fonts, a Java runtime, OpenSSL and Virtuoso 7 yourself first. Python's packages go to .venv in the checkout.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The page's tests open a browser, its languages need fonts, the reasoner HermiT runs on Java, and graphs are pushed to
# Virtuoso (the program alone, which the tests start; not the package that runs it as a service).
packages=(python3-venv chromium fonts-noto-core default-jre-headless openssl virtuoso-opensource-7-bin)
if command -v apt-get >/dev/null && ! dpkg -s "${packages[@]}" >/dev/null 2>&1; then
  root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo)
  "${root[@]}" apt-get update -q
  DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -q -y --no-install-recommends "${packages[@]}"
fi

[ -x .venv/bin/python ] || python3 -m venv .venv
.venv/bin/pip install -q --upgrade pip
.venv/bin/pip install -q -e ".[dev]"

.venv/bin/ruff check .
.venv/bin/mypy --strict kg
.venv/bin/pytest -n auto -m "not slow"
.venv/bin/pytest -m slow
