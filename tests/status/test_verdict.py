from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.series import Made, Promise, Told, build, due, judged, linked
from tracker.i18n.catalog import speaking, text_of
from tracker.model import (
    Deadline,
    Firmness,
    Kind,
    LapseSign,
    Lateness,
    Outcome,
    Precision,
    Status,
    StatusReport,
    Step,
    StepKind,
)
from tracker.status.slips import is_later, prolonged
from tracker.status.verdict import confidence_of, open_reports, told_signs
from tracker.statuses import FACTS
from tracker.temporal.timex import increase_of, tag_times
from tracker.text.short_id import thread_id

pytestmark = pytest.mark.usefixtures("every_silence_lapses")

WATER = "3. Waterkwaliteit van de grote rivieren"
HOMES = "4. Woningbouw en wonen"
NOTHING = "De bouw van woningen gaat door."

NOT_LATER = {
    "unknown": (due("2024-01-01", "2024-12-31"), None),
    "words without dates": (due("2024-01-01", "2024-12-31"), Deadline("binnenkort", None, None, "", Precision.OPEN)),
    "the same": (due("2024-01-01", "2024-12-31"), due("2024-01-01", "2024-12-31")),
    "narrower": (due("2025-01-01", "2025-12-31"), due("2025-10-01", "2025-12-31")),
    "overlapping": (due("2024-01-01", "2024-07-07"), due("2024-01-01", "2024-12-31")),
    "earlier": (due("2025-01-01", "2025-12-31"), due("2024-01-01", "2024-12-31")),
    "a wide window in which the old one lies": (due("2024-03-01", "2024-05-31"), due("2024-01-01", "2024-12-31")),
    "a year of school that begins in the year": (due("2024-01-01", "2024-12-31"), due("2024-08-01", "2025-02-01")),
    "a window and a day": (due("", "2023-06-18"), due("2024-09-01", "2024-11-30")),
}
LATER = {
    "the next year": (due("2023-06-20", "2024-12-31"), due("2025-01-01", "2025-12-31")),
    "a season that the old one runs into": (due("2024-06-21", "2024-09-20"), due("2024-09-01", "2024-11-30")),
    "in force for longer": (due("", "2024-08-01"), due("", "2025-12-31")),
}


@pytest.mark.parametrize(("old", "new"), NOT_LATER.values(), ids=NOT_LATER.keys())
def test_in_doubt_a_deadline_is_not_later(old: Deadline, new: Deadline | None) -> None:
    assert not is_later(old, new)


@pytest.mark.parametrize(("old", "new"), LATER.values(), ids=LATER.keys())
def test_a_deadline_is_later_on_every_reading(old: Deadline, new: Deadline) -> None:
    assert is_later(old, new)
    assert not is_later(new, old)


DATES = st.dates(dt.date(2000, 1, 1), dt.date(2050, 12, 31))


@given(DATES, DATES, DATES, DATES)
def test_never_both_ways_later(a: dt.date, b: dt.date, c: dt.date, d: dt.date) -> None:
    one = Deadline("", min(a, b), max(a, b), "", Precision.DAY)
    other = Deadline("", min(c, d), max(c, d), "", Precision.DAY)
    assert not (is_later(one, other) and is_later(other, one))


