"""Excel workbooks as rows of words."""

from __future__ import annotations

import datetime as dt
import io
from contextlib import suppress

import openpyxl
import pytest

from tracker.errors import LetterError
from tracker.sources.workbook import sheets_of


def book(*rows: list[object]) -> bytes:
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    made.create_sheet("Leeg")
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def test_words_numbers_and_days() -> None:
    first, second = sheets_of(book(["Nr.", None, "Datum"], [913, True, dt.date(2023, 5, 11)], ["", 2.5]))
    assert first == (("Nr.", "", "Datum"), ("913", "1", "2023-05-11"), ("", "2.5"))
    assert second == ()


def test_broken_workbooks_are_refused_or_read() -> None:
    data = book(["Nummer", "Toezegging"], ["T-1", "Het hek komt."])
    for at in range(0, len(data), 17):
        broken = bytearray(data)
        broken[at] ^= 1 + at % 255
        with suppress(LetterError):
            sheets_of(bytes(broken))


def test_what_is_no_workbook_is_refused() -> None:
    with pytest.raises(LetterError, match="damaged"):
        sheets_of(b"PK\x03\x04")
