"""Letters of other bodies that are at hand: a folder, a git remote."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests import repositories
from tests.sources.files import PDF, word
from tests.sources.server import Services, official, papers
from tests.throwaway_repo import Repo
from tracker.cli import main
from tracker.documents.manifest import parse_manifest
from tracker.errors import ExitCode


def source(folder: Path, line: str) -> None:
    folder.mkdir()
    (folder / "letters.toml").write_text(f"[source]\n{line}\n", "utf-8")


def came(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "letters.toml" and path.is_file())


def test_a_folder_and_a_remote_are_copied_once(folder: Path, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "bron")
    repo.begin()
    repositories.write(repo.top / "brieven")
    repo.git("add", ".")
    repo.git("commit", "-q", "-m", "letters")
    for number, line in enumerate((f'folder = "{repo.top}"', f'git = "{repo.top}"')):
        place = folder.with_name(f"kopie-{number}")
        source(place, line)
        for _ in range(2):
            assert main(["fetch", "--into", str(place)]) == ExitCode.DONE
            assert len(came(place)) == 3
        assert main(["watch", str(place)]) == ExitCode.GATE


def test_a_remote_that_holds_the_folder_is_named_from_there_and_not_copied_from_its_copies(
    services: Services, tmp_path: Path
) -> None:
    repo = Repo(tmp_path / "clone")
    repo.begin()
    (repo.top / "x.txt").write_text(LETTER, "utf-8")
    source(repo.top / "b", 'git = ".."')
    repo.git("add", "--all")
    repo.git("commit", "-q", "-m", "x")
    for code in (ExitCode.DONE, ExitCode.GATE, ExitCode.GATE):
        assert main(["watch", str(repo.top / "b")]) == code
        assert len(came(repo.top / "b")) == 1
    assert services.asked == []


@pytest.mark.parametrize(
    "address", ["ext::sh -c touch% /tmp/x", "--upload-pack=x", "/nowhere", "http://127.0.0.1:9/x.git"]
)
def test_a_remote_that_is_none_is_told(folder: Path, address: str, capsys: pytest.CaptureFixture[str]) -> None:
    source(folder, f'git = "{address}"')
    assert main(["fetch", "--into", str(folder)]) == ExitCode.USER
    assert capsys.readouterr().err.count("\n") == 1


def test_faults_in_the_facts_of_another_folder_are_told_with_its_path(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bron = folder.with_name("bron")
    bron.mkdir()
    (bron / "letters.toml").write_text('[[letter]]\npath = "../x.txt"\n', "utf-8")
    (bron / "y.txt").write_text(LETTER, "utf-8")
    source(folder, 'folder = "../bron"')
    assert main(["fetch", "--into", str(folder)]) == ExitCode.USER
    assert "../bron/letters.toml: path of letter 1 (line 2) leads out" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["folder", "git"])
def test_what_cannot_be_taken_from_a_source_is_told_with_what_to_do(
    folder: Path, tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A link is not followed, wherever it leads; a round of watch tells of it once."""
    repo = Repo(tmp_path / "bron")
    repo.begin()
    secret = tmp_path / "elders"
    secret.mkdir()
    (secret / "geheim.txt").write_text("In mei 2027 volgt iets anders.\n", "utf-8")
    (repo.top / "x.txt").write_text(LETTER, "utf-8")
    (repo.top / "link.txt").symlink_to(secret / "geheim.txt")
    (repo.top / "broken.pdf").symlink_to("nowhere.pdf")
    (repo.top / "map").symlink_to(secret)
    (repo.top / os.fsdecode(b"mast-\xe9.txt")).symlink_to("x.txt")
    (repo.top / os.fsdecode(b"brief-\xe9.txt")).write_text(LETTER + "Bis.\n", "utf-8")
    (repo.top / ".x.txt").symlink_to("x.txt")
    (repo.top / "LICENSE").symlink_to("x.txt")
    repo.git("add", "--all")
    repo.git("commit", "-q", "-m", "x")
    source(folder, f'{kind} = "{repo.top}"')
    assert main(["fetch", "--into", str(folder)]) == ExitCode.INCOMPLETE
    said = capsys.readouterr().out
    for name, reason in (
        ("link.txt", "it is a link; put the file itself there."),
        ("broken.pdf", "it is a link"),
        ("map", "it is a link"),
        ("mast-\ufffd.txt", "it"),
        ("brief-\ufffd.txt", "its name is no UTF-8; rename it."),
    ):
        assert f"{name} in {repo.top} is not taken: {reason}" in said
    assert said.count("is not taken") == 5
    assert [name.partition("-")[0] for name in came(folder)] == ["x"]
    for code in (ExitCode.INCOMPLETE, ExitCode.GATE):
        assert main(["watch", str(folder)]) == code


