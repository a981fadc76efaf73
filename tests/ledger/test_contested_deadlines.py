"""What the letters alone say and parliament's register contradicts."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.repositories import masthead
from tracker.commands.source import CollectionSource
from tracker.ledger.contested_deadlines import LIKELY, by_letters, contested_threads, is_likely, is_settled_there
from tracker.ledger.fates import counted, fate
from tracker.ledger.news import news_of
from tracker.ledger.queries import Index
from tracker.model import MatchGround, RegisterMatch, RegisterTwin, Status, StepKind, Thread
from tracker.report_headings import Fate
from tracker.sources.register import Register, Registered, write_register
from tracker.views.audit import sheet
from tracker.views.findings import findings
from tracker.views.rappel import content

OPEN = RegisterMatch("TZ202303-1", "", MatchGround.CARRIED, "Een brief.", "Openstaand", met=False)
MET = replace(OPEN, status="Voldaan", met=True)
CLOSED = replace(OPEN, status="Vervallen", closed=True)
UNKNOWN = replace(OPEN, status="Zie debat", unclear=True)
UNSAID = replace(OPEN, status="", unclear=True)
TWIN = replace(OPEN, twins=(RegisterTwin("Een plan.", "Voldaan", met=True),))
TWIN_OPEN = replace(OPEN, twins=(RegisterTwin("Een plan.", "Openstaand", met=False),))
POSSIBLY = replace(MET, ground=MatchGround.ASKED)
POSSIBLY_OPEN = replace(OPEN, ground=MatchGround.ASKED)
HARDLY = replace(POSSIBLY, score=0.3)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """One promise, and a letter after it."""
    folder = tmp_path_factory.mktemp("letters")
    promised = "In juni 2023 sturen wij uw Kamer het rapport over de havens.\n"
    (folder / "1.txt").write_text(masthead("1", "1 maart 2023") + promised, "utf-8")
    (folder / "2.txt").write_text(masthead("2", "10 september 2023") + "De dijken zijn hoog.\n", "utf-8")
    return CollectionSource(folder).index


def beside(index: Index, status: Status, row: RegisterMatch, decided: str | None = None) -> Index:
    """The promise with a status, sure of itself, beside what the register says of it."""
    (thread,) = index.ledger.threads
    told = replace(thread, status=status, confidence=0.95, decided_by=decided)
    rows = (replace(row, thread=thread.id),)
    return index.ruled(replace(index.ledger, threads=contested_threads((told,), rows), registered=rows))


def only(index: Index) -> Thread:
    (thread,) = index.ledger.threads
    return thread


@pytest.mark.parametrize("status", [Status.LAPSED, Status.UNCLEAR, Status.DUE])
@pytest.mark.parametrize("row", [OPEN, UNSAID, TWIN_OPEN, POSSIBLY_OPEN, HARDLY])
def test_what_the_register_calls_open_stays_as_the_letters_have_it(
    index: Index, status: Status, row: RegisterMatch
) -> None:
    thread = only(beside(index, status, row))
    assert (thread.status, thread.by_letters, thread.confidence) == (status, None, 0.95)


@pytest.mark.parametrize(
    ("status", "row"),
    [
        (Status.DROPPED, OPEN),
        (Status.DROPPED, CLOSED),
        (Status.DELIVERED, OPEN),
        (Status.POSTPONED, MET),
        (Status.PROMISED, MET),
        (Status.EXTENDED, CLOSED),
    ],
)
def test_what_both_may_say_at_once_is_no_question(index: Index, status: Status, row: RegisterMatch) -> None:
    """What was postponed may be met since; what a letter withdraws stands open until parliament says so."""
    assert only(beside(index, status, row)).status is status


@pytest.mark.parametrize(
    ("status", "row"),
    [
        *((status, row) for status in (Status.LAPSED, Status.UNCLEAR, Status.DUE) for row in (MET, CLOSED, UNKNOWN)),
        (Status.LAPSED, TWIN),
        (Status.LAPSED, POSSIBLY),
        (Status.DROPPED, MET),
        (Status.DROPPED, UNKNOWN),
    ],
)
def test_what_the_register_contradicts_accuses_nobody(index: Index, status: Status, row: RegisterMatch) -> None:
    found = beside(index, status, row)
    thread = only(found)
    assert (thread.status, thread.by_letters) == (Status.UNCLEAR, status)
    assert fate(found, thread) is Fate.DOUBTED
    assert counted(found, thread) is Status.UNCLEAR
    assert not findings(sheet(found))
    assert not content(found).letters
    (entry,) = sheet(found).block("doubted")
    assert entry.sureness == "doubtful"
    assert any(row.status in fact for fact in entry.facts), "the register's word stands beside it"
    assert thread.evidence[-1].rule == "register"
    assert only(by_letters(found)).status is status


def test_what_an_analyst_decided_stands(index: Index) -> None:
    thread = only(beside(index, Status.LAPSED, MET, "A. Analist"))
    assert (thread.status, thread.by_letters) == (Status.LAPSED, None)


def test_the_letter_that_withdraws_what_was_met_tells_it_as_a_question(index: Index) -> None:
    newest = index.ledger.letters[-1]
    (thread,) = index.ledger.threads
    step = replace(thread.members[0], letter=newest.id, step=StepKind.DROPPED)
    told = index.ruled(replace(index.ledger, threads=(replace(thread, members=(*thread.members, step)),)))
    assert news_of(beside(told, Status.DROPPED, OPEN), newest).steps[StepKind.DROPPED]
    news = news_of(beside(told, Status.DROPPED, MET), newest)
    assert not news.steps[StepKind.DROPPED]
    assert news.asked[Fate.DOUBTED]


def test_nobody_is_asked_how_that_stands_which_the_register_settles(index: Index) -> None:
    for row, settled in ((MET, True), (CLOSED, True), (OPEN, False), (POSSIBLY, False)):
        found = beside(index, Status.POSTPONED, row)
        assert is_settled_there(found, only(found)) is settled


@pytest.mark.parametrize(
    ("row", "likely"),
    [(replace(MET, score=0.1), True), (replace(POSSIBLY, score=LIKELY), True), (replace(POSSIBLY, score=0.49), False)],
)
def test_what_is_sure_or_as_likely_as_not_is_likely(row: RegisterMatch, likely: bool) -> None:
    assert is_likely(row) is likely


@pytest.mark.parametrize(
    ("others", "status"),
    [
        ((OPEN,), Status.LAPSED),
        ((replace(OPEN, ground=MatchGround.WORDS),), Status.LAPSED),
        ((), Status.UNCLEAR),
        ((HARDLY,), Status.UNCLEAR),
        ((MET,), Status.UNCLEAR),
    ],
)
def test_what_another_promise_of_the_register_surely_is_a_likely_one_acquits_not(
    index: Index, others: tuple[RegisterMatch, ...], status: Status
) -> None:
    likely = replace(POSSIBLY, number="TZ202303-2", score=0.6)
    (thread,) = index.ledger.threads
    rows = [replace(row, thread=thread.id) for row in (likely, *others)]
    assert [row.status for row in contested_threads((replace(thread, status=Status.LAPSED),), rows)] == [status]
    changing = [replace(rows[0], changes=("TZ202303-1",)), *rows[1:]]
    assert [row.status for row in contested_threads((replace(thread, status=Status.LAPSED),), changing)] == [
        Status.UNCLEAR
    ]


@pytest.mark.parametrize(
    ("told", "likely"),
    [
        ("De minister zegt toe een rapport te sturen over havenveiligheid.", True),
        ("De wethouder stuurt het rapport havenveiligheid.", True),
        ("De minister stuurt een rapport over luchthavenveiligheid.", False),
        ("De minister stuurt een plan voor havenveiligheid.", False),
        ("De minister stuurt een rapport over havenkosten.", False),
    ],
)
def test_a_compound_in_the_register_may_be_what_letters_promise(tmp_path: Path, told: str, likely: bool) -> None:
    promised = "Voor de zomer van 2023 stuur ik uw Kamer het rapport over de veiligheid van havens.\n"
    (tmp_path / "1.txt").write_text(masthead("1", "1 maart 2023") + promised, "utf-8")
    row = Registered("T02853", told, "voldaan", met=True)
    (tmp_path / "register.json").write_text(write_register(Register(dt.date(2024, 1, 1), (row,))), "utf-8")
    assert any(map(is_likely, CollectionSource(tmp_path).index.ledger.registered)) is likely
