"""What records and their parts have in common. Their classes are made in `_records`."""

from __future__ import annotations

from . import _native
from ._errors import FrozenError, KeywordError, UsageError, unknown_keywords
from ._keywords import known
from ._settings import current

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from inspect import Signature
    from typing import Any, ClassVar, NoReturn

    from typing_extensions import Self

    from ._declared import Declared
    from .typing import Lang


class Object:
    """A record or a part of one: checked once, then never changed.

    It holds its canonical JSON. Objects of one class with the same JSON are equal; they can be hashed,
    copied and pickled.
    """

    __slots__ = ("_json", "_plain")

    _declared: ClassVar[Declared]
    _json: str
    #: The values of the fields before they become those of Python.
    _plain: Mapping[str, Any]

    def __new__(cls, /, *positional: Any, **fields: Any) -> Self:
        if not hasattr(cls, "_declared"):
            raise UsageError(f"{cls.__name__} 是基类，不能直接创建", f"{cls.__name__} is a base and cannot be made")
        if positional:
            raise _positional(cls.__name__, positional[0])
        cls._known(fields)
        return cls._of(_native.from_values(cls._declared.name, fields, *current(None, None)))

    @classmethod
    @known
    def from_dict(
        cls,
        data: Mapping[str, Any],
        *,
        as_of: date | str | None = None,
        lang: Lang | None = None,
    ) -> Self:
        """The object that a mapping holds, with values as in JSON or as the constructor takes them.

        :param as_of: the reference date, a date or ``"2026-06-30"``; that of :class:`~shequ.settings`, else today in
            +08:00.
        :param lang: ``"zh"`` or ``"en"``, the language of findings; that of :class:`~shequ.settings`, else Chinese.
        :raises ValidationError: where a value is wrong or a field is not known, with all findings.
        """
        if not hasattr(data, "keys"):
            name = type(data).__name__
            raise UsageError(f"from_dict 需要字典，而不是 {name}", f"from_dict takes a mapping, not {name}")
        return cls._of(_native.from_values(cls._declared.name, data, *current(as_of, lang)))

    @classmethod
    @known
    def from_json(
        cls,
        text: str | bytes | bytearray,
        *,
        as_of: date | str | None = None,
        lang: Lang | None = None,
    ) -> Self:
        """The object of a JSON text; the arguments are those of :meth:`from_dict`.

        :raises ValidationError: where a value is wrong or the text is no JSON, with all findings.
        """
        return cls._of(_native.from_json(cls._declared.name, _bytes(text), *current(as_of, lang)))

    def to_dict(self) -> dict[str, Any]:
        """The values as in JSON, in the order of the standard; absent fields are left out."""
        import json

        plain: dict[str, Any] = json.loads(self._json)
        return plain

    def to_json(self) -> str:
        """The canonical JSON."""
        return self._json

    def __replace__(self, **changes: Any) -> Self:
        self._known(changes)
        return self._of(_native.from_values(self._declared.name, {**self.to_dict(), **changes}, *current(None, None)))

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
            # the slot of a field is empty until somebody asks for it
            declared = type(self)._declared
            if name == "_plain":
                value = declared.plain(self._json)
            elif name in declared.fields:
                value = declared.fields[name].read(self._plain[name])
            else:
                raise AttributeError(f"{declared.class_name} has no field {name!r}", name=name, obj=self)
            object.__setattr__(self, name, value)
            return value

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
    """A record of one of the types of the standard.

    >>> import shequ as sq
    >>> community = sq.Community(
    ...     id="com-1",
    ...     updated_at="2026-06-30T09:00:00+08:00",
    ...     code="370102007010",
    ...     name="山师大社区",
    ...     kind=sq.codes.CommunityKind.URBAN,
    ...     status="active",
    ...     location={"longitude": 117.05, "latitude": 36.66},
    ... )
    >>> community.status.label, community.location.latitude, community.updated_at.year
    ('正常', 36.66, 2026)
    >>> community.replace(status="closed")
    Traceback (most recent call last):
        ...
    shequ._errors.ValidationError: 发现1处问题 · 1 finding
      STR005 状态 (/status): 填写的值不在代码表“状态”中
    """

    __slots__ = ()

    #: The name of the record type.
    __shequ_kind__: ClassVar[str]


class Part(Object):
    """A part of records, like a training or a term; it is checked as it would be in a record.

    >>> import shequ as sq
    >>> sq.Training(on="2026-03-14", hours=2, kind="volunteer").to_json()
    '{"on":"2026-03-14","hours":2,"kind":"volunteer"}'
    """

    __slots__ = ()


class Constructor:
    """The constructor of one class, whose signature is made when somebody asks for it."""

    __slots__ = ("_declared",)

    def __init__(self, declared: Declared) -> None:
        self._declared = declared

    def __get__(self, instance: object, owner: object) -> Constructor:
        return self

    def __call__(self, cls: type[Object], /, *positional: Any, **fields: Any) -> Object:
        return Object.__new__(cls, *positional, **fields)

    @property
    def __signature__(self) -> Signature:
        return self._declared.signature


def _bytes(text: Any) -> bytes:
    if isinstance(text, str):
        # half a surrogate pair then is no UTF-8, which is a finding
        return text.encode("utf-8", "surrogatepass")
    if issubclass(text.__class__, (bytes, bytearray, memoryview)):
        return bytes(text)
    name = type(text).__name__
    raise UsageError(f"from_json 需要JSON文本，而不是 {name}", f"from_json takes JSON text, not {name}")


def replace(self: Object, **changes: Any) -> Object:
    """The object with other values, which is checked again; None takes a field away.

    :raises ValidationError: where a value is wrong, with all findings.
    """
    return self.__replace__(**changes)


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
