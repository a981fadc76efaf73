"""Letters of other bodies: a feed, a folder, a git remote."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import repositories
from tests.sources.files import PDF
from tests.sources.server import PAGE, Sent, Services
from tests.throwaway_repo import Repo
from tracker.cli import main
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


def source(folder: Path, line: str) -> None:
    folder.mkdir()
    (folder / "letters.toml").write_text(f"[source]\n{line}\n", "utf-8")


def came(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "letters.toml" and path.is_file())


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


def test_a_folder_and_a_remote_are_copied_once(folder: Path, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "bron")
    repo.begin()
    repositories.write(repo.top / "brieven")
    repo.git("add", ".")
    repo.git("commit", "-q", "-m", "letters")
    for number, line in enumerate((f'folder = "{repo.top}"', f'git = "{repo.top}"')):
        place = folder.with_name(f"kopie-{number}")
        source(place, line)
        for _ in range(2):
            assert main(["fetch", "--into", str(place)]) == ExitCode.DONE
            assert len(came(place)) == 3
        assert main(["watch", str(place)]) == ExitCode.GATE


@pytest.mark.parametrize("address", ["ext::sh -c touch% /tmp/x", "--upload-pack=x", "/nowhere"])
def test_a_remote_that_is_none_is_told(folder: Path, address: str, capsys: pytest.CaptureFixture[str]) -> None:
    source(folder, f'git = "{address}"')
    assert main(["fetch", "--into", str(folder)]) == ExitCode.USER
    assert capsys.readouterr().err.count("\n") == 1


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


@pytest.mark.parametrize("place", ["..", "."])
def test_a_folder_that_holds_its_copies_is_not_copied_from_them(folder: Path, place: str) -> None:
    repositories.write(folder.parent)
    source(folder, f'folder = "{place}"')
    for _ in range(2):
        main(["fetch", "--into", str(folder)])
        assert len(came(folder)) == (3 if place == ".." else 0)
