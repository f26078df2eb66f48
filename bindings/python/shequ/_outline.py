"""A report in a few lines: what to fix first, with the first places."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._native import Finding
    from ._report import Report


def lines(report: Report, causes: int, places: int) -> list[str]:
    """A line for each cause, errors first."""
    zh = report.lang == "zh"
    first = _places(report, places)
    shown: list[str] = []
    for cause in report.causes[:causes]:
        rule, kind, field, records = cause["rule"], cause["kind"], cause["field"], cause["records"]
        at = first.get((rule, kind, field), [])
        if zh:
            where = f"，最先见于{'、'.join(at)}" if at else ""
            shown.append(f"{rule} {cause['title']}（{kind} {field or '/'}）：{records}条记录{where}")
        else:
            count = "1 record" if records == 1 else f"{records:,} records"
            where = f", first {', '.join(at)}" if at else ""
            shown.append(f"{rule} {cause['title']} ({kind} {field or '/'}): {count}{where}")
    rest = len(report.causes) - len(shown)
    if rest:
        shown.append(f"另有{rest}类问题" if zh else f"and {rest:,} more")
    if not report.complete:
        shown.append("有文件未能读到末尾" if zh else "something could not be read to its end")
    return shown


def _places(report: Report, most: int) -> dict[tuple[str, str, str], list[str]]:
    """The first places of each cause."""
    places: dict[tuple[str, str, str], list[str]] = {}
    several = len({finding.file for finding in report}) > 1
    for finding in report:
        at = places.setdefault((finding.rule, finding.kind, _field(finding)), [])
        place = _place(finding, several, report.lang == "zh")
        if place and len(at) < most and place not in at:
            at.append(place)
    return places


def _field(finding: Finding) -> str:
    """The pointer with `*` for positions in lists, as causes have it."""
    return "/".join("*" if step.isdecimal() else step for step in finding.pointer.split("/"))


def _place(finding: Finding, with_file: bool, zh: bool) -> str:
    number, word = (finding.line, ("行", "line")) if finding.row is None else (finding.row, ("行", "row"))
    if number is None:
        # what concerns a whole dataset has no line
        return finding.file
    place = f"第{number}{word[0]}" if zh else f"{word[1]} {number}"
    return f"{finding.file} {place}" if with_file else place
