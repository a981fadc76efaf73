"""Which threads carry the number of a registered promise, and which have it beside them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.repositories import masthead
from tests.sources.server import official
from tracker.commands.source import CollectionSource
from tracker.extraction.number_mentions import is_bare
from tracker.model import MatchGround
from tracker.sources.register import Register, Registered, write_register

pytestmark = pytest.mark.usefixtures("shared")

NUMBER = "TZ202303-002"
LOCKS, SHEDS = "onderzoek naar de zeesluizen", "kwaliteitskader voor loodsen"
OF_SHEDS = f"De minister stuurt voor eind 2024 een {SHEDS}."
OF_LOCKS = f"De minister zal de Kamer het {LOCKS} sturen."
ELSEWHERE = "De staatssecretaris stuurt een plan tegen plastic."
PROMISED = f"In juni 2024 sturen we uw Kamer het {LOCKS}.\n\nVoor eind 2024 sturen we uw Kamer een {SHEDS}.\n"
SENT = "Het onderzoek naar de zeesluizen is in juni 2024 naar uw Kamer gestuurd"


def note(text: str) -> str:
    """A footnote in official XML."""
    return f'<noot id="n1" type="voet"><noot.nr>1</noot.nr><noot.al>{text}</noot.al></noot>'


def table(*rows: tuple[str, ...]) -> str:
    """A letter with a table, of which the first row are the heads."""
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table>{cells}</table>"


def carried(tmp_path: Path, said: str, text: str = OF_SHEDS, promised: str = PROMISED) -> list[str]:
    """What the threads are about that are sure to be the promise because of its number, with that promise open."""
    folder = tmp_path / "brieven"
    folder.mkdir()
    (folder / "1.txt").write_text(masthead("1", "1 maart 2023") + promised, "utf-8")
    if "<noot" in said:
        (folder / "2.xml").write_bytes(official(2, dt.date(2024, 7, 1), said, "12 345"))
    elif said.startswith("<"):
        paragraphs = "".join(f"<p>{line}</p>" for line in masthead("2", "1 juli 2024").splitlines() if line)
        (folder / "2.html").write_text(f"<html><body>{paragraphs}{said}</body></html>", "utf-8")
    else:
        (folder / "2.txt").write_text(masthead("2", "1 juli 2024") + said + "\n", "utf-8")
    promise = Registered(NUMBER, text, "Openstaand", met=False)
    (folder / "register.json").write_text(write_register(Register(dt.date(2024, 1, 1), (promise,))), "utf-8")
    index = CollectionSource(folder).index
    rows = [row for row in index.ledger.registered if row.ground is MatchGround.CARRIED]
    return sorted({index.threads[row.thread].title.lower() for row in rows})


@pytest.mark.parametrize("text", [OF_SHEDS, ELSEWHERE])
@pytest.mark.parametrize(
    "said",
    [
        f"{SENT}. Over de loodsen ({NUMBER}) melden wij later meer.",
        f"{SENT}.\n\nOver de loodsen ({NUMBER}) melden wij later meer.",
        f"Over de loodsen ({NUMBER}) melden wij later meer. {SENT}.",
        f"{SENT}; over {NUMBER} volgt later meer.",
        f"{SENT}. Zie ook {NUMBER}.",
        f"- {SENT}. Over de loodsen ({NUMBER}) melden wij later meer.\n- De haven is diep.",
        table(("Onderwerp", "Stand"), ("Sluizen", f"{SENT}. Over de loodsen ({NUMBER}) melden wij later meer.")),
        table(("Onderwerp", "Stand", "Zie"), ("Sluizen", f"{SENT}.", f"Loodsen met kaden, {NUMBER}")),
        table(("Soort", "Stand"), ("Toezegging", f"{SENT}."), ("Toezegging", NUMBER)),
        f"{SENT}. Over de loodsen melden wij later meer.{note(NUMBER)}",
        f"Toezegging {NUMBER} betreft een ander {LOCKS}.",
        f"Toezegging {NUMBER} betreft het kader dat op het {LOCKS} volgt.",
        f"Toezegging {NUMBER} betreft de planning van het {LOCKS}.",
        f"Toezegging {NUMBER} betreft het onderzoek naar loodsen; het {LOCKS} is in juni 2024 naar uw Kamer gestuurd.",
        f"{SENT}.{note(f'Over de loodsen ({NUMBER}) later meer.')}",
    ],
)
def test_a_number_of_another_thing_is_not_carried(tmp_path: Path, said: str, text: str) -> None:
    assert LOCKS not in carried(tmp_path, said, text)


@pytest.mark.parametrize(
    "said",
    [
        f"{SENT} en over de loodsen ({NUMBER}) melden wij later meer.",
        f"{SENT}, terwijl de toezegging over loodsen ({NUMBER}) nog openstaat.",
        f"{SENT} en over {NUMBER} melden wij later meer.",
        f"Over de loodsen ({NUMBER}) melden wij later meer en het {LOCKS} is in juni 2024 naar uw Kamer gestuurd.",
        f"{SENT}, maar het onderzoek naar loodsen ({NUMBER}) nog niet.",
        f"Anders dan het {SHEDS} ({NUMBER}) is het {LOCKS} in juni 2024 naar uw Kamer gestuurd.",
    ],
)
@pytest.mark.parametrize("text", [OF_SHEDS, ELSEWHERE, "De minister stuurt een onderzoek naar loodsen."])
def test_a_number_of_another_thing_in_the_same_sentence_is_not_carried(tmp_path: Path, said: str, text: str) -> None:
    assert LOCKS not in carried(tmp_path, said, text)


def test_a_thing_of_the_same_form_is_another(tmp_path: Path) -> None:
    said = f"Anders dan het onderzoek naar loodsen ({NUMBER}) is het {LOCKS} in juni 2024 naar uw Kamer gestuurd."
    assert carried(tmp_path, said, "De minister stuurt een onderzoek naar loodsen.") == []


@pytest.mark.parametrize(
    "said",
    [
        f"{SENT} (dit staat los van {NUMBER}).",
        f"{SENT}. Dit is iets anders dan toezegging {NUMBER}.",
        f"{SENT} (los van motie-De Vries en {NUMBER}).",
        f"{SENT} (motie-De Vries over loodsen en {NUMBER}).",
        f"Toezegging {NUMBER} betreft niet het {LOCKS}. In juni 2024 stuur ik uw Kamer dat onderzoek.",
        f"Toezegging {NUMBER} betreft een onderzoek naar loodsen. In juni 2024 stuur ik het {LOCKS}.",
        f"Toezegging {NUMBER} betreft een {SHEDS} in juni 2024. Het {LOCKS} is in juni 2024 naar uw Kamer gestuurd.",
        f"Toezegging {NUMBER} betreft een {SHEDS}. Dat kader volgt later. In juni 2024 stuur ik het {LOCKS}.",
        f"Onder nummer {NUMBER} is een {SHEDS} toegezegd. In juni 2024 stuur ik uw Kamer het {LOCKS}.",
        f"{SENT}. Toezegging {NUMBER} staat hier los van.",
        f"{SENT}. Het {SHEDS} is in mei 2024 naar uw Kamer gestuurd. ({NUMBER})",
        f"<h2>Los van {NUMBER}</h2><p>{SENT}.</p>",
        f"<h2>Niet {NUMBER}</h2><p>{SENT}.</p>",
        f"<h2>Havens ({NUMBER})</h2><p>{SENT}. Het {SHEDS} is in mei 2024 naar uw Kamer gestuurd.</p>",
    ],
)
@pytest.mark.parametrize("text", [OF_LOCKS, ELSEWHERE])
def test_a_number_that_is_set_apart_is_not_carried(tmp_path: Path, said: str, text: str) -> None:
    assert LOCKS not in carried(tmp_path, said, text, "De haven is diep.\n")


@pytest.mark.parametrize(
    "said",
    [
        f"{SENT} ({NUMBER}).",
        f"{SENT} ({NUMBER.lower()}).",
        f"{SENT} ({NUMBER[:9]}\n{NUMBER[9:]}).",
        f"Zoals toegezegd ({NUMBER}) is het {LOCKS} in juni 2024 naar uw Kamer gestuurd.",
        f"Toezegging {NUMBER}: het {LOCKS} is in juni 2024 naar uw Kamer gestuurd.",
        f"Het {LOCKS} ({NUMBER}), dat u vroeg, is in juni 2024 naar uw Kamer gestuurd.",
        f"Het {LOCKS} is, zoals toegezegd ({NUMBER}), in juni 2024 naar uw Kamer gestuurd.",
        f"{SENT}.{note(f'Toezegging {NUMBER}.')} De haven is diep.",
        f"{SENT} (TZ202301-001 en {NUMBER}).",
        f"{SENT} [{NUMBER}].",
        f"{SENT}. ({NUMBER})",
        f"{SENT}.\n\n({NUMBER})",
        f"{SENT}. Hiermee is voldaan aan toezegging {NUMBER}.",
        f"{SENT}. Dit betreft toezegging {NUMBER}.",
        f"{SENT} en daarmee is aan toezegging {NUMBER} voldaan.",
        f"{SENT}, waarmee is voldaan aan toezegging {NUMBER}.",
        f"Ter uitvoering van toezegging {NUMBER} is het {LOCKS} in juni 2024 naar uw Kamer gestuurd.",
        f"{SENT} (motie-De Vries en {NUMBER}).",
        f"{SENT} (gewijzigde motie De Vries c.s., Kamerstuk 27 923, nr. 12, en toezegging {NUMBER}).",
        f"{SENT} (motie-Van der Meer c.s. (29 515, nr. 4) en {NUMBER}).",
        f"{SENT} (amendement-De Vries; {NUMBER}).",
        f"Ik geef uitvoering aan de moties-De Vries en -Jansen en {NUMBER}: het {LOCKS} is in juni 2024 verstuurd.",
        f"Onder toezeggingsnummer {NUMBER} heb ik toegezegd het {LOCKS} in juni 2024 te sturen.",
        f"Onder nummer {NUMBER} is toegezegd dat het {LOCKS} in juni 2024 naar uw Kamer komt.",
        f"In {NUMBER} heeft de minister toegezegd dat het {LOCKS} in juni 2024 naar uw Kamer komt.",
        f"Ik heb toegezegd het {LOCKS} te sturen ({NUMBER}).",
        f"Toezegging {NUMBER} betreft het {LOCKS}. In juni 2024 stuur ik uw Kamer dat onderzoek.",
        f"Toezegging {NUMBER} gaat over het {LOCKS}. Ik stuur uw Kamer in juni 2024 het {LOCKS}.",
        f"Toezegging {NUMBER} betreft het {LOCKS}. Dat onderzoek is in juni 2024 naar uw Kamer gestuurd.",
        f"Onder kenmerk {NUMBER} heb ik uw Kamer het {LOCKS} toegezegd.",
        f"Met toezegging {NUMBER} zegde ik toe het {LOCKS} te sturen.",
        f"Toezegging {NUMBER}: {LOCKS}.\n\nIn juni 2024 stuur ik uw Kamer dat onderzoek.",
        f"<h2>Toezegging {NUMBER}</h2><p>{SENT}.</p>",
        f"<h2>Havens ({NUMBER})</h2><p>{SENT}.</p>",
        table(("Nr.", "Stand"), (NUMBER, f"{SENT}.")),
        table(("Onderwerp", "Stand", "Nr."), ("Sluizen", f"{SENT}.", NUMBER)),
        table((NUMBER, f"{SENT}."), ("TZ202301-001", "De haven is diep.")),
    ],
)
@pytest.mark.parametrize("text", [OF_LOCKS, ELSEWHERE])
def test_a_sentence_or_a_row_carries_its_own_number(tmp_path: Path, said: str, text: str) -> None:
    assert carried(tmp_path, said, text) == [LOCKS]


@pytest.mark.parametrize(
    "said",
    [
        f"{SENT}. Zie toezegging {NUMBER}.",
        f"<h2>Havens ({NUMBER})</h2><p>{SENT}. Het {SHEDS} is in mei 2024 naar uw Kamer gestuurd.</p>",
    ],
)
def test_a_number_beside_a_thread_makes_sure_of_what_linking_finds(tmp_path: Path, said: str) -> None:
    assert carried(tmp_path, said, OF_LOCKS) == [LOCKS]


def test_a_row_of_two_promises_carries_no_number(tmp_path: Path) -> None:
    both = f"{SENT}. Het {SHEDS} is in mei 2024 naar uw Kamer gestuurd."
    assert carried(tmp_path, table(("Nr.", "Stand"), (NUMBER, both)), ELSEWHERE) == []


@pytest.mark.parametrize(
    "label",
    ["toezeggingsnummer", "toezeggingsnr.", "nummer", "nr.", "kenmerk", "ref.", "code", "Kamerstuk 27 923, nr. 12;"],
)
def test_what_a_number_is_called_beside_it_says_nothing(tmp_path: Path, label: str) -> None:
    assert LOCKS in carried(tmp_path, f"{SENT} ({label} {NUMBER}).", OF_SHEDS)


@pytest.mark.parametrize(
    "promised",
    [
        "Wij sturen uw Kamer in juni 2024 een verslag over de kwaliteit van het drinkwater in Drenthe",
        "Het onderzoek naar de prijzen van woningen in kleine dorpen wordt in juni 2024 aan uw Kamer gestuurd",
        "In juni 2024 sturen wij uw Kamer het overzicht van alle subsidies aan musea in Groningen en Friesland",
    ],
)
@pytest.mark.parametrize("end", ["({})", "[{}]", "(toezegging {})"])
def test_a_number_at_the_end_of_its_promise_is_carried_however_short_its_title(
    tmp_path: Path, promised: str, end: str
) -> None:
    said = f"{promised} {end.format(NUMBER)}."
    assert len(carried(tmp_path, said, f"{promised}.", "De haven is diep.\n")) == 1


BRIDGES = "plan voor de bruggen"
SENDING = f"sturen wij uw Kamer in december 2024 het {BRIDGES}"


@pytest.mark.parametrize(
    "said",
    [
        f"Na de nota waarmee toezegging {NUMBER} is afgedaan, {SENDING}.",
        f"Na de nota waarmee aan toezegging {NUMBER} is voldaan {SENDING}.",
        f"Dan {SENDING}, op basis van de kaart waarmee wij toezegging {NUMBER} nakwamen.",
        f"Dan {SENDING}, mede in het licht van toezegging {NUMBER}.",
        f"Dan {SENDING}, aansluitend bij de eerdere toezegging {NUMBER}.",
        f"Dan {SENDING}, in afwachting van toezegging {NUMBER}.",
        f"Dan {SENDING}, evenals een tussenstand van toezegging {NUMBER}.",
        f"Dan {SENDING} en spreken over het rapport over de haven ({NUMBER}).",
        f"Dan {SENDING} en gaan wij in op toezegging {NUMBER}.",
        f"In december 2024 bespreken wij het rapport over de haven ({NUMBER}) met de gemeenten.",
    ],
)
def test_a_number_of_what_another_thing_meets_or_goes_with_is_carried_by_nothing(tmp_path: Path, said: str) -> None:
    assert carried(tmp_path, said, "Rapport over de haven.", "In mei 2022 was er een debat.\n") == []


def test_who_promised_to_talk_carries_his_number(tmp_path: Path) -> None:
    promised = "In december 2024 gaan wij in gesprek met de gemeenten over de haven"
    said = f"{promised} ({NUMBER})."
    assert len(carried(tmp_path, said, "De minister gaat in gesprek over de haven.", f"{promised}.\n")) == 1


@pytest.mark.parametrize("text", ["Nota over de dijken.", ELSEWHERE])
@pytest.mark.parametrize(
    "said",
    [
        f"Na de zomer {SENDING} bij de kanalen in Drenthe; dit betreft toezegging {NUMBER}.",
        f"Na overleg {SENDING} bij de kanalen in Drenthe waarmee toezegging {NUMBER} is afgedaan.",
        f"Daarom {SENDING} bij de kanalen in Drenthe, waarmee wij toezegging {NUMBER} nakomen.",
        f"Daarom {SENDING} bij de kanalen in Drenthe ({NUMBER}).",
    ],
)
def test_a_number_told_to_be_of_what_is_promised_is_carried_whatever_the_register_says(
    tmp_path: Path, said: str, text: str
) -> None:
    assert carried(tmp_path, said, text, "In mei 2022 was er een debat.\n")


def test_a_row_with_a_number_alone_in_a_paragraph_of_a_cell_is_of_that(tmp_path: Path) -> None:
    promise = "In juni 2025 sturen wij uw Kamer het overzicht van de bruggen."
    first = f"<p>Bruggen</p><p>{NUMBER}</p><p>{promise}</p>"
    said = table(("Toezegging", "Stand van zaken"), (first, "De gemeenten tellen ze nu."))
    assert carried(tmp_path, said, "Een lijst.") == ["overzicht van de bruggen"]


def test_each_sentence_of_a_passage_is_looked_at_once_for_a_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever number of statements it makes."""
    looked: list[str] = []

    def counted(text: str, number: str) -> bool:
        looked.append(text)
        return is_bare(text, number)

    monkeypatch.setattr("tracker.ledger.number_threads.is_bare", counted)
    one = "In mei 20{year} sturen wij uw Kamer het plan voor haven {year} ({number})."
    carried(tmp_path, " ".join(one.format(year=year, number=NUMBER) for year in range(26, 56)))
    assert 30 <= len(looked) < 4 * 30, "of each judgement once"
