"""Text copied from a page: its head is read though no blank line stands in it, and no line of it is letter."""

import pytest

from tracker.documents import read_letter
from tracker.model import PassageKind

TEXT = [
    "Met mijn brief van 28 september 2029 berichtte ik u over de aanpak van de brug. De brug omvat",
    "alle voorzieningen die burgers of bedrijven nodig hebben om de rivier over te steken, ook in",
    "de winter en bij hoog water. Voor de zomer van 2031 stuur ik uw Kamer het plan van aanpak van",
    "Binnenlandse Zaken en de provincie, met een planning van de bouw van de tweede brug in fasen.",
]
HEADS = {
    "number and kind": ["27 923 Bruggen over water", "Nr. 750 BRIEF VAN DE MINISTER VAN VERKEER"],
    "number above kind": ["27 923 Bruggen over water", "Nr. 750", "BRIEF VAN DE MINISTER VAN VERKEER"],
    "kind over two lines": [
        "27 923 Bruggen over water",
        "Nr. 750 BRIEF VAN DE MINISTER VAN VERKEER EN DE STAATSSECRETARIS VAN BINNENLANDSE",
        "ZAKEN",
    ],
    "name of the page above": [
        "Brief regering : Voortgang van de bruggen",
        "27 923 Bruggen over water",
        "Nr. 750",
        "BRIEF VAN DE MINISTER VAN VERKEER",
    ],
    "site above": [
        "Voortgang van de bruggen",
        "Brief regering",
        "Nummer: 2031D34636, datum: 2031-03-20, bijgewerkt: 2031-11-11 16:08, versie: 3",
        "Directe link naar document (.pdf), link naar pagina op de site, officiële versie (kst-1).",
        "- Indiener: A. de Vries, minister van Verkeer",
        "- 2031-10-02 14:30: De brug wordt geopend (Commissiedebat), vaste commissie voor Verkeer",
        "27 923 Bruggen over water",
        "Nr. 750 BRIEF VAN DE MINISTER VAN VERKEER",
    ],
}
BELOW = ["Aan de Voorzitter van de Tweede Kamer der Staten-Generaal", "Den Haag, 19 maart 2031"]


def read(*lines):
    return read_letter("brief.txt", "\n".join(lines).encode())


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_the_head_of_a_copied_page_is_read(head):
    letter = read(*head, *BELOW, *TEXT)
    assert (str(letter.date), letter.dossier, letter.number) == ("2031-03-19", "27 923", "750")
    running = [one.text for one in letter.passages if one.kind not in (PassageKind.MASTHEAD, PassageKind.FURNITURE)]
    assert running == [" ".join(TEXT)]


def test_a_kind_that_runs_on_is_one_line():
    letter = read(*HEADS["kind over two lines"], *BELOW, *TEXT)
    assert any(one.text.endswith("VAN BINNENLANDSE ZAKEN") for one in letter.passages)


def test_questions_with_their_answers_have_a_head_of_their_own():
    asked = "Vragen van het lid De Vries (D66) aan de Minister van Verkeer over de brug over de rivier die te laag is "
    about = f"{asked}voor hoge schepen en over de weg ernaartoe, waar in de winter van 2030 te veel auto’s stonden"
    letter = read(
        f"Antwoord schriftelijke vragen : Antwoord op vragen van het lid De Vries over de brug {'en de weg ' * 12}",
        f"{about} (ingezonden 20 december 2030).",
        "Antwoord van Minister Van Dijk (Verkeer) (ontvangen",
        "4 februari 2031). Zie ook Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 1028.",
        "Vraag 1",
        *TEXT,
        "Antwoord 1",
        *TEXT,
    )
    assert (str(letter.date), letter.signatories, letter.title) == ("2031-02-04", ("Van Dijk",), about)


@pytest.mark.parametrize(
    "line",
    [
        "Nr. 5 is de brug bij de dijk.",
        "Den Haag, de gemeente die de brug beheert.",
        "27 923 Mensen lopen over de brug.",
    ],
)
def test_a_letter_without_such_a_head_is_left_be(line):
    assert next(one.text for one in read(*TEXT, line).passages).startswith("Met mijn brief")
