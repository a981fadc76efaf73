"""What real services do: pages for people, diagnostics, records that repeat, files that lie, answers that break off."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sources.files import PDF, html, word
from tests.sources.server import PAGE, Paper, Sent, Services, named, official, papers
from tracker.cli import main
from tracker.documents.manifest import parse_manifest
from tracker.errors import ExitCode

Capture = pytest.CaptureFixture[str]

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DIAGNOSTICS = (
    b'<?xml version="1.0"?><diagnostics><diagnostic xmlns="http://www.loc.gov/zing/srw/diagnostic/">'
    b"<uri>info:srw/diagnostic/1/10</uri><details>Query syntax error</details><message>Invalid parameter</message>"
    b"</diagnostic></diagnostics>"
)


def fetch(folder: Path, *words: str) -> int:
    return main(["fetch", *(words or ("27923",)), "--into", str(folder)])


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*") if path.name != "letters.toml" and path.is_file())


def once(sent: Sent) -> Callable[[], Sent | None]:
    """A fault that is met once."""
    left = [sent]
    return lambda: left.pop() if left else None


@pytest.fixture(autouse=True)
def two(services: Services) -> None:
    services.papers = papers(2)


def test_a_page_for_people_in_the_place_of_the_register_is_told(
    services: Services, folder: Path, capsys: Capture
) -> None:
    """The publications answer all the same."""
    services.faults["/odata/"] = lambda: Sent(PAGE, "text/html")
    assert fetch(folder) == ExitCode.INCOMPLETE
    assert "answers with something else than an answer" in capsys.readouterr().out
    assert names(folder) == ["kst-27923-1.xml", "kst-27923-2.xml"]


def test_what_the_publications_complain_of_is_told(services: Services, folder: Path, capsys: Capture) -> None:
    services.faults["/sru"] = lambda: Sent(DIAGNOSTICS)
    for paper in services.papers:
        paper.file = ("application/pdf", PDF)
    assert fetch(folder) == ExitCode.INCOMPLETE
    assert "Invalid parameter; Query syntax error" in capsys.readouterr().out
    assert names(folder) == ["kst-27923-1.pdf", "kst-27923-2.pdf"]
    services.faults.clear()
    assert fetch(folder) == ExitCode.DONE
    assert names(folder) == ["kst-27923-1.xml", "kst-27923-2.xml"], "the better form takes its place"


def test_what_could_not_be_asked_for_is_not_told_as_unpublished(
    services: Services, folder: Path, capsys: Capture
) -> None:
    """A page for people with status 200 in the place of the publications says nothing of what they hold."""
    services.faults["/sru"] = lambda: Sent(PAGE, "text/html")
    assert fetch(folder) == ExitCode.INCOMPLETE
    out = capsys.readouterr().out
    assert "2 of which the publications could not be asked" in out
    assert "not published yet" not in out
    services.faults.clear()
    assert fetch(folder) == ExitCode.DONE
    assert names(folder) == ["kst-27923-1.xml", "kst-27923-2.xml"]


def test_who_signed_a_paper_that_only_the_publications_know_stands_in_its_xml(
    services: Services, folder: Path, capsys: Capture
) -> None:
    """What the register says of it later is no contradiction of a person."""
    signed = b"<ondertekening><naam><voornaam>A.</voornaam> <achternaam>Minister</achternaam></naam></ondertekening>"
    for number, paper in enumerate(services.papers, 1):
        paper.forms = {"xml": official(number, paper.day).replace(b"</vrije-tekst>", signed + b"</vrije-tekst>")}
    services.faults["/odata/"] = lambda: Sent(PAGE, "text/html")
    assert fetch(folder) == ExitCode.INCOMPLETE
    assert (folder / "letters.toml").read_text("utf-8").count('signatories = ["A. Minister"]') == 2
    services.faults.clear()
    capsys.readouterr()
    assert fetch(folder) == ExitCode.DONE
    assert "you stated" not in capsys.readouterr().out
    assert (folder / "letters.toml").read_text("utf-8").count('signatories = ["A. Minister"]') == 2


def test_both_services_failing_is_one_sentence(services: Services, folder: Path, capsys: Capture) -> None:
    services.faults["/"] = lambda: Sent(PAGE, "text/html")
    assert fetch(folder) == ExitCode.INCOMPLETE
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert not folder.exists(), "nothing is left of it"


@pytest.mark.parametrize("more", [[], ["--paper", "kst-27923-1"]])
def test_each_of_two_services_that_fail_is_named(
    services: Services, folder: Path, more: list[str], capsys: Capture
) -> None:
    services.faults |= {"/odata/": lambda: Sent(PAGE, "text/html"), "/sru": lambda: Sent(DIAGNOSTICS)}
    assert fetch(folder, *(more or ["27923"])) == ExitCode.INCOMPLETE
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "Tweede Kamer OData answers with something else" in err
    assert "SRU overheid.nl says: Invalid parameter; Query syntax error" in err


def test_pages_are_followed_and_a_record_on_two_of_them_is_one(
    services: Services, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.papers, services.page, services.repeat = papers(7), 3, True
    monkeypatch.setenv("TRACKER_SOURCES", str(named(services, tmp_path)))
    assert fetch(folder) == ExitCode.DONE
    assert len(names(folder)) == 7
    assert len([path for path in services.asked if path.startswith("/odata/Document?")]) == 3
    assert len(services.files()) == len(set(services.files())) == 7


def test_a_withdrawn_record_is_told_and_what_is_here_stays(services: Services, folder: Path, capsys: Capture) -> None:
    assert fetch(folder) == ExitCode.DONE
    services.papers[1].gone, services.papers[1].forms = True, {}
    services.papers[1].changed = "2030-01-01T00:00:00Z"
    assert fetch(folder) == ExitCode.DONE
    assert re.search(r"withdrawn +kst-27923-2", capsys.readouterr().out)
    assert len(names(folder)) == 2


def test_two_records_of_one_paper_are_one(services: Services, folder: Path) -> None:
    """The one that was merged into the other is gone."""
    services.papers += [Paper(1, "Oud", gone=True, changed="2030-01-01T00:00:00Z")]
    assert fetch(folder) == ExitCode.DONE
    assert len(names(folder)) == 2
    assert 'title = "Oud"' not in (folder / "letters.toml").read_text("utf-8")


def test_a_field_with_another_name_is_told(services: Services, folder: Path, capsys: Capture) -> None:
    whole = services._register
    services.faults["/odata/"] = lambda: Sent(whole(services.asked[-1]).data.replace(b"Volgnummer", b"volgNr"))
    assert fetch(folder) == ExitCode.INCOMPLETE
    assert "another form than this version knows" in capsys.readouterr().out


def test_a_paper_without_xml_comes_as_word_else_as_pdf(services: Services, folder: Path) -> None:
    services.papers = [
        Paper(1, forms={"pdf": PDF}, file=(WORD, word())),
        Paper(2, forms={"pdf": PDF, "html": html()}),
    ]
    assert fetch(folder) == ExitCode.DONE
    assert names(folder) == ["kst-27923-1.docx", "kst-27923-2.pdf"]


def test_a_download_that_breaks_off_is_asked_for_again(services: Services, folder: Path) -> None:
    services.faults["kst-27923-1.xml"] = once(Sent(official(1), short=40))
    assert fetch(folder) == ExitCode.DONE
    assert (folder / "kst-27923-1.xml").read_bytes() == services.papers[0].forms["xml"]


def test_what_letters_toml_lost_while_a_service_is_out_of_order_is_said_again_later(
    services: Services, folder: Path
) -> None:
    assert fetch(folder) == ExitCode.DONE
    (folder / "letters.toml").write_text('[source]\ndossier = "27923"\n', "utf-8")
    services.faults["/files/"] = lambda: Sent(status=503)
    assert fetch(folder) == ExitCode.INCOMPLETE
    services.faults.clear()
    assert fetch(folder) == ExitCode.DONE
    assert (folder / "letters.toml").read_text("utf-8").count("[[letter]]") == 2


def test_a_busy_service_is_waited_for(services: Services, folder: Path) -> None:
    services.faults["kst-27923-1.xml"] = once(Sent(status=429, heads={"Retry-After": "0"}))
    services.faults["/sru"] = once(Sent(status=503))
    assert fetch(folder) == ExitCode.DONE
    assert len(names(folder)) == 2


@pytest.mark.parametrize("seconds", ["3600", "999999999999"])
def test_a_service_that_asks_for_a_long_wait_ends_the_round(
    services: Services, folder: Path, seconds: str, capsys: Capture
) -> None:
    services.faults["kst-27923-2.xml"] = lambda: Sent(status=429, heads={"Retry-After": seconds})
    assert fetch(folder) == ExitCode.INCOMPLETE
    said = capsys.readouterr().out
    assert f"asks to wait {seconds[:9]} seconds" in said
    assert "papers not asked for in this round: 1 of 2." in said
    assert len([path for path in services.files() if path.endswith("-2.xml")]) == 1, "it is left alone"
    assert re.search(r"new +kst-27923-1", said), "what came before is told"
    services.faults.clear()
    assert fetch(folder) == ExitCode.DONE
    assert [path for path in services.files() if path.endswith("-1.xml")] == ["/files/kst-27923-1.xml"]


def test_a_service_out_of_time_is_told(
    services: Services,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
) -> None:
    monkeypatch.setenv("TRACKER_SOURCES", str(named(services, tmp_path, timeout=0.05, tries=2)))
    services.faults["kst-27923-1.xml"] = services.late
    assert fetch(folder) == ExitCode.INCOMPLETE
    assert "does not answer in time" in capsys.readouterr().out
    assert names(folder) == ["kst-27923-2.xml"]


def test_an_offline_machine_is_one_sentence(
    services: Services,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
) -> None:
    assert fetch(folder) == ExitCode.DONE
    services.base = "http://127.0.0.1:9"
    monkeypatch.setenv("TRACKER_SOURCES", str(named(services, tmp_path)))
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    capsys.readouterr()
    assert fetch(folder) == ExitCode.INCOMPLETE
    assert "cannot be reached; check the connection" in capsys.readouterr().err
    assert before == {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}


AWAY = ["https://example.org/a.xml", "http://10.0.0.1/a.xml", "file:///etc/passwd", "https://a:b@127.0.0.1/"]


@pytest.mark.parametrize("where", AWAY)
def test_a_redirect_to_another_host_is_refused(services: Services, folder: Path, where: str, capsys: Capture) -> None:
    services.faults["kst-27923-1.xml"] = lambda: Sent(status=302, heads={"Location": where})
    assert fetch(folder) == ExitCode.INCOMPLETE
    assert names(folder) == ["kst-27923-2.xml"]
    assert re.search(r"failed +kst-27923-1", capsys.readouterr().out)


def test_a_redirect_within_the_listed_hosts_is_followed(services: Services, folder: Path) -> None:
    services.extra["/elsewhere"] = Sent(services.papers[0].forms["xml"])
    services.faults["kst-27923-1.xml"] = lambda: Sent(status=302, heads={"Location": "/elsewhere"})
    assert fetch(folder) == ExitCode.DONE
    services.faults["kst-27923-1.xml"] = lambda: Sent(status=302, heads={"Location": "/files/kst-27923-1.xml"})
    services.papers[0].changed = "2031-01-01T00:00:00Z"
    assert fetch(folder) == ExitCode.INCOMPLETE, "one that leads nowhere ends"


def test_an_answer_without_end_is_refused(
    services: Services, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr("tracker.sources.odata.LARGEST", 100)
    monkeypatch.setattr("tracker.sources.sru.LARGEST", 100)
    assert fetch(folder) == ExitCode.USER
    assert "is larger than" in capsys.readouterr().err


def test_a_name_never_leads_out_of_the_folder(services: Services, folder: Path, tmp_path: Path) -> None:
    whole = services._publication

    def odd(one: Paper) -> str:
        return whole(one).replace("kst-27923-1<", "kst-1<").replace("<o:ondernummer>1<", "<o:ondernummer>../../1<")

    services._publication = odd  # type: ignore[method-assign]
    assert fetch(folder) in {ExitCode.DONE, ExitCode.INCOMPLETE}
    assert {path for path in tmp_path.rglob("*.xml") if not path.is_relative_to(folder)} == set()


def test_what_a_person_put_or_changed_stays(services: Services, folder: Path, capsys: Capture) -> None:
    folder.mkdir()
    (folder / "2020_kst-27923-1.txt").write_text("Mijn eigen afschrift.", "utf-8")
    assert fetch(folder) == ExitCode.DONE
    assert names(folder) == ["2020_kst-27923-1.txt", "kst-27923-2.xml"]
    (folder / "kst-27923-2.xml").write_bytes(official(2, text="Anders."))
    services.papers[1].forms["xml"] = official(2, text="Nieuw.")
    services.papers[1].changed = "2030-01-01T00:00:00Z"
    assert fetch(folder) == ExitCode.DONE
    assert "Anders." in (folder / "kst-27923-2.xml").read_text("utf-8")
    assert "was changed here and stays" in capsys.readouterr().out


def test_what_letters_toml_says_of_a_file_stays(services: Services, folder: Path, capsys: Capture) -> None:
    folder.mkdir()
    stated = '[source]\ndossier = "27923"\n[[letter]]\npath = "kst-27923-1.xml"\ntitle = "Mine"\n'
    other = '[[letter]]\npath = "kst-27923-2.xml"\npaper = "kst-27923-9"\n'
    (folder / "letters.toml").write_text(stated + other, "utf-8")
    for _ in range(2):
        assert main(["fetch", "--into", str(folder)]) == ExitCode.INCOMPLETE
        assert "letters.toml says of kst-27923-2.xml that it is another letter" in capsys.readouterr().out
        assert names(folder) == ["kst-27923-1.xml"]
        assert parse_manifest((folder / "letters.toml").read_text("utf-8")).letters["kst-27923-1.xml"].title == "Mine"


def test_only_what_changed_is_asked_for_again(services: Services, folder: Path) -> None:
    assert fetch(folder) == ExitCode.DONE
    services.asked.clear()
    assert fetch(folder) == ExitCode.DONE
    assert services.files() == []
    assert any("ApiGewijzigdOp gt " in path for path in services.asked)
    services.papers[0].changed = "2030-01-01T00:00:00Z"
    services.heads.clear()
    services.asked.clear()
    assert fetch(folder) == ExitCode.DONE
    assert services.files() == ["/files/kst-27923-1.xml"]
    assert "if-none-match" in services.heads[services.asked.index("/files/kst-27923-1.xml")]


def test_a_dry_run_changes_nothing(services: Services, folder: Path, capsys: Capture) -> None:
    assert fetch(folder, "27923", "--dry-run") == ExitCode.DONE
    assert not folder.exists()
    assert "27 923: 2 papers, 2 to fetch (nothing was fetched)" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["x"], ["279230"], ["--paper", "27923"], []])
def test_what_is_no_number_is_told(folder: Path, words: list[str], capsys: Capture) -> None:
    assert main(["fetch", *words, "--into", str(folder)]) == ExitCode.USER
    assert capsys.readouterr().err.count("\n") == 1


def test_one_paper_comes_alone(services: Services, folder: Path) -> None:
    assert fetch(folder, "--paper", "kst-27923-2") == ExitCode.DONE
    assert names(folder) == ["kst-27923-2.xml"]
    assert "[source]" not in (folder / "letters.toml").read_text("utf-8")


def test_a_service_that_asks_for_a_long_wait_is_not_asked_again_in_the_round(
    services: Services, folder: Path, capsys: Capture
) -> None:
    """Neither for what it took back, nor for the register; the other one is asked all the same."""
    assert fetch(folder) == ExitCode.DONE
    services.papers += papers(3)[2:]
    services.faults["/odata/"] = lambda: Sent(status=429, heads={"Retry-After": "9999"})
    services.asked.clear()
    capsys.readouterr()
    assert fetch(folder, "27923", "--register") == ExitCode.INCOMPLETE
    said = capsys.readouterr().out
    assert len([path for path in services.asked if path.startswith("/odata/")]) == 1
    assert "asks to wait 9999 seconds" in said
    assert names(folder) == ["kst-27923-1.xml", "kst-27923-2.xml", "kst-27923-3.xml"]
    services.faults.clear()
    assert fetch(folder, "27923", "--register") == ExitCode.DONE


def test_a_wait_that_is_asked_for_too_late_is_heeded(
    services: Services, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the last try, too."""
    monkeypatch.setenv("TRACKER_SOURCES", str(named(services, tmp_path, tries=1)))
    services.faults["/odata/"] = lambda: Sent(status=503, heads={"Retry-After": "9999"})
    assert fetch(folder) == ExitCode.INCOMPLETE
    assert fetch(folder) == ExitCode.INCOMPLETE
    assert len([path for path in services.asked if path.startswith("/odata/")]) == 2


