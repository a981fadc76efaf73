"""Letters are silent on a promise where nothing after it speaks of it, in any words, and they could have told."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.ledger.test_plain_statement import ASKED, BELOW, blocks
from tests.views.test_disagreements import NUMBER, PROMISE, written
from tracker.commands.source import CollectionSource
from tracker.sources.register import Register, Registered, write_register
from tracker.views.disagreements import disagreements

pytestmark = pytest.mark.usefixtures("shared")

SETTLED = "Toezegging TZ-N is hiermee afgedaan."


@pytest.mark.parametrize(
    "text",
    [
        "Het rapport over de kades ligt bij de drukker.",
        "Het kaderapport is vastgesteld door de ministerraad.",
        "Het onderzoek naar de kademuren is af.",
        "Over de kades heb ik u in mei geïnformeerd.",
        "De kades in Rotterdam zijn zwak.",
        "Nummer 202402-158: zie bijlage 3.",
        "Alle toezeggingen uit maart 2024 zijn hiermee afgedaan.",
        "In mijn brief van 1 maart 2024 deed ik u toezeggingen.",
        "Hiermee heb ik voldaan aan mijn toezegging uit het commissiedebat.",
        "In de bijlage vindt u het gevraagde rapport.",
        "Zie voor 158 de bijlage.",
    ],
)
def test_letters_that_speak_of_a_thing_in_any_words_are_not_silent(tmp_path: Path, text: str) -> None:
    """Whether that says that it is met is for a reader to judge."""
    assert blocks(tmp_path, PROMISE, text, met=True).keys() <= BELOW, "one that meets it agrees with the register"
    assert blocks(tmp_path, PROMISE, text, met=False).keys() <= BELOW


@pytest.mark.parametrize(
    "text",
    [
        "De studie naar de oevers is gereed.",
        "De bevindingen over de waterkeringen gaan hierbij.",
        "Tabel 3 bevat de uitgaven voor de oevers.",
        "De keermuren zijn onderzocht.",
        "Deltares presenteerde in mei zijn werk.",
        "Over de waterkeringen is al met u gesproken.",
        "U bent in mei bijgepraat over de keringen.",
        "Uit metingen bleek dat de oevers veilig zijn.",
        "De dijkinspectie leverde geen bijzonderheden op.",
        "De uitkomst is in mei met u gedeeld.",
        "Met ABN AMRO is overeenstemming bereikt.",
        "Hoe wij verder gaan, leest u in de bijlage.",
    ],
)
def test_letters_that_tell_of_what_no_promise_is_may_tell_of_it_under_another_name(tmp_path: Path, text: str) -> None:
    """The row says that by its words nothing is found, with the sentence that may be of it."""
    found = blocks(tmp_path, PROMISE, text, met=True)
    assert found.keys() == {"register-silent"}
    assert text in found["register-silent"]


@pytest.mark.parametrize(
    "text",
    [
        "De haven is diep.",
        "De zee is zout en de sector groeit.",
        "In 2030 informeer ik u over de stikstofaanpak met een brief.",
        "Toezegging TZ202402-159 is hiermee afgedaan.",
        "De motie over schepen is afgedaan.",
    ],
)
def test_letters_that_tell_of_nothing_that_it_may_be_are_silent(tmp_path: Path, text: str) -> None:
    assert blocks(tmp_path, PROMISE, text, met=True).keys() == {"register"}


def test_letters_that_came_before_the_deadline_or_not_at_all_could_not_tell(tmp_path: Path) -> None:
    assert blocks(tmp_path, PROMISE, met=True) == {}
    later = PROMISE.replace("de zomer van 2024", "de zomer van 2026")
    assert blocks(tmp_path, later, "De haven is diep.", met=True) == {}


@pytest.mark.parametrize("promise", [PROMISE, PROMISE.replace(" voor de zomer van 2024", "")])
def test_letters_that_could_have_told_and_do_not_are_silent(tmp_path: Path, promise: str) -> None:
    said = blocks(tmp_path, promise, "De haven is diep.", "Beide moties over schepen zijn afgedaan.", met=True)
    assert said.keys() == {"register"}


@pytest.mark.parametrize(
    ("by", "made", "silent"),
    [
        (("2025D12345",), None, False),
        (("kst-27923-99",), None, False),
        ((), dt.date(2025, 6, 1), False),
        ((), dt.date(2024, 2, 1), True),
        ((), None, True),
    ],
)
def test_who_was_to_tell_nothing_is_not_silent(
    tmp_path: Path, by: tuple[str, ...], made: dt.date | None, silent: bool
) -> None:
    """Another paper than these met it, or it was promised after the last of them."""
    promise = Registered(NUMBER, ASKED, "Voldaan", met=True, by=by, made=made)
    kept = written(tmp_path, {"2024-03-01": PROMISE, "2024-09-10": "De haven is diep."}, promise)
    found = {one.key for one in disagreements(CollectionSource(tmp_path).index, kept) if one.entries}
    assert found == ({"register"} if silent else set())


@pytest.mark.parametrize(("other", "silent"), [("kades", False), ("sluizen", True)])
def test_a_number_that_stands_beside_another_promise_of_the_register_accuses_nobody(
    tmp_path: Path, other: str, silent: bool
) -> None:
    """Two numbers may be mixed up; one whose words are in no other promise of the register stands."""
    mixed = Registered(NUMBER, "De minister stuurt de Kamer het rapport over de bruggen.", "Voldaan", met=True)
    second = Registered("TZ202402-999", f"De minister stuurt de Kamer het rapport over de {other}.", "Open", met=False)
    written(tmp_path, {"2024-03-01": PROMISE, "2024-09-10": "De haven is diep."}, mixed)
    kept = Register(dt.date(2026, 1, 1), (mixed, second))
    (tmp_path / "register.json").write_text(write_register(kept), "utf-8")
    found = {one.key for one in disagreements(CollectionSource(tmp_path).index, kept) if one.entries}
    assert ("register" in found) is silent


def test_nobody_is_silent_on_what_the_register_tells_under_another_name(tmp_path: Path) -> None:
    """It may name the paper that met it."""
    promise = Registered(NUMBER, ASKED, "Voldaan", met=True, unread=("KamerbriefNakoming",))
    kept = written(tmp_path, {"2024-03-01": PROMISE, "2024-09-10": "De haven is diep."}, promise)
    found = {one.key for one in disagreements(CollectionSource(tmp_path).index, kept) if one.entries}
    assert found == {"register-silent"}


def test_what_rests_on_silence_says_that_nothing_was_found_and_where(tmp_path: Path) -> None:
    blocks(tmp_path, PROMISE, "De haven is diep.", "De zee is zout.", met=True)
    index = CollectionSource(tmp_path).index
    kept = Register(dt.date(2026, 1, 1), (Registered(NUMBER, ASKED, "Voldaan", met=True),))
    (block,) = disagreements(index, kept)
    (entry,) = block.entries
    assert entry.facts[-1] == "letters: nothing found in what came after it (letters searched: 2)"


@pytest.mark.parametrize(
    "third",
    [
        "De afdoening die ik in mijn brief van 10 september 2024 meldde, was voorbarig.",
        "Mijn brief van 10 september 2024 trek ik in.",
        "In mijn vorige brief stond een fout.",
        "Anders dan ik in september schreef, zijn de kades zwak.",
        "Helaas is de toezending mislukt.",
        "Wat als afgerond stond vermeld, is dat niet.",
        "Er is toch meer tijd nodig.",
        "De haven is diep.",
        "Mijn toezegging TZ-N leeft voort.",
        "Toezegging TZ-N komt aan de orde.",
        "De kades zijn oud.",
        "Bij nader inzien bleek het verzonden stuk onvolledig.",
        "De Kamer merkt terecht op dat het toegezegde nog ontbreekt.",
        "De commissie ging niet akkoord met de afdoening.",
        "De toezegging aan het lid De Vries is nagekomen.",
    ],
)
def test_a_plain_turn_of_before_the_newest_letter_is_for_a_reader(tmp_path: Path, third: str) -> None:
    """Whatever that says: nobody can list all that takes back."""
    assert blocks(tmp_path, PROMISE, SETTLED, met=False).keys() == {"register"}
    assert blocks(tmp_path, PROMISE, SETTLED, third, met=False).keys() == BELOW


def test_few_letters_that_may_speak_of_a_thing_are_enough(tmp_path: Path) -> None:
    for month in range(1, 9):
        (tmp_path / f"2025-0{month}-01.txt").write_text(f"Den Haag, 2025-0{month}-01\n\nKade {month}.\n", "utf-8")
    said = blocks(tmp_path, PROMISE, SETTLED, met=False)["register-spoken"]
    assert [f"Kade {month}." in said for month in range(1, 9)] == [True] * 3 + [False] * 5
