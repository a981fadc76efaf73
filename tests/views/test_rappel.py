"""The letter of reminder: addressed by office, each open promise once, room for the reply."""

from __future__ import annotations

import io

import docx
import pytest
from msgspec.structs import replace

from tests.ledgers import HOSTILE, LAPSED, NEW, OLD, POSTPONED, SMALL
from tracker.i18n.catalog import speaking
from tracker.ledger.queries import Index
from tracker.model import MissingPaper
from tracker.render import rappel_docx, rappel_markdown
from tracker.views.rappel import RappelContent, content
from tracker.views.totals import SHOWN

OFFICE = "De Minister van Havens"
SIGNED = replace(NEW, offices=(OFFICE,))


@pytest.fixture
def letters() -> RappelContent:
    with speaking("nl"):
        return content(Index(replace(SMALL, letters=(OLD, SIGNED))))


def test_it_asks_those_who_signed_last_for_each_open_promise(letters: RappelContent) -> None:
    (letter,) = letters.letters
    assert letter.to == "Aan de minister van Havens"
    assert [row.thread for row in letter.items] == [LAPSED.id, POSTPONED.id]
    assert letter.items[1].deadline == "eind 2021 [31 dec 2021] → eind 2023 [31 dec 2023]"
    assert letter.heads[-2:] == ("Nieuwe verwachte datum", "Reactie")
    assert "2 toezeggingen" in letter.paragraphs[0]


def test_what_predecessors_promised_is_told_to_be_theirs(letters: RappelContent) -> None:
    assert "voorgangers" not in letters.letters[0].paragraphs[0]
    heir = replace(SIGNED, signatories=("B. Opvolger",))
    (letter,) = content(Index(replace(SMALL, letters=(OLD, heir)))).letters
    assert letter.paragraphs[0].endswith(" 2 of them were made by your predecessors.")


def test_several_offices_are_greeted_as_several() -> None:
    both = replace(NEW, signatories=("A. Minister", "B. Minister"), offices=(OFFICE, "De Minister van Sluizen"))
    with speaking("nl"):
        (letter,) = content(Index(replace(SMALL, letters=(OLD, both)))).letters
    assert letter.to == "Aan de minister van Havens en de minister van Sluizen"
    assert letter.salutation == "Geachte bewindslieden,"


def test_what_is_asked_after_is_quoted_in_the_whole_sentence_that_names_the_day() -> None:
    index = Index(SMALL)
    whole = {row.id: replace(row, sentence=f"Ook geldt dat {row.quote}") for row in SMALL.commitments}
    (letter,) = content(Index(replace(SMALL, threads=(LAPSED,), commitments=tuple(whole.values())))).letters
    carrier = index.carrier(LAPSED)
    assert carrier is not None
    assert [row.quote for row in letter.items] == [whole[carrier.id].sentence]


@pytest.mark.parametrize(
    ("office", "salutation"),
    [
        ("Wethouder van Wegen", "Geachte heer, mevrouw,"),
        ("De dijkgraaf", "Geachte heer, mevrouw,"),
        ("", "Geachte heer, mevrouw,"),
        ("De Minister voor Sluizen", "Geachte minister,"),
        ("STAATSSECRETARIS VAN SLUIZEN", "Geachte staatssecretaris,"),
        ("de minister-president", "Geachte minister-president,"),
    ],
)
def test_who_answers_is_greeted_by_the_role(office: str, salutation: str) -> None:
    with speaking("nl"):
        (letter,) = content(Index(replace(SMALL, letters=(OLD, replace(NEW, offices=(office,)))))).letters
    assert letter.salutation == salutation


def test_where_nobody_signed_there_is_room_for_a_name() -> None:
    unsigned = tuple(replace(letter, signatories=()) for letter in SMALL.letters)
    (letter,) = content(Index(replace(SMALL, letters=unsigned))).letters
    assert letter.to == "To the minister responsible"
    town = tuple(replace(letter, dossier=None) for letter in unsigned)
    (letter,) = content(Index(replace(SMALL, letters=town))).letters
    assert (letter.to, letter.salutation) == ("To whoever answers for these letters", "Dear Sir or Madam,")


def test_the_word_document_holds_what_markdown_says(letters: RappelContent) -> None:
    document = docx.Document(io.BytesIO(rappel_docx.write(letters)))
    markdown = rappel_markdown.write(letters)
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == list(letters.letters[0].heads)
    assert len(table.rows) == 1 + len(letters.letters[0].items)
    assert [row.cells[-1].text for row in table.rows[1:]] == ["", ""]
    assert all(row.title in markdown and row.thread in markdown for row in letters.letters[0].items)
    assert "Geachte minister," in [row.text for row in document.paragraphs]


def test_the_same_letters_give_the_same_bytes(letters: RappelContent) -> None:
    assert rappel_docx.write(letters) == rappel_docx.write(letters)


def test_a_hostile_text_is_text() -> None:
    thread = replace(LAPSED, title=HOSTILE + " | *x* \ud800\x00")
    found = content(Index(replace(SMALL, threads=(thread,))))
    assert "\x1b" not in rappel_markdown.write(found)
    assert docx.Document(io.BytesIO(rappel_docx.write(found))).tables


def test_nothing_open_is_no_letter() -> None:
    assert rappel_markdown.write(content(Index(replace(SMALL, threads=())))) == ""


def test_papers_that_are_cut_off_end_with_their_own_mark() -> None:
    rows = tuple(MissingPaper(f"kst-{at}", "12345", str(at), (OLD.id,), at) for at in range(1, SHOWN + 3))
    for found, end in ((rows, " …"), (rows[:1], "(1×).")):
        (letter,) = content(Index(replace(SMALL, missing=found))).letters
        assert letter.paragraphs[-1].endswith(end)
