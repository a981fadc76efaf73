import os

import pytest

from tests.documents.hostile_files import ENTITY, drawn_within, publication, word, zipped
from tracker.cli import main
from tracker.documents import find_letter, load_collection, read_collection
from tracker.documents.limits import Limits, stated_limits
from tracker.errors import CollectionError, UnknownLetterError
from tracker.model import Letter

PROSE = "Met deze brief informeren wij uw Kamer over de voortgang van de aanpak. " * 4


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(PROSE, encoding="utf-8")
    return tmp_path


def refused(folder, **limits):
    collection = load_collection(folder, Limits(**limits))
    return {refusal.path: str(refusal.reason) for refusal in read_collection(collection).refused}


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


def test_a_link_to_another_folder_is_refused(folder, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    (other / "b.txt").write_text(PROSE)
    (folder / "more").symlink_to(other)
    assert "it is a link" in refused(folder)["more"]


def test_a_file_that_keeps_changing_is_refused(folder, monkeypatch):
    path, open_file = folder / "b.txt", os.open
    path.write_text(PROSE)

    def open_and_write(name, *flags):
        if name == path:
            path.write_text(path.read_text() + PROSE)
        return open_file(name, *flags)

    monkeypatch.setattr("tracker.documents.collection.os.open", open_and_write)
    assert refused(folder) == {"b.txt": "it changed while it was read; try again when it is whole."}


def test_a_file_that_changed_once_is_read_whole(folder, monkeypatch):
    path, open_file, changes = folder / "a.txt", os.open, [PROSE * 2]

    def open_and_write(name, *flags):
        if changes and name == path:
            path.write_text(changes.pop())
        return open_file(name, *flags)

    monkeypatch.setattr("tracker.documents.collection.os.open", open_and_write)
    assert load_collection(folder).files[0].data.decode() == PROSE * 2


BAD = {
    "damaged.pdf": (b"%PDF-1.7\nnothing", "damaged"),
    "deep.xml": (publication(b"<al>" * 10_000), "deeper"),
    "empty.txt": (b"", "empty"),
    "error.xml": (b"<!DOCTYPE html><html><body><h1>404 Not Found</h1></body></html>", "error page"),
    "forms.pdf": (drawn_within(12), "breaks off"),
    "unpacks.docx": (zipped(word__document=b"a" * 2_000_000), "unpacks to"),
    "outside.docx": (zipped(**{"word/document.xml": word(b"&e;", ENTITY)}), "entities"),
    "outside.xml": (publication(b"<al>&e;</al>", ENTITY), "entities"),
}


@pytest.fixture
def littered(folder, apart):
    """A folder with one letter and much that is none."""
    for name, (data, _) in BAD.items():
        (folder / name).write_bytes(data)
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(300 << 20)
    return folder


def test_one_letter_among_bad_files_is_read_and_the_others_are_refused_by_name(littered):
    limits = Limits(unpacked=1 << 20, seconds=0.5)
    reading = read_collection(load_collection(littered, limits), limits)
    assert [letter.path for letter in reading.letters] == ["a.txt"]
    reasons = {refusal.path: str(refusal.reason) for refusal in reading.refused}
    assert "300 MB of at most 50" in reasons.pop("huge.txt")
    assert list(reasons) == sorted(BAD)
    assert [name for name, reason in reasons.items() if BAD[name][1] not in reason] == []


def test_the_report_names_what_was_refused_and_strict_makes_it_an_error(folder, capsys):
    (folder / "b.xml").write_bytes(BAD["error.xml"][0])
    assert main(["report", str(folder)]) == 0
    assert "not read: b.xml: it is the error page of a web server" in capsys.readouterr().out
    assert main(["report", str(folder), "--strict"]) == 2
    assert "tracker: b.xml cannot be read: it is the error page" in capsys.readouterr().err


def test_a_letter_that_was_refused_is_not_shown_and_the_reason_is_told(folder, capsys):
    (folder / "b.xml").write_bytes(BAD["error.xml"][0])
    assert main(["show", "b.xml", "--check", "--in", str(folder)]) == 2
    told = capsys.readouterr()
    assert "tracker: b.xml cannot be read: it is the error page of a web server" in told.err
    assert told.out == ""


@pytest.mark.parametrize(
    "text",
    ["page=3", "pages=x", "pages", "pages\udcff=3", "letter=nan", "seconds=-1", "pages=" + "9" * 5000],
    ids=ascii,
)
def test_limits_that_are_none(text):
    with pytest.raises(CollectionError, match="TRACKER_LIMITS is not understood"):
        stated_limits(text)


def test_limits_are_settings():
    assert stated_limits("pages=3 seconds=0.5") == Limits(pages=3, seconds=0.5)
    assert stated_limits("") == Limits()


def test_hidden_folders_are_left_out(folder):
    (folder / ".git").mkdir()
    (folder / ".git" / "x.txt").write_text("x")
    assert [file.path for file in load_collection(folder).files] == ["a.txt"]


def test_two_letters_with_one_id(folder):
    (folder / "b").mkdir()
    (folder / "b" / "a.txt").write_text("Scholen krijgen extra middelen voor leraren in het komende jaar. " * 5)
    (refused,) = read_collection(load_collection(folder)).refused
    assert (refused.path, "it is a, as is a.txt" in str(refused.reason)) == ("b/a.txt", True)


def test_the_manifest_tells_of_a_file_that_is_not_there(folder):
    (folder / "letters.toml").write_text('[[letter]]\npath = "gone.txt"\n')
    (notice,) = read_collection(load_collection(folder)).notices
    assert str(notice) == "letters.toml tells of gone.txt, which is not in the folder."


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
