"""Checks generated volunteers by the package, its command line and pydantic, in one run; prints ratios.

    python bindings/python/benches/compare.py [RECORDS]

pydantic checks structure alone: types, forms, code tables, lengths. The package checks that and all its rules. The
headline is the file, which both have to read; what it costs to make a table of the file stands beside the tables.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Literal

import pandas
import polars
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

import shequ as sq

AS_OF = "2026-06-30"
PER_COMMUNITY = 1000
ROUNDS = 3
BASE, LINE, FILE = "pydantic validate_json", "command line, file", "sq.check, file"

Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$")]
Division = Annotated[str, Field(pattern=r"^[0-9]{12}$")]
Phone = Annotated[str, Field(pattern=r"^[0-9+-]{3,20}$")]
Name = Annotated[str, Field(min_length=1, max_length=50)]
Credit = Annotated[str, Field(pattern=r"^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$")]


def codes(table: str) -> object:
    """The codes of a table as the type of a field."""
    schema = {"ethnicity": 58, "political_status": 13}
    return Literal[tuple(f"{number:02}" for number in range(schema[table] + 1))]


class Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Identity(Model):
    type: Id
    number: Annotated[str, Field(pattern=r"^[0-9A-Z]{5,18}$")]


class Residence(Model):
    division: Division | None = None
    address: Annotated[str, Field(min_length=1, max_length=200)] | None = None


class Guardian(Model):
    name: Name
    relation: Annotated[str, Field(max_length=20)]
    phone: Phone
    consented_on: date


class EmergencyContact(Model):
    name: Name
    relation: Annotated[str, Field(max_length=20)] | None = None
    phone: Phone


class Consent(Model):
    given_on: date
    purposes: Annotated[list[Id], Field(min_length=1, max_length=1000)]
    sensitive_given_on: date | None = None
    withdrawn_on: date | None = None


class Training(Model):
    on: date
    hours: Annotated[float, Field(ge=0, le=1_000_000)]
    kind: Id | None = None
    topic: Annotated[str, Field(max_length=200)] | None = None
    organiser: Annotated[str, Field(max_length=200)] | None = None


class Volunteer(Model):
    id: Id
    updated_at: datetime
    source: Credit | None = None
    number: Annotated[str, Field(max_length=40)] | None = None
    name: Name
    identity: Identity
    nationality: Annotated[str, Field(pattern=r"^[0-9]{3}$")] | None = None
    sex: Literal["0", "1", "2", "9"]
    birth_date: date
    ethnicity: codes("ethnicity") | None = None  # type: ignore[valid-type]
    political_status: codes("political_status") | None = None  # type: ignore[valid-type]
    education: Annotated[str, Field(pattern=r"^[0-9]{2}$")] | None = None
    employment: Annotated[str, Field(pattern=r"^[0-9]{2}$")] | None = None
    phone: Phone | None = None
    email: Annotated[str, Field(max_length=254)] | None = None
    residence: Residence | None = None
    community: Division
    station: Id | None = None
    organisations: Annotated[list[str], Field(max_length=1000)] = []
    service_categories: Annotated[list[str], Field(max_length=4)] = []
    skills: Annotated[list[str], Field(max_length=1000)] = []
    availability: Annotated[list[str], Field(max_length=1000)] = []
    registered_on: date
    registered_by: Id | None = None
    status: Id
    withdrawn_on: date | None = None
    guardian: Guardian | None = None
    emergency_contact: EmergencyContact | None = None
    consent: Consent | None = None
    trainings: Annotated[list[Training], Field(max_length=1000)] = []
    total_hours: Annotated[float, Field(ge=0, le=1_000_000)] | None = None
    star: Literal["0", "1", "2", "3", "4", "5"] | None = None
    extensions: dict[str, object] | None = None


def generate(folder: Path, records: int) -> Path:
    """A file of synthetic volunteers."""
    communities = max(1, records // PER_COMMUNITY)
    command = [sys.executable, "-m", "shequ", "gen", "--out", str(folder), "--as-of", AS_OF]
    sizes = ["--communities", str(communities), "--volunteers-per-community", str(min(records, PER_COMMUNITY))]
    subprocess.run([*command, *sizes], check=True, stdout=subprocess.DEVNULL)
    for other in folder.iterdir():
        if other.name != "volunteers.ndjson":
            other.unlink()
    return folder / "volunteers.ndjson"


def best(work: Callable[[], object]) -> float:
    """The least seconds of some rounds."""
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return min(times)


def main() -> None:
    records = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = generate(Path(folder), records)
        lines = path.read_bytes().splitlines()
        table = polars.read_ndjson(path, infer_schema_length=None).to_arrow()
        adapter = TypeAdapter(Volunteer)
        command = [sys.executable, "-m", "shequ", "check", str(path), "--as-of", AS_OF]
        dicts = [json.loads(line) for line in lines]
        frame = pandas.DataFrame(dicts)
        few = lines[: max(1, len(lines) // 10)]
        works: dict[str, tuple[int, Callable[[], object]]] = {
            BASE: (len(lines), lambda: [adapter.validate_json(line) for line in lines]),
            "pydantic validate_python, dicts": (len(lines), lambda: [adapter.validate_python(row) for row in dicts]),
            LINE: (len(lines), lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL)),
            FILE: (len(lines), lambda: sq.check(path, as_of=AS_OF)),
            "sq.check, Arrow table": (len(lines), lambda: sq.check(table, "volunteer", as_of=AS_OF)),
            "  one thread": (len(lines), lambda: sq.check(table, "volunteer", as_of=AS_OF, threads=1)),
            "  making it of the file": (len(lines), lambda: polars.read_ndjson(path, infer_schema_length=None).to_arrow()),
            "sq.check, pandas table": (len(lines), lambda: sq.check(frame, "volunteer", as_of=AS_OF)),
            "  making it of dicts": (len(lines), lambda: pandas.DataFrame(dicts)),
            "sq.check, list of dicts": (len(lines), lambda: sq.check(dicts, "volunteer", as_of=AS_OF)),
            "sq.Volunteer.from_json, each": (len(few), lambda: [sq.Volunteer.from_json(line, as_of=AS_OF) for line in few]),
        }
        rates = {name: count / best(work) for name, (count, work) in works.items()}
    print(f"the file: {rates[FILE] / rates[BASE]:.1f} times pydantic, {rates[FILE] / rates[LINE]:.2f} of the command line")
    print(f"{len(lines):,} volunteers, best of {ROUNDS}")
    for name, rate in rates.items():
        print(f"{name:<36} {rate:>12,.0f} records/s  {rate / rates[BASE]:5.1f} times pydantic")


if __name__ == "__main__":
    main()
