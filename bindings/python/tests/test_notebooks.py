"""The notebooks run, and what stands in them is what a run says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytest.importorskip("nbclient")
pytest.importorskip("nbformat")
pytest.importorskip("matplotlib")

import nbformat  # noqa: E402

from notebooks import FOLDER, executed, outputs  # noqa: E402

NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_what_stands_there_is_what_a_run_says(path: Path) -> None:
    committed = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    run = executed(path)
    said = outputs(committed)
    assert sum(map(len, said)) > 5
    for index, (stands, says) in enumerate(zip(said, outputs(run), strict=True)):
        assert stands == says, f"cell of code {index}"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_nothing_of_the_machine_or_of_persons_stands_there(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"/home/|/root/|/tmp/|\\\\Users\\\\", text) and str(FOLDER.parents[1]) not in text
    # identity numbers are of nobody: sequence 000 or 999
    numbers = re.findall(r"(?<![0-9])[1-9][0-9]{5}(?:19|20)[0-9]{9}[0-9Xx](?![0-9])", text)
    assert all(number[14:17] in ("000", "999") for number in numbers)
    assert '"execution_count": null' in text and '"stderr"' not in text


def test_there_are_two() -> None:
    assert [path.name for path in NOTEBOOKS] == ["millions.ipynb", "tour.ipynb"]
