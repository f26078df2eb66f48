"""What holds where an argument is left out: the reference date and the language, for a part of a program."""

from __future__ import annotations

from contextvars import ContextVar

from ._days import day
from ._errors import UsageError
from ._keywords import known

TYPE_CHECKING = False
if TYPE_CHECKING:
    from contextvars import Token
    from datetime import date

    from typing_extensions import Self

    from .typing import Lang

_CURRENT: ContextVar[tuple[str | None, Lang]] = ContextVar("shequ", default=(None, "zh"))


class settings:
    """The reference date and the language for what runs within: constructors, fields of pydantic models, checks.

    An argument of a call goes before it; one that is left out here stays as it is outside. Each thread and each
    task of asyncio has its own.

    :param as_of: the reference date, a date or ``"2026-06-30"``.
    :param lang: ``"zh"`` or ``"en"``, the language of messages.
    :raises UsageError: where one of them cannot be what it is.

    >>> import shequ as sq
    >>> with sq.settings(as_of="2026-06-30", lang="en"):
    ...     sq.check({"id": "c1"}, "community")[0].message
    'the required field Community code is missing'
    """

    __slots__ = ("_given", "_tokens")

    @known
    def __init__(self, *, as_of: date | str | None = None, lang: Lang | None = None) -> None:
        self._given = (checked_day(as_of), None if lang is None else language(lang))
        self._tokens: list[Token[tuple[str | None, Lang]]] = []

    def __enter__(self) -> Self:
        as_of, lang = _CURRENT.get()
        self._tokens.append(_CURRENT.set((self._given[0] or as_of, self._given[1] or lang)))
        return self

    def __exit__(self, *_: object) -> None:
        _CURRENT.reset(self._tokens.pop())


def checked_day(as_of: date | str | None) -> str | None:
    """The text of a day that is one."""
    text = day(as_of)
    if text is not None:
        from . import _native

        return _native.Checker(text).as_of
    return None


def language(lang: object) -> Lang:
    """A language that there is."""
    if lang == "zh":
        return "zh"
    if lang == "en":
        return "en"
    raise UsageError("lang 应为 zh 或 en", 'lang must be "zh" or "en"')


def current(as_of: date | str | None, lang: Lang | None) -> tuple[str | None, Lang]:
    """The day and the language of a call: its own, or those of :class:`settings`."""
    if as_of is None and lang is None:
        return _CURRENT.get()
    outer = _CURRENT.get()
    return outer[0] if as_of is None else day(as_of), outer[1] if lang is None else language(lang)
