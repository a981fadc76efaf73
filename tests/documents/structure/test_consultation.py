"""Written consultations: what parties ask is quoted, the answers are the author's, however they stand."""

from __future__ import annotations

import pytest

from tracker.documents import read_letter
from tracker.model import PassageKind

_PART = "I. Vragen en opmerkingen vanuit de fracties"
_ASKED = "De leden van de ABC-fractie lezen dat de brug in 2025 wordt hersteld. Zij vragen of dat tijdig is."
_MORE = "De minister heeft eerder gezegd dat de brug in mei 2025 open gaat. Waarom is dat niet gehaald?"
_SAID = "Ja, de brug wordt in mei 2025 hersteld. Ik informeer u over de planning."
_ALSO = "De weg volgt in 2026. Daarover heb ik mijn ambtgenoot gesproken."


def kinds(*blocks: str) -> dict[str, PassageKind]:
    """The kinds of the blocks of a page by their texts; those that begin with "#" are headings."""
    tags = (f"<h1>{row[1:]}</h1>" if row.startswith("#") else f"<p>{row}</p>" for row in blocks)
    letter = read_letter("overleg.html", f"<html><body>{''.join(tags)}</body></html>".encode())
    return {passage.text: passage.kind for passage in letter.passages}


def test_parties_speak_until_the_part_of_the_answers() -> None:
    found = kinds(f"#{_PART}", _ASKED, _MORE, "#II. Reactie van de minister", _SAID, _ALSO)
    assert [found[row] for row in (_ASKED, _MORE)] == [PassageKind.QUOTE] * 2
    assert [found[row] for row in (_SAID, _ALSO)] == [PassageKind.PARAGRAPH] * 2


def test_an_author_who_speaks_of_himself_in_that_part_answers_there() -> None:
    """Papers that answer by party, and only point there in the part of the answers."""
    found = kinds(
        f"#{_PART}", "#Vragen van de ABC-fractie", f"{_ASKED} {_SAID}", _ASKED, _ALSO, "#II. Reactie van de minister"
    )
    assert found[f"{_ASKED} {_SAID}"] is PassageKind.PARAGRAPH
    assert found[_ALSO] is PassageKind.PARAGRAPH
    assert found[_ASKED] is PassageKind.QUOTE


def test_parties_who_quote_the_author_once_do_not_make_it_his_part() -> None:
    quoting = "“Ik herstel de brug in 2025”, zo staat in de brief van 3 maart."
    assert kinds(f"#{_PART}", _ASKED, quoting, _MORE)[quoting] is PassageKind.QUOTE


@pytest.mark.parametrize("label", ["Antwoord", "Antwoord:", "Antwoord op vraag 3"])
def test_below_its_label_an_answer_lasts_until_a_party_speaks(label: str) -> None:
    found = kinds(f"#{_PART}", _MORE, label, _SAID, "De weg volgt in 2026.", _ASKED, "De kosten lopen op in 2025.")
    assert [found[row] for row in (_SAID, "De weg volgt in 2026.")] == [PassageKind.PARAGRAPH] * 2
    assert [found[row] for row in (_MORE, _ASKED, "De kosten lopen op in 2025.")] == [PassageKind.QUOTE] * 3


def test_a_part_of_questions_and_answers_is_not_quoted() -> None:
    found = kinds(
        "#Vragen en opmerkingen vanuit de fracties en reactie van de staatssecretaris", _ASKED, "De weg volgt in 2026."
    )
    assert found["De weg volgt in 2026."] is PassageKind.PARAGRAPH
    assert found[_ASKED] is PassageKind.QUOTE


def test_an_answer_in_the_paragraph_of_the_question_is_not_lost() -> None:
    """The government tells again what a party asks, and answers: that sentence alone says nothing for it."""
    answered = "De leden van de ABC-fractie vragen naar de brug. Die wordt in mei 2025 hersteld."
    found = kinds("#Bereikbaarheid", answered, "De leden van de DEF-fractie vragen dit ook. Ik deel hun zorg. Kan dat?")
    assert set(found.values()) == {PassageKind.HEADING, PassageKind.PARAGRAPH}


def test_members_of_other_bodies_are_no_party() -> None:
    words = "De leden van de adviesraad vragen in 2025 om een nieuw onderzoek. Zij lezen veel."
    assert kinds("#Raad", words)[words] is PassageKind.PARAGRAPH


@pytest.mark.parametrize(("heading", "author"), [("Reactie van de raad", False), ("Reactie van het college", True)])
def test_those_who_govern_locally_answer_too(heading: str, author: bool) -> None:
    """Below the heading of a municipal answer its author speaks; the council that asks does not answer."""
    said = "De brug is eind 2025 gereed, zo heeft het college besloten."
    found = kinds("#Vragen en opmerkingen van de fracties", _ASKED, f"#{heading}", said)
    assert (found[said] is PassageKind.PARAGRAPH) == author


def test_an_answer_and_reaction_ends_the_part_of_the_parties():
    told = "De minister stuurt in mei 2025 een plan voor de brug."
    found = kinds(
        f"#{_PART}", told, "#II. Antwoord/Reactie van de minister", f"Ik lees dit. {_SAID}", f"Ik zie dit. {_ALSO}"
    )
    assert found[told] is PassageKind.QUOTE
    assert found[f"Ik lees dit. {_SAID}"] is PassageKind.PARAGRAPH
