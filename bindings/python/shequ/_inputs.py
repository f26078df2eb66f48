"""What users give to be checked: told apart, and read where it has to be."""

from __future__ import annotations

import os

from . import _kinds, _native
from ._errors import ReadError, UsageError
from ._optional import optional

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from ._report import Report
    from .typing import AnyKind


def paths(data: Any) -> list[str | os.PathLike[str]] | None:
    """The paths, where the data are some; a URL is none."""
    if isinstance(data, str) and data.lstrip()[:1] in ("{", "["):
        raise UsageError(
            "JSON文本请以字节传入：check(text.encode(), kind=...)",
            "text of JSON is passed as bytes: check(text.encode(), kind=...)",
        )
    if isinstance(data, str) and is_url(data):
        return None
    if isinstance(data, (str, os.PathLike)):
        return [data]
    if is_list(data) and data and all(isinstance(item, (str, os.PathLike)) for item in data):
        return list(data)
    return None


def is_url(text: str) -> bool:
    """Whether a text is a URL of a scheme, like `s3://bucket/volunteers.ndjson`; a drive of Windows is none."""
    scheme, found, _ = text.partition("://")
    return bool(found) and len(scheme) > 1 and all(letter.isalnum() or letter in "+-.:" for letter in scheme)


def opened(url: str) -> bytes:
    """What a URL holds, by fsspec."""
    fsspec = optional("fsspec")
    try:
        with fsspec.open(url, "rb") as file:
            return bytes(file.read())
    except (OSError, ImportError, RuntimeError, ValueError) as error:
        # the text of the error may hold a key that stands in the URL
        what = type(error).__name__
        raise ReadError(
            f"读不到该网址的内容（{what}）；请核对地址和权限，或先下载再核查",
            f"what the URL names cannot be read ({what}); look at the address and the rights, or fetch the file first",
        ) from error


def read(file: Any) -> bytes:
    """What an open file holds."""
    data = file.read()
    return data.encode() if isinstance(data, str) else bytes(data)


def records(data: Any) -> Iterable[Any]:
    """The records of an iterable, or the one that it is."""
    if hasattr(data, "keys") or hasattr(data, "__shequ_json__"):
        return [data]
    if hasattr(data, "__iter__"):
        return data  # type: ignore[no-any-return]
    hint = "；请先 collect()" if hasattr(data, "collect") else ""
    hint_en = "; collect() it first" if hint else ""
    name = type(data).__name__
    raise UsageError(f"不能核查 {name} 类型的数据{hint}", f"data of type {name} cannot be checked{hint_en}")


def kind_of(kind: AnyKind | None) -> str | None:
    """The name of a record type that is given."""
    return None if kind is None else _kinds.name_of(kind)


def known(kind: AnyKind | None, data: Any) -> str:
    """The record type, which records of this package and the names of files say themselves."""
    name = kind_of(kind)
    if name is None:
        name = _said(data)
    if name is None:
        raise UsageError(
            "请用 kind 指明记录类型，例如 kind=\"volunteer\"",
            'name the record type by kind, like kind="volunteer"',
        )
    return name


def _said(data: Any) -> str | None:
    if is_list(data) and data:
        return getattr(data[0].__class__, "__shequ_kind__", None)
    file = data if isinstance(data, str) else getattr(data, "name", None)
    return _native.kind_of_file(file) if isinstance(file, str) and not is_list(data) else None


# functions of their own: asked in place, `isinstance` would make a type checker lose `Any`


def is_bytes(data: object) -> bool:
    """Whether it is bytes."""
    return isinstance(data, (bytes, bytearray, memoryview))


def is_list(data: object) -> bool:
    """Whether it is a list or tuple."""
    return isinstance(data, (list, tuple))


def length(rows: Any) -> int | None:
    """How many rows there are, where they are a list."""
    return len(rows) if is_list(rows) else None


def unread(obstacles: list[tuple[str, str, str]], report: Report) -> ReadError:
    """What could not be read, in both languages."""
    zh = "；".join(f"{name}：{why}" for name, why, _ in obstacles[:5])
    en = "; ".join(f"{name}: {why}" for name, _, why in obstacles[:5])
    if len(obstacles) > 5:
        zh += f"；另有{len(obstacles) - 5}个文件"
        en += f"; and {len(obstacles) - 5} more"
    return ReadError(zh, en, report)
