"""The audit: its parts in the order of a rappel, and per promise all that an auditor asks for."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.ledgers import DELIVERED, LAPSED, NEW, OLD, POSTPONED, PROMISED, REPORTS, SMALL, step
from tracker.i18n.catalog import speaking
from tracker.ledger.fates import was_dated
from tracker.ledger.queries import Index
from tracker.model import Ledger, Status, StepKind, Thread
from tracker.statuses import COLUMNS
from tracker.views import audit, overview
from tracker.views.page_one import trust
from tracker.views.sheet import ReportView, ThreadEntry

PARTLY = replace(
    POSTPONED,
    id="t-aaaa0009",
    status=Status.PROMISED,
    slips=(),
    members=(POSTPONED.members[0], step(REPORTS[1].id, StepKind.PROGRESS, "how it goes")),
)


def audited(*threads: Thread, ledger: Ledger = SMALL) -> ReportView:
    return audit.sheet(Index(replace(ledger, threads=threads)))


def only(sheet: ReportView, key: str) -> ThreadEntry:
    (found,) = sheet.block(key)
    return found


def test_what_weighs_most_stands_first() -> None:
    keys = ["lapsed", "slipped", "dropped", "unclear", "due", "doubted", "partly", "late", "coming"]
    assert [block.key for block in audited().blocks] == keys


@pytest.mark.parametrize(
    ("thread", "parts"),
    [
        pytest.param(PROMISED, set(), id="not due for years"),
        pytest.param(POSTPONED, {"slipped"}, id="re-dated"),
        pytest.param(LAPSED, {"lapsed"}, id="passed without word"),
        pytest.param(replace(LAPSED, status=Status.UNCLEAR), {"unclear"}, id="passed, and spoken of"),
        pytest.param(replace(LAPSED, status=Status.DUE), {"due"}, id="passed since the newest letter"),
        pytest.param(replace(LAPSED, status=Status.EXTENDED), set(), id="prolonged"),
        pytest.param(PARTLY, {"coming"}, id="under way, and due soon"),
        pytest.param(replace(LAPSED, confidence=0.3), {"doubted"}, id="passed without word, and hardly sure"),
        pytest.param(DELIVERED, {"late"}, id="met late"),
        pytest.param(replace(DELIVERED, status=Status.DROPPED), {"dropped"}, id="withdrawn"),
        pytest.param(replace(PARTLY, status=Status.DELIVERED), set(), id="met, and not late"),
        pytest.param(replace(PARTLY, members=PARTLY.members[:1]), {"coming"}, id="open, and nothing is told of it"),
        pytest.param(replace(PARTLY, members=PARTLY.members[1:]), set(), id="never promised"),
    ],
)
def test_a_promise_stands_where_it_belongs(thread: Thread, parts: set[str]) -> None:
    sheet = audited(thread)
    assert {block.key for block in sheet.blocks if block.entries} == parts


def test_every_dated_promise_is_counted_and_stands_once() -> None:
    index = Index(SMALL)
    sheet = overview.sheet(index, SMALL.threads, soft=True)
    stood = [row.thread for block in sheet.blocks for row in block.entries]
    assert sorted(stood) == sorted(row.id for row in SMALL.threads)
    assert sum(row.number for row in sheet.figures) == sum(was_dated(index, row) for row in SMALL.threads)


class TestSlip:
    """All that is told of a promise that slipped."""

    entry = only(audited(POSTPONED), "slipped")

    def test_its_deadlines_days_and_times(self) -> None:
        assert self.entry.facts == (
            "eind 2021 [2021-12-31] → eind 2023 [2023-12-31]",
            "730 days later (postponed 1 time)",
            "status: postponed",
        )

    def test_both_quotes_with_rule_citation_address_and_place(self) -> None:
        was, now, why = self.entry.notes
        assert (was.lead, now.lead, why.lead) == ("was", "now", "why")
        assert was.place.replace("\xa0", " ") == "Kamerstuk 12 345, nr. 7, § Havens, p. 1, line 1"
        assert (now.rule, now.file, now.line) == ("outcome", "kst-12345-9.txt", 1)
        assert now.url == "https://zoek.officielebekendmakingen.nl/kst-12345-9.html"
        assert why.text == "omdat het slib vervuild was"

    def test_who_answered_for_it_and_who_does_now(self) -> None:
        newer = replace(NEW, signatories=("B. Opvolger", "C. Staatssecretaris"))
        sheet = audited(POSTPONED, ledger=replace(SMALL, letters=(OLD, newer)))
        told = {detail.label: detail.text.replace("\xa0", " ") for detail in only(sheet, "slipped").details}
        assert told["Responsible"] == (
            "then A. Minister, nr. 7 (2020); now B. Opvolger and C. Staatssecretaris, nr. 9 (2021)"
        )
        assert told["Basis"] == "outcome"

    def test_no_explanation_is_told_as_such(self) -> None:
        silent = replace(POSTPONED, slips=(replace(POSTPONED.slips[0], explained=None),))
        assert only(audited(silent), "slipped").notes[-1].text == "no explanation found"

    def test_in_dutch(self) -> None:
        with speaking("nl"):
            entry = only(audited(POSTPONED), "slipped")
        assert entry.facts == (
            "eind 2021 [31 dec 2021] → eind 2023 [31 dec 2023]",
            "730 dagen uitgesteld (1 keer)",
            "status: uitgesteld",
        )


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ({"title": "Havens", "name": "map"}, "Audit of Havens, as of 2021-09-01"),
        ({"title": "", "name": "map"}, "Audit of map, as of 2021-09-01"),
        ({"title": "", "name": ""}, "Audit of the letters, as of 2021-09-01"),
        ({"title": "Havens", "as_of": None}, "Audit of Havens, date unknown"),
    ],
)
def test_the_title_names_the_letters_and_the_day(told: dict[str, object], title: str) -> None:
    assert audit.sheet(Index(replace(SMALL, **told))).title == title


def test_what_was_examined_and_what_was_not() -> None:
    undated = replace(OLD, date=None, earliest=dt.date(2020, 1, 1), latest=dt.date(2020, 12, 31))
    sheet = audited(POSTPONED, replace(PROMISED, members=()), ledger=replace(SMALL, letters=(undated, NEW)))
    assert sheet.remarks == (
        "to answer now, A. Minister: 1 postponed",
        "promised by A. Minister (2020): 1 postponed",
        "2 letters read: nr.\xa07\xa0(2020), nr.\xa09\xa0(2021)",
        "no exact date: Kamerstuk 12 345, nr.\xa07 (2020)",
        "not read: scan.pdf: it has no text layer; run ocrmypdf on it",
        trust(),
    )


def test_totals_add_up() -> None:
    many = tuple(replace(POSTPONED, id=f"t-{at}") for at in range(3))
    tables = {table.key: table for table in audited(*many, LAPSED, DELIVERED, PROMISED).tables}
    assert list(tables) == ["offices", "signatories", "actors", "kinds", "topics", "letters"]
    for key in ("actors", "kinds", "topics"):
        rows = tables[key].rows
        assert sum(int(row[1]) for row in rows) == 6
        assert all(row[1] == sum(int(cell) for cell in row[2:]) for row in rows)
    told = {POSTPONED.status: 3, LAPSED.status: 1, DELIVERED.status: 1, PROMISED.status: 1}
    counts = tuple(sum(told.get(status, 0) for status in column) for column in COLUMNS)
    assert tables["actors"].rows == (("cabinet", 6, *counts),)
    assert sum(counts) == 6
    assert [row[0] for row in tables["kinds"].rows] == ["deliver", "inform", "start"]
    assert tables["letters"].rows[1] == ("Kamerstuk 12 345, nr.\xa09", "2021-09-01", "A. Minister", 1, 2)
