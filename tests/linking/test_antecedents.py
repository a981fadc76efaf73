"""Which earlier promise a statement takes up, and whether it is of the same act."""

from __future__ import annotations

import pytest

from tests.series import Promise, Told, subject
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
AGAIN = Promise("Het actieplan waterzuivering volgt later.", Kind.DELIVER)


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


SENT = Promise("Over de oprichting van het instituut sturen wij in maart een voortgangsbrief.", Kind.INFORM, *SPRING)
SEND = Promise(
    "De voortgangsbrief sturen wij u in juni 2024.", Kind.INFORM, "2024-06-01", "2024-06-30", words="in juni 2024"
)
ACTS = {
    "the same thing": (AGAIN, PLAN, True),
    "another thing": (DESK, PLAN, False),
    "to send the same, and nothing else": (SEND, SENT, True),
    "to send it on the day that it was promised beside another": (
        SEND,
        Promise("Wij sturen in maart een havenkaart en in juni 2024 een voortgangsbrief.", Kind.INFORM, *SPRING),
        False,
    ),
    "to send more than that": (Promise("De voortgangsbrief over de kade volgt in mei.", Kind.INFORM), SENT, False),
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
    "another amount": (
        Promise("In 2027 planten wij vijftig bomen langs de singel.", Kind.TARGET),
        Promise("In 2026 planten wij dertig bomen langs de singel.", Kind.TARGET),
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
    "a report": (AGAIN, told("Het actieplan waterzuivering is er."), False),
    "reported as done": (told("Het actieplan waterzuivering is er."), PLAN, True),
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
}


@pytest.mark.parametrize(("later", "earlier", "same"), ACTS.values(), ids=ACTS.keys())
def test_the_same_act(later: Promise | Told, earlier: Promise | Told, same: bool) -> None:
    assert same_act(later, earlier) is same


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