LENGTHS = [
    ("2024-08-01", "We verlengen de aanpak met 17 maanden.", "2025-12-31"),
    ("2023-12-31", "De looptijd is met één jaar verlengd.", "2024-12-31"),
    ("2024-01-31", "Het is met een maand verlengd.", "2024-02-29"),
    ("2024-03-10", "De termijn wordt met zes weken verlengd.", "2024-04-20"),
    ("2025-01-01", "De regeling wordt verlengd met anderhalf jaar.", "2026-06-30"),
    ("2025-01-01", "De regeling wordt met een half jaar verlengd.", "2025-06-30"),
    ("2025-01-01", "De regeling wordt met een halfjaar verlengd.", "2025-06-30"),
    ("2025-01-01", "De regeling is verlengd met vijftien maanden.", "2026-03-31"),
    ("2025-01-01", "De regeling is verlengd met achttien maanden.", "2026-06-30"),
    ("2025-01-01", "De regeling is met 2 jaar verlengd.", "2026-12-31"),
    ("2025-01-01", "De regeling is met 2,5 jaar verlengd.", "2027-06-30"),
    ("2025-01-01", "De regeling is met twee kwartalen verlengd.", "2025-06-30"),
    ("2025-01-01", "De regeling is met een kwartaal verlengd.", "2025-03-31"),
    ("2025-01-01", "De regeling is met één trimester verlengd.", "2025-04-30"),
    ("2025-08-01", "De pilot wordt met een schooljaar verlengd.", "2026-07-31"),
    ("2025-07-31", "De pilot wordt met twee studiejaren verlengd.", "2027-07-31"),
    ("2025-01-01", "De regeling is verlengd met een jaar en drie maanden.", "2026-03-31"),
    ("2025-01-01", "De regeling is met zes weken verlengd.", "2025-02-11"),
    ("2025-01-01", "De regeling is met anderhalve maand verlengd.", "2025-02-15"),
    ("2025-01-01", "De tweejarige proef wordt met nog eens een jaar verlengd.", "2025-12-31"),
    ("2025-01-01", "De regeling is verlengd voor een periode van twee jaar.", "2026-12-31"),
    ("2025-01-01", "De proef duurt een half jaar langer.", "2025-06-30"),
    ("2025-01-01", "Er is een vertraging van drie maanden.", "2025-03-31"),
    ("2025-01-01", "De regeling is met twee en een half jaar verlengd.", "2027-06-30"),
    ("2025-01-01", "De regeling is met tweeëneenhalf jaar verlengd.", "2027-06-30"),
    ("2025-01-01", "De regeling is met 1½ jaar verlengd.", "2026-06-30"),
    ("2025-01-01", "De regeling is met driekwart jaar verlengd.", "2025-09-30"),
    ("2025-01-01", "De regeling is met een heel jaar verlengd.", "2025-12-31"),
    ("2025-01-01", "De regeling is met een extra jaar verlengd.", "2025-12-31"),
    ("2025-01-01", "De regeling is met een kalenderjaar verlengd.", "2025-12-31"),
    ("2025-01-01", "De regeling is met eenentwintig maanden verlengd.", "2026-09-30"),
    ("2025-01-01", "De regeling is met een semester verlengd.", "2025-06-30"),
    ("2025-01-01", "De regeling is verlengd met nogmaals twee jaar.", "2026-12-31"),
    ("2025-01-01", "De regeling is verlengd voor de duur van één jaar.", "2025-12-31"),
    ("2025-01-01", "De regeling is verlengd met hooguit drie maanden.", "2025-03-31"),
    ("2025-01-01", "De benoeming is verlengd met een tweede termijn van vier jaar.", "2028-12-31"),
    ("2025-01-10", "De termijn is met tien werkdagen verlengd.", "2025-01-23"),
    ("2025-01-01", "De regeling is met zes tot twaalf maanden verlengd.", "2025-12-31"),
    ("2025-01-01", "De regeling is met een of twee jaar verlengd.", "2026-12-31"),
    ("2025-01-01", "De tweejarige proef wordt verlengd.", None),
    ("2025-01-01", "De regeling is verlengd met minimaal een jaar.", None),
    ("2024-03-10", "De termijn wordt verlengd.", None),
    ("2024-03-10", "De termijn wordt met enige tijd verlengd.", None),
]


@pytest.mark.parametrize(("end", "quote", "new"), LENGTHS)
def test_a_prolongation_counts_from_the_old_end(end: str, quote: str, new: str | None) -> None:
    increase = increase_of(tag_times(quote, None))
    until = Deadline("", None, dt.date.fromisoformat(end), "", Precision.DAY, exclusive=True)
    moved = prolonged(until, increase.length if increase else None)
    assert (moved and moved.end) == (dt.date.fromisoformat(new) if new else None)
    assert moved is None or not moved.exclusive


