"""What became of things: verbs and phrases with the outcome that a reader of Dutch gives them."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extraction.analysis import analyse_sentence
from tracker.extraction.classifier import RuleDetector

DAY = dt.date(2024, 5, 16)
CASES = {
    "delayed": [
        "Het wetsvoorstel havens is controversieel verklaard.",
        "De herziening van het kader is tot na de formatie aangehouden.",
        "De vereenvoudiging van de bekostiging is verplaatst naar 2026.",
        "Het kwaliteitskader is in de ijskast gezet, omdat de aanbieders zich terugtrokken.",
        "De uitvraag naar digitale kaarten is on hold gezet.",
        "De bouw van de sluis is stilgelegd.",
        "De aanbesteding is opgeschort.",
        "De bouw ligt stil.",
        "De besluitvorming is aangehouden tot de evaluatie is afgerond.",
        "De oplevering is uitgesteld tot 2027.",
        "De behandeling is verdaagd.",
        "De start is doorgeschoven naar het najaar.",
        "De opening is verzet naar maart 2025.",
        "De levering heeft vertraging opgelopen.",
        "De instellingen hebben meer tijd nodig.",
        "De invoering gaat later in dan gepland.",
        "Het project loopt achter op schema.",
        "De norm is nog niet gehaald.",
        "Het systeem is nog niet gereed.",
        "De proef is tijdelijk gepauzeerd.",
    ],
    "cancelled": [
        "Het besluit is door de Raad van State vernietigd.",
        "De verhoging van de tarieven is teruggedraaid.",
        "De verordening is onverbindend verklaard.",
        "De pilot is stopgezet.",
        "De tweede ronde gaat niet door.",
        "De maatregel is geschrapt.",
        "Het wetsvoorstel is ingetrokken.",
        "De aanbesteding is afgebroken.",
        "De regeling vervalt.",
        "Het plan is van de baan.",
        "De verbreding is van tafel.",
        "De proef is voortijdig beëindigd.",
    ],
    "declined": [
        "Ik zie geen aanleiding om de norm aan te passen.",
        "Het kabinet neemt deze aanbeveling niet over.",
        "Het kabinet ziet daarom af van een verbod.",
        "Ik ben niet bereid om de subsidie te hervatten.",
        "Het verzoek wijs ik af.",
        "Het kabinet ontraadt de motie.",
        "Ik ben niet voornemens de regeling te verruimen.",
        "Wij achten een verbod niet wenselijk.",
    ],
    "extended": [
        "De looptijd van het akkoord is met een jaar verlengd.",
        "De aanvraagtermijn voor de subsidie is verruimd.",
        "De pilot loopt een jaar langer door.",
    ],
    "changed": [
        "De reikwijdte van het project is aangepast.",
        "De doelstelling is bijgesteld van 2.500 naar 1.800 plaatsen.",
        "Het budget is structureel verhoogd.",
        "Deze bezuiniging is gehalveerd.",
        "Gekozen is voor een andere aanpak, waarbij de provincies de regie voeren.",
    ],
    "in_progress": [
        "De implementatie is bijna afgerond.",
        "De transformatie van de panden is in gang gezet.",
        "De uitvoering van de motie is in volle gang.",
        "Het wetsvoorstel ligt voor advies bij de Raad van State.",
        "Inmiddels hebben 230 van de 342 gemeenten een plan ingediend.",
        "Met de uitvoering is begonnen.",
        "De bouw ligt op schema.",
        "De afgelopen periode hebben wij hier stappen in gezet.",
    ],
    "delivered": [
        "Op 18 juni 2023 heb ik het plan naar uw Kamer gestuurd.",
        "Het dashboard is gelanceerd.",
        "De raad heeft advies uitgebracht over het wetsvoorstel.",
        "Daarmee beschouw ik de toezegging als afgedaan.",
        "Bij deze brief stuur ik uw Kamer de eerste resultaten.",
        "De evaluatie is afgerond.",
        "De wet is in werking getreden.",
        "Daarnaast is een digitale database opgezet.",
        "Het convenant is ondertekend.",
        "De subsidie is uitbetaald.",
    ],
    "": [
        "De invoering is niet opgeschort.",
        "Het besluit is niet vernietigd.",
        "Wij sturen u het plan in mei 2025.",
        "Het plan is vóór de zomer van 2026 ingericht.",
        "De hal is in maart 2025 opgeleverd.",
        "Het nieuwe stelsel is eind 2025 ingevoerd.",
        "Is de evaluatie afgerond?",
        "De Kamer verzoekt de regering het plan aan te passen.",
        "Het dashboard wordt gelanceerd.",
    ],
}


@pytest.mark.parametrize(("text", "outcome"), [(text, name) for name, texts in CASES.items() for text in texts])
def test_a_phrase_tells_its_outcome(text: str, outcome: str) -> None:
    (judged,) = RuleDetector().judge([analyse_sentence(text, DAY)])
    told = [str(name) for row in judged for name in row.outcomes]
    assert (told or [""])[0] == outcome
