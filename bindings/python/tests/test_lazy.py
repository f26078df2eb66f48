"""What the package exports, and when it is imported."""

from __future__ import annotations

import doctest
import subprocess
import sys
from importlib import import_module

import pytest
import shequ as sq

#: Modules that are imported where they are asked for, and whose examples run here.
MODULES = ("ids", "_id_kind", "_catalogue", "_schema", "_generate")


def test_everything_that_is_exported_is_there() -> None:
    for name in sq.__all__:
        assert getattr(sq, name) is not None and name in dir(sq)
    with pytest.raises(AttributeError, match="nothing_like_it"):
        sq.nothing_like_it  # noqa: B018


def test_importing_the_package_leaves_the_rest_alone() -> None:
    code = "import sys, shequ; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {f"shequ.{module}" for module in MODULES} & set(loaded)
    assert not {"pandas", "matplotlib", "polars", "pyarrow"} & set(loaded)


@pytest.mark.parametrize("module", MODULES)
def test_examples(module: str) -> None:
    outcome = doctest.testmod(import_module(f"shequ.{module}"), optionflags=doctest.NORMALIZE_WHITESPACE)
    assert outcome.attempted > 0 and outcome.failed == 0
