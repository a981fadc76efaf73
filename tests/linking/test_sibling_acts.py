"""Whether two statements are of acts beside each other."""

from __future__ import annotations

import pytest

from tests.series import Promise, Told, subject
from tracker.linking.sibling_acts import are_of_two, are_siblings, is_done, is_one_more
from tracker.model import Kind, Outcome

ACTS = {
    "another step of the thing": (
        Promise("De evaluatie van het actieplan waterzuivering volgt.", Kind.DELIVER),
        Promise("De aanbesteding van het actieplan waterzuivering volgt.", Kind.DELIVER),
        True,
    ),
    "another amount": (
        Promise("In 2027 planten wij vijftig bomen langs de singel.", Kind.TARGET),
        Promise("In 2026 planten wij dertig bomen langs de singel.", Kind.TARGET),
        True,
    ),
    "the same amount": (
        Promise("In 2027 planten wij dertig bomen langs de singel.", Kind.TARGET),
        Promise("In 2026 planten wij dertig bomen langs de singel.", Kind.TARGET),
        False,
    ),
    "so many months later is no amount": (
        Promise("De dertig bomen langs de singel komen twee maanden later.", Kind.TARGET),
        Promise("Wij planten dertig bomen langs de singel.", Kind.TARGET),
        False,
    ),
    "the edition of another year": (
        Promise("De Havengids 2027 verschijnt in januari.", Kind.DELIVER),
        Promise("De Havengids 2026 verschijnt in januari.", Kind.DELIVER),
        True,
    ),
    "another round": (
        Promise("De derde ronde van de dakenregeling gaat in mei open.", Kind.FUND),
        Promise("De eerste ronde van de dakenregeling gaat in mei open.", Kind.FUND),
        True,
    ),
    "the same act at another place": (
        Promise("In Laren opent in mei een speeltuin.", Kind.START),
        Promise("In Ede opent in maart een speeltuin.", Kind.START),
        True,
    ),
    "at the same place": (
        Promise("De speeltuin in Ede gaat pas in mei open.", Kind.START),
        Promise("In Ede opent in maart een speeltuin.", Kind.START),
        False,
    ),
    "another step, by a split verb": (
        Promise("De wet waterzuivering gaat in juli in.", Kind.LEGISLATE),
        Promise("De wet waterzuivering dien ik in mei in.", Kind.LEGISLATE),
        True,
    ),
    "one more of its kind": (
        Promise("In mei volgt een tweede bijeenkomst over de mestregels.", Kind.START),
        Promise("In maart houden wij een bijeenkomst over de mestregels.", Kind.START),
        True,
    ),
    "the second one both times": (
        Promise("De tweede bijeenkomst over de mestregels volgt in mei.", Kind.START),
        Promise("In maart houden wij een tweede bijeenkomst over de mestregels.", Kind.START),
        False,
    ),
    "the research that follows": (
        Promise("Het vervolgonderzoek naar drones wordt in mei afgerond.", Kind.EVALUATE),
        Promise("Het onderzoek naar drones wordt in maart afgerond.", Kind.EVALUATE),
        True,
    ),
    "put off once more": (
        Promise("De bijeenkomst over de mestregels wordt opnieuw uitgesteld, tot mei.", Kind.START),
        Promise("In maart houden wij een bijeenkomst over de mestregels.", Kind.START),
        False,
    ),
    "for others": (
        Promise("In mei volgt een handreiking voor huisartsen.", Kind.DELIVER),
        Promise("In maart volgt een handreiking voor werkgevers.", Kind.DELIVER),
        True,
    ),
    "for the same": (
        Promise("In mei volgt een handreiking voor de werkgevers.", Kind.DELIVER),
        Promise("In maart volgt een handreiking voor werkgevers.", Kind.DELIVER),
        False,
    ),
    "what was prepared comes": (
        Promise("De veerdienst vaart vanaf mei.", Kind.START),
        Promise("De aanbesteding van de veerdienst start in maart.", Kind.START),
        True,
    ),
    "the preparation comes later": (
        Promise("De veerdienst wordt pas in mei aanbesteed.", Kind.START),
        Promise("De aanbesteding van de veerdienst start in maart.", Kind.START),
        False,
    ),
    "the same step after other steps before it": (
        Promise(
            "Na goedkeuring van het wegenplan en afronding van de inspraak start de aanbesteding van de veerdienst.",
            Kind.START,
        ),
        Promise("Na vaststelling van het wegenplan wordt de aanbesteding van de veerdienst gestart.", Kind.START),
        False,
    ),
    "the start after what was to be evaluated": (
        Promise("De veerdienst start in mei.", Kind.START),
        Promise("Na vaststelling van het plan wordt de veerdienst geëvalueerd.", Kind.EVALUATE),
        True,
    ),
    "prepared and done by one promise": (
        Promise("De veerdienst is naar verwachting in mei gereed.", Kind.DELIVER),
        Promise("De veerdienst wordt dit jaar aanbesteed en opgeleverd.", Kind.DELIVER),
        False,
    ),
    "what rests on an evaluation": (
        Promise("In mei wordt een programma voor zonnedaken voorgelegd.", Kind.DELIVER),
        Promise("Op basis van de evaluatie stellen wij een programma voor zonnedaken op.", Kind.DELIVER),
        False,
    ),
    "only prepared, by what starts": (
        Promise("De veerdienst start in mei.", Kind.START),
        Promise("In maart start het onderzoek naar de veerdienst.", Kind.START),
        True,
    ),
}


@pytest.mark.parametrize(("later", "promise", "beside"), ACTS.values(), ids=ACTS.keys())
def test_acts_beside_each_other(later: Promise, promise: Promise, beside: bool) -> None:
    assert are_siblings(subject(promise), subject(later, "b")) is beside


def test_what_was_done_may_be_more_than_was_promised() -> None:
    promise = subject(Promise("In 2026 planten wij dertig bomen langs de singel.", Kind.TARGET))
    done = Told("In 2026 zijn vijftig bomen langs de singel geplant.", Outcome.DELIVERED)
    assert not are_siblings(promise, subject(done, "b"))
    going_on = Told("Wij planten vijftig bomen langs de singel.", Outcome.IN_PROGRESS)
    assert are_siblings(promise, subject(going_on, "b"))


def test_only_the_later_of_one_more_is_one_more() -> None:
    one, more = Promise("Er komt een bijeenkomst over mest."), Promise("Er komt nog een bijeenkomst over mest.")
    assert is_one_more(subject(one), subject(more, "b"))
    assert not is_one_more(subject(more), subject(one, "b"))
    assert not is_one_more(subject(more), subject(more, "b"))


NAMES = {
    "another place": (Told("Bij Laren is een sluis in aanbouw.", Outcome.IN_PROGRESS), True),
    "where it was done": (Told("Bij Laren is een sluis gebouwd.", Outcome.DELIVERED), False),
    "the same place": (Told("Bij Ede is een sluis in aanbouw.", Outcome.IN_PROGRESS), False),
}


@pytest.mark.parametrize(("report", "two"), NAMES.values(), ids=NAMES.keys())
def test_names_tell_two_things_apart_but_of_what_was_done(report: Told, two: bool) -> None:
    assert are_of_two(subject(Promise("Bij Ede bouwen wij een sluis.")), subject(report, "b")) is two


def test_only_a_report_of_what_was_done_is_done() -> None:
    rows = (
        Promise("De sluis is in mei klaar."),
        Told("De sluis is er.", Outcome.IN_PROGRESS),
        Told("De sluis is er.", Outcome.DELIVERED),
    )
    assert [is_done(subject(row)) for row in rows] == [False, False, True]
