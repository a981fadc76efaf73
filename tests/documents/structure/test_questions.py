"""Answers to parliamentary questions: what is a section, what is only asked, and what the author says."""

from __future__ import annotations

import pytest

from tests.documents.raw_pdf import raw_pdf, words
from tracker.documents import read_letter
from tracker.model import Letter, PassageKind

_ASKED = "Kunt u toezeggen dat de brug voor 1 mei 2025 wordt hersteld? Zo nee, waarom niet?"
_SAID = "Ja. De brug wordt voor 1 mei 2025 hersteld, zo heb ik met de provincie afgesproken over het onderhoud ervan."


def read(text: str) -> Letter:
    return read_letter("antwoorden.txt", text.encode())


def kinds(letter: Letter) -> dict[str, PassageKind]:
    return {passage.text: passage.kind for passage in letter.passages}


def headings(letter: Letter) -> list[tuple[int, str]]:
    return [(section.level, section.heading) for section in letter.sections]


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("Vraag 1", "Antwoord 1"),
        ("Vraag 1", "Antwoord op vraag 1"),
        ("Vraag 1:", "Antwoord:"),
        ("Vragen 1, 2 en 3", "Antwoord op vragen 1, 2 en 3"),
    ],
)
def test_only_the_label_of_a_question_is_a_section(asked: str, answered: str) -> None:
    """The question is quoted, the answer is the author's, and neither names a section."""
    letter = read(f"{asked}\n{_ASKED}\n\n{answered}\n{_SAID}\n\nVraag 4\nEn nu?\n\nAntwoord 4\n{_SAID} Echt.\n")
    assert headings(letter) == [(1, asked), (1, "Vraag 4")]
    assert kinds(letter)[_ASKED] is PassageKind.QUOTE
    assert kinds(letter)["En nu?"] is PassageKind.QUOTE
    assert kinds(letter)[_SAID] is PassageKind.PARAGRAPH
    assert kinds(letter)[answered] is PassageKind.PARAGRAPH


def test_a_question_in_several_paragraphs_is_quoted_throughout() -> None:
    """A question lasts until its answer, also where it tells before it asks."""
    told = "In maart is de brug gesloten. Sindsdien rijden er geen bussen meer naar het dorp, zeggen de bewoners ervan."
    letter = read(f"Vraag 1\n\n{told}\n\n{_ASKED}\n\nVraag 2\n\nWilt u dit doen?\n\nAntwoord 1 en 2\n\n{_SAID}\n")
    assert [kinds(letter)[text] for text in (told, _ASKED, "Wilt u dit doen?")] == [PassageKind.QUOTE] * 3
    assert kinds(letter)[_SAID] is PassageKind.PARAGRAPH


def test_without_labels_of_answers_a_question_ends_at_its_last_mark() -> None:
    """What follows the last question mark is the answer."""
    letter = read(f"Vraag 1\n\n{_ASKED}\n\n{_SAID}\n\nVraag 2\n\nEn nu?\n\nDat komt later dit jaar.\n")
    assert kinds(letter)[_ASKED] is PassageKind.QUOTE
    assert kinds(letter)[_SAID] is PassageKind.PARAGRAPH
    assert kinds(letter)["Dat komt later dit jaar."] is PassageKind.PARAGRAPH


@pytest.mark.parametrize(
    "text", ["Vraag 3 gaat over de brug, en die komt er.", "Vraagstukken 3 en 4 komen later aan bod in deze brief."]
)
def test_a_sentence_about_a_question_is_no_label(text: str) -> None:
    """A sentence that begins with the name of a question is the author's."""
    letter = read(f"{_SAID}\n\n{text}\n\n{_SAID}\n")
    assert headings(letter) == []
    assert kinds(letter)[text] is PassageKind.PARAGRAPH


def test_all_above_printed_questions_is_masthead() -> None:
    """A paper of questions and answers has nothing but its masthead above the first of them."""
    top = ["Tweede Kamer der Staten-Generaal", "Aanhangsel van de Handelingen", "1234"]
    whose = "Antwoord van Minister De Vries (ontvangen 21 mei 2024)."
    letter = read("\n\n".join([*top, whose, "Vraag 1", _ASKED, "Antwoord 1", _SAID]))
    assert headings(letter) == [(1, "Vraag 1")]
    assert [kinds(letter)[text] for text in (*top, whose)] == [PassageKind.MASTHEAD] * 4


