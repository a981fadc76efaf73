"""Which earlier promise a statement takes up, and whether it is of the same act."""

from __future__ import annotations

import pytest

from tests.series import Made, Promise, Told, profiled
from tracker.linking.antecedents import AntecedentLink, find_antecedent
from tracker.linking.pair_score import PairScore
from tracker.linking.profile import StatementProfile
from tracker.linking.term_overlap import Common
from tracker.linking.weights import EARLIER_LETTERS
from tracker.model import Kind, Outcome

NOTHING = Common((), 0.0, frozenset())
SPRING = ("2024-03-01", "2024-05-31")
PLAN = Promise("Er komt een actieplan waterzuivering voor rivierbeheerders.", Kind.DELIVER, *SPRING)
DESK = Promise("Er komt een landelijk meldpunt geluidhinder.", Kind.DELIVER)
COSTS = Promise("Wij informeren de raad over de kosten van de sluis.", Kind.INFORM)
AGAIN = Promise("Het actieplan waterzuivering volgt later.", Kind.DELIVER)


def subject(row: Promise | Told, letter: str = "a") -> StatementProfile:
    (found,), _ = profiled(Made(letter, "2024-01-01", {"Water": [row]}))
    return found


def even(one: StatementProfile, other: StatementProfile) -> PairScore:
    """All pairs weigh the same."""
    return PairScore(1.0, NOTHING, ())


def found(later: Promise | Told, *earlier: Promise | Told | StatementProfile) -> AntecedentLink | None:
    rows = [row if isinstance(row, StatementProfile) else subject(row) for row in earlier]
    return find_antecedent(subject(later, "b"), rows, even)


def same_act(later: Promise | Told, earlier: Promise | Told) -> bool:
    row = found(later, earlier)
    assert row is not None
    return row.same_act


def told(text: str, outcome: Outcome = Outcome.DELIVERED) -> Told:
    return Told(text, outcome)


