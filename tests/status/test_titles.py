"""What a thread is called."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.series import Made, Promise, Told, build, statement
from tracker.extraction import analyse, describe
from tracker.linking.thread_draft import ThreadDraft
from tracker.model import EURO, Amount
from tracker.status.titles import titles
from tracker.status.weights import LONGEST_TITLE

Row = str | Promise | Told


def titled(heading: str, *rows: Row) -> str:
    letter, statements = build(Made("a", "2024-01-01", {heading: rows}))
    analysed = analyse(letter)
    return titles([ThreadDraft(statements, describe(analysed, statements))], {"a": analysed})[0]


def titled_apart(sections: dict[str, tuple[Row, ...]]) -> tuple[str, ...]:
    """The titles of the statements of a letter, each a draft of its own."""
    letter, statements = build(Made("a", "2024-01-01", sections))
    analysed = analyse(letter)
    facts = describe(analysed, statements)
    return titles([ThreadDraft((row,), facts) for row in statements], {"a": analysed})


PLAN = Promise("Wij stellen een actieplan waterzuivering op voor de gemeenten.")
TITLE = "Actieplan waterzuivering voor de gemeenten"
LONG = "3.2 De waterkwaliteit van de grote rivieren in de noordelijke provincies van het land"

TITLES = {
    "the thing": ("Water", [PLAN], TITLE),
    "of a promise before a report": (
        "Water",
        [Told("De zonneparken zijn geopend."), PLAN],
        "Actieplan waterzuivering voor de gemeenten",
    ),
    "of a report alone": ("Water", [Told("De zonneparken zijn geopend.")], "Zonneparken openen"),
    "heading beside what tells little": (
        "4. Geluidhinder",
        [Promise("Wij starten met scholen.")],
        "Scholen starten (Geluidhinder)",
    ),
    "never who is told": ("Geluidhinder", [Promise("In december informeren wij uw Kamer.")], "Geluidhinder"),
    "never who takes part": (
        "Uitvoering",
        [Promise("Wij maken met schoolleiders en opleiders een leerlijn.")],
        "Leerlijn",
    ),
    "never who acts": ("Water", [Promise("De inspectie onderzoekt de zuivering.")], "Zuivering onderzoeken"),
    "never who acts by an abbreviation, though the heading has it": (
        "Bijdrage VRH",
        [Promise("De VRH komt in 2025 tot een bezuiniging op de brandweerkazernes.")],
        "Bezuiniging op de brandweerkazernes",
    ),
    "no heading that says the same beside one word": (
        "Opgesteld wegencategoriseringsplan",
        [Promise("Het wegencategoriseringsplan wordt in mei opgeleverd.")],
        "Wegencategoriseringsplan",
    ),
    "heading beside one word": (
        "3.1 Herinrichting Rijksdorp (hogere lasten € 53.200)",
        [Promise("De vergunningaanvraag wordt in 2025 verwacht.")],
        "Vergunningaanvraag (Herinrichting Rijksdorp)",
    ),
    "heading beside what points back": (
        "Inrichting van het Duinpark",
        [Promise("Deze incidentele kosten zullen worden gedekt uit de reserve.")],
        "Incidentele kosten dekken (Inrichting van het Duinpark)",
    ),
    "no heading of every letter beside a row that is no sentence": (
        "Belangrijkste resultaten 2024",
        [Promise("Toegang tot goed onderwijs voor iedereen")],
        "Toegang tot goed onderwijs voor iedereen",
    ),
    "no sentence beside one word": (
        "Belangrijkste resultaten 2024",
        [Promise("Het onderwijs start in mei.")],
        "Onderwijs starten",
    ),
    "a row with what its plan is for": (
        "Belangrijkste resultaten 2024",
        [Promise("Plan om restafval te reduceren")],
        "Plan om restafval te reduceren",
    ),
    "never by what it is reckoned": (
        "Herontwikkeling van de havenlocatie",
        [Promise("Volgens de huidige planning zal de uitvoering in 2027 starten.")],
        "Herontwikkeling van de havenlocatie",
    ),
    "a name with an article of its own": (
        "Sport",
        [Promise("Sporthal De Horn openen wij in juni 2024.")],
        "Sporthal De Horn openen",
    ),
    "a name after its abbreviation": (
        "Belangrijkste resultaten 2024",
        [Promise("Opgesteld plan voor de vm. Den Deijlschool")],
        "Plan voor de vm. Den Deijlschool",
    ),
    "the heading's name after its abbreviation": (
        "Herontwikkeling vm. Den Deijlschool",
        [Promise("De vergunningaanvraag wordt in 2025 verwacht.")],
        "Vergunningaanvraag (Herontwikkeling vm. Den Deijlschool)",
    ),
    "what is carried out, not that it is": (
        "Wonen",
        [Promise("In 2024 zal uitvoering worden gegeven aan het nieuwe beleidsplan.")],
        "Nieuw beleidsplan uitvoeren",
    ),
    "the thing after a participle": (
        "Wonen",
        [Promise("In 2024 wordt prioriteit gegeven aan de afronding van de woonvisie.")],
        "Afronding van de woonvisie",
    ),
    "the thing after two verbs": (
        "Wonen",
        [Promise("Het bedrag zal worden aangewend voor de woonvisie.")],
        "Bedrag voor woonvisie",
    ),
    "the thing after a noun that is no act, though it looks like a participle": (
        "Wonen",
        [Promise("Wij registreren het aantal gevallen van woonoverlast.")],
        "Aantal gevallen van woonoverlast",
    ),
    "one word and never who is told": (
        "4. Geluidhinder",
        [Promise("Wij hebben aan uw Kamer toegezegd de zuivering te verplaatsen.")],
        "Zuivering verplaatsen (Geluidhinder)",
    ),
    "one word and its named place": (
        "Belangrijkste resultaten",
        [Promise("Er worden ook drinkkranen geplaatst in Lindenoord.")],
        "Drinkkranen in Lindenoord",
    ),
    "never where or on what ground": (
        "Uitvoering",
        [Promise("Op basis van de geluidmeting in Delft komt er een regeling voor warmtepompen.")],
        "Regeling voor warmtepompen",
    ),
    "what a clause asks": (
        "Uitvoering",
        [Promise("Wij onderzoeken of een zuivering haalbaar is.")],
        "Zuivering onderzoeken",
    ),
    "no act that says of a clause the opposite": (
        "Uitvoering",
        [Promise("Wij voorkomen dat de waterzuivering sluit.")],
        "Waterzuivering",
    ),
    "what is told of": (
        "Uitvoering",
        [Promise("In december informeren wij u over de zuivering.")],
        "Informeren over zuivering",
    ),
    "what a thing is about, said elsewhere": (
        "Uitvoering",
        [Promise("Over de zuivering organiseer ik een rondetafelgesprek.")],
        "Rondetafelgesprek over zuivering",
    ),
    "no act that the thing says": ("Uitvoering", [Promise("De evaluatie evalueren wij in 2025.")], "Evaluatie"),
    "the thing of the sentence before": (
        "Uitvoering",
        ["De waterzuivering is oud.", Promise("Wij gaan ermee door.")],
        "Waterzuivering",
    ),
    "heading alone": ("4. Geluidhinder", [Promise("Wij gaan ermee door.")], "Geluidhinder"),
    "quote where there is nothing else": ("", [Promise("Wij gaan ermee door.")], "Wij gaan ermee door."),
}


@pytest.mark.parametrize(("heading", "rows", "words"), TITLES.values(), ids=TITLES.keys())
def test_titles(heading: str, rows: list[Row], words: str) -> None:
    assert titled(heading, *rows) == words


def test_a_long_heading_is_cut_and_has_no_number() -> None:
    found = titled(LONG, Promise("Wij gaan ermee door."))
    assert found == "De waterkwaliteit van de grote rivieren in de …"
    assert len(found.split()) == LONGEST_TITLE + 1


def test_a_word_that_returns_names_the_thread() -> None:
    once = Promise("De geluidhinder en de waterzuivering krijgen een loket.")
    first = titled("Water", once)
    other = "waterzuivering" if "geluid" in first.lower() else "geluidhinder"
    again = [Promise(f"In {year} gaat de {other} door.") for year in (2025, 2026, 2027)]
    assert other in titled("Water", once, *again).lower()


EVALUATION, ANOTHER = Promise("Wij sturen in mei de evaluatie."), Promise("Wij sturen in juni de evaluatie.")


@pytest.mark.parametrize(
    ("sections", "found"),
    [
        (
            {"Geluidhinder": (PLAN,), "Water": (EVALUATION,)},
            (TITLE, "Evaluatie"),
        ),
        (
            {"Geluidhinder": (EVALUATION,), "Waterzuivering": (ANOTHER,)},
            ("Evaluatie (Geluidhinder)", "Evaluatie (Waterzuivering)"),
        ),
        (
            {"Vraag en aanbod": (EVALUATION,), "Evaluatie van het werk": (ANOTHER,)},
            ("Evaluatie (Vraag en aanbod)", "Evaluatie van het werk"),
        ),
        ({"Inleiding": (EVALUATION,), "Resultaten": (ANOTHER,)}, ("Evaluatie", "Evaluatie (2)")),
    ],
    ids=[
        "other names",
        "same name, other sections",
        "headings that tell little",
        "same name, sections that tell nothing",
    ],
)
def test_no_two_titles_are_alike(sections: dict[str, tuple[Row, ...]], found: tuple[str, ...]) -> None:
    assert titled_apart(sections) == found


def test_a_number_that_a_title_has_by_itself_is_not_given_again() -> None:
    rows = tuple(Promise(f"Wij sturen in {month} de evaluatie.") for month in ("mei", "juni", "juli", "april"))
    found = titled_apart({"Inleiding": rows})
    assert len({*found}) == len(found) == 4


def test_money_that_says_nothing_more_is_told_with_its_sum_and_heading() -> None:
    letter, (row,) = build(Made("a", "2024-01-01", {"Vraag en aanbod": (Promise("Er is een bedrag."),)}))
    row, analysed = replace(row, amounts=(Amount("€ 80.000", 80_000, EURO),)), analyse(letter)
    found = titles([ThreadDraft([row], describe(analysed, [row]))], {"a": analysed})
    assert found == ("Bedrag van € 80.000 (Vraag en aanbod)",)


def test_of_two_phrases_the_one_that_the_heading_has_names_the_promise() -> None:
    row = Promise("Wij leggen het fietspad langs de waterzuivering aan.")
    assert titled("Waterzuivering", row) == "Waterzuivering"
    assert titled("Fietspad", row) == "Fietspad"


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Er is veel gedaan.", "Effectindicatoren"),
        ("11.200", "Effectindicatoren"),
        ("Nieuw toegevoegde woningen (gesaldeerd)", "Toegevoegde woningen: 12.635 (plus 135)"),
    ],
    ids=["a sentence that names nothing", "figures", "what the column is of"],
)
def test_figures_alone_have_what_stands_over_their_column(label: str, words: str) -> None:
    letter, _ = build(Made("a", "2024-01-01", {"Effectindicatoren": ["12.635 (plus 135)"]}))
    cell = letter.passages[0]
    above = replace(cell, id="above", text=label, line=1)
    letter, row = replace(letter, passages=(above, cell)), statement(Promise(cell.text), "a", cell, 0)
    analysed = analyse(letter)
    assert titles([ThreadDraft([row], describe(analysed, [row]))], {"a": analysed}) == (words,)
