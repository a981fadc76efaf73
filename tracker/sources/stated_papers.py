"""What letters.toml says of the papers of a folder and of where they come from, and how rounds write it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
import tomlkit

from tracker.documents.manifest import MANIFEST, Manifest, ManifestEntry, parse_manifest
from tracker.errors import SourceError
from tracker.sources.facts import StatedFacts, entry_of, lists_letters, stating, with_listed, with_source, without
from tracker.sources.manifest_file import read_beside, write_manifest
from tracker.sources.papers import dossier_of, paper_id
from tracker.text.toml import parse_toml

_OF_FILE = ("path", "url", "retrieved", "sha256")
_OF_NAME = ("paper", "dossier", "number")
_HEADER = (
    "# What is known about the letters of this folder; it overrides what the letters print.\n"
    "# Those with an address were fetched from it; tracker fetch leaves alone what you changed.\n"
)


class StatedPapers:
    """The papers that letters.toml speaks of, by their ids."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.text = read_beside(folder / MANIFEST)
        """The file as it stands."""
        self.manifest: Manifest = parse_manifest(self.text)
        self.entries = {id_: entry for entry in self.manifest.letters.values() if (id_ := stated_id(entry))}
        self._unnamed = {path: entry for path, entry in self.manifest.letters.items() if not stated_id(entry)}

    def speaks_of_another(self, path: str, id_: str) -> bool:
        """Whether letters.toml speaks of a file, and as of another letter than a paper."""
        before = self.entries.get(id_)
        others = (entry.path for entry in self.entries.values() if entry is not before)
        return (before is not None and path in self._unnamed) or path in others

    def tell(self, id_: str, facts: dict[str, Any]) -> None:
        """Say the facts of a paper: behind the other letters, or in the place of what it said of the paper or its file.

        What a person stated of that file stands.
        """
        before = self.entries.get(id_)
        if before is None and (unnamed := self._unnamed.pop(facts["path"], None)):
            self.entries[id_] = unnamed
            self.correct(id_, {key: facts[key] for key in facts if key in _OF_FILE or not getattr(unnamed, key)})
        elif before is None:
            text = self.text or _HEADER
            new = tomlkit.dumps({"letter": [facts]})
            behind = text + ("" if text.endswith("\n") else "\n") + "\n" + new
            self._write(with_listed(text, facts) if self._lists_letters else behind)
            self.entries[id_] = entry_of(facts)
        else:
            # What a person stated of it stands: only what tells of the file, and a new name, is new.
            renamed = _OF_NAME if before.paper and before.paper != id_ else ()
            self.correct(id_, {key: facts[key] for key in (*_OF_FILE, *renamed) if key in facts})

    def correct(self, id_: str, facts: StatedFacts) -> None:
        """Say some facts of a paper anew."""
        before = self.entries[id_]
        self._write(stating(self.text, before.path, dict(facts)))
        self.entries[id_] = entry_of({**msgspec.structs.asdict(before), **facts})

    def drop(self, id_: str) -> None:
        """Say nothing of a paper any more."""
        self._write(without(self.text, self.entries.pop(id_).path))

    def source(self, table: dict[str, str]) -> None:
        """State where letters come from, beside what is stated already."""
        if "source" in parse_toml(self.text):
            self._write(with_source(self.text, table))
        else:
            text = self.text + ("\n" if self.text else _HEADER + "\n")
            self._write(text + tomlkit.dumps({"source": table}))
        self.manifest = parse_manifest(self.text)

    @cached_property
    def _lists_letters(self) -> bool:
        return lists_letters(self.text)

    def _write(self, text: str) -> None:
        write_manifest(self._folder, self.text, text)
        self.text = text


def stated_id(entry: ManifestEntry) -> str:
    """The id of the paper that letters.toml speaks of, "" where it does not say."""
    if entry.paper:
        return entry.paper
    if not (entry.dossier and entry.number):
        return ""
    try:
        return paper_id(dossier_of(entry.dossier), entry.number)
    except SourceError:
        return ""
