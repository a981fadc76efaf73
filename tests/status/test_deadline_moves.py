"""Deadlines that move: which moves are slips, and which prolong what is in force."""

from __future__ import annotations

import dataclasses

import pytest

from tests.series import Made, Promise, Told, judged
from tracker.model import Kind, Outcome, Status, StepKind

pytestmark = pytest.mark.usefixtures("every_silence_lapses")

WATER = "3. Waterkwaliteit van de grote rivieren"
DESK = Promise("Er komt een landelijk meldpunt geluidhinder in de haven.", Kind.START)
MOVED = "Het landelijk meldpunt geluidhinder in de haven komt niet in juni 2024 maar later."


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ([("2024-06-30", "2025-12-31"), ("2024-06-30", "2025-12-31")], [549]),
        ([("2024-06-30", "2025-12-31"), ("2024-06-30", "")], [549]),
        ([("2024-06-30", "2025-12-31"), ("2024-06-30", "2025-06-30")], [549]),
        ([("2024-06-30", "2025-12-31"), ("2024-06-30", "2026-12-31")], [549, 365]),
        ([("2024-06-30", "2025-12-31"), ("2025-12-31", "2026-12-31")], [549, 365]),
        ([("2024-06-30", "2025-12-31"), ("", "2025-12-31")], [549]),
    ],
    ids=["told again", "without a day", "told of less", "from the first day", "from the last day", "without the old"],
)
def test_a_move_counts_once_and_from_the_last_known_day(told: list[tuple[str, str]], days: list[int]) -> None:
    first = dataclasses.replace(DESK, end="2024-06-30")
    later = [
        Made(str(at), f"202{4 + at}-01-10", {WATER: [Told(MOVED, Outcome.DELAYED, old, new)]})
        for at, (old, new) in enumerate(told)
    ]
    (thread, *_) = judged(Made("a", "2023-06-20", {WATER: [first]}), *later)
    assert [row.days for row in thread.slips if row.days] == days


YEARLY = {
    "it says that it goes on": "Het loket geluidhinder voert ook in {year} zijn taak uit.",
    "an effort of each year": "In {year} zetten we met het loket geluidhinder extra in op rust.",
    "a rate": "Het tarief van het loket geluidhinder bedraagt in {year} € 3 per inwoner.",
    "the thing has its own year": "Eind {year} stellen wij het uitvoeringsplan geluidhinder {year} vast.",
}


def yearly(text: str, year: int) -> Promise:
    return Promise(text.format(year=year), Kind.DELIVER, f"{year}-01-01", f"{year}-12-31", words=f"{year}")


@pytest.mark.parametrize("text", YEARLY.values(), ids=YEARLY.keys())
def test_what_returns_each_year_is_repeated(text: str) -> None:
    series = [Made(f"l{year}", f"{year - 1}-10-01", {WATER: [yearly(text, year)]}) for year in (2024, 2025)]
    thread = judged(*series)[0]
    assert [step.step for step in thread.members] == [StepKind.PROMISED, StepKind.REPEATED]
    assert thread.slips == ()


def test_what_is_finished_a_year_later_is_a_slip() -> None:
    text = "In {year} zal de bouw van het loket geluidhinder worden afgerond."
    series = [Made(f"l{year}", f"{year - 1}-10-01", {WATER: [yearly(text, year)]}) for year in (2024, 2025)]
    assert [slip.days for slip in judged(*series)[0].slips] == [365]


def test_a_prolongation_names_the_old_end_and_the_new() -> None:
    """The next one counts from there; one whose end nobody knows names none."""
    text = "Het convenant geluidhinder loopt tot 1 augustus 2024."
    runs = Promise(text, Kind.CONTINUE, "", "2024-08-01", until=True)
    longer = Told("Het convenant geluidhinder is met 17 maanden verlengd.", Outcome.EXTENDED)
    again = Told("Het convenant geluidhinder is opnieuw met een jaar verlengd.", Outcome.EXTENDED)
    thread = judged(
        Made("a", "2023-06-20", {WATER: [runs]}),
        Made("b", "2024-06-26", {WATER: [longer]}),
        Made("c", "2025-06-26", {WATER: [again]}),
    )[0]
    ends = [(str(step.old_end), str(step.new_end)) for step in thread.members if step.step is StepKind.EXTENDED]
    assert ends == [("2024-08-01", "2025-12-31"), ("2025-12-31", "2026-12-31")]
    same = Told(longer.text, Outcome.EXTENDED, new="2024-08-01")
    thread = judged(Made("a", "2023-06-20", {WATER: [runs]}), Made("b", "2024-06-26", {WATER: [same]}))[0]
    assert [(step.old_end, step.new_end) for step in thread.members] == [(None, None)] * 2
    endless = Promise("Er is een convenant geluidhinder.", Kind.CONTINUE)
    thread = judged(Made("a", "2023-06-20", {WATER: [endless]}), Made("b", "2024-06-26", {WATER: [longer]}))[0]
    assert [(step.old_end, step.new_end) for step in thread.members] == [(None, None)] * 2


