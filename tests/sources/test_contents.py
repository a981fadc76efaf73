"""What came, opened: what cannot be read is not kept, nor is another paper than the one asked for."""

from __future__ import annotations

import pytest

from tests.documents.raw_pdf import raw_pdf
from tests.sources.files import PDF, html, pdf, word
from tests.sources.server import PAGE, official
from tracker.documents.layout.blocks import LinearText
from tracker.documents.read import read_source
from tracker.errors import SourceError
from tracker.sources.contents import file_words, id_in_file, seems_other, stated_other, states_itself
from tracker.sources.papers import Dossier, ListedPaper

PAPER = ListedPaper("kst-27923-2", Dossier(27923), "2", others=(Dossier(31289),))
BUDGET = ListedPaper("kst-36600-VIII-2", Dossier(36600, "VIII"), "2")
STUB = b"%PDF-1.4\n%%EOF"


def stated(paper: ListedPaper, data: bytes) -> str:
    return stated_other(paper, read_source(data).printed)


@pytest.mark.parametrize("data", [official(2), PDF, word(), html()], ids=["xml", "pdf", "word", "html"])
def test_what_can_be_read_is_opened(data: bytes) -> None:
    assert isinstance(file_words("u", data), LinearText)


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (STUB, "pdf.damaged"),
        (PDF[:300] + b"%%EOF", "pdf.damaged"),
        (raw_pdf(), "pdf.damaged"),
        (word().replace(b"word/document.xml", b"word/documens.xml"), "docx.not-whole"),
        (PAGE, "html.error-page"),
        (b"<officiele-publicatie/>", "letter.no-words"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><officiele-publicatie><al>&a;</al></officiele-publicatie>', "xml.entities"),
    ],
    ids=["stub", "half", "no-page", "no-document", "error", "empty", "entities"],
)
def test_what_cannot_be_read_is_refused_with_the_reason(data: bytes, cause: str) -> None:
    """Though it begins and ends as files of its form do."""
    with pytest.raises(SourceError) as caught:
        file_words("u", data)
    assert caught.value.message.id == "source.unusable"
    assert dict(caught.value.message.params)["cause"].id == cause


TWO = official(2, dossier="31 293").replace(
    b"</dossiernummer><titel>", b"</dossiernummer><dossiernummer>27 923</dossiernummer><titel>"
)
HEADED = html().replace(
    b"<body>",
    b"<body><p>27 923 Havens</p><p>Nr. 2 BRIEF VAN DE MINISTER</p><p>Aan de Voorzitter van de Tweede Kamer</p>",
)


@pytest.mark.parametrize(
    ("paper", "data"),
    [
        (PAPER, html()),
        (PAPER, html("Log in om kst-27923-2 te lezen.")),
        (PAPER, html("Wij stuurden Kamerstuk 27 923, nr. 2.")),
        (PAPER, html(dossiernummer="27923")),
        (PAPER, html(ondernummer="2")),
        (PAPER, b"<officiele-publicatie><al>Verslag.</al></officiele-publicatie>"),
        (PAPER, official(9)),
        (ListedPaper("blg-1"), html()),
        (ListedPaper("blg-1", title="Voortgang"), html("Log in.")),
    ],
)
def test_what_does_not_say_which_paper_it_is_may_be_anything(paper: ListedPaper, data: bytes) -> None:
    assert not states_itself(paper, read_source(data))


@pytest.mark.parametrize(
    ("paper", "data"),
    [
        (PAPER, official(2)),
        (ListedPaper("kst-27923-2", Dossier(27923), "2"), TWO),
        (PAPER, html(dossiernummer="27923", ondernummer="2")),
        (PAPER, HEADED),
        (
            ListedPaper("ah-tk-20232024-8"),
            html().replace(b"<title>", b'<meta name="DC.identifier" content="ah-tk-20232024-8"><title>'),
        ),
        (ListedPaper("brief-3fa3a0", title="Voortgang  havens"), html("De voortgang havens in 2024.")),
    ],
)
def test_a_paper_says_which_it_is(paper: ListedPaper, data: bytes) -> None:
    """By its number in one of its dossiers, its code or its title."""
    source = read_source(data)
    assert states_itself(paper, source)
    assert seems_other(paper, source, "u") is None


