"""What two statements agree and disagree in besides their words."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.series import Made, Promise, Told, profiled
from tracker.linking.comparison import RENAMED, SAME_WORDS, compare, old_day, said_again
from tracker.linking.evidence_parts import part
from tracker.linking.profile import StatementProfile
from tracker.linking.vocabulary import Vocabulary
from tracker.linking.weights import WEIGHTS
from tracker.model import Firmness, Kind, Outcome, Reference

SPRING, SUMMER, MAY = ("2024-03-01", "2024-05-31"), ("2024-06-01", "2024-08-31"), ("2024-05-01", "2024-06-30")
PLAN = Promise("Er komt een actieplan waterzuivering.", Kind.DELIVER)


def read(row: Promise | Told, letter: str, day: str, heading: str) -> tuple[StatementProfile, Vocabulary]:
    (found,), words = profiled(Made(letter, day, {heading: [row]}))
    return found, words


def signs(
    one: Promise | Told, other: Promise | Told, kinship: float = 1.0, day: str = "2024-01-01", heading: str = "Water"
) -> dict[str, float]:
    """What each part contributes, those that count."""
    older, first = read(one, "a", "2023-01-01", heading)
    newer, second = read(other, "b", day, heading)
    found = compare(older, newer, (first, second), kinship)
    return {row.name: row.contribution for row in found if row.contribution}


def due(days: tuple[str, str], text: str = "Er komt een kaart.") -> Promise:
    return Promise(text, Kind.DELIVER, *days)


DEADLINES = {
    "the same": (SPRING, SPRING, WEIGHTS.same_deadline),
    "a day in common": (SPRING, MAY, WEIGHTS.near_deadline * WEIGHTS.same_deadline),
    "apart": (SPRING, SUMMER, None),
    "one has none": (SPRING, ("", ""), None),
}


@pytest.mark.parametrize(("mine", "yours", "weight"), DEADLINES.values(), ids=DEADLINES.keys())
def test_deadlines(mine: tuple[str, str], yours: tuple[str, str], weight: float | None) -> None:
    assert signs(due(mine), due(yours)).get("deadlines") == weight


def test_a_delay_is_compared_by_the_deadline_that_it_moves() -> None:
    told = Told("De kaart komt later.", Outcome.DELAYED, old="2024-05-31")
    promise = Promise("Er komt een kaart.", Kind.DELIVER, "", "2024-05-31")
    assert signs(promise, told)["deadlines"] == WEIGHTS.same_deadline
    assert "deadlines" not in signs(promise, Told(told.text, Outcome.CANCELLED, old=told.old))


def test_two_numbers_of_the_register_are_two_things_and_names_of_motions_are_not() -> None:
    def unlike(one: str, other: str, kind: str = "toezegging") -> bool:
        (older, first), (newer, second) = (read(due(SPRING), letter, "2024-01-01", "Water") for letter in "ab")
        mine, yours = (tuple(Reference(kind, number, number) for number in row.split()) for row in (one, other))
        older = replace(older, statement=replace(older.statement, references=mine))
        newer = replace(newer, statement=replace(newer.statement, references=yours))
        found = compare(older, newer, (first, second), 1.0)
        return any(row.name == "stages" and row.contribution for row in found)

    assert not unlike("", "TZ202402-158")
    assert not unlike("TZ202402-158", "TZ202402-158")
    assert not unlike("TZ202402-158", "TZ202402-159 TZ202402-158")
    assert not unlike("Jansen", "Jansen c.s.", "motie")
    assert unlike("TZ202402-158", "TZ202402-159")


YEARS = {"2024-06-01": 0.0, "2026-07-02": -0.75, "2039-01-01": -WEIGHTS.most_years}


@pytest.mark.parametrize(("day", "weight"), YEARS.items())
def test_years_count_against_after_the_first_up_to_a_bound(day: str, weight: float) -> None:
    assert signs(PLAN, PLAN, day=day).get("years", 0.0) == pytest.approx(weight, abs=0.01)


def test_years_count_from_the_deadline() -> None:
    assert "years" not in signs(Promise(PLAN.text, Kind.DELIVER, "2025-01-01", "2025-12-31"), PLAN, day="2026-07-02")


FORMS = {
    "the same": ("Er komt een actieplan.", "Het actieplan is er.", WEIGHTS.same_form),
    "unlike": ("Er komt een actieplan.", "Er komt een wetsvoorstel.", WEIGHTS.unlike_form),
    "one has none": ("Er komt een actieplan.", "Er komt een zonnepark.", None),
}


@pytest.mark.parametrize(("mine", "yours", "weight"), FORMS.values(), ids=FORMS.keys())
def test_forms(mine: str, yours: str, weight: float | None) -> None:
    assert signs(Promise(mine), Promise(yours)).get("forms") == weight


def kind(what: Kind, firmness: Firmness = Firmness.FIRM) -> Promise:
    return Promise("Er komt een kaart.", what, firmness=firmness)


DONE = Told("De kaart is af.")
KINDS = {
    "go together": (kind(Kind.START), kind(Kind.DELIVER), {}),
    "do not": (kind(Kind.INFORM), kind(Kind.CONTINUE), {"unlike-kinds": WEIGHTS.unlike_kind}),
    "both soft": (kind(Kind.START, Firmness.SOFT), kind(Kind.START, Firmness.SOFT), {"both-soft": WEIGHTS.both_soft}),
    "one soft": (kind(Kind.START, Firmness.SOFT), kind(Kind.START), {}),
    "done before": (DONE, kind(Kind.DELIVER), {"reported-before": WEIGHTS.past}),
    "done after": (kind(Kind.DELIVER), DONE, {}),
    "prolonged": (
        Promise("De regeling loopt.", Kind.CONTINUE, "2023-01-01", "2024-01-01"),
        Told("De regeling is verlengd.", Outcome.EXTENDED),
        {"prolonged": WEIGHTS.prolonged},
    ),
}
_OF_KINDS = {"unlike-kinds", "both-soft", "reported-before", "prolonged"}


@pytest.mark.parametrize(("one", "other", "found"), KINDS.values(), ids=KINDS.keys())
def test_kinds(one: Promise | Told, other: Promise | Told, found: dict[str, float]) -> None:
    assert {name: value for name, value in signs(one, other).items() if name in _OF_KINDS} == found


def test_a_sentence_said_again_in_its_section() -> None:
    plain = Promise("Er komt een actieplan voor de haven.")
    assert signs(plain, plain)[SAME_WORDS] == WEIGHTS.same_words
    assert SAME_WORDS not in signs(plain, plain, kinship=0.1)
    assert SAME_WORDS not in signs(plain, Promise("Er komt een actieplan voor de brug."))
    back = Promise("Hierover sturen wij een actieplan voor de haven.")
    assert SAME_WORDS not in signs(back, back)


SAID = {
    "denied": ("Wij bouwen een brug over de Vecht.", "Wij bouwen geen brug over de Vecht.", False),
    "denied in both": ("Wij bouwen geen brug over de Vecht.", "Wij bouwen geen brug over de Vecht.", True),
    "another start": (
        "Wij bouwen een brug over de Vecht.",
        "Ook wij bouwen een brug over de Vecht, die smal is.",
        False,
    ),
    "too short": ("Wij bouwen de brug.", "Wij bouwen de brug en de sluis bij Weesp.", False),
    "with its reason": (
        "Wij bouwen een brug over de Vecht.",
        "Wij bouwen een brug over de Vecht, aangezien de oude niet voldoet.",
        True,
    ),
}


@pytest.mark.parametrize(("one", "other", "again"), SAID.values(), ids=SAID.keys())
def test_a_sentence_said_again_with_more_behind_it(one: str, other: str, again: bool) -> None:
    assert (SAME_WORDS in signs(Promise(one), Promise(other))) == again


def test_a_thing_renamed_keeps_its_head_and_form() -> None:
    old = Promise("De provincie stelt een waterakkoord op voor de rivieren.")
    new = Promise("De provincie stelt een rivierenakkoord op voor de rivieren.")
    assert signs(old, new).get(RENAMED) == WEIGHTS.renaming
    assert RENAMED not in signs(old, new, kinship=0.1)
    assert RENAMED not in signs(old, Promise("De provincie stelt een rivierenkaart op voor de rivieren."))


def test_what_both_sections_are_called_after() -> None:
    one, other = Promise("Wij meten de geluidhinder."), Promise("De geluidhinder wordt gemeten.")
    assert signs(one, other, heading="Geluidhinder")["headings"] == WEIGHTS.same_heading
    assert "headings" not in signs(one, other, heading="Water")
    assert "headings" not in signs(PLAN, PLAN, heading="Geluidhinder")


@pytest.mark.parametrize(("kind", "told"), [("motie", WEIGHTS.same_reference), ("kamerstuk", 0.0)])
def test_a_motion_named_by_both_is_a_sign_and_a_paper_is_none(kind: str, told: float) -> None:
    rows, words = zip(*(read(PLAN, name, "2024-01-01", "Water") for name in "ab"), strict=True)
    named = (Reference(kind, f"{kind}-1", ""),)
    one, other = (replace(row, statement=replace(row.statement, references=named)) for row in rows)
    parts = {row.name: row.contribution for row in compare(one, other, words, 1.0)}
    assert parts["references"] == told
    assert {row.name: row.contribution for row in compare(one, rows[1], words, 1.0)}["references"] == 0


def test_a_part_is_never_minus_zero() -> None:
    assert str(part("years", 0.0, -0.5).contribution) == "0.0"


ROAD = Promise("In 2024 begint de aanleg van de rondweg.", Kind.START)
THINGS = {
    "another road": ("De randweg is gepauzeerd.", False),
    "the thing without its act": ("De rondweg is gepauzeerd.", True),
    "another act with the thing": ("De planning van de rondweg is gepauzeerd.", True),
    "another thing beside it": ("De brug bij de aanleg van de rondweg is gepauzeerd.", False),
    "a thing with less in it": ("De aanleg is gepauzeerd.", False),
    "the act and the thing": ("Het begin van de aanleg van de rondweg is gepauzeerd.", True),
    "just it": ("De aanleg van de rondweg is gepauzeerd.", True),
}


@pytest.mark.parametrize(("text", "starts"), THINGS.values(), ids=THINGS.keys())
def test_a_report_that_starts_from_the_thing_promised(text: str, starts: bool) -> None:
    assert signs(ROAD, Told(text, Outcome.DELAYED)).get("thing") == (WEIGHTS.same_thing if starts else None)
    assert "thing" not in signs(ROAD, Promise(text))
    assert "thing" not in signs(ROAD, Told(text, Outcome.DELAYED), kinship=0.0)


SETTLED = {
    "running": (Told("De rondweg wordt bekeken.", Outcome.IN_PROGRESS), False),
    "done": (Told("De rondweg is geopend.", Outcome.DELIVERED), False),
    "another road": (Told("De randweg is vertraagd.", Outcome.DELAYED), False),
    "late": (Told("De rondweg is vertraagd.", Outcome.DELAYED), True),
    "late, by its act": (Told("De bouw van de rondweg heeft vertraging opgelopen.", Outcome.DELAYED), True),
    "given up": (Told("De rondweg gaat niet door.", Outcome.CANCELLED), True),
    "with the letter": (Told("De rondweg treft u op de kaart bij deze brief aan.", Outcome.DELIVERED), True),
}


@pytest.mark.parametrize(("told", "settles"), SETTLED.values(), ids=SETTLED.keys())
def test_what_is_said_of_promised_things_only_is_a_sign(told: Told, settles: bool) -> None:
    found = signs(Promise("In 2024 openen wij de rondweg.", Kind.START), told)
    assert found.get("settled") == (WEIGHTS.settled if settles else None)


def test_one_word_said_again_is_no_sentence_said_again() -> None:
    (one, other), _ = profiled(
        Made(
            "a",
            "2023-06-20",
            {
                "Water": [
                    Promise("Er komt een actieplan waterzuivering."),
                    Promise("Er komt een actieplan waterzuivering nu."),
                ]
            },
        )
    )
    bare = [replace(row, facts=replace(row.facts, topic=())) for row in (one, other)]
    assert said_again(*bare)
    assert said_again(*(replace(row, order=one.order[-1:]) for row in bare)) == ""


@pytest.mark.parametrize(
    ("due", "told", "same"),
    [
        (("", "2024-06-30"), "2024-06-30", "2024-06-30"),
        (("", "2024-06-30"), "2024-12-31", ""),
        (("", "2024-06-30"), "", ""),
        (("2024-06-01", "2024-06-30"), "2024-06-30", ""),
        (("", ""), "2024-06-30", ""),
    ],
    ids=["the day promised", "another day", "no day told", "a day of a term", "no day promised"],
)
def test_a_report_may_name_the_day_that_was_promised(due: tuple[str, str], told: str, same: str) -> None:
    (promise,), _ = profiled(
        Made("a", "2023-01-01", {"Water": [Promise("Er komt een plan.", start=due[0], end=due[1])]})
    )
    (report,), _ = profiled(Made("b", "2024-01-01", {"Water": [Told("Het plan is later.", Outcome.DELAYED, told)]}))
    assert old_day(promise.statement, report.statement).text == same
    assert old_day(report.statement, promise.statement).text == ""


DECEMBER = ("2023-12-01", "2023-12-31")
SENT = Promise("Wij sturen u in december 2023 een voortgangsbrief over de sluizen.", Kind.INFORM, *DECEMBER)
RETOLD = {
    "made anew, not recalled": (Promise("Wij sturen u een voortgangsbrief.", Kind.INFORM, *DECEMBER), False),
    "for another day": (Promise("Wij hebben toegezegd een voortgangsbrief te sturen.", Kind.INFORM, *SPRING), False),
    "of another thing": (Promise("Wij hebben toegezegd een havenkaart te sturen.", Kind.INFORM, *DECEMBER), False),
    "of more than that": (
        Promise("Wij hebben toegezegd een voortgangsbrief over de haven te sturen.", Kind.INFORM, *DECEMBER),
        False,
    ),
    "of the same": (Promise("Wij hebben toegezegd een voortgangsbrief te sturen.", Kind.INFORM, *DECEMBER), True),
}


@pytest.mark.parametrize(("later", "same"), RETOLD.values(), ids=RETOLD.keys())
def test_what_is_recalled_as_promised_for_the_same_day_is_a_sign(later: Promise, same: bool) -> None:
    assert ("retold" in signs(SENT, later)) == same