@pytest.mark.parametrize("kind", ["folder", "git"])
def test_a_letter_that_is_gone_from_its_source_stays_and_is_told_once(
    folder: Path, tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not one that moved; the history of a remote may be written anew."""
    repo = Repo(tmp_path / "bron")
    repo.begin()
    for name in ("a", "b", "c"):
        (repo.top / f"{name}.txt").write_text(LETTER.replace("havens", name), "utf-8")
    repo.git("add", "--all")
    repo.git("commit", "-q", "-m", "x")
    source(folder, f'{kind} = "{repo.top}"')
    assert main(["watch", str(folder)]) == ExitCode.DONE
    (repo.top / "b.txt").unlink()
    (repo.top / "c.txt").rename(repo.top / "d.txt")
    (repo.top / "a.txt").write_text(LETTER.replace("havens", "sluizen"), "utf-8")
    repo.git("checkout", "-q", "--orphan", "anew")
    repo.git("add", "--all")
    repo.git("commit", "-q", "-m", "y")
    repo.git("branch", "-q", "-D", "main")
    for code, times in ((ExitCode.DONE, 1), (ExitCode.GATE, 0)):
        capsys.readouterr()
        assert main(["watch", str(folder)]) == code
        assert capsys.readouterr().out.count("was taken back where it came from") == times
        assert [name[0] for name in came(folder)] == ["a", "b", "c"]


@pytest.mark.parametrize("letters", [False, True])
def test_a_remote_without_letters_is_told(
    folder: Path, tmp_path: Path, letters: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    repo = Repo(tmp_path / "bron")
    repo.begin()
    if letters:
        (repo.top / "x.jsonl").write_text("{}", "utf-8")
        repo.git("add", "--all")
        repo.git("commit", "-q", "-m", "x")
    source(folder, f'git = "{repo.top}"')
    assert main(["fetch", "--into", str(folder)]) == ExitCode.USER
    assert f"{repo.top} has no letters; put them there, or mend" in capsys.readouterr().err


def test_of_a_folder_that_is_a_source_of_itself_no_link_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder.parent / "y.txt").write_text(LETTER, "utf-8")
    source(folder, 'folder = ".."')
    (folder / "link.txt").symlink_to("../y.txt")
    assert main(["fetch", "--into", str(folder)]) == ExitCode.DONE
    assert "not taken" not in capsys.readouterr().out


LETTER = "In juni 2025 sturen we uw Kamer het rapport over de havens.\n"


def test_a_folder_brings_what_its_own_facts_say(folder: Path, tmp_path: Path) -> None:
    """Where nothing is stated the title is the letter's own, not the name of its file."""
    bron = tmp_path / "bron"
    bron.mkdir()
    (bron / "x.txt").write_text(LETTER, "utf-8")
    (bron / "y.txt").write_text("Betreft: Bruggen\n\nIn mei 2025 openen we de bruggen.\n", "utf-8")
    (bron / "z.xml").write_bytes(official(7))
    facts = 'date = "2020-05?"\ntitle = "Havenbrief"\nsignatories = ["A. Minister"]\n'
    facts += '\n[[letter]]\npath = "z.xml"\npaper = "kst-27923-7"\ndossier = "27 923"\nnumber = "7"\n'
    source(folder, f'folder = "{bron}"')
    assert main(["fetch", "--into", str(folder)]) == ExitCode.DONE
    known = parse_manifest((folder / "letters.toml").read_text("utf-8")).letters
    assert [entry.title for entry in known.values()] == [None] * 3
    (bron / "letters.toml").write_text(f'[[letter]]\npath = "x.txt"\n{facts}', "utf-8")
    for place in (folder, folder.with_name("later")):
        if place != folder:
            source(place, f'folder = "{bron}"')
        assert main(["fetch", "--into", str(place)]) == ExitCode.DONE
        known = parse_manifest((place / "letters.toml").read_text("utf-8")).letters
        (entry,) = (row for name, row in known.items() if name.startswith("x-"))
        assert (entry.date, entry.title, entry.signatories) == ("2020-05?", "Havenbrief", ("A. Minister",))
        assert len(known) == 3
    assert known["kst-27923-7.xml"].number == "7"


def test_what_letters_toml_lost_of_a_letter_is_said_again(folder: Path, tmp_path: Path) -> None:
    """Not of one that is another here."""
    bron = tmp_path / "bron"
    bron.mkdir()
    (bron / "x.txt").write_text(LETTER, "utf-8")
    (bron / "letters.toml").write_text('[[letter]]\npath = "x.txt"\ntitle = "Havenbrief"\n', "utf-8")
    line = f'[source]\nfolder = "{bron}"\n'
    source(folder, f'folder = "{bron}"')
    for lost in ("", "kept", "changed"):
        assert main(["fetch", "--into", str(folder)]) == ExitCode.DONE
        assert ("Havenbrief" in (folder / "letters.toml").read_text("utf-8")) is (lost != "changed")
        (folder / "letters.toml").write_text(line, "utf-8")
        if lost == "kept":
            (path,) = folder.glob("x-*.txt")
            path.write_text("Van mij.\n", "utf-8")
    assert len(came(folder)) == 1


@pytest.mark.parametrize("file", [False, True])
def test_facts_that_nobody_changed_here_are_corrected(folder: Path, tmp_path: Path, file: bool) -> None:
    """Though others were changed here, or the file itself."""
    bron = tmp_path / "bron"
    bron.mkdir()
    (bron / "x.txt").write_text(LETTER, "utf-8")

    def state(title: str, day: str) -> None:
        text = f'[[letter]]\npath = "x.txt"\ntitle = "{title}"\ndate = "{day}"\n'
        (bron / "letters.toml").write_text(text, "utf-8")

    state("Havens", "2024-03-01")
    source(folder, f'folder = "{bron}"')
    assert main(["fetch", "--into", str(folder)]) == ExitCode.DONE
    path = folder / "letters.toml"
    path.write_text(path.read_text("utf-8").replace("Havens", "Mine"), "utf-8")
    if file:
        (copy,) = folder.glob("x-*.txt")
        copy.write_text(LETTER + "Mine.\n", "utf-8")
    state("Sluizen", "2024-04-01")
    assert main(["fetch", "--into", str(folder)]) == ExitCode.DONE
    (entry,) = parse_manifest(path.read_text("utf-8")).letters.values()
    assert (entry.title, entry.date) == ("Mine", "2024-04-01")


@pytest.mark.parametrize("facts", ['paper = "../../x"', "date = 7"])
def test_what_another_folder_says_wrongly_is_told(
    folder: Path, tmp_path: Path, facts: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written elsewhere."""
    bron = tmp_path / "bron"
    bron.mkdir()
    (bron / "x.txt").write_text(LETTER, "utf-8")
    (bron / "letters.toml").write_text(f'[[letter]]\npath = "x.txt"\n{facts}\n', "utf-8")
    source(folder, f'folder = "{bron}"')
    before = {path for path in tmp_path.rglob("*") if not path.is_relative_to(folder)}
    for command in (["fetch", "--into"], ["watch"]):
        assert main([*command, str(folder)]) in {ExitCode.INCOMPLETE, ExitCode.USER}
        assert "".join(capsys.readouterr())
    assert came(folder) == []
    assert {path for path in tmp_path.rglob("*") if not path.is_relative_to(folder)} == before


def test_a_copy_takes_no_place_of_what_came_from_a_service(services: Services, folder: Path, tmp_path: Path) -> None:
    services.papers = papers(1)
    assert main(["fetch", "27923", "--into", str(folder)]) == ExitCode.DONE
    bron = tmp_path / "bron"
    bron.mkdir()
    (bron / "a.pdf").write_bytes(PDF)
    (bron / "letters.toml").write_text('[[letter]]\npath = "a.pdf"\npaper = "kst-27923-1"\n', "utf-8")
    (folder / "letters.toml").write_text(
        (folder / "letters.toml").read_text("utf-8").replace('dossier = "27923"', f'folder = "{bron}"'), "utf-8"
    )
    assert main(["fetch", "--into", str(folder)]) == ExitCode.DONE
    assert came(folder) == ["kst-27923-1.xml"]


@pytest.mark.parametrize("kind", ["folder", "git"])
def test_a_letter_that_moves_in_its_source_comes_once(folder: Path, tmp_path: Path, kind: str) -> None:
    """Nor a second time from a source that holds this folder, nor where a person put it here."""
    repo = Repo(tmp_path / "bron")
    repo.begin()

    def commit() -> None:
        repo.git("add", "--all")
        repo.git("commit", "-q", "--allow-empty", "-m", "x")

    (repo.top / "x.txt").write_text(LETTER, "utf-8")
    commit()
    source(folder, f'{kind} = "{repo.top}"')
    assert main(["fetch", "--into", str(folder)]) == ExitCode.DONE
    (repo.top / "2024").mkdir()
    (repo.top / "x.txt").rename(repo.top / "2024" / "x.txt")
    (repo.top / "copies").mkdir()
    (repo.top / "copies" / came(folder)[0]).write_text(LETTER, "utf-8")
    (repo.top / "y.txt").write_text("Iets anders, in mei 2026.\n", "utf-8")
    (folder / "mine.txt").write_text("Iets anders, in mei 2026.\n", "utf-8")
    commit()
    for _ in range(2):
        assert main(["fetch", "--into", str(folder)]) == ExitCode.DONE
        assert len(came(folder)) == 2
    (repo.top / "2024" / "x.txt").write_text("Iets nieuws, in mei 2027.\n", "utf-8")
    commit()
    assert main(["fetch", "--into", str(folder)]) == ExitCode.DONE
    assert len(came(folder)) == 3


@pytest.mark.parametrize("place", ["..", "."])
def test_a_folder_that_holds_its_copies_is_not_copied_from_them(folder: Path, place: str) -> None:
    repositories.write(folder.parent)
    source(folder, f'folder = "{place}"')
    for _ in range(2):
        main(["fetch", "--into", str(folder)])
        assert len(came(folder)) == (3 if place == ".." else 0)


def test_files_of_one_name_in_two_folders_are_two_letters(folder: Path) -> None:
    """So are two files that are stated to be one paper; a folder that moved brings its letters under their names."""
    for name in ("a", "b"):
        (folder.with_name(name)).mkdir()
        (folder.with_name(name) / "x.txt").write_text(LETTER.replace("havens", f"havens van {name}"), "utf-8")
    facts = "".join(f'[[letter]]\npath = "{name}.txt"\npaper = "brief-1"\n' for name in ("x", "y"))
    (folder.with_name("b") / "letters.toml").write_text(facts, "utf-8")
    (folder.with_name("b") / "y.txt").write_text(LETTER.replace("havens", "bruggen"), "utf-8")
    folder.mkdir()
    sources = '[[source]]\nfolder = "../a"\n\n[[source]]\nfolder = "../b"\n'
    (folder / "letters.toml").write_text(sources, "utf-8")
    for code in (ExitCode.DONE, ExitCode.GATE, ExitCode.GATE):
        assert main(["watch", str(folder)]) == code
        assert len(came(folder)) == 3
    names = came(folder)
    folder.with_name("a").rename(folder.with_name("c"))
    (folder.with_name("c") / "x.txt").write_text(LETTER.replace("havens", "sluizen"), "utf-8")
    text = (folder / "letters.toml").read_text("utf-8").replace('folder = "../a"', 'folder = "../c"')
    (folder / "letters.toml").write_text(text, "utf-8")
    assert main(["watch", str(folder)]) == ExitCode.DONE
    assert came(folder) == names


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.pdf", PDF[:400]),
        ("x.pdf", b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 984\n"),
        ("x.txt", b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 984\n"),
        ("x.pdf", b"<!DOCTYPE html><html><body><p>Niet gevonden</p></body></html>"),
        ("x.pdf", b"kort"),
        ("x.docx", word()[:300]),
    ],
)
def test_what_is_no_whole_letter_of_its_form_takes_no_place(folder: Path, name: str, data: bytes) -> None:
    bron = folder.with_name("bron")
    bron.mkdir()
    path = bron / name
    path.write_bytes({"x.pdf": PDF, "x.docx": word(), "x.txt": LETTER.encode()}[name])
    source(folder, 'folder = "../bron"')
    assert main(["fetch", "--into", str(folder)]) == ExitCode.DONE
    (kept,) = came(folder)
    before = (folder / kept).read_bytes()
    path.write_bytes(data)
    (bron / f"new-{name}").write_bytes(data)
    assert main(["fetch", "--into", str(folder)]) == ExitCode.INCOMPLETE
    assert came(folder) == [kept]
    assert (folder / kept).read_bytes() == before
