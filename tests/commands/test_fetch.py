"""What the command fetches, and what its register leads to in an audit."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.sources.files import pdf as pdf_of
from tests.sources.server import PAGE, Paper, Sent, Services, official, papers, promise
from tracker.cli import main
from tracker.errors import ExitCode
from tracker.sources.register import read_register, write_register
from tui.labels import Labels
from tui.quotes import Quotes
from tui.study_loader import Scope, read_study


def tui_thread(folder: Path, thread: str) -> str:
    """What the terminal UI shows of a promise above its steps."""
    study = read_study(Scope(folder))
    (block,) = Quotes(study.index, Labels("en")).verdict(study.by_id[thread])
    return block.content.plain


DAY, LATER = dt.date(2024, 3, 1), dt.date(2025, 9, 1)


def test_what_is_cited_and_lacks_is_fetched(services: Services, folder: Path) -> None:
    citing = official(1, DAY, "In de brief van vorig jaar (Kamerstuk 27 923, nr. 7) staat het plan voor de havens.")
    services.papers = [Paper(1, forms={"xml": citing}), *papers(9)[6:7]]
    assert main(["fetch", "--paper", "kst-27923-1", "--into", str(folder)]) == ExitCode.DONE
    assert main(["fetch", "--cited", "--into", str(folder)]) == ExitCode.DONE
    assert {path.name for path in folder.glob("*.xml")} == {"kst-27923-1.xml", "kst-27923-7.xml"}


def test_what_a_paper_links_to_is_cited_whatever_its_words(services: Services, folder: Path) -> None:
    citing = official(1, DAY, "In <extref doc='kst-27923-7' soort='document'>deze brief</extref> staat het plan.")
    services.papers = [Paper(1, forms={"xml": citing}), *papers(9)[6:7]]
    assert main(["fetch", "--paper", "kst-27923-1", "--into", str(folder)]) == ExitCode.DONE
    assert main(["fetch", "--cited", "--into", str(folder)]) == ExitCode.DONE
    assert {path.name for path in folder.glob("*.xml")} == {"kst-27923-1.xml", "kst-27923-7.xml"}


def test_what_is_cited_and_nobody_knows_is_told_the_same_each_time(
    services: Services, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Though the others came the first time, so that it is the only one that is asked for the second time."""
    citing = official(1, DAY, "In de brieven van vorig jaar (Kamerstuk 27 923, nr. 7 en Kamerstuk 27 923, nr. 8).")
    services.papers = [Paper(1, forms={"xml": citing}), *papers(9)[6:7]]
    assert main(["fetch", "--paper", "kst-27923-1", "--into", str(folder)]) == ExitCode.DONE
    for _ in range(2):
        assert main(["fetch", "--cited", "--into", str(folder)]) == ExitCode.INCOMPLETE
        assert "no service knows a paper of kst-27923-8" in capsys.readouterr().out
    services.papers += papers(9)[7:8]
    assert main(["fetch", "--cited", "--into", str(folder)]) == ExitCode.DONE
    assert main(["fetch", "--paper", "kst-27923-99", "--into", str(folder)]) == ExitCode.USER, "the user named it"


