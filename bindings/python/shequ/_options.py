"""Options as users give them, in the types that the library takes."""

from __future__ import annotations

from ._errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from .typing import Parameters, Severity

_EXAMPLES = {"severity": '{"COM004": "info"}', "parameters": '{"PER007.max_age": 110}'}

#: What is selected and ignored, severities by rule, numbers by parameter.
Changes = tuple[list[str], list[str], list[tuple[str, str]], list[tuple[str, list[float]]]]


def changes(
    select: str | Iterable[str],
    ignore: str | Iterable[str],
    severity: Mapping[str, Severity],
    parameters: Parameters,
) -> Changes:
    """What options change about rules; whether the rules allow it, the library says."""
    severities = [(rule, _text("severity", level)) for rule, level in _items("severity", severity)]
    numbers = [(name, _numbers(name, value)) for name, value in _items("parameters", parameters)]
    return _listed(select), _listed(ignore), severities, numbers


def _items(name: str, given: Any) -> list[tuple[str, Any]]:
    if not hasattr(given, "items"):
        raise _no_mapping(name)
    return [(_text(name, key), value) for key, value in given.items()]


def _text(name: str, value: object) -> str:
    if isinstance(value, str):
        return value
    raise _no_mapping(name)


def _no_mapping(name: str) -> UsageError:
    return UsageError(f"{name} 应为字典，例如 {_EXAMPLES[name]}", f"{name} must be a mapping, like {_EXAMPLES[name]}")


def _numbers(name: str, value: Any) -> list[float]:
    """The numbers of a parameter, one or some."""
    numbers = list(value) if hasattr(value, "__iter__") and not isinstance(value, str) else [value]
    if any(isinstance(number, (str, bytes, bool)) or not hasattr(number, "__float__") for number in numbers):
        raise UsageError(
            f"参数 {name} 应为数值或数值列表，例如 {_EXAMPLES['parameters']}",
            f"the parameter {name} takes a number or numbers, like {_EXAMPLES['parameters']}",
        )
    return list(map(float, numbers))


def _listed(words: str | Iterable[object]) -> list[str]:
    if isinstance(words, str):
        return words.split(",")
    listed = list(words) if hasattr(words, "__iter__") else []
    rules = [word for word in listed if isinstance(word, str)]
    if len(rules) < len(listed) or not listed and words:
        raise UsageError(
            'select 和 ignore 应为规则编号，例如 "IDN" 或 ["IDN", "STR"]',
            'select and ignore take ids of rules, like "IDN" or ["IDN", "STR"]',
        )
    return rules


def form_name(form: object) -> str:
    """The name of a form; what is none, the library refuses."""
    return form if isinstance(form, str) else repr(form)


def count(name: str, value: Any, least: int) -> int:
    """A whole number that an argument takes, of numpy too."""
    from operator import index

    try:
        number = index(value)
    except TypeError:
        number = least - 1
    if number < least or isinstance(value, bool):
        raise UsageError(f"{name} 应为不小于{least}的整数", f"{name} must be a whole number of {least} or more")
    return min(number, 2**62)
