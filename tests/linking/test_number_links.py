"""What letters say of a registered promise by its number alone."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from tests.repositories import masthead
from tracker.commands.source import CollectionSource
from tracker.model import Status, Thread
from tracker.sources.register import Register, Registered, write_register

pytestmark = pytest.mark.usefixtures("shared")

A, B = "TZ202303-001", "TZ202303-002"
PROMISED = {
    A: f"Ik zeg toe uw Kamer voor de zomer van 2023 het rapport over de havens te sturen ({A}).",
    B: f"Ik zeg toe uw Kamer voor de zomer van 2023 de kaart van de sluizen te sturen ({B}).",
}


def threads(tmp_path: Path, later: str) -> dict[str, Thread]:
    """The threads of both promises after a second letter, by their numbers."""
    (tmp_path / "1.txt").write_text(masthead("1", "1 maart 2023") + "\n\n".join(PROMISED.values()) + "\n", "utf-8")
    if later.startswith("<"):
        (tmp_path / "2.html").write_text(f"<p>Den Haag, 10 september 2023</p>{later}", "utf-8")
    else:
        (tmp_path / "2.txt").write_text(masthead("2", "10 september 2023") + later + "\n", "utf-8")
    index = CollectionSource(tmp_path).linked
    firsts = {number: next(row for row in index.ledger.commitments if number in row.quote) for number in PROMISED}
    return {number: index.thread_of[row.id] for number, row in firsts.items()}


SETTLED = (
    f"Met deze brief kom ik toezegging {A} na.",
    f"Hiermee beschouw ik toezegging {A} als afgedaan.",
    f"Toezegging {A}: afgedaan.",
    f"Bijgaand ontvangt u de gevraagde stukken, waarmee toezegging {A} is afgedaan.",
    f"Rapport over de havens ({A}): afgedaan met de brief van 20 juni 2023.",
    f"De toezegging over het rapport over de havens ({A}) is afgedaan met de brief van 20 juni 2023.",
    f"Met deze brief kom ik tegemoet aan de toezegging met nummer {A}.",
    f"Bijgevoegd is het rapport over de havens (toezegging {A}).",
    f"Toezegging {A}\n\nMet deze brief doe ik deze toezegging gestand.",
    f"<table><tr><td>{A}</td><td>Rapport over de havens</td><td>Afgedaan met de brief van 20 juni 2023.</td></tr>"
    f"<tr><td>{B}</td><td>Kaart van de sluizen</td><td>Loopt nog.</td></tr></table>",
    f"<table><tr><td>Rapport over havens ({A})</td><td>Dit rapport heb ik op 20 juni 2023 gestuurd.</td></tr></table>",
    f"<table><tr><td>Rapport</td><td>{A}</td><td>De Kamer is op 20 juni 2023 geïnformeerd.</td></tr></table>",
    f"<h3>{A} Rapport over de havens</h3><p>Status: afgedaan.</p><h3>{B} Kaart</h3><p>Status: open.</p>",
    f"{A} | afgedaan | brief van 20 juni 2023",
    f"Ik kom hiermee de toezegging na die ik deed aan het lid De Vries ({A}).",
    f"Afgedaan: {A}.",
    f"<p>De volgende toezeggingen zijn afgedaan:</p><ul><li>{A} (rapport);</li><li>{B} staat nog open.</li></ul>",
    f"Bijlage 2 bevat het rapport over de havens ({A}).",
    f"Zie voor de afdoening van toezegging {A} de brief van 20 juni 2023.",
    f"<table><tr><td>{A}</td><td>Rapport over de havens</td><td>Afgerond</td></tr></table>",
    f"Toezegging {A} is afgedaan; toezegging {B} loopt nog.",
    f"Deze brief dient ter afdoening van toezegging {A}.",
    f"<ul><li>{A} (rapport over de havens): afgedaan.</li><li>{B} (kaart): loopt.</li></ul>",
    f"{A} - gereed",
    f"Rapport over de registratie van fouten en mogelijke schijnveiligheid bij havens ({A}): afgedaan.",
    f"Het rapport over de heropening van de havens ({A}), toegezegd in de Eerste Kamer, is hiermee afgedaan.",
    f"Met de toezending van het rapport op 20 juni 2023 is toezegging {A} volgens mij afgedaan.",
    f"Het rapport over de havens ({A}) is op 20 juni 2023 aan de Eerste en de Tweede Kamer gestuurd.",
    f"Ik meld uw Kamer dat toezegging {A} is nagekomen.",
    f"Wij stellen vast dat toezegging {A} is afgedaan.",
    f"Met genoegen bevestig ik dat aan toezegging {A} is voldaan.",
    f"Ik kan u melden dat toezegging {A} in juni 2023 is nagekomen.",
    f"Ik heb uw Kamer op 20 juni 2023 gemeld dat toezegging {A} is afgedaan.",
    f"Ik meld u dat het rapport is verstuurd en dat daarmee toezegging {A} is afgedaan.",
    f"Daarmee acht ik toezegging {A} nagekomen.",
    *(f"Toezegging {A.replace('-', between)} is hiermee afgedaan." for between in "/._–"),
    *(
        f"<table><tr><td>{A}</td><td>Rapport over de havens</td><td>{cell}</td></tr>"
        f"<tr><td>{B}</td><td>Kaart van de sluizen</td><td>Loopt.</td></tr></table>"
        for cell in (
            "Voldaan, zie Kamerstuk 27 923, nr. 12.",
            "Te beschouwen als afgedaan",
        )
    ),
    f"Toezegging {A} betreft het rapport over de havens. Deze is op 3 juli 2023 met uw Kamer gedeeld.",
    f"Toezegging {A} gaat over een rapport. Dat rapport is op 3 juli 2023 aan uw Kamer gestuurd.",
    f"Toezegging {A} heeft betrekking op het rapport. Uw Kamer heeft dit op 3 juli 2023 ontvangen.",
    f"Het rapport over de havens ({A}) is niet alleen aan uw Kamer maar ook aan de Eerste Kamer gestuurd.",
    f"Als bijlage bij deze brief ontvangt u het rapport; daarmee is toezegging {A} afgedaan.",
    f"In toezegging {A} heb ik een rapport toegezegd. Dit is op 3 juli 2023 aan uw Kamer aangeboden.",
)


@pytest.mark.parametrize("later", SETTLED)
def test_what_is_said_to_be_met_under_its_number_is_delivered(tmp_path: Path, later: str) -> None:
    found = threads(tmp_path, later)
    assert found[A].status is Status.DELIVERED
    assert found[B].status is not Status.DELIVERED


@pytest.mark.parametrize(
    "later",
    [
        f"Toezegging {A} is nog niet afgedaan.",
        f"Toezegging {A} beschouw ik niet als afgedaan.",
        f"Toezegging {A} kan ik nog niet nakomen.",
        f"Toezegging {A} is onvoldoende afgedaan.",
        f"Toezegging {A} is gewijzigd.",
        f"Ik verzoek uw Kamer toezegging {A} als afgedaan te beschouwen.",
        f"Wij stellen u voor toezegging {A} als afgedaan te beschouwen.",
        f"Ik ga ervan uit dat toezegging {A} hiermee is afgedaan.",
        f"Wij vertrouwen erop dat toezegging {A} is nagekomen.",
        f"Mocht u hiermee instemmen, dan is toezegging {A} afgedaan.",
        "Ik ga ervan uit dat ik het rapport over de havens op 3 juli 2023 heb gestuurd.",
        f"Toezegging {A} is gedaan tijdens het commissiedebat van 12 februari 2023.",
        f"Ik heb toezegging {A} ontvangen.",
        f"Tijdens het debat is de volgende toezegging gedaan: “De minister stuurt een rapport over de havens” ({A}).",
        f"Op 3 juli 2023 heb ik uw Kamer geïnformeerd over het uitstel van toezegging {A}.",
        f"In de bijlage vindt u de stand van toezegging {A}.",
        f"Hiermee geef ik een eerste invulling aan toezegging {A}.",
        f"Openstaande toezeggingen:\n\n- {A}\n- {B}",
        f"<table><tr><td>{A}</td><td>Rapport</td><td>Afgedaan bij brief van (datum volgt)</td></tr></table>",
        f"<p>De volgende toezeggingen zijn nog niet afgedaan:</p><ul><li>{A} (rapport);</li><li>{B} (kaart).</li></ul>",
        f"Toezegging {A}: wordt afgedaan met de brief van november 2023.",
        f"Toezegging {A} wordt in het najaar afgedaan.",
        f"Toezegging {A} is ten onrechte als afgedaan geregistreerd.",
        f"Toezegging {A} is bijna afgedaan.",
        f"Bijlage 1 bevat de planning van het rapport over de havens ({A}).",
        f"In de vorige brief stond ten onrechte dat toezegging {A} was afgedaan.",
        f"Ik geef uitvoering aan toezegging {A} door een onderzoek te starten.",
        f"Het concept van het rapport over de havens ({A}) is op 20 juni 2023 aan uw Kamer gestuurd.",
        f"Het rapport over de havens ({A}) is aan de Raad van State gestuurd.",
        f"Zodra het rapport gereed is, beschouw ik toezegging {A} als afgedaan.",
        f"De motie-De Vries is afgedaan; toezegging {A} staat nog open.",
        f"De motie-De Vries is afgedaan en toezegging {A} staat nog open.",
        f"Met uitzondering van {A} zijn alle toezeggingen afgedaan.",
        f"<table><tr><td>{A}</td><td>Rapport over de havens</td><td>Nog niet afgedaan.</td></tr></table>",
        f"Hierbij stuur ik uw Kamer de opzet van het rapport over de havens ({A}).",
        f"Hierbij stuur ik uw Kamer het conceptrapport over de havens ({A}).",
        f"Hierbij stuur ik uw Kamer de samenvatting van het rapport over de havens ({A}).",
        f"Het rapport over de havens ({A}) is aan de gemeenten gestuurd.",
        f"De aanbesteding van het rapport over de havens ({A}) is afgerond.",
        f"Bijgaand treft u het plan voor het rapport over de havens ({A}) aan.",
        f"Ik beschouw toezegging {A} na toezending van het rapport in november 2023 als afgedaan.",
        f"Na bespreking met uw Kamer is toezegging {A} afgedaan.",
        f"Toezegging {A} is per 1 december 2023 afgedaan.",
        f"Toezegging {A}: afgedaan met de brief die in het najaar verschijnt.",
        f"Toezegging {A} is volgens het register nagekomen, maar dat klopt niet.",
        f"In de administratie is toezegging {A} per abuis als nagekomen opgenomen.",
        f"Toezegging {A} staat als voldaan te boek.",
        f"Toezegging {A} was afgedaan, maar is heropend.",
        f"Uw Kamer bepaalt of toezegging {A} is afgedaan.",
        f"Of toezegging {A} hiermee is nagekomen, is de vraag.",
        f"De commissie dacht dat toezegging {A} was afgedaan.",
        f"Toezegging {A} is vermoedelijk afgedaan.",
        f"Toezegging {A} is onder voorbehoud van uw oordeel nagekomen.",
        f"De inspectie acht toezegging {A} nagekomen; ik niet.",
        f"Het plan van aanpak voor het rapport over de havens ({A}) is op 20 juni 2023 aan uw Kamer gestuurd.",
        f"Het uitstel van het rapport over de havens ({A}) is op 20 juni 2023 aan uw Kamer gemeld.",
        f"Een eerste versie van het rapport over de havens ({A}) is op 20 juni 2023 aan uw Kamer gestuurd.",
        f"Een voorlopig rapport over de havens ({A}) is op 20 juni 2023 aan uw Kamer gestuurd.",
        f"Het rapport over de havens ({A}) heb ik op 20 juni 2023 naar de Eerste Kamer gestuurd.",
        f"De griffie meldt dat toezegging {A} is afgedaan.",
        f"Ik heb vernomen dat toezegging {A} is nagekomen.",
        f"Ik bevestig dat de griffie vindt dat toezegging {A} is afgedaan.",
        f"Helaas heb ik te vroeg gemeld dat toezegging {A} is nagekomen.",
        f"Ik heb abusievelijk gemeld dat toezegging {A} is nagekomen.",
        f"Ik meld uw Kamer dat toezegging {A} niet is nagekomen.",
        f"Ik kan u nog niet melden dat toezegging {A} is afgedaan.",
        f"Ik kan u melden dat toezegging {A} in november 2023 wordt afgedaan.",
        f"In december 2023 meld ik u dat toezegging {A} is afgedaan.",
        f"Als ik vaststel dat toezegging {A} is nagekomen, meld ik dat.",
        f"Ik verwacht dat toezegging {A} dan is afgedaan.",
        f"Ik streef ernaar dat toezegging {A} dit jaar is afgedaan.",
        f"Toezegging {A} kan in november 2023 worden nagekomen.",
        f"Toezegging {A} kom ik in het voorjaar van 2024 na.",
        f"In het voorjaar van 2024 doe ik toezegging {A} gestand.",
        f"Met een brief in het voorjaar van 2024 geef ik invulling aan toezegging {A}.",
        f"Toezegging {A} doe ik in 2024 af.",
        f"De toezeggingen {A} en {B} kom ik in het voorjaar van 2024 na.",
        f"In het voorjaar van 2024 voldoe ik aan de toezeggingen {A} en {B}.",
        f"Het rapport over de havens ({A}) is helaas niet voor de zomer aan uw Kamer gestuurd.",
        f"Het rapport over de havens ({A}) heb ik uw Kamer niet voor de zomer kunnen toesturen.",
        f"Het rapport over de havens ({A}) is nooit aan uw Kamer gestuurd.",
        f"Het rapport over de havens ({A}) is eerder abusievelijk als verzonden gemeld.",
        f"Het rapport over de havens ({A}) is in concept aan uw Kamer gestuurd.",
        f"Als het rapport verschijnt, is toezegging {A} afgedaan.",
        f"De Algemene Rekenkamer schrijft: “Toezegging {A} is afgedaan.” Ik deel die conclusie niet.",
        f"{A} (bijna gereed)",
        f"Toezegging {A} betreft het rapport over de havens. De planning is op 3 juli 2023 met uw Kamer gedeeld.",
        f"Toezegging {A} betreft het rapport over de havens. Het concept is op 3 juli 2023 met uw Kamer gedeeld.",
        f"Toezegging {A} betreft het rapport over de havens. Deze is op 3 juli 2023 met de gemeenten gedeeld.",
        f"Toezegging {A} betreft een ander rapport dan dit. Deze is op 3 juli 2023 met uw Kamer gedeeld.",
        f"Toezegging {A} betreft het rapport. Deze motie is op 3 juli 2023 met uw Kamer gedeeld.",
        f"Ik stuur u het actieplan voor loodsen en spreek met u over het rapport over de havens ({A}).",
        f"{A} (gereed in november 2023)",
    ],
)
def test_what_denies_it_or_gives_less_delivers_nothing_and_declines_nothing(tmp_path: Path, later: str) -> None:
    found = threads(tmp_path, later)
    assert {row.status for row in found.values()}.isdisjoint({Status.DELIVERED, Status.DROPPED})


@pytest.mark.parametrize(
    "later",
    [
        f"Toezegging {A}: deels afgedaan.",
        f"Toezegging {A} is ten dele nagekomen.",
        f"Hiermee is het eerste onderdeel van toezegging {A} afgedaan.",
    ],
)
def test_what_is_met_in_part_is_so(tmp_path: Path, later: str) -> None:
    found = threads(tmp_path, later)[A]
    assert (found.status, found.partly) == (Status.DELIVERED, True)


def test_what_is_said_of_a_promise_is_no_thread_of_its_own(tmp_path: Path) -> None:
    found = threads(tmp_path, f"Zoals toegezegd beschouw ik hiermee toezegging {A} als afgedaan.")
    assert {row.id for row in found.values()} == {row.id for row in CollectionSource(tmp_path).ledger.threads}


def test_one_sentence_meets_each_promise_that_it_names_and_joins_them_not(tmp_path: Path) -> None:
    found = threads(tmp_path, f"Toezeggingen {A} en {B} zijn hiermee afgedaan.")
    assert {row.status for row in found.values()} == {Status.DELIVERED}
    assert len({row.id for row in found.values()}) == len(found)
    for number, thread in found.items():
        (link,) = thread.links
        assert (link.rule, link.words) == ("same-number", (number,))


@pytest.mark.parametrize(
    ("later", "met"),
    [
        (f"De motie-De Vries is uitgevoerd ({A}) en over de kaart bent u geïnformeerd ({B}).", ""),
        (f"De toezeggingen {A} en {B} zijn besproken. De eerste staat nog open.", ""),
        (f"De moties-De Vries en {A} zijn besproken. De eerste is afgedaan.", ""),
        (f"Noch {A} noch {B} is afgedaan.", ""),
        (f"Aan {A} noch {B} is voldaan.", ""),
        (f"Van de toezeggingen {A} en {B} is alleen {B} afgedaan.", B),
        (f"Op {A} na zijn alle toezeggingen afgedaan ({B}).", B),
        (f"Voor {A} geldt dat zij is afgedaan, voor {B} niet.", A),
        (f"Toezeggingen {A} en {B}: beide afgedaan.", A + B),
        (f"{A} is afgedaan, {B} niet.", A),
        (f"Toezegging {A} is niet afgedaan, toezegging {B} wel.", ""),
        (f"Het rapport over de havens is gestuurd ({A}) en over de kaart wordt u nog geïnformeerd ({B}).", A),
        (f"Het rapport ({A}) heeft uw Kamer op 3 juli 2023 ontvangen en de kaart ({B}) volgt in december 2023.", A),
        (f"De toezeggingen {B} en {A} zijn respectievelijk nog open en afgedaan.", ""),
        (f"De toezeggingen {A} en {B} zijn besproken. Alleen de laatste is afgedaan.", B),
        (f"Dit zijn de toezeggingen:\n\n- {A} (rapport);\n- {B} (kaart).\n\nBeide toezeggingen zijn afgedaan.", A + B),
    ],
)
def test_two_numbers_of_one_text_do_not_go_crosswise(tmp_path: Path, later: str, met: str) -> None:
    """What is said of one is quoted, and no thread carries the number of the other."""
    promises = [Registered(number, "De minister stuurt iets.", "Openstaand", met=False) for number in PROMISED]
    (tmp_path / "register.json").write_text(write_register(Register(dt.date(2024, 1, 1), tuple(promises))), "utf-8")
    found = threads(tmp_path, later)
    assert {number for number in found if found[number].status is Status.DELIVERED} == {A, B} & set(
        re.findall(r"TZ.{10}", met)
    )
    carried = {(row.number, row.thread) for row in CollectionSource(tmp_path).ledger.registered if row.sure}
    assert carried == {(number, thread.id) for number, thread in found.items()}


@pytest.mark.parametrize(
    ("later", "status"),
    [
        (f"Toezegging {A} kom ik na in mei 2024.", Status.POSTPONED),
        (f"De toezegging aan het lid De Vries ({A}) kom ik na in mei 2024.", Status.POSTPONED),
        (f"Toezegging {A} wordt uitgesteld tot 1 mei 2024.", Status.POSTPONED),
        (f"Toezegging {A} wordt in december 2023 afgedaan.", Status.POSTPONED),
        (f"<table><tr><td>{A}</td><td>Rapport</td><td>Uitgesteld tot mei 2024.</td></tr></table>", Status.POSTPONED),
        (f"Toezegging {A} is ingetrokken.", Status.DROPPED),
        (f"{A} (gereed)", Status.UNCLEAR),
        (f"<table><tr><td>{A}</td><td>Rapport</td><td>Rapport gestuurd 3 juli 2023</td></tr></table>", Status.UNCLEAR),
        (f"<table><tr><td>{A}</td><td>Rapport</td><td>Deels voldaan; de rest volgt.</td></tr></table>", Status.UNCLEAR),
        (f"Toezegging {A} (inmiddels afgedaan).", Status.UNCLEAR),
        (f"Afgedane toezeggingen:\n\n- {A}\n\nOpenstaande toezeggingen:\n\n- {B}", Status.UNCLEAR),
    ],
)
def test_what_speaks_of_nothing_but_a_number_tells_of_its_promise(tmp_path: Path, later: str, status: Status) -> None:
    found = threads(tmp_path, later)
    assert (found[A].status, found[A].title) == (status, "Rapport over de havens")


@pytest.mark.parametrize(
    "later",
    [
        f"De behandeling van toezegging {A} in de Kamer is uitgesteld tot 1 mei 2024.",
        f"Zoals gemeld bij toezegging {A} is de aanleg van de kade vertraagd tot 2024.",
        f"In december 2023 informeer ik u over toezegging {A}.",
        f"Het verzoek om toezegging {A} te herzien is afgewezen.",
        f"De motie-De Vries over toezegging {A} is uitgevoerd.",
    ],
)
def test_nobody_is_accused_by_what_is_said_beside_a_number(tmp_path: Path, later: str) -> None:
    found = threads(tmp_path, later)
    assert found[A].status not in {Status.POSTPONED, Status.DROPPED, Status.DELIVERED}
