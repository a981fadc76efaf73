"""Texts that are a time and nothing else."""

import pytest

from tracker.documents.structure.bare_times import is_bare_time


@pytest.mark.parametrize("text", ["2031", "Planning", "in mei klaar", "", "3,5", "Visie 1 maart 2031"])
def test_no_time_alone(text):
    assert not is_bare_time(text)


@pytest.mark.parametrize("text", ["Q1 2031", "1 maart 2031", "in mei", "najaar 2031.", "eind 2031", "Vóór 1 juli 2031"])
def test_a_time_alone(text):
    assert is_bare_time(text)
