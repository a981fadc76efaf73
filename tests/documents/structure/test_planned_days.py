"""The columns of days that plan: no letter is dated by them."""

from __future__ import annotations

import pytest

from tracker.documents import read_letter
from tracker.model import DateSource

_TEXT = "<p>Wij werken aan de dijk langs de rivier en aan de brug erover, zoals met de provincie is afgesproken.</p>"


def _read(*rows, head="", heads=False):
    tag = "th" if heads else "td"
    cells = [
        "".join(f"<{tag if not at else 'td'}>{one}</{tag if not at else 'td'}>" for one in row)
        for at, row in enumerate(rows)
    ]
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    letter = read_letter("x.html", f"<html><body>{head}<table>{table}</table>{_TEXT}</body></html>".encode())
    return str(letter.date or letter.earliest or ""), letter.date_source


@pytest.mark.parametrize(
    "rows",
    [
        (("Actie", "Datum", "Wie"), ("Visie", "1 maart 2031", "ABC"), ("Plan", "2 juni 2031", "ABC")),
        (("Actie", "Wie", "Gereed"), ("Visie", "ABC", "juni 2031"), ("Plan", "ABC", "1 maart 2032")),
        (("Maart 2031", "Besluit"), ("Juni 2031", "Behandeling"), ("1 oktober 2031", "Start")),
        (("Actie", "Gereed"), ("Visie", "juni 2031")),
        (("Actie", "Datum", "Wie"), ("Visie", "1 maart 2031", "ABC")),
        (("Mijlpaal", "Datum"), ("Brug", "12 mei 2031")),
        (("Datum", "Mijlpaal"), ("12 mei 2031", "Brug")),
        (("Bijeenkomst", "Datum"), ("Inloopavond", "12 mei 2031")),
        (("Onderwerp", "Datum", "Toelichting"), ("Dijk", "12 mei 2031", "Zie de kaart")),
        (("Project", "Brug"), ("Mijlpaal", "Oplevering"), ("Datum", "12 mei 2031")),
        (("Maatregel", "Brug"), ("Trekker", "ABC"), ("Datum:", "12 mei 2031")),
        (("Mijlpaal", "Planning", "Gereed"), ("Kader", "2031", "maart 2030"), ("Wet", "1 juli 2031", "-")),
    ],
)
@pytest.mark.parametrize("heads", [True, False])
@pytest.mark.parametrize("head", ["", "<h1>Planning</h1>"])
def test_a_table_of_plans_dates_no_letter(rows, heads, head):
    assert _read(*rows, head=head, heads=heads)[1] is not DateSource.HEADER


@pytest.mark.parametrize(
    ("rows", "day"),
    [
        ((("Datum", "14 juni 2030"), ("Onderwerp", "Dijk")), "2030-06-14"),
        ((("Onderwerp", "Dijk"), ("Datum", "14 juni 2030"), ("Uw brief van", "3 mei 2030")), "2030-06-14"),
        (
            (
                ("Onderwerp", "Dijk"),
                ("Datum", "14 juni 2030"),
                ("Datum besluit GS", "11 juni 2030"),
                ("Zaak", "9 mei 2030"),
            ),
            "2030-06-14",
        ),
        ((("Datum", "Kenmerk"), ("14 juni 2030", "X1")), "2030-06-14"),
        ((("Onderwerp", "Datum"), ("Dijk", "14 juni 2030")), "2030-06-14"),
        ((("Portefeuillehouder", "Datum", "Versie"), ("J. Vos", "14 juni 2030", "1.0")), "2030-06-14"),
        ((("Aan", "de raad"), ("Van", "het college"), ("Datum", "14 juni 2030"), ("Zaak", "X1")), "2030-06-14"),
        ((("Datum", "juni 2030"), ("Versie", "1.0")), "2030-06-01"),
    ],
)
def test_a_table_of_labels_dates_its_letter(rows, day):
    assert _read(*rows)[0] == day
