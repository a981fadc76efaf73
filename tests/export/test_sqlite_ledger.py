"""The ledger as a database: whole, joined by its keys, documented, and answering questions."""

from __future__ import annotations

import errno
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests import repositories
from tests.ledgers import SMALL
from tracker.cli import main
from tracker.errors import ExitCode
from tracker.export.sqlite_ledger import schema, write

SCHEMA = schema()
TABLES = re.findall(r"^CREATE TABLE (\w+) \((.+?)^\);", SCHEMA, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def data() -> bytes:
    return write(SMALL)


@pytest.fixture
def database(data: bytes, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The database as a program finds it: a file."""
    file = tmp_path / "ledger.db"
    file.write_bytes(data)
    connection = sqlite3.connect(file)
    yield connection
    connection.close()


def test_keys_lead_to_what_is_there(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert [len(database.execute(f"PRAGMA foreign_key_list({name})").fetchall()) for name, _ in TABLES].count(0) == 5


def test_nothing_is_left_out(database: sqlite3.Connection) -> None:
    threads = SMALL.threads
    expected = {
        "letters": len(SMALL.letters),
        "sections": sum(len(letter.sections) for letter in SMALL.letters),
        "commitments": len(SMALL.commitments),
        "reports": len(SMALL.reports),
        "threads": len(threads),
        "members": sum(len(thread.members) for thread in threads),
        "slips": sum(len(thread.slips) for thread in threads),
        "links": sum(len(thread.links) for thread in threads),
        "link_parts": sum(len(link.parts) for thread in threads for link in thread.links),
        "link_parts_by_hand": sum(len(link.by_hand) for thread in threads for link in thread.links),
        "evidence": sum(len(thread.evidence) for thread in threads),
        "alignments": len(SMALL.alignments),
        "pairs": sum(len(alignment.pairs) for alignment in SMALL.alignments),
    }
    found = {name: database.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in expected}  # noqa: S608
    assert found == expected


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        pytest.param(
            "SELECT c.quote, s.days FROM slips s JOIN commitments c ON c.id = s.from_statement WHERE new_end > '2022'",
            [("De haven is eind 2021 verdiept.", 730)],
            id="a slip with its promise",
        ),
        pytest.param(
            "SELECT count(*) FROM statements s JOIN statements_fts f ON f.rowid = s.rowid"
            " WHERE statements_fts MATCH 'HÁVEN'",
            [(2,)],
            id="words, whatever their accents",
        ),
        pytest.param(
            "SELECT c.quote, sum(p.contribution) FROM links l JOIN commitments c ON c.id = l.from_statement"
            " JOIN link_parts p ON p.thread = l.thread AND p.link = l.position GROUP BY l.thread, l.position",
            [("De haven is eind 2021 verdiept.", 1.5)],
            id="why it is linked",
        ),
        pytest.param("SELECT typeof(as_of), typeof(name) FROM ledger", [("text", "text")], id="plain types"),
        pytest.param("SELECT DISTINCT typeof(late) FROM threads", [("integer",)], id="yes and no"),
    ],
)
def test_questions_are_answered(question: str, answer: list[object], database: sqlite3.Connection) -> None:
    assert database.execute(question).fetchall() == answer


def test_a_question_by_letter_needs_no_walk(database: sqlite3.Connection) -> None:
    for table in ("statements", "members", "sections"):
        plan = database.execute(f"EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE letter = 'x'").fetchone()  # noqa: S608
        assert "USING INDEX" in plan[3]


def test_the_same_ledger_gives_the_same_bytes(data: bytes) -> None:
    assert data == write(SMALL)


@pytest.mark.parametrize(("name", "columns"), TABLES, ids=[name for name, _ in TABLES])
def test_every_table_and_column_says_what_it_is(name: str, columns: str) -> None:
    assert re.search(rf"^-- .+\.\nCREATE TABLE {name} ", SCHEMA, re.MULTILINE)
    rows = [row for row in columns.strip().splitlines() if not row.lstrip().startswith("PRIMARY KEY")]
    assert [row for row in rows if not re.search(r" -- \S", row)] == []


def test_the_file_keeps_the_words_on_its_columns(database: sqlite3.Connection) -> None:
    (text,) = database.execute("SELECT sql FROM sqlite_master WHERE name = 'slips'").fetchone()
    assert "the letter's explanation in its own words" in text


def test_the_command_writes_the_file_or_nothing(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    letters = repositories.write(tmp_path / "brieven")
    file = tmp_path / "ledger.db"
    command = ["export", str(letters), "--format", "sqlite", "--output"]
    assert main([*command, str(letters / repositories.NAMES[0])]) == ExitCode.USER
    monkeypatch.setattr("os.fsync", full)
    assert main([*command, str(file)]) == ExitCode.USER
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brieven"]
    monkeypatch.undo()
    assert main([*command, str(file)]) == ExitCode.DONE
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("SELECT count(*) FROM letters").fetchone() == (3,)
    capsysbinary.readouterr()
    assert main(["export", "--format", "sqlite", "--schema"]) == ExitCode.DONE
    assert capsysbinary.readouterr().out.decode() == SCHEMA


def full(_: int) -> None:
    """A disk that has no room left."""
    raise OSError(errno.ENOSPC, "No space left on device")