def test_a_scan_is_kept_for_who_makes_it_legible() -> None:
    assert file_words("u", raw_pdf("", picture=(1,))) is None


@pytest.mark.parametrize(
    ("paper", "data"),
    [
        (PAPER, official(2)),
        (PAPER, official(2, dossier="31 289")),
        (PAPER, html(dossiernummer="31293;27923", ondernummer="2")),
        (PAPER, html()),
        (PAPER, PDF),
        (BUDGET, official(2, dossier="36 600")),
        (BUDGET, official(2, dossier="36 600 VIII")),
        (ListedPaper("blg-1"), official(9)),
    ],
)
def test_a_paper_that_says_what_it_is_or_nothing_is_the_one(paper: ListedPaper, data: bytes) -> None:
    assert stated(paper, data) == ""


@pytest.mark.parametrize(
    ("paper", "data", "other"),
    [
        (PAPER, official(9), "kst-27923-9"),
        (PAPER, official(2, dossier="36 600"), "kst-36600-2"),
        (BUDGET, official(2, dossier="36 600 XV"), "kst-36600-XV-2"),
        (PAPER, html(dossiernummer="31293", ondernummer="2"), "kst-31293-2"),
        (PAPER, html(ondernummer="7"), "7"),
    ],
)
def test_a_paper_that_says_that_it_is_another_is_not(paper: ListedPaper, data: bytes, other: str) -> None:
    assert stated(paper, data) == other


@pytest.mark.parametrize(("id_", "other"), [("ah-tk-20232024-7", "ah-tk-20232024-8"), ("blg-1042786", "")])
def test_papers_without_a_dossier_are_told_apart_by_their_codes(id_: str, other: str) -> None:
    """Where both are of one style."""
    data = official(2, dossier="").replace(
        b"<metadata/>", b'<metadata><meta name="DC.identifier" content="ah-tk-20232024-8"/></metadata>'
    )
    assert stated(ListedPaper(id_), data) == other


HEAD = ("27 923 Havens", "Nr. 9 BRIEF VAN DE MINISTER", "Aan de Voorzitter van de Tweede Kamer", "Havens zijn nat.")


def test_what_reads_like_another_paper_is_told() -> None:
    """What stands above a letter is read, and reading may err: it is kept."""
    source = read_source(pdf(*HEAD))
    said = seems_other(PAPER, source, "u")
    assert said is not None
    assert dict(said.params)["printed"] == "kst-27923-9"
    assert seems_other(ListedPaper("kst-27923-9", Dossier(27923), "9"), source, "u") is None
    assert seems_other(PAPER, read_source(PDF), "u") is None


@pytest.mark.parametrize(
    ("data", "id_"),
    [
        (PDF, ""),
        (pdf("27 923 Havens", "Aan de Voorzitter van de Tweede Kamer"), ""),
        (pdf("Aan de Voorzitter", *(f"Zie Kamerstuk 27 923, nr. {number}." for number in (4, 5, 6))), ""),
        (HEADED, "kst-27923-2"),
        (official(2), "kst-27923-2"),
        (
            pdf("36 600 VIII", "Nr. 7 BRIEF VAN DE MINISTER", "Aan de Voorzitter van de Tweede Kamer"),
            "kst-36600-VIII-7",
        ),
    ],
    ids=["silent", "dossier", "references", "page", "xml", "budget"],
)
def test_a_file_says_which_paper_it_is_by_dossier_and_number_alone(data: bytes, id_: str) -> None:
    """Not by the papers that it refers to."""
    assert id_in_file(read_source(data)) == id_
