"""Documents of others, and folders in which letters are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SEEDS
from tracker.export.among_letters import is_of_others, keeps_letters


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("msgspec>=0.18\ntextual\n", False),
        ("", False),
        ("Boodschappen voor 12 maart: brood, melk en kaas.", False),
        ('<!doctype html>\n<meta name="generator" content="progress-letter-tracker">\nDen Haag, 12 maart 2024', False),
        ("Den Haag, 12 maart 2024\n\nGeachte voorzitter,\n\nIn mei stuur ik u het plan.", True),
        ((SEEDS / "2017-12-01_kst-27923-283.txt").read_text(encoding="utf-8"), True),
    ],
)
def test_a_folder_keeps_letters_where_a_document_has_a_dossier_or_a_day(tmp_path: Path, text: str, kept: bool) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert keeps_letters(tmp_path) is kept


def test_what_cannot_be_read_is_no_letter(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 cut off")
    assert not keeps_letters(tmp_path)
    assert not keeps_letters(tmp_path / "nowhere")


@pytest.mark.parametrize(
    "data", [b"PK no package", b"text", b"<!doctype html>" + b" " * 5000 + b'<meta name="generator"']
)
def test_what_does_not_say_that_it_is_ours_is_of_others(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.docx").write_bytes(data)
    assert is_of_others(tmp_path / "a.docx")
