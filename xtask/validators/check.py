"""Holds the published schemas against the conformance cases by Python's `jsonschema`.

Every example record must be accepted, and every case refused or accepted as its `schema` flag says,
without and with checking of formats. Exits 0 where all agree, 1 where some differ, 77 where
`jsonschema` is not installed.
"""

import json
import sys
from pathlib import Path

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: Python has no jsonschema; cargo xtask test installs it under target/")
    sys.exit(77)

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "schemas" / "v1"


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def refuse_constant(name):
    raise ValueError(f"{name} is no JSON")


def parse(case):
    """The record of a case; raises ValueError where its bytes are no JSON text."""
    if "record" in case:
        return case["record"]
    data = case["text"].encode() if "text" in case else bytes.fromhex(case["bytes_hex"])
    text = data.decode("utf-8").removeprefix("\ufeff")
    value = json.loads(text, parse_constant=refuse_constant)
    json.dumps(value, ensure_ascii=False).encode("utf-8")  # half a surrogate pair cannot be encoded
    return value


def is_refused(validator, case):
    try:
        record = parse(case)
    except (ValueError, RecursionError):
        return True
    return not validator.is_valid(record)


def differences(validators):
    """The number of judgements that agree, and the names of those that differ."""
    agree, differ = 0, []
    for kind, validator in validators.items():
        example = ROOT / "examples" / "records" / f"{kind}.json"
        if example.is_file():
            errors = [f"{error.json_path}: {error.validator}" for error in validator.iter_errors(read(example))]
            agree += not errors
            differ += [f"examples/records/{kind}.json: {', '.join(errors)}"] if errors else []
    for path in sorted(SCHEMAS.glob("conformance/*/*.json")):
        case = read(path)
        if "schema" not in case:
            continue
        refused = is_refused(validators[case["kind"]], case)
        if refused == case["schema"]:
            agree += 1
        else:
            verdict = "refused" if refused else "accepted"
            differ.append(f"{path.relative_to(SCHEMAS)}: {verdict}")
    return agree, differ


def main():
    schemas = {path.name.removesuffix(".schema.json"): read(path) for path in SCHEMAS.glob("*.schema.json")}
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    total = 0
    for formats in (None, Draft202012Validator.FORMAT_CHECKER):
        validators = {kind: Draft202012Validator(schema, format_checker=formats) for kind, schema in schemas.items()}
        agree, differ = differences(validators)
        print("\n".join(differ + [f"formats {'on' if formats else 'off'}: {agree} agree, {len(differ)} differ"]))
        total += len(differ)
    sys.exit(1 if total else 0)


if __name__ == "__main__":
    main()
