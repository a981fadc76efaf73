"""A language is one folder: a made-up one is registered here and read by the same doors as any other."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.language.tiny.pack import PACK, Tiny
from tracker.cli import main
from tracker.documents import load_collection
from tracker.errors import ExitCode
from tracker.extraction import analyse, default_detector, read_statements
from tracker.extraction.learned.linear import load_reader
from tracker.extraction.learned.opinions import opinions
from tracker.language import pack
from tracker.language.lemmas import lemma
from tracker.language.pack import TABLES
from tracker.language.resources import entries, read_table, word_set
from tracker.language.sentences import split_sentences
from tracker.model import Kind, Ledger, Letter, Outcome, Passage, PassageKind, Run, Status
from tracker.pipeline import build_ledger

TEXT = "Ni sendos planon antau 2026. La urbo sendos libron. Ni ne sendos libron. Ni preparos libron. Ni sendis planon."


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(pack.PACKS, PACK.code, "tests.language.tiny.pack")
    with pack.using(PACK.code):
        yield


def test_a_language_is_known_by_its_folder_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without a pack is no language."""
    room = tmp_path / "languages"
    shutil.copytree(Path(str(PACK.folder)), room / PACK.code)
    (room / "papers").mkdir()
    (room / "papers" / "words.toml").touch()
    found = pack.packs_in(room, room.name)
    assert found == {PACK.code: f"languages.{PACK.code}.pack"}
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(pack, "PACKS", found | pack.PACKS)
    with pack.using(PACK.code):
        assert pack.current().folder == room / PACK.code
        assert [len(found) for found in read_statements(letter(TEXT))] == [2, 1]


def letter(text: str) -> Letter:
    passage = Passage("a/p1", None, PassageKind.PARAGRAPH, text, (Run(0, 0, len(text)),), 1)
    return Letter("a", "a", text, (passage,), (), date=dt.date(2024, 5, 1))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a letter of five sentences and, a year on, another, whose letters.toml names the language."""
    folder = tmp_path / "leteroj"
    folder.mkdir()
    rows = [f'language = "{PACK.code}"']
    for name, year in (("a", 2024), ("b", 2025)):
        (folder / f"{name}.txt").write_text(TEXT.replace("2026", str(year + 2)) + "\n", encoding="utf-8")
        rows.append(f'[[letter]]\npath = "{name}.txt"\ndate = "{year}-05-01"')
    (folder / "letters.toml").write_text("\n\n".join(rows) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The made-up language can be chosen, and Dutch is read again afterwards."""
    monkeypatch.setitem(pack.PACKS, PACK.code, "tests.language.tiny.pack")
    with pack.using(pack.DEFAULT):
        yield


def ledger_of(folder: Path) -> Ledger:
    return build_ledger(load_collection(folder))


@pytest.mark.usefixtures("known")
def test_a_made_up_language_is_read_to_commitments(folder: Path) -> None:
    """Three rules and ten words are enough for letters of five sentences, by the door that every face uses."""
    ledger = ledger_of(folder)
    assert (ledger.refused, ledger.notices) == ((), ())
    commitments = [row for row in ledger.commitments if row.letter == "a"]
    assert [(row.quote, row.kind, row.actor) for row in commitments] == [
        ("Ni sendos planon antau 2026.", Kind.INFORM, "cabinet"),
        ("Ni preparos libron.", Kind.DELIVER, "cabinet"),
    ]
    due = commitments[0].deadline
    assert due is not None
    assert (due.text, due.end) == ("antau 2026", dt.date(2026, 12, 31))
    reports = [(row.quote, row.outcome) for row in ledger.reports if row.letter == "a"]
    assert reports == [("Ni sendis planon.", Outcome.DELIVERED)]
    assert [(thread.title, thread.status) for thread in ledger.threads] == [
        ("Planon", Status.DELIVERED),
        ("Libron", Status.REPEATED),
    ]


