#!/usr/bin/env bash
# Makes the cases below fixtures/ anew, and fixtures/manifest.json, which names how, and every file with its SHA-256.
# To be run after every change of the generators; the tests hold the committed files against what the generators make.
set -euo pipefail
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/.."

dotnet build src/LeakTrace.App -c Release -v quiet --nologo
leaktrace="$PWD/artifacts/bin/LeakTrace.App/release/leaktrace"
cd fixtures

make_case() # NAME ARGUMENTS...
{
    local name=$1
    shift
    rm -rf "$name" "$name.truth"
    "$leaktrace" generate "$name" "$name" "$@" > /dev/null
    printf '    {\n      "kind": "%s",\n      "seed": %s,\n      "rows": %s,\n      "registry": %s,\n' "$name" "$2" "$4" "$6"
    printf '      "command": "leaktrace generate %s fixtures/%s %s",\n' "$name" "$name" "$*"
    printf '      "files": [\n'
    find "$name" "$name.truth" -type f | LC_ALL=C sort | while read -r file; do
        printf '        { "file": "%s", "bytes": %s, "sha256": "%s" }\n' "$file" "$(stat -c %s "$file")" "$(sha256sum "$file" | cut -d ' ' -f 1)"
    done | sed '$!s/$/,/'
    printf '      ]\n    }'
}

{
    printf '{\n  "cases": [\n'
    make_case maternity --seed 1 --rows 700 --registry 4000 --set months=12
    printf ',\n'

    # In a register this small, three look-ups a sale are nearly all of a branch: nothing would tell its insider from its background.
    make_case courier --seed 1 --rows 700 --registry 4000 --set batches=6 --set reads-per-sale=2 --set lost-log-share=0.15
    printf '\n  ]\n}\n'
} > manifest.json.new
mv manifest.json.new manifest.json
