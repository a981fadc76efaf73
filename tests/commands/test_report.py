"""Page one of the report tells what reading could not find."""

import subprocess
import sys
from pathlib import Path

import pytest

from tracker.cli import main

ROOT = Path(__file__).parents[2]
UNDATED = "Geachte voorzitter,\n\nDe brug gaat volgend jaar open voor fietsers.\n"


@pytest.mark.parametrize(("text", "told"), [(UNDATED, True), (f"Den Haag, 3 mei 2030\n\n{UNDATED}", False)])
def test_a_letter_without_a_date_is_told_with_the_remedy(tmp_path, capsys, text, told):
    (tmp_path / "a.txt").write_text(text)
    main(["report", str(tmp_path)])
    assert ("tracker init" in capsys.readouterr().out) is told


def test_torn_sentences_are_counted(tmp_path, capsys):
    torn = "Den Haag, 3 mei 2030\n\nGeachte voorzitter,\n\nDe brug is open.\n\nen de tunnel ook.\n"
    (tmp_path / "a.txt").write_text(torn)
    main(["report", str(tmp_path)])
    assert "torn" in capsys.readouterr().out


@pytest.mark.usefixtures("remembering")
def test_what_is_remembered_is_told_without_loading_what_reads(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    script = (
        "import sys; from tracker.cli import main; main(['report', sys.argv[1]]); print(*sys.modules, file=sys.stderr)"
    )
    (tmp_path / "a.txt").write_text(UNDATED)
    command = [sys.executable, "-c", script, str(tmp_path)]
    main(["report", str(tmp_path)])
    first = capsys.readouterr().out
    assert "numpy" in sys.modules
    again = subprocess.run(command, capture_output=True, cwd=ROOT, check=True)
    assert again.stdout.decode() == first
    assert not {"numpy", "lxml", "pypdfium2", "simplemma"} & set(again.stderr.decode().split())
