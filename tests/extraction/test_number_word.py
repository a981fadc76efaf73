"""What texts surely say of promises by their numbers; what is not sure stands first."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extraction.number_word import NumberWord, begins_with, both, word_of, word_of_cell, word_of_list

N, M = "TZ202402-158", "TZ202402-160"
SETTLED, OPEN, UNSURE, NAMED = NumberWord.SETTLED, NumberWord.OPEN, NumberWord.UNSURE, NumberWord.NAMED


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Zie bij @.", NAMED),
        ("Toezegging & is afgedaan (zie ook @).", NAMED),
        ("Toezegging & is afgedaan; dit raakt ook aan toezegging @.", NAMED),
        ("Toezegging & is afgedaan, zoals ook bij toezegging @ is aangegeven.", NAMED),
        ("In de brief over toezegging @ is toezegging & afgedaan.", UNSURE),
        ("Is toezegging @ afgedaan?", UNSURE),
        ("Toezegging @ is afgedaan, maar wordt op verzoek van uw Kamer heropend.", UNSURE),
        ("Het register vermeldt toezegging @ als voldaan; dat is onjuist.", UNSURE),
        ("De gemeenten hebben in het kader van toezegging @ aan de norm voldaan.", UNSURE),
        ("In de vorige rapportage stond dat toezegging @ is afgedaan.", UNSURE),
        ("Met de commissie spreken wij over toezegging @.", NAMED),
        ("Betreft: stand van zaken toezegging @", NAMED),
        ("Ik doe u hierbij de brief toekomen, los van @.", NAMED),
        ("Betreft: uitstel afdoening toezegging @", UNSURE),
        ("Toezegging @ zal in mei worden afgedaan.", UNSURE),
        ("Toezegging @ kan worden afgedaan.", UNSURE),
        ("Toezegging @ is deels afgedaan.", UNSURE),
        ("Ik beschouw toezegging @ als afgedaan zodra het rapport er is.", UNSURE),
        ("Ik ga ervan uit dat toezegging @ hiermee is afgedaan.", UNSURE),
        ("Of toezegging @ is afgedaan, is aan uw Kamer.", UNSURE),
        ("Toezegging @ is volgens de gemeente afgedaan.", UNSURE),
        ("Toezegging @ wordt niet heropend.", UNSURE),
        ("Toezegging @ wordt heropend als het rapport niet volstaat.", UNSURE),
        ("Toezegging @, die ten onrechte als open stond vermeld, is afgedaan.", UNSURE),
        ("Toezegging & is afgedaan, @ niet.", UNSURE),
        ("Toezeggingen & en @ zijn respectievelijk afgedaan en in uitvoering.", UNSURE),
        ("Toezegging @ is na toezegging & afgedaan.", UNSURE),
        ("Van toezeggingen & en @ is de eerste afgedaan.", UNSURE),
        ("Toezegging @ is nog niet afgedaan.", OPEN),
        ("Hiermee is toezegging @ niet afgedaan.", OPEN),
        ("Toezegging @ staat nog open.", OPEN),
        ("Toezegging @ staat weer open.", OPEN),
        ("Toezegging @ is heropend.", OPEN),
        ("Toezegging @ is in de vorige brief ten onrechte als afgedaan gemeld.", OPEN),
        ("@: loopt", OPEN),
        ("Toezegging @ is vertraagd tot mei 2025.", OPEN),
        ("Toezegging @ is afgedaan.", SETTLED),
        ("Toezeggingen & en @ zijn afgedaan.", SETTLED),
        ("De toezeggingen TZ202402-157 t/m 159 zijn afgedaan.", SETTLED),
        ("Toezegging @ is afgedaan, maar & niet.", SETTLED),
        ("Toezegging @ (zie ook &) is met mijn brief van 3 juli 2024 (Kamerstuk 27923, nr. 5) afgedaan.", SETTLED),
        ("Hiermee doe ik de toezegging aan de leden Van Dijk en De Vries (@) gestand.", SETTLED),
        ("Met deze brief kom ik toezegging @ na.", SETTLED),
        ("Hiermee is voldaan aan toezegging @.", SETTLED),
        ("Toezegging @ is hiermee afgedaan en toezegging & loopt nog.", SETTLED),
        ("Toezegging & is hiermee afgedaan en toezegging @ staat nog open.", OPEN),
        ("Hiermee beschouw ik toezegging @ als afgedaan.", SETTLED),
        ("Betreft: afdoening toezegging @", SETTLED),
        ("@ – voldaan", SETTLED),
        ("Afgedaan: @", SETTLED),
    ],
)
def test_a_sentence(text: str, word: NumberWord) -> None:
    assert word_of(text.replace("@", N).replace("&", M), N) is word


@pytest.mark.parametrize(
    ("column", "text", "word"),
    [
        ("Onderwerp", "Afgedaan", NAMED),
        ("Planning", "3 juli 2024", NAMED),
        ("Verwachte datum afdoening", "3 juli 2024", NAMED),
        ("Datum afdoening", "1 december 2024", NAMED),
        ("Datum afdoening", "", NAMED),
        ("Afgedaan?", "ja, deels", UNSURE),
        ("Afgedaan?", "n.v.t.", NAMED),
        ("", "Voldaan aan norm 4", NAMED),
        ("", "Gestuurd op 3 juli", NAMED),
        ("Status", f"Zie bij {M}", NAMED),
        ("Status", "Wordt afgedaan in mei", UNSURE),
        ("Status", "Afgedaan, wordt heropend", UNSURE),
        ("Afgedaan?", "Nee", OPEN),
        ("Status", "Loopt", OPEN),
        ("Stand van zaken", "Nog niet afgedaan", OPEN),
        ("Afgedaan?", "ja", SETTLED),
        ("Voldaan (ja/nee)", "x", SETTLED),
        ("Datum afdoening", "3 juli 2024", SETTLED),
        ("Status", "Afgedaan met brief van 3 juli 2024", SETTLED),
        ("", "Voldaan.", SETTLED),
    ],
)
def test_a_cell_by_the_head_of_its_column(column: str, text: str, word: NumberWord) -> None:
    assert word_of_cell(column, text, dt.date(2024, 9, 1)) is word


@pytest.mark.parametrize(
    ("head", "word"),
    [
        ("Toezeggingen", NAMED),
        ("Afgedane en lopende toezeggingen", NAMED),
        ("Af te doen toezeggingen", NAMED),
        ("", NAMED),
        ("Nog niet afgedane toezeggingen", OPEN),
        ("De volgende toezeggingen staan nog open:", OPEN),
        ("3.1 Afgedane moties en toezeggingen", SETTLED),
        ("De volgende toezeggingen zijn hiermee afgedaan:", SETTLED),
    ],
)
def test_the_head_of_a_list(head: str, word: NumberWord) -> None:
    assert word_of_list(head) is word


def test_a_text_begins_with_the_numbers_that_it_is_of() -> None:
    for text in (f"{N}: een rapport", f"({N})", f"Toezegging {N}", f"{M}, {N}", "TZ202402-157/158"):
        assert begins_with(text, N)
    for text in (f"Zie bij {M} en het plan {N}", f"Het rapport ({N})", "Rapport"):
        assert not begins_with(text, N)


def test_words_at_odds_are_unsure() -> None:
    assert both({SETTLED, NAMED}) is SETTLED
    assert both({SETTLED, OPEN}) is UNSURE
    assert both(set()) is NAMED
