"""Values of fields: what the library gives as text becomes dates, decimals, codes and parts."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from typing import Any

    from ._record import Part

def converter(value: str, of: str | None) -> Callable[[Any], Any]:
    """What makes the value of Python."""
    if value == "code":
        from . import codes

        return getattr(codes, str(of))  # type: ignore[no-any-return]
    if value == "part":
        return record_class(of)._of
    if value == "date":
        from datetime import date

        return date.fromisoformat
    if value == "decimal":
        from decimal import Decimal

        return Decimal
    return {"moment": _moment, "extensions": _extensions}.get(value, _same)


def record_class(name: str | None) -> type[Part]:
    """The class of a part."""
    from . import _records

    return getattr(_records, str(name))  # type: ignore[no-any-return]


def _same(value: Any) -> Any:
    return value


def _moment(text: str) -> datetime:
    """A moment; of a fraction the microseconds, since Python knows no finer."""
    from datetime import datetime, timedelta, timezone

    local, offset = (text[:-1], "+00:00") if text.endswith("Z") else (text[:-6], text[-6:])
    whole, _, fraction = local.partition(".")
    minutes = int(offset[1:3]) * 60 + int(offset[4:6])
    zone = timezone(timedelta(minutes=-minutes if offset[0] == "-" else minutes))
    moment = datetime.fromisoformat(whole)
    return moment.replace(microsecond=int(fraction[:6].ljust(6, "0")), tzinfo=zone)


def _extensions(text: str) -> Any:
    import json

    return _frozen(json.loads(text))


def _frozen(value: Any) -> Any:
    from types import MappingProxyType

    kind = value.__class__
    if kind is dict:
        return MappingProxyType({key: _frozen(item) for key, item in value.items()})
    return tuple(map(_frozen, value)) if kind is list else value
