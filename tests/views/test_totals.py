"""The figures of an audit."""

from __future__ import annotations

from msgspec.structs import replace

from tests.ledgers import COMMITMENTS, LAPSED, NEW, OLD, PROMISED, SMALL
from tracker.i18n.message import MOST, message
from tracker.ledger.queries import Index
from tracker.model import DateSource, MissingPaper, Section
from tracker.views.text_style import GLUE
from tracker.views.totals import (
    FEW,
    RARE,
    SHOWN,
    examined,
    letters,
    missing,
    notices,
    total_tables,
    unread,
    without_date,
)


def test_every_table_counts_every_promise_once() -> None:
    tables = [table for table in total_tables(Index(SMALL)) if table.key in {"actors", "kinds", "topics"}]
    assert [sum(row[1] for row in table.rows) for table in tables] == [len(SMALL.threads)] * 3
    assert all(row[1] == sum(row[2:]) for table in tables for row in table.rows)


def test_what_several_sign_counts_for_each_of_them() -> None:
    both = tuple(replace(letter, signatories=("A. Een", "B. Twee"), offices=()) for letter in SMALL.letters)
    tables = {table.key: table for table in total_tables(Index(replace(SMALL, letters=both)))}
    for key in ("offices", "signatories"):
        assert [row[:2] for row in tables[key].rows] == [(name, len(SMALL.threads)) for name in ("A. Een", "B. Twee")]
    nobody = tuple(replace(letter, signatories=(), offices=()) for letter in SMALL.letters)
    assert {"offices", "signatories"} & {
        row.key for row in total_tables(Index(replace(SMALL, letters=nobody)))
    } == set()


def test_the_tables_of_who_answers_count_what_nobody_signed_too() -> None:
    half = (replace(OLD, signatories=(), offices=(), dossier="99 999"), replace(NEW, signatories=("A. Een",)))
    tables = {table.key: table for table in total_tables(Index(replace(SMALL, letters=half)))}
    for key in ("offices", "signatories"):
        rows = {row[0]: row[1] for row in tables[key].rows}
        assert sum(map(int, rows.values())) == len(SMALL.threads)
        assert rows["without a signatory"] == 4


def test_papers_that_were_not_read_stand_by_dossier() -> None:
    papers = [("12345", "7", 2), ("12345", "8", 5), ("31293", "615", 3), ("12345", "9", 1)]
    rows = tuple(MissingPaper(f"kst-{dossier}-{at}", dossier, at, (OLD.id,), times) for dossier, at, times in papers)
    (line,) = missing(Index(replace(SMALL, missing=rows)))
    assert line.replace(GLUE, " ").endswith(": 12 345, nr. 8 (5×), nr. 7 (2×), nr. 9 (1×); 31 293, nr. 615 (3×)")


def by_actor(*numbers: int) -> list[tuple[str | int, ...]]:
    """The rows of the table by actor where each name has so many promises."""
    names = [name for name, number in enumerate(numbers) for _ in range(number)]
    made = [replace(COMMITMENTS[4], id=f"c-{at}", actor=f"name {name}") for at, name in enumerate(names)]
    threads = [replace(PROMISED, id=f"t-{row.id}", members=(replace(PROMISED.members[0], ref=row.id),)) for row in made]
    index = Index(replace(SMALL, commitments=tuple(made), threads=tuple(threads)))
    (table,) = (table for table in total_tables(index) if table.key == "actors")
    return [row[:2] for row in table.rows]


def test_many_rare_names_are_told_together_and_a_few_by_themselves() -> None:
    many = (RARE, *[RARE - 1] * (FEW + 1))
    assert by_actor(*many) == [("name 0", RARE), (f"others ({FEW + 1})", (FEW + 1) * (RARE - 1))]
    assert [row[0] for row in by_actor(*many[:-1])] == [f"name {at}" for at in range(FEW + 1)]
    assert by_actor(*[RARE] * (SHOWN + 1))[-1] == ("others (1)", RARE)


def test_what_no_topic_holds_is_of_the_chapter_of_its_letter() -> None:
    chapter = Section(f"{OLD.id}/s0", "2. Water en kust", 1, 0)
    under = replace(OLD.sections[0], parent=chapter.id)
    letters = (replace(OLD, sections=(chapter, under)), NEW)
    tables = total_tables(
        Index(replace(SMALL, letters=letters, topics=(), threads=(LAPSED, replace(PROMISED, members=()))))
    )
    (topics,) = (table for table in tables if table.key == "topics")
    assert [row[:2] for row in topics.rows] == [("Water en kust", 1), ("in no section", 1)]


def test_no_signatory_is_charged_with_what_is_in_doubt() -> None:
    for confidence, lapsed in ((0.9, 1), (0.2, 0)):
        index = Index(replace(SMALL, threads=(replace(LAPSED, confidence=confidence),)))
        for table in total_tables(index)[:-1]:
            (row,) = table.rows
            assert (row[1], row[2], row[table.heads.index("not mentioned since")]) == (1, 1 - lapsed, lapsed)


def test_each_letter_has_its_row() -> None:
    assert [row[-2:] for row in letters(Index(SMALL)).rows] == [(4, 0), (1, 2)]


def test_what_was_not_read_or_has_no_date_is_told() -> None:
    dateless = replace(OLD, date=None, date_source=DateSource.UNKNOWN)
    index = Index(replace(SMALL, letters=(dateless, SMALL.letters[1])))
    assert "scan.pdf" in unread(index)[0]
    assert OLD.path in without_date(index)[0]
    assert without_date(Index(SMALL)) == ()
    assert len(examined(index)) == len(examined(Index(SMALL))) + 1


def test_papers_that_are_missing_most_cited_first() -> None:
    rows = tuple(MissingPaper(f"kst-{at}", "12345", str(at), (OLD.id,), at) for at in range(1, SHOWN + 3))
    (told,) = missing(Index(replace(SMALL, missing=rows)))
    assert told.index(f"({SHOWN + 2}×)") < told.index(f"({SHOWN + 1}×)")
    assert told.count("×") == SHOWN
    (every,) = (line for line in examined(Index(replace(SMALL, missing=rows))) if "×" in line)
    assert every.count("×") == SHOWN + 2
    assert missing(Index(SMALL)) == ()


def test_of_many_notices_of_one_kind_the_first_are_told_with_how_many_more_there_are() -> None:
    many = tuple(message("notice.not-there", path=f"{at}.txt") for at in range(MOST + 5))
    inner = tuple(
        message("notice.of-letter", path="a", notice=message(kind)) for kind in ("notice.no-date", "notice.struck")
    )
    told = notices(Index(replace(SMALL, notices=(*many, *inner, "words"), missing=())))
    assert len(told) == MOST + 1 + len(inner) + 1
    assert told[MOST] == "… and 5 more"
    assert "words" in told
