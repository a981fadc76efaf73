"""Letters at a revision, from real throwaway repositories."""

from __future__ import annotations

import os
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests import repositories
from tests.throwaway_repo import FOLDER, Repo
from tracker.documents.collection import load_collection
from tracker.documents.limits import DEFAULT
from tracker.errors import CollectionError, HistoryError
from tracker.git.history import BESIDE, arrived, collection_at
from tracker.pipeline import open_collection

OLD = "2017-12-01_kst-27923-283.txt"
NEW = "2024-06-26_kst-27923-492.txt"


def git(repo: Path, *words: str) -> str:
    """Run git in a repository and give what it prints."""
    done = subprocess.run(["git", "-C", str(repo), *words], check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def repo(tmp_path: Path, seeds: Path) -> Path:
    """A repository with two commits, one letter and then a second, and a change that is not committed."""
    root = tmp_path / "répo with space"
    letters = root / "mijn brieven"
    letters.mkdir(parents=True)
    git(root, "init", "-q", "-b", "main")
    for name in (OLD, NEW):
        shutil.copy(seeds / name, letters / name)
        (letters / "letters.toml").write_text(f"# facts up to {name}\n", encoding="utf-8")
        git(root, "add", "-A")
        git(root, "commit", "-q", "-m", name)
    (letters / OLD).write_text("changed since", encoding="utf-8")
    return root


def test_a_revision_has_the_letters_of_then(repo: Path, seeds: Path) -> None:
    then = collection_at(repo, "HEAD~1", "mijn brieven")
    assert [file.path for file in then.files] == [OLD]
    assert then.files[0].data == (seeds / OLD).read_bytes()
    assert then.manifest == f"# facts up to {OLD}\n"
    assert [file.path for file in collection_at(repo, "HEAD", "mijn brieven").files] == [OLD, NEW]


def test_the_whole_repository_is_a_collection_too(repo: Path) -> None:
    assert [file.path for file in collection_at(repo, "main").files] == [f"mijn brieven/{OLD}", f"mijn brieven/{NEW}"]


def test_the_work_tree_is_not_touched(repo: Path) -> None:
    before = git(repo, "status", "--porcelain")
    collection_at(repo, "HEAD~1", "mijn brieven")
    assert git(repo, "status", "--porcelain") == before
    assert (repo / "mijn brieven" / OLD).read_text(encoding="utf-8") == "changed since"


def test_a_bare_repository_will_do(repo: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare.git"
    git(repo, "clone", "-q", "--bare", ".", str(bare))
    assert len(collection_at(bare, "main", "mijn brieven").files) == 2


def test_a_link_is_refused_and_not_followed(repo: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not a letter of this collection", encoding="utf-8")
    (repo / "mijn brieven" / "link.txt").symlink_to(secret)
    git(repo, "add", "-A")
    git(repo, "commit", "-q", "-m", "a link")
    found = collection_at(repo, "HEAD", "mijn brieven")
    assert [refusal.path for refusal in found.refused] == ["link.txt"]
    assert "link.txt" not in [file.path for file in found.files]


@pytest.mark.parametrize("name", BESIDE)
@pytest.mark.parametrize("kind", ["link", "folder", "large"])
def test_what_cannot_be_used_beside_letters_is_told_as_in_the_folder(
    repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, kind: str
) -> None:
    """Rulings that are passed over in silence let stand what they take back."""
    place = repo / "mijn brieven" / name
    place.unlink(missing_ok=True)
    if kind == "link":
        (tmp_path / "secret").write_text("{}", encoding="utf-8")
        place.symlink_to(tmp_path / "secret")
    elif kind == "folder":
        place.mkdir()
        (place / "a").touch()
    else:
        place.write_text("#" * 200, encoding="utf-8")
        small = replace(DEFAULT, size=100)
        monkeypatch.setattr("tracker.git.history.DEFAULT", small)
    git(repo, "add", "-A")
    git(repo, "commit", "-q", "-m", kind)
    with pytest.raises(CollectionError) as then:
        collection_at(repo, "HEAD", "mijn brieven")
    with pytest.raises(CollectionError) as now:
        load_collection(repo / "mijn brieven", small if kind == "large" else DEFAULT)
    assert then.value.message == now.value.message


def test_refusals_are_as_in_the_folder(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = repo / "mijn brieven"
    (folder / "map.txt").mkdir()
    (folder / "map.txt" / "brief.txt").write_text("Aan de Voorzitter", encoding="utf-8")
    (folder / "zo.groot.txt").write_text("x" * (2 << 20), encoding="utf-8")
    git(repo, "add", "-A")
    git(repo, "commit", "-q", "-m", "odd")
    for limits in (replace(DEFAULT, size=1 << 20), replace(DEFAULT, total=1 << 20)):
        monkeypatch.setattr("tracker.git.history.DEFAULT", limits)
        then, now = collection_at(repo, "HEAD", "mijn brieven"), load_collection(folder, limits)
        assert [row.path for row in then.refused] == ["map.txt", "zo.groot.txt"]
        assert (then.refused, then.files) == (tuple(sorted(now.refused, key=lambda row: row.path)), now.files)
    few = replace(DEFAULT, files=1)
    monkeypatch.setattr("tracker.git.history.DEFAULT", few)
    for load in (lambda: collection_at(repo, "HEAD", "mijn brieven"), lambda: load_collection(folder, few)):
        with pytest.raises(CollectionError, match="more than 1 "):
            load()


def test_hidden_folders_are_left_out(repo: Path, seeds: Path) -> None:
    (repo / "mijn brieven" / ".old").mkdir()
    shutil.copy(seeds / OLD, repo / "mijn brieven" / ".old" / "a.txt")
    git(repo, "add", "-A")
    git(repo, "commit", "-q", "-m", "hidden")
    assert [file.path for file in collection_at(repo, "HEAD", "mijn brieven").files] == [OLD, NEW]


@pytest.mark.parametrize(
    "rev", ["no-such-rev", "HEAD~99", "", "--output=x", "^HEAD", "0000000000000000000000000000000000000000"]
)
def test_an_unknown_revision_is_refused(repo: Path, rev: str) -> None:
    with pytest.raises(HistoryError, match="git log"):
        collection_at(repo, rev, "mijn brieven")


@pytest.mark.parametrize("folder", ["nowhere", f"mijn brieven/{OLD}", "../outside"])
def test_an_unknown_folder_is_refused(repo: Path, folder: str) -> None:
    with pytest.raises(HistoryError, match="folder"):
        collection_at(repo, "HEAD", folder)


def test_a_revision_without_letters_is_refused(repo: Path) -> None:
    git(repo, "rm", "-r", "-q", "-f", "mijn brieven")
    (repo / "README.md").write_text("empty", encoding="utf-8")
    git(repo, "add", "-A")
    git(repo, "commit", "-q", "-m", "all gone")
    with pytest.raises(CollectionError, match="no letters"):
        collection_at(repo, "HEAD")


def test_outside_git_there_is_no_history(tmp_path: Path) -> None:
    with pytest.raises(HistoryError, match="no git repository"):
        collection_at(tmp_path, "HEAD")


def test_a_letter_in_git_lfs_is_read_where_its_content_is_here(repo: Path) -> None:
    """What `git lfs` keeps under its hash; a pointer to what is elsewhere stays one, and is refused when it is read."""
    words = b"In mei 2022 sturen wij u een plan.\n"
    oid = sha256(words).hexdigest()
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize {len(words)}\n"
    (repo / "mijn brieven" / "groot.txt").write_text(pointer, encoding="utf-8")
    git(repo, "add", "-A")
    git(repo, "commit", "-q", "-m", "lfs")
    held = {file.path: file.data for file in collection_at(repo, "HEAD", "mijn brieven").files}
    assert held["groot.txt"] == pointer.encode()
    kept = repo / ".git" / "lfs" / "objects" / oid[:2] / oid[2:4] / oid
    kept.parent.mkdir(parents=True)
    kept.write_bytes(words)
    held = {file.path: file.data for file in collection_at(repo, "HEAD", "mijn brieven").files}
    assert held["groot.txt"] == words
    kept.write_bytes(words.replace(b"2022", b"2023"))
    (refusal,) = collection_at(repo, "HEAD", "mijn brieven").refused
    assert "git lfs fsck" in str(refusal.reason)


def test_facts_in_git_lfs_are_read_where_they_are_here(repo: Path) -> None:
    facts = b"# feiten\n"
    oid = sha256(facts).hexdigest()
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize {len(facts)}\n"
    (repo / "mijn brieven" / "letters.toml").write_text(pointer, encoding="utf-8")
    git(repo, "add", "-A")
    git(repo, "commit", "-q", "-m", "lfs")
    with pytest.raises(CollectionError, match="git lfs pull"):
        collection_at(repo, "HEAD", "mijn brieven")
    kept = repo / ".git" / "lfs" / "objects" / oid[:2] / oid[2:4] / oid
    kept.parent.mkdir(parents=True)
    kept.write_bytes(facts)
    assert collection_at(repo, "HEAD", "mijn brieven").manifest == facts.decode()
    kept.write_bytes(b"# dit niet")
    with pytest.raises(CollectionError, match="git lfs fsck"):
        collection_at(repo, "HEAD", "mijn brieven")


@pytest.mark.parametrize(
    ("data", "read"), [(b"\xef\xbb\xbf# ja\n", "# ja\n"), (b"# j\xe9\n", None)], ids=["with a mark", "Latin-1"]
)
def test_facts_and_rulings_are_read_as_in_the_folder(repo: Path, data: bytes, read: str | None) -> None:
    (repo / "mijn brieven" / "decisions.toml").write_bytes(data)
    git(repo, "add", "-A")
    git(repo, "commit", "-q", "-m", "rulings")
    if read is None:
        with pytest.raises(CollectionError, match="UTF-8"):
            collection_at(repo, "HEAD", "mijn brieven")
    else:
        assert collection_at(repo, "HEAD", "mijn brieven").decisions == read


@pytest.mark.parametrize("name", ["a$b.txt", "a\tb.txt", 'a"b.txt', "-a.txt", "é.txt", "a\nb.txt", "e\u0301.txt"])
def test_a_name_is_taken_as_it_is(repo: Path, name: str) -> None:
    (repo / "mijn brieven" / name).write_text("In mei 2022 sturen wij u een plan.\n", encoding="utf-8")
    git(repo, "add", "-A")
    git(repo, "commit", "-q", "-m", "odd")
    assert name in [file.path for file in collection_at(repo, "HEAD", "mijn brieven").files]
    assert [row.path for row in arrived(repo, "HEAD~1", "HEAD", "mijn brieven")] == sorted(
        [f"mijn brieven/{name}", f"mijn brieven/{OLD}"]
    )


LETTER = "In mei 2022 sturen wij u een plan.\n"


def test_a_repository_whose_ids_are_sha_256(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main", "--object-format=sha256")
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text(LETTER, encoding="utf-8")
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-q", "-m", "one")
    assert [file.data.decode() for file in collection_at(tmp_path, "main").files] == [LETTER, LETTER]
    assert [row.path for row in arrived(tmp_path, "HEAD~1", "HEAD")] == ["1.txt"]


def test_a_name_that_is_no_utf_8_costs_that_file_alone(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    for name in (b"a.txt", b"\xff.txt"):
        (tmp_path / os.fsdecode(name)).write_text(LETTER, encoding="utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "odd")
    found = collection_at(tmp_path, "HEAD")
    assert [file.path for file in found.files] == ["a.txt"]
    assert [row.path for row in found.refused] == ["\ufffd.txt"]


def test_a_revision_of_a_day(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A branch as it stood at a time, by the log of the branch."""
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2024-07-03T12:00:00+0000")
    git(repo, "commit", "-q", "--allow-empty", "-m", "later")
    git(repo, "rm", "-q", "--cached", f"mijn brieven/{NEW}")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2024-07-05T12:00:00+0000")
    git(repo, "commit", "-q", "-m", "one less")
    assert len(collection_at(repo, "main@{2024-07-04}", "mijn brieven").files) == 2
    assert len(collection_at(repo, "main@{yesterday}", "mijn brieven").files) == 1


def test_what_went_is_told(repo: Path) -> None:
    git(repo, "rm", "-q", "--cached", f"mijn brieven/{NEW}")
    git(repo, "commit", "-q", "-m", "one less")
    (row,) = arrived(repo, "HEAD~1", "HEAD", "mijn brieven")
    assert (row.path, row.gone) == (f"mijn brieven/{NEW}", True)


@pytest.mark.skipif(shutil.which("git-lfs") is None, reason="git-lfs is not installed here")
def test_the_real_git_lfs_gives_what_stands_in_the_folder(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "repo")
    repo.begin()
    repo.git("lfs", "install", "--local")
    repo.git("lfs", "track", "*.txt")
    repositories.write(repo.letters)
    repo.git("add", ".")
    repo.git("commit", "-q", "-m", "letters")
    assert "git-lfs" in repo.git("cat-file", "-p", f"HEAD:{FOLDER}/{repositories.NAMES[0]}")
    assert open_collection(repo.letters, "HEAD").files == open_collection(repo.letters).files
