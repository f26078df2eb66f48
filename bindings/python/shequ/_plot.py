"""A report as a picture: findings by rule, and what to fix first."""

from __future__ import annotations

from . import _fonts
from ._catalogue import rules as catalogue
from ._optional import optional

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ._report import Report
    from .typing import Lang

_COLOURS = {"error": "#c0392b", "warning": "#d68910", "info": "#5d8aa8"}
_GREY = "#5f6368"

_WORDS = {
    "zh": {
        "title": "核查结果：{read:,}条记录，{bad:,}条有错误（基准日{as_of}）",
        "rules": "各规则的问题数",
        "causes": "各字段涉及的记录数（从上到下先改）",
        "nothing": "没有发现问题",
        "more_rules": "另有{more}条规则，共{count:,}处问题未列出",
        "more_causes": "另有{more}项未列出",
    },
    "en": {
        "title": "Records checked: {read:,}, with an error: {bad:,} (reference date {as_of})",
        "rules": "Findings by rule",
        "causes": "Records by field (fix from the top)",
        "nothing": "nothing was found",
        "more_rules": "{more} more rules with {count:,} findings are not shown",
        "more_causes": "{more} more are not shown",
    },
}

#: Half-width letters in a line of a label, and how many more it may have before it is broken.
_LINE, _SLACK = 46, 6
#: Inches of a row whose labels have one line, and of each further line.
_ROW, _MORE = 0.34, 0.15


def plot(report: Report, rows: int) -> Any:
    """The picture of a report, a matplotlib figure with a panel of rules and one of fields."""
    figures = optional("matplotlib.figure")
    _show_in_notebook()
    lang, font = _fonts.language_and_font(report.lang)
    rules, causes = _rules(report, lang), _causes(report, lang)
    with optional("matplotlib").rc_context(_fonts.settings(font)):
        slots = max(min(len(rules), rows), min(len(causes), rows), 3)
        lines = max((bar[0].count("\n") for bar in rules[:rows] + causes[:rows]), default=0)
        figure = figures.Figure(figsize=(15, 1.9 + (_ROW + _MORE * lines) * slots), layout="constrained")
        figure.get_layout_engine().set(w_pad=0.12, h_pad=0.12, wspace=0.04)
        left, right = figure.subplots(1, 2)
        words = _WORDS[lang]
        read, bad = (sum(counts) for counts in zip((0, 0), *report.records.values(), strict=True))
        figure.suptitle(words["title"].format(read=read, bad=bad, as_of=report.as_of), fontsize=13)
        _panel(left, words["rules"], rules[:rows], slots, words)
        _panel(right, words["causes"], causes[:rows], slots, words)
        _notes(left, words["more_rules"], rules, rows)
        _notes(right, words["more_causes"], causes, rows)
        _legend(figure, lang, {bar[2] for bar in rules + causes})
        # the labels are laid out while their font is set
        figure.draw_without_rendering()
    return figure


def _show_in_notebook() -> None:
    """Lets a notebook know figures that no pyplot made, which it learns when its backend is loaded."""
    import sys

    if "ipykernel" in sys.modules:
        optional("matplotlib.pyplot").switch_backend(optional("matplotlib").get_backend())


#: Label, length and severity of a bar.
_Bar = tuple[str, int, str]


def _rules(report: Report, lang: Lang) -> list[_Bar]:
    """Rules with the most findings first."""
    known, severities = catalogue(lang=lang), {cause["rule"]: cause["severity"] for cause in report.causes}
    bars = [
        (_wrapped(f"{rule}  {known[rule].title}"), count, severities.get(rule, known[rule].severity))
        for rule, count in report.counts.items()
    ]
    return sorted(bars, key=lambda bar: -bar[1])


def _causes(report: Report, lang: Lang) -> list[_Bar]:
    """Fields in the order in which they are best fixed."""
    causes = type(report)(report._native, lang).causes
    return [(_wrapped(f"{cause['rule']}  {cause['title']}"), cause["records"], cause["severity"]) for cause in causes]


def _panel(axes: Any, title: str, bars: list[_Bar], slots: int, words: dict[str, str]) -> None:
    axes.set_title(title, loc="left", fontsize=11, color=_GREY)
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    axes.spines["left"].set_color("#c8ccd0")
    axes.set_xticks([])
    if not bars:
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        axes.text(0.5, 0.5, words["nothing"], ha="center", va="center", transform=axes.transAxes, color=_GREY)
        return
    places = range(len(bars))
    lengths = [bar[1] for bar in bars]
    axes.barh(places, lengths, color=[_COLOURS[bar[2]] for bar in bars], height=0.68)
    axes.set_yticks(places, [bar[0] for bar in bars], fontsize=9.5, linespacing=1.05)
    axes.tick_params(axis="y", length=0)
    # bars are as thick in one panel as in the other
    axes.set_ylim(slots - 0.4, -0.6)
    axes.set_xlim(0, max(lengths) * 1.15)
    for place, length in zip(places, lengths, strict=True):
        axes.annotate(f"{length:,}", (length, place), xytext=(4, 0), textcoords="offset points", va="center", fontsize=9)


def _notes(axes: Any, text: str, bars: list[_Bar], rows: int) -> None:
    """Says what is left out."""
    rest = bars[rows:]
    if rest:
        axes.set_xlabel(text.format(more=len(rest), count=sum(bar[1] for bar in rest)), fontsize=9, color=_GREY)


def _legend(figure: Any, lang: Lang, severities: set[str]) -> None:
    patches = optional("matplotlib.patches")
    words: dict[str, str] = {rule.severity: rule.severity_title for rule in catalogue(lang=lang)}
    present = [severity for severity in _COLOURS if severity in severities]
    if present:
        handles = [patches.Patch(color=_COLOURS[severity], label=words[severity]) for severity in present]
        figure.legend(handles=handles, loc="outside lower right", ncols=3, frameon=False, fontsize=9)


def _wrapped(label: str) -> str:
    """A label in lines that leave room for the bars: English breaks at a space, Chinese anywhere."""
    if _width(label) <= _LINE + _SLACK:
        return label
    lines: list[str] = []
    line = ""
    for letter in label:
        line += letter
        if _width(line) > _LINE:
            at = line.rfind(" ", 10)
            # no line begins with a comma or a bracket that closes
            at = at if at > 0 else len(line) - (2 if letter in "，、：；。）”" else 1)
            lines.append(line[:at].rstrip())
            line = line[at:].lstrip()
    return "\n".join([*lines, line])


def _width(text: str) -> int:
    """Half-width letters that a text is as wide as."""
    return sum(2 if ord(letter) > 0x2E7F else 1 for letter in text)
