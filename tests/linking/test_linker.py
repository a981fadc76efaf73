from __future__ import annotations

import math
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.series import Made, Promise, Told, linked, quotes, together
from tracker.linking.weights import WITHIN_LETTER
from tracker.model import Commitment, Firmness, Kind, Outcome

WATER = "3. Waterkwaliteit van de grote rivieren"
HOMES = "4. Woningbouw en wonen"

PLAN = Promise(
    "In het najaar sturen wij uw Kamer het actieplan waterzuivering.", Kind.INFORM, "2023-09-01", "2023-11-30"
)
DESK = Promise("Er komt een landelijk meldpunt geluidhinder.", Kind.START)

APART = {
    "one shared word": (
        Promise("De gemeenten stellen een kwaliteitskader zonneparken op.", Kind.DELIVER, "2024-01-01", "2024-03-31"),
        Promise("Het kwaliteitskader jeugdzorg wordt verbreed.", Kind.DELIVER, "2025-01-01", "2025-03-31"),
    ),
    "the same form of another thing": (
        Promise(
            "Begin 2025 wordt de eindevaluatie van het klimaatakkoord opgeleverd.",
            Kind.EVALUATE,
            "2025-01-01",
            "2025-03-31",
        ),
        Promise(
            "In 2026 vindt de eindevaluatie van het vaccinatieprogramma plaats.",
            Kind.EVALUATE,
            "2026-01-01",
            "2026-12-31",
        ),
    ),
    "the same sentence without a subject": (
        Promise("In december informeren wij u over de voortgang.", Kind.INFORM, "2023-12-01", "2023-12-31"),
        Promise("In december informeren wij u over de voortgang.", Kind.INFORM, "2024-12-01", "2024-12-31"),
    ),
    "the next tranche": (
        Promise("In 2024 worden in de tweede tranche zonnepanelen op de sporthallen gelegd.", Kind.DELIVER),
        Promise("In 2025 worden in de derde tranche zonnepanelen op de sporthallen gelegd.", Kind.DELIVER),
    ),
    "the same partner": (
        Promise("De Rijksdienst Wegverkeer verwacht de analyse van tachograafgegevens in het voorjaar.", Kind.EVALUATE),
        Promise("De Rijksdienst Wegverkeer opent een loket voor oldtimers.", Kind.START),
    ),
}


@pytest.mark.parametrize(("older", "newer"), APART.values(), ids=APART.keys())
def test_what_is_only_alike_stays_apart(older: Promise, newer: Promise) -> None:
    _, drafts = linked(
        Made("a", "2023-06-20", {"1. Inleiding over energie": ["Wij doen veel."], WATER: [older]}),
        Made("b", "2024-06-26", {"2. Zorg voor de jeugd": ["Veel is gebeurd."], HOMES: [newer]}),
    )
    assert [len(draft.members) for draft in drafts] == [1, 1]


SAME = {
    "said again": (
        Promise("Wij stellen een actieplan waterzuivering Maas op.", Kind.DELIVER),
        Promise("Het actieplan waterzuivering Maas verschijnt in 2025.", Kind.DELIVER, "2025-01-01", "2025-12-31"),
    ),
    "another form of the word": (
        Promise("Er komt een landelijk netwerk van drinkwaterregio’s.", Kind.TARGET, "2024-01-01", "2024-12-31"),
        Promise(
            "Het doel is dat er in 2025 een netwerk van drinkwaterregio’s is.", Kind.TARGET, "2025-01-01", "2025-12-31"
        ),
    ),
    "reported": (
        Promise(
            "Vanaf oktober is er een dashboard grondwaterstanden beschikbaar.", Kind.DELIVER, "2023-10-01", "2023-10-31"
        ),
        Told("Het Dashboard grondwaterstanden is gelanceerd."),
    ),
    "prolonged": (
        Promise("De convenanten baggerdepots lopen tot 1 augustus 2024.", Kind.CONTINUE, "", "2024-08-01"),
        Told("We verlengen de convenanten baggerdepots met 17 maanden.", Outcome.EXTENDED),
    ),
}


