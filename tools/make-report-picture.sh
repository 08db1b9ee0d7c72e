#!/usr/bin/env bash
# Makes docs/report.png: the answer of the English report on fixtures/maternity. Needs Debian's chromium and fonts-noto-cjk.
set -euo pipefail
cd "$(dirname "$0")/.."

dotnet build src/LeakTrace.App -c Release -v quiet --nologo
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
artifacts/bin/LeakTrace.App/release/leaktrace trace fixtures/maternity --language en --out "$work/out" --store "$work/case.db"
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/profile" --window-size="1100,${1:-920}" \
    --screenshot="$PWD/docs/report.png" "file://$work/out/report.html"