ROAD = Promise("Het asfalt van de Kustweg wordt in november 2024 vervangen.", Kind.DELIVER, "2024-11-01", "2024-11-30")
LATER_THAN = {
    "another thing is later": ("De brug bij de haven is een jaar later klaar dan gepland.", []),
    "the sentence before it": ("Dit is een jaar later dan gepland.", [("2023-11-30", "2024-11-30")]),
}


@pytest.mark.parametrize(("text", "slips"), LATER_THAN.values(), ids=LATER_THAN.keys())
def test_later_than_planned_is_the_day_that_the_sentence_before_it_names(
    text: str, slips: list[tuple[str, str]]
) -> None:
    road = dataclasses.replace(ROAD, anchor="2023-10-10")
    thread, *_ = judged(Made("a", "2023-10-10", {"2. Wegen": [road, Told(text, Outcome.DELAYED)]}))
    assert [(str(slip.old_end), str(slip.new_end)) for slip in thread.slips] == slips


EDITIONS = {
    "the same edition, later": ("2026", [365]),
    "the next edition": ("2027", []),
}


@pytest.mark.parametrize(("edition", "days"), EDITIONS.values(), ids=EDITIONS.keys())
def test_the_edition_that_was_named_last_tells_whether_the_next_is_a_slip(edition: str, days: list[int]) -> None:
    """Between the two a letter speaks of the thing without its year."""
    texts = {
        "2024-03-01": ("De havenverordening 2026 leggen wij in december 2024 voor.", "2024-12", "in december 2024"),
        "2024-09-01": ("De havenverordening leggen wij in december 2024 voor.", "2024-12", "in december 2024"),
        "2025-09-01": (
            f"De havenverordening {edition} leggen wij in december 2025 voor.",
            "2025-12",
            "in december 2025",
        ),
    }
    series = [
        Made(
            f"l{written}", written, {WATER: [Promise(text, Kind.LEGISLATE, f"{month}-01", f"{month}-31", words=words)]}
        )
        for written, (text, month, words) in texts.items()
    ]
    assert [slip.days for slip in judged(*series)[0].slips] == days


MORE_TIME = {
    "a promised act": (
        "Wij leggen in 2024 een steiger aan bij de haven.",
        Kind.DELIVER,
        "2024-01-01",
        Status.POSTPONED,
    ),
    "a scheme in force": (
        "De steigerregeling bij de haven loopt tot en met 31 december 2024.",
        Kind.CONTINUE,
        "",
        Status.EXTENDED,
    ),
}


@pytest.mark.parametrize(("text", "kind", "start", "status"), MORE_TIME.values(), ids=MORE_TIME.keys())
def test_that_more_time_is_needed_is_why_a_scheme_is_prolonged(
    text: str, kind: Kind, start: str, status: Status
) -> None:
    words = "Schippers hebben meer tijd nodig: de steigerregeling bij de haven is verlengd tot eind 2025."
    rows: list[str | Promise | Told] = [Told(words, Outcome.DELAYED, new="2025-12-31")]
    if kind is Kind.CONTINUE:
        rows.insert(0, Promise(words, Kind.CONTINUE, "", "2025-12-31"))
    first = Made("a", "2023-06-20", {WATER: [Promise(text, kind, start, "2024-12-31")]})
    assert judged(first, Made("b", "2024-06-26", {WATER: rows}))[0].status is status


@pytest.mark.parametrize(
    ("when", "end"),
    [(None, "2025-12-31"), (("2023-09-01", "2023-09-30"), "2025-12-31"), (("2023-03-01", "2023-03-31"), "None")],
    ids=["no day", "after the end was named", "before it: the end that was named has it already"],
)
def test_what_was_prolonged_before_its_end_was_named_is_not_counted_again(
    when: tuple[str, str] | None, end: str
) -> None:
    runs = Promise("Het convenant geluidhinder loopt tot 1 augustus 2024.", Kind.CONTINUE, "", "2024-08-01", until=True)
    longer = Told("Het convenant geluidhinder is met 17 maanden verlengd.", Outcome.EXTENDED, when=when)
    letters = (Made("a", "2023-06-20", {WATER: [runs]}), Made("b", "2024-06-26", {WATER: [longer]}))
    assert str(judged(*letters)[0].members[-1].new_end) == end
