"""Reports as pictures."""

from __future__ import annotations

import io
import warnings
from typing import Any

import pytest
import shequ as sq
from shequ import _fonts, _plot

pytest.importorskip("matplotlib")


def a_report(lang: str = "en", **options: Any) -> sq.Report:
    dataset = sq.gen(communities=4, volunteers_per_community=100, defects=0.5)
    return sq.check(dataset["volunteer"], "volunteer", as_of="2026-06-30", lang=lang, **options)


def texts(axes: Any) -> list[str]:
    return [text.get_text() for text in axes.texts]


def test_the_bars_are_the_counts_of_the_report() -> None:
    report = a_report(limit=1)
    left, right = report.plot(rows=1000).axes
    counts = sorted(report.counts.values(), reverse=True)
    assert [round(bar.get_width()) for bar in left.patches] == counts
    assert texts(left) == [f"{count:,}" for count in counts]
    assert [round(bar.get_width()) for bar in right.patches] == [cause["records"] for cause in report.causes]
    labels = [label.get_text().split()[0] for label in right.get_yticklabels()]
    assert labels == [cause["rule"] for cause in report.causes]


def test_what_is_left_out_is_said() -> None:
    report = a_report()
    left, right = report.plot(rows=3).axes
    hidden = sum(sorted(report.counts.values(), reverse=True)[3:])
    assert len(left.patches) == 3 and f"{hidden:,} findings" in left.get_xlabel()
    assert f"{len(report.causes) - 3} more" in right.get_xlabel()


def test_colours_follow_the_severity() -> None:
    import matplotlib.colors

    report = a_report(select="PER")
    severities = {cause["rule"]: cause["severity"] for cause in report.causes}
    assert len(set(severities.values())) > 1
    left = report.plot(rows=1000).axes[0]
    for bar, label in zip(left.patches, left.get_yticklabels(), strict=True):
        colour = _plot._COLOURS[severities[label.get_text().split()[0]]]
        assert matplotlib.colors.to_hex(bar.get_facecolor()) == colour


@pytest.mark.skipif(_fonts.chinese() is None, reason="no Chinese font is installed")
def test_a_chinese_picture_has_all_its_letters() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        figure = a_report("zh").plot()
        # drawn when no setting of the package holds any more
        figure.savefig(io.BytesIO(), format="png")
    assert "各规则的问题数" in figure.axes[0].get_title(loc="left")


def test_without_a_chinese_font_it_warns_and_is_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_fonts, "FAMILIES", ("No Such Font",))
    report = a_report("zh")
    with pytest.warns(UserWarning, match="fonts-noto-cjk"):
        figure = report.plot()
    shown = [label.get_text() for axes in figure.axes for label in axes.get_yticklabels()]
    assert shown and "".join(shown).isascii()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        a_report("en").plot().savefig(io.BytesIO(), format="png")


def test_an_empty_report_says_so() -> None:
    figure = sq.check([], "volunteer", as_of="2026-06-30", lang="en").plot()
    assert [texts(axes) for axes in figure.axes] == [["nothing was found"], ["nothing was found"]]


def test_labels_are_broken_and_never_cut() -> None:
    for lang in ("zh", "en"):
        for rule in sq.rules(lang=lang):
            label = _plot._wrapped(f"{rule.id}  {rule.title}")
            assert label.replace("\n", "").replace(" ", "") == f"{rule.id}{rule.title}".replace(" ", "")
            assert all(_plot._width(line) <= _plot._LINE + _plot._SLACK for line in label.split("\n"))


def test_labels_lie_within_the_picture() -> None:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    for lang in ("zh", "en"):
        figure = a_report(lang).plot()
        FigureCanvasAgg(figure).draw()
        for axes in figure.axes:
            for label in [*axes.get_yticklabels(), *axes.texts]:
                extent = label.get_window_extent()
                assert 0 <= extent.x0 < extent.x1 <= figure.bbox.width


def test_wrong_use() -> None:
    report = sq.check([], "volunteer", as_of="2026-06-30")
    with pytest.raises(sq.KeywordError, match="rows"):
        report.plot(row=3)  # type: ignore[call-arg]
    with pytest.raises(sq.UsageError, match="rows"):
        report.plot(rows=0)


def test_the_example() -> None:
    import doctest

    finder = doctest.DocTestFinder(recurse=False)
    (example,) = finder.find(sq.Report.plot, "plot", globs={})
    assert example.examples and doctest.DocTestRunner().run(example).failed == 0
