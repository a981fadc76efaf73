"""The folder that papers are kept in: which are here, and how a new one is written, whole and nowhere else.

A paper is written first, then its facts into letters.toml, then how to ask for it again: whoever is stopped between
two of these finds on the next round a paper that is not yet told of, and tells of it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
from pathlib import Path

import msgspec

from tracker.documents.manifest import REGISTER, ManifestEntry
from tracker.errors import CollectionError, SourceError
from tracker.i18n.message import Message, message
from tracker.sources.facts import NONE, StatedFacts, compared_facts, in_words, manifest_facts
from tracker.sources.fetch_state import note_untold, same_bytes
from tracker.sources.letter_files import digest_of, files_in, is_same, names_paper
from tracker.sources.manifest_file import read_beside
from tracker.sources.paper_forms import Copy, Known
from tracker.sources.paper_state import PaperMemory, held_as, is_second_hand
from tracker.sources.papers import ListedPaper, numbered
from tracker.sources.register import Register, read_register
from tracker.sources.stated_papers import StatedPapers
from tracker.storage.atomic import write_over
from tracker.text.system_fault import system_fault

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


class Holdings:
    """The papers of a folder; use it while it is `opened`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stated = StatedPapers(folder)
        self.memory = PaperMemory(folder, self.stated.entries)
        self._entries = self.stated.entries
        self._files = {path.relative_to(folder).as_posix() for path in files_in(folder)}
        self._digests: dict[str, str] | None = None

    def entry(self, id_: str) -> ManifestEntry | None:
        """What letters.toml says of a paper, None where it says nothing."""
        return self._entries.get(id_)

    def own(self, id_: str) -> str:
        """The file of a paper that a person put here, "" where there is none."""
        entry = self._entries.get(id_)
        if entry is not None:
            return "" if entry.sha256 else entry.path
        ours = self.half_told()
        return next((name for name in sorted(self._files) if name != ours and names_paper(name, id_)), "")

    def is_unsaid(self, id_: str, path: str) -> bool:
        """Whether letters.toml says nothing of the file of a paper, which no round yet told to be yours."""
        said = id_ in self._entries or path in self.stated.manifest.letters
        return not said and self.memory.state.own.get(id_) != path

    def holds(self, id_: str, path: str, copy: Copy) -> bool:
        """Whether a file is a copy of a paper, under the name that a round would give it."""
        named = path == f"{id_}.{copy.form}"
        return named and is_same(self.folder / path, hashlib.sha256(copy.data).hexdigest())

    def half_told(self) -> str:
        """The file that a round wrote whole and was stopped before it told of it, "" where there is none."""
        state = self.memory.state
        return state.writing if state.writing and is_same(self.folder / state.writing, state.written) else ""

    def as_here(self, paper: ListedPaper) -> ListedPaper:
        """A paper under the id that it is here under, by what it came as or its record: it may be of two dossiers.

        One that came before it had its number is taken for what it is called by now.
        """
        if paper.id in self._entries:
            return paper
        if before := next((id_ for id_ in paper.before if self.fetched(id_)), None):
            return msgspec.structs.replace(paper, id=before)
        here = self.memory.under(paper.record)
        if not here:
            return paper
        known = numbered(here)
        if known and not paper.number:  # it lost its number there, and keeps it here
            return msgspec.structs.replace(paper, id=here, dossier=known[0], number=known[1])
        if known and known[1] == paper.number:
            return msgspec.structs.replace(paper, id=here)
        self._entries[paper.id] = self._entries[here]
        return paper

    def give_up_twin(self, paper: ListedPaper) -> tuple[str, ...]:
        """Remove what came of a paper before it had its number, where it is here under its number too; the files.

        So is the page that stood in its place. What a person changed stays.
        """
        gone: list[str] = []
        here = self.memory.under(paper.record, paper.id)
        pages = (id_ for id_ in paper.before if (entry := self.fetched(id_)) and entry.path.endswith(".html"))
        for id_ in (*pages, here):
            entry = self._entries.get(id_)
            if entry is None or numbered(id_) or self._entries.get(paper.id) in {None, entry}:
                continue
            if entry.path in self._files and self.touched(entry):
                continue
            self.remove(id_)
            self.memory.forget(id_)
            gone.append(entry.path)
        return tuple(gone)

    def remove(self, id_: str) -> None:
        """Remove the file of a paper that is here under another id too, and what letters.toml says of it."""
        self._give_up(self._entries[id_])
        self.stated.drop(id_)

    def fetched(self, id_: str) -> ManifestEntry | None:
        """What letters.toml says of a paper that was fetched and whose file is here, as it was or changed."""
        entry = self._entries.get(id_)
        return entry if entry and entry.sha256 and entry.path in self._files else None

    def all_fetched(self) -> tuple[ManifestEntry, ...]:
        """What letters.toml says of every paper that was fetched, whether its file is here or not."""
        return tuple(entry for entry in self.stated.manifest.letters.values() if entry.sha256)

    def touched(self, entry: ManifestEntry) -> bool:
        """Whether a person changed the file of a paper since it was fetched."""
        return not is_same(self.folder / entry.path, entry.sha256 or "")

    def holding(self, digest: str) -> str:
        """The file here that has this content, "" where none has."""
        if self._digests is None:
            self._digests = {digest_of(self.folder / name): name for name in sorted(self._files, reverse=True)}
        name = self._digests.get(digest, "")
        return name if name in self._files else ""

    def other_holding(self, digest: str, id_: str) -> str:
        """The same, not that of a paper itself: a round may have been stopped before it told of that."""
        found = self.holding(digest)
        return "" if found in {f"{id_}{Path(found).suffix}", self.half_told()} else found

    def twin(self, id_: str) -> str:
        """The file here that came as another letter and is what stood at the address of this one, "" for none."""
        held = self.memory.state.papers.get(id_)
        if held is None or id_ in self._entries:
            return ""
        entry = self.fetched(held.printed) if held.copy else None
        copied = entry.path if entry else held.path if held.copy and held.path in self._files else ""
        return self.holding(held.sha256) or copied

    def known(self, id_: str) -> Known | None:
        """How to ask whether a paper that is here changed, None where it is not; lost memory asks for it anew."""
        held, entry = self.memory.state.papers.get(id_), self.fetched(id_)
        if held and (twin := self.twin(id_)):
            form = "" if held.copy else Path(twin).suffix.removeprefix(".")  # it came in another
            return Known(held.url, held.etag, held.modified, form, held.sha256)
        if entry is None:
            return None
        form = Path(entry.path).suffix.removeprefix(".")
        if held is None or held.sha256 != entry.sha256:
            return Known(entry.url or "", form=form, sha256=entry.sha256 or "")
        return Known(held.url, held.etag, held.modified, form, held.sha256)

    def keep(self, paper: ListedPaper, copy: Copy, moment: dt.datetime, stated: StatedFacts = NONE) -> str:
        """Write a paper and its facts, those that are `stated` of it first; the name of its file.

        Raises SourceError: a file of yours has that name, or letters.toml says that it is another letter.
        """
        name = f"{paper.id}.{copy.form}"
        target = self.folder / name
        before = self._entries.get(paper.id)
        digest = hashlib.sha256(copy.data).hexdigest()
        if not _NAME.fullmatch(name):
            raise SourceError("source.odd-name", name=name[:60])
        if self.stated.speaks_of_another(name, paper.id):
            raise SourceError("source.stated-other", path=name)
        ours = {before.path if before else "", self.half_told()}
        if os.path.lexists(target) and name not in ours and not is_same(target, digest):
            raise SourceError("source.your-file", path=target)
        try:
            said = {**manifest_facts(paper, name, copy.url, digest, moment), **stated}
            self.memory.state.writing, self.memory.state.written = name, digest
            self.memory.will_say(paper.id, said if before is None else NONE)
            note_untold(self.folder, name)
            if not is_same(target, digest):
                write_over(target, copy.data)
            if before is not None and before.path != name:
                self._give_up(before)
            self.stated.tell(paper.id, said)
        except OSError as fault:
            raise CollectionError("write.unwritable", path=target, cause=system_fault(fault)) from fault
        self._files.add(name)
        if self._digests is not None:
            self._digests = {one: path for one, path in self._digests.items() if path != name} | {digest: name}
        self.memory.state.writing = self.memory.state.written = ""
        held = held_as(name, copy, digest, paper.record)
        self.memory.remember(paper, held)
        self.memory.learn(paper, said, name)
        return name

    def came(self, id_: str, entry: ManifestEntry, digest: str) -> bool:
        """Whether the file of a paper is what has this digest, as it came or as hooks of git made it."""
        held = self.memory.state.papers.get(id_)
        return entry.sha256 == digest or bool(held and held.sent == digest and held.sha256 == entry.sha256)

    def adopt(self, path: str) -> None:
        """Take the file of a paper as it is for what came: hooks of git changed it, and no person."""
        found = next(((id_, row) for id_, row in self._entries.items() if row.path == path and row.sha256), None)
        digest = digest_of(self.folder / path)
        if found is None or not digest:
            return
        id_, entry = found
        held = self.memory.state.papers.get(id_)
        if held:
            sent = held.sent or entry.sha256 or ""
            self.memory.state.papers[id_] = msgspec.structs.replace(held, sha256=digest, sent=sent)
            self.memory.save()
        self.stated.correct(id_, {"sha256": digest})

    def lost(self) -> bool:
        """Whether a file that was fetched, or that was yours in the place of one, is not here any more."""
        state = self.memory.state
        paths = (*(held.path for held in state.papers.values()), *state.own.values())
        return any(path not in self._files for path in paths)

    def complete(self, paper: ListedPaper, entry: ManifestEntry, stated: StatedFacts = NONE) -> tuple[Message, ...]:
        """Have letters.toml say what is `stated` or told of a paper by now; what is to be said of that.

        What a person stated stays: whatever is not as its source said it last.
        """
        facts = {**manifest_facts(paper, entry.path, entry.url or "", entry.sha256 or "", dt.datetime.min), **stated}
        held = self.memory.of(paper)
        if is_second_hand(paper, held):
            facts = {key: value for key, value in facts.items() if not getattr(entry, key)}
        # Where a service that told of it before does not tell now, what it said stands.
        whole = held is not None and held.stamps.keys() <= dict(paper.stamps).keys() and not is_second_hand(paper, held)
        found = compared_facts(entry, held.said if held else NONE, facts, whole=whole)
        others = bool(held and paper.record and held.record not in {"", paper.record})
        replaced = others and bool((held and held.gone) or found.corrected)
        if replaced or found.corrected or found.gone:
            note_untold(self.folder, entry.path)
        if found.new:
            self.memory.will_say(paper.id, found.new)
            self.stated.correct(paper.id, found.new)
        self.memory.learn(paper, facts, entry.path, found.gone)
        told: list[Message] = []
        path = entry.path
        if replaced:
            told.append(message("source.replaced", path=path, facts=in_words(facts, facts.keys() & {"date", "title"})))
        elif found.corrected:
            told.append(message("source.corrected", path=path, facts=in_words(facts, found.corrected)))
        if found.gone:
            taken = in_words({key: getattr(entry, key) for key in found.gone}, found.gone)
            told.append(message("source.taken-back", path=path, facts=taken))
        if found.yours:
            told.append(message("source.you-stated", path=path, facts=in_words(facts, found.yours)))
        return tuple(told)

    def _give_up(self, entry: ManifestEntry) -> None:
        """Remove the file of a paper that came in a better form, if it is the one that was fetched."""
        path = self.folder / entry.path
        if entry.path in self._files and is_same(path, entry.sha256 or ""):
            note_untold(self.folder, entry.path)
            path.unlink(missing_ok=True)
            self._files.discard(entry.path)

    def registered(self) -> Register | None:
        """What the register said last, None where that is not known."""
        try:
            return read_register(read_beside(self.folder / REGISTER))
        except CollectionError:
            return None

    def register(self, text: str) -> None:
        """Write what the register says of promises. Raises CollectionError: the place is no register or no file."""
        path = self.folder / REGISTER
        if path.is_symlink():
            raise CollectionError("source.odd-folder", path=path)
        if path.is_file() and path.stat().st_size and self.registered() is None:
            raise CollectionError("source.odd-register", path=path)
        if not same_bytes(path, text.encode()):
            note_untold(self.folder, REGISTER)
            write_over(path, text)
