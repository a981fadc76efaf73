import datetime as dt

import pytest

from tracker.documents import ManifestEntry, read_letter
from tracker.model import DateSource, Passage, PassageKind
from tracker.temporal.document_date import infer_bounds
from tracker.temporal.timex import Timex, tag_times

NO_BOUND = [
    pytest.param("De wet geldt sinds 2015 en werkt goed.", id="year-only"),
    pytest.param("Uiterlijk 1 maart 2030 heeft elke school een plan.", id="a-day-still-ahead"),
    pytest.param("Zie https://www.voorbeeld.nl/2019/05/24/nieuws voor meer.", id="address"),
    pytest.param("Op 30 februari 2020 was er overleg.", id="no-such-day"),
    pytest.param(
        "In samenwerking met de stad is begin 2023 een opvanglocatie beschikbaar gekomen.", id="became-available"
    ),
    pytest.param("In juni 2023 kwamen voor nog negen groepen criteria beschikbaar.", id="a-verb-of-the-past"),
    pytest.param("In de zomer van 2023 moest de inname vier keer worden gestaakt.", id="had-to"),
    pytest.param("Een schuld moet zijn ontstaan vóór juni 2021 om mee te tellen.", id="must-have-arisen"),
    pytest.param("Buien zoals die van juli 2021 laten zien dat dit moet worden geregeld.", id="of-a-month"),
    pytest.param("Het bereik wordt vanaf juli 2023 gemonitord.", id="since-a-month"),
    pytest.param("De termijn, die afloopt op 15 juli 2025, heeft de stad afgesproken.", id="a-term-that-ends"),
    pytest.param("In 2020 was er overleg, in mei weer.", id="month-without-year"),
]


def bounds(text):
    letter = read_letter("brief.txt", text.encode())
    return letter.date_source, letter.earliest, letter.latest


@pytest.mark.parametrize("sentence", NO_BOUND)
def test_proves_nothing(sentence):
    assert bounds(sentence) == (DateSource.UNKNOWN, None, None)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        pytest.param(
            "Wij danken u voor uw brief van 3 maart 2020. De eerste resultaten verwachten wij in mei 2020.",
            dt.date(2020, 3, 3),
            dt.date(2020, 5, 31),
            id="document-and-announcement",
        ),
        pytest.param(
            "In april 2020 heeft de raad geadviseerd. We verwachten nog voor de zomer van 2020 een besluit.",
            dt.date(2020, 4, 1),
            dt.date(2020, 7, 7),
            id="before-the-summer",
        ),
        pytest.param(
            "In november 2019 werd dit besproken. Wij zullen u niet eind dit jaar, maar begin 2020 informeren.",
            dt.date(2019, 11, 1),
            dt.date(2019, 12, 31),
            id="this-year-is-another-year",
        ),
        pytest.param(
            "Op 2 mei 2021 heeft de raad dit gemeld. Reageren kan tot en met 18 juni 2021.",
            dt.date(2021, 5, 2),
            dt.date(2021, 7, 19),
            id="until-has-slack",
        ),
    ],
)
def test_bounds(text, earliest, latest):
    assert bounds(text) == (DateSource.INFERRED, earliest, latest)


def test_contradicting_bounds_prove_nothing_and_are_shown():
    text = "In mei 2021 heeft de raad geadviseerd. In maart 2021 ontvangt u de brief."
    letter = read_letter("brief.txt", text.encode())
    assert (letter.date, letter.earliest, letter.date_source) == (None, None, DateSource.UNKNOWN)
    assert len(letter.date_evidence) == 2


def test_the_evidence_is_quoted_as_it_stands():
    text = "Uw brief van 3 maart 2020 staat op www.voorbeeld.nl/2021 bij de stukken. Wij komen in mei 2020."
    letter = read_letter("x.txt", text.encode())
    assert (letter.earliest, letter.latest) == (dt.date(2020, 3, 3), dt.date(2020, 5, 31))
    assert all(quote in text for quote in letter.date_evidence)


MASTHEAD = "35 000 Werken aan de weg\n\nNr. 12\n\nAan de Voorzitter van de Tweede Kamer\n\nDen Haag, 3 maart 2020\n\n"
PROSE = "Met deze brief informeren wij uw Kamer over de voortgang van de aanpak. " * 4


def test_a_printed_masthead():
    text = f"{MASTHEAD}{PROSE}\n\nDe Minister van Infrastructuur,\nA.B. de Vries\n\nDe Staatssecretaris,\nC. Jansen\n"
    letter = read_letter("x.txt", text.encode())
    assert letter.id == "kst-35000-12"
    assert (letter.dossier, letter.number, letter.title) == ("35 000", "12", "Werken aan de weg")
    assert (letter.date, letter.date_source) == (dt.date(2020, 3, 3), DateSource.HEADER)
    assert letter.date_evidence == ("Den Haag, 3 maart 2020",)
    assert letter.signatories == ("A.B. de Vries", "C. Jansen")
    assert letter.offices == ("De minister van Infrastructuur", "De staatssecretaris")
    assert letter.sections == ()


def test_labels_on_lines_of_their_own():
    text = f"Datum\n\n3 maart 2020\n\nBetreft\n\nVoortgang van de weg\n\nGeachte voorzitter,\n\n{PROSE}\n"
    letter = read_letter("x.txt", text.encode())
    assert (letter.date, letter.title) == (dt.date(2020, 3, 3), "Voortgang van de weg")


def test_the_manifest_overrides_and_the_contradiction_is_told():
    facts = ManifestEntry("x.txt", dossier="35 001", number="13", date="2020-04-01")
    letter = read_letter("x.txt", f"{MASTHEAD}{PROSE}\n".encode(), facts)
    assert letter.id == "kst-35001-13"
    assert (letter.date, letter.date_source) == (dt.date(2020, 4, 1), DateSource.MANIFEST)
    assert len(letter.notices) == 3


PROOF = "Wij danken u voor uw brief van 3 maart 2020. De eerste resultaten verwachten wij in mei 2020."


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        pytest.param("2020-04-14", None, id="within"),
        pytest.param("2020", None, id="may-be-within"),
        pytest.param("2020-02", "speaks of 2020-03-03 as past (“Wij danken u", id="too-early"),
        pytest.param("2020-06-01", "awaits 2020-05-31 (“De eerste resultaten", id="too-late"),
    ],
)
def test_a_date_of_the_manifest_is_held_against_what_the_letter_tells(stated, told):
    letter = read_letter("x.txt", PROOF.encode(), ManifestEntry("x.txt", date=stated))
    assert letter.date_source is DateSource.MANIFEST
    assert [told in str(notice) for notice in letter.notices] == ([True] if told else [])


def test_the_dossier_of_a_letter_without_masthead_is_a_guess():
    notes = " ".join(f"Dit staat in Kamerstuk 35 000, nr. {number}." for number in range(3))
    letter = read_letter("x.txt", f"{PROSE}{notes}\n".encode())
    assert (letter.dossier, letter.number) == ("35 000", None)
    assert "taken from the papers" in str(letter.notices[0])


def test_a_sentence_is_tagged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one that names the running year beside another."""
    read: list[str] = []

    def counted(text: str, anchor: dt.date | None) -> tuple[Timex, ...]:
        read.append(text)
        return tag_times(text, anchor)

    monkeypatch.setattr("tracker.temporal.document_date.tag_times", counted)
    text = "Dit jaar maken wij een begin en in maart 2026 volgt het plan."
    found = infer_bounds([Passage("a/p1", None, PassageKind.PARAGRAPH, text, (), 1)])
    assert found.latest == dt.date(2025, 12, 31)
    assert read == [text]
