"""What dossiers and papers are called, however people and services spell them."""

from __future__ import annotations

import pytest

from tracker.errors import SourceError
from tracker.sources.papers import (
    Dossier,
    ListedPaper,
    PaperForm,
    answers_id,
    answers_number,
    dossier_in,
    dossier_of,
    has_register_number,
    id_by_code,
    id_of,
    is_case,
    merged_paper,
    paper_id,
    paper_of,
    printed_id,
)


@pytest.mark.parametrize(
    ("words", "dossier"),
    [
        ("27923", Dossier(27923)),
        ("27 923", Dossier(27923)),
        ("kst-27923", Dossier(27923)),
        ("Kamerstuk 27923", Dossier(27923)),
        ("36600-VIII", Dossier(36600, "VIII")),
        ("36 600 viii", Dossier(36600, "VIII")),
        ("21501-02", Dossier(21501, "02")),
        ("35 000 IIA", Dossier(35000, "IIA")),
        ("36410-J", Dossier(36410, "J")),
        ("35316 (R2134)", Dossier(35316, "R2134")),
        ("27\u00a0923", Dossier(27923)),
        (" Kamerstukken II\u00a027\u202f923\n", Dossier(27923)),
    ],
)
def test_a_dossier_is_known_in_every_spelling(words: str, dossier: Dossier) -> None:
    assert dossier_of(words) == dossier


@pytest.mark.parametrize(
    "words",
    [
        "",
        "2792",
        "kst-27923-460",
        "havens",
        "27923-XVIIIZ",
        "27923 36600",
        "99999999999",
        "\uff1027923",
        "27 923, nr. 5",
    ],
)
def test_what_is_no_dossier_is_refused(words: str) -> None:
    with pytest.raises(SourceError):
        dossier_of(words)


@pytest.mark.parametrize(
    ("words", "dossier", "number"),
    [
        ("kst-27923-460", Dossier(27923), "460"),
        ("kst-36600-VIII-4", Dossier(36600, "VIII"), "4"),
        ("27 923-b", Dossier(27923), "B"),
        ("27\u00a0923, nr.\u00a0460", Dossier(27923), "460"),
        ("Kamerstukken II 36 600 VIII, nr. 4", Dossier(36600, "VIII"), "4"),
        ("kamerstuk 35316-(R2134) nr 5", Dossier(35316, "R2134"), "5"),
        ("nds-tk-2024D12345", None, "nds-tk-2024D12345"),
        ("blg-1042786", None, "blg-1042786"),
    ],
)
def test_a_paper_is_known_by_its_id(words: str, dossier: Dossier | None, number: str) -> None:
    assert paper_of(words) == (dossier, number)


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("27923-460", "kst-27923-460"),
        ("Kamerstuk 27 923, nr. 460", "kst-27923-460"),
        ("nds-tk-2024D12345", "2024D12345"),
        ("brief van mei", ""),
    ],
)
def test_words_for_a_paper_are_its_id(words: str, id_: str) -> None:
    assert id_of(words) == id_
    assert printed_id("27 923", "460") == "kst-27923-460"
    assert printed_id("havens", "460") == printed_id("27 923", None) == ""


def test_what_is_no_paper_is_refused() -> None:
    with pytest.raises(SourceError):
        paper_of("een brief")


def test_ids_are_the_same_whichever_service_tells_them() -> None:
    assert paper_id(Dossier(36600, "VIII"), "4") == "kst-36600-VIII-4"
    assert id_by_code("nds-tk-2024D12345") == "2024D12345"
    assert id_by_code("blg-104/2786") == "blg-1042786"
    assert id_by_code("con").startswith("con-"), "no name of a file on Windows"
    assert len(id_by_code("x" * 300)) < 100
    assert has_register_number("nds-tk-2024D12345")
    assert not has_register_number("blg-1042786")
    assert answers_number("ah-tk-20232024-2313") == "232402313"
    assert answers_number("kst-27923-460") == ""
    assert answers_id("232402313") == "ah-tk-20232024-2313"
    assert answers_id("990000012") == "ah-tk-19992000-12"
    assert answers_id("2313") == ""
    assert is_case("2024Z12345")
    assert not is_case("2024D12345")
    assert paper_of("2024Z12345") == (None, "2024Z12345")


def test_a_dossier_is_spelled_as_papers_print_it() -> None:
    assert (Dossier(36600, "VIII").id, Dossier(36600, "VIII").spelled) == ("36600-VIII", "36 600 VIII")
    assert Dossier(35316, "R2134").spelled == "35316-R2134"


def test_two_services_tell_of_one_paper() -> None:
    """The first has the word, the second what is lacking; a service that took it back offers no forms."""
    xml, pdf = PaperForm("xml", "x"), PaperForm("pdf", "p")
    one = ListedPaper("a", title="A", forms=(xml,), stamps=(("s", "1"),))
    other = ListedPaper("a", title="B", kind="Brief", forms=(pdf, xml), stamps=(("s", "2"), ("t", "3")))
    found = merged_paper(one, other)
    assert (found.title, found.kind, found.forms, found.stamps) == ("A", "Brief", (xml, pdf), (("s", "1"), ("t", "3")))
    assert merged_paper(one, ListedPaper("a", forms=(pdf,), gone=True)).forms == (xml,)


def test_a_text_that_names_no_dossier_has_none() -> None:
    assert dossier_in("27 923") == dossier_of("27923")
    assert dossier_in("Lerarenagenda") is dossier_in("kst-27923-456") is dossier_in("") is None
