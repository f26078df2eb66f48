"""The progress bar: late, only where somebody looks, and gone in the end."""

from __future__ import annotations

import io
import sys
from typing import Any

import pytest

import shequ as sq
from shequ import _progress

from conftest import AS_OF

ROWS = [{"id": f"c{number}"} for number in range(40_000)]


class Terminal(io.StringIO):
    """A standard error that somebody may look at."""

    def __init__(self, looks: bool) -> None:
        super().__init__()
        self.looks = looks

    def isatty(self) -> bool:
        return self.looks


def shown(patch: pytest.MonkeyPatch, *, looks: bool = True, patience: float = 0.0, **options: Any) -> str:
    """What a check writes to standard error."""
    terminal = Terminal(looks)
    patch.setattr(_progress, "PATIENCE", patience)
    patch.delitem(sys.modules, "ipykernel", raising=False)
    # not in a fixture: pytest takes standard error back when the test begins
    patch.setattr(sys, "stderr", terminal)
    sq.check(ROWS, "community", as_of=AS_OF, limit=1, **options)
    return terminal.getvalue()


def test_a_bar_is_shown_in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("tqdm")
    text = shown(monkeypatch)
    assert "核查中" in text and "40.0k" in text


def test_without_tqdm_there_is_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tqdm.std", None)
    text = shown(monkeypatch, lang="en")
    assert "\rchecking " in text and text.endswith("\r\x1b[K")


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, patience=60.0) == ""


def test_nobody_looks_and_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, looks=False) == ""


def test_a_bar_can_be_refused_and_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, progress=False) == ""
    assert shown(monkeypatch, looks=False, progress=True) != ""
