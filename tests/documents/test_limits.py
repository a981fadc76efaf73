"""Bad files, as large as the limits let them be, are each refused or read within 5 s of the processor and 1 GB."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.documents.docx_printer import STYLES, packed, paragraph
from tests.documents.hostile_files import ENTITIES, drawn_within, publication, zipped
from tracker import time_limit
from tracker.cli import main
from tracker.documents import limits, read_letter
from tracker.errors import ExitCode, LetterError

LIMIT = 1 << 30
SECONDS = 5
READ = f"""
import json, resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, ({LIMIT}, {LIMIT}))
from tracker.documents import load_collection, read_collection
told = {{}}
def worked():
    # Of this process and of those it started: a machine that is busy with other things is no fault of the file.
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
from tracker.documents.limits import Limits
for folder in sorted(Path(sys.argv[1]).iterdir()):
    begin = worked()
    reading = read_collection(load_collection(folder), Limits(seconds=1) if folder.name == "forms.pdf" else Limits())
    told[folder.name] = [worked() - begin, len(reading.letters), [str(one.reason) for one in reading.refused]]
print(json.dumps(told))
"""
RUN = "<w:r><w:t>x</w:t></w:r>"
READS = "read"


def styled() -> bytes:
    """A Word document with as many styles as paragraphs."""
    names = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="n{n}"/></w:style>' for n in range(5000)
    )
    body = "".join(paragraph(RUN, f'<w:pStyle w:val="s{n}"/>') for n in range(5000))
    return packed(body, STYLES.replace("</w:styles>", names + "</w:styles>"))


FILES = {
    "nothing.txt": (lambda: b"", "empty"),
    "damaged.pdf": (lambda: b"%PDF-1.7\n" + b"1 0 obj\n" * 100_000, "damaged"),
    "forms.pdf": (lambda: drawn_within(12), "breaks off"),
    "bomb.docx": (lambda: zipped(word__document=b"a" * (250 << 20)), "unpacks to"),
    "long.docx": (lambda: packed(f"<w:p><w:r><w:t>{'x ' * (60 << 20)}</w:t></w:r></w:p>"), "no whole Word document"),
    "styles.docx": (styled, READS),
    "entities.xml": (
        lambda: publication(b"<al>&u;</al>", b"<!DOCTYPE x [<!ENTITY a 'a'>" + ENTITIES + b"]>"),
        "larger",
    ),
    "nested.xml": (lambda: publication(b"<al>" * 10_000), "deeper"),
    "long.xml": (lambda: publication(b"<al>" + b"x " * (24 << 20) + b"</al>"), "larger"),
    "headings.html": (lambda: b"<html>" + b"<p class='tussenkop'><em>x</em></p>" * 10_000, READS),
    "error.xml": (lambda: b"<!DOCTYPE html><html><body><h1>404 Not Found</h1></body></html>", "error page"),
    "marks.txt": (lambda: b" vervolg\n" * 50_000, READS),
}
"""How each is made, when it is needed, and what is said of it."""


def told_of(root):
    """What a process with little memory tells of each file, in a folder of its own: seconds, letters, refusals."""
    done = subprocess.run([sys.executable, "-c", READ, str(root)], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What is told of each of the files."""
    root = tmp_path_factory.mktemp("bad")
    for name, (made, _) in FILES.items():
        (root / name).mkdir()
        (root / name / name).write_bytes(made())
    return told_of(root)


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_within_time_and_memory(told, name):
    seconds, letters, refused = told[name]
    assert seconds < SECONDS
    assert letters if FILES[name][1] is READS else FILES[name][1] in refused[0]


def test_a_page_without_end_is_given_less_time_than_that() -> None:
    """Here it was given one second, as it takes what it is given."""
    assert limits.DEFAULT.seconds < SECONDS


def test_a_file_too_large_is_not_even_read(tmp_path):
    (tmp_path / "huge").mkdir()
    with (tmp_path / "huge" / "huge.txt").open("wb") as file:
        file.truncate(300 << 20)
    seconds, letters, refused = told_of(tmp_path)["huge"]
    assert (letters, "300 MB of at most 50" in refused[0]) == (0, True)
    assert seconds < 1


def test_a_letter_that_takes_too_long_is_refused_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter(range(0, 10_000_000, 3))
    monkeypatch.setattr(time_limit.time, "thread_time", lambda: next(clock))
    (tmp_path / "kort.txt").write_text("In mei 2022 sturen wij u een plan.\n", encoding="utf-8")
    (tmp_path / "lang.txt").write_text("In mei 2022 sturen wij u een brief. " * 60, encoding="utf-8")
    assert main(["report", str(tmp_path), "--limit", "100"]) == ExitCode.DONE
    out = capsys.readouterr().out
    assert "not read: lang.txt: 100 seconds of the processor are too few for it" in out
    assert "een plan" in out
    assert main(["report", str(tmp_path), "--limit", "10000"]) == ExitCode.DONE
    assert "not read" not in capsys.readouterr().out


def test_a_letter_is_analysed_in_the_time_that_reading_it_left(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter((0, 3, 10, 14))
    monkeypatch.setattr(time_limit.time, "thread_time", lambda: next(clock))
    with limits.time_to_read("een.txt"):
        pass
    with limits.time_to_analyse("een.txt"), pytest.raises(LetterError):
        time_limit.keep_time()


def test_reading_and_analysing_leave_time_for_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter((0, 5.9, 6.1, 6.2))
    monkeypatch.setattr(time_limit.time, "thread_time", lambda: next(clock))
    with limits.time_to_read("twee.txt"):
        time_limit.keep_time()
        with pytest.raises(LetterError):
            time_limit.keep_time()


def test_letters_are_long_for_the_time_that_they_may_take() -> None:
    assert limits.is_long(80_001)
    assert not limits.is_long(80_000)


def test_a_sentence_without_end_is_told() -> None:
    letter = read_letter("a.txt", ("Wij zullen dit doen en " * 200).encode())
    assert "sentences longer than" in " ".join(map(str, letter.notices))
