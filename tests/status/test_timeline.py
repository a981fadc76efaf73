"""What a step says of itself: only what was checked."""

from __future__ import annotations

import dataclasses

import pytest
from msgspec.structs import replace

from tests.series import Made, Promise, Told, build, judged, linked
from tracker.alignment import align
from tracker.extraction import analyse
from tracker.linking import link
from tracker.model import LEARNED, Amount, Commitment, Kind, Lateness, Outcome, Status, StepKind
from tracker.status.timeline import read_steps
from tracker.statuses import REPORTED

pytestmark = pytest.mark.usefixtures("every_silence_lapses")

WATER = "3. Waterkwaliteit van de grote rivieren"
DESK = Promise("Er komt een landelijk meldpunt geluidhinder in de haven.", Kind.START)


def whys(*series: Made) -> list[str]:
    """The reasons of the steps of the first thread, without their rules."""
    thread = judged(*series)[0]
    return [str(step.why).partition(": ")[2] for step in thread.members]


def test_a_new_name_says_head_and_form() -> None:
    row = Promise("We richten met waterschappen, gemeenten en boeren een slootberaad in.", Kind.START)
    later = Promise("In het rivierenberaad maken we met waterschappen, gemeenten en boeren afspraken.", Kind.START)
    _, why = whys(Made("a", "2023-06-20", {WATER: [row]}), Made("b", "2024-06-26", {WATER: [later]}))
    assert why == "seems renamed: another compound with the same head and form, in an aligned section (beraad)"


@pytest.mark.parametrize(
    ("outcome", "rule", "step"),
    [
        (Outcome.DECLINED, LEARNED, StepKind.PROGRESS),
        (Outcome.DELAYED, LEARNED, StepKind.PROGRESS),
        (Outcome.DELIVERED, LEARNED, StepKind.DELIVERED),
        (Outcome.DECLINED, "report.declined", StepKind.DROPPED),
        (Outcome.DELAYED, "report.delayed", StepKind.POSTPONED),
    ],
)
def test_nobody_is_accused_by_what_no_rule_reads(outcome: Outcome, rule: str, step: StepKind) -> None:
    told = Told("Het landelijk meldpunt geluidhinder in de haven blijkt weerbarstig.", outcome, rule=rule)
    (thread, *_) = judged(Made("a", "2023-06-20", {WATER: [DESK]}), Made("b", "2024-06-26", {WATER: [told]}))
    assert thread.members[-1].step is step


