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


_TOLD = "De provincie maait het gras op de dijk in 2031. Waarom doet zij dat?"
_LONG = "want in de komende maanden spreken wij daarover met alle dorpen die aan de dijk liggen en met hun bewoners"
_DONE = "De dijk is in mei 2031 hersteld, zo is met de provincie afgesproken."


def _between(*rows):
    """The kinds of a question and of its answer, where a letter of some paragraphs holds both."""
    text = "\n\n".join(["Delft, 3 mei 2030", "Geachte raadsleden,", *rows, "Hoogachtend,", "de dijkgraaf,"])
    found = {one.text: one.kind for one in read(text).passages}
    asked = {kind for text, kind in found.items() if "maait" in text}
    return asked, {kind for text, kind in found.items() if "hersteld" in text}


@pytest.mark.parametrize(
    "rows",
    [
        ("Vraag en aanbod van dijken", _DONE, "Reactie van het college", "Het college is akkoord."),
        ("Vragen", _DONE, "Reactie op de motie Jansen", "Wij zijn het eens."),
        ("Vragen van de raad", _DONE, "Beantwoording", "Dat gaat goed."),
        ("Vragen van het lid Jansen", "Geachte voorzitter,", _DONE, "Wilt u dit?", "Antwoord", "Ja."),
        ("Wat gaan we doen?", _DONE, "Wat mag het kosten?"),
        ("1. Wat gaan we doen?", _DONE, "2. Wat willen we bereiken?"),
        (f"1. Kunt u dit bevestigen? Ja. {_DONE}", "2. Wat kost dit? Niets, zo blijkt uit het onderzoek."),
        ("Vraag 1: Kunt u dit bevestigen?", f"Ja. {_DONE}", "Vraag 2: En dat?", "Ook dat is zo."),
        ("Reactie van het college", _DONE, "Vragen", "Bel ons."),
        (
            f"Wij begonnen in maart. {_DONE} Wij horen graag wat de raad vindt, {_LONG}. Bent u dat eens?",
            "Ja.",
        ),
        ("A2: de weg naar Delft", _DONE),
    ],
)
def test_what_looks_like_a_list_of_questions_is_the_authors(rows):
    asked, done = _between(*rows)
    assert not asked
    assert done <= {PassageKind.PARAGRAPH, PassageKind.LIST_ITEM}


@pytest.mark.parametrize(
    "rows",
    [
        ("Vraag 1 (ABC)", _TOLD, "Antwoord van het college", _DONE),
        ("Vraag van de fractie ABC", _TOLD, "Reactie college", _DONE),
        ("Eerste vraag", _TOLD, "Antwoord op de eerste vraag", _DONE),
        ("Technische vraag 1", _TOLD, "Beantwoording", _DONE),
        ("Uw vraag", f"Wat is dat? {_TOLD} Graag een reactie.", "Ons antwoord:", _DONE),
        ("Vraag", _TOLD, "Antwoord", _DONE, "Vraag", "En dan?", "Antwoord", "Niets."),
        ("Statenvraag 1", _TOLD, "Antwoord GS", _DONE),
        (f"[Vraag 1] {_TOLD}", f"[Antwoord 1] {_DONE}"),
        (f"Vraag 1 | {_TOLD}", f"Antwoord 1 | {_DONE}"),
        (f"Vraag 1.2: {_TOLD}", f"Antwoord 1.2: {_DONE}"),
        (f"V1: {_TOLD}", f"A1: {_DONE}"),
        (f"1. {_TOLD}", _DONE, "2. En waarom is dat zo?", "Dat is niet bekend."),
        ("Vragen van het lid Jansen", f"1. {_TOLD}", "2. Klopt dat?", "Antwoorden", f"1. {_DONE}", "2. Nee."),
        ("De provincie maait het gras op de dijk in 2031. Bent u bereid dat te beletten?", _DONE),
    ],
)
def test_what_is_asked_is_not_the_authors_however_it_is_labelled(rows):
    """A question that tells before it asks is quoted, under labels without numbers too where they come in pairs."""
    asked, done = _between(*rows)
    assert asked <= {PassageKind.QUOTE, PassageKind.HEADING}
    assert done <= {PassageKind.PARAGRAPH, PassageKind.LIST_ITEM}


def test_the_label_of_an_answer_on_its_line_is_not_of_its_words():
    found = _kinds(b"Vraag 1: Klopt dat?\n\nAntwoord 1: De brug is in mei klaar.")
    assert found["De brug is in mei klaar."] == "paragraph"


