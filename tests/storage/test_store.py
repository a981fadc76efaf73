"""What is kept is what was put there; a store that is broken, or was put there by others, is begun anew."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tracker.storage import store as module
from tracker.storage.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "read.sqlite"


def kept(path: Path, name: str = "a") -> bytes | None:
    """What a store that is opened now gives."""
    store = Store(path, "state")
    try:
        return store.get(name)
    except KeyError:
        return None
    finally:
        store.close()


def filled(path: Path, *names: str) -> None:
    store = Store(path, "state")
    for name in names or ("a",):
        store.put(name, name.encode() * 9000)
    store.close()


def _cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _emptied(path: Path) -> None:
    os.truncate(path, 0)


def _overwritten(path: Path) -> None:
    path.write_bytes(b"\xc1 no database" * 500)


def _flipped(path: Path) -> None:
    data = path.read_bytes()
    at = data.index(b"a" * 3000)
    path.write_bytes(data[:at] + b"b" + data[at + 1 :])


def _linked(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to("elsewhere")


def _piped(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _of_another_name(path: Path) -> None:
    with sqlite3.connect(path) as one:
        one.execute("UPDATE entry SET name = 'z' WHERE name = 'a'")
        one.execute("UPDATE entry SET name = 'a' WHERE name = 'b'")
    one.close()


def _other_tables(path: Path) -> None:
    with sqlite3.connect(path) as one:
        one.executescript("DROP TABLE entry; CREATE TABLE entry (x)")
    one.close()


def _viewed(path: Path) -> None:
    with sqlite3.connect(path) as one:
        one.execute("CREATE VIEW seen AS SELECT 1")
    one.close()


SPOILED = (_cut, _emptied, _overwritten, _flipped, _linked, _piped, _of_another_name, _other_tables, _viewed)


@pytest.mark.parametrize("spoil", SPOILED, ids=lambda one: one.__name__)
def test_a_store_that_is_not_sound_is_not_believed_and_works_again(path: Path, spoil: Callable[[Path], None]) -> None:
    filled(path, "a", "b")
    spoil(path)
    assert kept(path) is None
    filled(path)
    assert kept(path) == b"a" * 9000


@pytest.fixture(autouse=True)
def untold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing was told yet."""
    monkeypatch.setattr("tracker.storage.corruption._told", set())


@pytest.mark.parametrize("spoil", [row for row in SPOILED if row is not _emptied], ids=lambda one: one.__name__)
def test_that_a_store_is_not_sound_is_told_once(
    path: Path, spoil: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    filled(path, "a", "b")
    assert kept(path) == b"a" * 9000
    assert capsys.readouterr().err == ""
    spoil(path)
    assert [kept(path), kept(path)] == [None, None]
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert str(path) in told
    filled(path)
    kept(path)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("end", ["-wal", "-shm", "-journal"])
@pytest.mark.parametrize("make", [lambda place: place.symlink_to("mine"), os.mkfifo], ids=["link", "pipe"])
def test_what_stands_where_sqlite_keeps_files_is_put_out_of_the_way(
    path: Path, end: str, make: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    filled(path)
    path.with_name("mine").write_bytes(b"mine")
    make(path.with_name(path.name + end))
    filled(path, "b")
    assert "is not believed" in capsys.readouterr().err
    assert (kept(path), kept(path, "b")) == (b"a" * 9000, b"b" * 9000)
    assert path.with_name("mine").read_bytes() == b"mine"


def test_a_folder_there_is_told_and_nothing_is_kept_at_once(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    filled(path)
    place = path.with_name(f"{path.name}-wal")
    place.mkdir()
    begun = time.monotonic()
    filled(path, "b")
    assert time.monotonic() - begun < 4, "nobody is waited for"
    assert "is not believed" in capsys.readouterr().err
    assert place.is_dir()


def test_what_breaks_while_it_is_open_is_begun_anew(path: Path) -> None:
    filled(path)
    store = Store(path, "state")
    _overwritten(path)
    store.put("b", b"2")
    store.close()
    assert kept(path, "b") in (b"2", None)
    filled(path)
    assert kept(path) == b"a" * 9000


def test_a_store_of_another_user_is_not_believed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path)
    monkeypatch.setattr("os.geteuid", lambda: 4711)
    assert kept(path) is None


def test_unsound_values_are_counted(path: Path) -> None:
    filled(path, "a", "b")
    store = Store(path, "state")
    assert store.unsound() == 0
    _of_another_name(path)
    assert store.unsound() == 2
    store.close()


def test_states_keep_their_own_and_those_used_longest_ago_go(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for at, state in enumerate(("one", "two", "one", "three", "four")):
        monkeypatch.setattr(time, "time", lambda at=at: float(at))
        store = Store(path, state)
        store.put("a", state.encode())
        store.close()
    with sqlite3.connect(path) as one:
        assert sorted(one.execute("SELECT state, count(*) FROM entry GROUP BY state")) == [
            ("four", 1),
            ("one", 1),
            ("three", 1),
        ]
    one.close()


def test_of_too_many_bytes_the_older_half_goes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path, *"abcd")
    monkeypatch.setattr(module, "MOST", path.stat().st_size - 1)
    assert [bool(kept(path, name)) for name in "dcba"] == [True, True, False, False]


def test_a_value_that_is_too_large_is_not_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 10)
    filled(path)
    assert kept(path) is None


def test_without_a_place_to_write_there_is_no_store() -> None:
    with pytest.raises(OSError, match="nowhere"):
        Store(Path("/proc/nowhere/read.sqlite"), "state")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_process_that_was_forked_opens_the_file_itself(path: Path) -> None:
    store = Store(path, "state")
    store.put("a", b"1")
    child = os.fork()
    if not child:
        store.put("b", b"2")
        os._exit(0)
    os.waitpid(child, 0)
    assert (store.get("a"), store.get("b")) == (b"1", b"2")
    store.close()


WRITING = """
import sys
from pathlib import Path
from tracker.storage.store import Store
store = Store(Path(sys.argv[1]), "state")
print("begun", flush=True)
number = 0
while True:
    store.put(f"{sys.argv[2]}{number}", str(number).encode() * 2000)
    number += 1
"""


def test_two_that_write_at_once_and_are_killed_leave_a_sound_store(path: Path) -> None:
    command = [sys.executable, "-P", "-c", WRITING, str(path)]
    writers = [subprocess.Popen([*command, name], stdout=subprocess.PIPE) for name in "ab"]
    for writer in writers:
        assert writer.stdout
        assert writer.stdout.readline() == b"begun\n"
    time.sleep(0.05)
    for writer in writers:
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
    store = Store(path, "state")
    assert store.unsound() == 0
    assert store.get("a0") == b"0" * 2000
    store.close()
