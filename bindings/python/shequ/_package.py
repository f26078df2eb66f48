"""Packages: a dataset in one file, with a manifest that says what it holds."""

from __future__ import annotations

import os

from . import _native, _progress
from ._check import Checker
from ._days import day
from ._errors import unknown_keywords

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date, datetime
    from typing import Any, NoReturn

    from ._report import Report
    from .typing import Lang, Progress


def pack(
    folder: str | os.PathLike[str],
    out: str | os.PathLike[str],
    *,
    publisher: object | None = None,
    name: str | None = None,
    as_of: date | str | None = None,
    created: datetime | str | None = None,
    data_class: str | None = None,
    progress: Progress = None,
    **unknown: NoReturn,
) -> dict[str, Any]:
    """Packs a folder of records into a zip file with ``datapackage.json``, and gives what that says.

    The same data gives the same bytes. The file is there when it is whole; an earlier package of that name is replaced,
    any other file is not.

    :param folder: a folder with files of records; a manifest in it says what the new one says too.
    :param out: the zip file to write.
    :param publisher: credit code of the body that publishes it; the source that all records name unless given.
    :param name: a short name; ``shequ-`` and the reference date unless given.
    :param as_of: the day as of which the records hold; the day on which the last was changed unless given.
    :param created: when it is made, with its offset; the moment at which the last record was changed unless given.
    :param data_class: the highest personal-data class that it may hold, ``"public"``, ``"internal"``, ``"personal"`` or
        ``"sensitive"``; the highest that it holds unless given.
    :param progress: True or False for a bar or none, or a function that is told how many bytes were read.
    :raises UsageError: where a file cannot be packed or written over, or an argument cannot be what it is.
    :raises ReadError: where the folder does not exist, or the file cannot be written.

    >>> import tempfile, pathlib, shequ as sq
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = sq.gen(communities=1, volunteers_per_community=5, out=folder / "data")
    >>> manifest = sq.pack(folder / "data", folder / "data.zip")
    >>> manifest["as_of"], manifest["class"], len(manifest["resources"])
    ('2026-06-30', 'sensitive', 18)
    >>> sq.verify(folder / "data.zip").ok
    True
    """
    import json

    if unknown:
        raise unknown_keywords(
            "pack", unknown, ("publisher", "name", "as_of", "created", "data_class", "progress")
        )
    moment = created.isoformat() if created is not None and not isinstance(created, str) else created
    asked = {
        "name": name,
        "publisher": None if publisher is None else str(publisher),
        "as_of": day(as_of),
        "created": moment,
        "class": data_class,
    }
    terms = {key: value for key, value in asked.items() if value is not None}
    told = _progress.bar(progress, _native.size_of([folder]), "B", "zh", "打包中")
    try:
        manifest: dict[str, Any] = json.loads(_native.pack(folder, out, terms, told))
        return manifest
    finally:
        _progress.close(told)


def verify(
    path: str | os.PathLike[str],
    *,
    lang: Lang | None = None,
    progress: Progress = None,
    errors: str = "raise",
    **unknown: NoReturn,
) -> Report:
    """Verifies a package, a folder with ``datapackage.json`` or a zip file: whether it holds what its manifest says. What its
    records say, :func:`check` looks at.

    :param lang: ``"zh"`` or ``"en"``, the language of messages.
    :param progress: True or False for a bar or none, or a function that is told how many bytes were read.
    :param errors: ``"report"`` to have what could not be read in the report alone; else it is raised.
    :raises ReadError: where the path does not exist or something cannot be read; its `report` is that on the rest.
    """
    if unknown:
        raise unknown_keywords("verify", unknown, ("lang", "progress", "errors"))
    checker = Checker(lang=lang)
    told = _progress.bar(progress, _native.size_of([path]), "B", checker.lang)
    try:
        return checker._report(errors, _native.verify(checker._native, path, told))
    finally:
        _progress.close(told)
