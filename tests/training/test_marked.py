"""Papers written for training: their marks, what is wrong with a line, and that all of them are read whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.extraction.analysed_sentence import AnalysedSentence
from tracker.model import Firmness, Kind, Outcome
from tracker.training.annotations import Gold
from tracker.training.marked import ENDING, read_marked

MADE = Path(__file__).parents[1] / "gold" / "made"
PAPER = """@ 2024-05-14 | statenbrief | Voortgang van de veren
#\tStand van zaken
R delivered\tIn januari hebben wij de dienstregeling vastgesteld.
.\tDe veren vervoeren per jaar 3 miljoen reizigers.

F deliver + ?R in_progress\t- Nieuwe steiger voor Lauwersoog in het najaar van 2024
.\tDe tabel volgt.
F target\tReizigers | 2023: 3 mln | 2025: 4 mln
"""


def written(folder: Path, text: str) -> Path:
    (folder / f"waddenzee-01{ENDING}").write_text(text, encoding="utf-8")
    return folder


def said(folder: Path) -> dict[str, tuple[Gold, ...]]:
    (paper,) = read_marked(folder)
    pairs: list[tuple[AnalysedSentence, tuple[Gold, ...]]] = list(
        zip(paper.analysed.sentences, paper.labels, strict=True)
    )
    return {sentence.text: labels for sentence, labels in pairs}


def test_each_line_says_what_its_marks_say(tmp_path: Path) -> None:
    rows = said(written(tmp_path, PAPER))
    assert [row.outcome for row in rows["In januari hebben wij de dienstregeling vastgesteld."]] == [Outcome.DELIVERED]
    assert rows["De veren vervoeren per jaar 3 miljoen reizigers."] == ()
    item = rows["Nieuwe steiger voor Lauwersoog in het najaar van 2024"]
    assert [(row.firmness, row.kind, row.outcome, row.doubt) for row in item] == [
        (Firmness.FIRM, Kind.DELIVER, None, False),
        (None, None, Outcome.IN_PROGRESS, True),
    ]


def test_a_row_of_a_table_is_read_as_one(tmp_path: Path) -> None:
    (labels,) = (rows for text, rows in said(written(tmp_path, PAPER)).items() if text.startswith("Reizigers"))
    assert [row.kind for row in labels] == [Kind.TARGET]


def test_a_paper_has_its_day(tmp_path: Path) -> None:
    (paper,) = read_marked(written(tmp_path, PAPER))
    assert paper.body == "waddenzee"
    (deadline,) = {
        time.deadline.end
        for sentence in paper.analysed.sentences
        for time in sentence.times
        if time.deadline and "najaar" in sentence.text
    }
    assert str(deadline) == "2024-11-30"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("F deliver Zonder tab.", "line 2: a line needs marks, a tab and a text"),
        ("F build\tWij bouwen een kade.", "line 2: 'F build' are no marks"),
        ("Q deliver\tWij bouwen een kade.", "line 2: 'Q deliver' are no marks"),
        ("R done\tDe kade is klaar.", "line 2: 'R done' are no marks"),
    ],
)
def test_a_line_that_is_not_of_the_form_is_told(tmp_path: Path, line: str, fault: str) -> None:
    written(tmp_path, f"@ 2024-05-14 | brief | Kade\n{line}\n")
    with pytest.raises(ValueError, match=fault):
        list(read_marked(tmp_path))


def test_a_paper_without_its_day_is_told(tmp_path: Path) -> None:
    written(tmp_path, "#\tKade\n")
    with pytest.raises(ValueError, match="line 1: a paper begins with its day"):
        list(read_marked(tmp_path))


def test_the_papers_of_the_project_are_of_the_form() -> None:
    """Their first one is read; the form of the others is looked at without reading them."""
    paths = sorted(MADE.glob(f"*{ENDING}"))
    assert len(paths) > 50
    for path in paths:
        first, *lines = path.read_text(encoding="utf-8").splitlines()
        assert first.startswith("@ 20"), path.name
        assert all("\t" in line for line in lines if line.strip()), path.name
