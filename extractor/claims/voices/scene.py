"""A document as the voices see it: its frames of speech, and people and bodies in their order."""

from pathlib import Path

import yaml

from extractor.annotations import Mention, Ordered, PersonMention, Span
from extractor.claims.found import Found
from extractor.claims.voices.apposition import MEDIA as NEWSROOM
from extractor.claims.voices.apposition import speaking
from extractor.document import Document

# Bodies that report others' words: what is told «به گزارش» of them is nobody's claim.
MEDIA = frozenset({"org:irib"})


def frame_sources() -> dict[str, list[str]]:
    """The patterns of each frame."""
    sources: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("frames.yml").read_text(encoding="utf-8"))
    return sources


class Scene:
    """The text, its frames (`frames.yml`), its people and bodies."""

    def __init__(self, document: Document, masked: str, frames: Found) -> None:
        self.document = document
        self.text = document.text
        self.masked = masked
        self.people = Ordered(speaking(document.people, document.text))
        self.bodies = Ordered(document.bodies)
        self.quantities = Ordered(document.quantities)
        self._frames = frames

    def frames(self, category: str, span: Span) -> list[Span]:
        """Frames of `category` inside `span`, in order."""
        return self._frames.within(category, span)

    def any(self, category: str, span: Span) -> bool:
        """Whether `span` has a frame of `category`."""
        return self._frames.any(category, span)

    def at(self, category: str, place: int, end: int) -> Span | None:
        """The frame of `category` that begins at `place`, and ends by `end`."""
        found = self._frames.within(category, Span(place, end))
        return found[0] if found and found[0].start == place else None

    def ends_at(self, category: str, place: int) -> Span | None:
        """The frame of `category` that ends right before `place`, with a blank between or none."""
        end = place - 1 if self.text[place - 1 : place] == " " else place
        found = self._frames.within(category, Span(max(0, end - 30), end))
        return found[-1] if found and found[-1].end == end else None

    def speakers(self, span: Span) -> list[PersonMention | Mention]:
        """People inside `span`, and bodies and platforms that are no part of a person's description."""
        people = self.people.within(span)
        bodies = [
            body
            for body in self.bodies.within(span)
            if body.type != "group" and not any(one.overlaps(body) for one in people) and not self._is_media(body)
        ]
        return sorted([*people, *bodies], key=lambda one: one.start)

    def _is_media(self, body: Mention) -> bool:
        return body.id is None and NEWSROOM.search(self.text, body.start, body.end) is not None

    def figures(self, start: int, end: int) -> bool:
        """Whether a figure lies between two places."""
        return start < end and self.quantities.any_within(Span(start, end))
