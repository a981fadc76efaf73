"""What dates a letter: the first that there is of folder, head, file name, text and file properties."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable

import docx
import pytest
from fpdf import FPDF

from tracker.documents import read_letter
from tracker.documents.formats.docx import read as read_word
from tracker.documents.manifest import ManifestEntry
from tracker.model import DateSource, Letter

_TEXT = "De brug over de rivier wordt hersteld. Volgend jaar sturen wij uw Kamer het plan."


def _pdf(text: str, made: dt.datetime | None) -> bytes:
    page = FPDF()
    page.creation_date = made
    page.add_page()
    page.set_font("helvetica", size=11)
    page.write(5, text)
    return bytes(page.output())


def _word(text: str, saved: dt.datetime | None) -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    if saved:
        document.core_properties.modified = saved
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _notices(letter: Letter) -> list[str]:
    return [notice.id for notice in letter.notices if not isinstance(notice, str)]


_MADE = dt.datetime(2021, 3, 4, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(("path", "write"), [("x.pdf", _pdf), ("x.docx", _word)])
def test_the_properties_of_a_file_are_the_last_resort_and_told(
    path: str, write: Callable[[str, dt.datetime | None], bytes]
) -> None:
    """A letter that prints no date is of the day on which its file was made, and the reader is told so."""
    letter = read_letter(path, write(_TEXT, _MADE))
    assert (letter.date, letter.date_source) == (dt.date(2021, 3, 4), DateSource.FILE)
    assert letter.date_evidence == (f"{path}: 2021-03-04",)
    assert "notice.date-of-file" in _notices(letter)


def test_a_printed_day_outweighs_the_file() -> None:
    """What the paper says of itself is more than when somebody saved it."""
    letter = read_letter("x.pdf", _pdf(f"Datum 1 oktober 2020\n\n{_TEXT}", _MADE))
    assert (letter.date, letter.date_source) == (dt.date(2020, 10, 1), DateSource.HEADER)
    assert "notice.date-of-file" not in _notices(letter)


@pytest.mark.parametrize("text", ["In maart 2022 heeft de raad dit besloten.", "Begin 2019 zal de brug opengaan."])
def test_text_that_speaks_against_the_file_leaves_the_date_unknown(text: str) -> None:
    """A scan of later years is no date, nor is a template's day of earlier ones."""
    letter = read_letter("x.pdf", _pdf(f"{text} {_TEXT}", _MADE))
    assert (letter.date, letter.date_source) == (None, DateSource.UNKNOWN)


def test_the_library_that_wrote_a_document_dates_nothing() -> None:
    """Programs that set no date leave the one of the library that they use."""
    assert read_word(_word(_TEXT, None)).printed.made is None


def test_the_folder_outweighs_all() -> None:
    """What letters.toml states holds, and nothing is said of the file."""
    letter = read_letter("x.pdf", _pdf(_TEXT, _MADE), ManifestEntry("x.pdf", date="2020-05-05"))
    assert (letter.date, letter.date_source) == (dt.date(2020, 5, 5), DateSource.MANIFEST)


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2021-03-04_brief.txt", dt.date(2021, 3, 4)),
        ("brief_20210304.txt", dt.date(2021, 3, 4)),
        ("ah-tk-20232024-12.txt", None),
        ("brief_20211304.txt", None),
        ("2021-03-04_over_2020-01-01.txt", None),
    ],
)
def test_a_day_in_the_name_of_a_file(path: str, day: dt.date | None) -> None:
    """A name holds one day of the calendar or none."""
    assert read_letter(path, _TEXT.encode()).date == day


def test_a_row_of_labels_and_signs_is_read_in_a_moment() -> None:
    line = f"Datum {'(' * 400}x\n\n"
    assert read_letter("x.txt", f"Den Haag\n\n{line}Wij sturen u in mei 2022 een plan.\n".encode()).date is None


_ANSWERED = "De vragen zijn op 6 november 2024 voorgelegd. Bij brief van {day} zijn de vragen beantwoord."


@pytest.mark.parametrize(
    ("head", "day", "date"),
    [
        ("Vastgesteld 16 januari 2024", "16 januari 2025", dt.date(2025, 1, 16)),
        ("Vastgesteld 16 januari 2025", "16 januari 2025", dt.date(2025, 1, 16)),
        ("Vastgesteld 16 januari 2024", "17 januari 2025", dt.date(2024, 1, 16)),
        ("Vastgesteld 16 mei 2024", "16 mei 2025", dt.date(2024, 5, 16)),
        ("Vastgesteld 6 januari 2024", "06-01-2025", dt.date(2025, 1, 6)),
        ("Vastgesteld 6 januari 2024", "6-1-2025", dt.date(2025, 1, 6)),
    ],
)
def test_the_old_year_in_january_is_a_slip_where_the_text_holds_the_new_day_to_be_past(
    head: str, day: str, date: dt.date
) -> None:
    """Only the same day a year on, in the first months; and that is told."""
    letter = read_letter("x.txt", f"{head}\n\n{_ANSWERED.format(day=day)} {_TEXT}\n".encode())
    assert letter.date == date
    assert ("notice.date-slip" in _notices(letter)) is (letter.date_source is DateSource.INFERRED)


_VALUES = {
    "Datum raadsvergadering": "26 maart 2031",
    "Datum B&W": "3 maart 2031",
    "Onderwerp": "Voortgang van de brug",
    "Portefeuillehouder": "J. de Vries",
}


def test_a_word_table_of_labels_and_values_dates_and_names_the_paper() -> None:
    """The day of the council's meeting is not that of the paper where another is printed."""
    document = docx.Document()
    table = document.add_table(len(_VALUES), 2)
    for row, pair in zip(table.rows, _VALUES.items(), strict=True):
        row.cells[0].text, row.cells[1].text = pair
    document.add_paragraph(_TEXT)
    file = io.BytesIO()
    document.save(file)
    letter = read_letter("x.docx", file.getvalue())
    assert (letter.date, letter.date_source) == (dt.date(2031, 3, 3), DateSource.HEADER)
    assert letter.title == "Voortgang van de brug"
    assert letter.date_evidence == ("Datum B&W 3 maart 2031",)


def test_labels_side_by_side_with_a_day_below_the_subject_give_no_title() -> None:
    """The line below "Onderwerp" is then the value of the first label."""
    head = "Datum\n\nOnderwerp\n\n3 maart 2031\n\nVoortgang van de brug"
    assert read_letter("x.txt", f"{head}\n\n{_TEXT}\n".encode()).title != "3 maart 2031"
