"""What the tests share."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

# `python -m pytest` in bindings/python would import the package from its source, in which its library lies only after
# `maturin develop`; the one that is installed is tested
SOURCE = Path(__file__).resolve().parents[1]
if not list((SOURCE / "shequ").glob("_native*.so")) + list((SOURCE / "shequ").glob("_native*.pyd")):
    sys.path[:] = [path for path in sys.path if Path(path or ".").resolve() != SOURCE]

ROOT = Path(__file__).resolve().parents[3]
AS_OF = "2026-06-30"


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def province(root: Path) -> Path:
    """The sample dataset, which has faults."""
    return root / "examples" / "province"


@pytest.fixture(scope="session")
def volunteers(province: Path) -> list[dict]:
    """The volunteers of the sample dataset that are records at all, with some faults that a table can hold."""
    rows = []
    for line in (province / "volunteers.ndjson").read_bytes().splitlines():
        try:
            row = json.loads(line)
        except ValueError:
            continue
        if isinstance(row, dict):
            rows.append(row)
    rows[1]["sex"] = {"1": "2", "2": "1"}[rows[1]["sex"]]
    rows[2]["registered_on"] = "2027-01-01"
    rows[3]["identity"]["number"] = rows[3]["identity"]["number"][:-1]
    rows[4]["total_hours"] = -1
    rows[5]["name"] = " 空 "
    return rows
