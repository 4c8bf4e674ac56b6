#!/bin/bash
# clang-tidy over everything that a preset compiles, or over the files whose paths contain one of the given words.
#   tools/dev/tidy.sh [WORD…]      TIDY_PRESET=dev|release|… (default dev), TIDY_JOBS=2
# Needs the Debian package clang-tidy. Exit 0: no finding.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

preset=${TIDY_PRESET:-dev}
for program in clang-tidy python3; do
  command -v "$program" >/dev/null || { echo "tidy.sh: no $program; apt-get install $program" >&2; exit 1; }
done
cmake --preset "$preset" >/dev/null

# Every compiled source of ours; headers are looked at through them (HeaderFilterRegex).
mapfile -t files < <(python3 - "build/$preset/compile_commands.json" "$@" <<'PYTHON'
import json, os, sys
words = sys.argv[2:]
names = {os.path.relpath(os.path.join(entry["directory"], entry["file"])) for entry in json.load(open(sys.argv[1]))}
for name in sorted(names):
    if not name.startswith(("build/", "..")) and (not words or any(word in name for word in words)):
        print(name)
PYTHON
)
((${#files[@]} > 0)) || { echo "tidy.sh: no source fits: $*" >&2; exit 1; }
echo "tidy: ${#files[@]} files of build/$preset"
if printf '%s\0' "${files[@]}" | xargs -0 -n 1 -P "${TIDY_JOBS:-2}" clang-tidy --quiet -p "build/$preset" 2> >(grep -v 'warnings generated' >&2); then
  echo "tidy: no findings"
else
  echo "tidy: findings above" >&2
  exit 1
fi
