"""What a pipeline lets pass: shares and numbers by severity or rule."""

from __future__ import annotations

from ._errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ._report import Report
    from .typing import Thresholds


def exceeded(report: Report, thresholds: Thresholds) -> list[str]:
    """The names of the thresholds that the report exceeds."""
    if not hasattr(thresholds, "items"):
        raise _wrong("thresholds")
    return [name for name, most in thresholds.items() if _exceeds(report, name, most)]


def _exceeds(report: Report, name: Any, most: Any) -> bool:
    found = _found(report, name)
    if isinstance(most, bool) or not isinstance(most, (int, float)) or not most >= 0:
        raise _wrong(name)
    if isinstance(most, int):
        return found > most
    if most > 1:
        raise _wrong(name)
    return found > most * report.read


def _found(report: Report, name: Any) -> int:
    """Records with an error, or findings of a severity or of the rules whose ids begin so."""
    if name == "error":
        return report.bad
    if name in ("warning", "info"):
        return report.severities["warning" if name == "warning" else "info"]
    from ._catalogue import rules

    if not isinstance(name, str) or not any(rule.id.startswith(name) for rule in rules()):
        raise _wrong(name)
    return sum(count for rule, count in report.counts.items() if rule.startswith(name))


def _wrong(name: object) -> UsageError:
    return UsageError(
        f"thresholds 应为级别或规则编号与上限，小数为占比（0至1），整数为个数，例如 {{'error': 0.01}}；请核对 {name}",
        "thresholds takes severities or ids of rules, each with a share (a float from 0 to 1) or a number (an int), "
        f"like {{'error': 0.01}}; look at {name}",
    )
