"""Labels of questions and answers: which lines are labels, and which only beside others."""

from __future__ import annotations

import pytest

from tracker.documents.layout.blocks import Block, printed_words
from tracker.documents.structure.question_labels import LabelRole, find_labels, part_labels


def _blocks(*texts):
    source, blocks, at = "\n".join(texts), [], 0
    for text in texts:
        blocks.append(Block(((at, at + len(text)),)))
        at += len(text) + 1
    return source, blocks


def _labels(*texts):
    source, blocks = _blocks(*texts)
    return {texts[at]: label.role for at, label in find_labels(blocks, source).items()}


@pytest.mark.parametrize(
    "texts",
    [
        ("Vragen", "Bel ons.", "Reactie op de motie"),
        ("Vragen", "Bel ons.", "Reactie van het college"),
        ("Vragen van de raad", "Klopt dat?"),
        ("Reactie van het college", "Klopt dat?", "Vragen"),
        ("Vragen van de raad", "Geachte raad,", "Klopt dat?", "Beantwoording"),
    ],
)
def test_a_label_without_a_number_is_none_alone(texts):
    assert not _labels(*texts)


def test_a_loose_pair_and_a_numbered_label():
    found = _labels("Vraag van de ABC-fractie", "Klopt dat?", "Reactie college", "Ja.", "Vraag 2", "En dit?")
    question, answer = LabelRole.QUESTION, LabelRole.ANSWER
    assert found == {"Vraag van de ABC-fractie": question, "Reactie college": answer, "Vraag 2": question}


@pytest.mark.parametrize(
    ("texts", "pieces"),
    [
        (("Vraag 1: Klopt dat?",), ["Vraag 1:", "Klopt dat?"]),
        (("Vraag 1: dit gaat over geld.",), ["Vraag 1: dit gaat over geld."]),
        (("A2: Ja.",), ["A2: Ja."]),
        (("V2: Klopt dat?", "A2: Ja."), ["V2:", "Klopt dat?", "A2:", "Ja."]),
        (("Antwoord: Ja.",), ["Antwoord:", "Ja."]),
    ],
)
def test_a_label_is_parted_from_its_words(texts, pieces):
    source, blocks = _blocks(*texts)
    assert [printed_words(block, source).strip() for block in part_labels(blocks, source)] == pieces
