"""What looks torn is told: a beginning in the middle, no end, no verb; whole sentences, titles and lists are not."""

import pytest

from tracker.documents import read_letter
from tracker.documents.torn_sentences import Tear, torn_sentences

TOP = ["<p>Den Haag, 3 mei 2030</p>", "<p>Geachte voorzitter,</p>", "<p>De brug is open.</p>"]
TORN = [
    ("communicatie over het beleid te verbeteren.", Tear.BEGIN),
    ("Wij hebben in het debat van vorig jaar toegezegd om samen met de gemeenten het", Tear.END),
    ("Daarbij hebben wij het plan van de", Tear.END),
    ("Toezegging provinciaal windbeleid met ruimte voor alle bewoners van het gebied achter de lange dijk.", Tear.VERB),
]
WHOLE = [
    "gelezen het voorstel van het college over de nieuwe brug en de weg langs de lange haven van mei;",
    "Aldus besloten in de openbare vergadering van de raad op 4 maart 2031, de griffier, de voorzitter,",
    "Wij hebben in het debat van vorig jaar toegezegd om samen met de gemeenten het plan te maken.",
    "Het plan van de gemeente",
    "’s-Gravenhage is daarbij van groot belang voor de bouw van de lange brug over de haven.",
    "a) wij doen dat samen met de gemeenten en de provincies, die daar al langer om hebben gevraagd;",
    "iDEAL wordt in het najaar vervangen door een nieuwe manier van betalen die veiliger is.",
    "«De brug is klaar», zei de minister van Waterstaat bij de opening van de brug over de haven.»",
]


def torn(*paragraphs):
    data = "<html><body>" + "".join([*TOP, *(f"<p>{text}</p>" for text in paragraphs)]) + "</body></html>"
    return [(one.passage.text, one.tear) for one in torn_sentences(read_letter("x.html", data.encode()))]


@pytest.mark.parametrize(("text", "tear"), TORN)
def test_torn(text, tear):
    assert torn(text) == [(text, tear)]


@pytest.mark.parametrize("text", WHOLE)
def test_whole(text):
    assert not torn(text)


def test_a_sentence_that_leads_to_a_list_is_whole():
    lead = "Wij hebben in het debat van vorig jaar gezegd dat wij met de gemeenten het volgende doen"
    assert not torn(f"{lead}</p><ul><li>een brug bouwen</li></ul><p>Dat is klaar.")


def test_the_line_leads_to_it():
    letter = read_letter(
        "x.txt", b"Den Haag, 3 mei 2030\n\nGeachte voorzitter,\n\nDe brug is open.\n\nen de tunnel ook.\n"
    )
    assert [one.line for one in torn_sentences(letter)] == [7]


FILLED = [
    "De brug wordt in 2031 vervangen door de gemeente.",
    "Het pad langs de rivier komt er in mei.",
    "De lampen worden in het najaar van 2032 vernieuwd.",
]
STATUS = ["loopt volgens planning en binnen het budget", "wordt in 2032 samen met de provincie opgeleverd"]


def table(*cells):
    rows = "".join(f"<tr><td>Post {at}</td><td>{cell}</td></tr>" for at, cell in enumerate(cells))
    return f"De stand van zaken is als volgt.</p><table><tr><th>Nr.</th><th>Stand</th></tr>{rows}</table><p>Dat is al."


@pytest.mark.parametrize(
    ("cell", "tear"),
    [
        ("over de kosten die met de bouw van de haven gemoeid zijn.", Tear.BEGIN),
        ("Het college informeert de raad ieder half jaar", Tear.END),
        ("De provincie stelt in december een regeling open voor de", Tear.END),
        ("Rijkswaterstaat vernieuwt in 2034 de", Tear.END),
    ],
)
def test_a_cell_unlike_the_others_is_torn(cell, tear):
    """Where cells are sentences, one that begins in the middle or does not end went on elsewhere."""
    assert torn(table(*FILLED, cell)) == [(cell, tear)]


@pytest.mark.parametrize(
    "cells",
    [
        FILLED,
        [*FILLED, "mei 2031"],
        [*FILLED, "te bezien wat de brug kost en wie dat betaalt;"],
        [*FILLED, "Post van de gemeente"],
        STATUS,
        [*STATUS, "Wij weten nog niet wat de kosten zijn"],
    ],
)
def test_cells_that_are_labels_or_lists_are_whole(cells):
    assert not torn(table(*cells))


def test_a_sentence_does_not_go_on_from_a_whole_cell():
    """Below a table of sentences no paragraph begins small; below one of labels it may."""
    text = "over de kosten van de bouw informeren wij u later."
    assert torn(table(*FILLED).replace("Dat is al.", text)) == [(text, Tear.BEGIN)]
    assert not torn(table("mei 2031", "juni 2031").replace("Dat is al.", text))


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("een plan voor de brug dat wij samen met de", [Tear.END]),
        ("een plan voor de brug dat er in mei is en", []),
        ("een plan voor de brug dat er in mei moet zijn", []),
        ("een plan voor de brug dat er in mei komt", []),
    ],
)
def test_an_item_that_breaks_off_is_torn(item, found):
    lead = "Wij doen met de gemeenten in dit jaar het volgende:"
    assert [tear for _, tear in torn(f"{lead}</p><ul><li>{item}</li><li>de tunnel</li></ul><p>Dat is al.")] == found
