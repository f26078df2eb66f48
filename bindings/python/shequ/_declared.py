"""The declaration of a record type or part, as its class uses it."""

from __future__ import annotations

from . import _native, _values

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from inspect import Parameter, Signature
    from typing import Any

#: What takes the place of a value that may be a person's.
MASK = "***"

#: As many items of a list are shown by `repr`.
SHOWN = 10


class Words:
    """Title and description in Chinese and English."""

    __slots__ = ("description", "description_en", "title", "title_en")

    def __init__(self, title: str, title_en: str, description: str, description_en: str) -> None:
        self.title = title
        self.title_en = title_en
        self.description = description
        self.description_en = description_en

    def doc(self, note: str = "") -> str:
        """All of them, as `help` shows them."""
        return f"{self.title} · {self.title_en}{note}. {self.description} {self.description_en}"


class Field:
    """One field: its words, and how its JSON becomes a value of Python and back."""

    __slots__ = ("convert", "is_hidden", "is_list", "name", "of", "required", "taken", "value", "words")

    def __init__(
        self,
        name: str,
        title: str,
        title_en: str,
        description: str,
        description_en: str,
        required: bool,
        kind: str,
        is_list: bool,
        value: str,
        of: str | None,
        taken: str,
    ) -> None:
        self.name = name
        self.words = Words(title, title_en, description, description_en)
        self.required = required
        self.is_list = is_list
        self.value = value
        self.of = of
        # what a constructor takes for it, as text
        self.taken = taken
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

    @property
    def parameter(self) -> Parameter:
        """The keyword of the constructor."""
        from inspect import Parameter

        annotation = self.taken
        if self.required:
            return Parameter(self.name, Parameter.KEYWORD_ONLY, annotation=annotation)
        default = () if self.is_list else None
        return Parameter(self.name, Parameter.KEYWORD_ONLY, annotation=f"{annotation} | None", default=default)

    def _show(self, value: Any) -> str:
        return _values.record_class(self.of)._declared.show(value) if self.value == "part" else repr(value)

    @property
    def doc(self) -> str:
        """Titles and descriptions."""
        return self.words.doc("" if self.required else " (optional)")


class Declared:
    """A record type or part."""

    __slots__ = ("_signature", "class_name", "fields", "is_record", "name", "words")

    def __init__(self, class_name: str, name: str, is_record: bool) -> None:
        self.class_name = class_name
        self.name = name
        self.is_record = is_record
        *words, rows = _native.declaration(name)
        self.words = Words(*words)
        self.fields = {row[0]: Field(*row) for row in rows}
        self._signature: Signature | None = None

    def plain(self, json: str) -> dict[str, Any]:
        """The values of all fields from the canonical JSON, each for its :meth:`Field.read`."""
        return dict(zip(self.fields, _native.values(self.name, json), strict=True))

    def show(self, plain: Mapping[str, Any]) -> str:
        """What `repr` shows: no personal value."""
        shown = (f"{name}={self.fields[name].show(value)}" for name, value in plain.items())
        return f"{self.class_name}({', '.join(shown)})"

    def nearest(self, name: str) -> str | None:
        """The field that was probably meant by a name."""
        from difflib import get_close_matches

        for field in self.fields.values():
            if name in (field.words.title, field.words.title_en):
                return field.name
        return next(iter(get_close_matches(name, self.fields, n=1)), None)

    @property
    def doc(self) -> str:
        lines = [self.words.doc(), ""]
        lines += [f":param {field.name}: {field.doc}" for field in self.fields.values()]
        return "\n".join([*lines, ":raises ValidationError: where a value is wrong, with all findings."])

    @property
    def signature(self) -> Signature:
        """The keywords of the constructor, for help and completion."""
        if self._signature is None:
            from inspect import Parameter, Signature

            cls = Parameter("cls", Parameter.POSITIONAL_OR_KEYWORD)
            # those that may be left out come last, as in every signature
            fields = sorted(self.fields.values(), key=lambda field: not field.required)
            self._signature = Signature([cls, *(field.parameter for field in fields)])
        return self._signature
