"""Libraries that the package works with where they are installed."""

from __future__ import annotations

from ._errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def optional(name: str) -> Any:
    """A library by the name of its module, or the error that says how to get it."""
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError as error:
        package = name.partition(".")[0]
        raise UsageError(
            f"此操作需要 {package}：pip install {package}",
            f"this needs {package}: pip install {package}",
        ) from error


def has(name: str) -> bool:
    """Whether a library is there."""
    try:
        optional(name)
    except UsageError:
        return False
    return True