def _kinds(data, name="x.txt"):
    return {passage.text: passage.kind.value for passage in read_letter(name, data).passages}


def test_an_item_above_an_answer_that_counts_nothing_is_the_authors():
    """Neither a paragraph without a question nor an item with a letter is a question."""
    found = _kinds(
        b"Vraag 1\n\nKlopt dit?\n\nAntwoord 1\n\nDat klopt.\n\nWij doen dit in mei.\n\nAntwoord 2\n\nIn juni."
    )
    assert found["Wij doen dit in mei."] == "paragraph"


@pytest.mark.parametrize("mark", ["1)", "1."])
def test_a_counted_question_above_its_answer_is_not_the_authors(mark):
    """Questions with a number and no label are those of who asks, with their points."""
    asked = "Kunt u de brug voor de zomer van 2031 openen?"
    text = (
        f"Beantwoording van de vragen over de brug\n\n{mark} {asked}\n\na) Zo nee, waarom niet?\n\nAntwoord:\n\nIn mei."
    )
    found = _kinds(text.encode())
    assert {found[one] for one in found if "Kunt u" in one or "Zo nee" in one} <= {"quote", "heading"}
    assert found["In mei."] == "paragraph"


@pytest.mark.parametrize(("heads", "kind"), [(("Vraag", "Antwoord"), "quote"), (("Vraag", "Aanbod"), "table_cell")])
def test_the_column_of_the_questions_is_not_the_authors(heads, kind):
    """In a table with a column of answers that of the questions is what others ask."""
    rows = "".join(
        f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in (("Komt de brug in mei?", "Ja."), ("Mag dat?", "Ja."))
    )
    head = "".join(f"<th>{one}</th>" for one in heads)
    table = f"<html><body><p>Over de brug.</p><table><tr>{head}</tr>{rows}</table></body></html>"
    found = _kinds(table.encode(), "x.html")
    assert (found["Komt de brug in mei?"], found["Ja."]) == (kind, "table_cell")


@pytest.mark.parametrize(
    ("labels", "asked", "said"),
    [(("Vraag 1", "Antwoord"), "quote", "paragraph"), (("Vraagstuk", "Antwoord"), "table_cell", "table_cell")],
)
def test_labels_in_a_column_of_their_own(labels, asked, said):
    """Rows that begin with the labels of questions and answers are those; any other rows are a table."""
    texts = ("Komt de brug in mei klaar?", "Ja, de brug is in mei klaar.")
    rows = "".join(f"<tr><td>{label}</td><td>{text}</td></tr>" for label, text in zip(labels, texts, strict=True))
    found = _kinds(f"<html><body><p>Over de brug.</p><table>{rows * 2}</table></body></html>".encode(), "x.html")
    assert [found[text] for text in texts] == [asked, said]


@pytest.mark.parametrize("last", ["zoals hij ons schreef? [3]", "zoals hij ons schreef (zie bijlage)"])
def test_the_label_of_an_answer_at_the_top_of_a_page(last):
    """It goes on with no question, whatever that ends in."""
    asked = ["Kunt u bevestigen dat de brug over de rivier voor de zomer van 2031 is hersteld door de aannemer,", last]
    answer = ["Antwoord op vraag 1", "De brug is in mei hersteld."]
    first = words(["Vraag 1", *asked], top=120)
    second = words([answer[0]], top=700) + words([answer[1]], top=670)
    found = _kinds(raw_pdf(first, second), "x.pdf")
    assert {kind for text, kind in found.items() if answer[1] in text} == {"paragraph"}


@pytest.mark.parametrize("label", ["1", "Vraag 1"])
def test_a_paragraph_that_asks_and_answers_is_the_authors(label):
    """Below its number a question that its answer follows in one paragraph is neither a heading nor a quote."""
    found = _kinds(f"{label}\n\nWanneer is de brug klaar? {_SAID}\n\n2\n\nKlopt dat?\n\n{_SAID}".encode())
    assert {kind for text, kind in found.items() if _SAID in text} == {"paragraph"}
