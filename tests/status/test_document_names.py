"""A paper may be promised as a plan and come as a memorandum: its subject stays."""

from __future__ import annotations

import pytest

from tests.series import Made, Promise, judged
from tracker.language.lemmas import words
from tracker.model import Kind, Status
from tracker.status.document_names import same_subject, subjects_of

pytestmark = pytest.mark.usefixtures("every_silence_lapses")

SUBJECTS = {
    "Er komt een nieuw plan.": set(),
    "Het plan is vastgesteld.": set(),
    "Een lokale visie volgt.": set(),
    "Het beleid van de gemeente verandert.": set(),
    "Er komt een havenvisie.": {"haven", "have"},
    "Het beheerplan waterwegen volgt.": {"waterwegen"},
    "De nota over het muziekonderwijs komt in mei.": {"muziekonderwijs"},
    "De culturele visie is unaniem aangenomen.": {"culturele"},
}


@pytest.mark.parametrize(("text", "subjects"), SUBJECTS.items(), ids=SUBJECTS.keys())
def test_what_a_paper_is_about(text: str, subjects: set[str]) -> None:
    assert subjects_of(words(text)) == subjects


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("jeugd", "jeugdhulp", False),
        ("culturele", "cultureel", False),
        ("expat", "expats", True),
        ("molens", "molen", True),
    ],
)
def test_subjects_that_differ_in_their_ends_only(one: str, other: str, same: bool) -> None:
    assert same_subject(one, other) is same


PLAN = Promise("Na de zomer leggen wij het beleidsplan molens vast.", Kind.DELIVER, "2023-09-01", "2023-11-30")
LATER = {
    "a paper on another subject": ("De beleidsnota sluizen is besproken.", Status.LAPSED),
    "the subject without a paper": ("Er zijn zes molens geschilderd.", Status.LAPSED),
    "another form": ("De beleidsnota molens is besproken.", Status.UNCLEAR),
    "a compound": ("Het molenbeleid is besproken.", Status.UNCLEAR),
}


@pytest.mark.parametrize(("text", "status"), LATER.values(), ids=LATER.keys())
def test_a_paper_under_another_name_is_no_silence(text: str, status: Status) -> None:
    common = [f"Bij molen {number} staat een bord." for number in range(9)]
    first = Made("a", "2023-06-20", {"Erfgoed": [PLAN]})
    assert judged(first, Made("b", "2024-06-26", {"Erfgoed": [*common, text]}))[0].status is status


def test_to_weigh_a_paper_is_not_to_write_it() -> None:
    first = Made("a", "2023-06-20", {"Erfgoed": [Promise(PLAN.text, Kind.EVALUATE, "2023-09-01", "2023-11-30")]})
    other = Made("b", "2024-06-26", {"Erfgoed": ["De beleidsnota molens is besproken.", *["De molens draaien."] * 9]})
    assert judged(first, other)[0].status is Status.LAPSED
