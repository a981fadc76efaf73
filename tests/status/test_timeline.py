"""What a step says of itself: only what was checked."""

from __future__ import annotations

from msgspec.structs import replace

from tests.series import Made, Promise, Told, build, judged
from tracker.alignment import align
from tracker.linking import link
from tracker.model import Amount, Commitment, Kind, Outcome
from tracker.status.timeline import read_steps

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
    (draft,) = link(letters, rows, (), [align(*letters)])
    *_, step = read_steps(draft, {letter.id: letter for letter in letters}).steps
    assert str(step.why) == "test: another amount than before (drie → vier)"


def test_silence_counts_all_letters_searched() -> None:
    """Also where there are more than are listed."""
    due = Promise("Er komt een actieplan waterzuivering Maas.", Kind.DELIVER, "2000-01-01", "2000-03-31")
    later = [Made(f"l{at:02}", f"2001-01-{at + 1:02}", {WATER: ["De brug is dicht."]}) for at in range(26)]
    thread = judged(Made("a", "1999-06-20", {WATER: [due]}), *later)[0]
    assert len(thread.searched) == 24
    assert "; 26 searched" in str(thread.evidence[-1].text)
