"""Papers that are printed anew, under one number, from the answer to the folder."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from tests.sources.server import Sent, Services, official
from tracker.cli import main
from tracker.errors import ExitCode
from tracker.sources.papers import revision_of

TEXTS = {"": "In juni 2025 sturen we het eerste plan.", "h1": "In juli 2025 sturen we het herdrukte plan."}
TEXTS["n1"] = "In augustus 2025 sturen we het verbeterde plan."


def record(services: Services, form: str) -> str:
    id_ = f"kst-27923-5-{form}".removesuffix("-")
    where = f"/printed/{id_}.xml"
    services.extra[where] = Sent(official(5, text=TEXTS[form]))
    return (
        "<sru:record><sru:recordData><g:gzd><g:originalData>"
        f"<d:identifier>{id_}</d:identifier><d:modified>2024-03-02</d:modified><d:date>2024-03-01</d:date>"
        "<o:documenttitel>Voortgang</o:documenttitel><o:dossiernummer>27923</o:dossiernummer>"
        "<o:ondernummer>5</o:ondernummer><o:subrubriek>Brief</o:subrubriek></g:originalData><g:enrichedData>"
        f'<g:itemUrl manifestation="xml">{services.base}{where}</g:itemUrl>'
        "</g:enrichedData></g:gzd></sru:recordData></sru:record>"
    )


def answer(services: Services, *forms: str) -> None:
    records = "".join(record(services, form) for form in forms)
    sent = Sent(
        '<sru:searchRetrieveResponse xmlns:sru="http://docs.oasis-open.org/ns/search-ws/sruResponse"'
        ' xmlns:d="http://purl.org/dc/terms/" xmlns:o="http://standaarden.overheid.nl/wetgeving/"'
        ' xmlns:g="http://standaarden.overheid.nl/sru">'
        f"<sru:numberOfRecords>{len(forms)}</sru:numberOfRecords><sru:records>{records}</sru:records>"
        "</sru:searchRetrieveResponse>".encode()
    )
    services.faults["/sru"] = lambda: sent


def fetch(folder: Path) -> int:
    return main(["fetch", "27923", "--into", str(folder)])


@pytest.mark.parametrize("id_", ["kst-27923-5", "kst-36600-H-1", "kst-27923-n", "blg-1042786", ""])
def test_what_is_printed_first_is_no_reprint(id_: str) -> None:
    assert not any(revision_of(id_))


@pytest.mark.parametrize("forms", [*itertools.permutations(["", "n1"]), *itertools.permutations(["", "h1"]), ["h1"]])
def test_what_is_printed_anew_counts_whatever_the_order(
    services: Services, folder: Path, forms: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    answer(services, *forms)
    assert fetch(folder) == ExitCode.DONE
    assert f"printed anew (kst-27923-5-{max(forms)})" in capsys.readouterr().out
    (path,) = folder.glob("*.xml")
    assert (path.name, TEXTS[max(forms)] in path.read_text("utf-8")) == ("kst-27923-5.xml", True)
    assert fetch(folder) == ExitCode.DONE
    assert "printed anew" not in capsys.readouterr().out, "it is told once"


@pytest.mark.parametrize("later", [("", "n1"), ("n1", ""), ("n1",)])
def test_what_is_printed_anew_later_replaces_what_is_here(
    services: Services, folder: Path, later: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    answer(services, "")
    assert fetch(folder) == ExitCode.DONE
    answer(services, *later)
    for _ in range(2):
        assert fetch(folder) == ExitCode.DONE
        assert TEXTS["n1"] in (folder / "kst-27923-5.xml").read_text("utf-8")
    assert capsys.readouterr().out.count("printed anew") == 1
