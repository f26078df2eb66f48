"""A report shows itself in a notebook and is written as a page."""

from __future__ import annotations

from pathlib import Path

import shequ as sq


def test_a_notebook_shows_a_part_of_a_page() -> None:
    report = sq.check({"id": "c1"}, "community", as_of="2026-06-30")
    shown = report._repr_html_()
    assert shown.startswith("<div") and "<script" not in shown
    assert "STR003" in shown and "必填字段" in shown
    assert sq.check({"id": "c1"}, "community", lang="en")._repr_html_() != shown


def test_a_page_is_written(tmp_path: Path) -> None:
    report = sq.check({"id": "c1"}, "community", as_of="2026-06-30", lang="en")
    page = report.to_html(tmp_path / "report.html")
    assert page.startswith("<!doctype html>") and 'lang="en"' in page
    assert (tmp_path / "report.html").read_text("utf-8") == page == report.to_html()
