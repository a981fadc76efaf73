"""What goes wrong is one sentence on standard error with the remedy; standard output stays empty."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.ledgers import SMALL
from tracker import pipeline
from tracker.cli import main
from tracker.commands import source
from tracker.documents import ReadResult, read
from tracker.errors import ExitCode
from tracker.ledger.rejudging import Judged
from tracker.model import Collection

pytestmark = pytest.mark.usefixtures("shared")

ROOT = Path(__file__).parents[2]
LETTER = "Geachte voorzitter,\n\nIn oktober 2020 informeren we u over de veren.\n"
MANIFEST = '[[letter]]\npath = "a.txt"\ndate = "soon"\ncolour = "red"\n'


def fault(capsys: pytest.CaptureFixture[str], *words: str, code: ExitCode = ExitCode.USER) -> str:
    """The one sentence of a command that goes wrong."""
    assert main(words) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("tracker: ")
    assert captured.err.count("\n") == 1
    assert "Traceback" not in captured.err
    return captured.err


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["nonsense"], id="no such command"),
        pytest.param(["report", "--nonsense"], id="no such option"),
        pytest.param(["report", "--status", "late"], id="no such status"),
        pytest.param(["report", "--as-of", "yesterday"], id="no such day"),
        pytest.param(["diff", "2023"], id="an argument too few"),
        pytest.param(["export", "--format", "yaml"], id="no such format"),
    ],
)
def test_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert "--help'" in fault(capsys, *words)


@pytest.mark.parametrize("words", [["report"], ["audit"], ["export"]], ids=" ".join)
def test_a_folder_that_is_not_there(words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "nowhere" in fault(capsys, *words, str(tmp_path / "nowhere"))


def test_a_folder_without_letters(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fault(capsys, "report", str(tmp_path))
    (tmp_path / "README.md").write_text("no letter", encoding="utf-8")
    fault(capsys, "report", str(tmp_path))


def test_here_are_no_letters(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "seeds" in fault(capsys, "report")


def test_one_letter_in_two_files_is_read_once_and_told(
    seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.txt", "b.txt"):
        shutil.copy(seeds / "2017-12-01_kst-27923-283.txt", tmp_path / name)
    assert main(["report", str(tmp_path)]) == ExitCode.DONE
    said = "".join(capsys.readouterr())
    assert "a.txt" in said
    assert "b.txt" in said


def test_a_faulty_manifest_tells_all_its_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "letters.toml").write_text(MANIFEST, encoding="utf-8")
    sentence = fault(capsys, "report", str(tmp_path))
    assert "date" in sentence
    assert "colour" in sentence


def test_what_is_not_text_is_told_and_the_rest_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(bytes(range(256)) * 40)
    assert main(["report", str(tmp_path)]) == ExitCode.DONE
    assert "not read: b.txt" in capsys.readouterr().out
    assert "b.txt" in fault(capsys, "report", "--strict", str(tmp_path))


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(
    "words",
    [["show", "1848"], ["diff", "2023", "kst-0-0"], ["report", "--letter", "1848"], ["thread", "vliegdekschip"]],
    ids=" ".join,
)
def test_an_unknown_letter_or_thread(
    words: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    fault(capsys, *words)


def test_a_day_before_every_letter(capsys: pytest.CaptureFixture[str]) -> None:
    assert "1848-01-01" in fault(capsys, "report", str(ROOT / "seeds"), "--as-of", "1848-01-01")


def test_nothing_that_can_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_bytes(bytes(range(256)) * 40)
    assert "a.txt" in fault(capsys, "report", str(tmp_path))


def test_an_unknown_revision(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert "no-such-rev" in fault(capsys, "report", "seeds", "--rev", "no-such-rev")


def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert "nowhere.txt" in fault(capsys, "text", "nowhere.txt")


def test_a_hostile_argument_is_shown_harmless(capsys: pytest.CaptureFixture[str]) -> None:
    assert "\x1b" not in fault(capsys, "report", "\x1b[31mnowhere")


def test_interrupted(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(source, "load_collection", interrupt)
    assert main(["report", "seeds"]) == ExitCode.INTERRUPTED
    assert capsys.readouterr().out == ""


def test_a_bug_is_one_sentence_and_a_log(
    sealed: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("deep inside")

    monkeypatch.setattr(source, "load_collection", fail)
    sentence = fault(capsys, "report", "seeds", code=ExitCode.BUG)
    log = next(sealed.rglob("faults.log"))
    assert str(log) in sentence
    assert "deep inside" in log.read_text(encoding="utf-8")


def test_a_closed_pipe_ends_quietly() -> None:
    """As in `tracker export --schema | head -c 1`."""
    writer = subprocess.Popen(
        [sys.executable, "-m", "tracker", "export", "--schema"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert writer.stdout is not None
    assert writer.stderr is not None
    writer.stdout.close()
    assert writer.stderr.read() == b""
    writer.stderr.close()
    assert writer.wait() == ExitCode.DONE


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tracker", "export", "--schema"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == ExitCode.USER
    assert b"cannot be written" in done.stderr


@pytest.mark.parametrize(
    ("encoding", "locale"),
    [
        pytest.param("ascii", "nl_NL.UTF-8", id="its encoding"),
        pytest.param("utf-8", "C", id="its locale"),
    ],
)
def test_signs_that_the_terminal_lacks_are_drawn(encoding: str, locale: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "read_collection", lambda _: ReadResult(SMALL.letters, SMALL.refused, ()))
    monkeypatch.setattr(pipeline, "open_collection", lambda folder, rev: Collection("havens", ()))
    monkeypatch.setattr(pipeline, "judge_read", lambda *_, **__: Judged(SMALL))
    printed = io.BytesIO()
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.setattr("sys.stdout", SimpleNamespace(buffer=printed, encoding=encoding, isatty=lambda: True))
    assert main(["report", ".", "--lang", "en"]) == ExitCode.DONE
    told = printed.getvalue().decode("ascii")
    assert " | " in told
    assert '"' in told


DEEP, DEEP_KEY = "a = " + "[" * 100_000, "a." * 50_000 + "a = 1"


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["report", "x" * 300], id="a folder with too long a name"),
        pytest.param(["text", "x" * 300], id="a file with too long a name"),
        pytest.param(["audit", "seeds", "--output", "x" * 300], id="an output with too long a name"),
        pytest.param(["audit", "seeds", "--baseline", "/dev/zero"], id="a baseline without end"),
        pytest.param(["audit", "seeds", "--baseline", "pyproject.toml"], id="a baseline that is no JSON"),
        pytest.param(["tui", "seeds"], id="no terminal"),
    ],
)
def test_what_the_user_can_mend_is_no_bug(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    fault(capsys, *words)


@pytest.mark.parametrize("verb", ["topics", "report", "export"])
def test_a_baseline_that_is_another_saved_answer_is_refused(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")
    saved = tmp_path / "known.json"
    for words, code in (([verb], ExitCode.USER), (["audit"], ExitCode.DONE)):
        assert main([*words, str(tmp_path), "--format", "json", "--output", str(saved)]) == ExitCode.DONE
        assert main(["audit", str(tmp_path), "--baseline", str(saved)]) == code
    assert "no saved audit" in capsys.readouterr().err


@pytest.mark.parametrize("words", ["report loop", "audit loop --baseline loop", "audit . --output loop", "read loop"])
def test_links_that_lead_back_to_themselves_are_told(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "loop").symlink_to("loop")
    monkeypatch.chdir(tmp_path)
    assert "loop" in fault(capsys, *words.split())


@pytest.mark.parametrize("name", ["decisions.toml", "letters.toml", "learned.toml"])
@pytest.mark.parametrize(
    "text", [DEEP, DEEP_KEY, "[decision]\nruling = 1\n[letter]\n"], ids=["deep", "a deep key", "a table for a list"]
)
def test_a_faulty_file_beside_the_letters_is_told(
    name: str, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert name in fault(capsys, "report", str(tmp_path))


def test_a_name_that_is_no_utf8_costs_that_file_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")
    Path(os.fsdecode(bytes(tmp_path) + b"/b\xff.txt")).write_text(LETTER, encoding="utf-8")
    assert main(["report", str(tmp_path)]) == ExitCode.DONE
    assert "not read: b\N{REPLACEMENT CHARACTER}.txt: its name is no UTF-8" in capsys.readouterr().out


def test_a_ruling_that_is_no_utf8_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")
    words = ["decide", "note", "veren", "x", "--by", "a", "--in", str(tmp_path), "--why"]
    assert "no UTF-8" in fault(capsys, *words, os.fsdecode(b"\xff"))
    assert not (tmp_path / "decisions.toml").exists()


def test_what_is_for_programs_is_utf8_in_every_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    printed = io.BytesIO()
    monkeypatch.setattr("sys.stdout", SimpleNamespace(buffer=printed, encoding="latin-1", isatty=lambda: False))
    assert main(["audit", str(ROOT / "seeds"), "--format", "md"]) == ExitCode.DONE
    assert "“" in printed.getvalue().decode("utf-8")


INTERRUPTED = """
import os, runpy, signal, sys
class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == "{module}":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupt())
sys.argv = ["tracker", "--help"]
runpy.run_module("tracker", run_name="__main__")
"""


@pytest.mark.parametrize("module", ["tracker.errors", "tracker.cli", "click", "tracker.commands.report"])
def test_an_interrupt_while_it_starts_is_quiet(module: str) -> None:
    command = [sys.executable, "-c", INTERRUPTED.format(module=module)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr.strip()) == (ExitCode.INTERRUPTED, b"")


def test_a_closed_output_is_told() -> None:
    done = subprocess.run(
        ["sh", "-c", f"'{sys.executable}' -m tracker --help >&-"], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == ExitCode.USER
    assert b"closed" in done.stderr
