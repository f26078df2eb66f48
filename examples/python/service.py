"""志愿者登记的网络服务：请求体按标准核查，有问题的逐条退回，不回显任何填写的值。

A web service that registers volunteers: bodies are checked by the standard, and each finding goes back with its place,
without any value that was filled in.

    fastapi run service.py

The documentation at /docs shows the fields with their titles, codes and limits.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import Body, FastAPI, HTTPException
from pydantic import BaseModel

import shequ as sq
from shequ.codes import PersonStatus, VolunteerService

app = FastAPI(title="志愿者登记")

#: What a real service has a database for.
register: dict[str, sq.Volunteer] = {}


class Summary(BaseModel):
    """A volunteer without what names a person."""

    id: str
    status: PersonStatus
    services: list[VolunteerService]


def summary(volunteer: sq.Volunteer) -> Summary:
    return Summary(id=volunteer.id, status=volunteer.status, services=list(volunteer.service_categories))


# FastAPI takes classes that are no models of pydantic from the query unless it is told that they are the body
@app.put("/volunteers", status_code=201)
def put(volunteer: Annotated[sq.Volunteer, Body()]) -> Summary:
    register[volunteer.id] = volunteer
    return summary(volunteer)


@app.get("/volunteers/{id}")
def get(id: str) -> sq.Volunteer:
    if id not in register:
        raise HTTPException(404, "没有该志愿者")
    return register[id]


@app.get("/volunteers")
def find(service: VolunteerService) -> list[Summary]:
    return [summary(volunteer) for volunteer in register.values() if service in volunteer.service_categories]
