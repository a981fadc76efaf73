"""Letters that a feed links to: its papers once, in their best form, and pages only where there is no paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.sources.files import PDF, html, pdf, word
from tests.sources.server import PAGE, Sent, Services
from tests.sources.test_other_bodies import came, source
from tracker.cli import main
from tracker.documents.manifest import parse_manifest
from tracker.errors import ExitCode

RSS = """<rss version="2.0"><channel>
<item><title>Voortgang</title><link>/docs/brief.pdf</link><pubDate>Fri, 01 Mar 2024 10:00:00 +0100</pubDate></item>
<item><title>Elders</title><link>https://example.org/x.pdf</link></item>
<item><title>Bladzijde</title><link>/over-ons</link><guid>http://[</guid></item></channel></rss>"""
TYPED = """<rss><channel><item><title>Voortgang</title><link>/page/1</link>
<enclosure url="/document/12" type="application/pdf"/></item></channel></rss>"""
PAGED = """<rss><channel><item><title>Voortgang</title><link>/page/1</link>
<description>&lt;p&gt;&lt;a class="x" href="/docs/a.pdf?v=1&amp;amp;w=2"&gt;brief&lt;/a&gt;</description>
</item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Voortgang</title><updated>2024-03-01T10:00:00Z</updated>
<link href="/overzicht"/><link rel="enclosure" href="/docs/brief.pdf"/></entry></feed>"""


