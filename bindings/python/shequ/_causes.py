"""What findings come from, and how that changed since another report."""

from __future__ import annotations

from typing import NamedTuple

from . import _native
from ._table import Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import overload

    from .typing import Cause, Severity
else:

    def overload(function):
        return function


class Causes(Table):
    """What to fix first: findings of one rule at one field, errors first, then what most records have.

    A sequence of dicts, and a table with the columns rule, severity, kind, field, title, records and advice.

    >>> import shequ as sq
    >>> report = sq.check([{"id": "c1"}], "community", as_of="2026-06-30", lang="en")
    >>> report.causes[0]["title"], report.causes[0]["records"]
    ('Community code: required field missing', 1)
    """

    __slots__ = ("_causes",)

    def __init__(self, causes: list[Cause]) -> None:
        self._causes = causes

    def __len__(self) -> int:
        return len(self._causes)

    def __bool__(self) -> bool:
        # a table without rows is a table
        return True

    @overload
    def __getitem__(self, index: int) -> Cause: ...
    @overload
    def __getitem__(self, index: slice) -> list[Cause]: ...
    def __getitem__(self, index: int | slice) -> Cause | list[Cause]:
        return self._causes[index]

    def __iter__(self) -> Iterator[Cause]:
        return iter(self._causes)

    def __eq__(self, other: object) -> bool:
        return self._causes == (other._causes if isinstance(other, Causes) else other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return "<1 cause>" if len(self) == 1 else f"<{len(self):,} causes>"

    def _table(self) -> _native.Table:
        rows = [dict(cause) for cause in self._causes]
        return _native.table(
            [(name, False, ("count" if name == "records" else "text", [row[name] for row in rows])) for name in CAUSE]
        )


#: The names of a cause, in the order of its columns.
CAUSE = ("rule", "severity", "kind", "field", "title", "records", "advice")


class Change(NamedTuple):
    """How many records have one cause, before and after."""

    rule: str
    severity: Severity
    kind: str
    #: A JSON Pointer with `*` for positions in lists.
    field: str
    title: str
    before: int
    after: int


class Comparison(Table):
    """What became of the causes of an older report; what got worse comes first.

    A sequence of :class:`Change`, and a table of the same columns. Causes that did not change are in it.

    >>> import shequ as sq
    >>> old = sq.check([{"id": "c1"}, {"id": "c2"}], "community", as_of="2026-06-30", lang="en")
    >>> new = sq.check([{"id": "c1"}, {"id": "c2", "code": "370102007010"}], "community", as_of="2026-06-30", lang="en")
    >>> compared = new.compare(old)
    >>> compared
    <Comparison: 0 new, 0 worse, 1 better, 0 gone, 4 the same; records with an error 2 of 2 before, 2 of 2 after>
    >>> compared.better[0].title, compared.better[0].before, compared.better[0].after
    ('Community code: required field missing', 2, 1)
    """

    __slots__ = ("_changes", "after", "before")

    def __init__(self, changes: list[Change], before: tuple[int, int], after: tuple[int, int]) -> None:
        self._changes = changes
        #: Records read and records with an error, of the older report.
        self.before = before
        #: Records read and records with an error, of the newer one.
        self.after = after

    @property
    def new(self) -> list[Change]:
        """Causes that the older report does not have."""
        return [change for change in self if not change.before]

    @property
    def worse(self) -> list[Change]:
        """Causes that more records have than before."""
        return [change for change in self if 0 < change.before < change.after]

    @property
    def better(self) -> list[Change]:
        """Causes that fewer records have than before."""
        return [change for change in self if change.before > change.after > 0]

    @property
    def gone(self) -> list[Change]:
        """Causes that the newer report does not have."""
        return [change for change in self if not change.after]

    def __len__(self) -> int:
        return len(self._changes)

    def __bool__(self) -> bool:
        # a table without rows is a table
        return True

    @overload
    def __getitem__(self, index: int) -> Change: ...
    @overload
    def __getitem__(self, index: slice) -> list[Change]: ...
    def __getitem__(self, index: int | slice) -> Change | list[Change]:
        return self._changes[index]

    def __iter__(self) -> Iterator[Change]:
        return iter(self._changes)

    def __repr__(self) -> str:
        lists = {"new": self.new, "worse": self.worse, "better": self.better, "gone": self.gone}
        same = len(self) - sum(map(len, lists.values()))
        counts = ", ".join(f"{len(changes)} {name}" for name, changes in lists.items())
        (read, bad), (read_now, bad_now) = self.before, self.after
        shares = f"records with an error {bad:,} of {read:,} before, {bad_now:,} of {read_now:,} after"
        return f"<Comparison: {counts}, {same} the same; {shares}>"

    def _table(self) -> _native.Table:
        columns = zip(*self._changes, strict=True) if self._changes else ((),) * len(Change._fields)
        return _native.table(
            [
                (name, False, ("count" if name in ("before", "after") else "text", list(column)))
                for name, column in zip(Change._fields, columns, strict=True)
            ]
        )


def compared(old: Causes, new: Causes, before: tuple[int, int], after: tuple[int, int]) -> Comparison:
    """The causes of two reports beside one another."""
    counts: dict[tuple[str, str, str], list[int]] = {}
    words: dict[tuple[str, str, str], Cause] = {}
    for place, causes in enumerate((old, new)):
        for cause in causes:
            key = (cause["rule"], cause["kind"], cause["field"])
            counts.setdefault(key, [0, 0])[place] = cause["records"]
            words[key] = cause
    changes = [
        Change(rule, words[rule, kind, field]["severity"], kind, field, words[rule, kind, field]["title"], *count)
        for (rule, kind, field), count in counts.items()
    ]
    changes.sort(key=lambda change: (change.before - change.after, change.rule, change.kind, change.field))
    return Comparison(changes, before, after)
