"""No input ends in anything but a letter that holds every word, or a refusal; TRACKER_FUZZ sets how many are tried."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracker.errors import LetterError
from tracker.letters import read_letter
from tracker.letters.check import check_lossless

SEEDS = Path(__file__).parents[2] / "seeds"
SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
TRIES = int(os.environ.get("TRACKER_FUZZ", "40"))
FUZZ = settings(max_examples=TRIES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
FILES = {
    "text": SEEDS / "2017-12-01_kst-27923-283.txt",
    "export": SEEDS / "2024-06-26_kst-27923-492.txt",
    "pdf": SAMPLES / "pdf" / "ledenbrief-azwa-2025-07-11.pdf",
    "docx": SAMPLES / "docx" / "beantwoording_kamervragen_4.docx",
    "xml": SAMPLES / "official_xml" / "kst-28844-269.xml",
}


def survives(data):
    try:
        letter = read_letter("x", data)
    except LetterError:
        return
    assert check_lossless(letter).whole


PARTS = (
    "1. Kop|Kop||\f|\t|\tcel|een zin die doorloopt en|woord1 verder.|1 noot|2 noot|•|• item|a) item|2.1|Vraag 1|"
    "Wat?|Antwoord|"
    "De minister van x,|A. Slob|29|afge-|\ufffd noot| vervolg|... en meer.|Den Haag, 1 mei 2020|Datum|Motie/toezegging|"
    "\tMotie/toezegging|\tStand van zaken|ﬁ\u00ad\u00a0x"
)
LINES = st.lists(st.sampled_from(PARTS.split("|")), max_size=40)


@FUZZ
@given(LINES)
def test_any_lines(lines):
    survives("\n".join(lines).encode())


@FUZZ
@given(st.binary(max_size=300))
def test_any_bytes(data):
    survives(data)


@FUZZ
@given(st.text(max_size=200), st.sampled_from(["html", "officiele-publicatie"]))
def test_any_markup(text, root):
    survives(f"<{root}><body><p>{text}</p><table><tr><td>{text}</table></body></{root}>".encode())


EDITS = st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255), st.integers(0, 60)), min_size=1, max_size=12)


def edited(data, edits):
    broken = bytearray(data)
    for place, byte, cut in edits:
        at = int(place * len(broken))
        broken[at : at + cut] = bytes([byte])
    return bytes(broken)


@pytest.mark.parametrize("name", FILES)
@FUZZ
@given(edits=EDITS)
def test_bytes_flipped_in_real_letters(name, edits):
    if not FILES[name].is_file():
        pytest.skip("the sample documents are not beside the project")
    survives(edited(FILES[name].read_bytes(), edits))


@FUZZ
@given(edits=EDITS, part=st.sampled_from(["document", "styles", "numbering", "footnotes"]))
def test_bytes_flipped_within_a_word_document(edits, part):
    if not FILES["docx"].is_file():
        pytest.skip("the sample documents are not beside the project")
    buffer = io.BytesIO()
    with zipfile.ZipFile(FILES["docx"]) as archive, zipfile.ZipFile(buffer, "w") as copy:
        for entry in archive.infolist():
            data = archive.read(entry)
            copy.writestr(entry.filename, edited(data, edits) if entry.filename == f"word/{part}.xml" else data)
    survives(buffer.getvalue())