def test_a_feed_brings_its_letters_and_no_others(
    services: Services, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source(folder, f'feed = "{services.base}/feed"')
    services.extra |= {"/feed": Sent(RSS.encode()), "/docs/brief.pdf": Sent(PDF)}
    assert main(["fetch", "--into", str(folder)]) == ExitCode.INCOMPLETE
    assert "example.org is not asked" in capsys.readouterr().out
    (name,) = came(folder)
    assert name.startswith("brief-")
    assert 'date = "2024-03-01"' in (folder / "letters.toml").read_text("utf-8")
    services.extra["/feed"] = Sent(ATOM.encode())
    assert main(["fetch", "--into", str(folder)]) == ExitCode.DONE
    assert came(folder) == [name]
    (folder / "letters.toml").write_text(f'[source]\nfeed = "{services.base}/feed"\n', "utf-8")
    assert main(["fetch", "--into", str(folder)]) == ExitCode.DONE
    assert "sha256" in (folder / "letters.toml").read_text("utf-8"), "what git took back is said again"


@pytest.mark.parametrize(("feed", "place"), [(TYPED, "/document/12"), (PAGED, "/docs/a.pdf")])
def test_a_link_is_known_by_its_type_or_from_a_description(
    services: Services, folder: Path, feed: str, place: str
) -> None:
    source(folder, f'feed = "{services.base}/feed"')
    services.extra |= {"/feed": Sent(feed.encode()), place: Sent(PDF)}
    assert main(["fetch", "--into", str(folder)]) == ExitCode.DONE
    (name,) = came(folder)
    services.extra[place] = Sent(PDF + PDF)
    assert main(["fetch", "--into", str(folder)]) == ExitCode.DONE
    assert (folder / name).read_bytes() == PDF + PDF, "the feed says nothing of its date, so it is asked for again"


@pytest.mark.parametrize("data", [PAGE, b"{}", b'<!DOCTYPE x [<!ENTITY a "b">]><rss>&a;</rss>'])
def test_what_is_no_feed_is_told(services: Services, folder: Path, data: bytes) -> None:
    source(folder, f'feed = "{services.base}/feed"')
    services.extra["/feed"] = Sent(data)
    assert main(["fetch", "--into", str(folder)]) == ExitCode.INCOMPLETE
    assert came(folder) == []


@pytest.mark.parametrize(
    ("sent", "language", "told"),
    [
        (Sent(status=404), "en", "mend the address of the feed in [source] of letters.toml."),
        (Sent(status=410), "nl", "herstel het adres van de feed in [source] van letters.toml."),
        (Sent(PAGE), "en", 'is no whole feed (it begins with "<!DOCTYPE html>'),
        (Sent(PAGE), "nl", "controleer of het adres in [source] van letters.toml klopt"),
        (Sent(status=302, heads={"Location": "https://example.org/f"}), "en", "add it to hosts in [source]"),
        (Sent(status=302, heads={"Location": "https://example.org/f"}), "nl", "zet het bij hosts in [source]"),
    ],
)
def test_why_a_feed_cannot_be_had_is_one_sentence_with_what_to_mend(
    services: Services, folder: Path, sent: Sent, language: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source(folder, f'feed = "{services.base}/feed"')
    services.extra["/feed"] = sent
    assert main(["fetch", "--into", str(folder), "--lang", language]) in {ExitCode.USER, ExitCode.INCOMPLETE}
    (line,) = capsys.readouterr().err.splitlines()
    assert told in line
    assert main(["watch", str(folder), "--lang", language]) == ExitCode.INCOMPLETE
    assert told in capsys.readouterr().out


def test_links_start_from_where_the_feed_says_or_stands(services: Services, folder: Path) -> None:
    """From xml:base, and from the address that the feed was redirected to."""
    source(folder, f'feed = "{services.base}/old"')
    services.extra |= {
        "/old": Sent(status=302, heads={"Location": "/z/feed"}),
        "/z/feed": Sent(
            b'<feed xmlns="http://www.w3.org/2005/Atom"><entry>'
            b'<title>B</title><link xml:base="/y/" href="b.pdf"/></entry>'
            b"<entry><title>C</title><link href='c.pdf'/></entry></feed>"
        ),
        "/y/b.pdf": Sent(PDF),
        "/z/c.pdf": Sent(PDF + b"%"),
    }
    assert main(["fetch", "--into", str(folder)]) == ExitCode.DONE
    assert len(came(folder)) == 2


def test_a_link_that_is_not_known_as_a_letter_is_told(
    services: Services, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source(folder, f'feed = "{services.base}/feed"')
    links = "".join(f"<item><link>{place}</link></item>" for place in ("/dl?file=Brief.PDF", "/dl/17"))
    services.extra |= {"/feed": Sent(f"<rss><channel>{links}</channel></rss>".encode()), "/dl": Sent(PDF)}
    assert main(["fetch", "--into", str(folder)]) == ExitCode.DONE
    (name,) = came(folder)
    assert name.startswith("Brief-")
    said = capsys.readouterr().out
    assert "left out of the feed: 1 " in said
    assert "/dl/17" in said


def test_the_same_letter_at_another_address_comes_once(
    services: Services, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What differs there later is a letter of its own."""
    source(folder, f'feed = "{services.base}/feed"')
    services.extra |= {"/a.pdf": Sent(PDF), "/b/a.pdf": Sent(PDF)}

    def feed(*places: str) -> None:
        items = "".join(f"<item><title>Voortgang</title><link>{place}</link></item>" for place in places)
        services.extra["/feed"] = Sent(f"<rss><channel>{items}</channel></rss>".encode())

    feed("/a.pdf")
    assert main(["fetch", "--into", str(folder)]) == ExitCode.DONE
    (name,) = came(folder)
    feed("/a.pdf", "/b/a.pdf", "/a.pdf?v=2")
    assert main(["fetch", "--into", str(folder)]) == ExitCode.DONE
    assert capsys.readouterr().out.count(f"it is word for word what {name} is") == 2
    assert main(["fetch", "--into", str(folder)]) == ExitCode.DONE
    assert "word for word" not in capsys.readouterr().out
    assert came(folder) == [name]
    services.extra["/b/a.pdf"] = Sent(pdf("In mei 2026 is er een ander rapport."))
    assert main(["fetch", "--into", str(folder)]) == ExitCode.DONE
    assert len(came(folder)) == 2
    assert (folder / name).read_bytes() == PDF


def feed(services: Services, items: str, **letters: bytes) -> None:
    """Items of a feed, and what stands at the addresses that they name ("a_pdf" for "/a.pdf")."""
    services.extra["/feed"] = Sent(f'<rss version="2.0"><channel>{items}</channel></rss>'.encode())
    services.extra |= {f"/{name.replace('_', '.')}": Sent(data) for name, data in letters.items()}


def fetched(services: Services, folder: Path, items: str, **letters: bytes) -> list[str]:
    """The files that came, without the digests in their names."""
    if not folder.exists():
        source(folder, f'feed = "{services.base}/feed"')
    feed(services, items, **letters)
    assert main(["fetch", "--into", str(folder)]) == ExitCode.DONE
    return [re.sub(r"-[0-9a-f]{6}(?=\.)", "", name) for name in came(folder)]


def item(*links: str, title: str = "Voortgang havens", day: str = "1 Mar 2024") -> str:
    return f"<item><title>{title}</title>{''.join(links)}<pubDate>{day} 10:00:00 +0100</pubDate></item>"


def enclosed(place: str, type_: str = "application/pdf") -> str:
    return f'<enclosure url="{place}" type="{type_}"/>'


def linked(place: str) -> str:
    return f"<link>{place}</link>"


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LANDING = html(
    "Op 1 maart 2024 verscheen de brief Voortgang havens. In juni 2025 sturen we uw Kamer het rapport over de havens."
)
MENTIONED = "<description>&lt;a href='/old.pdf'&gt;x&lt;/a&gt; &lt;a href='/about.html'&gt;y&lt;/a&gt;</description>"
RELATED = '<a:link xmlns:a="http://www.w3.org/2005/Atom" rel="{rel}" href="/old.pdf" type="application/pdf"/>'


@pytest.mark.parametrize(
    "more",
    [
        linked("/page.html"),
        linked("/missing.html"),
        linked("/page.html") + '<guid isPermaLink="true">http://127.0.0.1/page.html</guid>',
        linked("/brief.pdf"),
        linked("/brief.pdf#page=2"),
        MENTIONED,
        RELATED.format(rel="related"),
        RELATED.format(rel="self"),
        enclosed("/photo.jpg", "image/jpeg"),
    ],
)
def test_a_paper_comes_without_the_page_about_it_and_what_that_names(
    services: Services, folder: Path, more: str
) -> None:
    """A page that is not there is no fault."""
    others = {"page_html": LANDING, "old_pdf": pdf("Een oude brief."), "about_html": LANDING}
    assert fetched(services, folder, item(more, enclosed("/brief.pdf")), brief_pdf=PDF, **others) == ["brief.pdf"]
    assert fetched(services, folder, item(more, enclosed("/brief.pdf"))) == ["brief.pdf"]


@pytest.mark.parametrize("more", ["", MENTIONED.replace("/old.pdf", "/old.txt"), enclosed("/photo.jpg", "image/jpeg")])
def test_a_page_comes_where_there_is_no_paper(services: Services, folder: Path, more: str) -> None:
    assert fetched(services, folder, item(linked("/page.html"), more), page_html=LANDING) == ["page.html"]


def test_a_paper_takes_the_place_of_the_page_that_was_there_before(services: Services, folder: Path) -> None:
    assert fetched(services, folder, item(linked("/page.html")), page_html=LANDING) == ["page.html"]
    both = item(linked("/page.html"), enclosed("/brief.pdf"))
    for _ in range(2):
        assert fetched(services, folder, both, brief_pdf=PDF) == ["page.pdf"]
    assert len(parse_manifest((folder / "letters.toml").read_text("utf-8")).letters) == 1


def test_a_page_that_came_beside_its_paper_goes_unless_it_was_changed(
    services: Services, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As rounds brought it before they knew better."""
    both = item(linked("/page.html")) + item(enclosed("/brief.pdf"))
    assert fetched(services, folder, both, page_html=LANDING, brief_pdf=PDF) == ["brief.pdf", "page.html"]
    page = folder / next(name for name in came(folder) if name.startswith("page"))
    page.write_bytes(LANDING + b"<!-- mine -->")
    one = item(linked("/page.html"), enclosed("/brief.pdf"))
    assert fetched(services, folder, one) == ["brief.pdf", "page.html"]
    page.write_bytes(LANDING)
    capsys.readouterr()
    assert fetched(services, folder, one) == ["brief.pdf"]
    assert f"{page.name} is removed" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("links", "names"),
    [
        ((enclosed("/brief.pdf"), enclosed("/brief.docx", WORD)), ["brief.docx"]),
        ((linked("/brief.docx"), enclosed("/brief.pdf")), ["brief.docx"]),
        ((enclosed("/12"), enclosed("/13", WORD)), ["12.docx"]),
        ((enclosed("/brief.pdf"), enclosed("/bijlage.docx", WORD)), ["bijlage.docx", "brief.pdf"]),
        ((enclosed("/12"), enclosed("/14")), ["12.pdf", "14.pdf"]),
    ],
)
def test_forms_of_a_letter_are_one_and_its_annexes_are_others(
    services: Services, folder: Path, links: tuple[str, ...], names: list[str]
) -> None:
    letters = {"brief_pdf": PDF, "brief_docx": word(), "bijlage_docx": word("Een bijlage."), "12": PDF, "13": word()}
    assert fetched(services, folder, item(*links), **letters, **{"14": pdf("Een bijlage.")}) == names


def test_a_paper_is_that_of_the_item_whose_own_it_is(services: Services, folder: Path) -> None:
    """Not of a newer one that names it beside others."""
    newer = item(MENTIONED.replace("/about.html", "/new.pdf"), title="Nieuw", day="1 Apr 2025")
    older = item(linked("/old.pdf"), title="Oud")
    assert fetched(services, folder, newer + older, new_pdf=PDF, old_pdf=pdf("Oud.")) == ["new.pdf", "old.pdf"]
    known = parse_manifest((folder / "letters.toml").read_text("utf-8")).letters
    assert sorted((entry.date, entry.title) for entry in known.values()) == [
        ("2024-03-01", "Oud"),
        ("2025-04-01", "Nieuw"),
    ]


@pytest.mark.parametrize(
    "entry",
    [
        '<link rel="alternate" type="text/html" href="/page.html"/><content src="/brief.pdf" type="application/pdf"/>',
        '<link href="/page.html"/><m:content xmlns:m="http://search.yahoo.com/mrss/" url="/brief.pdf"/>',
        '<link href="/page.html"/><content type="html">&lt;a href="/brief.pdf"&gt;x&lt;/a&gt;</content>',
        '<link href="/page.html"/><link rel="related" href="/brief.pdf"/><link rel="edit" href="/entry.xml"/>',
    ],
)
def test_an_entry_says_in_its_own_ways_where_its_paper_is(services: Services, folder: Path, entry: str) -> None:
    atom = f'<entry xmlns="http://www.w3.org/2005/Atom"><title>Voortgang</title>{entry}</entry>'
    assert fetched(services, folder, atom, brief_pdf=PDF, page_html=LANDING) == ["brief.pdf"]


def test_a_damaged_feed_brings_its_letters_with_their_days(services: Services, folder: Path) -> None:
    source(folder, f'feed = "{services.base}/feed"')
    feed = """\ufeff
<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><item><title>Stand&nbsp;van zaken &amp; meer</title>
<link>/over-ons?a=1&b=2</link><pubDate>vr, 01 mrt 2024 10:00:00 +0100</pubDate>
<description><![CDATA[<p><a href=/docs/brief.pdf>brief</a>&nbsp;]]></description></item></channel></rss>"""
    services.extra |= {"/feed": Sent(feed.encode()), "/docs/brief.pdf": Sent(PDF)}
    assert main(["fetch", "--into", str(folder)]) == ExitCode.DONE
    (name,) = came(folder)
    assert name.startswith("brief-")
    (letter,) = parse_manifest((folder / "letters.toml").read_text("utf-8")).letters.values()
    assert (letter.title, str(letter.date)) == ("Stand van zaken & meer", "2024-03-01")


def test_a_link_to_a_place_in_the_feed_is_to_no_letter(services: Services, folder: Path) -> None:
    source(folder, f'feed = "{services.base}/feed.xml"')
    links = "".join(f"&lt;a href=&quot;{place}&quot;&gt;x&lt;/a&gt; " for place in ("#x", "/a.pdf"))
    words = f"<description>{links}</description>"
    text = f"<rss><channel>{item(words)}</channel></rss>"
    services.extra |= {"/feed.xml": Sent(text.encode()), "/a.pdf": Sent(PDF)}
    assert main(["fetch", "--into", str(folder)]) == ExitCode.DONE
    assert len(came(folder)) == 1


def test_the_day_of_an_item_is_that_of_a_letter_that_prints_none(services: Services, folder: Path) -> None:
    """In the time zone where it sits; a day that a letter prints stands, also when the item is told of anew."""
    late = "<pubDate>Thu, 29 Feb 2024 23:00:00 +0000</pubDate>"
    items = item(enclosed("/a.pdf") + late) + item(enclosed("/b.pdf") + late)
    dated = pdf("Aan de Voorzitter", "Den Haag, 4 februari 2021", "Binnen drie maanden sturen we het plan.")
    for _ in range(2):
        assert len(fetched(services, folder, items, a_pdf=dated, b_pdf=PDF)) == 2
        known = parse_manifest((folder / "letters.toml").read_text("utf-8")).letters
        assert {name[0]: entry.date for name, entry in known.items()} == {"a": None, "b": "2024-03-01"}
        items = items.replace("Voortgang", "Stand")


def test_a_paper_that_was_replaced_at_its_address_comes_though_its_day_stays(services: Services, folder: Path) -> None:
    items = item(enclosed("/a.pdf"))
    first = pdf("Aan de Voorzitter", "In juni 2025 sturen we het eerste plan.")
    (name,) = fetched(services, folder, items, a_pdf=first)
    services.heads.clear()
    assert fetched(services, folder, items, a_pdf=first) == [name]
    assert any("if-none-match" in heads for heads in services.heads), "it is asked by its version"
    other = pdf("Aan de Voorzitter", "In mei 2026 sturen we het tweede plan.")
    assert fetched(services, folder, items, a_pdf=other) == [name]
    assert next(folder.glob("*.pdf")).read_bytes() == other
