"""Clustering by union-find: what is linked, directly or through others, is in one cluster (R. E. Tarjan, 1975)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class DisjointSets(Generic[Item]):
    """Clusters of items, each alone at first; clusters and their members keep the order in which the items were given.

    Whether two clusters may be joined is for the caller to say, who can ask for their members.
    """

    def __init__(self, items: Iterable[Item]) -> None:
        self._order = {item: at for at, item in enumerate(items)}
        self._parent = {item: item for item in self._order}
        self._members = {item: [item] for item in self._order}

    def find(self, item: Item) -> Item:
        """The item that stands for the cluster of this one."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def together(self, one: Item, other: Item) -> bool:
        """Whether two items are in one cluster."""
        return self.find(one) == self.find(other)

    def members(self, item: Item) -> list[Item]:
        """The members of an item's cluster, in no particular order."""
        return self._members[self.find(item)]

    def join(self, one: Item, other: Item) -> bool:
        """Make one cluster of those of two items; False where they are one already."""
        large, small = self.find(one), self.find(other)
        if large == small:
            return False
        if len(self._members[large]) < len(self._members[small]):
            large, small = small, large
        self._parent[small] = large
        self._members[large] += self._members.pop(small)
        return True

    def clusters(self) -> list[list[Item]]:
        """All clusters by their first member, each in order."""
        ordered = [sorted(members, key=self._order.__getitem__) for members in self._members.values()]
        return sorted(ordered, key=lambda members: self._order[members[0]])
