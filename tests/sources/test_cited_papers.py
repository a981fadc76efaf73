"""The papers that letters cite and that are not among them."""

from __future__ import annotations

from msgspec.structs import replace

from tests.alignment.made import letter
from tracker.sources.cited_papers import cited_and_lacking
from tracker.sources.fetch_state import Answered


def test_those_cited_most_come_first_and_those_at_hand_are_left_out() -> None:
    """Whatever their dossier; a letter has the id of its dossier and number too, and cites each paper once."""
    often, once = "Zie Kamerstuk 27 923, nr. 456 en nogmaals Kamerstuk 27 923, nr. 456.", "Zie Kamerstuk 36 200, nr. 1."
    one = letter("a", ("Havens", often, once))
    two = letter("b", ("Havens", often, "Zie Kamerstuk 27 923, nr. 7.", "Zie de motie De Vries."))
    own = replace(letter("c", ("Havens", "Er is niets.")), dossier="27923", number="7")
    assert cited_and_lacking([one, two]) == ("kst-27923-456", "kst-27923-7", "kst-36200-1")
    assert cited_and_lacking([one, two, own]) == ("kst-27923-456", "kst-36200-1")
    assert cited_and_lacking([replace(one, id="kst-36200-1"), two]) == ("kst-27923-456", "kst-27923-7")


def test_what_is_cited_otherwise_than_by_its_dossier_is_asked_for_too() -> None:
    """A motion, a registered promise and an annex are no papers of their own."""
    text = (
        "Zie het antwoord (Aanhangsel Handelingen II 2021/22, nr. 31), 2022D00007, nds-tk-2022D00007 en 2022Z00008,"
        " Kamerstuk 29 515-3 en 4, de motie De Vries-Jansen, TZ202201-003 en bijlage 2."
    )
    asked = ("2022D00007", "2022Z00008", "ah-tk-20212022-31", "kst-29515-3", "kst-29515-4")
    assert cited_and_lacking([letter("a", ("Havens", text))]) == asked
    assert "2022D00007" not in cited_and_lacking([letter("nds-tk-2022D00007", ("Havens", text))])


def test_an_id_without_a_dossier_is_cited_too() -> None:
    """In either spelling of the older ones, and once."""
    asked = cited_and_lacking([letter("a", ("Havens", "Zie kst-1268678 en KST38462; kst-1268678."))])
    assert asked == ("KST38462", "kst-1268678")


def test_what_came_under_another_id_is_not_lacking() -> None:
    """As long as all that came of it is here."""
    citing, came = letter("a", ("Havens", "Zie 2022Z00008.")), letter("kst-29515-3", ("Havens", "Er is niets."))
    answered = {"|2022Z00008|||": Answered("", ("kst-29515-3",))}
    assert cited_and_lacking([citing, came], answered) == ()
    assert cited_and_lacking([citing], answered) == ("2022Z00008",)
    assert cited_and_lacking([citing, came], {"|2022Z00008|||": Answered("")}) == ("2022Z00008",)