def promise(text: str = "Er komt een actieplan waterzuivering Maas.", **more: str | Kind | Firmness) -> Promise:
    return Promise(text, **{"kind": Kind.DELIVER, "start": "2023-09-01", "end": "2023-11-30", **more})  # type: ignore[arg-type]


def after(*rows: str | Promise | Told, day: str = "2024-06-26", heading: str = WATER) -> Made:
    return Made("b", day, {heading: rows, HOMES: [NOTHING]})


FIRST = Made("a", "2023-06-20", {WATER: [promise()], HOMES: [NOTHING]})

STATUSES = {
    "no later letter": ((FIRST,), Status.DUE),
    "a letter before the deadline is no silence": ((FIRST, after(NOTHING, day="2023-10-01")), Status.DUE),
    "silence after the deadline": ((FIRST, after(NOTHING)), Status.LAPSED),
    "a mention in passing is no silence": (
        (FIRST, after("Over het actieplan waterzuivering Maas spreken wij met de provincies.")),
        Status.UNCLEAR,
    ),
    "said again": ((FIRST, after(promise(start="", end=""))), Status.REPEATED),
    "said again within the same time, which passed": (
        (FIRST, after(promise(start="2023-10-01", end="2023-11-30"), day="2023-08-01")),
        Status.DUE,
    ),
    "a later date for the same thing": (
        (FIRST, after(promise(start="2025-01-01", end="2025-12-31"))),
        Status.POSTPONED,
    ),
    "postponed in words": (
        (FIRST, after(Told("Het actieplan waterzuivering Maas schuift op.", Outcome.DELAYED))),
        Status.POSTPONED,
    ),
    "changed": (
        (FIRST, after(promise("Het actieplan waterzuivering Maas wordt uitgebreid naar de Rijn.", start="", end=""))),
        Status.CHANGED,
    ),
    "delivered": ((FIRST, after(Told("Het actieplan waterzuivering Maas is gepubliceerd."))), Status.DELIVERED),
    "dropped in words": (
        (FIRST, after(Told("Het actieplan waterzuivering Maas gaat niet door.", Outcome.CANCELLED))),
        Status.DROPPED,
    ),
    "another thing delivered": (
        (FIRST, after(Told("Een inspiratiebundel waterzuivering Maas is gepubliceerd."))),
        Status.UNCLEAR,
    ),
}


@pytest.mark.parametrize(("series", "status"), STATUSES.values(), ids=STATUSES.keys())
def test_the_verdict(series: tuple[Made, ...], status: Status) -> None:
    threads = judged(*series, as_of="2024-07-01")
    assert threads[0].status is status
    assert all(step.why for step in threads[0].members)
    assert 0 < threads[0].confidence <= 1


NEVER_LAPSED = {
    "undated": promise(start="", end=""),
    "in force until a day": promise(
        "De subsidieregeling baggeren geldt tot en met 2023.", kind=Kind.CONTINUE, start="", end="2023-12-31"
    ),
    "nothing that could be missed": promise("Na de zomer starten we met taal.", kind=Kind.START),
    "a soft intention": promise("We werken aan schoner zwemwater in 2023.", firmness=Firmness.SOFT),
}


@pytest.mark.parametrize("row", NEVER_LAPSED.values(), ids=NEVER_LAPSED.keys())
def test_what_is_not_due_does_not_lapse(row: Promise) -> None:
    threads = judged(Made("a", "2023-06-20", {WATER: [row]}), after(NOTHING), as_of="2025-01-01")
    assert threads[0].status is Status.PROMISED


