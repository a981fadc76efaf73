"""Statements of one letter that speak of one promise: which rule joins which, and on what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations
from math import inf

import pytest
from msgspec.structs import replace

from tests.series import Made, Promise, Told, profiled
from tracker.linking.profile import StatementProfile
from tracker.linking.vocabulary import Vocabulary
from tracker.linking.weights import SECTION_REACH, WINDOW
from tracker.linking.within_letter import WEIGHING, group_statements, needed_for_another
from tracker.model import Kind, Outcome

Row = str | Promise | Told
YEAR = ("2024-01-01", "2024-12-31")
PLAN = Promise("Wij stellen een actieplan waterzuivering op voor rivierbeheerders.", Kind.DELIVER, *YEAR)
AGAIN = Promise("Rivierbeheerders krijgen dat jaar een actieplan waterzuivering.", Kind.DELIVER, *YEAR)
DESK = Promise("Er komt een landelijk meldpunt geluidhinder.", Kind.START)
TELL = Promise("Hierover informeren wij uw Kamer.", Kind.INFORM)
KNOWN = Promise("Het meldpunt wordt in mei geopend door de minister van Verkeer.", Kind.START)
OPEN = Promise("Het meldpunt wordt geopend.", Kind.START)
RESULTS = Promise("De resultaten verwachten wij na de zomer.", Kind.INFORM)
MAP = Promise("Er komt een kaart van alle bruggen.", Kind.DELIVER, "2026-01-01", "2026-12-31")
SERVES = Told("Hiermee is uitvoering gegeven aan de havenvisie.")
TWO_DELAYS = [
    Told("De herziening van de keur is aangehouden.", Outcome.DELAYED),
    Told("Het sluizenplan is in de ijskast gezet.", Outcome.DELAYED),
]
TOUR = Promise("Hiermee wordt een rondvaart georganiseerd.", Kind.START)
LATE = Told("De vragen kunnen niet tijdig worden beantwoord.", Outcome.DELAYED)
WHY = Told("De reden van het uitstel is dat de afstemming met Defensie meer tijd kost.", Outcome.DELAYED)
JULY = ("2027-07-01", "2027-07-31")
RECALLED = Promise("Wij hebben u in mei een havenbrief toegezegd.", Kind.INFORM, "2027-05-01", "2027-05-31")
REDATED = Promise(
    "De havenbrief sturen wij u in juli 2027.", Kind.INFORM, "2027-07-01", "2027-07-31", words="in juli 2027"
)
WIDER = Promise(
    "De havenbrief over de kade sturen wij u in juli 2027.",
    Kind.INFORM,
    "2027-07-01",
    "2027-07-31",
    words="in juli 2027",
)
SOONER = Promise(
    "De havenbrief sturen wij u in april 2027.", Kind.INFORM, "2027-04-01", "2027-04-30", words="in april 2027"
)
MAPS_LATE = Told("De havenkaart kan niet op tijd komen.", Outcome.DELAYED)
MAPS = Promise("Onze planning is om de havenkaart in juli 2027 te sturen.", Kind.INFORM, *JULY, words="in juli 2027")
MAP_ONLY = Promise("Wij sturen u de kaart in juli 2027.", Kind.INFORM, *JULY, words="in juli 2027")
NEEDS = Told("Wij hebben een week extra tijd nodig om aan deze toezegging te voldoen.", Outcome.DELAYED)
WHEN = Promise("De antwoorden ontvangt u in mei 2027.", Kind.INFORM, "2027-05-01", "2027-05-31")
SLUICE = Promise("De sluis opent in mei 2027.", Kind.START, "2027-05-01", "2027-05-31")
DELAY = [Told(text, Outcome.DELAYED) for text in ("De gunning duurde te lang.", "De bouw is daardoor later.")]


BRIDGES = [Promise(f"Er komt een draaibrug voor de scheepvaart bij {place}.") for place in ("Zwolle", "Meppel")]


def joints(sections: Mapping[str, Iterable[Row]]) -> list[tuple[int, int, str]]:
    """What joined the statements of a letter, all pairs compared."""
    profiles, vocabulary = profiled(Made("a", "2023-06-20", sections))
    _, found = group_statements(profiles, list(combinations(range(len(profiles)), 2)), vocabulary)
    return [(row.one, row.other, row.rule) for row in found]


JOINED: dict[str, tuple[Mapping[str, list[Row]], list[tuple[int, int, str]]]] = {
    "points back": ({"Water": [PLAN, TELL]}, [(0, 1, "points-back")]),
    "points back to the nearest": ({"Water": [PLAN, DESK, TELL]}, [(1, 2, "points-back")]),
    "known noun": ({"Water": [DESK, *BRIDGES, KNOWN]}, [(0, 3, "same-thing")]),
    "known noun of another than the nearest": ({"Water": [DESK, BRIDGES[0], OPEN]}, [(0, 2, "points-back")]),
    "points back by a noun of nobody": ({"Water": [DESK, BRIDGES[0], RESULTS]}, [(1, 2, "points-back")]),
    "one delay": ({"Water": DELAY}, [(0, 1, "same-delay")]),
    "late, and when it comes": ({"Water": [LATE, WHEN]}, [(0, 1, "comes-later")]),
    "late, why, and when it comes": (
        {"Water": [LATE, WHY, WHEN]},
        [(0, 1, "same-delay"), (1, 2, "comes-later")],
    ),
    "recalled, and re-dated": ({"Water": [RECALLED, DESK, REDATED]}, [(0, 2, "comes-later")]),
    "recalled, and re-dated as far below as may be": (
        {"Water": [RECALLED, DESK, MAP, BRIDGES[0], PLAN, SLUICE, REDATED]},
        [(0, WINDOW, "comes-later")],
    ),
    "late, and the same by its last part": ({"Water": [MAPS_LATE, MAP_ONLY]}, [(0, 1, "comes-later")]),
    "recalled, and late": ({"Water": [RECALLED, NEEDS]}, [(0, 1, "points-back")]),
    "late, another promise, and when it comes": ({"Water": [MAPS_LATE, DESK, MAPS]}, [(0, 2, "comes-later")]),
    "restated": ({"Water": [PLAN, DESK, AGAIN]}, [(0, 2, "restated")]),
    "summed up": ({"": [AGAIN], "Water": [PLAN]}, [(0, 1, "summed-up")]),
    "the same sentence in another section": ({"Water": [MAP], "Wonen": [MAP]}, [(0, 1, "restated")]),
}
APART: dict[str, Mapping[str, list[Row]]] = {
    "the means of another act": {"Water": [PLAN, Promise("Hiermee worden de dijken versterkt.", Kind.START)]},
    "paid for": {"Water": [PLAN, Promise("Deze lasten worden gedekt uit de reserve.", Kind.FUND)]},
    "does, and stands further back": {"Water": [PLAN, TOUR, Promise("Dit wordt door ons geregeld.", Kind.START)]},
    "recalled, and re-dated too far below": {"Water": [RECALLED, *[DESK] * WINDOW, REDATED]},
    "points to another section": {"Water": [PLAN], "Wonen": [TELL]},
    "points over a new subject": {"Water": [PLAN, "Ook komt er een brug bij.", TELL]},
    "known in another section": {"Water": [DESK], "Wonen": [KNOWN]},
    "known too far back": {"Water": [DESK, *(BRIDGES * SECTION_REACH), KNOWN]},
    "a delay of another passage": {"Water": DELAY[:1], "Wonen": DELAY[1:]},
    "when another thing comes": {
        "Water": [LATE, Promise("De sluis opent in mei.", Kind.START, "2027-05-01", "2027-05-31")]
    },
    "recalled, and another thing is re-dated": {"Water": [RECALLED, DESK, WIDER]},
    "recalled, another promise, and late": {"Water": [RECALLED, DESK, NEEDS]},
    "recalled, and sooner": {"Water": [RECALLED, DESK, SOONER]},
    "when it comes, after another promise": {"Water": [LATE, DESK, WHEN]},
    "when it comes, in another section": {"Water": [LATE], "Wonen": [WHEN]},
    "said again in another section": {"Water": [PLAN], "Wonen": [AGAIN]},
    "summed up is another": {"": [DESK], "Water": [PLAN]},
    "what is done hereby is no thing": {"Water": [SERVES, Promise("De plannen worden besproken.", Kind.INFORM)]},
    "the same sentence due on another day": {
        "Water": [MAP],
        "Wonen": [Promise(MAP.text, Kind.DELIVER, "", "2027-12-31")],
    },
    "the same sentence without a day": {"Water": [Promise(MAP.text)], "Wonen": [Promise(MAP.text)]},
    "two delays side by side": {"Water": TWO_DELAYS},
    "due on other days": {"Water": [PLAN, DESK, Promise(AGAIN.text, Kind.DELIVER, "2026-01-01", "2026-12-31")]},
}

APART |= {
    f"two things side by side: {other}": {"Water": [Promise(one), Promise(other)]}
    for one, other in [
        ("De visserijbrug wordt opgeleverd.", "De sluisdeur wordt vervangen."),
        ("De kademuur wordt hersteld.", "Het gemaal wordt vernieuwd."),
        ("Het zwembad wordt heropend.", "De bibliotheek wordt verbouwd."),
        ("De veerboot wordt vervangen.", "Het schip wordt gebouwd."),
        ("De gemeenten worden geïnformeerd.", "De scholen worden gecontroleerd."),
        ("In 2025 herstellen wij de kademuur.", "Het gemaal wordt vernieuwd."),
    ]
}
JOINED |= {
    f"left to what stands before: {other}": ({"Water": [Promise(one), Promise(other)]}, [(0, 1, "points-back")])
    for one, other in [
        ("Er komt een subsidieregeling voor laadpalen.", "De regeling wordt opengesteld."),
        ("De fietsbrug wordt gebouwd.", "De bouw wordt gestart."),
        ("De stadsbrug wordt aangelegd.", "De brug wordt geopend."),
        ("De fietsbrug wordt gebouwd.", "Deze wordt geopend."),
    ]
}


@pytest.mark.parametrize(("sections", "found"), JOINED.values(), ids=JOINED.keys())
def test_what_a_rule_joins(sections: Mapping[str, list[Row]], found: list[tuple[int, int, str]]) -> None:
    assert joints(sections) == found


@pytest.mark.parametrize("sections", APART.values(), ids=APART.keys())
def test_what_no_rule_joins(sections: Mapping[str, list[Row]]) -> None:
    first, last = 0, sum(not isinstance(row, str) for rows in sections.values() for row in rows) - 1
    assert not any({one, other} == {first, last} for one, other, _ in joints(sections))


def test_what_is_one_already_is_not_joined_again() -> None:
    """The joints are no more than it takes: a group of three has two."""
    assert joints({"Water": [PLAN, TELL, TELL]}) == [(0, 1, "points-back"), (1, 2, "same-sentence")]
    assert len(joints({"": [AGAIN], "Water": [PLAN, AGAIN, TELL]})) == 3


def read(*rows: Row) -> tuple[tuple[StatementProfile, ...], Vocabulary]:
    return profiled(Made("a", "2023-06-20", {"Water": rows}))


QUOTES = {"more than it takes": (39, True), "not enough": (40, False), "its end": (90, False), "nothing": (100, False)}


@pytest.mark.parametrize(("begin", "joined"), QUOTES.values(), ids=QUOTES.keys())
def test_quotes_of_which_most_is_the_same_are_of_one_sentence(begin: int, joined: bool) -> None:
    """Of two unlike sentences of a passage that are said to stand at places of one another."""
    profiles, vocabulary = read(DESK, PLAN)
    spans = [(0, 100), (begin, begin + 100)]
    moved = [
        replace(profile, statement=replace(row, location=replace(row.location, start=start, end=end)))
        for profile, (start, end) in zip(profiles, spans, strict=True)
        for row in [replace(profile.statement, passage=profiles[0].statement.passage)]
    ]
    _, found = group_statements(moved, [], vocabulary)
    assert [row.rule for row in found] == (["same-sentence"] if joined else [])


def test_a_row_of_a_table_answers_its_promise() -> None:
    answer = Told("Het actieplan waterzuivering is opgesteld.")
    profiles, vocabulary = profiled(Made("a", "2023-06-20", {"Water": [PLAN], "Stand": [answer]}))
    rows = [replace(row, row="a/p0") for row in profiles]
    _, found = group_statements(rows, [(0, 1)], vocabulary)
    assert [row.rule for row in found] == ["answered-in-row"]
    assert group_statements(profiles, [(0, 1)], vocabulary)[1] == ()
    assert found[0].rule in WEIGHING


@pytest.mark.parametrize("outcome", [Outcome.DELAYED, Outcome.IN_PROGRESS, Outcome.CANCELLED])
def test_what_is_not_said_to_be_met_answers_no_promise_of_its_row(outcome: Outcome) -> None:
    profiles, vocabulary = profiled(
        Made("a", "2023-06-20", {"Water": [PLAN], "Stand": [Told("Het actieplan waterzuivering.", outcome)]})
    )
    rows = [replace(row, row="a/p0") for row in profiles]
    assert group_statements(rows, [(0, 1)], vocabulary)[1] == ()


@pytest.mark.parametrize(("before", "joined"), [(("sluis",), True), ((), False)])
def test_a_promise_in_the_sentence_of_a_delay_is_of_it_where_that_stands_before_as_its_subject(
    before: tuple[str, ...], *, joined: bool
) -> None:
    """ "De sluis is vertraagd en gaat in mei open", and not "De sluis is vertraagd en de brug gaat in mei open"."""
    profiles, vocabulary = read(Told("De sluis is vertraagd.", Outcome.DELAYED), TOUR)
    first, second = profiles
    told = replace(second.statement, passage=first.statement.passage, sentence=first.statement.sentence)
    second = replace(second, statement=told, facts=replace(second.facts, subject_before=before))
    _, found = group_statements([first, second], [], vocabulary)
    assert ("same-delay" in [row.rule for row in found]) is joined


DUE, UNDATED = AGAIN, Promise(AGAIN.text)
OTHER_DAY = Promise(PLAN.text, Kind.DELIVER, "2025-01-01", "2025-12-31")


@pytest.mark.parametrize(
    ("short", "long", "best", "enough"),
    [
        (DUE, ("Water", PLAN), ("Water", PLAN), True),
        (UNDATED, ("Water", OTHER_DAY), ("Water", PLAN), True),
        (DUE, ("Water", OTHER_DAY), ("Water", PLAN), False),
        (DUE, ("Wonen", PLAN), ("Water", PLAN), False),
        (UNDATED, ("Wonen", OTHER_DAY), ("Water", PLAN), False),
    ],
)
def test_a_further_match_of_a_sum_is_in_the_section_and_due_on_the_day_of_the_first(
    short: Promise, long: tuple[str, Promise], best: tuple[str, Promise], *, enough: bool
) -> None:
    sections: dict[str, list[Row]] = {"": [short], "Water": [], "Wonen": []}
    for section, row in (best, long):
        sections[section].append(row)
    profiles, _ = profiled(Made("a", "2023-06-20", {name: rows for name, rows in sections.items() if rows}))
    first, *rest = profiles
    of = {row.statement.section: row for row in rest}
    one = rest[0]
    other = rest[1] if long[0] == best[0] else of[next(name for name in of if name != one.statement.section)]
    assert (needed_for_another(first, other, one) < inf) is enough
