#!/bin/bash
# Fetches what the page of `sourcereel serve` is built from: Preact with htm, one module, by npm with its integrity checked.
#
#     tools/dev/page.sh            for the page: into build/page, where CMake looks
#     tools/dev/page.sh --tests    also what checks it: TypeScript, axe-core, playwright-core
#
# Does nothing where all is there. SOURCEREEL_NO_PAGE=1 does without: `serve` then has its JSON API and no page.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

fail() {  # Says what is wrong and what to do, a line each.
  printf 'page.sh: %s\n' "$1" >&2
  shift
  printf '  %s\n' "$@" "Or do without the page: SOURCEREEL_NO_PAGE=1." >&2
  exit 1
}

if [[ ${SOURCEREEL_NO_PAGE:-0} != 0 ]]; then
  echo "page: not fetched, as SOURCEREEL_NO_PAGE asks; serve will have no page"
  exit 0
fi
part=page
omit=(--omit=dev)
if [[ ${1:-} == --tests ]]; then
  part=tests
  omit=()
elif (($# > 0)); then
  fail "what is $1?" "tools/dev/page.sh [--tests]"
fi

recipe=tools/dev/page
work=build/page
lock=$(sha256sum "$recipe/package-lock.json" | cut -d' ' -f1)
mkdir -p "$work"
exec 9>"build/page.lock"
flock 9  # Two builds of one clone must not fetch into the same folder.
for done in "$part" tests; do
  if [[ -f $work/$done.fetched && $(<"$work/$done.fetched") == "$lock" ]]; then
    echo "page: up to date in $work"
    exit 0
  fi
done

command -v npm >/dev/null || fail "npm is not there" "tools/dev/packages.sh installs it."
rm -f "$work"/*.fetched
cp "$recipe/package.json" "$recipe/package-lock.json" "$recipe/.npmrc" "$work/"
echo "page: fetching by npm"
# The lock file holds each package's SHA-512: npm refuses any other content. No script of a package runs.
if ! (cd "$work" && npm ci "${omit[@]}" --ignore-scripts --no-audit --no-fund --fetch-retry-mintimeout=1000 --fetch-retry-maxtimeout=5000) \
  >"$work/npm.log" 2>&1; then
  cat "$work/npm.log" >&2
  if grep -q EINTEGRITY "$work/npm.log"; then
    fail "what npm was given is not what was pinned: its SHA-512 is another one" \
      "Nothing of it was used. Try again after: npm cache clean --force"
  fi
  fail "npm ci failed in $work; its words are above" "Check the network and npm's registry, then run tools/dev/page.sh again."
fi
echo "$lock" >"$work/$part.fetched"
echo "page: fetched into $work"