def test_silence_is_proven_by_the_letters_searched() -> None:
    series = (FIRST, after(NOTHING), Made("c", "2025-06-26", {WATER: ["Het water van de Maas is schoon."]}))
    thread = judged(*series)[0]
    assert thread.status is Status.LAPSED
    assert [row.letter for row in thread.searched] == ["b", "c"]
    assert thread.searched[1].text.startswith("Het water")
    assert thread.searched[0].score < thread.searched[1].score < 1
    assert "any later letter of this collection" in str(thread.evidence[-1].text)


def test_a_deadline_moved_without_a_new_date_cannot_lapse() -> None:
    moved = Told(
        "De oplevering van het actieplan waterzuivering Maas wordt opgeschoven.", Outcome.DELAYED, old="2023-11-30"
    )
    thread = judged(FIRST, after(moved), Made("c", "2030-01-01", {HOMES: [NOTHING]}))[0]
    assert thread.status is Status.POSTPONED
    assert [(slip.old_end, slip.new_end, slip.days) for slip in thread.slips] == [(dt.date(2023, 11, 30), None, None)]


def test_moved_twice_shows_both_slips() -> None:
    second = promise(start="2024-10-01", end="2024-12-31")
    third = promise(start="2026-01-01", end="2026-03-31")
    thread = judged(FIRST, after(second), Made("c", "2025-06-26", {WATER: [third]}))[0]
    assert [slip.days for slip in thread.slips] == [397, 455]
    assert [slip.to_letter for slip in thread.slips] == ["b", "c"]
    assert [step.step for step in thread.members] == [StepKind.PROMISED, StepKind.POSTPONED, StepKind.POSTPONED]


PROLONGED = {
    "from a day on": (
        Promise(
            "De convenanten baggerdepots lopen nog tot 1 augustus 2024.", Kind.CONTINUE, "", "2024-08-01", until=True
        ),
        Told("We verlengen de convenanten baggerdepots met 17 maanden.", Outcome.EXTENDED),
    ),
    "to a later day": (
        Promise(
            "De convenanten baggerdepots lopen nog tot 1 augustus 2024.", Kind.CONTINUE, "", "2024-08-01", until=True
        ),
        Promise("De convenanten baggerdepots lopen door tot en met 2025.", Kind.CONTINUE, "", "2025-12-31"),
    ),
    "with no day at all": (
        Promise("Er komt een subsidieregeling baggerdepots.", Kind.FUND, "2023-09-01", "2023-12-31"),
        Told("De looptijd van de subsidieregeling baggerdepots is verlengd.", Outcome.EXTENDED),
    ),
}


@pytest.mark.parametrize(("older", "newer"), PROLONGED.values(), ids=PROLONGED.keys())
def test_a_prolongation_of_something_in_force_is_no_slip(older: Promise, newer: Promise | Told) -> None:
    thread = judged(Made("a", "2023-06-20", {WATER: [older]}), after(newer, day="2023-12-01"), as_of="2023-12-20")[0]
    assert thread.status is Status.EXTENDED
    assert thread.slips == ()
    assert thread.members[-1].step is StepKind.EXTENDED


def test_more_time_for_a_promised_act_is_a_slip() -> None:
    told = "De termijn voor de oplevering van het actieplan waterzuivering Maas is met drie maanden verlengd."
    thread = judged(FIRST, after(Told(told, Outcome.EXTENDED), day="2023-10-01"))[0]
    assert (thread.status, [slip.days for slip in thread.slips]) == (Status.POSTPONED, [91])


REASONS = {
    "in the sentence": (["Vanwege de drukte verschijnt het actieplan waterzuivering Maas in 2025."], "Vanwege"),
    "before": (
        ["Door onvoldoende menskracht lukt het niet.", "Het actieplan waterzuivering Maas verschijnt in 2025."],
        "Door onv",
    ),
    "after": (
        ["Het actieplan waterzuivering Maas verschijnt in 2025.", "Dat komt doordat de metingen ontbreken."],
        "Dat komt",
    ),
    "none": (["Het actieplan waterzuivering Maas verschijnt in 2025.", "Het water is schoon."], None),
}