@pytest.mark.parametrize(("older", "newer"), SAME.values(), ids=SAME.keys())
def test_one_promise_is_one_draft(older: Promise, newer: Promise | Told) -> None:
    _, drafts = linked(
        Made("a", "2023-06-20", {WATER: [older], HOMES: [DESK]}),
        Made("b", "2024-06-26", {WATER: [newer], HOMES: ["De bouw gaat door."]}),
    )
    assert together(drafts, older.text, newer.text)
    assert len(drafts) == 2


def again(sentence: str) -> bool:
    """Whether a sentence of two short letters is one thread, said again under the same heading a year later."""
    made = [
        Made(
            f"{year}",
            f"{year}-02-08",
            {WATER: [Promise(f"Eind {year} {sentence}.", Kind.DELIVER, "", f"{year}-12-31")]},
        )
        for year in (2022, 2023)
    ]
    _, drafts = linked(*made)
    return len(drafts) == 1


@pytest.mark.parametrize(
    "sentence",
    ["publiceren wij de visatlas", "openen wij de noordelijke brug", "publiceren wij het register"],
)
def test_a_short_sentence_said_again_with_a_new_date_is_one_promise(sentence: str) -> None:
    assert again(sentence)


def test_a_sentence_said_again_that_names_nothing_stays_apart() -> None:
    assert not again("informeren wij u hierover")


def test_a_promise_to_inform_takes_its_subject_from_what_stands_before_it() -> None:
    _, drafts = linked(
        Made(
            "a",
            "2023-06-20",
            {
                WATER: [
                    "De Stuurgroep Rivieren onderzoekt de lozing van microplastics bij rioolgemalen.",
                    Promise(
                        "Later dit jaar informeren we u over de uitkomsten van deze gesprekken.",
                        Kind.INFORM,
                        "2023-06-20",
                        "2023-12-31",
                    ),
                ]
            },
        ),
        Made(
            "b",
            "2024-06-26",
            {
                WATER: [
                    "De stuurgroep kijkt nog naar de lozing van microplastics bij rioolgemalen.",
                    Promise("Na de zomer informeren we uw Kamer hierover.", Kind.INFORM, "2024-09-01", "2024-11-30"),
                ]
            },
        ),
    )
    assert together(drafts, "Later dit jaar", "Na de zomer")


def test_the_summary_and_the_body_are_one_step() -> None:
    _, drafts = linked(
        Made(
            "a",
            "2023-06-20",
            {
                "": [
                    Promise(
                        "dat er na de zomer een rivierenberaad wordt ingericht", Kind.START, "2023-09-01", "2023-11-30"
                    )
                ],
                WATER: [Promise("We richten met de waterschappen een rivierenberaad in.", Kind.START)],
                HOMES: [DESK],
            },
        )
    )
    assert together(drafts, "dat er na de zomer", "met de waterschappen")
    assert len(drafts) == 2


def test_a_new_name_is_followed_where_the_sections_and_the_form_agree() -> None:
    row = Promise("We richten met waterschappen, gemeenten en boeren een slootberaad in.", Kind.START)
    later = Promise("In het rivierenberaad maken we met waterschappen, gemeenten en boeren afspraken.", Kind.START)
    _, drafts = linked(Made("a", "2023-06-20", {WATER: [row]}), Made("b", "2024-06-26", {WATER: [later]}))
    assert [rule for draft in drafts for rule in (link.rule for link in draft.links)] == ["renamed"]
    _, drafts = linked(Made("a", "2023-06-20", {WATER: [row]}), Made("b", "2024-06-26", {HOMES: [later]}))
    assert "renamed" not in {link.rule for draft in drafts for link in draft.links}


