#!/bin/bash
# Installs the Debian packages that building, running and testing sourcereel needs, as far as they are missing.
# Does nothing where all are there. Needs Debian 12 or 13 (or a relative with apt-get and dpkg), and root or sudo.
set -euo pipefail

packages=(
  # To build.
  cmake            # configures; 3.25 or later
  ninja-build      # builds
  g++              # compiler, C++20
  pkg-config       # finds libav, Tesseract and Gumbo
  ccache           # rebuilds faster
  git              # the sources
  ca-certificates  # https for git
  # Libraries.
  libavformat-dev      # containers
  libavcodec-dev       # codecs
  libavutil-dev        # frames
  libswscale-dev       # pixel formats
  libswresample-dev    # sound: sample rates and formats
  libopencv-dev        # pictures
  libtesseract-dev     # reading
  tesseract-ocr-eng    # English
  tesseract-ocr-rus    # Russian
  tesseract-ocr-kor    # Korean
  tesseract-ocr-chi-sim  # Chinese
  tesseract-ocr-ara    # Arabic
  tesseract-ocr-script-latn  # Latin letters with marks
  tesseract-ocr-script-cyrl  # Cyrillic letters beyond Russian
  libgumbo-dev         # HTML of articles
  libsqlite3-dev       # catalogue
  libicu-dev           # Unicode
  libcli11-dev         # options
  libcpp-httplib-dev   # web server
  nlohmann-json3-dev   # JSON
  libtomlplusplus-dev  # settings
  # Samples and tests.
  libgtest-dev         # tests
  libgmock-dev         # matchers
  ffmpeg               # encoder
  python3              # scripts
  python3-numpy        # noise
  python3-pil          # drawing
  fonts-dejavu-core    # Latin, Cyrillic
  fonts-wqy-microhei   # Korean, Chinese
  sqlite3              # inspection
  chromium             # pages
  # Neural models.
  python3-onnx         # conversion
)
# npm fetches the models, and what the page is built from and checked with. A machine may have node and npm by other means, which Debian's packages would conflict with.
if [[ ${SOURCEREEL_NO_MODELS:-0} == 0 || ${SOURCEREEL_NO_PAGE:-0} == 0 ]]; then
  command -v node >/dev/null || packages+=(nodejs)
  command -v npm >/dev/null || packages+=(npm)
fi

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "packages.sh: this system has no dpkg and apt-get. Install what these Debian packages hold, by your own means:" >&2
  printf '  %s\n' "${packages[@]}" >&2
  exit 1
fi

missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query --show --showformat='${db:Status-Status}\n' "$package" 2>/dev/null || true)
  # One line an architecture; one that is installed is enough.
  grep -qx installed <<<"$status" || missing+=("$package")
done
if ((${#missing[@]} == 0)); then
  echo "packages: all ${#packages[@]} are installed"
  exit 0
fi

as_root=()
if ((EUID != 0)); then
  if ! command -v sudo >/dev/null; then
    echo "packages.sh: ${#missing[@]} packages are missing and this is neither root nor is there sudo. As root, run:" >&2
    echo "  apt-get update && apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
echo "packages: installing ${#missing[@]} of ${#packages[@]}: ${missing[*]}"
# sudo passes no environment on, so it is set behind it. A machine that has just started may be updating itself: wait.
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600)
# One source of packages that does not answer is no reason to give up: what is needed may come from another.
"${apt[@]}" update || echo "packages.sh: apt-get update failed (its words are above); trying with what is known" >&2
if ! "${apt[@]}" -y install --no-install-recommends "${missing[@]}" >/dev/null; then
  echo "packages.sh: apt-get install failed (its words are above). Missing: ${missing[*]}" >&2
  exit 1
fi
echo "packages: installed"
