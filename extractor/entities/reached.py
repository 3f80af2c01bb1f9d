"""The name of an unknown body as far as it has been read."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Reach:
    """The name read so far: where its words end, and why it ended.

    `closed`: a place or «ایران» is its last word, so nothing was left out and nothing is too much; `place` is
    that place as the text has it. `stop` is the word
    that ended it, as a skeleton; "" where a sign did.
    """

    end: int
    head: str = ""
    words: list[str] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    closed: bool = False
    place: str | None = None
    stop: str = ""
    verb: bool = False

    def add(self, word: str, end: int) -> None:
        """`word`, which ends at `end`, belongs to the name."""
        self.words.append(word)
        self.ends.append(end)
        self.end = end

    def drop(self) -> None:
        """The last word does not belong to the name."""
        self.words.pop()
        self.ends.pop()
        self.end = self.ends[-1] if self.ends else -1
