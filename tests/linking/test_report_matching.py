"""Whether a report tells what became of just one promise, or may tell it in other words."""

from __future__ import annotations

import pytest

from tests.series import Promise, Told, subject
from tracker.linking.report_matching import answers, may_answer
from tracker.model import Kind, Outcome

PLAN = Promise("Er komt een actieplan waterzuivering voor rivierbeheerders.", Kind.DELIVER, "2024-03-01", "2024-05-31")
COSTS = Promise("Wij informeren de raad over de kosten van de sluis.", Kind.INFORM)


def told(text: str, outcome: Outcome = Outcome.DELIVERED) -> Told:
    return Told(text, outcome)


ACTS = {
    "at another side of the land": (
        told("Van een tolkcentrum in het oosten wordt afgezien.", Outcome.CANCELLED),
        Promise("In het westen opent een tolkcentrum.", Kind.START),
        False,
    ),
    "late at another place": (
        told("De bouw van de sluis bij Laren is vertraagd.", Outcome.DELAYED),
        Promise("Bij Ede bouwen wij een sluis.", Kind.START),
        False,
    ),
    "late in another step": (
        told("De indiening van de wet waterzuivering is vertraagd.", Outcome.DELAYED),
        Promise("De wet waterzuivering gaat in internetconsultatie.", Kind.LEGISLATE),
        False,
    ),
    "one more that is given up": (
        told("Van een nieuwe ronde van de dakenregeling wordt afgezien.", Outcome.CANCELLED),
        Promise("In maart gaat de dakenregeling open.", Kind.FUND),
        False,
    ),
    "what came may be told with where it came": (
        told("Het actieplan waterzuivering is in Laren vastgesteld.", Outcome.DELIVERED),
        Promise("Er komt een actieplan waterzuivering voor de gemeente Ede.", Kind.DELIVER),
        True,
    ),
    "what has begun is not ready": (
        told("De bouw van het sluiscomplex is gestart.", Outcome.DELIVERED),
        Promise("Het sluiscomplex wordt opgeleverd.", Kind.DELIVER),
        False,
    ),
    "told of, where the thing was promised": (
        told("De raad is geïnformeerd over het actieplan waterzuivering."),
        PLAN,
        False,
    ),
    "told of another side of the thing": (
        told("De raad is geïnformeerd over de veiligheid van de sluis."),
        COSTS,
        False,
    ),
    "told of another thing": (told("De raad is geïnformeerd over de kosten van de dijk."), COSTS, False),
    "told of what was to be told": (told("De raad is geïnformeerd over de kosten van de sluis."), COSTS, True),
    "told, the thing first": (told("Over de kosten van de sluis is de raad geïnformeerd."), COSTS, True),
    "told of, where another thing was to be sent": (
        told("De raad is op 3 mei geïnformeerd over de dijk."),
        Promise("In mei sturen wij de raad de raming van de sluis.", Kind.INFORM),
        False,
    ),
    "told of what was to be sent": (
        told("De raad is op 3 mei geïnformeerd over de raming van de sluis."),
        Promise("In mei sturen wij de raad de raming van de sluis.", Kind.INFORM),
        True,
    ),
    "another form of the thing, which the promise names too": (
        told("Het onderzoek naar de monitor waterzuivering is er."),
        Promise("De monitor waterzuivering komt in mei.", Kind.DELIVER),
        False,
    ),
    "both forms, the other one first": (
        told("De eerste meting van de monitor waterzuivering is er."),
        Promise("De monitor waterzuivering levert een eerste meting op.", Kind.DELIVER),
        True,
    ),
    "reported as done": (told("Het actieplan waterzuivering is er."), PLAN, True),
    "reported another form": (told("Het advies over het actieplan waterzuivering is er."), PLAN, False),
    "reported another thing": (told("De zonneparken zijn er."), PLAN, False),
    "reported as late, whatever it names": (told("Dit duurt langer.", Outcome.DELAYED), PLAN, True),
}


@pytest.mark.parametrize(("report", "promise", "same"), ACTS.values(), ids=ACTS.keys())
def test_a_report_answers_just_the_promise_of_its_act(report: Told, promise: Promise, same: bool) -> None:
    assert answers(subject(promise), subject(report, "b")) is same


def test_in_its_own_letter_a_report_answers_the_promise_of_its_row_only() -> None:
    assert not answers(subject(PLAN), subject(told("Het actieplan waterzuivering is er.")))


DUE = ("2023-03-01", "2023-03-31")
OPENS = Promise("In maart opent een eerste sorteerhal, waar afval onder toezicht wordt gescheiden.", Kind.START, *DUE)
WORDS = {
    "not done": (Told("In Assen is een locatie geopend.", Outcome.IN_PROGRESS), OPENS, False),
    "of another form": (
        told("Op 3 mei is het advies gepubliceerd."),
        Promise("Wij publiceren een onderzoek.", Kind.DELIVER, *DUE),
        False,
    ),
    "of another edition": (
        told("Op 3 mei is de verkenning 2024 gepubliceerd."),
        Promise("Wij publiceren het overzicht 2025.", Kind.DELIVER, *DUE),
        False,
    ),
    "only begun": (told("De bouw is gestart."), Promise("De brug wordt opgeleverd.", Kind.DELIVER, *DUE), False),
    "of something new": (told("In Assen is een locatie aangewezen."), OPENS, False),
    "before it was due": (
        told("De locatie in Assen is in gebruik."),
        Promise(OPENS.text, Kind.START, "2025-03-01", "2025-03-31"),
        False,
    ),
    "of what is due at no time": (told("De hal in Assen is open."), Promise(OPENS.text, Kind.START), False),
    "before it was promised": (
        Told("De locatie in Assen is in gebruik genomen.", when=("2022-01-01", "2022-12-31")),
        OPENS,
        False,
    ),
    "of the same act": (told("In Assen is een locatie geopend."), OPENS, True),
    "by another verb": (told("De locatie in Assen is in gebruik genomen."), OPENS, True),
}


@pytest.mark.parametrize(("later", "earlier", "may"), WORDS.values(), ids=WORDS.keys())
def test_a_report_that_something_was_done_may_answer_a_promise_in_other_words(
    later: Told, earlier: Promise, may: bool
) -> None:
    promise, report = subject(earlier), subject(later, "b")
    assert not answers(promise, report)
    assert may_answer(promise, report) is may