def test_a_paper_is_taken_back_where_no_service_has_it_by_its_last_answer(
    services: Services, folder: Path, capsys: Capture
) -> None:
    forms = services.papers[1].forms

    def round_says(code: ExitCode = ExitCode.DONE, fault: str = "") -> bool:
        services.faults = {fault: lambda: Sent(PAGE)} if fault else {}
        capsys.readouterr()
        assert fetch(folder) == code
        said = capsys.readouterr().out
        assert "27 923: 2 papers" in said
        return "withdrawn  kst-27923-2" in said

    assert not round_says()
    services.papers[1].gone, services.papers[1].changed = True, "2030-01-01T00:00:00Z"
    assert not round_says(), "it is published"
    assert not round_says(ExitCode.INCOMPLETE, "/sru"), "it was published when that was known last"
    services.papers[1].forms = {}
    assert not round_says(ExitCode.INCOMPLETE, "/sru")
    assert round_says()
    assert round_says(ExitCode.INCOMPLETE, "/sru")
    assert round_says(ExitCode.INCOMPLETE, "/odata/")
    services.papers[1].changed = "2000-01-01T00:00:00Z"
    assert round_says(), "it is long ago"
    services.papers[1].forms = forms
    assert not round_says(), "it is published again"
    assert not round_says(ExitCode.INCOMPLETE, "/sru")


