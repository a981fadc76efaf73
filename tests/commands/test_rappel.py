"""`tracker rappel`: in Dutch unless asked otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.cli import main
from tracker.errors import ExitCode

pytestmark = pytest.mark.usefixtures("small")


@pytest.mark.parametrize(("words", "told"), [([], "Geachte"), (["--lang", "en"], "Dear")])
def test_its_language(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rappel", ".", *words]) == ExitCode.DONE
    assert told in capsys.readouterr().out


def test_a_word_document(tmp_path: Path) -> None:
    file = tmp_path / "rappel.docx"
    assert main(["rappel", ".", "--format", "docx", "--output", str(file)]) == ExitCode.DONE
    assert file.read_bytes().startswith(b"PK")