ACTS = {
    "the same thing": (AGAIN, PLAN, True),
    "another thing": (DESK, PLAN, False),
    "of another kind": (Promise(AGAIN.text, Kind.INFORM), PLAN, False),
    "another way to do the same form": (Promise(AGAIN.text, Kind.START), PLAN, True),
    "the same words of another kind": (Promise(PLAN.text, Kind.INFORM), PLAN, True),
    "what goes further": (Promise("Hiermee wordt het actieplan waterzuivering versterkt.", Kind.DELIVER), PLAN, False),
    "both go further, in the same words": (
        Promise("Daarna kan worden gestart met de bouw van de sluis.", Kind.START),
        Promise("Daarna kan worden gestart met de bouw van de sluis.", Kind.START),
        True,
    ),
    "a compound with a space": (
        Promise("De Concept-havenvisie wordt aangeboden aan de raad.", Kind.DELIVER),
        Promise("De Concept Havenvisie wordt aangeboden aan de raad.", Kind.DELIVER),
        True,
    ),
    "running on into another year": (
        Promise("De aanleg staat gepland, met uitloop naar het tweede kwartaal van 2027.", Kind.START),
        Promise("De aanleg staat gepland met uitloop naar het vierde kwartaal van 2025.", Kind.START),
        True,
    ),
    "another step of the thing": (
        Promise("De evaluatie van het actieplan waterzuivering volgt.", Kind.DELIVER),
        Promise("De aanbesteding van het actieplan waterzuivering volgt.", Kind.DELIVER),
        False,
    ),
    "another amount": (
        Promise("In 2027 planten wij vijftig bomen langs de singel.", Kind.TARGET),
        Promise("In 2026 planten wij dertig bomen langs de singel.", Kind.TARGET),
        False,
    ),
    "the same amount": (
        Promise("In 2027 planten wij dertig bomen langs de singel.", Kind.TARGET),
        Promise("In 2026 planten wij dertig bomen langs de singel.", Kind.TARGET),
        True,
    ),
    "so many months later is no amount": (
        Promise("De dertig bomen langs de singel komen twee maanden later.", Kind.TARGET),
        Promise("Wij planten dertig bomen langs de singel.", Kind.TARGET),
        True,
    ),
    "the edition of another year": (
        Promise("De Havengids 2027 verschijnt in januari.", Kind.DELIVER),
        Promise("De Havengids 2026 verschijnt in januari.", Kind.DELIVER),
        False,
    ),
    "another round": (
        Promise("De derde ronde van de dakenregeling gaat in mei open.", Kind.FUND),
        Promise("De eerste ronde van de dakenregeling gaat in mei open.", Kind.FUND),
        False,
    ),
    "the same act at another place": (
        Promise("In Laren opent in mei een speeltuin.", Kind.START),
        Promise("In Ede opent in maart een speeltuin.", Kind.START),
        False,
    ),
    "at the same place": (
        Promise("De speeltuin in Ede gaat pas in mei open.", Kind.START),
        Promise("In Ede opent in maart een speeltuin.", Kind.START),
        True,
    ),
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
    "another step, by a split verb": (
        Promise("De wet waterzuivering gaat in juli in.", Kind.LEGISLATE),
        Promise("De wet waterzuivering dien ik in mei in.", Kind.LEGISLATE),
        False,
    ),
    "one more of its kind": (
        Promise("In mei volgt een tweede bijeenkomst over de mestregels.", Kind.START),
        Promise("In maart houden wij een bijeenkomst over de mestregels.", Kind.START),
        False,
    ),
    "the second one both times": (
        Promise("De tweede bijeenkomst over de mestregels volgt in mei.", Kind.START),
        Promise("In maart houden wij een tweede bijeenkomst over de mestregels.", Kind.START),
        True,
    ),
    "the research that follows": (
        Promise("Het vervolgonderzoek naar drones wordt in mei afgerond.", Kind.EVALUATE),
        Promise("Het onderzoek naar drones wordt in maart afgerond.", Kind.EVALUATE),
        False,
    ),
    "put off once more": (
        Promise("De bijeenkomst over de mestregels wordt opnieuw uitgesteld, tot mei.", Kind.START),
        Promise("In maart houden wij een bijeenkomst over de mestregels.", Kind.START),
        True,
    ),
    "for others": (
        Promise("In mei volgt een handreiking voor huisartsen.", Kind.DELIVER),
        Promise("In maart volgt een handreiking voor werkgevers.", Kind.DELIVER),
        False,
    ),
    "for the same": (
        Promise("In mei volgt een handreiking voor de werkgevers.", Kind.DELIVER),
        Promise("In maart volgt een handreiking voor werkgevers.", Kind.DELIVER),
        True,
    ),
    "what was prepared comes": (
        Promise("De veerdienst vaart vanaf mei.", Kind.START),
        Promise("De aanbesteding van de veerdienst start in maart.", Kind.START),
        False,
    ),
    "the preparation comes later": (
        Promise("De veerdienst wordt pas in mei aanbesteed.", Kind.START),
        Promise("De aanbesteding van de veerdienst start in maart.", Kind.START),
        True,
    ),
    "the same step after other steps before it": (
        Promise(
            "Na goedkeuring van het wegenplan en afronding van de inspraak start de aanbesteding van de veerdienst.",
            Kind.START,
        ),
        Promise("Na vaststelling van het wegenplan wordt de aanbesteding van de veerdienst gestart.", Kind.START),
        True,
    ),
    "the start after what was to be evaluated": (
        Promise("De veerdienst start in mei.", Kind.START),
        Promise("Na vaststelling van het plan wordt de veerdienst geëvalueerd.", Kind.EVALUATE),
        False,
    ),
    "prepared and done by one promise": (
        Promise("De veerdienst is naar verwachting in mei gereed.", Kind.DELIVER),
        Promise("De veerdienst wordt dit jaar aanbesteed en opgeleverd.", Kind.DELIVER),
        True,
    ),
    "what rests on an evaluation": (
        Promise("In mei wordt een programma voor zonnedaken voorgelegd.", Kind.DELIVER),
        Promise("Op basis van de evaluatie stellen wij een programma voor zonnedaken op.", Kind.DELIVER),
        True,
    ),
    "only prepared, by what starts": (
        Promise("De veerdienst start in mei.", Kind.START),
        Promise("In maart start het onderzoek naar de veerdienst.", Kind.START),
        False,
    ),
    "works by two nouns for doing": (
        Promise("In mei wordt gestart met de bouwwerkzaamheden van het sluiscomplex.", Kind.START),
        Promise("In maart starten wij met de realisatie van het sluiscomplex.", Kind.START),
        True,
    ),
    "and something more beside it": (
        Promise(
            "De procedure voor het sluiscomplex wordt in mei afgerond en kan ook worden gepubliceerd.", Kind.DELIVER
        ),
        Promise("De procedure voor het sluiscomplex wordt in maart afgerond.", Kind.DELIVER),
        True,
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
    "what was to start is to be ready": (AGAIN, Promise(PLAN.text, Kind.START), False),
    "another form of the subject": (Promise("De pilot waterzuivering volgt.", Kind.DELIVER), PLAN, False),
    "only the act, the same": (
        Promise("De uitvoering start eind dit jaar.", Kind.START),
        Promise("De uitvoering gaat op zijn vroegst in mei van start.", Kind.START),
        True,
    ),
    "only the act, another": (
        Promise("De oplevering start eind dit jaar.", Kind.START),
        Promise("De uitvoering gaat op zijn vroegst in mei van start.", Kind.START),
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
    "a report": (AGAIN, told("Het actieplan waterzuivering is er."), False),
    "reported as done": (told("Het actieplan waterzuivering is er."), PLAN, True),
    "reported another form": (told("Het advies over het actieplan waterzuivering is er."), PLAN, False),
    "reported another thing": (told("De zonneparken zijn er."), PLAN, False),
    "done before it was promised": (
        Told("Het actieplan waterzuivering is er.", when=("2023-01-01", "2023-12-31")),
        PLAN,
        False,
    ),
    "done in the year in which it was promised": (
        Told("Het actieplan waterzuivering is er.", when=("2024-01-01", "2024-12-31")),
        PLAN,
        True,
    ),
    "reported as late, whatever it names": (told("Dit duurt langer.", Outcome.DELAYED), PLAN, True),
}


@pytest.mark.parametrize(("later", "earlier", "same"), ACTS.values(), ids=ACTS.keys())
def test_the_same_act(later: Promise | Told, earlier: Promise | Told, same: bool) -> None:
    assert same_act(later, earlier) is same


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
    row = found(later, earlier)
    assert row is not None
    assert (row.same_act, row.may_answer) == (False, may)


def test_nothing_is_taken_up_where_nothing_was_promised() -> None:
    assert found(PLAN) is None


def test_of_several_the_one_of_the_same_act_is_taken_and_of_those_the_dated() -> None:
    dated, undated = subject(PLAN), subject(Promise(PLAN.text + " Graag.", Kind.DELIVER))
    for rows in ((dated, subject(DESK)), (subject(DESK), dated), (dated, undated), (undated, dated)):
        row = found(AGAIN, *rows)
        assert row is not None
        assert row.earlier == dated.statement.id


def test_of_equals_the_last_is_taken_and_the_better_before_it() -> None:
    rows = [subject(Promise(f"{AGAIN.text} {at}", Kind.DELIVER)) for at in "xy"]
    row = found(AGAIN, *rows)
    assert row is not None
    assert row.earlier == rows[1].statement.id
    best = find_antecedent(subject(AGAIN, "b"), rows, lambda one, _: PairScore(float(one is rows[0]), NOTHING, ()))
    assert best is not None
    assert (best.earlier, best.total) == (rows[0].statement.id, 1.0)


def test_what_was_said_long_before_is_not_taken_up() -> None:
    others = [subject(Promise(f"Er komt een brug {at}.", Kind.START), "l") for at in range(EARLIER_LETTERS + 1)]
    late = subject(Promise("Er komt een kade.", Kind.START), "m")
    row = found(AGAIN, subject(PLAN), *others, late)
    assert row is not None
    assert row.earlier != subject(PLAN).statement.id
    near = found(AGAIN, subject(PLAN), *others[: EARLIER_LETTERS - 1], late)
    assert near is not None
    assert near.earlier == subject(PLAN).statement.id


def test_a_sentence_that_stands_again_is_of_the_same_act_however_common_its_words() -> None:
    older = Promise("Wij bouwen in 2022 een brug.", Kind.DELIVER, "2022-01-01", "2022-12-31", words="in 2022")
    newer = Promise("Wij bouwen in 2023 een brug.", Kind.DELIVER, "2023-01-01", "2023-12-31", words="in 2023")
    other = Promise("Wij bouwen in 2023 een weg.", Kind.DELIVER, "2023-01-01", "2023-12-31", words="in 2023")
    assert not same_act(other, older)
    assert same_act(newer, older)
