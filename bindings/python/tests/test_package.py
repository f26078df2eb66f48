"""Packages: packed and verified here, read by others."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

import shequ as sq

from conftest import ROOT


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    sq.gen(communities=2, volunteers_per_community=10, out=folder / "data")
    sq.pack(folder / "data", folder / "data.zip", name="example")
    return folder / "data.zip"


def test_what_is_packed_verifies_and_checks(package: Path) -> None:
    verified = sq.verify(package)
    assert verified.ok and not len(verified)
    report = sq.check(package)
    assert report.ok and report.records == verified.records
    assert report.records["volunteer"] == (20, 0)


def test_the_same_data_gives_the_same_bytes(package: Path) -> None:
    again = package.with_name("again.zip")
    sq.pack(package.with_name("data"), again, name="example")
    assert again.read_bytes() == package.read_bytes()


def test_the_zip_module_reads_it(package: Path) -> None:
    with zipfile.ZipFile(package) as archive:
        assert archive.testzip() is None
        manifest = json.loads(archive.read("datapackage.json"))
        for resource in manifest["resources"]:
            content = archive.read(resource["path"])
            assert len(content) == resource["bytes"]
            assert content.count(b"\n") == resource["records"]


def test_frictionless_reads_it(package: Path, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    with zipfile.ZipFile(package) as archive:
        archive.extractall(tmp_path)
    read = frictionless.Package(str(tmp_path / "datapackage.json"))
    assert read.name == "example" and len(read.resources) == 18
    for resource in read.resources:
        if resource.name in ("communities", "funds"):
            rows = resource.read_rows()
            assert len(rows) == resource.custom["records"] and rows[0]["id"]
        # bytes and SHA-256 are held against the file
        report = resource.validate(checklist=frictionless.Checklist(pick_errors=["hash-count", "byte-count"]))
        assert report.valid, report.flatten(["note"])


def test_a_changed_package_is_found(package: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(package) as archive:
        archive.extractall(tmp_path)
    communities = tmp_path / "communities.ndjson"
    communities.write_bytes(communities.read_bytes().replace(b"active", b"Active", 1))
    found = {(finding.rule, finding.kind, finding.pointer) for finding in sq.verify(tmp_path)}
    assert found == {("PKG003", "package", "/resources/0/hash"), ("PKG003", "package", "/resources/0/sm3")}


def test_conformance(tmp_path: Path) -> None:
    cases = sorted((ROOT / "schemas" / "v1" / "conformance").glob("PKG*/*.json"))
    assert len(cases) > 40
    for path in cases:
        case = json.loads(path.read_bytes())
        file = tmp_path / f"{path.parent.name}-{path.stem}.zip"
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in case["package"].items():
                archive.writestr(name, content if isinstance(content, str) else bytes.fromhex(content["hex"]))
        report = sq.check(file, as_of=case["as_of"], errors="report")
        found = [(finding.rule, finding.kind, finding.pointer) for finding in report]
        assert found == [(row["rule"], row["kind"], row["pointer"]) for row in case["findings"]], path


def test_wrong_use(package: Path, tmp_path: Path) -> None:
    with pytest.raises(sq.UsageError):
        sq.pack(package.with_name("data"), tmp_path / "a.zip", data_class="secret")
    with pytest.raises(sq.UsageError):
        sq.pack(package.with_name("data"), __file__)
    with pytest.raises(sq.ReadError):
        sq.pack(tmp_path / "nowhere", tmp_path / "a.zip")
    with pytest.raises(sq.ReadError):
        sq.verify(tmp_path / "nowhere.zip")
    (tmp_path / "broken.zip").write_bytes(b"PK")
    with pytest.raises(sq.ReadError):
        sq.verify(tmp_path / "broken.zip")
    assert not sq.verify(tmp_path / "broken.zip", errors="report").ok
    with pytest.raises(TypeError):
        sq.pack(package.with_name("data"), tmp_path / "a.zip", publsher="x")  # type: ignore[call-arg]
