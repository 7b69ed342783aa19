"""Layers: what is known about a text beside its tree. Which layers there are is said in `build_tools.layers`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class LayerKey(Generic[T]):
    """Name of a layer, and the type of what it holds: ``LayerKey[Reference]("references")``."""

    name: str


@dataclass(frozen=True)
class Layer(Generic[T]):
    """What one stage found in one source file, in the order of the file."""

    items: tuple[T, ...]
    by_place: dict[str, tuple[T, ...]]
    """The same by what they stand in: the id of a provision (``art-12-p1``), block, fragment or opinion."""

    @classmethod
    def of(cls, items: Iterable[T], place: Callable[[T], str]) -> Layer[T]:
        """Gather items; ``place`` says what each stands in."""
        items = tuple(items)
        found: dict[str, list[T]] = {}
        for item in items:
            found.setdefault(place(item), []).append(item)
        return cls(items, {name: tuple(here) for name, here in found.items()})

    def at(self, place: str) -> tuple[T, ...]:
        """What stands at this place; empty if nothing does."""
        return self.by_place.get(place, ())


@dataclass(frozen=True, slots=True)
class Layers:
    """All layers of one source file, by name."""

    found: dict[str, Layer[object]]

    def __getitem__(self, key: LayerKey[T]) -> Layer[T]:
        """The layer with this key; an empty one if none was computed for this kind of file."""
        return self.found.get(key.name) or Layer((), {})  # type: ignore[return-value]

    def replaced(self, key: LayerKey[T], items: Iterable[T], place: Callable[[T], str]) -> Layers:
        """These layers with other items in one of them."""
        return Layers({**self.found, key.name: Layer.of(items, place)})  # type: ignore[arg-type]
