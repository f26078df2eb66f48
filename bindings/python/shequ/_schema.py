"""The JSON Schemas and the data dictionary of the standard."""

from __future__ import annotations

from . import _kinds, _native
from ._keywords import known

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal

    from .typing import AnyKind


@known
def schema(kind: AnyKind | Literal["report"], base_uri: str | None = None) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record type, or of the report; it needs no other schema.

    :param kind: ``"volunteer"``, ``"志愿者"``, ``sq.Volunteer``, or ``"report"``.
    :param base_uri: what `$id` begins with, ``"urn:shequ:1.0:"`` unless given.
    :raises UsageError: where the record type is not known.

    >>> import shequ as sq
    >>> sq.schema("volunteer")["properties"]["name"]["title"]
    '姓名'
    >>> sq.schema("report", base_uri="https://example.cn/")["$id"]
    'https://example.cn/report'
    """
    import json

    found: dict[str, Any] = json.loads(_native.schema(_kinds.name_of(kind), base_uri))
    return found


@known
def dictionary(kind: AnyKind | None = None) -> dict[str, Any]:
    """The data dictionary as plain data: of each field the titles, descriptions, type in words, unit, class, clauses of
    the policy, code table, and the rules that look at it; fields of parts stand as ``posts[].title``.

    :param kind: ``"volunteer"``, ``"志愿者"`` or ``sq.Volunteer``; all record types, under ``"records"``, unless given.
    :raises UsageError: where the record type is not known.

    >>> import shequ as sq
    >>> fields = {field["name"]: field for field in sq.dictionary("facility")["fields"]}
    >>> area = fields["activity_area_m2"]
    >>> area["unit"]["zh"], area["rules"]
    ('平方米', ['FAC004', 'FAC005'])
    >>> sq.dictionary()["records"][0]["name"]
    'community'
    """
    import json

    found: dict[str, Any] = json.loads(_native.dictionary(None if kind is None else _kinds.name_of(kind)))
    return found
