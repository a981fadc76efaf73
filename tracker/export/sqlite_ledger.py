"""The ledger as an SQLite database, for people who ask questions of their own.

schema.sql says what every table and column is; SQLite keeps those words in the file. The words that a column holds are
filled in from the model.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from tracker.export.sqlite_rows import rows_by_table
from tracker.model import Outcome, Status, StepKind

if TYPE_CHECKING:
    from sqlite_utils import Database

    from tracker.model import Ledger

_INDEXED = {
    "sections": ("letter",),
    "statements": ("letter",),
    "members": ("letter", "statement"),
    "slips": ("from_letter", "to_letter"),
    "pairs": ("alignment",),
}
"""The columns that questions come by, beside the keys."""


@cache
def schema() -> str:
    """The tables and views, each with what it and its columns mean, as SQL."""
    text = files("tracker.export").joinpath("schema.sql").read_text(encoding="utf-8")
    for name, words in {"statuses": Status, "steps": StepKind, "outcomes": Outcome}.items():
        text = text.replace(f"{{{name}}}", ", ".join(words))
    return text


def write(ledger: Ledger) -> bytes:
    """The ledger as the bytes of a database file, with an index on what letters say (`statements_fts`)."""
    from sqlite_utils import Database

    database = Database(memory=True)
    try:
        database.conn.executescript(schema())
        for name, rows in rows_by_table(ledger).items():
            database.table(name).insert_all(rows)
        _index(database)
        database.conn.commit()
        return database.conn.serialize()
    finally:
        database.close()


def _index(database: Database) -> None:
    """What makes questions quick, and words findable whatever their accents."""
    for name, columns in _INDEXED.items():
        for column in columns:
            database.table(name).create_index([column])
    database.table("statements").enable_fts(["quote"], tokenize="unicode61 remove_diacritics 2")
