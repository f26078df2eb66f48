"""The whole record of each type that the repository has, and what may not be shown of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import shequ as sq

from conftest import AS_OF, ROOT

FOLDER = ROOT / "examples" / "records"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))

#: Classes of fields whose values are not shown.
HIDDEN = ("personal", "sensitive")


def record_class(name: str) -> Any:
    """The class of a record type."""
    return getattr(sq, "".join(word.capitalize() for word in name.split("_")))


def plain(name: str) -> dict[str, Any]:
    """The example as JSON gives it."""
    return json.loads((FOLDER / f"{name}.json").read_bytes())


def example(name: str) -> Any:
    """The example as an object."""
    return record_class(name).from_dict(plain(name), as_of=AS_OF)


def parts(value: Any) -> Iterator[Any]:
    """All parts in an object."""
    for name in type(value)._declared.fields:
        held = getattr(value, name)
        for item in held if isinstance(held, tuple) else (held,):
            if isinstance(item, sq.Part):
                yield item
                yield from parts(item)


def hidden(value: Any) -> Iterator[str]:
    """The texts of all personal values in a record or part, as the published schema says which they are."""
    schema = json.loads(sq._native.object_schema(type(value)._declared.name))
    for name, held in value.to_dict().items():
        if schema["properties"][name]["x-class"] in HIDDEN:
            yield from leaves(held)
    for part in parts(value):
        yield from hidden(part)


def public(value: Any) -> Iterator[str]:
    """The texts of all values in a record or part that may be shown."""
    for name, field in type(value)._declared.fields.items():
        if not field.is_hidden and field.value != "part":
            yield from leaves(value.to_dict().get(name))
    for part in parts(value):
        yield from public(part)


def leaves(value: Any) -> Iterator[str]:
    """The texts and numbers in plain data."""
    if isinstance(value, (dict, list)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from leaves(item)
    else:
        yield str(value)
