"""Writes the character tables of LeakTrace.Engine.Normalisation; started by make-character-tables.sh.

Layout, little endian: 512 bytes of text (what and from which versions, padded with spaces), eight int32 (the lengths of the
sections below whose length varies, in elements), then
    ushort[27648]  toned reading of U+3400..U+9FFF: syllable number << 3 | tone (1-4, 5 neutral); 0 unknown
    ushort[27648]  four-corner code, 0xFFFF unknown
    byte[27648]    total strokes
    ushort pairs   folding: from, to (0 deletes), for every BMP unit that folding changes
    ushort lists   further readings: character, count, toneless syllable numbers
    ushort pairs   surname readings: character, toned reading
    ushort[]       surnames, the commonest first
    ushort pairs   compound surnames
    byte[]         syllables in order, separated by a space; the first has number 1
"""
import argparse
import bz2
import re
import struct
import unicodedata

FIRST, LAST = 0x3400, 0x9FFF
UNICODE = "/usr/share/unicode/"
TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}


def unihan(name, keys):
    values = {key: {} for key in keys}
    with bz2.open(f"{UNICODE}Unihan_{name}.txt.bz2", "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.rstrip("\n").split("\t")
            if len(parts) == 3 and parts[1] in values:
                values[parts[1]][int(parts[0][2:], 16)] = parts[2]
    return values


def syllable(reading):
    """'lǚ' -> ('lv', 3)"""
    letters, tone = [], 5
    for unit in unicodedata.normalize("NFD", reading.strip().lower()):
        if unit in TONES:
            tone = TONES[unit]
        elif unit == "\u0308" and letters and letters[-1] == "u":
            letters[-1] = "v"
        elif unit == "\u0302" and letters:
            continue
        elif "a" <= unit <= "z":
            letters.append(unit)
        else:
            return None
    return ("".join(letters), tone) if letters else None


def readings():
    """Character -> toned readings, the usual one first."""
    found = unihan("Readings", ["kMandarin", "kTGHZ2013", "kXHC1983", "kHanyuPinlu", "kHanyuPinyin"])
    result = {}
    for code in range(FIRST, LAST + 1):
        texts = []
        texts += found["kMandarin"].get(code, "").split()[:1]
        for key in ("kTGHZ2013", "kXHC1983"):
            for part in found[key].get(code, "").split():
                texts += part.split(":")[1].split(",")
        texts += [re.sub(r"\(.*", "", part) for part in found["kHanyuPinlu"].get(code, "").split()]
        if not texts:
            for part in found["kHanyuPinyin"].get(code, "").split():
                texts += part.split(":")[1].split(",")
        ordered = []
        for text in texts:
            item = syllable(text)
            if item and item not in ordered:
                ordered.append(item)
        if ordered:
            result[code] = ordered
    return result


def words(path):
    return [word for line in open(path, encoding="utf-8") if not line.startswith("#") for word in line.split()]


def in_gb2312(code):
    try:
        chr(code).encode("gb2312")
        return True
    except UnicodeEncodeError:
        return False


def simplifications(path, surnames, distinct, own):
    """Union of ICU's and Unihan's traditional to simplified, without merging two surnames."""
    variants = unihan("Variants", ["kSimplifiedVariant", "kZVariant"])
    lines = open(path, encoding="utf-8").read().split("\n")
    result = {}

    def propose(source, target):
        if source in result or source == target or not FIRST <= target <= LAST:
            return
        if chr(source) in distinct or (chr(source) in surnames and chr(target) in surnames):
            return
        end = target
        while end in result:
            end = result[end]
        if end != source:
            result[source] = target

    for pair in own:
        propose(ord(pair[0]), ord(pair[1]))
    for code in range(FIRST, LAST + 1):
        line = lines[code - FIRST]
        if len(line) == 1:
            propose(code, ord(line))
    for code, text in variants["kSimplifiedVariant"].items():
        targets = [int(item[2:], 16) for item in text.split()]
        if FIRST <= code <= LAST and code not in targets:
            targets.sort(key=lambda target: (not in_gb2312(target), target))
            propose(code, targets[0])
    # Mere glyph variants (呉, 髙) fold where only the other form is in everyday use.
    for code, text in variants["kZVariant"].items():
        target = int(text.split()[0].split("<")[0][2:], 16)
        if FIRST <= code <= LAST and FIRST <= target <= LAST and not in_gb2312(code):
            target = result.get(target, target)
            if in_gb2312(target):
                propose(code, target)
    return result


def folding(simple):
    """Every BMP unit that folding changes -> what it becomes, 0 where it goes."""
    names = {}
    for line in open(UNICODE + "UnicodeData.txt", encoding="ascii"):
        fields = line.split(";")
        code = int(fields[0], 16)
        if code <= 0xFFFF:
            names[code] = (fields[2], fields[5], fields[13])
    own = {}
    for targets, sources in (("-", "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\ufe58\ufe63\uff0d"),
                             ("'", "\u2018\u2019\u201a\u201b\u2032\uff07\u02bc"), ('"', "\u201c\u201d\u201e\u2033\uff02"),
                             ("\u00b7", "\u2022\u2027\u2219\u22c5\u2024\u30fb\uff65\u318d"),
                             ("~", "\u301c\uff5e"), ("o", "\u00f8\u00d8"), ("l", "\u0142\u0141"), ("d", "\u0111\u0110")):
        for source in sources:
            own[ord(source)] = ord(targets)

    def step(code):
        if code in own:
            return own[code]
        if code in simple:
            return simple[code]
        category, decomposition, lower = names.get(code, ("", "", ""))
        if code in (9, 10, 11, 12, 13, 0x85, 0x2028, 0x2029) or category == "Zs":
            return 0x20
        if category in ("Cc", "Cf") or 0x300 <= code <= 0x36F or 0xFE00 <= code <= 0xFE0F:
            return 0
        if lower and len(lower) == 4:
            return int(lower, 16)
        if decomposition:
            parts = [int(item, 16) for item in decomposition.split() if not item.startswith("<")]
            if len(parts) == 1 and parts[0] <= 0xFFFF:
                return parts[0]
            # An accented Latin letter becomes its letter.
            base = parts[0]
            if len(parts) > 1 and all(0x300 <= part <= 0x36F for part in parts[1:]) and base != 0x20:
                return base if final(base) < 0x80 else code
        return code

    def final(code):
        for _ in range(16):
            following = step(code)
            if following == code:
                return code
            code = following
            if code == 0:
                return 0
        raise ValueError(f"folding of U+{code:04X} does not end")

    result = {}
    for code in range(0x10000):
        if 0xD800 <= code <= 0xDFFF or (code not in names and code not in simple and code not in own):
            continue
        target = final(code)
        if target != code:
            result[code] = target
    return result


def main():
    parser = argparse.ArgumentParser()
    for name in ("simplified", "names", "surnames", "readings", "distinct", "variants", "versions", "output"):
        parser.add_argument("--" + name, required=True)
    options = parser.parse_args()

    singles, compounds, compound = [], [], False
    for line in open(options.surnames, encoding="utf-8").read().split("\n"):
        if line.startswith("# compound"):
            compound = True
        elif not line.startswith("#"):
            if compound:
                compounds += line.split()
            else:
                singles += [unit for unit in line if unit not in singles]
    distinct = set("".join(line for line in open(options.distinct, encoding="utf-8") if not line.startswith("#")))

    simple = simplifications(options.simplified, set(singles), distinct, words(options.variants))
    folds = folding(simple)
    singles = list(dict.fromkeys(chr(folds.get(ord(unit), ord(unit))) for unit in singles))
    compounds = list(dict.fromkeys("".join(chr(folds.get(ord(unit), ord(unit))) for unit in name) for name in compounds))

    read = readings()
    corrected = {}
    names = open(options.names, encoding="utf-8").read().split("\n")
    for unit in singles:
        code = ord(unit)
        item = syllable(names[code - FIRST])
        if item:
            corrected[code] = item
    for line in open(options.readings, encoding="utf-8"):
        if not line.startswith("#") and line.strip():
            unit, text = line.split()
            corrected[ord(unit)] = syllable(text)
    corrected = {code: item for code, item in corrected.items() if code in read and read[code][0] != item}

    spellings = sorted({item[0] for items in read.values() for item in items} | {item[0] for item in corrected.values()})
    number = {spelling: index + 1 for index, spelling in enumerate(spellings)}

    def packed(item):
        return number[item[0]] << 3 | item[1]

    shapes = unihan("DictionaryLikeData", ["kFourCornerCode"])["kFourCornerCode"]
    strokes = unihan("IRGSources", ["kTotalStrokes"])["kTotalStrokes"]
    toned, corner, total, further = [], [], [], []
    for code in range(FIRST, LAST + 1):
        items = read.get(code, [])
        toned.append(packed(items[0]) if items else 0)
        corner.append(int(shapes[code].split()[0][:4]) if code in shapes else 0xFFFF)
        total.append(min(255, int(strokes[code].split()[0])) if code in strokes else 0)
        extra = []
        for item in items[1:] + ([corrected[code]] if code in corrected else []):
            if number[item[0]] != number[items[0][0]] and number[item[0]] not in extra:
                extra.append(number[item[0]])
        if extra:
            further += [code, len(extra)] + extra

    pairs = [unit for item in sorted(folds.items()) for unit in item]
    surname = [unit for code, item in sorted(corrected.items()) for unit in (code, packed(item))]
    ordered = [ord(unit) for unit in singles]
    doubled = [ord(unit) for name in compounds for unit in name]
    text = " ".join(spellings).encode("ascii")

    header = ("LeakTrace character tables, written by tools/make-character-tables.sh. Do not edit.\n"
              f"Sources: {options.versions}; tools/*.txt, tools/*.tsv.\n"
              "Unicode data files: copyright Unicode, Inc., Unicode License V3 (https://www.unicode.org/license.txt).\n")
    with open(options.output, "wb") as out:
        out.write(header.encode("ascii").ljust(511) + b"\n")
        out.write(struct.pack("<8i", len(pairs), len(further), len(surname), len(ordered), len(doubled), len(text), 0, 0))
        for numbers in (toned, corner):
            out.write(struct.pack(f"<{len(numbers)}H", *numbers))
        out.write(bytes(total))
        for numbers in (pairs, further, surname, ordered, doubled):
            out.write(struct.pack(f"<{len(numbers)}H", *numbers))
        out.write(text)
    print(f"{len(pairs) // 2} foldings, {len(further)} further readings, {len(surname) // 2} surname readings, "
          f"{len(ordered)} surnames, {len(doubled) // 2} compound, {len(spellings)} syllables")


main()
