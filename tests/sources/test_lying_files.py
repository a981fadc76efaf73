"""Files that lie: pages for people, stubs, other papers, other types; a better form that failed is not forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.files import PDF, html, word
from tests.sources.server import PAGE, Paper, Sent, Services, official, papers
from tests.sources.test_faults import WORD, Capture, fetch, names
from tracker.cli import main
from tracker.errors import ExitCode


@pytest.mark.parametrize(
    "lie",
    [PAGE, b"no letter at all", b"", official(1)[:300], official(9), b"%PDF-1.4\n%%EOF"],
    ids=["page", "text", "empty", "half", "another-paper", "stub"],
)
def test_a_file_that_lies_gives_way_to_the_next_form(services: Services, folder: Path, lie: bytes) -> None:
    services.papers = [Paper(1, forms={"xml": lie, "pdf": PDF})]
    assert fetch(folder) == ExitCode.DONE
    assert names(folder) == ["kst-27923-1.pdf"]
    services.asked.clear()
    services.heads.clear()
    assert fetch(folder) == ExitCode.DONE
    asked = dict(zip(services.asked, services.heads, strict=True))
    assert [path for path in services.files() if "if-none-match" not in asked[path]] == [], "no file is sent again"
    services.papers[0].forms["xml"] = official(1)
    assert fetch(folder) == ExitCode.DONE
    assert names(folder) == ["kst-27923-1.xml"]


@pytest.mark.parametrize(
    "fault", [Sent(PAGE, "text/html"), Sent(official(1)[:-40]), Sent(status=403), Sent(status=404)]
)
def test_a_better_form_that_failed_once_is_asked_for_again(services: Services, folder: Path, fault: Sent) -> None:
    services.papers = [Paper(1, forms={"xml": official(1), "pdf": PDF})]
    services.faults["kst-27923-1.xml"] = lambda: fault
    for _ in range(2):
        assert fetch(folder) == ExitCode.DONE
        assert names(folder) == ["kst-27923-1.pdf"]
    services.faults.clear()
    assert fetch(folder) == ExitCode.DONE
    assert names(folder) == ["kst-27923-1.xml"]
    services.asked.clear()
    assert fetch(folder) == ExitCode.DONE
    assert services.files() == []


LOGIN = "Log in met uw gebruikersnaam en wachtwoord om verder te gaan."
CHECKING = "www.officielebekendmakingen.nl Verifying you are human. This may take a few seconds."
MANY = "Te veel verzoeken. U hebt te veel verzoeken gedaan voor kst-27923-1. Wacht een minuut."


@pytest.mark.parametrize("said", [LOGIN, CHECKING, MANY])
@pytest.mark.parametrize("form", ["html", "xml"])
def test_a_page_for_people_takes_no_letters_place(services: Services, folder: Path, said: str, form: str) -> None:
    """Nor does a worse form, while the better one that is here cannot be had."""
    whole = {"html": html(dossiernummer="27923", ondernummer="1"), "xml": official(1)}[form]
    services.papers = [Paper(1, forms={form: whole})]
    assert fetch(folder) == ExitCode.DONE
    services.papers = [Paper(1, forms={form: html(said), "pdf": PDF} if form == "xml" else {form: html(said)})]
    services.papers[0].changed = "2030-01-01T00:00:00Z"
    for _ in range(2):
        assert fetch(folder) == ExitCode.INCOMPLETE
        assert (folder / f"kst-27923-1.{form}").read_bytes() == whole
        assert len(names(folder)) == 1
    (folder / ".fetched" / "state.json").unlink()
    assert fetch(folder) == ExitCode.INCOMPLETE
    assert (folder / f"kst-27923-1.{form}").read_bytes() == whole, "though it is forgotten how it came"


def test_a_paper_that_changed_and_comes_in_a_worse_form_alone_is_told_once(
    services: Services, folder: Path, capsys: Capture
) -> None:
    """In a round of watch too; what is here stays."""
    services.papers = [Paper(1, forms={"xml": official(1), "pdf": PDF})]
    assert fetch(folder) == ExitCode.DONE
    for number, command in enumerate((["fetch", "--into"], ["watch"]), start=1):
        services.papers[0].forms, services.papers[0].changed = {"pdf": PDF}, f"2030-01-0{number}T00:00:00Z"
        for told in (True, False):
            capsys.readouterr()
            main([*command, str(folder)])
            assert ("kst-27923-1 changed where it came from" in capsys.readouterr().out) is told
    assert names(folder) == ["kst-27923-1.xml"]


def test_a_page_is_kept_where_it_says_which_paper_it_is(services: Services, folder: Path) -> None:
    """In its metadata, or above the letter; one that does not is none."""
    head = "<p>27 923 Havens</p><p>Nr. 2 BRIEF VAN DE MINISTER</p><p>Aan de Voorzitter van de Tweede Kamer</p>"
    services.papers = [
        Paper(1, forms={"html": html(dossiernummer="27923", ondernummer="1")}),
        Paper(2, forms={"html": html().replace(b"<body>", f"<body>{head}".encode())}),
        Paper(3, forms={"html": html()}),
    ]
    assert fetch(folder) == ExitCode.INCOMPLETE
    assert names(folder) == ["kst-27923-1.html", "kst-27923-2.html"]


def test_a_type_that_lies_hides_no_better_form(services: Services, folder: Path) -> None:
    services.papers = [Paper(1, forms={"xml": PDF}, file=(WORD, word()))]
    assert fetch(folder) == ExitCode.DONE
    assert names(folder) == ["kst-27923-1.docx"]


def test_another_paper_at_an_address_is_not_kept(services: Services, folder: Path, capsys: Capture) -> None:
    services.papers = [Paper(1, forms={"xml": official(9)}), Paper(2, forms={"xml": official(2, dossier="31 289")})]
    assert fetch(folder) == ExitCode.INCOMPLETE
    said = capsys.readouterr().out
    assert "holds another paper (kst-27923-9)" in said
    assert "holds another paper (kst-31289-2)" in said
    assert names(folder) == []
    services.papers = papers(2)
    assert fetch(folder) == ExitCode.DONE
    assert len(names(folder)) == 2


def test_what_is_refused_is_not_sent_again_as_it_was(services: Services, folder: Path, capsys: Capture) -> None:
    """It is told each time; once it is another it comes."""
    services.papers = [Paper(1, forms={"xml": official(9)})]
    for known in (False, True, True):
        services.heads.clear()
        assert fetch(folder) == ExitCode.INCOMPLETE
        assert "holds another paper (kst-27923-9)" in capsys.readouterr().out
        assert ("if-none-match" in services.heads[-1]) is known
    services.papers[0].forms["xml"] = official(1)
    assert fetch(folder) == ExitCode.DONE
    assert names(folder) == ["kst-27923-1.xml"]
    assert '"refused"' not in (folder / ".fetched" / "state.json").read_text("utf-8")


def test_a_file_is_named_after_what_it_is(services: Services, folder: Path) -> None:
    services.papers = [Paper(1, file=(WORD, PDF))]
    assert fetch(folder) == ExitCode.DONE
    assert names(folder) == ["kst-27923-1.pdf"]
