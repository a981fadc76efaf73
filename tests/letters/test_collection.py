import os

import pytest

from tracker.errors import CollectionError, UnknownLetterError
from tracker.letters import find_letter, load_collection, read_collection
from tracker.letters.limits import Limits
from tracker.model import Letter

PROSE = "Met deze brief informeren wij uw Kamer over de voortgang van de aanpak. " * 4


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(PROSE, encoding="utf-8")
    return tmp_path


def refused(folder, **limits):
    collection = load_collection(folder, Limits(**limits))
    return {refusal.path: refusal.reason for refusal in read_collection(collection).refused}


def test_a_missing_folder(tmp_path):
    with pytest.raises(CollectionError, match="is no folder"):
        load_collection(tmp_path / "none")


def test_a_folder_without_letters(tmp_path):
    (tmp_path / "notes.md").write_text("x")
    with pytest.raises(CollectionError, match="holds no letters"):
        load_collection(tmp_path)


def test_a_link_is_refused(folder):
    (folder / "b.txt").symlink_to("/etc/passwd")
    assert "it is a link" in refused(folder)["b.txt"]


def test_a_folder_named_like_a_letter_is_refused_and_what_it_holds_is_read(folder):
    (folder / "b.txt").mkdir()
    (folder / "b.txt" / "c.txt").write_text(PROSE)
    assert list(refused(folder)) == ["b.txt"]
    assert [file.path for file in load_collection(folder).files] == ["a.txt", "b.txt/c.txt"]


def test_a_pipe_is_refused(folder):
    os.mkfifo(folder / "b.txt")
    assert "no plain file" in refused(folder)["b.txt"]


def test_a_large_file_is_refused_and_the_others_read(folder):
    (folder / "b.txt").write_text("x" * 2000)
    assert "too large" in refused(folder, size=1000)["b.txt"]


def test_hidden_folders_are_left_out(folder):
    (folder / ".git").mkdir()
    (folder / ".git" / "x.txt").write_text("x")
    assert [file.path for file in load_collection(folder).files] == ["a.txt"]


def test_two_letters_with_one_id(folder):
    (folder / "b").mkdir()
    (folder / "b" / "a.txt").write_text(PROSE)
    with pytest.raises(CollectionError, match=r"a\.txt and b/a\.txt are both a"):
        read_collection(load_collection(folder))


def test_the_manifest_tells_of_a_file_that_is_not_there(folder):
    (folder / "letters.toml").write_text('[[letter]]\npath = "gone.txt"\n')
    assert read_collection(load_collection(folder)).notices == (
        "letters.toml tells of gone.txt, which is not in the folder.",
    )


def test_a_manifest_that_is_no_text(folder):
    (folder / "letters.toml").write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(CollectionError, match="not UTF-8"):
        load_collection(folder)


def letter(name, path):
    return Letter(id=name, path=path, text="", passages=(), sections=())


LETTERS = [letter("kst-35000-12", "x/2020.txt"), letter("kst-35000-123", "y.txt")]


@pytest.mark.parametrize("words", ["kst-35000-12", "KST-35000-12", "x/2020.txt", "2020"])
def test_find_letter(words):
    assert find_letter(LETTERS, words).id == "kst-35000-12"


@pytest.mark.parametrize(
    ("words", "told"), [("35000", "may mean"), ("nothing", "no letter is called"), ("", "no letter")]
)
def test_words_that_name_no_letter_or_several(words, told):
    with pytest.raises(UnknownLetterError, match=told):
        find_letter(LETTERS, words)
