"""The time that a page may take is time of the processor: a machine busy with other things refuses nothing."""

import signal
import subprocess
import sys

import pytest
from msgspec.structs import replace

from tests.documents.raw_pdf import raw_pdf, words
from tracker.documents.formats import pdf_worker
from tracker.documents.limits import DEFAULT
from tracker.errors import LetterError
from tracker.time_limit import bounded, left

pdf_worker_watched = pdf_worker._watched
"""As it is, before the tests of this room put another in its place."""

LIMITED = f"import time; from {pdf_worker.__name__} import _bound_time; _bound_time(0.3); "


def ended(code):
    return subprocess.run([sys.executable, "-c", LIMITED + code], capture_output=True, check=False).returncode


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system does not tell the time of a process")
def test_waiting_costs_no_time():
    assert ended("time.sleep(0.6)") == 0


def test_work_without_end_is_ended():
    assert ended("any(iter(int, 1))") != 0


def test_the_other_process_gives_what_is_read_here(apart, monkeypatch):
    data = raw_pdf(words(["De brug gaat open.", "Dat is in mei 2030."]))
    answer = pdf_worker.read_pages(data, DEFAULT)
    assert [line.text for line in answer.sheets[0].lines] == ["De brug gaat open.", "Dat is in mei 2030."]
    monkeypatch.setattr(pdf_worker, "_watched", lambda pages, limits: pages)
    assert replace(answer, seconds=0.0) == pdf_worker._pages(data, DEFAULT)


def test_the_time_of_the_other_process_is_that_of_the_letter(apart):
    data = raw_pdf(words(["De brug gaat open."]))
    with bounded(100, 100):
        before = left()
        seconds = pdf_worker.read_pages(data, DEFAULT).seconds
        assert 0 < seconds <= before - left()


def test_a_document_of_many_slow_pages_is_refused(monkeypatch):
    clock = iter(range(100))
    monkeypatch.setattr(pdf_worker.time, "process_time", lambda: next(clock))
    monkeypatch.setattr(pdf_worker, "_bound_time", lambda seconds: None)
    pages = pdf_worker_watched(iter("abcdefgh"), replace(DEFAULT, letter=5))
    read = [next(pages) for _ in range(5)]
    with pytest.raises(LetterError):
        next(pages)
    assert len(read) == 5


def test_no_time_is_no_process(apart):
    with bounded(-1, 10), pytest.raises(LetterError) as refused:
        pdf_worker.read_pages(raw_pdf(words(["De brug gaat open."])), DEFAULT)
    assert refused.value.message.id == "letter.too-slow"
