#!/bin/sh
# Regenerates src/LeakTrace.Engine/Normalisation/CharacterTables.bin from Debian's unicode-data and icu-devtools.
# The result is committed: building and running the product needs neither package.
#
#   apt-get install unicode-data icu-devtools python3
#   tools/make-character-tables.sh
set -eu

here=$(cd "$(dirname "$0")" && pwd)
output="$here/../src/LeakTrace.Engine/Normalisation/CharacterTables.bin"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One character a line keeps ICU from reading neighbours as words.
python3 - "$work/characters" <<'PY'
import sys
with open(sys.argv[1], "w", encoding="utf-8") as out:
    for code in range(0x3400, 0xA000):
        out.write(chr(code) + "\n")
PY
uconv -f UTF-8 -t UTF-8 -x 'Hant-Hans' < "$work/characters" > "$work/simplified"
uconv -f UTF-8 -t UTF-8 -x 'Han-Latin/Names' < "$work/characters" > "$work/names"

python3 "$here/character_tables.py" \
    --simplified "$work/simplified" \
    --names "$work/names" \
    --surnames "$here/surnames.txt" \
    --readings "$here/surname-readings.tsv" \
    --distinct "$here/distinct-characters.txt" \
    --variants "$here/variants.txt" \
    --versions "unicode-data $(dpkg-query -W -f '${Version}' unicode-data), $(uconv --version | sed 's/.*ICU/ICU/')" \
    --output "$output"