def test_an_application_becomes_the_programme_that_its_fund_pays() -> None:
    _, drafts = linked(
        Made(
            "a",
            "2023-06-20",
            {
                WATER: [
                    Promise(
                        "Voor de zomer is bekend of de aanvraag bij het Deltafonds voor zoetwaterboeren slaagt.",
                        Kind.DELIVER,
                        "2023-06-20",
                        "2023-07-07",
                    )
                ]
            },
        ),
        Made(
            "b",
            "2024-06-26",
            {
                WATER: [
                    Promise(
                        "Het programma voor zoetwaterboeren loopt tien jaar en is gefinancierd uit het Deltafonds.",
                        Kind.CONTINUE,
                    )
                ]
            },
        ),
    )
    assert [link.rule for draft in drafts for link in draft.links] == ["funded"]


@pytest.mark.parametrize(("older", "newer"), SAME.values(), ids=SAME.keys())
def test_the_parts_of_a_link_add_up_to_its_score(older: Promise, newer: Promise | Told) -> None:
    """Each part is what was found times what it counts, and the logistic function of their sum is the score."""
    _, drafts = linked(Made("a", "2023-06-20", {WATER: [older]}), Made("b", "2024-06-26", {WATER: [newer]}))
    (link,) = (link for draft in drafts for link in draft.links)
    assert {"word", "prior", "sections", "lead"} <= {part.name for part in link.parts}
    assert all(part.value * part.weight == pytest.approx(part.contribution, abs=0.01) for part in link.parts)
    assert bool(link.by_hand) == ("by-rule" in {part.name for part in link.parts})
    assert sum(part.contribution for part in link.by_hand) >= 0
    total = sum(part.contribution for part in link.parts)
    assert 1 / (1 + math.exp(-total)) == pytest.approx(link.score, abs=0.002)


def test_a_rule_within_a_letter_is_its_own_evidence() -> None:
    words = Promise("We richten met de waterschappen een rivierenberaad in.", Kind.START)
    rest = Promise("Deze keuze wordt gemaakt bij de begroting.", Kind.START)
    _, drafts = linked(Made("a", "2023-06-20", {WATER: [words, rest]}))
    (link,) = (link for draft in drafts for link in draft.links)
    assert (link.rule, link.score) == ("points-back", WITHIN_LETTER)
    assert [(part.name, part.value, part.text) for part in link.parts] == [
        ("cue", 1.0, "deze"),
        ("neighbour", 1.0, words.text),
    ]
    assert not any(part.weight or part.contribution for part in link.parts)


def test_a_gap_of_letters_is_bridged() -> None:
    _, drafts = linked(
        Made("a", "2019-06-20", {WATER: [PLAN]}),
        Made("b", "2020-06-20", {HOMES: [DESK]}),
        Made(
            "c",
            "2021-06-20",
            {
                WATER: [
                    Promise(
                        "Het actieplan waterzuivering verschijnt in 2022.", Kind.DELIVER, "2022-01-01", "2022-12-31"
                    )
                ]
            },
        ),
    )
    assert together(drafts, "In het najaar", "verschijnt in 2022")


def test_a_report_without_a_promise_makes_no_strand_unless_it_names_the_promise() -> None:
    _, drafts = linked(Made("a", "2023-06-20", {WATER: [Told("De sluis is heropend.")]}))
    assert drafts == ()
    _, drafts = linked(Made("a", "2023-06-20", {WATER: [Told("Het onderzoek dat is toegezegd, is afgerond.")]}))
    assert len(drafts) == 1


def test_what_came_near_is_listed_and_takes_no_part() -> None:
    _, drafts = linked(
        Made(
            "a",
            "2023-06-20",
            {
                WATER: [Promise("We verkennen de lozing van medicijnresten door zorginstellingen.", Kind.EVALUATE)],
                HOMES: [DESK],
            },
        ),
        Made(
            "b",
            "2024-06-26",
            {
                "9. Zorginstellingen en afval": [
                    Promise("De vergoeding voor medicijnresten gaat naar apothekers en huisartsen.", Kind.FUND)
                ]
            },
        ),
    )
    assert not together(drafts, "verkennen", "vergoeding")
    assert any(candidate.why for draft in drafts for candidate in draft.candidates)