def test_one_machine_that_cannot_be_reached_stops_no_paper_of_another(
    services: Services, folder: Path, capsys: Capture
) -> None:
    services.faults["/sru"] = lambda: _elsewhere(services)
    for _ in range(2):
        capsys.readouterr()
        assert fetch(folder) == ExitCode.INCOMPLETE
        assert names(folder) == ["kst-27923-2.xml"]
        assert "kst-27923-1" in capsys.readouterr().out


def _elsewhere(services: Services) -> Sent:
    """The publications, with the first paper on a machine that is off."""
    sent = services._publications("/sru?query=x&startRecord=1&maximumRecords=9")
    return Sent(sent.data.replace(f"{services.base}/files/kst-27923-1.xml".encode(), b"http://127.0.0.1:9/x.xml"))


def test_that_there_is_no_paper_since_a_day_is_no_fault(services: Services, folder: Path, capsys: Capture) -> None:
    """It is said once, and later papers come; a number that no service knows is one as ever."""
    assert fetch(folder, "27923", "--since", "2030-01-01") == ExitCode.DONE
    assert "no service knows a paper of 27 923 since 2030-01-01" in capsys.readouterr().out
    assert not folder.exists()
    assert fetch(folder, "99999") == ExitCode.USER
    folder.mkdir()
    (folder / "letters.toml").write_text('[source]\ndossier = "27923"\nsince = "2030-01-01"\n', "utf-8")
    for _ in range(2):
        assert main(["watch", str(folder)]) == ExitCode.GATE
    services.papers.append(Paper(3, day=dt.date(2030, 2, 1), forms={"xml": official(3, dt.date(2030, 2, 1))}))
    assert main(["watch", str(folder)]) == ExitCode.DONE
