"""One paper from several sources: it is known as the same, kept once, and that is told once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.files import PDF, pdf
from tests.sources.server import Paper, Sent, Services, official
from tests.sources.test_other_bodies import came
from tracker.cli import main
from tracker.documents.manifest import parse_manifest
from tracker.errors import ExitCode

Capture = pytest.CaptureFixture[str]
TEXT = "In juni 2025 sturen we uw Kamer rapport 1 over de havens."
HEAD = ("27 923 Havens", "Nr. 1 BRIEF VAN DE MINISTER", "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal")
PRINTED = pdf(*HEAD, "Den Haag, 1 maart 2024", TEXT)
ANNEX = pdf(*HEAD, "Bijlage: tabel van alle kades, sluizen, bruggen en sluisdeuren met hun hoogte, breedte en lengte.")
NINE = pdf("27 923", "Nr. 9", "Aan de Voorzitter", TEXT)
FEED, DOSSIER = '[[source]]\nfeed = "{base}/feed"\n', '[[source]]\ndossier = "27923"\n'


def sources(services: Services, folder: Path, *tables: str) -> None:
    """Ask these from now on; what letters.toml says of letters stays."""
    folder.mkdir(exist_ok=True)
    path = folder / "letters.toml"
    before = path.read_text("utf-8") if path.exists() else ""
    text = "\n".join(tables).format(base=services.base) + before[max(0, before.find("\n[[letter]]")) :]
    path.write_text(text, "utf-8")


def feed(services: Services, data: bytes, place: str = "/brief.pdf") -> None:
    item = f"<item><title>Voortgang</title><link>{place}</link></item>"
    services.extra |= {"/feed": Sent(f"<rss><channel>{item}</channel></rss>".encode()), place: Sent(data)}


def fetched(folder: Path, capsys: Capture, code: ExitCode = ExitCode.DONE) -> str:
    capsys.readouterr()
    assert main(["fetch", "--into", str(folder)]) == code
    return capsys.readouterr().out


def letters(folder: Path) -> list[str]:
    known = parse_manifest((folder / "letters.toml").read_text("utf-8")).letters
    assert sorted(known) == came(folder)
    return came(folder)


@pytest.mark.parametrize("data", [ANNEX, NINE, PDF], ids=["annex", "number", "silent"])
@pytest.mark.parametrize("order", [(FEED, DOSSIER), (DOSSIER, FEED)], ids=["feed", "dossier"])
def test_what_does_not_hold_the_paper_is_a_letter_of_its_own(
    services: Services, folder: Path, order: tuple[str, str], data: bytes, capsys: Capture
) -> None:
    """An annex says that it is of the paper; another number, and what says nothing, is another letter."""
    services.papers = [Paper(1, forms={"xml": official(1)})]
    feed(services, data)
    sources(services, folder, *order)
    said = fetched(folder, capsys)
    assert "kept once" not in said
    assert "is removed" not in said
    assert len(letters(folder)) == 2


@pytest.mark.parametrize(
    ("form", "data"), [("xml", official(1)), ("pdf", PRINTED), ("pdf", PDF)], ids=["xml", "printed", "bytes"]
)
def test_a_paper_of_the_dossier_is_known_in_a_feed(
    services: Services, folder: Path, form: str, data: bytes, capsys: Capture
) -> None:
    """By what it prints, and where it prints nothing by its bytes."""
    services.papers = [Paper(1, forms={form: data})]
    feed(services, PDF if data == PDF else PRINTED)
    sources(services, folder, DOSSIER, FEED)
    assert "and is kept once" in fetched(folder, capsys)
    assert letters(folder) == [f"kst-27923-1.{form}"]
    assert "kept once" not in fetched(folder, capsys)
    services.papers[0].changed = "2026-01-01T00:00:00Z"
    services.papers[0].forms = {"xml": official(1, text=TEXT)}
    fetched(folder, capsys)
    assert "kept once" not in fetched(folder, capsys)
    assert letters(folder) == ["kst-27923-1.xml"]
    (folder / "kst-27923-1.xml").unlink()
    sources(services, folder, FEED)
    fetched(folder, capsys)
    assert [name[:5] for name in came(folder)] == ["brief"], "what it was a copy of is gone"


@pytest.mark.parametrize("data", [PRINTED, PDF], ids=["printed", "bytes"])
def test_a_paper_of_the_feed_gives_way_to_that_of_the_dossier(
    services: Services, folder: Path, data: bytes, capsys: Capture
) -> None:
    services.papers = []
    feed(services, data)
    sources(services, folder, FEED)
    fetched(folder, capsys)
    (name,) = letters(folder)
    services.papers = [Paper(1, forms={"pdf": PDF} if data == PDF else {"xml": official(1)})]
    sources(services, folder, FEED, DOSSIER)
    assert f"{name} is removed, for the same paper is here as kst-27923-1" in fetched(folder, capsys)
    assert len(letters(folder)) == 1
    for _ in range(2):
        said = fetched(folder, capsys)
        assert "removed" not in said
        assert "kept once" not in said
        assert len(letters(folder)) == 1


def test_a_copy_that_a_person_changed_stays(services: Services, folder: Path, capsys: Capture) -> None:
    feed(services, PRINTED)
    sources(services, folder, FEED)
    fetched(folder, capsys)
    (name,) = letters(folder)
    (folder / name).write_bytes(PRINTED + b"% mine")
    services.papers = [Paper(1, forms={"xml": official(1)})]
    sources(services, folder, FEED, DOSSIER)
    fetched(folder, capsys)
    assert (folder / name).read_bytes().endswith(b"% mine")


@pytest.mark.parametrize("stated", [False, True])
@pytest.mark.parametrize("first", [False, True])
def test_a_paper_of_a_folder_is_known_by_what_it_prints_or_by_what_is_stated(
    services: Services, folder: Path, stated: bool, first: bool, capsys: Capture
) -> None:
    services.papers = [Paper(1, forms={"xml": official(1)})]
    bron = folder.with_name("bron")
    bron.mkdir()
    (bron / "brief.pdf").write_bytes(PDF if stated else PRINTED)
    if stated:
        text = '[[letter]]\npath = "brief.pdf"\ndossier = "27 923"\nnumber = "1"\n'
        (bron / "letters.toml").write_text(text, "utf-8")
    there = '[[source]]\nfolder = "../bron"\n'
    sources(services, folder, *((there, DOSSIER) if first else (DOSSIER, there)))
    fetched(folder, capsys)
    assert letters(folder) == ["kst-27923-1.xml"]
    for _ in range(2):
        said = fetched(folder, capsys)
        assert "kept once" not in said
        assert letters(folder) == ["kst-27923-1.xml"]


def test_a_paper_in_two_items_of_a_feed_is_kept_once(services: Services, folder: Path, capsys: Capture) -> None:
    sources(services, folder, FEED)
    items = "".join(f"<item><title>Voortgang</title><link>{place}</link></item>" for place in ("/a.pdf", "/b.pdf"))
    services.extra["/feed"] = Sent(f"<rss><channel>{items}</channel></rss>".encode())
    services.extra |= {
        "/a.pdf": Sent(PRINTED),
        "/b.pdf": Sent(pdf(*HEAD, "Den Haag, 1 maart 2024", TEXT, "Bladzijde 1")),
    }
    assert "it is kst-27923-1 by what it prints" in fetched(folder, capsys)
    assert "kept once" not in fetched(folder, capsys)
    assert [name[0] for name in letters(folder)] == ["a"]
