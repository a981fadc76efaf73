"""Answers that were recorded from the real services, replayed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from tests.sources.server import Sent, Services
from tracker.cli import main
from tracker.errors import ExitCode
from tracker.sources.odata import DocumentRecord, DossierRecord
from tracker.sources.register import PromiseRecord
from tracker.sources.services import known_services

_KINDS = re.compile(r'<EntityType Name="(\w+)">(.*?)</EntityType>', re.DOTALL)
_NAMES = re.compile(r"(?<![\w{'%])[A-Z][A-Za-z]+(?!\w)(?!Z)")
SAMPLES = Path(__file__).parents[3] / "shared" / "samples"


def recorded(name: str) -> str:
    path = SAMPLES / name
    if not path.is_file():
        pytest.skip(f"{path} is not here")
    return path.read_text("utf-8")


def answer(text: str) -> Callable[[], Sent]:
    begin = max(text.find("<?xml"), 0)
    return lambda: Sent(text[begin:].encode())


def look(folder: Path, capsys: pytest.CaptureFixture[str], dossier: str) -> tuple[int, str]:
    code = main(["fetch", dossier, "--into", str(folder), "--dry-run"])
    return code, "".join(capsys.readouterr())


def test_publications_as_they_answer_now(services: Services, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The recording was cut to two of its four records: both are read, and that two are lacking is told."""
    services.faults["/sru"] = answer(recorded("sru/sru_repository_overheid_v2.0_response_abridged.xml"))
    code, said = look(folder, capsys, "36867")
    assert code == ExitCode.INCOMPLETE
    assert "kst-36867-B" in said
    assert "kst-36867-D" in said
    assert "2 of 4" in said


def test_publications_as_they_answered_before(
    services: Services, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The records of version 1.2 are read, each once; those that are no papers of the dossier are passed over."""
    services.faults["/sru"] = answer(recorded("sru/sru_zoek_officielebekendmakingen_v1.2_response.xml"))
    code, said = look(folder, capsys, "36625-K")
    assert code == ExitCode.USER
    assert "5 of 315" in said
    assert "stb-" not in said


def test_what_publications_complain_of(services: Services, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    services.faults["/sru"] = answer(recorded("sru/sru_error_response.txt"))
    code, said = look(folder, capsys, "27923")
    assert code == ExitCode.USER
    assert "SRU overheid.nl says: Invalid parameter; Query syntax error: expected boolean, got '/'" in said
    assert said.count("\n") == 1


def test_the_register_as_it_answers_where_it_sends_no_relations(
    services: Services, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = json.loads(recorded("odata/odata_Document_response.json"))["data"]
    services.faults["/odata/"] = lambda: Sent(json.dumps(sent).encode(), "application/json")
    code, said = look(folder, capsys, "27923")
    assert code == ExitCode.USER
    assert "Kamerstukdossier" in said


def test_the_register_as_it_answers_with_relations(
    services: Services, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The records as they were recorded; the relations that the tracker asks for beside them are added here."""
    of = {"Nummer": 27923, "Toevoeging": None, "Titel": "Havens", "Verwijderd": False}
    related: dict[str, object] = {"Kamerstukdossier": [of], "DocumentActor": []}
    rows = [row | related for row in json.loads(recorded("odata/odata_Document_page_first10.json"))]
    services.faults["/odata/"] = lambda: Sent(json.dumps({"value": rows}).encode(), "application/json")
    code, said = look(folder, capsys, "27923")
    assert code == ExitCode.DONE
    numbered = {row["Volgnummer"] for row in rows if row["Volgnummer"] > 0}
    assert len(numbered) == 8
    assert all(f"kst-27923-{number}" in said for number in numbered)


def test_what_is_asked_of_the_register_is_in_its_schema() -> None:
    """Every name in a question is a field or a relation of the records that it asks for, in the recorded schema."""
    text = recorded("odata/odata_metadata_edmx.xml")
    service = known_services().parliament
    kinds = {name: re.findall(r'Property Name="(\w+)"', body) for name, body in _KINDS.findall(text)}
    of_papers = (service.of_dossier, service.of_paper, service.of_code, service.of_case, service.of_answers)
    questions = " ".join((service.papers, service.case, service.withdrawn, service.since, service.changed, *of_papers))
    known = {*kinds["Document"], *kinds["Kamerstukdossier"], *kinds["Zaak"], "Document"}
    assert set(_NAMES.findall(questions)) <= known
    of_promises = f"{service.promises} {service.promises_of}"
    known = {*kinds["Toezegging"], *kinds["Activiteit"], *kinds["Zaak"], *kinds["Kamerstukdossier"], "Toezegging"}
    assert set(_NAMES.findall(of_promises)) <= known
    for form, kind in (
        (DocumentRecord, "Document"),
        (DossierRecord, "Kamerstukdossier"),
        (PromiseRecord, "Toezegging"),
    ):
        assert {field.encode_name for field in msgspec.structs.fields(form)} <= set(kinds[kind])
