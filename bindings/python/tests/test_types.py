"""The package as type checkers see it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("tool", "command"),
    [
        ("mypy", ["mypy", "--strict", "shequ"]),
        ("mypy", ["mypy.stubtest", "shequ._native"]),
        ("pyright", ["pyright", "shequ"]),
    ],
)
def test_no_fault_is_found(tool: str, command: list[str]) -> None:
    pytest.importorskip(tool)
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
