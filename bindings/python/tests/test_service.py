"""The example of a web service."""

from __future__ import annotations

import importlib
from typing import Any

import pytest

from conftest import ROOT
from example_records import example, plain

pytest.importorskip("fastapi")
pytest.importorskip("httpx")


@pytest.fixture(scope="module")
def client() -> Any:
    from fastapi.testclient import TestClient

    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "examples" / "python")
        return TestClient(importlib.import_module("service").app)


def test_a_volunteer_is_registered_and_found(client: Any) -> None:
    volunteer = example("volunteer")
    summary = {"id": volunteer.id, "status": "active", "services": ["0001", "0003", "0017"]}
    answer = client.put("/volunteers", json=plain("volunteer"))
    assert (answer.status_code, answer.json()) == (201, summary)
    assert client.get(f"/volunteers/{volunteer.id}").json() == volunteer.to_dict()
    assert client.get("/volunteers", params={"service": "0003"}).json() == [summary]
    assert client.get("/volunteers", params={"service": "0004"}).json() == []
    assert client.get("/volunteers/nobody").status_code == 404


def test_a_wrong_one_is_refused(client: Any) -> None:
    answer = client.put("/volunteers", json={**plain("volunteer"), "birth_date": "2009-02-30"})
    assert answer.status_code == 422 and "2009-02-30" not in answer.text
    assert [error["loc"] for error in answer.json()["detail"]] == [["body", "birth_date"]]
    assert client.get("/volunteers", params={"service": "志愿"}).status_code == 422
