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