@pytest.mark.usefixtures("known")
def test_a_language_without_weights_is_read_by_its_rules_alone(folder: Path) -> None:
    """What learned from Dutch letters has no say in another language."""
    ledger = ledger_of(folder)
    assert ledger.detector == default_detector().name == "rules"
    assert {(row.rule, row.confidence) for row in ledger.commitments} == {("sends", 0.8)}
    (sentence, *_) = analyse(letter(TEXT)).sentences
    assert [row.reader for row in opinions(sentence)] == ["rules"]
    with pytest.raises(FileNotFoundError, match="xx has no weights"):
        load_reader()


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    ("table", "text", "told"),
    [
        ("verbs", "[clases]\n", "verbs.toml: clases is unknown"),
        ("verdicts", "[recuring]\n", "verdicts.toml: recuring is unknown"),
        ("time", "[words.unit]\njaro = '12x'\n", "time.toml: words.unit.jaro: '12x': "),
        (
            "letters",
            "[[pattern]]\nid = 'clsing'\ntext = ''\nyes = []\nno = []\n",
            "letters.toml: pattern.clsing.id: ",
        ),
        (
            "letters",
            "[[pattern]]\nid = 'closing'\ntext = '(?P<dosier>x)'\nyes = []\nno = []\n",
            "letters.toml: pattern.closing.text: '(?P<dosier>x)': the group 'dosier' is unknown",
        ),
        (
            "calendar",
            "[zomer]\nwords = ['zomer']\nsource = ''\n[zomer.dates]\n2024 = [2024-07-05, 2024-07-01]\n",
            "calendar.toml: ",
        ),
        ("kinds", "[[rulle]]\n", "kinds.toml: rulle is unknown"),
        ("links", "pointing = \n", "links.toml: Invalid value (at line 1"),
    ],
)
def test_a_typo_in_the_data_of_a_language_is_our_bug(
    folder: Path, table: str, text: str, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No command reads a letter with data that nobody asks for: it says which file, place and value."""
    broken = folder.parent / "pack"
    shutil.copytree(Path(__file__).parent / "tiny", broken, ignore=shutil.ignore_patterns("*.py*"))
    (broken / f"{table}.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(Tiny, "folder", broken)
    monkeypatch.setenv("XDG_STATE_HOME", str(folder.parent))
    assert main(["report", str(folder)]) == ExitCode.BUG
    assert told in capsys.readouterr().err


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("command", ["report", "audit", "topics"])
def test_commands_read_the_language_of_the_letters(
    command: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command line needs no more than the key of letters.toml."""
    assert main([command, str(folder)]) == ExitCode.DONE
    assert capsys.readouterr().err == ""
    assert pack.current().code == PACK.code


@pytest.mark.usefixtures("known")
def test_words_are_explained_in_the_language_of_the_letters(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A sentence is read as it would be in those letters; without any it is Dutch."""
    words = "Ni sendos planon antau 2026."
    assert main(["explain", words, "--date", "2024-05-01", "--in", str(folder)]) == ExitCode.DONE
    assert "sends" in capsys.readouterr().out
    assert main(["explain", words, "--date", "2024-05-01", "--in", str(folder / "none")]) == ExitCode.DONE
    assert "sends" not in capsys.readouterr().out


@pytest.mark.usefixtures("known")
def test_a_letter_by_itself_is_of_the_language_of_its_folder(folder: Path) -> None:
    """`tracker text` asks the letters.toml beside the letter."""
    assert main(["text", str(folder / "a.txt")]) == ExitCode.DONE
    assert pack.current().code == PACK.code


@pytest.mark.usefixtures("known")
def test_a_manifest_is_begun_in_the_language_asked_for(folder: Path) -> None:
    """What `tracker init` writes names the language, so that the letters are read in it from then on."""
    (folder / "letters.toml").unlink()
    assert main(["init", str(folder), "--language", PACK.code]) == ExitCode.DONE
    assert f'language = "{PACK.code}"' in (folder / "letters.toml").read_text(encoding="utf-8")
    assert ledger_of(folder).detector == "rules"


@pytest.mark.usefixtures("known")
def test_each_collection_is_read_in_its_own_language(folder: Path, tmp_path: Path) -> None:
    """A folder that names no language is Dutch, whatever was read before it."""
    dutch = tmp_path / "brieven"
    dutch.mkdir()
    (dutch / "a.txt").write_text("Den Haag, 20 juni 2024\n\nIn oktober 2025 sturen wij u het actieplan.\n")
    assert ledger_of(folder).commitments
    ledger = ledger_of(dutch)
    assert [row.quote for row in ledger.commitments] == ["In oktober 2025 sturen wij u het actieplan."]
    assert ledger.detector != "rules"


def test_a_pack_without_any_data_reads_letters_without_statements(
    monkeypatch: pytest.MonkeyPatch, folder: Path, tmp_path: Path
) -> None:
    """What a pack lacks has none of its words; nothing asks for more."""
    bare = ModuleType("bare")
    bare.PACK = Tiny()  # type: ignore[attr-defined]
    bare.PACK.folder = tmp_path
    monkeypatch.setitem(sys.modules, "bare", bare)
    monkeypatch.setitem(pack.PACKS, PACK.code, "bare")
    with pack.using(pack.DEFAULT):
        ledger = ledger_of(folder)
    assert [row.id for row in ledger.letters] == ["a", "b"]
    assert (ledger.refused, ledger.commitments, ledger.reports) == ((), (), ())


def test_dutch_is_read_again_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that is kept of one language is asked in another."""
    monkeypatch.setitem(pack.PACKS, PACK.code, "tests.language.tiny.pack")
    text = "In oktober 2025 sturen wij u het actieplan."
    before = read_statements(letter(text))
    assert lemma("leraren") == "leraar"
    with pack.using(PACK.code):
        assert lemma("leraren") == "leraren"
        assert not word_set("words", "stop")
        assert read_statements(letter(text)) == ((), ())
    assert lemma("leraren") == "leraar"
    assert read_statements(letter(text)) == before
    assert before[0]


@pytest.mark.usefixtures("tiny")
def test_a_pack_may_lack_tables() -> None:
    """A table that is left out holds no words; one that no pack knows is our bug."""
    assert read_table("letters") == {}
    assert entries("details", "units") == {}
    with pytest.raises(KeyError):
        read_table("leters")


@pytest.mark.usefixtures("tiny")
def test_sentences_are_those_of_the_pack() -> None:
    """The language cuts, and its sentences hold every word."""
    assert [TEXT[begin:end] for begin, end in split_sentences(TEXT)] == re.split(r"(?<=\.) ", TEXT)


def test_an_unknown_language_is_refused() -> None:
    """A code without a pack changes nothing."""
    with pytest.raises(KeyError):
        pack.use("zz")
    assert pack.current().code == pack.DEFAULT


def test_what_was_learned_from_a_language_stands_in_its_pack() -> None:
    """Weights are weights of words."""
    room = Path(pack.__file__).parent
    weights = [path for path in room.parent.rglob("*") if path.suffix in {".npz", ".onnx"}]
    folder = Path(str(pack.current().weights))
    assert {path.parent for path in weights} == {folder}
    assert folder.is_relative_to(room / pack.DEFAULT)


@pytest.mark.parametrize("code", sorted(pack.PACKS))
def test_every_file_of_a_pack_is_a_known_table(code: str) -> None:
    """A data file under a name that nothing reads is a mistake."""
    with pack.using(code):
        folder = Path(str(pack.current().folder))
        assert {path.stem for path in folder.glob("*.toml")} <= set(TABLES)
