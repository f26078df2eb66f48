"""What the wheel does in an environment in which nothing else is installed; run as a program."""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys

#: Milliseconds that the import may take.
LIMIT = 60
RUNS = 15


def import_time(module: str) -> float:
    """The least milliseconds of some runs that it takes a new process to import a module."""
    program = f"import time; begin = time.perf_counter(); import {module}; print(time.perf_counter() - begin)"
    runs = (subprocess.run([sys.executable, "-c", program], capture_output=True, check=True) for _ in range(RUNS))
    return min(float(run.stdout) for run in runs) * 1000


def main() -> None:
    installed = {distribution.name for distribution in importlib.metadata.distributions()}
    assert installed <= {"pip", "setuptools", "shequ"}, installed

    spent, json = import_time("shequ"), import_time("json")
    print(f"import shequ {spent:.1f} ms, import json {json:.1f} ms, ratio {spent / json:.1f}")
    assert spent < LIMIT

    import shequ as sq

    report = sq.check([{"id": "c1"}], "community", as_of="2026-06-30")
    assert not report.ok and report.counts["STR003"] == 5
    assert sq.check([], "community").ok

    shown = subprocess.run([sys.prefix + "/bin/shequ", "--version"], capture_output=True, text=True, check=True)
    assert shown.stdout.split() == ["shequ", sq.__version__], shown.stdout


if __name__ == "__main__":
    main()
