"""Whatever letters hold, every face answers; what a fault of ours costs is left out and told, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.every_face import faces
from tests.mutated_files import PRINTED, broken
from tests.mutations import series
from tracker import incremental_ledger
from tracker.cli import main
from tracker.documents import read, read_letter
from tracker.errors import ExitCode, LetterError, left_out_from_now
from tracker.extraction import letter_statements
from tracker.status import verdict

ONE = "Brief van 3 maart 2020\n\nIn oktober 2020 leveren wij de kade op. Eind 2020 informeren wij u over de sluis.\n"
TWO = "Brief van 3 maart 2021\n\nIn mei 2022 sturen wij u een plan voor de bruggen.\n"


@pytest.mark.slow
@settings(max_examples=5)
@given(st.integers(0, 2**32).map(Random))
def test_every_face_survives_every_series(chance: Random) -> None:
    """And nothing is left out for a fault of ours; tests/benchmarks/bench_attack.py does the same by the thousand."""
    left_out = left_out_from_now()
    assert all(answer is not None for _, answer in faces(series(chance)))
    assert left_out == []


@settings(max_examples=40)
@given(st.integers(0, 2**32).map(Random), st.sampled_from([name for name in PRINTED if not name.endswith(".pdf")]))
@example(Random(74), "paper.odt")  # noqa: S311 (an archive whose parts lie before its beginning)
def test_a_broken_file_is_read_whole_or_refused(chance: Random, name: str) -> None:
    """tests/benchmarks/bench_attack.py does the same by the hundred thousand, with PDFs."""
    told = ""
    try:
        read_letter(name, broken(chance, name))
    except LetterError as fault:
        told = fault.message.id
    assert told != "letter.not-whole"


@pytest.fixture
def brieven(tmp_path: Path) -> Path:
    """Two letters."""
    (tmp_path / "een.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "twee.txt").write_text(TWO, encoding="utf-8")
    return tmp_path


def failing(action: Callable[..., Any], word: str) -> Callable[..., Any]:
    """The action with a fault of ours where a word is met."""

    def act(*given: Any, **more: Any) -> Any:
        if word in getattr(getattr(given[0], "letter", None), "text", repr(given[0])):
            raise ZeroDivisionError(word)
        return action(*given, **more)

    return act


@pytest.mark.parametrize(
    ("room", "name", "word", "told"),
    [
        pytest.param(read, "read_letter", "twee.txt", "not read: twee.txt", id="a letter that cannot be read"),
        pytest.param(
            letter_statements, "extract", "bruggen", "not read: twee.txt", id="a letter that cannot be analysed"
        ),
        pytest.param(verdict, "_judge", "sluis", "left out: “Eind 2020", id="a promise that cannot be judged"),
    ],
)
def test_one_bad_apple_takes_nothing_else_down(
    room: Any,
    name: str,
    word: str,
    told: str,
    brieven: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(room, name, failing(getattr(room, name), word))
    assert main(["report", str(brieven), "--all"]) == ExitCode.INCOMPLETE
    out, err = capsys.readouterr()
    assert err.startswith("tracker: something was left out of the answer: ")
    assert err.count("\n") == 1
    assert told in out
    assert "“In oktober 2020 leveren wij de kade op.”" in out


def test_what_fails_with_everything_is_a_bug(brieven: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incremental_ledger, "linker_after", failing(incremental_ledger.linker_after, ""))
    assert main(["report", str(brieven)]) == ExitCode.BUG