@pytest.mark.parametrize(("texts", "reason"), REASONS.values(), ids=REASONS.keys())
def test_the_letter_may_say_why(texts: list[str], reason: str | None) -> None:
    rows = [promise(text, start="2025-01-01", end="2025-12-31") if "actieplan" in text else text for text in texts]
    slip = judged(FIRST, after(*rows))[0].slips[0]
    assert (slip.explained or "").startswith(reason) if reason else slip.explained is None


LATENESS = {
    "it says when, after the deadline": (("2024-05-01", "2024-05-10"), Lateness.LATE),
    "it says when, in time": (("2023-10-01", "2023-10-31"), Lateness.ON_TIME),
    "it says when, and the time overlaps": (("2023-11-01", "2023-12-31"), Lateness.DEPENDS),
    "some day between the letters": (None, Lateness.DEPENDS),
}


@pytest.mark.parametrize(("when", "lateness"), LATENESS.values(), ids=LATENESS.keys())
def test_late_only_on_every_reading(when: tuple[str, str] | None, lateness: Lateness) -> None:
    told = Told("Het actieplan waterzuivering Maas is gepubliceerd.", when=when)
    thread = judged(FIRST, after(told))[0]
    assert thread.lateness is lateness
    assert thread.late is (lateness is Lateness.LATE)


def test_between_letters_that_follow_the_deadline_it_is_late() -> None:
    silent = Made("s", "2024-01-15", {HOMES: [NOTHING]})
    thread = judged(FIRST, silent, after(Told("Het actieplan waterzuivering Maas is gepubliceerd.")))[0]
    assert thread.lateness is Lateness.LATE


def test_one_letter_that_tells_a_move_twice_tells_one_slip() -> None:
    told = Told("Het actieplan waterzuivering Maas schuift op.", Outcome.DELAYED, old="2023-11-30", new="2024-12-31")
    again = Told("Het actieplan waterzuivering Maas is dus vertraagd.", Outcome.DELAYED)
    thread = judged(FIRST, after(told, again))[0]
    assert [(slip.old_end, slip.new_end) for slip in thread.slips] == [(dt.date(2023, 11, 30), dt.date(2024, 12, 31))]


def test_a_slip_is_measured_from_the_last_known_deadline() -> None:
    years = [promise(start=f"{year}-01-01", end=f"{year}-12-31") for year in (2021, 2024, 2025, 2026)]
    series = [Made(f"l{at}", f"{2020 + at}-10-01", {WATER: [row]}) for at, row in enumerate(years)]
    thread = judged(*series)[0]
    assert [slip.days for slip in thread.slips] == [1096, 365, 365]
    assert [slip.from_letter for slip in thread.slips] == ["l0", "l1", "l2"]


def test_two_dates_of_one_letter_are_no_slip_of_each_other() -> None:
    rows = (promise(start="2024-01-01", end="2024-12-31"), promise(start="2025-01-01", end="2025-12-31"))
    thread = judged(FIRST, after(*rows, day="2023-10-01"))[0]
    assert {slip.old_end for slip in thread.slips} == {dt.date(2023, 11, 30)}


def test_the_verdict_of_then_needs_the_letters_of_then() -> None:
    delivered = after(Told("Het actieplan waterzuivering Maas is gepubliceerd."))
    middle = Made("m", "2024-01-15", {HOMES: [NOTHING]})
    assert judged(FIRST, middle, as_of="2024-01-15")[0].status is Status.LAPSED
    assert judged(FIRST, middle, delivered)[0].status is Status.DELIVERED


def test_ids_come_from_the_first_statement_and_titles_are_short() -> None:
    thread = judged(FIRST)[0]
    assert thread.id == thread_id(thread.members[0].ref)
    assert thread.title == "Actieplan waterzuivering Maas"


