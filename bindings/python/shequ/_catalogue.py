"""The rules of the standard: what each says, why, what it rests on, and how to fix what it finds."""

from __future__ import annotations

from . import _native
from ._keywords import known
from ._native import Basis, Rule
from ._settings import current
from ._table import Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import overload

    from .typing import Lang
else:

    def overload(function):
        return function


__all__ = ["Basis", "Explanation", "Rule", "Rules", "explain", "rules"]


class Rules(Table):
    """The rules of the standard in their order: a sequence, and a table by the Arrow PyCapsule interface.

    A rule is had by its place, its id or its name.

    >>> import shequ as sq
    >>> rules = sq.rules(lang="en")
    >>> rules["IDN001"].title
    'resident identity number: wrong check character'
    >>> rules[0].id, "IDN001" in rules, "IDN999" in rules
    ('STR001', True, False)
    """

    __slots__ = ("_rules", "lang")

    def __init__(self, lang: Lang) -> None:
        self._rules = _native.rules(lang)
        #: The language of its texts.
        self.lang: Lang = lang

    def __len__(self) -> int:
        return len(self._rules)

    @overload
    def __getitem__(self, key: int | str) -> Rule: ...
    @overload
    def __getitem__(self, key: slice) -> list[Rule]: ...
    def __getitem__(self, key: int | str | slice) -> Rule | list[Rule]:
        return _native.find_rule(key, self.lang) if isinstance(key, str) else self._rules[key]

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules)

    def __contains__(self, key: object) -> bool:
        if isinstance(key, str):
            return any(key in (rule.id, rule.name) for rule in self._rules)
        return key in self._rules

    def __repr__(self) -> str:
        return f"<{len(self)} rules>"

    def _repr_html_(self) -> str:
        return _html_table(self._rules, self.lang)

    def _table(self) -> _native.Table:
        return _native.rules_table(self.lang)


@known
def rules(*, lang: Lang | None = None) -> Rules:
    """All rules of the standard.

    :param lang: ``"zh"`` or ``"en"``, the language of their texts.

    >>> import shequ as sq
    >>> [rule.id for rule in sq.rules() if rule.adjustable and "worker" in rule.kinds][:2]
    ['TXT002', 'TXT004']
    """
    return Rules(current(None, lang)[1])


class Explanation:
    """A rule explained; printed it is the text of `shequ explain`, and a notebook shows it as a page.

    >>> import shequ as sq
    >>> explanation = sq.explain("IDN001", lang="en")
    >>> print(str(explanation).splitlines()[0])
    IDN001  resident identity number: wrong check character (resident-id-check-character)
    >>> explanation.to_markdown().startswith("# IDN001 ")
    True
    """

    __slots__ = ("lang", "rule")

    def __init__(self, rule: Rule) -> None:
        #: The rule.
        self.rule = rule
        #: The language of the explanation.
        self.lang = rule.lang

    def __str__(self) -> str:
        return self._in("text")

    def __repr__(self) -> str:
        return self._in("text")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Explanation) and self.rule == other.rule

    def __hash__(self) -> int:
        return hash(self.rule)

    def __reduce__(self) -> tuple[type[Explanation], tuple[Rule]]:
        return type(self), (self.rule,)

    def to_markdown(self) -> str:
        """The explanation as Markdown."""
        return self._in("markdown")

    def to_html(self) -> str:
        """The explanation as a piece of HTML without a style, an `article`."""
        return self._in("html")

    def _repr_html_(self) -> str:
        return f'<div class="shequ-rule"><style>{_STYLE}</style>\n{self.to_html()}</div>'

    def _in(self, form: str) -> str:
        return _native.explain(self.rule.id, self.lang, form)


@known
def explain(rule: str | Rule | _native.Finding, lang: Lang | None = None) -> Explanation:
    """Everything about a rule: what it says, why, the words of the clause, what to do, and examples.

    :param rule: an id or a name in any case, a rule, or a finding.
    :param lang: ``"zh"`` or ``"en"``; the rule's own language, else Chinese.
    :raises UsageError: where there is no such rule; the error names the one that was probably meant.

    >>> import shequ as sq
    >>> sq.explain("IDN01")
    Traceback (most recent call last):
    shequ._errors.UsageError: 没有名为“IDN01”的规则，是否指 IDN001？sq.rules() 列出全部规则
    no rule is called `IDN01`; did you mean IDN001? sq.rules() lists them
    """
    if isinstance(rule, Rule):
        return Explanation(_native.find_rule(rule.id, lang or rule.lang))
    name = rule.rule if isinstance(rule, _native.Finding) else rule
    return Explanation(_native.find_rule(name, current(None, lang)[1]))


_STYLE = (
    ".shequ-rule{max-width:50rem;line-height:1.6}"
    ".shequ-rule h3{margin:.2rem 0}"
    ".shequ-rule dl{display:grid;grid-template-columns:minmax(5rem,max-content) 1fr;gap:.2rem 1rem;margin:.5rem 0}"
    ".shequ-rule dt,.shequ-rule .name,.shequ-rule figcaption{opacity:.7;font-weight:normal}"
    ".shequ-rule dl dt,.shequ-rule dl dd{float:none;width:auto;margin:0}"
    ".shequ-rule blockquote{margin:.2rem 0;padding-left:.8rem;border-left:3px solid #8884}"
    ".shequ-rule pre{padding:.6rem;border:1px solid #8884;white-space:pre-wrap}"
    ".shequ-rule figure{margin:.5rem 0}"
    ".shequ-rule .error{color:#c62828}.shequ-rule .warning{color:#a86200}.shequ-rule .info{color:#1976d2}"
)

_COLOURS = {"error": "#c62828", "warning": "#a86200", "info": "#1976d2"}


def _html_table(rules: list[Rule], lang: str) -> str:
    from html import escape

    heads = ("规则", "级别", "名称", "依据") if lang == "zh" else ("rule", "severity", "title", "rests on")
    rows: list[str] = []
    for rule in rules:
        basis = "<br>".join(escape(str(basis)) for basis in rule.basis)
        cells = (
            f'<b title="{escape(rule.name)}">{rule.id}</b>',
            f'<span style="color:{_COLOURS[rule.severity]};white-space:nowrap">{rule.severity_title}</span>',
            escape(rule.title),
            basis,
        )
        rows.append("<tr>" + "".join(f'<td style="text-align:left">{cell}</td>' for cell in cells) + "</tr>")
    head = "".join(f'<th style="text-align:left">{head}</th>' for head in heads)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
