"""What was read of the letters of a folder, one line each."""

from __future__ import annotations

from tracker.documents.lossless import count_words
from tracker.documents.read import ReadResult
from tracker.i18n.catalog import gettext, text_of
from tracker.text.escape import plain
from tracker.views.labels import word
from tracker.views.names import when


def render(reading: ReadResult) -> str:
    """The letters in order of date, then what was refused, then what the reader should know."""
    lines = [
        gettext(
            "read.letter", path=one.path, number=count_words(one), date=when(one, "long"), source=word(one.date_source)
        )
        for one in reading.letters
    ]
    lines += [gettext("totals.not-read", file=row.path, reason=text_of(row.reason)) for row in reading.refused]
    lines += map(text_of, reading.notices)
    return "".join(f"{plain(line)}\n" for line in lines)