def test_a_title_that_tells_little_has_its_heading_beside_it() -> None:
    row = promise("In december informeren wij u over de voortgang.", kind=Kind.INFORM)
    found = judged(Made("a", "2023-06-20", {WATER: [row]}))[0].title
    assert found == "Informeren over voortgang (Waterkwaliteit van de grote rivieren)"


def test_a_title_names_no_person() -> None:
    row = promise("We voeren de motie Van Dam uit met een actieplan in 2024.")
    found = judged(Made("a", "2023-06-20", {WATER: [row]}))[0].title
    assert found == "Actieplan (Waterkwaliteit van de grote rivieren)"


def test_a_title_ends_in_a_noun() -> None:
    row = promise("We maken in 2024 een nieuw actieplan bestuurlijk mogelijk.")
    found = judged(Made("a", "2023-06-20", {WATER: [row]}))[0].title
    assert found == "Nieuw actieplan (Waterkwaliteit van de grote rivieren)"


def test_the_statement_that_decides_says_how_sure_a_verdict_is() -> None:
    """Of a thread whose promise is less sure than its report."""
    plan = Promise("Er komt een actieplan waterzuivering Maas.", Kind.DELIVER, "2023-09-01", "2023-11-30")
    done = Told("Het actieplan waterzuivering Maas is verschenen.", Outcome.DELIVERED)
    _, (draft,) = linked(Made("a", "2023-06-20", {WATER: [plan]}), Made("b", "2024-06-26", {WATER: [done]}))
    letter_b = next(row for row in draft.members if row.letter == "b")
    members = tuple(replace(row, confidence=0.9 if row is letter_b else 0.5) for row in draft.members)
    steps = (
        Step("a", draft.members[0].id, StepKind.PROMISED, ""),
        Step("b", letter_b.id, StepKind.DELIVERED, ""),
    )
    across = max(row.score for row in draft.links)
    sure = confidence_of(replace(draft, members=members), steps, Status.DELIVERED, ())
    assert sure == round(0.9 * across * FACTS[Status.DELIVERED].reliability, 3)
    undecided = confidence_of(replace(draft, members=members), steps, Status.LAPSED, ())
    assert undecided == round(0.5 * across * FACTS[Status.LAPSED].reliability, 3)


DONE = Told("Het actieplan waterzuivering Maas is gepubliceerd.")
OTHER = Told("De veerpont is in de vaart genomen.")


@pytest.mark.parametrize(("told", "is_open"), [(DONE, False), (OTHER, True)], ids=["its promise is known", "it is not"])
def test_a_report_is_open_where_no_promise_of_another_letter_is_in_its_thread(told: Told, *, is_open: bool) -> None:
    later = after(told)
    reports = [row for row in build(later)[1] if isinstance(row, StatusReport)]
    _, drafts = linked(FIRST, later)
    assert open_reports(drafts, reports) == ({(reports[0].passage, told.text)} if is_open else set())


def test_the_figures_of_a_lapse_are_those_that_readers_count_in() -> None:
    """No logarithms and log-odds."""
    told = told_signs(
        [LapseSign("months", 87.9934, 3.46), LapseSign("sentences", 6.9, 1.4), LapseSign("letters", 3, -0.81)]
    )
    assert str(told).endswith(
        "deadline: 88 (for); sentences after the promise: 991 (for); letters after the promise: 3 (against)"
    )
    with speaking("nl"):
        assert text_of(told).endswith("toezegging: 991 (vóór); brieven na de toezegging: 3 (tegen)")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [("shared", 0.4, "more"), ("shared", 0.0, "fewer"), ("alike", 0.4, "more"), ("alike", -0.1, "less")],
)
def test_a_sign_without_a_unit_is_told_as_more_or_less_than_usual(name: str, value: float, told: str) -> None:
    assert f" {told} " in str(told_signs([LapseSign(name, value, 1.0)])).rpartition(": ")[2]