@pytest.mark.parametrize("stress", ["b", "i"])
@pytest.mark.parametrize(
    ("asks", "kind"), [("Bent u bereid dat te beletten?", "quote"), ("Hoe gaat dat?", "paragraph")]
)
def test_paragraphs_in_the_type_of_a_question_to_the_author(stress, asks, kind):
    """They are what is asked where the answer stands plain below; a lead above a title that asks nobody is not."""
    told = (
        f"De provincie maait het gras op de dijk in 2031, {_LONG}. Zo staat in de krant van vorige week. {_LONG[5:]}."
    )
    rows = "".join(f"<p><{stress}>{one}</{stress}></p>" for one in (told, asks))
    page = f"<html><body><p>Beste raad,</p>{rows}<p>{_DONE}</p></body></html>".encode()
    found = _kinds(page, "x.html")
    assert (found[told], found[_DONE]) == (kind, "paragraph")


def test_labels_that_the_format_makes_headings():
    page = (
        f"<html><body><h2>Vraag 1</h2><p>{_TOLD} Graag een reactie.</p><h3>Antwoord 1</h3><p>{_DONE}</p></body></html>"
    )
    letter = read_letter("x.html", page.encode())
    found = kinds(letter)
    assert found[f"{_TOLD} Graag een reactie."] is PassageKind.QUOTE
    assert [section.heading for section in letter.sections] == ["Vraag 1"]


@pytest.mark.parametrize("heads", [("Vraag/opmerking", "Reactie college"), ("Zienswijze", "Beantwoording"), ("", "")])
def test_a_column_in_which_others_speak(heads):
    """Also without heads, where a cell ends in a question to the author."""
    asked = "De provincie maait het gras in 2031. Kunt u dat beletten?"
    rows = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in (heads, (asked, _DONE), ("Mag u dat?", "Ja.")) if a)
    found = _kinds(f"<html><body><p>Over de dijk.</p><table>{rows}</table></body></html>".encode(), "x.html")
    assert (found[asked], found[_DONE]) == ("quote", "table_cell")


@pytest.mark.parametrize("label", ["<h2>Vraag 2</h2>", "<p>Vraag 2</p>"])
@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Ja, alle acht zijn in mei klaar.", "paragraph"),
        ("Nee.", "paragraph"),
        ("Zo ja, graag een toelichting.", "quote"),
    ],
)
def test_a_short_answer_right_behind_its_question_is_not_lost(label, said, kind):
    rest = f"<h2>Vraag 3</h2><p>En dan?</p><p>{_DONE}</p>"
    page = f"<html><body>{label}<p>Komen de bruggen er nog? {said}</p>{rest}</body></html>"
    found = _kinds(page.encode(), "x.html")
    assert {found[text] for text in found if text.endswith(said)} == {kind}


_TOLD = "Het college heeft toegezegd dat het in het najaar van 2025 een plan naar de raad stuurt."


@pytest.mark.parametrize(
    ("preamble", "label"),
    [
        ("Toelichting bij vraag:", "Vraag 1"),
        ("Toelichting bij vraag 1", "Vraag 1"),
        ("Inleiding bij de vragen", "Vraag 1"),
        ("Aanleiding voor deze vragen:", "Vraag 1 (ABC)"),
        ("Toelichting op technische vraag 1", "Technische vraag 1"),
    ],
)
def test_what_is_said_above_a_question_is_not_the_author_s(preamble: str, label: str) -> None:
    letter = read(f"{preamble}\n\n{_TOLD}\n\n{label}\n\n{_ASKED}\n\nAntwoord 1\n\n{_SAID}\n")
    assert (kinds(letter)[_TOLD], kinds(letter)[_SAID]) == (PassageKind.QUOTE, PassageKind.PARAGRAPH)


def test_the_second_preamble_belongs_to_the_second_question() -> None:
    first = f"Vraag 1\n\n{_ASKED}\n\nAntwoord 1\n\n{_SAID}\n\n"
    letter = read(
        f"{first}Toelichting bij vraag 2\n\n{_TOLD}\n\nVraag 2\n\nKlopt dit?\n\nAntwoord 2\n\nJa, dat klopt.\n"
    )
    assert kinds(letter)[_TOLD] is PassageKind.QUOTE


@pytest.mark.parametrize("preamble", ["Toelichting bij vraag 1", "Toelichting bij vraag:", "Toelichting"])
def test_an_explanation_below_an_answer_is_the_author_s(preamble: str) -> None:
    first = f"Vraag 1\n\n{_ASKED}\n\nAntwoord 1\n\nJa, dat klopt.\n\n{preamble}\n\n{_SAID}\n\n"
    letter = read(f"{first}Vraag 2\n\nKlopt dit?\n\nAntwoord 2\n\nJa, dat is zo.\n")
    assert kinds(letter)[_SAID] is PassageKind.PARAGRAPH


def test_a_number_alone_above_a_question_with_its_answer_is_its_section() -> None:
    letter = read(f"1.\n{_ASKED}\n\nAntwoord:\n{_SAID}\n\n2.\nEn nu?\n\nAntwoord:\n{_SAID} Echt.\n")
    assert headings(letter) == [(1, "1."), (1, "2.")]
    assert kinds(letter)[_ASKED] is PassageKind.QUOTE
