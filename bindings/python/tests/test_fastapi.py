"""Records as bodies of a web service."""

from __future__ import annotations

from typing import Annotated, Any

import pytest

import shequ as sq

from example_records import example, plain

fastapi = pytest.importorskip("fastapi")
pytest.importorskip("httpx")
Body = fastapi.Body
testclient = pytest.importorskip("fastapi.testclient")


@pytest.fixture(scope="module")
def client() -> Any:
    app = fastapi.FastAPI()

    @app.post("/volunteers")
    def register(volunteer: Annotated[sq.Volunteer, Body()]) -> sq.Volunteer:
        return volunteer.replace(source=None)

    @app.put("/volunteers")
    def register_all(volunteers: list[sq.Volunteer]) -> list[str]:
        return [volunteer.id for volunteer in volunteers]

    @app.get("/services")
    def service(kind: sq.codes.VolunteerService) -> dict[str, str]:
        return {"label": kind.label}

    return testclient.TestClient(app)


def test_a_record_goes_in_and_comes_out(client: Any) -> None:
    answer = client.post("/volunteers", json=plain("volunteer"))
    assert answer.status_code == 200
    assert answer.json() == example("volunteer").replace(source=None).to_dict()


def test_a_wrong_record_is_refused_with_its_findings(client: Any) -> None:
    wrong = {**plain("volunteer"), "sex": "女", "phone": "1380000012"}
    wrong["identity"] = {"type": "resident_id", "number": "370102200904180008"}
    answer = client.post("/volunteers", json=wrong)
    assert answer.status_code == 422
    with pytest.raises(sq.ValidationError) as raised:
        sq.Volunteer(**wrong)
    findings = [(finding.name, ["body", *finding.loc], finding.message) for finding in raised.value.findings]
    detail = answer.json()["detail"]
    assert [(error["type"], error["loc"], error["msg"]) for error in detail] == findings
    assert ("resident-id-check-character", ["body", "identity", "number"]) in [finding[:2] for finding in findings]
    for secret in ("许若溪", "1380000012", "370102200904180008", "许建平", "女"):
        assert secret not in answer.text


def test_a_list_of_records_needs_no_body(client: Any) -> None:
    assert client.put("/volunteers", json=[plain("volunteer")]).json() == [plain("volunteer")["id"]]
    answer = client.put("/volunteers", json=[plain("volunteer"), {}])
    assert answer.status_code == 422 and answer.json()["detail"][0]["loc"] == ["body", 1, "birth_date"]


def test_what_is_no_record_is_refused(client: Any) -> None:
    for body in ([], "x", 1):
        answer = client.post("/volunteers", json=body)
        assert answer.status_code == 422 and answer.json()["detail"][0]["loc"] == ["body"]


def test_codes_are_parameters(client: Any) -> None:
    assert client.get("/services", params={"kind": "0013"}).json() == {"label": "应急救援"}
    answer = client.get("/services", params={"kind": "应急"})
    assert answer.status_code == 422 and "是否指 0013" in answer.json()["detail"][0]["msg"]


def test_the_documentation_names_each_model_once(client: Any) -> None:
    schema = client.get("/openapi.json").json()
    one = {"$ref": "#/components/schemas/Volunteer"}
    post, put = (schema["paths"]["/volunteers"][verb] for verb in ("post", "put"))
    assert post["requestBody"]["content"]["application/json"]["schema"] == one
    assert put["requestBody"]["content"]["application/json"]["schema"]["items"] == one
    assert post["responses"]["200"]["content"]["application/json"]["schema"] == one
    components = schema["components"]["schemas"]
    assert sorted(components) == ["HTTPValidationError", "ValidationError", "Volunteer", "VolunteerService"]
    assert components["Volunteer"]["properties"]["name"]["title"] == "姓名"
    assert "identity" in components["Volunteer"]["required"]
    assert "$ref" not in str(components["Volunteer"])


def test_errors_have_the_shape_of_the_framework_and_both_languages(client: Any) -> None:
    answer = client.post("/volunteers", json={**plain("volunteer"), "sex": "女"})
    (error,) = answer.json()["detail"]
    assert {"type", "loc", "msg", "input", "ctx"} == set(error)
    assert error["loc"] == ["body", "sex"] and error["input"] is None and error["ctx"]["rule"] == "STR005"
    assert error["msg"] == error["ctx"]["zh"] and "code table" in error["ctx"]["en"]
