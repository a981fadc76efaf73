"""What is remembered of the papers of a folder: how to ask for each again, and what was said of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from msgspec.structs import replace

from tracker.documents.manifest import ManifestEntry
from tracker.sources.facts import StatedFacts, remembered_facts
from tracker.sources.fetch_state import Held, read_memory, write_memory
from tracker.sources.paper_forms import Copy
from tracker.sources.papers import ListedPaper


class PaperMemory:
    """The memory of a folder; `state` is what of it is written."""

    def __init__(self, folder: Path, here: Mapping[str, ManifestEntry]) -> None:
        """Read it; `here` are the papers that letters.toml speaks of, by their ids."""
        self._folder = folder
        self.state = read_memory(folder)
        for id_, facts in self.state.saying.items():  # a round was stopped before it remembered that it said so
            if entry := here.get(id_):
                held = self.state.papers.get(id_) or Held(entry.path, "", "")
                said = {key: value for key, value in facts.items() if getattr(entry, key) == value}
                self.state.papers[id_] = replace(held, said={**held.said, **said})
        self._by_record = {held.record: id_ for id_, held in self.state.papers.items() if held.record and id_ in here}

    def save(self) -> None:
        """Write what is remembered of the services."""
        write_memory(self._folder, self.state)

    def of(self, paper: ListedPaper) -> Held | None:
        """What is remembered of a paper, under whatever id it came."""
        return self.state.papers.get(self._key(paper))

    def under(self, record: str, default: str = "") -> str:
        """The id that the paper of a record is here under."""
        return self._by_record.get(record, default)

    def forget(self, id_: str) -> None:
        """Let go of what is remembered of a paper."""
        self.state.papers.pop(id_, None)
        self.save()

    def will_say(self, id_: str, facts: StatedFacts) -> None:
        """Remember of facts, before letters.toml says them of a paper, that no person does."""
        self.state.saying = {id_: remembered_facts(facts)}
        self.save()

    def learn(self, paper: ListedPaper, facts: StatedFacts, path: str, gone: Collection[str] = ()) -> None:
        """Remember what its source says of a paper by now, whose file is at a path, and no more of what is gone."""
        held, now = self.of(paper) or Held(path, "", ""), remembered_facts(facts)
        said = {**now, **held.said} if is_second_hand(paper, held) else {**held.said, **now}
        said = {key: value for key, value in said.items() if key not in gone}
        self.state.saying = {}
        if said != held.said:
            self.state.papers[self._key(paper)] = replace(held, said=said)
            self.save()

    def remember(self, paper: ListedPaper, held: Held) -> None:
        """Keep how to ask for a paper again."""
        before = self.of(paper) or held
        said = before.said or held.said
        record = paper.record or held.record or before.record
        others = [id_ for id_, one in self.state.papers.items() if record and one.record == record and id_ != paper.id]
        for id_ in others:
            del self.state.papers[id_]
        if record:
            self._by_record[record] = paper.id
        stamps = {**held.stamps, **dict(paper.stamps)}
        offered = tuple(form.url for form in paper.forms) or held.offered
        self.state.papers[paper.id] = replace(held, record=record, stamps=stamps, offered=offered, said=said)
        self.save()

    def taken_back(self, paper: ListedPaper, *, gone: bool) -> None:
        """Remember whether a paper that is here was taken back when it was told of."""
        held = self.state.papers.get(paper.id)
        if held is not None and held.gone is not gone:
            stamps = {**held.stamps, **dict(paper.stamps)} if gone else held.stamps
            self.state.papers[paper.id] = replace(held, gone=gone, stamps=stamps)
            self.save()

    def _key(self, paper: ListedPaper) -> str:
        return paper.id if paper.id in self.state.papers else self.under(paper.record, paper.id)


def held_as(path: str, copy: Copy, digest: str, record: str = "", *, of: str = "") -> Held:
    """What is remembered of a copy that came, whose file is at a path; it may be that `of` a paper here by its id."""
    return Held(
        path,
        copy.url,
        digest,
        copy.etag,
        copy.modified,
        record,
        undated=not copy.dated,
        printed=of or copy.printed,
        copy=bool(of),
    )


def is_second_hand(paper: ListedPaper, held: Held | None) -> bool:
    """Whether facts of a paper are not of the register, which told of it before and is silent now."""
    return bool(held and held.record and not paper.record)
