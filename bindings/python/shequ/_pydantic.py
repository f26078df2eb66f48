"""Records, parts and codes as types of fields of pydantic models, and so of FastAPI.

FastAPI takes a class that is no model of pydantic from the query unless told otherwise; a body is
``volunteer: Annotated[sq.Volunteer, Body()]``, or ``list[sq.Volunteer]``, which needs nothing more.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError, core_schema

from . import _errors, _native
from ._settings import current

if TYPE_CHECKING:
    from collections.abc import Callable

    from ._code import Code
    from ._record import Object

#: What belongs to a schema that stands alone.
_ALONE = ("$schema", "$id")


def object_schema(cls: type[Object]) -> core_schema.CoreSchema:
    """How pydantic validates and writes a record or part: from an instance or what a mapping holds."""

    def validate(value: Any) -> Object:
        if isinstance(value, cls):
            return value
        name = cls._declared.name
        try:
            return cls._of(_native.from_values(name, value, *current(None, None)))
        except _errors.ValidationError as error:
            raise _refused(cls.__name__, _details(error)) from None
        except _errors.UsageError as error:
            raise _refused(cls.__name__, [_detail("unusable-value", error, {})]) from None

    def write(value: Any) -> Any:
        # what a model was given without validation is written as it is
        return value.to_dict() if isinstance(value, cls) else value

    return _schema(cls, validate, write, lambda: _native.object_schema(cls._declared.name))


def code_schema(cls: type[Code]) -> core_schema.CoreSchema:
    """How pydantic validates and writes a code: from a member or its text."""

    def validate(value: Any) -> Code:
        try:
            return cls(value)
        except _errors.UsageError as error:
            table = {"table": cls.__shequ_table__}
            raise _refused(cls.__name__, [_detail("not-a-code", error, table)]) from None

    def write(value: Any) -> Any:
        return value.value if isinstance(value, cls) else value

    return _schema(cls, validate, write, lambda: _native.code_schema(cls.__shequ_table__))


def _schema(
    cls: type[Any],
    validate: Callable[[Any], Any],
    write: Callable[[Any], Any],
    published: Callable[[], str],
) -> core_schema.CoreSchema:
    def in_json_schema(schema: object, handler: object) -> dict[str, Any]:
        whole: dict[str, Any] = json.loads(published())
        return {key: value for key, value in whole.items() if key not in _ALONE}

    return core_schema.no_info_plain_validator_function(
        validate,
        # by which it is a component of its own wherever a schema names it
        ref=f"{cls.__module__}.{cls.__qualname__}:{id(cls)}",
        serialization=core_schema.plain_serializer_function_ser_schema(write),
        metadata={"pydantic_js_functions": [in_json_schema]},
    )


def _details(error: _errors.ValidationError) -> list[InitErrorDetails]:
    """One error of pydantic for each finding that is an error."""
    return [
        _made(finding.name, finding.message, finding.loc, _errors.context(finding))
        for finding in error.findings
        if finding.severity == "error"
    ]


def _detail(name: str, error: _errors.UsageError, context: dict[str, Any]) -> InitErrorDetails:
    """The error of pydantic for a value as a whole."""
    message = error.en if current(None, None)[1] == "en" else error.zh
    return _made(name, message, (), {"zh": error.zh, "en": error.en, **context})


def _made(name: str, message: str, loc: tuple[int | str, ...], context: dict[str, Any]) -> InitErrorDetails:
    # the message is filled already: its braces, if any, are no places of the context
    custom: Any = PydanticCustomError
    kind = custom(name, "{message}", {"message": message, **context})
    # the input may be a person's: it is left out
    return InitErrorDetails(type=kind, loc=loc, input=None)


def _refused(title: str, details: list[InitErrorDetails]) -> ValidationError:
    return ValidationError.from_exception_data(title, details, hide_input=True)
