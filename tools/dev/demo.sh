#!/bin/bash
# From a fresh clone to a searchable catalogue: installs what is missing (packages, models), builds, draws the sample clips, analyses them, verifies an article.
# May be run again, from anywhere: what is done is not done twice.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

tools/dev/packages.sh
tools/dev/models.sh
tools/dev/page.sh
cmake --preset release >/dev/null
cmake --build --preset release
samples/make_samples.py

program=build/release/tools/sourcereel/sourcereel
catalogue=samples/out/catalogue.db
mkdir -p samples/out
show() {  # Prints a command the way a user would type it, then its output.
  printf '\n$ sourcereel %s\n' "$*"
  "$program" "$@"
}
show analyze samples/clips --db "$catalogue"
show search handle:BRICSinfo --db "$catalogue"
show search harbour --db "$catalogue"
show show samples/clips/news.mp4 --db "$catalogue"
# Not every claim of the sample article is supported, which verify tells by its exit code.
show verify samples/articles/harbour.html samples/clips/vertical.mp4 --db "$catalogue" || [[ $? == 1 ]]
printf '\nThe catalogue is %s. Try: %s search "lower town" --db %s\n' "$catalogue" "$program" "$catalogue"
