"""How much two texts have in common, and from where on one is a copy of the other."""

from dataclasses import dataclass
from typing import Self

from corpus.copies.shingles import figures, shingles

# A text that holds two different wires shares less than a half with one of them: it can never tie the two together.
LIKE = 0.5
# A cut tail takes figures along, and a paper rounds one or two; a template filled in anew keeps few of them.
SAME_FIGURES = 0.75
_FEWEST_FIGURES = 3


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What of a text is compared with others, worked out once."""

    shingles: frozenset[str]
    figures: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Self:
        """The fingerprint of `text`."""
        return cls(shingles(text), figures(text))

    def is_copy_of(self, text: str) -> bool:
        """Whether the two are one news: over half of all shingles shared, and three in four of the figures.

        The figures are seen to first: they cost a hundredth, and most of what looks alike at first is a template.
        """
        return (
            shared_figures(self.figures, figures(text)) >= SAME_FIGURES
            and shared_words(self.shingles, shingles(text)) > LIKE
        )


def shared_words(one: frozenset[str], other: frozenset[str]) -> float:
    """The part of all shingles that two texts share, 0 to 1 (Jaccard)."""
    common = len(one & other)
    return common / max(len(one) + len(other) - common, 1)


def shared_figures(one: frozenset[str], other: frozenset[str]) -> float:
    """The part of the shorter list of figures that the longer has too, 0 to 1.

    Where one of them gives under three figures, the words alone speak: 1.
    """
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer >= _FEWEST_FIGURES else 1.0
