"""Each conformance case written and handed over in other ways: one verdict."""

from __future__ import annotations

import datetime
import gzip
import io
import json
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import shequ as sq

from test_conformance import cases

# another day shows other twins; SHEQU_SEED repeats a run
SEED = int(os.environ.get("SHEQU_SEED") or datetime.date.today().toordinal())
TWINS = 600


def written(value: Any, dice: random.Random, level: int = 0) -> str:
    """JSON with blanks, escapes and members as chance has it."""
    blank = lambda: dice.choice(["", "", " ", "\t", "\n  "])  # noqa: E731
    if isinstance(value, dict):
        members = list(value.items())
        dice.shuffle(members)
        text = lambda key, member: f"{blank()}{written(key, dice)}{blank()}:{written(member, dice)}"  # noqa: E731
        return f"{blank()}{{{','.join(text(*member) for member in members)}{blank()}}}{blank()}"
    if isinstance(value, list):
        return f"{blank()}[{','.join(written(item, dice) for item in value)}{blank()}]{blank()}"
    if isinstance(value, str) and dice.random() < 0.5:
        return '"' + "".join(f"\\u{ord(c):04x}" if ord(c) < 0x10000 and dice.random() < 0.3 else json.dumps(c, ensure_ascii=False)[1:-1] for c in value) + '"'
    return json.dumps(value, ensure_ascii=dice.random() < 0.5)


def said(report: sq.Report) -> list[tuple[str, str, str, int]]:
    return [(finding.rule, finding.pointer, finding.message, finding.count) for finding in report]


def twins(record: dict[str, Any], kind: str, dice: random.Random, folder: Path) -> dict[str, Callable[..., sq.Report]]:
    line, pretty = json.dumps(record, ensure_ascii=False).encode(), written(record, dice).encode()
    compress = lambda text: gzip.compress(text, mtime=0)  # noqa: E731

    def named(name: str, text: bytes) -> Path:
        path = folder / name
        path.write_bytes(text)
        return path

    ways: dict[str, Callable[..., sq.Report]] = {
        "other letters": lambda **o: sq.check(pretty, kind, **o),
        "a list": lambda **o: sq.check(b"[" + pretty + b"]", kind, **o),
        "a line": lambda **o: sq.check(b"\xef\xbb\xbf" + line + b"\r\n\r\n", kind, **o),
        "compressed": lambda **o: sq.check(compress(pretty), kind, **o),
        "an open file": lambda **o: sq.check(io.BytesIO(pretty), kind, **o),
        "a file": lambda **o: sq.check(named("x.json", pretty), kind, **o),
        "a compressed file": lambda **o: sq.check(named("x.ndjson.gz", compress(line)), kind, **o),
        "many threads": lambda **o: sq.check(line, kind, **{**o, "threads": 7}),
        "a dict": lambda **o: sq.check(dict(dice.sample(list(record.items()), len(record))), kind, **o),
        "dicts": lambda **o: sq.check(iter([record]), kind, **o),
    }
    return ways


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_twins_have_one_verdict(lang: str, tmp_path: Path) -> None:
    dice = random.Random(SEED)
    usable = [
        case
        for _, case in cases()
        if isinstance(case.get("record"), dict)
        and not case.get("divisions")
        # of keys that may not be shown the place is said
        and not any("/*" in finding["pointer"] for finding in case["findings"])
    ]
    assert len(usable) > 1000
    compared = 0
    for case in dice.sample(usable, TWINS // 2):
        options: dict[str, Any] = {"as_of": case["as_of"], "lang": lang, "threads": 1}
        record = case["record"]
        expected = said(sq.check(json.dumps(record, ensure_ascii=False).encode(), case["kind"], **options))
        for name, check in twins(record, case["kind"], dice, tmp_path).items():
            assert said(check(**options)) == expected, f"SHEQU_SEED={SEED} {case['kind']}: {name}"
            compared += 1
    assert compared > TWINS
