"""A progress bar on work that takes longer than a second, in a terminal or a notebook."""

from __future__ import annotations

import sys
import time

from ._errors import UsageError
from ._optional import optional

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

#: Seconds before a bar is shown.
PATIENCE = 1.0


class Bar:
    """Is told how far the work is; shows itself late, and goes away in the end."""

    def __init__(self, total: int | None, unit: str, label: str) -> None:
        self._total = total
        self._unit = unit
        self._label = label
        self._start = time.monotonic()
        self._bar: Any = None

    def __call__(self, done: int) -> None:
        if self._bar is None:
            if time.monotonic() - self._start < PATIENCE:
                return
            self._bar = _bar_of(total=self._total, desc=self._label, unit=self._unit, unit_scale=True, leave=False)
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()


def bar(
    progress: bool | Callable[[int], object] | None,
    total: int | None,
    unit: str,
    lang: str,
    label: str | None = None,
) -> Any:
    """What is told of the progress: the caller's function, a bar where somebody looks, or nothing."""
    if callable(progress):
        return progress
    if progress or (progress is None and (_in_notebook() or _in_terminal())):
        return Bar(total, unit, label or ("核查中" if lang == "zh" else "checking"))
    return None


def close(told: Any) -> None:
    """Takes a bar away."""
    if isinstance(told, Bar):
        told.close()


def _in_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def _in_notebook() -> bool:
    return "ipykernel" in sys.modules


def _bar_of(**options: Any) -> Any:
    if _in_notebook():
        try:
            optional("ipywidgets")
            return optional("tqdm.notebook").tqdm(**options)
        except UsageError:
            pass
    try:
        return optional("tqdm.std").tqdm(**options)
    except UsageError:
        return _Line(**options)


class _Line:
    """One line on standard error, where tqdm is not there."""

    def __init__(self, total: int | None, desc: str, **_: Any) -> None:
        self.n = 0
        self._total = total
        self._label = desc

    def update(self, more: int) -> None:
        self.n += more
        if _in_terminal():
            share = f"{100 * self.n // self._total}%" if self._total else str(self.n)
            print(f"\r{self._label} {share}", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        if _in_terminal():
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
