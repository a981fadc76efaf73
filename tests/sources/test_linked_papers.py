"""The papers that files link to in their markup."""

from __future__ import annotations

import pytest

from tracker.model import SourceFile
from tracker.sources.linked_papers import linked_papers

HOST = "zoek.officielebekendmakingen.nl"
XML = "<?xml version='1.0'?><officiele-publicatie><al>Zie <extref %s>deze brief</extref>.</al></officiele-publicatie>"
PAGE = "<html><body><p>Zie <a href='%s'>deze brief</a>.</p></body></html>"


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (XML % 'doc="kst-27923-11" soort="document"', ["kst-27923-11"]),
        (XML % 'doc="kst-36600-viii-11"', ["kst-36600-VIII-11"]),
        (XML % 'doc="h-tk-20222023-12-5"', ["h-tk-20222023-12-5"]),
        (XML % 'doc="stcrt-2023-31456"', ["stcrt-2023-31456"]),
        (XML % 'doc=" kst-27923-11-n1 "', ["kst-27923-11"]),
        (XML % 'doc="kst-1268678"', ["kst-1268678"]),
        (XML % f'soort="URL" url="https://{HOST}/kst-27923-11.html"', ["kst-27923-11"]),
        (XML % 'doc="jci1.3:c:BWBR0003420&amp;artikel=3"', []),
        (XML % 'doc="BWBR0003420"', []),
        (XML % 'doc="#ID-1"', []),
        (XML % 'doc=""', []),
        (PAGE % f"https://{HOST}/kst-27923-11.html", ["kst-27923-11"]),
        (PAGE % f"https://{HOST}/kst-27923-11.pdf?a=1#b", ["kst-27923-11"]),
        (PAGE % f"https://{HOST}/zoeken/kst-27923-11", []),
        (PAGE % "https://elders.example/kst-27923-11.html", []),
        (PAGE % "http://[", []),
        ("Zie kst-27923-11.", []),
    ],
)
def test_a_link_to_a_paper_cites_it(text: str, ids: list[str]) -> None:
    found = list(linked_papers([SourceFile("a", text.encode())], (HOST,)))
    assert [sorted(row) for row in found] in ([ids], [])
    assert ids == sorted(set().union(*found))


def test_a_file_that_cannot_be_read_links_to_nothing() -> None:
    broken = SourceFile("a", b"<officiele-publicatie><extref doc='kst-27923-11'>")
    assert list(linked_papers([broken], (HOST,))) == []
