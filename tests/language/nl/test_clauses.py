"""Sentences are cut where Dutch cuts them; in doubt words stay together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.processor import is_linear
from tracker.language.nl.clauses import cut_clauses
from tracker.language.nl.finite import is_finite
from tracker.language.syntax import ClauseKind
from tracker.text.tokens import tokenize

WHOLE = [
    "De gemeente start in mei een pilot, evaluatie afgerond in december.",
    "De Kamer heeft gevraagd om een plan, plan verzonden in april.",
    "Wij vragen om een onderzoek, onderzoek verricht door het CBS.",
    "Motie over de pabo, verzoekt om een loket, digitaal loket geopend per 1 september.",
    "Motie over de pabo, verzoekt om een rapport, opgesteld door het SCP.",
    "Motie over de pabo, verzoekt om een rapport, een plan en voorlichting in mei.",
    "Het plan zal aan de provincies en de gemeenten worden gestuurd.",
    "Daarmee kunnen provincies en gemeenten worden geholpen.",
    "In 2025 zijn de wet, de regeling en de nota gepubliceerd.",
    "De minister, de heer Veen, is in mei op bezoek geweest.",
    "Ik steun de minister en zijn ambtenaren bij de uitvoering.",
    "De gemeente investeert in paden, de verlichting en de openbare werken in de stad.",
    "De wet wordt, met uitzondering van artikel 3, op 1 mei van kracht.",
    "Met de brief van 3 mei is de motie over de zorg en het onderwijs afgedaan.",
    "Het Rijk, de provincies en de gemeenten worden gevraagd mee te werken.",
    "Wij maken een visie, die leggen we in mei aan de raad voor.",
    "Als gemeente zullen wij dit loket sluiten.",
    "Als eerste gemeente heeft Diepenveen een loket geopend.",
    "Medio maart sturen wij u dit plan van aanpak toe.",
    "De raad en de inspectie publiceren in mei een rapport.",
    "Gemeenten, provincies en waterschappen ontvangen in juni een handreiking.",
    "In mei starten we met lezen en schrijven.",
    "De nota en de brief zal ik in mei sturen.",
    "Wij betrekken de gemeente en de inspectie bij het plan.",
    "De raad zal dit willen en moeten bespreken.",
    "De scholen in Noord en in Zuid krijgen de middelen.",
    "Toezegging TZ209901-012 is samen met TZ209901-013 en TZ209901-014 nagekomen.",
    "Afgedaan zijn TZ209901-012, TZ209901-013 en TZ209901-014.",
    "Met de nota van 3 mei is TZ209901-012 en ook TZ209901-013 afgedaan.",
]

CUT = [
    (
        "De leerlijn is in maart gepubliceerd, de lesmodules volgen in september.",
        [("main", "De leerlijn is in maart gepubliceerd ,"), ("main", "de lesmodules volgen in september .")],
    ),
    (
        "Het convenant is getekend en dit najaar gaan de eerste projecten van start.",
        [("main", "Het convenant is getekend"), ("main", "en dit najaar gaan de eerste projecten van start .")],
    ),
    (
        "De verkenning is gestart en de eerste resultaten worden eind mei verwacht.",
        [("main", "De verkenning is gestart"), ("main", "en de eerste resultaten worden eind mei verwacht .")],
    ),
    (
        "De gesprekken zijn gaande en worden voor de zomer afgerond.",
        [("main", "De gesprekken zijn gaande"), ("main", "en worden voor de zomer afgerond .")],
    ),
    (
        "De scholen hebben een plan gemaakt en voeren dit in 2026 uit.",
        [("main", "De scholen hebben een plan gemaakt"), ("main", "en voeren dit in 2026 uit .")],
    ),
    (
        "De proef is klaar en inmiddels zijn de uitkomsten gepubliceerd.",
        [("main", "De proef is klaar"), ("main", "en inmiddels zijn de uitkomsten gepubliceerd .")],
    ),
    (
        "De raad heeft het plan vastgesteld en gemeenten worden geïnformeerd.",
        [("main", "De raad heeft het plan vastgesteld"), ("main", "en gemeenten worden geïnformeerd .")],
    ),
    (
        "Het systeem is opgeleverd, het portaal nog niet.",
        [("main", "Het systeem is opgeleverd ,"), ("main", "het portaal nog niet .")],
    ),
    (
        "TZ209901-012 is afgedaan, TZ209901-013 niet.",
        [("main", "TZ209901-012 is afgedaan ,"), ("main", "TZ209901-013 niet .")],
    ),
    (
        "De kaart TZ209901-012 is verstuurd en over de nota bent u geïnformeerd TZ209901-013.",
        [
            ("main", "De kaart TZ209901-012 is verstuurd"),
            ("main", "en over de nota bent u geïnformeerd TZ209901-013 ."),
        ],
    ),
    (
        "Na het overleg, dat loopt tot en met mei, stuur ik het besluit.",
        [("main", "Na het overleg , stuur ik het besluit ."), ("subordinate", "dat loopt tot en met mei")],
    ),
    (
        "Als het loket vervalt zullen de scholen een ander loket zoeken.",
        [("subordinate", "Als het loket vervalt"), ("main", "zullen de scholen een ander loket zoeken .")],
    ),
    (
        "Nadat de brug is gebouwd wordt het veer gesloopt.",
        [("subordinate", "Nadat de brug is gebouwd"), ("main", "wordt het veer gesloopt .")],
    ),
    (
        "De trams worden in mei geleverd en moeten in juni gaan rijden.",
        [("main", "De trams worden in mei geleverd"), ("main", "en moeten in juni gaan rijden .")],
    ),
    (
        "Wij starten in mei en in juni volgt het plan.",
        [("main", "Wij starten in mei"), ("main", "en in juni volgt het plan .")],
    ),
    (
        "Het dak zal in maart voorbereid worden en de aanleg zal in mei plaatsvinden.",
        [("main", "Het dak zal in maart voorbereid worden"), ("main", "en de aanleg zal in mei plaatsvinden .")],
    ),
    (
        "Het plan wordt uitgewerkt gedurende 2026 en er wordt gestreefd naar een start in 2027.",
        [
            ("main", "Het plan wordt uitgewerkt gedurende 2026"),
            ("main", "en er wordt gestreefd naar een start in 2027 ."),
        ],
    ),
    (
        "Wij sturen de nota en de brief die zal volgen in mei.",
        [("main", "Wij sturen de nota en de brief"), ("subordinate", "die zal volgen in mei .")],
    ),
    (
        "Daarnaast werken wij door aan de invoering en ontwikkelen we een pilot.",
        [("main", "Daarnaast werken wij door aan de invoering"), ("main", "en ontwikkelen we een pilot .")],
    ),
    (
        "De eindrapportage verwachten we deze zomer en we zullen uw Kamer in het najaar informeren.",
        [
            ("main", "De eindrapportage verwachten we deze zomer"),
            ("main", "en we zullen uw Kamer in het najaar informeren ."),
        ],
    ),
    (
        "In mei start de aanbesteding, in oktober volgt de gunning.",
        [("main", "In mei start de aanbesteding ,"), ("main", "in oktober volgt de gunning .")],
    ),
    (
        "In mei start de aanbesteding, in overleg met de buurt.",
        [("main", "In mei start de aanbesteding , in overleg met de buurt .")],
    ),
    (
        "In 2024 is begonnen met de wijk en in 2025 wordt dit verder uitgebreid.",
        [("main", "In 2024 is begonnen met de wijk"), ("main", "en in 2025 wordt dit verder uitgebreid .")],
    ),
    (
        "Wij letten op scholen in wijken en in steden met deze aanpak.",
        [("main", "Wij letten op scholen in wijken en in steden met deze aanpak .")],
    ),
    (
        "We passen de norm aan en verlengen de regeling met een jaar.",
        [("main", "We passen de norm aan"), ("main", "en verlengen de regeling met een jaar .")],
    ),
    (
        "In mei starten we met lezen en schrijven, daarna komen de andere vakken.",
        [("main", "In mei starten we met lezen en schrijven ,"), ("main", "daarna komen de andere vakken .")],
    ),
    (
        "Motie over de pabo, verzoekt een onderzoek te starten, onderzoek afgerond in april.",
        [
            ("main", "Motie over de pabo , verzoekt een onderzoek te starten ,"),
            ("main", "onderzoek afgerond in april ."),
        ],
    ),
    (
        "Motie-Kwint, roept op tot een digitaal loket, digitaal loket geopend.",
        [("main", "Motie-Kwint , roept op tot een digitaal loket ,"), ("main", "digitaal loket geopend .")],
    ),
    (
        "Zoals ik eerder heb gemeld, ga ik met de scholen in gesprek.",
        [("subordinate", "Zoals ik eerder heb gemeld"), ("main", "ga ik met de scholen in gesprek .")],
    ),
    (
        "Zoals in de brief is gemeld, wordt de wet in 2026 van kracht.",
        [("subordinate", "Zoals in de brief is gemeld"), ("main", "wordt de wet in 2026 van kracht .")],
    ),
    (
        "Zoals bekend, hebben de scholen dit gedaan.",
        [("main", "Zoals bekend , hebben de scholen dit gedaan .")],
    ),
    (
        "Omdat wij dit belangrijk vinden, zal het loket vanaf mei open gaan.",
        [("subordinate", "Omdat wij dit belangrijk vinden"), ("main", "zal het loket vanaf mei open gaan .")],
    ),
    (
        "Binnenkort ontvangen we het advies, waarna de eisen eind 2030 moeten zijn vastgelegd.",
        [
            ("main", "Binnenkort ontvangen we het advies ,"),
            ("subordinate", "waarna de eisen eind 2030 moeten zijn vastgelegd ."),
        ],
    ),
    (
        "Om de koers vast te houden wordt een programmaraad ingericht.",
        [("infinitive", "Om de koers vast te houden"), ("main", "wordt een programmaraad ingericht .")],
    ),
    (
        "Bedrijven die willen meedoen, kunnen tot 21 juli subsidie aanvragen.",
        [("main", "Bedrijven kunnen tot 21 juli subsidie aanvragen ."), ("subordinate", "die willen meedoen")],
    ),
    (
        "Het bij elkaar brengen van vraag en aanbod (een onderzoek is in het voorjaar gereed).",
        [
            ("main", "Het bij elkaar brengen van vraag en aanbod ."),
            ("aside", "een onderzoek is in het voorjaar gereed"),
        ],
    ),
]


INTERRUPTED = [
    ("Zodra het plan, dat er ligt, is goedgekeurd, informeren wij u.", "Zodra het plan , is goedgekeurd"),
    ("Als de vergunning, waarop wij wachten, is verleend, starten wij.", "Als de vergunning , is verleend"),
    ("Wij informeren u zodra het plan, dat er ligt, is goedgekeurd.", "zodra het plan , is goedgekeurd ."),
    (
        "Nadat de raad, die in mei vergadert, het heeft vastgesteld, begint het.",
        "Nadat de raad , het heeft vastgesteld",
    ),
]


@pytest.mark.parametrize(("sentence", "clause"), INTERRUPTED)
def test_a_clause_goes_on_after_one_inside_it(sentence: str, clause: str) -> None:
    cut = [" ".join(token.text for token in row.tokens) for row in cut_clauses(tokenize(sentence))]
    assert clause in cut


@pytest.mark.parametrize("sentence", WHOLE)
def test_one_clause_stays_one(sentence: str) -> None:
    assert len(cut_clauses(tokenize(sentence))) == 1


@pytest.mark.parametrize(("sentence", "expected"), CUT)
def test_clauses(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [
        (clause.kind.value, " ".join(token.text for token in clause.tokens))
        for clause in cut_clauses(tokenize(sentence))
    ] == expected


def test_a_summary_bullet_with_its_verb_last_is_a_main_clause() -> None:
    (clause,) = cut_clauses(tokenize("dat er na de zomer een beraad wordt ingericht"))
    assert clause.kind is ClauseKind.MAIN
    assert clause.verb_last


WORDS = st.sampled_from(
    ["wij", "de", "raad", "dat", "die", "om", "te", "en", "maar", "(", ")", ";", ",", "–", "wordt", "zal", "starten"]
)


@given(st.lists(WORDS, max_size=30))
def test_every_word_is_in_at_most_one_clause_and_none_is_lost(words: list[str]) -> None:
    sentence = " ".join(words)
    taken = sorted(token.begin for clause in cut_clauses(tokenize(sentence)) for token in clause.tokens)
    expected = [token.begin for token in tokenize(sentence) if token.text[0].isalnum()]
    assert len(taken) == len(set(taken))
    assert set(expected) <= set(taken)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Deze krijgen in mei geld.", True),
        ("Die starten in mei.", True),
        ("Deze plannen worden in mei uitgevoerd.", False),
        ("Deze plannen.", False),
    ],
)
def test_a_plural_after_a_demonstrative_is_the_verb_where_there_is_no_other(text: str, verb: bool) -> None:
    assert is_finite(tokenize(text), 1) is verb


@pytest.mark.parametrize(
    "words",
    ["a, ", "( a ", "e\u0301", "en ", "T01234 nog, ", "T01234 is gestuurd, ", "T01234 en ", "zodra de a, die b, "],
)
def test_a_hostile_sentence_takes_no_longer_than_its_length(words: str) -> None:
    assert is_linear(lambda size: cut_clauses(tokenize(words * size)), 3_000 // len(words))
