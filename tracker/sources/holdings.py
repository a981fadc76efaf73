"""The folder that papers are kept in: which are here, and how a new one is written, whole and nowhere else.

A paper is written first, then its facts into letters.toml, then how to ask for it again: whoever is stopped between
two of these finds on the next round a paper that is not yet told of, and tells of it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec
import tomlkit

from tracker.documents.manifest import MANIFEST, REGISTER, Manifest, ManifestEntry, parse_manifest
from tracker.errors import CollectionError, SourceError
from tracker.i18n.message import Message, message
from tracker.sources.facts import (
    NONE,
    StatedFacts,
    beside,
    compared,
    entry_of,
    facts_of,
    in_words,
    remembered,
    stating,
    without,
)
from tracker.sources.forms import Copy, Known
from tracker.sources.letter_files import digest_of, files_in, is_same, names_paper
from tracker.sources.manifest_file import alone, read_beside, write_manifest
from tracker.sources.memory import KEPT, Held, note, read_memory, same_bytes, write_memory
from tracker.sources.papers import ListedPaper, dossier_of, numbered, paper_id
from tracker.sources.register import Register, read_register
from tracker.storage.atomic import write_over
from tracker.text.system_fault import system_fault

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_DRAFT = re.compile(r"\.[\w.-]+\.\d+-[0-9a-f]{8}\.new")
_OF_FILE = ("path", "url", "retrieved", "sha256")
_OF_NAME = ("paper", "dossier", "number")
_HEADER = (
    "# What is known about the letters of this folder; it overrides what the letters print.\n"
    "# Those with an address were fetched from it; tracker fetch leaves alone what you changed.\n"
)


class Holdings:
    """The papers of a folder; use it while it is `opened`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.text = read_beside(folder / MANIFEST)
        self.manifest: Manifest = parse_manifest(self.text)
        self.state = read_memory(folder)
        self._by_paper = {id_: entry for entry in self.manifest.letters.values() if (id_ := _id_of(entry))}
        self._by_record = {
            held.record: id_ for id_, held in self.state.papers.items() if held.record and id_ in self._by_paper
        }
        self._files = {path.relative_to(folder).as_posix() for path in files_in(folder)}
        self._digests: dict[str, str] | None = None

    def entry(self, id_: str) -> ManifestEntry | None:
        """What letters.toml says of a paper, None where it says nothing."""
        return self._by_paper.get(id_)

    def own(self, id_: str) -> str:
        """The file of a paper that a person put here, "" where there is none."""
        entry = self._by_paper.get(id_)
        if entry is not None:
            return "" if entry.sha256 else entry.path
        ours = self.state.writing
        return next((name for name in sorted(self._files) if name != ours and names_paper(name, id_)), "")

    def as_here(self, paper: ListedPaper) -> ListedPaper:
        """A paper under the id that it is here under, by what it came as or its record: it may be of two dossiers.

        One that came before it had its number is taken for what it is called by now.
        """
        if paper.id in self._by_paper:
            return paper
        if before := next((id_ for id_ in paper.before if self.fetched(id_)), None):
            return msgspec.structs.replace(paper, id=before)
        here = self._by_record.get(paper.record)
        if here is None:
            return paper
        known = numbered(here)
        if known and not paper.number:  # it lost its number there, and keeps it here
            return msgspec.structs.replace(paper, id=here, dossier=known[0], number=known[1])
        if known and known[1] == paper.number:
            return msgspec.structs.replace(paper, id=here)
        self._by_paper[paper.id] = self._by_paper[here]
        return paper

    def give_up_twin(self, paper: ListedPaper) -> tuple[str, ...]:
        """Remove what came of a paper before it had its number, where it is here under its number too; the files.

        So is the page that stood in its place. What a person changed stays.
        """
        gone: list[str] = []
        here = self._by_record.get(paper.record, paper.id)
        pages = (id_ for id_ in paper.before if (entry := self.fetched(id_)) and entry.path.endswith(".html"))
        for id_ in (*pages, here):
            entry = self._by_paper.get(id_)
            if entry is None or numbered(id_) or self._by_paper.get(paper.id) in {None, entry}:
                continue
            if entry.path in self._files and self.touched(entry):
                continue
            self._give_up(entry)
            self._write(without(self.text, entry.path))
            del self._by_paper[id_]
            self.state.papers.pop(id_, None)
            self.save()
            gone.append(entry.path)
        return tuple(gone)

    def fetched(self, id_: str) -> ManifestEntry | None:
        """What letters.toml says of a paper that was fetched and whose file is here, as it was or changed."""
        entry = self._by_paper.get(id_)
        return entry if entry and entry.sha256 and entry.path in self._files else None

    def all_fetched(self) -> tuple[ManifestEntry, ...]:
        """What letters.toml says of every paper that was fetched, whether its file is here or not."""
        return tuple(entry for entry in self.manifest.letters.values() if entry.sha256)

    def touched(self, entry: ManifestEntry) -> bool:
        """Whether a person changed the file of a paper since it was fetched."""
        return digest_of(self.folder / entry.path) != entry.sha256

    def holding(self, digest: str) -> str:
        """The file here that has this content, "" where none has."""
        if self._digests is None:
            self._digests = {digest_of(self.folder / name): name for name in sorted(self._files, reverse=True)}
        name = self._digests.get(digest, "")
        return name if name in self._files else ""

    def twin(self, id_: str) -> str:
        """The file here that came as another letter and holds what stood at the address of this one, "" for none."""
        held = self.state.papers.get(id_)
        return self.holding(held.sha256) if held and id_ not in self._by_paper else ""

    def known(self, id_: str) -> Known | None:
        """How to ask whether a paper that is here changed, None where it is not; lost memory asks for it anew."""
        held, entry = self.state.papers.get(id_), self.fetched(id_)
        if held and (twin := self.twin(id_)):
            return Known(held.url, held.etag, held.modified, Path(twin).suffix.removeprefix("."), held.sha256)
        if entry is None:
            return None
        form = Path(entry.path).suffix.removeprefix(".")
        if held is None or held.sha256 != entry.sha256:
            return Known(entry.url or "", form=form, sha256=entry.sha256 or "")
        return Known(held.url, held.etag, held.modified, form, held.sha256)

    def keep(self, paper: ListedPaper, copy: Copy, moment: dt.datetime, stated: StatedFacts = NONE) -> str:
        """Write a paper and its facts, those that are `stated` of it first; the name of its file.

        Raises SourceError: a file of yours has that name.
        """
        name = f"{paper.id}.{copy.form}"
        target = self.folder / name
        before = self._by_paper.get(paper.id)
        digest = hashlib.sha256(copy.data).hexdigest()
        if not _NAME.fullmatch(name):
            raise SourceError("source.odd-name", name=name[:60])
        ours = {before.path if before else "", self.state.writing}
        if os.path.lexists(target) and name not in ours and not is_same(target, digest):
            raise SourceError("source.your-file", path=target)
        try:
            self.state.writing = name
            self.save()
            note(self.folder, name)
            if not is_same(target, digest):
                write_over(target, copy.data)
            if before is not None and before.path != name:
                self._give_up(before)
            self._tell(paper, {**facts_of(paper, name, copy.url, digest, moment), **stated}, before)
        except OSError as fault:
            raise CollectionError("write.unwritable", path=target, cause=system_fault(fault)) from fault
        self._files.add(name)
        if self._digests is not None:
            self._digests = {one: path for one, path in self._digests.items() if path != name} | {digest: name}
        self.state.writing = ""
        said = {**facts_of(paper, name, copy.url, digest, moment), **stated}
        self.remember(paper, Held(name, copy.url, digest, copy.etag, copy.modified, paper.record))
        self._learn(paper, said)
        return name

    def lost(self) -> bool:
        """Whether a file that was fetched is not here any more."""
        return any(held.path not in self._files for held in self.state.papers.values())

    def complete(self, paper: ListedPaper, entry: ManifestEntry, stated: StatedFacts = NONE) -> tuple[Message, ...]:
        """Have letters.toml say what is `stated` or told of a paper by now; what is to be said of that.

        What a person stated stays: whatever is not as its source said it last.
        """
        facts = {**facts_of(paper, entry.path, entry.url or "", entry.sha256 or "", dt.datetime.min), **stated}
        held = self._held(paper)
        if self._is_second_hand(paper, held):
            facts = {key: value for key, value in facts.items() if not getattr(entry, key)}
        found = compared(entry, held.said if held else NONE, facts)
        others = bool(held and paper.record and held.record not in {"", paper.record})
        replaced = others and bool((held and held.gone) or found.corrected)
        if replaced or found.corrected:
            note(self.folder, entry.path)
        if found.new:
            self._write(stating(self.text, entry.path, dict(found.new)))
            self._by_paper[paper.id] = entry_of({**msgspec.structs.asdict(entry), **found.new})
        self._learn(paper, facts)
        told: list[Message] = []
        path = entry.path
        if replaced:
            told.append(message("source.replaced", path=path, facts=in_words(facts, facts.keys() & {"date", "title"})))
        elif found.corrected:
            told.append(message("source.corrected", path=path, facts=in_words(facts, found.corrected)))
        if found.yours:
            told.append(message("source.you-stated", path=path, facts=in_words(facts, found.yours)))
        return tuple(told)

    def _held(self, paper: ListedPaper) -> Held | None:
        """What is remembered of a paper, under whatever id it came."""
        return self.state.papers.get(self._key(paper))

    def _key(self, paper: ListedPaper) -> str:
        return paper.id if paper.id in self.state.papers else self._by_record.get(paper.record, paper.id)

    def _learn(self, paper: ListedPaper, facts: StatedFacts) -> None:
        """Remember what its source says of a paper by now."""
        held, now = self._held(paper) or Held(self._by_paper[paper.id].path, "", ""), remembered(facts)
        said = {**now, **held.said} if self._is_second_hand(paper, held) else {**held.said, **now}
        if said != held.said:
            self.state.papers[self._key(paper)] = msgspec.structs.replace(held, said=said)
            self.save()

    @staticmethod
    def _is_second_hand(paper: ListedPaper, held: Held | None) -> bool:
        """Whether facts of a paper are not of the register, which told of it before and is silent now."""
        return bool(held and held.record and not paper.record)

    def _give_up(self, entry: ManifestEntry) -> None:
        """Remove the file of a paper that came in a better form, if it is the one that was fetched."""
        path = self.folder / entry.path
        if entry.path in self._files and is_same(path, entry.sha256 or ""):
            note(self.folder, entry.path)
            path.unlink(missing_ok=True)
            self._files.discard(entry.path)

    def remember(self, paper: ListedPaper, held: Held) -> None:
        """Keep how to ask for a paper again."""
        before = self._held(paper) or held
        said = before.said or held.said
        record = paper.record or held.record or before.record
        others = [id_ for id_, one in self.state.papers.items() if record and one.record == record and id_ != paper.id]
        for id_ in others:
            del self.state.papers[id_]
        if record:
            self._by_record[record] = paper.id
        stamps = {**held.stamps, **dict(paper.stamps)}
        offered = tuple(form.url for form in paper.forms) or held.offered
        self.state.papers[paper.id] = msgspec.structs.replace(
            held, record=record, stamps=stamps, offered=offered, said=said
        )
        self.save()

    def taken_back(self, paper: ListedPaper, *, gone: bool) -> None:
        """Remember whether a paper that is here was taken back when it was told of."""
        held = self.state.papers.get(paper.id)
        if held is not None and held.gone is not gone:
            stamps = {**held.stamps, **dict(paper.stamps)} if gone else held.stamps
            self.state.papers[paper.id] = msgspec.structs.replace(held, gone=gone, stamps=stamps)
            self.save()

    def save(self) -> None:
        """Write what is remembered of the services."""
        write_memory(self.folder, self.state)

    def registered(self) -> Register | None:
        """What the register said last, None where that is not known."""
        try:
            return read_register(read_beside(self.folder / REGISTER))
        except CollectionError:
            return None

    def register(self, text: str) -> None:
        """Write what the register says of promises. Raises CollectionError: the place is no file of its own."""
        path = self.folder / REGISTER
        if path.is_symlink():
            raise CollectionError("source.odd-folder", path=path)
        if not same_bytes(path, text.encode()):
            note(self.folder, REGISTER)
            write_over(path, text)

    def source(self, table: dict[str, str]) -> None:
        """State in letters.toml where letters come from, beside what it states already."""
        if self.manifest.sources:
            self._write(beside(self.text, table))
        else:
            self._write(self.text + ("\n" if self.text else _HEADER + "\n") + tomlkit.dumps({"source": table}))
        self.manifest = parse_manifest(self.text)

    def _tell(self, paper: ListedPaper, facts: dict[str, Any], before: ManifestEntry | None) -> None:
        """The facts of a paper in letters.toml: at its end, or in the place of what it said of the paper."""
        if before is None:
            text = self.text or _HEADER
            new = tomlkit.dumps({"letter": [facts]})
            self._write(text + ("" if text.endswith("\n") else "\n") + "\n" + new)
        else:
            # What a person stated of it stands: only what tells of the file, and a new name, is new.
            renamed = _OF_NAME if before.paper and before.paper != paper.id else ()
            fresh = {key: facts[key] for key in (*_OF_FILE, *renamed) if key in facts}
            self._write(stating(self.text, before.path, fresh))
            facts = {**msgspec.structs.asdict(before), **fresh}
        self._by_paper[paper.id] = entry_of(facts)

    def _write(self, text: str) -> None:
        write_manifest(self.folder, self.text, text)
        self.text = text


