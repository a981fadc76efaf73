"""`tracker read`: a line a letter."""

from __future__ import annotations

from tests.ledgers import NEW, OLD
from tracker.documents.read import ReadResult
from tracker.i18n.message import message
from tracker.model import Refusal
from tracker.render.reading import render


def test_letters_then_refusals_then_notices() -> None:
    refused = (Refusal("scan\x1b.pdf", message("pdf.pictures")),)
    lines = render(ReadResult((OLD, NEW), refused, (message("stale.no-letter", letter="kst-9"),))).splitlines()
    assert [line.partition(":")[0] for line in lines[:2]] == [OLD.path, NEW.path]
    assert "2020-03-02" in lines[0]
    assert "scan" in lines[2]
    assert "kst-9" in lines[3]
    assert "\x1b" not in "".join(lines)
