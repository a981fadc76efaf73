"""Parts of a sentence that leave their verb to the clause before them."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extraction.analysed_sentence import analyse_sentence

DAY = dt.date(2030, 1, 15)
WHOLE = [
    "In maart en juni 2030 ontvangt u het havenplan.",
    "Tussen 1 mei en 1 juni wordt de kade vernieuwd.",
    "In 2030 ontvangt u het havenplan, uiterlijk in mei.",
    "Het havenplan komt niet in maart, maar in juni 2030.",
    "De burgemeester stelt het havenplan in mei vast en de raad in juni.",
    "Wij verhogen in 2030 de subsidie en het budget voor 2031.",
    "Wij informeren u in mei over de voortgang en de resultaten in 2031.",
    "Wij stellen in mei het havenplan vast voor de bouw in 2031 en de sloop in 2032.",
    "De kade is in mei klaar, een half jaar later dan gepland in 2029.",
    "Het budget stijgt in 2030 met 3% en de lasten in 2031 met 2%.",
    "De proef met de veerpont in 2029 en het verslag daarvan bespreken wij in mei.",
]
PARTS = [
    (
        "In maart 2030 ontvangt u het havenplan en in juni 2030 de kadenota.",
        [("in maart 2030 ontvangt u het havenplan", 3), ("ontvangt u in juni 2030 de kadenota.", 6)],
    ),
    (
        "Het havenplan ontvangt u in maart en de kadenota in juni.",
        [("het havenplan ontvangt u in maart", 3), ("ontvangt u de kadenota in juni.", 6)],
    ),
    (
        "De kade is in mei klaar, de sluis in september.",
        [("de kade is in mei klaar,", 5), ("is de sluis in september.", 9)],
    ),
    (
        "Wij openen in april de kade, in mei de sluis en in juni de haven.",
        [("wij openen in april de kade,", 4), ("openen in mei de sluis", 5), ("openen in juni de haven.", 6)],
    ),
    (
        "We starten in maart met het ontwerp en in mei met de bouw.",
        [("we starten in maart met het ontwerp", 3), ("starten in mei met de bouw.", 5)],
    ),
    (
        "Wij sturen u in maart het havenplan en in juni de kadenota toe.",
        [("wij sturen u in maart het havenplan", 3), ("sturen u in juni de kadenota toe.", 6)],
    ),
    (
        "De kade is in mei geopend en de sluis in augustus.",
        [("de kade is in mei geopend", 5), ("is de sluis in augustus.", 8)],
    ),
]


@pytest.mark.parametrize("text", WHOLE)
def test_what_has_no_thing_and_time_of_its_own_is_no_part(text: str) -> None:
    assert len(analyse_sentence(text, DAY).clauses) == 1


@pytest.mark.parametrize(("text", "parts"), PARTS)
def test_each_part_has_its_own_time_and_the_verb_of_the_first(text: str, parts: list[tuple[str, int]]) -> None:
    found = analyse_sentence(text, DAY).clauses
    ends = [time.deadline.end.month for row in found for time in row.times if time.deadline.end]
    assert list(zip((row.text for row in found), ends, strict=True)) == parts
    assert len({row.verbs for row in found}) == len({row.tense for row in found}) == 1


def test_every_word_stands_in_one_part() -> None:
    text = "De kade is in mei klaar, de sluis in september en de haven in oktober."
    found = analyse_sentence(text, DAY)
    assert [token for row in found.clauses for token in row.clause.tokens] == list(found.parts[0].tokens)


def test_the_parts_have_the_subject_of_the_first_alone() -> None:
    found = analyse_sentence("In maart ontvangt u het havenplan en in juni de kadenota.", DAY).clauses
    assert {row.subject_text for row in found} == {"het havenplan"}
    found = analyse_sentence("Wij openen in april de kade en in mei de sluis.", DAY).clauses
    assert {row.subject_text for row in found} == {"wij"}
