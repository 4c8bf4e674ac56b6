#!/bin/bash
# Every test: installs what is missing (packages, models), builds the release preset with its tests, draws the samples, runs CTest.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

tools/dev/packages.sh
tools/dev/models.sh
tools/dev/page.sh --tests
cmake --preset release >/dev/null
cmake --build --preset release
samples/make_samples.py
ctest --preset release