SERIES = (
    Made("a", "2023-06-20", {WATER: [PLAN, Promise("Er komt een keurmerk zwemwater.", Kind.START)], HOMES: [DESK]}),
    Made(
        "b",
        "2024-06-26",
        {WATER: [Told("Het actieplan waterzuivering is aan uw Kamer gestuurd.")], HOMES: ["De bouw gaat door."]},
    ),
    Made(
        "c",
        "2025-06-26",
        {HOMES: [Told("Het landelijk meldpunt geluidhinder is geopend.")], WATER: ["Het water is schoon."]},
    ),
)


def test_the_order_of_what_is_given_does_not_matter() -> None:
    assert linked(*SERIES) == linked(*SERIES, shuffled=True)


def test_every_commitment_is_in_exactly_one_draft() -> None:
    _, drafts = linked(*SERIES)
    members = [row.id for draft in drafts for row in draft.members]
    assert len(members) == len(set(members))
    assert sum(isinstance(row, Commitment) for draft in drafts for row in draft.members) == 3


def test_a_letter_changes_only_the_drafts_it_bears_on() -> None:
    _, before = linked(*SERIES[:2])
    _, after = linked(*SERIES)
    changed = [draft for draft in after if quotes(draft) not in map(quotes, before)]
    assert [quotes(draft)[0] for draft in changed] == [DESK.text]
    assert {quotes(draft) for draft in before} - {quotes(draft) for draft in after} == {(DESK.text,)}


SUBJECTS = (
    "actieplan waterzuivering",
    "keurmerk zwemwater",
    "meldpunt geluidhinder",
    "rivierenberaad",
    "dashboard grondwaterstanden",
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(SUBJECTS), min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_drafts_part_the_commitments_whatever_the_letters(subjects: list[str], dice: random.Random) -> None:
    series = [
        Made(
            f"l{at}",
            f"20{10 + at}-03-01",
            {dice.choice((WATER, HOMES)): [Promise(f"Er komt een {subject} voor iedereen.", Kind.START)]},
        )
        for at, subject in enumerate(subjects)
    ]
    letters, drafts = linked(*series)
    assert sorted(row.letter for draft in drafts for row in draft.members) == sorted(letter.id for letter in letters)
    assert linked(*series, shuffled=True)[1] == drafts


def test_soft_promises_link_as_firm_ones_do() -> None:
    soft = Promise("Wij werken aan een actieplan waterzuivering Maas.", Kind.DELIVER, firmness=Firmness.SOFT)
    firm = Promise("Het actieplan waterzuivering Maas verschijnt in 2025.", Kind.DELIVER, "2025-01-01", "2025-12-31")
    _, drafts = linked(Made("a", "2023-06-20", {WATER: [soft]}), Made("b", "2024-06-26", {WATER: [firm]}))
    assert len(drafts) == 1


def test_each_of_several_promises_finds_its_own_of_the_letter_before() -> None:
    """Whatever its place among those of its letter."""
    _, drafts = linked(
        Made("a", "2023-06-20", {WATER: [PLAN], HOMES: [DESK]}), Made("b", "2024-06-26", {WATER: [PLAN], HOMES: [DESK]})
    )
    assert sorted(len(draft.members) for draft in drafts) == [2, 2]


@pytest.mark.parametrize(
    ("older", "members"),
    [
        (Promise("In 2024 stellen wij het actieplan waterzuivering voor de Maas op.", Kind.DELIVER), 2),
        (DESK, 1),
    ],
    ids=["an earlier letter promises it", "nobody promised it"],
)
def test_what_may_be_a_report_is_told_where_it_was_promised(older: Promise, members: int) -> None:
    told = Told("Het actieplan waterzuivering voor de Maas is opgesteld.", tentative=True)
    _, drafts = linked(Made("a", "2023-06-20", {WATER: [older]}), Made("b", "2025-06-20", {WATER: [told]}))
    assert [len(draft.members) for draft in drafts] == [members]