def test_what_is_cited_by_the_numbers_of_the_register_is_fetched_once(
    services: Services, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A document, a case and answers to questions, under the ids that they have."""
    text = "Zie 2024D00005, de vragen 2024Z00006 en de antwoorden (Aanhangsel Handelingen II 2023/24, nr. 88)."
    answers = ("application/pdf", pdf_of("Aan de Voorzitter. In juni 2025 sturen we een plan voor de havens."))
    services.papers = [
        Paper(1, forms={"xml": official(1, DAY, text)}),
        Paper(5, forms={"xml": official(5, DAY)}),
        Paper(6, forms={"xml": official(6, DAY)}, case="2024Z00006"),
        Paper(7, kind="Antwoord schriftelijke vragen", answers="232400088", numbered=False, file=answers),
    ]
    assert main(["fetch", "--paper", "kst-27923-1", "--into", str(folder)]) == ExitCode.DONE
    assert main(["fetch", "--cited", "--into", str(folder)]) == ExitCode.DONE, capsys.readouterr().out
    came = {path.name for path in folder.iterdir() if path.suffix in {".xml", ".pdf"}}
    assert came == {"kst-27923-1.xml", "kst-27923-5.xml", "kst-27923-6.xml", "ah-tk-20232024-88.pdf"}
    assert main(["fetch", "--cited", "--into", str(folder)]) == ExitCode.DONE
    assert "no paper is cited that is not here" in capsys.readouterr().out


def test_a_letter_with_its_own_number_in_the_register_is_asked_for_once(
    services: Services, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    services.papers = [Paper(1, forms={"xml": official(1, DAY, "Ons kenmerk 2024D00001. Er komt een plan.")})]
    assert main(["fetch", "27923", "--into", str(folder)]) == ExitCode.DONE
    assert main(["fetch", "--cited", "--into", str(folder)]) == ExitCode.DONE
    capsys.readouterr()
    assert main(["fetch", "--cited", "--into", str(folder)]) == ExitCode.DONE
    assert "no paper is cited that is not here" in capsys.readouterr().out
    assert [path.name for path in folder.glob("*.xml")] == ["kst-27923-1.xml"]


def test_what_is_cited_of_another_dossier_is_asked_for(services: Services, folder: Path) -> None:
    text = "In de brief van vorig jaar (Kamerstuk 31 293, nr. 7) en in Kamerstuk 36 600 VIII, nr. 12 staat het plan."
    services.papers = [Paper(1, forms={"xml": official(1, DAY, text)})]
    assert main(["fetch", "27923", "--into", str(folder)]) == ExitCode.DONE
    services.asked.clear()
    assert main(["fetch", "--cited", "--dry-run", "--into", str(folder)]) == ExitCode.INCOMPLETE
    for words in ("d/Nummer eq 31293", "d/Nummer eq 36600 and d/Toevoeging eq 'VIII'"):
        assert any(words in path for path in services.asked)


def test_a_register_that_does_not_answer_takes_nothing_from_the_papers(
    services: Services, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    services.papers = papers(1)
    services.faults["/Toezegging"] = lambda: Sent(PAGE)
    assert main(["fetch", "27923", "--register", "--into", str(folder)]) == ExitCode.INCOMPLETE
    said = capsys.readouterr().out
    assert "1 new" in said
    assert "answers with something else" in said


def test_the_register_and_the_letters_disagree(
    services: Services, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = official(
        1, DAY, "In juni 2024 sturen we uw Kamer het rapport over de verdieping van de Waalhaven (TZ202402-158)."
    )
    later = official(2, LATER, "Over de bruggen is niets te melden.")
    services.papers = [Paper(1, forms={"xml": first}, day=DAY), Paper(2, forms={"xml": later}, day=LATER)]
    text = "De minister stuurt de Kamer een rapport."
    services.promises = [
        promise("TZ202402-158", text, "Voldaan", KamerbriefNakoming=["2024Z00001", {"DocumentNummer": "kst-27923-2"}]),
        promise("TZ202402-159", "Iets heel anders over treinen.", "Openstaand"),
        {**promise("TZ202402-160", "Teruggetrokken.", "Voldaan"), "Verwijderd": True},
    ]
    assert main(["fetch", "27923", "--register", "--into", str(folder)]) == ExitCode.DONE
    assert "the register has 2 promises" in capsys.readouterr().out
    assert main(["audit", str(folder)]) == ExitCode.DONE
    said = capsys.readouterr().out
    assert "THE REGISTER AND THE LETTERS DISAGREE" in said.upper()
    assert "register: TZ202402-158, Voldaan" in said
    assert "by 2024Z00001, kst-27923-2" in said
    unmatched = said.upper().partition("IN THE REGISTER, AND IN NO PROMISE OF THE LETTERS (1)")[2]
    assert "TZ202402-159" in unmatched
    assert "TZ202402-158" not in unmatched
    assert "TZ202402-160" not in said
    assert main(["thread", "Waalhaven", "--in", str(folder)]) == ExitCode.DONE
    assert "register: TZ202402-158, Voldaan" in capsys.readouterr().out
    for form in ("text", "md", "html", "csv", "json"):
        assert main(["report", str(folder), "--all", "--format", form]) == ExitCode.DONE
        assert "TZ202402-158, Voldaan" in capsys.readouterr().out
    assert main(["export", str(folder), "--format", "json"]) == ExitCode.DONE
    (row,) = json.loads(capsys.readouterr().out)["registered"]
    assert (row["number"], row["status"], row["ground"]) == ("TZ202402-158", "Voldaan", "carried")
    assert "TZ202402-158, Voldaan" in tui_thread(folder, row["thread"])
    (folder / "register.json").write_text("{", "utf-8")
    assert main(["audit", str(folder)]) == ExitCode.USER
    assert "register.json cannot be read" in capsys.readouterr().err


def test_what_is_cited_brings_the_register_too(
    services: Services, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Though nothing is cited that is not here."""
    services.papers = papers(1)
    services.promises = [promise("TZ202402-158", "Een rapport.", "Openstaand")]
    assert main(["fetch", "27923", "--into", str(folder)]) == ExitCode.DONE
    assert main(["fetch", "--cited", "--register", "--into", str(folder)]) == ExitCode.DONE
    said = capsys.readouterr().out
    assert "no paper is cited that is not here" in said
    assert "the register has 1 promise" in said
    assert (folder / "register.json").is_file()


@pytest.mark.parametrize("words", [["27923"], ["--since", "2024-01-01"], ["--kind", "brief"], ["--query", "havens"]])
@pytest.mark.parametrize("which", [["--paper", "kst-27923-1"], ["--cited"]])
def test_what_would_not_be_heeded_is_refused(
    services: Services, folder: Path, words: list[str], which: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    services.papers = papers(1)
    assert main(["fetch", *words, *which, "--into", str(folder)]) == ExitCode.USER
    assert "--paper and --cited take no DOSSIER" in capsys.readouterr().err
    assert services.asked == []
    assert not folder.exists()


def test_what_the_register_calls_otherwise_is_told_and_filled_in_later(
    services: Services, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    services.papers = papers(1)
    more = {"Ministerie": "IenW", "KamerbriefNakoming": "2024D00001", "IsHerhalingVan": [], "IsWijzigingVan": []}
    whole = promise("TZ202402-158", "Een rapport.", "Openstaand", **more)
    command = ["fetch", "27923", "--register", "--into", str(folder)]

    def renamed(old: str, new: str) -> None:
        services.promises = [json.loads(json.dumps(whole).replace(f'"{old}"', f'"{new}"'))]

    renamed("KamerbriefNakoming", "Brief")
    assert main(command) == ExitCode.INCOMPLETE
    assert "does not tell KamerbriefNakoming of promises" in capsys.readouterr().out
    assert "2024D00001" not in (folder / "register.json").read_text("utf-8")
    services.promises = [whole]
    assert main(command) == ExitCode.DONE
    good = (folder / "register.json").read_bytes()
    assert b"2024D00001" in good
    for old in ("Activiteit", "Datum", "KamerbriefNakoming", "Ministerie", "IsHerhalingVan", "IsWijzigingVan"):
        renamed(old, "Anders")
        capsys.readouterr()
        assert main(command) == ExitCode.INCOMPLETE
        assert old in capsys.readouterr().out
        kept = read_register((folder / "register.json").read_text("utf-8"))
        assert kept.promises[0].unread, "so that nobody takes it for told nowhere"
        known = replace(kept, promises=(replace(kept.promises[0], unread=()),))
        assert write_register(known).encode() == good, "what was known stays"
