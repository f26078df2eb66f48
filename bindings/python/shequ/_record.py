"""What records and their parts have in common. Their classes are made in `_records`."""

from __future__ import annotations

from . import _native
from ._days import day
from ._errors import FrozenError, KeywordError, UsageError, unknown_keywords

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from inspect import Signature
    from typing import Any, ClassVar, NoReturn

    from typing_extensions import Self

    from ._declared import Declared


class _Signature:
    """The signature of a class, made when somebody asks."""

    def __get__(self, instance: object, owner: type[Object]) -> Signature:
        try:
            return owner._declared.signature
        except AttributeError:
            # `inspect` then looks at the constructor
            raise AttributeError("__signature__") from None


class Object:
    """A record or a part of one: checked once, then never changed.

    It holds its canonical JSON. Objects of one class with the same JSON are equal; they can be hashed,
    copied and pickled.
    """

    __slots__ = ("_json",)

    _declared: ClassVar[Declared]
    _json: str

    if not TYPE_CHECKING:
        __signature__ = _Signature()

    def __new__(cls, /, *positional: Any, **fields: Any) -> Self:
        if not hasattr(cls, "_declared"):
            raise UsageError(f"{cls.__name__} 是基类，不能直接创建", f"{cls.__name__} is a base and cannot be made")
        if positional:
            raise _positional(cls.__name__, positional[0])
        cls._known(fields)
        return cls._of(_native.from_values(cls._declared.name, fields))

    @classmethod
    def from_dict(
        cls,
        data: Mapping[str, Any],
        *,
        as_of: date | str | None = None,
        lang: str = "zh",
        **unknown: NoReturn,
    ) -> Self:
        """The object that a mapping holds, with values as in JSON or as the constructor takes them.

        :param as_of: the reference date, a date or ``"2026-06-30"``; today in +08:00 unless given.
        :param lang: ``"zh"`` or ``"en"``, the language of findings.
        :raises ValidationError: where a value is wrong or a field is not known, with all findings.
        """
        if unknown:
            raise unknown_keywords("from_dict", unknown, ("as_of", "lang"))
        if not hasattr(data, "keys"):
            name = type(data).__name__
            raise UsageError(f"from_dict 需要字典，而不是 {name}", f"from_dict takes a mapping, not {name}")
        return cls._of(_native.from_values(cls._declared.name, data, day(as_of), lang))

    @classmethod
    def from_json(
        cls,
        text: str | bytes | bytearray,
        *,
        as_of: date | str | None = None,
        lang: str = "zh",
        **unknown: NoReturn,
    ) -> Self:
        """The object of a JSON text; the arguments are those of :meth:`from_dict`.

        :raises ValidationError: where a value is wrong or the text is no JSON, with all findings.
        """
        if unknown:
            raise unknown_keywords("from_json", unknown, ("as_of", "lang"))
        if not isinstance(text, (str, bytes, bytearray)):
            name = type(text).__name__
            raise UsageError(f"from_json 需要JSON文本，而不是 {name}", f"from_json takes JSON text, not {name}")
        data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else bytes(text)
        return cls._of(_native.from_json(cls._declared.name, data, day(as_of), lang))

    def to_dict(self) -> dict[str, Any]:
        """The values as in JSON, in the order of the standard; absent fields are left out."""
        import json

        plain: dict[str, Any] = json.loads(self._json)
        return plain

    def to_json(self) -> str:
        """The canonical JSON."""
        return self._json

    def replace(self, **changes: Any) -> Self:
        """The object with other values, which is checked again; None takes a field away.

        :raises ValidationError: where a value is wrong, with all findings.
        """
        self._known(changes)
        return self._of(_native.from_values(self._declared.name, {**self.to_dict(), **changes}))

    __replace__ = replace

    @classmethod
    def _of(cls, json: str) -> Self:
        """The object of a text that is known to be canonical."""
        made = object.__new__(cls)
        object.__setattr__(made, "_json", json)
        return made

    @classmethod
    def _known(cls, fields: dict[str, Any]) -> None:
        """Refuses keywords that are no fields."""
        declared = cls._declared
        if fields.keys() <= declared.fields.keys():
            return
        unknown = [name for name in fields if name not in declared.fields]
        raise unknown_keywords(cls.__name__, dict.fromkeys(unknown), list(declared.fields), declared.nearest(unknown[0]))

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            # a slot is empty until one is asked for; then all are filled
            declared = type(self)._declared
            if name not in declared.fields:
                raise AttributeError(f"{declared.class_name} has no field {name!r}", name=name, obj=self)
            for field, value in declared.read(self._json):
                object.__setattr__(self, field, value)
            return object.__getattribute__(self, name)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise _frozen(name)

    def __delattr__(self, name: str) -> NoReturn:
        raise _frozen(name)

    def __eq__(self, other: object) -> bool:
        if type(self) is type(other) and isinstance(other, Object):
            return self._json == other._json
        return NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), self._json))

    def __repr__(self) -> str:
        return self._declared.show(self.to_dict())

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self)._of, (self._json,)

    def __shequ_json__(self) -> str:
        return self._json

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from ._pydantic import object_schema

        return object_schema(cls)


class Record(Object):
    """A record of one of the 15 types of the standard."""

    __slots__ = ()

    #: The name of the record type.
    __shequ_kind__: ClassVar[str]


class Part(Object):
    """A part of records, like a training or a term."""

    __slots__ = ()


def _positional(name: str, value: object) -> KeywordError:
    hint, hint_en = "", ""
    if hasattr(value, "keys"):
        hint, hint_en = f"；字典请用 {name}.from_dict(data)", f"; for a mapping there is {name}.from_dict(data)"
    elif isinstance(value, (str, bytes)):
        hint, hint_en = f"；JSON文本请用 {name}.from_json(text)", f"; for JSON there is {name}.from_json(text)"
    return KeywordError(
        f"{name} 的各字段须按名称给出，例如 {name}(id=...){hint}",
        f"{name} takes its fields by name, like {name}(id=...){hint_en}",
    )


def _frozen(name: str) -> FrozenError:
    return FrozenError(
        f"记录不可修改；请用 replace({name}=...) 得到修改后的记录",
        f"records do not change: replace({name}=...) gives one with another value",
    )
