"""Web pages: what leads elsewhere, what is hidden and what is struck through are not what the letter says."""

import pytest

from tracker.documents import read_letter
from tracker.errors import LetterError
from tracker.model import PassageKind

SAID = "De brug gaat open in het najaar."
ASIDE = [
    "<nav><ul><li>{}</li></ul></nav>",
    "<nav><p>{}</p></nav>",
    "<nav><h2>{}</h2></nav>",
    '<ul><li><a href="/">Home</a></li><li><a href="/n">{}</a></li></ul>',
    '<div><ol><li> <a href="/">{}</a> </li><li><a href="/n">Nieuws</a></li></ol></div>',
    '<h2>Zie ook</h2><ul><li><a href="/n">{}</a></li></ul>',
    "<aside><h2>{}</h2></aside>",
    "<footer><h2>{}</h2></footer>",
    '<div id="footer"><h3>Contact</h3><p>{}</p></div>',
    '<div class="page-header wide"><p>{}</p></div>',
    '<div role="dialog"><p>{}</p></div>',
    '<section class="related"><p>{}</p></section>',
    "<p>De brug <del>{}</del> blijft.</p>",
    "<p>De brug <s>{}</s> blijft.</p>",
]
GONE = [
    '<p style="display: none">{}</p>',
    '<p hidden>{}</p>',
    '<div style="color:red;visibility:hidden"><p>{}</p></div>',
]  # fmt: skip


def passages(body):
    letter = read_letter("x.html", f"<html><body><p>{SAID}</p>{body}</body></html>".encode())
    return {one.text: one.kind for one in letter.passages}, [str(notice) for notice in letter.notices]


@pytest.mark.parametrize("form", ASIDE)
def test_aside(form):
    words = "Ik stuur u in mei een brief."
    found, notices = passages(form.format(words))
    assert found[words] is PassageKind.FURNITURE
    assert found[SAID] is PassageKind.PARAGRAPH
    assert bool(notices) == ("<del>" in form or "<s>" in form)


@pytest.mark.parametrize(
    "form",
    [
        '<ul><li>{} <a href="/r">Rapport</a></li><li><a href="/k">Kaart</a></li></ul>',
        '<ul><li><a href="/r">{}</a></li></ul>',
        "<ul><li>{}</li><li>Dat doen wij in juni.</li></ul>",
    ],
)
def test_a_list_of_the_letter_is_text_though_links_stand_in_it(form):
    found, _ = passages(form.format("Ik stuur u in mei een brief."))
    assert next(kind for text, kind in found.items() if text.startswith("Ik stuur")) is PassageKind.LIST_ITEM


@pytest.mark.parametrize("form", ['<div class="header"><p>{}</p></div>', '<div class="navy"><p>{}</p></div>'])
def test_a_part_that_holds_the_text_is_none_of_the_site_whatever_its_name(form):
    found, _ = passages(form.format(f"Ik stuur u in mei een brief. {SAID * 20}"))
    assert next(kind for text, kind in found.items() if text.startswith("Ik stuur")) is PassageKind.PARAGRAPH


@pytest.mark.parametrize("form", GONE)
def test_hidden(form):
    found, _ = passages(form.format("Ik stuur u in mei een brief."))
    assert list(found) == [SAID]


def test_struck_words_leave_the_sentence_whole():
    found, _ = passages("<p>De tunnel komt <del>in mei</del> in juni.</p>")
    assert found["De tunnel komt in juni."] is PassageKind.PARAGRAPH


def test_a_summary_stands_apart():
    found, _ = passages("<details><summary>Meer</summary>Het kabinet stuurt een brief.</details>")
    assert {"Meer", "Het kabinet stuurt een brief."} <= set(found)


@pytest.mark.parametrize("begin", ["", '"', 'x=">" ', "x= '<p' "])
def test_a_tag_of_attributes_without_end_is_refused(begin):
    page = f"<html><body><p>{SAID}</p><p {begin}{' '.join(f'a{at}' for at in range(3000))}>en</p></body></html>"
    with pytest.raises(LetterError, match="2,000 attributes"):
        read_letter("x.html", page.encode())


def test_many_words_in_one_attribute_are_no_attributes():
    assert SAID in passages(f'<p class="{"a " * 3000}">en</p>')[0]


@pytest.mark.parametrize(("between", "parts"), [("<br>", 1), (" <br/> ", 1), ("<br><br>", 2), ("<br> <br/>\n", 2)])
def test_two_breaks_in_a_row_end_a_paragraph(between, parts):
    """A saved page that parts its paragraphs with breaks alone has paragraphs all the same."""
    page = f"<html><body><div>Wij bouwen in mei de brug.{between}{SAID}</div></body></html>"
    assert len(read_letter("x.html", page.encode()).passages) == parts
