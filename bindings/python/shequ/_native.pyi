from collections.abc import Callable, Iterable
from os import PathLike
from typing import Any, final

VERSION: str
STANDARD: str

@final
class Finding:
    """A breach of a rule; it holds no value of the record."""

    rule: str
    name: str
    severity: str
    kind: str
    id: str | None
    pointer: str
    field: str | None
    file: str
    line: int | None
    row: int | None
    count: int | None
    message: str
    advice: str
    url: str
    def __new__(
        cls,
        rule: str,
        name: str,
        severity: str,
        kind: str,
        id: str | None,
        pointer: str,
        field: str | None,
        file: str,
        line: int | None,
        row: int | None,
        count: int | None,
        texts: tuple[str, str, str, str],
    ) -> Finding: ...
    @property
    def params(self) -> dict[str, Any]: ...
    @property
    def loc(self) -> tuple[str | int, ...]: ...

@final
class Checker:
    as_of: str
    def __new__(
        cls,
        as_of: str | None = None,
        limit: int = 1000,
        threads: int | None = None,
        divisions: str | PathLike[str] | None = None,
        settings: str = "",
    ) -> Checker: ...

@final
class Table:
    def columns(self) -> dict[str, list[Any]]: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...

@final
class Report:
    ok: bool
    complete: bool
    truncated: bool
    as_of: str
    severities: list[tuple[str, int]]
    rules: dict[str, int]
    records: list[tuple[str, int, int]]
    is_table: bool
    def causes(self, lang: str) -> list[tuple[str, str, str, str, str, int, str]]: ...
    def __len__(self) -> int: ...
    def finding(self, index: int, lang: str) -> Finding: ...
    def table(self) -> Table: ...
    def bad_rows(self, rows: int) -> bytes: ...
    def messages(self, lang: str) -> list[tuple[int, str]]: ...
    def to_json(self) -> str: ...
    def to_text(self, lang: str, colour: bool, places: int) -> str: ...

def title(kind: str, lang: str) -> str | None: ...
def run(arguments: list[str]) -> int: ...
def size_of(paths: list[Any]) -> int: ...
def check_bytes(checker: Checker, data: bytes, kind_name: str, name: str) -> Report: ...
def check_paths(
    checker: Checker,
    paths: list[Any],
    kind_name: str | None = None,
    progress: Callable[[int], object] | None = None,
) -> Report: ...
def check_rows(
    checker: Checker,
    rows: Iterable[Any],
    kind_name: str,
    name: str,
    progress: Callable[[int], object] | None = None,
) -> Report: ...
def check_table(
    checker: Checker,
    stream: object,
    kind_name: str,
    name: str,
    progress: Callable[[int], object] | None = None,
) -> Report: ...

# records and codes
def declarations() -> list[tuple[str, str, bool]]: ...
def declaration(
    name: str,
) -> tuple[str, str, str, list[tuple[str, str, str, str, bool, str, bool, str, str | None]]]: ...
def object_schema(name: str) -> str: ...
def from_values(name: str, values: object, as_of: str | None = None, lang: str = "zh") -> str: ...
def from_json(name: str, text: bytes, as_of: str | None = None, lang: str = "zh") -> str: ...
def values(name: str, text: str) -> tuple[Any, ...]: ...
def code_tables() -> list[tuple[str, str]]: ...
def code_table(
    name: str,
) -> tuple[str, str, str, str | None, str, str | None, list[tuple[str, str, str, str, list[str]]]]: ...
def accepts_code(table: str, code: str) -> bool: ...
def suggest_code(table: str, value: str) -> str | None: ...
def code_schema(table: str) -> str: ...
