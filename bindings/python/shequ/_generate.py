"""A synthetic province: records of all types that are consistent with one another, every person made up."""

from __future__ import annotations

import os
from collections.abc import Mapping

from . import _native, _progress
from ._days import day
from ._errors import UsageError
from ._keywords import known
from ._optional import optional

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from typing import Any, overload

    from .typing import Kind, Progress
else:

    def overload(function):
        return function



class Dataset(Mapping[str, bytes]):
    """Records of all types in memory: a mapping from the record type to its NDJSON as bytes.

    >>> import shequ as sq
    >>> dataset = sq.gen(communities=1, volunteers_per_community=20, defects=0.5)
    >>> len(dataset["volunteer"].splitlines()), len(dataset.records("community"))
    (20, 1)
    >>> report = sq.check(dataset["community"], "community", as_of="2026-06-30")
    >>> len(report) == sum(entry["kind"] == "community" for entry in dataset.ledger)
    True
    """

    __slots__ = ("_native",)

    def __init__(self, native: _native.Generated) -> None:
        self._native = native

    def __getitem__(self, kind: str) -> bytes:
        try:
            return self._native.text(kind)
        except UsageError as error:
            raise KeyError(kind) from error

    def __iter__(self) -> Iterator[str]:
        return iter(_native.kinds())

    def __len__(self) -> int:
        return len(_native.kinds())

    def __repr__(self) -> str:
        records = {kind: text.count(b"\n") for kind, text in self.items()}
        return f"<Dataset: {sum(records.values()):,} records, {records['volunteer']:,} of them volunteers>"

    @property
    def ledger(self) -> list[dict[str, Any]]:
        """What a check must find: rule, kind, id and pointer of each finding; empty without defects."""
        return self._native.ledger()

    def records(self, kind: Kind) -> list[dict[str, Any]]:
        """The records of a type. A record that a defect made unreadable is left out."""
        import json

        records: list[dict[str, Any]] = []
        for line in self[kind].splitlines():
            try:
                records.append(json.loads(line))
            except ValueError:
                continue
        return records

    # defects give fields values of other types, which a column of polars or pyarrow does not hold

    def to_pandas(self, kind: Kind) -> Any:
        """The records of a type as `pandas.DataFrame`; a part of a field is a column like `identity.number`."""
        return optional("pandas").json_normalize(self.records(kind))

    def to_polars(self, kind: Kind) -> Any:
        """The records of a type as `polars.DataFrame`; parts are structs. Only without defects."""
        polars = optional("polars")
        text = self[kind]
        return polars.read_ndjson(text, infer_schema_length=None) if text else polars.DataFrame()

    def to_arrow(self, kind: Kind) -> Any:
        """The records of a type as `pyarrow.Table`; parts are structs. Only without defects."""
        pyarrow = optional("pyarrow")
        records = self.records(kind)
        names = dict.fromkeys(name for record in records for name in record)
        return pyarrow.table({name: pyarrow.array([record.get(name) for record in records]) for name in names})


class Written:
    """What was written into a folder."""

    __slots__ = ("bytes", "findings", "path", "records")

    def __init__(self, path: str, records: dict[str, int], size: int, findings: int) -> None:
        #: The folder.
        self.path = path
        #: Records of each type.
        self.records = records
        #: Bytes of all records.
        self.bytes = size
        #: Findings that a check must report, which stand in `ledger.json`; 0 without defects.
        self.findings = findings

    def __fspath__(self) -> str:
        return self.path

    def __repr__(self) -> str:
        return f"<Written {self.path}: {sum(self.records.values()):,} records, {self.bytes:,} bytes>"


@overload
def gen(
    *,
    communities: int = 10,
    volunteers_per_community: int = 100,
    seed: int = 1,
    as_of: date | str = "2026-06-30",
    defects: float | None = None,
    out: None = None,
    threads: int | None = None,
    force: bool = False,
    progress: Progress = None,
) -> Dataset: ...
@overload
def gen(
    *,
    communities: int = 10,
    volunteers_per_community: int = 100,
    seed: int = 1,
    as_of: date | str = "2026-06-30",
    defects: float | None = None,
    out: str | os.PathLike[str],
    threads: int | None = None,
    force: bool = False,
    progress: Progress = None,
) -> Written: ...
@known
def gen(
    *,
    communities: int = 10,
    volunteers_per_community: int = 100,
    seed: int = 1,
    as_of: date | str = "2026-06-30",
    defects: float | None = None,
    out: str | os.PathLike[str] | None = None,
    threads: int | None = None,
    force: bool = False,
    progress: Progress = None,
) -> Dataset | Written:
    """Makes records of all types, in memory or as files; the same arguments give the same bytes everywhere.

    :param communities: how many, at most 100,000.
    :param volunteers_per_community: volunteers of each; all persons together are at most ten millions.
    :param seed: another number makes another province.
    :param as_of: the day on which the records are right, a date or ``"2026-06-30"``.
    :param defects: the share of records that get a defect, 0 to 1; what a check must find is then the ledger.
    :param out: a folder for files like `volunteers.ndjson`, for more records than memory holds.
    :param threads: how many threads make records; as many as the machine runs at once unless given.
    :param force: writes into a folder that holds something already.
    :param progress: True or False for a bar or none, or a function that is told how many volunteers there are;
        unless given, a bar is shown in a terminal or notebook once the work takes a second.
    :raises UsageError: where a number is beyond its limit, or the folder holds something already.

    >>> import shequ as sq
    >>> dataset = sq.gen(communities=2, volunteers_per_community=50)
    >>> sq.check(dataset["volunteer"], "volunteer", as_of="2026-06-30").ok
    True
    """
    communities = _whole("communities", communities, 32)
    volunteers = _whole("volunteers_per_community", volunteers_per_community, 32)
    threads = None if threads is None else _whole("threads", threads, 16)
    plan = (communities, volunteers, _whole("seed", seed, 64), day(as_of) or "", defects, threads)
    told = _progress.bar(progress, communities * volunteers, "人", "zh", "生成中")
    try:
        if out is None:
            return Dataset(_native.generate(plan, told))
        records, size, findings = _native.generate_into(plan, out, force, told)
        return Written(os.fspath(out), records, size, findings)
    finally:
        _progress.close(told)


def _whole(name: str, number: int, bits: int) -> int:
    """A number that the library takes; its own limits are lower, and it says them."""
    if number < 0 or (name == "seed" and number >= 1 << bits):
        raise UsageError(f"{name} 应为0至{(1 << bits) - 1}的整数", f"{name} must be a whole number from 0 to {(1 << bits) - 1}")
    return min(number, (1 << bits) - 1)
