#!/usr/bin/env bash
# Installs from Debian what the tests drive: Chromium, fonts with both scripts, Java for the HTML checker, Node.
# --venv installs only what Python needs for its own environments; --check changes nothing and says what is missing.
set -euo pipefail

missing=()
need() { command -v "$1" >/dev/null 2>&1 || missing+=("$2"); }

if [ "${1:-}" = --venv ]; then
  missing=(python3-venv)
else
  need chromium chromium
  need java default-jre-headless
  need node nodejs
  need npm npm
  command -v fc-list >/dev/null 2>&1 || missing+=(fontconfig)
  { fc-list 2>/dev/null || true; } | grep -qi 'NotoSerifCJK' || missing+=(fonts-noto-cjk)
fi
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "${1:-}" = --check ]; then
  echo "missing Debian packages: ${missing[*]} (run tests/install.sh)" >&2
  exit 2
fi
run=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null 2>&1 || { echo "please install as root: apt-get install ${missing[*]}" >&2; exit 2; }
  run=(sudo)
fi
echo "installing Debian packages: ${missing[*]}"
"${run[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${run[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
