"""The time that a page may take is time of the processor: a machine busy with other things refuses nothing."""

import signal
import subprocess
import sys

import pytest

from tests.documents.raw_pdf import raw_pdf, words
from tracker.documents.formats import pdf_worker
from tracker.documents.limits import DEFAULT

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
    monkeypatch.setattr(pdf_worker, "_watched", lambda pages, seconds: pages)
    assert answer == pdf_worker._pages(data, DEFAULT)
