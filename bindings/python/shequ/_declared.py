"""The declaration of a record type or part, as its class uses it."""

from __future__ import annotations

from . import _native, _values

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from inspect import Signature
    from typing import Any

#: What takes the place of a value that may be a person's.
MASK = "***"

#: As many items of a list are shown by `repr`.
SHOWN = 10


class Field:
    """One field: its words, and how its JSON becomes a value of Python and back."""

    __slots__ = ("convert", "description", "is_hidden", "is_list", "name", "of", "required", "title", "title_en", "value")

    def __init__(
        self,
        name: str,
        title: str,
        title_en: str,
        description: str,
        required: bool,
        kind: str,
        is_list: bool,
        value: str,
        of: str | None,
    ) -> None:
        self.name = name
        self.title = title
        self.title_en = title_en
        self.description = description
        self.required = required
        self.is_list = is_list
        self.value = value
        self.of = of
        # nobody knows what local additions hold
        self.is_hidden = kind in ("personal", "sensitive") or value == "extensions"
        self.convert: Callable[[Any], Any] | None = None

    def read(self, value: Any) -> Any:
        """The value of Python for what the library gives."""
        if value is None or value == ():
            return value
        if self.convert is None:
            self.convert = _values.converter(self.value, self.of)
        return tuple(map(self.convert, value)) if self.is_list else self.convert(value)

    def show(self, value: Any) -> str:
        """The plain value as `repr` shows it."""
        if self.is_hidden:
            return MASK
        if self.is_list:
            shown = [self._show(item) for item in value[:SHOWN]]
            rest = [f"... {len(value)} items"] if len(value) > SHOWN else []
            return f"[{', '.join(shown + rest)}]"
        return self._show(value)

    def _show(self, value: Any) -> str:
        return _values.record_class(self.of)._declared.show(value) if self.value == "part" else repr(value)

    @property
    def doc(self) -> str:
        """Title and description."""
        required = "" if self.required else " (optional)"
        return f"{self.title} · {self.title_en}{required}. {self.description}"


class Declared:
    """A record type or part."""

    __slots__ = ("_signature", "class_name", "description", "fields", "is_record", "name", "title", "title_en")

    def __init__(self, class_name: str, name: str, is_record: bool) -> None:
        self.class_name = class_name
        self.name = name
        self.is_record = is_record
        self.title, self.title_en, self.description, rows = _native.declaration(name)
        self.fields = {row[0]: Field(*row) for row in rows}
        self._signature: Signature | None = None

    def read(self, json: str) -> list[tuple[str, Any]]:
        """The values of all fields from the canonical JSON."""
        values = _native.values(self.name, json)
        return [(field.name, field.read(value)) for field, value in zip(self.fields.values(), values, strict=True)]

    def show(self, plain: Mapping[str, Any]) -> str:
        """What `repr` shows: no personal value."""
        shown = (f"{name}={self.fields[name].show(value)}" for name, value in plain.items())
        return f"{self.class_name}({', '.join(shown)})"

    def nearest(self, name: str) -> str | None:
        """The field that was probably meant by a name."""
        from difflib import get_close_matches

        for field in self.fields.values():
            if name in (field.title, field.title_en):
                return field.name
        return next(iter(get_close_matches(name, self.fields, n=1)), None)

    @property
    def doc(self) -> str:
        lines = [f"{self.title} · {self.title_en}. {self.description}", ""]
        lines += [f":param {field.name}: {field.doc}" for field in self.fields.values()]
        return "\n".join([*lines, ":raises ValidationError: where a value is wrong, with all findings."])

    @property
    def signature(self) -> Signature:
        """The keywords of the constructor, for help and completion."""
        if self._signature is None:
            from inspect import Parameter, Signature

            parameters = [
                Parameter(
                    field.name,
                    Parameter.KEYWORD_ONLY,
                    default=Parameter.empty if field.required else () if field.is_list else None,
                    annotation=_values.annotation(field.value, field.of, field.is_list),
                )
                for field in self.fields.values()
            ]
            self._signature = Signature(parameters)
        return self._signature