@pytest.mark.parametrize("outcome", sorted(set(Outcome) - {Outcome.DELAYED, Outcome.EXTENDED}))
def test_an_outcome_that_no_row_names_tells_of_progress_alone(
    outcome: Outcome, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever adds an outcome and forgets its row must not accuse anybody of having withdrawn a promise."""
    monkeypatch.delitem(REPORTED, outcome)
    told = Told("Het landelijk meldpunt geluidhinder in de haven ligt tijdelijk stil.", outcome)
    (thread, *_) = judged(Made("a", "2023-06-20", {WATER: [DESK]}), Made("b", "2024-06-26", {WATER: [told]}))
    assert [step.step for step in thread.members if step.letter == "b"] == [StepKind.PROGRESS]


@pytest.mark.parametrize(
    ("outcome", "step"), [(Outcome.DELIVERED, StepKind.DELIVERED), (Outcome.DELAYED, StepKind.PROGRESS)]
)
def test_that_the_day_stays_takes_away_a_delay_and_nothing_else(outcome: Outcome, step: StepKind) -> None:
    """ "Zonder vertraging geopend" is opened."""
    told = Told("Het landelijk meldpunt geluidhinder in de haven is zonder vertraging geopend.", outcome)
    (thread, *_) = judged(Made("a", "2023-06-20", {WATER: [DESK]}), Made("b", "2024-06-26", {WATER: [told]}))
    assert thread.members[-1].step is step


def test_what_has_started_is_not_said_to_be_done() -> None:
    told = Told("Het landelijk meldpunt geluidhinder in de haven is van start gegaan.", Outcome.IN_PROGRESS)
    *_, why = whys(Made("a", "2023-06-20", {WATER: [DESK]}), Made("b", "2024-06-26", {WATER: [told]}))
    assert why.startswith("the letter says that what was to start has started")


def test_another_amount_is_told_with_both() -> None:
    older, newer = (
        build(Made(name, day, {WATER: [Promise("Het actieplan waterzuivering Maas krijgt loketten.", Kind.DELIVER)]}))
        for name, day in (("a", "2023-06-20"), ("b", "2024-06-26"))
    )
    rows = [
        replace(row, amounts=(Amount(text, value, "loketten"),))
        for row, text, value in ((older[1][0], "drie", 3.0), (newer[1][0], "vier", 4.0))
        if isinstance(row, Commitment)
    ]
    letters = (older[0], newer[0])
    (draft,) = link(map(analyse, letters), rows, (), [align(*letters)])
    *_, step = read_steps(draft, {letter.id: letter for letter in letters}).steps
    assert str(step.why) == "test: another amount than before (drie → vier)"


def test_silence_counts_all_letters_searched() -> None:
    """Also where there are more than are listed."""
    due = Promise("Er komt een actieplan waterzuivering Maas.", Kind.DELIVER, "2000-01-01", "2000-03-31")
    later = [Made(f"l{at:02}", f"2001-01-{at + 1:02}", {WATER: ["De brug is dicht."]}) for at in range(26)]
    thread = judged(Made("a", "1999-06-20", {WATER: [due]}), *later)[0]
    assert (len(thread.searched), thread.more_searched) == (24, 2)
    assert "; 26 searched" in str(thread.evidence[-1].text)


def test_what_was_past_when_it_was_told_moves_and_lapses_nothing() -> None:
    past = Promise("Vanaf maart 2022 vangt het loket geluidhinder klachten op.", Kind.START, "2022-03-01", "2022-03-31")
    later = Made("b", "2024-06-26", {WATER: ["De brug is dicht."]})
    (thread,) = judged(Made("a", "2023-06-20", {WATER: [dataclasses.replace(past, anchor="2023-06-20")]}), later)
    assert thread.status is Status.PROMISED


PARTS = {
    "a number of a number": ("Twaalf van de dertig meldpunten geluidhinder in de haven zijn ingericht.", True),
    "half": ("Ruim de helft van het landelijk meldpunt geluidhinder in de haven is ingericht.", True),
    "all": ("Het landelijk meldpunt geluidhinder in de haven is ingericht.", False),
}


@pytest.mark.parametrize(("text", "partly"), PARTS.values(), ids=PARTS.keys())
def test_a_part_is_told_as_a_part(text: str, *, partly: bool) -> None:
    later = Made("b", "2024-06-26", {WATER: [Told(text, Outcome.DELIVERED)]})
    thread = judged(Made("a", "2023-06-20", {WATER: [DESK]}), later)[0]
    assert (thread.status, thread.partly) == (Status.DELIVERED, partly)


def test_what_comes_with_the_letter_came_on_its_day() -> None:
    due = Promise("Eind 2023 volgt het actieplan waterzuivering Maas.", Kind.DELIVER, "2023-10-01", "2023-12-31")
    told = Told("Hierbij bied ik u het actieplan waterzuivering Maas aan.")
    series = (Made("a", "2023-06-20", {WATER: [due]}), Made("b", "2024-06-26", {WATER: [told]}))
    assert judged(*series)[0].lateness is Lateness.LATE


HARBOUR = Promise(
    "In 2024 stellen wij het landelijk havenplan geluidhinder vast.", Kind.DELIVER, "2024-01-01", "2024-12-31"
)
TALKS = Promise("In 2024 bespreken wij het landelijk havenplan geluidhinder.", Kind.DELIVER, "2024-01-01", "2024-12-31")
DISCUSSED = "Het landelijk havenplan geluidhinder is in de commissie besproken."
SETTLED = {
    "spoken of, where it was to be laid down": (HARBOUR, DISCUSSED, StepKind.PROGRESS),
    "spoken of, as was promised": (TALKS, DISCUSSED, StepKind.DELIVERED),
    "laid down": (HARBOUR, "Het landelijk havenplan geluidhinder is vastgesteld.", StepKind.DELIVERED),
}


@pytest.mark.parametrize(("promise", "told", "step"), SETTLED.values(), ids=SETTLED.keys())
def test_to_speak_of_a_thing_delivers_what_was_promised_in_such_words_only(
    promise: Promise, told: str, step: StepKind
) -> None:
    thread, *_ = judged(Made("a", "2023-06-20", {WATER: [promise]}), Made("b", "2024-11-26", {WATER: [Told(told)]}))
    assert thread.members[-1].step is step


@pytest.mark.parametrize(("other_words", "lateness"), [(False, Lateness.LATE), (True, Lateness.DEPENDS)])
def test_what_answers_a_promise_in_other_words_proves_nothing_of_its_day(other_words: bool, lateness: Lateness) -> None:
    due = Promise("Er komt een actieplan waterzuivering Maas.", Kind.DELIVER, "2023-09-01", "2023-11-30")
    came = Told("Het actieplan waterzuivering Maas is op 3 mei 2024 verschenen.", when=("2024-05-03", "2024-05-03"))
    letters, (draft,) = linked(Made("a", "2023-06-20", {WATER: [due]}), Made("b", "2024-06-26", {WATER: [came]}))
    antecedents = tuple(replace(row, may_answer=other_words) for row in draft.antecedents)
    reading = read_steps(replace(draft, antecedents=antecedents), {letter.id: letter for letter in letters})
    assert reading.lateness is lateness


IN_FORCE = Promise(
    "De convenanten baggerdepots lopen nog tot 1 augustus 2024.", Kind.CONTINUE, "", "2024-08-01", until=True
)
LONGER = "Voor de convenanten baggerdepots is meer tijd nodig en zij lopen door tot en met 2025."
GIVEN = Promise("De convenanten baggerdepots lopen door tot en met 2025.", Kind.CONTINUE, "", "2025-12-31")


@pytest.mark.parametrize(
    ("said", "given", "status"),
    [
        pytest.param(LONGER, dataclasses.replace(GIVEN, text=LONGER, end=""), Status.POSTPONED, id="no end is given"),
        pytest.param(
            LONGER, dataclasses.replace(GIVEN, text=LONGER, start="2025-12-01"), Status.POSTPONED, id="a date, no end"
        ),
        pytest.param(
            LONGER, dataclasses.replace(GIVEN, text=LONGER, kind=Kind.DELIVER), Status.POSTPONED, id="an act is put off"
        ),
        pytest.param("Voor de convenanten baggerdepots is meer tijd nodig.", GIVEN, Status.POSTPONED, id="elsewhere"),
        pytest.param(
            LONGER, dataclasses.replace(GIVEN, text=LONGER), Status.EXTENDED, id="what is in force lasts longer"
        ),
    ],
)
def test_more_time_that_its_sentence_gives_prolongs(said: str, given: Promise, status: Status) -> None:
    """Only where the same sentence says until when what is in force goes on."""
    late = Told(said, Outcome.DELAYED)
    series = Made("a", "2023-06-20", {WATER: [IN_FORCE]}), Made("b", "2023-12-01", {WATER: [late, given]})
    assert judged(*series, as_of="2023-12-20")[0].status is status
