import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.documents.layout.blocks import Block, Cut
from tracker.documents.layout.cleanup import mend
from tracker.documents.layout.dehyphenate import Hyphens

KEPT = [
    ("bèta-\ntechniek", "bèta-techniek"),
    ("de PO-\nRaad", "de PO-Raad"),
    ("het ICALT-\ninstrument", "het ICALT-instrument"),
    ("«evidence-\nbased» keuzes", "«evidence-based» keuzes"),
    ("pedagogisch-\ndidactische", "pedagogisch-didactische"),
    ("leer-\nen werkomgeving", "leer- en werkomgeving"),
    ("hbo-\nen wo-studenten", "hbo- en wo-studenten"),
    ("zie www.voorbeeld-\nsite.nl", "zie www.voorbeeld-site.nl"),
    ("zee-\neend", "zee-eend"),
    ("de Realisatie-eenheid en de Realisatie-\neenheden", "de Realisatie-eenheid en de Realisatie-eenheden"),
    ("in 2024-\n2025", "in 2024-2025"),
]
UNDONE = [
    ("de Leraren-\nagenda", "de Lerarenagenda"),
    ("ketenverant-\nwoordelijkheid", "ketenverantwoordelijkheid"),
    ("ont-\nwikkelingen", "ontwikkelingen"),
    ("zacht\u00ad\nafgebroken", "zachtafgebroken"),
]


def mended(text):
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return mend(text, Block(tuple(spans)), Hyphens(text))


@pytest.mark.parametrize(("text", "expected"), KEPT + UNDONE, ids=[text for text, _ in KEPT + UNDONE])
def test_hyphens_at_the_end_of_a_line(text, expected):
    assert mended(text).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("een\u00a0vaste  spatie", "een vaste spatie", id="white-space-folded"),
        pytest.param("de ﬁnanciële eﬀecten", "de financiële effecten", id="ligatures"),
        pytest.param("zacht\u00adstreepje", "zachtstreepje", id="soft-hyphen"),
        pytest.param("wat willen we ?", "wat willen we ?", id="space-as-the-letter-has-it"),
    ],
)
def test_odd_characters_become_plain(text, expected):
    assert mended(text).text == expected


def test_a_note_mark_is_taken_out_and_remembered():
    text = "de motie Westerveld4 en de motie Paul5 ."
    cuts = tuple(Cut(at, at + 1, (text[at],)) for at in (19, 37))
    whole = mend(text, Block(((0, len(text)),), cuts=cuts), Hyphens(text))
    assert whole.text == "de motie Westerveld en de motie Paul."
    assert [(note.offset, note.mark) for note in whole.notes] == [(19, "4"), (36, "5")]


@given(st.text(alphabet="ab -­ﬁ\u00a0.,;Z9\n", max_size=120))
def test_runs_lead_back_to_the_source(text):
    whole = mended(text)
    at = 0
    for run in whole.runs:
        assert run.text >= at
        assert run.length > 0
        assert whole.text[run.text : run.text + run.length] == text[run.source : run.source + run.length]
        at = run.text + run.length
    assert "  " not in whole.text
    assert whole.text == whole.text.strip()
