"""Where the register and the letters disagree, and what awaits a ruling."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tests import repositories
from tracker.commands.source import CollectionSource
from tracker.documents import read_collection
from tracker.documents.collection import load_collection
from tracker.ledger.lookup import find_statement
from tracker.ledger.queries import Index
from tracker.model import Ledger, MatchGround, RegisterMatch, RegisterTwin, Status
from tracker.sources.register import Register, Registered, write_register
from tracker.views.disagreements import disagreements
from tracker.views.registered import in_short, register_lines
from tracker.views.sheet import ViewBlock

pytestmark = pytest.mark.usefixtures("shared")

REGISTER = Register(dt.date(2024, 1, 1), ())


def indexed(tmp_path: Path, judged: Callable[..., Ledger], ground: MatchGround, **more: Any) -> Index:
    """Letters of which one promise is in the register, met by now, on some ground."""
    ledger = judged(read_collection(load_collection(repositories.write(tmp_path / "brieven"))), "brieven")
    index = Index(ledger)
    thread = index.thread_of[find_statement(index, "veerverbindingen").id].id
    row = RegisterMatch("TZ202402-1", thread, ground, "De minister informeert de Kamer.", "Voldaan", met=True)
    return Index(replace(ledger, registered=(replace(row, **more),)))


def test_what_agrees_stands_in_no_block(tmp_path: Path, judged: Callable[..., Ledger]) -> None:
    words = ("veer", "schelde")
    still = indexed(tmp_path, judged, MatchGround.WORDS, words=words, score=0.9, met=False, status="Openstaand")
    (block,) = disagreements(still, REGISTER)
    assert block.entries == ()
    index = indexed(tmp_path, judged, MatchGround.WORDS, words=words, score=0.9)
    ((entry,),) = (block.entries for block in disagreements(index, REGISTER))
    assert entry.facts[0] == "register: TZ202402-1, Voldaan"
    assert "matched by its words (veer, schelde; 0.90)" in entry.facts[1]
    (line,) = register_lines(index, index.threads[entry.thread])
    assert line.startswith("register: TZ202402-1, Voldaan · matched by its words")
    assert entry.status is None, "no gate counts it twice"


def test_nobody_is_accused_by_an_unknown_word_or_a_number_of_two_promises(
    tmp_path: Path, judged: Callable[..., Ledger]
) -> None:
    index = indexed(tmp_path, judged, MatchGround.CARRIED)
    (row,) = index.ledger.registered
    other = RegisterTwin("Een plan.", "Openstaand", met=False)
    for odd in (replace(row, unclear=True), replace(row, twins=(other,))):
        (block,) = disagreements(Index(replace(index.ledger, registered=(odd,))), REGISTER)
        assert block.entries == ()
    same = replace(row, twins=(replace(other, met=True, status=""),))
    ((entry,),) = (block.entries for block in disagreements(Index(replace(index.ledger, registered=(same,))), REGISTER))
    assert "the register has “Een plan.” under this number too, status unknown" in " ".join(entry.facts)


def test_what_the_letters_report_and_the_register_has_open_is_a_disagreement(
    tmp_path: Path, judged: Callable[..., Ledger]
) -> None:
    index = indexed(tmp_path, judged, MatchGround.CARRIED, met=False, status="Openstaand")
    (row,) = index.ledger.registered
    met = {"status": Status.DELIVERED, "decided_by": "R. Rekenaar"}
    threads = (replace(one, **met) if one.id == row.thread else one for one in index.ledger.threads)
    delivered = replace(index.ledger, threads=tuple(threads))
    (block,) = disagreements(Index(delivered), REGISTER)
    (entry,) = block.entries
    assert (entry.facts[0], entry.facts[-1]) == ("register: TZ202402-1, Openstaand", "letters: delivered")
    (agreed,) = disagreements(Index(replace(delivered, registered=(replace(row, met=True),))), REGISTER)
    assert agreed.entries == ()


@pytest.mark.parametrize("met", [True, False])
def test_what_was_met_in_part_agrees_with_either(tmp_path: Path, judged: Callable[..., Ledger], met: bool) -> None:
    index = indexed(tmp_path, judged, MatchGround.CARRIED, met=met)
    (row,) = index.ledger.registered
    partly = replace(index.threads[row.thread], status=Status.DELIVERED, partly=True)
    threads = tuple(partly if one.id == row.thread else one for one in index.ledger.threads)
    (block,) = disagreements(Index(replace(index.ledger, threads=threads)), REGISTER)
    assert block.entries == ()


def test_the_register_disagrees_with_none_of_several_threads_where_one_agrees(
    tmp_path: Path, judged: Callable[..., Ledger]
) -> None:
    index = indexed(tmp_path, judged, MatchGround.CARRIED)
    (row,) = index.ledger.registered
    other = next(thread for thread in index.ledger.threads if thread.status is Status.DELIVERED)
    quiet = [replace(one, status=Status.UNCLEAR) if one.id == row.thread else one for one in index.ledger.threads]
    sure = tuple(replace(one, decided_by="R. Rekenaar") if one is other else one for one in quiet)
    several = replace(index.ledger, threads=sure, registered=(row, replace(row, thread=other.id)))
    assert len(disagreements(Index(several), REGISTER)) == 1, "a promise of which no more is said denies nothing"
    dropped = (replace(one, status=Status.DROPPED) if one.id == row.thread else one for one in several.threads)
    several = replace(several, threads=tuple(dropped))
    for met in (True, False):
        both = tuple(replace(one, met=met) for one in several.registered)
        block, contradicting = disagreements(Index(replace(several, registered=both)), REGISTER)
        assert block.entries == ()
        assert contradicting.heading == "The letters contradict one another under one number"
        assert {entry.thread for entry in contradicting.entries} == {row.thread, other.id}
        assert {entry.facts[-1] for entry in contradicting.entries} >= {"letters: delivered"}
    asked = replace(row, thread=other.id, ground=MatchGround.ASKED)
    blocks = disagreements(Index(replace(several, registered=(row, asked))), REGISTER)
    assert [block.key for block in blocks] == ["register", "register-asked"]
    (block,) = disagreements(Index(replace(several, registered=(row,))), REGISTER)
    assert [entry.thread for entry in block.entries] == [row.thread]


def test_of_a_promise_that_another_changes_only_that_one_counts(tmp_path: Path, judged: Callable[..., Ledger]) -> None:
    index = indexed(tmp_path, judged, MatchGround.CARRIED)
    (first,) = index.ledger.registered
    second = replace(first, number="TZ202402-2", ground=MatchGround.CHANGES, changes=(first.number,))
    for met, numbers in ((True, ["TZ202402-2"]), (False, [])):
        rows = (first, replace(second, met=met, status="Voldaan" if met else "Openstaand"))
        (block,) = disagreements(Index(replace(index.ledger, registered=rows)), REGISTER)
        assert [entry.facts[0].split()[1].rstrip(",") for entry in block.entries] == numbers
    each = (replace(first, changes=(second.number,)), replace(second, met=True, status="Voldaan"))
    (block,) = disagreements(Index(replace(index.ledger, registered=each)), REGISTER)
    assert "TZ202402-2" in block.entries[-1].facts[0], "of two that change each other both stand"
    both = Index(replace(index.ledger, registered=(first, second)))
    by_number, by_change = register_lines(both, both.threads[first.thread])
    assert by_number.endswith("the letters name its number")
    assert "it changes or repeats a promise of the register" in by_change


def test_what_linking_is_not_sure_of_is_asked_apart(tmp_path: Path, judged: Callable[..., Ledger]) -> None:
    index = indexed(tmp_path, judged, MatchGround.ASKED, words=("veer",), score=0.5)
    sure, asked = disagreements(index, REGISTER)
    assert sure.entries == ()
    (entry,) = asked.entries
    assert f"tracker decide registered TZ202402-1 {entry.thread} --why REASON, or unregistered" in entry.facts[1]
    assert in_short(index, index.threads[entry.thread]) == "", "it is not told as its own before somebody ruled"
    (block,) = disagreements(indexed(tmp_path, judged, MatchGround.RULED, who="R. Rekenaar"), REGISTER)
    assert "ruled so by R. Rekenaar" in block.entries[0].facts


def test_what_is_asked_about_stands_with_the_sentences_that_name_its_number(
    tmp_path: Path, judged: Callable[..., Ledger]
) -> None:
    folder = repositories.write(tmp_path / "others")
    path = folder / repositories.NAMES[2]
    said = "Het lid De Vries meent dat toezegging TZ202402-1 is afgedaan."
    path.write_text(path.read_text("utf-8") + f"\n{said}\n", "utf-8")
    index = indexed(tmp_path, judged, MatchGround.ASKED, words=("veer",), score=0.5)
    index = Index(replace(index.ledger, letters=read_collection(load_collection(folder)).letters))
    promises = (Registered("TZ202402-1", "De minister informeert de Kamer.", "Openstaand", met=False),)
    block, asked = disagreements(index, replace(REGISTER, promises=promises))
    (entry,) = asked.entries
    assert (block.entries, entry.notes[-1].text, entry.facts[-1]) == ((), said, "its number stands in kst-12345-12")


def test_what_is_asked_about_is_listed_though_both_agree(tmp_path: Path, judged: Callable[..., Ledger]) -> None:
    same = indexed(tmp_path, judged, MatchGround.ASKED, words=("veer",), score=0.5, met=False, status="Openstaand")
    assert [len(block.entries) for block in disagreements(same, REGISTER)] == [0, 1]


def test_what_no_thread_is_is_listed_last_what_is_open_first(tmp_path: Path, judged: Callable[..., Ledger]) -> None:
    """With where a letter names its number all the same."""
    folder = repositories.write(tmp_path / "brieven")
    path = folder / repositories.NAMES[2]
    path.write_text(path.read_text("utf-8") + "\nZie ook TZ202402-33.\n", "utf-8")
    index = indexed(tmp_path / "others", judged, MatchGround.CARRIED)
    index = Index(replace(index.ledger, letters=read_collection(load_collection(folder)).letters))
    late = dt.date(2030, 5, 1)
    promises = (
        Registered("TZ202402-1", "De minister informeert de Kamer.", "Voldaan", met=True),
        Registered("TZ202402-2", "Iets over treinen.", "Voldaan", met=True, by=("2024D00002",)),
        Registered("TZ202402-3", "Iets over vliegtuigen.", "Openstaand", met=False, made=late),
        Registered("TZ202402-33", "", "Openstaand", met=False),
    )
    _, lacking = disagreements(index, replace(REGISTER, promises=promises))
    assert [entry.title for entry in lacking.entries] == ["TZ202402-3", "TZ202402-33", "TZ202402-2"]
    first, second, last = lacking.entries
    assert first.facts == ("register: TZ202402-3, Openstaand", "made on 2030-05-01", "after the newest letter")
    assert second.facts == ("register: TZ202402-33, Openstaand", "its number stands in kst-12345-12")
    assert ([note.text for note in second.notes], last.facts[1]) == (["Zie ook TZ202402-33."], "by 2024D00002")
    assert first.notes[0].text == "Iets over vliegtuigen."


NUMBER, LATER = "TZ202402-158", "TZ202406-160"
PROMISE = f"Ik zeg toe uw Kamer voor de zomer van 2024 het rapport over de kades te sturen ({NUMBER})."
SENT = f"Hierbij stuur ik uw Kamer het rapport over de kades ({NUMBER})."


def written(tmp_path: Path, letters: dict[str, str], promise: Registered) -> Register:
    """Letters by their days, with a register of one promise beside them."""
    for day, text in letters.items():
        (tmp_path / f"{day}.txt").write_text(f"Den Haag, {day}\n\n{text}\n", "utf-8")
    kept = Register(dt.date(2025, 1, 1), (promise,))
    (tmp_path / "register.json").write_text(write_register(kept), "utf-8")
    return kept


def told(tmp_path: Path, second: str, *, met: bool, as_of: dt.date | None = None) -> ViewBlock:
    """What the audit says of a promise of the register and two letters, the first of which makes it."""
    promise = Registered(NUMBER, "De minister stuurt het rapport over de kades.", "", met)
    kept = written(tmp_path, {"2024-03-01": PROMISE, "2024-09-10": second}, promise)
    source = CollectionSource(tmp_path, as_of)
    return disagreements(source.index, kept, cut=as_of is not None)[0]


@pytest.mark.parametrize(
    "what",
    [
        "uw Kamer het concept van het rapport",
        "uw Kamer het eerste deel van het rapport",
        "uw Kamer de opzet van het rapport",
        "uw Kamer het plan van aanpak voor het rapport",
        "uw Kamer de planning van het rapport",
        "de gemeenten het rapport",
    ],
)
def test_what_comes_before_a_paper_or_goes_to_others_delivers_nothing(tmp_path: Path, what: str) -> None:
    assert told(tmp_path, f"Hierbij stuur ik {what} over de kades ({NUMBER}).", met=False).entries == ()


@pytest.mark.parametrize(
    ("text", "rows"),
    [(SENT, 1), (SENT.replace("uw", "de"), 1), (SENT.replace("het rapport", "het plan van aanpak en het rapport"), 0)],
)
def test_what_is_sent_whole_is_delivered(tmp_path: Path, text: str, rows: int) -> None:
    """And accuses where it is sent alone: of two things a reader judges."""
    assert told(tmp_path, text, met=True).entries == ()
    assert len(told(tmp_path, text, met=False).entries) == rows


def test_the_register_of_a_day_before_a_letter_says_nothing_of_what_that_meets(tmp_path: Path) -> None:
    promise = Registered(NUMBER, "De minister stuurt het rapport over de kades.", "", met=False)
    kept = written(tmp_path, {"2024-03-01": PROMISE, "2024-09-10": SENT}, promise)
    index = CollectionSource(tmp_path).index
    for day, number in ((dt.date(2024, 5, 1), 0), (dt.date(2024, 9, 10), 1)):
        assert len(disagreements(index, replace(kept, retrieved=day))[0].entries) == number


@pytest.mark.parametrize("mark", ["[1]", " [1]", "1", "¹"])
def test_a_mark_behind_a_sentence_makes_no_heading_of_it(tmp_path: Path, mark: str) -> None:
    text = f"Het rapport over de kades is op 3 juli 2024 aan uw Kamer gestuurd.{mark}\n\nDe haven is diep."
    assert told(tmp_path, text, met=True).entries == ()


@pytest.mark.parametrize(
    ("second", "met"),
    [
        ("De gemeenten hebben de kosten van de sluizen (N) nagerekend.", False),
        ("Over de planning van de sluizen (N) is uw Kamer op 3 juli 2024 geïnformeerd.", False),
        ("Hierbij informeer ik u over de vertraging bij de sluizen (N).", False),
        ("Ik heb uw Kamer laten weten dat de kosten van de sluizen (N) later volgen.", False),
        ("Met deze brief informeer ik uw Kamer over de kosten van de sluizen (N).", True),
        ("Zoals toegezegd (N) informeer ik u hierbij over de kosten van de sluizen.", True),
        ("Uw Kamer is op 3 juli 2024 geïnformeerd over de kosten van de sluizen (N).", True),
    ],
)
def test_a_promise_to_inform_is_met_by_informing_of_that(tmp_path: Path, second: str, met: bool) -> None:
    first = f"Ik informeer uw Kamer voor de zomer van 2024 over de kosten van de sluizen ({NUMBER})."
    promise = Registered(NUMBER, "De minister informeert de Kamer over de kosten.", "", met=met)
    written(tmp_path, {"2024-03-01": first, "2024-09-10": second.replace("N", NUMBER)}, promise)
    index = CollectionSource(tmp_path).index
    (first_said,) = (row for row in index.ledger.commitments if row.letter.endswith("03-01"))
    assert (index.thread_of[first_said.id].status is Status.DELIVERED) is met


@pytest.mark.parametrize("late", ["later dan toegezegd", "later dan gepland", "met enige vertraging"])
def test_what_comes_late_with_the_letter_has_come(tmp_path: Path, late: str) -> None:
    assert told(tmp_path, f"Hierbij ontvangt u, {late}, het rapport over de kades ({NUMBER}).", met=True).entries == ()


def test_the_register_of_a_later_day_is_not_compared_with_letters_of_before_it(tmp_path: Path) -> None:
    block = told(tmp_path, SENT, met=True, as_of=dt.date(2024, 4, 1))
    assert block.entries == ()
    assert block.means.startswith("nothing is compared with it here: the register as it stood on 2025-01-01")


@pytest.mark.parametrize(
    "text",
    [
        f"Bijgaand ontvangt u het rapport over de kades, waarmee toezegging {NUMBER} is afgedaan.",
        f"Hiermee beschouw ik toezegging {NUMBER} als afgedaan.",
        f"Toezegging {NUMBER}: afgedaan.",
        f"Toezegging {NUMBER} is hiermee afgedaan.",
    ],
)
def test_a_promise_said_to_be_met_under_its_number_is_met(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text, met=True).entries == ()


@pytest.mark.parametrize(
    "text", [f"Toezegging {NUMBER} is nog niet afgedaan.", f"Hiermee is toezegging {NUMBER} niet afgedaan."]
)
def test_a_promise_denied_to_be_met_is_not(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text, met=False).entries == ()
    assert told(tmp_path, text, met=True).entries


def test_a_repeat_is_not_set_against_what_was_delivered_before_it(tmp_path: Path) -> None:
    """Of what was delivered after it was made nobody knows that."""
    for made, below in ((dt.date(2024, 9, 20), False), (dt.date(2024, 8, 20), True)):
        told(tmp_path, SENT, met=True)
        text = "De minister stuurt een rapport over de kades."
        again = Registered("TZ202409-001", text, "", met=False, made=made, repeats=(NUMBER,))
        first = Registered(NUMBER, "De minister stuurt het rapport over de kades.", "", met=True)
        kept = Register(dt.date(2025, 1, 1), (first, again))
        (tmp_path / "register.json").write_text(write_register(kept), "utf-8")
        found = {one.key for one in disagreements(CollectionSource(tmp_path).index, kept) if one.entries}
        assert ("register" in found, "register-spoken" in found) == (False, below)


@pytest.mark.parametrize("met", [True, False])
@pytest.mark.parametrize("how", ["repeats", "changes"])
def test_a_later_promise_that_asks_for_more_is_not_judged_by_what_was_delivered(
    tmp_path: Path, how: str, met: bool
) -> None:
    told(tmp_path, SENT, met=True)
    first = Registered(NUMBER, "De minister stuurt het rapport over de kades.", "", met=how == "repeats")
    text = "De minister stuurt het rapport over de kades en een kaart van de sluizen."
    again = Registered("TZ202404-001", text, "", met, made=dt.date(2024, 4, 1), **{how: (NUMBER,)})
    kept = Register(dt.date(2025, 1, 1), (first, again))
    (tmp_path / "register.json").write_text(write_register(kept), "utf-8")
    compared, asked = disagreements(CollectionSource(tmp_path).index, kept)
    assert compared.entries == ()
    (entry,) = asked.entries
    assert "asks for more (kaart, sluizen)" in entry.facts[-2]
    replace_text = text.replace(" en een kaart van de sluizen", "")
    same = Register(dt.date(2025, 1, 1), (first, replace(again, text=replace_text)))
    (tmp_path / "register.json").write_text(write_register(same), "utf-8")
    blocks = disagreements(CollectionSource(tmp_path).index, same)
    found = {block.key: len(block.entries) for block in blocks if block.entries}
    assert found == ({} if met else {"register-spoken": 1}), "the letter sends it under the number of the other"


BY_WORDS = "stuurt de Kamer voor de zomer van 2024 het rapport over de kademuren van de Merwehaven en de Waalhaven"


@pytest.mark.parametrize(
    ("second", "status", "disagrees"),
    [
        (f"Toezegging {NUMBER} is vertraagd tot mei 2025.", Status.UNCLEAR, False),
        (f"- {NUMBER} – loopt", Status.UNCLEAR, True),
        (f"Toezegging {NUMBER} is nog niet afgedaan.", Status.UNCLEAR, True),
        (f"Met de commissie spreken wij over toezegging {NUMBER}.", Status.UNCLEAR, False),
        ("Toezegging TZ202402-159 is hiermee afgedaan.", Status.UNCLEAR, True),
        ("Beide moties zijn afgedaan.", Status.UNCLEAR, True),
        ("De toezeggingen uit de brief van 3 mei 2024 zijn afgedaan.", Status.UNCLEAR, False),
        ("Beide toezeggingen zijn afgedaan.", Status.UNCLEAR, False),
        ("De genoemde toezeggingen zijn hiermee afgedaan.", Status.UNCLEAR, False),
        ("De toezeggingen uit mijn brief van 1 maart 2024 zijn afgedaan.", Status.UNCLEAR, False),
        (f"Toezegging {NUMBER} is hiermee afgedaan.", Status.DELIVERED, False),
        (f"- {NUMBER} – voldaan", Status.DELIVERED, False),
        (
            f"Hiermee doe ik de toezegging aan de leden Van Dijk en De Vries ({NUMBER}) gestand.",
            Status.DELIVERED,
            False,
        ),
        (f"Toezegging {NUMBER} betreft een rapport. Dit is op 3 juli 2024 met u gedeeld.", Status.DELIVERED, False),
    ],
)
def test_what_is_promised_without_its_number_is_met_by_that(
    tmp_path: Path, second: str, status: Status, disagrees: bool
) -> None:
    """The register knows the number by the words; nobody is accused by it, and what speaks of it keeps it alive."""
    promise = Registered(NUMBER, f"De minister {BY_WORDS}.", "Voldaan", met=True)
    kept = written(tmp_path, {"2024-03-01": f"Het kabinet {BY_WORDS}.", "2024-09-10": second}, promise)
    index = CollectionSource(tmp_path).index
    first = next(row for row in index.ledger.commitments if "Merwehaven" in row.quote)
    thread = index.thread_of[first.id]
    assert thread.status is status
    assert thread.id in {row.thread for row in index.ledger.registered if row.sure}
    assert (thread.id in {entry.thread for entry in disagreements(index, kept)[0].entries}) is disagrees


@pytest.mark.parametrize("how", ["changes", "repeats"])
@pytest.mark.parametrize(
    ("second", "met", "blocks"),
    [
        (f"Hierbij stuur ik uw Kamer het rapport over de kades ({LATER}).", True, {}),
        (f"Toezegging {LATER} is hiermee afgedaan.", True, {}),
        (f"Toezegging {LATER} is hiermee afgedaan.", False, {"register": 1}),
        (f"Toezegging {NUMBER} is vervangen door toezegging {LATER}.", True, {"register-spoken": 1}),
        ("De haven is diep.", True, {"register": 1}),
    ],
)
def test_what_changes_a_promise_is_met_under_its_own_number(
    tmp_path: Path, how: str, second: str, met: bool, blocks: dict[str, int]
) -> None:
    first = Registered(NUMBER, "De minister stuurt het rapport over de kades.", "Vervallen", met=met)
    again = Registered(LATER, first.text, "", met, made=dt.date(2024, 6, 1), **{how: (NUMBER,)})
    written(tmp_path, {"2024-03-01": PROMISE, "2024-09-10": second}, first)
    kept = Register(dt.date(2025, 1, 1), (first, again))
    (tmp_path / "register.json").write_text(write_register(kept), "utf-8")
    found = disagreements(CollectionSource(tmp_path).index, kept)
    expected = blocks if how == "changes" else dict.fromkeys(blocks, 2)
    if how == "repeats" and blocks and LATER in second and not met:
        expected = {"register": 1, "register-spoken": 1}  # of the first number the letter says nothing itself
    assert {block.key: len(block.entries) for block in found if block.entries} == expected


@pytest.mark.parametrize(
    ("second", "third", "of_met", "of_open"),
    [
        (f"Toezegging {NUMBER} is hiermee afgedaan.", f"Toezegging {NUMBER} is heropend.", "register", ""),
        (
            f"Toezegging {NUMBER} is hiermee afgedaan.",
            f"Toezegging {NUMBER} komt aan de orde.",
            "",
            "register-spoken",
        ),
        (f"Toezegging {NUMBER} staat nog open.", f"Toezegging {NUMBER} is afgedaan.", "", "register"),
        ("De haven is diep.", f"Betreft: afdoening toezegging {NUMBER}", "register-spoken", "register-spoken"),
        (
            "De haven is diep.",
            f"Betreft: afdoening toezegging {NUMBER}\n\nDeze toezegging kan ik nog niet nakomen.",
            "register-spoken",
            "register-spoken",
        ),
        ("De haven is diep.", f"Hierover gaat toezegging {NUMBER}.", "register-spoken", "register-spoken"),
        (SENT, f"Of toezegging {NUMBER} is afgedaan, is aan u.", "register-spoken", "register-spoken"),
    ],
)
def test_the_newest_sure_word_counts_and_what_is_not_sure_stands_below(
    tmp_path: Path, second: str, third: str, of_met: str, of_open: str
) -> None:
    letters = {"2024-03-01": PROMISE, "2024-09-10": second, "2024-11-10": third}
    for met, block in ((True, of_met), (False, of_open)):
        promise = Registered(NUMBER, "De minister stuurt het rapport over de kades.", "", met)
        kept = written(tmp_path, letters, promise)
        found = disagreements(CollectionSource(tmp_path).index, kept)
        assert {one.key for one in found if one.entries} == ({block} if block else set())


@pytest.mark.parametrize("met", [True, False])
@pytest.mark.parametrize(("year", "block"), [(2024, "register-spoken"), (2023, "register")])
def test_the_next_edition_of_a_report_is_not_surely_what_was_promised(
    tmp_path: Path, met: bool, year: int, block: str
) -> None:
    thing = "het jaarverslag over de veiligheid van de spoorwegen en de tunnels in Limburg over"
    first, second = (
        f"Wij sturen uw Kamer in mei 2024 {thing} 2023 ({NUMBER}).",
        f"Hierbij stuur ik u {thing} {year} ({NUMBER}).",
    )
    promise = Registered(NUMBER, f"De minister stuurt {thing} 2023.", "", met)
    kept = written(tmp_path, {"2024-03-01": first, "2024-09-10": second}, promise)
    found = {one.key for one in disagreements(CollectionSource(tmp_path).index, kept) if one.entries}
    assert found == (set() if met and block == "register" else {block})


@pytest.mark.parametrize("met", [True, False])
def test_letters_of_one_day_that_are_at_odds_say_nothing_sure(tmp_path: Path, met: bool) -> None:
    promise = Registered(NUMBER, "De minister stuurt het rapport over de kades.", "", met)
    written(tmp_path, {"2024-03-01": PROMISE, "2024-09-10": f"Toezegging {NUMBER} is hiermee afgedaan."}, promise)
    (tmp_path / "b.txt").write_text(f"Den Haag, 2024-09-10\n\nToezegging {NUMBER} staat nog open.\n", "utf-8")
    found = disagreements(CollectionSource(tmp_path).index, Register(dt.date(2025, 1, 1), (promise,)))
    assert [one.key for one in found if one.entries] == ["register-spoken"]


@pytest.mark.parametrize(("said", "met"), [("is hiermee afgedaan", False), ("staat nog open", True)])
def test_what_no_promise_of_the_letters_is_disagrees_by_its_number(tmp_path: Path, said: str, met: bool) -> None:
    sentence = f"Toezegging {NUMBER} {said}."
    promise = Registered(NUMBER, "De minister stuurt het rapport over de kades.", "", met)
    kept = written(tmp_path, {"2024-03-01": "De haven is diep.", "2024-09-10": sentence}, promise)
    block = disagreements(CollectionSource(tmp_path).index, kept)[0]
    (entry,) = block.entries
    assert entry.notes[-1].text == sentence


@pytest.mark.parametrize(
    ("second", "third", "partly"),
    [
        ("Hierbij stuur ik uw Kamer het rapport over de kades (N).", "De haven is diep.", True),
        ("Hierbij stuur ik uw Kamer het rapport over de kades.", "De haven is diep.", True),
        ("Hierbij stuur ik uw Kamer het rapport over de kades en de kaart van de sluizen (N).", "De haven.", False),
        (
            "Hierbij stuur ik uw Kamer het rapport over de kades (N).",
            "Hierbij stuur ik uw Kamer de kaart van de sluizen (N).",
            False,
        ),
        ("Hierbij stuur ik uw Kamer het rapport over de kades (N). Ook treft u de kaart aan.", "De haven.", False),
        ("Hierbij stuur ik uw Kamer het rapport over de kades, waarmee toezegging N is afgedaan.", "De haven.", False),
    ],
)
def test_of_two_papers_one_is_a_part(tmp_path: Path, second: str, third: str, partly: bool) -> None:
    first = PROMISE.replace("het rapport over de kades", "het rapport over de kades en de kaart van de sluizen")
    promise = Registered(NUMBER, "De minister stuurt het rapport over de kades en de kaart.", "", met=False)
    texts = (first, second, third)
    days = ("2024-03-01", "2024-09-10", "2024-11-10")
    letters = dict(
        zip(days, (text.replace("(N)", f"({NUMBER})").replace(" N ", f" {NUMBER} ") for text in texts), strict=True)
    )
    kept = written(tmp_path, letters, promise)
    index = CollectionSource(tmp_path).index
    thread = index.thread_of[next(row.id for row in index.ledger.commitments if "rapport" in row.quote)]
    assert (thread.status, thread.partly) == (Status.DELIVERED, partly)
    assert disagreements(index, kept)[0].entries == (), "of a promise of two things no sentence accuses by sending one"


def test_of_two_numbers_in_one_paragraph_each_is_of_its_own_promise(tmp_path: Path) -> None:
    other = PROMISE.replace("kades", "sluizen").replace(NUMBER, LATER)
    told = f"Toezegging {NUMBER} (kades): dit rapport heeft uw Kamer op 3 juli 2024 ontvangen. "
    told += f"Toezegging {LATER} (sluizen): dit rapport volgt in 2025."
    promise = Registered(LATER, "De minister stuurt het rapport over de sluizen.", "", met=True)
    kept = written(tmp_path, {"2024-03-01": f"{PROMISE}\n\n{other}", "2024-09-10": told}, promise)
    index = CollectionSource(tmp_path).index
    (block,) = disagreements(index, kept)
    status = {"sluizen" in thread.title: thread.status for thread in index.ledger.threads}
    assert (block.entries, status[False]) == ((), Status.DELIVERED)
    assert status[True] is not Status.DELIVERED


def test_who_says_that_all_are_met_but_one_is_not_set_against_the_register(tmp_path: Path) -> None:
    text = f"Alle toezeggingen zijn afgedaan, behalve {LATER}."
    promise = Registered(NUMBER, "De minister stuurt het rapport over de kades.", "", met=True)
    kept = written(tmp_path, {"2024-03-01": PROMISE, "2024-09-10": text}, promise)
    found = disagreements(CollectionSource(tmp_path).index, kept)
    assert [block.key for block in found if block.entries] == ["register-spoken"]
