"""Whether two statements are of acts beside each other."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.series import Promise, Told, subject
from tracker.linking.sibling_acts import (
    are_of_two,
    are_siblings,
    is_done,
    is_of_another,
    is_of_what_follows,
    is_one_more,
    is_only_beforehand,
    names_unlike_papers,
)
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


FOLLOWS = {
    "the paper itself": (Told("Het havenplan is vertraagd.", Outcome.DELAYED), False),
    "its making": (Told("Het opstellen van het havenplan is vertraagd.", Outcome.DELAYED), False),
    "named second": (Told("Het havenplan is vertraagd door de uitvoering van de nota.", Outcome.DELAYED), False),
    "it was carried out": (Told("De uitvoering van het havenplan is afgerond.", Outcome.DELIVERED), False),
    "its carrying out": (Told("De uitvoering van het havenplan is vertraagd.", Outcome.DELAYED), True),
    "word of it": (Told("De communicatie over het havenplan is vertraagd.", Outcome.DELAYED), True),
    "its treatment": (Told("De behandeling van het havenplan is verplaatst.", Outcome.DELAYED), True),
}


@pytest.mark.parametrize(("report", "follows"), FOLLOWS.values(), ids=FOLLOWS.keys())
def test_what_is_done_with_a_promised_paper_is_not_the_paper(report: Told, follows: bool) -> None:
    promise = subject(Promise("Wij bieden u het havenplan in juni aan.", Kind.INFORM))
    assert is_of_what_follows(promise, subject(report, "b")) is follows
    assert are_siblings(promise, subject(report, "b")) is follows


@pytest.mark.parametrize(
    "text",
    [
        "Wij voeren het havenplan in 2030 uit.",
        "De uitvoering van het havenplan start in mei.",
        "De veerpont vaart in mei.",
    ],
)
def test_of_what_was_promised_to_be_done_its_delay_tells(text: str) -> None:
    late = Told("De uitvoering van het havenplan is vertraagd.", Outcome.DELAYED)
    assert not is_of_what_follows(subject(Promise(text)), subject(late, "b"))


def test_the_thing_of_another_body_is_another() -> None:
    promise = subject(Promise("Wij bieden u het havenplan in juni aan.", Kind.INFORM))
    late = subject(Told("Het havenplan van de provincie is vertraagd.", Outcome.DELAYED), "b")
    assert not are_of_two(promise, late), "of the sender nothing is known"
    owned = replace(late, facts=replace(late.facts, owners=frozenset({"provincie"})))
    assert are_of_two(promise, owned)
    theirs = subject(Promise("De provincie biedt het havenplan in juni aan.", Kind.INFORM))
    assert not are_of_two(theirs, owned)


def test_only_a_report_of_what_was_done_is_done() -> None:
    rows = (
        Promise("De sluis is in mei klaar."),
        Told("De sluis is er.", Outcome.IN_PROGRESS),
        Told("De sluis is er.", Outcome.DELIVERED),
    )
    assert [is_done(subject(row)) for row in rows] == [False, False, True]


BEFOREHAND = {
    "the thing": (Told("De kade langs de haven is aangelegd.", Outcome.DELIVERED), False),
    "named beside": (Told("De kade langs de haven is met subsidie aangelegd.", Outcome.DELIVERED), False),
    "its permit": (Told("De vergunning voor de kade langs de haven is verleend.", Outcome.DELIVERED), True),
    "offers for it": (Told("Voor de kade langs de haven zijn drie offertes opgevraagd.", Outcome.DELIVERED), True),
    "to decide on it": (Told("Wij hebben besloten dat de kade langs de haven er komt.", Outcome.DELIVERED), True),
    "money for it": (Told("Voor de kade is 1,2 miljoen euro vrijgemaakt.", Outcome.DELIVERED), True),
}


@pytest.mark.parametrize(("report", "only"), BEFOREHAND.values(), ids=BEFOREHAND.keys())
def test_what_comes_before_a_thing_is_made_is_not_the_thing(report: Told, only: bool) -> None:
    promise = subject(Promise("Wij leggen in 2030 de kade langs de haven aan.", Kind.DELIVER))
    assert is_only_beforehand(promise, subject(report, "b")) is only


def test_to_have_the_money_for_a_scheme_is_not_to_open_it() -> None:
    opens = subject(Promise("Wij stellen in 2030 een subsidieregeling voor kades open.", Kind.FUND))
    told = Told("Het budget voor de kades is toegevoegd aan het programma.", Outcome.DELIVERED)
    assert is_only_beforehand(opens, subject(told, "b"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Wij vragen in 2030 de vergunning voor de kade aan.", Kind.DELIVER),
        ("Wij steunen de aanleg van de kade.", Kind.FUND),
        ("Wij besluiten in mei over de vergunning voor de kade.", Kind.DELIVER),
    ],
)
def test_of_what_was_promised_the_permit_may_be_all(text: str, kind: Kind) -> None:
    permit = subject(Told("De vergunning voor de kade is verleend.", Outcome.DELIVERED), "b")
    assert not is_only_beforehand(subject(Promise(text, kind)), permit)


PAPERS = {
    "the same": ("Wij bieden u het bomenplan aan.", "Het bomenplan is vastgesteld.", False),
    "in two words": ("Wij bieden u het bomenplan aan.", "Het plan voor de bomen is vastgesteld.", False),
    "of another form": ("Wij bieden u het bomenplan aan.", "De parkeernota is vastgesteld.", False),
    "its subject elsewhere": ("Wij bieden u het bomenplan aan.", "Het actieplan is vastgesteld.", False),
    "the other named beside": ("Wij bieden u het bomenplan aan.", "Het parkeerplan past bij de bomen.", False),
    "another": ("Wij bieden u het bomenplan aan.", "Het parkeerplan is vastgesteld.", True),
}


@pytest.mark.parametrize(("promise", "report", "unlike"), PAPERS.values(), ids=PAPERS.keys())
def test_papers_of_unlike_subjects_are_two(promise: str, report: str, unlike: bool) -> None:
    told = subject(Told(report, Outcome.DELIVERED), "b")
    assert names_unlike_papers(subject(Promise(promise, Kind.INFORM)), told) is unlike


@pytest.mark.parametrize(
    ("report", "another"),
    [
        (Told("De renovatie van de kade is vertraagd.", Outcome.DELAYED), False),
        (Told("De renovatie van het stadhuis is klaar.", Outcome.DELIVERED), False),
        (Told("De renovatie is vertraagd door de bouw van het stadhuis.", Outcome.DELAYED), False),
        (Told("De renovatie van het stadhuis is vertraagd.", Outcome.DELAYED), True),
        (Told("De renovatie van het stadhuis is geschrapt.", Outcome.CANCELLED), True),
    ],
)
def test_the_same_work_at_another_thing_is_late(report: Told, another: bool) -> None:
    promise = subject(Promise("De renovatie van de kade is in mei klaar.", Kind.DELIVER))
    assert is_of_another(promise, subject(report, "b")) is another
