"""Groups of things that are joined two by two; the same whatever the order of the joins."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Groups(Generic[T]):
    """Disjoint groups; each is named by its member that was entered first.

    >>> groups = Groups("abc"); groups.join("b", "c"); groups.members()
    [['a'], ['b', 'c']]
    """

    def __init__(self, members: Iterable[T] = ()) -> None:
        self._parent: dict[T, T] = {}
        self._place: dict[T, int] = {}
        for member in members:
            self.enter(member)

    def enter(self, member: T) -> None:
        """Add a member as a group of its own, if it is new."""
        if member not in self._parent:
            self._place[member] = len(self._place)
            self._parent[member] = member

    def of(self, member: T) -> T:
        """The first member of a member's group."""
        root = member
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[member] != root:
            self._parent[member], member = root, self._parent[member]
        return root

    def join(self, left: T, right: T) -> None:
        """Make the groups of two members one."""
        first, second = sorted((self.of(left), self.of(right)), key=self._place.__getitem__)
        self._parent[second] = first

    def members(self) -> list[list[T]]:
        """All groups with their members, both in order of entry."""
        groups: dict[T, list[T]] = {}
        for member in self._parent:
            groups.setdefault(self.of(member), []).append(member)
        return list(groups.values())