@contextmanager
def opened(folder: Path) -> Iterator[Holdings]:
    """The papers of a folder, which is made where it is not there, for one round at a time.

    Raises CollectionError: another round is under way there, the folder cannot be written, letters.toml is faulty.
    """
    kept, made = folder / KEPT, not folder.exists()
    try:
        kept.mkdir(parents=True, exist_ok=True)
        if kept.is_symlink() or not kept.is_dir():
            raise CollectionError("source.odd-folder", path=kept)
        with alone(kept):
            for path in (*folder.glob(".*.new"), *kept.glob(".*.new")):
                if _DRAFT.fullmatch(path.name):
                    path.unlink(missing_ok=True)
            yield Holdings(folder)
    except OSError as fault:
        raise CollectionError("write.unwritable", path=folder, cause=system_fault(fault)) from fault
    finally:
        with suppress(OSError):  # what holds nothing is left as little as it was found
            kept.rmdir()
            if made:
                folder.rmdir()


def _id_of(entry: ManifestEntry) -> str:
    """The id of the paper that letters.toml speaks of, "" where it does not say."""
    if entry.paper:
        return entry.paper
    if not (entry.dossier and entry.number):
        return ""
    try:
        return paper_id(dossier_of(entry.dossier), entry.number)
    except SourceError:
        return ""
