"""Every block of Python in the READMEs runs; what stands behind an expression is its value."""

from __future__ import annotations

import ast
import re
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

HOME = Path(__file__).parents[1]
#: What is installed on few machines; a block that begins with it is left out elsewhere.
OPTIONAL = ("pyspark", "dask")


def blocks(path: Path) -> list[tuple[int, str]]:
    """The line and text of each block."""
    text = path.read_text("utf-8")
    found = re.finditer(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [(text.count("\n", 0, match.start(1)), match[1]) for match in found]


def run(source: str, names: dict[str, Any], where: str) -> int:
    """Runs a block and compares the expressions that have a value beside them; how many they are."""
    lines, compared = source.splitlines(), 0
    for node in ast.parse(source).body:
        _, _, value = lines[(node.end_lineno or 1) - 1][node.end_col_offset or 0 :].partition("  # ")
        if isinstance(node, ast.Expr) and value:
            says = repr(eval(compile(ast.Expression(node.value), where, "eval"), names))
            assert says == value, f"{where}, line {node.lineno} of the block"
            compared += 1
        else:
            exec(compile(ast.Module([node], []), where, "exec"), names)
    return compared


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_blocks_run(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for library in ("pandas", "polars", "duckdb", "pyarrow", "matplotlib"):
        pytest.importorskip(library)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    names: dict[str, Any] = {"__name__": "readme"}
    compared = 0
    for line, block in blocks(HOME / name):
        needs = [library for library in OPTIONAL if f"import {library}" in block and not find_spec(library)]
        if not needs:
            compared += run(block, names, f"{name}:{line}")
    assert compared > 12


def test_both_languages_have_the_same_blocks() -> None:
    def code(name: str) -> list[str]:
        return [re.sub(r"\s*lang=\"en\",?|#.*", "", block) for _, block in blocks(HOME / name)]

    assert len(code("README.md")) == len(code("README.zh-CN.md")) > 8


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_links_lead_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^)]+)\)", (HOME / name).read_text("utf-8"))
    assert links and all((HOME / link).exists() for link in links)
