"""What an analyst's rulings teach: told, kept where asked for, told in every ledger, and forgotten."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests import repositories
from tracker.cli import main
from tracker.commands.source import CollectionSource
from tracker.errors import ExitCode
from tracker.extraction.learned.correction import FILE_NAME

pytestmark = pytest.mark.slow

AIMS = (
    *("veilige vaarwegen", "schone havens", "brede bruggen", "stille veerboten", "ruime sluizen", "sterke kades"),
    "groene oevers",
)


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """Letters on a harbour, the newest with some sentences of one kind."""
    folder = repositories.write(tmp_path / "brieven")
    newest = folder / repositories.NAMES[2]
    aims = "\n".join(f"Wij maken ons sterk voor {words}.\n" for words in AIMS)
    newest.write_text(newest.read_text(encoding="utf-8") + "\n" + aims, encoding="utf-8")
    return folder


def decide(letters: Path, *words: str) -> None:
    assert main(["decide", *words, "--why", "x", "--by", "A", "--in", str(letters)]) == ExitCode.DONE


@pytest.fixture
def ruled(letters: Path) -> Path:
    """The same with rulings: all of them but the last promise nothing, a pledge is one."""
    for words in AIMS[:-1]:
        decide(letters, "no-promise", words)
    decide(letters, "kind", "actieplan", "deliver")
    return letters


def learn(capsys: pytest.CaptureFixture[str], letters: Path, *words: str) -> str:
    capsys.readouterr()
    assert main(["learn", str(letters), *words]) == ExitCode.DONE
    return capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], letters: Path, *words: str) -> str:
    capsys.readouterr()
    assert main(["learn", str(letters), *words]) == ExitCode.USER
    fault = capsys.readouterr()
    assert fault.out == ""
    return fault.err


def quotes(letters: Path, rev: str | None = None) -> list[str]:
    return [row.quote for row in CollectionSource(letters, rev=rev).ledger.commitments]


def holds(letters: Path, words: str, rev: str | None = None) -> bool:
    return any(words in quote for quote in quotes(letters, rev))


def test_nothing_is_kept_unless_asked_for(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = quotes(ruled)
    told = learn(capsys, ruled)
    right = re.search(r"right on 1 of 7 as it is, on ([2-7]) as the others teach it", told)
    assert right
    assert told.count("wrong → right: ") == int(right[1]) - 1
    assert "soft → no promise: “Wij maken ons sterk voor groene oevers.” (kst-12345-12)" in told
    assert "Nothing is kept" in told
    assert not (ruled / FILE_NAME).exists()
    assert quotes(ruled) == before


def test_what_is_kept_is_applied_and_told(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    without = CollectionSource(ruled).ledger
    learn(capsys, ruled, "--keep")
    ledger = CollectionSource(ruled).ledger
    assert ledger.detector == f"{without.detector}+learned"
    assert not without.notices
    (notice,) = map(str, ledger.notices)
    assert f"({FILE_NAME}; rulings: 7, statements changed when it was kept: 1)" in notice
    assert not holds(ruled, AIMS[-1])
    assert holds(ruled, "actieplan")
    main(["report", str(ruled)])
    assert FILE_NAME in capsys.readouterr().out


def test_it_is_the_same_each_time_and_not_built_on_itself(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = learn(capsys, ruled)
    learn(capsys, ruled, "--keep")
    kept = (ruled / FILE_NAME).read_bytes()
    assert learn(capsys, ruled) == told
    learn(capsys, ruled, "--keep")
    assert (ruled / FILE_NAME).read_bytes() == kept


def test_it_is_forgotten(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = quotes(ruled)
    learn(capsys, ruled, "--keep")
    learn(capsys, ruled, "--forget")
    assert quotes(ruled) == before
    assert "nothing was learned" in refused(capsys, ruled, "--forget")


def test_a_revision_is_read_with_what_was_kept_then(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", "-C", str(ruled), *words], check=True, capture_output=True)

    git("init")
    git("add", ".")
    git("commit", "-m", "letters")
    learn(capsys, ruled, "--keep")
    git("add", ".")
    git("commit", "-m", "learned")
    assert holds(ruled, AIMS[-1], "HEAD~")
    assert not holds(ruled, AIMS[-1], "HEAD")


def test_too_few_rulings_teach_nothing(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "0 rulings on quotes" in refused(capsys, letters)
    decide(letters, "no-promise", AIMS[0])
    decide(letters, "note", "actieplan", "let op")
    assert "1 ruling on quotes can be learned from, and at least 4" in refused(capsys, letters, "--keep")


def test_what_gains_nothing_is_kept_only_anyway(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in ("kademuren", "actieplan", "veerverbindingen", "in oktober 2020"):
        decide(letters, "kind", words, "deliver")
    assert "It gains nothing" in learn(capsys, letters)
    assert "right on 4 of 4 rulings without it and on 4 with it" in refused(capsys, letters, "--keep")
    assert not (letters / FILE_NAME).exists()
    learn(capsys, letters, "--keep", "--anyway")
    assert (letters / FILE_NAME).exists()


def test_a_file_with_faults_is_told_and_can_be_forgotten(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (ruled / FILE_NAME).write_text("rulings = 'many'", encoding="utf-8")
    assert main(["report", str(ruled)]) == ExitCode.USER
    assert "'tracker learn --forget'" in capsys.readouterr().err
    learn(capsys, ruled, "--forget")
    assert main(["report", str(ruled)]) == ExitCode.DONE


def test_it_is_told_in_dutch(ruled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = learn(capsys, ruled, "--lang", "nl")
    assert "inspanning → geen toezegging: “Wij maken ons sterk voor groene oevers.”" in told
